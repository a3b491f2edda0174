//! What comes from outside and is long, put aside before a write: inside of it nothing waits for a
//! file or a pipe that somebody else fills, and memory holds a line of it at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::files::is_full;
use crate::store::{Hash, Place, StoreError};

/// Lines on their way into a spool.
pub struct Spooling {
    out: BufWriter<File>,
    directory: PathBuf,
    digest: Sha256,
    lines: u64,
}

/// Lines in a file without a name: nobody else finds it, and it is gone with the process.
#[derive(Clone, Debug)]
pub struct Spool {
    file: Arc<File>,
    directory: PathBuf,
    lines: u64,
    content: Hash,
}

impl Spooling {
    /// Begins in the store's own directory, where there is room for what the store will hold, and
    /// whose owner is the store's; for a database, where the system keeps what is temporary.
    pub fn beside(place: &Place) -> Result<Self, StoreError> {
        let beside = place.directory().map(Path::to_owned);
        let directory = beside.unwrap_or_else(std::env::temp_dir);
        let file = tempfile::tempfile_in(&directory).map_err(|error| failed(&directory, &error))?;
        Ok(Self {
            out: BufWriter::with_capacity(64 * 1024, file),
            directory,
            digest: Sha256::new(),
            lines: 0,
        })
    }

    /// Puts a line aside, which holds no end of line.
    pub fn push(&mut self, line: &str) -> Result<(), StoreError> {
        for part in [line.as_bytes(), b"\n"] {
            self.digest.update(part);
            let written = self.out.write_all(part);
            written.map_err(|error| failed(&self.directory, &error))?;
        }
        self.lines = self.lines.saturating_add(1);
        Ok(())
    }

    /// Ends; from here on the lines can be read.
    pub fn end(self) -> Result<Spool, StoreError> {
        let directory = self.directory;
        let file = self.out.into_inner();
        let file = file.map_err(|error| failed(&directory, error.error()))?;
        Ok(Spool {
            file: Arc::new(file),
            directory,
            lines: self.lines,
            content: Hash(self.digest.finalize().into()),
        })
    }
}

impl Spool {
    /// How many lines there are.
    pub const fn lines(&self) -> u64 {
        self.lines
    }

    /// SHA-256 over all lines, each with its end.
    pub const fn content(&self) -> Hash {
        self.content
    }

    /// Visits every line in turn, from the first; as often as one likes.
    pub fn each<E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut lines = BufReader::with_capacity(64 * 1024, FromStart::of(&self.file));
        let mut line = String::new();
        loop {
            line.clear();
            let read = lines.read_line(&mut line);
            if read.map_err(|error| failed(&self.directory, &error))? == 0 {
                return Ok(());
            }
            visit(line.trim_end_matches('\n'))?;
        }
    }
}

/// A file read from its beginning, whoever else reads it.
struct FromStart<'f> {
    file: &'f File,
    at: u64,
}

impl<'f> FromStart<'f> {
    const fn of(file: &'f File) -> Self {
        Self { file, at: 0 }
    }
}

impl Read for FromStart<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(buffer, self.at)?;
        self.at = self
            .at
            .saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}

fn failed(directory: &Path, error: &io::Error) -> StoreError {
    if is_full(error) {
        return StoreError::Full(error.to_string());
    }
    StoreError::File {
        path: directory.to_owned(),
        reason: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spooled(lines: &[&str]) -> Spool {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        let mut spooling = Spooling::beside(&place).expect("begins");
        lines
            .iter()
            .try_for_each(|line| spooling.push(line))
            .expect("spooled");
        let left = std::fs::read_dir(directory.path()).expect("a directory");
        assert_eq!(left.count(), 0, "it has no name");
        spooling.end().expect("ends")
    }

    fn lines(spool: &Spool) -> Vec<String> {
        let mut found = Vec::new();
        let read = spool.each(|line| {
            found.push(line.to_owned());
            Ok::<_, StoreError>(())
        });
        read.expect("read");
        found
    }

    #[test]
    fn what_is_put_aside_is_read_as_often_as_one_likes() {
        let spool = spooled(&["oil", "", "ж"]);
        assert_eq!(spool.lines(), 3);
        assert_eq!(lines(&spool), ["oil", "", "ж"]);
        assert_eq!(lines(&spool.clone()), ["oil", "", "ж"]);
        assert!(lines(&spooled(&[])).is_empty());
    }

    #[test]
    fn the_content_tells_lines_apart() {
        let content = spooled(&["a", "b"]).content();
        assert_eq!(content, spooled(&["a", "b"]).content());
        assert_ne!(content, spooled(&["ab"]).content());
        assert_ne!(content, spooled(&["b", "a"]).content());
    }
}

//! What of an answer nobody has read yet.
//!
//! A reader may pause for as long as it likes. Whoever makes the answer does not wait for it, since
//! it may hold a state of the store meanwhile: what is not taken waits in memory, then in a file
//! without a name. Where there is no room for that, the maker waits after all.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// So many bytes wait in memory.
const IN_MEMORY: usize = 1 << 20;
/// So many are taken from the file at a time.
const PIECE: u64 = 64 * 1024;

/// Bytes between whoever makes them and whoever takes them.
pub struct Backlog {
    /// Where the file is, rather than where the system keeps what is temporary.
    directory: Option<PathBuf>,
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

/// What waits: first what is in memory, then what is in the file.
#[derive(Default)]
struct Waiting {
    memory: Vec<u8>,
    file: Option<File>,
    taken: u64,
    written: u64,
    /// Whether nothing comes any more.
    ended: bool,
    /// Why nothing is taken any more.
    gone: Option<io::Error>,
}

impl Backlog {
    /// Nothing waits yet.
    pub fn new(directory: Option<PathBuf>) -> Self {
        Self {
            directory,
            waiting: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// Hands everything on, until the end, or until it is not taken.
    pub fn hand_on(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut piece = Vec::new();
        while self.next(&mut piece)? {
            let taken = to.write_all(&piece).and_then(|()| to.flush());
            if let Err(error) = taken {
                self.waiting().gone = Some(the_same(&error));
                self.changed.notify_all();
                return Err(error);
            }
        }
        Ok(())
    }

    /// Waits for the next piece; whether there is one.
    fn next(&self, piece: &mut Vec<u8>) -> io::Result<bool> {
        let mut waiting = self.waiting();
        loop {
            let found = waiting.take(piece);
            if let Err(error) = &found {
                waiting.gone = Some(the_same(error));
            }
            self.changed.notify_all();
            if found? {
                return Ok(true);
            }
            if waiting.ended {
                return Ok(false);
            }
            let changed = self.changed.wait(waiting);
            waiting = changed.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Forgets what waits.
    pub fn forget(&self) {
        let mut waiting = self.waiting();
        waiting.memory.clear();
        waiting.taken = waiting.written;
    }

    /// Nothing comes any more once this is dropped.
    pub const fn ending(&self) -> Ending<'_> {
        Ending(self)
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    /// Takes what has waited longest; whether anything has.
    fn take(&mut self, piece: &mut Vec<u8>) -> io::Result<bool> {
        piece.clear();
        if !self.memory.is_empty() {
            std::mem::swap(piece, &mut self.memory);
            return Ok(true);
        }
        let left = PIECE.min(self.written - self.taken);
        let Some(file) = self.file.as_ref().filter(|_| left > 0) else {
            return Ok(false);
        };
        piece.resize(usize::try_from(left).map_err(io::Error::other)?, 0);
        file.read_exact_at(piece, self.taken)?;
        self.taken += left;
        if self.taken == self.written {
            (self.taken, self.written) = (0, 0);
            file.set_len(0)?;
        }
        Ok(true)
    }

    /// Adds to what waits; whether there is room for it.
    fn add(&mut self, bytes: &[u8], directory: Option<&Path>) -> bool {
        let in_file = self.taken < self.written;
        let fits = self.memory.is_empty() || self.memory.len() + bytes.len() <= IN_MEMORY;
        if !in_file && fits {
            self.memory.extend_from_slice(bytes);
            return true;
        }
        self.append(bytes, directory).is_ok()
    }

    fn append(&mut self, bytes: &[u8], directory: Option<&Path>) -> io::Result<()> {
        let file = match self.file.take() {
            Some(file) => file,
            None => unnamed(directory)?,
        };
        let file = self.file.insert(file);
        file.write_all_at(bytes, self.written)?;
        self.written += u64::try_from(bytes.len()).map_err(io::Error::other)?;
        Ok(())
    }
}

fn unnamed(directory: Option<&Path>) -> io::Result<File> {
    let beside = directory.and_then(|it| tempfile::tempfile_in(it).ok());
    beside.map_or_else(tempfile::tempfile, Ok)
}

/// An error that is told twice.
fn the_same(error: &io::Error) -> io::Error {
    let code = error.raw_os_error();
    code.map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

/// The end that is written to.
pub struct Inflow(pub Arc<Backlog>);

impl Write for Inflow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let backlog = &self.0;
        let mut waiting = backlog.waiting();
        loop {
            if let Some(error) = &waiting.gone {
                return Err(the_same(error));
            }
            if waiting.add(bytes, backlog.directory.as_deref()) {
                backlog.changed.notify_all();
                return Ok(bytes.len());
            }
            let changed = backlog.changed.wait(waiting);
            waiting = changed.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// It is on its way.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Ends a backlog, however its maker has ended.
pub struct Ending<'b>(&'b Backlog);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.waiting().ended = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Receiver};
    use std::thread;

    use super::*;

    /// A reader that takes nothing before it is told to, or has gone.
    struct Reader {
        go: Receiver<()>,
        read: Vec<u8>,
    }

    impl Write for Reader {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.read.is_empty() && self.go.recv().is_err() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            self.read.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Writes lines until nothing is taken any more, and lets the reader go on or go away then.
    fn lines(backlog: &Arc<Backlog>, many: usize, reader: Option<()>) -> (usize, Vec<u8>) {
        let (tell, go) = mpsc::channel();
        let mut reader_of = Reader {
            go,
            read: Vec::new(),
        };
        let mut written = 0;
        thread::scope(|scope| {
            scope.spawn(|| backlog.hand_on(&mut reader_of));
            let _ending = backlog.ending();
            let mut inflow = Inflow(Arc::clone(backlog));
            let tell = reader.and(Some(tell));
            while written < many && writeln!(inflow, "{written:>99}").is_ok() {
                written += 1;
            }
            tell.map(|tell| tell.send(()))
        });
        (written, reader_of.read)
    }

    #[test]
    fn whoever_writes_does_not_wait_for_whoever_reads() {
        // Far more than memory takes, and far more than a piece.
        let many = 3 * IN_MEMORY / 100;
        let directory = tempfile::tempdir().expect("a directory");
        let backlog = Arc::new(Backlog::new(Some(directory.path().to_owned())));
        let (written, read) = lines(&backlog, many, Some(()));
        assert_eq!(written, many);
        let expected: String = (0..many).map(|it| format!("{it:>99}\n")).collect();
        assert!(read == expected.as_bytes(), "each once, in order");
        let left = std::fs::read_dir(directory.path()).expect("a directory");
        assert_eq!(left.count(), 0, "the file has no name");
    }

    #[test]
    fn a_reader_that_has_gone_is_told_to_whoever_writes() {
        let backlog = Arc::new(Backlog::new(None));
        let (written, read) = lines(&backlog, usize::MAX, None);
        assert!(written < usize::MAX && read.is_empty());
    }
}

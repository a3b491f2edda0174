//! A file that is there whole or not at all, and never in another's place.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::files::{Draft, Whose, is_there};

/// Why something is not written to a file.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is something of that name.
    #[error("{} is there already", .0.display())]
    Present(PathBuf),
    /// A path that ends in no name.
    #[error("{} names no file or directory that could be made", .0.display())]
    Nameless(PathBuf),
    /// The disk, or whoever guards it, does not take it.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        /// What.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl FileError {
    /// Nothing is written in the place of what is there.
    pub fn of(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        let kind = error.kind();
        if matches!(
            kind,
            ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty
        ) {
            return Self::Present(path);
        }
        Self::Write { path, error }
    }
}

/// A file on its way: it has no name until it is whole, and is gone where it does not get that far.
pub struct WholeFile {
    path: PathBuf,
    draft: Draft,
    file: BufWriter<File>,
}

impl WholeFile {
    /// Begins a file, readable and writable by its owner alone.
    pub fn create(path: &Path) -> Result<Self, FileError> {
        check_free(path)?;
        let failed = |error| FileError::of(path, error);
        let draft = Draft::beside(path).map_err(failed)?;
        let file = draft.file("", &Whose::MINE).map_err(failed)?;
        Ok(Self {
            path: path.to_owned(),
            draft,
            file: BufWriter::with_capacity(64 * 1024, file),
        })
    }

    /// Gives it its name, for good. Of two that race for one name, one is refused.
    pub fn keep(mut self) -> Result<(), FileError> {
        let kept = self.file.flush();
        let kept = kept.and_then(|()| self.draft.publish("", &self.path));
        let kept = kept.and_then(|()| self.draft.finish());
        kept.map_err(|error| FileError::of(&self.path, error))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Refuses a name that is taken, or none at all.
fn check_free(path: &Path) -> Result<(), FileError> {
    if is_there(path) {
        return Err(FileError::Present(path.to_owned()));
    }
    check_named(path)
}

/// Refuses a path that ends in no name.
pub fn check_named(path: &Path) -> Result<(), FileError> {
    let name = path.file_name();
    name.map(drop)
        .ok_or_else(|| FileError::Nameless(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn names(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).expect("a directory");
        let names = entries.map(|it| it.expect("an entry").file_name());
        names.map(|it| it.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_there_once_it_is_whole() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("books");
        let mut file = WholeFile::create(&path).expect("begun");
        file.write_all(b"half").expect("written");
        assert!(!path.exists() && names(directory.path())[0].starts_with('.'));
        file.keep().expect("kept");
        assert_eq!(fs::read(&path).expect("a file"), b"half");
        let mode = fs::metadata(&path).expect("a mode").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(names(directory.path()), ["books"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = WholeFile::create(&directory.path().join("books"));
        drop(file.expect("begun"));
        assert_eq!(names(directory.path()), Vec::<String>::new());
    }

    #[test]
    fn nothing_that_is_there_is_overwritten() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("books");
        let late = WholeFile::create(&path).expect("begun");
        fs::write(&path, "others").expect("written");
        assert!(matches!(late.keep(), Err(FileError::Present(_))));
        assert!(matches!(
            WholeFile::create(&path),
            Err(FileError::Present(_))
        ));
        assert_eq!(fs::read(&path).expect("a file"), b"others");
        assert_eq!(names(directory.path()), ["books"]);
    }

    #[test]
    fn a_path_without_a_name_is_refused() {
        let refused = WholeFile::create(Path::new("not/there/.."));
        assert!(matches!(refused, Err(FileError::Nameless(_))));
    }
}

//! A file that is there whole or not at all, and never in another's place.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

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

/// A file on its way: it has another name until it is whole, and is gone where it does not get
/// that far.
pub struct WholeFile {
    path: PathBuf,
    unfinished: PathBuf,
    file: BufWriter<File>,
}

impl WholeFile {
    /// Begins a file, readable and writable by its owner alone.
    pub fn create(path: &Path) -> Result<Self, FileError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(FileError::Present(path.to_owned()));
        }
        let unfinished = unfinished(path)?;
        let file = private(&unfinished).map_err(|error| FileError::Write {
            path: path.to_owned(),
            error,
        })?;
        Ok(Self {
            path: path.to_owned(),
            unfinished,
            file: BufWriter::with_capacity(64 * 1024, file),
        })
    }

    /// Gives it its name. Two that race for one name do not overwrite each other: a link is never
    /// made over what is there.
    pub fn keep(mut self) -> Result<(), FileError> {
        let failed = |error| FileError::of(&self.path, error);
        self.file.flush().map_err(failed)?;
        self.file.get_ref().sync_all().map_err(failed)?;
        match fs::hard_link(&self.unfinished, &self.path) {
            // A file system without links.
            Err(_) if fs::symlink_metadata(&self.path).is_err() => {
                fs::rename(&self.unfinished, &self.path).map_err(failed)
            }
            linked => linked.map_err(failed),
        }
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

impl Drop for WholeFile {
    fn drop(&mut self) {
        // Whether it was linked to its name or given up, this name is of no more use. Where it was
        // renamed it is gone.
        let _ = fs::remove_file(&self.unfinished);
    }
}

/// A new file, readable and writable by its owner alone.
pub fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

/// A hidden name beside the one that it will have, which no other process takes.
pub fn unfinished(path: &Path) -> Result<PathBuf, FileError> {
    let name = path.file_name();
    let name = name.ok_or_else(|| FileError::Nameless(path.to_owned()))?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".unfinished-{}", std::process::id()));
    Ok(path.with_file_name(hidden))
}

#[cfg(test)]
mod tests {
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

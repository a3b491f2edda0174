//! A store that is a file.

use std::fmt;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::store::StoreError;

/// The path of a SQLite file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    path: PathBuf,
}

impl FilePlace {
    /// A SQLite file.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The directory that it lies in.
    pub fn directory(&self) -> &Path {
        let parent = self.path.parent().filter(|it| !it.as_os_str().is_empty());
        parent.unwrap_or(Path::new("."))
    }

    /// A file beside the store: its name with `suffix` behind it.
    pub fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    }

    /// The same place, named by the file itself where a symbolic link names it: SQLite keeps its
    /// WAL beside the file, and what popug keeps beside the store must be there once as well.
    pub(in crate::store) fn resolved(&self) -> Self {
        let named = fs::symlink_metadata(&self.path);
        let linked = named.is_ok_and(|it| it.file_type().is_symlink());
        let path = linked.then(|| fs::canonicalize(&self.path).ok()).flatten();
        path.map_or_else(|| self.clone(), Self::new)
    }

    /// Refuses whoever does not own the store's file.
    pub(in crate::store) fn check_owner(&self) -> Result<(), StoreError> {
        let found = fs::metadata(&self.path).map_err(|error| StoreError::File {
            path: self.path.clone(),
            reason: error.to_string(),
        })?;
        if owns(found.uid(), nix::unistd::geteuid().as_raw()) {
            return Ok(());
        }
        Err(StoreError::NotOwner(self.to_string()))
    }

    /// Refuses filesystems on which SQLite's locks or shared memory cannot be trusted.
    #[cfg(target_os = "linux")]
    pub(in crate::store) fn check_filesystem(&self) -> Result<(), StoreError> {
        // Numbers of statfs(2).
        const NETWORK: [(i64, &str); 8] = [
            (0x6969, "nfs"),
            (0xff53_4d42, "cifs"),
            (0xfe53_4d42, "smb2"),
            (0x517b, "smb"),
            (0x0102_1997, "9p"),
            (0x0bd0_0bd0, "lustre"),
            (0x00c3_6400, "ceph"),
            (0x5346_414f, "afs"),
        ];
        let directory = self.directory();
        let Ok(found) = nix::sys::statfs::statfs(directory) else {
            return Ok(());
        };
        let found = found.filesystem_type().0;
        match NETWORK.into_iter().find(|(number, _)| *number == found) {
            None => Ok(()),
            Some((_, kind)) => {
                let path = self.path.clone();
                Err(StoreError::NetworkFilesystem { path, kind })
            }
        }
    }

    /// Elsewhere the kind of a filesystem is not asked for.
    #[cfg(not(target_os = "linux"))]
    pub(in crate::store) fn check_filesystem(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// The system's own rule for files: whoever owns one, and root.
const fn owns(owner: u32, user: u32) -> bool {
    user == owner || user == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_its_owners_and_roots_and_nobody_elses() {
        assert!(owns(1_000, 1_000));
        assert!(owns(1_000, 0));
        assert!(!owns(1_000, 1_001));
        assert!(!owns(0, 1_000));
    }
}

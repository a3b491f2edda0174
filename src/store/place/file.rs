//! A store that is a file.

use std::fmt;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use nix::sys::statvfs::{FsFlags, statvfs};

use crate::files::directory_of;
use crate::kernel::shell::quoted_path;
use crate::store::{Place, StoreError};

/// Why a store's file may be known by another name. SQLite keeps a WAL by name, and of two WALs of
/// one file neither knows what the other holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecondName {
    /// Another link to it.
    #[error("its file has another name as well")]
    Link,
    /// It is mounted there without its directory.
    #[error("its file is mounted there alone, and has another name elsewhere")]
    Mount,
}

impl SecondName {
    /// How the store at `path` gets back to one.
    pub fn hint(self, path: &Path) -> String {
        let directory = quoted_path(directory_of(path));
        let path = quoted_path(path);
        match self {
            Self::Link => format!(
                "it can be read; remove all of its names but one, \
                 `find {directory} -xdev -samefile {path}` shows those near it"
            ),
            Self::Mount => {
                "it can be read; mount the directory that it lies in instead of the file".to_owned()
            }
        }
    }
}

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
        directory_of(&self.path)
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

    /// Why it may have another name, if it may.
    pub(in crate::store) fn second_name(&self) -> Option<SecondName> {
        let found = fs::metadata(&self.path);
        if found.is_ok_and(|it| it.nlink() > 1) {
            return Some(SecondName::Link);
        }
        is_mount_point(&self.path).then_some(SecondName::Mount)
    }

    /// Whether nothing can be written there, not even by its owner.
    pub(in crate::store) fn is_read_only(&self) -> bool {
        let found = statvfs(&self.path);
        found.is_ok_and(|it| it.flags().contains(FsFlags::ST_RDONLY))
    }

    /// Refuses what no store can be: nothing at all, a link that leads nowhere, what is no file.
    pub(in crate::store) fn check_file(&self) -> Result<(), StoreError> {
        let path = &self.path;
        match fs::metadata(path) {
            Ok(found) if found.is_file() => Ok(()),
            Ok(_) => Err(StoreError::Foreign(path.clone())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(match fs::read_link(path) {
                    Ok(to) => StoreError::Dangling {
                        path: path.clone(),
                        to,
                    },
                    Err(_) => StoreError::Missing(Place::File(self.clone())),
                })
            }
            Err(error) => Err(StoreError::Denied {
                path: path.clone(),
                reason: error.to_string(),
            }),
        }
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

#[cfg(target_os = "linux")]
fn is_mount_point(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};

    let found = statx(CWD, path, AtFlags::empty(), StatxFlags::empty());
    found.is_ok_and(|it| it.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Elsewhere no file is mounted alone.
#[cfg(not(target_os = "linux"))]
fn is_mount_point(_path: &Path) -> bool {
    false
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

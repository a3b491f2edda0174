//! A store on a file system that is read-only: read as a file that nobody changes.

use std::fs;
use std::time::SystemTime;

use crate::store::StoreError;
use crate::store::place::FilePlace;
use crate::store::sqlite::ours::denied;

/// What the file was when it was opened. Where it is read-only for this process alone, as in a
/// container, others may write to it all the same; what was read meanwhile is not to be trusted.
pub(super) struct Still {
    modified: SystemTime,
    length: u64,
}

impl Still {
    /// Refuses one whose WAL holds what is not in its file: without writing, nobody can put the two
    /// together.
    pub(super) fn of(place: &FilePlace) -> Result<Self, StoreError> {
        let path = place.path();
        if has_wal(place) {
            return Err(StoreError::ReadOnlyWal(path.to_owned()));
        }
        let found = fs::metadata(path).and_then(|it| Ok((it.modified()?, it.len())));
        let (modified, length) = found.map_err(|error| denied(path, &error.to_string()))?;
        Ok(Self { modified, length })
    }

    /// Refuses what was read while somebody wrote.
    pub(super) fn check(&self, place: &FilePlace) -> Result<(), StoreError> {
        let now = Self::of(place);
        let same = now.is_ok_and(|now| (now.modified, now.length) == (self.modified, self.length));
        let changed = || {
            let path = place.path().display();
            StoreError::Locked(format!("{path} is read-only here, and written elsewhere"))
        };
        same.then_some(()).ok_or_else(changed)
    }
}

fn has_wal(place: &FilePlace) -> bool {
    let found = fs::metadata(place.beside("-wal"));
    found.is_ok_and(|wal| wal.len() > 0)
}

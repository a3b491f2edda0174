//! Files in the making: under a name of their own until they are whole.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::store::open::Engine;
use crate::store::place::FilePlace;
use crate::store::sqlite::ours::denied;
use crate::store::sqlite::{Sqlite, head_file};
use crate::store::{Place, Store, StoreError};

/// What stands between a file's name and the numbers that make the name of its draft.
const MARK: &str = "-new-";

/// What may lie beside a draft, and what is no longer needed once it has its name.
const BESIDE: [&str; 5] = ["", "-wal", "-shm", "-head", "-journal"];

/// A file in the making. What was not published is removed when this is dropped.
pub(super) struct Draft {
    place: FilePlace,
}

impl Draft {
    /// An empty file of its own with its mode, under a name that nothing else has: neither another
    /// thread's draft nor one that a crash left behind.
    pub(super) fn begin(target: &FilePlace, mode: u32) -> Result<Self, StoreError> {
        static DRAFTS: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
            let suffix = format!("{MARK}{}-{number}", std::process::id());
            let place = FilePlace::new(target.beside(&suffix));
            let mut options = OpenOptions::new();
            let made = options.write(true).create_new(true).mode(mode);
            match made.open(place.path()) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(target.path(), &error)),
                Ok(file) => {
                    let draft = Self { place };
                    let set = file.set_permissions(Permissions::from_mode(mode));
                    set.map_err(|error| failed(target.path(), &error))?;
                    return Ok(draft);
                }
            }
        }
    }

    /// Where it is made.
    pub(super) const fn place(&self) -> &FilePlace {
        &self.place
    }

    /// Lets `fill` write to it as to a store, and leaves all of it in one file.
    pub(super) fn filled<T, E: From<StoreError>>(
        &self,
        fill: impl FnOnce(&Store) -> Result<T, E>,
    ) -> Result<T, E> {
        let sqlite = Sqlite::connect(&self.place, Duration::from_secs(1))?;
        let store = Store::on(Engine::Sqlite(sqlite));
        let answer = fill(&store)?;
        head_file::remember(&self.place, &store.head()?);
        if let Engine::Sqlite(sqlite) = store.engine {
            sqlite.run("PRAGMA wal_checkpoint(TRUNCATE)")?;
        }
        Ok(answer)
    }

    /// Gives it its name, as a file alone; one that is there is left alone.
    pub(super) fn publish_file(self, target: &Path) -> Result<(), StoreError> {
        self.name(target, StoreError::FileThere)?;
        sync_directory(target)
    }

    /// Gives it its name, as a store with the head file that was made for it.
    pub(super) fn publish_store(self, place: &FilePlace) -> Result<(), StoreError> {
        self.name(place.path(), |path| StoreError::Present(Place::file(path)))?;
        let (made, head) = (self.place.beside("-head"), place.beside("-head"));
        match fs::rename(made, &head) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(failed(&head, &error));
            }
            Ok(()) | Err(_) => {}
        }
        sync_directory(place.path())
    }

    /// Names it, once it is on the disk; what is `there` by that name already is left alone.
    fn name(&self, target: &Path, there: fn(PathBuf) -> StoreError) -> Result<(), StoreError> {
        let named = self.sync().and_then(|()| self.link(target));
        named.map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                there(target.to_owned())
            } else {
                failed(target, &error)
            }
        })
    }

    fn sync(&self) -> io::Result<()> {
        File::open(self.place.path())?.sync_all()
    }

    /// A second name fails where there is one already, which renaming would not. Where a file can
    /// have but one, the system is asked to rename without replacing.
    fn link(&self, target: &Path) -> io::Result<()> {
        match fs::hard_link(self.place.path(), target) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                rename_without_replacing(self.place.path(), target).map_err(|_| error)
            }
            named => named,
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for name in BESIDE.map(|it| self.place.beside(it)) {
            // Most of them are not there.
            let _ = fs::remove_file(name);
        }
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn rename_without_replacing(from: &Path, to: &Path) -> io::Result<()> {
    use nix::fcntl::{AT_FDCWD, RenameFlags, renameat2};

    let flags = RenameFlags::RENAME_NOREPLACE;
    Ok(renameat2(AT_FDCWD, from, AT_FDCWD, to, flags)?)
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn rename_without_replacing(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Refuses a place at which a store lies, or the WAL of one that is gone: SQLite would replay it
/// into another.
pub(super) fn check_free(place: &FilePlace) -> Result<(), StoreError> {
    let names = ["", "-wal", "-journal"].map(|suffix| place.beside(suffix));
    let mut there = names.into_iter().filter(|it| is_there(it));
    match there.next() {
        None => place.check_filesystem(),
        Some(there) => Err(StoreError::Present(Place::file(there))),
    }
}

/// Whether anything has this name, a link that leads nowhere included.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Drafts in the directory of a store whose process has gone: what a crash left behind.
pub(super) fn left_behind(place: &FilePlace) -> Vec<PathBuf> {
    let directory = directory_of(place.path());
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        maker(&name).is_some_and(|pid| !is_running(pid))
    });
    let mut left: Vec<PathBuf> = names.collect();
    left.sort();
    left
}

/// The process in the name of a draft, or of what lies beside one.
fn maker(name: &str) -> Option<i32> {
    let (_, numbers) = name.rsplit_once(MARK)?;
    let (pid, number) = numbers.split_once('-')?;
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let rest = number.strip_prefix(digits)?;
    digits.parse::<u64>().ok()?;
    BESIDE.contains(&rest).then(|| pid.parse().ok()).flatten()
}

fn is_running(pid: i32) -> bool {
    let asked = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), None);
    asked != Err(nix::errno::Errno::ESRCH)
}

fn directory_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// A name lasts once its directory is on the disk.
fn sync_directory(path: &Path) -> Result<(), StoreError> {
    let directory = directory_of(path);
    let synced = File::open(directory).and_then(|it| it.sync_all());
    synced.map_err(|error| failed(directory, &error))
}

fn failed(path: &Path, error: &io::Error) -> StoreError {
    let path = path.to_owned();
    if error.kind() == io::ErrorKind::PermissionDenied {
        return denied(&path, &error.to_string());
    }
    if let io::ErrorKind::StorageFull | io::ErrorKind::FileTooLarge = error.kind() {
        return StoreError::NoRoom(path);
    }
    let reason = error.to_string();
    StoreError::File { path, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_known_by_its_name() {
        assert_eq!(maker("popug.db-new-123-0"), Some(123));
        assert_eq!(maker("popug.db-new-123-14-wal"), Some(123));
        assert_eq!(maker("a-new-1-2-new-3-4-head"), Some(3));
        for other in [
            "popug.db",
            "popug.db-new-x-0",
            "popug.db-new-1",
            "a-new-1-2-mail",
        ] {
            assert_eq!(maker(other), None, "{other}");
        }
    }

    #[test]
    fn what_a_dead_process_left_behind_is_found_and_what_a_living_one_makes_is_not() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = FilePlace::new(directory.path().join("popug.db"));
        let draft = Draft::begin(&place, 0o600).expect("a draft");
        assert!(left_behind(&place).is_empty());
        // No process has so high a number.
        let left = place.beside("-new-999999999-0");
        fs::write(&left, "half").expect("a file");
        assert_eq!(left_behind(&place), [left]);
        drop(draft);
        assert_eq!(fs::read_dir(directory.path()).expect("it").count(), 1);
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let directory = tempfile::tempdir().expect("a directory");
        let target = directory.path().join("monday.backup");
        fs::write(&target, "older").expect("a file");
        let draft = Draft::begin(&FilePlace::new(&target), 0o600).expect("a draft");
        let refused = draft.publish_file(&target).expect_err("taken");
        assert!(matches!(refused, StoreError::FileThere(path) if path == target));
        assert_eq!(fs::read(&target).expect("a file"), b"older");
        assert_eq!(fs::read_dir(directory.path()).expect("it").count(), 1);
    }

    #[test]
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    fn where_a_file_has_one_name_it_is_renamed_and_replaces_nothing() {
        let directory = tempfile::tempdir().expect("a directory");
        let (draft, target) = (directory.path().join("a"), directory.path().join("b"));
        fs::write(&draft, "new").expect("a file");
        rename_without_replacing(&draft, &target).expect("renamed");
        fs::write(&draft, "newer").expect("a file");
        let refused = rename_without_replacing(&draft, &target).expect_err("taken");
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&target).expect("a file"), b"new");
    }
}

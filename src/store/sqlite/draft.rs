//! Stores in the making: under a name of their own until they are whole.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::files::{self, Whose, is_full, is_there};
use crate::store::head::Head;
use crate::store::open::Engine;
use crate::store::place::FilePlace;
use crate::store::sqlite::ours::{check_ours, denied};
use crate::store::sqlite::{Sqlite, head_file};
use crate::store::{Place, Store, StoreError};

/// A store in the making, or a backup. What was not published is removed when this is dropped.
pub(super) struct Draft {
    files: files::Draft,
    place: FilePlace,
    whose: Whose,
}

impl Draft {
    /// An empty file, there with its mode before SQLite opens it.
    pub(super) fn begin(target: &FilePlace, whose: &Whose) -> Result<Self, StoreError> {
        let begun = files::Draft::beside(target.path()).and_then(|files| {
            files.file("", whose)?;
            Ok(files)
        });
        let files = begun.map_err(|error| failed(target.path(), &error))?;
        let place = FilePlace::new(files.path(""));
        let whose = *whose;
        Ok(Self {
            files,
            place,
            whose,
        })
    }

    /// Where it is made.
    pub(super) const fn place(&self) -> &FilePlace {
        &self.place
    }

    /// Lays its head file beside it.
    pub(super) fn remember(&self, head: &Head) -> Result<(), StoreError> {
        let made = self.files.file("-head", &self.whose);
        let written = made.and_then(|mut file| file.write_all(&head_file::bytes(head)));
        written.map_err(|error| failed(&self.files.named("-head"), &error))
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
        let synced = self.files.finish();
        synced.map_err(|error| failed(target, &error))
    }

    /// Gives it its name, as a store with the head file that was made for it.
    pub(super) fn publish_store(self, place: &FilePlace) -> Result<(), StoreError> {
        self.name(place.path(), |path| StoreError::Present(Place::file(path)))?;
        let head = place.beside("-head");
        if is_there(&self.files.path("-head")) {
            let named = self.files.replace("-head", &head);
            named.map_err(|error| failed(&head, &error))?;
        }
        let synced = self.files.finish();
        synced.map_err(|error| failed(place.path(), &error))
    }

    /// Names it, once it is on the disk; what is `there` by that name already is left alone.
    fn name(&self, target: &Path, there: fn(PathBuf) -> StoreError) -> Result<(), StoreError> {
        self.files.publish("", target).map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                there(target.to_owned())
            } else {
                failed(target, &error)
            }
        })
    }
}

/// Refuses a place at which a store lies, or the WAL of one that is gone: SQLite would replay it
/// into another. What lies there and is none is told as whoever opens it is told.
pub(super) fn check_free(place: &FilePlace) -> Result<(), StoreError> {
    match place.check_file().and_then(|()| check_ours(place.path())) {
        Err(StoreError::Missing(_)) => {}
        Err(error @ (StoreError::Foreign(_) | StoreError::Dangling { .. })) => {
            return Err(StoreError::Occupied(Box::new(error)));
        }
        Err(error) => return Err(error),
        Ok(()) => return Err(StoreError::Present(Place::File(place.clone()))),
    }
    let names = ["-wal", "-journal"].map(|suffix| place.beside(suffix));
    let mut there = names.into_iter().filter(|it| is_there(it));
    match there.next() {
        None => place.check_filesystem(),
        Some(there) => Err(StoreError::Present(Place::file(there))),
    }
}

fn failed(path: &Path, error: &io::Error) -> StoreError {
    let path = path.to_owned();
    if error.kind() == ErrorKind::PermissionDenied {
        return denied(&path, &error.to_string());
    }
    if is_full(error) {
        return StoreError::NoRoom(path);
    }
    let reason = error.to_string();
    StoreError::File { path, reason }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::kernel::work::Work;
    use crate::store::sqlite::backup;
    use crate::store::testing::{Scratch, file};

    /// Whoever may write beside a store puts a directory of its own in the place of a draft's, with a
    /// link to another store in it, before SQLite opens the draft.
    #[test]
    fn another_store_in_the_place_of_a_draft_is_neither_written_nor_published() {
        crate::store::prepare_process().expect("prepared");
        let (store, victim) = (Scratch::file(), Scratch::file());
        let victim = file(victim.store.place()).path().to_owned();
        let before = fs::read(&victim).expect("a store");
        let directory = tempfile::tempdir().expect("a directory");
        let target = directory.path().join("monday.backup");
        let draft = Draft::begin(&FilePlace::new(&target), &Whose::MINE).expect("a draft");
        let hidden = draft.files.named("");
        let token = hidden.file_name().expect("a name");
        let made = hidden.parent().expect("a directory");
        fs::rename(made, directory.path().join("moved")).expect("moved");
        fs::create_dir(made).expect("made");
        std::os::unix::fs::symlink(&victim, made.join(token)).expect("linked");

        let Engine::Sqlite(sqlite) = &store.store.engine else {
            panic!("the store is no file");
        };
        let work = Work::default();
        backup::copy(&sqlite.connection, &draft, &target, &work).expect("copied");
        let copied = backup::check(draft.place().path(), &target, &work).expect("whole");
        assert!(copied.bytes > 0);
        draft
            .filled(|_| Ok::<_, StoreError>(()))
            .expect("opened and closed");
        let refused = draft.publish_file(&target).expect_err("it was moved away");
        assert!(matches!(refused, StoreError::File { .. }), "{refused}");
        assert!(!is_there(&target));
        assert_eq!(fs::read(&victim).expect("a store"), before);
        assert_eq!(fs::read_dir(made).expect("there").count(), 1);
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let directory = tempfile::tempdir().expect("a directory");
        let target = directory.path().join("monday.backup");
        fs::write(&target, "older").expect("a file");
        let draft = Draft::begin(&FilePlace::new(&target), &Whose::MINE).expect("a draft");
        let refused = draft.publish_file(&target).expect_err("taken");
        assert!(matches!(refused, StoreError::FileThere(path) if path == target));
        assert_eq!(fs::read(&target).expect("a file"), b"older");
        assert_eq!(fs::read_dir(directory.path()).expect("it").count(), 1);
    }
}

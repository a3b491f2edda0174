//! Making a store: all of it or nothing.

use rusqlite::{Connection, OpenFlags};

use crate::files::Whose;
use crate::store::Identity;
use crate::store::head::{Hash, Head};
use crate::store::migrate::SCHEMA;
use crate::store::place::FilePlace;
use crate::store::sqlite::draft::{self, Draft};
use crate::store::sqlite::{Sqlite, lay, ours};
use crate::store::{Store, StoreError};

impl Sqlite {
    /// Makes a store that is `whose`, and lets `fill` put its first rows in.
    ///
    /// It is made under another name and gets its own when it is whole: a crash leaves no half
    /// store, of two that make one at once one is refused, and what is there is left alone. So is
    /// the WAL of a store that is gone: SQLite would replay it into the new one. SQLite would make
    /// the file 0644, so it is there, with its mode, before SQLite opens it.
    pub(in crate::store) fn create<T, E: From<StoreError>>(
        place: &FilePlace,
        whose: &Whose,
        identity: &Identity,
        fill: impl FnOnce(&Store) -> Result<T, E>,
    ) -> Result<T, E> {
        draft::check_free(place)?;
        let draft = Draft::begin(place, whose)?;
        laid(draft.place(), identity)?;
        draft.remember(&Head::EMPTY)?;

        let answer = draft.filled(fill)?;
        draft.publish_store(place)?;
        Ok(answer)
    }

    /// Whether there is something already.
    pub(in crate::store) fn check_absent(place: &FilePlace) -> Result<(), StoreError> {
        draft::check_free(place)
    }
}

#[expect(clippy::disallowed_methods, reason = "the store is what opens stores")]
fn laid(draft: &FilePlace, identity: &Identity) -> Result<(), StoreError> {
    let path = draft.path();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let opened = Connection::open_with_flags(path, flags);
    let connection = opened.map_err(|error| StoreError::from_sqlite(&error))?;
    ours::mark(&connection)?;
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        .map_err(|error| StoreError::from_sqlite(&error))?;
    lay::lay(&connection)?;
    let created = identity.created_at.micros();
    let row = (
        Hash::ZERO.to_string(),
        SCHEMA,
        &identity.store_id,
        identity.sandbox,
        created,
    );
    let sql = "INSERT INTO log_head (one, seq, hash, schema, store_id, sandbox, created_at)
               VALUES (1, 0, ?1, ?2, ?3, ?4, ?5)";
    let laid = connection.execute(sql, row);
    laid.map(|_| ())
        .map_err(|error| StoreError::from_sqlite(&error))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::sync::Barrier;

    use super::*;
    use crate::store::Place;
    use crate::store::testing::{file, identity};

    fn make(place: &Place, store_id: &str) -> Result<(), StoreError> {
        Store::create(place, &Whose::MINE, &identity(store_id), |_| Ok(()))
    }

    fn names(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).expect("a directory");
        let names = entries.map(|it| it.expect("an entry").file_name());
        let mut names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_store_that_is_there_is_left_alone_byte_for_byte() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        make(&place, "first").expect("made");
        let before = fs::read(file(&place).path()).expect("a file");
        make(&place, "second").expect_err("it is there");
        assert_eq!(fs::read(file(&place).path()).expect("a file"), before);
    }

    #[test]
    fn many_that_make_a_store_at_once_leave_the_store_and_its_head() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        let start = Barrier::new(8);
        std::thread::scope(|threads| {
            for n in 0..8 {
                let (place, start) = (&place, &start);
                threads.spawn(move || {
                    start.wait();
                    // All but one are refused.
                    let _ = make(place, &format!("store {n}"));
                });
            }
        });
        assert_eq!(names(directory.path()), ["popug.db", "popug.db-head"]);
    }

    #[test]
    fn what_fails_on_the_way_leaves_no_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        let failed = Store::create(&place, &Whose::MINE, &identity("x"), |_| {
            Err::<(), _>(StoreError::Full("disk".to_owned()))
        });
        assert!(matches!(failed, Err(StoreError::Full(_))));
        assert!(names(directory.path()).is_empty());
        let nowhere = Place::file(directory.path().join("no/such/popug.db"));
        let missing = make(&nowhere, "x").expect_err("no directory");
        assert!(matches!(missing, StoreError::File { path, .. } if path == file(&nowhere).path()));
    }

    #[test]
    fn the_wal_of_a_store_that_is_gone_is_not_taken_for_its_own() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        fs::write(file(&place).beside("-wal"), "left behind").expect("a file");
        let refused = make(&place, "x").expect_err("refused");
        assert!(
            matches!(refused, StoreError::Present(there) if there == Place::file(file(&place).beside("-wal")))
        );
        assert_eq!(names(directory.path()), ["popug.db-wal"]);
    }

    #[test]
    fn a_store_has_the_mode_that_was_asked_for_whatever_the_umask() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        let group = Whose::shared_with(nix::unistd::getegid());
        let made = Store::create(&place, &group, &identity("x"), |_| Ok::<_, StoreError>(()));
        made.expect("made");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(file(&place).path()), 0o660);
        assert_eq!(mode(&file(&place).beside("-head")), 0o660);
    }
}

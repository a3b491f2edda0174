//! A backup: one whole file that holds the store as it was at one moment.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::files::{Whose, is_there};
use crate::kernel::ids::Seq;
use crate::kernel::work::Work;
use crate::store::head::{self, Hash};
use crate::store::place::FilePlace;
use crate::store::sqlite::Sqlite;
use crate::store::sqlite::draft::Draft;
use crate::store::sqlite::ours::{self, check_ours};
use crate::store::{Read, StoreError, columns, identity};

/// Pages copied between two looks at whether to stop.
const PAGES: i32 = 512;

/// What SQLite does between two looks at whether to stop, in its own steps.
const OPERATIONS: i32 = 100_000;

/// What a whole copy of a store holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The store's id.
    pub store_id: String,
    /// The last event in it.
    pub seq: Seq,
    /// That event's hash.
    pub hash: Hash,
    /// Its schema.
    pub schema: i64,
    /// How long the file is.
    pub bytes: u64,
}

impl Sqlite {
    /// Copies the store into a file of its own that is `whose`, beside everybody who reads and writes.
    /// A file that is there is left alone.
    ///
    /// All pages come from one snapshot, held for as long as they are copied: without it, SQLite
    /// begins anew whenever another process has written, and under writers that never stop comes to
    /// no end. The copy is checked, and on the disk, before it gets its name.
    pub(in crate::store) fn backup(
        &self,
        file: &Path,
        whose: &Whose,
        work: &Work,
    ) -> Result<Copied, StoreError> {
        if let Some(afresh) = self.afresh()? {
            return afresh.backup(file, whose, work);
        }
        if is_there(file) {
            return Err(StoreError::FileThere(file.to_owned()));
        }
        let draft = Draft::begin(&FilePlace::new(file), whose)?;
        self.read(|read| {
            // The first statement is what takes the snapshot.
            head::read(read)?;
            copy(&self.connection, &draft, file, work)
        })?;
        let copied = check(draft.place().path(), file, work)?;
        draft.publish_file(file)?;
        Ok(copied)
    }
}

/// Copies every page into a draft of `target`. Nobody else knows of the draft: it takes neither
/// locks, which the filesystem of a backup may not have, nor a journal.
#[expect(clippy::disallowed_methods, reason = "the store is what opens stores")]
pub(super) fn copy(
    from: &Connection,
    draft: &Draft,
    target: &Path,
    work: &Work,
) -> Result<(), StoreError> {
    let failed = |error: &rusqlite::Error| {
        let error = StoreError::from_sqlite(error);
        if let StoreError::Full(_) = error {
            return StoreError::NoRoom(target.to_owned());
        }
        error
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let uri = ours::uri(draft.place().path(), "nolock=1");
    let mut to = Connection::open_with_flags(uri, flags).map_err(|error| failed(&error))?;
    to.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        .map_err(|error| failed(&error))?;
    let backup = Backup::new(from, &mut to).map_err(|error| failed(&error))?;
    loop {
        if work.is_stopped() {
            return Err(StoreError::Stopped);
        }
        let step = backup.step(PAGES).map_err(|error| failed(&error))?;
        if step == StepResult::Done {
            return Ok(());
        }
        if step != StepResult::More {
            return Err(StoreError::Locked("it cannot be copied".to_owned()));
        }
    }
}

/// What a copy holds, once SQLite finds it sound and its log ends with the event that it names.
pub(super) fn check(copy: &Path, target: &Path, work: &Work) -> Result<Copied, StoreError> {
    check_ours(copy)?;
    let mut connection = open_whole(copy)?;
    let unsound = |reason: String| StoreError::Unsound {
        path: target.to_owned(),
        reason,
    };
    let seen = work.clone();
    connection
        .progress_handler(OPERATIONS, Some(move || seen.is_stopped()))
        .map_err(|error| StoreError::from_sqlite(&error))?;
    let complaints = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
    let complaint: String = complaints.map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::OperationInterrupted) => StoreError::Stopped,
        _ => unsound(error.to_string()),
    })?;
    if complaint != "ok" {
        let last = complaint.lines().next_back().unwrap_or_default();
        return Err(unsound(last.to_owned()));
    }
    let read = Read::sqlite(&connection);
    let unread = |error: StoreError| unsound(error.to_string());
    if !ends_with_head(&read).map_err(unread)? {
        return Err(unsound(
            "its log does not end where its head says".to_owned(),
        ));
    }
    said(&read, copy).map_err(unread)
}

/// What a copy says that it holds, whatever has become of it.
pub(super) fn unchecked(copy: &Path) -> Result<Copied, StoreError> {
    check_ours(copy)?;
    said(&Read::sqlite(&open_whole(copy)?), copy)
}

fn said(read: &Read<'_>, copy: &Path) -> Result<Copied, StoreError> {
    let head = head::read(read)?;
    let id = read.one("SELECT store_id FROM log_head", &[], columns)?;
    let length = std::fs::metadata(copy).map_err(|error| ours::denied(copy, &error.to_string()))?;
    Ok(Copied {
        store_id: identity::store_id(id)?,
        seq: head.seq,
        hash: head.hash,
        schema: head.schema,
        bytes: length.len(),
    })
}

/// Whether the last event of the log is the one that its head names.
fn ends_with_head(read: &Read<'_>) -> Result<bool, StoreError> {
    let head = head::read(read)?;
    let sql = "SELECT hash FROM events_log WHERE seq = ?1";
    let last = read.first(sql, &[&head.seq], columns)?;
    Ok(last.unwrap_or(Hash::ZERO) == head.hash)
}

/// A file that nobody writes, opened without a lock and without a WAL.
#[expect(clippy::disallowed_methods, reason = "the store is what opens stores")]
pub(super) fn open_whole(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let opened = Connection::open_with_flags(ours::uri(path, "immutable=1"), flags);
    opened.map_err(|error| ours::denied(path, &error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use std::time::Duration;

    use super::*;
    use crate::store::Store;
    use crate::store::testing::{Scratch, append, file, stamp};

    const NOW: &str = "2026-11-23T18:30:00Z";

    fn write(store: &Store, data: &str) -> Seq {
        let written = store.write(&stamp(NOW), |tx| append(tx, data));
        written.expect("a write")
    }

    fn beside(scratch: &Scratch, name: &str) -> std::path::PathBuf {
        file(scratch.store.place()).path().with_file_name(name)
    }

    /// SQLite copies in steps, and begins anew where another connection has written in between.
    #[test]
    fn a_backup_comes_to_an_end_under_writers_that_never_stop() {
        let scratch = Scratch::file();
        let filler = format!("\"{}\"", "x".repeat(100_000));
        for _ in 0..200 {
            write(&scratch.store, &filler);
        }
        let enough = Work::default();
        std::thread::scope(|threads| {
            for _ in 0..4 {
                let (place, enough) = (scratch.store.place(), &enough);
                threads.spawn(move || {
                    let store = Store::open(place, Duration::from_secs(60)).expect("opens");
                    while !enough.is_stopped() {
                        write(&store, "{}");
                    }
                });
            }
            for name in ["first", "second"] {
                let acknowledged = write(&scratch.store, "{}");
                let file = beside(&scratch, name);
                let copied = scratch.store.backup(&file, &Whose::MINE, &Work::default());
                let copied = copied.expect("a backup");
                assert!(copied.seq >= acknowledged, "{copied:?}");
                assert!(copied.bytes > 20_000_000, "{copied:?}");
                let again = check(&file, &file, &Work::default()).expect("whole");
                assert_eq!(again, copied);
            }
            enough.stop().store(true, Ordering::Relaxed);
        });
    }

    #[test]
    fn a_backup_that_is_to_stop_leaves_nothing() {
        let scratch = Scratch::file();
        let file = beside(&scratch, "monday.backup");
        let work = Work::default();
        work.stop().store(true, Ordering::Relaxed);
        let stopped = scratch.store.backup(&file, &Whose::MINE, &work);
        assert!(matches!(stopped, Err(StoreError::Stopped)));
        let directory = file.parent().expect("a directory");
        let names = std::fs::read_dir(directory).expect("a directory");
        let names = names.map(|it| it.expect("an entry").file_name());
        let left = names.filter(|name| name.to_string_lossy().contains("monday"));
        assert_eq!(left.count(), 0);
    }

    #[test]
    fn a_copy_whose_log_lacks_its_last_event_is_not_whole() {
        let scratch = Scratch::file();
        write(&scratch.store, "{}");
        let file = beside(&scratch, "monday.backup");
        scratch.raw().batch("UPDATE log_head SET seq = 2");
        let refused = scratch.store.backup(&file, &Whose::MINE, &Work::default());
        let refused = refused.expect_err("refused").to_string();
        assert!(
            refused.ends_with("its log does not end where its head says"),
            "{refused}"
        );
        assert!(!file.exists());
    }
}

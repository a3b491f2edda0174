//! Files: whose they are, what else may lie there, and what is left after a crash.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::*;
use crate::files::Whose;
use crate::kernel::ids::Seq;
use crate::store::testing::{self, Scratch, file, seqs, stamp};
use crate::store::{Hash, Place, Store};

const NOW: &str = "2026-11-23T18:30:00Z";

fn write(store: &Store) -> Result<Seq, StoreError> {
    store.write(&stamp(NOW), |tx| testing::append(tx, "{}"))
}

fn open(path: impl Into<std::path::PathBuf>) -> Result<Store, StoreError> {
    Store::open(&Place::file(path), Duration::from_secs(5))
}

/// Everything in a directory, byte for byte.
fn contents(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(directory).expect("a directory");
    let files = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        (name.into_owned(), fs::read(&path).expect("a file"))
    });
    files.collect()
}

#[test]
fn every_file_of_a_store_is_its_owners_alone() {
    let scratch = Scratch::file();
    write(&scratch.store).expect("a write");
    for suffix in ["", "-wal", "-shm", "-head"] {
        let file = file(scratch.store.place()).beside(suffix);
        let mode = fs::metadata(&file).expect(suffix).permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}

/// As on a disk without room for the memory that processes share.
#[test]
fn a_store_that_is_opened_for_one_at_a_time_is_free_between_transactions() {
    let scratch = Scratch::file();
    let place = file(scratch.store.place()).clone();
    write(&scratch.store).expect("a write");
    let alone = |place: &FilePlace| {
        let opened = Sqlite::open(place, Duration::from_secs(1), Company::Nobody);
        opened.and_then(Sqlite::let_go)
    };
    assert!(matches!(
        alone(&place),
        Err(StoreError::Busy(1) | StoreError::Locked(_))
    ));
    drop(scratch.store);
    let alone = alone(&place).expect("opens");
    let last = |sqlite: &Sqlite| sqlite.head().expect("a head").seq;
    assert_eq!(last(&alone), Seq::new(1));
    let others = open(place.path()).expect("opens beside it");
    write(&others).expect("a write beside it");
    assert_eq!(last(&alone), Seq::new(2));
    let backup = place.beside("-backup");
    let copied = alone.backup(&backup, &Whose::MINE, &Work::default());
    assert_eq!(copied.expect("copied").seq, Seq::new(2));
    alone
        .write(&stamp(NOW), Ending::Commit, |tx| testing::append(tx, "{}"))
        .expect("a write of its own");
    assert_eq!(others.head().expect("a head").seq, Seq::new(3));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "another program's database")]
fn what_is_no_store_is_left_alone_byte_for_byte() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    fs::write(at("letter.txt"), "Dear Kesha,\n".repeat(400)).expect("a file");
    fs::write(at("empty"), "").expect("a file");
    let other = Connection::open(at("other.db")).expect("opens");
    let table = "CREATE TABLE t (x); INSERT INTO t VALUES (1);";
    other.execute_batch(table).expect("a table");
    drop(other);

    // Another program's, with a WAL that its owner has not written back.
    let owner = directory.path().join("owner");
    fs::create_dir(&owner).expect("a directory");
    let other = Connection::open(owner.join("w.db")).expect("opens");
    let wal = format!("PRAGMA journal_mode = WAL; {table}");
    other.execute_batch(&wal).expect("a table");
    for name in ["w.db", "w.db-wal"] {
        fs::copy(owner.join(name), at(name)).expect("a copy");
    }
    drop(other);
    fs::remove_dir_all(owner).expect("removed");

    let before = contents(directory.path());
    for name in ["letter.txt", "empty", "other.db", "w.db", "."] {
        let refused = open(at(name)).err().expect(name);
        assert!(
            matches!(refused, StoreError::Foreign(_)),
            "{name}: {refused}"
        );
    }
    assert!(matches!(open(at("none")), Err(StoreError::Missing(_))));
    assert_eq!(contents(directory.path()), before);
}

/// As it is for a moment while another process checkpoints: the header names more pages than the
/// file has yet.
#[test]
fn a_store_that_grows_at_this_moment_is_still_popugs() {
    let scratch = Scratch::file();
    let path = file(scratch.store.place()).path().to_owned();
    drop(scratch.store);
    let file = fs::OpenOptions::new().write(true).open(&path);
    let length = fs::metadata(&path).expect("a file").len();
    file.and_then(|it| it.set_len(length - 3 * 4096))
        .expect("shortened");
    check_ours(&path).expect("popug's own");
    let damaged = open(&path).err().expect("pages are missing");
    assert!(matches!(damaged, StoreError::Damaged(_)), "{damaged}");
}

#[test]
fn a_store_behind_a_symbolic_link_is_one_store() {
    let scratch = Scratch::file();
    let place = scratch.store.place().clone();
    let elsewhere = tempfile::tempdir().expect("a directory");
    let link = elsewhere.path().join("link.db");
    std::os::unix::fs::symlink(file(&place).path(), &link).expect("a link");
    let through = open(&link).expect("opens");
    write(&through).expect("a write");
    assert_eq!(
        file(through.place()).beside("-head"),
        fs::canonicalize(file(&place).beside("-head")).expect("a head")
    );
    assert_eq!(contents(elsewhere.path()).len(), 1);
    let remembered = fs::read(file(&place).beside("-head")).expect("a head");
    assert_eq!(remembered[..8], 1_i64.to_be_bytes());
}

#[test]
fn a_store_may_have_any_name() {
    let scratch = Scratch::file();
    write(&scratch.store).expect("a write");
    let path = file(scratch.store.place()).path().to_owned();
    drop(scratch.store);
    let odd = path.with_file_name("100 %41?immutable=0#ü'.db");
    fs::rename(path, &odd).expect("renamed");
    let store = open(&odd).expect("opens");
    assert_eq!(write(&store).expect("a write"), Seq::new(2));
    let names = contents(odd.parent().expect("a directory")).into_keys();
    assert!(
        names
            .into_iter()
            .all(|it| it.starts_with("100 %41") || it == "popug.db-head")
    );
}

/// A store of five events as it would be after a crash that left `wal` of its WAL.
fn crashed(keep_head: bool, wal: impl Fn(usize) -> usize) -> (tempfile::TempDir, Place) {
    let scratch = Scratch::file();
    for _ in 0..5 {
        write(&scratch.store).expect("a write");
    }
    let directory = tempfile::tempdir().expect("a directory");
    let place = Place::file(directory.path().join("popug.db"));
    let from = |suffix: &str| fs::read(file(scratch.store.place()).beside(suffix)).expect(suffix);
    let (log, head) = (from("-wal"), from("-head"));
    fs::write(file(&place).path(), from("")).expect("a copy");
    fs::write(file(&place).beside("-wal"), &log[..wal(log.len())]).expect("a copy");
    if keep_head {
        fs::write(file(&place).beside("-head"), head).expect("a copy");
    }
    (directory, place)
}

#[test]
fn a_whole_wal_loses_nothing() {
    let (_directory, place) = crashed(true, |length| length);
    let store = open(file(&place).path()).expect("opens");
    store.check_acknowledged().expect("nothing was lost");
    assert_eq!(write(&store).expect("a write"), Seq::new(6));
}

#[test]
fn a_wal_cut_short_refuses_writes_and_lets_reads_go_on() {
    for wal in [|length| length - 1, |length| length / 2, |_| 0] {
        let (_directory, place) = crashed(true, wal);
        let store = open(file(&place).path()).expect("opens");
        let left = seqs(&store);
        assert!(left.len() < 5, "{left:?}");
        for _ in 0..2 {
            let lost = write(&store).expect_err("refused");
            let known = matches!(
                lost,
                StoreError::LostCommits {
                    acknowledged: 5,
                    ..
                }
            );
            assert!(known, "{lost}");
        }
        let lost = store.check_acknowledged().expect_err("lost");
        let expected = format!(
            "the store has lost commits that it acknowledged: event 5 was the last, the log now \
             ends at {}",
            left.len()
        );
        assert_eq!(lost.to_string(), expected);
        assert_eq!(seqs(&store), left);
    }
}

#[test]
fn a_head_that_is_absent_or_torn_is_made_anew() {
    let (_directory, place) = crashed(false, |length| length);
    let store = open(file(&place).path()).expect("opens");
    let broken = [
        None,
        Some(vec![7; 48]),
        Some(vec![0; 20]),
        Some(Vec::new()),
        Some(vec![1; 49]),
    ];
    for broken in broken {
        if let Some(bytes) = broken {
            fs::write(file(&place).beside("-head"), bytes).expect("written");
        }
        write(&store).expect("a write");
        let head = fs::read(file(&place).beside("-head")).expect("a head");
        assert_eq!(head.len(), 48);
        store.check_acknowledged().expect("the head is whole");
    }
    assert_eq!(seqs(&store).len(), 10);
}

#[test]
fn an_older_head_is_harmless_and_one_of_another_history_is_not() {
    let scratch = Scratch::file();
    write(&scratch.store).expect("a write");
    let head = file(scratch.store.place()).beside("-head");
    let older = fs::read(&head).expect("a head");
    for _ in 0..3 {
        write(&scratch.store).expect("a write");
    }
    fs::write(&head, older).expect("written");
    assert_eq!(write(&scratch.store).expect("a write"), Seq::new(5));

    let now = scratch.store.head().expect("a head");
    let hash = Hash([9; 32]);
    head_file::remember(file(scratch.store.place()), &Head { hash, ..now });
    let other = write(&scratch.store).expect_err("another history");
    assert!(matches!(other, StoreError::LostCommits { .. }), "{other}");
}

//! What a read sees, and what it says where it cannot.

use super::NOW;
use crate::kernel::ids::Seq;
use crate::store::testing::{Engine, Scratch, Site, append, glance, stamp};
use crate::store::{Read, SCHEMA, Store, StoreError, columns};

on_both_engines! {
    a_read_sees_one_state_while_others_commit,
    a_read_that_fails_leaves_the_store_usable,
    a_read_that_stumbles_over_an_upgrade_says_so,
    a_commit_of_somebody_else_shows,
    a_row_that_must_be_there_is_missed_and_one_that_may_be_is_not,
    a_column_that_holds_something_else_says_what_it_holds,
    where_there_is_no_store_none_is_opened,
}

fn write(store: &Store) -> Seq {
    let written = store.write(&stamp(NOW), |tx| append(tx, "{}"));
    written.expect("a write")
}

fn count(read: &Read<'_>) -> Result<i64, StoreError> {
    read.one("SELECT COUNT(*) FROM events_log", &[], columns)
}

fn last(read: &Read<'_>) -> Result<i64, StoreError> {
    read.one("SELECT seq FROM log_head", &[], columns)
}

fn a_read_sees_one_state_while_others_commit(on: Engine) {
    let scratch = Scratch::on(on);
    let other = scratch.open();
    write(&other);
    let seen = scratch.store.read(|read| {
        let before = count(read)?;
        write(&other);
        let (between, head) = (count(read)?, last(read)?);
        write(&other);
        Ok::<_, StoreError>([before, between, head, count(read)?, last(read)?])
    });
    assert_eq!(seen.expect("a read"), [1; 5]);
    let after: Result<i64, StoreError> = scratch.store.read(count);
    assert_eq!(after.expect("a read"), 3);
}

fn a_read_that_fails_leaves_the_store_usable(on: Engine) {
    let scratch = Scratch::on(on);
    for _ in 0..2 {
        let failed = scratch
            .store
            .read(|read| read.all("SELECT missing FROM log_head", &[], |_| Ok(())));
        let failed: StoreError = failed.expect_err("no such column");
        assert!(matches!(failed, StoreError::Sql(_)), "{failed}");
        assert!(failed.to_string().contains("missing"), "{failed}");
    }
    assert_eq!(write(&scratch.store), Seq::new(1));
}

fn a_read_that_stumbles_over_an_upgrade_says_so(on: Engine) {
    let scratch = Scratch::on(on);
    let read = |store: &Store| {
        let sql = "SELECT name FROM auth_user";
        store.read(|read| read.all(sql, &[], crate::store::columns::<String>))
    };
    for _ in 0..3 {
        let found: Result<_, StoreError> = read(&scratch.store);
        assert!(found.expect("reads").is_empty());
    }
    scratch.raw().batch(&format!(
        "ALTER TABLE auth_user RENAME COLUMN name TO called; UPDATE log_head SET schema = {}",
        SCHEMA + 1
    ));
    let refused: StoreError = read(&scratch.store).expect_err("too new");
    assert!(matches!(refused, StoreError::TooNew { .. }), "{refused}");
}

fn a_commit_of_somebody_else_shows(on: Engine) {
    let scratch = Scratch::on(on);
    let other = scratch.open();
    let commits = || scratch.store.others_commits().expect("a number");
    let before = commits();
    let read: Result<i64, StoreError> = other.read(count);
    assert_eq!(read.expect("a read"), 0);
    let rehearsed = other.rehearse(&stamp(NOW), |tx| append(tx, "{}"));
    rehearsed.expect("a rehearsal");
    assert_eq!(commits(), before);
    for _ in 0..3 {
        let before = commits();
        write(&other);
        assert_ne!(commits(), before);
    }
}

fn a_row_that_must_be_there_is_missed_and_one_that_may_be_is_not(on: Engine) {
    let scratch = Scratch::on(on);
    let sql = "SELECT seq, cause FROM events_log WHERE seq >= ?1 ORDER BY seq";
    let first = |from: i64| -> Result<Option<(i64, Option<i64>)>, StoreError> {
        scratch
            .store
            .read(|read| read.first(sql, &[&from], columns))
    };
    assert_eq!(first(1).expect("a read"), None);
    (0..3).for_each(|_| {
        write(&scratch.store);
    });
    assert_eq!(first(2).expect("a read"), Some((2, None)));
    let missed = scratch
        .store
        .read(|read| read.one(sql, &[&9], crate::store::columns::<i64>));
    assert!(matches!(missed, Err(StoreError::NoRow(it)) if it == sql));
}

fn a_column_that_holds_something_else_says_what_it_holds(on: Engine) {
    let scratch = Scratch::on(on);
    write(&scratch.store);
    let wrong = |sql: &'static str| -> String {
        let read = scratch
            .store
            .read(|read| read.one(sql, &[], crate::store::columns::<i64>));
        let wrong: StoreError = read.expect_err(sql);
        assert!(wrong.is_of_the_rows(), "{wrong}");
        wrong.to_string()
    };
    assert_eq!(
        wrong("SELECT cause FROM events_log"),
        "the store holds nothing where a number belongs (events_log, row ?, column cause)"
    );
    assert_eq!(
        wrong("SELECT actor FROM events_log"),
        "the store holds 'a' where a number belongs (events_log, row ?, column actor)"
    );
    let told = scratch.store.read(|read| {
        let sql = "SELECT actor, cause, seq = 1, seq = 2 FROM events_log";
        read.one(sql, &[], |row| {
            let text = (row.text(0).to_owned(), row.text(1).to_owned());
            Ok((text, row.get::<bool>(2)?, row.get::<bool>(3)?))
        })
    });
    let told: Result<_, StoreError> = told;
    let text = ("a".to_owned(), String::new());
    assert_eq!(told.expect("a read"), (text, true, false));
}

fn where_there_is_no_store_none_is_opened(on: Engine) {
    let site = Site::on(on);
    let opened = Store::open(site.place(), std::time::Duration::from_secs(5));
    for opened in [opened, glance(site.place())] {
        let missing = opened.err().expect("nothing is there");
        assert!(
            matches!(&missing, StoreError::Missing(place) if place == site.place()),
            "{missing}"
        );
    }
    Store::check_absent(site.place()).expect("nothing is there");
}

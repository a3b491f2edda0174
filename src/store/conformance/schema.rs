//! The schema that a store has, and the guards of what is append-only.

use std::time::Duration;

use super::NOW;
use crate::store::testing::{Engine, Scratch, append, glance, seqs, stamp};
use crate::store::{SCHEMA, Store, StoreError, unguarded, unlike};

on_both_engines! {
    a_store_of_another_schema_is_neither_read_nor_written,
    what_is_append_only_can_be_neither_changed_nor_removed_nor_replaced,
    a_guard_that_is_gone_is_missed,
    a_part_of_a_table_that_is_gone_or_strange_is_told,
}

fn write(store: &Store) -> Result<(), StoreError> {
    store.write(&stamp(NOW), |tx| append(tx, "{}").map(|_| ()))
}

fn a_store_of_another_schema_is_neither_read_nor_written(on: Engine) {
    let scratch = Scratch::on(on);
    let place = scratch.store.place();
    let raw = scratch.raw();
    let open = || Store::open(place, Duration::from_secs(5)).err();
    let look = || glance(place).err();
    raw.batch(&format!("UPDATE log_head SET schema = {}", SCHEMA + 1));
    let text = format!(
        "the store has schema {}; this popug knows {SCHEMA}",
        SCHEMA + 1
    );
    let older = Store::open_older(place, Duration::from_secs(5)).err();
    let open_before = write(&scratch.store).err();
    for refused in [open(), look(), older, open_before] {
        assert_eq!(refused.expect("too new").to_string(), text);
    }
    raw.batch(&format!("UPDATE log_head SET schema = {}", SCHEMA - 1));
    for refused in [open(), look(), write(&scratch.store).err()] {
        let refused = refused.expect("too old");
        assert!(matches!(refused, StoreError::ToUpgrade { .. }), "{refused}");
    }
    Store::open_older(place, Duration::from_secs(5)).expect("it is known");
    assert!(seqs(&scratch.store).is_empty());
}

fn what_is_append_only_can_be_neither_changed_nor_removed_nor_replaced(on: Engine) {
    let scratch = Scratch::on(on);
    let row = "INSERT INTO tasks_pool_change (version, user_id, joins) VALUES (1, 1, 1)";
    let written = scratch.store.write(&stamp(NOW), |tx| tx.execute(row, &[]));
    written.expect("a first row");
    for attempt in [
        "UPDATE tasks_pool_change SET joins = 0",
        "DELETE FROM tasks_pool_change",
        "INSERT INTO tasks_pool_change (version, user_id, joins) VALUES (1, 2, 1)
         ON CONFLICT (version) DO UPDATE SET joins = 0",
        row,
    ] {
        let refused = scratch
            .store
            .write(&stamp(NOW), |tx| tx.execute(attempt, &[]));
        let refused = refused.expect_err(attempt);
        assert!(matches!(refused, StoreError::Constraint(_)), "{refused}");
        let told = refused.to_string();
        let guarded = told.contains("tasks_pool_change is append-only");
        assert!(guarded || attempt == row, "{told}");
    }
    let left = scratch
        .raw()
        .rows("SELECT version, user_id, joins FROM tasks_pool_change");
    assert_eq!(left, [["1", "1", "1"].map(|it| Some(it.to_owned()))]);
}

fn a_part_of_a_table_that_is_gone_or_strange_is_told(on: Engine) {
    let scratch = Scratch::on(on);
    let told = || scratch.store.read(unlike).expect("an examination");
    assert_eq!(told(), [""; 0]);
    let raw = scratch.raw();
    for change in [
        "DROP INDEX tasks_task_status",
        "DROP INDEX auth_token_name",
        "ALTER TABLE auth_user ADD COLUMN vice TEXT",
    ] {
        raw.batch(change);
    }
    let told = told().join("\n");
    let parts = match on {
        Engine::Sqlite => [
            "the index tasks_task_status is missing",
            "the index auth_token_name is missing",
            "the table auth_user is not as popug makes it",
        ],
        Engine::Postgres => [
            "the index tasks_task_status of tasks_task is missing",
            "the unique index auth_token_name of auth_token is missing",
            "the column vice of auth_user is none of popug's",
        ],
    };
    for part in parts {
        assert!(told.contains(part), "{told}");
    }
    assert_eq!(told.lines().count(), 3, "{told}");
}

fn missed(scratch: &Scratch) -> Vec<&'static str> {
    scratch.store.read(unguarded).expect("an examination")
}

fn a_guard_that_is_gone_is_missed(on: Engine) {
    let scratch = Scratch::on(on);
    assert_eq!(missed(&scratch), [""; 0]);
    let raw = scratch.raw();
    raw.edit("events_log", "UPDATE events_log SET actor = 'b'");
    assert_eq!(missed(&scratch), [""; 0]);
    raw.unguard("tasks_draw");
    assert_eq!(missed(&scratch), ["tasks_draw"]);
    if on == Engine::Postgres {
        raw.batch("ALTER TABLE events_log DISABLE TRIGGER events_log_no_truncate");
        assert_eq!(missed(&scratch), ["events_log", "tasks_draw"]);
    }
}

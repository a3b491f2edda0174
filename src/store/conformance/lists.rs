//! Answers of any length, row by row, and whoever looks at them.

use std::ops::ControlFlow;

use super::{NOW, ROWS};
use crate::store::testing::{Engine, Scratch, append, stamp};
use crate::store::{Insert, Read, StoreError, Value, columns};

on_both_engines! {
    however_long_a_list_is_each_row_is_seen_once,
    whoever_looks_at_a_row_may_ask_for_others,
    a_list_may_be_left_after_any_row,
    a_list_is_left_with_the_error_of_whoever_looks,
    a_transaction_may_have_as_many_lists_as_it_likes,
}

const LIST: &str = "SELECT id FROM test_row WHERE id >= ?1 ORDER BY id";

/// A store with so many rows, numbered from 0.
fn scratch(on: Engine, rows: i64) -> Scratch {
    let scratch = Scratch::on(on);
    scratch.raw().lay(ROWS);
    add(&scratch, 0..rows);
    scratch
}

fn add(scratch: &Scratch, ids: std::ops::Range<i64>) {
    const INTO: Insert = Insert {
        table: "test_row",
        columns: &["id", "n"],
    };
    let added = scratch.store.write(&stamp(NOW), |tx| {
        let rows = ids.clone();
        tx.insert_many(&INTO, rows.map(|id| [Value::Int(id), Value::Int(id * 2)]))
    });
    added.expect("added");
}

fn seen(read: &Read<'_>) -> Result<Vec<i64>, StoreError> {
    let mut seen = Vec::new();
    read.each(LIST, &[&0], |row| {
        seen.push(columns(row)?);
        Ok::<_, StoreError>(())
    })?;
    Ok(seen)
}

fn however_long_a_list_is_each_row_is_seen_once(on: Engine) {
    let scratch = scratch(on, 0);
    let mut before = 0;
    for rows in [0, 1, 999, 1_000, 1_001, 5_000] {
        add(&scratch, before..rows);
        before = rows;
        let expected: Vec<i64> = (0..rows).collect();
        let read = scratch.store.read(seen);
        assert_eq!(read.expect("reads"), expected);
        let read = scratch
            .store
            .read(|read| read.all(LIST, &[&0], columns::<i64>));
        let read: Result<_, StoreError> = read;
        assert_eq!(read.expect("reads"), expected);
        let written = scratch.store.write(&stamp(NOW), |tx| seen(tx));
        assert_eq!(written.expect("writes"), expected);
    }
}

fn whoever_looks_at_a_row_may_ask_for_others(on: Engine) {
    let scratch = scratch(on, 2_100);
    let ask = |read: &Read<'_>| {
        let (mut sum, mut inner) = (0, 0);
        read.each(LIST, &[&0], |row| {
            let id: i64 = columns(row)?;
            let sql = "SELECT n FROM test_row WHERE id = ?1";
            sum += read.one(sql, &[&id], columns::<i64>)?;
            if id % 700 == 0 {
                read.each(LIST, &[&0], |_| {
                    inner += 1;
                    Ok::<_, StoreError>(())
                })?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok::<_, StoreError>((sum, inner))
    };
    let expected = (2_100 * 2_099, 3 * 2_100);
    assert_eq!(scratch.store.read(ask).expect("reads"), expected);
    let written = scratch.store.write(&stamp(NOW), |tx| ask(tx));
    assert_eq!(written.expect("writes"), expected);
}

fn a_list_may_be_left_after_any_row(on: Engine) {
    let scratch = scratch(on, 2_500);
    for enough in [1, 999, 1_000, 1_001, 2_500] {
        let leave = |read: &Read<'_>| {
            let mut seen = 0;
            let see = &mut |_: i64| {
                seen += 1;
                match seen < enough {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            };
            read.walk(LIST, &[&0], columns, see)?;
            let sql = "SELECT COUNT(*) FROM test_row";
            let all: i64 = read.one(sql, &[], columns)?;
            Ok::<_, StoreError>((seen, all))
        };
        assert_eq!(scratch.store.read(leave).expect("reads"), (enough, 2_500));
        let written = scratch.store.write(&stamp(NOW), |tx| {
            let left = leave(tx)?;
            append(tx, "{}")?;
            Ok::<_, StoreError>(left)
        });
        assert_eq!(written.expect("writes"), (enough, 2_500));
    }
}

#[derive(Debug, thiserror::Error)]
enum Stopped {
    #[error("seen enough at {0}")]
    At(i64),
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn a_list_is_left_with_the_error_of_whoever_looks(on: Engine) {
    let scratch = scratch(on, 1_500);
    for last in [0, 999, 1_000, 1_499] {
        let stopped = scratch.store.read(|read| {
            read.each(LIST, &[&0], |row| match row.get::<i64>(0)? {
                id if id == last => Err(Stopped::At(id)),
                _ => Ok(()),
            })
        });
        let stopped = stopped.expect_err("stopped").to_string();
        assert_eq!(stopped, format!("seen enough at {last}"));
        assert_eq!(scratch.store.read(seen).expect("reads").len(), 1_500);
    }
}

fn a_transaction_may_have_as_many_lists_as_it_likes(on: Engine) {
    let scratch = scratch(on, 3);
    for lists in [1, 15, 16, 17, 40] {
        let many = |read: &Read<'_>| {
            (0..lists).try_for_each(|_| {
                assert_eq!(seen(read)?, [0, 1, 2]);
                Ok::<_, StoreError>(())
            })
        };
        scratch.store.read(many).expect("reads");
        let written = scratch.store.write(&stamp(NOW), |tx| {
            many(tx)?;
            append(tx, "{}")
        });
        written.expect("writes");
    }
}

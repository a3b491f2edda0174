//! Rows on their way in and out: many at once, and whatever may stand in them.

use super::{NOW, ROWS};
use crate::store::testing::{Engine, Scratch, stamp};
use crate::store::{Insert, Store, StoreError, Update, Value, Write, columns};

on_both_engines! {
    as_many_rows_as_one_likes_are_inserted_as_they_are,
    as_many_rows_as_one_likes_are_updated_by_their_key,
    a_key_may_be_of_several_columns,
    rows_that_break_a_rule_are_refused_together,
    text_is_ordered_by_its_bytes,
    numbers_reach_to_both_ends,
    a_statement_takes_now_a_value_and_now_none,
}

/// Below, at and above every number at which something changes.
const SIZES: [i64; 7] = [0, 1, 2, 9, 10, 11, 25_000];

/// What means something to somebody, or has many bytes.
const TEXTS: [&str; 18] = [
    "",
    " ",
    "\t",
    "a\tb",
    "a\nb\n",
    "\r\n",
    "\\",
    "\\N",
    "\\.",
    "\\.\n",
    "'",
    "''; DROP TABLE test_row; --",
    "\"",
    "{1,NULL,\"2\"}",
    "NULL",
    "?1 $1 %s",
    "жук \u{1f99c}\u{1f3fd}",
    "\u{10ffff}e\u{301}",
];

type Row = (i64, Option<i64>, Option<String>);

const INTO: Insert = Insert {
    table: "test_row",
    columns: &["id", "n", "text"],
};

/// Another row for each number, for each of `turns`.
fn row(id: i64, turn: i64) -> Row {
    let place = usize::try_from(id + turn).expect("not negative");
    let n = [None, Some(i64::MIN), Some(i64::MAX), Some(0), Some(id)][place % 5];
    let text = TEXTS.get(place % (TEXTS.len() + 1));
    (id, n, text.map(|text| format!("{text}{}", place % 3)))
}

fn values((id, n, text): &Row) -> [Value<'static>; 3] {
    [Value::owned(id), Value::owned(n), Value::owned(text)]
}

fn all(store: &Store) -> Vec<Row> {
    let sql = "SELECT id, n, text FROM test_row ORDER BY id";
    let read = store.read(|read| read.all(sql, &[], columns));
    let rows: Result<_, StoreError> = read;
    rows.expect("reads")
}

fn scratch(on: Engine) -> Scratch {
    let scratch = Scratch::on(on);
    scratch.raw().lay(ROWS);
    scratch
}

fn as_many_rows_as_one_likes_are_inserted_as_they_are(on: Engine) {
    let scratch = scratch(on);
    for size in SIZES {
        let inserted = scratch.store.write(&stamp(NOW), |tx| {
            tx.execute("DELETE FROM test_row", &[])?;
            tx.insert_many(&INTO, (0..size).map(|id| values(&row(id, 0))))
        });
        let size = usize::try_from(size).expect("not negative");
        assert_eq!(inserted.expect("inserted"), size);
        let expected: Vec<Row> = (0..).map(|id| row(id, 0)).take(size).collect();
        assert!(all(&scratch.store) == expected, "{size} rows");
    }
}

fn as_many_rows_as_one_likes_are_updated_by_their_key(on: Engine) {
    const SET: Update = Update {
        table: "test_row",
        key: &["id"],
        set: &["n", "text"],
    };
    let scratch = scratch(on);
    for (turn, size) in (1..).zip(SIZES) {
        let updated = scratch.store.write(&stamp(NOW), |tx| {
            tx.execute("DELETE FROM test_row", &[])?;
            tx.insert_many(&INTO, (0..size + 2).map(|id| values(&row(id, 0))))?;
            // Whoever has no row is no mistake.
            let absent = (0..size.min(1)).map(|_| values(&row(1_000_000, turn)));
            let there = (0..size).map(|id| values(&row(id, turn)));
            tx.update_many(&SET, there.chain(absent))
        });
        let size = usize::try_from(size).expect("not negative");
        assert_eq!(updated.expect("updated"), size);
        let expected = (0..).map(|id| row(id, turn)).take(size);
        let left = (0..).map(|id| row(id, 0)).skip(size).take(2);
        let expected: Vec<Row> = expected.chain(left).collect();
        assert!(all(&scratch.store) == expected, "{size} rows");
    }
}

fn a_key_may_be_of_several_columns(on: Engine) {
    const SET: Update = Update {
        table: "test_row",
        key: &["text", "n"],
        set: &["id"],
    };
    let scratch = scratch(on);
    for size in [1, 12] {
        let updated = scratch.store.write(&stamp(NOW), |tx| {
            tx.execute("DELETE FROM test_row", &[])?;
            let rows = (0_i64..size).map(|id| {
                let text = TEXTS[3].repeat(usize::try_from(1 + id / 3).expect("few"));
                (id, Some(id % 3), Some(text))
            });
            let rows: Vec<Row> = rows.collect();
            tx.insert_many(&INTO, rows.iter().map(values))?;
            let moved = rows.iter().map(|(id, n, text)| {
                [
                    Value::owned(text),
                    Value::owned(n),
                    Value::owned(&(id + 100)),
                ]
            });
            tx.update_many(&SET, moved)
        });
        assert_eq!(
            updated.expect("updated"),
            usize::try_from(size).expect("few")
        );
        let ids: Vec<i64> = all(&scratch.store).into_iter().map(|row| row.0).collect();
        assert_eq!(ids, (100..100 + size).collect::<Vec<_>>());
    }
}

fn rows_that_break_a_rule_are_refused_together(on: Engine) {
    let scratch = scratch(on);
    for size in [2, 9, 25, 12_000] {
        let refused = scratch.store.write(&stamp(NOW), |tx| {
            let ids = (1..size).chain([1]);
            tx.insert_many(&INTO, ids.map(|id| values(&row(id, 0))))
        });
        let refused = refused.expect_err("the last is there already");
        assert!(refused.is_of_the_rows(), "{refused}");
        let text = scratch.store.write(&stamp(NOW), |tx| {
            let rows = (1..size).map(|id| {
                let number = match id {
                    1 => Value::Text("one".into()),
                    _ => Value::Int(id),
                };
                [Value::Int(id), number, Value::Null]
            });
            tx.insert_many(&INTO, rows)
        });
        let text = text.expect_err("a text is no number");
        assert!(text.is_of_the_rows(), "{text}");
        assert!(all(&scratch.store).is_empty());
    }
}

fn text_is_ordered_by_its_bytes(on: Engine) {
    let scratch = scratch(on);
    scratch
        .raw()
        .batch("CREATE INDEX test_row_text ON test_row (text)");
    let mut texts = vec![
        "a",
        "B",
        "b",
        "A",
        "ä",
        "Z",
        "z",
        "_",
        "-",
        " ",
        "",
        "10",
        "9",
        "ж",
        "Ж",
        "\u{e000}",
        "\u{1f99c}",
        "\u{ffff}",
        "a b",
        "a-b",
        "ab",
        "aB",
        "'",
        "\\",
    ];
    let inserted = scratch.store.write(&stamp(NOW), |tx| {
        let rows = (0..).zip(&texts);
        let rows =
            rows.map(|(id, text)| [Value::Int(id), Value::Null, Value::Text((*text).into())]);
        tx.insert_many(&INTO, rows)
    });
    assert_eq!(inserted.expect("inserted"), texts.len());
    texts.sort_unstable();
    for sql in [
        "SELECT text FROM test_row ORDER BY text",
        "SELECT text FROM test_row WHERE text >= '' ORDER BY text",
        "SELECT text FROM test_row WHERE id >= 0 GROUP BY text ORDER BY text",
    ] {
        let read = scratch.store.read(|read| read.all(sql, &[], columns));
        let read: Result<Vec<String>, StoreError> = read;
        assert_eq!(read.expect("reads"), texts, "{sql}");
    }
    let read = scratch.store.read(|read| {
        let sql = "SELECT MIN(text), MAX(text) FROM test_row WHERE text > ?1 AND text < ?2";
        read.one(sql, &[&"A", &"b"], columns)
    });
    let ends: Result<(String, String), StoreError> = read;
    let (first, last) = ends.expect("reads");
    assert_eq!([first.as_str(), &last], ["B", "ab"]);
}

fn numbers_reach_to_both_ends(on: Engine) {
    let scratch = scratch(on);
    let numbers = [i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX - 1, i64::MAX];
    let bound = scratch.store.write(&stamp(NOW), |tx| {
        for (id, number) in (0..).zip(numbers) {
            let sql = "INSERT INTO test_row (id, n) VALUES (?1, ?2)";
            tx.execute(sql, &[&id, &number])?;
        }
        tx.insert_many(
            &INTO,
            (100..)
                .zip(numbers.repeat(3))
                .map(|(id, number)| values(&(id, Some(number), None))),
        )
    });
    assert_eq!(bound.expect("inserted"), 3 * numbers.len());
    let read = scratch.store.read(|read| {
        let sql = "SELECT n FROM test_row GROUP BY n HAVING COUNT(*) = 4 ORDER BY n";
        read.all(sql, &[], columns)
    });
    let read: Result<Vec<i64>, StoreError> = read;
    assert_eq!(read.expect("reads"), numbers);
    for number in numbers {
        let sql = "SELECT COUNT(*) FROM test_row WHERE n = ?1";
        let read = scratch
            .store
            .read(|read| read.one(sql, &[&number], columns));
        let count: Result<i64, StoreError> = read;
        assert_eq!(count.expect("reads"), 4, "{number}");
    }
}

/// The same statement again and again, as a connection that keeps it prepared sees it.
fn a_statement_takes_now_a_value_and_now_none(on: Engine) {
    let scratch = scratch(on);
    let rows: [Row; 5] = [
        (1, None, Some("a".to_owned())),
        (2, Some(2), None),
        (3, None, None),
        (4, Some(4), Some("d".to_owned())),
        (5, None, Some("e".to_owned())),
    ];
    let store = scratch.open();
    for turn in 0..3 * rows.len() {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        // A connection that has not seen them before, and one that sees them again and again.
        for store in [&scratch.open(), &store] {
            let written = store.write(&stamp(NOW), |tx| there_and_back(tx, &turned));
            written.expect("written");
            assert_eq!(all(store), rows);
        }
    }
}

fn there_and_back(tx: &mut Write<'_>, rows: &[Row]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM test_row", &[])?;
    for (id, n, text) in rows {
        let sql = "INSERT INTO test_row (id, n, text) VALUES (?1, ?2, ?3)";
        tx.execute(sql, &[id, n, text])?;
    }
    for (id, n, text) in rows {
        let sql = "SELECT id FROM test_row
                   WHERE (CAST(?1 AS TEXT) IS NULL OR text = ?1)
                     AND (CAST(?2 AS BIGINT) IS NULL OR n = ?2) ORDER BY id";
        let found = tx.all(sql, &[text, n], crate::store::columns::<i64>)?;
        assert!(found.contains(id), "{id} is not among {found:?}");
    }
    Ok(())
}

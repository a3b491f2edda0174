//! Lists whose rows are visited.

use std::cell::Cell as Shared;
use std::ops::ControlFlow;

use super::*;

/// Rows of which none is there before it is visited; with an end that fails.
struct Visited<'a> {
    rows: i64,
    /// The row in whose place it fails.
    fails_at: Option<i64>,
    /// How many rows were asked for.
    visited: &'a Shared<i64>,
}

impl Source for Visited<'_> {
    type Row = Task;
    type Error = OutputError;

    fn each(
        &self,
        visit: &mut dyn FnMut(Task) -> Result<ControlFlow<()>, OutputError>,
    ) -> Result<(), OutputError> {
        for (nth, task) in (0..).zip(tasks(self.rows)) {
            if self.fails_at == Some(nth) {
                return Err(OutputError::Write(io::Error::other("the store is gone")));
            }
            self.visited.set(nth + 1);
            if visit(task)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn visited(rows: i64, counter: &Shared<i64>) -> Visited<'_> {
    Visited {
        rows,
        fails_at: None,
        visited: counter,
    }
}

const FORMATS: [Format; 4] = [Format::Table, Format::Json, Format::Jsonl, Format::Csv];

#[test]
fn a_visited_list_reads_as_one_that_is_held() {
    let counter = Shared::new(0);
    for format in FORMATS {
        for count in [0, 1, 3, 1_234] {
            for (limit, fields) in [
                (None, ""),
                (Some(0), ""),
                (Some(2), ""),
                (Some(0), "assignee,id"),
            ] {
                let held = written(manner(format, fields, Some(40)), |output| {
                    let rows = tasks(count);
                    output.list(&Listing::of(&rows).limit(limit), &table(), cells)
                });
                let source = visited(count, &counter);
                let shown = written(manner(format, fields, Some(40)), |output| {
                    let list = LongList::of(&source).limit(limit);
                    output.long(&list, &table(), cells).map(|_| ())
                });
                assert_eq!(shown, held, "{format:?} {count} {limit:?} {fields}");
            }
        }
    }
}

#[test]
fn no_more_rows_are_visited_than_are_shown() {
    let counter = Shared::new(0);
    let rows_for = |format, limit| {
        let source = visited(1_234, &counter);
        written(manner(format, "", None), |output| {
            let list = LongList::of(&source).limit(limit);
            output.long(&list, &table(), cells).map(|_| ())
        });
        counter.get()
    };
    assert_eq!(rows_for(Format::Table, None), 51);
    assert_eq!(rows_for(Format::Table, Some(7)), 7);
    assert_eq!(rows_for(Format::Jsonl, Some(7)), 7);
    assert_eq!(rows_for(Format::Csv, None), 1_234);
}

#[test]
fn what_fails_before_the_first_row_writes_nothing() {
    let counter = Shared::new(0);
    for format in FORMATS {
        for limit in [None, Some(0)] {
            let source = Visited {
                fails_at: Some(0),
                ..visited(3, &counter)
            };
            let failed = written(manner(format, "", None), |output| {
                let list = LongList::of(&source).limit(limit);
                output.long(&list, &table(), cells).map(|_| ())
            });
            let expected = "---\nError: cannot write the answer: the store is gone\n";
            assert_eq!(failed, expected, "{format:?}");

            let unknown = written(manner(format, "id,prize", None), |output| {
                let list = LongList::of(&source).limit(limit);
                output.long(&list, &table(), cells).map(|_| ())
            });
            assert_eq!(unknown, expected, "a refusal comes before a field");
            for count in [0, 3] {
                let source = visited(count, &counter);
                let unknown = written(manner(format, "id,prize", None), |output| {
                    let list = LongList::of(&source).limit(limit);
                    output.long(&list, &table(), cells).map(|_| ())
                });
                let expected = "---\nError: there is no field 'prize' in this answer\n";
                assert_eq!(unknown, expected, "{format:?} {count}");
            }
        }
    }
}

#[test]
fn a_table_that_fails_on_its_way_was_not_begun() {
    let counter = Shared::new(0);
    let source = Visited {
        fails_at: Some(2),
        ..visited(3, &counter)
    };
    let failed = |format| {
        written(manner(format, "", None), |output| {
            let list = LongList::of(&source).limit(Some(0));
            output.long(&list, &table(), cells).map(|_| ())
        })
    };
    let error = "---\nError: cannot write the answer: the store is gone\n";
    assert_eq!(failed(Format::Table), error);
    let lines = failed(Format::Jsonl);
    assert_eq!(lines.lines().count(), 2 + error.lines().count());
}

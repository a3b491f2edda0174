//! Lists whose rows are visited.

use super::*;
use std::cell::Cell as Shared;

/// Rows of which none is there before it is visited; with an end that fails.
struct Visited<'a> {
    rows: i64,
    /// The row in whose place it fails.
    fails_at: Option<i64>,
    /// How many rows were asked for the last time.
    visited: &'a Shared<i64>,
    /// How often they were asked for.
    visits: Shared<u32>,
}

impl Source for Visited<'_> {
    type Row = Task;
    type Error = OutputError;

    fn each(&self, visit: &mut Visitor<'_, Task, OutputError>) -> Result<(), OutputError> {
        self.visits.update(|visits| visits + 1);
        for (nth, task) in (0..).zip(tasks(self.rows)) {
            if self.fails_at == Some(nth) {
                return Err(OutputError::Write(io::Error::other("the store is gone")));
            }
            self.visited.set(nth + 1);
            if visit(&task)?.is_break() {
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
        visits: Shared::new(0),
    }
}

const FORMATS: [Format; 4] = [Format::Table, Format::Json, Format::Jsonl, Format::Csv];

#[test]
fn a_visited_list_reads_as_one_that_is_held() {
    let counter = Shared::new(0);
    for format in FORMATS {
        for count in [0, 1, 3, 1_234] {
            for (limit, fields) in [
                (Limit::first(None), ""),
                (Limit::ALL, ""),
                (Limit::first(Some(2)), ""),
                (Limit::ALL, "assignee,id"),
            ] {
                let held = written(manner(format, fields, Some(40)), |output| {
                    let rows = tasks(count);
                    output.list(&Listing::of(&rows).limit(limit), &table())
                });
                let source = visited(count, &counter);
                let shown = written(manner(format, fields, Some(40)), |output| {
                    let list = Listing::visiting(&source).limit(limit);
                    output.list(&list, &table())
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
            let list = Listing::visiting(&source).limit(limit);
            output.list(&list, &table())
        });
        counter.get()
    };
    assert_eq!(rows_for(Format::Table, Limit::first(None)), 51);
    assert_eq!(rows_for(Format::Table, Limit::first(Some(7))), 7);
    assert_eq!(rows_for(Format::Jsonl, Limit::first(Some(7))), 7);
    assert_eq!(rows_for(Format::Csv, Limit::first(None)), 1_234);
}

#[test]
fn only_a_table_that_is_long_is_visited_twice() {
    let counter = Shared::new(0);
    let visits = |format, limit| {
        let source = visited(1_234, &counter);
        written(manner(format, "", None), |output| {
            output.list(&Listing::visiting(&source).limit(limit), &table())
        });
        source.visits.get()
    };
    assert_eq!(visits(Format::Table, Limit::first(None)), 1);
    assert_eq!(visits(Format::Table, Limit::first(Some(500))), 1);
    assert_eq!(visits(Format::Table, Limit::ALL), 2);
    assert_eq!(visits(Format::Json, Limit::ALL), 1);
}

#[test]
fn sums_are_of_all_rows_where_there_are_enough() {
    let counter = Shared::new(0);
    let last = |rows, limit, fields| {
        let source = visited(rows, &counter);
        let text = written(manner(Format::Table, fields, None), |output| {
            let table = table().sums(2, Some(("title", "together")));
            output.list(&Listing::visiting(&source).limit(limit), &table)
        });
        let (table, _) = text.split_once("---\n").expect("an end");
        table.lines().last().expect("a row").to_owned()
    };
    let one = Limit::first(Some(1));
    assert_eq!(
        last(3, one, ""),
        "    together                       $30.06"
    );
    assert_eq!(last(3, one, "fee_cents"), "$30.06");
    assert_eq!(last(1, one, "fee_cents"), "$10.01");
}

#[test]
fn what_fails_before_the_first_row_writes_nothing() {
    let counter = Shared::new(0);
    for format in FORMATS {
        for limit in [Limit::first(None), Limit::ALL] {
            let source = Visited {
                fails_at: Some(0),
                ..visited(3, &counter)
            };
            let failed = written(manner(format, "", None), |output| {
                let list = Listing::visiting(&source).limit(limit);
                output.list(&list, &table())
            });
            let expected = "---\nError: cannot write the answer: the store is gone\n";
            assert_eq!(failed, expected, "{format:?}");

            let unknown = written(manner(format, "id,prize", None), |output| {
                let list = Listing::visiting(&source).limit(limit);
                output.list(&list, &table())
            });
            assert_eq!(unknown, expected, "a refusal comes before a field");
            for count in [0, 3] {
                let source = visited(count, &counter);
                let unknown = written(manner(format, "id,prize", None), |output| {
                    let list = Listing::visiting(&source).limit(limit);
                    output.list(&list, &table())
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
            let list = Listing::visiting(&source).limit(Limit::ALL);
            output.list(&list, &table())
        })
    };
    let error = "---\nError: cannot write the answer: the store is gone\n";
    assert_eq!(failed(Format::Table), error);
    let lines = failed(Format::Jsonl);
    assert_eq!(lines.lines().count(), 2 + error.lines().count());
}

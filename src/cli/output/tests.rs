//! What people see of whole answers.

mod export;
mod visited;

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::*;
use crate::cli::output::cell::locale;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;

#[derive(Serialize, Deserialize)]
struct Task {
    id: i64,
    title: String,
    assignee: String,
    fee_cents: Money,
    closed_at: Option<Moment>,
}

fn tasks(count: i64) -> Vec<Task> {
    let task = |id| Task {
        id,
        title: format!("Oil perch {id} of the old parrot"),
        assignee: "kesha".to_owned(),
        fee_cents: Money::from_cents(1_000 + id),
        closed_at: Some(locale().now),
    };
    (1..=count).map(task).collect()
}

fn table() -> Table<'static, Task> {
    Table::<Task>::new()
        .right("id", "ID", |task| Cell::text(task.id))
        .flexible("title", "TITLE", |task| Cell::text(&task.title))
        .money("fee_cents", "FEE", |task| task.fee_cents)
}

fn manner(format: Format, fields: &str, width: Option<usize>) -> Manner {
    let Ok(wanted) = fields.parse();
    Manner {
        format,
        fields: Some(wanted).filter(|_| !fields.is_empty()),
        paint: Paint::Plain,
        width,
    }
}

/// Standard output and standard error, one behind the other.
fn written(
    manner: Manner,
    write: impl FnOnce(&mut Output<'_>) -> Result<usize, OutputError>,
) -> String {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let told = Stderr::new(&mut stderr, Paint::Plain, Notes::Told);
    let mut output = Output::new(&mut stdout, told, manner, locale());
    let result = write(&mut output);
    drop(output);
    let [stdout, stderr] = [stdout, stderr].map(|it| String::from_utf8(it).expect("UTF-8"));
    let error = result.err().map(|error| format!("Error: {error}\n"));
    format!("{stdout}---\n{stderr}{}", error.unwrap_or_default())
}

#[test]
fn a_list_is_a_table_that_says_what_it_leaves_out() {
    let rows = tasks(1_234);
    let listing = Listing::of(&rows).limit(Limit::last(None));
    let text = written(manner(Format::Table, "", Some(30)), |output| {
        output.list(&listing, &table())
    });
    let last: Vec<&str> = text.lines().rev().take(4).collect();
    insta::assert_snapshot!(last.into_iter().rev().collect::<Vec<_>>().join("\n"), @r"
    1233  Oil perch 1233 …  $22.33
    1234  Oil perch 1234 …  $22.34
    ---
    showing 50 rows, there are more; --limit 0 shows all
    ");
    assert_eq!(text.lines().count(), 1 + 50 + 2);
}

#[test]
fn what_stands_beneath_a_row_takes_no_column_unless_it_is_picked() {
    let rows = tasks(2);
    let drawn = |width, fields: &str| {
        let table = Table::<Task>::new()
            .right("id", "ID", |task| Cell::text(task.id))
            .right("fee_cents", "FEE", |task| Cell::Money(task.fee_cents))
            .beneath("title", |task| match task.id {
                1 => Cell::Blank,
                _ => Cell::Lines(format!("{}\nwith a sponge", task.title)),
            });
        written(manner(Format::Table, fields, width), |output| {
            output.list(&Listing::of(&rows), &table)
        })
    };
    insta::assert_snapshot!(drawn(Some(24), ""), @r"
    ID     FEE
     1  $10.01
     2  $10.02
        Oil perch 2 of the
        old parrot
        with a sponge
    ---
    ");
    insta::assert_snapshot!(drawn(None, "id,title"), @r"
    ID  TITLE
     1  Oil perch 1 of the old parrot
     2  Oil perch 2 of the old parrot
    ---
    ");
}

#[test]
fn a_list_with_nothing_in_it_keeps_its_header() {
    let text = written(manner(Format::Table, "", None), |output| {
        output.list(&Listing::of(&tasks(0)), &table())
    });
    assert_eq!(text, "ID  TITLE  FEE\n---\n");
}

#[test]
fn fields_pick_columns_and_show_what_has_none() {
    let table = table().sums(0, None);
    let text = written(
        manner(Format::Table, "fee_cents,assignee,closed_at,id", None),
        |output| output.list(&Listing::of(&tasks(1)), &table),
    );
    insta::assert_snapshot!(text, @r"
       FEE  ASSIGNEE  CLOSED AT         ID
    $10.01  kesha     2026-11-23 18:30   1
    ──────────────────────────────────────
    $10.01
    ---
    ");
    let refused = written(manner(Format::Table, "prize", None), |output| {
        output.list(&Listing::of(&tasks(0)), &table)
    });
    assert_eq!(
        refused,
        "---\nError: there is no field 'prize' in this answer\n"
    );
}

#[test]
fn one_thing_is_shown_with_what_belongs_to_it() {
    let show = |output: &mut Output<'_>| {
        let rows = tasks(2);
        let details = Details::new()
            .line("id", "Task", Cell::text(rows[0].id))
            .line("assignee", "Assignee", Cell::text("kesha"));
        output.show(&rows[0], &details)?;
        output.section("Assignments", &rows, &table()).map(|()| 0)
    };
    insta::assert_snapshot!(written(manner(Format::Table, "", None), show), @r"
    Task      1
    Assignee  kesha

    Assignments
    ID  TITLE                             FEE
     1  Oil perch 1 of the old parrot  $10.01
     2  Oil perch 2 of the old parrot  $10.02
    ---
    ");
    insta::assert_snapshot!(written(manner(Format::Table, "fee_cents,id", None), show), @r"
    Fee   $10.01
    Task  1
    ---
    ");
    insta::assert_snapshot!(written(manner(Format::Json, "fee_cents,id", None), show), @r#"
    {
      "fee_cents": 1001,
      "id": 1
    }
    ---
    "#);
}

#[test]
fn a_write_says_one_sentence() {
    let say = |output: &mut Output<'_>| {
        let said = output.say(&tasks(1)[0], "closed 1: +$31.00");
        said.map(|()| 0)
    };
    assert_eq!(
        written(manner(Format::Table, "", None), say),
        "closed 1: +$31.00\n---\n"
    );
    assert_eq!(
        written(manner(Format::Table, "id", None), say),
        "Id  1\n---\n"
    );
    assert_eq!(
        written(manner(Format::Csv, "id", None), say),
        "id\n1\n---\n"
    );
    let lines = |output: &mut Output<'_>| {
        let rows = tasks(2);
        let told = output.lines(&Listing::of(&rows), |task, _| format!("closed {}", task.id));
        told.map(|()| 0)
    };
    assert_eq!(
        written(manner(Format::Table, "", None), lines),
        "closed 1\nclosed 2\n---\n"
    );
}

/// Takes nothing, for this reason.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_has_gone_is_no_failure_and_a_full_disk_is_one() {
    for format in [Format::Table, Format::Json, Format::Jsonl, Format::Csv] {
        let result = |kind| {
            let told = Stderr::new(io::sink(), Paint::Plain, Notes::Told);
            let manner = manner(format, "", None);
            let mut output = Output::new(Broken(kind), told, manner, locale());
            output.list(&Listing::of(&tasks(2_000)).limit(Limit::ALL), &table())
        };
        let closed = result(io::ErrorKind::BrokenPipe);
        assert!(matches!(closed, Err(OutputError::PipeClosed)), "{format:?}");
        let full = result(io::ErrorKind::StorageFull);
        assert!(matches!(full, Err(OutputError::Write(_))), "{format:?}");
    }
}

//! Whoever edits a store by hand is found, whatever is edited: every column of every table, a row of
//! each that is removed, and one that is added. What is not found is named in README.

use super::drive::Company;
use super::{Life, Step};
use crate::app::Examine;
use crate::app::Terms;
use crate::kernel::finding::{Finding, Level};
use crate::store::testing::{Engine, Raw};
use crate::tasks::AddTask;

const README: &str = include_str!("../../../README.md");

/// What README names as told by no event, in backquotes: whole tables, or `table.column`.
fn named() -> Vec<&'static str> {
    let (_, behind) = README
        .split_once("No event tells of these")
        .expect("a list in README");
    let (list, _) = behind.split_once("\n\n**").expect("an end of the list");
    list.split('`').skip(1).step_by(2).collect()
}

/// A company with something in every table that an event tells of.
fn lived() -> Company {
    let mut company = Company::found_on(Engine::Sqlite, "Europe/Berlin");
    for who in 0..6 {
        company.step(&Step::Add(who, Life::Whole));
        company.step(&Step::Finish(who, 0, Life::Whole));
    }
    for step in [
        Step::Add(1, Life::Keyed),
        Step::Add(2, Life::Whole),
        Step::Edit(0),
        Step::Reassign(Life::Whole),
        Step::Adjust(3, 2_000, Life::Whole),
        Step::Jump(1_560),
        Step::Close(1, Life::Whole),
        Step::Letters,
    ] {
        company.step(&step);
    }
    let polly = company.caller(0);
    let described = AddTask {
        title: "Oil the perch".to_owned(),
        ticket: None,
        description: Some("With care".to_owned()),
    };
    let terms = Terms {
        key: None,
        dry_run: false,
    };
    let added = company.door().run(&polly, described, &terms);
    added.expect("added");
    company
}

/// What is found of it: whatever is not as it should be.
fn found(company: &Company) -> Vec<Finding> {
    let found = company
        .door()
        .enter(&Examine { seals: Vec::new() })
        .expect("an examination");
    found
        .into_iter()
        .filter(|it| it.level != Level::Ok)
        .collect()
}

/// A value of a row, as it stands in a statement.
fn literal(value: Option<&String>, is_number: bool) -> String {
    match value {
        None => "NULL".to_owned(),
        Some(number) if is_number => number.clone(),
        Some(text) => format!("'{}'", text.replace('\'', "''")),
    }
}

/// A column of a row: its name, whether it holds numbers, and what it holds.
struct Cell {
    column: String,
    is_number: bool,
    value: Option<String>,
}

impl Cell {
    fn literal(&self) -> String {
        literal(self.value.as_ref(), self.is_number)
    }

    /// Values that might stand there as well, as statements have them.
    fn others(&self) -> Vec<String> {
        const FLAGS: [&str; 5] = ["sandbox", "active", "in_pool", "joins", "seed_given"];
        let column = self.column.as_str();
        match self.value.as_deref() {
            Some(flag) if FLAGS.contains(&column) => vec![format!("1 - {flag}")],
            Some(number) if self.is_number => vec![format!("{number} + 1000")],
            None if self.is_number => vec!["1".to_owned()],
            None if column.ends_with("day") => vec!["'2026-11-05'".to_owned()],
            None => vec!["'A-1'".to_owned()],
            Some(text) => words(text),
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let is_hash = text.len() == 64 && text.bytes().all(|it| it.is_ascii_hexdigit());
    match text {
        "worker" => vec!["'manager'".to_owned()],
        "manager" | "admin" | "accountant" => vec!["'worker'".to_owned()],
        "open" => vec!["'closed'".to_owned()],
        "closed" => vec!["'open'".to_owned()],
        "fee" | "payout" | "adjustment" => vec!["'reward'".to_owned()],
        "created" | "imported" => vec!["'reassigned'".to_owned()],
        "current" => vec!["'filling'".to_owned()],
        _ if is_hash => {
            let first = if text.starts_with('0') { '1' } else { '0' };
            let changed = format!("'{first}{}'", &text[1..]);
            vec![changed, format!("'{}'", text.to_uppercase())]
        }
        _ if text.len() == 10 && text.starts_with("20") => vec!["'2026-10-05'".to_owned()],
        _ if text.starts_with('{') => {
            let reordered = text.replacen(',', ", ", 1);
            [reordered, format!("{text} ")]
                .map(|it| literal(Some(&it), false))
                .into()
        }
        _ => vec![literal(Some(&format!("{text}x")), false)],
    }
}

/// The row of a table that has something in most of its columns.
fn fullest(raw: &Raw, table: &str) -> Option<Vec<Cell>> {
    let rows = raw.rows(&format!("SELECT * FROM {table}")).into_iter();
    let row = rows.max_by_key(|row| row.iter().flatten().count())?;
    let types = raw.texts(&format!(
        "SELECT type FROM pragma_table_info('{table}') ORDER BY cid"
    ));
    let columns = raw.columns(table).into_iter().zip(types);
    let cells = columns.zip(row).map(|((column, kind), value)| Cell {
        column,
        is_number: kind == "INTEGER",
        value,
    });
    Some(cells.collect())
}

/// What is true of this row alone; of the cell at `changed` something else is.
fn is_row(row: &[Cell], changed: Option<(usize, &str)>) -> String {
    let same = row.iter().enumerate().map(|(at, cell)| {
        let value = match changed {
            Some((place, value)) if place == at => value.to_owned(),
            Some(_) | None => cell.literal(),
        };
        format!("{} IS {value}", cell.column)
    });
    same.collect::<Vec<_>>().join(" AND ")
}

/// An edit of a table, how it is undone, and what is edited.
struct Edit {
    what: String,
    table: String,
    done: String,
    undone: String,
}

fn edits(raw: &Raw, table: &str) -> Vec<Edit> {
    let row = fullest(raw, table).unwrap_or_else(|| panic!("{table} holds nothing to be edited"));
    let edit = |what: String, done: String, undone: String| Edit {
        what,
        table: table.to_owned(),
        done,
        undone,
    };
    let mut edits = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        for other in cell.others() {
            let set = |value: &str, of: &str| {
                format!("UPDATE {table} SET {} = {value} WHERE {of}", cell.column)
            };
            let done = set(&other, &is_row(&row, None));
            let undone = set(&cell.literal(), &is_row(&row, Some((at, &other))));
            edits.push(edit(format!("{table}.{}", cell.column), done, undone));
        }
    }
    let values = |of: &dyn Fn(&Cell) -> String| row.iter().map(of).collect::<Vec<_>>().join(", ");
    let insert = |values: String| format!("INSERT INTO {table} VALUES ({values})");
    let delete = format!("DELETE FROM {table} WHERE {}", is_row(&row, None));
    edits.push(edit(
        format!("{table}, a row removed"),
        delete,
        insert(values(&Cell::literal)),
    ));
    let other = |cell: &Cell| cell.others().remove(0);
    let added = row
        .iter()
        .map(|cell| format!("{} IS {}", cell.column, other(cell)));
    let added = added.collect::<Vec<_>>().join(" AND ");
    edits.push(edit(
        format!("{table}, a row added"),
        insert(values(&other)),
        format!("DELETE FROM {table} WHERE {added}"),
    ));
    edits
}

#[test]
fn every_edit_of_every_table_is_found_or_named_in_readme() {
    let company = lived();
    let raw = company.raw();
    raw.batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    let named = named();
    let is_named = |what: &str| named.contains(&what);
    assert_eq!(found(&company), []);
    let mut missed = Vec::new();
    let mut known = Vec::new();
    for table in raw.tables() {
        let columns = raw.columns(&table).into_iter();
        known.extend(columns.map(|column| format!("{table}.{column}")));
        known.push(table.clone());
        if is_named(&table) {
            continue;
        }
        for edit in edits(&raw, &table) {
            // A store of another schema is not opened at all.
            if is_named(&edit.what) || edit.what == "log_head.schema" {
                continue;
            }
            raw.edit(&edit.table, &edit.done);
            if found(&company).is_empty() {
                missed.push(edit.what);
            }
            raw.edit(&edit.table, &edit.undone);
        }
        assert_eq!(found(&company), [], "after the edits of {table}");
    }
    assert!(missed.is_empty(), "missed:\n{}", missed.join("\n"));
    let unknown: Vec<_> = named
        .iter()
        .filter(|it| !known.contains(&(**it).to_owned()))
        .collect();
    assert!(
        unknown.is_empty(),
        "README names what is not there: {unknown:?}"
    );
}

#[test]
fn every_part_of_the_schema_that_is_gone_or_changed_is_found() {
    let company = lived();
    let raw = company.raw();
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL";
    let parts = raw.rows(schema).into_iter().map(|row| {
        let text = |at: usize| row[at].clone().unwrap_or_default();
        (text(0), text(1), text(2), text(3))
    });
    for (kind, name, table, sql) in parts.collect::<Vec<_>>() {
        if kind == "table" {
            continue;
        }
        raw.batch(&format!("DROP {kind} {name}"));
        let missing = format!("the {kind} {name} is missing");
        assert!(tells(&company, &missing), "{missing} from {table}");
        raw.batch(&sql);
    }
    assert_eq!(found(&company), []);
    for (done, told, undone) in [
        (
            "CREATE TRIGGER spy AFTER INSERT ON tasks_task BEGIN SELECT 1; END",
            "the trigger spy is none of popug's",
            "DROP TRIGGER spy",
        ),
        (
            "CREATE TABLE spoils (id INTEGER)",
            "the table spoils is none of popug's",
            "DROP TABLE spoils",
        ),
        (
            "ALTER TABLE auth_user ADD COLUMN vice TEXT",
            "the table auth_user is not as popug makes it",
            "ALTER TABLE auth_user DROP COLUMN vice",
        ),
        (
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (failed > 0)', '')
             WHERE name = 'auth_attempt';
             PRAGMA writable_schema = RESET",
            "the table auth_attempt is not as popug makes it",
            "",
        ),
    ] {
        raw.batch(done);
        assert!(tells(&company, told), "{told}: {:?}", found(&company));
        raw.batch(undone);
    }
}

fn tells(company: &Company, detail: &str) -> bool {
    found(company)
        .iter()
        .any(|it| it.level == Level::Fail && it.detail.starts_with(detail))
}

/// What cannot be read is a finding as everything else, and whatever else is examined goes on.
#[test]
fn a_value_that_makes_no_sense_is_found_and_the_other_checks_go_on() {
    let company = lived();
    let raw = company.raw();
    raw.batch("PRAGMA ignore_check_constraints = ON");
    let checks = || {
        let found = company
            .door()
            .enter(&Examine { seals: Vec::new() })
            .expect("an examination");
        found.into_iter().map(|it| it.check).collect::<Vec<_>>()
    };
    let all = checks();
    for (table, edit, place) in [
        ("tasks_draw", "day = 'x'", "(tasks_draw, row 1, column day)"),
        ("auth_user", "role = 'boss'", "(auth_user, row "),
        (
            "accounting_invoice",
            "day = 'x'",
            "(accounting_invoice, row ",
        ),
        ("delivery_letter", "day = 'x'", "(delivery_letter, row "),
        (
            "analytics_day",
            "day = 'x' WHERE day = (SELECT MIN(day) FROM analytics_day)",
            "(analytics_day, row ",
        ),
        (
            "app_setting",
            "value = CAST(x'ff' AS TEXT)",
            "(app_setting, row ",
        ),
        ("events_log", "data = CAST(x'ff' AS TEXT)", "column data)"),
    ] {
        let done = format!("UPDATE {table} SET {edit}");
        let columns = raw.columns(table).join(", ");
        raw.batch(&format!(
            "CREATE TEMP TABLE kept AS SELECT {columns} FROM {table}"
        ));
        raw.edit(table, &done);
        let found = found(&company);
        let told = |it: &Finding| it.level == Level::Fail && it.detail.contains(place);
        assert!(found.iter().any(told), "{done}: {found:?}");
        let left = checks();
        for check in ["store", "log", "users", "trust"] {
            assert!(left.iter().any(|it| it == check), "{done}: {left:?}");
        }
        assert!(left.len() + 5 > all.len(), "{done}: {left:?}");
        raw.batch("PRAGMA foreign_keys = OFF");
        raw.edit(
            table,
            &format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM temp.kept"),
        );
        raw.batch("DROP TABLE temp.kept");
    }
}

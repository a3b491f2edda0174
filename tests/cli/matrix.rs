//! Every command in every form (table, JSON, JSON lines, CSV), where there is something, nothing,
//! and where it is refused; and that a terminal changes not a byte of JSON. What follows from what
//! is shown by the rules of `forms` is compared with it, and not shown.

mod company;
mod flags;
mod forms;
mod rows;
mod terminal;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;

use company::{Companies, Company};
use forms::Forms;
use rows::{ROWS, Row};

use crate::support::{Ran, Story, leaves};

const FORMS: [&str; 4] = ["table", "json", "jsonl", "csv"];

/// The rows of the matrix in as many parts as are tried at once.
fn parts() -> impl Iterator<Item = &'static [Row]> {
    ROWS.chunks(ROWS.len().div_ceil(4))
}

fn story(company: &Company, row: &Row) -> String {
    let mut story = String::new();
    for (state, line) in [
        ("something", row.something),
        ("nothing", row.nothing),
        ("refused", row.refused),
    ] {
        if line.is_empty() {
            continue;
        }
        let (refusing, typed) = company.begin(line);
        let [table, json, lines, csv] = FORMS.map(|form| match state {
            "refused" => Company::type_in(&refusing, &format!("{typed} --format {form}")),
            _ => company.run(&format!("{line} --format {form}")),
        });
        let forms = Forms {
            table,
            json,
            lines,
            csv,
        };
        for ran in [&forms.table, &forms.json, &forms.lines, &forms.csv] {
            let well = ran.code == 0 || row.checks || has_own_form(row, ran);
            let refused = ran.code > 0 && ran.stdout.is_empty();
            assert!(if state == "refused" { refused } else { well }, "{ran}");
        }
        let list = if forms.is_a_list() { ", a list" } else { "" };
        let shown = forms.shown().into_iter().map(|ran| brief(row, ran));
        story.push_str(&format!("# {state}{list}\n{}\n", Story(shown.collect())));
    }
    story
}

/// What is written in one form whatever is asked for, which no other is asked of.
fn has_own_form(row: &Row, ran: &Ran) -> bool {
    let own = TEXTS.contains(&row.command) || row.command.starts_with("export ");
    own && ran.code == 2 && ran.stderr.contains("a form of its own")
}

#[test]
fn an_unknown_field_is_refused_in_every_command_and_form() {
    // A prompt is always silent, and what runs for ever has no answer. What is refused makes nothing,
    // so that a command finds the same company in every form.
    let rows = ROWS.iter().filter(|row| row.command != "prompt");
    let companies = Companies::new();
    for row in rows.filter(|row| !row.something.is_empty()) {
        let company = companies.of(row.command);
        let line = row.something.split(" --fields ").next().unwrap_or_default();
        let (world, line) = company.begin(line);
        for form in FORMS {
            let line = format!("{line} --fields prize --format {form}");
            let ran = Company::type_in(&world, &line);
            assert!(ran.code == 2 && ran.stdout.is_empty(), "{ran}");
            let told = [
                "hint: the fields are ",
                "leave --fields out",
                "a form of its own",
                "and --fields out",
            ];
            assert!(told.iter().any(|told| ran.stderr.contains(told)), "{ran}");
        }
    }
}

/// The commands whose answer is a text that no form changes and that is kept elsewhere.
const TEXTS: [&str; 2] = ["completions", "man"];

/// Without what is kept elsewhere and what every migration changes.
fn brief(row: &Row, mut ran: Ran) -> Ran {
    if TEXTS.contains(&row.command) && !ran.stdout.is_empty() {
        let begun: Vec<&str> = ran.stdout.lines().take(5).collect();
        ran.stdout = begun.join("\n") + "\n[…]\n";
    }
    ran.stdout = without_schema(&ran.stdout);
    ran
}

/// Without the number of the newest schema, however it is written.
fn without_schema(text: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let newest = fs::read_dir(folder).expect("migrations").count();
    let mut text = text.to_owned();
    for (before, behind) in [
        ("schema ", ""),
        ("\"schema\": ", ""),
        ("\"schema\":", ""),
        ("true,", ","),
    ] {
        let written = format!("{before}{newest}{behind}");
        text = text.replace(&written, &format!("{before}N{behind}"));
    }
    text
}

#[test]
fn every_command_in_every_form() {
    let stories = thread::scope(|scope| {
        let parts = parts().map(|rows| {
            scope.spawn(move || {
                let companies = Companies::new();
                let told = |row: &Row| story(companies.of(row.command), row);
                let stories = rows.iter().map(|row| (row.command, told(row)));
                stories.collect::<Vec<_>>()
            })
        });
        let parts: Vec<_> = parts.collect();
        let stories = parts.into_iter().map(|part| part.join().expect("stories"));
        stories.flatten().collect::<Vec<_>>()
    });
    insta::with_settings!({
        snapshot_path => "matrix",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        for (command, story) in stories {
            insta::assert_snapshot!(file_name(command), story);
        }
    });
}

#[test]
fn every_command_has_a_row_and_every_row_a_command() {
    let commands: BTreeSet<String> = leaves().iter().cloned().collect();
    let rows: BTreeSet<String> = ROWS.iter().map(|row| row.command.to_owned()).collect();
    let missing: Vec<_> = commands.symmetric_difference(&rows).collect();
    assert!(missing.is_empty(), "tests/cli/matrix/rows.rs: {missing:?}");
}

#[test]
fn no_story_is_left_of_a_command_that_is_gone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/matrix");
    let entries = fs::read_dir(folder).expect("a folder");
    let files = entries.map(|entry| entry.expect("an entry").file_name());
    let files = files.map(|name| name.to_string_lossy().into_owned());
    let stories: BTreeSet<String> = files.filter(|name| name.ends_with(".snap")).collect();
    let rows = ROWS.iter().map(|row| file_name(row.command) + ".snap");
    assert_eq!(stories, rows.collect());
}

fn file_name(command: &str) -> String {
    command.replace(' ', "-")
}

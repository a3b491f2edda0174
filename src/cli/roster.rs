//! A roster: popugs in a file, a line each, as CSV with a header or as JSON lines.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use clap::ValueEnum;
use serde::Deserialize;

use crate::auth::RosterLine;
use crate::cli::ask::Person;
use crate::cli::error::CliError;

/// No roster is larger, in bytes.
const MOST: u64 = 16 * 1024 * 1024;

/// The columns that a roster has.
const COLUMNS: [&str; 4] = ["name", "role", "email", "full_name"];

/// The form of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RosterType {
    /// A header, then a line for each popug
    Csv,
    /// A JSON object a line
    Jsonl,
}

impl RosterType {
    /// By the name of the file, and else by how it begins.
    fn of(path: &str, text: &str) -> Self {
        let extension = Path::new(path).extension().and_then(|it| it.to_str());
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Self::Csv,
            Some("jsonl" | "ndjson" | "json") => Self::Jsonl,
            _ if text.trim_start().starts_with('{') => Self::Jsonl,
            _ => Self::Csv,
        }
    }
}

/// The roster in a file, or on standard input (`-`).
pub fn read(
    path: &str,
    named: Option<RosterType>,
    person: &mut Person<'_>,
) -> Result<Vec<RosterLine>, CliError> {
    let text = if path == "-" {
        person.text(MOST + 1)?
    } else {
        text_of(path)?
    };
    if text.len() as u64 > MOST {
        return Err(CliError::usage(format!(
            "{path} has more than {MOST} bytes"
        )));
    }
    // Spreadsheets put a mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    match named.unwrap_or_else(|| RosterType::of(path, text)) {
        RosterType::Csv => of_csv(text),
        RosterType::Jsonl => of_json_lines(text),
    }
}

fn text_of(path: &str) -> Result<String, CliError> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MOST + 1).read_to_string(&mut text));
    match read {
        Ok(_) => Ok(text),
        Err(error) => Err(CliError::usage(format!("{path} cannot be read: {error}"))),
    }
}

fn of_csv(text: &str) -> Result<Vec<RosterLine>, CliError> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = LineCount {
        text,
        byte: 0,
        line: 1,
    };
    let header = reader.headers();
    let header = header.map_err(|error| broken(&error, &mut lines))?.clone();
    let places = places(&header)?;
    let mut roster = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error, &mut lines))?;
        let field = |place: Option<usize>| place.and_then(|it| record.get(it)).map(str::to_owned);
        let [name, role, email, full_name] = places.map(field);
        roster.push(RosterLine {
            line: lines.at(record.position()),
            name: name.unwrap_or_default(),
            role: role.unwrap_or_default(),
            email: email.unwrap_or_default(),
            full_name,
        });
    }
    Ok(roster)
}

/// Where each column stands; only the full name may be left out.
fn places(header: &csv::StringRecord) -> Result<[Option<usize>; 4], CliError> {
    let wrong = |what: String| {
        let message = format!("line 1: {what}; the columns are {}", COLUMNS.join(","));
        Err(CliError::usage(message))
    };
    let is = |given: &str, column: &str| given.eq_ignore_ascii_case(column);
    if let Some(odd) = header
        .iter()
        .find(|it| !COLUMNS.iter().any(|column| is(it, column)))
    {
        return wrong(format!("there is no column '{odd}'"));
    }
    let stands = |column: &str| header.iter().filter(|it| is(it, column)).count();
    if let Some(twice) = COLUMNS.into_iter().find(|column| stands(column) > 1) {
        return wrong(format!("the column '{twice}' stands twice"));
    }
    let [name, role, email, _] = COLUMNS;
    if let Some(missing) = [name, role, email].into_iter().find(|it| stands(it) == 0) {
        return wrong(format!("the column '{missing}' is missing"));
    }
    Ok(COLUMNS.map(|column| header.iter().position(|it| is(it, column))))
}

/// Counts the lines of a text, forwards. The reader's own count is that of before the ends of lines
/// which it passes over.
struct LineCount<'t> {
    text: &'t str,
    byte: usize,
    line: u64,
}

impl LineCount<'_> {
    fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let byte = position.map_or(0, csv::Position::byte);
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.get(byte..).unwrap_or_default();
        let begin = byte + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let passed = self.text.get(self.byte..begin).unwrap_or_default();
        self.line += passed.matches('\n').count() as u64;
        self.byte = begin.max(self.byte);
        self.line
    }
}

fn broken(error: &csv::Error, lines: &mut LineCount<'_>) -> CliError {
    let line = lines.at(error.position());
    let reason = if let csv::ErrorKind::UnequalLengths {
        expected_len, len, ..
    } = error.kind()
    {
        format!("{len} fields where the header has {expected_len}")
    } else {
        error.to_string()
    };
    CliError::usage(format!("line {line}: {reason}"))
}

/// A line of a roster as JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonLine {
    name: String,
    role: String,
    email: String,
    full_name: Option<String>,
}

fn of_json_lines(text: &str) -> Result<Vec<RosterLine>, CliError> {
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(_, text)| !text.trim().is_empty());
    lines.map(|(line, text)| json_line(line, text)).collect()
}

fn json_line(line: u64, text: &str) -> Result<RosterLine, CliError> {
    let read: Result<JsonLine, _> = serde_json::from_str(text);
    let read = read.map_err(|error| {
        let reason = error.to_string();
        // Its own place is the column alone: it sees one line.
        let (reason, _) = reason.split_once(" at line ").unwrap_or((&reason, ""));
        CliError::usage(format!("line {line}: {reason}"))
    })?;
    let JsonLine {
        name,
        role,
        email,
        full_name,
    } = read;
    Ok(RosterLine {
        line,
        name,
        role,
        email,
        full_name,
    })
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::cli::output::Stream;

    fn roster(text: &str) -> Result<Vec<RosterLine>, String> {
        let mut person = Person::new(text.as_bytes(), io::sink(), Stream::Other);
        read("-", None, &mut person).map_err(|error| error.to_string())
    }

    fn kesha(line: u64, full_name: Option<&str>) -> RosterLine {
        RosterLine {
            line,
            name: "kesha".to_owned(),
            role: "worker".to_owned(),
            email: "k@popug.example".to_owned(),
            full_name: full_name.map(str::to_owned),
        }
    }

    #[test]
    fn both_forms_are_recognised_by_how_they_begin() {
        let csv = "\u{feff}Email, name,role\r\n\r\nk@popug.example, kesha ,worker\r\n";
        assert_eq!(roster(csv), Ok(vec![kesha(3, None)]));
        let json = "\n{\"name\":\"kesha\",\"role\":\"worker\",\"email\":\"k@popug.example\",\"full_name\":\"K\"}\n";
        assert_eq!(roster(json), Ok(vec![kesha(2, Some("K"))]));
        assert_eq!(roster("name,role,email\n"), Ok(Vec::new()));
    }

    #[test]
    fn the_name_of_the_file_comes_first() {
        assert_eq!(RosterType::of("a.CSV", "{"), RosterType::Csv);
        assert_eq!(RosterType::of("a.json", "name"), RosterType::Jsonl);
        assert_eq!(RosterType::of("a.txt", " {"), RosterType::Jsonl);
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_line() {
        let refused = |text: &str| roster(text).expect_err(text);
        assert_eq!(
            refused("name,role,email\na,b,c\nd,e\n"),
            "line 3: 2 fields where the header has 3"
        );
        assert!(refused("name,role,email\r\n\r\n\r\nd,e\r\n").starts_with("line 4: "));
        assert_eq!(
            refused("name,role,mail\n"),
            "line 1: there is no column 'mail'; the columns are name,role,email,full_name"
        );
        assert_eq!(
            refused("name,role\n"),
            "line 1: the column 'email' is missing; the columns are name,role,email,full_name"
        );
        assert_eq!(
            refused("{\"name\":\"a\",\"role\":\"worker\",\"email\":\"b\"}\n{\"name\":\"a\"}\n"),
            "line 2: missing field `role`"
        );
        assert!(refused("name,role,email,Name\n").contains("'name' stands twice"));
        assert!(refused("").starts_with("line 1: "));
    }
}

//! Rows as comma-separated values under a header.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io::{self, Read};

use csv::{ByteRecord, Error, ErrorKind, ReaderBuilder, StringRecord, Trim};
use serde::de::DeserializeOwned;

use crate::cli::error::CliError;
use crate::cli::formula::unguarded;
use crate::cli::rows::keys::{Keys, Passed};
use crate::cli::rows::{BadRow, MOST_BYTES, Stopped};
use crate::kernel::figures::plural;

/// Visits every row below the header. Lines end with a newline, the last one too.
pub fn each<T: DeserializeOwned>(
    input: impl Read,
    keys: Keys,
    passed: &Passed,
    mut visit: impl FnMut(u64, Result<T, BadRow>) -> Result<(), CliError>,
) -> Result<(), Stopped> {
    let watch = Watch::default();
    let mut builder = ReaderBuilder::new();
    let mut reader = builder
        .flexible(true)
        .trim(Trim::Headers)
        .from_reader(Watched::of(input, &watch));
    let header = reader.byte_headers().map_err(input_error)?.clone();
    let header = text(&header).and_then(|header| Columns::of(&header, keys, passed));
    let header = match watch.stray_before(reader.position().line()) {
        Some(_) => header.and(Err(stray_text())),
        None => header,
    };
    let columns = match header {
        Ok(columns) => columns,
        Err(wrong) => return visit(1, Err(wrong)).map_err(Stopped::Visit),
    };
    let mut record = ByteRecord::new();
    loop {
        watch.left.set(MOST_BYTES);
        let from = reader.position().line();
        if !reader.read_byte_record(&mut record).map_err(input_error)? {
            return Ok(());
        }
        // The reader stands behind the record: it began as many lines before as it has.
        let within = record.iter().flatten().filter(|byte| **byte == b'\n');
        let lines = 1 + u64::try_from(within.count()).unwrap_or(u64::MAX);
        let line = reader.position().line().saturating_sub(lines);
        let stray = watch.stray_before(reader.position().line());
        let (line, row) = if let Some(stray) = stray {
            (stray, Err(stray_text()))
        } else if line < from {
            // No newline ended it: it went on to the end of the file.
            (
                from,
                Err(BadRow("a quote is opened and never closed".to_owned())),
            )
        } else {
            (line, columns.read(&record))
        };
        visit(line, row).map_err(Stopped::Visit)?;
    }
}

fn stray_text() -> BadRow {
    let wrong = "text stands behind a closing quote; a quote within a text is written twice";
    BadRow(wrong.to_owned())
}

fn input_error(error: Error) -> Stopped {
    let text = error.to_string();
    match error.into_kind() {
        ErrorKind::Io(error) => Stopped::Input(error),
        ErrorKind::Utf8 { .. }
        | ErrorKind::UnequalLengths { .. }
        | ErrorKind::Seek
        | ErrorKind::Serialize(_)
        | ErrorKind::Deserialize { .. }
        | _ => Stopped::Input(io::Error::other(text)),
    }
}

fn text(record: &ByteRecord) -> Result<StringRecord, BadRow> {
    let text = StringRecord::from_byte_record(record.clone());
    text.map_err(|_| BadRow("it is not UTF-8".to_owned()))
}

/// The columns of a file, and which of them are taken.
struct Columns {
    count: usize,
    taken: Vec<usize>,
    names: StringRecord,
}

impl Columns {
    fn of(header: &StringRecord, keys: Keys, passed: &Passed) -> Result<Self, BadRow> {
        if let Some(wrong) = wrong_header(header, keys) {
            return Err(BadRow(wrong));
        }
        let columns = header.iter().enumerate();
        let taken = columns.filter(|(_, name)| !passed.meets(name));
        let (taken, names): (Vec<usize>, Vec<&str>) = taken.unzip();
        Ok(Self {
            count: header.len(),
            taken,
            names: StringRecord::from(names),
        })
    }

    fn read<T: DeserializeOwned>(&self, record: &ByteRecord) -> Result<T, BadRow> {
        let record = text(record)?;
        if record.len() != self.count {
            let (has, wanted) = (plural(record.len(), "field", "fields"), self.count);
            return Err(BadRow(format!("it has {has}, and the header {wanted}")));
        }
        let taken = self.taken.iter().filter_map(|place| record.get(*place));
        let taken: StringRecord = taken.map(unguarded).collect();
        let row = taken.deserialize(Some(&self.names));
        row.map_err(|error| match error.kind() {
            ErrorKind::Deserialize { err, .. } => BadRow(err.kind().to_string()),
            ErrorKind::Io(_)
            | ErrorKind::Utf8 { .. }
            | ErrorKind::UnequalLengths { .. }
            | ErrorKind::Seek
            | ErrorKind::Serialize(_)
            | _ => BadRow(error.to_string()),
        })
    }
}

fn wrong_header(header: &StringRecord, keys: Keys) -> Option<String> {
    let known = keys.taken.join(", ");
    let wanted = keys.taken.first().copied().unwrap_or_default();
    let mut seen = Vec::new();
    for column in header {
        if !keys.taken.contains(&column) && !keys.passed.contains(&column) {
            let commas = if column.contains([';', '\t']) {
                "; columns are parted by commas"
            } else {
                ""
            };
            return Some(format!("the column '{column}' is none of {known}{commas}"));
        }
        if seen.contains(&column) {
            return Some(format!("the column '{column}' stands there twice"));
        }
        seen.push(column);
    }
    (!seen.contains(&wanted))
        .then(|| format!("no column is called '{wanted}'; there may be {known}"))
}

/// What is seen of the input while it is read.
struct Watch {
    /// What the row at hand may still take.
    left: Cell<u64>,
    /// Lines on which text stands behind a closing quote, which the reader takes as it comes.
    stray: RefCell<VecDeque<u64>>,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            left: Cell::new(MOST_BYTES),
            stray: RefCell::default(),
        }
    }
}

impl Watch {
    /// The first line with stray text of those before this one; they are forgotten.
    fn stray_before(&self, line: u64) -> Option<u64> {
        let mut stray = self.stray.borrow_mut();
        let first = stray.front().copied().filter(|it| *it < line);
        while stray.front().is_some_and(|it| *it < line) {
            stray.pop_front();
        }
        first
    }
}

/// Where a byte stands, as the reader of records sees it too.
#[derive(Clone, Copy)]
enum At {
    Beginning,
    Plain,
    Quoted,
    /// Behind a quote in a quoted text: its end, or the first of two.
    Quote,
}

/// Input that is watched, and of which no row may take more than is left.
struct Watched<'w, R> {
    input: R,
    watch: &'w Watch,
    at: At,
    line: u64,
}

impl<'w, R: Read> Watched<'w, R> {
    const fn of(input: R, watch: &'w Watch) -> Self {
        Self {
            input,
            watch,
            at: At::Beginning,
            line: 1,
        }
    }

    fn see(&mut self, byte: u8) {
        self.at = match (self.at, byte) {
            (At::Beginning | At::Quote, b'"') => At::Quoted,
            (At::Quoted, b'"') => At::Quote,
            (At::Quoted, _) => At::Quoted,
            (At::Beginning | At::Plain | At::Quote, b',' | b'\n') => At::Beginning,
            (At::Beginning | At::Plain, _) => At::Plain,
            (At::Quote, _) => {
                self.watch.stray.borrow_mut().push_back(self.line);
                At::Plain
            }
        };
        self.line += u64::from(byte == b'\n');
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        for byte in buffer.iter().take(read) {
            self.see(*byte);
        }
        let left = self.watch.left.get();
        if read > 0 && left == 0 {
            let reason = "a row is longer than a MiB; is a quote left open?";
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        let used = u64::try_from(read).unwrap_or(u64::MAX);
        self.watch.left.set(left.saturating_sub(used));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::rows::ends::LineEnds;

    const KEYS: Keys = Keys {
        taken: &["title", "key"],
        passed: &["id", "at"],
    };

    #[derive(Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row {
        title: String,
        key: Option<String>,
    }

    type Read = Result<(String, Option<String>), String>;

    fn rows(text: &str) -> Vec<(u64, Read)> {
        let mut found = Vec::new();
        let input = LineEnds::of(text.as_bytes());
        let read = each(input, KEYS, &Passed::of(KEYS), |line, row| {
            let row = row.map(|row: Row| (row.title, row.key));
            found.push((line, row.map_err(|BadRow(reason)| reason)));
            Ok(())
        });
        assert!(read.is_ok());
        found
    }

    #[test]
    fn columns_stand_in_any_order_and_an_empty_field_is_absent() {
        let oil = |line| (line, Ok(("Oil, \"all\"\nof it".to_owned(), None)));
        let text = " key ,title\r\n,\"Oil, \"\"all\"\"\nof it\"\r\n\r\n7,Sing\r\n";
        let sing = (5, Ok(("Sing".to_owned(), Some("7".to_owned()))));
        assert_eq!(rows(text), [oil(2), sing]);
        assert!(rows("title\n").is_empty());
    }

    #[test]
    fn a_header_that_cannot_be_meant_is_told_before_any_row() {
        for (text, reason) in [
            ("", "no column is called 'title'; there may be title, key"),
            (
                "key\n1\n",
                "no column is called 'title'; there may be title, key",
            ),
            ("titel\nx\n", "the column 'titel' is none of title, key"),
            (
                "title;key\nx;y\n",
                "the column 'title;key' is none of title, key; columns are parted by commas",
            ),
            (
                "title,title\nx,y\n",
                "the column 'title' stands there twice",
            ),
        ] {
            assert_eq!(rows(text), [(1, Err(reason.to_owned()))], "{text}");
        }
    }

    #[test]
    fn a_ragged_row_is_told_by_its_line_and_the_next_one_is_read() {
        let found = rows("title,key\nSing,1,2\nDance,3\n");
        assert_eq!(
            found[0],
            (2, Err("it has 3 fields, and the header 2".to_owned()))
        );
        assert_eq!(
            found[1],
            (3, Ok(("Dance".to_owned(), Some("3".to_owned()))))
        );
    }

    #[test]
    fn a_quote_that_is_left_open_is_told_by_the_line_that_opens_it() {
        let unclosed = || Err("a quote is opened and never closed".to_owned());
        for end in ["", "\n", "\nDance,3\nFly,4\n"] {
            let found = rows(&format!("title,key\nHop,1\n\"Sing,2{end}"));
            assert_eq!(found[1], (3, unclosed()), "{end:?}");
            assert_eq!(found.len(), 2);
        }
        assert_eq!(rows("title\n\"Sing\n\"\n").len(), 1);
        assert!(rows("title\n\"Sing\n\"")[0].1.is_ok());
    }

    #[test]
    fn a_quote_that_is_left_open_ends_the_reading() {
        let text = format!("title\n\"{}", "x".repeat(3_000_000));
        let passed = Passed::of(KEYS);
        let read = each(
            text.as_bytes(),
            KEYS,
            &passed,
            |_, _: Result<Row, BadRow>| Ok(()),
        );
        assert!(matches!(read, Err(Stopped::Input(_))));
    }

    #[test]
    fn text_behind_a_closing_quote_is_told_by_its_line() {
        let stray = |line| (line, Err(stray_text().0));
        let text = "title,key\n\"5\" nails\",1\nHop,2\n\"a\nb\"cd,3\n\"ab\" ,4\n\"a\"\"b\",5\n";
        let found = rows(text);
        let right =
            |line, title: &str, key: &str| (line, Ok((title.to_owned(), Some(key.to_owned()))));
        let all = [
            stray(2),
            right(3, "Hop", "2"),
            stray(5),
            stray(6),
            right(7, "a\"b", "5"),
        ];
        assert_eq!(found, all);
        assert_eq!(rows("\"tit\"le,key\nHop,1\n"), [stray(1)]);
        assert_eq!(
            rows("title\n5\" nails\n")[0].1,
            Ok(("5\" nails".to_owned(), None))
        );
    }

    #[test]
    fn what_popug_has_beside_is_passed_over_and_guards_are_taken_off() {
        let passed = Passed::of(KEYS);
        let mut titles = Vec::new();
        let text = "id,title,at\n7,'=1+1,x\n8,''=1+1,\n9,'a,\n";
        let read = each(
            text.as_bytes(),
            KEYS,
            &passed,
            |_, row: Result<Row, BadRow>| {
                titles.extend(row.map(|row| row.title));
                Ok(())
            },
        );
        assert!(read.is_ok());
        assert_eq!(titles, ["=1+1", "'=1+1", "'a"]);
        assert_eq!(passed.note().as_deref(), Some("passed over: id, at"));
    }

    #[test]
    fn lines_that_end_with_a_carriage_return_are_lines() {
        let found = rows("title,key\rSing,1\rDance,2\r");
        assert_eq!(found.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 3]);
        assert!(found.iter().all(|row| row.1.is_ok()));
    }
}

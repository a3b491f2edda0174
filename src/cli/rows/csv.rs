//! Rows as comma-separated values under a header.

use std::cell::Cell;
use std::io::{self, BufRead, Read};

use csv::{ByteRecord, Error, ErrorKind, ReaderBuilder, StringRecord, Trim};
use serde::de::DeserializeOwned;

use crate::cli::error::CliError;
use crate::cli::rows::{BadRow, MOST_BYTES, Stopped};
use crate::kernel::figures::plural;

/// Visits every row below the header.
pub fn each<T: DeserializeOwned>(
    input: impl BufRead,
    fields: &[&str],
    mut visit: impl FnMut(u64, Result<T, BadRow>) -> Result<(), CliError>,
) -> Result<(), Stopped> {
    let left = Cell::new(MOST_BYTES);
    let lines = Lines::of(input, &left);
    let mut builder = ReaderBuilder::new();
    let mut reader = builder
        .flexible(true)
        .trim(Trim::Headers)
        .from_reader(lines);
    let header = reader.byte_headers().map_err(input_error)?.clone();
    let header = text(header).and_then(|header| check_header(header, fields));
    let header = match header {
        Ok(header) => header,
        Err(wrong) => return visit(1, Err(wrong)).map_err(Stopped::Visit),
    };
    let mut record = ByteRecord::new();
    loop {
        left.set(MOST_BYTES);
        let from = reader.position().line();
        if !reader.read_byte_record(&mut record).map_err(input_error)? {
            return Ok(());
        }
        // The reader stands behind the record: it began as many lines before as it has.
        let within = record.iter().flatten().filter(|byte| **byte == b'\n');
        let lines = 1 + u64::try_from(within.count()).unwrap_or(u64::MAX);
        let line = reader.position().line().saturating_sub(lines);
        let row = if line < from {
            // No newline ended it: it went on to the end of the file.
            Err(BadRow("a quote is opened and never closed".to_owned()))
        } else {
            read(&header, record.clone())
        };
        visit(line.max(from), row).map_err(Stopped::Visit)?;
    }
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

fn text(record: ByteRecord) -> Result<StringRecord, BadRow> {
    StringRecord::from_byte_record(record).map_err(|_| BadRow("it is not UTF-8".to_owned()))
}

fn read<T: DeserializeOwned>(header: &StringRecord, record: ByteRecord) -> Result<T, BadRow> {
    let record = text(record)?;
    if record.len() != header.len() {
        let (has, wanted) = (plural(record.len(), "field", "fields"), header.len());
        return Err(BadRow(format!("it has {has}, and the header {wanted}")));
    }
    let row = record.deserialize(Some(header));
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

fn check_header(header: StringRecord, fields: &[&str]) -> Result<StringRecord, BadRow> {
    wrong_header(&header, fields).map_or(Ok(header), |wrong| Err(BadRow(wrong)))
}

fn wrong_header(header: &StringRecord, fields: &[&str]) -> Option<String> {
    let known = fields.join(", ");
    let wanted = fields.first().copied().unwrap_or_default();
    let mut seen = Vec::new();
    for column in header {
        if !fields.contains(&column) {
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

/// Input whose every line ends with one newline, the last one too, and of which no row may take
/// more than is left.
struct Lines<'l, R> {
    input: R,
    left: &'l Cell<u64>,
    /// A carriage return that was met and not given yet.
    held: bool,
    /// Whether the last byte given was a newline.
    ended: bool,
}

impl<'l, R: BufRead> Lines<'l, R> {
    const fn of(input: R, left: &'l Cell<u64>) -> Self {
        Self {
            input,
            left,
            held: false,
            ended: true,
        }
    }

    /// The next byte that is given.
    fn next(&mut self) -> io::Result<Option<u8>> {
        loop {
            let Some(byte) = self.input.fill_buf()?.first().copied() else {
                self.held = false;
                return Ok((!self.ended).then_some(b'\n'));
            };
            if self.held && byte != b'\n' {
                self.held = false;
                return Ok(Some(b'\r'));
            }
            self.input.consume(1);
            self.held = byte == b'\r';
            if !self.held {
                return Ok(Some(byte));
            }
        }
    }
}

impl<R: BufRead> Read for Lines<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut read = 0;
        for place in buffer {
            let Some(byte) = self.next()? else {
                break;
            };
            self.ended = byte == b'\n';
            *place = byte;
            read += 1;
        }
        let left = self.left.get();
        if read > 0 && left == 0 {
            let reason = "a row is longer than a MiB; is a quote left open?";
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        let used = u64::try_from(read).unwrap_or(u64::MAX);
        self.left.set(left.saturating_sub(used));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row {
        title: String,
        key: Option<String>,
    }

    type Read = Result<(String, Option<String>), String>;

    fn rows(text: &str) -> Vec<(u64, Read)> {
        let mut found = Vec::new();
        let read = each(text.as_bytes(), &["title", "key"], |line, row| {
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
        let read = each(text.as_bytes(), &["title"], |_, _: Result<Row, BadRow>| {
            Ok(())
        });
        assert!(matches!(read, Err(Stopped::Input(_))));
    }
}

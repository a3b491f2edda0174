//! Rows as JSON lines.

use std::io::{BufRead, Read};

use serde::de::DeserializeOwned;

use crate::cli::error::CliError;
use crate::cli::rows::keys::{Passed, Without};
use crate::cli::rows::{BadRow, MOST_BYTES, Stopped};

/// Visits every line that has something on it.
pub fn each<T: DeserializeOwned>(
    mut input: impl BufRead,
    passed: &Passed,
    mut visit: impl FnMut(u64, Result<T, BadRow>) -> Result<(), CliError>,
) -> Result<(), Stopped> {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let mut line = input.by_ref().take(MOST_BYTES + 1);
        if line.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let row = if bytes.len() as u64 > MOST_BYTES {
            let row = Err(BadRow("the line is longer than a MiB".to_owned()));
            if !ends_soon(&mut input)? {
                return visit(number, row).map_err(Stopped::Visit);
            }
            row
        } else if bytes.trim_ascii().is_empty() {
            continue;
        } else {
            read(bytes.trim_ascii(), passed)
        };
        visit(number, row).map_err(Stopped::Visit)?;
    }
    Ok(())
}

/// The row that an object is.
pub fn read<T: DeserializeOwned>(object: &[u8], passed: &Passed) -> Result<T, BadRow> {
    if !object.starts_with(b"{") {
        return Err(BadRow("no JSON object stands here".to_owned()));
    }
    let mut json = serde_json::Deserializer::from_slice(object);
    let row = T::deserialize(Without {
        of: &mut json,
        passed,
    });
    let row = row.and_then(|row| json.end().map(|()| row));
    row.map_err(|error| BadRow(reason(&error)))
}

/// Without the place, which counts every line as the first.
pub fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).map_or(text.clone(), |reason| {
        format!("{reason} (column {})", error.column())
    })
}

/// Passes over the rest of a line; whether it ends before as much again. A device has no lines.
fn ends_soon(input: &mut impl BufRead) -> Result<bool, Stopped> {
    let mut rest = input.take(MOST_BYTES);
    loop {
        let buffer = rest.fill_buf()?;
        let (used, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), false),
        };
        rest.consume(used);
        if ended || used == 0 {
            return Ok(ended);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, repeat};

    use super::*;
    use crate::cli::rows::keys::Keys;

    type Read = Vec<(u64, Result<Vec<u8>, String>)>;

    fn lines(text: &str) -> Read {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Row {
            bytes: Vec<u8>,
        }
        let mut found = Vec::new();
        let passed = Passed::of(Keys {
            taken: &["bytes"],
            passed: &["at"],
        });
        let read = each(
            text.as_bytes(),
            &passed,
            |line, row: Result<Row, BadRow>| {
                found.push((
                    line,
                    row.map(|row| row.bytes).map_err(|BadRow(reason)| reason),
                ));
                Ok(())
            },
        );
        assert!(read.is_ok());
        found
    }

    #[test]
    fn every_line_with_something_on_it_is_a_row() {
        let text = "{\"bytes\":[1]}\r\n\n  \n{\"at\":{},\"bytes\":[2,3]}";
        assert_eq!(lines(text), [(1, Ok(vec![1])), (4, Ok(vec![2, 3]))]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn what_is_no_row_is_told_by_its_line_and_the_next_one_is_read() {
        let text = "[1]\n{\"bytes\":\n{\"bites\":[]}\n{\"bytes\":[4]}";
        let reasons = [
            (1, Err("no JSON object stands here".to_owned())),
            (2, Err("EOF while parsing a value (column 9)".to_owned())),
            (
                3,
                Err("unknown field `bites`, expected `bytes` (column 8)".to_owned()),
            ),
            (4, Ok(vec![4])),
        ];
        assert_eq!(lines(text), reasons);
    }

    #[test]
    fn a_line_without_end_is_not_held_in_memory() {
        let long = format!(
            "{{\"bytes\":[{}]}}\n{{\"bytes\":[4]}}",
            "1,".repeat(1_000_000)
        );
        let long = lines(&long);
        assert_eq!(
            long[0],
            (1, Err("the line is longer than a MiB".to_owned()))
        );
        assert_eq!(long[1], (2, Ok(vec![4])));
    }

    #[test]
    fn a_device_that_never_ends_is_not_read_to_its_end() {
        let mut told = Vec::new();
        let passed = Passed::of(Keys {
            taken: &[],
            passed: &[],
        });
        let read = each(
            BufReader::new(repeat(0)),
            &passed,
            |line, row: Result<u8, BadRow>| {
                told.push((line, row));
                Ok(())
            },
        );
        assert!(read.is_ok());
        let reason = "the line is longer than a MiB".to_owned();
        assert_eq!(told, [(1, Err(BadRow(reason)))]);
    }
}

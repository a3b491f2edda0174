//! Rows as one JSON document: an array of objects, or objects one behind the other, laid out in
//! any way.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufRead, Read};

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::cli::error::CliError;
use crate::cli::rows::jsonl::{self, reason};
use crate::cli::rows::keys::Passed;
use crate::cli::rows::{BadRow, MOST_BYTES, Stopped};

/// Visits every object with the line on which it begins.
pub fn each<T: DeserializeOwned>(
    input: impl BufRead,
    passed: &Passed,
    mut visit: impl FnMut(u64, Result<T, BadRow>) -> Result<(), CliError>,
) -> Result<(), Stopped> {
    let place = Place::default();
    let mut input = Counted {
        input,
        place: &place,
    };
    let mut array = false;
    while let Some(first) = input.first()? {
        let line = place.begin_row();
        if array || !matches!(first, b'[' | b'{') {
            let wrong = BadRow("no JSON object stands here".to_owned());
            return visit(line, Err(wrong)).map_err(Stopped::Visit);
        }
        array = first == b'[';
        let mut stopped = None;
        let rows = Rows {
            place: &place,
            visit: &mut |line, row: &str| {
                let row = jsonl::read(row.as_bytes(), passed);
                visit(line, row).map_err(|error| stopped = Some(error))
            },
        };
        let mut document = serde_json::Deserializer::from_reader(&mut input);
        let read = if array {
            document.deserialize_seq(rows)
        } else {
            rows.deserialize(&mut document)
        };
        match (read, stopped) {
            (_, Some(error)) => return Err(Stopped::Visit(error)),
            (Err(error), None) if error.is_io() => return Err(Stopped::Input(error.into())),
            (Err(error), None) => {
                let wrong = BadRow(reason(&error));
                return visit(place.line.get(), Err(wrong)).map_err(Stopped::Visit);
            }
            (Ok(()), None) => {}
        }
    }
    Ok(())
}

/// How far a document was read.
struct Place {
    line: Cell<u64>,
    /// What the row at hand may still take.
    left: Cell<u64>,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            line: Cell::new(1),
            left: Cell::new(MOST_BYTES),
        }
    }
}

impl Place {
    /// A row begins; answers on which line.
    fn begin_row(&self) -> u64 {
        self.left.set(MOST_BYTES);
        self.line.get()
    }
}

/// Input that knows its place.
struct Counted<'p, R> {
    input: R,
    place: &'p Place,
}

impl<R: BufRead> Counted<'_, R> {
    /// The next byte that is no white space, which is not taken.
    fn first(&mut self) -> io::Result<Option<u8>> {
        loop {
            let Some(byte) = self.input.fill_buf()?.first().copied() else {
                return Ok(None);
            };
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
            self.pass(&[byte]);
            self.input.consume(1);
        }
    }

    fn pass(&self, bytes: &[u8]) {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        let lines = u64::try_from(lines).unwrap_or(u64::MAX);
        let line = &self.place.line;
        line.set(line.get().saturating_add(lines));
    }
}

impl<R: BufRead> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        let left = self.place.left.get();
        if read > 0 && left == 0 {
            let reason = "an object is longer than a MiB";
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        let used = u64::try_from(read).unwrap_or(u64::MAX);
        self.place.left.set(left.saturating_sub(used));
        self.pass(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// Visits the elements of an array, or the one object that there is.
struct Rows<'v, F> {
    place: &'v Place,
    visit: &'v mut F,
}

impl<'de, F: FnMut(u64, &str) -> Result<(), ()>> DeserializeSeed<'de> for Rows<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, document: D) -> Result<(), D::Error> {
        let line = self.place.begin_row();
        let row = Box::<RawValue>::deserialize(document)?;
        (self.visit)(line, row.get()).map_err(|()| D::Error::custom("nobody wants more"))
    }
}

impl<'de, F: FnMut(u64, &str) -> Result<(), ()>> Visitor<'de> for Rows<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self { place, visit } = self;
        while array.next_element_seed(Rows { place, visit })?.is_some() {}
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::rows::keys::Keys;

    type Found = Vec<(u64, Result<i64, String>)>;

    fn rows(text: &str) -> Found {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Row {
            id: i64,
        }
        let mut found = Vec::new();
        let passed = Passed::of(Keys {
            taken: &["id"],
            passed: &["at"],
        });
        let read = each(
            text.as_bytes(),
            &passed,
            |line, row: Result<Row, BadRow>| {
                found.push((line, row.map(|row| row.id).map_err(|it| it.to_string())));
                Ok(())
            },
        );
        assert!(read.is_ok());
        found
    }

    #[test]
    fn a_document_may_be_laid_out_in_any_way() {
        let rows_of = |text| rows(text).into_iter().map(|(line, row)| (line, row.ok()));
        let laid_out = "[\n  {\n    \"id\": 1,\n    \"at\": [{}]\n  },\n  {\"id\": 2}\n]\n";
        assert!(rows_of(laid_out).eq([(2, Some(1)), (6, Some(2))]));
        assert!(rows_of("[{\"id\":1},{\"id\":2}]").eq([(1, Some(1)), (1, Some(2))]));
        assert!(rows_of("\n{\n\"id\":1\n}\n{\"id\":2}").eq([(2, Some(1)), (5, Some(2))]));
        assert!(rows_of(" [ ] ").eq([]));
        assert!(rows_of("").eq([]));
    }

    #[test]
    fn what_is_no_row_is_told_by_its_line() {
        let told = |text: &str| {
            let told = rows(text).into_iter();
            let told = told.filter_map(|(line, row)| Some(format!("{line}: {}", row.err()?)));
            told.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            told("[\n1,\n{\"id\":2},\n{\"no\":3}]"),
            "2: no JSON object stands here; 4: unknown field `no`, expected `id` (column 5)"
        );
        assert_eq!(
            told("[{\"id\":1}\n{\"id\":2}]"),
            "2: expected `,` or `]` (column 1)"
        );
        assert_eq!(told("[{\"id\":1}]\n[]"), "2: no JSON object stands here");
        assert_eq!(
            told("[{\"id\":1}"),
            "1: EOF while parsing a list (column 9)"
        );
    }

    #[test]
    fn a_text_without_end_is_not_held_in_memory() {
        let passed = Passed::of(Keys {
            taken: &[],
            passed: &[],
        });
        let text = format!("[{{\"id\":\"{}", "x".repeat(3_000_000));
        let read = each(text.as_bytes(), &passed, |_, _: Result<(), BadRow>| Ok(()));
        assert!(matches!(read, Err(Stopped::Input(_))));
    }
}

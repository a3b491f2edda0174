//! Rows for programs, written as they come: nothing but the row at hand is in memory.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{to_string, to_string_pretty, to_value};

use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::keys::Key;
use crate::cli::output::listing::Opening;
use crate::cli::output::record::{Pick, columns, csv_cell, every_column, narrowed, picked};
use crate::kernel::text::shown_json;

/// What rows are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// For an answer: JSON is indented, and of what is nested CSV has the id.
    Answer,
    /// For a copy of all that there is: a row of JSON is a line, and CSV has every value.
    Export,
}

/// The rows of one answer on their way to a sink.
pub(super) enum RowWriter<'o, W: Write> {
    /// As the elements of one array.
    Json {
        out: &'o mut W,
        purpose: Purpose,
        picks: Option<Vec<Pick>>,
        written: usize,
    },
    /// As an object a line.
    Jsonl {
        out: &'o mut W,
        picks: Option<Vec<Pick>>,
    },
    /// As a header and a line each.
    Csv {
        csv: Box<csv::Writer<Unflushed<'o, W>>>,
        columns: Vec<Pick>,
    },
}

type Written = Result<(), OutputError>;

impl<'o, W: Write> RowWriter<'o, W> {
    /// Begins an answer whose rows have these keys; an unknown field is refused before anything is
    /// written.
    pub(super) fn begin(
        out: &'o mut W,
        purpose: Purpose,
        format: Format,
        opening: Opening,
        keys: &[Key],
        fields: Option<&Fields>,
    ) -> Result<Self, OutputError> {
        if format == Format::Csv {
            let columns = match (purpose, fields) {
                (Purpose::Export, None) => every_column(keys),
                (Purpose::Export | Purpose::Answer, _) => columns(keys, fields)?,
            };
            let mut csv = csv::Writer::from_writer(Unflushed(out));
            if opening == Opening::Header && !columns.is_empty() {
                csv.write_record(columns.iter().map(|column| column.name.as_str()))?;
            }
            return Ok(Self::Csv {
                csv: Box::new(csv),
                columns,
            });
        }
        let picks = fields.map(|fields| picked(keys, fields)).transpose()?;
        if format == Format::Jsonl {
            return Ok(Self::Jsonl { out, picks });
        }
        Ok(Self::Json {
            out,
            purpose,
            picks,
            written: 0,
        })
    }

    /// Writes the next row.
    pub(super) fn push<T: Serialize>(&mut self, row: &T) -> Written {
        match self {
            Self::Json {
                out,
                purpose,
                picks,
                written,
            } => {
                let before = if *written == 0 { "[\n" } else { ",\n" };
                out.write_all(before.as_bytes())?;
                match purpose {
                    Purpose::Answer => write_indented(*out, picks.as_deref(), row)?,
                    Purpose::Export => write_line(*out, picks.as_deref(), row)?,
                }
                *written += 1;
            }
            Self::Jsonl { out, picks } => {
                write_line(*out, picks.as_deref(), row)?;
                out.write_all(b"\n")?;
            }
            Self::Csv { columns, .. } if columns.is_empty() => {}
            Self::Csv { csv, columns } => {
                let row = to_value(row)?;
                csv.write_record(columns.iter().map(|column| csv_cell(column.of(&row))))?;
            }
        }
        Ok(())
    }

    /// Ends the answer; what was written is flushed.
    pub(super) fn end(self) -> Written {
        let out = match self {
            Self::Json { out, written, .. } => {
                let end = if written == 0 { "[]\n" } else { "\n]\n" };
                out.write_all(end.as_bytes())?;
                out
            }
            Self::Jsonl { out, .. } => out,
            Self::Csv { csv, .. } => {
                let ended = csv.into_inner();
                ended.map_err(csv::IntoInnerError::into_error)?.0
            }
        };
        Ok(out.flush()?)
    }
}

/// A sink that is not flushed: a writer of CSV does so when it is dropped, and what an answer that
/// failed had written would be out.
pub(super) struct Unflushed<'o, W>(&'o mut W);

impl<W: Write> Write for Unflushed<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write_indented<T: Serialize>(out: &mut impl Write, picks: Option<&[Pick]>, row: &T) -> Written {
    let element = match picks {
        None => to_string_pretty(row)?,
        Some(picks) => to_string_pretty(&narrowed(&to_value(row)?, picks))?,
    };
    out.write_all(b"  ")?;
    // Within a text JSON has no line breaks, so that each of them is one of the layout.
    let element = shown_json(&element).replace('\n', "\n  ");
    Ok(out.write_all(element.as_bytes())?)
}

fn write_line<T: Serialize>(out: &mut impl Write, picks: Option<&[Pick]>, row: &T) -> Written {
    let line = match picks {
        None => to_string(row)?,
        Some(picks) => to_string(&narrowed(&to_value(row)?, picks))?,
    };
    Ok(out.write_all(shown_json(&line).as_bytes())?)
}

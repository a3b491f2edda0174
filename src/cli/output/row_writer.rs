//! Rows for programs, written as they come: nothing but the row at hand is in memory.

use std::io::Write;

use serde::Serialize;
use serde_json::{to_string_pretty, to_value, to_writer};

use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::keys::Key;
use crate::cli::output::listing::Opening;
use crate::cli::output::record::{Pick, columns, csv_cell, narrowed, picked};

/// The rows of one answer on their way to a sink.
pub(super) enum RowWriter<'o, W: Write> {
    /// As the elements of one array.
    Json {
        out: &'o mut W,
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
        csv: Box<csv::Writer<&'o mut W>>,
        columns: Vec<Pick>,
    },
}

type Written = Result<(), OutputError>;

impl<'o, W: Write> RowWriter<'o, W> {
    /// Begins an answer whose rows have these keys; an unknown field is refused before anything is
    /// written.
    pub(super) fn begin(
        out: &'o mut W,
        format: Format,
        opening: Opening,
        keys: &[Key],
        fields: Option<&Fields>,
    ) -> Result<Self, OutputError> {
        if format == Format::Csv {
            let columns = columns(keys, fields)?;
            let mut csv = csv::Writer::from_writer(out);
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
            picks,
            written: 0,
        })
    }

    /// Writes the next row.
    pub(super) fn push<T: Serialize>(&mut self, row: &T) -> Written {
        match self {
            Self::Json {
                out,
                picks,
                written,
            } => {
                let element = match picks {
                    None => to_string_pretty(row)?,
                    Some(picks) => to_string_pretty(&narrowed(&to_value(row)?, picks))?,
                };
                let before = if *written == 0 { "[\n  " } else { ",\n  " };
                out.write_all(before.as_bytes())?;
                // Within a text JSON has no line breaks, so that each of them is one of the layout.
                out.write_all(element.replace('\n', "\n  ").as_bytes())?;
                *written += 1;
            }
            Self::Jsonl { out, picks } => {
                match picks {
                    None => to_writer(&mut **out, row)?,
                    Some(picks) => to_writer(&mut **out, &narrowed(&to_value(row)?, picks))?,
                }
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

    /// Lets the reader have what was written so far.
    pub(super) fn flush(&mut self) -> Written {
        match self {
            Self::Json { out, .. } | Self::Jsonl { out, .. } => out.flush()?,
            Self::Csv { csv, .. } => csv.flush()?,
        }
        Ok(())
    }

    /// Ends the answer; what was written is flushed.
    pub(super) fn end(mut self) -> Written {
        if let Self::Json { out, written, .. } = &mut self {
            let end = if *written == 0 { "[]\n" } else { "\n]\n" };
            out.write_all(end.as_bytes())?;
        }
        self.flush()
    }
}

//! Files of rows: JSON lines, a JSON document, or CSV with a header, as popug writes them too. They
//! are read a row at a time, whatever their length, and each row comes with its line.

mod csv;
mod ends;
mod json;
mod jsonl;
mod keys;
#[cfg(test)]
mod tests;

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::de::DeserializeOwned;

use crate::cli::args::STREAM;
use crate::cli::error::CliError;
use crate::cli::rows::ends::LineEnds;

pub use keys::{Keys, Passed};

/// No row is longer; a quote that is never closed makes the rest of a file one row.
const MOST_BYTES: u64 = 1024 * 1024;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowType {
    /// A JSON object a line
    Jsonl,
    /// A JSON array of objects
    Json,
    /// Comma-separated values, the first line naming the columns
    Csv,
}

/// Why a row cannot be read; lower case and without a full stop.
#[derive(Debug, PartialEq, Eq)]
pub struct BadRow(String);

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of rows that was opened and not yet read.
pub struct RowFile<'i> {
    name: PathBuf,
    input: Box<dyn BufRead + 'i>,
    kind: RowType,
}

impl<'i> RowFile<'i> {
    /// Opens it; `-` is standard input. What it is says `kind`, else its name, else its first
    /// character.
    pub fn open(
        name: &Path,
        kind: Option<RowType>,
        standard_input: &'i mut dyn BufRead,
    ) -> Result<Self, CliError> {
        let failed = |error: io::Error| unreadable(name, &error);
        let mut input: Box<dyn BufRead + 'i> = if name == Path::new(STREAM) {
            Box::new(standard_input)
        } else {
            Box::new(BufReader::new(File::open(name).map_err(failed)?))
        };
        // The mark that some editors of Windows put in front of UTF-8.
        if input
            .fill_buf()
            .map_err(failed)?
            .starts_with(b"\xef\xbb\xbf")
        {
            input.consume(3);
        }
        let kind = match kind.or_else(|| by_name(name)) {
            Some(kind) => kind,
            None => by_beginning(input.fill_buf().map_err(failed)?),
        };
        let name = name.to_owned();
        Ok(Self { name, input, kind })
    }

    /// Visits every row with its line, from 1; lines without anything on them are passed over.
    /// Answers which keys were.
    pub fn each<T: DeserializeOwned>(
        self,
        keys: Keys,
        visit: impl FnMut(u64, Result<T, BadRow>) -> Result<(), CliError>,
    ) -> Result<Passed, CliError> {
        let passed = Passed::of(keys);
        let lines = LineEnds::of(self.input);
        let read = match self.kind {
            RowType::Jsonl => jsonl::each(BufReader::new(lines), &passed, visit),
            RowType::Json => json::each(BufReader::new(lines), &passed, visit),
            RowType::Csv => csv::each(lines, keys, &passed, visit),
        };
        read.map_err(|stopped| match stopped {
            Stopped::Input(error) => unreadable(&self.name, &error),
            Stopped::Visit(error) => error,
        })?;
        Ok(passed)
    }
}

/// Why reading ended early.
enum Stopped {
    /// The file cannot be read on.
    Input(io::Error),
    /// Whoever visits wants no more.
    Visit(CliError),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Input(error)
    }
}

fn unreadable(name: &Path, error: &io::Error) -> CliError {
    CliError::usage(format!("cannot read {}: {error}", name.display()))
}

fn by_name(name: &Path) -> Option<RowType> {
    let extension = name.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "csv" => Some(RowType::Csv),
        "jsonl" | "ndjson" => Some(RowType::Jsonl),
        "json" => Some(RowType::Json),
        _ => None,
    }
}

fn by_beginning(beginning: &[u8]) -> RowType {
    let beginning = beginning.trim_ascii_start();
    let line = beginning.split(|byte| b"\r\n".contains(byte)).next();
    match (beginning.first(), line) {
        // An object that goes on behind its line is one of a document.
        (Some(b'['), _) | (Some(b'{'), Some(b"{")) => RowType::Json,
        (Some(b'{'), _) => RowType::Jsonl,
        (Some(_) | None, _) => RowType::Csv,
    }
}

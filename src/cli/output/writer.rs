//! The one place that writes to standard output.

use std::io::{BufWriter, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::cli::output::cell::{Cell, Drawn, Locale};
use crate::cli::output::details::Details;
use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::grid::Grid;
use crate::cli::output::keys;
use crate::cli::output::listing::{Left, Listing, Opening, wanted_rows};
use crate::cli::output::paint::{Paint, Tone};
use crate::cli::output::record::{Pick, columns, csv_cell, narrowed, picked};
use crate::cli::output::stderr::Stderr;
use crate::cli::output::table::{Plan, Table};

/// How answers are to be written.
#[derive(Clone, Debug)]
pub struct Manner {
    /// The form.
    pub format: Format,
    /// The fields wanted; `None` for all.
    pub fields: Option<Fields>,
    /// Whether standard output is painted.
    pub paint: Paint,
    /// The columns of the terminal; `None` where there is none.
    pub width: Option<usize>,
}

/// Standard output and standard error, and how to write to them.
///
/// Every method leaves what it wrote flushed. A reader that has gone comes back as
/// [`OutputError::PipeClosed`], which ends the program quietly.
pub struct Output<'a> {
    stdout: BufWriter<Box<dyn Write + 'a>>,
    stderr: Stderr<'a>,
    manner: Manner,
    locale: Locale,
}

type Written = Result<(), OutputError>;

impl<'a> Output<'a> {
    /// Onto these two. The locale is that of nowhere in particular until the store is open.
    pub fn new(
        stdout: impl Write + 'a,
        stderr: Stderr<'a>,
        manner: Manner,
        locale: Locale,
    ) -> Self {
        Self {
            stdout: BufWriter::with_capacity(64 * 1024, Box::new(stdout)),
            stderr,
            manner,
            locale,
        }
    }

    /// The company's zone and currency, once they are known.
    pub fn set_locale(&mut self, locale: Locale) {
        self.locale = locale;
    }

    /// Where and when answers are read.
    pub const fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The form that was asked for.
    pub const fn format(&self) -> Format {
        self.manner.format
    }

    /// For what is told beside the answer.
    pub const fn stderr(&mut self) -> &mut Stderr<'a> {
        &mut self.stderr
    }

    /// The rows worth asking a request for, given `--limit`; `None` for all.
    pub const fn wanted_rows(&self, limit: Option<usize>) -> Option<usize> {
        wanted_rows(self.manner.format, limit)
    }

    /// An answer with many rows, as a table for people.
    pub fn list<A, T, const N: usize>(
        &mut self,
        listing: &Listing<'_, A, T>,
        table: &Table<N>,
        cells: impl Fn(&T) -> [Cell; N],
    ) -> Written
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.data(listing);
        }
        let shown = listing.shown(Format::Table);
        let fields = self.manner.fields.as_ref();
        let plan = table.plan(|| keys::of::<T>(jsons(shown.rows)), fields)?;
        self.sheet(shown.rows, table, &plan, listing.opening, cells)?;
        self.note_left(shown.note);
        Ok(())
    }

    /// An answer with many rows, as a sentence each for people; nothing where there is none.
    pub fn lines<A, T>(
        &mut self,
        listing: &Listing<'_, A, T>,
        line: impl Fn(&T, &Locale) -> String,
    ) -> Written
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.data(listing);
        }
        for row in listing.rows {
            writeln!(self.stdout, "{}", line(row, &self.locale))?;
        }
        self.flushed()
    }

    /// One thing, as labelled values for people.
    pub fn show<T>(&mut self, answer: &T, details: &Details) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.single(answer);
        }
        let picks = self.picks::<T>([answer])?;
        let narrowed = match picks {
            None => None,
            Some(picks) => Some(details.narrowed(&picks, &serde_json::to_value(answer)?)),
        };
        let details = narrowed.as_ref().unwrap_or(details);
        details.draw(&mut self.stdout, &self.locale, self.manner.paint)?;
        self.flushed()
    }

    /// What a write did, as a sentence for people.
    pub fn say<T>(&mut self, answer: &T, sentence: &str) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.single(answer);
        }
        if self.manner.fields.is_some() {
            return self.show(answer, &Details::new());
        }
        writeln!(self.stdout, "{sentence}")?;
        self.flushed()
    }

    /// More about a thing that was shown: a titled table, for people only, since in the other
    /// forms it stands in the answer. Nothing where there are no rows, or fields were wanted.
    pub fn section<T, const N: usize>(
        &mut self,
        title: &str,
        rows: &[T],
        table: &Table<N>,
        cells: impl Fn(&T) -> [Cell; N],
    ) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        let unwanted = self.manner.format != Format::Table || self.manner.fields.is_some();
        if unwanted || rows.is_empty() {
            return Ok(());
        }
        writeln!(
            self.stdout,
            "\n{}",
            self.manner.paint.text(title, Tone::Strong)
        )?;
        let plan = table.plan(Vec::new, None)?;
        self.sheet(rows, table, &plan, Opening::Header, cells)
    }

    /// One thing that people, too, read as the JSON document that it is, such as an event.
    pub fn json<T>(&mut self, answer: &T) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.single(answer);
        }
        if self.manner.fields.is_some() {
            return self.show(answer, &Details::new());
        }
        serde_json::to_writer_pretty(&mut self.stdout, answer)?;
        writeln!(self.stdout)?;
        self.flushed()
    }

    /// Text as it is, such as a letter, a script or a story.
    pub fn text(&mut self, text: &str) -> Written {
        self.stdout.write_all(text.as_bytes())?;
        self.flushed()
    }

    fn sheet<T: Serialize, const N: usize>(
        &mut self,
        rows: &[T],
        table: &Table<N>,
        plan: &Plan,
        opening: Opening,
        cells: impl Fn(&T) -> [Cell; N],
    ) -> Written {
        let Self {
            stdout,
            manner,
            locale,
            ..
        } = self;
        let drawn = |row: &T| {
            let json = if plan.needs_json() {
                json(row)
            } else {
                Value::Null
            };
            plan.drawn(&cells(row), &json, locale)
        };
        let total: Option<Vec<Drawn>> = table.drawn_total(plan, locale);
        let all = rows.iter().map(drawn).chain(total.clone());
        let grid = Grid::fitted(plan.heads(), all, manner.width, manner.paint);
        if opening == Opening::Header {
            grid.draw_header(stdout)?;
        }
        grid.draw_rows(stdout, rows.iter().map(drawn))?;
        if let Some(total) = total {
            grid.draw_total(stdout, total)?;
        }
        self.flushed()
    }

    fn note_left(&mut self, left: Option<Left>) {
        if let Some(Left(shown)) = left {
            let note = format!("showing {shown} rows, there are more; --limit 0 shows all");
            self.stderr.note(&note);
        }
    }

    fn data<A, T>(&mut self, listing: &Listing<'_, A, T>) -> Written
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        let rows = listing.shown(self.manner.format).rows;
        match self.manner.format {
            Format::Csv => self.csv(rows, listing.opening)?,
            Format::Jsonl => self.json_lines(rows)?,
            Format::Json | Format::Table => self.document(listing, rows)?,
        }
        self.flushed()
    }

    fn single<T: Serialize + DeserializeOwned>(&mut self, answer: &T) -> Written {
        let rows = std::slice::from_ref(answer);
        match self.manner.format {
            Format::Csv => self.csv(rows, Opening::Header)?,
            Format::Jsonl => self.json_lines(rows)?,
            Format::Json | Format::Table => {
                match self.picks::<T>([answer])? {
                    None => serde_json::to_writer_pretty(&mut self.stdout, answer)?,
                    Some(picks) => {
                        let narrowed = narrowed(&serde_json::to_value(answer)?, &picks);
                        serde_json::to_writer_pretty(&mut self.stdout, &narrowed)?;
                    }
                }
                writeln!(self.stdout)?;
            }
        }
        self.flushed()
    }

    /// One document: as it is where nothing is left out of it.
    fn document<A, T>(&mut self, listing: &Listing<'_, A, T>, rows: &[T]) -> Written
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        let picks = self.picks::<T>(rows)?;
        match (picks, listing.within) {
            (None, _) if rows.len() == listing.rows.len() => {
                serde_json::to_writer_pretty(&mut self.stdout, listing.answer)?;
            }
            (None, None) => serde_json::to_writer_pretty(&mut self.stdout, rows)?,
            (picks, within) => {
                let rows = jsons(rows).map(|row| match &picks {
                    None => row,
                    Some(picks) => narrowed(&row, picks),
                });
                let mut document = Value::Array(rows.collect());
                if let Some(key) = within {
                    let mut whole = serde_json::to_value(listing.answer)?;
                    if let Some(place) = whole.get_mut(key) {
                        *place = document;
                    }
                    document = whole;
                }
                serde_json::to_writer_pretty(&mut self.stdout, &document)?;
            }
        }
        Ok(writeln!(self.stdout)?)
    }

    fn json_lines<T: Serialize + DeserializeOwned>(&mut self, rows: &[T]) -> Written {
        let picks = self.picks::<T>(rows)?;
        for row in rows {
            match &picks {
                None => serde_json::to_writer(&mut self.stdout, row)?,
                Some(picks) => {
                    let narrowed = narrowed(&serde_json::to_value(row)?, picks);
                    serde_json::to_writer(&mut self.stdout, &narrowed)?;
                }
            }
            writeln!(self.stdout)?;
        }
        Ok(())
    }

    fn csv<T: Serialize + DeserializeOwned>(&mut self, rows: &[T], opening: Opening) -> Written {
        let columns = columns(&keys::of::<T>(jsons(rows)), self.manner.fields.as_ref())?;
        if columns.is_empty() {
            return Ok(());
        }
        let mut csv = csv::Writer::from_writer(&mut self.stdout);
        if opening == Opening::Header {
            csv.write_record(columns.iter().map(|column| column.name.as_str()))?;
        }
        for row in rows {
            let row = serde_json::to_value(row)?;
            csv.write_record(columns.iter().map(|column| csv_cell(column.of(&row))))?;
        }
        Ok(csv.flush()?)
    }

    fn picks<'r, T>(
        &self,
        rows: impl IntoIterator<Item = &'r T>,
    ) -> Result<Option<Vec<Pick>>, OutputError>
    where
        T: Serialize + DeserializeOwned + 'r,
    {
        let Some(fields) = &self.manner.fields else {
            return Ok(None);
        };
        let keys = keys::of::<T>(rows.into_iter().map(json));
        picked(&keys, fields).map(Some)
    }

    fn flushed(&mut self) -> Written {
        Ok(self.stdout.flush()?)
    }
}

/// Lazily: where the row's type tells its keys, no row is made into JSON for them.
fn jsons<T: Serialize>(rows: &[T]) -> impl Iterator<Item = Value> {
    rows.iter().map(json)
}

/// What cannot be JSON, which no answer is, has no keys.
fn json<T: Serialize>(row: &T) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

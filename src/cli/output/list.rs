//! Lists of any length: their rows are visited, not kept.
//!
//! A program gets each row as it comes. A table has to know how wide its columns are before the
//! first row is drawn. The rows that come first are held as they are drawn, and few tables have
//! more; where there are more, they are visited again, which a source answers from the same state.

use std::collections::VecDeque;
use std::io::Write;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cli::output::cell::Drawn;
use crate::cli::output::data::{Data, check_fields_of};
use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::grid::{Grid, PIECE_ROWS};
use crate::cli::output::listing::{End, Limit, Listing, Opening, Source};
use crate::cli::output::paint::{Paint, Tone};
use crate::cli::output::row_writer::{Purpose, RowWriter};
use crate::cli::output::table::{Plan, Table};
use crate::cli::output::writer::{Manner, Output};
use crate::kernel::locale::Locale;
use crate::kernel::text::shown_lines;

impl Output<'_> {
    /// The rows worth asking a request for; `None` for all.
    pub fn wanted(&self, limit: Limit) -> Option<u32> {
        let wanted = limit.wanted(self.manner.format)?;
        Some(u32::try_from(wanted).unwrap_or(u32::MAX))
    }

    /// An answer with many rows, as a table for people. Answers how many rows there were to show.
    pub fn list<S: Source + ?Sized>(
        &mut self,
        listing: &Listing<'_, S>,
        table: &Table<'_, S::Row>,
    ) -> Result<usize, S::Error> {
        self.begin()?;
        let Manner { format, fields, .. } = self.manner.clone();
        let (out, fields) = (&mut self.stdout, fields.as_ref());
        let shown = match (format, listing.within) {
            (Format::Table, _) => return self.table(listing, table, fields),
            (Format::Json, Some(within)) => Data { out, fields }.document(listing, within)?,
            _ => row_by_row(out, Purpose::Answer, format, fields, listing)?,
        };
        self.flushed()?;
        Ok(shown)
    }

    /// An answer with many rows, as a sentence each for people; nothing where there is none.
    pub fn lines<S: Source + ?Sized>(
        &mut self,
        listing: &Listing<'_, S>,
        line: impl Fn(&S::Row, &Locale) -> String,
    ) -> Result<(), S::Error> {
        if self.manner.format != Format::Table || self.manner.fields.is_some() {
            return self.list(listing, &Table::new()).map(|_| ());
        }
        let locale = self.locale().clone();
        listing.all(|row| {
            let line = shown_lines(&line(row, &locale)).into_owned();
            Ok(writeln!(self.stdout, "{line}").map_err(OutputError::from)?)
        })?;
        Ok(self.flushed()?)
    }

    /// More about a thing that was shown: a titled table, for people only, since in the other
    /// forms it stands in the answer. Nothing where there are no rows, or fields were wanted.
    pub fn section<T>(
        &mut self,
        title: &str,
        rows: &[T],
        table: &Table<'_, T>,
    ) -> Result<(), OutputError>
    where
        T: Serialize + DeserializeOwned,
    {
        let unwanted = self.manner.format != Format::Table || self.manner.fields.is_some();
        if unwanted || rows.is_empty() {
            return Ok(());
        }
        let title = self.manner.paint.text(title, Tone::Strong);
        writeln!(self.stdout, "\n{title}")?;
        let all = Listing::of(rows).limit(Limit::ALL);
        self.table(&all, table, None).map(|_| ())
    }

    fn table<S: Source + ?Sized>(
        &mut self,
        listing: &Listing<'_, S>,
        table: &Table<'_, S::Row>,
        fields: Option<&Fields>,
    ) -> Result<usize, S::Error> {
        let locale = self.locale().clone();
        let sheet = Sheet {
            listing,
            table,
            locale: &locale,
        };
        let mut fitted = sheet.fitted(fields, self.manner.paint)?;
        let surplus = listing.surplus(Format::Table, fitted.came);
        if let Some(end) = surplus {
            fitted.leave_out(end);
        }
        let shown = fitted.came;
        sheet.draw(fitted, &mut self.stdout, self.manner.width)?;
        self.flushed()?;
        if surplus.is_some() {
            let note = format!("showing {shown} rows, there are more; --limit 0 shows all");
            self.stderr.note(&note);
        }
        Ok(shown)
    }
}

/// A table on its way out.
struct Sheet<'d, S: Source + ?Sized> {
    listing: &'d Listing<'d, S>,
    table: &'d Table<'d, S::Row>,
    locale: &'d Locale,
}

/// A table as wide as the rows that came; of those the first are held.
struct Fitted {
    plan: Plan,
    grid: Grid,
    held: VecDeque<Vec<Drawn>>,
    came: usize,
}

impl Fitted {
    fn push(&mut self, row: Vec<Drawn>) {
        self.grid.widen(&row);
        self.came += 1;
        if self.came <= PIECE_ROWS {
            self.held.push_back(row);
        }
    }

    /// As if the row at this end had not come.
    fn leave_out(&mut self, end: End) {
        match end {
            End::First => self.held.pop_front(),
            End::Last => self.held.pop_back(),
        };
        self.came -= 1;
        self.grid.fit(self.held.iter());
    }
}

impl<S: Source + ?Sized> Sheet<'_, S> {
    fn fitted(&self, fields: Option<&Fields>, paint: Paint) -> Result<Fitted, S::Error> {
        let begin = |first: Option<&S::Row>| -> Result<Fitted, OutputError> {
            let plan = self.table.plan(|| self.listing.keys(first), fields)?;
            let grid = Grid::new(plan.heads(), paint);
            let held = VecDeque::new();
            let came = 0;
            Ok(Fitted {
                plan,
                grid,
                held,
                came,
            })
        };
        let mut fitted = None;
        self.listing.each(Format::Table, |row| {
            let fitted = match &mut fitted {
                Some(fitted) => fitted,
                none => none.insert(begin(Some(row))?),
            };
            fitted.push(self.table.drawn(&fitted.plan, row, self.locale));
            Ok(())
        })?;
        Ok(match fitted {
            Some(fitted) => fitted,
            None => begin(None)?,
        })
    }

    fn draw(
        &self,
        fitted: Fitted,
        out: &mut dyn Write,
        width: Option<usize>,
    ) -> Result<(), S::Error> {
        let failed = OutputError::from;
        let Fitted {
            plan,
            mut grid,
            held: mut piece,
            came,
        } = fitted;
        let last = self.table.last(|visit| {
            self.listing.all(|row| {
                visit(row);
                Ok(())
            })
        })?;
        let last = last.map(|cells| plan.drawn_last(&cells, self.locale));
        if let Some(last) = &last {
            grid.widen(last);
        }
        grid.narrow_to(width);
        if self.listing.opening == Opening::Header {
            grid.draw_header(out).map_err(failed)?;
        }
        if came > PIECE_ROWS {
            piece.clear();
            self.listing.each(Format::Table, |row| {
                piece.push_back(self.table.drawn(&plan, row, self.locale));
                if piece.len() == PIECE_ROWS {
                    grid.draw_rows(out, piece.drain(..)).map_err(failed)?;
                }
                Ok(())
            })?;
        }
        grid.draw_rows(out, piece.into_iter()).map_err(failed)?;
        if let Some(last) = last {
            grid.draw_total(out, last).map_err(failed)?;
        }
        Ok(())
    }
}

/// Every row of a source for other programs, onto any sink, in a form that is no table. A field
/// that there is not is refused before the source is asked. Answers how many rows there are.
pub fn export_rows<S: Source + ?Sized>(
    mut out: &mut dyn Write,
    format: Format,
    fields: Option<&Fields>,
    source: &S,
) -> Result<usize, S::Error> {
    if let Some(fields) = fields {
        check_fields_of::<S::Row>(fields)?;
    }
    let all = Listing::visiting(source);
    row_by_row(&mut out, Purpose::Export, format, fields, &all)
}

/// Nothing is written before the first row or the end, so that what is refused leaves the sink
/// empty.
fn row_by_row<S: Source + ?Sized>(
    out: &mut impl Write,
    purpose: Purpose,
    format: Format,
    fields: Option<&Fields>,
    listing: &Listing<'_, S>,
) -> Result<usize, S::Error> {
    let mut out = Some(out);
    let mut writer: Option<RowWriter<'_, _>> = None;
    let mut shown = 0;
    let mut begin = |first: Option<&S::Row>| -> Result<_, OutputError> {
        let out = out.take().ok_or(OutputError::PipeClosed)?;
        let keys = listing.keys(first);
        RowWriter::begin(out, purpose, format, listing.opening, &keys, fields)
    };
    listing.each(format, |row| {
        let writer = match &mut writer {
            Some(writer) => writer,
            none => none.insert(begin(Some(row))?),
        };
        writer.push(row)?;
        shown += 1;
        Ok(())
    })?;
    let writer = match writer {
        Some(writer) => writer,
        None => begin(None)?,
    };
    writer.end()?;
    Ok(shown)
}

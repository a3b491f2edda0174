//! Lists that may be longer than memory should hold: their rows are visited, not kept.
//!
//! A program gets each row as it comes. A table has to know how wide its columns are before the
//! first row is drawn, so its rows are visited twice; the source answers both times from the same
//! state. What a table shows unasked are a few rows, and those are held.

use std::io::Write;
use std::ops::ControlFlow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::cli::output::cell::{Cell, Drawn};
use crate::cli::output::data::{check_fields_of, json};
use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::grid::{Grid, PIECE_ROWS};
use crate::cli::output::keys;
use crate::cli::output::listing::{Listing, Opening, TABLE_ROWS};
use crate::cli::output::row_writer::{Purpose, RowWriter};
use crate::cli::output::table::{Plan, Table};
use crate::cli::output::writer::{Manner, Output};
use crate::kernel::locale::Locale;

/// Where rows come from: the same ones in the same order, as often as they are visited.
pub trait Source {
    /// One row.
    type Row: Serialize + DeserializeOwned;
    /// Why there may be none, or why a visit failed.
    type Error: From<OutputError>;

    /// Shows each row, until the visitor has seen enough or fails.
    fn each(
        &self,
        visit: &mut dyn FnMut(Self::Row) -> Result<ControlFlow<()>, Self::Error>,
    ) -> Result<(), Self::Error>;
}

/// A list, and how much of it is shown.
#[derive(Debug)]
pub struct LongList<'s, S> {
    source: &'s S,
    limit: Option<usize>,
    newest_last: bool,
}

impl<'s, S> LongList<'s, S> {
    /// Every row of the source.
    pub const fn of(source: &'s S) -> Self {
        Self {
            source,
            limit: None,
            newest_last: false,
        }
    }

    /// With what `--limit` says: so many rows in every form, 0 for all.
    pub const fn limit(self, limit: Option<usize>) -> Self {
        Self { limit, ..self }
    }

    /// The newest rows are the last ones. The source was asked for those that are wanted
    /// ([`Output::wanted_rows`]), since their beginning is not known before their end.
    pub const fn newest_last(self) -> Self {
        Self {
            newest_last: true,
            ..self
        }
    }
}

impl<S: Source> LongList<'_, S> {
    /// Shows the rows that the limit leaves.
    fn each(&self, mut visit: impl FnMut(S::Row) -> Result<(), S::Error>) -> Result<(), S::Error> {
        let mut left = match (self.newest_last, self.limit) {
            (false, Some(limit)) if limit > 0 => limit,
            _ => usize::MAX,
        };
        self.source.each(&mut |row| {
            visit(row)?;
            left -= 1;
            Ok(if left == 0 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        })
    }
}

impl Output<'_> {
    /// A list of any length, as a table for people. Answers how many rows were shown.
    pub fn long<S: Source, const N: usize>(
        &mut self,
        list: &LongList<'_, S>,
        table: &Table<N>,
        cells: impl Fn(&S::Row) -> [Cell; N],
    ) -> Result<usize, S::Error> {
        match (self.manner.format, list.limit) {
            (Format::Table, None) => self.beginning(list, table, cells),
            (Format::Table, Some(_)) => self.long_table(list, table, cells),
            (format @ (Format::Json | Format::Jsonl | Format::Csv), _) => {
                self.begin()?;
                let fields = self.manner.fields.as_ref();
                let shown = row_by_row(&mut self.stdout, Purpose::Answer, format, fields, list)?;
                self.flushed()?;
                Ok(shown)
            }
        }
    }

    /// The rows that a table shows unasked, and one more to know whether there are more.
    fn beginning<S: Source, const N: usize>(
        &mut self,
        list: &LongList<'_, S>,
        table: &Table<N>,
        cells: impl Fn(&S::Row) -> [Cell; N],
    ) -> Result<usize, S::Error> {
        let mut rows = Vec::new();
        list.source.each(&mut |row| {
            rows.push(row);
            let enough = !list.newest_last && rows.len() > TABLE_ROWS;
            Ok(if enough {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        })?;
        let listing = Listing::of(rows.as_slice());
        let listing = if list.newest_last {
            listing.newest_last()
        } else {
            listing
        };
        self.list(&listing, table, cells)?;
        Ok(rows.len())
    }

    fn long_table<S: Source, const N: usize>(
        &mut self,
        list: &LongList<'_, S>,
        table: &Table<N>,
        cells: impl Fn(&S::Row) -> [Cell; N],
    ) -> Result<usize, S::Error> {
        self.begin()?;
        let locale = self.locale().clone();
        let drawing = Drawing {
            table,
            cells,
            manner: &self.manner,
            locale: &locale,
        };
        let (plan, grid) = drawing.fitted(list)?;
        let shown = drawing.draw(list, &plan, &grid, &mut self.stdout)?;
        self.flushed()?;
        Ok(shown)
    }
}

/// Every row of a source for other programs, onto any sink, in a form that is no table. A field
/// that there is not is refused before the source is asked. Answers how many rows there are.
pub fn export_rows<S: Source>(
    mut out: &mut dyn Write,
    format: Format,
    fields: Option<&Fields>,
    source: &S,
) -> Result<usize, S::Error> {
    if let Some(fields) = fields {
        check_fields_of::<S::Row>(fields)?;
    }
    let list = LongList::of(source);
    row_by_row(&mut out, Purpose::Export, format, fields, &list)
}

/// Nothing is written before the first row or the end, so that what is refused leaves the sink
/// empty.
fn row_by_row<S: Source>(
    out: &mut impl Write,
    purpose: Purpose,
    format: Format,
    fields: Option<&Fields>,
    list: &LongList<'_, S>,
) -> Result<usize, S::Error> {
    let mut out = Some(out);
    let mut writer: Option<RowWriter<'_, _>> = None;
    let mut shown = 0;
    let mut begin = |first: Option<&S::Row>| -> Result<_, OutputError> {
        let out = out.take().ok_or(OutputError::PipeClosed)?;
        let keys = keys::of::<S::Row>(first.map(json));
        RowWriter::begin(out, purpose, format, Opening::Header, &keys, fields)
    };
    list.each(|row| {
        let writer = match &mut writer {
            Some(writer) => writer,
            none => none.insert(begin(Some(&row))?),
        };
        writer.push(&row)?;
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

/// A table that is drawn in two visits: one for the widths, one for the rows.
struct Drawing<'d, C, const N: usize> {
    table: &'d Table<N>,
    cells: C,
    manner: &'d Manner,
    locale: &'d Locale,
}

impl<C, const N: usize> Drawing<'_, C, N> {
    /// The table, as wide as its widest rows.
    fn fitted<S: Source>(&self, list: &LongList<'_, S>) -> Result<(Plan, Grid), S::Error>
    where
        C: Fn(&S::Row) -> [Cell; N],
    {
        let mut fitted: Option<(Plan, Grid)> = None;
        list.each(|row| {
            let (plan, grid) = match &mut fitted {
                Some(fitted) => fitted,
                none => none.insert(self.begun(Some(&row))?),
            };
            grid.widen(&self.drawn(plan, &row));
            Ok(())
        })?;
        let (plan, mut grid) = match fitted {
            Some(fitted) => fitted,
            None => self.begun::<S::Row>(None)?,
        };
        if let Some(total) = self.table.drawn_total(&plan, self.locale) {
            grid.widen(&total);
        }
        grid.narrow_to(self.manner.width);
        Ok((plan, grid))
    }

    fn begun<T>(&self, first: Option<&T>) -> Result<(Plan, Grid), OutputError>
    where
        T: Serialize + DeserializeOwned,
    {
        let keys = || keys::of::<T>(first.map(json));
        let plan = self.table.plan(keys, self.manner.fields.as_ref())?;
        let grid = Grid::new(plan.heads(), self.manner.paint);
        Ok((plan, grid))
    }

    fn drawn<T: Serialize>(&self, plan: &Plan, row: &T) -> Vec<Drawn>
    where
        C: Fn(&T) -> [Cell; N],
    {
        let object = if plan.needs_json() {
            json(row)
        } else {
            Value::Null
        };
        plan.drawn(&(self.cells)(row), &object, self.locale)
    }

    fn draw<S: Source>(
        &self,
        list: &LongList<'_, S>,
        plan: &Plan,
        grid: &Grid,
        out: &mut dyn Write,
    ) -> Result<usize, S::Error>
    where
        C: Fn(&S::Row) -> [Cell; N],
    {
        let failed = OutputError::from;
        grid.draw_header(out).map_err(failed)?;
        let mut shown = 0;
        let mut piece = Vec::new();
        list.each(|row| {
            shown += 1;
            piece.push(self.drawn(plan, &row));
            if piece.len() == PIECE_ROWS {
                grid.draw_rows(out, piece.drain(..)).map_err(failed)?;
            }
            Ok(())
        })?;
        grid.draw_rows(out, piece.into_iter()).map_err(failed)?;
        if let Some(total) = self.table.drawn_total(plan, self.locale) {
            grid.draw_total(out, total).map_err(failed)?;
        }
        Ok(shown)
    }
}

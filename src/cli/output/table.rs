//! Tables for people: which columns they have, and what stands in them.

use serde_json::Value;

use crate::cli::output::cell::{Cell, Drawn};
use crate::cli::output::error::OutputError;
use crate::cli::output::format::Fields;
use crate::cli::output::grid::{Align, Fit, Head};
use crate::cli::output::keys::Key;
use crate::cli::output::record::{Pick, picked};
use crate::kernel::locale::Locale;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    key: &'static str,
    head: Head,
}

/// The columns of a table, and a last row with totals where there is one.
#[derive(Clone, Debug)]
pub struct Table<const N: usize> {
    columns: [Column; N],
    total: Option<[Cell; N]>,
}

impl Column {
    /// For text. `key` is the JSON key that `--fields` picks it by.
    pub fn left(key: &'static str, title: &str) -> Self {
        Self::new(key, title, Align::Left)
    }

    /// For numbers and money.
    pub fn right(key: &'static str, title: &str) -> Self {
        Self::new(key, title, Align::Right)
    }

    /// The first to be cut where the terminal is too narrow.
    pub fn flexible(mut self) -> Self {
        self.head.fit = Fit::Flexible;
        self
    }

    /// No column: long text that stands below its row, if there is any; it comes last. Picked by
    /// `--fields` it is a column like any other.
    pub fn beneath(key: &'static str) -> Self {
        let mut column = Self::new(key, "", Align::Left);
        column.head.fit = Fit::Beneath;
        column
    }

    fn new(key: &'static str, title: &str, align: Align) -> Self {
        let head = Head {
            title: title.to_owned(),
            align,
            fit: Fit::Whole,
        };
        Self { key, head }
    }
}

impl<const N: usize> Table<N> {
    /// With these columns.
    pub const fn new(columns: [Column; N]) -> Self {
        Self {
            columns,
            total: None,
        }
    }

    /// With a last row under a rule.
    pub fn total(self, cells: [Cell; N]) -> Self {
        Self {
            total: Some(cells),
            ..self
        }
    }

    /// What is drawn: every column, or the fields wanted. A field without a column of its own is
    /// drawn from its JSON value.
    pub(super) fn plan(
        &self,
        keys: impl FnOnce() -> Vec<Key>,
        fields: Option<&Fields>,
    ) -> Result<Plan, OutputError> {
        let Some(fields) = fields else {
            let all = self.columns.iter().enumerate();
            return Ok(Plan(
                all.map(|(at, column)| (column.head.clone(), Source::Cell(at)))
                    .collect(),
            ));
        };
        let picks = picked(&keys(), fields)?;
        Ok(Plan(picks.into_iter().map(|it| self.planned(it)).collect()))
    }

    /// The totals as they are drawn.
    pub(super) fn drawn_total(&self, plan: &Plan, locale: &Locale) -> Option<Vec<Drawn>> {
        let cells = self.total.as_ref()?;
        Some(plan.drawn(cells, &Value::Null, locale))
    }

    fn planned(&self, pick: Pick) -> (Head, Source) {
        let mut columns = self.columns.iter().enumerate();
        match columns.find(|(_, it)| it.key == pick.name && it.head.fit != Fit::Beneath) {
            Some((at, column)) => (column.head.clone(), Source::Cell(at)),
            None => (Head::of_key(&pick.name), Source::Json(pick)),
        }
    }
}

/// Where the cells of each drawn column come from.
#[derive(Clone, Debug)]
pub(super) struct Plan(Vec<(Head, Source)>);

#[derive(Clone, Debug)]
enum Source {
    Cell(usize),
    Json(Pick),
}

impl Plan {
    /// The heads of the columns.
    pub(super) fn heads(&self) -> Vec<Head> {
        self.0.iter().map(|(head, _)| head.clone()).collect()
    }

    /// Whether rows are needed as JSON too.
    pub(super) fn needs_json(&self) -> bool {
        let sources = self.0.iter().map(|(_, source)| source);
        sources.into_iter().any(|it| matches!(it, Source::Json(_)))
    }

    /// A row as it is drawn. Where the row is no object, as under the totals, what comes from JSON
    /// is blank.
    pub(super) fn drawn(&self, cells: &[Cell], row: &Value, locale: &Locale) -> Vec<Drawn> {
        let drawn = self.0.iter().map(|(head, source)| match source {
            Source::Cell(at) if head.fit == Fit::Beneath => {
                cells.get(*at).unwrap_or(&Cell::Blank).drawn_lines(locale)
            }
            Source::Cell(at) => cells.get(*at).unwrap_or(&Cell::Blank).drawn(locale),
            Source::Json(_) if !row.is_object() => Cell::Blank.drawn(locale),
            Source::Json(pick) => Cell::of_json(&pick.name, pick.of(row)).drawn(locale),
        });
        drawn.collect()
    }
}

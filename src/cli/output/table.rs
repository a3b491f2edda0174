//! Tables for people: which columns they have, and what stands in them.

use serde::Serialize;
use serde_json::Value;

use crate::cli::output::cell::{Cell, Drawn};
use crate::cli::output::data::json;
use crate::cli::output::error::OutputError;
use crate::cli::output::format::Fields;
use crate::cli::output::grid::{Align, Fit, Head};
use crate::cli::output::keys::Key;
use crate::cli::output::record::{Pick, picked};
use crate::kernel::locale::Locale;
use crate::kernel::money::Money;

/// The columns of a table of rows `T`, and the last row under them.
pub struct Table<'t, T> {
    columns: Vec<Column<'t, T>>,
    last: Last,
}

struct Column<'t, T> {
    /// The JSON key that `--fields` picks it by.
    key: &'static str,
    head: Head,
    content: Content<'t, T>,
}

/// What of a row stands in a column.
enum Content<'t, T> {
    Cell(Of<'t, T, Cell>),
    Amount(fn(Money) -> Cell, Of<'t, T, Option<Money>>),
}

type Of<'t, T, A> = Box<dyn Fn(&T) -> A + 't>;

impl<T> Column<'_, T> {
    fn cell(&self, row: &T) -> Cell {
        match &self.content {
            Content::Cell(cell) => cell(row),
            Content::Amount(cell, amount) => Cell::maybe(amount(row), cell),
        }
    }
}

/// What stands below the rows.
enum Last {
    Nothing,
    Cells(Vec<Cell>),
    /// What the amounts come to where there are so many rows or more, and a word below a column.
    Sums {
        least: usize,
        word: Option<(&'static str, &'static str)>,
    },
}

impl<'t, T> Table<'t, T> {
    /// Without a column yet.
    pub const fn new() -> Self {
        Self {
            columns: Vec::new(),
            last: Last::Nothing,
        }
    }

    /// And a column for text, by the JSON key that `--fields` picks it by.
    pub fn left(self, key: &'static str, title: &str, cell: impl Fn(&T) -> Cell + 't) -> Self {
        self.column(key, title, (Align::Left, Fit::Whole), cell)
    }

    /// And one that is the first to be cut where the terminal is too narrow.
    pub fn flexible(self, key: &'static str, title: &str, cell: impl Fn(&T) -> Cell + 't) -> Self {
        self.column(key, title, (Align::Left, Fit::Flexible), cell)
    }

    /// And one for numbers and money.
    pub fn right(self, key: &'static str, title: &str, cell: impl Fn(&T) -> Cell + 't) -> Self {
        self.column(key, title, (Align::Right, Fit::Whole), cell)
    }

    /// And one for amounts as [`Cell::Money`] shows them.
    pub fn money<A>(self, key: &'static str, title: &str, amount: impl Fn(&T) -> A + 't) -> Self
    where
        A: Into<Option<Money>>,
    {
        self.amount(key, title, Cell::Money, amount)
    }

    /// And one for amounts as [`Cell::Price`] shows them.
    pub fn price<A>(self, key: &'static str, title: &str, amount: impl Fn(&T) -> A + 't) -> Self
    where
        A: Into<Option<Money>>,
    {
        self.amount(key, title, Cell::Price, amount)
    }

    /// And one for amounts as [`Cell::Change`] shows them.
    pub fn change<A>(self, key: &'static str, title: &str, amount: impl Fn(&T) -> A + 't) -> Self
    where
        A: Into<Option<Money>>,
    {
        self.amount(key, title, Cell::Change, amount)
    }

    /// And no column: long text that stands below its row, if there is any; it comes last. Picked by
    /// `--fields` it is a column like any other.
    pub fn beneath(self, key: &'static str, cell: impl Fn(&T) -> Cell + 't) -> Self {
        self.column(key, "", (Align::Left, Fit::Beneath), cell)
    }

    fn amount<A: Into<Option<Money>>>(
        self,
        key: &'static str,
        title: &str,
        cell: fn(Money) -> Cell,
        amount: impl Fn(&T) -> A + 't,
    ) -> Self {
        let amount = move |row: &T| amount(row).into();
        let content = Content::Amount(cell, Box::new(amount));
        self.with(key, title, (Align::Right, Fit::Whole), content)
    }

    fn column(
        self,
        key: &'static str,
        title: &str,
        how: (Align, Fit),
        cell: impl Fn(&T) -> Cell + 't,
    ) -> Self {
        self.with(key, title, how, Content::Cell(Box::new(cell)))
    }

    fn with(
        mut self,
        key: &'static str,
        title: &str,
        (align, fit): (Align, Fit),
        content: Content<'t, T>,
    ) -> Self {
        let title = title.to_owned();
        let head = Head { title, align, fit };
        self.columns.push(Column { key, head, content });
        self
    }

    /// With a last row under a rule: the cells of this one, its first by another name.
    pub fn total_of(self, name: &str, row: &T) -> Self {
        let cells = self.columns.iter().skip(1).map(|column| column.cell(row));
        let cells = [Cell::text(name)].into_iter().chain(cells);
        let last = Last::Cells(cells.collect());
        Self { last, ..self }
    }

    /// With a last row under a rule, where there are so many rows or more: what the amounts of all
    /// come to, unless that does not fit, and a word for it below the column of a key.
    pub fn sums(self, least: usize, word: Option<(&'static str, &'static str)>) -> Self {
        let last = Last::Sums { least, word };
        Self { last, ..self }
    }

    /// The cells of the last row, where there is one; `each` shows every row.
    pub(super) fn last<E>(
        &self,
        each: impl FnOnce(&mut dyn FnMut(&T)) -> Result<(), E>,
    ) -> Result<Option<Vec<Cell>>, E> {
        let (least, word) = match &self.last {
            Last::Nothing => return Ok(None),
            Last::Cells(cells) => return Ok(Some(cells.clone())),
            Last::Sums { least, word } => (*least, *word),
        };
        let mut rows = 0;
        let mut sums = vec![Some(Money::ZERO); self.columns.len()];
        each(&mut |row| {
            rows += 1;
            for (sum, column) in sums.iter_mut().zip(&self.columns) {
                if let Content::Amount(_, amount) = &column.content {
                    *sum = sum.and_then(|sum| sum.checked_add(amount(row).unwrap_or_default()));
                }
            }
        })?;
        let sums: Option<Vec<Money>> = sums.into_iter().collect();
        let sums = sums.filter(|_| rows >= least);
        let cell = |(column, sum): (&Column<'_, T>, Money)| match (&column.content, word) {
            (Content::Amount(cell, _), _) => cell(sum),
            (Content::Cell(_), Some((key, word))) if key == column.key => Cell::text(word),
            (Content::Cell(_), _) => Cell::Blank,
        };
        Ok(sums.map(|sums| self.columns.iter().zip(sums).map(cell).collect()))
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

    /// A row as it is drawn.
    pub(super) fn drawn(&self, plan: &Plan, row: &T, locale: &Locale) -> Vec<Drawn>
    where
        T: Serialize,
    {
        let object = if plan.needs_json() {
            json(row)
        } else {
            Value::Null
        };
        let cell = |at: usize| self.columns.get(at).map(|column| column.cell(row));
        plan.drawn(cell, &object, locale)
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

    fn needs_json(&self) -> bool {
        let mut sources = self.0.iter().map(|(_, source)| source);
        sources.any(|it| matches!(it, Source::Json(_)))
    }

    /// The last row as it is drawn; what comes from JSON is blank in it.
    pub(super) fn drawn_last(&self, cells: &[Cell], locale: &Locale) -> Vec<Drawn> {
        self.drawn(|at| cells.get(at).cloned(), &Value::Null, locale)
    }

    fn drawn(
        &self,
        cell: impl Fn(usize) -> Option<Cell>,
        row: &Value,
        locale: &Locale,
    ) -> Vec<Drawn> {
        let drawn = self.0.iter().map(|(head, source)| match source {
            Source::Cell(at) if head.fit == Fit::Beneath => {
                cell(*at).unwrap_or(Cell::Blank).drawn_lines(locale)
            }
            Source::Cell(at) => cell(*at).unwrap_or(Cell::Blank).drawn(locale),
            Source::Json(_) if !row.is_object() => Cell::Blank.drawn(locale),
            Source::Json(pick) => Cell::of_json(&pick.name, pick.of(row)).drawn(locale),
        });
        drawn.collect()
    }
}

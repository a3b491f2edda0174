//! The rows of an answer, and how many of them are shown.

use std::ops::ControlFlow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_value};

use crate::cli::output::data::json;
use crate::cli::output::error::OutputError;
use crate::cli::output::format::Format;
use crate::cli::output::keys::{self, Key};

/// The rows that a table shows unless it is told otherwise.
const TABLE_ROWS: usize = 50;

/// Sees a row, and tells whether it has seen enough.
pub type Visitor<'v, T, E> = dyn FnMut(&T) -> Result<ControlFlow<()>, E> + 'v;

/// Where rows come from: the same ones in the same order, as often as they are visited.
pub trait Source {
    /// One row.
    type Row: Serialize + DeserializeOwned;
    /// Why there may be none, or why a visit failed.
    type Error: From<OutputError>;

    /// Shows each row, until the visitor has seen enough or fails.
    fn each(&self, visit: &mut Visitor<'_, Self::Row, Self::Error>) -> Result<(), Self::Error>;
}

/// Rows that are held.
impl<T: Serialize + DeserializeOwned> Source for [T] {
    type Row = T;
    type Error = OutputError;

    fn each(&self, visit: &mut Visitor<'_, T, OutputError>) -> Result<(), OutputError> {
        for row in self {
            if visit(row)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// How many rows are shown, and which.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limit {
    rows: Option<usize>,
    end: End,
}

/// Which rows a limit keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    #[default]
    First,
    Last,
}

impl Limit {
    /// Every row.
    pub const ALL: Self = Self::first(Some(0));

    /// What `--limit` says: so many rows in every form, 0 for all.
    pub const fn first(rows: Option<usize>) -> Self {
        let end = End::First;
        Self { rows, end }
    }

    /// The same where the newest rows are the last ones, and it keeps them.
    pub const fn last(rows: Option<usize>) -> Self {
        let end = End::Last;
        Self { rows, end }
    }

    /// The rows worth asking a request for: those that are shown, and unasked one more than a table
    /// shows, to know whether there are more. `None` for all.
    pub(super) const fn wanted(self, format: Format) -> Option<usize> {
        match (self.most(format), self.rows) {
            (Some(most), None) => Some(most + 1),
            (most, _) => most,
        }
    }

    /// The rows that are shown at most.
    const fn most(self, format: Format) -> Option<usize> {
        match (self.rows, format) {
            (Some(0), _) | (None, Format::Json | Format::Jsonl | Format::Csv) => None,
            (Some(limit), _) => Some(limit),
            (None, Format::Table) => Some(TABLE_ROWS),
        }
    }
}

/// An answer with many rows: the document that JSON shows, and the rows in it.
pub struct Listing<'a, S: ?Sized> {
    source: &'a S,
    /// How many rows there are, where they are held.
    held: Option<usize>,
    limit: Limit,
    pub(super) opening: Opening,
    /// The document around the rows, and their key in it; `None` where it is nothing but rows.
    pub(super) within: Option<(&'a dyn Document, &'static str)>,
    /// The keys of rows that are not there and whose type does not tell them.
    like: fn() -> Vec<Key>,
}

/// Whether the rows begin an answer or go on with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Header,
    Continued,
}

/// What has rows in it, as JSON.
pub(super) trait Document {
    fn value(&self) -> serde_json::Result<Value>;
}

impl<A: Serialize> Document for A {
    fn value(&self) -> serde_json::Result<Value> {
        to_value(self)
    }
}

impl<'a, T> Listing<'a, [T]> {
    /// An answer that is nothing but rows.
    pub const fn of(rows: &'a [T]) -> Self {
        Self {
            held: Some(rows.len()),
            ..Self::visiting(rows)
        }
    }

    /// An answer that has its rows under `key`.
    pub const fn within<A: Serialize>(answer: &'a A, key: &'static str, rows: &'a [T]) -> Self {
        Self {
            within: Some((answer, key)),
            ..Self::of(rows)
        }
    }
}

impl<'a, S: ?Sized> Listing<'a, S> {
    /// Rows that may be more than memory should hold. Where a limit keeps the last ones, the source
    /// was asked for those that are wanted, since their beginning is not known before their end.
    pub const fn visiting(source: &'a S) -> Self {
        Self {
            source,
            held: None,
            limit: Limit::first(None),
            opening: Opening::Header,
            within: None,
            like: Vec::new,
        }
    }

    /// The type of its rows does not tell their keys. Where there are none, they are those of `L`.
    pub fn like<L: DeserializeOwned>(self) -> Self {
        Self {
            like: || keys::of::<L>([]),
            ..self
        }
    }

    /// No more rows than this.
    pub const fn limit(self, limit: Limit) -> Self {
        Self { limit, ..self }
    }

    /// More rows of an answer that was begun before: no header, and no limit of a table's own.
    pub const fn continued(self) -> Self {
        Self {
            opening: Opening::Continued,
            limit: Limit::ALL,
            ..self
        }
    }
}

impl<S: Source + ?Sized> Listing<'_, S> {
    /// The keys that its rows have, or would have.
    pub(super) fn keys(&self, first: Option<&S::Row>) -> Vec<Key> {
        let keys = keys::of::<S::Row>(first.map(json));
        if keys.is_empty() { (self.like)() } else { keys }
    }

    /// Visits the rows that are wanted in this form.
    pub(super) fn each(
        &self,
        format: Format,
        mut visit: impl FnMut(&S::Row) -> Result<(), S::Error>,
    ) -> Result<(), S::Error> {
        let wanted = self.limit.wanted(format).unwrap_or(usize::MAX);
        let (mut before, mut left) = match (self.limit.end, self.held) {
            (End::First, _) => (0, wanted),
            (End::Last, held) => (held.unwrap_or(0).saturating_sub(wanted), usize::MAX),
        };
        self.source.each(&mut |row| {
            if before > 0 {
                before -= 1;
                return Ok(ControlFlow::Continue(()));
            }
            visit(row)?;
            left -= 1;
            Ok(if left == 0 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        })
    }

    /// Visits every row, whatever the limit.
    pub(super) fn all(
        &self,
        mut visit: impl FnMut(&S::Row) -> Result<(), S::Error>,
    ) -> Result<(), S::Error> {
        self.source
            .each(&mut |row| visit(row).map(ControlFlow::Continue))
    }

    /// The end at which a row too many stands that came when so many did.
    pub(super) fn surplus(&self, format: Format, came: usize) -> Option<End> {
        let most = self.limit.most(format);
        let unasked = self.limit.rows.is_none();
        let surplus = unasked && most.is_some_and(|most| came > most);
        surplus.then_some(match self.limit.end {
            End::First => End::Last,
            End::Last => End::First,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many rows are visited, which is the first, and where one stands too many.
    fn wanted(limit: Limit, rows: &[i32], format: Format) -> (usize, i32, Option<End>) {
        let listing = Listing::of(rows).limit(limit);
        let mut visited = Vec::new();
        let visiting = listing.each(format, |row| {
            visited.push(*row);
            Ok(())
        });
        visiting.expect("rows");
        let surplus = listing.surplus(format, visited.len());
        (visited.len(), visited[0], surplus)
    }

    const PROGRAMS: [Format; 3] = [Format::Json, Format::Jsonl, Format::Csv];

    #[test]
    fn a_table_stops_at_fifty_and_knows_of_one_more() {
        let rows: Vec<i32> = (1..=52).collect();
        let table = |limit, rows| wanted(limit, rows, Format::Table);
        let (first, last) = (Limit::first(None), Limit::last(None));
        assert_eq!(table(first, &rows), (51, 1, Some(End::Last)));
        assert_eq!(table(last, &rows), (51, 2, Some(End::First)));
        assert_eq!(table(first, &rows[2..]), (50, 3, None));
        for format in PROGRAMS {
            assert_eq!(wanted(first, &rows, format), (52, 1, None));
        }
    }

    #[test]
    fn a_limit_holds_in_every_form() {
        let rows: Vec<i32> = (1..=51).collect();
        for format in [Format::Table].into_iter().chain(PROGRAMS) {
            let wanted = |limit| wanted(limit, &rows, format);
            assert_eq!(wanted(Limit::first(Some(2))), (2, 1, None));
            assert_eq!(wanted(Limit::last(Some(2))), (2, 50, None));
            assert_eq!(wanted(Limit::ALL), (51, 1, None));
            assert_eq!(wanted(Limit::last(Some(99))), (51, 1, None));
        }
    }
}

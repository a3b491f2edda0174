//! The rows of an answer, and how many of them are shown.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cli::output::data::jsons;
use crate::cli::output::format::Format;
use crate::cli::output::keys::{self, Key};

/// The rows that a table shows unless it is told otherwise.
pub(super) const TABLE_ROWS: usize = 50;

/// An answer with many rows: the document that JSON shows, and the rows in it.
#[derive(Debug)]
pub struct Listing<'a, A: ?Sized, T> {
    pub(super) answer: &'a A,
    pub(super) rows: &'a [T],
    /// The key of the rows in the document; `None` where it is nothing but rows.
    pub(super) within: Option<&'static str>,
    pub(super) opening: Opening,
    limit: Option<usize>,
    newest: End,
    /// The keys of rows that are not there and whose type does not tell them.
    like: fn() -> Vec<Key>,
}

/// Whether the rows begin an answer or go on with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Header,
    Continued,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// Rows that are shown, and what is said about the others.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown<'a, T> {
    pub(super) rows: &'a [T],
    pub(super) note: Option<Left>,
}

/// Rows were left out unasked; so many are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left(pub(super) usize);

impl<'a, T> Listing<'a, [T], T> {
    /// An answer that is nothing but rows.
    pub const fn of(rows: &'a [T]) -> Self {
        Self {
            answer: rows,
            rows,
            within: None,
            opening: Opening::Header,
            limit: None,
            newest: End::First,
            like: Vec::new,
        }
    }
}

impl<'a, A: ?Sized, T> Listing<'a, A, T> {
    /// An answer that has its rows under `key`.
    pub const fn within(answer: &'a A, key: &'static str, rows: &'a [T]) -> Self {
        Self {
            answer,
            rows,
            within: Some(key),
            opening: Opening::Header,
            limit: None,
            newest: End::First,
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

    /// With what `--limit` says: so many rows in every form, 0 for all.
    pub const fn limit(self, limit: Option<usize>) -> Self {
        Self { limit, ..self }
    }

    /// The newest rows are the last ones, and a limit keeps them.
    pub const fn newest_last(self) -> Self {
        Self {
            newest: End::Last,
            ..self
        }
    }

    /// More rows of an answer that was begun before: no header, and no limit of a table's own.
    pub const fn continued(self) -> Self {
        Self {
            opening: Opening::Continued,
            ..self
        }
    }

    /// The keys that its rows have, or would have.
    pub(super) fn keys(&self) -> Vec<Key>
    where
        T: Serialize + DeserializeOwned,
    {
        let keys = keys::of::<T>(jsons(self.rows));
        if keys.is_empty() { (self.like)() } else { keys }
    }

    /// What is shown in this form.
    pub(super) fn shown(&self, format: Format) -> Shown<'a, T> {
        let most = match (most_rows(format, self.limit), self.opening) {
            (Some(most), Opening::Header) => most,
            (Some(most), Opening::Continued) if self.limit.is_some() => most,
            _ => usize::MAX,
        };
        let rows = match self.newest {
            End::First => self.rows.get(..most),
            End::Last => {
                let before = self.rows.len().saturating_sub(most);
                self.rows.get(before..)
            }
        };
        let rows = rows.unwrap_or(self.rows);
        let cut = self.limit.is_none() && rows.len() < self.rows.len();
        Shown {
            rows,
            note: cut.then_some(Left(rows.len())),
        }
    }
}

/// The rows worth asking a request for: what `--limit` says, and without it all but for a table,
/// which wants one more than it shows, to know whether there are more.
pub(super) const fn wanted_rows(format: Format, limit: Option<usize>) -> Option<usize> {
    match (most_rows(format, limit), limit) {
        (Some(most), None) => Some(most + 1),
        (most, _) => most,
    }
}

/// The rows that are shown at most.
const fn most_rows(format: Format, limit: Option<usize>) -> Option<usize> {
    match (limit, format) {
        (Some(0), _) | (None, Format::Json | Format::Jsonl | Format::Csv) => None,
        (Some(limit), _) => Some(limit),
        (None, Format::Table) => Some(TABLE_ROWS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(listing: &Listing<'_, [i32], i32>, format: Format) -> (usize, i32, Option<Left>) {
        let shown = listing.shown(format);
        (shown.rows.len(), shown.rows[0], shown.note)
    }

    #[test]
    fn a_table_stops_at_fifty_and_says_so() {
        let rows: Vec<i32> = (1..=51).collect();
        let left = Some(Left(50));
        assert_eq!(shown(&Listing::of(&rows), Format::Table), (50, 1, left));
        assert_eq!(
            shown(&Listing::of(&rows).newest_last(), Format::Table),
            (50, 2, left)
        );
        assert_eq!(
            shown(&Listing::of(&rows[1..]), Format::Table),
            (50, 2, None)
        );
        for format in [Format::Json, Format::Jsonl, Format::Csv] {
            assert_eq!(shown(&Listing::of(&rows), format), (51, 1, None));
        }
    }

    #[test]
    fn a_limit_holds_in_every_form() {
        let rows: Vec<i32> = (1..=51).collect();
        for format in [Format::Table, Format::Json, Format::Jsonl, Format::Csv] {
            let two = Listing::of(&rows).limit(Some(2));
            assert_eq!(shown(&two, format), (2, 1, None));
            assert_eq!(shown(&two.newest_last(), format), (2, 50, None));
            assert_eq!(
                shown(&Listing::of(&rows).limit(Some(0)), format),
                (51, 1, None)
            );
            assert_eq!(
                shown(&Listing::of(&rows).limit(Some(99)), format),
                (51, 1, None)
            );
        }
    }

    #[test]
    fn what_continues_is_not_cut() {
        let rows: Vec<i32> = (1..=51).collect();
        assert_eq!(
            shown(&Listing::of(&rows).continued(), Format::Table),
            (51, 1, None)
        );
    }
}

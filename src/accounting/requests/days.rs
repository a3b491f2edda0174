//! Closed days, and whether a seal still holds.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::day::DayRow;
use crate::accounting::sql::{self, days};
use crate::kernel::day::Day;
use crate::kernel::range::{DayWord, Range};
use crate::store::{Asker, Hash, Query, Read};

/// The closed days, oldest first.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayList {
    /// Of these days; left out: all.
    pub range: Range,
    /// The newest so many; left out: all.
    pub limit: Option<u32>,
}

impl Query for DayList {
    type Answer = Vec<DayRow>;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<DayRow>, AccountingError> {
        let first = sql::first_day(read)?.unwrap_or(asker.calendar(read)?.open);
        let last = days::last_closed(read)?.unwrap_or(first);
        let span = self.range.resolve(&asker.calendar(read)?, first, last)?;
        let limit = self.limit.map_or(i64::MAX, i64::from);
        let mut closed = days::closed_within(read, span, limit)?;
        closed.reverse();
        Ok(closed)
    }
}

/// Does the seal in my letter still hold?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayVerify {
    /// The day.
    pub day: DayWord,
    /// The seal in the letter.
    pub seal: Hash,
}

/// What the books say of a seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayVerified {
    /// The day.
    pub day: Day,
    /// The seal that the books have of it; null where they have it as open.
    pub seal: Option<Hash>,
    /// Whether both are the same.
    pub holds: bool,
}

impl Query for DayVerify {
    type Answer = DayVerified;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<DayVerified, AccountingError> {
        let day = self.day.resolve(&asker.calendar(read)?)?;
        let seal = days::closed(read, day)?.and_then(|row| row.seal);
        let holds = seal == Some(self.seal);
        Ok(DayVerified { day, seal, holds })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{BERT, Books, KESHA, day, popug};
    use crate::kernel::role::Role;

    const NOW: &str = "2026-11-05T12:00:00Z";

    fn books() -> Books {
        let books = Books::open();
        for on in ["2026-11-02", "2026-11-03", "2026-11-04"] {
            books.close(NOW, on).expect("closes");
        }
        books
    }

    #[test]
    fn closed_days_are_listed_oldest_first_and_a_limit_keeps_the_newest() {
        let books = books();
        let listed = |limit: Option<u32>| {
            let range = Range::default();
            let query = DayList { range, limit };
            let rows = books
                .ask(&query, popug(BERT, Role::Accountant), NOW)
                .expect("days");
            rows.into_iter()
                .map(|row| row.day.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(listed(None), ["2026-11-02", "2026-11-03", "2026-11-04"]);
        assert_eq!(listed(Some(1)), ["2026-11-04"]);
        let query = DayList {
            range: Range::default(),
            limit: None,
        };
        let none = Books::open().ask(&query, popug(BERT, Role::Accountant), NOW);
        assert_eq!(none.expect("days"), []);
    }

    #[test]
    fn only_the_seal_of_the_day_holds() {
        let books = books();
        let seal = books
            .store()
            .read(|read| days::closed(read, day("2026-11-03")));
        let seal = seal.expect("read").expect("closed").seal.expect("a seal");
        let verified = |on: &str, seal: Hash| {
            let day = DayWord::Date(day(on));
            let query = DayVerify { day, seal };
            books
                .ask(&query, popug(KESHA, Role::Worker), NOW)
                .expect("an answer")
        };
        assert!(verified("2026-11-03", seal).holds);
        assert!(!verified("2026-11-03", Hash::ZERO).holds);
        assert!(!verified("2026-11-04", seal).holds);
        let open = verified("2026-11-05", seal);
        assert_eq!((open.seal, open.holds), (None, false));
    }
}

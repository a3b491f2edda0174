//! Closed days, and whether a seal still holds.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::close::DayRow;
use crate::accounting::sql::{self, days};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::permission::Permission;
use crate::kernel::range::{DayWord, Range};
use crate::kernel::request::{Asker, Request};
use crate::store::{Hash, Query, Read};

/// The closed days, oldest first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DayList {
    /// Of these days; left out: all.
    pub range: Range,
    /// The newest so many; left out: all.
    pub limit: Option<u32>,
}

impl Request for DayList {
    const NAME: &'static str = "day.list";
    type Answer = Vec<DayRow>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Query for DayList {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<DayRow>, AccountingError> {
        let first = sql::first_day(read)?;
        let Some((first, last)) = first.zip(days::last_closed(read)?) else {
            return Ok(Vec::new());
        };
        let span = self.range.resolve(&asker.calendar, first, last)?;
        let limit = self.limit.map_or(i64::MAX, i64::from);
        let mut closed = days::closed_within(read, span, limit)?;
        closed.reverse();
        Ok(closed)
    }
}

/// Does the seal in my letter still hold?
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DayVerify {
    /// The day.
    pub day: DayWord,
    /// The seal in the letter.
    pub seal: Hash,
}

/// What the books say of a seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayVerified {
    /// The day.
    pub day: Day,
    /// The seal that the books have of it; null where they have it as open.
    pub seal: Option<Hash>,
    /// Whether both are the same.
    pub holds: bool,
}

impl Request for DayVerify {
    const NAME: &'static str = "day.verify";
    type Answer = DayVerified;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::TaskRead
    }
}

impl Query for DayVerify {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<DayVerified, AccountingError> {
        let day = self.day.resolve(&asker.calendar);
        let seal = days::closed(read, day)?.and_then(|row| row.seal);
        let holds = seal == Some(self.seal);
        Ok(DayVerified { day, seal, holds })
    }
}

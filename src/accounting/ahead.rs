//! What lies ahead of the clock. After one that was once wrong, rows are dated on days that are not
//! there yet: they are in the balances, and no close pays them until those days have come.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::sql::ahead as sql;
use crate::accounting::sql::ledger::Transaction;
use crate::accounting::sql::{days, opening};
use crate::kernel::day::Day;
use crate::kernel::finding::{Finding, counted};
use crate::kernel::range::Calendar;
use crate::store::Read;

/// That something lies ahead of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ahead {
    /// The first day that something lies on; where a day that lies ahead is closed, that.
    pub since: Day,
    /// Whether a day that lies ahead is closed: then nothing can be brought back.
    pub closed: bool,
    /// How many transactions could be brought back.
    pub transactions: i64,
}

impl fmt::Display for Ahead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let since = self.since;
        if self.closed {
            return write!(
                f,
                "{since} is closed and lies ahead of the clock: what is posted now waits for the \
                 day after it"
            );
        }
        let many = usize::try_from(self.transactions).unwrap_or(usize::MAX);
        let (many, lie) = (
            counted(many, "transaction", "transactions"),
            match many {
                1 => "lies",
                _ => "lie",
            },
        );
        write!(
            f,
            "{many} {lie} ahead of the clock, from {since} on, where no close pays them"
        )
    }
}

impl Ahead {
    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self.closed {
            true => CLOSED,
            false => "bring them back into the open day: `popug account bring-back`",
        }
    }
}

/// What is closed stays closed.
pub const CLOSED: &str = "what is closed stays closed; restore a backup from before (README, Mending \
                          a mistake)";

/// The last day that no wrong clock is needed for: two time zones are up to two days apart, and the
/// day of today may be closed. What lies there is paid when that day has come.
fn explained(today: Day) -> Day {
    today.plus(2)
}

/// What lies ahead when the calendar says `today`.
pub fn ahead(read: &Read<'_>, today: Day) -> Result<Option<Ahead>, AccountingError> {
    let opening = opening::opening(read)?;
    let line = explained(today);
    if let Some(since) = opening.last_closed.filter(|closed| *closed > line) {
        return Ok(Some(Ahead {
            since,
            closed: true,
            transactions: 0,
        }));
    }
    let Some(open) = opening.oldest_open.map(|oldest| oldest.max(today)) else {
        return Ok(None);
    };
    let line = open.max(line);
    let Some(stretch) = sql::stretch(read, line)? else {
        return Ok(None);
    };
    let (transactions, since) = sql::count(read, line, stretch)?;
    Ok(since.map(|since| Ahead {
        since,
        closed: false,
        transactions,
    }))
}

/// The last closed day, where it lies ahead of any that a right clock explains.
pub fn closed_ahead(read: &Read<'_>, today: Day) -> Result<Option<Day>, AccountingError> {
    Ok(days::last_closed(read)?.filter(|closed| *closed > explained(today)))
}

/// The rows that lie ahead and were not brought back.
pub fn rows_ahead(
    read: &Read<'_>,
    calendar: Calendar,
) -> Result<Vec<Transaction>, AccountingError> {
    let line = calendar.open.max(explained(calendar.today));
    match sql::stretch(read, line)? {
        None => Ok(Vec::new()),
        Some(stretch) => Ok(sql::rows(read, line, stretch)?),
    }
}

/// What lies ahead, as a finding.
pub fn examine_ahead(read: &Read<'_>, today: Day) -> Result<Option<Finding>, AccountingError> {
    let found = ahead(read, today)?;
    Ok(found.map(|it| Finding::warning("clock", it.to_string(), it.hint())))
}

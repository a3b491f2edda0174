//! The fairness report, as far as tasks know it (B9).

use std::collections::BTreeMap;

use crate::kernel::day::Day;
use crate::kernel::ids::UserId;
use crate::kernel::name::UserName;
use crate::kernel::range::{Calendar, Period, Range, RangeError, Span};
use crate::store::Read;
use crate::tasks::TaskError;
use crate::tasks::fairness::{self, Promise, Verdict};
use crate::tasks::sql;

/// What fell to a popug, and what the dice promised it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its id.
    pub id: UserId,
    /// Its name.
    pub user: UserName,
    /// Its open tasks of the moment.
    pub open: i64,
    /// The tasks that fell to it.
    pub assigned: i64,
    /// What the dice promised.
    pub promise: Promise,
    /// The tasks that it closed.
    pub closed: i64,
}

/// The days that a fairness report is about; all that there are where no period is named.
pub fn fairness_span(period: Option<Period>, calendar: &Calendar) -> Result<Span, RangeError> {
    let range = Range {
        period,
        ..Range::default()
    };
    range.resolve(calendar, Day::FIRST, Day::LAST)
}

/// The shares of everybody who is in the pool, has an open task, or had a part in what was drawn
/// or closed within these days, by name.
pub fn shares(read: &Read<'_>, span: Span) -> Result<Vec<Share>, TaskError> {
    let promises = fairness::promises(&sql::drawn(read, span)?, &sql::pool_changes(read)?);
    let counted = |rows: Vec<(UserId, i64)>| rows.into_iter().collect::<BTreeMap<_, _>>();
    let assigned = counted(sql::assigned(read, span)?);
    let closed = counted(sql::closed(read, span)?);
    let count = |of: &BTreeMap<UserId, i64>, id| of.get(&id).copied().unwrap_or(0);
    let mut shares = Vec::new();
    for popug in sql::popugs(read)? {
        let id = popug.id;
        let share = Share {
            id,
            user: popug.name,
            open: popug.open,
            assigned: count(&assigned, id),
            promise: promises.get(&id).copied().unwrap_or_default(),
            closed: count(&closed, id),
        };
        let had_a_part = share.promise != Promise::default()
            || [share.open, share.assigned, share.closed] != [0; 3];
        if popug.in_pool || had_a_part {
            shares.push(share);
        }
    }
    Ok(shares)
}

/// Whether dice alone would have spread tasks so unevenly.
pub fn verdict(shares: &[Share]) -> Verdict {
    let pairs = shares.iter().map(|it| (it.assigned, it.promise));
    fairness::verdict(&pairs.collect::<Vec<_>>())
}

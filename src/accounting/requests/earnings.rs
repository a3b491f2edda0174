//! What management earned (M4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::{MANAGEMENT, Sums};
use crate::accounting::sql::{days, ledger as rows};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::permission::Permission;
use crate::kernel::range::{Range, Span};
use crate::kernel::request::{Asker, Request};
use crate::store::{Query, Read};

/// What management earned in each day, week or month; by default on the last seven days through
/// the open one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccountEarnings {
    /// Of these days.
    pub range: Range,
    /// How they are taken together.
    pub by: EarningsBy,
}

/// How days are taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EarningsBy {
    /// Each for itself.
    #[default]
    Day,
    /// By ISO week, clipped to the range.
    Week,
    /// By month, clipped to the range.
    Month,
}

/// What management earned in a day, a week or a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarningsRow {
    /// The first day within the range.
    pub day: Day,
    /// Charged for assignments.
    pub fees_cents: Money,
    /// Credited for closed tasks.
    pub rewards_cents: Money,
    /// Fees less rewards, and nothing else.
    pub earned_cents: Money,
    /// Adjustments and reversals, which are no earnings.
    pub adjustments_cents: Money,
    /// When its last day was closed; null while that is open.
    pub closed_at: Option<Moment>,
}

impl EarningsBy {
    /// The last day of the stretch that `day` lies in.
    fn last_of(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.week_start().plus(6),
            Self::Month => day.month_end(),
        }
    }
}

impl Request for AccountEarnings {
    const NAME: &'static str = "account.earnings";
    type Answer = Vec<EarningsRow>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Query for AccountEarnings {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<EarningsRow>, AccountingError> {
        let last = asker.calendar.open;
        let span = self.range.resolve(&asker.calendar, last.minus(6), last)?;
        let seen = rows::days_within(read, MANAGEMENT, span)?;
        let closings: BTreeMap<Day, Moment> = days::closings(read, span)?.into_iter().collect();
        let mut seen = seen.into_iter().peekable();
        let mut answer = Vec::new();
        for part in parts(span, self.by) {
            let mut all = Sums::default();
            while let Some((_, sums)) = seen.next_if(|(day, _)| *day <= part.to) {
                all = together(all, sums).ok_or(AccountingError::Totals(part.from))?;
            }
            answer.push(EarningsRow {
                day: part.from,
                fees_cents: all.fees,
                rewards_cents: all.rewards,
                earned_cents: all
                    .earned_by_management()
                    .ok_or(AccountingError::Totals(part.from))?,
                adjustments_cents: all.other,
                closed_at: closings.get(&part.to).copied(),
            });
        }
        Ok(answer)
    }
}

/// The stretches that a span falls into, clipped to it.
fn parts(span: Span, by: EarningsBy) -> impl Iterator<Item = Span> {
    let part = move |from: Day| Span {
        from,
        to: by.last_of(from).min(span.to),
    };
    std::iter::successors(Some(part(span.from)), move |before| {
        (before.to < span.to).then(|| part(before.to.next()))
    })
}

fn together(a: Sums, b: Sums) -> Option<Sums> {
    Some(Sums {
        fees: a.fees.checked_add(b.fees)?,
        rewards: a.rewards.checked_add(b.rewards)?,
        other: a.other.checked_add(b.other)?,
        paid: a.paid.checked_add(b.paid)?,
    })
}

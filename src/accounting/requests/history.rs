//! What a popug earned, day by day.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::requests::whose;
use crate::accounting::sql::account_days;
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::kernel::range::Span;
use crate::store::{Asker, Query, Read};

/// `account.history`: what a popug earned on each of the last days through the open one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountHistory {
    /// Whose.
    pub who: Who,
    /// Of so many days.
    pub days: u32,
}

/// What a popug earned on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EarnedDay {
    /// The day.
    pub day: Day,
    /// Rewards less fees.
    pub earned_cents: Money,
}

impl AccountHistory {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for AccountHistory {
    type Answer = Vec<EarnedDay>;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<EarnedDay>, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let account = whose::account(read, user.id)?.id;
        let to = asker.calendar(read)?.open;
        let from = to.minus(u64::from(self.days.saturating_sub(1)));
        let seen = account_days::days_within(read, account, Span { from, to })?;
        let mut seen = seen.into_iter().peekable();
        let days = from.through(to).map(|day| {
            let sums = seen.next_if(|(of, _)| *of == day).map(|(_, sums)| sums);
            let earned = sums.map_or(Some(Money::ZERO), |it| it.earned_by_popug());
            Ok(EarnedDay {
                day,
                earned_cents: earned.ok_or(AccountingError::Totals(day))?,
            })
        });
        days.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{Books, KESHA, popug};
    use crate::kernel::role::Role;

    #[test]
    fn every_day_is_there_with_the_quiet_ones() {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.assign("2026-11-04T09:00:00Z", 2, KESHA);
        books.finish("2026-11-04T10:00:00Z", 2, KESHA);
        let query = AccountHistory {
            who: Who::Me,
            days: 4,
        };
        let now = "2026-11-05T12:00:00Z";
        let days = books.ask(&query, popug(KESHA, Role::Worker), now);
        let days = days.expect("days").into_iter();
        let days: Vec<_> = days
            .map(|it| (it.day.to_string(), it.earned_cents.cents()))
            .collect();
        let expected = [
            ("2026-11-02", -1_000),
            ("2026-11-03", 0),
            ("2026-11-04", 2_000),
            ("2026-11-05", 0),
        ];
        assert_eq!(days, expected.map(|(day, cents)| (day.to_owned(), cents)));
    }
}

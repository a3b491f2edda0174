//! Balances: one popug's, or everybody's.

use std::collections::HashMap;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::AccountKind;
use crate::accounting::requests::whose;
use crate::accounting::sql::days::Listed;
use crate::accounting::sql::{account_days, days, ledger as rows};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::range::{DayWord, Span};
use crate::store::{Asker, ListQuery, Query, Read, Visit};

/// What was on the account of whoever closed each of these tasks once its reward was credited.
pub fn balances_after_reward(
    read: &Read<'_>,
    tasks: &[TaskId],
) -> Result<HashMap<TaskId, Money>, AccountingError> {
    Ok(rows::balances_after_reward(read, tasks)?)
}

/// What is on a popug's account now.
pub fn balance(read: &Read<'_>, user: UserId) -> Result<Money, AccountingError> {
    Ok(whose::account(read, user)?.balance)
}

/// Balance and earnings of one popug.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountShow {
    /// Whose.
    pub who: Who,
    /// At the end of this day; left out: as it is now.
    pub date: Option<DayWord>,
}

/// What is in an account, and what it earned on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown {
    /// Whose it is.
    pub user: UserName,
    /// What is in it.
    pub balance_cents: Money,
    /// Rewards less fees of the day.
    pub today_cents: Money,
    /// The day.
    pub day: Day,
}

impl AccountShow {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for AccountShow {
    type Answer = Shown;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Shown, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let account = whose::account(read, user.id)?;
        let day = self
            .date
            .unwrap_or(DayWord::Open)
            .resolve(&asker.calendar(read)?)?;
        let balance_cents = match self.date {
            None => account.balance,
            Some(_) => account_days::balance_at(read, account.id, day)?,
        };
        let seen = account_days::days_within(read, account.id, Span { from: day, to: day })?;
        let earned = seen.first().map(|(_, sums)| sums.earned_by_popug());
        let earned = earned.unwrap_or(Some(Money::ZERO));
        Ok(Shown {
            user: user.name,
            balance_cents,
            today_cents: earned.ok_or(AccountingError::Totals(day))?,
            day,
        })
    }
}

/// Everybody's balance and earnings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountList {
    /// At the end of this day; left out: as it is now.
    pub date: Option<DayWord>,
    /// With management and the bank, so that the balances sum to zero.
    pub all: bool,
}

/// An account in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountRow {
    /// Whose it is, where it is a popug's.
    pub user: Option<UserName>,
    /// Whose it is.
    pub kind: AccountKind,
    /// What is in it.
    pub balance_cents: Money,
    /// What its owner earned on the day.
    pub today_cents: Money,
    /// The day.
    pub day: Day,
}

impl ListQuery for AccountList {
    type Error = AccountingError;
    type Row = AccountRow;

    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, AccountRow>,
    ) -> Result<(), AccountingError> {
        let day = self
            .date
            .unwrap_or(DayWord::Open)
            .resolve(&asker.calendar(read)?)?;
        let mut overflown = false;
        let mut shown = |account: Listed| {
            if !self.all && account.kind != AccountKind::Popug {
                return ControlFlow::Continue(());
            }
            let Some(row) = AccountRow::of(account, day) else {
                overflown = true;
                return ControlFlow::Break(());
            };
            visit(row)
        };
        match self.date {
            None => days::listed_now(read, day, &mut shown)?,
            Some(_) => days::listed_at(read, day, &mut shown)?,
        }
        if overflown {
            return Err(AccountingError::Totals(day));
        }
        Ok(())
    }
}

impl AccountRow {
    /// `None` where what it earned does not fit.
    pub(super) fn of(account: Listed, day: Day) -> Option<Self> {
        Some(Self {
            today_cents: account.sums.earned(account.kind)?,
            user: account.user,
            kind: account.kind,
            balance_cents: account.balance,
            day,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, cents, day, popug};
    use crate::kernel::role::Role;

    const MORNING: &str = "2026-11-02T09:00:00Z";
    const NEXT: &str = "2026-11-03T09:00:00Z";

    /// Kesha has 20 dollars by Monday's work and loses 10 on Tuesday; Iskra owes 10.
    fn books() -> Books {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        books.assign(MORNING, 2, ISKRA);
        books.finish(MORNING, 1, KESHA);
        books.assign(NEXT, 3, KESHA);
        books
    }

    fn show(who: &str, date: Option<&str>) -> AccountShow {
        AccountShow {
            who: Who::from(who.to_owned()),
            date: date.map(|it| it.parse().expect("a day")),
        }
    }

    #[test]
    fn an_account_shows_its_balance_and_what_the_day_earned() {
        let books = books();
        let asked = |query: &AccountShow| {
            let shown = books.ask(query, popug(KESHA, Role::Worker), NEXT);
            let shown = shown.expect("an account");
            (
                shown.balance_cents.cents(),
                shown.today_cents.cents(),
                shown.day,
            )
        };
        let (monday, tuesday) = (day("2026-11-02"), day("2026-11-03"));
        assert_eq!(asked(&show("me", None)), (1_000, -1_000, tuesday));
        assert_eq!(
            asked(&show("kesha", Some("yesterday"))),
            (2_000, 2_000, monday)
        );
        assert_eq!(
            asked(&show("me", Some("2026-11-01"))),
            (0, 0, monday.previous())
        );
        assert_eq!(asked(&show("iskra", Some("today"))), (-1_000, 0, tuesday));
    }

    #[test]
    fn a_balance_of_now_holds_what_a_clock_that_ran_ahead_posted() {
        let books = books();
        let shown = books.ask(&show("me", None), popug(KESHA, Role::Worker), MORNING);
        let shown = shown.expect("an account");
        assert_eq!(
            (shown.balance_cents, shown.today_cents),
            (cents(1_000), cents(2_000))
        );
    }

    #[test]
    fn ones_own_account_needs_less_than_anothers() {
        let worker = popug(KESHA, Role::Worker);
        for mine in ["me", "kesha", "KESHA"] {
            assert_eq!(
                show(mine, None).permission_of(&worker),
                Permission::AccountOwn
            );
        }
        assert_eq!(
            show("iskra", None).permission_of(&worker),
            Permission::AccountRead
        );
    }

    #[test]
    fn nobody_has_no_account() {
        let books = books();
        let unknown = books.ask(&show("polly", None), popug(BERT, Role::Accountant), NEXT);
        assert!(matches!(unknown, Err(AccountingError::UnknownPopug(name)) if name == "polly"));
        let system = books.ask(&show("me", None), Actor::System, NEXT);
        assert!(matches!(system, Err(AccountingError::NobodysAccount(_))));
    }

    #[test]
    fn all_accounts_sum_to_zero_at_the_end_of_any_day() {
        let books = books();
        books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        for date in [None, Some(DayWord::Yesterday), Some(DayWord::Today)] {
            let list = AccountList { date, all: true };
            let all = books.ask(&list, popug(BERT, Role::Accountant), NEXT);
            let all = all.expect("accounts");
            let sum = Money::sum(all.iter().map(|it| it.balance_cents));
            assert_eq!((all.len(), sum), (5, Some(Money::ZERO)));
        }
        let list = AccountList {
            date: Some(DayWord::Yesterday),
            all: false,
        };
        let all = books.ask(&list, popug(BERT, Role::Accountant), NEXT);
        let seen = all.expect("accounts").into_iter().map(|it| {
            let name = it.user.expect("a popug").to_string();
            (name, it.balance_cents.cents(), it.today_cents.cents())
        });
        let expected = [
            ("bert", 0, 0),
            ("iskra", -1_000, -1_000),
            ("kesha", 0, 2_000),
        ];
        let expected = expected.map(|(name, balance, today)| (name.to_owned(), balance, today));
        assert_eq!(seen.collect::<Vec<_>>(), expected);
    }
}

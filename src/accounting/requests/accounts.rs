//! Balances: one popug's, or everybody's.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::AccountKind;
use crate::accounting::requests::whose;
use crate::accounting::sql::{self, days, ledger as rows};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::range::{DayWord, Span};
use crate::kernel::request::{Asker, Request};
use crate::store::{Query, Read};

/// What is in a popug's account now; `None` where accounting has not met the popug.
pub fn balance(read: &Read<'_>, user: UserId) -> Result<Option<Money>, AccountingError> {
    let account = sql::account_of(read, user)?;
    Ok(account.map(|it| it.balance))
}

/// What was on the account of whoever closed a task once its reward was credited; `None` until
/// then.
pub fn balance_after_reward(
    read: &Read<'_>,
    task: TaskId,
) -> Result<Option<Money>, AccountingError> {
    Ok(rows::balance_after_reward(read, task)?)
}

/// Balance and earnings of one popug.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccountShow {
    /// Whose.
    pub who: Who,
    /// At the end of this day; left out: as it is now.
    pub date: Option<DayWord>,
}

/// What is in an account, and what it earned on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Request for AccountShow {
    const NAME: &'static str = "account.show";
    type Answer = Shown;

    fn permission(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for AccountShow {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Shown, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let account = whose::account(read, user.id)?;
        let day = self.date.unwrap_or(DayWord::Open).resolve(&asker.calendar);
        let balance_cents = match self.date {
            None => account.balance,
            Some(_) => rows::balance_at(read, account.id, day)?,
        };
        let seen = rows::days_within(read, account.id, Span { from: day, to: day })?;
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
pub struct AccountList {
    /// At the end of this day; left out: as it is now.
    pub date: Option<DayWord>,
    /// With management and the bank, so that the balances sum to zero.
    pub all: bool,
}

/// An account in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Request for AccountList {
    const NAME: &'static str = "account.list";
    type Answer = Vec<AccountRow>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Query for AccountList {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<AccountRow>, AccountingError> {
        let day = self.date.unwrap_or(DayWord::Open).resolve(&asker.calendar);
        let listed = match self.date {
            None => days::listed_now(read, day)?,
            Some(_) => days::listed_at(read, day)?,
        };
        let mut rows = Vec::with_capacity(listed.len());
        for account in listed {
            if !self.all && account.kind != AccountKind::Popug {
                continue;
            }
            let earned = account.sums.earned(account.kind);
            rows.push(AccountRow {
                user: account.user,
                kind: account.kind,
                balance_cents: account.balance,
                today_cents: earned.ok_or(AccountingError::Totals(day))?,
                day,
            });
        }
        Ok(rows)
    }
}

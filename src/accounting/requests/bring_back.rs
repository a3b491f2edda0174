//! Bringing back what lies ahead of the clock.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::ahead::{closed_ahead, rows_ahead};
use crate::accounting::consumer::Accounting;
use crate::accounting::ledger::{Ledger, Origin, Posting};
use crate::accounting::model::{AccountId, MANAGEMENT};
use crate::accounting::requests::mend::origin;
use crate::accounting::sql;
use crate::accounting::sql::ledger::Transaction;
use crate::events::shape::{Party, TransactionKind};
use crate::kernel::day::Day;
use crate::kernel::ids::{TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::range::Calendar;
use crate::store::{Asker, Command, Query, Read, Write};

/// Brings every row that lies ahead of the clock into the open day: its exact inverse on its own
/// day, and the same into the open one. Those of the own account are left.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountBringBack {}

/// The rows that lie ahead of the clock.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountAhead {}

/// A row that lies ahead, or lay there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RowAhead {
    /// The transaction.
    pub id: TransactionId,
    /// Whose account it touches.
    pub user: UserName,
    /// The day that it is dated on.
    pub day: Day,
    /// What it changed, signed.
    pub amount_cents: Money,
}

impl Query for AccountAhead {
    type Answer = Vec<RowAhead>;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<RowAhead>, AccountingError> {
        let stranded = Stranded::find(read, asker.calendar(read)?)?;
        Ok(stranded.into_iter().map(|it| it.told).collect())
    }
}

impl Command for AccountBringBack {
    type Answer = Vec<RowAhead>;
    type Error = AccountingError;
    const UP_TO_DATE: &'static [&'static str] = &[Accounting::NAME];

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Vec<RowAhead>, AccountingError> {
        let today = asker.today;
        if let Some(closed) = closed_ahead(tx, today)? {
            return Err(AccountingError::ClosedAhead { closed, today });
        }
        let mut stranded = Stranded::find(tx, asker.calendar(tx)?)?;
        stranded.retain(|it| !asker.actor.is_own_account(it.user));
        let mut ledger = Ledger::default();
        ledger.ask_accounts(tx, stranded.iter().map(|it| it.user), MANAGEMENT)?;
        let origin = origin(tx, &mut ledger)?;
        for row in &stranded {
            for posting in row.back(&origin) {
                ledger.post(tx, posting)?;
            }
        }
        if !stranded.is_empty() {
            ledger.flush(tx)?;
        }
        Ok(stranded.into_iter().map(|it| it.told).collect())
    }
}

/// A row ahead, with its ends.
struct Stranded {
    row: Transaction,
    from: Party,
    to: Party,
    user: UserId,
    told: RowAhead,
}

impl Stranded {
    fn find(read: &Read<'_>, calendar: Calendar) -> Result<Vec<Self>, AccountingError> {
        let rows = rows_ahead(read, calendar)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let parties = sql::accounts(read)?.into_iter();
        let parties: HashMap<AccountId, Party> = parties.map(|it| (it.id, it.party)).collect();
        let names: HashMap<UserId, UserName> = sql::users(read)?.into_iter().collect();
        let mut stranded = Vec::with_capacity(rows.len());
        for row in rows {
            let id = row.id;
            let found = Self::of(row, &parties, &names);
            stranded.push(found.ok_or(AccountingError::UnknownTransaction(id))?);
        }
        Ok(stranded)
    }

    fn of(
        row: Transaction,
        parties: &HashMap<AccountId, Party>,
        names: &HashMap<UserId, UserName>,
    ) -> Option<Self> {
        let (from, to) = (*parties.get(&row.from)?, *parties.get(&row.to)?);
        let (user, amount_cents) = match (from, to) {
            (Party::User(user), _) => (user, row.amount.checked_neg()?),
            (_, Party::User(user)) => (user, row.amount),
            (Party::Management | Party::Bank, Party::Management | Party::Bank) => return None,
        };
        let told = RowAhead {
            id: row.id,
            user: names.get(&user)?.clone(),
            day: row.day,
            amount_cents,
        };
        Some(Self {
            row,
            from,
            to,
            user,
            told,
        })
    }

    /// Out of the day that it lies on, and into the open one.
    fn back(&self, now: &Origin) -> [Posting; 2] {
        let posting = |way: &str, day, from, to| Posting {
            origin: Origin { day, ..now.clone() },
            kind: TransactionKind::Adjustment,
            key: format!("{way}/{}", self.row.id),
            from,
            to,
            amount: self.row.amount,
            task: self.row.task.clone(),
            memo: Some(format!("brought back from {}", self.row.day)),
            mends: Some(self.row.id),
        };
        [
            posting("back-out", self.row.day, self.to, self.from),
            posting("back-in", now.day, self.from, self.to),
        ]
    }
}

#[cfg(test)]
mod tests;

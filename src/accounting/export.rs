//! The ledger, shown piece by piece to whoever writes it down elsewhere: as it was posted, or as
//! books that are kept by day.
//!
//! An account is named by its popug, or `management` or `bank`, which no popug can be called.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::{AccountId, AccountKind, BANK, MANAGEMENT, TaskRef};
use crate::accounting::sql::export::{self as rows, Ids};
use crate::accounting::sql::{self, account_days, days};
use crate::events::shape::TransactionKind;
use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::range::{Range, Span};
use crate::store::{Asker, Hash, ListQuery, Read, Scribe, StoreError, Visit};

/// A transaction with both of its sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LedgerRow {
    /// Its number.
    pub id: TransactionId,
    /// When its cause happened.
    pub at: Moment,
    /// Its business day.
    pub day: Day,
    /// Why money moved.
    pub kind: TransactionKind,
    /// The account that the money left.
    pub from: String,
    /// The account that it reached.
    pub to: String,
    /// How much, above zero.
    pub amount_cents: Money,
    /// What was in the account it left once it was posted.
    pub from_balance_cents: Money,
    /// What was in the account it reached once it was posted.
    pub to_balance_cents: Money,
    /// The task as it read then.
    pub task: Option<TaskRef>,
    /// The reason in words.
    pub memo: Option<String>,
    /// Who acted.
    pub actor: String,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
}

/// The rows of the ledger that belong to these days, in the order of posting.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportLedger {
    /// Which days; left out: all.
    pub range: Range,
}

/// The books of these days, day by day.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportBooks {
    /// Which days; left out: all.
    pub range: Range,
}

/// An account and what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Holding {
    /// Whose.
    pub account: String,
    /// How much.
    pub balance_cents: Money,
}

/// A piece of the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum BooksPiece {
    /// Comes first: every account there is, with what was in it before the first day.
    Opening {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
        /// Together they hold nothing.
        accounts: Vec<Holding>,
    },
    /// A transaction; they come by day, and within a day in the order of posting.
    Row(LedgerRow),
    /// Behind the last transaction of a closed day: what was then in each account that the day
    /// touched, in management's and in the bank's.
    Close {
        /// The day.
        day: Day,
        /// Its seal.
        seal: Hash,
        /// What was in the accounts.
        balances: Vec<Holding>,
    },
}

impl ListQuery for ExportLedger {
    type Error = AccountingError;
    type Row = LedgerRow;

    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, LedgerRow>,
    ) -> Result<(), AccountingError> {
        let span = span(read, asker, &self.range)?;
        let Some(ids) = whole(read, span)? else {
            return Ok(());
        };
        Ok(rows::each(read, ids, span, &mut |told| visit(told.row))?)
    }
}

impl ListQuery for ExportBooks {
    type Error = AccountingError;
    type Row = BooksPiece;

    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, BooksPiece>,
    ) -> Result<(), AccountingError> {
        let span = span(read, asker, &self.range)?;
        if visit(opening(read, span)?).is_break() {
            return Ok(());
        }
        for (day, of_day) in days_within(read, span)? {
            if each_of_day(read, day, of_day, visit)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// Shows the rows of a day and its close; answers whether the visitor wants the next day.
fn each_of_day(
    read: &Read<'_>,
    day: Day,
    of_day: OfDay,
    visit: Visit<'_, BooksPiece>,
) -> Result<ControlFlow<()>, StoreError> {
    let mut touched = BTreeMap::from([
        (MANAGEMENT, "management".to_owned()),
        (BANK, "bank".to_owned()),
    ]);
    let mut flow = ControlFlow::Continue(());
    if let Some(ids) = of_day.ids {
        let this_day = Span { from: day, to: day };
        rows::each(read, ids, this_day, &mut |told| {
            for (id, name) in [(told.from, &told.row.from), (told.to, &told.row.to)] {
                touched.entry(id).or_insert_with(|| name.clone());
            }
            flow = visit(BooksPiece::Row(told.row));
            flow
        })?;
    }
    match of_day.seal {
        Some(seal) if flow.is_continue() => Ok(visit(BooksPiece::Close {
            day,
            seal,
            balances: balances(read, day, touched)?,
        })),
        _ => Ok(flow),
    }
}

/// Tells the whole ledger in the order of posting.
pub fn tell_transactions<S: Scribe>(read: &Read<'_>, scribe: &mut S) -> Result<(), S::Error> {
    scribe.kind("transactions")?;
    let all = Span {
        from: Day::FIRST,
        to: Day::LAST,
    };
    let mut taken = Ok(());
    if let Some(ids) = whole(read, all)? {
        rows::each(read, ids, all, &mut |told| {
            taken = scribe.row(&told.row);
            match taken {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        })?;
    }
    taken
}

/// The numbers between which all rows of these days lie.
fn whole(read: &Read<'_>, span: Span) -> Result<Option<Ids>, StoreError> {
    let within = rows::days(read, span)?.into_iter().map(|(_, ids)| ids);
    Ok(within.reduce(|all, ids| Ids {
        first: all.first.min(ids.first),
        last: all.last.max(ids.last),
    }))
}

/// The days meant: through the last that anything is dated on, a clock that ran ahead included.
fn span(read: &Read<'_>, asker: &Asker, range: &Range) -> Result<Span, AccountingError> {
    let open = asker.calendar(read)?.open;
    let first = sql::first_day(read)?.unwrap_or(open);
    let last = rows::last_day(read)?.map_or(open, |day| day.max(open));
    Ok(range.resolve(&asker.calendar(read)?, first, last)?)
}

fn opening(read: &Read<'_>, span: Span) -> Result<BooksPiece, AccountingError> {
    let mut accounts = Vec::new();
    days::listed_at(read, span.from.previous(), &mut |it| {
        accounts.push(Holding {
            account: match (it.user, it.kind) {
                (Some(user), _) => user.to_string(),
                (None, AccountKind::Bank) => "bank".to_owned(),
                (None, AccountKind::Management | AccountKind::Popug) => "management".to_owned(),
            },
            balance_cents: it.balance,
        });
        ControlFlow::Continue(())
    })?;
    Ok(BooksPiece::Opening {
        from: span.from,
        to: span.to,
        accounts,
    })
}

/// What there is to tell of a day.
#[derive(Clone, Copy, Default)]
struct OfDay {
    ids: Option<Ids>,
    seal: Option<Hash>,
}

/// The days on which something was posted or that are closed.
fn days_within(read: &Read<'_>, span: Span) -> Result<BTreeMap<Day, OfDay>, StoreError> {
    let mut days: BTreeMap<Day, OfDay> = BTreeMap::new();
    for (day, ids) in rows::days(read, span)? {
        days.entry(day).or_default().ids = Some(ids);
    }
    for (day, seal) in rows::seals(read, span)? {
        days.entry(day).or_default().seal = Some(seal);
    }
    Ok(days)
}

/// As accounting keeps them, so that whoever adds the rows up checks the one against the other.
fn balances(
    read: &Read<'_>,
    day: Day,
    accounts: BTreeMap<AccountId, String>,
) -> Result<Vec<Holding>, StoreError> {
    let holding = |(id, account)| {
        Ok(Holding {
            account,
            balance_cents: account_days::balance_at(read, id, day)?,
        })
    };
    accounts.into_iter().map(holding).collect()
}

#[cfg(test)]
mod tests;

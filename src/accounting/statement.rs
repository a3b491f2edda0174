//! A statement: what was carried, every line, and what is carried on (B3).

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::sql::ledger::{self as rows, Entry};
use crate::accounting::sql::{self, account_days, days};
use crate::events::shape::TransactionKind;
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TaskId, TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::range::Span;
use crate::kernel::ticket::Ticket;
use crate::store::{Hash, Read};

/// A charge or a credit as an account shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LogRow {
    /// The transaction.
    pub id: TransactionId,
    /// When its cause happened.
    pub at: Moment,
    /// Its business day.
    pub day: Day,
    /// Why money moved.
    pub kind: TransactionKind,
    /// What it changed, signed.
    pub amount_cents: Money,
    /// What was in the account after it: in the audit log by the order of posting, in a statement
    /// by the order of its lines.
    pub balance_cents: Money,
    /// The task that it is about.
    pub task: Option<LoggedTask>,
    /// The reason in words.
    pub memo: Option<String>,
    /// Who acted.
    pub actor: String,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
}

/// A task as an audit log shows it (M1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LoggedTask {
    /// The task.
    pub id: TaskId,
    /// Its ticket as it read when the row was posted.
    pub ticket: Option<Ticket>,
    /// Its title as it read when the row was posted.
    pub title: String,
    /// Its description as it reads now. Answers that older keys stand for have none.
    #[serde(default)]
    pub description: Option<String>,
}

impl From<Entry> for LogRow {
    fn from(entry: Entry) -> Self {
        let description = entry.description;
        let task = entry.task.map(|task| LoggedTask {
            id: task.id,
            ticket: task.ticket,
            title: task.title,
            description,
        });
        Self {
            id: entry.id,
            at: entry.at,
            day: entry.day,
            kind: entry.kind,
            amount_cents: entry.change,
            balance_cents: entry.balance,
            task,
            memo: entry.memo,
            actor: entry.actor,
            mends: entry.mends,
        }
    }
}

/// What happened on a popug's account on a day or on several:
/// opening + earned + other − paid = closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Statement {
    /// Whose account.
    pub user: UserName,
    /// The day, where it is of one.
    pub day: Option<Day>,
    /// When that day was closed.
    pub closed_at: Option<Moment>,
    /// What was carried from before.
    pub opening_cents: Money,
    /// Every charge and credit, by day and then by number.
    pub lines: Vec<LogRow>,
    /// Rewards less fees.
    pub earned_cents: Money,
    /// Adjustments and reversals.
    pub other_cents: Money,
    /// Payouts; never negative.
    pub paid_cents: Money,
    /// What is carried on.
    pub closing_cents: Money,
    /// The seal of the day, where it is of one that is closed.
    pub seal: Option<Hash>,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// The statement of a popug's account over some days.
pub fn statement(read: &Read<'_>, user: UserId, span: Span) -> Result<Statement, AccountingError> {
    let known = sql::account_and_name(read, user)?;
    let (account, name) = known.ok_or(AccountingError::NoAccount(user))?;
    let opening = account_days::balance_before(read, account, span.from)?;
    let mut lines: Vec<LogRow> = match rows::id_range(read, account, span)? {
        None => Vec::new(),
        Some(ids) => {
            let entries = rows::all_entries(read, account, span, ids)?;
            entries.into_iter().map(LogRow::from).collect()
        }
    };
    lines.sort_unstable_by_key(|line| (line.day, line.id));
    let sums = Sums::of(opening, &mut lines).ok_or(AccountingError::Totals(span.to))?;

    let day = (span.from == span.to).then_some(span.from);
    let closed = match day {
        None => None,
        Some(day) => days::closed(read, day)?,
    };
    Ok(Statement {
        user: name,
        day,
        closed_at: closed.as_ref().and_then(|it| it.closed_at),
        opening_cents: opening,
        lines,
        earned_cents: sums.earned,
        other_cents: sums.other,
        paid_cents: sums.paid,
        closing_cents: sums.closing,
        seal: closed.and_then(|it| it.seal),
        from: span.from,
        to: span.to,
    })
}

/// The invoice that a statement tells of: of its payout, where it has one.
pub fn invoice_on(
    read: &Read<'_>,
    statement: &Statement,
) -> Result<Option<InvoiceId>, AccountingError> {
    let mut lines = statement.lines.iter();
    match lines.find(|line| line.kind == TransactionKind::Payout) {
        None => Ok(None),
        Some(payout) => Ok(days::invoice_of(read, payout.id)?),
    }
}

/// What the lines of a statement come to.
struct Sums {
    earned: Money,
    other: Money,
    paid: Money,
    closing: Money,
}

impl Sums {
    /// Runs through the lines, and writes beside each what was in the account then.
    fn of(opening: Money, lines: &mut [LogRow]) -> Option<Self> {
        let mut sums = Self {
            earned: Money::ZERO,
            other: Money::ZERO,
            paid: Money::ZERO,
            closing: opening,
        };
        for line in lines {
            let change = line.amount_cents;
            match line.kind {
                TransactionKind::Fee | TransactionKind::Reward => {
                    sums.earned = sums.earned.checked_add(change)?;
                }
                TransactionKind::Reversal | TransactionKind::Adjustment => {
                    sums.other = sums.other.checked_add(change)?;
                }
                TransactionKind::Payout => sums.paid = sums.paid.checked_sub(change)?,
            }
            sums.closing = sums.closing.checked_add(change)?;
            line.balance_cents = sums.closing;
        }
        Some(sums)
    }
}

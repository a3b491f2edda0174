//! Why accounting cannot do what it is asked for, or cannot take an event in.

use crate::events::shape::Party;
use crate::events::{Failure, LogError};
use crate::kernel::day::Day;
use crate::kernel::dice::NoEntropy;
use crate::kernel::ids::{TaskId, TransactionId, UserId};
use crate::kernel::name::UserName;
use crate::kernel::range::RangeError;
use crate::kernel::text::TextError;
use crate::store::StoreError;

/// Every failure of accounting.
#[derive(Debug, thiserror::Error)]
pub enum AccountingError {
    /// Nobody of this name.
    #[error("there is no popug '{0}'")]
    UnknownPopug(String),
    /// Accounting has not met this popug.
    #[error("popug {0} has no account")]
    NoAccount(UserId),
    /// `me`, asked by popug itself or by a token that acts for nobody.
    #[error("{0} has no account; name whose is meant")]
    NobodysAccount(String),
    /// Whoever mends has someone else look at the own account.
    #[error("your own account is mended by somebody else")]
    OwnAccount,
    /// There is no such transaction.
    #[error("there is no transaction {0}")]
    UnknownTransaction(TransactionId),
    /// A transaction that another one took back.
    #[error("transaction {transaction} is reversed already, by transaction {by}")]
    ReversedAlready {
        /// What was to be reversed.
        transaction: TransactionId,
        /// What did it before.
        by: TransactionId,
    },
    /// What took another one back stays.
    #[error("transaction {0} is itself a reversal; adjust the account instead")]
    IsReversal(TransactionId),
    /// An adjustment that names a transaction of others.
    #[error("transaction {transaction} did not touch the account of {user}")]
    NotOfAccount {
        /// What was to be mended.
        transaction: TransactionId,
        /// Whose account is adjusted.
        user: UserName,
    },
    /// Nothing to move.
    #[error("an adjustment of nothing mends nothing")]
    NoAmount,
    /// So much that balances could lack room for what is posted later.
    #[error("an adjustment moves at most {most} whole units, either way")]
    TooMuch {
        /// The most, in whole units.
        most: i64,
    },
    /// A number that does not fit; the ledger stops rather than wraps.
    #[error("the balance of {} does not fit", named(*.0))]
    Overflow(Party),
    /// A total that does not fit.
    #[error("the totals of {0} do not fit")]
    Totals(Day),
    /// What is closed ahead of the clock stays closed, and what is posted comes after it.
    #[error("nothing can be brought back: {closed} is closed already, and today is {today}")]
    ClosedAhead {
        /// The last closed day.
        closed: Day,
        /// The calendar date.
        today: Day,
    },
    /// Days are closed oldest first.
    #[error("{oldest} is still open and is closed before {day}")]
    OlderOpen {
        /// The day that was to be closed.
        day: Day,
        /// The oldest open one.
        oldest: Day,
    },
    /// A day before the books began.
    #[error("{day} lies before {first}, on which the books begin")]
    BeforeFirst {
        /// The day.
        day: Day,
        /// The first one.
        first: Day,
    },
    /// The time zone was never told.
    #[error("the books have not begun: the company's time zone is not known")]
    NoBook,
    /// A setting that nobody told.
    #[error("the setting {0} is not known")]
    NoSetting(&'static str),
    /// A setting that means nothing.
    #[error("the setting {key} is '{value}': {reason}")]
    Setting {
        /// Which.
        key: &'static str,
        /// What it says.
        value: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Prices cannot be drawn from this.
    #[error("no {what} can be drawn from {min} to {max} whole units")]
    PriceRange {
        /// The fee or the reward.
        what: &'static str,
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// A task without a price.
    #[error("task {0} has no price")]
    Unpriced(TaskId),
    /// A task that appears a second time.
    #[error("task {0} has its price already")]
    PricedAlready(TaskId),
    /// A task that is closed a second time.
    #[error("task {0} has earned its reward already")]
    RewardedAlready(TaskId),
    /// Word from the gateway about what is no payout.
    #[error("transaction {0} is no payout")]
    NotPayout(TransactionId),
    /// Words that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// No range of days.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// Nothing random can be made.
    #[error(transparent)]
    Dice(#[from] NoEntropy),
    /// The log failed.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AccountingError {
    /// Whether it lies in rows that cannot be read.
    pub fn is_of_the_rows(&self) -> bool {
        matches!(self, Self::Store(error) | Self::Log(LogError::Store(error)) if error.is_of_the_rows())
    }
}

/// An account as a sentence names it.
pub fn named(party: Party) -> String {
    match party {
        Party::User(id) => format!("popug {id}"),
        Party::Management => "management".to_owned(),
        Party::Bank => "the bank".to_owned(),
    }
}

/// What the store refuses may go well later; a broken rule stays broken.
impl From<AccountingError> for Failure {
    fn from(error: AccountingError) -> Self {
        match error {
            AccountingError::Store(error) => Self::Store(error),
            AccountingError::Log(error) => error.into(),
            broken @ (AccountingError::UnknownPopug(_)
            | AccountingError::NoAccount(_)
            | AccountingError::NobodysAccount(_)
            | AccountingError::OwnAccount
            | AccountingError::UnknownTransaction(_)
            | AccountingError::ReversedAlready { .. }
            | AccountingError::IsReversal(_)
            | AccountingError::NotOfAccount { .. }
            | AccountingError::NoAmount
            | AccountingError::TooMuch { .. }
            | AccountingError::Overflow(_)
            | AccountingError::Totals(_)
            | AccountingError::ClosedAhead { .. }
            | AccountingError::OlderOpen { .. }
            | AccountingError::BeforeFirst { .. }
            | AccountingError::NoBook
            | AccountingError::NoSetting(_)
            | AccountingError::Setting { .. }
            | AccountingError::PriceRange { .. }
            | AccountingError::Unpriced(_)
            | AccountingError::PricedAlready(_)
            | AccountingError::RewardedAlready(_)
            | AccountingError::NotPayout(_)
            | AccountingError::Text(_)
            | AccountingError::Range(_)
            | AccountingError::Dice(_)) => Self::Poison(broken.to_string()),
        }
    }
}

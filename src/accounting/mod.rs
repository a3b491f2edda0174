//! Money: what tasks cost and earn, who has how much, and how a day ends.
//!
//! Says: `task.priced`, `transaction.created`, `account.finalized`, `day.closed`. Hears: popugs,
//! settings, tasks, `transaction.processed`. Owns: accounts, the ledger, invoices, closed days.

mod ahead;
mod batch;
mod close;
mod closings;
mod columns;
mod consumer;
mod copies;
mod day;
mod doctor;
mod error;
mod export;
#[cfg(test)]
mod histories;
mod ledger;
mod letter;
mod model;
mod movements;
mod newcomers;
mod pairs;
mod recount;
mod recounted_days;
mod requests;
mod sql;
mod statement;
#[cfg(test)]
pub mod testing;
mod verdict;

pub use ahead::{Ahead, CLOSED, ahead, examine_ahead};
pub use close::{close, close_once, day_row, day_show, days_to_close, open_day, page_invoices};
pub use consumer::Accounting;
pub use day::{DayRow, DaySheet};
pub use doctor::{examine, examine_sum};
pub use error::AccountingError;
pub use export::{BooksPiece, ExportBooks, ExportLedger, Holding, LedgerRow, tell_transactions};
pub use ledger::has_transactions;
pub use letter::letter_text;
pub use model::{AccountKind, HIGHEST_PRICE, is_price_range};
pub use movements::{Movement, fees_and_rewards, movements, takings};
pub use requests::{
    AccountAdjust, AccountAhead, AccountBringBack, AccountEarnings, AccountHistory, AccountList,
    AccountLog, AccountReverse, AccountRow, AccountShow, AccountStatement, AccountsPage, DayList,
    DayVerify, DaysPage, EarnedDay, EarningsRow, PageAccounts, PageDays, PageLog, RankedAccount,
    RowAhead, balance, balances_after_reward,
};
pub use sql::everything::EXPORT;
pub use statement::{LogRow, Statement, invoice_on, statement};

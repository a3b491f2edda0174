//! What people ask accounting for.

mod accounts;
mod bring_back;
mod days;
mod earnings;
mod history;
mod log;
mod mend;
mod page;
mod pages;
mod whose;

pub use accounts::{AccountList, AccountRow, AccountShow, balance, balances_after_reward};
pub use bring_back::{AccountAhead, AccountBringBack, RowAhead};
pub use days::{DayList, DayVerify};
pub use earnings::{AccountEarnings, EarningsRow};
pub use history::{AccountHistory, EarnedDay};
pub use log::{AccountLog, AccountStatement};
pub use mend::{AccountAdjust, AccountReverse};
pub use page::PageLog;
pub use pages::{AccountsPage, DaysPage, PageAccounts, PageDays, RankedAccount};

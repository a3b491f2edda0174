//! The door: it knows who asks, checks the permission, opens the transaction, runs the request,
//! commits, and lets the consumers catch up.
//!
//! Says: setting.updated. Hears: nothing. Owns: settings, request keys. It composes the few
//! requests that need two domains.

mod ask;
mod audience;
mod caller;
mod change;
mod clock;
mod consumers;
mod days;
mod dead_letters;
mod deliveries;
mod doctor;
mod door;
mod error;
mod export;
mod fairness;
#[cfg(test)]
mod histories;
mod identity;
mod init;
mod keeping;
mod key;
mod keys;
pub mod kind;
mod letters;
mod losses;
mod mail;
mod moving;
mod payments;
mod purse;
mod refusal;
mod registry;
mod report;
mod request;
mod sessions;
mod settings;
mod sheets;
mod sql;
mod statement;
mod status;
mod tasks;
#[cfg(test)]
mod testing;
mod timed;
mod watch;
mod worker;

pub use ask::{Ask, State};
pub use audience::Audience;
pub use caller::Caller;
pub use change::Change;
pub use clock::{ShowAhead, ShowCalendar};
pub use days::{CloseDays, ClosedDay, ClosedDays, PaidInvoice, ShowDay};
pub use dead_letters::{Derived, RebuildConsumer, Rebuilt, Retried, RetryDead};
pub use deliveries::SendDue;
pub use doctor::{Examine, KeptSeal, examine_unopened};
pub use door::{Door, Terms, World};
pub use error::AppError;
pub use export::ExportedState;
pub use fairness::{Fairness, FairnessReport, FairnessRow, WeighedParts};
pub use identity::new_id;
pub use init::{Founded, Founding, check_absent, found, moment_at};
pub use keeping::{AcceptedLoss, BackedUp, Keeping, Restored, Upgraded, of_backup, restore};
pub use key::Key;
pub use letters::{ShowLetter, ShownLetter};
pub use mail::{CheckMail, Handed, SendMail};
pub use moving::{CopiedStore, Letters};
pub use payments::{Paid, SendPayments};
pub use purse::{Purse, ShowPurse};
pub use refusal::Refusal;
pub use registry::requests_for;
pub use report::{DayReport, ReportedDay};
pub use request::Request;
pub use sessions::{ChangeBeak, Enrol, LogIn, LogOut, ShowMyself, WhoAmI, WhoseBeak, WhoseCode};
pub use settings::{GetSetting, ListSettings, SetSetting, SettingKey, SettingView};
pub use sheets::{InvoicesPage, PageInvoices};
pub use statement::StatementText;
pub use status::{Grace, ShowStatus, Status};
pub use tasks::{CloseTasks, ClosedTask};
pub use timed::Timed;
pub use watch::ChangeToken;
pub use worker::work;

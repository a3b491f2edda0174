//! Letters and payments, their states, and when to try again.

use serde::{Deserialize, Serialize};

use crate::delivery::queued::QueuedLetter;
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{InvoiceId, TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::kernel::name::UserName;
use crate::kernel::text;
use crate::store::{Bind, Column, Value};

/// After so many attempts a letter is dead.
const ATTEMPTS: i64 = 12;
/// Seconds before the second attempt; doubled for each one after,
const FIRST_WAIT: i64 = 60;
/// but never more than six hours.
const LONGEST_WAIT: i64 = 6 * 60 * 60;
/// Characters that are kept of a reason.
const REASON: usize = 500;

macro_rules! states {
    ($(#[doc = $doc:literal] $name:ident { $(#[doc = $state_doc:literal] $state:ident = $word:literal),+ $(,)? })+) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "lowercase")]
        pub enum $name {
            $(#[doc = $state_doc] $state,)+
        }

        impl $name {
            /// The word for it, as it is stored and shown.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$state => $word,)+
                }
            }
        }

        impl Bind for $name {
            fn value(&self) -> Value<'_> {
                Value::Text(self.as_str().into())
            }
        }

        impl Column for $name {
            fn read(value: Value<'_>) -> Result<Self, String> {
                match String::read(value)?.as_str() {
                    $($word => Ok(Self::$state),)+
                    other => Err(format!("the unknown state '{other}'")),
                }
            }
        }
    )+};
}

states! {
    /// What became of a letter.
    LetterState {
        /// It waits for its next attempt.
        Pending = "pending",
        /// A mailbox or server has taken it.
        Sent = "sent",
        /// It was given up.
        Dead = "dead",
    }
    /// What became of a payment.
    PaymentState {
        /// It waits for its next attempt.
        Pending = "pending",
        /// The money has left.
        Processed = "processed",
        /// The gateway refused it for good.
        Refused = "refused",
    }
}

/// A payout as its invoice has it; what a letter and a payment are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Its number, which is also the letter's and the payment's.
    pub id: InvoiceId,
    /// The day that was closed.
    pub day: Day,
    /// Whose it is.
    pub user: UserId,
    /// The payout.
    pub transaction: TransactionId,
    /// How much.
    pub amount: Money,
    /// When the day was closed.
    pub finalized_at: Moment,
}

/// A popug as delivery knows it. Whether it is active does not matter: a popug that has left is
/// still paid and written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Its name.
    pub name: UserName,
    /// Where its letters go.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
}

/// A letter whose time has come, with all that is needed to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLetter {
    /// The invoice, which is also the letter.
    pub invoice: InvoiceId,
    /// The day that was closed.
    pub day: Day,
    /// Whose it is.
    pub user: UserId,
    /// Its name.
    pub name: UserName,
    /// Where it goes.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
    /// How much is paid.
    pub amount: Money,
    /// When the day was closed: the letter's date, on every attempt.
    pub finalized_at: Moment,
    /// The domain of the letter's Message-ID, fixed when the letter was queued.
    pub domain: String,
    /// How often it was tried before.
    pub attempts: i64,
}

/// How a letter went, so that it can be shown again as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// To which address.
    pub to: String,
    /// From whom.
    pub from: String,
    /// In which time zone its times are told.
    pub timezone: String,
}

/// All that is kept of a letter, whatever became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLetter {
    /// As the queue shows it.
    pub queued: QueuedLetter,
    /// Whose it is.
    pub user: UserId,
    /// When the day was closed.
    pub finalized_at: Moment,
    /// The domain of its Message-ID.
    pub domain: String,
    /// Where its popug's letters go now; `None` while delivery has not heard of the popug.
    pub email: Option<String>,
    /// When it was taken.
    pub sent_at: Option<Moment>,
    /// Where it went.
    pub sent_to: Option<String>,
    /// From whom it went.
    pub sent_from: Option<String>,
    /// In which time zone its times are told.
    pub sent_timezone: Option<Zone>,
    /// When it was given up knowingly.
    pub discarded_at: Option<Moment>,
    /// By whom.
    pub discarded_by: Option<String>,
}

/// A payment whose time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DuePayment {
    /// The invoice, which is also the payment.
    pub invoice: InvoiceId,
    /// The payout.
    pub transaction: TransactionId,
    /// How often it was tried before.
    pub attempts: i64,
}

/// What became of an invoice's payment and letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceStates {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Of its payment.
    pub payment: PaymentState,
    /// Of its letter.
    pub mail: LetterState,
}

/// The company settings that letters need, as far as they were ever heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailSettings {
    /// `mail`: where letters go.
    pub mail: Option<String>,
    /// `mail_from`: whom they come from.
    pub mail_from: Option<String>,
    /// `payments`: which gateway pays.
    pub payments: Option<String>,
    /// `currency`.
    pub currency: Option<Currency>,
    /// `timezone`.
    pub timezone: Option<Zone>,
}

/// What follows from an attempt that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Another attempt, then.
    At(Moment),
    /// No other.
    Never,
}

impl Retry {
    /// After `attempts` attempts, the last of which failed at `now`.
    pub fn after(attempts: i64, now: Moment) -> Self {
        if attempts >= ATTEMPTS {
            return Self::Never;
        }
        let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0);
        let wait = FIRST_WAIT.saturating_mul(2_i64.saturating_pow(doublings));
        Self::At(now.plus_seconds(wait.min(LONGEST_WAIT)))
    }

    /// No attempt that failed by `now` is repeated later than this.
    pub fn latest(now: Moment) -> Moment {
        now.plus_seconds(LONGEST_WAIT)
    }
}

/// A reason as it is kept: one line that is safe to show, and not too long.
pub fn reason_to_keep(reason: &str) -> String {
    let line = reason.trim().replace(['\r', '\n'], " ");
    text::shown(&line).chars().take(REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::moment;

    #[test]
    fn waits_double_up_to_six_hours_and_the_twelfth_attempt_is_the_last() {
        let now = moment("2026-11-23T00:00:00Z");
        let minutes = |attempts| match Retry::after(attempts, now) {
            Retry::At(then) => Some(then.seconds_since(now) / 60),
            Retry::Never => None,
        };
        let waits: Vec<_> = (1..=12).map_while(minutes).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    }

    #[test]
    fn a_reason_is_kept_as_one_harmless_line() {
        assert_eq!(reason_to_keep("550 no\r\n\u{1b}[2J"), "550 no  \\u{1b}[2J");
        assert_eq!(reason_to_keep(&"x".repeat(900)).len(), 500);
    }
}

//! A cheap probe for monitoring: what is overdue, counted without reading through anything.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::accounting::{self, Ahead};
use crate::app::ask::Entry;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::auth;
use crate::delivery::{self, LetterBacklog, PaymentBacklog};
use crate::events::{self, ConsumerPace, Pace};
use crate::kernel::day::Day;
use crate::kernel::finding::counted;
use crate::store::Read;

/// Tokens that end within so many days are told of.
const TOKEN_DAYS: i64 = 14;

/// How long after its end a day may still be open: `6h`, `30m`, `1d`; in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Grace(i64);

/// Why a text is no grace.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no time to wait; say 6h, 30m or 1d")]
pub struct GraceError(String);

/// No grace is longer than this, in seconds.
const LONGEST_GRACE: i64 = 366 * 24 * 60 * 60;

impl Grace {
    const fn seconds(self) -> i64 {
        self.0
    }
}

impl FromStr for Grace {
    type Err = GraceError;

    fn from_str(text: &str) -> Result<Self, GraceError> {
        let units = [("m", 60), ("h", 60 * 60), ("d", 24 * 60 * 60)];
        let found = units.into_iter().find_map(|(unit, seconds)| {
            let number = text.strip_suffix(unit)?;
            let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let number: i64 = number.parse().ok().filter(|_| plain)?;
            number.checked_mul(seconds)
        });
        let found = found.filter(|seconds| *seconds <= LONGEST_GRACE);
        found.map(Self).ok_or_else(|| GraceError(text.to_owned()))
    }
}

/// How a store stands at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Status {
    /// Where the store is.
    pub store: String,
    /// Its id.
    pub store_id: String,
    /// Where it has moved to; null: nowhere.
    pub moved_to: Option<String>,
    /// The version of the program.
    pub version: String,
    /// The open day.
    pub day: Day,
    /// Days that ended longer ago than the grace and are still open.
    pub overdue_days: i64,
    /// Transactions that are dated on open days ahead of the clock.
    pub ahead_transactions: i64,
    /// The first day ahead of the clock that has any; or the last closed day, where that lies ahead.
    pub ahead_since: Option<Day>,
    /// How far the letters are.
    pub mail: LettersStatus,
    /// How far the payments are.
    pub payments: PaymentBacklog,
    /// How far the consumers are.
    pub consumers: Vec<ConsumerPace>,
    /// Events that a consumer could not take in.
    pub dead_letters: i64,
    /// Tokens that end within fourteen days, or have ended and were not revoked.
    pub tokens_expiring: i64,
    /// Tokens that were used and may less than they were made for.
    #[serde(default)]
    pub tokens_weakened: i64,
}

/// How far the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LettersStatus {
    /// Those that wait for their next attempt.
    pub pending: i64,
    /// Those of them whose time has come.
    pub overdue: i64,
    /// Those that were given up.
    pub dead: i64,
    /// Whether they have no place to go to.
    pub nowhere: bool,
}

impl LettersStatus {
    const fn of(backlog: LetterBacklog, nowhere: bool) -> Self {
        let LetterBacklog {
            pending,
            overdue,
            dead,
        } = backlog;
        Self {
            pending,
            overdue,
            dead,
            nowhere,
        }
    }
}

/// `status`: how the store stands, unless it has lost commits. Nothing is heard and nothing written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowStatus {
    /// How long after its end a day may still be open.
    pub grace: Grace,
}

impl Entry for ShowStatus {
    type Answer = Status;

    fn enter(&self, door: &Door) -> Result<Status, AppError> {
        door.store().check_acknowledged()?;
        let calendar = door.calendar()?;
        let nowhere = door.letters_lead_nowhere()?;
        let moved_to = door.store().moved_to()?;
        let grace = self.grace;
        door.read(|read| {
            let now = door.moment(read);
            let ahead = accounting::ahead(read, calendar.today)?;
            let ended = calendar.zone.day_of(now.plus_seconds(-grace.seconds()));
            Ok(Status {
                store: door.address(),
                store_id: door.identity()?.store_id.clone(),
                moved_to: moved_to.clone(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                day: calendar.open,
                overdue_days: overdue_days(read, ended)?,
                ahead_transactions: ahead.map_or(0, |it| it.transactions),
                ahead_since: ahead.map(|it| it.since),
                mail: LettersStatus::of(delivery::letter_backlog(read, now)?, nowhere),
                payments: delivery::payment_backlog(read, now)?,
                consumers: events::paces(read, now)?,
                dead_letters: events::dead_count(read)?,
                tokens_expiring: auth::tokens_ending(read, now, TOKEN_DAYS)?,
                tokens_weakened: auth::tokens_weakened(read, now)?,
            })
        })
    }
}

/// The open days that were over when `day` was.
fn overdue_days(read: &Read<'_>, day: Day) -> Result<i64, AppError> {
    let days = accounting::days_to_close(read, day.previous())?;
    Ok(i64::try_from(days.len()).unwrap_or(i64::MAX))
}

impl Status {
    /// What lies ahead of the clock.
    fn ahead(&self) -> Option<Ahead> {
        let transactions = self.ahead_transactions;
        self.ahead_since.map(|since| Ahead {
            since,
            closed: transactions == 0,
            transactions,
        })
    }

    /// What is overdue, in a sentence each; nothing where all is as it should be. Of a store that has
    /// moved it is that somebody still looks here.
    pub fn overdue(&self) -> Vec<String> {
        if let Some(to) = &self.moved_to {
            return vec![format!("the store has moved to {to}: look there")];
        }
        let mut overdue = Vec::new();
        let mut tell = |many: i64, one: &str, more: &str, what: &str| {
            if many > 0 {
                let many = counted(usize::try_from(many).unwrap_or(usize::MAX), one, more);
                overdue.push(format!("{many} {what}"));
            }
        };
        tell(
            self.overdue_days,
            "day",
            "days",
            "to be closed: `popug day close`",
        );
        let letters = match self.mail.nowhere {
            true => "past due, with nowhere to go: `popug setting set mail maildir:PATH`",
            false => "past due: `popug mail send`",
        };
        tell(self.mail.overdue, "letter", "letters", letters);
        tell(
            self.mail.dead,
            "letter",
            "letters",
            "given up: `popug mail retry ID` or `popug mail discard ID`",
        );
        tell(self.payments.overdue, "payment", "payments", "past due");
        tell(
            self.dead_letters,
            "dead letter",
            "dead letters",
            "to be looked at: `popug event dead list`",
        );
        tell(
            self.tokens_weakened,
            "token in use",
            "tokens in use",
            "may less than made for: `popug token list`",
        );
        overdue.extend(self.ahead().map(|it| format!("{it}; {}", it.hint())));
        for consumer in &self.consumers {
            match consumer.state {
                Pace::Ok => {}
                Pace::Lagging => {
                    let lag = usize::try_from(consumer.lag).unwrap_or(usize::MAX);
                    let behind = counted(lag, "event", "events");
                    overdue.push(format!("{} is {behind} behind", consumer.consumer));
                }
                Pace::Stopped => overdue.push(format!(
                    "{} has stopped: too many dead letters",
                    consumer.consumer
                )),
            }
        }
        overdue
    }
}

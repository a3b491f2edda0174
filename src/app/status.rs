//! A cheap probe for monitoring: what is overdue, counted without reading through anything.

use serde::{Deserialize, Serialize};

use crate::accounting;
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

/// How a store stands at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Days that have ended and are still open.
    pub overdue_days: i64,
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

impl Door {
    /// How the store stands, unless it has lost commits. Nothing is heard and nothing written.
    pub fn status(&self) -> Result<Status, AppError> {
        self.store().check_acknowledged()?;
        let calendar = self.calendar()?;
        let nowhere = self.letters_lead_nowhere()?;
        let moved_to = self.store().moved_to()?;
        self.read(|read| {
            let now = self.moment(read);
            Ok(Status {
                store: self.store().place().to_string(),
                store_id: self.identity().store_id.clone(),
                moved_to: moved_to.clone(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                day: calendar.open,
                overdue_days: overdue_days(read, calendar.today)?,
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

fn overdue_days(read: &Read<'_>, today: Day) -> Result<i64, AppError> {
    let days = accounting::days_to_close(read, today.previous())?;
    Ok(i64::try_from(days.len()).unwrap_or(i64::MAX))
}

impl Status {
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

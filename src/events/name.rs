//! The closed set of events: their names, newest versions and producers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The name of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum EventName {
    /// A popug joined the company.
    #[serde(rename = "user.created")]
    UserCreated,
    /// A popug's name, role, e-mail or activity changed.
    #[serde(rename = "user.updated")]
    UserUpdated,
    /// A company setting has a new value.
    #[serde(rename = "setting.updated")]
    SettingUpdated,
    /// A task appeared.
    #[serde(rename = "task.created")]
    TaskCreated,
    /// A draw gave a task to a popug.
    #[serde(rename = "task.assigned")]
    TaskAssigned,
    /// A task's text changed.
    #[serde(rename = "task.updated")]
    TaskUpdated,
    /// A task was closed by its assignee.
    #[serde(rename = "task.closed")]
    TaskClosed,
    /// A task has its fee and its reward.
    #[serde(rename = "task.priced")]
    TaskPriced,
    /// Money moved from one account to another.
    #[serde(rename = "transaction.created")]
    TransactionCreated,
    /// A payout was processed or refused.
    #[serde(rename = "transaction.processed")]
    TransactionProcessed,
    /// A popug's balance at the end of a day was paid out.
    #[serde(rename = "account.finalized")]
    AccountFinalized,
    /// A business day was closed.
    #[serde(rename = "day.closed")]
    DayClosed,
}

/// Why a text names no event.
#[derive(Debug, thiserror::Error)]
#[error("there is no event '{0}'; `popug event schema` lists them")]
pub struct EventNameError(pub String);

impl EventName {
    /// Every event.
    pub const ALL: [Self; 12] = [
        Self::UserCreated,
        Self::UserUpdated,
        Self::SettingUpdated,
        Self::TaskCreated,
        Self::TaskAssigned,
        Self::TaskUpdated,
        Self::TaskClosed,
        Self::TaskPriced,
        Self::TransactionCreated,
        Self::TransactionProcessed,
        Self::AccountFinalized,
        Self::DayClosed,
    ];

    /// The name as it is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UserCreated => "user.created",
            Self::UserUpdated => "user.updated",
            Self::SettingUpdated => "setting.updated",
            Self::TaskCreated => "task.created",
            Self::TaskAssigned => "task.assigned",
            Self::TaskUpdated => "task.updated",
            Self::TaskClosed => "task.closed",
            Self::TaskPriced => "task.priced",
            Self::TransactionCreated => "transaction.created",
            Self::TransactionProcessed => "transaction.processed",
            Self::AccountFinalized => "account.finalized",
            Self::DayClosed => "day.closed",
        }
    }

    /// The version that is written today; every one from 1 on can be read.
    pub const fn newest(self) -> i64 {
        match self {
            Self::TaskCreated => 2,
            Self::UserCreated
            | Self::UserUpdated
            | Self::SettingUpdated
            | Self::TaskAssigned
            | Self::TaskUpdated
            | Self::TaskClosed
            | Self::TaskPriced
            | Self::TransactionCreated
            | Self::TransactionProcessed
            | Self::AccountFinalized
            | Self::DayClosed => 1,
        }
    }

    /// The part of popug that says it.
    pub const fn producer(self) -> &'static str {
        match self {
            Self::UserCreated | Self::UserUpdated => "auth",
            Self::SettingUpdated => "app",
            Self::TaskCreated | Self::TaskAssigned | Self::TaskUpdated | Self::TaskClosed => {
                "tasks"
            }
            Self::TaskPriced
            | Self::TransactionCreated
            | Self::AccountFinalized
            | Self::DayClosed => "accounting",
            Self::TransactionProcessed => "delivery",
        }
    }
}

impl fmt::Display for EventName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for EventName {
    type Err = EventNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|name| name.as_str() == text);
        found.ok_or_else(|| EventNameError(text.to_owned()))
    }
}

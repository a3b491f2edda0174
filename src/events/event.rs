//! An event in its newest shape.

use std::fmt;

use serde::Serialize;

use crate::events::EventName;
use crate::events::shape::{
    AccountFinalized, DayClosed, SettingUpdated, TaskAssigned, TaskClosed, TaskCreated, TaskPriced,
    TaskUpdated, TransactionCreated, TransactionProcessed, UserCreated, UserUpdated,
};
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TaskId, TransactionId, UserId};

/// What an event is about: events of one subject are never heard out of order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// `user/3`.
    User(UserId),
    /// `setting/timezone`.
    Setting(String),
    /// `task/12`.
    Task(TaskId),
    /// `transaction/7`.
    Transaction(TransactionId),
    /// `invoice/4`.
    Invoice(InvoiceId),
    /// `day/2026-11-23`.
    Day(Day),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => write!(f, "user/{id}"),
            Self::Setting(key) => write!(f, "setting/{key}"),
            Self::Task(id) => write!(f, "task/{id}"),
            Self::Transaction(id) => write!(f, "transaction/{id}"),
            Self::Invoice(id) => write!(f, "invoice/{id}"),
            Self::Day(day) => write!(f, "day/{day}"),
        }
    }
}

macro_rules! events {
    ($($name:ident => $subject:expr),+ $(,)?) => {
        /// Every event, in the newest shape of each.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $(
                #[doc = concat!("`", stringify!($name), "`.")]
                $name($name),
            )+
        }

        $(impl From<$name> for Event {
            fn from(event: $name) -> Self {
                Self::$name(event)
            }
        })+

        impl Event {
            /// Its name.
            pub const fn name(&self) -> EventName {
                match self {
                    $(Self::$name(_) => EventName::$name,)+
                }
            }

            /// What it is about.
            pub fn subject(&self) -> Subject {
                match self {
                    $(Self::$name(event) => ($subject)(event),)+
                }
            }

            /// Its data as JSON.
            pub fn to_json(&self) -> Result<String, serde_json::Error> {
                match self {
                    $(Self::$name(event) => json(event),)+
                }
            }
        }
    };
}

fn json<T: Serialize>(shape: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(shape)
}

events! {
    UserCreated => |it: &UserCreated| Subject::User(it.user),
    UserUpdated => |it: &UserUpdated| Subject::User(it.user),
    SettingUpdated => |it: &SettingUpdated| Subject::Setting(it.key.clone()),
    TaskCreated => |it: &TaskCreated| Subject::Task(it.task),
    TaskAssigned => |it: &TaskAssigned| Subject::Task(it.task),
    TaskUpdated => |it: &TaskUpdated| Subject::Task(it.task),
    TaskClosed => |it: &TaskClosed| Subject::Task(it.task),
    TaskPriced => |it: &TaskPriced| Subject::Task(it.task),
    TransactionCreated => |it: &TransactionCreated| Subject::Transaction(it.transaction),
    TransactionProcessed => |it: &TransactionProcessed| Subject::Transaction(it.transaction),
    AccountFinalized => |it: &AccountFinalized| Subject::Invoice(it.invoice),
    DayClosed => |it: &DayClosed| Subject::Day(it.day),
}

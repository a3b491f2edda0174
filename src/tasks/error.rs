//! Why tasks refuse.

use crate::events::{Failure, LogError};
use crate::kernel::dice::NoEntropy;
use crate::kernel::ids::{DrawId, TaskId};
use crate::kernel::name::UserName;
use crate::kernel::range::RangeError;
use crate::kernel::text::TextError;
use crate::kernel::ticket::{Ticket, TicketError};
use crate::store::StoreError;

/// Every refusal of the task tracker.
#[derive(Debug, thiserror::Error)]
pub enum TaskError {
    /// No task has this id.
    #[error("there is no task {0}")]
    Unknown(TaskId),
    /// No draw has this id.
    #[error("there is no draw {0}")]
    UnknownDraw(DrawId),
    /// No popug has this name.
    #[error("there is no popug '{0}'")]
    UnknownUser(String),
    /// Somebody else's task.
    #[error("task {task} is assigned to {assignee}, not to you")]
    NotYours {
        /// The task.
        task: TaskId,
        /// Whose it is.
        assignee: UserName,
    },
    /// Neither author nor assignee wants to edit.
    #[error(
        "task {task} may be edited by its author {author}, its assignee {assignee}, a manager or an admin"
    )]
    NotYoursToEdit {
        /// The task.
        task: TaskId,
        /// Who made it.
        author: UserName,
        /// Whose it is.
        assignee: UserName,
    },
    /// It is closed.
    #[error("task {0} is closed already")]
    ClosedAlready(TaskId),
    /// Nobody to draw.
    #[error("the pool is empty: there is no active popug that is neither manager nor admin")]
    EmptyPool,
    /// Only a popug makes or closes tasks.
    #[error("only a popug can do this, and '{0}' is none")]
    NoPopug(String),
    /// No ids were given.
    #[error("say which tasks to close")]
    NoIds,
    /// Nothing to change was given.
    #[error("say what to change: a title, a ticket or a description")]
    NoChange,
    /// Two tickets for one task.
    #[error(
        "the title begins with the ticket {in_title}, and {given} is given beside it; a task has one"
    )]
    TwoTickets {
        /// The one in front of the title.
        in_title: Ticket,
        /// The other one.
        given: Ticket,
    },
    /// A ticket that cannot be split off, or is none.
    #[error(transparent)]
    Ticket(#[from] TicketError),
    /// A title or description that is not taken.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A range that is none.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// An event about a task that was never made.
    #[error("task {0} was never created")]
    NeverCreated(TaskId),
    /// An import without the rows that it names.
    #[error("the rows of the import are not there, or not the ones that it names")]
    NoRows,
    /// Two rows of an import that one key stands for.
    #[error("lines {} and {} have one key and say different things", .lines[0], .lines[1])]
    TwoRows {
        /// Where they stand.
        lines: [u32; 2],
    },
    /// A row of an import that cannot be put aside or read again.
    #[error("a row of the import cannot be kept: {0}")]
    Row(serde_json::Error),
    /// The company's time zone was never told.
    #[error("no time zone was heard of")]
    NoZone,
    /// No seed can be made.
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    /// The log failed.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TaskError {
    /// Whether it lies in rows that cannot be read.
    pub fn is_of_the_rows(&self) -> bool {
        matches!(self, Self::Store(error) | Self::Log(LogError::Store(error)) if error.is_of_the_rows())
    }
}

impl From<TaskError> for Failure {
    fn from(error: TaskError) -> Self {
        match error {
            TaskError::Store(error) => Self::Store(error),
            TaskError::Log(error) => error.into(),
            other @ (TaskError::Unknown(_)
            | TaskError::UnknownDraw(_)
            | TaskError::UnknownUser(_)
            | TaskError::NotYours { .. }
            | TaskError::NotYoursToEdit { .. }
            | TaskError::ClosedAlready(_)
            | TaskError::EmptyPool
            | TaskError::NoPopug(_)
            | TaskError::NoIds
            | TaskError::NoChange
            | TaskError::TwoTickets { .. }
            | TaskError::Ticket(_)
            | TaskError::Text(_)
            | TaskError::Range(_)
            | TaskError::NeverCreated(_)
            | TaskError::NoRows
            | TaskError::TwoRows { .. }
            | TaskError::Row(_)
            | TaskError::NoZone
            | TaskError::Entropy(_)) => Self::Poison(other.to_string()),
        }
    }
}

//! Business events of tasks.

use serde::{Deserialize, Serialize};

use crate::kernel::ids::{DrawId, PoolVersion, TaskId, UserId};
use crate::kernel::ticket::Ticket;

/// `task.created`, version 1: one text for everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskCreatedV1 {
    /// The task.
    pub task: TaskId,
    /// Ticket, title and the rest in one text.
    pub description: String,
    /// Who made it.
    pub author: UserId,
}

/// `task.created`, version 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskCreated {
    /// The task.
    pub task: TaskId,
    /// Its ticket.
    pub ticket: Option<Ticket>,
    /// Its title.
    pub title: String,
    /// Its longer description.
    pub description: Option<String>,
    /// Who made it.
    pub author: UserId,
}

/// `task.assigned`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskAssigned {
    /// The task.
    pub task: TaskId,
    /// The popug that it fell to.
    pub assignee: UserId,
    /// The draw that chose.
    pub draw: DrawId,
    /// The task's place in the draw, from 0.
    pub index: i64,
    /// The draw itself; with index 0, and there alone.
    pub drawn: Option<DrawRecord>,
}

/// All that a draw needs to be drawn again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DrawRecord {
    /// Why it was drawn.
    pub reason: DrawReason,
    /// The algorithm's name.
    pub algorithm: String,
    /// 32 bytes, in hexadecimal.
    pub seed: String,
    /// Whether the seed followed from a given number.
    pub seed_given: bool,
    /// The version of the pool.
    pub pool: PoolVersion,
    /// How many popugs were in it.
    pub pool_members: i64,
    /// How many tasks were drawn.
    pub tasks: i64,
}

/// What a draw was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum DrawReason {
    /// A task was made.
    Created,
    /// Tasks were imported.
    Imported,
    /// All open tasks were reassigned.
    Reassigned,
}

/// `task.updated`, version 1: the text as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskUpdated {
    /// The task.
    pub task: TaskId,
    /// Its ticket.
    pub ticket: Option<Ticket>,
    /// Its title.
    pub title: String,
    /// Its longer description.
    pub description: Option<String>,
}

/// `task.closed`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskClosed {
    /// The task.
    pub task: TaskId,
    /// Who closed it.
    pub by: UserId,
}

//! Showing one task.

use serde::{Deserialize, Serialize};

use crate::kernel::ids::TaskId;
use crate::store::{Asker, Query, Read};
use crate::tasks::model::{Assignment, TaskView};
use crate::tasks::{TaskError, sql};

/// `task.show`: a task and each time that it was assigned.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowTask {
    /// The task.
    pub task: TaskId,
}

/// A task with its assignments, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TaskWithAssignments {
    /// The task.
    #[serde(flatten)]
    pub task: TaskView,
    /// Each time that it was assigned.
    pub assignments: Vec<Assignment>,
}

impl Query for ShowTask {
    type Answer = TaskWithAssignments;
    type Error = TaskError;

    fn ask(&self, read: &Read<'_>, _asker: &Asker) -> Result<TaskWithAssignments, TaskError> {
        let task = sql::find(read, self.task)?.ok_or(TaskError::Unknown(self.task))?;
        let assignments = sql::assignments_of(read, self.task)?;
        Ok(TaskWithAssignments {
            task: task.view,
            assignments,
        })
    }
}

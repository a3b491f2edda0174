//! Changing what a task says.

use serde::{Deserialize, Serialize};

use crate::events::Append;
use crate::events::shape::TaskUpdated;
use crate::kernel::ids::TaskId;
use crate::kernel::permission::Permission;
use crate::store::{Asker, Command, Write};
use crate::tasks::TaskError;
use crate::tasks::model::{TaskView, Wording};
use crate::tasks::sql;

/// `task.edit`: changes a task's text. What is left out stays; an empty ticket or description
/// clears it. What was paid for the task keeps the words it was paid under.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EditTask {
    /// The task.
    pub task: TaskId,
    /// A new title; a ticket in front is split off as on creation.
    pub title: Option<String>,
    /// A new ticket.
    pub ticket: Option<String>,
    /// A new description.
    pub description: Option<String>,
}

impl Command for EditTask {
    type Answer = TaskView;
    type Error = TaskError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<TaskView, TaskError> {
        if self.title.is_none() && self.ticket.is_none() && self.description.is_none() {
            return Err(TaskError::NoChange);
        }
        let task = sql::find(tx, self.task)?.ok_or(TaskError::Unknown(self.task))?;
        if !asker.actor.may(Permission::TaskEditAny) {
            task.check_editable(asker.actor.user())?;
        }
        let before = Wording {
            ticket: task.view.ticket.clone(),
            title: task.view.title.clone(),
            description: task.view.description.clone(),
        };
        let after = before.clone().edited(
            self.title.as_deref(),
            self.ticket.as_deref(),
            self.description.as_deref(),
        )?;
        if after == before {
            return Ok(task.view);
        }

        sql::set_wording(tx, self.task, &after)?;
        let Wording {
            ticket,
            title,
            description,
        } = after;
        tx.append(TaskUpdated {
            task: self.task,
            ticket,
            title,
            description,
        })?;
        let task = sql::find(tx, self.task)?.ok_or(TaskError::Unknown(self.task))?;
        Ok(task.view)
    }
}

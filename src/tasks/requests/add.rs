//! Making a task.

use serde::{Deserialize, Serialize};

use crate::events::shape::DrawReason;
use crate::store::{Asker, Command, Read, Write};
use crate::tasks::TaskError;
use crate::tasks::assign;
use crate::tasks::make::Making;
use crate::tasks::model::{TaskView, Wording};
use crate::tasks::sql;

/// `task.add`: makes a task and lets it fall to somebody (T1, T2, T3).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AddTask {
    /// The title, perhaps with a ticket in front.
    pub title: String,
    /// The ticket, where it does not stand in front of the title.
    pub ticket: Option<String>,
    /// The longer description.
    pub description: Option<String>,
}

impl Command for AddTask {
    type Answer = TaskView;
    type Error = TaskError;

    const UP_TO_DATE: &'static [&'static str] = &["tasks"];

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<TaskView, TaskError> {
        let wording = Wording::parse(
            &self.title,
            self.ticket.as_deref(),
            self.description.as_deref(),
        )?;
        let no_popug = || TaskError::NoPopug(asker.actor.to_string());
        let author = asker.actor.user().ok_or_else(no_popug)?;
        let pool = assign::pool(tx)?;
        let id = sql::next_task_id(tx)?;
        let concerning = tx.head().seq.next();

        let draw = assign::begin_draw(tx, &pool, DrawReason::Created, 1, concerning)?;
        let mut making = Making::begin(&draw, &pool, author, id);
        making.take(tx, wording)?;
        making.end(tx)?;

        let task = sql::find(tx, id)?.ok_or(TaskError::Unknown(id))?;
        Ok(task.view)
    }

    /// With the price, once accounting has drawn it and tasks have heard of it.
    fn settle(
        &self,
        read: &Read<'_>,
        _asker: &Asker,
        answer: &mut TaskView,
    ) -> Result<(), TaskError> {
        if let Some(task) = sql::find(read, answer.id)? {
            answer.fee_cents = task.view.fee_cents;
            answer.reward_cents = task.view.reward_cents;
        }
        Ok(())
    }
}

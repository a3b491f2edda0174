//! Requests about tasks whose answers tell of money as well.

use serde::{Deserialize, Serialize};

use crate::accounting;
use crate::app::error::AppError;
use crate::kernel::ids::TaskId;
use crate::kernel::money::Money;
use crate::store::{Asker, Command, Read, Write};
use crate::tasks::{self, TaskView};

/// `task.close`: closes tasks of one's own, all or none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CloseTasks {
    /// Which.
    pub tasks: Vec<TaskId>,
}

/// A closed task, and what is on the account behind its reward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClosedTask {
    /// The task.
    #[serde(flatten)]
    pub task: TaskView,
    /// The balance once its reward was credited; null until then.
    pub balance_cents: Option<Money>,
}

impl Command for CloseTasks {
    type Answer = Vec<ClosedTask>;
    type Error = AppError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Vec<ClosedTask>, AppError> {
        let closed = tasks::close_tasks(tx, &self.tasks, asker)?;
        Ok(closed
            .into_iter()
            .map(|task| ClosedTask {
                task,
                balance_cents: None,
            })
            .collect())
    }

    fn settle(
        &self,
        read: &Read<'_>,
        _asker: &Asker,
        answer: &mut Vec<ClosedTask>,
    ) -> Result<(), AppError> {
        let ids: Vec<TaskId> = answer.iter().map(|it| it.task.id).collect();
        let tasks = tasks::find_tasks(read, &ids)?;
        let balances = accounting::balances_after_reward(read, &ids)?;
        for (closed, task) in answer.iter_mut().zip(tasks) {
            closed.balance_cents = balances.get(&task.id).copied();
            closed.task.fee_cents = task.fee_cents;
            closed.task.reward_cents = task.reward_cents;
        }
        Ok(())
    }
}

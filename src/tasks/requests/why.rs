//! Why a task fell to whom it fell (B1).

use serde::{Deserialize, Serialize};

use crate::kernel::ids::{DrawId, TaskId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::store::{Asker, Hash, Query, Read};
use crate::tasks::draw::{ALGORITHM, Pool};
use crate::tasks::{TaskError, sql};

/// `task.why`: the draws that chose a task's assignees, each drawn again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyTask {
    /// The task.
    pub task: TaskId,
    /// Every draw, oldest first, and not only the last.
    pub all: bool,
}

/// Which draw chose whom, and whether drawing again gives the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Why {
    /// The task.
    pub task: TaskId,
    /// The draw.
    pub draw: DrawId,
    /// When.
    pub drawn_at: Moment,
    /// Who had it drawn.
    pub drawn_by: String,
    /// The algorithm's name.
    pub algorithm: String,
    /// What the draw follows from.
    pub seed: Hash,
    /// Whether the seed followed from a given number.
    pub seed_given: bool,
    /// How many popugs were in the pool.
    pub pool: i64,
    /// Who they were, in the order that was drawn from.
    pub pool_members: Vec<UserName>,
    /// The task's place in the draw, from 0.
    pub index: i64,
    /// Whom it fell to.
    pub assignee: UserName,
    /// Whether drawing again gives the same popug.
    pub verified: bool,
}

impl Query for WhyTask {
    type Answer = Vec<Why>;
    type Error = TaskError;

    fn ask(&self, read: &Read<'_>, _asker: &Asker) -> Result<Vec<Why>, TaskError> {
        let task = self.task;
        let mut chosen = sql::chosen_for(read, task)?;
        if chosen.is_empty() {
            return Err(TaskError::Unknown(task));
        }
        if !self.all {
            chosen.drain(..chosen.len() - 1);
        }
        let changes = sql::pool_changes(read)?;
        let explain = |(draw, index, assignee)| {
            let draw = sql::draw(read, draw)?.ok_or(TaskError::UnknownDraw(draw))?;
            let pool = Pool::replay(&changes, draw.pool);
            let size = i64::try_from(pool.members.len()).ok();
            let again = pool.pick(&draw.seed.0, index);
            Ok(Why {
                task,
                draw: draw.id,
                drawn_at: draw.at,
                drawn_by: draw.by,
                verified: draw.algorithm == ALGORITHM
                    && size == Some(draw.pool_members)
                    && again == Some(assignee),
                algorithm: draw.algorithm,
                seed: draw.seed,
                seed_given: draw.seed_given,
                pool: draw.pool_members,
                pool_members: names(read, &pool.members)?,
                index,
                assignee: name(read, assignee)?,
            })
        };
        chosen.into_iter().map(explain).collect()
    }
}

fn names(read: &Read<'_>, ids: &[UserId]) -> Result<Vec<UserName>, TaskError> {
    ids.iter().map(|id| name(read, *id)).collect()
}

fn name(read: &Read<'_>, id: UserId) -> Result<UserName, TaskError> {
    let found = sql::user_name(read, id)?;
    found.ok_or_else(|| TaskError::UnknownUser(format!("user/{id}")))
}

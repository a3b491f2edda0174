//! Giving tasks to popugs: one draw, its assignments and its events.

use crate::events::shape::{DrawReason, TaskAssigned};
use crate::events::{Append, Event};
use crate::kernel::ids::{Seq, TaskId};
use crate::kernel::work::Stage;
use crate::store::{Hash, Write};
use crate::tasks::TaskError;
use crate::tasks::draw::{ALGORITHM, Draw, Pool};
use crate::tasks::sql;

/// Tasks that are drawn at once: enough to be quick, few enough to hold.
const CHUNK: i64 = 1_000;

/// The pool, which must not be empty (T2).
pub fn pool(tx: &Write<'_>) -> Result<Pool, TaskError> {
    let pool = sql::pool(tx)?;
    if pool.members.is_empty() {
        return Err(TaskError::EmptyPool);
    }
    Ok(pool)
}

/// Makes the draw of `tasks` tasks from `pool` and keeps it. `concerning` is the first event that
/// it leads to, or from.
pub fn begin_draw(
    tx: &mut Write<'_>,
    pool: &Pool,
    reason: DrawReason,
    tasks: i64,
    concerning: Seq,
) -> Result<Draw, TaskError> {
    let (id, zone) = sql::next_draw(tx)?;
    let draw = Draw {
        id,
        at: tx.now(),
        day: zone.day_of(tx.now()),
        by: tx.actor().to_string(),
        reason,
        algorithm: ALGORITHM.to_owned(),
        seed: Hash(tx.dice().seed("draw", concerning)?),
        seed_given: tx.dice().is_given(),
        pool: pool.version,
        pool_members: count(pool.members.len()),
        tasks,
    };
    sql::insert_draw(tx, &draw)?;
    Ok(draw)
}

/// A draw that is being drawn, task by task.
pub struct Drawing<'d> {
    draw: &'d Draw,
    pool: &'d Pool,
    place: i64,
}

impl<'d> Drawing<'d> {
    /// With nobody drawn yet.
    pub const fn begin(draw: &'d Draw, pool: &'d Pool) -> Self {
        let place = 0;
        Self { draw, pool, place }
    }

    /// The draw.
    pub const fn draw(&self) -> &'d Draw {
        self.draw
    }

    /// Whom the next task falls to.
    pub fn next(&mut self, task: TaskId) -> Result<TaskAssigned, TaskError> {
        let index = self.place;
        let assignee = self.pool.pick(&self.draw.seed.0, index);
        self.place += 1;
        Ok(TaskAssigned {
            task,
            assignee: assignee.ok_or(TaskError::EmptyPool)?,
            draw: self.draw.id,
            index,
            drawn: (index == 0).then(|| self.draw.record()),
        })
    }
}

/// Gives every open task to whom the draw says.
pub fn reassign(tx: &mut Write<'_>, draw: &Draw, pool: &Pool) -> Result<(), TaskError> {
    let mut drawing = Drawing::begin(draw, pool);
    let mut after = TaskId::new(0);
    tx.at(Stage::Reassigning, 0, draw.tasks);
    loop {
        let tasks = sql::open_after(tx, after, CHUNK)?;
        let Some(last) = tasks.last() else {
            return Ok(());
        };
        after = *last;
        let assigned = tasks.into_iter().map(|task| drawing.next(task));
        let assigned = assigned.collect::<Result<Vec<TaskAssigned>, TaskError>>()?;
        sql::set_assignees(tx, &assigned)?;
        sql::insert_assignments(tx, &assigned)?;
        tx.step(assigned.len());
        let cause = tx.cause();
        tx.append_many(assigned.into_iter().map(|it| (Event::from(it), cause)))?;
    }
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

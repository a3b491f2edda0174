//! Giving tasks to popugs: one draw, its assignments and its events.

use crate::events::shape::{DrawReason, TaskAssigned};
use crate::events::{Append, Event};
use crate::kernel::ids::{Seq, TaskId};
use crate::store::{Hash, Write};
use crate::tasks::TaskError;
use crate::tasks::draw::{ALGORITHM, Draw, Pool};
use crate::tasks::sql::{self, AssignedRow};

/// Rows and events that are written at once: enough to be quick, few enough to hold.
const CHUNK: usize = 5_000;

/// A task that is to be drawn, and the event that asks for it.
pub type Item = (TaskId, Option<Seq>);

/// The pool, which must not be empty (T2).
pub fn pool(tx: &Write<'_>) -> Result<Pool, TaskError> {
    let pool = Pool {
        version: sql::pool_version(tx)?,
        members: sql::pool_members(tx)?,
    };
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
    tasks: usize,
    concerning: Seq,
) -> Result<Draw, TaskError> {
    let draw = Draw {
        id: sql::next_draw_id(tx)?,
        at: tx.now(),
        day: sql::zone(tx)?.day_of(tx.now()),
        by: tx.actor().to_string(),
        reason,
        algorithm: ALGORITHM.to_owned(),
        seed: Hash(tx.dice().seed("draw", concerning)?),
        seed_given: tx.dice().is_given(),
        pool: pool.version,
        pool_members: count(pool.members.len()),
        tasks: count(tasks),
    };
    sql::insert_draw(tx, &draw)?;
    Ok(draw)
}

/// Gives each of the tasks, which have rows already, to whom the draw says.
pub fn assign(
    tx: &mut Write<'_>,
    draw: &Draw,
    pool: &Pool,
    items: &[Item],
) -> Result<(), TaskError> {
    let mut place = 0;
    for chunk in items.chunks(CHUNK) {
        let mut rows = Vec::with_capacity(chunk.len());
        let mut events = Vec::with_capacity(chunk.len());
        for (task, cause) in chunk {
            let assignee = pool.pick(&draw.seed.0, place).ok_or(TaskError::EmptyPool)?;
            rows.push(AssignedRow {
                draw: draw.id,
                index: place,
                task: *task,
                assignee,
            });
            let drawn = (place == 0).then(|| draw.record());
            let assigned = TaskAssigned {
                task: *task,
                assignee,
                draw: draw.id,
                index: place,
                drawn,
            };
            events.push((Event::from(assigned), *cause));
            place += 1;
        }
        sql::set_assignees(tx, &rows)?;
        sql::insert_assignments(tx, &rows)?;
        tx.append_many(events)?;
    }
    Ok(())
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

//! Drawing all open tasks anew.

use serde::{Deserialize, Serialize};

use crate::events::shape::DrawReason;
use crate::kernel::ids::DrawId;
use crate::kernel::money::Money;
use crate::store::{Asker, Command, Write};
use crate::tasks::{TaskError, assign, sql};

/// `task.reassign`: every open task is drawn anew, each on its own, at one stroke (T4).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reassign {
    /// Whether nothing of it is to be kept.
    #[serde(default)]
    pub dry_run: bool,
}

/// What a reassign did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reassigned {
    /// How many tasks.
    pub reassigned: usize,
    /// How many popugs they fell to at random.
    pub pool: usize,
    /// The fees of all of them; null while one has no price.
    pub fees_cents: Option<Money>,
    /// The draw; null where there was nothing to draw, or nothing was kept.
    pub draw: Option<DrawId>,
    /// Whether nothing of it was kept.
    pub dry_run: bool,
}

impl Command for Reassign {
    type Answer = Reassigned;
    type Error = TaskError;

    const UP_TO_DATE: &'static [&'static str] = &["accounting", "tasks"];

    fn run(&self, tx: &mut Write<'_>, _asker: &Asker) -> Result<Reassigned, TaskError> {
        let pool = assign::pool(tx)?;
        let (open, fees_cents) = sql::open_tasks(tx)?;
        let mut answer = Reassigned {
            reassigned: usize::try_from(open).unwrap_or(usize::MAX),
            pool: pool.members.len(),
            fees_cents,
            draw: None,
            dry_run: self.dry_run,
        };
        if open == 0 || self.dry_run {
            return Ok(answer);
        }
        let concerning = tx.head().seq.next();
        let draw = assign::begin_draw(tx, &pool, DrawReason::Reassigned, open, concerning)?;
        assign::reassign(tx, &draw, &pool)?;
        answer.draw = Some(draw.id);
        Ok(answer)
    }
}

//! Draws, and drawing them again (B1).

use serde::{Deserialize, Serialize};

use crate::events::shape::DrawReason;
use crate::kernel::ids::DrawId;
use crate::kernel::moment::Moment;
use crate::kernel::work::Stage;
use crate::store::{Asker, Hash, ListQuery, Query, Read, StoreError, Visit};
use crate::tasks::draw::{Again, Draw, Pools};
use crate::tasks::{TaskError, sql};

/// A draw as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DrawView {
    /// Its number.
    pub id: DrawId,
    /// When.
    pub at: Moment,
    /// Who had it drawn.
    pub by: String,
    /// What for.
    pub reason: DrawReason,
    /// How many tasks were drawn.
    pub tasks: i64,
    /// Out of how many popugs, for each.
    pub pool: i64,
    /// The algorithm's name.
    pub algorithm: String,
    /// What everything follows from.
    pub seed: Hash,
    /// Whether drawing again gives the same; null where it was not drawn again.
    pub verified: Option<bool>,
}

impl DrawView {
    fn of(draw: Draw, verified: Option<bool>) -> Self {
        Self {
            id: draw.id,
            at: draw.at,
            by: draw.by,
            reason: draw.reason,
            tasks: draw.tasks,
            pool: draw.pool_members,
            algorithm: draw.algorithm,
            seed: draw.seed,
            verified,
        }
    }
}

/// `draw.list`: the newest draws, oldest first, not drawn again.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListDraws {
    /// At most so many; all where it is left out or 0.
    pub limit: Option<u32>,
}

/// `draw.show`: one draw, drawn again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowDraw {
    /// The draw.
    pub draw: DrawId,
}

/// `draw.verify`: one draw or all, drawn again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct VerifyDraws {
    /// The draw; all where it is left out.
    pub draw: Option<DrawId>,
}

impl ListQuery for ListDraws {
    type Error = TaskError;
    type Row = DrawView;

    fn each(
        &self,
        read: &Read<'_>,
        _asker: &Asker,
        visit: Visit<'_, DrawView>,
    ) -> Result<(), TaskError> {
        let limit = self.limit.filter(|limit| *limit > 0);
        let newest = limit.map(|limit| sql::newest_draw(read, limit.into()));
        let from = newest.transpose()?.flatten().unwrap_or(DrawId::new(0));
        Ok(sql::draws_from(read, from, &mut |draw| {
            visit(DrawView::of(draw, None))
        })?)
    }
}

impl Query for ShowDraw {
    type Answer = DrawView;
    type Error = TaskError;

    fn ask(&self, read: &Read<'_>, _asker: &Asker) -> Result<DrawView, TaskError> {
        let draw = sql::draw(read, self.draw)?.ok_or(TaskError::UnknownDraw(self.draw))?;
        let mut pools = Pools::of(sql::pool_changes(read)?);
        let verified = is_verified(read, &draw, &mut pools)?;
        Ok(DrawView::of(draw, Some(verified)))
    }
}

impl Query for VerifyDraws {
    type Answer = Vec<DrawView>;
    type Error = TaskError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<DrawView>, TaskError> {
        if let Some(draw) = self.draw {
            return Ok(vec![ShowDraw { draw }.ask(read, asker)?]);
        }
        let (_, assignments) = sql::counts(read)?;
        read.at(Stage::Verifying, 0, assignments);
        let mut found = Vec::new();
        let mut pools = Pools::of(sql::pool_changes(read)?);
        sql::each_draw(read, |draw| {
            let verified = is_verified(read, &draw, &mut pools)?;
            found.push(DrawView::of(draw, Some(verified)));
            Ok::<_, StoreError>(())
        })?;
        Ok(found)
    }
}

/// Draws again, and compares.
pub fn is_verified(read: &Read<'_>, draw: &Draw, pools: &mut Pools) -> Result<bool, StoreError> {
    let mut again = Again::begin(draw, pools.at(draw.pool));
    sql::each_assignee::<StoreError>(read, draw.id, |index, assignee| {
        read.step(1);
        again.take(index, assignee);
        Ok(())
    })?;
    Ok(again.agrees())
}

//! Drawing assignees, in a way that anybody can draw again.

use crate::events::shape::{DrawReason, DrawRecord};
use crate::kernel::day::Day;
use crate::kernel::dice::{self, Seed};
use crate::kernel::ids::{DrawId, PoolVersion, UserId};
use crate::kernel::moment::Moment;
use crate::store::Hash;

/// The algorithm's name; what it draws for a seed and a pool never changes.
pub const ALGORITHM: &str = "popug-draw/1";

/// Everybody that a task may fall to, at one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// How many changes the pool had seen.
    pub version: PoolVersion,
    /// Its members, by id.
    pub members: Vec<UserId>,
}

impl Pool {
    /// The pool as its changes left it.
    pub fn replay(changes: &[(PoolVersion, UserId, bool)], version: PoolVersion) -> Self {
        let mut members = std::collections::BTreeSet::new();
        for (_, user, joins) in changes.iter().take_while(|(at, ..)| *at <= version) {
            if *joins {
                members.insert(*user);
            } else {
                members.remove(user);
            }
        }
        Self {
            version,
            members: members.into_iter().collect(),
        }
    }

    /// Whom item `index` of a draw with this seed falls to; `None` in an empty pool.
    pub fn pick(&self, seed: &Seed, index: i64) -> Option<UserId> {
        let stream = u64::try_from(index).ok()?;
        let size = u64::try_from(self.members.len()).ok()?;
        let place = usize::try_from(dice::uniform(seed, stream, size)).ok()?;
        self.members.get(place).copied()
    }
}

/// A draw as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// Its number.
    pub id: DrawId,
    /// When.
    pub at: Moment,
    /// On which calendar day.
    pub day: Day,
    /// Who had it drawn.
    pub by: String,
    /// Why.
    pub reason: DrawReason,
    /// The algorithm's name.
    pub algorithm: String,
    /// What everything follows from.
    pub seed: Hash,
    /// Whether the seed followed from a given number.
    pub seed_given: bool,
    /// The pool's version.
    pub pool: PoolVersion,
    /// How many were in it.
    pub pool_members: i64,
    /// How many tasks were drawn.
    pub tasks: i64,
}

impl Draw {
    /// The draw as `task.assigned` carries it.
    pub fn record(&self) -> DrawRecord {
        DrawRecord {
            reason: self.reason,
            algorithm: self.algorithm.clone(),
            seed: self.seed.to_string(),
            seed_given: self.seed_given,
            pool: self.pool,
            pool_members: self.pool_members,
            tasks: self.tasks,
        }
    }
}

/// A draw that is drawn again, beside whom it gave each task to.
pub struct Again<'d> {
    draw: &'d Draw,
    pool: &'d Pool,
    place: i64,
    same: bool,
}

impl<'d> Again<'d> {
    /// With nothing drawn yet. `pool` is the one of the draw's version.
    pub fn begin(draw: &'d Draw, pool: &'d Pool) -> Self {
        let size = i64::try_from(pool.members.len()).ok();
        Self {
            draw,
            pool,
            place: 0,
            same: draw.algorithm == ALGORITHM && size == Some(draw.pool_members),
        }
    }

    /// Draws the next task and compares.
    pub fn take(&mut self, index: i64, assignee: UserId) {
        let again = self.pool.pick(&self.draw.seed.0, self.place);
        self.same &= self.place == index && again == Some(assignee);
        self.place += 1;
    }

    /// Whether all of it was the same, without gaps.
    pub const fn agrees(&self) -> bool {
        self.same && self.place == self.draw.tasks
    }
}

/// The pool at any version. The last one asked for is kept, since neighbouring draws share it.
pub struct Pools {
    changes: Vec<PoolChange>,
    last: Pool,
}

/// A change of the pool: its version, who, and whether it joins.
pub type PoolChange = (PoolVersion, UserId, bool);

impl Pools {
    /// From every change, oldest first.
    pub fn of(changes: Vec<PoolChange>) -> Self {
        let last = Pool::replay(&changes, PoolVersion::new(0));
        Self { changes, last }
    }

    /// As it was then.
    pub fn at(&mut self, version: PoolVersion) -> &Pool {
        if self.last.version != version {
            self.last = Pool::replay(&self.changes, version);
        }
        &self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(version: i64, user: i64, joins: bool) -> (PoolVersion, UserId, bool) {
        (PoolVersion::new(version), UserId::new(user), joins)
    }

    #[test]
    fn a_pool_is_its_changes_up_to_a_version() {
        let changes = [change(1, 7, true), change(2, 3, true), change(3, 7, false)];
        let ids = |version| Pool::replay(&changes, PoolVersion::new(version)).members;
        assert_eq!(ids(2), [UserId::new(3), UserId::new(7)]);
        assert_eq!(ids(3), [UserId::new(3)]);
        assert!(ids(0).is_empty());
    }

    /// What was drawn once must be drawn for ever.
    #[test]
    fn a_draw_is_the_same_for_ever() {
        let members = (1..=5).map(UserId::new).collect();
        let pool = Pool {
            version: PoolVersion::new(5),
            members,
        };
        let picked: Vec<i64> = (0..8)
            .map(|index| pool.pick(&[42; 32], index).expect("somebody").get())
            .collect();
        assert_eq!(picked, [3, 5, 3, 4, 1, 5, 1, 2]);
        let nobody = Pool {
            version: PoolVersion::new(0),
            members: Vec::new(),
        };
        assert_eq!(nobody.pick(&[42; 32], 0), None);
    }
}

//! What analytics hears.

use crate::analytics::AnalyticsError;
use crate::analytics::model::Derived;
use crate::analytics::sql;
use crate::events::{Consumer, EventName, Failure, Heard};
use crate::store::Write;

/// Analytics as a consumer of the log.
#[derive(Clone, Copy, Debug)]
pub struct AnalyticsConsumer;

impl AnalyticsConsumer {
    /// The name under which its offset is kept.
    pub const NAME: &'static str = "analytics";

    /// Whether events of this name matter to analytics.
    pub(super) const fn cares_for(name: EventName) -> bool {
        match name {
            EventName::TaskCreated | EventName::TaskUpdated | EventName::TransactionCreated => true,
            EventName::UserCreated
            | EventName::UserUpdated
            | EventName::SettingUpdated
            | EventName::TaskAssigned
            | EventName::TaskClosed
            | EventName::TaskPriced
            | EventName::TransactionProcessed
            | EventName::AccountFinalized
            | EventName::DayClosed => false,
        }
    }
}

impl Consumer for AnalyticsConsumer {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn hears(&self, name: EventName) -> bool {
        Self::cares_for(name)
    }

    /// What a rebuild has heard already, for instance an event that came out of the dead letters
    /// later, is not counted twice.
    fn hear(&self, tx: &mut Write<'_>, events: &[&Heard]) -> Result<(), Failure> {
        let current = sql::current(tx)?;
        let mut derived = Derived::default();
        for heard in events {
            if heard.seq > current.rebuilt_through {
                let fits = derived.hear(heard);
                fits.map_err(|unfit| Failure::Poison(unfit.to_string()))?;
            }
        }
        add(tx, current.number, derived).map_err(|error| match error {
            AnalyticsError::Store(error) => Failure::Store(error),
            other @ (AnalyticsError::TooLarge(_)
            | AnalyticsError::Range(_)
            | AnalyticsError::NoRebuild) => Failure::Poison(other.to_string()),
        })
    }
}

/// Adds what a stretch of the log came to to a generation.
pub fn add(tx: &mut Write<'_>, generation: i64, derived: Derived) -> Result<(), AnalyticsError> {
    sql::insert_tasks(tx, generation, derived.created)?;
    sql::update_tasks(tx, generation, derived.updated)?;
    for (day, more) in derived.days {
        let before = sql::totals(tx, generation, day)?;
        let after = before.plus(more).ok_or(AnalyticsError::TooLarge(day))?;
        sql::put_totals(tx, generation, day, &after)?;
    }
    sql::add_to_balances(tx, generation, derived.balances)?;
    sql::add_to_changes(tx, generation, derived.changes)?;
    Ok(())
}

#[cfg(test)]
mod tests {

    use crate::analytics::testing::{ask, fee, moved, popug, retitled, reward, task, told};
    use crate::analytics::{AnalyticsSummary, AnalyticsTop, examine};
    use crate::events::shape::{Party, TransactionKind};
    use crate::store::testing::Scratch;

    #[test]
    fn many_small_batches_come_to_the_same_as_one_large() {
        let events = [
            task(1, "Oil the perch"),
            fee("2026-11-23", 1, 1_100),
            reward("2026-11-24", 1, 2_700, 1),
            fee("2026-11-24", 2, 1_200),
            retitled(1, "Oil both perches"),
        ];
        let (large, small) = (Scratch::new(), Scratch::new());
        told(&large, &events);
        for event in events {
            told(&small, &[event]);
        }
        for scratch in [&large, &small] {
            let findings = scratch.store.read(examine).expect("examined");
            assert!(findings.iter().all(|it| it.ok), "{findings:?}");
        }
        let top = AnalyticsTop::default();
        assert_eq!(ask(&large, &top), ask(&small, &top));
    }

    #[test]
    fn what_does_not_fit_is_put_aside_alone() {
        let scratch = Scratch::new();
        let (from, to) = (Party::Management, popug(1));
        let unnamed = moved(TransactionKind::Reward, "2026-11-24", from, to, 900, None);
        told(&scratch, &[fee("2026-11-24", 1, 1_000), unnamed]);
        let summary = ask(&scratch, &AnalyticsSummary::default());
        assert_eq!(
            (summary.earned_cents.cents(), summary.in_the_red),
            (1_000, 1)
        );
        let reason = scratch.store.read(|read| {
            let sql = "SELECT reason FROM events_dead WHERE consumer = 'analytics'";
            read.one(sql, &[], crate::store::columns::<String>)
        });
        let reason = reason.expect("a dead letter");
        assert_eq!(reason, "the reward of transaction 1 names no task");
        let findings = scratch.store.read(examine).expect("examined");
        assert!(findings.iter().all(|it| it.ok), "{findings:?}");
    }
}

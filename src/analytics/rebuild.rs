//! Rebuilding analytics from event 1 (E4).
//!
//! The next generation is filled in batches, each a transaction of its own, with an offset of its
//! own; meanwhile the current one is read and kept up to date as ever. The batch that reaches the
//! log's end flips. An event that does not add up is passed over, as the examination does.

use crate::analytics::consumer::{AnalyticsConsumer, add};
use crate::analytics::model::Derived;
use crate::analytics::{AnalyticsError, sql};
use crate::events::heard_after;
use crate::kernel::ids::Seq;
use crate::kernel::work::Stage;
use crate::store::Write;

/// Events heard by one batch.
const BATCH_EVENTS: i64 = 5_000;

/// How far a rebuild is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rebuild {
    /// The next generation has heard through this event; there is more.
    Filling(Seq),
    /// The new generation is the current one, and the old one is gone.
    Done(Seq),
}

/// Begins a rebuild; one that was broken off before is thrown away. Batches follow until one says
/// that it is done.
pub fn begin_rebuild(tx: &mut Write<'_>) -> Result<(), AnalyticsError> {
    let current = sql::current(tx)?;
    sql::keep_only(tx, current.number)?;
    sql::insert_filling(tx, current.number.saturating_add(1))?;
    Ok(())
}

/// Hears the next batch.
pub fn rebuild_batch(tx: &mut Write<'_>) -> Result<Rebuild, AnalyticsError> {
    let filling = sql::filling(tx)?.ok_or(AnalyticsError::NoRebuild)?;
    let (after, wanted) = (filling.rebuilt_through, AnalyticsConsumer::cares_for);
    let Some((events, through)) = heard_after(tx, after, BATCH_EVENTS, wanted)? else {
        sql::keep_only(tx, filling.number)?;
        sql::make_current(tx, filling.number)?;
        return Ok(Rebuild::Done(filling.rebuilt_through));
    };
    let mut derived = Derived::default();
    for heard in events {
        if let Err(unfit) = derived.hear(&heard) {
            tracing::warn!("event {} is passed over: {unfit}", heard.seq);
        }
    }
    add(tx, filling.number, derived)?;
    sql::move_rebuilt(tx, filling.number, through)?;
    tx.at(Stage::Rebuilding, through.get(), tx.head().seq.get());
    Ok(Rebuild::Filling(through))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::doctor::examine;
    use crate::analytics::testing::{NOW, append, fee, hear, retitled, reward, task, told};
    use crate::analytics::{AnalyticsSummary, testing};
    use crate::events::{Consumer, Event, Failure};
    use crate::kernel::finding::Level;
    use crate::store::testing::{Scratch, stamp};

    fn batch(scratch: &Scratch) -> Rebuild {
        let done = scratch.store.write(&stamp(NOW), rebuild_batch);
        done.expect("a batch")
    }

    fn begin(scratch: &Scratch) {
        let begun = scratch.store.write(&stamp(NOW), begin_rebuild);
        begun.expect("a rebuild begins");
    }

    fn level(scratch: &Scratch) -> Level {
        scratch.store.read(examine).expect("examined")[0].level
    }

    fn history() -> Vec<Event> {
        vec![
            task(1, "Oil the perch"),
            fee("2026-11-23", 1, 1_100),
            reward("2026-11-23", 1, 2_700, 1),
            retitled(1, "Oil both perches"),
        ]
    }

    #[test]
    fn a_rebuilt_generation_equals_the_one_before_and_goes_on() {
        let scratch = Scratch::new();
        told(&scratch, &history());
        let before = testing::ask(&scratch, &AnalyticsSummary::default());
        begin(&scratch);
        assert_eq!(batch(&scratch), Rebuild::Filling(Seq::new(4)));
        // Heard by the current generation now, by the next one in its next batch.
        told(&scratch, &[fee("2026-11-22", 2, 1_000)]);
        assert_eq!(batch(&scratch), Rebuild::Filling(Seq::new(5)));
        // Heard by the next generation before the consumer itself hears it.
        append(&scratch, &[reward("2026-11-22", 2, 1_000, 1)]);
        assert_eq!(batch(&scratch), Rebuild::Filling(Seq::new(6)));
        assert_eq!(batch(&scratch), Rebuild::Done(Seq::new(6)));
        assert_eq!(level(&scratch), Level::Ok);
        hear(&scratch);
        assert_eq!(level(&scratch), Level::Ok);
        assert_eq!(testing::ask(&scratch, &AnalyticsSummary::default()), before);
        told(&scratch, &[fee("2026-11-24", 2, 1_000)]);
        assert_eq!(level(&scratch), Level::Ok);
    }

    #[test]
    fn a_rebuild_that_was_broken_off_begins_anew() {
        let scratch = Scratch::new();
        told(&scratch, &history());
        begin(&scratch);
        batch(&scratch);
        begin(&scratch);
        assert_eq!(batch(&scratch), Rebuild::Filling(Seq::new(4)));
        assert_eq!(batch(&scratch), Rebuild::Done(Seq::new(4)));
        assert_eq!(level(&scratch), Level::Ok);
        let none = scratch.store.write(&stamp(NOW), rebuild_batch);
        assert!(matches!(none, Err(AnalyticsError::NoRebuild)));
    }

    #[test]
    fn what_a_rebuild_has_heard_is_not_heard_again() {
        let scratch = Scratch::new();
        told(&scratch, &history());
        begin(&scratch);
        batch(&scratch);
        batch(&scratch);
        let again = scratch.store.write(&stamp(NOW), |tx| {
            let (events, _) = heard_after(tx, Seq::START, 10, |_| true)?.expect("a log");
            AnalyticsConsumer.hear(tx, &events.iter().collect::<Vec<_>>())?;
            Ok::<_, Failure>(())
        });
        again.expect("heard");
        assert_eq!(level(&scratch), Level::Ok);
    }
}

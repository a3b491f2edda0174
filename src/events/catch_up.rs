//! Letting the consumers hear what they have not heard yet.
//!
//! One transaction holds what they derive, the events that follow from it and their offsets, so
//! that every event counts once, whatever crashes or runs beside it. If one event of a batch
//! fails, the batch is rolled back and each consumer is heard apart, in ever smaller batches: the
//! poison alone goes to the dead letters, and what is about the same subject waits behind it.

use std::time::{Duration, Instant};

use crate::events::apart::hear_apart;
use crate::events::position::{Position, Positions};
use crate::events::slice::{Unheard, hear_slices};
use crate::events::{Consumer, dead_letter};
use crate::kernel::actor::Actor;
use crate::kernel::ids::Seq;
use crate::kernel::work::Stage;
use crate::store::{Stamp, Store, StoreError};

/// At most about so many events are heard in one transaction, by every consumer,
const BATCH_EVENTS: i64 = 10_000;
/// and for about so long, since others wait for it.
const BATCH_TIME: Duration = Duration::from_millis(250);

/// So much of other people's backlog a process takes upon itself before it goes on.
pub const BACKLOG: i64 = 2_000;

/// How much of a backlog a process takes upon itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// Everything.
    Whole,
    /// What was appended behind this event; of what was there before, 2,000 events, and then nothing
    /// that was appended either, unless they are all.
    Behind(Seq),
    /// 2,000 events.
    Step,
    /// Up to this event, and what follows from it, unless that lies behind 2,000 events of others.
    Through(Seq),
}

impl Budget {
    /// As it is for consumers that are there, and whether it leaves one of them behind.
    fn begin(self, positions: &Positions<'_>) -> (Self, Progress) {
        let own = match self {
            Self::Whole | Self::Through(_) => return (self, Progress::Quiet),
            Self::Behind(own) => own,
            Self::Step => positions.head,
        };
        match positions.lag(own, BACKLOG) {
            None => (Self::Whole, Progress::Quiet),
            Some((consumer, events)) => {
                let through = Seq::new(own.get() - events + BACKLOG);
                let behind = Progress::Behind { consumer, events };
                (Self::Through(through), behind)
            }
        }
    }

    fn target(self, head: Seq) -> Seq {
        match self {
            Self::Whole | Self::Behind(_) | Self::Step => head,
            Self::Through(seq) => seq.min(head),
        }
    }

    /// With the events that a round appended, where the head moved `from` there `to` here.
    fn with_follow_ups(self, from: Seq, to: Seq) -> Self {
        match self {
            Self::Through(seq) if from < to && from.get() - seq.get() <= BACKLOG => {
                Self::Through(seq.max(to))
            }
            Self::Whole | Self::Behind(_) | Self::Step | Self::Through(_) => self,
        }
    }
}

/// How a catch-up ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Every consumer has heard all that the budget asks for.
    Quiet,
    /// This consumer has so many dead letters in a row that it goes on no longer, until one of
    /// them is retried or discarded; the others have heard all.
    Stopped(&'static str),
    /// All have heard what the budget takes of a backlog; there is more.
    Behind {
        /// Who was furthest behind.
        consumer: &'static str,
        /// By so many events, before.
        events: i64,
    },
}

/// Hears until the budget is spent or everything is heard. A catch-up that finds nothing to hear
/// takes no lock.
pub fn catch_up(
    store: &Store,
    stamp: &Stamp,
    consumers: &[&dyn Consumer],
    budget: Budget,
) -> Result<Progress, StoreError> {
    let stamp = Stamp {
        actor: Actor::System,
        ..stamp.clone()
    };
    let look = || store.read(|read| Positions::of(read, consumers));
    let mut positions = look()?;
    let (mut budget, begun) = budget.begin(&positions);
    loop {
        let progress = match begun {
            Progress::Quiet => positions.progress(),
            Progress::Stopped(_) | Progress::Behind { .. } => begun,
        };
        let mut each = positions.each.iter();
        if let Some((consumer, subject)) = each.find_map(Position::released) {
            dead_letter::hear_released(store, &stamp, consumer, subject)?;
            positions = look()?;
            continue;
        }
        let (head, target) = (positions.head, budget.target(positions.head));
        let slowest = positions.slowest().map_or(head, |it| it.offset.seq);
        if slowest >= target {
            return Ok(progress);
        }
        store.work().at(Stage::Hearing, slowest.get(), head.get());
        let going: Vec<_> = positions.going().map(|it| it.consumer).collect();
        match round(store, &stamp, &going)? {
            Round::Quiet => return Ok(progress),
            Round::More { from, to } => budget = budget.with_follow_ups(from, to),
            // All of them: the poison may be an event that follows from what another hears, and
            // that was rolled back with the round.
            Round::Poisoned { through } => {
                for consumer in going {
                    hear_apart(store, &stamp, consumer, through)?;
                }
            }
        }
        positions = look()?;
    }
}

/// One round's end.
enum Round {
    /// All was heard.
    Quiet,
    /// The transaction is full; there is more. It moved the head of the log from there to here.
    More { from: Seq, to: Seq },
    /// A consumer cannot take a slice in that ends here; nothing is kept.
    Poisoned { through: Seq },
}

/// One transaction: all consumers in their order, again and again until nothing is left.
fn round(store: &Store, stamp: &Stamp, consumers: &[&dyn Consumer]) -> Result<Round, StoreError> {
    let done = store.write(stamp, |tx| {
        let began = Instant::now();
        let from = tx.head().seq;
        let mut heard = 0;
        let full = BATCH_EVENTS.saturating_mul(i64::try_from(consumers.len()).unwrap_or(1));
        let mut positions = Positions::of(tx, consumers)?;
        let ended = loop {
            let before = heard;
            heard += hear_slices(tx, &mut positions)?;
            if heard == before {
                break Round::Quiet;
            }
            if heard >= full || began.elapsed() >= BATCH_TIME {
                let to = tx.head().seq;
                break Round::More { from, to };
            }
        };
        positions.write(tx)?;
        Ok(ended)
    });
    match done {
        Ok(round) => Ok(round),
        Err(Unheard::Store(error)) => Err(error),
        Err(Unheard::Poison { through, .. }) => Ok(Round::Poisoned { through }),
    }
}

#[cfg(test)]
mod tests;

//! Letting the consumers hear what they have not heard yet.
//!
//! One transaction holds what they derive, the events that follow from it and their offsets, so
//! that every event counts once, whatever crashes or runs beside it. If one event of a batch
//! fails, the batch is rolled back and each consumer is heard apart, in ever smaller batches: the
//! poison alone goes to the dead letters, and what is about the same subject waits behind it.

use std::time::{Duration, Instant};

use crate::events::apart::hear_apart;
use crate::events::slice::{Unheard, hear_slices};
use crate::events::{Consumer, dead_letter, sql};
use crate::kernel::actor::Actor;
use crate::kernel::ids::Seq;
use crate::kernel::work::{self, Stage};
use crate::store::{Read, Stamp, Store, StoreError};

/// At most about so many events are heard in one transaction, by every consumer,
const BATCH_EVENTS: i64 = 10_000;
/// and for about so long, since others wait for it.
const BATCH_TIME: Duration = Duration::from_millis(250);
/// So many events of others may lie between a budget's end and what follows from it.
const OTHERS: i64 = 2_000;

/// How much of a backlog a process takes upon itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// Everything.
    Whole,
    /// Up to this event, and what follows from it, unless that lies behind 2,000 events of others.
    Through(Seq),
}

impl Budget {
    fn target(self, head: Seq) -> Seq {
        match self {
            Self::Whole => head,
            Self::Through(seq) => seq.min(head),
        }
    }

    /// With the events that a round appended, where the head moved `from` there `to` here.
    fn with_follow_ups(self, from: Seq, to: Seq) -> Self {
        match self {
            Self::Through(seq) if from < to && from.get() - seq.get() <= OTHERS => {
                Self::Through(seq.max(to))
            }
            Self::Whole | Self::Through(_) => self,
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
}

/// Hears until the budget is spent or everything is heard. A catch-up that finds nothing to hear
/// takes no lock.
pub fn catch_up(
    store: &Store,
    stamp: &Stamp,
    consumers: &[&dyn Consumer],
    mut budget: Budget,
) -> Result<Progress, StoreError> {
    let stamp = Stamp {
        actor: Actor::System,
        ..stamp.clone()
    };
    loop {
        let left = store.read(|read| look(read, consumers, budget))?;
        let progress = left.stopped.map_or(Progress::Quiet, Progress::Stopped);
        if let Some((consumer, subject)) = left.released {
            dead_letter::hear_released(store, &stamp, consumer, &subject)?;
            continue;
        }
        if !left.behind {
            return Ok(progress);
        }
        work::at(Stage::Hearing, left.slowest.get(), left.head.get());
        match round(store, &stamp, &left.going)? {
            Round::Quiet => return Ok(progress),
            Round::More { from, to } => budget = budget.with_follow_ups(from, to),
            // All of them: the poison may be an event that follows from what another hears, and
            // that was rolled back with the round.
            Round::Poisoned { through } => {
                for consumer in left.going {
                    hear_apart(store, &stamp, consumer, through)?;
                }
            }
        }
    }
}

/// The consumer that is furthest behind of those that go on, and the last event that it has behind
/// it. One that has stopped hears nothing whatever is done, and holds up nobody.
pub fn slowest(
    read: &Read<'_>,
    consumers: &[&dyn Consumer],
) -> Result<Option<(Seq, &'static str)>, StoreError> {
    let mut slowest = None;
    for consumer in consumers {
        let name = consumer.name();
        let offset = sql::offset(read, name)?;
        let ahead = slowest.is_some_and(|(seq, _)| seq <= offset.seq);
        if !ahead && !dead_letter::has_stopped(read, name, offset.heard)? {
            slowest = Some((offset.seq, name));
        }
    }
    Ok(slowest)
}

/// What is left to do.
struct Left<'c> {
    /// The consumers that have not stopped.
    going: Vec<&'c dyn Consumer>,
    /// The first one that has.
    stopped: Option<&'static str>,
    /// A subject of which letters were released.
    released: Option<(&'c dyn Consumer, String)>,
    /// Whether one that goes on is behind the budget.
    behind: bool,
    /// The last event that all of those have behind them.
    slowest: Seq,
    /// The last event that there is.
    head: Seq,
}

fn look<'c>(
    read: &Read<'_>,
    consumers: &[&'c dyn Consumer],
    budget: Budget,
) -> Result<Left<'c>, StoreError> {
    let (head, _) = sql::head(read)?;
    let mut left = Left {
        going: Vec::with_capacity(consumers.len()),
        stopped: None,
        released: None,
        behind: false,
        slowest: head,
        head,
    };
    let target = budget.target(head);
    for consumer in consumers {
        let name = consumer.name();
        let offset = sql::offset(read, name)?;
        if let Some(subject) = dead_letter::first_released(read, name)? {
            left.released = Some((*consumer, subject));
        }
        if dead_letter::has_stopped(read, name, offset.heard)? {
            left.stopped = left.stopped.or(Some(name));
        } else {
            left.going.push(*consumer);
            left.behind |= offset.seq < target;
            left.slowest = left.slowest.min(offset.seq);
        }
    }
    Ok(left)
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
        loop {
            let before = heard;
            heard += hear_slices(tx, consumers)?;
            if heard == before {
                return Ok(Round::Quiet);
            }
            if heard >= full || began.elapsed() >= BATCH_TIME {
                let to = tx.head().seq;
                return Ok(Round::More { from, to });
            }
        }
    });
    match done {
        Ok(round) => Ok(round),
        Err(Unheard::Store(error)) => Err(error),
        Err(Unheard::Poison { through, .. }) => Ok(Round::Poisoned { through }),
    }
}

#[cfg(test)]
mod tests;

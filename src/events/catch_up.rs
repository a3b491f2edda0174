//! Letting the consumers hear what they have not heard yet.
//!
//! One transaction holds what they derive, the events that follow from it and their offsets, so
//! that every event counts once, whatever crashes or runs beside it. If one event of a batch
//! fails, the batch is rolled back and heard again an event at a time: the poison alone goes to
//! the dead letters, and what is about the same subject waits behind it.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use crate::events::log::Stored;
use crate::events::{Consumer, Failure, Heard, LogError, dead_letter, sql};
use crate::kernel::ids::Seq;
use crate::store::{Read, Stamp, Store, StoreError, Write};

/// At most so many events are heard in one transaction,
const BATCH_EVENTS: i64 = 10_000;
/// and for about so long, since others wait for it.
const BATCH_TIME: Duration = Duration::from_millis(250);
/// How many events are read from the log at once.
const SLICE: i64 = 2_000;

/// How much of a backlog a process takes upon itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// Everything.
    Whole,
    /// Up to this event, and whatever follows from it.
    Through(Seq),
}

/// How a catch-up ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Every consumer has heard all that the budget asks for.
    Quiet,
    /// A consumer has so many dead letters in a row that it no longer goes on.
    Stopped(&'static str),
}

/// One round's end.
enum Round {
    /// All was heard.
    Quiet,
    /// The transaction is full; there is more.
    More,
    /// This consumer cannot take the events from here through there in as a batch.
    Poisoned { consumer: usize, through: Seq },
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
        actor: crate::kernel::actor::Actor::System,
        ..stamp.clone()
    };
    loop {
        if store.read(|read| is_quiet(read, consumers, budget))? {
            return Ok(Progress::Quiet);
        }
        match round(store, &stamp, consumers)? {
            Round::Quiet => return Ok(Progress::Quiet),
            Round::More => {}
            Round::Poisoned { consumer, through } => {
                let Some(poisoned) = consumers.get(consumer) else {
                    continue;
                };
                if dead_letter::hear_singly(store, &stamp, *poisoned, through)?.is_stopped() {
                    return Ok(Progress::Stopped(poisoned.name()));
                }
            }
        }
    }
}

fn is_quiet(
    read: &Read<'_>,
    consumers: &[&dyn Consumer],
    budget: Budget,
) -> Result<bool, StoreError> {
    let (head, _) = sql::head(read)?;
    let target = match budget {
        Budget::Whole => head,
        Budget::Through(seq) => seq.min(head),
    };
    for consumer in consumers {
        if sql::offset(read, consumer.name())? < target {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How the closure of a round ends without an error of the store.
enum Interrupted {
    Store(StoreError),
    Poisoned { consumer: usize, through: Seq },
}

impl From<StoreError> for Interrupted {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// One transaction: all consumers in their order, again and again until nothing is left.
fn round(store: &Store, stamp: &Stamp, consumers: &[&dyn Consumer]) -> Result<Round, StoreError> {
    let done = store.write(stamp, |tx| {
        let began = Instant::now();
        let mut heard = 0;
        loop {
            let before = heard;
            for (index, consumer) in consumers.iter().enumerate() {
                heard += hear_slice(tx, *consumer).map_err(|(failure, through)| match failure {
                    Failure::Store(error) => Interrupted::Store(error),
                    Failure::Poison(_) => Interrupted::Poisoned {
                        consumer: index,
                        through,
                    },
                })?;
            }
            if heard == before {
                return Ok(Round::Quiet);
            }
            if heard >= BATCH_EVENTS || began.elapsed() >= BATCH_TIME {
                return Ok(Round::More);
            }
        }
    });
    match done {
        Ok(round) => Ok(round),
        Err(Interrupted::Store(error)) => Err(error),
        Err(Interrupted::Poisoned { consumer, through }) => {
            Ok(Round::Poisoned { consumer, through })
        }
    }
}

/// Lets a consumer hear the next slice of the log; answers how many events that were. With a
/// failure comes the last event of the slice.
fn hear_slice(tx: &mut Write<'_>, consumer: &dyn Consumer) -> Result<i64, (Failure, Seq)> {
    let at_start = |error: StoreError| (Failure::Store(error), Seq::START);
    let from = sql::offset(tx, consumer.name()).map_err(at_start)?;
    if from >= tx.head().seq {
        return Ok(0);
    }
    let slice = sql::stored_after(tx, from, SLICE).map_err(at_start)?;
    let Some(through) = slice.last().map(|last| last.seq) else {
        return Ok(0);
    };
    take_in(tx, consumer, &slice, from, through).map_err(|failure| (failure, through))?;
    Ok(i64::try_from(slice.len()).unwrap_or(SLICE))
}

fn take_in(
    tx: &mut Write<'_>,
    consumer: &dyn Consumer,
    slice: &[Stored],
    from: Seq,
    through: Seq,
) -> Result<(), Failure> {
    let waiting: HashSet<String> = sql::dead_subjects(tx, consumer.name())?
        .into_iter()
        .collect();
    let mut heard: Vec<Heard> = Vec::with_capacity(slice.len());
    for stored in slice {
        if !is_for(consumer, stored) {
            continue;
        }
        if waiting.contains(&stored.subject) {
            dead_letter::park(tx, consumer.name(), stored)?;
        } else {
            heard.push(stored.heard()?);
        }
    }
    if !heard.is_empty() {
        consumer.hear(tx, &heard)?;
        tx.set_cause(None);
    }
    if sql::move_offset(tx, consumer.name(), from, through)? {
        return Ok(());
    }
    Err(Failure::Store(StoreError::NoRow(
        "the consumer's offset, moved by nobody else",
    )))
}

/// An event of a name that nobody knows is everybody's poison.
pub fn is_for(consumer: &dyn Consumer, stored: &Stored) -> bool {
    stored
        .name
        .parse()
        .map_or(true, |name| consumer.hears(name))
}

/// Lets one consumer hear the rest of the log inside of a command's own transaction, so that its
/// rule sees everything that was committed before. What it cannot take in is an error here: a
/// catch-up before the command has put all poison aside.
pub fn hear_rest(tx: &mut Write<'_>, consumer: &dyn Consumer) -> Result<(), LogError> {
    loop {
        match hear_slice(tx, consumer) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err((Failure::Store(error), _)) => return Err(error.into()),
            Err((Failure::Poison(reason), through)) => {
                return Err(LogError::Unheard {
                    consumer: consumer.name(),
                    through,
                    reason,
                });
            }
        }
    }
}

//! How far long work has come: told by whoever does it, seen by whoever looks on from another thread.
//!
//! It is of the process, as its log is, and costs a few instructions where nobody looks. Nothing
//! depends on it.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Rows come in from outside.
    Reading,
    /// Tasks are made of rows.
    Importing,
    /// Tasks are drawn anew.
    Reassigning,
    /// Consumers hear the log.
    Hearing,
    /// A consumer's tables are derived anew.
    Rebuilding,
    /// Draws are drawn again.
    Verifying,
    /// Popugs are paid.
    Paying,
    /// The log is walked along.
    Examining,
    /// Rows are carried to another store.
    Copying,
    /// Rows of two stores are held against each other.
    Comparing,
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done.
    pub done: u64,
    /// How much there is; 0 where nobody knows.
    pub total: u64,
}

const STAGES: [Stage; 10] = [
    Stage::Reading,
    Stage::Importing,
    Stage::Reassigning,
    Stage::Hearing,
    Stage::Rebuilding,
    Stage::Verifying,
    Stage::Paying,
    Stage::Examining,
    Stage::Copying,
    Stage::Comparing,
];

/// The stage's place in `STAGES`, from 1; 0 before the first.
static STAGE: AtomicUsize = AtomicUsize::new(0);
static DONE: AtomicU64 = AtomicU64::new(0);
static TOTAL: AtomicU64 = AtomicU64::new(0);

/// Says that a stage is so far.
pub fn at(stage: Stage, done: i64, total: i64) {
    let place = STAGES.iter().position(|it| *it == stage);
    DONE.store(u64::try_from(done).unwrap_or_default(), Ordering::Relaxed);
    TOTAL.store(u64::try_from(total).unwrap_or_default(), Ordering::Relaxed);
    STAGE.store(place.map_or(0, |place| place + 1), Ordering::Relaxed);
}

/// Says that so much more of it is done.
pub fn step(more: usize) {
    DONE.fetch_add(u64::try_from(more).unwrap_or_default(), Ordering::Relaxed);
}

/// How far the work is; `None` before any has begun.
pub fn seen() -> Option<Seen> {
    let place = STAGE.load(Ordering::Relaxed).checked_sub(1)?;
    Some(Seen {
        stage: *STAGES.get(place)?,
        done: DONE.load(Ordering::Relaxed),
        total: TOTAL.load(Ordering::Relaxed),
    })
}

//! Work that takes long: how far it has come, told by whoever does it and seen by whoever looks on from
//! another thread, and whether it is to be given up. It costs a few instructions where nobody looks.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

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

/// Work that takes long: whoever does it and whoever looks on hold the same.
#[derive(Clone, Debug, Default)]
pub struct Work {
    told: Arc<Told>,
    stop: Arc<AtomicBool>,
}

#[derive(Debug, Default)]
struct Told {
    /// The stage's place in `STAGES`, from 1; 0 before the first.
    stage: AtomicUsize,
    done: AtomicU64,
    total: AtomicU64,
}

impl Work {
    /// Says that a stage is so far.
    pub fn at(&self, stage: Stage, done: i64, total: i64) {
        let place = STAGES.iter().position(|it| *it == stage);
        let count = |of: i64| u64::try_from(of).unwrap_or_default();
        self.told.done.store(count(done), Ordering::Relaxed);
        self.told.total.store(count(total), Ordering::Relaxed);
        let place = place.map_or(0, |place| place + 1);
        self.told.stage.store(place, Ordering::Relaxed);
    }

    /// Says that so much more of it is done.
    pub fn step(&self, more: usize) {
        let more = u64::try_from(more).unwrap_or_default();
        self.told.done.fetch_add(more, Ordering::Relaxed);
    }

    /// How far it is; `None` before any of it has begun.
    pub fn seen(&self) -> Option<Seen> {
        let place = self.told.stage.load(Ordering::Relaxed).checked_sub(1)?;
        Some(Seen {
            stage: *STAGES.get(place)?,
            done: self.told.done.load(Ordering::Relaxed),
            total: self.told.total.load(Ordering::Relaxed),
        })
    }

    /// What is set where it is to be given up.
    pub fn stop(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    /// Whether it is to be given up.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

//! How often stores were read, written and asked again since the process began.
//!
//! It is of the process, as its log is, and for whoever reads that. Nothing depends on it.

use std::sync::atomic::{AtomicU64, Ordering};

static READS: AtomicU64 = AtomicU64::new(0);
static WRITES: AtomicU64 = AtomicU64::new(0);
static RETRIES: AtomicU64 = AtomicU64::new(0);

/// So many of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Transactions that read.
    pub reads: u64,
    /// Transactions that write.
    pub writes: u64,
    /// Times that somebody else was in the way, or a connection was lost.
    pub retries: u64,
}

impl Tally {
    /// What there was until now.
    pub fn now() -> Self {
        Self {
            reads: READS.load(Ordering::Relaxed),
            writes: WRITES.load(Ordering::Relaxed),
            retries: RETRIES.load(Ordering::Relaxed),
        }
    }

    /// What has come since.
    pub fn since(self) -> Self {
        let now = Self::now();
        Self {
            reads: now.reads.saturating_sub(self.reads),
            writes: now.writes.saturating_sub(self.writes),
            retries: now.retries.saturating_sub(self.retries),
        }
    }
}

/// A transaction that reads begins.
pub(super) fn reads() {
    READS.fetch_add(1, Ordering::Relaxed);
}

/// A transaction that writes begins.
pub(super) fn writes() {
    WRITES.fetch_add(1, Ordering::Relaxed);
}

/// What failed, or found somebody in the way, is tried again.
pub(super) fn retries() {
    RETRIES.fetch_add(1, Ordering::Relaxed);
}

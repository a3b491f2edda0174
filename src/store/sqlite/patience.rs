//! Waiting for other processes: asked again every millisecond up to a deadline, so that no writer
//! starves, and said after two seconds what for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode};

use crate::store::{StoreError, tally};

/// How long a wait stays silent.
const SILENT: Duration = Duration::from_secs(2);

/// Between two looks.
pub(super) const PAUSE: Duration = Duration::from_millis(1);

/// How long others are waited for.
pub(super) struct Patience {
    wait: Duration,
    /// Whether nothing is waited for just now.
    in_a_hurry: AtomicBool,
}

/// A wait that goes on.
struct Waiting {
    since: Instant,
    told: bool,
    what_for: &'static str,
}

impl Waiting {
    fn begin(what_for: &'static str) -> Self {
        Self {
            since: Instant::now(),
            told: false,
            what_for,
        }
    }
}

impl Patience {
    /// For so long.
    pub(super) fn of(wait: Duration) -> Arc<Self> {
        Arc::new(Self {
            wait,
            in_a_hurry: AtomicBool::new(false),
        })
    }

    /// How long.
    pub(super) const fn wait(&self) -> Duration {
        self.wait
    }

    /// What is told once it has run out.
    pub(super) fn run_out(&self) -> StoreError {
        StoreError::Busy(self.wait.as_secs())
    }

    /// Does something that waits for nobody.
    pub(super) fn in_a_hurry<T>(&self, work: impl FnOnce() -> T) -> T {
        self.in_a_hurry.store(true, Ordering::Relaxed);
        let done = work();
        self.in_a_hurry.store(false, Ordering::Relaxed);
        done
    }

    /// Lets a connection wait so for locks.
    pub(super) fn attach(self: &Arc<Self>, connection: &mut Connection) -> Result<(), StoreError> {
        const WRITER: &str = "another process that is writing to the store";
        let patience = Arc::clone(self);
        let mut waiting = Waiting::begin(WRITER);
        let handler = move |round: i32| {
            if round == 0 {
                waiting = Waiting::begin(WRITER);
                tally::retries();
                tracing::debug!("waiting for {WRITER}");
            }
            patience.again(&mut waiting)
        };
        let set = connection.busy_handler(Some(handler));
        set.map_err(|error| StoreError::from_sqlite(&error))
    }

    /// Asks until no other process is in the middle of reading the WAL in, which no lock waits for.
    pub(super) fn past_recovery<T>(
        &self,
        mut ask: impl FnMut() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut waiting = Waiting::begin("another process that is opening the store");
        loop {
            match ask() {
                Err(StoreError::Recovering) if self.again(&mut waiting) => {}
                Err(StoreError::Recovering) => return Err(self.run_out()),
                answer => return answer,
            }
        }
    }

    /// Pauses for a moment; whether to ask again.
    fn again(&self, waiting: &mut Waiting) -> bool {
        if self.in_a_hurry.load(Ordering::Relaxed) {
            return false;
        }
        let waited = waiting.since.elapsed();
        if waited >= SILENT && !waiting.told {
            waiting.told = true;
            tracing::warn!("waiting for {}", waiting.what_for);
        }
        thread::sleep(PAUSE);
        waited < self.wait
    }
}

/// Whether others hold the store, as SQLite tells it.
pub(super) fn is_held(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

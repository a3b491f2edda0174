//! How long something is tried again.

use std::time::{Duration, Instant};

use crate::kernel::dice;
use crate::store::postgres::failure::Fault;
use crate::store::tally;

/// How long a wait stays silent.
const SILENT: Duration = Duration::from_secs(2);

/// The first pause between two attempts; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(5);

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// The time that is left for attempts.
pub(super) struct Patience {
    wait: Duration,
    since: Instant,
    pause: Duration,
    told: bool,
}

impl Patience {
    /// From now on.
    pub(super) fn of(wait: Duration) -> Self {
        Self {
            wait,
            since: Instant::now(),
            pause: FIRST_PAUSE,
            told: false,
        }
    }

    /// What is left of it.
    pub(super) fn left(&self) -> Duration {
        self.wait.saturating_sub(self.since.elapsed())
    }

    /// Whether there is time for another attempt after one that met a fault. Whoever waited for a
    /// lock has waited already.
    pub(super) fn is_left_after(&mut self, fault: &Fault) -> bool {
        if self.left().is_zero() {
            return false;
        }
        tally::retries();
        tracing::debug!("{fault}; trying again");
        match fault {
            Fault::Locked(_) => {
                self.tell("waiting for another process that is writing to the store");
                true
            }
            Fault::Lost(_) | Fault::GaveWay(_) => self.again(&fault.to_string()),
        }
    }

    /// Whether there is time for another attempt after one that failed; pauses before it, and says
    /// once what it waits for. Pauses differ, so that many that failed at once do not meet again.
    pub(super) fn again(&mut self, failed: &str) -> bool {
        let left = !self.left().is_zero();
        if left {
            self.tell(&format!("{failed}; trying again"));
            let pause = self.pause.min(self.left());
            std::thread::sleep(pause.saturating_sub(jitter(pause)));
            self.pause = LONGEST_PAUSE.min(self.pause * 2);
        }
        left
    }

    fn tell(&mut self, what: &str) {
        if self.since.elapsed() >= SILENT && !self.told {
            self.told = true;
            tracing::warn!("{what}");
        }
    }
}

/// Up to half of a pause.
fn jitter(pause: Duration) -> Duration {
    let [chance] = dice::random_bytes::<1>().unwrap_or_default();
    pause * u32::from(chance) / 512
}

//! What a command took, for whoever wants to be told more (`-v`).

use std::time::Instant;

use crate::store::Tally;

/// A command that is being run; tells what it took when that is over.
pub struct Timed {
    command: String,
    began: Instant,
    before: Tally,
}

impl Timed {
    /// From now on.
    pub fn begin(command: String) -> Self {
        Self {
            command,
            began: Instant::now(),
            before: Tally::now(),
        }
    }
}

impl Drop for Timed {
    fn drop(&mut self) {
        let Tally {
            reads,
            writes,
            retries,
        } = self.before.since();
        let ms = self.began.elapsed().as_millis();
        tracing::info!(reads, writes, retries, "{} took {ms} ms", self.command);
    }
}

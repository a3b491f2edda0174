//! What a request took, for whoever wants to be told more (`-v`).

use std::time::Instant;

use crate::store::Tally;

/// A request that is being answered; tells what it took when that is over.
pub struct Timed {
    request: &'static str,
    began: Instant,
    before: Tally,
}

impl Timed {
    /// From now on.
    pub fn begin(request: &'static str) -> Self {
        Self {
            request,
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
        tracing::info!(reads, writes, retries, "{} took {ms} ms", self.request);
    }
}

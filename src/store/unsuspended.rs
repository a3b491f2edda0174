//! Ctrl-Z, held off.

use nix::sys::signal::{SigSet, SigmaskHow, Signal};

/// Holds Ctrl-Z off while a write is open, so that a suspended process does not hold the store.
pub struct Unsuspended {
    was: Option<SigSet>,
}

impl Unsuspended {
    /// From here on, for this thread, until it is dropped.
    pub fn begin() -> Self {
        let mut stop = SigSet::empty();
        stop.add(Signal::SIGTSTP);
        let was = stop.thread_swap_mask(SigmaskHow::SIG_BLOCK).ok();
        Self { was }
    }
}

impl Drop for Unsuspended {
    fn drop(&mut self) {
        if let Some(Err(error)) = self.was.as_ref().map(SigSet::thread_set_mask) {
            tracing::warn!("Ctrl-Z stays held off: {error}");
        }
    }
}

//! A clean stop: work that has no end of its own ends between two steps, with 0.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};

use crate::cli::error::CliError;

/// Whether somebody has asked the process to end.
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From here on SIGINT and SIGTERM ask, and no longer end the process themselves.
    pub fn on_signals() -> Result<Self, CliError> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            let registered = signal_hook::flag::register(signal, Arc::clone(&asked));
            registered.map_err(CliError::Signals)?;
        }
        Ok(Self(asked))
    }

    /// Whether to go on.
    pub fn go_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

//! Being asked to stop: Ctrl-C and SIGTERM, while something long goes on that leaves nothing behind.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use crate::app::AppError;
use crate::cli::error::CliError;
use crate::store::{Stop, StoreError};

/// Does the work, which ends early where a signal asks for it. What was begun is tidied up then, and
/// the signal ends the process as if nothing had held it up.
pub fn stoppable<T>(work: impl FnOnce(&Stop) -> Result<T, CliError>) -> Result<T, CliError> {
    let stop = Stop::default();
    let done = Arc::new(AtomicBool::new(false));
    let asked = Arc::new(AtomicUsize::new(0));
    for (signal, number) in [(SIGINT, 2), (SIGTERM, 15), (SIGHUP, 1)] {
        let registered = flag::register_conditional_default(signal, Arc::clone(&done))
            .and_then(|_| flag::register(signal, Arc::clone(&stop)))
            .and_then(|_| flag::register_usize(signal, Arc::clone(&asked), number));
        registered.map_err(|error| CliError::usage(error.to_string()))?;
    }
    let answer = work(&stop);
    done.store(true, Ordering::Relaxed);
    if let Err(CliError::App(AppError::Store(StoreError::Stopped))) = &answer {
        let signal = match asked.load(Ordering::Relaxed) {
            15 => SIGTERM,
            1 => SIGHUP,
            _ => SIGINT,
        };
        let ended = signal_hook::low_level::emulate_default_handler(signal);
        ended.map_err(|error| CliError::usage(error.to_string()))?;
    }
    answer
}

//! Being asked to stop: work that has no end of its own ends between two steps, with 0; work that is
//! cut short leaves nothing behind, and ends by the signal.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use crate::app::AppError;
use crate::cli::error::CliError;
use crate::dashboard::{Watch, is_gone};
use crate::kernel::work::Work;
use crate::store::StoreError;

/// Whether somebody has asked the process to end.
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From here on SIGINT and SIGTERM ask, and no longer end the process themselves.
    pub fn on_signals() -> Result<Self, CliError> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            let registered = flag::register(signal, Arc::clone(&asked));
            registered.map_err(CliError::Signals)?;
        }
        Ok(Self(asked))
    }

    /// Whether to go on.
    pub fn go_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

/// Whether whoever read the answers has gone: a terminal that was closed, a pipe that is read no
/// more. What has nothing to write would not notice.
pub fn nobody_reads() -> bool {
    is_gone([io::stdout().as_fd()], Watch::Now).unwrap_or_default()
}

/// Does work that a signal cuts short: what was begun is tidied up then, and the signal ends the
/// process as if nothing had held it up.
pub fn stoppable<T>(
    work: &Work,
    run: impl FnOnce(&Work) -> Result<T, CliError>,
) -> Result<T, CliError> {
    let done = Arc::new(AtomicBool::new(false));
    let asked = Arc::new(AtomicUsize::new(0));
    for (signal, number) in [(SIGINT, 2), (SIGTERM, 15), (SIGHUP, 1)] {
        let registered = flag::register_conditional_default(signal, Arc::clone(&done))
            .and_then(|_| flag::register(signal, work.stop()))
            .and_then(|_| flag::register_usize(signal, Arc::clone(&asked), number));
        registered.map_err(CliError::Signals)?;
    }
    let answer = run(work);
    done.store(true, Ordering::Relaxed);
    if let Err(CliError::App(AppError::Store(StoreError::Stopped))) = &answer {
        let signal = match asked.load(Ordering::Relaxed) {
            15 => SIGTERM,
            1 => SIGHUP,
            _ => SIGINT,
        };
        signal_hook::low_level::emulate_default_handler(signal).map_err(CliError::Signals)?;
    }
    answer
}

//! Ctrl-Z, held off while the store is held.
//!
//! The signal goes to the process, and any thread that does not block it stops all of them, the one
//! that holds the store included. So the process holds it off, whichever thread begins: from the
//! first that holds the store until the last lets go, when what came meanwhile is made up for.
//! Nor does a progress bar stop the process where it was sent into the background.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::{mem, ptr};

use nix::libc::{self, c_int};
use nix::sys::signal::{SaFlags, SigAction, SigHandler, SigSet, Signal, raise, sigaction};

/// How many hold the store, and whether the process holds signals off for them.
struct Holders {
    count: usize,
    held_off: Vec<Signal>,
}

static HOLDERS: Mutex<Holders> = Mutex::new(Holders {
    count: 0,
    held_off: Vec::new(),
});
static NOBODY: Condvar = Condvar::new();

/// Whether Ctrl-Z came while it was held off.
static CAME: AtomicBool = AtomicBool::new(false);

/// Whoever holds the store: until it is dropped, Ctrl-Z does not stop this process.
pub struct Unsuspended(());

impl Unsuspended {
    /// From here on, for every thread.
    pub fn begin() -> Self {
        let mut holders = holders();
        holders.count += 1;
        if holders.count == 1 {
            holders.held_off = hold_off();
        }
        Self(())
    }
}

impl Drop for Unsuspended {
    fn drop(&mut self) {
        let mut holders = holders();
        holders.count = holders.count.saturating_sub(1);
        if holders.count > 0 {
            return;
        }
        for signal in mem::take(&mut holders.held_off) {
            take(signal, SigHandler::SigDfl);
        }
        if CAME.swap(false, Ordering::SeqCst)
            && let Err(error) = raise(Signal::SIGTSTP)
        {
            tracing::warn!("Ctrl-Z came to nothing: {error}");
        }
        NOBODY.notify_all();
    }
}

/// Stops the process by hand, as whoever handles Ctrl-Z itself does: once nobody holds the store, and
/// before anybody else does.
pub fn suspend<T>(stop: impl FnOnce() -> T) -> T {
    let nobody = NOBODY.wait_while(holders(), |holders| holders.count > 0);
    let _nobody = nobody.unwrap_or_else(PoisonError::into_inner);
    stop()
}

fn holders() -> MutexGuard<'static, Holders> {
    HOLDERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds off what would stop the process; what is handled otherwise already stays so.
fn hold_off() -> Vec<Signal> {
    let stops = [
        (Signal::SIGTSTP, SigHandler::Handler(note)),
        (Signal::SIGTTOU, SigHandler::SigIgn),
    ];
    let mut held_off = Vec::new();
    for (signal, handler) in stops {
        if is_default(signal) && take(signal, handler) {
            held_off.push(signal);
        }
    }
    held_off
}

extern "C" fn note(_: c_int) {
    CAME.store(true, Ordering::SeqCst);
}

/// Whether it was taken.
#[expect(
    unsafe_code,
    reason = "what a signal does is the process's, and so is whether it may stop"
)]
fn take(signal: Signal, handler: SigHandler) -> bool {
    let action = SigAction::new(handler, SaFlags::SA_RESTART, SigSet::empty());
    // SAFETY: the handler does nothing but store into an atomic.
    let taken = unsafe { sigaction(signal, &action) };
    if let Err(error) = &taken {
        tracing::warn!("{signal} is not held off: {error}");
    }
    taken.is_ok()
}

/// Whether it does what it does without anybody's doing.
#[expect(unsafe_code, reason = "nix can only ask by setting another")]
fn is_default(signal: Signal) -> bool {
    let mut now = mem::MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: nothing is set, and what is answered is read only where there is an answer.
    unsafe {
        libc::sigaction(signal as c_int, ptr::null(), now.as_mut_ptr()) == 0
            && now.assume_init().sa_sigaction == libc::SIG_DFL
    }
}

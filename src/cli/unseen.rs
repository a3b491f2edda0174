//! Typing that nobody sees.
//!
//! rpassword turns the echo off only after its prompt stands there, and ends the process on Ctrl-C
//! before it turns it on again. So the echo is off around all of it, and Ctrl-C waits until it is
//! on. What else ends the process turns it on first.

use std::fs::{File, OpenOptions};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use nix::sys::signal::{SigSet, Signal};
use nix::sys::termios::{LocalFlags, SetArg, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag::register_conditional_default;
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

/// What ends the process.
const ENDS: [i32; 3] = [SIGINT, SIGTERM, SIGHUP];

/// Does the work while the terminal shows nothing of what is typed.
pub fn unseen<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    // Dropped last, so that what ends the process finds the terminal as it was.
    let _held = Interrupts::held()?;
    let dark = Echo::off()?;
    let _watch = Watch::begin(&dark)?;
    work()
}

/// Gives the terminal back to whoever is ended meanwhile, until this is dropped: then signals end
/// the process by themselves again.
struct Watch {
    over: Arc<AtomicBool>,
    handle: Handle,
    watching: Option<JoinHandle<()>>,
}

impl Watch {
    fn begin(dark: &Echo) -> io::Result<Self> {
        let over = Arc::new(AtomicBool::new(false));
        for signal in ENDS {
            register_conditional_default(signal, Arc::clone(&over))?;
        }
        let mut signals = Signals::new(ENDS)?;
        let handle = signals.handle();
        let (terminal, before) = (dark.terminal.try_clone()?, dark.before.clone());
        let watching = thread::spawn(move || {
            // What comes from elsewhere than the terminal need not wait for whoever types.
            let _ = interrupt().thread_unblock();
            for signal in &mut signals {
                let _ = tcsetattr(&terminal, SetArg::TCSANOW, &before);
                let _ = emulate_default_handler(signal);
            }
        });
        Ok(Self {
            over,
            handle,
            watching: Some(watching),
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        self.handle.close();
        let _ = self.watching.take().map(JoinHandle::join);
    }
}

/// SIGINT, held back until this is dropped.
struct Interrupts;

impl Interrupts {
    fn held() -> io::Result<Self> {
        interrupt().thread_block()?;
        Ok(Self)
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        let _ = interrupt().thread_unblock();
    }
}

fn interrupt() -> SigSet {
    let mut set = SigSet::empty();
    set.add(Signal::SIGINT);
    set
}

/// The terminal's echo, off until this is dropped.
struct Echo {
    terminal: File,
    before: Termios,
}

impl Echo {
    fn off() -> io::Result<Self> {
        let terminal = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
        let before = tcgetattr(&terminal)?;
        let mut dark = before.clone();
        // Ctrl-C is a key like any other, which rpassword reads and makes a signal of.
        let heard = LocalFlags::ECHO | LocalFlags::ECHONL | LocalFlags::ISIG;
        dark.local_flags.remove(heard);
        tcsetattr(&terminal, SetArg::TCSANOW, &dark)?;
        Ok(Self { terminal, before })
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        let _ = tcsetattr(&self.terminal, SetArg::TCSANOW, &self.before);
    }
}

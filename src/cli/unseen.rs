//! Typing that nobody sees.
//!
//! rpassword turns the echo off only after its prompt stands there, and ends the process on Ctrl-C
//! before it turns it on again. So the echo is off around all of it, and Ctrl-C waits until it is
//! on.

use std::fs::{File, OpenOptions};
use std::io;

use nix::sys::signal::{SigSet, Signal};
use nix::sys::termios::{LocalFlags, SetArg, Termios, tcgetattr, tcsetattr};

/// Does the work while the terminal shows nothing of what is typed.
pub fn unseen<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    // Dropped last, so that what ends the process finds the terminal as it was.
    let _held = Interrupts::held()?;
    let _dark = Echo::off()?;
    work()
}

/// SIGINT, held back until this is dropped.
struct Interrupts {
    set: SigSet,
}

impl Interrupts {
    fn held() -> io::Result<Self> {
        let mut set = SigSet::empty();
        set.add(Signal::SIGINT);
        set.thread_block()?;
        Ok(Self { set })
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        let _ = self.set.thread_unblock();
    }
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

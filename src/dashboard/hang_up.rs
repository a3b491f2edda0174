//! Terminals that were closed, and readers that have gone.
//!
//! A signal tells of it only to whoever leads the session, and a library that reads a closed
//! terminal reads nothing for ever; the descriptor itself tells everybody.

use std::io;
use std::os::fd::BorrowedFd;

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// How long it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Until it happens.
    Always,
    /// Not at all: only whether it has happened.
    Now,
}

/// Whether nobody is at the other end of one of these any more.
pub fn is_gone<const N: usize>(ends: [BorrowedFd<'_>; N], watch: Watch) -> io::Result<bool> {
    let timeout = match watch {
        Watch::Always => PollTimeout::NONE,
        Watch::Now => PollTimeout::ZERO,
    };
    // What is not asked for is told as well, once the other end is gone.
    let mut ends = ends.map(|end| PollFd::new(end, PollFlags::empty()));
    loop {
        match poll(&mut ends, timeout) {
            Ok(gone) => return Ok(gone > 0),
            Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether this tells that the terminal was closed.
pub fn is_of_closed_terminal(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::EIO as i32)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::os::fd::AsFd;

    use super::*;

    #[test]
    fn a_pipe_that_nobody_reads_is_gone_and_a_file_never() {
        let (reader, writer) = io::pipe().expect("a pipe");
        let is_gone = |end: BorrowedFd<'_>| is_gone([end], Watch::Now).expect("looked");
        assert!(!is_gone(writer.as_fd()));
        drop(reader);
        assert!(is_gone(writer.as_fd()));
        let file = File::open("/dev/null").expect("a file");
        assert!(!is_gone(file.as_fd()));
    }
}

//! What a stream leads to, and how wide it is there.

use std::io::IsTerminal;

/// What a stream leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// A person's eyes.
    Terminal,
    /// A file, a pipe, another program.
    Other,
}

impl Stream {
    /// What this stream leads to.
    pub fn of(stream: &impl IsTerminal) -> Self {
        if stream.is_terminal() {
            return Self::Terminal;
        }
        Self::Other
    }
}

/// The columns of the terminal that this stream leads to; 80 where a terminal does not tell, and
/// `None` where there is none.
pub fn terminal_width(stream: Stream) -> Option<usize> {
    match stream {
        Stream::Other => None,
        Stream::Terminal => match crossterm::terminal::size() {
            Ok((columns, _)) if columns > 0 => Some(columns.into()),
            Ok(_) | Err(_) => Some(80),
        },
    }
}

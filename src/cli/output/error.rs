//! Why an answer cannot be written.

use std::io;

/// What goes wrong between an answer and standard output.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// `--fields` names what the answer does not have.
    #[error("there is no field '{name}' in this answer")]
    UnknownField {
        /// The name given.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Whoever read the answer has gone: the end, but no failure.
    #[error("standard output was closed")]
    PipeClosed,
    /// The source failed when a part of the answer had gone out already.
    #[error("the connection to the store was lost, and the answer is cut short")]
    CutShort,
    /// The answer could not be written.
    #[error("cannot write the answer: {0}")]
    Write(#[source] io::Error),
}

/// A broken pipe is the reader's wish; everything else is a failure.
impl From<io::Error> for OutputError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::PipeClosed;
        }
        Self::Write(error)
    }
}

impl From<serde_json::Error> for OutputError {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}

impl From<csv::Error> for OutputError {
    fn from(error: csv::Error) -> Self {
        let text = error.to_string();
        if let csv::ErrorKind::Io(error) = error.into_kind() {
            return Self::from(error);
        }
        Self::Write(io::Error::other(text))
    }
}

//! Why the face itself cannot go on: what was typed, what can be read, what can be written.

use std::io::{self, ErrorKind};

use crate::app::kind::Kind;
use crate::app::{AppError, Key, Refusal};
use crate::cli::ask::AskError;
use crate::cli::export::FileError;
use crate::cli::logging::LogFilterError;
use crate::cli::output::OutputError;
use crate::cli::sessions::SessionError;
use crate::cli::settings::SettingsError;
use crate::dashboard::DashboardError;
use crate::kernel::shell::quoted;
use crate::store::StoreError;

/// What to do about a name that is taken.
const PRESENT: &str = "name another one, or move it out of the way; nothing is overwritten";

/// Every failure of the command line that no domain knows of.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// Something typed that cannot be meant.
    #[error("{message}")]
    Usage {
        /// What is wrong with it.
        message: String,
        /// What to type instead.
        hint: Option<String>,
    },
    /// Settings that cannot be meant.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A filter for logs that cannot be read.
    #[error(transparent)]
    LogFilter(#[from] LogFilterError),
    /// A request that was refused or failed.
    #[error(transparent)]
    App(#[from] AppError),
    /// A request that was refused, with a hint that only the command knows.
    #[error("{error}")]
    Refused {
        /// Why.
        error: AppError,
        /// What to do about it.
        hint: Box<str>,
    },
    /// A session that cannot be kept or taken.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// A question without a yes.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// Signals that cannot be listened for.
    #[error("this system lets nobody listen for signals: {0}")]
    Signals(std::io::Error),
    /// An answer that cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// A file that cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// A dashboard that cannot go on.
    #[error(transparent)]
    Dashboard(DashboardError),
}

impl From<DashboardError> for CliError {
    fn from(error: DashboardError) -> Self {
        match error {
            DashboardError::App(error) => Self::App(error),
            error @ (DashboardError::Terminal(_) | DashboardError::Ended(_)) => {
                Self::Dashboard(error)
            }
        }
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

impl CliError {
    /// Something typed that cannot be meant, without a hint.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage {
            message: message.into(),
            hint: None,
        }
    }

    /// How it ends the program; `None` where that is a quiet success, as when the reader of the
    /// answer has gone.
    pub fn failure(&self) -> Option<Refusal> {
        Some(Refusal {
            kind: self.kind()?,
            message: self.to_string(),
            hint: self.hint(),
        })
    }

    /// The same where the request had a key: what nobody knows the end of is asked for again by it.
    pub fn failure_under(&self, key: Option<&Key>) -> Option<Refusal> {
        let failure = self.failure()?;
        let unconfirmed = matches!(
            self,
            Self::App(error) | Self::Refused { error, .. } if error.is_unconfirmed()
        );
        Some(match key.filter(|_| unconfirmed) {
            None => failure,
            Some(key) => failure.hint(format!(
                "ask again with the same key, and it is done once: --key {}",
                quoted(key.as_str())
            )),
        })
    }

    fn kind(&self) -> Option<Kind> {
        match self {
            Self::App(error) | Self::Refused { error, .. } => Some(error.kind()),
            Self::Session(SessionError::File { source: error, .. })
            | Self::File(FileError::Write { error, .. }) => Some(kind_of_file(error)),
            Self::Session(SessionError::NotOwn(_)) => Some(Kind::Failure),
            Self::File(FileError::Present(_)) => Some(Kind::Conflict),
            Self::File(FileError::Nameless(_)) => Some(Kind::Usage),
            Self::Output(OutputError::CutShort) => Some(Kind::Unavailable),
            Self::Session(_) => Some(Kind::Unauthenticated),
            Self::Output(OutputError::PipeClosed) => None,
            Self::Ask(AskError::Input(error)) if error.kind() == ErrorKind::InvalidData => {
                Some(Kind::Usage)
            }
            Self::Signals(_)
            | Self::Dashboard(_)
            | Self::Output(OutputError::Write(_))
            | Self::Ask(AskError::Declined | AskError::Input(_)) => Some(Kind::Failure),
            Self::Usage { .. }
            | Self::Settings(_)
            | Self::LogFilter(_)
            | Self::Ask(
                AskError::NoTerminal(_)
                | AskError::Unanswered(_)
                | AskError::NoBeak
                | AskError::NoCode
                | AskError::BeaksDiffer,
            )
            | Self::Output(OutputError::UnknownField { .. }) => Some(Kind::Usage),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Usage { hint, .. } => hint.clone(),
            Self::App(error) => error.hint(),
            Self::Refused { hint, .. } => Some(hint.to_string()),
            Self::Session(error) => error.hint(),
            Self::Output(OutputError::UnknownField { known, .. }) if known.is_empty() => None,
            Self::Output(OutputError::UnknownField { known, .. }) => {
                Some(format!("the fields are {}", known.join(", ")))
            }
            Self::Output(OutputError::CutShort) => Some("ask again".to_owned()),
            Self::Settings(error) => error.hint(),
            Self::File(FileError::Present(_)) => Some(PRESENT.to_owned()),
            Self::File(FileError::Write { error, .. }) => directory_hint(error),
            Self::LogFilter(_) => Some("try POPUG_LOG=info or POPUG_LOG=popug=debug".to_owned()),
            Self::Ask(AskError::NoTerminal(wanted)) => Some(wanted.hint().to_owned()),
            Self::Ask(AskError::Unanswered(_)) => Some("--yes says yes beforehand".to_owned()),
            Self::Signals(_)
            | Self::Dashboard(_)
            | Self::Ask(
                AskError::NoBeak
                | AskError::NoCode
                | AskError::BeaksDiffer
                | AskError::Declined
                | AskError::Input(_),
            )
            | Self::File(FileError::Nameless(_))
            | Self::Output(OutputError::PipeClosed | OutputError::Write(_)) => None,
        }
    }
}

/// A full disk is a service that is missing, whatever was to be written there.
fn kind_of_file(error: &io::Error) -> Kind {
    let full = matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge
    );
    if full {
        Kind::Unavailable
    } else {
        Kind::Failure
    }
}

/// What to look at where a file cannot be made.
fn directory_hint(error: &io::Error) -> Option<String> {
    let directory = matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    );
    directory.then(|| "see whether its directory is there and may be written to".to_owned())
}

#[cfg(test)]
mod tests {

    use super::*;

    fn failure(error: impl Into<CliError>) -> Option<Refusal> {
        error.into().failure()
    }

    #[test]
    fn a_broken_pipe_is_no_failure() {
        let written = |kind: io::ErrorKind| failure(OutputError::from(io::Error::from(kind)));
        assert_eq!(written(io::ErrorKind::BrokenPipe), None);
        let full = written(io::ErrorKind::StorageFull).expect("a failure");
        assert_eq!(full.kind.exit_code(), 1);
    }

    #[test]
    fn an_unknown_field_lists_the_known_ones() {
        let failure = failure(OutputError::UnknownField {
            name: "prize".to_owned(),
            known: vec!["id".to_owned(), "title".to_owned()],
        });
        let failure = failure.expect("a failure");
        assert_eq!(failure.kind.exit_code(), 2);
        assert_eq!(failure.hint.as_deref(), Some("the fields are id, title"));
    }

    #[test]
    fn a_no_ends_with_one_and_no_terminal_with_two() {
        let declined = failure(AskError::Declined).expect("a failure");
        assert_eq!((declined.kind.exit_code(), declined.hint), (1, None));
        let alone = failure(AskError::Unanswered("really?".to_owned())).expect("a failure");
        assert_eq!(alone.kind.exit_code(), 2);
        assert_eq!(alone.hint.as_deref(), Some("--yes says yes beforehand"));
    }
}

//! Why settings cannot be meant.

use std::path::PathBuf;

use crate::cli::settings::origin::Origin;
use crate::cli::settings::variable::Variable;
use crate::kernel::shell::quoted;

/// Every way in which settings can be wrong; each names where it stands.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A key that means nothing.
    #[error("{} line {line}: there is no setting '{key}'", path.display())]
    UnknownKey {
        /// The settings file.
        path: PathBuf,
        /// The line in it, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// A file that is no TOML.
    #[error("{} line {line}: {reason}", path.display())]
    Syntax {
        /// The settings file.
        path: PathBuf,
        /// The line in it, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A value of the wrong kind.
    #[error("{} line {line}: '{key}' is a text, not a {found}", path.display())]
    NoText {
        /// The settings file.
        path: PathBuf,
        /// The line in it, from 1.
        line: usize,
        /// The key.
        key: String,
        /// What stands there.
        found: &'static str,
    },
    /// A file that cannot be read.
    #[error("{} cannot be read: {reason}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A secret that is none.
    #[error("{origin}: {} can be read by others; it is not taken", path.display())]
    Exposed {
        /// Where the secret, or its file, is named.
        origin: Origin,
        /// The file that holds it.
        path: PathBuf,
    },
    /// A variable that is not UTF-8.
    #[error("{0} is not UTF-8")]
    NotText(String),
    /// A setting and its twin.
    #[error("{0} and {1} are both given")]
    Twice(Origin, Origin),
    /// Two that exclude each other: a store and a server, a session and a token.
    #[error("{0} and {1} are both given, and only one can be meant")]
    Either(Origin, Origin),
    /// A value that cannot be read.
    #[error("{origin}: {reason}")]
    Value {
        /// Where it stands.
        origin: Origin,
        /// What is wrong with it.
        reason: String,
    },
}

impl SettingsError {
    /// What can be done about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::UnknownKey { .. } => {
                let keys: Vec<&str> = Variable::ALL.iter().map(|it| it.key()).collect();
                Some(format!("the settings are {}", keys.join(", ")))
            }
            Self::Twice(..) | Self::Either(..) => Some("leave one of them out".to_owned()),
            Self::Exposed { path, .. } => {
                let path = path.display().to_string();
                Some(format!("chmod 600 {}", quoted(&path)))
            }
            Self::Syntax { .. }
            | Self::NoText { .. }
            | Self::Unreadable { .. }
            | Self::NotText(_)
            | Self::Value { .. } => None,
        }
    }
}

//! Where a setting is said.

use std::fmt;
use std::path::PathBuf;

/// Where a setting is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// By a flag.
    Flag(&'static str),
    /// By a variable of the environment.
    Variable(String),
    /// In a settings file.
    File {
        /// The file.
        path: PathBuf,
        /// The line in it, from 1.
        line: usize,
        /// The key.
        key: String,
    },
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => f.write_str(flag),
            Self::Variable(name) => f.write_str(name),
            Self::File { path, line, key } => {
                write!(f, "'{key}' in {} line {line}", path.display())
            }
        }
    }
}

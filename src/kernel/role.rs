//! Roles.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a popug is in the company; it is one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Runs the company: users, settings, analytics, and everything an accountant sees.
    Admin,
    /// Reassigns tasks; draws no tasks.
    Manager,
    /// Keeps the books, and draws tasks like anybody.
    Accountant,
    /// Draws tasks and closes them.
    Worker,
}

/// Why a text is no role.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no role; the roles are admin, manager, accountant and worker")]
pub struct RoleError(pub String);

impl Role {
    /// Every role, the mightiest first.
    pub const ALL: [Self; 4] = [Self::Admin, Self::Manager, Self::Accountant, Self::Worker];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Manager => "manager",
            Self::Accountant => "accountant",
            Self::Worker => "worker",
        }
    }

    /// Whether an active popug of this role has its place in the pool (T2).
    pub const fn draws_tasks(self) -> bool {
        match self {
            Self::Admin | Self::Manager => false,
            Self::Accountant | Self::Worker => true,
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Role {
    type Err = RoleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.to_ascii_lowercase();
        let found = Self::ALL.into_iter().find(|role| role.as_str() == word);
        found.ok_or_else(|| RoleError(text.to_owned()))
    }
}

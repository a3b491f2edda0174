//! Who acts.

use std::fmt;

use crate::kernel::ids::UserId;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// Whoever asks for something, already known to be who it says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// popug itself: consumers, and whoever holds the store's file and makes or mends it.
    System,
    /// A popug that is logged in.
    Popug {
        /// Its id.
        id: UserId,
        /// Its name.
        name: UserName,
        /// Its role of the moment.
        role: Role,
    },
}

impl Actor {
    /// Whether this actor may ask for what needs `permission`.
    pub fn may(&self, permission: Permission) -> bool {
        match self {
            Self::System => true,
            Self::Popug { role, .. } => permission.belongs_to(*role),
        }
    }

    /// The popug behind the actor.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::System => None,
            Self::Popug { id, .. } => Some(*id),
        }
    }

    /// The name of the popug behind the actor.
    pub fn user_name(&self) -> Option<&UserName> {
        match self {
            Self::System => None,
            Self::Popug { name, .. } => Some(name),
        }
    }

    /// Whether `who` is the popug behind the actor, by `me` or by name.
    pub fn is(&self, who: &Who) -> bool {
        match who {
            Who::Me => true,
            Who::Named(name) => self.user_name().is_some_and(|mine| mine.as_str() == name),
        }
    }
}

/// The actor as events and audit logs name it.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System => f.write_str("system"),
            Self::Popug { name, .. } => name.fmt(f),
        }
    }
}

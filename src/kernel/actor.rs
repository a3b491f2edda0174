//! Who acts.

use std::fmt;

use crate::kernel::ids::UserId;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::permissions::Permissions;
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
    /// A token: a program, which may what it was made for.
    Token {
        /// Its name.
        name: UserName,
        /// What it was made for.
        permissions: Permissions,
        /// Who made it.
        created_by: UserId,
        /// The popug that it acts for, within whose role it stays; without one it has no account
        /// and is no author.
        acts_as: Option<ActsAs>,
    },
}

/// The popug that a token acts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActsAs {
    /// Its id.
    pub id: UserId,
    /// Its name.
    pub name: UserName,
    /// Its role of the moment.
    pub role: Role,
}

impl Actor {
    /// Whether this actor may ask for what needs `permission`.
    pub fn may(&self, permission: Permission) -> bool {
        match self {
            Self::System => true,
            Self::Popug { role, .. } => permission.belongs_to(*role),
            Self::Token {
                permissions,
                acts_as,
                ..
            } => {
                let role = acts_as.as_ref().map(|it| it.role);
                permissions.contain(permission)
                    && role.is_none_or(|role| permission.belongs_to(role))
            }
        }
    }

    /// Everything that this actor may, in the order of the table.
    pub fn permissions(&self) -> Vec<Permission> {
        let all = Permission::ALL.into_iter();
        all.filter(|permission| self.may(*permission)).collect()
    }

    /// The popug behind the actor.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::System => None,
            Self::Popug { id, .. } => Some(*id),
            Self::Token { acts_as, .. } => acts_as.as_ref().map(|it| it.id),
        }
    }

    /// The name of the popug behind the actor.
    pub fn user_name(&self) -> Option<&UserName> {
        match self {
            Self::System => None,
            Self::Popug { name, .. } => Some(name),
            Self::Token { acts_as, .. } => acts_as.as_ref().map(|it| &it.name),
        }
    }

    /// The role of the popug behind the actor.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::System => None,
            Self::Popug { role, .. } => Some(*role),
            Self::Token { acts_as, .. } => acts_as.as_ref().map(|it| it.role),
        }
    }

    /// The name of the token that acts.
    pub const fn token_name(&self) -> Option<&UserName> {
        match self {
            Self::System | Self::Popug { .. } => None,
            Self::Token { name, .. } => Some(name),
        }
    }

    /// Whether `who` is the popug behind the actor, by `me` or by name.
    pub fn is(&self, who: &Who) -> bool {
        match who {
            Who::Me => true,
            Who::Named(name) => self.user_name().is_some_and(|mine| mine.as_str() == name),
        }
    }

    /// Whether the account of this popug is the actor's own. To a token so is that of whoever made
    /// it: nobody gets around the rule by making one.
    pub fn is_own_account(&self, user: UserId) -> bool {
        let made_by = match self {
            Self::System | Self::Popug { .. } => None,
            Self::Token { created_by, .. } => Some(*created_by),
        };
        self.user() == Some(user) || made_by == Some(user)
    }
}

/// The actor as events and audit logs name it.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System => f.write_str("system"),
            Self::Popug { name, .. } => name.fmt(f),
            Self::Token { name, .. } => write!(f, "token:{name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(permissions: &str, acts_as: Option<Role>) -> Actor {
        let name = |text: &str| text.parse().expect("a name");
        Actor::Token {
            name: name("cron"),
            permissions: permissions.parse().expect("permissions"),
            created_by: UserId::new(1),
            acts_as: acts_as.map(|role| ActsAs {
                id: UserId::new(2),
                name: name("penny"),
                role,
            }),
        }
    }

    #[test]
    fn a_token_may_what_it_was_made_for_and_no_more_than_its_popug() {
        let made_for = "task.read,day.close";
        assert!(token(made_for, None).may(Permission::DayClose));
        assert!(!token(made_for, None).may(Permission::TaskCreate));
        assert!(token(made_for, Some(Role::Accountant)).may(Permission::DayClose));
        let worker = token(made_for, Some(Role::Worker));
        assert_eq!(worker.permissions(), [Permission::TaskRead]);
    }

    #[test]
    fn a_token_is_named_as_one_and_has_the_account_of_its_popug() {
        let alone = token("day.close", None);
        assert_eq!(alone.to_string(), "token:cron");
        assert_eq!((alone.user(), alone.role()), (None, None));
        let penny = token("day.close", Some(Role::Accountant));
        assert_eq!(penny.to_string(), "token:cron");
        assert_eq!(penny.user(), Some(UserId::new(2)));
        assert!(penny.is(&Who::Named("penny".to_owned())));
    }

    #[test]
    fn the_account_of_whoever_made_a_token_is_its_own() {
        let own = |actor: &Actor| [1, 2, 3].map(|id| actor.is_own_account(UserId::new(id)));
        assert_eq!(own(&token("account.mend", None)), [true, false, false]);
        let penny = token("account.mend", Some(Role::Accountant));
        assert_eq!(own(&penny), [true, true, false]);
    }
}

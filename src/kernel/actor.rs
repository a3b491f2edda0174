//! Who acts.

use std::fmt;

use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
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
        /// When it was made: no other token of its name was made at that moment.
        made_at: Moment,
        /// Who made it, within whose role it stays.
        maker: Principal,
        /// The popug that it acts for, within whose role it stays as well; without one it has no
        /// account and is no author.
        acts_as: Option<Principal>,
    },
}

/// A popug behind a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
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
                maker,
                acts_as,
                ..
            } => {
                let within = |it: &Principal| permission.belongs_to(it.role);
                permissions.contain(permission)
                    && within(maker)
                    && acts_as.as_ref().is_none_or(within)
            }
        }
    }

    /// Something that a popug of this role may and this actor may not; `None` where there is nothing.
    pub fn lacking(&self, role: Role) -> Option<Permission> {
        let mut all = Permission::ALL.into_iter();
        all.find(|it| it.belongs_to(role) && !self.may(*it))
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

    /// Whose the keys of its requests are. A token that is made anew has a name that another had,
    /// and not its keys.
    pub fn key_holder(&self) -> String {
        match self {
            Self::System | Self::Popug { .. } => self.to_string(),
            Self::Token { made_at, .. } => format!("{self}@{}", made_at.micros()),
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
            Self::Token { maker, .. } => Some(maker.id),
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

    fn name(text: &str) -> UserName {
        text.parse().expect("a name")
    }

    fn token(permissions: &str, acts_as: Option<Role>) -> Actor {
        made_by(Role::Admin, permissions, acts_as)
    }

    fn made_by(maker: Role, permissions: &str, acts_as: Option<Role>) -> Actor {
        let principal = |id, text, role| Principal {
            id: UserId::new(id),
            name: name(text),
            role,
        };
        Actor::Token {
            name: name("cron"),
            permissions: permissions.parse().expect("permissions"),
            made_at: Moment::from_micros(7).expect("a moment"),
            maker: principal(1, "polly", maker),
            acts_as: acts_as.map(|role| principal(2, "penny", role)),
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
    fn a_token_may_no_more_than_its_maker_may_at_the_moment() {
        let made_for = "task.read,task.reassign,day.close,user.manage";
        let may = |maker, acts_as| made_by(maker, made_for, acts_as).permissions();
        use Permission::{DayClose, TaskRead, TaskReassign};
        assert_eq!(may(Role::Admin, None).len(), 4);
        assert_eq!(may(Role::Manager, None), [TaskRead, TaskReassign]);
        assert_eq!(may(Role::Accountant, None), [TaskRead, DayClose]);
        assert_eq!(may(Role::Manager, Some(Role::Accountant)), [TaskRead]);
    }

    #[test]
    fn only_who_may_all_that_a_role_may_lacks_nothing_of_it() {
        let roles = |actor: &Actor| Role::ALL.map(|role| actor.lacking(role).is_none());
        let worker = "task.read,task.create,task.close,task.edit,self,account.own";
        let all = "task.edit-any,task.reassign,account.read,account.mend,day.close,analytics.read,user.manage,setting.write,event.manage";
        assert_eq!(roles(&token(worker, None)), [false, false, false, true]);
        let more = format!("{worker},{all}");
        assert_eq!(roles(&token(&more, None)), [false, true, true, true]);
        assert_eq!(roles(&token("user.manage", None)), [false; 4]);
        assert_eq!(roles(&Actor::System), [true; 4]);
    }

    #[test]
    fn keys_are_a_tokens_own() {
        assert_eq!(token("day.close", None).key_holder(), "token:cron@7");
        assert_eq!(Actor::System.key_holder(), "system");
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

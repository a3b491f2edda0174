//! Looking at popugs.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::model::{self, UserView};
use crate::auth::sql;
use crate::kernel::actor::Actor;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;
use crate::store::{Asker, ListQuery, Query, Read, Visit};

/// `user.list`: every popug, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListUsers {}

/// A popug as whoever asks may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListedUser {
    /// Its name.
    pub name: UserName,
    /// Its role; null unless it is one's own, or an admin asks.
    pub role: Option<Role>,
    /// Where its letters go; null unless it is one's own, or an admin asks.
    pub email: Option<String>,
    /// Its name in full.
    pub full_name: Option<String>,
    /// Whether it takes part.
    pub active: bool,
}

impl ListUsers {
    /// What it takes, which depends on who asks: whoever may see more is shown more.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        if actor.may(Permission::UserManage) {
            Permission::UserManage
        } else {
            Permission::OwnUser
        }
    }
}

impl ListQuery for ListUsers {
    type Error = AuthError;
    type Row = ListedUser;

    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, ListedUser>,
    ) -> Result<(), AuthError> {
        let (all, mine) = (asker.actor.may(Permission::UserManage), asker.actor.user());
        let listed = |id, user| seen(user, all || mine == Some(id));
        Ok(sql::each_user(read, listed, visit)?)
    }
}

fn seen(user: UserView, whole: bool) -> ListedUser {
    ListedUser {
        name: user.name,
        role: whole.then_some(user.role),
        email: whole.then_some(user.email),
        full_name: user.full_name,
        active: user.active,
    }
}

/// `user.show`: one popug; oneself, or anybody for an admin.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowUser {
    /// Whom.
    pub name: Who,
}

impl ShowUser {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        if actor.is(&self.name) {
            Permission::OwnUser
        } else {
            Permission::UserManage
        }
    }
}

impl Query for ShowUser {
    type Answer = UserView;
    type Error = AuthError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<UserView, AuthError> {
        let name = model::named(&self.name, &asker.actor)?;
        let found = sql::find(read, &name)?;
        found.map(|(_, user)| user).ok_or(AuthError::Unknown(name))
    }
}

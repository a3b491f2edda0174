//! Looking at popugs.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::model::UserView;
use crate::auth::sql;
use crate::kernel::actor::Actor;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::kernel::request::{Asker, Request};
use crate::store::{ListQuery, Query, Read, Visit};

/// `user.list`: every popug, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListUsers {}

impl Request for ListUsers {
    const NAME: &'static str = "user.list";
    type Answer = Vec<UserView>;

    fn permission(&self, _actor: &Actor) -> Permission {
        Permission::UserManage
    }
}

impl Query for ListUsers {
    type Error = AuthError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<UserView>, AuthError> {
        self.all(read, asker)
    }
}

impl ListQuery for ListUsers {
    type Row = UserView;

    fn each(
        &self,
        read: &Read<'_>,
        _asker: &Asker,
        visit: Visit<'_, UserView>,
    ) -> Result<(), AuthError> {
        Ok(sql::each_user(read, visit)?)
    }
}

/// `user.show`: one popug; oneself, or anybody for an admin.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ShowUser {
    /// Whom.
    pub name: Who,
}

impl Request for ShowUser {
    const NAME: &'static str = "user.show";
    type Answer = UserView;

    fn permission(&self, actor: &Actor) -> Permission {
        if actor.is(&self.name) {
            Permission::OwnUser
        } else {
            Permission::UserManage
        }
    }
}

impl Query for ShowUser {
    type Error = AuthError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<UserView, AuthError> {
        let name = match (&self.name, asker.actor.user_name()) {
            (Who::Me, Some(name)) => name.as_str().to_owned(),
            (Who::Me, None) => asker.actor.to_string(),
            (Who::Named(name), _) => name.clone(),
        };
        let found = sql::find(read, &name)?;
        found.map(|(_, user)| user).ok_or(AuthError::Unknown(name))
    }
}

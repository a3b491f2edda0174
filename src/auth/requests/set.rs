//! Changing popugs.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::model::{self, UserView};
use crate::auth::sql;
use crate::events::Append;
use crate::kernel::actor::Actor;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::kernel::request::{Asker, Request};
use crate::kernel::role::Role;
use crate::store::{Command, Write};

/// `user.set`: changes a popug; what is left out stays. A change of role or activity ends its
/// sessions.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetUser {
    /// Whom.
    pub name: Who,
    /// A new role.
    pub role: Option<Role>,
    /// A new address.
    pub email: Option<String>,
    /// A new name in full; an empty one clears it.
    pub full_name: Option<String>,
    /// Whether it takes part.
    pub active: Option<bool>,
}

impl Request for SetUser {
    const NAME: &'static str = "user.set";
    type Answer = UserView;

    fn permission(&self, _actor: &Actor) -> Permission {
        Permission::UserManage
    }
}

impl Command for SetUser {
    type Error = AuthError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<UserView, AuthError> {
        let name = model::named(&self.name, &asker.actor)?;
        let (id, before) = sql::find(tx, &name)?.ok_or(AuthError::Unknown(name))?;
        let after = self.applied_to(before.clone())?;
        if after == before {
            return Ok(after);
        }
        let ran_company = before.active && before.role == Role::Admin;
        let runs_company = after.active && after.role == Role::Admin;
        if ran_company && !runs_company && sql::other_admins(tx, id)? == 0 {
            return Err(AuthError::LastAdmin(before.name));
        }

        sql::update(tx, id, &after)?;
        if (after.role, after.active) != (before.role, before.active) {
            sql::end_sessions(tx, id)?;
        }
        if !after.active {
            sql::end_enrolment(tx, id)?;
        }
        tx.append(model::updated(id, &after))?;
        Ok(after)
    }
}

impl SetUser {
    fn applied_to(&self, mut user: UserView) -> Result<UserView, AuthError> {
        let given = self.role.is_some() || self.active.is_some();
        if !given && self.email.is_none() && self.full_name.is_none() {
            return Err(AuthError::NoChange);
        }
        user.role = self.role.unwrap_or(user.role);
        user.active = self.active.unwrap_or(user.active);
        if let Some(email) = &self.email {
            user.email = model::parse_email(email)?;
        }
        if let Some(full_name) = &self.full_name {
            user.full_name = model::parse_full_name(full_name)?;
        }
        Ok(user)
    }
}

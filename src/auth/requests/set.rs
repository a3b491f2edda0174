//! Changing popugs.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::model::{self, UserView};
use crate::auth::sql;
use crate::auth::sql::tokens;
use crate::auth::tokens::Weakened;
use crate::events::Append;
use crate::kernel::figures::plural;
use crate::kernel::name::Who;
use crate::kernel::role::Role;
use crate::store::{Asker, Command, Write};

/// `user.set`: changes a popug; what is left out stays. A change of role or activity ends its
/// sessions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

/// The popug as it is now, and what that does to tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChangedUser {
    /// The popug.
    #[serde(flatten)]
    pub user: UserView,
    /// How many tokens behind which it stands may nothing any more.
    #[serde(default)]
    pub tokens_ended: usize,
    /// How many of them may less than before.
    #[serde(default)]
    pub tokens_weakened: usize,
}

impl ChangedUser {
    /// What becomes of tokens, in words; `None` where they stay as they are.
    pub fn tokens_told(&self) -> Option<String> {
        let counted = |many: usize| (many > 0).then(|| plural(many, "token", "tokens"));
        let ended = counted(self.tokens_ended).map(|it| format!("{it} may nothing any more"));
        let weakened = counted(self.tokens_weakened).map(|it| format!("{it} may less than before"));
        let told: Vec<String> = ended.into_iter().chain(weakened).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

impl Command for SetUser {
    type Answer = ChangedUser;
    type Error = AuthError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<ChangedUser, AuthError> {
        let name = model::named(&self.name, &asker.actor)?;
        let (id, before) = sql::find(tx, &name)?.ok_or(AuthError::Unknown(name))?;
        let after = self.applied_to(before.clone())?;
        model::check_within(&asker.actor, before.role)?;
        model::check_within(&asker.actor, after.role)?;
        if after == before {
            return Ok(changed(after, Weakened::default()));
        }
        let ran_company = before.active && before.role == Role::Admin;
        let runs_company = after.active && after.role == Role::Admin;
        if ran_company && !runs_company && sql::other_admins(tx, id)? == 0 {
            return Err(AuthError::LastAdmin(before.name));
        }

        let weakened = if (after.role, after.active) == (before.role, before.active) {
            sql::update(tx, id, &after)?;
            Weakened::default()
        } else {
            let strong = tokens::backed_by(tx, id)?;
            sql::update(tx, id, &after)?;
            sql::end_sessions(tx, id)?;
            Weakened::between(&strong, &tokens::backed_by(tx, id)?, tx.now())
        };
        if !after.active {
            sql::end_enrolment(tx, id)?;
        }
        tx.append(model::updated(id, &after))?;
        Ok(changed(after, weakened))
    }
}

const fn changed(user: UserView, tokens: Weakened) -> ChangedUser {
    ChangedUser {
        user,
        tokens_ended: tokens.ended,
        tokens_weakened: tokens.weakened,
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

//! A popug as auth knows it.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::tokens::TokenError;
use crate::events::shape::{UserCreated, UserUpdated};
use crate::kernel::actor::Actor;
use crate::kernel::email;
use crate::kernel::ids::UserId;
use crate::kernel::name::{UserName, Who};
use crate::kernel::role::Role;
use crate::kernel::text;

/// Characters of a full name.
const FULL_NAME: usize = 100;

/// A popug as admins see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UserView {
    /// Its name.
    pub name: UserName,
    /// Its role.
    pub role: Role,
    /// Where its letters go.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
    /// Whether it takes part.
    pub active: bool,
}

/// A popug that is to be, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// Its name.
    pub name: UserName,
    /// Its role.
    pub role: Role,
    /// Where its letters go.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
}

impl NewUser {
    /// From what was typed.
    pub fn parse(
        name: &str,
        role: Role,
        email: &str,
        full_name: Option<&str>,
    ) -> Result<Self, AuthError> {
        Ok(Self {
            name: name.parse()?,
            role,
            email: parse_email(email)?,
            full_name: full_name.map(parse_full_name).transpose()?.flatten(),
        })
    }

    /// As the active popug that it becomes.
    pub fn into_user(self) -> UserView {
        let Self {
            name,
            role,
            email,
            full_name,
        } = self;
        UserView {
            name,
            role,
            email,
            full_name,
            active: true,
        }
    }
}

/// One address that a letter reaches.
pub fn parse_email(text: &str) -> Result<String, AuthError> {
    let address = email::address(text);
    let address = address.ok_or_else(|| AuthError::Email(text::shown(text).into_owned()))?;
    Ok(address.to_string())
}

/// One line; an empty one is none.
pub fn parse_full_name(text: &str) -> Result<Option<String>, AuthError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(text::one_line("the full name", text, FULL_NAME)?))
}

/// Refuses whoever makes, changes or enrols a popug that may what the actor itself may not: nobody
/// gets around the bounds of a token by a popug of its making.
pub fn check_within(actor: &Actor, role: Role) -> Result<(), TokenError> {
    match actor.lacking(role) {
        None => Ok(()),
        Some(lacking) => Err(TokenError::Beyond {
            token: actor.to_string(),
            role,
            lacking,
        }),
    }
}

/// The name of the popug that is meant.
pub fn named(who: &Who, actor: &Actor) -> Result<String, AuthError> {
    match (who, actor.user_name()) {
        (Who::Me, Some(name)) => Ok(name.to_string()),
        (Who::Me, None) => Err(AuthError::NoPopug(actor.to_string())),
        (Who::Named(name), _) => Ok(name.clone()),
    }
}

/// `user.created` of a popug.
pub fn created(user: UserId, view: &UserView) -> UserCreated {
    UserCreated {
        user,
        name: view.name.clone(),
        role: view.role,
        email: view.email.clone(),
        full_name: view.full_name.clone(),
        active: view.active,
    }
}

/// `user.updated` of a popug.
pub fn updated(user: UserId, view: &UserView) -> UserUpdated {
    UserUpdated {
        user,
        name: view.name.clone(),
        role: view.role,
        email: view.email.clone(),
        full_name: view.full_name.clone(),
        active: view.active,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_full_name_is_none() {
        assert_eq!(parse_full_name("  ").expect("fits"), None);
        assert!(parse_full_name("Kesha\u{202e}").is_err());
    }
}

//! Tokens: what proves a program, and why one is refused.

use crate::auth::error::AuthError;
use crate::auth::sql::tokens as sql;
use crate::kernel::actor::{Actor, ActsAs};
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;
use crate::store::{Hash, Read, StoreError, Write};

/// How often the use of a token is noted.
const NOTED_SECONDS: i64 = 60 * 60;

/// Why a token is refused, or not made.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// Neither a token nor a session has this secret.
    #[error("the token is not known here: it is wrong, or its session has ended")]
    Unknown,
    /// An admin revoked it.
    #[error("the token {0} was revoked")]
    Revoked(UserName),
    /// Its time is over.
    #[error("the token {name} ended at {at}")]
    Expired {
        /// Its name.
        name: UserName,
        /// When it ended.
        at: Moment,
    },
    /// The popug that it acts for has left.
    #[error("the token {token} acts for {user}, who is not active")]
    OfLeaver {
        /// The token.
        token: UserName,
        /// The popug.
        user: UserName,
    },
    /// The role behind it changed while it was at work.
    #[error("the role of {0}, for whom the token acts, has just changed")]
    RoleChanged(UserName),
    /// Nobody gives away what it has not.
    #[error("nobody gives what it may not do itself: {0}")]
    NotYoursToGive(Permission),
    /// Tokens are made by popugs.
    #[error("a token cannot be made for {}", Permission::TokenManage)]
    ForTokens,
    /// The popug may not do what its token is to do.
    #[error("{user} may not do this as {role}: {permission}")]
    BeyondRole {
        /// The popug.
        user: UserName,
        /// Its role.
        role: Role,
        /// What it may not.
        permission: Permission,
    },
    /// The name is taken.
    #[error("there is a token '{0}' already")]
    Taken(UserName),
    /// No token has this name.
    #[error("there is no token '{0}'")]
    Missing(String),
}

/// The actor that a token is, and when it ends; `None` where there is no such token.
pub fn actor(
    read: &Read<'_>,
    hash: &Hash,
    now: Moment,
) -> Result<Option<(Actor, Option<Moment>)>, AuthError> {
    match sql::by_hash(read, hash)? {
        None => Ok(None),
        Some(token) => Ok(Some(acting(token, now)?)),
    }
}

fn acting(token: sql::TokenRow, now: Moment) -> Result<(Actor, Option<Moment>), TokenError> {
    let name = token.name;
    if token.revoked_at.is_some() {
        return Err(TokenError::Revoked(name));
    }
    if let Some(at) = token.expires_at.filter(|at| *at <= now) {
        return Err(TokenError::Expired { name, at });
    }
    let acts_as = match token.acts_as {
        Some(behind) if !behind.active => {
            let (token, user) = (name, behind.name);
            return Err(TokenError::OfLeaver { token, user });
        }
        Some(sql::Behind { id, name, role, .. }) => Some(ActsAs { id, name, role }),
        None => None,
    };
    let actor = Actor::Token {
        name,
        permissions: token.permissions,
        created_by: token.created_by,
        acts_as,
    };
    Ok((actor, token.expires_at))
}

/// Whether the use of a token is to be noted: the last note is an hour old, or of a clock that ran
/// ahead.
pub fn is_use_due(read: &Read<'_>, hash: &Hash, now: Moment) -> Result<bool, StoreError> {
    let Some(token) = sql::by_hash(read, hash)? else {
        return Ok(false);
    };
    let age = token.last_used_at.map(|at| now.seconds_since(at).abs());
    Ok(age.is_none_or(|age| age >= NOTED_SECONDS))
}

/// How many tokens end within so many days after `now`, or have ended and were not revoked.
/// Sessions end by themselves and are none.
pub fn tokens_ending(read: &Read<'_>, now: Moment, days: i64) -> Result<i64, StoreError> {
    sql::ending(read, now.plus_seconds(days * 24 * 60 * 60))
}

/// Notes that a token is used.
pub fn note_use(tx: &mut Write<'_>, hash: &Hash) -> Result<(), StoreError> {
    sql::note_use(tx, hash)
}

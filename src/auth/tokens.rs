//! Tokens: what proves a program, and why one is refused.

use std::iter;

use crate::auth::error::AuthError;
use crate::auth::proof::{Known, is_ahead, is_due};
use crate::auth::sql::tokens::{self as sql, TokenRow};
use crate::kernel::actor::Actor;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;
use crate::store::{Hash, Read, StoreError};

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
    /// Its time was measured by a clock that ran ahead: nobody knows when it would have ended.
    #[error("the token {name} was made at {at}, by a clock that ran ahead")]
    MadeAhead {
        /// Its name.
        name: UserName,
        /// When it says that it was made.
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
    /// Whoever made it has left.
    #[error("the token {token} was made by {maker}, who is not active")]
    MadeByLeaver {
        /// The token.
        token: UserName,
        /// Its maker.
        maker: UserName,
    },
    /// Nobody gets around the bounds of a token by a popug of its making.
    #[error("{token} makes and changes no {role}: it may not {lacking} itself")]
    Beyond {
        /// The token, as an actor.
        token: String,
        /// The role that the popug has, or would have.
        role: Role,
        /// Something that the role may and the token may not.
        lacking: Permission,
    },
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
pub fn known(read: &Read<'_>, hash: &Hash, now: Moment) -> Result<Option<Known>, AuthError> {
    match sql::by_hash(read, hash)? {
        None => Ok(None),
        Some(token) => Ok(Some(acting(token, now)?)),
    }
}

fn acting(token: TokenRow, now: Moment) -> Result<Known, TokenError> {
    let made_ahead = token.made_ahead(now);
    let name = token.name;
    if token.revoked_at.is_some() {
        return Err(TokenError::Revoked(name));
    }
    if let Some(at) = token.expires_at.filter(|at| *at <= now) {
        return Err(TokenError::Expired { name, at });
    }
    if let Some(at) = made_ahead {
        return Err(TokenError::MadeAhead { name, at });
    }
    if !token.maker.active {
        let (token, maker) = (name, token.maker.popug.name);
        return Err(TokenError::MadeByLeaver { token, maker });
    }
    let acts_as = match token.acts_as {
        Some(behind) if !behind.active => {
            let (token, user) = (name, behind.popug.name);
            return Err(TokenError::OfLeaver { token, user });
        }
        Some(behind) => Some(behind.popug),
        None => None,
    };
    let actor = Actor::Token {
        name,
        permissions: token.permissions,
        made_at: token.made_at,
        maker: token.maker.popug,
        acts_as,
    };
    Ok(Known {
        actor,
        expires_at: token.expires_at,
        use_is_due: is_due(token.last_used_at, NOTED_SECONDS, now),
    })
}

impl TokenRow {
    /// When it was made, where a clock that ran ahead gave it an end. One that never ends has none that
    /// could be wrong; one that ends before it was made only comes after a namesake of such a clock.
    pub fn made_ahead(&self, now: Moment) -> Option<Moment> {
        let wrong = |end: Moment| end > self.made_at && is_ahead(self.made_at, now);
        self.expires_at.is_some_and(wrong).then_some(self.made_at)
    }

    /// What it was made for and may not at the moment: less than all where whoever stands behind
    /// it was demoted, all of it where it has left.
    pub fn lost(&self) -> Vec<Permission> {
        let behind = || iter::once(&self.maker).chain(&self.acts_as);
        let may = |permission: &Permission| {
            behind().all(|it| it.active && permission.belongs_to(it.popug.role))
        };
        self.permissions.each().filter(|it| !may(it)).collect()
    }
}

/// How many tokens end or weaken by a change, of those that have not ended by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weakened {
    /// Those that may nothing any more.
    pub ended: usize,
    /// Those that may less than before.
    pub weakened: usize,
}

impl Weakened {
    /// By what happened between the two looks at the same tokens.
    pub fn between(before: &[TokenRow], after: &[TokenRow], now: Moment) -> Self {
        let mut weakened = Self::default();
        let running = |it: &TokenRow| it.expires_at.is_none_or(|at| at > now);
        for (before, after) in before.iter().zip(after).filter(|(it, _)| running(it)) {
            let (had, lost) = (before.lost().len(), after.lost().len());
            if lost <= had {
                continue;
            }
            match lost == after.permissions.each().count() {
                true => weakened.ended += 1,
                false => weakened.weakened += 1,
            }
        }
        weakened
    }
}

/// How many tokens have been used, have not ended and may less than they were made for: whatever
/// uses them fails, or will.
pub fn tokens_weakened(read: &Read<'_>, now: Moment) -> Result<i64, StoreError> {
    let in_use =
        |it: &TokenRow| it.last_used_at.is_some() && it.expires_at.is_none_or(|at| at > now);
    let open = sql::open(read)?.into_iter();
    let weakened = open.filter(|it| in_use(it) && !it.lost().is_empty());
    Ok(i64::try_from(weakened.count()).unwrap_or(i64::MAX))
}

/// How many tokens end within so many days after `now`, or have ended and were not revoked.
/// Sessions end by themselves and are none.
pub fn tokens_ending(read: &Read<'_>, now: Moment, days: i64) -> Result<i64, StoreError> {
    sql::ending(read, now.plus_seconds(days * 24 * 60 * 60))
}

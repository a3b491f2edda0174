//! Whose proof it is: sessions and tokens, looked up with every request.

use crate::auth::error::AuthError;
use crate::auth::sql;
use crate::auth::tokens;
use crate::kernel::actor::Actor;
use crate::kernel::moment::Moment;
use crate::store::{Hash, Read};

/// What somebody shows to prove who it is, by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A session that is kept where it was opened.
    Session(Hash),
    /// What stands in for one: a token, or the secret of a session.
    Token(Hash),
}

impl Proof {
    /// The hash.
    pub const fn hash(&self) -> &Hash {
        match self {
            Self::Session(hash) | Self::Token(hash) => hash,
        }
    }

    /// The word for it: `session` or `token`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Session(_) => "session",
            Self::Token(_) => "token",
        }
    }
}

/// Whose proof it is, with the role of the moment; and when it ends, if ever.
pub fn actor_of(
    read: &Read<'_>,
    proof: &Proof,
    now: Moment,
) -> Result<(Actor, Option<Moment>), AuthError> {
    match proof {
        Proof::Session(hash) => session(read, hash, now)?.ok_or(AuthError::SessionEnded),
        Proof::Token(hash) => match tokens::actor(read, hash, now)? {
            Some(found) => Ok(found),
            None => session(read, hash, now)?.ok_or(AuthError::Token(tokens::TokenError::Unknown)),
        },
    }
}

fn session(
    read: &Read<'_>,
    hash: &Hash,
    now: Moment,
) -> Result<Option<(Actor, Option<Moment>)>, AuthError> {
    let open = sql::session(read, hash)?.filter(|(.., expires_at)| *expires_at > now);
    Ok(
        open.map(|(id, name, role, expires_at)| {
            (Actor::Popug { id, name, role }, Some(expires_at))
        }),
    )
}

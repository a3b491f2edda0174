//! Whose proof it is: sessions and tokens, looked up with every request.

use crate::auth::error::AuthError;
use crate::auth::login::SESSION_SECONDS;
use crate::auth::sql::{self, SessionRow};
use crate::auth::tokens;
use crate::kernel::actor::Actor;
use crate::kernel::moment::Moment;
use crate::store::{Hash, Read, StoreError, Write};

/// A session that lies unused for so long has ended.
pub const IDLE_SECONDS: i64 = 7 * NOTED_SECONDS;
/// How often the use of a session is noted.
const NOTED_SECONDS: i64 = 24 * 60 * 60;
/// Two clocks that are right do not differ by more.
const CLOCKS_DIFFER_SECONDS: i64 = 2 * 24 * 60 * 60;

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

/// Whose proof it is.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who, with the role of the moment.
    pub actor: Actor,
    /// When the proof ends; `None`: never.
    pub expires_at: Option<Moment>,
    /// Whether its use is to be noted.
    pub use_is_due: bool,
}

/// Whose proof it is.
pub fn known(read: &Read<'_>, proof: &Proof, now: Moment) -> Result<Known, AuthError> {
    match proof {
        Proof::Session(hash) => session(read, hash, now)?.ok_or(AuthError::SessionEnded),
        Proof::Token(hash) => match tokens::known(read, hash, now)? {
            Some(found) => Ok(found),
            None => session(read, hash, now)?.ok_or(AuthError::Token(tokens::TokenError::Unknown)),
        },
    }
}

/// A session that lay for a week has ended; so has one that was used by a clock that ran a week ahead,
/// which would not seem to lie until then. One whose use was never noted is as old as popugs that
/// noted none: it goes on, and its next use is noted.
fn session(read: &Read<'_>, hash: &Hash, now: Moment) -> Result<Option<Known>, AuthError> {
    let kept = sql::session(read, hash)?;
    let Some(session) = kept.filter(|it| !has_ended(it.expires_at, SESSION_SECONDS, now)) else {
        return Ok(None);
    };
    let SessionRow { id, name, role, .. } = session;
    let idle = session.used_at.map(|at| now.seconds_since(at).abs());
    if idle.is_some_and(|it| it >= IDLE_SECONDS) {
        return Err(AuthError::SessionIdle(name));
    }
    Ok(Some(Known {
        actor: Actor::Popug { id, name, role },
        expires_at: Some(session.expires_at),
        use_is_due: is_due(session.used_at, NOTED_SECONDS, now),
    }))
}

/// Whether what lasts so many seconds from its making on has ended. What ends later than that was
/// made by a clock that ran ahead, and would be good for years.
pub fn has_ended(expires_at: Moment, lasts: i64, now: Moment) -> bool {
    expires_at <= now || is_ahead(expires_at, now.plus_seconds(lasts))
}

/// Whether that moment is of a clock that ran ahead.
pub fn is_ahead(at: Moment, now: Moment) -> bool {
    at > now.plus_seconds(CLOCKS_DIFFER_SECONDS)
}

/// Whether a use is to be noted: the last note is that old, or of a clock that ran ahead.
pub fn is_due(noted_at: Option<Moment>, every: i64, now: Moment) -> bool {
    noted_at.is_none_or(|at| now.seconds_since(at).abs() >= every)
}

/// Notes that a proof is used.
pub fn note_use(tx: &mut Write<'_>, actor: &Actor, proof: &Proof) -> Result<(), StoreError> {
    match actor.token_name() {
        Some(_) => sql::tokens::note_use(tx, proof.hash()),
        None => sql::note_use(tx, proof.hash()),
    }
}

//! Logging in: comparing beaks outside of any write, counting wrong ones, opening sessions.

use serde::{Deserialize, Serialize};

use crate::auth::beak::{self, Beak, BeakHash};
use crate::auth::error::AuthError;
use crate::auth::proof::IDLE_SECONDS;
use crate::auth::requests::Enrolled;
use crate::auth::secret::Secret;
use crate::auth::sql;
use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::{Hash, Read, Write};

/// How long a session lasts.
pub const SESSION_SECONDS: i64 = 30 * 24 * 60 * 60;
/// From this wrong beak in a row on, the next try has to wait,
const PATIENCE: i64 = 5;
/// twice as long each time, up to a quarter of an hour.
const LONGEST_WAIT_SECONDS: i64 = 15 * 60;

/// Of so many names that nobody has the wrong beaks are counted.
const STRANGERS: i64 = 1_000;

/// Somebody who wants in; known or not.
pub struct Attempt {
    name: String,
    user: Option<(UserId, UserName)>,
    hash: Option<BeakHash>,
}

/// An open session.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Session {
    /// Whose it is.
    pub user: UserName,
    /// Its role.
    pub role: Role,
    /// Its token, which only its owner keeps.
    pub token: Secret,
    /// When it ends.
    pub expires_at: Moment,
}

/// Looks a name up; `Blocked` where too many wrong beaks came before.
pub fn attempt(read: &Read<'_>, name: &str, now: Moment) -> Result<Attempt, AuthError> {
    let name = name.to_ascii_lowercase();
    check_blocked(read, &name, now)?;
    let user = sql::find(read, &name)?.filter(|(_, user)| user.active);
    let hash = user
        .as_ref()
        .map(|(id, _)| sql::beak(read, *id))
        .transpose()?
        .flatten();
    Ok(Attempt {
        name,
        user: user.map(|(id, user)| (id, user.name)),
        hash,
    })
}

impl Attempt {
    /// Whether the beak is right. The same work for a name that nobody has.
    pub fn is_right(&self, given: &Beak) -> Result<bool, AuthError> {
        beak::matches(self.hash.as_ref(), given)
    }
}

/// Opens a session for an attempt that was right. Refuses where the popug or its beak changed in
/// the meantime.
pub fn admit(tx: &mut Write<'_>, attempt: &Attempt) -> Result<Session, AuthError> {
    let (id, user, role) = admitted(tx, attempt)?;
    sql::forget_sessions(tx, tx.now().plus_seconds(-IDLE_SECONDS))?;
    open_session(tx, id, user, role)
}

/// Sets a new beak for an attempt that was right with the old one. Every session of its popug ends
/// but the one with this hash.
pub fn change_beak(
    tx: &mut Write<'_>,
    attempt: &Attempt,
    new: &BeakHash,
    kept: &Hash,
) -> Result<Enrolled, AuthError> {
    let (id, user, role) = admitted(tx, attempt)?;
    sql::set_beak(tx, id, new)?;
    sql::end_other_sessions(tx, id, kept)?;
    Ok(Enrolled { user, role })
}

/// Whose attempt was right, unless too many were wrong meanwhile; its wrong ones are forgotten.
fn admitted(tx: &mut Write<'_>, attempt: &Attempt) -> Result<(UserId, UserName, Role), AuthError> {
    check_blocked(tx, &attempt.name, tx.now())?;
    let Some((id, user)) = attempt.user.clone() else {
        return Err(AuthError::WrongBeak);
    };
    let found = sql::find(tx, user.as_str())?.filter(|(_, view)| view.active);
    let (_, view) = found.ok_or(AuthError::WrongBeak)?;
    if sql::beak(tx, id)? != attempt.hash {
        return Err(AuthError::WrongBeak);
    }
    sql::forget_attempts(tx, &attempt.name)?;
    Ok((id, user, view.role))
}

/// Opens a session for a popug.
pub fn open_session(
    tx: &mut Write<'_>,
    id: UserId,
    user: UserName,
    role: Role,
) -> Result<Session, AuthError> {
    let token = Secret::token()?;
    let expires_at = tx.now().plus_seconds(SESSION_SECONDS);
    sql::insert_session(tx, &token.hash(), id, expires_at)?;
    Ok(Session {
        user,
        role,
        token,
        expires_at,
    })
}

/// Counts a wrong beak. Only what can be a name is counted, and of names that nobody has only the
/// last ones: whoever makes them up fills no disk.
///
/// Of many that were compared at the same time, those behind the one that blocks are `Blocked`,
/// right or wrong: so nobody learns more by trying at once than one after the other.
pub fn reject(tx: &mut Write<'_>, attempt: &Attempt) -> Result<(), AuthError> {
    if attempt.name.parse::<UserName>().is_err() {
        return Ok(());
    }
    check_blocked(tx, &attempt.name, tx.now())?;
    let failed = sql::attempts(tx, &attempt.name)?.map_or(0, |(failed, _)| failed);
    let failed = failed.saturating_add(1);
    let until = tx.now().plus_seconds(wait_seconds(failed));
    sql::set_attempts(tx, &attempt.name, failed, until)?;
    if attempt.user.is_none() {
        sql::forget_strangers(tx, STRANGERS)?;
    }
    Ok(())
}

fn wait_seconds(failed: i64) -> i64 {
    if failed < PATIENCE {
        return 0;
    }
    let doublings = u32::try_from(failed - PATIENCE + 1).unwrap_or(u32::MAX);
    2_i64
        .checked_pow(doublings)
        .map_or(LONGEST_WAIT_SECONDS, |it| it.min(LONGEST_WAIT_SECONDS))
}

fn check_blocked(read: &Read<'_>, name: &str, now: Moment) -> Result<(), AuthError> {
    match sql::attempts(read, name)? {
        // Nobody waits longer than that: what reaches further was counted by a clock that ran ahead.
        Some((_, until)) if until > now && until <= now.plus_seconds(LONGEST_WAIT_SECONDS) => {
            Err(AuthError::Blocked {
                seconds: until.seconds_since(now).max(1),
            })
        }
        Some(_) | None => Ok(()),
    }
}

/// Ends one session; one that has ended is fine.
pub fn end_session(tx: &mut Write<'_>, token: &Hash) -> Result<(), AuthError> {
    sql::end_session(tx, token)?;
    Ok(())
}

/// Ends every session of whose this is.
pub fn end_sessions(tx: &mut Write<'_>, id: UserId) -> Result<(), AuthError> {
    sql::end_sessions(tx, id)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_ran_ahead_blocks_nobody_for_longer_than_the_longest_wait() {
        let scratch = crate::store::testing::Scratch::new();
        let at = crate::store::testing::moment;
        let blocked = |until: &str| {
            let stamp = crate::store::testing::stamp("2026-11-23T18:00:00Z");
            let set = scratch
                .store
                .write(&stamp, |tx| sql::set_attempts(tx, "kesha", 9, at(until)));
            set.expect("counted");
            let now = at("2026-11-23T18:00:00Z");
            let attempt = scratch.store.read(|read| attempt(read, "kesha", now));
            matches!(attempt, Err(AuthError::Blocked { .. }))
        };
        assert!(blocked("2026-11-23T18:15:00Z"));
        assert!(!blocked("2027-11-23T18:00:00Z"));
    }

    #[test]
    fn the_fifth_wrong_beak_makes_one_wait_and_each_further_one_longer() {
        assert_eq!(wait_seconds(4), 0);
        assert_eq!(wait_seconds(5), 2);
        assert_eq!(wait_seconds(6), 4);
        assert_eq!(wait_seconds(13), 512);
        assert_eq!(wait_seconds(14), 900);
        assert_eq!(wait_seconds(i64::MAX), 900);
    }
}

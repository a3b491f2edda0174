//! Logging in and out, and who one is.

use serde::{Deserialize, Serialize};

use crate::app::ask::{Look, State};
use crate::app::caller::{Authenticated, Caller};
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::auth::{self, AuthError, Beak, EnrollCode, Enrolled, Secret, Session};
use crate::kernel::actor::Actor;
use crate::kernel::day::Zone;
use crate::kernel::moment::Moment;
use crate::kernel::money::Currency;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;
use crate::store;

/// Who one is, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhoAmI {
    /// The popug; null for a token that acts for none.
    pub user: Option<UserName>,
    /// Its role.
    pub role: Option<Role>,
    /// What proves it: `session` or `token`.
    pub via: String,
    /// The token that acts.
    pub token: Option<UserName>,
    /// The store.
    pub store: String,
    /// Where the store has moved to; null: nowhere.
    pub moved_to: Option<String>,
    /// Whether clock and seed may be given here.
    pub sandbox: bool,
    /// What it may.
    pub permissions: Vec<Permission>,
    /// What is paid in.
    pub currency: Currency,
    /// Where midnight is.
    pub timezone: Zone,
    /// When the session or the token ends; null: never.
    pub expires_at: Option<Moment>,
}

impl Door {
    /// Compares the beak outside of any write; then opens a session, or counts a wrong beak.
    pub fn log_in(&self, name: &str, beak: &Beak) -> Result<Session, AppError> {
        let attempt = self.read(|read| auth::attempt(read, name, self.moment(read)))?;
        if attempt.is_right(beak)? {
            return Ok(self.write(|tx| auth::admit(tx, &attempt))?);
        }
        self.write(|tx| auth::reject(tx, &attempt))?;
        Err(AppError::Auth(AuthError::WrongBeak))
    }

    /// Ends the caller's session, or all of its sessions everywhere.
    pub fn log_out(&self, token: &Secret) -> Result<(), AppError> {
        Ok(self.write(|tx| auth::end_session(tx, &token.hash()))?)
    }

    /// Ends every session of the caller, here and elsewhere.
    pub fn log_out_everywhere(&self, caller: &Caller) -> Result<(), AppError> {
        self.write(|tx| {
            let who = self.authenticate_in(tx, caller)?;
            let ended = who.actor.user().map(|user| auth::end_sessions(tx, user));
            Ok(ended.transpose().map(drop)?)
        })
    }

    /// Whose enrolment code it is.
    pub fn enrolment_of(&self, code: &Secret) -> Result<UserName, AppError> {
        Ok(self.read(|read| auth::enrolment_of(read, code, self.moment(read)))?)
    }

    /// Sets the beak of whose code it is, and logs it in.
    pub fn enrol(&self, code: &Secret, beak: &Beak) -> Result<(Enrolled, Session), AppError> {
        let hash = beak.hash()?;
        Ok(self.write(|tx| auth::enrol(tx, code, &hash))?)
    }

    /// Whose beak the caller may change; asked before a beak is asked for.
    pub fn whose_beak(&self, caller: &Caller) -> Result<UserName, AppError> {
        let who = self.authenticate(caller)?;
        own_beak(&who).cloned()
    }

    /// Sets the caller's beak, given the old one; ends its other sessions. A wrong old one counts
    /// like a wrong login.
    pub fn change_beak(
        &self,
        caller: &Caller,
        old: &Beak,
        new: &Beak,
    ) -> Result<Enrolled, AppError> {
        let name = self.whose_beak(caller)?;
        let attempt = self.read(|read| auth::attempt(read, name.as_str(), self.moment(read)))?;
        if !attempt.is_right(old)? {
            self.write(|tx| auth::reject(tx, &attempt))?;
            return Err(AppError::Auth(AuthError::WrongOldBeak));
        }
        let hash = new.hash()?;
        self.write(|tx| {
            let who = self.authenticate_in(tx, caller)?;
            own_beak(&who)?;
            Ok(auth::change_beak(tx, &attempt, &hash, who.proof.hash())?)
        })
    }

    /// Lets a popug enrol anew for whoever the store's file belongs to, logged in or not. The log
    /// tells of it as popug's own doing.
    pub fn recover(&self, name: &Who) -> Result<EnrollCode, AppError> {
        self.store().check_owner()?;
        let stamp = self.world().stamp(&Actor::System);
        let name = String::from(name.clone());
        let (code, own) = self.store().write(&stamp, |tx| {
            let own = tx.head().seq;
            Ok::<_, AppError>((auth::enrol_anew(tx, &name)?, own))
        })?;
        self.hear_after(&stamp, own);
        Ok(code)
    }
}

fn own_beak(who: &Authenticated) -> Result<&UserName, AppError> {
    who.authorise(Some(Permission::OwnUser))?;
    let no_popug = || AppError::Auth(AuthError::NoPopug(who.actor.to_string()));
    who.actor.user_name().ok_or_else(no_popug)
}

/// `whoami`: who one is, and where.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowMyself {}

impl Look for ShowMyself {
    type Answer = WhoAmI;

    fn look(&self, state: &State<'_>) -> Result<WhoAmI, AppError> {
        let State {
            door,
            read,
            who,
            company,
            ..
        } = state;
        let actor = &who.actor;
        Ok(WhoAmI {
            user: actor.user_name().cloned(),
            role: actor.role(),
            via: who.proof.as_str().to_owned(),
            token: actor.token_name().cloned(),
            store: door.address(),
            moved_to: store::moved_to(read)?,
            sandbox: door.identity()?.sandbox,
            permissions: actor.permissions(),
            currency: company.currency.clone(),
            timezone: company.timezone,
            expires_at: who.expires_at,
        })
    }
}

#[cfg(test)]
mod tests;

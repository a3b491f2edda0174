//! Logging in and out, and who one is.

use serde::{Deserialize, Serialize};

use crate::app::ask::{Entry, Look, State};
use crate::app::caller::{Authenticated, Caller};
use crate::app::change::Procedure;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::keys::Keyed;
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

/// `login`: compares the beak outside of any write; then opens a session, or counts a wrong beak.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LogIn {
    /// Who.
    pub name: String,
    /// What proves it.
    pub beak: Secret,
}

impl Entry for LogIn {
    type Answer = Session;

    fn enter(&self, door: &Door) -> Result<Session, AppError> {
        let attempt = door.read(|read| auth::attempt(read, &self.name, door.moment(read)))?;
        if attempt.is_right(&Beak::given(self.beak.reveal()))? {
            return Ok(door.write(|tx| auth::admit(tx, &attempt))?);
        }
        door.write(|tx| auth::reject(tx, &attempt))?;
        Err(AppError::Auth(AuthError::WrongBeak))
    }
}

/// `logout`: ends the caller's session, or all of its sessions everywhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LogOut {
    /// Whether the others end as well.
    pub everywhere: bool,
}

/// The caller is gone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LoggedOut {
    /// Whose session it was.
    pub user: Option<UserName>,
}

impl Procedure for LogOut {
    type Answer = LoggedOut;

    fn proceed(
        &self,
        door: &Door,
        caller: &Caller,
        _: Option<&Keyed>,
    ) -> Result<LoggedOut, AppError> {
        door.write(|tx| {
            let who = door.authenticate_in(tx, caller)?;
            match who.actor.user().filter(|_| self.everywhere) {
                Some(user) => auth::end_sessions(tx, user)?,
                None => auth::end_session(tx, who.proof.hash())?,
            }
            let user = who.actor.user_name().cloned();
            Ok(LoggedOut { user })
        })
    }
}

/// `enroll.whose`: whose enrolment code it is; asked before a beak is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhoseCode {
    /// The code.
    pub code: Secret,
}

impl Entry for WhoseCode {
    type Answer = UserName;

    fn enter(&self, door: &Door) -> Result<UserName, AppError> {
        Ok(door.read(|read| auth::enrolment_of(read, &self.code, door.moment(read)))?)
    }
}

/// `enroll`: sets the beak of whose code it is, and logs it in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Enrol {
    /// The code.
    pub code: Secret,
    /// The beak.
    pub beak: Secret,
}

impl Entry for Enrol {
    type Answer = Session;

    fn enter(&self, door: &Door) -> Result<Session, AppError> {
        let beak = Beak::new(self.beak.reveal())?;
        let whose = WhoseCode {
            code: self.code.clone(),
        };
        whose.enter(door)?;
        let hash = beak.hash()?;
        Ok(door.write(|tx| auth::enrol(tx, &self.code, &hash))?)
    }
}

/// `beak.whose`: whose beak the caller may change; asked before a beak is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhoseBeak {}

impl Look for WhoseBeak {
    type Answer = UserName;

    fn look(&self, state: &State<'_>) -> Result<UserName, AppError> {
        own_beak(&state.who).cloned()
    }
}

/// `beak.change`: sets the caller's beak, given the old one; ends its other sessions. A wrong old one
/// counts like a wrong login.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChangeBeak {
    /// The beak that it has.
    pub old: Secret,
    /// The beak that it gets.
    pub new: Secret,
}

impl Procedure for ChangeBeak {
    type Answer = Enrolled;

    fn proceed(
        &self,
        door: &Door,
        caller: &Caller,
        _: Option<&Keyed>,
    ) -> Result<Enrolled, AppError> {
        let new = Beak::new(self.new.reveal())?;
        let (name, attempt) = door.look(caller, |state| {
            let name = own_beak(&state.who)?.clone();
            let attempt = auth::attempt(state.read, name.as_str(), door.moment(state.read));
            Ok::<_, AppError>((name, attempt?))
        })?;
        if !attempt.is_right(&Beak::given(self.old.reveal()))? {
            door.write(|tx| auth::reject(tx, &attempt))?;
            return Err(AppError::Auth(AuthError::WrongOldBeak));
        }
        let hash = new.hash()?;
        door.write(|tx| {
            let who = door.authenticate_in(tx, caller)?;
            if *own_beak(&who)? != name {
                return Err(AppError::Auth(AuthError::SessionEnded));
            }
            Ok(auth::change_beak(tx, &attempt, &hash, who.proof.hash())?)
        })
    }
}

impl Door {
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

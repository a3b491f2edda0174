//! Logging in and out, and who one is.

use serde::{Deserialize, Serialize};

use crate::app::door::{Caller, Door, authorise};
use crate::app::error::AppError;
use crate::auth::{self, AuthError, Beak, EnrollCode, Enrolled, Secret, Session};
use crate::kernel::actor::Actor;
use crate::kernel::day::Zone;
use crate::kernel::moment::Moment;
use crate::kernel::money::Currency;
use crate::kernel::name::{UserName, Who};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// Who one is, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoAmI {
    /// The popug.
    pub user: String,
    /// Its role.
    pub role: Option<Role>,
    /// What proves it: `session` or `token`.
    pub via: String,
    /// The store.
    pub store: String,
    /// Whether clock and seed may be given here.
    pub sandbox: bool,
    /// What it may.
    pub permissions: Vec<Permission>,
    /// What is paid in.
    pub currency: Currency,
    /// Where midnight is.
    pub timezone: Zone,
    /// When the session ends.
    pub expires_at: Option<Moment>,
}

impl Door {
    /// Compares the beak outside of any write; then opens a session, or counts a wrong beak.
    pub fn log_in(&self, name: &str, beak: &Beak) -> Result<Session, AppError> {
        let now = self.world().clock.now();
        let attempt = self.read(|read| auth::attempt(read, name, now))?;
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
        let Some(user) = caller.actor.user() else {
            return Ok(());
        };
        Ok(self.write(|tx| auth::end_sessions(tx, user))?)
    }

    /// Whose enrolment code it is.
    pub fn enrolment_of(&self, code: &Secret) -> Result<UserName, AppError> {
        let now = self.world().clock.now();
        Ok(self.read(|read| auth::enrolment_of(read, code, now))?)
    }

    /// Sets the beak of whose code it is, and logs it in.
    pub fn enrol(&self, code: &Secret, beak: &Beak) -> Result<(Enrolled, Session), AppError> {
        let hash = beak.hash()?;
        Ok(self.write(|tx| auth::enrol(tx, code, &hash))?)
    }

    /// Sets the caller's beak, given the old one; ends its other sessions. A wrong old one counts
    /// like a wrong login.
    pub fn change_beak(
        &self,
        caller: &Caller,
        old: &Beak,
        new: &Beak,
    ) -> Result<Enrolled, AppError> {
        authorise(&caller.actor, Permission::OwnUser)?;
        let no_popug = || AuthError::NoPopug(caller.actor.to_string());
        let name = caller.actor.user_name().ok_or_else(no_popug)?;
        let now = self.world().clock.now();
        let attempt = self.read(|read| auth::attempt(read, name.as_str(), now))?;
        if !attempt.is_right(old)? {
            self.write(|tx| auth::reject(tx, &attempt))?;
            return Err(AppError::Auth(AuthError::WrongOldBeak));
        }
        let hash = new.hash()?;
        self.write(|tx| {
            self.confirm(tx, caller)?;
            Ok(auth::change_beak(tx, &attempt, &hash, caller.proof())?)
        })
    }

    /// Lets a popug enrol anew for whoever the store's file belongs to, logged in or not. The log
    /// tells of it as popug's own doing.
    pub fn recover(&self, name: &Who) -> Result<EnrollCode, AppError> {
        let place = self.store().place();
        if !may_recover(place.owner()?, nix::unistd::geteuid().as_raw()) {
            return Err(AppError::NotTheOwner(place.path().to_owned()));
        }
        let stamp = self.world().stamp(&Actor::System);
        let name = String::from(name.clone());
        let (code, own) = self.store().write(&stamp, |tx| {
            let own = tx.head().seq;
            Ok::<_, AppError>((auth::enrol_anew(tx, &name)?, own))
        })?;
        self.heed(&stamp, own);
        Ok(code)
    }

    /// Who the caller is, and where.
    pub fn who_am_i(&self, caller: &Caller, via: &str) -> Result<WhoAmI, AppError> {
        let company = self.company()?;
        let role = match &caller.actor {
            Actor::Popug { role, .. } => Some(*role),
            Actor::System => None,
        };
        Ok(WhoAmI {
            user: caller.actor.to_string(),
            role,
            via: via.to_owned(),
            store: self.store().place().to_string(),
            sandbox: self.identity().sandbox,
            permissions: role.map(Permission::of).unwrap_or_default(),
            currency: company.currency,
            timezone: company.timezone,
            expires_at: Some(caller.expires_at),
        })
    }
}

/// The system's own rule for files: whoever owns one, and root.
const fn may_recover(owner: u32, user: u32) -> bool {
    user == owner || user == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_of_the_file_recovers_and_root_and_nobody_else() {
        assert!(may_recover(1_000, 1_000));
        assert!(may_recover(1_000, 0));
        assert!(!may_recover(1_000, 1_001));
        assert!(!may_recover(0, 1_000));
    }
}

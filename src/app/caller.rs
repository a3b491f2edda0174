//! Who comes to the door: proved when it comes, and again inside of a write.

use crate::app::door::{Caller, Door};
use crate::app::error::AppError;
use crate::auth::{self, AuthError, Proof, Secret, TokenError};
use crate::kernel::moment::Moment;
use crate::store::{Read, StoreError, Write};

impl Caller {
    /// What proves it.
    pub const fn proof(&self) -> &Proof {
        &self.proof
    }
}

impl Door {
    /// Whose session it is.
    pub fn authenticate(&self, session: &Secret) -> Result<Caller, AppError> {
        self.caller(Proof::Session(session.hash()))
    }

    /// Who acts with a token, or with the secret of a session in its place.
    pub fn authenticate_token(&self, token: &Secret) -> Result<Caller, AppError> {
        let caller = self.caller(Proof::Token(token.hash()))?;
        if let Err(error) = self.note_use(&caller) {
            tracing::debug!("the use of {} was not noted: {error}", caller.actor);
        }
        Ok(caller)
    }

    fn caller(&self, proof: Proof) -> Result<Caller, AppError> {
        let found = self
            .store()
            .read(|read| auth::actor_of(read, &proof, self.moment(read)));
        let (actor, expires_at) = found?;
        Ok(Caller {
            actor,
            expires_at,
            proof,
        })
    }

    /// Notes that a token is used, once an hour. Nobody waits for that: while another process
    /// writes, it is left to the next use.
    fn note_use(&self, caller: &Caller) -> Result<(), StoreError> {
        let hash = caller.proof.hash();
        if caller.actor.token_name().is_none()
            || !self
                .store()
                .read(|read| auth::is_use_due(read, hash, self.moment(read)))?
        {
            return Ok(());
        }
        let stamp = self.world().stamp(&caller.actor);
        self.store()
            .write_at_once(&stamp, |tx| auth::note_use(tx, hash))
    }

    /// Inside of the write, whoever asks must still be who it was: a session that was ended or a
    /// role that was taken away in the meantime ends here.
    pub(super) fn confirm(&self, tx: &Write<'_>, caller: &Caller) -> Result<(), AppError> {
        self.still(tx, caller, tx.now())
    }

    fn still(&self, read: &Read<'_>, caller: &Caller, now: Moment) -> Result<(), AppError> {
        let (actor, _) = auth::actor_of(read, &caller.proof, now)?;
        if actor == caller.actor {
            return Ok(());
        }
        Err(AppError::Auth(
            match (actor.token_name(), actor.user_name()) {
                (Some(_), Some(user)) => TokenError::RoleChanged(user.clone()).into(),
                _ => AuthError::SessionEnded,
            },
        ))
    }

    /// The same for whoever goes on reading for long.
    pub fn recheck(&self, caller: &Caller) -> Result<(), AppError> {
        self.store()
            .read(|read| self.still(read, caller, self.moment(read)))
    }
}

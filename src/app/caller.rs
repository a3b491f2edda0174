//! Who comes to the door: proved when it comes, and again inside of a write.

use crate::app::door::{Caller, Door};
use crate::app::error::AppError;
use crate::auth::{self, AuthError, Known, Proof, Secret, TokenError};
use crate::kernel::actor::Actor;
use crate::store::Write;

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
        self.caller(Proof::Token(token.hash()))
    }

    fn caller(&self, proof: Proof) -> Result<Caller, AppError> {
        let known = self
            .store()
            .read(|read| auth::known(read, &proof, self.moment(read)))?;
        if known.use_is_due && self.leaves_traces() {
            self.note_use(&known, &proof);
        }
        Ok(Caller {
            actor: known.actor,
            expires_at: known.expires_at,
            proof,
        })
    }

    /// Notes that somebody comes: a session's use once a day, a token's once an hour. Nobody waits
    /// for that: while another process writes, or where nothing can be written, it is left to the
    /// next use.
    fn note_use(&self, known: &Known, proof: &Proof) {
        let stamp = self.world().stamp(&known.actor);
        let noted = self
            .store()
            .write_at_once(&stamp, |tx| auth::note_use(tx, &known.actor, proof));
        if let Err(error) = noted {
            tracing::debug!("that {} came was not noted: {error}", known.actor);
        }
    }

    /// Inside of the write, whoever asks must still be who it was: a session that was ended or a
    /// role that was taken away in the meantime ends here.
    pub(super) fn confirm(&self, tx: &Write<'_>, caller: &Caller) -> Result<(), AppError> {
        let known = auth::known(tx, &caller.proof, tx.now())?;
        still(&caller.actor, &known.actor)
    }

    /// The same for whoever goes on reading for long; its use is noted like that of others.
    pub fn recheck(&self, caller: &Caller) -> Result<(), AppError> {
        let again = self.caller(caller.proof.clone())?;
        still(&caller.actor, &again.actor)
    }
}

fn still(before: &Actor, now: &Actor) -> Result<(), AppError> {
    if before == now {
        return Ok(());
    }
    Err(AppError::Auth(match now.token_name() {
        Some(token) => TokenError::RoleChanged(token.clone()).into(),
        None => AuthError::SessionEnded,
    }))
}

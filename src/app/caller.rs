//! Who comes to the door: what proves it is looked at inside of each transaction.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::refusal::Refusal;
use crate::auth::{self, Known, Proof, Secret};
use crate::kernel::actor::Actor;
use crate::kernel::moment::Moment;
use crate::kernel::permission::Permission;
use crate::store::Read;

/// Whoever asks: what proves it, or where that is kept.
#[derive(Clone)]
pub struct Caller(Credential);

#[derive(Clone)]
enum Credential {
    Shown(Proof),
    Kept(Arc<Kept>),
}

/// A session that is kept, and what was found of it first: who asks stays who asked, though another
/// logs in beside it.
struct Kept {
    find: Box<FindSession>,
    found: OnceLock<(String, Proof)>,
}

/// Finds the secret of a session that is kept for the store with this id.
type FindSession = dyn Fn(&str) -> Result<Secret, Refusal> + Send + Sync;

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Credential::Shown(proof) => proof.fmt(f),
            Credential::Kept(_) => f.write_str("Kept"),
        }
    }
}

impl Caller {
    /// Whose session it is.
    pub fn session(secret: &Secret) -> Self {
        Self(Credential::Shown(Proof::Session(secret.hash())))
    }

    /// Who acts with a token, or with the secret of a session in its place.
    pub fn token(secret: &Secret) -> Self {
        Self(Credential::Shown(Proof::Token(secret.hash())))
    }

    /// Whose session is found once it is known which store is asked.
    pub fn kept(find: impl Fn(&str) -> Result<Secret, Refusal> + Send + Sync + 'static) -> Self {
        let (find, found) = (Box::new(find), OnceLock::new());
        Self(Credential::Kept(Arc::new(Kept { find, found })))
    }

    /// What proves it to the store with this id.
    fn proof(&self, store_id: &str) -> Result<Proof, AppError> {
        match &self.0 {
            Credential::Shown(proof) => Ok(proof.clone()),
            Credential::Kept(kept) => kept.proof(store_id),
        }
    }
}

impl Kept {
    fn proof(&self, store_id: &str) -> Result<Proof, AppError> {
        if let Some((store, proof)) = self.found.get()
            && store == store_id
        {
            return Ok(proof.clone());
        }
        let secret = (self.find)(store_id);
        let secret = secret.map_err(|refusal| AppError::NoSession(Box::new(refusal)))?;
        let proof = Proof::Session(secret.hash());
        self.found
            .get_or_init(|| (store_id.to_owned(), proof.clone()));
        Ok(proof)
    }
}

/// Whoever asks, once that is known.
#[derive(Clone, Debug)]
pub struct Authenticated {
    /// Who, with the role of the moment.
    pub actor: Actor,
    /// When the proof ends; `None`: never.
    pub expires_at: Option<Moment>,
    /// What proved it.
    pub proof: Proof,
    use_is_due: bool,
}

impl Authenticated {
    /// Refuses whoever may not (A4); without a permission everybody may who is known.
    pub fn authorise(&self, permission: Option<Permission>) -> Result<(), AppError> {
        match permission.filter(|it| !self.actor.may(*it)) {
            None => Ok(()),
            Some(permission) => Err(AppError::Forbidden {
                actor: Box::new(self.actor.clone()),
                permission,
            }),
        }
    }
}

impl Door {
    /// Who asks, in the state that is read: a session that was ended ends here.
    pub(super) fn authenticate_in(
        &self,
        read: &Read<'_>,
        caller: &Caller,
    ) -> Result<Authenticated, AppError> {
        let proof = caller.proof(&self.identity()?.store_id)?;
        let known = auth::known(read, &proof, self.moment(read))?;
        let Known {
            actor,
            expires_at,
            use_is_due,
        } = known;
        Ok(Authenticated {
            actor,
            expires_at,
            proof,
            use_is_due,
        })
    }

    /// Who asks.
    pub fn authenticate(&self, caller: &Caller) -> Result<Authenticated, AppError> {
        let known = self.read(|read| self.authenticate_in(read, caller))?;
        self.note_use(&known);
        Ok(known)
    }

    /// Notes that somebody comes: a session's use once a day, a token's once an hour. Nobody waits
    /// for that: while another process writes, or where nothing can be written, it is left to the
    /// next use.
    pub(super) fn note_use(&self, who: &Authenticated) {
        if !who.use_is_due || !self.leaves_traces() {
            return;
        }
        let stamp = self.world().stamp(&who.actor);
        let noted = self
            .store()
            .write_at_once(&stamp, |tx| auth::note_use(tx, &who.actor, &who.proof));
        if let Err(error) = noted {
            tracing::debug!("that {} came was not noted: {error}", who.actor);
        }
    }
}

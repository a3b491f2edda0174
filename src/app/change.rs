//! Requests that change something: commands in one transaction, procedures in several.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::caller::Caller;
use crate::app::door::{Door, Terms, keyed};
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::app::request::Request;
use crate::store::Write;

/// A request that changes something, whichever way. The registry says for each row how it is run.
pub trait Change: Request {
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// Runs it behind the door, once it is let in.
    fn run_behind(
        self,
        door: &Door,
        caller: &Caller,
        terms: &Terms,
    ) -> Result<Self::Answer, AppError>;
}

/// A change in several transactions, each whole by itself: one that was cut short goes on where it
/// was when it is asked for again.
pub trait Procedure: Request {
    /// What it answers.
    type Answer: Clone + Serialize + DeserializeOwned;

    /// Does it, or what is left of it.
    fn proceed(
        &self,
        door: &Door,
        caller: &Caller,
        keyed: Option<&Keyed>,
    ) -> Result<Self::Answer, AppError>;

    /// Does all of it and keeps nothing.
    fn rehearse(&self, _door: &Door, _caller: &Caller) -> Result<Self::Answer, AppError> {
        Err(AppError::NoDryRun(Self::NAME))
    }

    /// Whether all went well: only then does a key stand for the answer.
    fn is_done(_answer: &Self::Answer) -> bool {
        true
    }

    /// The answer that a key stands for: this one, unless others did a part under the same key.
    fn whole(
        _tx: &Write<'_>,
        _keyed: &Keyed,
        answer: &Self::Answer,
    ) -> Result<Self::Answer, AppError> {
        Ok(answer.clone())
    }
}

impl Door {
    /// Runs a request that changes something: rights, then key, then rule.
    pub fn run<C: Change>(
        &self,
        caller: &Caller,
        change: C,
        terms: &Terms,
    ) -> Result<C::Answer, AppError> {
        change.run_behind(self, caller, terms)
    }

    /// Runs a procedure, unless it was done before under its key.
    pub(super) fn procedure<P: Procedure>(
        &self,
        caller: &Caller,
        procedure: &P,
        terms: &Terms,
    ) -> Result<P::Answer, AppError> {
        let key = keyed(procedure, terms)?;
        let (keyed, answered) = self.look(caller, |state| {
            state.authorise(procedure)?;
            let keyed = key.as_ref().map(|it| it.of(&state.who.actor));
            let answered = keyed.as_ref().map(|it| it.answered_or_begun(state.read));
            Ok::<_, AppError>((keyed, answered.transpose()?.flatten()))
        })?;
        if terms.dry_run {
            return procedure.rehearse(self, caller);
        }
        if let Some(answer) = answered {
            return Ok(answer);
        }
        let Some(keyed) = keyed else {
            return procedure.proceed(self, caller, None);
        };
        let answer = procedure.proceed(self, caller, Some(&keyed))?;
        if !P::is_done(&answer) {
            return Ok(answer);
        }
        self.write(|tx| {
            let whole = P::whole(tx, &keyed, &answer)?;
            keyed.keep_once(tx, whole)
        })
    }
}

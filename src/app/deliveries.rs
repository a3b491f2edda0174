//! Everything that is due, handed over and paid out at once, as it is after a close.

use serde::{Deserialize, Serialize};

use crate::app::caller::Caller;
use crate::app::change::Procedure;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::app::mail::{Handed, send_letters};
use crate::app::payments::settle_payments;
use crate::app::refusal::Refusal;
use crate::kernel::actor::Actor;
use crate::kernel::ids::InvoiceId;
use crate::kernel::permission::Permission;

/// `delivery.send`: hands over every letter and settles every payment that is due. What fails of one
/// holds up nothing of the other.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SendDue {}

/// What became of what was due.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SentDue {
    /// The letters.
    pub letters: Handed,
    /// Why no more of them were handed over; null where all were tried.
    pub letters_stopped: Option<Refusal>,
    /// The payments that are processed.
    pub payments: Vec<InvoiceId>,
    /// Why no more of them were settled; null where all were.
    pub payments_stopped: Option<Refusal>,
}

impl SendDue {
    /// What it takes: whoever closes days lets out what follows from it.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        match actor.may(Permission::AccountRead) {
            true => Permission::AccountRead,
            false => Permission::DayClose,
        }
    }
}

impl Procedure for SendDue {
    type Answer = SentDue;

    fn proceed(&self, door: &Door, _: &Caller, _: Option<&Keyed>) -> Result<SentDue, AppError> {
        let (letters, letters_stopped) = either(send_letters(door));
        let (payments, payments_stopped) = either(settle_payments(door));
        Ok(SentDue {
            letters,
            letters_stopped,
            payments,
            payments_stopped,
        })
    }

    fn is_done(answer: &SentDue) -> bool {
        let all = answer.letters.failed.is_empty();
        all && answer.letters_stopped.is_none() && answer.payments_stopped.is_none()
    }
}

fn either<T: Default>(done: Result<T, AppError>) -> (T, Option<Refusal>) {
    match done {
        Ok(done) => (done, None),
        Err(error) => (T::default(), Some(Refusal::from(error))),
    }
}

//! Trying again now, whatever the queue would have waited for.

use serde::{Deserialize, Serialize};

use crate::delivery::model::{LetterState, PaymentState};
use crate::delivery::queued::{QueuedLetter, QueuedPayment};
use crate::delivery::sql::{letters, payments};
use crate::delivery::{DeliveryError, distinct};
use crate::kernel::ids::InvoiceId;
use crate::store::{Asker, Command, Write};

/// Letters that are dead or wait become due now, and are tried as if they were new; all or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MailRetry {
    /// Which.
    pub ids: Vec<InvoiceId>,
}

/// Payments that wait become due now; all or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PaymentRetry {
    /// Which.
    pub ids: Vec<InvoiceId>,
}

impl Command for MailRetry {
    type Answer = Vec<QueuedLetter>;
    type Error = DeliveryError;

    fn run(&self, tx: &mut Write<'_>, _: &Asker) -> Result<Vec<QueuedLetter>, DeliveryError> {
        let now = tx.now();
        let mut due = Vec::with_capacity(self.ids.len());
        for id in distinct(&self.ids) {
            let (state, _) = letters::state(tx, id)?.ok_or(DeliveryError::UnknownLetter(id))?;
            match state {
                LetterState::Sent => return Err(DeliveryError::LetterSent(id)),
                LetterState::Pending | LetterState::Dead => letters::set_due(tx, id, now)?,
            }
            due.extend(letters::queued(tx, id)?);
        }
        Ok(due)
    }
}

impl Command for PaymentRetry {
    type Answer = Vec<QueuedPayment>;
    type Error = DeliveryError;

    fn run(&self, tx: &mut Write<'_>, _: &Asker) -> Result<Vec<QueuedPayment>, DeliveryError> {
        let now = tx.now();
        let mut due = Vec::with_capacity(self.ids.len());
        for id in distinct(&self.ids) {
            let state = payments::state(tx, id)?.ok_or(DeliveryError::UnknownPayment(id))?;
            match state {
                PaymentState::Processed => return Err(DeliveryError::PaymentProcessed(id)),
                PaymentState::Refused => return Err(DeliveryError::PaymentRefused(id)),
                PaymentState::Pending => payments::set_due(tx, id, now)?,
            }
            due.extend(payments::queued(tx, id)?);
        }
        Ok(due)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::{
        NOW, asker, due, fail, finalized, invoice, sends, set_payment, setting, told, user,
    };
    use crate::store::testing::{Scratch, stamp};

    const LATER: &str = "2026-11-23T08:00:00Z";

    fn company() -> Scratch {
        let scratch = Scratch::new();
        told(&scratch, &[user(1, "kesha"), user(2, "gosha")]);
        told(&scratch, &[setting("payments", "https://bank.example")]);
        told(&scratch, &[finalized(1, 1_700), finalized(2, 900)]);
        scratch
    }

    fn retry<C>(scratch: &Scratch, command: &C) -> Result<C::Answer, DeliveryError>
    where
        C: Command<Error = DeliveryError>,
    {
        let stamp = stamp(LATER);
        scratch.store.write(&stamp, |tx| command.run(tx, &asker()))
    }

    fn letters(ids: &[i64]) -> MailRetry {
        let ids = ids.iter().copied().map(InvoiceId::new).collect();
        MailRetry { ids }
    }

    #[test]
    fn a_dead_letter_and_one_that_waits_start_anew() {
        let scratch = company();
        for _ in 0..12 {
            fail(&scratch, 1, NOW);
        }
        fail(&scratch, 2, LATER);
        assert_eq!(due(&scratch, LATER), Vec::<i64>::new());
        let answer = retry(&scratch, &letters(&[1, 2, 1])).expect("retried");
        insta::assert_snapshot!(serde_json::to_string(&answer).expect("JSON"), @r#"[{"id":1,"day":"2026-11-22","user":"kesha","amount_cents":1700,"state":"pending","attempts":0,"next_at":"2026-11-23T08:00:00Z","last_error":"the disk is full"},{"id":2,"day":"2026-11-22","user":"gosha","amount_cents":900,"state":"pending","attempts":0,"next_at":"2026-11-23T08:00:00Z","last_error":"the disk is full"}]"#);
        assert_eq!(due(&scratch, LATER), [1, 2]);
    }

    #[test]
    fn all_letters_are_retried_or_none() {
        let scratch = company();
        fail(&scratch, 1, LATER);
        sends(&scratch, 2);
        let refused = retry(&scratch, &letters(&[1, 2])).expect_err("sent");
        assert_eq!(refused.to_string(), "letter 2 was sent");
        let refused = retry(&scratch, &letters(&[1, 3])).expect_err("unknown");
        assert_eq!(refused.to_string(), "there is no letter 3");
        assert_eq!(due(&scratch, LATER), Vec::<i64>::new());
    }

    #[test]
    fn a_payment_that_has_ended_is_not_tried_again() {
        let scratch = company();
        let payment = |id: i64| PaymentRetry {
            ids: vec![invoice(id)],
        };
        let due = retry(&scratch, &payment(1)).expect("it waits");
        assert_eq!(due[0].next_at.map(|at| at.to_string()), Some(LATER.into()));
        set_payment(&scratch, 1, PaymentState::Processed);
        set_payment(&scratch, 2, PaymentState::Refused);
        for (id, told) in [
            (1, "payment 1 was processed: the money has left"),
            (
                2,
                "payment 2 was refused: its money is back on the account, and the next close pays it again",
            ),
            (3, "there is no payment 3"),
        ] {
            let error = retry(&scratch, &payment(id)).expect_err("ended");
            assert_eq!(error.to_string(), told);
        }
    }
}

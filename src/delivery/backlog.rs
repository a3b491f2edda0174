//! How much waits to be delivered, counted by index.

use serde::{Deserialize, Serialize};

use crate::delivery::DeliveryError;
use crate::delivery::model::{LetterState, PaymentState};
use crate::delivery::sql::{letters, payments};
use crate::kernel::moment::Moment;
use crate::store::Read;

/// Letters that are not handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterBacklog {
    /// Those that wait for their next attempt.
    pub pending: i64,
    /// Those of them whose time has come.
    pub overdue: i64,
    /// Those that were given up.
    pub dead: i64,
}

/// Payments that have not left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PaymentBacklog {
    /// Those that wait for their next attempt.
    pub pending: i64,
    /// Those of them whose time has come.
    pub overdue: i64,
    /// Those that the gateway refused for good.
    pub refused: i64,
}

/// The letters that are not handed over at `now`.
pub fn letter_backlog(read: &Read<'_>, now: Moment) -> Result<LetterBacklog, DeliveryError> {
    let count = |state, by| letters::count(read, state, by);
    Ok(LetterBacklog {
        pending: count(LetterState::Pending, None)?,
        overdue: count(LetterState::Pending, Some(now))?,
        dead: count(LetterState::Dead, None)?,
    })
}

/// The payments that have not left at `now`.
pub fn payment_backlog(read: &Read<'_>, now: Moment) -> Result<PaymentBacklog, DeliveryError> {
    let count = |state, by| payments::count(read, state, by);
    Ok(PaymentBacklog {
        pending: count(PaymentState::Pending, None)?,
        overdue: count(PaymentState::Pending, Some(now))?,
        refused: count(PaymentState::Refused, None)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::mark_failed;
    use crate::delivery::testing::{NOW, finalized, setting, told, user};
    use crate::kernel::ids::InvoiceId;
    use crate::store::testing::{Scratch, moment, stamp};

    #[test]
    fn what_waits_and_what_is_past_due_is_counted() {
        let scratch = Scratch::new();
        told(&scratch, &[user(1, "kesha"), user(2, "gosha")]);
        told(
            &scratch,
            &[
                setting("payments", "https://bank.example"),
                finalized(1, 1_700),
                finalized(2, 900),
            ],
        );
        let failed = scratch.store.write(&stamp(NOW), |tx| {
            mark_failed(tx, InvoiceId::new(1), 0, "full")
        });
        failed.expect("marked");
        let letters = |at| scratch.store.read(|read| letter_backlog(read, moment(at)));
        let letters = |at| {
            let it = letters(at).expect("counted");
            (it.pending, it.overdue, it.dead)
        };
        assert_eq!(letters(NOW), (2, 1, 0));
        assert_eq!(letters("2026-11-24T00:00:00Z"), (2, 2, 0));
        let payments = scratch
            .store
            .read(|read| payment_backlog(read, moment(NOW)));
        let payments = payments.expect("counted");
        assert_eq!(
            (payments.pending, payments.overdue, payments.refused),
            (2, 2, 0)
        );
    }
}

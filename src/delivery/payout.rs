//! The queue of payments, as the app empties it.

use crate::delivery::DeliveryError;
use crate::delivery::model::{DuePayment, PaymentState, Retry};
use crate::delivery::sql::payments;
use crate::events::Append;
use crate::events::shape::{Outcome, TransactionProcessed};
use crate::kernel::moment::Moment;
use crate::store::{Read, Write};

/// At most `limit` payments that are due at `now`, those that have waited longest first; as with
/// letters, none waits for a clock that was set back.
pub fn due_payments(
    read: &Read<'_>,
    now: Moment,
    limit: i64,
) -> Result<Vec<DuePayment>, DeliveryError> {
    Ok(payments::due(read, now, Retry::latest(now), limit)?)
}

/// The money of a payment has left, which is told in the same commit. One that has ended meanwhile
/// stays as it is, and `false` says so.
pub fn mark_processed(tx: &mut Write<'_>, payment: &DuePayment) -> Result<bool, DeliveryError> {
    let id = payment.invoice;
    match payments::state(tx, id)?.ok_or(DeliveryError::UnknownPayment(id))? {
        PaymentState::Processed | PaymentState::Refused => return Ok(false),
        PaymentState::Pending => {}
    }
    let now = tx.now();
    payments::set_processed(tx, id, payment.attempts.saturating_add(1), now)?;
    tx.append(TransactionProcessed {
        transaction: payment.transaction,
        outcome: Outcome::Processed,
        reference: None,
    })?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::{NOW, finalized, setting, told, user};
    use crate::store::testing::{Scratch, moment, stamp};

    fn due(scratch: &Scratch) -> Vec<DuePayment> {
        let due = scratch
            .store
            .read(|read| due_payments(read, moment(NOW), 10));
        due.expect("payments")
    }

    #[test]
    fn a_payment_that_waited_for_a_gateway_is_processed_and_told_of_once() {
        let scratch = Scratch::new();
        told(&scratch, &[user(1, "kesha"), finalized(1, 100)]);
        told(&scratch, &[setting("payments", "https://bank.example")]);
        told(&scratch, &[finalized(2, 1_700)]);
        let [payment] = due(&scratch).try_into().expect("one waits");
        assert_eq!((payment.invoice.get(), payment.attempts), (2, 0));
        let settle = || {
            let stamp = stamp(NOW);
            let marked = scratch
                .store
                .write(&stamp, |tx| mark_processed(tx, &payment));
            marked.expect("marked")
        };
        assert_eq!([settle(), settle()], [true, false]);
        assert_eq!(due(&scratch), []);
        let said = scratch.store.read(|read| {
            let sql = "SELECT COUNT(*) FROM events_log WHERE name = 'transaction.processed'";
            read.one(sql, &[], crate::store::columns::<i64>)
        });
        assert_eq!(said.expect("a count"), 2);
    }
}

//! The statements of payments.

use crate::delivery::model::{DuePayment, Invoice, PaymentState};
use crate::delivery::queued::QueuedPayment;
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::moment::Moment;
use crate::store::{Insert, Read, StoreError, Value, Visit, Write, columns, fields};

/// Queues payments: due from `at` on, or over at once.
pub fn insert<'a>(
    tx: &mut Write<'_>,
    payments: impl IntoIterator<Item = (&'a Invoice, PaymentState)>,
    at: Moment,
) -> Result<(), StoreError> {
    let into = Insert {
        table: "delivery_payment",
        columns: &[
            "invoice_id",
            "day",
            "user_id",
            "transaction_id",
            "amount_cents",
            "finalized_at",
            "state",
            "attempts",
            "next_at",
            "ended_at",
        ],
    };
    let rows = payments.into_iter().map(|(invoice, state)| {
        let (next, ended) = match state {
            PaymentState::Pending => (Some(at), None),
            PaymentState::Processed | PaymentState::Refused => (None, Some(at)),
        };
        [
            Value::owned(&invoice.id),
            Value::owned(&invoice.day),
            Value::owned(&invoice.user),
            Value::owned(&invoice.transaction),
            Value::owned(&invoice.amount),
            Value::owned(&invoice.finalized_at),
            Value::owned(&state),
            Value::Int(0),
            Value::owned(&next),
            Value::owned(&ended),
        ]
    });
    tx.insert_many(&into, rows).map(|_| ())
}

fields!(DuePayment: invoice, transaction, attempts);

/// Payments that are due at `now`, those that have waited longest first; also those that were never
/// tried, or are to be tried after `latest` only.
pub fn due(
    read: &Read<'_>,
    now: Moment,
    latest: Moment,
    limit: i64,
) -> Result<Vec<DuePayment>, StoreError> {
    let sql = "SELECT invoice_id, transaction_id, attempts
               FROM delivery_payment
               WHERE state = 'pending' AND (next_at <= ?1 OR next_at > ?2 OR attempts = 0)
               ORDER BY next_at, invoice_id
               LIMIT ?3";
    read.all(sql, &[&now, &latest, &limit], columns)
}

/// A payment's state.
pub fn state(read: &Read<'_>, id: InvoiceId) -> Result<Option<PaymentState>, StoreError> {
    let sql = "SELECT state FROM delivery_payment WHERE invoice_id = ?1";
    read.first(sql, &[&id], columns)
}

/// The money of a payment has left, at the attempt of this number.
pub fn set_processed(
    tx: &mut Write<'_>,
    id: InvoiceId,
    attempts: i64,
    at: Moment,
) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_payment
               SET state = 'processed', attempts = ?2, ended_at = ?3, next_at = NULL,
                   last_error = NULL
               WHERE invoice_id = ?1";
    tx.execute(sql, &[&id, &attempts, &at]).map(|_| ())
}

/// A payment that waits is due from `at` on, as if it had never been tried.
pub fn set_due(tx: &mut Write<'_>, id: InvoiceId, at: Moment) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_payment SET attempts = 0, next_at = ?2 WHERE invoice_id = ?1";
    tx.execute(sql, &[&id, &at]).map(|_| ())
}

/// The `nth` newest payment, counted from 1; `None` where there are fewer.
pub fn newest(read: &Read<'_>, nth: i64) -> Result<Option<InvoiceId>, StoreError> {
    let sql = "SELECT invoice_id FROM delivery_payment ORDER BY invoice_id DESC LIMIT 1 OFFSET ?1";
    read.first(sql, &[&(nth - 1)], columns)
}

/// Shows payments from a number on, oldest first.
pub fn each_from(
    read: &Read<'_>,
    from: InvoiceId,
    visit: Visit<'_, QueuedPayment>,
) -> Result<(), StoreError> {
    let sql = "SELECT payment.invoice_id, payment.day, addressee.name, payment.amount_cents,
                      payment.state, payment.attempts, payment.next_at, payment.last_error
               FROM delivery_payment AS payment
               LEFT JOIN delivery_user AS addressee ON addressee.id = payment.user_id
               WHERE payment.invoice_id >= ?1
               ORDER BY payment.invoice_id";
    read.walk(sql, &[&from], columns, visit)
}

/// A payment as the queue shows it.
pub fn queued(read: &Read<'_>, id: InvoiceId) -> Result<Option<QueuedPayment>, StoreError> {
    let sql = "SELECT payment.invoice_id, payment.day, addressee.name, payment.amount_cents,
                      payment.state, payment.attempts, payment.next_at, payment.last_error
               FROM delivery_payment AS payment
               LEFT JOIN delivery_user AS addressee ON addressee.id = payment.user_id
               WHERE payment.invoice_id = ?1";
    read.first(sql, &[&id], columns)
}

fields!(QueuedPayment: id, day, user, amount_cents, state, attempts, next_at, last_error);

/// What the payments from one to another are about, both included, by number.
pub fn invoices_between(
    read: &Read<'_>,
    (first, last): (InvoiceId, InvoiceId),
) -> Result<Vec<Invoice>, StoreError> {
    let sql = "SELECT invoice_id, day, user_id, transaction_id, amount_cents, finalized_at
               FROM delivery_payment WHERE invoice_id BETWEEN ?1 AND ?2 ORDER BY invoice_id";
    read.all(sql, &[&first, &last], columns)
}

/// The first payment that is numbered behind another.
pub fn first_behind(read: &Read<'_>, last: InvoiceId) -> Result<Option<InvoiceId>, StoreError> {
    let sql = "SELECT invoice_id FROM delivery_payment WHERE invoice_id > ?1
               ORDER BY invoice_id LIMIT 1";
    read.first(sql, &[&last], columns)
}

/// How many payments of each day wait, and how many were refused.
pub fn not_arrived(read: &Read<'_>) -> Result<Vec<(Day, PaymentState, i64)>, StoreError> {
    let sql = "SELECT day, state, COUNT(*) FROM delivery_payment
               WHERE state IN ('pending', 'refused')
               GROUP BY day, state ORDER BY day, state";
    read.all(sql, &[], columns)
}

/// How many are in a state; with an instant those whose time has come by then.
pub fn count(read: &Read<'_>, state: PaymentState, by: Option<Moment>) -> Result<i64, StoreError> {
    match by {
        None => {
            let sql = "SELECT COUNT(*) FROM delivery_payment WHERE state = ?1";
            read.one(sql, &[&state], columns)
        }
        Some(by) => {
            let sql = "SELECT COUNT(*) FROM delivery_payment WHERE state = ?1 AND next_at <= ?2";
            read.one(sql, &[&state, &by], columns)
        }
    }
}

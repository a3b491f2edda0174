//! The statements of letters.

use crate::delivery::model::{DueLetter, Invoice, KeptLetter, LetterState, Retry, Sent};
use crate::delivery::queued::QueuedLetter;
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::moment::Moment;
use crate::store::{Insert, Read, StoreError, Value, Visit, Write, columns, fields};

/// Queues letters, due from `at` on, each with the domain of its Message-ID.
pub fn insert<'a>(
    tx: &mut Write<'_>,
    letters: impl IntoIterator<Item = (&'a Invoice, &'a str)>,
    at: Moment,
) -> Result<(), StoreError> {
    let into = Insert {
        table: "delivery_letter",
        columns: &[
            "invoice_id",
            "day",
            "user_id",
            "transaction_id",
            "amount_cents",
            "finalized_at",
            "domain",
            "state",
            "attempts",
            "next_at",
        ],
    };
    let rows = letters.into_iter().map(|(invoice, domain)| {
        [
            Value::owned(&invoice.id),
            Value::owned(&invoice.day),
            Value::owned(&invoice.user),
            Value::owned(&invoice.transaction),
            Value::owned(&invoice.amount),
            Value::owned(&invoice.finalized_at),
            Value::owned(domain),
            Value::owned(&LetterState::Pending),
            Value::Int(0),
            Value::owned(&at),
        ]
    });
    tx.insert_many(&into, rows).map(|_| ())
}

fields!(DueLetter:
    invoice, day, user, name, email, full_name, amount, finalized_at, domain, attempts);

/// Letters that are due at `now`, those that have waited longest first; also those that were never
/// tried, or are to be tried after `latest` only. One to a popug of which nothing was heard yet
/// waits until it is.
pub fn due(
    read: &Read<'_>,
    now: Moment,
    latest: Moment,
    limit: i64,
) -> Result<Vec<DueLetter>, StoreError> {
    let sql = "SELECT letter.invoice_id, letter.day, letter.user_id, addressee.name,
                      addressee.email, addressee.full_name, letter.amount_cents,
                      letter.finalized_at, letter.domain, letter.attempts
               FROM delivery_letter AS letter
               JOIN delivery_user AS addressee ON addressee.id = letter.user_id
               WHERE letter.state = 'pending'
                 AND (letter.next_at <= ?1 OR letter.next_at > ?2 OR letter.attempts = 0)
               ORDER BY letter.next_at, letter.invoice_id
               LIMIT ?3";
    read.all(sql, &[&now, &latest, &limit], columns)
}

/// A letter's state and how often it was tried.
pub fn state(read: &Read<'_>, id: InvoiceId) -> Result<Option<(LetterState, i64)>, StoreError> {
    let sql = "SELECT state, attempts FROM delivery_letter WHERE invoice_id = ?1";
    read.first(sql, &[&id], columns)
}

/// A letter was taken, at the attempt of this number.
pub fn set_sent(
    tx: &mut Write<'_>,
    id: InvoiceId,
    attempts: i64,
    at: Moment,
    sent: &Sent,
) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_letter
               SET state = 'sent', attempts = ?2, sent_at = ?3, sent_to = ?4, sent_from = ?5,
                   sent_timezone = ?6, next_at = NULL, last_error = NULL,
                   discarded_at = NULL, discarded_by = NULL
               WHERE invoice_id = ?1";
    let Sent { to, from, timezone } = sent;
    tx.execute(sql, &[&id, &attempts, &at, to, from, timezone])
        .map(|_| ())
}

/// A letter was not taken, at the attempt of this number.
pub fn set_failed(
    tx: &mut Write<'_>,
    id: InvoiceId,
    attempts: i64,
    retry: Retry,
    reason: &str,
) -> Result<(), StoreError> {
    let (state, next) = match retry {
        Retry::At(then) => (LetterState::Pending, Some(then)),
        Retry::Never => (LetterState::Dead, None),
    };
    let sql = "UPDATE delivery_letter
               SET state = ?2, attempts = ?3, next_at = ?4, last_error = ?5
               WHERE invoice_id = ?1";
    tx.execute(sql, &[&id, &state, &attempts, &next, &reason])
        .map(|_| ())
}

/// A letter is due from `at` on, as if it had never been tried.
pub fn set_due(tx: &mut Write<'_>, id: InvoiceId, at: Moment) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_letter
               SET state = 'pending', attempts = 0, next_at = ?2,
                   discarded_at = NULL, discarded_by = NULL
               WHERE invoice_id = ?1";
    tx.execute(sql, &[&id, &at]).map(|_| ())
}

/// A letter is given up knowingly.
pub fn set_discarded(
    tx: &mut Write<'_>,
    id: InvoiceId,
    at: Moment,
    by: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_letter
               SET state = 'dead', next_at = NULL, discarded_at = ?2, discarded_by = ?3
               WHERE invoice_id = ?1";
    tx.execute(sql, &[&id, &at, &by]).map(|_| ())
}

/// The `nth` newest letter, counted from 1; `None` where there are fewer.
pub fn newest(read: &Read<'_>, nth: i64) -> Result<Option<InvoiceId>, StoreError> {
    let sql = "SELECT invoice_id FROM delivery_letter ORDER BY invoice_id DESC LIMIT 1 OFFSET ?1";
    read.first(sql, &[&(nth - 1)], columns)
}

/// Shows letters from a number on, oldest first.
pub fn each_from(
    read: &Read<'_>,
    from: InvoiceId,
    visit: Visit<'_, QueuedLetter>,
) -> Result<(), StoreError> {
    let sql = "SELECT letter.invoice_id, letter.day, addressee.name, letter.amount_cents,
                      letter.state, letter.attempts, letter.next_at, letter.last_error
               FROM delivery_letter AS letter
               LEFT JOIN delivery_user AS addressee ON addressee.id = letter.user_id
               WHERE letter.invoice_id >= ?1
               ORDER BY letter.invoice_id";
    read.walk(sql, &[&from], columns, visit)
}

/// A letter as the queue shows it.
pub fn queued(read: &Read<'_>, id: InvoiceId) -> Result<Option<QueuedLetter>, StoreError> {
    let sql = "SELECT letter.invoice_id, letter.day, addressee.name, letter.amount_cents,
                      letter.state, letter.attempts, letter.next_at, letter.last_error
               FROM delivery_letter AS letter
               LEFT JOIN delivery_user AS addressee ON addressee.id = letter.user_id
               WHERE letter.invoice_id = ?1";
    read.first(sql, &[&id], columns)
}

fields!(QueuedLetter: id, day, user, amount_cents, state, attempts, next_at, last_error);

fields!(KeptLetter:
    queued, user, finalized_at, domain, email, sent_at, sent_to, sent_from, sent_timezone,
    discarded_at, discarded_by);

/// All that is kept of a letter.
pub fn letter(read: &Read<'_>, id: InvoiceId) -> Result<Option<KeptLetter>, StoreError> {
    let sql = "SELECT letter.invoice_id, letter.day, addressee.name, letter.amount_cents,
                      letter.state, letter.attempts, letter.next_at, letter.last_error,
                      letter.user_id, letter.finalized_at, letter.domain, addressee.email,
                      letter.sent_at, letter.sent_to, letter.sent_from, letter.sent_timezone,
                      letter.discarded_at, letter.discarded_by
               FROM delivery_letter AS letter
               LEFT JOIN delivery_user AS addressee ON addressee.id = letter.user_id
               WHERE letter.invoice_id = ?1";
    read.first(sql, &[&id], columns)
}

/// What the letters from one to another are about, both included, by number.
pub fn invoices_between(
    read: &Read<'_>,
    (first, last): (InvoiceId, InvoiceId),
) -> Result<Vec<Invoice>, StoreError> {
    let sql = "SELECT invoice_id, day, user_id, transaction_id, amount_cents, finalized_at
               FROM delivery_letter WHERE invoice_id BETWEEN ?1 AND ?2 ORDER BY invoice_id";
    read.all(sql, &[&first, &last], columns)
}

/// The first letter that is numbered behind another.
pub fn first_behind(read: &Read<'_>, last: InvoiceId) -> Result<Option<InvoiceId>, StoreError> {
    let sql = "SELECT invoice_id FROM delivery_letter WHERE invoice_id > ?1
               ORDER BY invoice_id LIMIT 1";
    read.first(sql, &[&last], columns)
}

/// How many letters of each day wait, and how many are dead that nobody gave up.
pub fn not_arrived(read: &Read<'_>) -> Result<Vec<(Day, LetterState, i64)>, StoreError> {
    let sql = "SELECT day, state, COUNT(*) FROM delivery_letter
               WHERE state IN ('pending', 'dead') AND discarded_at IS NULL
               GROUP BY day, state ORDER BY day, state";
    read.all(sql, &[], columns)
}

/// How many are in a state; with an instant those whose time has come by then.
pub fn count(read: &Read<'_>, state: LetterState, by: Option<Moment>) -> Result<i64, StoreError> {
    match by {
        None => {
            let sql = "SELECT COUNT(*) FROM delivery_letter WHERE state = ?1";
            read.one(sql, &[&state], columns)
        }
        Some(by) => {
            let sql = "SELECT COUNT(*) FROM delivery_letter WHERE state = ?1 AND next_at <= ?2";
            read.one(sql, &[&state, &by], columns)
        }
    }
}

//! The statements of delivery.

mod export;

use crate::delivery::model::{
    Addressee, DueLetter, Invoice, InvoiceStates, LetterState, PaymentState, Retry,
};
use crate::delivery::queued::{QueuedLetter, QueuedPayment};
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, UserId};
use crate::kernel::moment::Moment;
use crate::store::{Column, Insert, Read, Row, StoreError, Value, Write};

pub use export::EXPORT;

/// Writes a popug over what was known of it.
pub fn put_user(tx: &mut Write<'_>, id: UserId, user: &Addressee) -> Result<(), StoreError> {
    let sql = "INSERT INTO delivery_user (id, name, email, full_name)
               VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (id) DO UPDATE SET
                   name = EXCLUDED.name,
                   email = EXCLUDED.email,
                   full_name = EXCLUDED.full_name";
    tx.execute(sql, &[&id, &user.name, &user.email, &user.full_name])
        .map(|_| ())
}

/// Every popug that was heard of, by id.
pub fn users(read: &Read<'_>) -> Result<Vec<(UserId, Addressee)>, StoreError> {
    let sql = "SELECT id, name, email, full_name FROM delivery_user ORDER BY id";
    read.all(sql, &[], |row| {
        let user = Addressee {
            name: row.get(1)?,
            email: row.get(2)?,
            full_name: row.get(3)?,
        };
        Ok((row.get(0)?, user))
    })
}

/// Every setting that is kept, by its key.
pub fn settings(read: &Read<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM delivery_setting ORDER BY key";
    read.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Writes a setting over what was known of it.
pub fn put_setting(tx: &mut Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO delivery_setting (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value";
    tx.execute(sql, &[&key, &value]).map(|_| ())
}

/// A setting, where it was ever heard; a value that is none any more is an error.
pub fn setting<T: Column>(read: &Read<'_>, key: &str) -> Result<Option<T>, StoreError> {
    let sql = "SELECT value FROM delivery_setting WHERE key = ?1";
    read.first(sql, &[&key], |row| row.get(0))
}

/// Queues letters, due from `at` on, each with the domain of its Message-ID.
pub fn insert_letters<'a>(
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

/// Queues payments: due from `at` on, or over at once.
pub fn insert_payments<'a>(
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

/// Letters that are due at `now`, those that have waited longest first; also those that were never
/// tried, or are to be tried after `latest` only. One to a popug of which nothing was heard yet
/// waits until it is.
pub fn due_letters(
    read: &Read<'_>,
    now: Moment,
    latest: Moment,
    limit: i64,
) -> Result<Vec<DueLetter>, StoreError> {
    let sql = "SELECT letter.invoice_id, letter.day, letter.user_id, addressee.name,
                      addressee.email, addressee.full_name, letter.amount_cents,
                      letter.finalized_at, letter.domain
               FROM delivery_letter AS letter
               JOIN delivery_user AS addressee ON addressee.id = letter.user_id
               WHERE letter.state = 'pending'
                 AND (letter.next_at <= ?1 OR letter.next_at > ?2 OR letter.attempts = 0)
               ORDER BY letter.next_at, letter.invoice_id
               LIMIT ?3";
    read.all(sql, &[&now, &latest, &limit], |row| {
        Ok(DueLetter {
            invoice: row.get(0)?,
            day: row.get(1)?,
            user: row.get(2)?,
            name: row.get(3)?,
            email: row.get(4)?,
            full_name: row.get(5)?,
            amount: row.get(6)?,
            finalized_at: row.get(7)?,
            domain: row.get(8)?,
        })
    })
}

/// A letter's state and how often it was tried.
pub fn letter_state(
    read: &Read<'_>,
    id: InvoiceId,
) -> Result<Option<(LetterState, i64)>, StoreError> {
    let sql = "SELECT state, attempts FROM delivery_letter WHERE invoice_id = ?1";
    read.first(sql, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// A letter was taken, at the attempt of this number.
pub fn set_sent(
    tx: &mut Write<'_>,
    id: InvoiceId,
    attempts: i64,
    at: Moment,
) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_letter
               SET state = 'sent', attempts = ?2, sent_at = ?3, next_at = NULL, last_error = NULL
               WHERE invoice_id = ?1";
    tx.execute(sql, &[&id, &attempts, &at]).map(|_| ())
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

/// What became of the invoices of a day, by their number.
pub fn states(read: &Read<'_>, day: Day) -> Result<Vec<InvoiceStates>, StoreError> {
    let sql = "SELECT letter.invoice_id, payment.state, letter.state
               FROM delivery_letter AS letter
               JOIN delivery_payment AS payment ON payment.invoice_id = letter.invoice_id
               WHERE letter.day = ?1
               ORDER BY letter.invoice_id";
    read.all(sql, &[&day], |row| {
        Ok(InvoiceStates {
            invoice: row.get(0)?,
            payment: row.get(1)?,
            mail: row.get(2)?,
        })
    })
}

/// Every letter, by number.
pub fn letters(read: &Read<'_>) -> Result<Vec<QueuedLetter>, StoreError> {
    let sql = "SELECT letter.invoice_id, letter.day, addressee.name, letter.amount_cents,
                      letter.state, letter.attempts, letter.next_at, letter.last_error
               FROM delivery_letter AS letter
               LEFT JOIN delivery_user AS addressee ON addressee.id = letter.user_id
               ORDER BY letter.invoice_id";
    read.all(sql, &[], |row| {
        Ok(QueuedLetter {
            id: row.get(0)?,
            day: row.get(1)?,
            user: row.get(2)?,
            amount_cents: row.get(3)?,
            state: row.get(4)?,
            attempts: row.get(5)?,
            next_at: row.get(6)?,
            last_error: row.get(7)?,
        })
    })
}

/// Every payment, by number.
pub fn payments(read: &Read<'_>) -> Result<Vec<QueuedPayment>, StoreError> {
    let sql = "SELECT payment.invoice_id, payment.day, addressee.name, payment.amount_cents,
                      payment.state, payment.attempts, payment.next_at, payment.last_error
               FROM delivery_payment AS payment
               LEFT JOIN delivery_user AS addressee ON addressee.id = payment.user_id
               ORDER BY payment.invoice_id";
    read.all(sql, &[], |row| {
        Ok(QueuedPayment {
            id: row.get(0)?,
            day: row.get(1)?,
            user: row.get(2)?,
            amount_cents: row.get(3)?,
            state: row.get(4)?,
            attempts: row.get(5)?,
            next_at: row.get(6)?,
            last_error: row.get(7)?,
        })
    })
}

/// What every letter is about, by number.
pub fn letter_invoices(read: &Read<'_>) -> Result<Vec<Invoice>, StoreError> {
    let sql = "SELECT invoice_id, day, user_id, transaction_id, amount_cents, finalized_at
               FROM delivery_letter ORDER BY invoice_id";
    read.all(sql, &[], invoice)
}

/// What every payment is about, by number.
pub fn payment_invoices(read: &Read<'_>) -> Result<Vec<Invoice>, StoreError> {
    let sql = "SELECT invoice_id, day, user_id, transaction_id, amount_cents, finalized_at
               FROM delivery_payment ORDER BY invoice_id";
    read.all(sql, &[], invoice)
}

fn invoice(row: &Row<'_>) -> Result<Invoice, StoreError> {
    Ok(Invoice {
        id: row.get(0)?,
        day: row.get(1)?,
        user: row.get(2)?,
        transaction: row.get(3)?,
        amount: row.get(4)?,
        finalized_at: row.get(5)?,
    })
}

/// How many letters are dead, and how many payments refused.
pub fn given_up(read: &Read<'_>) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT (SELECT COUNT(*) FROM delivery_letter WHERE state = 'dead'),
                      (SELECT COUNT(*) FROM delivery_payment WHERE state = 'refused')";
    read.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

//! The statements of delivery.

mod export;
pub mod letters;
pub mod payments;

use std::collections::{BTreeMap, HashMap};

use crate::delivery::model::{Addressee, Invoice, InvoiceStates};
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, UserId};
use crate::store::{Bind, Column, Read, StoreError, Update, Write, columns, fields};

pub use export::EXPORT;

/// Writes popugs over what was known of them.
pub fn put_users(
    tx: &mut Write<'_>,
    users: &BTreeMap<UserId, Addressee>,
) -> Result<(), StoreError> {
    let put = Update {
        table: "delivery_user",
        key: &["id"],
        set: &["name", "email", "full_name"],
    };
    let rows = users.iter();
    let rows = rows.map(|(id, user)| {
        [
            id.value(),
            user.name.value(),
            user.email.value(),
            user.full_name.value(),
        ]
    });
    tx.put_many(&put, rows).map(|_| ())
}

fields!(Addressee: name, email, full_name);

/// Every popug that was heard of, by id.
pub fn users(read: &Read<'_>) -> Result<Vec<(UserId, Addressee)>, StoreError> {
    let sql = "SELECT id, name, email, full_name FROM delivery_user ORDER BY id";
    read.all(sql, &[], columns)
}

/// Every setting that is kept, by its key.
pub fn settings(read: &Read<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM delivery_setting ORDER BY key";
    read.all(sql, &[], columns)
}

/// Writes a setting over what was known of it.
pub fn put_setting(tx: &mut Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO delivery_setting (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value";
    tx.execute(sql, &[&key, &value]).map(|_| ())
}

/// Settings as they are kept.
pub struct Kept(HashMap<String, String>);

/// Every setting that was ever heard.
pub fn kept(read: &Read<'_>) -> Result<Kept, StoreError> {
    Ok(Kept(settings(read)?.into_iter().collect()))
}

impl Kept {
    /// A setting; a value that is none any more is an error.
    pub fn get<T: Column>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let value = self.0.get(key).map(|value| T::read(value.value()));
        value.transpose().map_err(|reason| StoreError::Column {
            place: format!("delivery_setting, row {key}, column value"),
            reason,
        })
    }
}

/// What became of the invoices of a day, by their number.
pub fn states(read: &Read<'_>, day: Day) -> Result<Vec<InvoiceStates>, StoreError> {
    let sql = "SELECT letter.invoice_id, payment.state, letter.state
               FROM delivery_letter AS letter
               JOIN delivery_payment AS payment ON payment.invoice_id = letter.invoice_id
               WHERE letter.day = ?1
               ORDER BY letter.invoice_id";
    read.all(sql, &[&day], columns)
}

/// The same of the invoices from one to another, both included.
pub fn states_among(
    read: &Read<'_>,
    (first, last): (InvoiceId, InvoiceId),
) -> Result<Vec<InvoiceStates>, StoreError> {
    let sql = "SELECT letter.invoice_id, payment.state, letter.state
               FROM delivery_letter AS letter
               JOIN delivery_payment AS payment ON payment.invoice_id = letter.invoice_id
               WHERE letter.invoice_id BETWEEN ?1 AND ?2
               ORDER BY letter.invoice_id";
    read.all(sql, &[&first, &last], columns)
}

fields!(InvoiceStates: invoice, payment, mail);

fields!(Invoice: id, day, user, transaction, amount, finalized_at);

/// How many letters are dead that nobody gave up knowingly, and how many payments refused.
pub fn given_up(read: &Read<'_>) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT (SELECT COUNT(*) FROM delivery_letter
                       WHERE state = 'dead' AND discarded_at IS NULL),
                      (SELECT COUNT(*) FROM delivery_payment WHERE state = 'refused')";
    read.one(sql, &[], columns)
}

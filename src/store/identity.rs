//! What a store says of itself.

use crate::kernel::moment::Moment;
use crate::store::head::{self, Head};
use crate::store::{Read, StoreError, columns, fields};

/// What a store says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its id, made once.
    pub store_id: String,
    /// Whether clock and seed may be given: made by `demo`, or by an `init` with one of them.
    pub sandbox: bool,
    /// When it was made.
    pub created_at: Moment,
}

/// A store's id, which paths are made of: one that popug does not make leads who knows where.
pub(super) fn store_id(id: String) -> Result<String, StoreError> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if id.len() == 32 && id.bytes().all(digit) {
        return Ok(id);
    }
    Err(StoreError::Id(id))
}

fields!(Identity: store_id, sandbox, created_at);

impl Identity {
    /// The same in the words of PostgreSQL's simple queries, where everything is text.
    pub(super) fn of_row(row: &postgres::SimpleQueryRow) -> Result<Self, StoreError> {
        let text = |column| row.get(column).ok_or(StoreError::NoRow("log_head"));
        Ok(Self {
            store_id: text("store_id")?.to_owned(),
            sandbox: head::number(text("sandbox")?)? != 0,
            created_at: head::moment(text("created_at")?)?,
        })
    }

    /// What the store that is read says of itself, and its head.
    pub(super) fn with_head(read: &Read<'_>) -> Result<(Head, Self), StoreError> {
        let sql = "SELECT seq, hash, schema, store_id, sandbox, created_at FROM log_head";
        read.one(sql, &[], columns)
    }

    /// What the store that is read says of itself, whatever id that may be.
    pub fn of(read: &Read<'_>) -> Result<Self, StoreError> {
        let sql = "SELECT store_id, sandbox, created_at FROM log_head";
        read.one(sql, &[], columns)
    }
}

//! What the server's errors mean.

use std::error::Error as _;
use std::io;

use postgres::Error;
use postgres::error::SqlState;

use crate::store::StoreError;
use crate::store::postgres::schema::SchemaError;

impl StoreError {
    /// From what the server, or the way to it, says.
    pub(super) fn from_postgres(error: &Error) -> Self {
        let text = told(error);
        match error.code() {
            Some(code) => of_code(code, text),
            None if error.is_closed() || of_the_way(error) => Self::Lost(text),
            None => Self::Sql(text),
        }
    }
}

/// Appendix A of PostgreSQL's manual, "PostgreSQL Error Codes".
fn of_code(code: &SqlState, text: String) -> StoreError {
    if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED {
        return StoreError::GaveWay(text);
    }
    if *code == SqlState::LOCK_NOT_AVAILABLE {
        return StoreError::Locked(text);
    }
    if *code == SqlState::DISK_FULL {
        return StoreError::Full(text);
    }
    if *code == SqlState::IO_ERROR {
        return StoreError::Io(text);
    }
    if *code == SqlState::INSUFFICIENT_PRIVILEGE {
        return StoreError::Schema(SchemaError::Forbidden(text));
    }
    if *code == SqlState::INVALID_SCHEMA_NAME {
        return StoreError::NoSchema(text);
    }
    if *code == SqlState::RAISE_EXCEPTION || *code == SqlState::DATATYPE_MISMATCH {
        return StoreError::Constraint(text);
    }
    if *code == SqlState::READ_ONLY_SQL_TRANSACTION {
        return StoreError::Lost(text);
    }
    if *code == SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT {
        return StoreError::Lost(text);
    }
    match code.code().get(..2) {
        // Connection exception; operator intervention but for a query that was cancelled.
        Some("08") => StoreError::Lost(text),
        Some("57") if *code != SqlState::QUERY_CANCELED => StoreError::Lost(text),
        // Integrity constraint violation; a value that does not fit its column.
        Some("22" | "23") => StoreError::Constraint(text),
        Some("XX") => StoreError::Trouble(text),
        _ => StoreError::Sql(text),
    }
}

/// A failure that another attempt may mend.
#[derive(Clone, Debug, thiserror::Error)]
pub(super) enum Fault {
    /// The connection is gone.
    #[error("the connection to the store was lost: {0}")]
    Lost(String),
    /// Another transaction went first.
    #[error("the store gave way to another transaction: {0}")]
    GaveWay(String),
    /// Another transaction holds the head.
    #[error("the store is locked by another process: {0}")]
    Locked(String),
}

impl Fault {
    /// Of an error, if it is one.
    pub(super) fn of(error: &StoreError) -> Option<Self> {
        if let StoreError::Lost(text) = error {
            return Some(Self::Lost(text.clone()));
        }
        if let StoreError::GaveWay(text) = error {
            return Some(Self::GaveWay(text.clone()));
        }
        if let StoreError::Locked(text) = error {
            return Some(Self::Locked(text.clone()));
        }
        None
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Lost(text) => Self::Lost(text),
            Fault::GaveWay(text) => Self::GaveWay(text),
            Fault::Locked(text) => Self::Locked(text),
        }
    }
}

/// The server's own words, or those of the way to it.
pub(super) fn told(error: &Error) -> String {
    if let Some(said) = error.as_db_error() {
        return said.message().to_owned();
    }
    match error.source() {
        Some(source) => source.to_string(),
        None => error.to_string(),
    }
}

/// Whether the connection failed, and not what went through it.
fn of_the_way(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        if cause.is::<io::Error>() {
            return true;
        }
        source = cause.source();
    }
    false
}

//! JSON schemas of what events carry, one for each name and version.
//!
//! They are kept as files in `schemas/`. A published one never changes: tests hold each to the
//! Rust type that reads it, and to the hash that it had when it was published.

use serde_json::Value;

use crate::events::{EventName, LogError};

macro_rules! schemas {
    ($($name:ident $version:literal $file:literal),+ $(,)?) => {
        /// Name, version and text of every schema, in the order of the names.
        const SCHEMAS: &[(EventName, i64, &str)] = &[
            $((EventName::$name, $version, include_str!(concat!("schemas/", $file, ".json")))),+
        ];
    };
}

schemas! {
    UserCreated 1 "user.created.v1",
    UserUpdated 1 "user.updated.v1",
    SettingUpdated 1 "setting.updated.v1",
    TaskCreated 1 "task.created.v1",
    TaskCreated 2 "task.created.v2",
    TaskAssigned 1 "task.assigned.v1",
    TaskUpdated 1 "task.updated.v1",
    TaskClosed 1 "task.closed.v1",
    TaskPriced 1 "task.priced.v1",
    TransactionCreated 1 "transaction.created.v1",
    TransactionProcessed 1 "transaction.processed.v1",
    AccountFinalized 1 "account.finalized.v1",
    DayClosed 1 "day.closed.v1",
}

/// What an event names its schema by; it is the schema's `$id`.
pub fn id(name: &str, version: i64) -> String {
    format!("/popug/schema/{name}/{version}")
}

/// Every name and version of which there is a schema.
pub fn all() -> impl Iterator<Item = (EventName, i64)> {
    SCHEMAS.iter().map(|(name, version, _)| (*name, *version))
}

/// The schema of a name and version.
pub fn document(name: EventName, version: i64) -> Result<Value, LogError> {
    let mut all = SCHEMAS.iter();
    let found = all.find(|(of, at, _)| *of == name && *at == version);
    let (_, _, text) = found.ok_or(LogError::NoSchema { name, version })?;
    serde_json::from_str(text).map_err(|error| LogError::Shape {
        name,
        reason: error.to_string(),
    })
}

#[cfg(test)]
mod tests;

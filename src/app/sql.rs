//! The statements of settings and request keys.

mod export;

use crate::store::{Hash, Read, StoreError, Write, columns};

pub use export::EXPORT;

/// A setting's value.
pub fn setting(read: &Read<'_>, key: &str) -> Result<Option<String>, StoreError> {
    read.first(
        "SELECT value FROM app_setting WHERE key = ?1",
        &[&key],
        columns,
    )
}

/// Every setting, by its key.
pub fn settings(read: &Read<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM app_setting ORDER BY key";
    read.all(sql, &[], columns)
}

/// Sets a setting.
pub fn set_setting(tx: &mut Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO app_setting (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.execute(sql, &[&key, &value]).map(|_| ())
}

/// What an actor's key stands for, and the answer that it got.
pub fn request_key(
    read: &Read<'_>,
    actor: &str,
    key: &str,
) -> Result<Option<(Hash, String)>, StoreError> {
    let sql = "SELECT content, answer FROM app_request_key WHERE actor = ?1 AND key = ?2";
    read.first(sql, &[&actor, &key], columns)
}

/// What the keys of an actor stand for that begin with this and a digit, in their order.
pub fn request_keys_behind(
    read: &Read<'_>,
    actor: &str,
    beginning: &str,
) -> Result<Vec<(Hash, String)>, StoreError> {
    let sql = "SELECT content, answer FROM app_request_key
               WHERE actor = ?1 AND key > ?2 AND key < ?3 ORDER BY key";
    // The character behind the digits.
    let end = format!("{beginning}:");
    read.all(sql, &[&actor, &beginning, &end], columns)
}

/// Keeps a key with the answer to its request.
pub fn insert_request_key(
    tx: &mut Write<'_>,
    actor: &str,
    key: &str,
    content: &Hash,
    answer: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO app_request_key (actor, key, content, answer, at)
               VALUES (?1, ?2, ?3, ?4, ?5)";
    let now = tx.now();
    tx.execute(sql, &[&actor, &key, content, &answer, &now])
        .map(|_| ())
}

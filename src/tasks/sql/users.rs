//! The statements of the pool, and of what tasks keep of popugs and settings.

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::day::Zone;
use crate::kernel::ids::{PoolVersion, UserId};
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::{Bind, Insert, Read, StoreError, Update, Value, Write, columns};
use crate::tasks::draw::Pool;

/// Those of these popugs that are in the pool.
pub fn in_pool(
    read: &Read<'_>,
    users: impl IntoIterator<Item = UserId>,
) -> Result<BTreeSet<UserId>, StoreError> {
    let sql = "SELECT id FROM tasks_user WHERE id = ?1 AND in_pool = 1";
    let asked = users.into_iter().map(|id| [Value::owned(&id)]);
    let found = read.all_of_each(sql, asked, columns)?;
    Ok(found.into_iter().collect())
}

/// What is kept of a popug.
#[derive(Clone, Copy)]
pub struct PutUser<'a> {
    /// Its name.
    pub name: &'a UserName,
    /// Its role.
    pub role: Role,
    /// Whether it takes part.
    pub active: bool,
    /// Whether it is in the pool.
    pub in_pool: bool,
}

/// Keeps what was heard of popugs.
pub fn put_users(
    tx: &mut Write<'_>,
    users: &BTreeMap<UserId, PutUser<'_>>,
) -> Result<(), StoreError> {
    let put = Update {
        table: "tasks_user",
        key: &["id"],
        set: &["name", "role", "active", "in_pool"],
    };
    let rows = users.iter().map(|(id, user)| {
        [
            id.value(),
            user.name.value(),
            user.role.value(),
            user.active.value(),
            user.in_pool.value(),
        ]
    });
    tx.put_many(&put, rows).map(|_| ())
}

/// A popug that was heard of: name, role, and whether it is active.
pub type KeptUser = (UserName, Role, bool);

/// Every popug that was heard of, by id.
pub fn kept_users(read: &Read<'_>) -> Result<Vec<(UserId, KeptUser)>, StoreError> {
    let sql = "SELECT id, name, role, active FROM tasks_user ORDER BY id";
    read.all(sql, &[], columns)
}

/// Every setting that is kept, by its key.
pub fn kept_settings(read: &Read<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM tasks_setting ORDER BY key";
    read.all(sql, &[], columns)
}

/// The id of a popug.
pub fn user_id(read: &Read<'_>, name: &str) -> Result<Option<UserId>, StoreError> {
    let sql = "SELECT id FROM tasks_user WHERE name = ?1 ORDER BY id LIMIT 1";
    read.first(sql, &[&name], columns)
}

/// The name of a popug.
pub fn user_name(read: &Read<'_>, id: UserId) -> Result<Option<UserName>, StoreError> {
    let sql = "SELECT name FROM tasks_user WHERE id = ?1";
    read.first(sql, &[&id], columns)
}

/// Everybody in the pool, by id.
pub fn pool_members(read: &Read<'_>) -> Result<Vec<UserId>, StoreError> {
    let sql = "SELECT id FROM tasks_user WHERE in_pool = 1 ORDER BY id";
    read.all(sql, &[], columns)
}

/// The pool as it is now.
pub fn pool(read: &Read<'_>) -> Result<Pool, StoreError> {
    let sql = "SELECT id, (SELECT COALESCE(MAX(version), 0) FROM tasks_pool_change)
               FROM tasks_user WHERE in_pool = 1 ORDER BY id";
    let mut version = PoolVersion::new(0);
    let members = read.all(sql, &[], |row| {
        let (member, newest) = columns(row)?;
        version = newest;
        Ok(member)
    })?;
    Ok(Pool { version, members })
}

/// The pool's version: how many changes it has seen.
pub fn pool_version(read: &Read<'_>) -> Result<PoolVersion, StoreError> {
    let sql = "SELECT COALESCE(MAX(version), 0) FROM tasks_pool_change";
    read.one(sql, &[], columns)
}

/// Keeps changes of the pool: who joins, or leaves.
pub fn insert_pool_changes(
    tx: &mut Write<'_>,
    changes: impl IntoIterator<Item = (PoolVersion, (UserId, bool))>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "tasks_pool_change",
        columns: &["version", "user_id", "joins"],
    };
    let rows = changes.into_iter().map(|(version, (user, joins))| {
        [
            Value::owned(&version),
            Value::owned(&user),
            Value::owned(&joins),
        ]
    });
    tx.insert_many(&insert, rows).map(|_| ())
}

/// Keeps what was heard of a setting.
pub fn set_setting(tx: &mut Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO tasks_setting (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.execute(sql, &[&key, &value]).map(|_| ())
}

/// The company's time zone, once it was heard of.
pub fn zone_text(read: &Read<'_>) -> Result<Option<Zone>, StoreError> {
    let sql = "SELECT value FROM tasks_setting WHERE key = 'timezone'";
    read.first(sql, &[], columns)
}

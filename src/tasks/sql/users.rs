//! The statements of the pool, and of what tasks keep of popugs and settings.

use crate::kernel::day::Zone;
use crate::kernel::ids::{PoolVersion, UserId};
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::{Read, StoreError, Write};

/// A popug as tasks knows it: role, and whether it is in the pool.
pub fn user(read: &Read<'_>, id: UserId) -> Result<Option<bool>, StoreError> {
    let sql = "SELECT in_pool FROM tasks_user WHERE id = ?1";
    read.first(sql, &[&id], |row| row.get(0))
}

/// Keeps what was heard of a popug.
pub fn put_user(
    tx: &mut Write<'_>,
    id: UserId,
    name: &UserName,
    role: Role,
    active: bool,
    in_pool: bool,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO tasks_user (id, name, role, active, in_pool)
               VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, role = excluded.role, active = excluded.active,
                   in_pool = excluded.in_pool";
    tx.execute(sql, &[&id, name, &role, &active, &in_pool])
        .map(|_| ())
}

/// A popug that was heard of: name, role, and whether it is active.
pub type KeptUser = (UserName, Role, bool);

/// Every popug that was heard of, by id.
pub fn kept_users(read: &Read<'_>) -> Result<Vec<(UserId, KeptUser)>, StoreError> {
    let sql = "SELECT id, name, role, active FROM tasks_user ORDER BY id";
    read.all(sql, &[], |row| {
        Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)))
    })
}

/// Every setting that is kept, by its key.
pub fn kept_settings(read: &Read<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM tasks_setting ORDER BY key";
    read.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The id of a popug.
pub fn user_id(read: &Read<'_>, name: &str) -> Result<Option<UserId>, StoreError> {
    let sql = "SELECT id FROM tasks_user WHERE name = ?1 ORDER BY id LIMIT 1";
    read.first(sql, &[&name], |row| row.get(0))
}

/// The name of a popug.
pub fn user_name(read: &Read<'_>, id: UserId) -> Result<Option<UserName>, StoreError> {
    read.first("SELECT name FROM tasks_user WHERE id = ?1", &[&id], |row| {
        row.get(0)
    })
}

/// Everybody in the pool, by id.
pub fn pool_members(read: &Read<'_>) -> Result<Vec<UserId>, StoreError> {
    let sql = "SELECT id FROM tasks_user WHERE in_pool = 1 ORDER BY id";
    read.all(sql, &[], |row| row.get(0))
}

/// The pool's version: how many changes it has seen.
pub fn pool_version(read: &Read<'_>) -> Result<PoolVersion, StoreError> {
    let sql = "SELECT COALESCE(MAX(version), 0) FROM tasks_pool_change";
    read.one(sql, &[], |row| row.get(0))
}

/// Keeps a change of the pool.
pub fn insert_pool_change(
    tx: &mut Write<'_>,
    version: PoolVersion,
    user: UserId,
    joins: bool,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO tasks_pool_change (version, user_id, joins) VALUES (?1, ?2, ?3)";
    tx.execute(sql, &[&version, &user, &joins]).map(|_| ())
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
    read.first(sql, &[], |row| row.get(0))
}

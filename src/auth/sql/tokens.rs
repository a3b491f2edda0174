//! The statements of tokens.

use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::permissions::Permissions;
use crate::kernel::role::Role;
use crate::store::{Hash, Read, Row, StoreError, Write};

/// A token as it is kept.
pub struct TokenRow {
    /// Its name.
    pub name: UserName,
    /// What it was made for.
    pub permissions: Permissions,
    /// The popug that it acts for.
    pub acts_as: Option<Behind>,
    /// Who made it.
    pub created_by: UserId,
    /// That popug's name.
    pub creator: UserName,
    /// Whether that popug takes part.
    pub creator_active: bool,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Moment>,
    /// When it ends; `None`: never.
    pub expires_at: Option<Moment>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

/// The popug behind a token, as it is now.
pub struct Behind {
    /// Its id.
    pub id: UserId,
    /// Its name.
    pub name: UserName,
    /// Its role.
    pub role: Role,
    /// Whether it takes part.
    pub active: bool,
}

/// A token that is to be kept.
pub struct NewToken<'a> {
    /// The hash of its secret.
    pub hash: Hash,
    /// Its name.
    pub name: &'a UserName,
    /// What it is made for.
    pub permissions: &'a Permissions,
    /// The popug that it acts for.
    pub acts_as: Option<UserId>,
    /// Who makes it.
    pub created_by: UserId,
    /// When it ends.
    pub expires_at: Option<Moment>,
}

fn token(row: &Row<'_>) -> Result<TokenRow, StoreError> {
    let acts_as = match row.get::<Option<UserId>>(2)? {
        None => None,
        Some(id) => Some(Behind {
            id,
            name: row.get(3)?,
            role: row.get(4)?,
            active: row.get(5)?,
        }),
    };
    Ok(TokenRow {
        name: row.get(0)?,
        permissions: row.get(1)?,
        acts_as,
        created_by: row.get(6)?,
        creator: row.get(7)?,
        creator_active: row.get(8)?,
        last_used_at: row.get(9)?,
        expires_at: row.get(10)?,
        revoked_at: row.get(11)?,
    })
}

/// The token with this hash.
pub fn by_hash(read: &Read<'_>, hash: &Hash) -> Result<Option<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.active, t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               WHERE t.token_hash = ?1";
    read.first(sql, &[hash], token)
}

/// The token of this name that is not revoked.
pub fn by_name(read: &Read<'_>, name: &str) -> Result<Option<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.active, t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               WHERE t.name = ?1 AND t.revoked_at IS NULL";
    read.first(sql, &[&name], token)
}

/// Every token, by name and then by age, those that were revoked as well.
pub fn all(read: &Read<'_>) -> Result<Vec<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.active, t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               ORDER BY t.name, t.created_at, t.revoked_at NULLS LAST, t.token_hash";
    read.all(sql, &[], token)
}

/// How many tokens end by then that are not revoked.
pub fn ending(read: &Read<'_>, by: Moment) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM auth_token WHERE revoked_at IS NULL AND expires_at <= ?1";
    read.one(sql, &[&by], |row| row.get(0))
}

/// Keeps a token.
pub fn insert(tx: &mut Write<'_>, new: &NewToken<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO auth_token
                   (token_hash, name, permissions, acts_as, created_by, created_at, expires_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let now = tx.now();
    tx.execute(
        sql,
        &[
            &new.hash,
            new.name,
            new.permissions,
            &new.acts_as,
            &new.created_by,
            &now,
            &new.expires_at,
        ],
    )
    .map(|_| ())
}

/// Revokes the token of this name; answers whether there was one.
pub fn revoke(tx: &mut Write<'_>, name: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE auth_token SET revoked_at = ?2 WHERE name = ?1 AND revoked_at IS NULL";
    let now = tx.now();
    Ok(tx.execute(sql, &[&name, &now])? > 0)
}

/// Notes that a token was used.
pub fn note_use(tx: &mut Write<'_>, hash: &Hash) -> Result<(), StoreError> {
    let sql = "UPDATE auth_token SET last_used_at = ?2 WHERE token_hash = ?1";
    let now = tx.now();
    tx.execute(sql, &[hash, &now]).map(|_| ())
}

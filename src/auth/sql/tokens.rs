//! The statements of tokens.

use crate::kernel::actor::Principal;
use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::permissions::Permissions;
use crate::store::{Columns, Hash, Read, Rest, StoreError, Write, columns, fields};

/// A token as it is kept.
pub struct TokenRow {
    /// Its name.
    pub name: UserName,
    /// What it was made for.
    pub permissions: Permissions,
    /// The popug that it acts for.
    pub acts_as: Option<Behind>,
    /// Who made it.
    pub maker: Behind,
    /// When it was made.
    pub made_at: Moment,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Moment>,
    /// When it ends; `None`: never.
    pub expires_at: Option<Moment>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

/// A popug behind a token, as it is now.
pub struct Behind {
    /// The popug.
    pub popug: Principal,
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
    /// When it is made.
    pub made_at: Moment,
    /// When it ends.
    pub expires_at: Option<Moment>,
}

fields!(TokenRow:
    name, permissions, acts_as, maker, made_at, last_used_at, expires_at, revoked_at);
fields!(Behind: popug, active);
fields!(Principal: id, name, role);

/// Nobody, where the first of the four columns is null.
impl Columns for Option<Behind> {
    fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError> {
        let Some(id) = Columns::take(rest)? else {
            rest.pass(3);
            return Ok(None);
        };
        let (name, role, active) = Columns::take(rest)?;
        let popug = Principal { id, name, role };
        Ok(Some(Behind { popug, active }))
    }
}

/// The token with this hash.
pub fn by_hash(read: &Read<'_>, hash: &Hash) -> Result<Option<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.role, c.active, t.created_at,
                      t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               WHERE t.token_hash = ?1";
    read.first(sql, &[hash], columns)
}

/// The token of this name that is not revoked.
pub fn by_name(read: &Read<'_>, name: &str) -> Result<Option<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.role, c.active, t.created_at,
                      t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               WHERE t.name = ?1 AND t.revoked_at IS NULL";
    read.first(sql, &[&name], columns)
}

/// Every token, by name and then by age, those that were revoked as well.
pub fn all(read: &Read<'_>) -> Result<Vec<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.role, c.active, t.created_at,
                      t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               ORDER BY t.name, t.created_at, t.revoked_at NULLS LAST, t.token_hash";
    read.all(sql, &[], columns)
}

/// Every token that was not revoked, by name.
pub fn open(read: &Read<'_>) -> Result<Vec<TokenRow>, StoreError> {
    let sql = "SELECT t.name, t.permissions, t.acts_as, u.name, u.role, u.active,
                      t.created_by, c.name, c.role, c.active, t.created_at,
                      t.last_used_at, t.expires_at, t.revoked_at
               FROM auth_token t JOIN auth_user c ON c.id = t.created_by
               LEFT JOIN auth_user u ON u.id = t.acts_as
               WHERE t.revoked_at IS NULL ORDER BY t.name";
    read.all(sql, &[], columns)
}

/// Every token that was not revoked and behind which this popug stands, by name.
pub fn backed_by(read: &Read<'_>, user: UserId) -> Result<Vec<TokenRow>, StoreError> {
    let backed = |it: &TokenRow| {
        let acts_as = it.acts_as.as_ref().map(|it| it.popug.id);
        it.maker.popug.id == user || acts_as == Some(user)
    };
    Ok(open(read)?.into_iter().filter(backed).collect())
}

/// When the newest token of this name was made, of those that were revoked as well.
pub fn newest(read: &Read<'_>, name: &UserName) -> Result<Option<Moment>, StoreError> {
    let sql = "SELECT MAX(created_at) FROM auth_token WHERE name = ?1";
    read.one(sql, &[name], columns)
}

/// How many tokens end by then that are not revoked.
pub fn ending(read: &Read<'_>, by: Moment) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM auth_token WHERE revoked_at IS NULL AND expires_at <= ?1";
    read.one(sql, &[&by], columns)
}

/// Keeps a token.
pub fn insert(tx: &mut Write<'_>, new: &NewToken<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO auth_token
                   (token_hash, name, permissions, acts_as, created_by, created_at, expires_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.execute(
        sql,
        &[
            &new.hash,
            new.name,
            new.permissions,
            &new.acts_as,
            &new.created_by,
            &new.made_at,
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

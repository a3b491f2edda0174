//! The statements of users and of what proves them.

mod export;
pub mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use crate::auth::beak::BeakHash;
use crate::auth::model::UserView;
use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::page::Way;
use crate::kernel::role::Role;
use crate::store::{
    Bind, Hash, Insert, Read, StoreError, Update, Value, Visit, Write, columns, fields,
};

pub use export::EXPORT;

fields!(UserView: name, role, email, full_name, active);

/// Every popug, by name.
pub fn users(read: &Read<'_>) -> Result<Vec<(UserId, UserView)>, StoreError> {
    let sql = "SELECT id, name, role, email, full_name, active FROM auth_user ORDER BY name";
    read.all(sql, &[], columns)
}

/// When each popug was added.
pub fn created(read: &Read<'_>) -> Result<BTreeMap<UserId, Moment>, StoreError> {
    let sql = "SELECT id, created_at FROM auth_user ORDER BY id";
    let created = read.all(sql, &[], columns)?;
    Ok(created.into_iter().collect())
}

/// Shows every popug, by name, as `seen` makes it.
pub fn each_user<T>(
    read: &Read<'_>,
    mut seen: impl FnMut(UserId, UserView) -> T,
    visit: Visit<'_, T>,
) -> Result<(), StoreError> {
    let sql = "SELECT id, name, role, email, full_name, active FROM auth_user ORDER BY name";
    read.walk(
        sql,
        &[],
        |row| columns(row).map(|(id, user)| seen(id, user)),
        visit,
    )
}

/// Shows popugs by name, from the one with this name on and itself included, one way or the other;
/// from the end that lies behind where none is named.
pub fn users_from(
    read: &Read<'_>,
    (way, from): (Way, Option<&str>),
    visit: Visit<'_, (UserId, UserView)>,
) -> Result<(), StoreError> {
    let sql = match way {
        Way::Down => {
            "SELECT id, name, role, email, full_name, active FROM auth_user
             WHERE CAST(?1 AS TEXT) IS NULL OR name >= ?1 ORDER BY name"
        }
        Way::Up => {
            "SELECT id, name, role, email, full_name, active FROM auth_user
             WHERE CAST(?1 AS TEXT) IS NULL OR name <= ?1 ORDER BY name DESC"
        }
    };
    read.walk(sql, &[&from], columns, visit)
}

/// The name that a popug has.
pub fn name_of(read: &Read<'_>, id: UserId) -> Result<Option<String>, StoreError> {
    let sql = "SELECT name FROM auth_user WHERE id = ?1";
    read.first(sql, &[&id], columns)
}

/// The popug of this name.
pub fn find(read: &Read<'_>, name: &str) -> Result<Option<(UserId, UserView)>, StoreError> {
    let sql = "SELECT id, name, role, email, full_name, active FROM auth_user WHERE name = ?1";
    read.first(sql, &[&name], columns)
}

/// The number that the next popug gets.
pub fn next_id(read: &Read<'_>) -> Result<UserId, StoreError> {
    read.one(
        "SELECT COALESCE(MAX(id), 0) + 1 FROM auth_user",
        &[],
        columns,
    )
}

/// How many active admins there are beside this popug.
pub fn other_admins(read: &Read<'_>, id: UserId) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM auth_user WHERE role = 'admin' AND active = 1 AND id <> ?1";
    read.one(sql, &[&id], columns)
}

/// Those of these names that a popug has.
pub fn taken<'a>(
    read: &Read<'_>,
    names: impl IntoIterator<Item = &'a UserName>,
) -> Result<BTreeSet<UserName>, StoreError> {
    let sql = "SELECT name FROM auth_user WHERE name = ?1";
    let asked = names.into_iter().map(|name| [name.value()]);
    let taken = read.all_of_each(sql, asked, columns)?;
    Ok(taken.into_iter().collect())
}

/// Puts popugs in.
pub fn insert<'a>(
    tx: &mut Write<'_>,
    users: impl IntoIterator<Item = (UserId, &'a UserView)>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "auth_user",
        columns: &[
            "id",
            "name",
            "role",
            "email",
            "full_name",
            "active",
            "created_at",
        ],
    };
    let now = tx.now();
    let rows = users.into_iter().map(|(id, user)| {
        [
            Value::owned(&id),
            user.name.value(),
            user.role.value(),
            user.email.value(),
            user.full_name.value(),
            user.active.value(),
            Value::owned(&now),
        ]
    });
    tx.insert_many(&insert, rows).map(|_| ())
}

/// Sets everything but the name.
pub fn update(tx: &mut Write<'_>, id: UserId, user: &UserView) -> Result<(), StoreError> {
    let sql = "UPDATE auth_user SET role = ?2, email = ?3, full_name = ?4, active = ?5
               WHERE id = ?1";
    tx.execute(
        sql,
        &[&id, &user.role, &user.email, &user.full_name, &user.active],
    )
    .map(|_| ())
}

/// The hash of a popug's beak.
pub fn beak(read: &Read<'_>, id: UserId) -> Result<Option<BeakHash>, StoreError> {
    let sql = "SELECT hash FROM auth_beak WHERE user_id = ?1";
    read.first(sql, &[&id], |row| columns(row).map(BeakHash::stored))
}

/// Sets a popug's beak.
pub fn set_beak(tx: &mut Write<'_>, id: UserId, hash: &BeakHash) -> Result<(), StoreError> {
    let sql = "INSERT INTO auth_beak (user_id, hash, changed_at) VALUES (?1, ?2, ?3)
               ON CONFLICT (user_id) DO UPDATE
               SET hash = excluded.hash, changed_at = excluded.changed_at";
    let now = tx.now();
    tx.execute(sql, &[&id, &hash.as_str(), &now]).map(|_| ())
}

/// Takes a popug's beak away.
pub fn end_beak(tx: &mut Write<'_>, id: UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM auth_beak WHERE user_id = ?1", &[&id])
        .map(|_| ())
}

/// Opens enrolments, each in place of one that is open.
pub fn set_enrolments<'a>(
    tx: &mut Write<'_>,
    codes: impl IntoIterator<Item = (UserId, &'a Hash)>,
    expires_at: Moment,
) -> Result<(), StoreError> {
    let put = Update {
        table: "auth_enrolment",
        key: &["user_id"],
        set: &["code_hash", "expires_at"],
    };
    let rows = codes.into_iter();
    let rows = rows.map(|(id, code)| [Value::owned(&id), code.value(), Value::owned(&expires_at)]);
    tx.put_many(&put, rows).map(|_| ())
}

/// The popug that enrols with this code, and until when.
pub fn enrolment(read: &Read<'_>, code: &Hash) -> Result<Option<(UserName, Moment)>, StoreError> {
    let sql = "SELECT u.name, e.expires_at
               FROM auth_enrolment e JOIN auth_user u ON u.id = e.user_id
               WHERE e.code_hash = ?1 AND u.active = 1";
    read.first(sql, &[code], columns)
}

/// Ends a popug's enrolment.
pub fn end_enrolment(tx: &mut Write<'_>, id: UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM auth_enrolment WHERE user_id = ?1", &[&id])
        .map(|_| ())
}

/// Opens a session.
pub fn insert_session(
    tx: &mut Write<'_>,
    token: &Hash,
    id: UserId,
    expires_at: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO auth_session (token_hash, user_id, created_at, expires_at, used_at)
               VALUES (?1, ?2, ?3, ?4, ?3)";
    let now = tx.now();
    tx.execute(sql, &[token, &id, &now, &expires_at])
        .map(|_| ())
}

/// A session of an active popug.
pub struct SessionRow {
    /// The popug.
    pub id: UserId,
    /// Its name.
    pub name: UserName,
    /// Its role.
    pub role: Role,
    /// When it ends.
    pub expires_at: Moment,
    /// When it was last used, to the day; `None`: since before that was noted.
    pub used_at: Option<Moment>,
}

fields!(SessionRow: id, name, role, expires_at, used_at);

/// The session with this hash, of an active popug.
pub fn session(read: &Read<'_>, token: &Hash) -> Result<Option<SessionRow>, StoreError> {
    let sql = "SELECT u.id, u.name, u.role, s.expires_at, s.used_at
               FROM auth_session s JOIN auth_user u ON u.id = s.user_id
               WHERE s.token_hash = ?1 AND u.active = 1";
    read.first(sql, &[token], columns)
}

/// Notes that a session was used.
pub fn note_use(tx: &mut Write<'_>, token: &Hash) -> Result<(), StoreError> {
    let sql = "UPDATE auth_session SET used_at = ?2 WHERE token_hash = ?1";
    let now = tx.now();
    tx.execute(sql, &[token, &now]).map(|_| ())
}

/// Notes a use of every session that has no note.
pub fn note_first_uses(tx: &mut Write<'_>) -> Result<(), StoreError> {
    let now = tx.now();
    let sql = "UPDATE auth_session SET used_at = ?1 WHERE used_at IS NULL";
    tx.execute(sql, &[&now]).map(|_| ())
}

/// Ends one session.
pub fn end_session(tx: &mut Write<'_>, token: &Hash) -> Result<usize, StoreError> {
    tx.execute("DELETE FROM auth_session WHERE token_hash = ?1", &[token])
}

/// Ends every session of a popug.
pub fn end_sessions(tx: &mut Write<'_>, id: UserId) -> Result<usize, StoreError> {
    tx.execute("DELETE FROM auth_session WHERE user_id = ?1", &[&id])
}

/// Ends every session of a popug but one.
pub fn end_other_sessions(
    tx: &mut Write<'_>,
    id: UserId,
    kept: &Hash,
) -> Result<usize, StoreError> {
    let sql = "DELETE FROM auth_session WHERE user_id = ?1 AND token_hash <> ?2";
    tx.execute(sql, &[&id, kept])
}

/// Forgets sessions that ended by themselves: their time is over, or they were not used since.
pub fn forget_sessions(tx: &mut Write<'_>, idle_since: Moment) -> Result<(), StoreError> {
    let now = tx.now();
    let sql = "DELETE FROM auth_session WHERE expires_at <= ?1 OR used_at <= ?2";
    tx.execute(sql, &[&now, &idle_since]).map(|_| ())
}

/// How many wrong beaks a name has seen in a row, and until when it is blocked.
pub fn attempts(read: &Read<'_>, name: &str) -> Result<Option<(i64, Moment)>, StoreError> {
    let sql = "SELECT failed, blocked_until FROM auth_attempt WHERE name = ?1";
    read.first(sql, &[&name], columns)
}

/// Counts a wrong beak.
pub fn set_attempts(
    tx: &mut Write<'_>,
    name: &str,
    failed: i64,
    blocked_until: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO auth_attempt (name, failed, blocked_until) VALUES (?1, ?2, ?3)
               ON CONFLICT (name) DO UPDATE
               SET failed = excluded.failed, blocked_until = excluded.blocked_until";
    tx.execute(sql, &[&name, &failed, &blocked_until])
        .map(|_| ())
}

/// Forgets the wrong beaks of names that nobody has, but for so many that wait the longest.
pub fn forget_strangers(tx: &mut Write<'_>, most: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM auth_attempt
               WHERE NOT EXISTS (SELECT 1 FROM auth_user u WHERE u.name = auth_attempt.name)
                 AND (blocked_until, name) <= (
                     SELECT a.blocked_until, a.name FROM auth_attempt a
                     WHERE NOT EXISTS (SELECT 1 FROM auth_user u WHERE u.name = a.name)
                     ORDER BY a.blocked_until DESC, a.name DESC LIMIT 1 OFFSET ?1)";
    tx.execute(sql, &[&most]).map(|_| ())
}

/// Forgets the wrong beaks of a name.
pub fn forget_attempts(tx: &mut Write<'_>, name: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM auth_attempt WHERE name = ?1", &[&name])
        .map(|_| ())
}

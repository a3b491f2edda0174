//! A popug sets its first beak, with its one-time code.

use serde::{Deserialize, Serialize};

use crate::auth::beak::BeakHash;
use crate::auth::error::AuthError;
use crate::auth::login::{Session, open_session};
use crate::auth::proof::has_ended;
use crate::auth::requests::add::CODE_SECONDS;
use crate::auth::secret::Secret;
use crate::auth::sql;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::{Read, Write};

/// Who has just set its beak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Enrolled {
    /// The popug.
    pub user: UserName,
    /// Its role.
    pub role: Role,
}

/// Whose code this is; asked before a beak is asked for.
pub fn enrolment_of(read: &Read<'_>, code: &Secret, now: Moment) -> Result<UserName, AuthError> {
    match sql::enrolment(read, &code.hash())? {
        Some((name, expires_at)) if !has_ended(expires_at, CODE_SECONDS, now) => Ok(name),
        Some(_) | None => Err(AuthError::WrongCode),
    }
}

/// Sets the beak of whose code this is, uses the code up and opens a session.
pub fn enrol(tx: &mut Write<'_>, code: &Secret, hash: &BeakHash) -> Result<Session, AuthError> {
    let name = enrolment_of(tx, code, tx.now())?;
    let (id, user) = sql::find(tx, name.as_str())?.ok_or(AuthError::WrongCode)?;
    sql::set_beak(tx, id, hash)?;
    sql::end_enrolment(tx, id)?;
    sql::end_sessions(tx, id)?;
    sql::forget_attempts(tx, name.as_str())?;
    open_session(tx, id, name, user.role)
}

//! New popugs.

use serde::{Deserialize, Serialize};

use crate::auth::beak::{Beak, BeakHash};
use crate::auth::error::AuthError;
use crate::auth::login::{Session, open_session};
use crate::auth::model::{self, NewUser, UserView};
use crate::auth::secret::Secret;
use crate::auth::sql;
use crate::events::Append;
use crate::kernel::ids::UserId;
use crate::kernel::role::Role;
use crate::store::{Asker, Command, Hash, StoreError, Write};

/// How long an enrolment code is good for.
pub const CODE_SECONDS: i64 = 7 * 24 * 60 * 60;

/// `user.add`: makes a popug. With a beak it can log in; without one it gets a code, with which it
/// sets its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AddUser {
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// Where its letters go.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
    /// Its beak.
    pub beak: Option<String>,
    /// The beak's hash, made before the write.
    #[serde(skip)]
    pub hash: Option<BeakHash>,
}

/// The popug that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AddedUser {
    /// The popug.
    #[serde(flatten)]
    pub user: UserView,
    /// The code with which it sets its beak, shown this once; null where it has one.
    pub enroll_code: Option<String>,
}

impl Command for AddUser {
    type Answer = AddedUser;
    type Error = AuthError;

    const PREPARES: bool = true;

    fn prepare(&mut self) -> Result<(), AuthError> {
        let beak = self.beak.take();
        self.hash = beak.map(|beak| Beak::new(&beak)?.hash()).transpose()?;
        Ok(())
    }

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<AddedUser, AuthError> {
        model::check_within(&asker.actor, self.role)?;
        let full_name = self.full_name.as_deref();
        let new = NewUser::parse(&self.name, self.role, &self.email, full_name)?;
        let (id, user) = add(tx, new)?;
        if let Some(hash) = &self.hash {
            sql::set_beak(tx, id, hash)?;
            return Ok(AddedUser {
                user,
                enroll_code: None,
            });
        }
        let code = open_enrolment(tx, id)?;
        Ok(AddedUser {
            user,
            enroll_code: Some(code.reveal().to_owned()),
        })
    }
}

/// Opens a popug's enrolment; answers the code.
pub fn open_enrolment(tx: &mut Write<'_>, id: UserId) -> Result<Secret, AuthError> {
    let code = Secret::code()?;
    open_enrolments(tx, &[(id, &code)])?;
    Ok(code)
}

/// Opens the enrolments of popugs with these codes.
pub fn open_enrolments(tx: &mut Write<'_>, codes: &[(UserId, &Secret)]) -> Result<(), StoreError> {
    let hashes = codes.iter().map(|(id, code)| (*id, code.hash()));
    let hashes: Vec<(UserId, Hash)> = hashes.collect();
    let expires_at = tx.now().plus_seconds(CODE_SECONDS);
    let hashes = hashes.iter().map(|(id, hash)| (*id, hash));
    sql::set_enrolments(tx, hashes, expires_at)
}

/// Makes the admin that a new store begins with, and logs it in.
pub fn add_first_admin(
    tx: &mut Write<'_>,
    new: NewUser,
    hash: &BeakHash,
) -> Result<Session, AuthError> {
    let (id, user) = add(
        tx,
        NewUser {
            role: Role::Admin,
            ..new
        },
    )?;
    sql::set_beak(tx, id, hash)?;
    open_session(tx, id, user.name, user.role)
}

fn add(tx: &mut Write<'_>, new: NewUser) -> Result<(UserId, UserView), AuthError> {
    if sql::find(tx, new.name.as_str())?.is_some() {
        return Err(AuthError::Taken(new.name));
    }
    let user = (sql::next_id(tx)?, new.into_user());
    add_numbered(tx, std::slice::from_ref(&user))?;
    Ok(user)
}

/// Makes popugs whose names and numbers are free.
pub fn add_numbered(tx: &mut Write<'_>, users: &[(UserId, UserView)]) -> Result<(), AuthError> {
    sql::insert(tx, users.iter().map(|(id, user)| (*id, user)))?;
    let cause = tx.cause();
    let told = users.iter().map(|(id, user)| model::created(*id, user));
    tx.append_many(told.map(|it| (it.into(), cause)))?;
    Ok(())
}

//! A popug that lost its beak enrols anew.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::model;
use crate::auth::requests::add::open_enrolment;
use crate::auth::sql;
use crate::events::Append;
use crate::kernel::name::{UserName, Who};
use crate::store::{Asker, Command, Write};

/// `user.enroll`: ends a popug's beak and sessions, and opens an enrolment.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EnrollUser {
    /// Whom.
    pub name: Who,
}

/// A popug that is to set its beak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EnrollCode {
    /// The popug.
    pub name: UserName,
    /// The code with which it sets its beak, shown this once.
    pub enroll_code: String,
}

impl Command for EnrollUser {
    type Answer = EnrollCode;
    type Error = AuthError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<EnrollCode, AuthError> {
        let name = model::named(&self.name, &asker.actor)?;
        let (_, user) = sql::find(tx, &name)?.ok_or_else(|| AuthError::Unknown(name.clone()))?;
        model::check_within(&asker.actor, user.role)?;
        enrol_anew(tx, &name)
    }
}

/// Ends the beak and the sessions of a popug and opens an enrolment. `user.updated` tells who did
/// so: an admin, or popug itself for whoever holds the store's file.
pub fn enrol_anew(tx: &mut Write<'_>, name: &str) -> Result<EnrollCode, AuthError> {
    let (id, user) = sql::find(tx, name)?.ok_or_else(|| AuthError::Unknown(name.to_owned()))?;
    if !user.active {
        return Err(AuthError::NotActive(user.name));
    }
    sql::end_beak(tx, id)?;
    sql::end_sessions(tx, id)?;
    sql::forget_attempts(tx, name)?;
    let code = open_enrolment(tx, id)?;
    tx.append(model::updated(id, &user))?;
    Ok(EnrollCode {
        name: user.name,
        enroll_code: code.reveal().to_owned(),
    })
}

//! Many popugs at once, all or none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::auth::error::{AuthError, WrongLines};
use crate::auth::model::{self, NewUser, UserView};
use crate::auth::requests::add::{add_numbered, open_enrolments};
use crate::auth::secret::Secret;
use crate::auth::sql;
use crate::kernel::ids::UserId;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::{Asker, Command, Write};

/// `user.import`: makes popugs, all or none. Each gets a code, with which it sets its beak.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportUsers {
    /// Whom, as they were written down.
    pub users: Vec<RosterLine>,
    /// The same, checked before the write.
    #[serde(skip)]
    checked: Vec<(u64, NewUser)>,
}

/// A popug as somebody wrote it down, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RosterLine {
    /// Its line, from 1.
    pub line: u64,
    /// The popug.
    pub user: GivenUser,
}

/// The fields of a row that is to be imported; all but the last must be there.
pub const USER_FIELDS: [&str; 4] = ["name", "role", "email", "full_name"];

/// What popug tells of a popug beside that, and what an import has no use for.
pub const OTHER_USER_FIELDS: [&str; 3] = ["active", "enrolled", "enroll_code"];

/// A popug as somebody wrote it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GivenUser {
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: String,
    /// Where its letters go.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
}

/// A popug that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportedUser {
    /// Its name.
    pub name: UserName,
    /// Its role.
    pub role: Role,
    /// Where its letters go.
    pub email: String,
    /// Its name in full.
    pub full_name: Option<String>,
    /// Whether it takes part.
    pub active: bool,
    /// The code with which it sets its beak, shown this once; null where nothing is kept.
    pub enroll_code: Option<String>,
}

impl ImportUsers {
    /// Of these.
    pub const fn of(users: Vec<RosterLine>) -> Self {
        let checked = Vec::new();
        Self { users, checked }
    }
}

impl Command for ImportUsers {
    type Answer = Vec<ImportedUser>;
    type Error = AuthError;

    const PREPARES: bool = true;

    fn prepare(&mut self) -> Result<(), AuthError> {
        let mut wrong = WrongLines::default();
        let mut lines = BTreeMap::new();
        self.checked = Vec::with_capacity(self.users.len());
        for RosterLine { line, user } in &self.users {
            match user.checked(&lines) {
                Ok(new) => {
                    lines.insert(new.name.clone(), *line);
                    self.checked.push((*line, new));
                }
                Err(error) => wrong.add(*line, error),
            }
        }
        wrong.none()
    }

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Vec<ImportedUser>, AuthError> {
        let mut wrong = WrongLines::default();
        for (line, new) in &self.checked {
            if let Err(error) = model::check_within(&asker.actor, new.role) {
                wrong.add(*line, error.into());
            }
        }
        let taken = sql::taken(tx, self.checked.iter().map(|(_, new)| &new.name))?;
        for (line, new) in &self.checked {
            if taken.contains(&new.name) {
                wrong.add(*line, AuthError::Taken(new.name.clone()));
            }
        }
        wrong.none()?;
        let first = sql::next_id(tx)?.get();
        let new = self.checked.iter().map(|(_, new)| new.clone().into_user());
        let users: Vec<(UserId, UserView)> = (first..).map(UserId::new).zip(new).collect();
        add_numbered(tx, &users)?;
        let codes = users.iter().map(|_| Secret::code());
        let codes = codes.collect::<Result<Vec<Secret>, _>>()?;
        let each = users.iter().zip(&codes).map(|((id, _), code)| (*id, code));
        open_enrolments(tx, &each.collect::<Vec<_>>())?;
        let made = users.into_iter().zip(&codes);
        Ok(made
            .map(|((_, user), code)| imported(user, code.reveal()))
            .collect())
    }
}

impl GivenUser {
    /// As a popug that can be made, unless one of these has its name.
    fn checked(&self, lines: &BTreeMap<UserName, u64>) -> Result<NewUser, AuthError> {
        let role = self.role.trim().parse()?;
        let full_name = self.full_name.as_deref();
        let new = NewUser::parse(self.name.trim(), role, &self.email, full_name)?;
        match lines.get(&new.name) {
            None => Ok(new),
            Some(line) => Err(AuthError::Twice {
                name: new.name,
                line: *line,
            }),
        }
    }
}

fn imported(user: UserView, code: &str) -> ImportedUser {
    ImportedUser {
        name: user.name,
        role: user.role,
        email: user.email,
        full_name: user.full_name,
        active: user.active,
        enroll_code: Some(code.to_owned()),
    }
}

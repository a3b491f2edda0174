//! Tokens: made, listed, revoked.

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::secret::Secret;
use crate::auth::sql;
use crate::auth::sql::tokens::{self, NewToken, TokenRow};
use crate::auth::tokens::TokenError;
use crate::kernel::actor::Actor;
use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::permissions::Permissions;
use crate::store::{Asker, Command, Query, Read, Write};

/// Seconds of a day.
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// `token.create`: makes a token.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CreateToken {
    /// Its name.
    pub name: String,
    /// What it is for.
    #[serde(rename = "for")]
    pub permissions: Permissions,
    /// The popug that it acts for.
    #[serde(rename = "as")]
    pub acts_as: Option<String>,
    /// How many days it lasts; `None`: until it is revoked.
    pub days: Option<u32>,
}

/// A token that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CreatedToken {
    /// Its name.
    pub name: UserName,
    /// Its secret, shown this once.
    pub token: String,
    /// When it ends; null: never.
    pub expires_at: Option<Moment>,
}

impl Command for CreateToken {
    type Answer = CreatedToken;
    type Error = AuthError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<CreatedToken, AuthError> {
        let name: UserName = self.name.parse()?;
        let creator = asker.actor.user();
        let creator = creator.ok_or_else(|| AuthError::NoPopug(asker.actor.to_string()))?;
        self.check_given(&asker.actor)?;
        let acts_as = self.popug_behind(tx)?;
        make_room(tx, &name)?;

        let secret = Secret::for_program()?;
        let days = self.days.map(i64::from);
        let expires_at = days.map(|days| tx.now().plus_seconds(days * DAY_SECONDS));
        let new = NewToken {
            hash: secret.hash(),
            name: &name,
            permissions: &self.permissions,
            acts_as,
            created_by: creator,
            made_at: after_its_namesakes(tx, &name)?,
            expires_at,
        };
        tokens::insert(tx, &new)?;
        Ok(CreatedToken {
            name,
            token: secret.reveal().to_owned(),
            expires_at,
        })
    }
}

impl CreateToken {
    /// A token that could make tokens would outlive being revoked.
    fn check_given(&self, giver: &Actor) -> Result<(), TokenError> {
        if self.permissions.contain(Permission::TokenManage) {
            return Err(TokenError::ForTokens);
        }
        match self.permissions.each().find(|it| !giver.may(*it)) {
            Some(permission) => Err(TokenError::NotYoursToGive(permission)),
            None => Ok(()),
        }
    }

    /// The popug that it acts for, who has to be there and to be allowed all of it.
    fn popug_behind(&self, read: &Read<'_>) -> Result<Option<UserId>, AuthError> {
        let Some(name) = &self.acts_as else {
            return Ok(None);
        };
        let name = name.to_ascii_lowercase();
        let found = sql::find(read, &name)?;
        let (id, user) = found.ok_or(AuthError::Unknown(name))?;
        if !user.active {
            return Err(AuthError::NotActive(user.name));
        }
        let beyond = self.permissions.each().find(|it| !it.belongs_to(user.role));
        match beyond {
            None => Ok(Some(id)),
            Some(permission) => Err(AuthError::Token(TokenError::BeyondRole {
                user: user.name,
                role: user.role,
                permission,
            })),
        }
    }
}

/// One that has ended by itself gives its name away, and so does one that a wrong clock has made.
fn make_room(tx: &mut Write<'_>, name: &UserName) -> Result<(), AuthError> {
    let Some(there) = tokens::by_name(tx, name.as_str())? else {
        return Ok(());
    };
    let now = tx.now();
    let lasts = there.expires_at.is_none_or(|at| at > now);
    if lasts && there.made_ahead(now).is_none() {
        return Err(AuthError::Token(TokenError::Taken(name.clone())));
    }
    tokens::revoke(tx, name.as_str())?;
    Ok(())
}

/// Now, or later where the clock stands still or went back: no two tokens of one name were made at
/// one moment, by which their keys are told apart.
fn after_its_namesakes(tx: &Write<'_>, name: &UserName) -> Result<Moment, AuthError> {
    let newest = tokens::newest(tx, name)?;
    let after = newest.and_then(|at| Moment::from_micros(at.micros().saturating_add(1)).ok());
    Ok(after.map_or(tx.now(), |after| after.max(tx.now())))
}

/// A token as admins see it; never its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TokenView {
    /// Its name.
    pub name: UserName,
    /// What it is for.
    #[serde(rename = "for")]
    pub permissions: Permissions,
    /// The popug that it acts for.
    #[serde(rename = "as")]
    pub acts_as: Option<UserName>,
    /// Who made it.
    pub created_by: UserName,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Moment>,
    /// When it ends; null: never.
    pub expires_at: Option<Moment>,
    /// What it was made for and may not at the moment.
    #[serde(default)]
    pub lost: Vec<Permission>,
}

impl From<TokenRow> for TokenView {
    fn from(row: TokenRow) -> Self {
        let lost = row.lost();
        Self {
            lost,
            name: row.name,
            permissions: row.permissions,
            acts_as: row.acts_as.map(|it| it.popug.name),
            created_by: row.maker.popug.name,
            last_used_at: row.last_used_at,
            expires_at: row.expires_at,
        }
    }
}

/// `token.list`: every token that was not revoked, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListTokens {}

impl Query for ListTokens {
    type Answer = Vec<TokenView>;
    type Error = AuthError;

    fn ask(&self, read: &Read<'_>, _asker: &Asker) -> Result<Vec<TokenView>, AuthError> {
        let open = tokens::open(read)?.into_iter();
        Ok(open.map(TokenView::from).collect())
    }
}

/// `token.revoke`: ends a token, at once and for good.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RevokeToken {
    /// Its name.
    pub name: String,
}

impl Command for RevokeToken {
    type Answer = TokenView;
    type Error = AuthError;

    fn run(&self, tx: &mut Write<'_>, _asker: &Asker) -> Result<TokenView, AuthError> {
        let name = self.name.to_ascii_lowercase();
        let token = tokens::by_name(tx, &name)?;
        let token = token.ok_or_else(|| TokenError::Missing(name.clone()))?;
        tokens::revoke(tx, &name)?;
        Ok(token.into())
    }
}

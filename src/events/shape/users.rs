//! Data events: popugs and settings, each time in full.

use serde::{Deserialize, Serialize};

use crate::kernel::ids::UserId;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;

/// `user.created`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UserCreated {
    /// The popug.
    pub user: UserId,
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
}

/// `user.updated`, version 1: the popug as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UserUpdated {
    /// The popug.
    pub user: UserId,
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
}

/// `setting.updated`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SettingUpdated {
    /// The setting.
    pub key: String,
    /// Its new value.
    pub value: String,
}

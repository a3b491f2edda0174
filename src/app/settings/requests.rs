//! `setting.list`, `setting.get`, `setting.set`: the company's settings, read and changed.

use serde::{Deserialize, Serialize};

use crate::app::error::AppError;
use crate::app::settings::{SettingKey, rules, set, value};
use crate::store::{Asker, Command, Query, Read, Write};

/// A setting as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SettingView {
    /// Its key.
    pub key: String,
    /// What it is.
    pub value: String,
    /// What a new company starts with.
    pub default: String,
    /// What it is for.
    pub about: String,
}

fn view(read: &Read<'_>, key: SettingKey) -> Result<SettingView, AppError> {
    Ok(SettingView {
        key: key.to_string(),
        value: value(read, key)?,
        default: key.default_value().to_owned(),
        about: key.about().to_owned(),
    })
}

/// Every setting.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListSettings {}

impl Query for ListSettings {
    type Answer = Vec<SettingView>;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Vec<SettingView>, AppError> {
        SettingKey::ALL
            .into_iter()
            .map(|key| view(read, key))
            .collect()
    }
}

/// One setting.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GetSetting {
    /// Which.
    pub key: String,
}

impl Query for GetSetting {
    type Answer = SettingView;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<SettingView, AppError> {
        view(read, self.key.parse()?)
    }
}

/// Gives a setting a value; the one that it has already changes nothing. What happened before
/// keeps the prices and the days that it had.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SetSetting {
    /// Which.
    pub key: String,
    /// What it is to be.
    pub value: String,
}

impl Command for SetSetting {
    type Answer = SettingView;
    type Error = AppError;

    fn run(&self, tx: &mut Write<'_>, _: &Asker) -> Result<SettingView, AppError> {
        let key: SettingKey = self.key.parse()?;
        let new = rules::parsed(key, &self.value)?;
        if new != value(tx, key)? {
            rules::check(tx, key, &new)?;
            set(tx, key, new)?;
        }
        view(tx, key)
    }
}

//! The company's settings: what there is, what it starts with, what it takes.

mod error;
mod requests;
mod rules;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::app::error::AppError;
use crate::app::sql;
use crate::events::Append;
use crate::events::shape::SettingUpdated;
use crate::kernel::day::Zone;
use crate::kernel::money::Currency;
use crate::store::{Read, Write};

pub use error::SettingError;
pub use requests::{GetSetting, ListSettings, SetSetting, SettingView};

/// A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingKey {
    /// Where midnight is.
    Timezone,
    /// What is paid in.
    Currency,
    /// The lowest fee.
    FeeMin,
    /// The highest fee.
    FeeMax,
    /// The lowest reward.
    RewardMin,
    /// The highest reward.
    RewardMax,
    /// Where letters go.
    Mail,
    /// Who they are from.
    MailFrom,
    /// Where payouts go.
    Payments,
}

impl SettingKey {
    /// Every setting.
    pub const ALL: [Self; 9] = [
        Self::Timezone,
        Self::Currency,
        Self::FeeMin,
        Self::FeeMax,
        Self::RewardMin,
        Self::RewardMax,
        Self::Mail,
        Self::MailFrom,
        Self::Payments,
    ];

    /// Its key.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Timezone => "timezone",
            Self::Currency => "currency",
            Self::FeeMin => "fee_min",
            Self::FeeMax => "fee_max",
            Self::RewardMin => "reward_min",
            Self::RewardMax => "reward_max",
            Self::Mail => "mail",
            Self::MailFrom => "mail_from",
            Self::Payments => "payments",
        }
    }

    /// What a new company starts with.
    pub const fn default_value(self) -> &'static str {
        match self {
            Self::Timezone => "UTC",
            Self::Currency => "USD",
            Self::FeeMin => "10",
            Self::FeeMax => "20",
            Self::RewardMin => "20",
            Self::RewardMax => "40",
            Self::Mail => "maildir",
            Self::MailFrom => "accounting@uberpopug.example",
            Self::Payments => "none",
        }
    }
}

impl SettingKey {
    /// What it is for.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Timezone => "where midnight is: a zone of the IANA database",
            Self::Currency => {
                "what is paid in: ISO 4217 with two decimals, until the first transaction"
            }
            Self::FeeMin => "the lowest fee, in whole units",
            Self::FeeMax => "the highest fee, in whole units",
            Self::RewardMin => "the lowest reward, in whole units",
            Self::RewardMax => "the highest reward, in whole units",
            Self::Mail => "where letters go: maildir (beside the store) or maildir:PATH",
            Self::MailFrom => "whom letters are from",
            Self::Payments => "who pays: none (a payout counts as processed at once)",
        }
    }
}

impl fmt::Display for SettingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for SettingKey {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|key| key.as_str() == text);
        found.ok_or_else(|| SettingError::Unknown(text.to_owned()))
    }
}

/// The settings that whoever asks is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Where midnight is.
    pub timezone: Zone,
    /// What is paid in.
    pub currency: Currency,
}

/// The company's zone and currency.
pub fn company(read: &Read<'_>) -> Result<Company, AppError> {
    let set = sql::settings(read)?;
    let value = |key: SettingKey| {
        let found = set.iter().find(|(name, _)| name == key.as_str());
        found.map_or(key.default_value(), |(_, value)| value)
    };
    let (timezone, currency) = (value(SettingKey::Timezone), value(SettingKey::Currency));
    Ok(Company {
        timezone: timezone.parse().map_err(AppError::Zone)?,
        currency: currency.parse().map_err(AppError::Currency)?,
    })
}

/// A setting's value, or what it starts with.
pub fn value(read: &Read<'_>, key: SettingKey) -> Result<String, AppError> {
    let found = sql::setting(read, key.as_str())?;
    Ok(found.unwrap_or_else(|| key.default_value().to_owned()))
}

/// Sets the settings of a new company, so that whoever listens has heard of each. Of payments nobody
/// has to hear before there is somebody who pays.
pub fn lay(tx: &mut Write<'_>, timezone: Zone, currency: &Currency) -> Result<(), AppError> {
    for key in SettingKey::ALL {
        let value = match key {
            SettingKey::Timezone => timezone.to_string(),
            SettingKey::Currency => currency.to_string(),
            SettingKey::FeeMin
            | SettingKey::FeeMax
            | SettingKey::RewardMin
            | SettingKey::RewardMax
            | SettingKey::Mail
            | SettingKey::MailFrom => key.default_value().to_owned(),
            SettingKey::Payments => continue,
        };
        set(tx, key, value)?;
    }
    Ok(())
}

/// Lets nothing lead out of the store: what does is as a new company has it.
pub fn lead_nowhere(tx: &mut Write<'_>) -> Result<(), AppError> {
    for key in [SettingKey::Mail, SettingKey::Payments] {
        let nowhere = key.default_value();
        if value(tx, key)? != nowhere {
            set(tx, key, nowhere.to_owned())?;
        }
    }
    Ok(())
}

fn set(tx: &mut Write<'_>, key: SettingKey, value: String) -> Result<(), AppError> {
    sql::set_setting(tx, key.as_str(), &value)?;
    tx.append(SettingUpdated {
        key: key.as_str().to_owned(),
        value,
    })?;
    Ok(())
}

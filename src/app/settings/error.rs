//! Why a setting is not found, or does not take a value.

use std::path::PathBuf;

use crate::accounting::HIGHEST_PRICE;
use crate::app::settings::SettingKey;
use crate::delivery::{MailTargetError, PaymentTargetError};
use crate::kernel::day::ZoneError;
use crate::kernel::money::{Currency, CurrencyError};
use crate::kernel::text::TextError;

/// Every refusal of a setting. None names more of a value than is safe to show.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// There is no such setting.
    #[error("there is no setting '{0}'")]
    Unknown(String),
    /// No time zone.
    #[error(transparent)]
    Zone(#[from] ZoneError),
    /// No currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// Amounts were posted in the currency that there is.
    #[error("the currency stays {0}: there are transactions in it")]
    CurrencyFixed(Currency),
    /// No price.
    #[error("'{text}' is no price for {key}: whole units, from 1 to {HIGHEST_PRICE}")]
    Price {
        /// Which.
        key: SettingKey,
        /// What was given.
        text: String,
    },
    /// A range of prices that ends before it begins.
    #[error("{least} {min} would be above {most} {max}")]
    PriceOrder {
        /// The setting with the lowest price.
        least: SettingKey,
        /// What it would be.
        min: i64,
        /// The setting with the highest price.
        most: SettingKey,
        /// What it would be.
        max: i64,
    },
    /// No place for letters.
    #[error(transparent)]
    Mail(#[from] MailTargetError),
    /// A path in somebody's home.
    #[error("{} is another directory for each who runs popug", .0.display())]
    Home(PathBuf),
    /// No sender of letters.
    #[error("'{0}' is no address such as popug@example.com or UberPopug Inc <popug@example.com>")]
    MailFrom(String),
    /// No place for payouts.
    #[error(transparent)]
    Payments(#[from] PaymentTargetError),
    /// A process that would pay nobody where the company has a gateway.
    #[error("POPUG_PAYMENTS is none, but the company pays through a gateway")]
    GatewayOverridden,
    /// Words that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
}

//! What each setting takes: a value is held against its rule before anything is written.

use crate::accounting::{self, is_price_range};
use crate::app::consumers;
use crate::app::error::AppError;
use crate::app::settings::{SettingError, SettingKey, company, value};
use crate::delivery::{self, MailTarget, PaymentTarget};
use crate::kernel::day::Zone;
use crate::kernel::money::Currency;
use crate::kernel::text;
use crate::store::{Read, Write};

/// Characters of a value.
const MOST: usize = 500;

/// A value as it is kept, where the setting takes it at all.
pub fn parsed(key: SettingKey, value: &str) -> Result<String, SettingError> {
    let value = text::one_line("a setting", value, MOST)?;
    Ok(match key {
        SettingKey::Timezone => value.parse::<Zone>()?.to_string(),
        SettingKey::Currency => value.parse::<Currency>()?.to_string(),
        SettingKey::FeeMin | SettingKey::FeeMax | SettingKey::RewardMin | SettingKey::RewardMax => {
            price(key, &value)?.to_string()
        }
        SettingKey::Mail => mail(&value)?.to_string(),
        SettingKey::MailFrom if delivery::is_sender(&value) => value,
        SettingKey::MailFrom => return Err(SettingError::MailFrom(value)),
        SettingKey::Payments => value.parse::<PaymentTarget>()?.to_string(),
    })
}

/// Everybody's letters go there: a home would be another one for each.
fn mail(value: &str) -> Result<MailTarget, SettingError> {
    let target = value.parse()?;
    if let MailTarget::Maildir(path) = &target
        && path.to_string_lossy().starts_with('~')
    {
        return Err(SettingError::Home(path.clone()));
    }
    Ok(target)
}

/// Holds a value that differs from the one that is kept against everything else that is kept.
pub fn check(tx: &mut Write<'_>, key: SettingKey, value: &str) -> Result<(), AppError> {
    match key {
        SettingKey::Currency => check_no_transaction(tx),
        SettingKey::FeeMin | SettingKey::FeeMax => {
            check_range(tx, [SettingKey::FeeMin, SettingKey::FeeMax], key, value)
        }
        SettingKey::RewardMin | SettingKey::RewardMax => check_range(
            tx,
            [SettingKey::RewardMin, SettingKey::RewardMax],
            key,
            value,
        ),
        SettingKey::Timezone => {
            let zone: Zone = value.parse().map_err(AppError::Zone)?;
            Ok(zone.check_day_of(tx.now())?)
        }
        SettingKey::Mail | SettingKey::MailFrom | SettingKey::Payments => Ok(()),
    }
}

/// Accounting hears the rest first: what it has not charged yet counts as well.
fn check_no_transaction(tx: &mut Write<'_>) -> Result<(), AppError> {
    consumers::hear_rest(tx, &["accounting"])?;
    if accounting::has_transactions(tx)? {
        let currency = company(tx)?.currency;
        return Err(SettingError::CurrencyFixed(currency).into());
    }
    Ok(())
}

/// A price can be drawn at every moment, so one end is held against the other in the same write.
fn check_range(
    read: &Read<'_>,
    [least, most]: [SettingKey; 2],
    changed: SettingKey,
    new: &str,
) -> Result<(), AppError> {
    let end = |key| {
        if key == changed {
            return Ok::<_, AppError>(price(key, new)?);
        }
        Ok(price(key, &value(read, key)?)?)
    };
    let (min, max) = (end(least)?, end(most)?);
    if is_price_range(min, max) {
        return Ok(());
    }
    let order = SettingError::PriceOrder {
        least,
        min,
        most,
        max,
    };
    Err(order.into())
}

fn price(key: SettingKey, text: &str) -> Result<i64, SettingError> {
    let price = text.parse().ok().filter(|it| is_price_range(*it, *it));
    price.ok_or_else(|| SettingError::Price {
        key,
        text: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(key: SettingKey, value: &str) -> String {
        match parsed(key, value) {
            Ok(value) => format!("{key} {value}"),
            Err(error) => format!("{key}: {error}"),
        }
    }

    #[test]
    fn every_default_is_taken_as_it_is() {
        for key in SettingKey::ALL {
            let default = key.default_value();
            assert_eq!(parsed(key, default).expect("taken"), default);
        }
    }

    #[test]
    fn a_value_is_kept_in_one_form() {
        let kept = [
            taken(SettingKey::Timezone, " Europe/Berlin "),
            taken(SettingKey::Currency, "eur"),
            taken(SettingKey::FeeMin, "007"),
            taken(SettingKey::RewardMax, "1000000"),
            taken(SettingKey::Mail, "maildir:/var/mail/popug"),
            taken(SettingKey::MailFrom, "UberPopug Inc <popug@example.com>"),
            taken(SettingKey::Payments, " none"),
        ];
        insta::assert_snapshot!(kept.join("\n"), @"
        timezone Europe/Berlin
        currency EUR
        fee_min 7
        reward_max 1000000
        mail maildir:/var/mail/popug
        mail_from UberPopug Inc <popug@example.com>
        payments none
        ");
    }

    #[test]
    fn a_value_that_makes_no_sense_is_not_taken() {
        let refused = [
            taken(SettingKey::Timezone, "Mars/Olympus"),
            taken(SettingKey::Currency, "JPY"),
            taken(SettingKey::FeeMin, "0"),
            taken(SettingKey::FeeMax, "-5"),
            taken(SettingKey::RewardMin, "12.50"),
            taken(SettingKey::RewardMax, "1000001"),
            taken(SettingKey::RewardMax, "99999999999999999999"),
            taken(SettingKey::Mail, "smtp://kesha:beak@mail.example"),
            taken(SettingKey::Mail, "maildir:"),
            taken(SettingKey::Mail, "maildir:a\nb"),
            taken(SettingKey::MailFrom, "accounting"),
            taken(SettingKey::Payments, "https://bank.example"),
            taken(SettingKey::Timezone, " "),
        ];
        insta::assert_snapshot!(refused.join("\n"), @"
        timezone: there is no time zone 'Mars/Olympus' in the IANA database; try one such as Europe/Berlin or UTC
        currency: JPY has no two decimals; popug counts in hundredths
        fee_min: '0' is no price for fee_min: whole units, from 1 to 1000000
        fee_max: '-5' is no price for fee_max: whole units, from 1 to 1000000
        reward_min: '12.50' is no price for reward_min: whole units, from 1 to 1000000
        reward_max: '1000001' is no price for reward_max: whole units, from 1 to 1000000
        reward_max: '99999999999999999999' is no price for reward_max: whole units, from 1 to 1000000
        mail: letters go to maildirs only so far, not to 'smtp:'; say maildir or maildir:PATH
        mail: there is no path behind 'maildir:'
        mail: a setting must not contain the character U+000A
        mail_from: 'accounting' is no address such as popug@example.com or UberPopug Inc <popug@example.com>
        payments: payouts go to no gateway so far; say none
        timezone: a setting must not be empty
        ");
    }
}

//! Exact money.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An amount of money in whole cents. Positive is earned, negative is owed.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Money(i64);

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an amount has a sign, whole units and two decimals or none: +12.50, -3")]
pub struct AmountError;

impl Money {
    /// Nothing owed, nothing earned.
    pub const ZERO: Self = Self(0);

    /// From a number of cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// From whole units of the currency; `None` where the cents do not fit.
    pub fn from_units(units: i64) -> Option<Self> {
        units.checked_mul(100).map(Self)
    }

    /// The number of cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// `None` where the sum does not fit: a ledger stops rather than wraps.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `None` where the difference does not fit.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// `None` for the one amount that has no opposite.
    pub fn checked_neg(self) -> Option<Self> {
        self.0.checked_neg().map(Self)
    }

    /// From a sign, whole units, and two decimals or none: `+12.50`, `-3`.
    pub fn signed(text: &str) -> Result<Self, AmountError> {
        let (sign, digits) = match text.split_at_checked(1) {
            Some(("+", digits)) => (1, digits),
            Some(("-", digits)) => (-1, digits),
            Some(_) | None => return Err(AmountError),
        };
        let (units, cents) = digits.split_once('.').unwrap_or((digits, "00"));
        let plain = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(units) || !plain(cents) || cents.len() != 2 {
            return Err(AmountError);
        }
        let units: i64 = units.parse().map_err(|_| AmountError)?;
        let cents: i64 = cents.parse().map_err(|_| AmountError)?;
        let amount = units.checked_mul(100).and_then(|it| it.checked_add(cents));
        amount.map(|it| Self(sign * it)).ok_or(AmountError)
    }

    /// The sum, or `None` where it does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// Above zero: in the black.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Below zero: in the red.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

/// How a currency is written in front of an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Currency(String);

/// Why a text is no currency.
#[derive(Debug, thiserror::Error)]
pub enum CurrencyError {
    /// Not three capital letters.
    #[error("a currency is three letters as in ISO 4217, such as USD, not '{0}'")]
    Shape(String),
    /// Three letters that are no currency.
    #[error("there is no currency {0} in ISO 4217; try one such as USD or EUR")]
    Unknown(String),
    /// A currency whose amounts do not have two decimals.
    #[error("{0} has no two decimals; popug counts in hundredths")]
    Decimals(String),
}

/// Currencies of ISO 4217 whose minor unit is a hundredth (list one, 2025).
const HUNDREDTHS: [&str; 141] = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
    "BGN", "BMD", "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF",
    "CHE", "CHF", "CHW", "CNY", "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD",
    "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD",
    "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW",
    "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
    "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK",
    "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR",
    "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
    "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "USN", "UYU",
    "UZS", "VED", "VES", "WST", "XAD", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG",
];

/// Currencies of ISO 4217 whose minor unit is none, or another one.
const NOT_HUNDREDTHS: [&str; 26] = [
    "BHD", "BIF", "CLF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD",
    "LYD", "OMR", "PYG", "RWF", "TND", "UGX", "UYI", "UYW", "VND", "VUV", "XAF", "XOF", "XPF",
];

impl Currency {
    /// `$17.00`, `-$3.50`, `CHF 12.00`.
    pub fn show(&self, amount: Money) -> String {
        let sign = if amount.is_negative() { "-" } else { "" };
        self.signed(sign, amount)
    }

    /// With a plus in front of what is earned: `+$31.00`, `-$12.00`, `$0.00`.
    pub fn show_change(&self, amount: Money) -> String {
        let sign = match amount.cents() {
            1.. => "+",
            0 => "",
            _ => "-",
        };
        self.signed(sign, amount)
    }

    fn signed(&self, sign: &str, amount: Money) -> String {
        let cents = amount.cents().unsigned_abs();
        format!("{sign}{}{}.{:02}", self.symbol(), cents / 100, cents % 100)
    }

    fn symbol(&self) -> String {
        match self.0.as_str() {
            "USD" => "$".to_owned(),
            "EUR" => "€".to_owned(),
            "GBP" => "£".to_owned(),
            code => format!("{code} "),
        }
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self("USD".to_owned())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = text.trim().to_ascii_uppercase();
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(CurrencyError::Shape(text.to_owned()));
        }
        if NOT_HUNDREDTHS.contains(&code.as_str()) {
            return Err(CurrencyError::Decimals(code));
        }
        if !HUNDREDTHS.contains(&code.as_str()) {
            return Err(CurrencyError::Unknown(code));
        }
        Ok(Self(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_shown_to_the_cent() {
        let usd = Currency::default();
        assert_eq!(usd.show(Money::from_cents(-1_205)), "-$12.05");
        assert_eq!(usd.show_change(Money::from_cents(3_100)), "+$31.00");
        assert_eq!(usd.show_change(Money::ZERO), "$0.00");
        assert_eq!(
            usd.show(Money::from_cents(i64::MIN)),
            "-$92233720368547758.08"
        );
        let chf: Currency = "chf".parse().expect("CHF has hundredths");
        assert_eq!(chf.show(Money::from_cents(1_200)), "CHF 12.00");
    }

    #[test]
    fn a_currency_without_hundredths_is_refused() {
        let refused = ["jpy", "XPF", "dollars", "ABC", "US$"].map(|text| {
            let refused = text.parse::<Currency>();
            refused.expect_err("no currency here").to_string()
        });
        insta::assert_snapshot!(refused.join("\n"), @r"
        JPY has no two decimals; popug counts in hundredths
        XPF has no two decimals; popug counts in hundredths
        a currency is three letters as in ISO 4217, such as USD, not 'dollars'
        there is no currency ABC in ISO 4217; try one such as USD or EUR
        a currency is three letters as in ISO 4217, such as USD, not 'US$'
        ");
    }

    #[test]
    fn an_amount_has_a_sign_and_two_decimals_or_none() {
        assert_eq!(Money::signed("+12.50"), Ok(Money::from_cents(1_250)));
        assert_eq!(Money::signed("-3"), Ok(Money::from_cents(-300)));
        for wrong in [
            "12",
            "+",
            "+1.5",
            "+1.505",
            "+1,50",
            "--1",
            "+1e3",
            "",
            "+99999999999999999999",
        ] {
            assert_eq!(Money::signed(wrong), Err(AmountError), "{wrong}");
        }
    }

    #[test]
    fn a_sum_that_does_not_fit_is_none() {
        let most = Money::from_cents(i64::MAX);
        assert_eq!(most.checked_add(Money::from_cents(1)), None);
        assert_eq!(Money::sum([most, Money::from_cents(1)]), None);
        assert_eq!(Money::from_units(i64::MAX), None);
    }
}

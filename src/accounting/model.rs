//! The rules of money that need no store: accounts, prices, business days, sums.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::events::shape::{Party, TransactionKind};
use crate::kernel::day::{Day, Zone};
use crate::kernel::dice::{self, Seed};
use crate::kernel::ids::{Seq, TaskId, TransactionId};
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::kernel::ticket::Ticket;
use crate::store::{Bind, Column, Value};

/// An account's number, known to accounting alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(i64);

/// Management's account, there from the beginning.
pub const MANAGEMENT: AccountId = AccountId(1);
/// The bank's account, there from the beginning: money that has left.
pub const BANK: AccountId = AccountId(2);

impl AccountId {
    /// By its number.
    pub const fn new(number: i64) -> Self {
        Self(number)
    }
}

impl Bind for AccountId {
    fn value(&self) -> Value<'_> {
        Value::Int(self.0)
    }
}

impl Column for AccountId {
    fn read(value: Value<'_>) -> Result<Self, String> {
        i64::read(value).map(Self)
    }
}

/// Whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum AccountKind {
    /// Management's.
    Management,
    /// Money that has left.
    Bank,
    /// A popug's.
    Popug,
}

impl Column for AccountKind {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match String::read(value)?.as_str() {
            "management" => Ok(Self::Management),
            "bank" => Ok(Self::Bank),
            "popug" => Ok(Self::Popug),
            other => Err(format!("'{other}' where a kind of account belongs")),
        }
    }
}

/// An account and what is in it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// Whose it is.
    pub party: Party,
    /// The sum of all its transactions.
    pub balance: Money,
}

/// What an account saw on a day. Fees, rewards and payouts are never negative, whichever side of
/// them the account is on; everything else is signed from the account's point of view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// For being assigned tasks.
    pub fees: Money,
    /// For closing tasks.
    pub rewards: Money,
    /// Adjustments and reversals.
    pub other: Money,
    /// Payouts.
    pub paid: Money,
}

impl Sums {
    /// With a transaction that changed the account by `change`; `None` where a sum does not fit.
    pub fn with(self, kind: TransactionKind, change: Money) -> Option<Self> {
        let size = Money::from_cents(change.cents().checked_abs()?);
        let mut sums = self;
        match kind {
            TransactionKind::Fee => sums.fees = sums.fees.checked_add(size)?,
            TransactionKind::Reward => sums.rewards = sums.rewards.checked_add(size)?,
            TransactionKind::Payout => sums.paid = sums.paid.checked_add(size)?,
            TransactionKind::Reversal | TransactionKind::Adjustment => {
                sums.other = sums.other.checked_add(change)?;
            }
        }
        Some(sums)
    }

    /// What a popug earned by its tasks: rewards less fees.
    pub fn earned_by_popug(self) -> Option<Money> {
        self.rewards.checked_sub(self.fees)
    }

    /// What management earned: fees less rewards, and nothing else (M4).
    pub fn earned_by_management(self) -> Option<Money> {
        self.fees.checked_sub(self.rewards)
    }

    /// What the owner of an account of this kind earned; the bank earns nothing.
    pub fn earned(self, kind: AccountKind) -> Option<Money> {
        match kind {
            AccountKind::Popug => self.earned_by_popug(),
            AccountKind::Management => self.earned_by_management(),
            AccountKind::Bank => Some(Money::ZERO),
        }
    }
}

/// An account's day: its sums, and the balance of everything dated up to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountDay {
    /// What happened on it.
    pub sums: Sums,
    /// All transactions of the account that are dated on this day or before.
    pub balance: Money,
    /// The first transaction posted to it.
    pub first: TransactionId,
    /// The last transaction posted to it.
    pub last: TransactionId,
}

/// A task as it read when money moved for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TaskRef {
    /// The task.
    pub id: TaskId,
    /// Its ticket.
    pub ticket: Option<Ticket>,
    /// Its title.
    pub title: String,
}

/// A task and its price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// How it reads now.
    pub about: TaskRef,
    /// What it costs to be assigned it.
    pub fee: Money,
    /// What closing it earns.
    pub reward: Money,
    /// The event that it appeared with, and was priced for.
    pub created: Seq,
}

/// The business day of what happened at `at`: its local date, but no day that is closed.
pub fn business_day(zone: Zone, at: Moment, oldest_open: Day) -> Day {
    zone.day_of(at).max(oldest_open)
}

/// The company settings that accounting listens to.
pub const SETTINGS: [&str; 6] = [
    "timezone",
    "currency",
    "fee_min",
    "fee_max",
    "reward_min",
    "reward_max",
];

/// Copies of the company settings, as they were told.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    values: BTreeMap<String, String>,
}

impl Settings {
    /// From keys and values.
    pub fn new(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let values = values.into_iter().collect();
        Self { values }
    }

    /// Takes a new value in.
    pub fn set(&mut self, key: &str, value: &str) {
        self.values.insert(key.to_owned(), value.to_owned());
    }

    /// The company's time zone.
    pub fn zone(&self) -> Result<Zone, AccountingError> {
        self.parsed("timezone")
    }

    /// The company's currency.
    pub fn currency(&self) -> Result<Currency, AccountingError> {
        self.parsed("currency")
    }

    /// A fee and a reward drawn from the ranges of the moment: streams 0 and 1 of the seed.
    pub fn draw_prices(&self, seed: &Seed) -> Result<(Money, Money), AccountingError> {
        let fee = self.draw("fee", ["fee_min", "fee_max"], seed, 0)?;
        let reward = self.draw("reward", ["reward_min", "reward_max"], seed, 1)?;
        Ok((fee, reward))
    }

    fn draw(
        &self,
        what: &'static str,
        [least, most]: [&'static str; 2],
        seed: &Seed,
        stream: u64,
    ) -> Result<Money, AccountingError> {
        let (min, max) = (self.parsed(least)?, self.parsed(most)?);
        uniform_units(min, max, seed, stream).ok_or(AccountingError::PriceRange { what, min, max })
    }

    fn parsed<T: FromStr>(&self, key: &'static str) -> Result<T, AccountingError>
    where
        T::Err: std::fmt::Display,
    {
        let value = self.values.get(key);
        let value = value.ok_or(AccountingError::NoSetting(key))?;
        value
            .parse()
            .map_err(|error: T::Err| AccountingError::Setting {
                key,
                value: value.clone(),
                reason: error.to_string(),
            })
    }
}

/// The highest price, in whole units. Balances have room for ninety billion of them.
pub const HIGHEST_PRICE: i64 = 1_000_000;

/// The most that one adjustment moves, in whole units. Balances have room for ninety million of
/// them, so that none of them can be filled up for what is posted later.
pub const LARGEST_ADJUSTMENT: i64 = 1_000_000_000;

/// Whether a company may draw its prices from these whole units, both ends included.
pub const fn is_price_range(min: i64, max: i64) -> bool {
    1 <= min && min <= max && max <= HIGHEST_PRICE
}

/// Whole units from `min` to `max`, both included; `None` where there are none above zero, or they
/// do not fit.
fn uniform_units(min: i64, max: i64, seed: &Seed, stream: u64) -> Option<Money> {
    if min < 1 {
        return None;
    }
    Money::from_units(max)?;
    let many = u64::try_from(max.checked_sub(min)?).ok()?.checked_add(1)?;
    let above = i64::try_from(dice::uniform(seed, stream, many)).ok()?;
    Money::from_units(min.checked_add(above)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(fee: [&str; 2]) -> Settings {
        let all = [
            ("fee_min", fee[0]),
            ("fee_max", fee[1]),
            ("reward_min", "20"),
            ("reward_max", "40"),
        ];
        Settings::new(all.map(|(key, value)| (key.to_owned(), value.to_owned())))
    }

    #[test]
    fn prices_are_whole_units_within_both_ends() {
        let drawn: Vec<(i64, i64)> = (0..=255)
            .map(|byte| {
                let drawn = settings(["10", "20"]).draw_prices(&[byte; 32]);
                let (fee, reward) = drawn.expect("a price");
                (fee.cents(), reward.cents())
            })
            .collect();
        assert!(drawn.iter().all(|(fee, reward)| fee % 100 == 0
            && reward % 100 == 0
            && (1_000..=2_000).contains(fee)
            && (2_000..=4_000).contains(reward)));
        for edge in [1_000, 2_000] {
            assert!(drawn.iter().any(|(fee, _)| *fee == edge), "never {edge}");
        }
    }

    #[test]
    fn a_range_of_one_is_that_one() {
        let (fee, _) = settings(["7", "7"]).draw_prices(&[3; 32]).expect("a price");
        assert_eq!(fee, Money::from_cents(700));
    }

    #[test]
    fn a_range_that_does_not_hold_draws_nothing() {
        let most = i64::MAX.to_string();
        for fee in [["20", "10"], ["0", "10"], ["-5", "5"], ["1", most.as_str()]] {
            let drawn = settings(fee).draw_prices(&[1; 32]);
            assert!(
                matches!(drawn, Err(AccountingError::PriceRange { what: "fee", .. })),
                "{fee:?}"
            );
        }
        let drawn = settings(["ten", "20"]).draw_prices(&[1; 32]);
        assert!(matches!(
            drawn,
            Err(AccountingError::Setting { key: "fee_min", .. })
        ));
    }

    #[test]
    fn what_happened_on_a_closed_day_belongs_to_the_open_one() {
        let at: Moment = "2026-11-23T22:30:00Z".parse().expect("an instant");
        let moscow: Zone = "Europe/Moscow".parse().expect("a zone");
        let day = |text: &str| text.parse::<Day>().expect("a day");
        assert_eq!(
            business_day(moscow, at, day("2026-11-20")),
            day("2026-11-24")
        );
        assert_eq!(
            business_day(moscow, at, day("2026-11-26")),
            day("2026-11-26")
        );
    }
}

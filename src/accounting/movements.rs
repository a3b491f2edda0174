//! What a day did to everybody's account, and what was charged and earned within some days.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::{MANAGEMENT, Sums};
use crate::accounting::sql::{account_days, days};
use crate::kernel::day::Day;
use crate::kernel::ids::UserId;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::range::Span;
use crate::store::Read;

/// A popug's day: opening + earned + other − paid = closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Movement {
    /// The popug.
    pub user: UserName,
    /// What was carried from before.
    pub opening_cents: Money,
    /// Rewards less fees.
    pub earned_cents: Money,
    /// Adjustments and reversals.
    pub other_cents: Money,
    /// Payouts; never negative.
    pub paid_cents: Money,
    /// What is carried on.
    pub closing_cents: Money,
}

impl Movement {
    fn new(user: UserName, opening_cents: Money, sums: Sums) -> Option<Self> {
        let earned_cents = sums.earned_by_popug()?;
        let closing = opening_cents.checked_add(earned_cents)?;
        let closing = closing.checked_add(sums.other)?;
        Some(Self {
            user,
            opening_cents,
            earned_cents,
            other_cents: sums.other,
            paid_cents: sums.paid,
            closing_cents: closing.checked_sub(sums.paid)?,
        })
    }
}

/// Everybody's day, by name: of those who had something, owed something or saw any money move.
pub fn movements(read: &Read<'_>, day: Day) -> Result<Vec<Movement>, AccountingError> {
    let accounts = days::movements(read, day)?.into_iter();
    let moved =
        accounts.filter(|(_, opening, sums)| *opening != Money::ZERO || *sums != Sums::default());
    let movements = moved.map(|(user, opening, sums)| {
        Movement::new(user, opening, sums).ok_or(AccountingError::Totals(day))
    });
    movements.collect()
}

/// What management saw on a day: fees and rewards of all popugs, and what was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takings {
    /// Charged for assignments.
    pub fees: Money,
    /// Credited for closed tasks.
    pub rewards: Money,
    /// Adjustments and reversals, signed as management sees them.
    pub adjustments: Money,
}

/// What management saw on a day.
pub fn takings(read: &Read<'_>, day: Day) -> Result<Takings, AccountingError> {
    let span = Span { from: day, to: day };
    let seen = account_days::days_within(read, MANAGEMENT, span)?;
    let sums = seen.first().map_or_else(Sums::default, |(_, sums)| *sums);
    Ok(Takings {
        fees: sums.fees,
        rewards: sums.rewards,
        adjustments: sums.other,
    })
}

/// The fees and the rewards of each popug within these business days.
pub fn fees_and_rewards(
    read: &Read<'_>,
    span: Span,
) -> Result<BTreeMap<UserId, (Money, Money)>, AccountingError> {
    let sums = account_days::fees_and_rewards(read, span)?.into_iter();
    Ok(sums
        .map(|(user, fees, rewards)| (user, (fees, rewards)))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{Books, ISKRA, KESHA, cents, day};

    /// On Monday Kesha earns 20 dollars and is paid, Iskra owes 10; on Tuesday Kesha loses 10.
    fn books() -> Books {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.assign("2026-11-02T09:00:00Z", 2, ISKRA);
        books.finish("2026-11-02T09:00:00Z", 1, KESHA);
        books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        books.assign("2026-11-03T09:00:00Z", 3, KESHA);
        books
    }

    fn of(books: &Books, on: &str) -> Vec<(String, [i64; 5])> {
        let rows = books.store().read(|read| movements(read, day(on)));
        let rows = rows.expect("movements").into_iter();
        rows.map(|it| {
            let figures = [
                it.opening_cents,
                it.earned_cents,
                it.other_cents,
                it.paid_cents,
                it.closing_cents,
            ];
            (it.user.to_string(), figures.map(Money::cents))
        })
        .collect()
    }

    #[test]
    fn a_day_leads_from_opening_to_closing() {
        let books = books();
        assert_eq!(
            of(&books, "2026-11-02"),
            [
                ("iskra".to_owned(), [0, -1_000, 0, 0, -1_000]),
                ("kesha".to_owned(), [0, 2_000, 0, 2_000, 0]),
            ]
        );
        assert_eq!(
            of(&books, "2026-11-03"),
            [
                ("iskra".to_owned(), [-1_000, 0, 0, 0, -1_000]),
                ("kesha".to_owned(), [0, -1_000, 0, 0, -1_000]),
            ]
        );
        assert_eq!(of(&books, "2026-11-01"), []);
    }

    #[test]
    fn fees_and_rewards_add_up_over_the_days() {
        let books = books();
        let sums = |from: &str, to: &str| {
            let span = Span {
                from: day(from),
                to: day(to),
            };
            let sums = books.store().read(|read| fees_and_rewards(read, span));
            sums.expect("sums")
        };
        let both = sums("2026-11-02", "2026-11-03");
        assert_eq!(both[&KESHA], (cents(2_000), cents(3_000)));
        assert_eq!(both[&ISKRA], (cents(1_000), cents(0)));
        assert_eq!(sums("2026-11-04", "2026-11-09").len(), 0);
        let takings = books.store().read(|read| takings(read, day("2026-11-02")));
        let takings = takings.expect("takings");
        assert_eq!(
            (takings.fees, takings.rewards),
            (cents(2_000), cents(3_000))
        );
    }
}

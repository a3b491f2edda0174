//! What management earned (M4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::{MANAGEMENT, Sums};
use crate::accounting::sql::{account_days, days};
use crate::kernel::day::Day;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::range::{Range, Span, Step};
use crate::store::{Asker, Query, Read};

/// What management earned in each day, week or month; by default on the last seven days through
/// the open one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountEarnings {
    /// Of these days.
    pub range: Range,
    /// How they are taken together.
    pub by: Step,
}

/// What management earned in a day, a week or a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EarningsRow {
    /// The first day within the range.
    pub day: Day,
    /// Charged for assignments.
    pub fees_cents: Money,
    /// Credited for closed tasks.
    pub rewards_cents: Money,
    /// Fees less rewards, and nothing else.
    pub earned_cents: Money,
    /// Adjustments and reversals, which are no earnings.
    pub adjustments_cents: Money,
    /// When its last day was closed; null while that is open.
    pub closed_at: Option<Moment>,
}

impl Query for AccountEarnings {
    type Answer = Vec<EarningsRow>;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<EarningsRow>, AccountingError> {
        let last = asker.calendar(read)?.open;
        let span = self
            .range
            .resolve(&asker.calendar(read)?, last.minus(6), last)?;
        let seen = account_days::days_within(read, MANAGEMENT, span)?;
        let closings: BTreeMap<Day, Moment> = days::closings(read, span)?.into_iter().collect();
        let mut seen = seen.into_iter().peekable();
        let mut answer = Vec::new();
        for part in parts(span, self.by) {
            let mut all = Sums::default();
            while let Some((_, sums)) = seen.next_if(|(day, _)| *day <= part.to) {
                all = together(all, sums).ok_or(AccountingError::Totals(part.from))?;
            }
            answer.push(EarningsRow {
                day: part.from,
                fees_cents: all.fees,
                rewards_cents: all.rewards,
                earned_cents: all
                    .earned_by_management()
                    .ok_or(AccountingError::Totals(part.from))?,
                adjustments_cents: all.other,
                closed_at: closings.get(&part.to).copied(),
            });
        }
        Ok(answer)
    }
}

/// The stretches that a span falls into, clipped to it.
fn parts(span: Span, by: Step) -> impl Iterator<Item = Span> {
    let part = move |from: Day| Span {
        from,
        to: by.around(from).to.min(span.to),
    };
    std::iter::successors(Some(part(span.from)), move |before| {
        (before.to < span.to).then(|| part(before.to.next()))
    })
}

fn together(a: Sums, b: Sums) -> Option<Sums> {
    Some(Sums {
        fees: a.fees.checked_add(b.fees)?,
        rewards: a.rewards.checked_add(b.rewards)?,
        other: a.other.checked_add(b.other)?,
        paid: a.paid.checked_add(b.paid)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{BERT, Books, KESHA, day, popug};
    use crate::kernel::range::DayWord;
    use crate::kernel::role::Role;

    /// Fees on Monday the 2nd and Wednesday the 4th, a reward on the 4th, another fee on the 9th.
    fn books() -> Books {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.assign("2026-11-04T09:00:00Z", 2, KESHA);
        books.finish("2026-11-04T10:00:00Z", 2, KESHA);
        books.assign("2026-11-09T10:00:00Z", 3, KESHA);
        books
            .close("2026-11-02T20:00:00Z", "2026-11-02")
            .expect("closes");
        books
    }

    fn earned(range: Range, by: Step, on: &str) -> Vec<(String, i64, bool)> {
        let query = AccountEarnings { range, by };
        let rows = books().ask(
            &query,
            popug(BERT, Role::Accountant),
            &format!("{on}T12:00:00Z"),
        );
        let rows = rows.expect("earnings").into_iter();
        let row = |it: EarningsRow| {
            (
                it.day.to_string(),
                it.earned_cents.cents(),
                it.closed_at.is_some(),
            )
        };
        rows.map(row).collect()
    }

    fn from(text: &str) -> Range {
        Range {
            from: Some(DayWord::Date(day(text))),
            to: Some(DayWord::Date(day("2026-11-09"))),
            period: None,
        }
    }

    #[test]
    fn the_last_seven_days_are_shown_with_the_quiet_ones() {
        let expected = [
            ("2026-11-02", 1_000, true),
            ("2026-11-03", 0, false),
            ("2026-11-04", -2_000, false),
            ("2026-11-05", 0, false),
            ("2026-11-06", 0, false),
            ("2026-11-07", 0, false),
            ("2026-11-08", 0, false),
        ];
        let expected = expected.map(|(day, earned, closed)| (day.to_owned(), earned, closed));
        assert_eq!(earned(Range::default(), Step::Day, "2026-11-08"), expected);
    }

    #[test]
    fn weeks_and_months_are_clipped_to_the_range() {
        let weeks = earned(from("2026-11-03"), Step::Week, "2026-11-09");
        let expected = [("2026-11-03", -2_000, false), ("2026-11-09", 1_000, false)];
        assert_eq!(
            weeks,
            expected.map(|(day, earned, closed)| (day.to_owned(), earned, closed))
        );
        let months = earned(from("2026-10-30"), Step::Month, "2026-11-09");
        let expected = [("2026-10-30", 0, false), ("2026-11-01", 0, false)];
        assert_eq!(
            months,
            expected.map(|(day, earned, closed)| (day.to_owned(), earned, closed))
        );
    }
}

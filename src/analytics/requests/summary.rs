//! A day in two numbers.

use serde::{Deserialize, Serialize};

use crate::analytics::{AnalyticsError, sql};
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::range::DayWord;
use crate::store::{Asker, Query, Read};

/// What management earned on a day, and how many popugs are below zero at its end (N1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AnalyticsSummary {
    /// The day; the open one where it is left out.
    pub date: Option<DayWord>,
}

/// A day in two numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Summary {
    /// The day.
    pub day: Day,
    /// Fees less rewards of the day.
    pub earned_cents: Money,
    /// How many popugs are below zero, counting what is dated up to and including the day.
    pub in_the_red: i64,
}

impl Query for AnalyticsSummary {
    type Answer = Summary;
    type Error = AnalyticsError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Summary, AnalyticsError> {
        let day = self
            .date
            .unwrap_or(DayWord::Open)
            .resolve(&asker.calendar(read)?)?;
        let generation = sql::current(read)?.number;
        let totals = sql::totals(read, generation, day)?;
        let earned = totals.fees.checked_sub(totals.rewards);
        Ok(Summary {
            day,
            earned_cents: earned.ok_or(AnalyticsError::TooLarge(day))?,
            in_the_red: sql::in_the_red(read, generation, day)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::testing::{ask, fee, moved, popug, reward, told};
    use crate::events::shape::{Party, TransactionKind};
    use crate::store::testing::Scratch;

    fn summary(scratch: &Scratch, date: &str) -> (i64, i64) {
        let date = Some(date.parse().expect("a day"));
        let answer = ask(scratch, &AnalyticsSummary { date });
        (answer.earned_cents.cents(), answer.in_the_red)
    }

    #[test]
    fn a_summary_is_of_the_open_day_unless_another_is_named() {
        let scratch = Scratch::new();
        told(&scratch, &[fee("2026-11-24", 1, 1_200)]);
        let open = ask(&scratch, &AnalyticsSummary::default());
        assert_eq!(
            serde_json::to_string(&open).expect("json"),
            r#"{"day":"2026-11-24","earned_cents":1200,"in_the_red":1}"#
        );
        assert_eq!(summary(&scratch, "yesterday"), (0, 0));
    }

    #[test]
    fn a_day_counts_those_who_were_below_zero_at_its_end() {
        let scratch = Scratch::new();
        told(
            &scratch,
            &[
                fee("2026-11-20", 1, 1_000),
                fee("2026-11-20", 2, 1_000),
                reward("2026-11-21", 1, 3_000, 5),
                reward("2026-11-21", 3, 2_000, 6),
            ],
        );
        // Dated back to a day that is closed after later days have begun.
        let payout = |from, amount| {
            let on = "2026-11-21";
            moved(
                TransactionKind::Payout,
                on,
                popug(from),
                Party::Bank,
                amount,
                None,
            )
        };
        told(&scratch, &[fee("2026-11-22", 3, 1_500)]);
        told(&scratch, &[payout(1, 2_000), payout(3, 2_000)]);

        assert_eq!(summary(&scratch, "2026-11-19"), (0, 0));
        assert_eq!(summary(&scratch, "2026-11-20"), (2_000, 2));
        assert_eq!(summary(&scratch, "2026-11-21"), (-5_000, 1));
        assert_eq!(summary(&scratch, "2026-11-22"), (1_500, 2));
        assert_eq!(summary(&scratch, "open"), (0, 2));
    }
}

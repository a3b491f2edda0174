//! `popug draw fairness`.

use clap::Args;

use crate::app::{Fairness as Request, FairnessReport, FairnessRow};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Format, Limit, Table};
use crate::kernel::figures::bar;
use crate::kernel::range::Period;
use crate::tasks::{Hundredths, Odds, Verdict};

/// Columns of the chart.
const CHART: usize = 12;

/// Who got how many tasks, against what the dice promise.
///
/// EXPECTED adds up, over all draws, the tasks drawn by the popugs that were in the pool; the line
/// in the chart is where it lies. Fees and rewards are shown of your own account, and of all to
/// accountants and admins. Below stands whether chance alone would spread tasks so unevenly.
///
/// Example: popug draw fairness --period this-month
#[derive(Args, Debug)]
pub struct Fairness {
    /// 2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week; all where it is left out
    #[arg(long, value_name = "PERIOD")]
    period: Option<Period>,
}

impl Run for Fairness {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let period = self.period;
        let entered = context.enter()?;
        let (rows, verdict) = if context.out.format() == Format::Table {
            let report = entered.ask(&FairnessReport { period })?;
            (report.rows, Some(report.verdict))
        } else {
            (entered.ask(&Request { period })?, None)
        };
        let most = rows.iter().map(most).max().unwrap_or(0);
        let table = Table::<FairnessRow>::new()
            .flexible("user", "POPUG", |row| Cell::text(&row.user))
            .right("open", "OPEN", |row| Cell::text(row.open))
            .right("assigned", "ASSIGNED", |row| Cell::text(row.assigned))
            .right("expected_assigned", "EXPECTED", |row| {
                Cell::text(row.expected_assigned.text())
            })
            .left("", "", |row| Cell::text(chart(row, most)))
            .right("closed", "CLOSED", |row| Cell::text(row.closed))
            .price("fees_cents", "FEES", |row| row.fees_cents)
            .price("rewards_cents", "REWARDS", |row| row.rewards_cents);
        context.list_held(&rows, Limit::ALL, &table)?;
        if let Some(verdict) = verdict {
            context.out.passage(&in_words(verdict))?;
        }
        Ok(Ending::Done)
    }
}

fn most(row: &FairnessRow) -> i64 {
    row.assigned.max(row.expected_assigned.whole() + 1)
}

/// A bar as long as what fell to the popug, and a line where its expectation lies.
fn chart(row: &FairnessRow, most: i64) -> String {
    let bar = bar(row.assigned, most, CHART);
    if row.expected_assigned == Hundredths::default() {
        return bar;
    }
    let width = i64::try_from(CHART).unwrap_or(0);
    let place = row.expected_assigned.whole().saturating_mul(width) / most.max(1);
    let place = usize::try_from(place).unwrap_or(0);
    let columns = bar.chars().chain(std::iter::repeat(' ')).take(CHART);
    let marked = columns.enumerate().map(|(at, column)| match at == place {
        true => '│',
        false => column,
    });
    let chart: String = marked.collect();
    chart.trim_end().to_owned()
}

fn in_words(verdict: Verdict) -> String {
    match verdict {
        Verdict::NothingDrawn => "Nothing was drawn in this time.\n".to_owned(),
        Verdict::NoChoice => {
            "There was never more than one popug to choose from: chance had no say.\n".to_owned()
        }
        Verdict::Odds { odds, few } => {
            let caution = if few {
                "Somebody could expect fewer than 5 tasks, so this says little yet.\n"
            } else {
                ""
            };
            format!("{}\n{caution}", odds_in_words(odds))
        }
    }
}

const fn odds_in_words(odds: Odds) -> &'static str {
    match odds {
        Odds::Often => {
            "This is within what chance allows: dice alone spread tasks as unevenly, or\n\
             more so, at least once in 10 times."
        }
        Odds::Seldom => {
            "This is within what chance allows, though not often: dice alone spread tasks\n\
             as unevenly, or more so, once in 10 to 100 times."
        }
        Odds::Rarely => {
            "This is unusual: dice alone spread tasks as unevenly, or more so, less than\n\
             once in 100 times."
        }
        Odds::HardlyEver => {
            "This is hardly chance: dice alone spread tasks as unevenly, or more so, less\n\
             than once in 1,000 times. `popug draw verify` draws everything again."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(assigned: i64, expected: &str) -> FairnessRow {
        FairnessRow {
            user: "kesha".parse().expect("a name"),
            open: 0,
            assigned,
            expected_assigned: serde_json::from_str(expected).expect("a number"),
            closed: 0,
            fees_cents: None,
            rewards_cents: None,
        }
    }

    #[test]
    fn the_line_stands_where_the_expectation_lies() {
        assert_eq!(chart(&row(6, "3.0"), 12), "███│██");
        assert_eq!(chart(&row(3, "6.5"), 12), "███   │");
        assert_eq!(chart(&row(0, "0.0"), 12), "");
        assert_eq!(chart(&row(12, "11.9"), 12), "███████████│");
    }
}

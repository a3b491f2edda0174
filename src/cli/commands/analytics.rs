//! `popug analytics`.

use clap::Args;

use crate::analytics::{AnalyticsSummary, AnalyticsTop, TopRow};
use crate::cli::args::{DateArg, RangeArgs, StepArg};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Limit, Listing, Table, Tone};

group! {
    /// What admins watch: earnings, who is in the red, the most expensive tasks.
    Analytics {
        Summary(Summary),
        Top(Top),
    }
}

/// What management earned on a day, and how many popugs are in the red.
///
/// The open day unless told otherwise.
///
/// Example: popug analytics summary
#[derive(Args, Debug)]
pub struct Summary {
    #[command(flatten)]
    date: DateArg,
}

impl Run for Summary {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let summary = context.enter()?.ask(&AnalyticsSummary {
            date: self.date.date,
        })?;
        let tone = if summary.in_the_red > 0 {
            Tone::Bad
        } else {
            Tone::Good
        };
        let details = Details::new()
            .line("day", "Day", Cell::text(summary.day))
            .line(
                "earned_cents",
                "Management earned",
                Cell::Change(summary.earned_cents),
            )
            .line(
                "in_the_red",
                "Popugs in the red",
                Cell::word(summary.in_the_red, tone),
            );
        context.out.show(&summary, &details)?;
        Ok(Ending::Done)
    }
}

/// The most expensive closed task of each day, week or month.
///
/// And of the whole range. This month by day unless told otherwise.
///
/// Example: popug analytics top --by week --period this-month
#[derive(Args, Debug)]
pub struct Top {
    /// A row for each
    #[arg(long, value_enum, value_name = "STEP", default_value = "day")]
    by: StepArg,

    #[command(flatten)]
    range: RangeArgs,
}

impl Run for Top {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let top = context.enter()?.ask(&AnalyticsTop {
            by: self.by.step(),
            range: self.range.range(),
        })?;
        let mut table = table();
        if let Some(whole) = &top.whole {
            table = table.total_of("all", whole);
        }
        let listing = Listing::within(&top, "rows", &top.rows).limit(Limit::last(None));
        context.out.list(&listing, &table)?;
        Ok(Ending::Done)
    }
}

fn table() -> Table<'static, TopRow> {
    Table::<TopRow>::new()
        .left("period", "PERIOD", |row| {
            Cell::maybe(row.period.as_ref(), Cell::text)
        })
        .price("reward_cents", "REWARD", |row| row.reward_cents)
        .right("task", "TASK", |row| Cell::text(row.task.id))
        .flexible("title", "TITLE", title)
        .right("tied", "TIED", |row| {
            Cell::if_any(Some(row.tied).filter(|tied| *tied > 0))
        })
}

fn title(row: &TopRow) -> Cell {
    match &row.task.ticket {
        Some(ticket) => Cell::text(format!("[{ticket}] {}", row.task.title)),
        None => Cell::text(&row.task.title),
    }
}

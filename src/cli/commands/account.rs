//! `popug account`.

use clap::Args;

use crate::accounting::{
    AccountEarnings, AccountKind, AccountList, AccountLog, AccountRow, AccountShow,
    AccountStatement, EarningsRow, LogRow,
};
use crate::app::StatementText;
use crate::cli::args::{DateArg, FirstArg, NewestArg, RangeArgs, StepArg};
use crate::cli::commands::{bring_back, mend};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Format, Limit, Listing, Table};
use crate::kernel::name::Who;
use crate::kernel::range::{DayWord, Range};

group! {
    /// Money: balances, audit logs, statements, and what management earned.
    Account {
        Show(Show),
        Log(Log),
        Statement(Statement),
        List(List),
        Earnings(Earnings),
        Adjust(mend::Adjust),
        Reverse(mend::Reverse),
        BringBack(bring_back::BringBack),
    }
}

/// Balance, and what today earned: rewards less fees.
///
/// Example: popug account show
#[derive(Args, Debug)]
pub struct Show {
    /// Whose; yours where it is left out
    #[arg(value_name = "NAME", default_value = "me")]
    name: Who,

    #[command(flatten)]
    date: DateArg,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountShow {
            who: self.name,
            date: self.date.date,
        };
        let shown = context.enter()?.ask(&request)?;
        let details = Details::new()
            .line("user", "Account", Cell::text(&shown.user))
            .line("balance_cents", "Balance", Cell::Money(shown.balance_cents))
            .line("today_cents", "Earned", Cell::Change(shown.today_cents))
            .line("day", "On", Cell::text(shown.day));
        context.out.show(&shown, &details)?;
        Ok(Ending::Done)
    }
}

/// The audit log: every charge and every credit, in posting order.
///
/// With --long what each task is about stands below its row; JSON has it in any case.
///
/// Example: popug account log me --period this-week --long
#[derive(Args, Debug)]
pub struct Log {
    /// Whose; yours where it is left out
    #[arg(value_name = "NAME", default_value = "me")]
    name: Who,

    #[command(flatten)]
    range: RangeArgs,

    /// One day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true,
          conflicts_with_all = ["from", "to", "period"])]
    date: Option<DayWord>,

    /// With each task's description
    #[arg(long)]
    long: bool,

    #[command(flatten)]
    limit: NewestArg,
}

impl Run for Log {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let range = self.date.map_or(self.range.range(), Range::day);
        let query = AccountLog {
            who: self.name,
            range,
            limit: context.out.wanted(self.limit.rows()),
        };
        let mut table = log_table();
        if self.long {
            table = table.beneath("task_description", description);
        }
        context.list(&query, self.limit.rows(), &table)
    }
}

fn log_table() -> Table<'static, LogRow> {
    Table::<LogRow>::new()
        .right("id", "ID", |row| Cell::text(row.id))
        .left("at", "AT", |row| Cell::Time(row.at))
        .left("day", "DAY", |row| Cell::text(row.day))
        .left("kind", "KIND", |row| Cell::text(row.kind.as_str()))
        .change("amount_cents", "AMOUNT", |row| row.amount_cents)
        .money("balance_cents", "BALANCE", |row| row.balance_cents)
        .right("task", "TASK", |row| {
            Cell::if_any(row.task.as_ref().map(|task| task.id))
        })
        .flexible("memo", "FOR", about)
}

fn about(row: &LogRow) -> Cell {
    match (&row.memo, &row.task) {
        (Some(memo), _) => Cell::text(memo),
        (None, Some(task)) => match &task.ticket {
            Some(ticket) => Cell::text(format!("[{ticket}] {}", task.title)),
            None => Cell::text(&task.title),
        },
        (None, None) => Cell::Blank,
    }
}

fn description(row: &LogRow) -> Cell {
    let description = row.task.as_ref().and_then(|task| task.description.clone());
    description.map_or(Cell::Blank, Cell::Lines)
}

/// A day or a period explained line by line; word for word the letter.
///
/// It goes from what was carried over to what was paid out. The open day unless told otherwise.
///
/// Example: popug account statement me --date yesterday
#[derive(Args, Debug)]
pub struct Statement {
    /// Whose; yours where it is left out
    #[arg(value_name = "NAME", default_value = "me")]
    name: Who,

    /// One day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true,
          conflicts_with_all = ["from", "to", "period"])]
    date: Option<DayWord>,

    #[command(flatten)]
    range: RangeArgs,
}

impl Run for Statement {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let range = self.range.range();
        let range = match self.date {
            Some(day) => Range::day(day),
            None if range == Range::default() => Range::day(DayWord::Open),
            None => range,
        };
        let entered = context.enter()?;
        let statement = AccountStatement {
            who: self.name,
            range,
        };
        if context.out.format() == Format::Table && context.global.fields.is_none() {
            let text = entered.ask(&StatementText { statement })?;
            context.out.text(&text)?;
        } else {
            let statement = entered.ask(&statement)?;
            let listing = Listing::within(&statement, "lines", &statement.lines);
            context.out.lines(&listing, |_, _| String::new())?;
        }
        Ok(Ending::Done)
    }
}

/// Every popug's balance (accountants and admins).
///
/// With --all management's and the bank's too, and then they sum to zero.
///
/// Example: popug account list --all
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    date: DateArg,

    /// With management and bank
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    limit: FirstArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountList {
            date: self.date.date,
            all: self.all,
        };
        let table = Table::<AccountRow>::new()
            .left("user", "ACCOUNT", |row| Cell::text(account(row)))
            .money("balance_cents", "BALANCE", |row| row.balance_cents)
            .change("today_cents", "EARNED", |row| row.today_cents)
            .left("day", "ON", |row| Cell::text(row.day))
            .sums(0, None);
        context.list(&request, self.limit.rows(), &table)
    }
}

fn account(row: &AccountRow) -> String {
    match (&row.user, row.kind) {
        (Some(user), _) => user.to_string(),
        (None, AccountKind::Management) => "(management)".to_owned(),
        (None, AccountKind::Bank) => "(bank)".to_owned(),
        (None, AccountKind::Popug) => "(popug)".to_owned(),
    }
}

/// What management earned, day by day (accountants and admins).
///
/// That is the fees charged less the rewards credited. The last seven days unless told otherwise.
///
/// Example: popug account earnings --period this-month --by week
#[derive(Args, Debug)]
pub struct Earnings {
    #[command(flatten)]
    range: RangeArgs,

    /// A row for each
    #[arg(long, value_enum, value_name = "STEP", default_value = "day")]
    by: StepArg,
}

impl Run for Earnings {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountEarnings {
            range: self.range.range(),
            by: self.by.step(),
        };
        let rows = context.enter()?.ask(&request)?;
        let table = Table::<EarningsRow>::new()
            .left("day", "DAY", |row| Cell::text(row.day))
            .price("fees_cents", "FEES", |row| row.fees_cents)
            .price("rewards_cents", "REWARDS", |row| row.rewards_cents)
            .change("earned_cents", "EARNED", |row| row.earned_cents)
            .change("adjustments_cents", "ADJUSTED", |row| row.adjustments_cents)
            .left("closed_at", "CLOSED", |row| {
                Cell::maybe(row.closed_at, Cell::Time)
            })
            .sums(2, None);
        context.list_held(&rows, Limit::last(None), &table)
    }
}

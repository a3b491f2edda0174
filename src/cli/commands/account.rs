//! `popug account`.

use std::ops::ControlFlow;

use clap::Args;

use crate::accounting::{
    AccountEarnings, AccountKind, AccountList, AccountLog, AccountRow, AccountShow,
    AccountStatement, EarningsRow, LogRow,
};
use crate::app::StatementText;
use crate::cli::args::{DateArg, RangeArgs, StepArg};
use crate::cli::commands::{bring_back, mend};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Details, Format, Listing, LongList, Source, Table};
use crate::cli::reader::Rows;
use crate::kernel::money::Money;
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

    /// The newest so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl Run for Log {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let range = self.date.map_or(self.range.range(), Range::day);
        let wanted = context.out.wanted_rows(self.limit);
        let limit = wanted.map(|rows| u32::try_from(rows).unwrap_or(u32::MAX));
        let query = AccountLog {
            who: self.name,
            range,
            limit,
        };
        let table = Table::new([
            Column::right("id", "ID"),
            Column::left("at", "AT"),
            Column::left("day", "DAY"),
            Column::left("kind", "KIND"),
            Column::right("amount_cents", "AMOUNT"),
            Column::right("balance_cents", "BALANCE"),
            Column::right("task", "TASK"),
            Column::left("memo", "FOR").flexible(),
            Column::beneath("task_description"),
        ]);
        let entered = context.enter()?;
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &query,
            };
            let list = LongList::of(&rows).limit(self.limit).newest_last();
            out.long(&list, &table, |row| log_cells(row, self.long))?;
            Ok(Ending::Done)
        })
    }
}

fn log_cells(row: &LogRow, long: bool) -> [Cell; 9] {
    let about = match (&row.memo, &row.task) {
        (Some(memo), _) => Cell::text(memo),
        (None, Some(task)) => match &task.ticket {
            Some(ticket) => Cell::text(format!("[{ticket}] {}", task.title)),
            None => Cell::text(&task.title),
        },
        (None, None) => Cell::Blank,
    };
    let description = row.task.as_ref().filter(|_| long);
    let description = description.and_then(|task| task.description.clone());
    [
        Cell::text(row.id),
        Cell::Time(row.at),
        Cell::text(row.day),
        Cell::text(row.kind.as_str()),
        Cell::Change(row.amount_cents),
        Cell::Money(row.balance_cents),
        row.task
            .as_ref()
            .map_or(Cell::Blank, |task| Cell::text(task.id)),
        about,
        description.map_or(Cell::Blank, Cell::Lines),
    ]
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

    /// At most so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountList {
            date: self.date.date,
            all: self.all,
        };
        let entered = context.enter()?;
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &request,
            };
            let mut table = Table::new([
                Column::left("user", "ACCOUNT"),
                Column::right("balance_cents", "BALANCE"),
                Column::right("today_cents", "EARNED"),
                Column::left("day", "ON"),
            ]);
            if out.format() == Format::Table
                && let Some((balance, today)) = all_together(&rows)?
            {
                table = table.total([
                    Cell::Blank,
                    Cell::Money(balance),
                    Cell::Change(today),
                    Cell::Blank,
                ]);
            }
            let list = LongList::of(&rows).limit(self.limit);
            out.long(&list, &table, list_cells)?;
            Ok(Ending::Done)
        })
    }
}

fn list_cells(row: &AccountRow) -> [Cell; 4] {
    [
        Cell::text(account(row)),
        Cell::Money(row.balance_cents),
        Cell::Change(row.today_cents),
        Cell::text(row.day),
    ]
}

/// What all balances and all earnings come to; `None` where that does not fit.
fn all_together(rows: &Rows<'_, AccountList>) -> Result<Option<(Money, Money)>, CliError> {
    let (mut balance, mut today) = (Some(Money::ZERO), Some(Money::ZERO));
    rows.each(&mut |row| {
        balance = balance.and_then(|sum| sum.checked_add(row.balance_cents));
        today = today.and_then(|sum| sum.checked_add(row.today_cents));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(balance.zip(today))
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
        let mut table = Table::new([
            Column::left("day", "DAY"),
            Column::right("fees_cents", "FEES"),
            Column::right("rewards_cents", "REWARDS"),
            Column::right("earned_cents", "EARNED"),
            Column::right("adjustments_cents", "ADJUSTED"),
            Column::left("closed_at", "CLOSED"),
        ]);
        if rows.len() > 1
            && let Some(sums) = sums(&rows)
        {
            table = table.total(sums);
        }
        let listing = Listing::of(rows.as_slice()).newest_last();
        context.out.list(&listing, &table, |row| {
            [
                Cell::text(row.day),
                Cell::Price(row.fees_cents),
                Cell::Price(row.rewards_cents),
                Cell::Change(row.earned_cents),
                Cell::Change(row.adjustments_cents),
                Cell::maybe(row.closed_at, Cell::Time),
            ]
        })?;
        Ok(Ending::Done)
    }
}

fn sums(rows: &[EarningsRow]) -> Option<[Cell; 6]> {
    Some([
        Cell::Blank,
        Cell::Price(Money::sum(rows.iter().map(|row| row.fees_cents))?),
        Cell::Price(Money::sum(rows.iter().map(|row| row.rewards_cents))?),
        Cell::Change(Money::sum(rows.iter().map(|row| row.earned_cents))?),
        Cell::Change(Money::sum(rows.iter().map(|row| row.adjustments_cents))?),
        Cell::Blank,
    ])
}

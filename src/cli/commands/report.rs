//! `popug day report`.

use clap::Args;

use crate::accounting::{DayRow, Movement};
use crate::analytics::TopRow;
use crate::app::{DayReport, ReportedDay};
use crate::cli::commands::day::write_invoices;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Table};
use crate::kernel::range::DayWord;

/// A day on one page (accountants and admins).
///
/// Its totals, how it went on everybody's account, who was paid, and the seal. Admins see the most
/// expensive task, too.
///
/// Example: popug day report yesterday
#[derive(Args, Debug)]
pub struct Report {
    /// Which day
    #[arg(value_name = "DAY", allow_hyphen_values = true)]
    day: DayWord,
}

impl Run for Report {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let report = context.enter()?.ask(&DayReport { day: self.day })?;
        let details = details(&report, context);
        context.out.show(&report, &details)?;
        write_popugs(context, &report.popugs)?;
        write_invoices(context, &report.sheet.invoices)?;
        Ok(Ending::Done)
    }
}

fn details(report: &ReportedDay, context: &Context) -> Details {
    let DayRow {
        day,
        closed_at,
        payouts,
        paid_cents,
        earned_cents,
        debts_cents,
        seal,
    } = &report.sheet.row;
    let details = Details::new()
        .line("day", "Day", Cell::text(day))
        .line("closed_at", "Closed", Cell::maybe(*closed_at, Cell::Time))
        .line("fees_cents", "Fees", Cell::Price(report.fees_cents))
        .line(
            "rewards_cents",
            "Rewards",
            Cell::Price(report.rewards_cents),
        )
        .line("earned_cents", "Management", Cell::Change(*earned_cents))
        .line(
            "adjustments_cents",
            "Adjusted",
            Cell::Change(report.adjustments_cents),
        )
        .line("payouts", "Payouts", Cell::text(payouts))
        .line("paid_cents", "Paid", Cell::Price(*paid_cents))
        .line("debts_cents", "Debts", Cell::Price(*debts_cents));
    let details = match &report.most_expensive {
        None => details,
        Some(top) => {
            let top = in_words(top, context);
            details.line("most_expensive", "Most expensive", Cell::text(top))
        }
    };
    details.line("seal", "Seal", Cell::maybe(*seal, Cell::text))
}

/// `$39.00 for task 12, [POPUG-1] Oil the perch`.
fn in_words(top: &TopRow, context: &Context) -> String {
    let (reward, task) = (context.money(top.reward_cents), &top.task);
    match &task.ticket {
        Some(ticket) => format!("{reward} for task {}, [{ticket}] {}", task.id, task.title),
        None => format!("{reward} for task {}, {}", task.id, task.title),
    }
}

fn write_popugs(context: &mut Context, popugs: &[Movement]) -> Result<(), CliError> {
    let table = Table::<Movement>::new()
        .flexible("user", "POPUG", |it| Cell::text(&it.user))
        .money("opening_cents", "OPENING", |it| it.opening_cents)
        .change("earned_cents", "EARNED", |it| it.earned_cents)
        .change("other_cents", "ADJUSTED", |it| it.other_cents)
        .price("paid_cents", "PAID", |it| it.paid_cents)
        .money("closing_cents", "CLOSING", |it| it.closing_cents)
        .sums(0, None);
    Ok(context.out.section("Popugs", popugs, &table)?)
}

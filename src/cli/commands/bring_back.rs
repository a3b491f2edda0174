//! `popug account bring-back`.

use clap::Args;

use crate::accounting::{AccountAhead, AccountBringBack, RowAhead};
use crate::app::ShowCalendar;
use crate::cli::context::{Context, Ending, Entered, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Limit, Table};
use crate::kernel::figures::plural;

/// Bring back what a wrong clock has dated ahead (accountants and admins).
///
/// What was posted while the clock was ahead is in the balances, and no close pays it until its day
/// has come. Each such transaction of an open day is taken back on that day and posted again into
/// the open one, by two adjustments that name it; the audit log keeps them all. Those of your own
/// account are left to somebody else. Asks first.
///
/// Example: popug account bring-back --dry-run
#[derive(Args, Debug)]
pub struct BringBack {}

impl Run for BringBack {
    const TAKES: Takes = Takes::of::<AccountBringBack>().dry_run();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountBringBack {};
        let entered = context.enter()?;
        if let Some(rows) = entered.answered(&request)? {
            return told(context, &rows);
        }
        let expected = entered.rehearse(request.clone())?;
        let own = own(&entered, &expected)?;
        if !context.global.dry_run && !expected.is_empty() {
            let many = plural(expected.len(), "transaction", "transactions");
            let open = entered.ask(&ShowCalendar {})?.open;
            let question = format!("bring {many} back into {open}?");
            context.person.confirm(&question, context.consent())?;
        }
        let rows = match context.global.dry_run {
            true => expected,
            false => entered.run(request)?,
        };
        let ending = told(context, &rows)?;
        if !own.is_empty() {
            let (own, stderr) = (own.join(", "), context.out.stderr());
            stderr.warn(&format!(
                "transaction {own} of your own account is left: somebody else brings that back"
            ));
        }
        Ok(ending)
    }
}

/// The transactions that lie ahead and are not brought back: those of the own account.
fn own(entered: &Entered, back: &[RowAhead]) -> Result<Vec<String>, CliError> {
    let ahead = entered.ask(&AccountAhead {})?;
    let left = ahead.iter().filter(|row| !back.contains(row));
    Ok(left.map(|row| row.id.to_string()).collect())
}

fn told(context: &mut Context, rows: &[RowAhead]) -> Result<Ending, CliError> {
    let table = Table::<RowAhead>::new()
        .right("id", "ID", |row| Cell::text(row.id))
        .left("user", "POPUG", |row| Cell::text(&row.user))
        .left("day", "FROM", |row| Cell::text(row.day))
        .change("amount_cents", "AMOUNT", |row| row.amount_cents);
    context.list_held(rows, Limit::first(None), &table)
}

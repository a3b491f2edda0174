//! `popug payment`.

use clap::Args;

use crate::app::{Paid, SendPayments};
use crate::cli::args::NewestArg;
use crate::cli::commands::day::payment;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Listing, Table};
use crate::delivery::{PaymentList, PaymentRetry, QueuedPayment};
use crate::kernel::figures::plural;
use crate::kernel::ids::InvoiceId;

group! {
    /// Payments: what became of each payout.
    Payment {
        List(List),
        Send(Send),
        Retry(Retry),
    }
}

/// Every payment, oldest first (accountants and admins).
///
/// Example: popug payment list
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    limit: NewestArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let limit = context.out.wanted(self.limit.rows());
        let table = Table::<QueuedPayment>::new()
            .right("id", "ID", |row| Cell::text(row.id))
            .left("day", "DAY", |row| Cell::text(row.day))
            .left("user", "POPUG", |row| {
                Cell::maybe(row.user.as_ref(), Cell::text)
            })
            .money("amount_cents", "AMOUNT", |row| row.amount_cents)
            .left("state", "STATE", |row| payment(row.state))
            .right("attempts", "ATTEMPTS", |row| Cell::text(row.attempts))
            .left("next_at", "NEXT", |row| {
                Cell::maybe(row.next_at, Cell::Time)
            })
            .flexible("last_error", "LAST ERROR", |row| {
                Cell::if_any(row.last_error.as_ref())
            });
        context.list(&PaymentList { limit }, self.limit.rows(), &table)
    }
}

/// Pay out what is due (accountants and admins).
///
/// With the setting payments = none a payout counts as processed at once, so that only payouts of
/// a time with a gateway ever wait here.
///
/// Example: popug payment send
#[derive(Args, Debug)]
pub struct Send {}

impl Run for Send {
    const TAKES: Takes = Takes::of::<SendPayments>().answers::<Paid>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let paid = entered.run(SendPayments {})?;
        let payments = plural(paid.processed.len(), "payment", "payments");
        context.out.say(&paid, &format!("processed {payments}"))?;
        Ok(Ending::Done)
    }
}

/// Let payments that wait be due now; all or none (accountants and admins).
///
/// One that was processed is not paid again. One that was refused has its money back on the
/// account, and the next close pays it again.
///
/// Example: popug payment retry 3
#[derive(Args, Debug)]
pub struct Retry {
    /// Which payments
    #[arg(value_name = "ID", required = true)]
    ids: Vec<InvoiceId>,
}

impl Run for Retry {
    const TAKES: Takes = Takes::of::<PaymentRetry>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let due = context.enter()?.run(PaymentRetry { ids: self.ids })?;
        context.out.lines(&Listing::of(&due), |it, _| {
            format!("payment {} is due now", it.id)
        })?;
        context
            .out
            .stderr()
            .hint("`popug payment send` pays out what is due");
        Ok(Ending::Done)
    }
}

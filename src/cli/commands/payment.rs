//! `popug payment`.

use clap::Args;

use crate::app::{Paid, SendPayments};
use crate::cli::commands::day::payment;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Listing, LongList, Table};
use crate::cli::reader::Rows;
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
    /// The newest so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let wanted = context.out.wanted_rows(self.limit);
        let query = PaymentList {
            limit: wanted.map(|rows| u32::try_from(rows).unwrap_or(u32::MAX)),
        };
        let table = Table::new([
            Column::right("id", "ID"),
            Column::left("day", "DAY"),
            Column::left("user", "POPUG"),
            Column::right("amount_cents", "AMOUNT"),
            Column::left("state", "STATE"),
            Column::right("attempts", "ATTEMPTS"),
            Column::left("next_at", "NEXT"),
            Column::left("last_error", "LAST ERROR").flexible(),
        ]);
        let cells = |row: &QueuedPayment| {
            [
                Cell::text(row.id),
                Cell::text(row.day),
                Cell::maybe(row.user.as_ref(), Cell::text),
                Cell::Money(row.amount_cents),
                payment(row.state),
                Cell::text(row.attempts),
                Cell::maybe(row.next_at, Cell::Time),
                row.last_error.as_ref().map_or(Cell::Blank, Cell::text),
            ]
        };
        let entered = context.enter()?;
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &query,
            };
            let list = LongList::of(&rows).limit(self.limit).newest_last();
            out.long(&list, &table, cells)?;
            Ok(Ending::Done)
        })
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
        context.out.lines(&Listing::of(due.as_slice()), |it, _| {
            format!("payment {} is due now", it.id)
        })?;
        context
            .out
            .stderr()
            .hint("`popug payment send` pays out what is due");
        Ok(Ending::Done)
    }
}

//! `popug payment`.

use clap::{Args, Subcommand};

use crate::cli::commands::day::payment;
use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Listing, Table};
use crate::delivery::PaymentList;

/// Payments: what became of each payout.
#[derive(Subcommand, Debug)]
pub enum Payment {
    List(List),
}

impl Payment {
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        match self {
            Self::List(it) => it.run(context),
        }
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

impl List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let payments = context.enter()?.ask(&PaymentList {})?;
        let table = Table::new([
            Column::right("id", "ID"),
            Column::left("day", "DAY"),
            Column::left("user", "POPUG"),
            Column::right("amount_cents", "AMOUNT"),
            Column::left("state", "STATE"),
            Column::right("attempts", "ATTEMPTS"),
            Column::left("last_error", "LAST ERROR").flexible(),
        ]);
        let listing = Listing::of(payments.as_slice())
            .limit(self.limit)
            .newest_last();
        context.out.list(&listing, &table, |row| {
            [
                Cell::text(row.id),
                Cell::text(row.day),
                Cell::maybe(row.user.as_ref(), Cell::text),
                Cell::Money(row.amount_cents),
                payment(row.state),
                Cell::text(row.attempts),
                row.last_error.as_ref().map_or(Cell::Blank, Cell::text),
            ]
        })?;
        Ok(Ending::Done)
    }
}

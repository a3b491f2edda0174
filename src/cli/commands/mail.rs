//! `popug mail`.

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use crate::cli::commands::day::letter;
use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Listing, Table, plural};
use crate::delivery::MailList;
use crate::kernel::ids::InvoiceId;

/// Letters: who was written to, and what is still to be handed over.
#[derive(Subcommand, Debug)]
pub enum Mail {
    List(List),
    Send(Send),
}

impl Mail {
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        match self {
            Self::List(it) => it.run(context),
            Self::Send(it) => it.run(context),
        }
    }
}

/// Every letter, oldest first (accountants and admins).
///
/// Example: popug mail list
#[derive(Args, Debug)]
pub struct List {
    /// The newest so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let letters = context.enter()?.ask(&MailList {})?;
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
        let listing = Listing::of(letters.as_slice())
            .limit(self.limit)
            .newest_last();
        context.out.list(&listing, &table, |row| {
            [
                Cell::text(row.id),
                Cell::text(row.day),
                Cell::maybe(row.user.as_ref(), Cell::text),
                Cell::Money(row.amount_cents),
                letter(row.state),
                Cell::text(row.attempts),
                Cell::maybe(row.next_at, Cell::Time),
                row.last_error.as_ref().map_or(Cell::Blank, Cell::text),
            ]
        })?;
        Ok(Ending::Done)
    }
}

/// Hand over what is due (accountants and admins).
///
/// What is not taken is tried again later, and ends this with 6.
///
/// Example: popug mail send
#[derive(Args, Debug)]
pub struct Send {}

/// What became of the letters that were due.
#[derive(Debug, Serialize, Deserialize)]
struct Handed {
    sent: Vec<InvoiceId>,
    failed: Vec<InvoiceId>,
}

impl Send {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        context.refuse_dry_run()?;
        context.refuse_key()?;
        let entered = context.enter()?;
        let handed = entered.door.send_mail(&entered.caller)?;
        for (id, reason) in &handed.failed {
            context
                .out
                .stderr()
                .warn(&format!("letter {id} was not handed over: {reason}"));
        }
        let ending = if handed.failed.is_empty() {
            Ending::Done
        } else {
            Ending::Undelivered
        };
        let sentence = format!(
            "handed over {}",
            plural(handed.sent.len(), "letter", "letters")
        );
        let failed = handed.failed.into_iter().map(|(id, _)| id).collect();
        context.out.say(
            &Handed {
                sent: handed.sent,
                failed,
            },
            &sentence,
        )?;
        Ok(ending)
    }
}

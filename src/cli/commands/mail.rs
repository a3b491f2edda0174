//! `popug mail`.

use clap::Args;
use serde::{Deserialize, Serialize};

use crate::app::{Handed, SendMail, ShowLetter, ShownLetter};
use crate::cli::args::NewestArg;
use crate::cli::commands::day::letter;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Listing, Stderr, Table};
use crate::delivery::{MailDiscard, MailList, MailRetry, QueuedLetter};
use crate::kernel::figures::plural;
use crate::kernel::ids::InvoiceId;

group! {
    /// Letters: who was written to, and what is still to be handed over.
    Mail {
        List(List),
        Show(Show),
        Send(Send),
        Retry(Retry),
        Discard(Discard),
    }
}

/// Every letter, oldest first (accountants and admins).
///
/// Example: popug mail list
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    limit: NewestArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let limit = context.out.wanted(self.limit.rows());
        let table = Table::<QueuedLetter>::new()
            .right("id", "ID", |row| Cell::text(row.id))
            .left("day", "DAY", |row| Cell::text(row.day))
            .left("user", "POPUG", |row| {
                Cell::maybe(row.user.as_ref(), Cell::text)
            })
            .money("amount_cents", "AMOUNT", |row| row.amount_cents)
            .left("state", "STATE", |row| letter(row.state))
            .right("attempts", "ATTEMPTS", |row| Cell::text(row.attempts))
            .left("next_at", "NEXT", |row| {
                Cell::maybe(row.next_at, Cell::Time)
            })
            .flexible("last_error", "LAST ERROR", |row| {
                Cell::if_any(row.last_error.as_ref())
            });
        context.list(&MailList { limit }, self.limit.rows(), &table)
    }
}

/// One letter: its envelope, and its text word for word (accountants and admins).
///
/// As it went, or as it will go.
///
/// Example: popug mail show 1
#[derive(Args, Debug)]
pub struct Show {
    /// Which letter
    #[arg(value_name = "ID")]
    id: InvoiceId,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let shown = context.enter()?.ask(&ShowLetter { id: self.id })?;
        context.out.show(&shown, &details(&shown))?;
        context.out.passage(&shown.text)?;
        Ok(Ending::Done)
    }
}

fn details(it: &ShownLetter) -> Details {
    let queued = &it.queued;
    let details = Details::new()
        .line("id", "Letter", Cell::text(queued.id))
        .line("from", "From", Cell::text(&it.from))
        .line("to", "To", Cell::maybe(it.to.as_ref(), Cell::text))
        .line("subject", "Subject", Cell::text(&it.subject))
        .line("date", "Date", Cell::Time(it.date))
        .line("message_id", "Message-ID", Cell::text(&it.message_id))
        .line("state", "State", letter(queued.state))
        .line("attempts", "Attempts", Cell::text(queued.attempts));
    let optional = [
        ("sent_at", "Sent", it.sent_at.map(Cell::Time)),
        ("next_at", "Next", queued.next_at.map(Cell::Time)),
        (
            "last_error",
            "Last error",
            queued.last_error.as_ref().map(Cell::text),
        ),
        ("discarded_at", "Given up", it.discarded_at.map(Cell::Time)),
        (
            "discarded_by",
            "By",
            it.discarded_by.as_ref().map(Cell::text),
        ),
    ];
    let there = optional.into_iter();
    there.fold(details, |details, (key, label, cell)| match cell {
        Some(cell) => details.line(key, label, cell),
        None => details,
    })
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
struct HandedOver {
    sent: Vec<InvoiceId>,
    failed: Vec<InvoiceId>,
}

impl Run for Send {
    const TAKES: Takes = Takes::of::<SendMail>().answers::<HandedOver>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let handed = entered.run(SendMail {})?;
        warn_of_failed(context.out.stderr(), &handed);
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
        let answer = HandedOver {
            sent: handed.sent,
            failed,
        };
        context.out.say(&answer, &sentence)?;
        Ok(ending)
    }
}

/// Letters of which it is told that they were not handed over; of more only how many.
const TOLD: usize = 10;

/// Tells of each letter that was not handed over, as long as they are few.
pub fn warn_of_failed(stderr: &mut Stderr<'_>, handed: &Handed) {
    for (id, reason) in handed.failed.iter().take(TOLD) {
        stderr.warn(&format!("letter {id} was not handed over: {reason}"));
    }
    if let Some(more @ 1..) = handed.failed.len().checked_sub(TOLD) {
        let letters = plural(more, "letter was", "letters were");
        stderr.warn(&format!(
            "{letters} not handed over either; `popug mail list` says why"
        ));
    }
}

/// Let letters that are dead, or wait, be due now; all or none (accountants and admins).
///
/// They are tried as if they were new. One that was sent is not sent again.
///
/// Example: popug mail retry 3
#[derive(Args, Debug)]
pub struct Retry {
    /// Which letters
    #[arg(value_name = "ID", required = true)]
    ids: Vec<InvoiceId>,
}

impl Run for Retry {
    const TAKES: Takes = Takes::of::<MailRetry>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let due = context.enter()?.run(MailRetry { ids: self.ids })?;
        context.out.lines(&Listing::of(&due), |it, _| {
            format!("letter {} is due now", it.id)
        })?;
        context
            .out
            .stderr()
            .hint("`popug mail send` hands over what is due");
        Ok(Ending::Done)
    }
}

/// Give letters up, all or none; it is kept who did so and when (accountants and admins).
///
/// They are not sent, unless they are retried. The payout stays as it is.
///
/// Example: popug mail discard 3
#[derive(Args, Debug)]
pub struct Discard {
    /// Which letters
    #[arg(value_name = "ID", required = true)]
    ids: Vec<InvoiceId>,
}

impl Run for Discard {
    const TAKES: Takes = Takes::of::<MailDiscard>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let given_up = context.enter()?.run(MailDiscard { ids: self.ids })?;
        let listing = Listing::of(&given_up);
        context
            .out
            .lines(&listing, |it, _| format!("letter {} is given up", it.id))?;
        Ok(Ending::Done)
    }
}

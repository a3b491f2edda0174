//! `popug status`.

use clap::Args;

use crate::app::{Grace, ShowStatus, Status as Standing};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details};
use crate::events::Pace;

/// How the store stands: a cheap probe for monitoring.
///
/// Counts what is overdue and reads through nothing, however large the store is. Needs no login.
/// A day that has ended is overdue after the grace until it is closed; letters and payments are once
/// their time has come, and letters that were given up; a consumer is once an event has waited for
/// it for a minute, or it could not take one in. What is dated ahead of the clock counts as well.
/// A token that was used and may less than it was made for, since whoever stands behind it was
/// demoted or has left, is told of as well.
///
/// Example: popug status
#[derive(Args, Debug)]
pub struct Status {
    /// End with 7 if anything is overdue
    #[arg(long)]
    check: bool,

    /// How long after its end a day may still be open
    #[arg(long, value_name = "TIME", default_value = "6h")]
    grace: Grace,
}

impl Run for Status {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let standing = context.open()?.enter(&ShowStatus { grace: self.grace })?;
        context.out.show(&standing, &details(&standing))?;
        let overdue = standing.overdue();
        if !self.check || overdue.is_empty() {
            return Ok(Ending::Done);
        }
        for sentence in overdue {
            context.out.stderr().warn(&sentence);
        }
        Ok(Ending::Wrong)
    }
}

fn details(it: &Standing) -> Details {
    let (mail, payments) = (it.mail, it.payments);
    let nowhere = if mail.nowhere { "; nowhere to go" } else { "" };
    let mail = format!(
        "{} pending, {} past due, {} dead{nowhere}",
        mail.pending, mail.overdue, mail.dead
    );
    let payments = format!(
        "{} pending, {} past due, {} refused",
        payments.pending, payments.overdue, payments.refused
    );
    let consumers = it.consumers.iter().map(|it| match it.state {
        Pace::Ok if it.lag == 0 => format!("{} ok", it.consumer),
        Pace::Ok | Pace::Lagging => format!("{} {} behind", it.consumer, it.lag),
        Pace::Stopped => format!("{} stopped", it.consumer),
    });
    let consumers: Vec<String> = consumers.collect();
    let store = match &it.moved_to {
        None => it.store.clone(),
        Some(to) => format!("{} (moved to {to})", it.store),
    };
    Details::new()
        .line("store", "Store", Cell::text(store))
        .line("store_id", "Id", Cell::text(&it.store_id))
        .line("version", "Version", Cell::text(&it.version))
        .line("day", "Open day", Cell::text(it.day))
        .line("overdue_days", "Days to close", Cell::text(it.overdue_days))
        .line(
            "ahead_transactions",
            "Ahead",
            Cell::text(it.ahead_transactions),
        )
        .line(
            "ahead_since",
            "Ahead since",
            Cell::maybe(it.ahead_since, Cell::text),
        )
        .line("mail", "Letters", Cell::text(mail))
        .line("payments", "Payments", Cell::text(payments))
        .line("consumers", "Consumers", Cell::text(consumers.join(", ")))
        .line("dead_letters", "Dead letters", Cell::text(it.dead_letters))
        .line(
            "tokens_expiring",
            "Tokens ending",
            Cell::text(it.tokens_expiring),
        )
        .line(
            "tokens_weakened",
            "Weak tokens",
            Cell::text(it.tokens_weakened),
        )
}

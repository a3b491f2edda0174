//! `popug event dead`: events that a consumer could not take in.

use clap::Args;

use crate::app::{Retried, RetryDead};
use crate::cli::args::NewestArg;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Listing, Table, Tone};
use crate::events::{DeadLetter, EventDeadDiscard, EventDeadList, EventDeadShow};
use crate::kernel::ids::DeadLetterId;
use crate::kernel::text::{self, TextError};

group! {
    /// Dead letters: look at them, let them be heard again, or give them up.
    Dead {
        List(List),
        Show(Show),
        Retry(Retry),
        Discard(Discard),
    }
}

/// Every dead letter, oldest first.
///
/// Example: popug event dead list
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    limit: NewestArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let letters = context.enter()?.ask(&EventDeadList {})?;
        let table = Table::<DeadLetter>::new()
            .right("id", "ID", |letter| Cell::text(letter.id))
            .left("consumer", "CONSUMER", |letter| {
                Cell::text(&letter.consumer)
            })
            .right("seq", "SEQ", |letter| Cell::text(letter.seq))
            .left("name", "EVENT", |letter| Cell::text(&letter.name))
            .left("subject", "SUBJECT", |letter| Cell::text(&letter.subject))
            .left("state", "STATE", |letter| Cell::text(letter.state.as_str()))
            .right("parked", "BEHIND IT", |letter| Cell::text(letter.parked))
            .flexible("reason", "REASON", |letter| Cell::text(&letter.reason));
        context.list_held(&letters, self.limit.rows(), &table)
    }
}

/// One dead letter.
///
/// Example: popug event dead show 1
#[derive(Args, Debug)]
pub struct Show {
    /// Which letter
    #[arg(value_name = "ID")]
    id: DeadLetterId,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let letter = context.enter()?.ask(&EventDeadShow { id: self.id })?;
        context.out.show(&letter, &details(&letter))?;
        Ok(Ending::Done)
    }
}

fn details(letter: &DeadLetter) -> Details {
    Details::new()
        .line("id", "Letter", Cell::text(letter.id))
        .line("consumer", "Consumer", Cell::text(&letter.consumer))
        .line("seq", "Event", Cell::text(letter.seq))
        .line("name", "Name", Cell::text(&letter.name))
        .line("subject", "Subject", Cell::text(&letter.subject))
        .line("reason", "Reason", Cell::word(&letter.reason, Tone::Bad))
        .line("state", "State", Cell::text(letter.state.as_str()))
        .line("parked", "Behind it", Cell::text(letter.parked))
        .line("at", "Since", Cell::Time(letter.at))
        .line(
            "ended_at",
            "Ended",
            Cell::maybe(letter.ended_at, Cell::Time),
        )
        .line(
            "ended_by",
            "By",
            Cell::maybe(letter.ended_by.as_ref(), Cell::text),
        )
        .line(
            "ended_because",
            "Because",
            Cell::maybe(letter.ended_because.as_ref(), Cell::text),
        )
}

/// Hear dead letters again, and what waits behind them.
///
/// Ends with 7 where one can still not be heard.
///
/// Example: popug event dead retry --all
#[derive(Args, Debug)]
pub struct Retry {
    /// Which letters
    #[arg(
        value_name = "ID",
        required_unless_present = "all",
        conflicts_with = "all"
    )]
    ids: Vec<DeadLetterId>,

    /// All of them
    #[arg(long)]
    all: bool,
}

impl Run for Retry {
    const TAKES: Takes = Takes::of::<RetryDead>().answers::<Retried>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let retried = entered.run(RetryDead { ids: self.ids })?;
        context
            .out
            .lines(&Listing::of(&retried), |it, _| line(it))?;
        let dead = retried.iter().any(|it| it.dead.is_some());
        Ok(if dead { Ending::Wrong } else { Ending::Done })
    }
}

fn line(it: &Retried) -> String {
    let Retried {
        id,
        heard,
        dead,
        reason,
    } = it;
    match (dead, reason) {
        (Some(dead), Some(reason)) if dead == id => {
            format!("letter {id} stays dead: {reason}")
        }
        (Some(dead), Some(reason)) => {
            format!("letter {id}: {heard} heard; letter {dead} stays dead: {reason}")
        }
        _ => format!("letter {id}: {heard} heard"),
    }
}

/// Give a dead letter up; it is kept with who, when and why.
///
/// What waited behind it is heard. Asks first.
///
/// Example: popug event dead discard 1 --reason 'made by a broken script' --yes
#[derive(Args, Debug)]
pub struct Discard {
    /// Which letter
    #[arg(value_name = "ID")]
    id: DeadLetterId,

    /// Why
    #[arg(long, value_name = "REASON", value_parser = reason)]
    reason: String,
}

/// Letters of a reason.
const REASON: usize = 500;

fn reason(text: &str) -> Result<String, TextError> {
    text::one_line("the reason", text, REASON)
}

impl Run for Discard {
    const TAKES: Takes = Takes::of::<EventDeadDiscard>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let letter = entered.ask(&EventDeadShow { id: self.id })?;
        let DeadLetter {
            id,
            name,
            seq,
            consumer,
            ..
        } = &letter;
        let question = format!("give up letter {id}: {name} (event {seq}), unheard by {consumer}?");
        context.person.confirm(&question, context.consent())?;
        let letter = entered.run(EventDeadDiscard {
            id: self.id,
            reason: self.reason,
        })?;
        context
            .out
            .say(&letter, &format!("letter {} is given up", letter.id))?;
        Ok(Ending::Done)
    }
}

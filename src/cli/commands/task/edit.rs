//! `popug task edit`.

use clap::Args;

use crate::cli::commands::task::described::described;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::kernel::ids::TaskId;
use crate::tasks::EditTask;

/// Change what a task says.
///
/// What is left out stays. Its author and its assignee may, managers and admins any. What was paid
/// for the task keeps the words it was paid under.
///
/// Example: popug task edit 12 --title '[POPUG-43] Oil both perches'
#[derive(Args, Debug)]
pub struct Edit {
    /// Which task
    #[arg(value_name = "ID")]
    id: TaskId,

    /// A new title; a ticket in front is split off as on creation
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true)]
    title: Option<String>,

    /// A new ticket; '' clears it
    #[arg(long, value_name = "TICKET")]
    ticket: Option<String>,

    /// A new description; '' clears it, - reads it from standard input
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    description: Option<String>,
}

impl Run for Edit {
    const TAKES: Takes = Takes::of::<EditTask>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let description = described(context, self.description)?;
        let task = context.enter()?.run(EditTask {
            task: self.id,
            title: self.title,
            ticket: self.ticket,
            description,
        })?;
        let sentence = match &task.ticket {
            Some(ticket) => format!("task {} reads: [{ticket}] {}", task.id, task.title),
            None => format!("task {} reads: {}", task.id, task.title),
        };
        context.out.say(&task, &sentence)?;
        Ok(Ending::Done)
    }
}

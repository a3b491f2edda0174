//! `popug task add`.

use clap::Args;

use crate::cli::commands::task::described::described;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::tasks::{AddTask, TaskView};

/// Make a task; it lands on a random popug.
///
/// It is priced and falls at once to a popug drawn at random, who is charged its fee. A ticket may
/// stand in front of the title: '[POPUG-42] Oil the perch' or 'POPUG-42 - Oil the perch'.
///
/// Example: popug task add '[POPUG-42] Oil the perch'
#[derive(Args, Debug)]
pub struct Add {
    /// What is to be done; several words are one title
    #[arg(value_name = "TITLE", required = true)]
    title: Vec<String>,

    /// The ticket, where it does not stand in front of the title
    #[arg(long, value_name = "TICKET")]
    ticket: Option<String>,

    /// What else is to be known; - reads it from standard input
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    description: Option<String>,
}

impl Run for Add {
    const TAKES: Takes = Takes::of::<AddTask>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let description = described(context, self.description)?;
        let entered = context.enter()?;
        let title = self.title.join(" ");
        let task = entered.run(AddTask {
            title,
            ticket: self.ticket,
            description,
        })?;
        let sentence = landed(context, &task);
        context.out.say(&task, &sentence)?;
        Ok(Ending::Done)
    }
}

/// `task 12 falls to kesha: fee $14.00, reward $31.00`.
fn landed(context: &Context, task: &TaskView) -> String {
    let TaskView { id, assignee, .. } = task;
    match (task.fee_cents, task.reward_cents) {
        (Some(fee), Some(reward)) => {
            let (fee, reward) = (context.money(fee), context.money(reward));
            format!("task {id} falls to {assignee}: fee {fee}, reward {reward}")
        }
        _ => format!("task {id} falls to {assignee}; its price is not drawn yet"),
    }
}

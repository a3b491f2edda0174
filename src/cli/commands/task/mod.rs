//! `popug task`.

pub mod add;
pub mod close;
mod edit;
pub mod list;
mod reassign;
mod show;
pub mod why;

use clap::Subcommand;

use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;

/// Tasks: make, list, show, edit, close, reassign, and why a task fell to whom it fell.
#[derive(Subcommand, Debug)]
pub enum Task {
    #[command(about = "Make a task; it lands on a random popug")]
    Add(add::Add),
    #[command(about = "Tasks, narrowed and sorted")]
    List(list::List),
    #[command(about = "Your open tasks")]
    Mine(list::Mine),
    #[command(about = "One task, and each time that it was assigned")]
    Show(show::Show),
    #[command(about = "Change what a task says")]
    Edit(edit::Edit),
    #[command(visible_alias = "done", about = "Close tasks of yours, all or none")]
    Close(close::Close),
    #[command(about = "Draw every open task anew (managers and admins)")]
    Reassign(reassign::Reassign),
    #[command(about = "Why a task fell to whom it fell, drawn again")]
    Why(why::Why),
}

impl Task {
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        match self {
            Self::Add(it) => it.run(context),
            Self::List(it) => it.run(context),
            Self::Mine(it) => it.run(context),
            Self::Show(it) => it.run(context),
            Self::Edit(it) => it.run(context),
            Self::Close(it) => it.run(context),
            Self::Reassign(it) => it.run(context),
            Self::Why(it) => it.run(context),
        }
    }
}

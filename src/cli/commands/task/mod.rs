//! `popug task`.

pub mod add;
pub mod close;
mod described;
mod edit;
mod import;
pub mod list;
mod reassign;
mod show;
pub mod why;

use clap::Subcommand;

use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;

/// Tasks: make, import, list, show, edit, close, reassign, and why a task fell to whom it fell.
#[derive(Subcommand, Debug)]
pub enum Task {
    Add(add::Add),
    List(list::List),
    Mine(list::Mine),
    Show(show::Show),
    Edit(edit::Edit),
    Import(import::Import),
    #[command(visible_alias = "done")]
    Close(close::Close),
    Reassign(reassign::Reassign),
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
            Self::Import(it) => it.run(context),
            Self::Close(it) => it.run(context),
            Self::Reassign(it) => it.run(context),
            Self::Why(it) => it.run(context),
        }
    }
}

//! `popug task close`.

use clap::Args;

use crate::app::{CloseTasks, ClosedTask};
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::Listing;
use crate::kernel::ids::TaskId;
use crate::kernel::locale::Locale;

/// Close tasks of yours, all or none.
///
/// Their rewards are credited at once.
///
/// Example: popug done 12
#[derive(Args, Debug)]
pub struct Close {
    /// Which tasks
    #[arg(value_name = "ID", required = true)]
    ids: Vec<TaskId>,
}

impl Run for Close {
    const TAKES: Takes = Takes::of::<CloseTasks>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let closed = context.enter()?.run(CloseTasks { tasks: self.ids })?;
        context.out.lines(&Listing::of(&closed), line)?;
        Ok(Ending::Done)
    }
}

/// `closed 12: +$31.00, balance $17.00`.
fn line(closed: &ClosedTask, locale: &Locale) -> String {
    let id = closed.task.id;
    match (closed.task.reward_cents, closed.balance_cents) {
        (Some(reward), Some(balance)) => {
            let (reward, balance) = (
                locale.currency.show_change(reward),
                locale.currency.show(balance),
            );
            format!("closed {id}: {reward}, balance {balance}")
        }
        _ => format!("closed {id}; its reward is not credited yet"),
    }
}

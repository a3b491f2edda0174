//! `popug task show`.

use clap::Args;

use crate::cli::commands::task::list::status;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Table};
use crate::kernel::ids::TaskId;
use crate::tasks::{Assignment, ShowTask};

/// One task, and each time that it was assigned.
///
/// It says to whom it was assigned, at what cost, by which draw.
///
/// Example: popug task show 12
#[derive(Args, Debug)]
pub struct Show {
    /// Which task
    #[arg(value_name = "ID")]
    id: TaskId,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let shown = context.enter()?.ask(&ShowTask { task: self.id })?;
        let task = &shown.task;
        let mut details = Details::new()
            .line("id", "Task", Cell::text(task.id))
            .line("title", "Title", Cell::text(&task.title))
            .line(
                "ticket",
                "Ticket",
                Cell::maybe(task.ticket.as_ref(), Cell::text),
            )
            .line("status", "Status", status(task.status))
            .line("assignee", "Assignee", Cell::text(&task.assignee))
            .line("author", "Author", Cell::text(&task.author))
            .line("fee_cents", "Fee", Cell::maybe(task.fee_cents, Cell::Price))
            .line(
                "reward_cents",
                "Reward",
                Cell::maybe(task.reward_cents, Cell::Price),
            )
            .line("created_at", "Created", Cell::Time(task.created_at))
            .line("assigned_at", "Assigned", Cell::Time(task.assigned_at))
            .line(
                "closed_at",
                "Closed",
                Cell::maybe(task.closed_at, Cell::Time),
            );
        if let Some(description) = &task.description {
            details = details.line(
                "description",
                "Description",
                Cell::Lines(description.clone()),
            );
        }
        context.out.show(&shown, &details)?;
        let table = Table::<Assignment>::new()
            .left("at", "AT", |it| Cell::Time(it.at))
            .left("assignee", "ASSIGNEE", |it| Cell::text(&it.assignee))
            .price("fee_cents", "FEE", |it| it.fee_cents)
            .right("draw", "DRAW", |it| Cell::text(it.draw))
            .left("by", "BY", |it| Cell::text(&it.by));
        context
            .out
            .section("Assignments", &shown.assignments, &table)?;
        Ok(Ending::Done)
    }
}

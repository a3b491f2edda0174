//! `popug draw`.

use clap::Args;

use crate::cli::args::NewestArg;
use crate::cli::commands::fairness;
use crate::cli::commands::task::why::verdict;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Limit, Table};
use crate::events::shape::DrawReason;
use crate::kernel::ids::DrawId;
use crate::tasks::{DrawView, ListDraws, ShowDraw, VerifyDraws};

group! {
    /// Draws: whom chance gave the tasks to, and whether drawing again gives the same.
    Draw {
        List(List),
        Show(Show),
        Verify(Verify),
        Fairness(fairness::Fairness),
    }
}

/// Every draw, oldest first.
///
/// They are not drawn again; `popug draw verify` does that.
///
/// Example: popug draw list --limit 10
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    limit: NewestArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let limit = context.out.wanted(self.limit.rows());
        context.list(&ListDraws { limit }, self.limit.rows(), &table())
    }
}

fn table() -> Table<'static, DrawView> {
    Table::<DrawView>::new()
        .right("id", "ID", |draw| Cell::text(draw.id))
        .left("at", "AT", |draw| Cell::Time(draw.at))
        .left("by", "BY", |draw| Cell::text(&draw.by))
        .left("reason", "REASON", |draw| Cell::text(reason(draw.reason)))
        .right("tasks", "TASKS", |draw| Cell::text(draw.tasks))
        .right("pool", "POOL", |draw| Cell::text(draw.pool))
        .left("algorithm", "ALGORITHM", |draw| Cell::text(&draw.algorithm))
        .left("verified", "DRAWN AGAIN", |draw| verdict(draw.verified))
}

const fn reason(reason: DrawReason) -> &'static str {
    match reason {
        DrawReason::Created => "created",
        DrawReason::Imported => "imported",
        DrawReason::Reassigned => "reassigned",
    }
}

/// One draw, drawn again.
///
/// Example: popug draw show 3
#[derive(Args, Debug)]
pub struct Show {
    /// Which draw
    #[arg(value_name = "ID")]
    id: DrawId,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let draw = context.enter()?.ask(&ShowDraw { draw: self.id })?;
        let details = Details::new()
            .line("id", "Draw", Cell::text(draw.id))
            .line("at", "Drawn at", Cell::Time(draw.at))
            .line("by", "Drawn by", Cell::text(&draw.by))
            .line("reason", "Reason", Cell::text(reason(draw.reason)))
            .line("tasks", "Tasks", Cell::text(draw.tasks))
            .line("pool", "Out of", Cell::text(draw.pool))
            .line("algorithm", "Algorithm", Cell::text(&draw.algorithm))
            .line("seed", "Seed", Cell::text(draw.seed))
            .line("verified", "Drawn again", verdict(draw.verified));
        context.out.show(&draw, &details)?;
        Ok(ending(&[draw]))
    }
}

/// One draw or all, drawn again.
///
/// Ends with 7 where one gives somebody else.
///
/// Example: popug draw verify
#[derive(Args, Debug)]
pub struct Verify {
    /// Which draw; all where it is left out
    #[arg(value_name = "ID")]
    id: Option<DrawId>,
}

impl Run for Verify {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let bar = context.watch();
        let draws = context.enter()?.ask(&VerifyDraws { draw: self.id })?;
        drop(bar);
        context.list_held(&draws, Limit::last(None), &table())?;
        Ok(ending(&draws))
    }
}

fn ending(draws: &[DrawView]) -> Ending {
    let wrong = draws.iter().any(|draw| draw.verified == Some(false));
    if wrong { Ending::Wrong } else { Ending::Done }
}

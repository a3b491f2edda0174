//! `popug draw`.

use clap::Args;

use crate::cli::commands::fairness;
use crate::cli::commands::task::why::verdict;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Details, Listing, LongList, Table};
use crate::cli::reader::Rows;
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
    /// The newest so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let wanted = context.out.wanted_rows(self.limit);
        let limit = wanted.map(|rows| u32::try_from(rows).unwrap_or(u32::MAX));
        let query = ListDraws { limit };
        let entered = context.enter()?;
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &query,
            };
            let list = LongList::of(&rows).limit(self.limit).newest_last();
            out.long(&list, &table(), cells)?;
            Ok(Ending::Done)
        })
    }
}

fn table() -> Table<8> {
    Table::new([
        Column::right("id", "ID"),
        Column::left("at", "AT"),
        Column::left("by", "BY"),
        Column::left("reason", "REASON"),
        Column::right("tasks", "TASKS"),
        Column::right("pool", "POOL"),
        Column::left("algorithm", "ALGORITHM"),
        Column::left("verified", "DRAWN AGAIN"),
    ])
}

fn cells(draw: &DrawView) -> [Cell; 8] {
    [
        Cell::text(draw.id),
        Cell::Time(draw.at),
        Cell::text(&draw.by),
        Cell::text(reason(draw.reason)),
        Cell::text(draw.tasks),
        Cell::text(draw.pool),
        Cell::text(&draw.algorithm),
        verdict(draw.verified),
    ]
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
        let listing = Listing::of(draws.as_slice()).newest_last();
        context.out.list(&listing, &table(), cells)?;
        Ok(ending(&draws))
    }
}

fn ending(draws: &[DrawView]) -> Ending {
    let wrong = draws.iter().any(|draw| draw.verified == Some(false));
    if wrong { Ending::Wrong } else { Ending::Done }
}

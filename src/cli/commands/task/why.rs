//! `popug task why`.

use clap::Args;

use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Format, Listing, Tone};
use crate::kernel::ids::TaskId;
use crate::tasks::{Why as Draw, WhyTask};

/// Why a task fell to whom it fell, drawn again.
///
/// It names the draw that gave the task to whom it fell, out of how many, and draws again to check.
/// Ends with 7 where drawing again gives somebody else.
///
/// Example: popug task why 12
#[derive(Args, Debug)]
pub struct Why {
    /// Which task
    #[arg(value_name = "ID")]
    id: TaskId,

    /// Every draw of the task, oldest first, and not only the last
    #[arg(long)]
    all: bool,
}

impl Run for Why {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let draws = context.enter()?.ask(&WhyTask {
            task: self.id,
            all: self.all,
        })?;
        if self.all && context.out.format() != Format::Table {
            let listing = Listing::of(&draws);
            context.out.lines(&listing, |_, _| String::new())?;
        } else {
            for (nth, draw) in draws.iter().enumerate() {
                if nth > 0 {
                    context.out.text("\n")?;
                }
                context.out.show(draw, &details(draw))?;
            }
        }
        let verified = draws.iter().all(|draw| draw.verified);
        Ok(if verified {
            Ending::Done
        } else {
            Ending::Wrong
        })
    }
}

fn details(draw: &Draw) -> Details {
    let seed = if draw.seed_given {
        "given by POPUG_SEED"
    } else {
        "the system's randomness"
    };
    let members: Vec<&str> = draw.pool_members.iter().map(|it| it.as_str()).collect();
    Details::new()
        .line("task", "Task", Cell::text(draw.task))
        .line(
            "assignee",
            "Fell to",
            Cell::word(&draw.assignee, Tone::Strong),
        )
        .line("draw", "By draw", Cell::text(draw.draw))
        .line("index", "At place", Cell::text(draw.index))
        .line("pool", "Out of", Cell::text(draw.pool))
        .line("pool_members", "Pool", Cell::text(members.join(", ")))
        .line("drawn_at", "Drawn at", Cell::Time(draw.drawn_at))
        .line("drawn_by", "Drawn by", Cell::text(&draw.drawn_by))
        .line("algorithm", "Algorithm", Cell::text(&draw.algorithm))
        .line("seed", "Seed", Cell::text(draw.seed))
        .line("seed_given", "From", Cell::text(seed))
        .line("verified", "Drawn again", verdict(Some(draw.verified)))
}

/// Whether drawing again gives the same.
pub fn verdict(verified: Option<bool>) -> Cell {
    match verified {
        None => Cell::Absent,
        Some(true) => Cell::word("the same", Tone::Good),
        Some(false) => Cell::word("somebody else", Tone::Bad),
    }
}

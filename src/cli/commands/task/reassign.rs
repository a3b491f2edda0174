//! `popug task reassign`.

use clap::Args;

use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::kernel::figures::plural;
use crate::tasks::{Reassign as Request, Reassigned};

/// Draw every open task anew (managers and admins).
///
/// Each is drawn on its own, and each new assignee is charged the fee; a popug may keep the one it
/// had. Asks first.
///
/// Example: popug task reassign --dry-run
#[derive(Args, Debug)]
pub struct Reassign {}

impl Run for Reassign {
    const TAKES: Takes = Takes::of::<Request>().dry_run();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let request = Request { dry_run: false };
        if let Some(done) = entered.answered(&request)? {
            return told(context, &done);
        }
        let expected = entered.rehearse(Request { dry_run: true })?;
        if context.global.dry_run {
            let sentence = format!("would {}", figures(context, &expected));
            context.out.say(&expected, &sentence)?;
            return Ok(Ending::Done);
        }
        if expected.reassigned > 0 {
            let question = format!("{}?", figures(context, &expected));
            context.person.confirm(&question, context.consent())?;
        }
        let bar = context.watch();
        let done = entered.run(request)?;
        drop(bar);
        told(context, &done)
    }
}

fn told(context: &mut Context, done: &Reassigned) -> Result<Ending, CliError> {
    let sentence = match done.draw {
        None => "no task is open; nothing to reassign".to_owned(),
        Some(draw) => format!("{} (draw {draw})", past(&figures(context, done))),
    };
    context.out.say(done, &sentence)?;
    Ok(Ending::Done)
}

/// `reassign 40 tasks over 7 popugs: fees of $612.00, management +$612.00`.
fn figures(context: &Context, it: &Reassigned) -> String {
    let tasks = plural(it.reassigned, "task", "tasks");
    let popugs = plural(it.pool, "popug", "popugs");
    let money = match it.fees_cents {
        None => "some fees are not drawn yet".to_owned(),
        Some(fees) => {
            format!(
                "fees of {}, management {}",
                context.money(fees),
                context.change(fees)
            )
        }
    };
    format!("reassign {tasks} over {popugs}: {money}")
}

fn past(figures: &str) -> String {
    figures.replacen("reassign", "reassigned", 1)
}

//! `popug beak`.

use clap::Args;

use crate::app::{ChangeBeak, WhoseBeak};
use crate::auth::{Enrolled, Secret};
use crate::cli::context::{Context, Ending, Run, Takes, beak_from};
use crate::cli::error::CliError;

/// Change your beak.
///
/// The old one is asked for first, then the new one twice. Your other sessions end, here and
/// elsewhere; the one that you act with goes on.
///
/// Example: popug beak
#[derive(Args, Debug)]
pub struct Beak {
    /// Read the old and the new beak from standard input, a line each
    #[arg(long)]
    beak_stdin: bool,
}

impl Run for Beak {
    const TAKES: Takes = Takes::NOTHING.answers::<Enrolled>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        entered.ask(&WhoseBeak {})?;
        let from = beak_from(self.beak_stdin);
        let old = context.person.beak("old beak", from)?;
        let new = context.person.new_beak("new beak", from)?;
        let changed = entered.run(ChangeBeak {
            old: Secret::typed(old.reveal()),
            new: Secret::typed(new.reveal()),
        })?;
        let user = &changed.user;
        let sentence = format!("the beak of {user} is changed; its other sessions have ended");
        context.out.say(&changed, &sentence)?;
        Ok(Ending::Done)
    }
}

//! `popug prompt`.

use clap::Args;

use crate::app::{Door, Purse, ShowPurse};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::kernel::locale::Locale;

/// Your open tasks and your balance in one short line, for a shell prompt or a status bar.
///
/// It prints nothing where nobody is logged in, there is no store, or the store keeps it waiting: a
/// file for more than 50 ms, a server for half a second. It never complains, ends with 0 and writes
/// nothing. README shows where to put it.
///
/// Example: popug prompt
#[derive(Args, Debug)]
pub struct Prompt {}

impl Run for Prompt {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let (purse, locale) = look(context)?;
        context.out.set_locale(locale);
        let balance = context.money(purse.balance_cents);
        context
            .out
            .say(&purse, &format!("{} open, {balance}", purse.open))?;
        Ok(Ending::Done)
    }
}

/// Nothing of it writes: its door leaves no traces.
fn look(context: &Context) -> Result<(Purse, Locale), CliError> {
    let door = Door::glance(&context.place()?, context.world)?;
    let caller = context.caller()?;
    let purse = door.ask(&caller, &ShowPurse {})?;
    Ok((purse, door.locale()?))
}

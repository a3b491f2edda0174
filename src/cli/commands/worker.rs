//! `popug worker`.

use std::time::Duration;

use clap::Args;

use crate::app;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::stop::Stop;

/// How long it waits for a busy store before it says so and tries again later, in seconds.
const WAIT_SECONDS: u64 = 2;

/// Hear the log and deliver letters and payments, for ever.
///
/// Whatever others write is heard within a second, and what is due is handed over; a store that is
/// busy or full is tried again. Needs no login. Several at once are harmless. SIGTERM and Ctrl-C
/// end it cleanly, with 0.
///
/// Example: popug worker -v
#[derive(Args, Debug)]
pub struct Worker {}

impl Run for Worker {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let wait = context.global.wait.unwrap_or(WAIT_SECONDS);
        let door = context.open_waiting(Duration::from_secs(wait))?;
        let stop = Stop::on_signals()?;
        let place = door.address();
        context
            .out
            .stderr()
            .note(&format!("working on {place}; SIGTERM or Ctrl-C ends it"));
        app::work(&door, &|| stop.go_on())?;
        Ok(Ending::Done)
    }
}

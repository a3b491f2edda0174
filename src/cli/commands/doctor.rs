//! `popug doctor`.

use std::str::FromStr;

use clap::Args;

use crate::app::{self, Examine, KeptSeal};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Limit, Table, Tone};
use crate::kernel::finding::{Finding, Level};

/// Examine everything, and name the first bad row.
///
/// Store, log, users, settings, tasks, draws, ledger, days, letters and analytics are held against
/// each other; of a PostgreSQL store also what its server keeps, the connection, and the rights of the
/// role. Needs no login; ends with 7 where something is wrong.
///
/// Example: popug doctor
#[derive(Args, Debug)]
pub struct Doctor {
    /// A seal out of a letter, to be compared as well
    #[arg(long, value_name = "DAY:HEX", value_parser = kept_seal)]
    seal: Vec<KeptSeal>,
}

fn kept_seal(text: &str) -> Result<KeptSeal, String> {
    let (day, seal) = text.split_once(':').ok_or("a seal is given as DAY:HEX")?;
    let day =
        FromStr::from_str(day).map_err(|error: crate::kernel::day::DayError| error.to_string())?;
    let seal = seal
        .parse()
        .map_err(|error: crate::store::HashError| error.to_string())?;
    Ok(KeptSeal { day, seal })
}

impl Run for Doctor {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let findings = match context.open_to_examine() {
            Err(CliError::App(error)) => {
                let place = context.place()?;
                app::examine_unopened(&place, context.waiting(), &self.seal, error)?
            }
            door => {
                let (door, bar) = (door?, context.watch());
                let findings = door.enter(&Examine {
                    seals: self.seal.clone(),
                })?;
                drop(bar);
                findings
            }
        };
        let table = Table::<Finding>::new()
            .left("check", "CHECK", |finding| Cell::text(&finding.check))
            .left("level", "LEVEL", |finding| level(finding.level))
            .left("detail", "FOUND", |finding| Cell::text(&finding.detail));
        context.list_held(&findings, Limit::ALL, &table)?;
        for Finding { check, hint, .. } in &findings {
            if let Some(hint) = hint {
                context.out.stderr().hint(&format!("{check}: {hint}"));
            }
        }
        let wrong = findings.iter().any(|finding| !finding.ok);
        Ok(if wrong { Ending::Wrong } else { Ending::Done })
    }
}

fn level(level: Level) -> Cell {
    match level {
        Level::Ok => Cell::word("ok", Tone::Good),
        Level::Warn => Cell::word("warn", Tone::Warning),
        Level::Fail => Cell::word("FAIL", Tone::Bad),
    }
}

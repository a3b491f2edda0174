//! `popug task import`.

use std::path::PathBuf;

use clap::Args;

use crate::app::AppError;
use crate::cli::args::file_or_stream;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::rows::{Keys, Passed, RowFile, RowType};
use crate::kernel::figures::plural;
use crate::kernel::work::{Stage, Work};
use crate::tasks::{
    Gathering, GivenRow, ImportTasks, Imported, OTHER_FIELDS, ROW_FIELDS, Rows, TaskError,
};

/// Bad rows that are named; the others are counted.
const NAMED: usize = 5;

/// Make many tasks from a file, all or none.
///
/// Rows have a title and, where you like, a ticket, a description and a key, under the rules of
/// task add; what task list writes in any form is taken, and what it tells beside that is passed
/// over. One draw gives each to a random popug. What you import under a key you import once for
/// ever: a later row with the same key is skipped, and one that differs within a file is refused.
///
/// Example: popug task import tasks.csv
#[derive(Args, Debug)]
pub struct Import {
    /// The file; - is standard input
    #[arg(value_name = "FILE", value_parser = file_or_stream())]
    file: PathBuf,

    /// What it holds; by default what its name or its first character says
    #[arg(long = "type", value_name = "TYPE", value_enum)]
    kind: Option<RowType>,
}

impl Run for Import {
    const TAKES: Takes = Takes::of::<ImportTasks>().dry_run();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        // Nobody's file is read to its end before it is refused.
        entered.door.authenticate(&entered.caller)?;
        let bar = context.watch();
        let rows = RowFile::open(&self.file, self.kind, context.person.input())?;
        let (rows, passed) = gathered(rows, entered.door.gathering()?, &context.work)?;
        let request = ImportTasks::of(rows);
        let done = if context.global.dry_run {
            entered.rehearse(request.rehearsed())?
        } else {
            entered.run(request)?
        };
        drop(bar);
        let sentence = sentence(context, &done);
        context.out.say(&done, &sentence)?;
        if let Some(note) = passed.note() {
            context.out.stderr().note(&note);
        }
        Ok(Ending::Done)
    }
}

const KEYS: Keys = Keys {
    taken: &ROW_FIELDS,
    passed: &OTHER_FIELDS,
};

/// All rows, checked; or what is wrong with those that cannot be taken.
fn gathered(
    file: RowFile<'_>,
    mut gathering: Gathering,
    work: &Work,
) -> Result<(Rows, Passed), CliError> {
    let mut bad = Bad::default();
    work.at(Stage::Reading, 0, 0);
    let passed = file.each(KEYS, |line, row| {
        work.step(1);
        match row {
            Err(reason) => bad.note(line, &reason.to_string()),
            Ok(row) => take(&mut gathering, &mut bad, line, row)?,
        }
        Ok(())
    })?;
    bad.none()?;
    let rows = gathering.end().map_err(AppError::Task)?;
    Ok((rows, passed))
}

fn take(
    gathering: &mut Gathering,
    bad: &mut Bad,
    line: u64,
    row: GivenRow,
) -> Result<(), AppError> {
    match gathering.push(line, row) {
        Ok(()) => Ok(()),
        Err(TaskError::Store(error)) => Err(error.into()),
        Err(error) => {
            bad.note(line, &error.to_string());
            Ok(())
        }
    }
}

/// Rows that cannot be taken.
#[derive(Default)]
struct Bad {
    named: Vec<String>,
    count: usize,
}

impl Bad {
    fn note(&mut self, line: u64, reason: &str) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(format!("line {line}: {reason}"));
        }
    }

    fn none(self) -> Result<(), CliError> {
        if let ([only], 1) = (self.named.as_slice(), self.count) {
            return Err(CliError::usage(only));
        }
        if self.count == 0 {
            return Ok(());
        }
        let mut lines = vec![format!(
            "{} cannot be taken, so none was",
            plural(self.count, "row", "rows")
        )];
        let more = self.count - self.named.len();
        lines.extend(self.named);
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        Err(CliError::usage(lines.join("\n")))
    }
}

/// `imported 40 tasks (draw 3): fees of $612.00, management +$612.00`.
fn sentence(context: &Context, it: &Imported) -> String {
    let many = |count: i64| usize::try_from(count).unwrap_or(usize::MAX);
    let tasks = plural(many(it.imported), "task", "tasks");
    let before = match it.skipped {
        0 => String::new(),
        skipped => format!(
            "; skipped {} with a known key",
            plural(many(skipped), "row", "rows")
        ),
    };
    if it.imported == 0 {
        return format!("nothing to import{before}");
    }
    let Some(draw) = it.draw else {
        return format!("would import {tasks}{before}");
    };
    let money = match it.fees_cents {
        None => "some fees are not drawn yet".to_owned(),
        Some(fees) => {
            let (fees, change) = (context.money(fees), context.change(fees));
            format!("fees of {fees}, management {change}")
        }
    };
    format!("imported {tasks} (draw {draw}): {money}{before}")
}

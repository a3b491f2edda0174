//! `popug user import`.

use std::path::PathBuf;

use clap::Args;

use crate::auth::{
    GivenUser, ImportUsers, ImportedUser, OTHER_USER_FIELDS, RosterLine, USER_FIELDS,
};
use crate::cli::args::file_or_stream;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Limit, Table};
use crate::cli::rows::{Keys, Passed, RowFile, RowType};
use crate::kernel::figures::plural;

/// Make popugs from a file, all or none.
///
/// CSV with a header, a JSON object a line or an array of them: name, role, email, and full_name
/// where there is one; what user list tells beside that is passed over. Each popug gets a code, valid for seven days and shown this once, with which it sets its beak:
/// popug enroll CODE. Hand them out, or keep them with --format csv.
///
/// Example: popug user import popugs.csv
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
    const TAKES: Takes = Takes::of::<ImportUsers>().dry_run();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        // Nobody's file is read to its end before it is refused.
        entered.door.authenticate(&entered.caller)?;
        let (roster, passed) = roster(RowFile::open(
            &self.file,
            self.kind,
            context.person.input(),
        )?)?;
        let mut made = entered.run(ImportUsers::of(roster))?;
        if context.global.dry_run {
            // A code of what is not kept opens nothing.
            made.iter_mut().for_each(|it| it.enroll_code = None);
        }
        write(context, &made)?;
        let popugs = plural(made.len(), "popug", "popugs");
        let note = if made.is_empty() {
            "nobody stands in it".to_owned()
        } else if context.global.dry_run {
            format!("would make {popugs}; nothing is kept")
        } else {
            format!("made {popugs}; each sets its beak with: popug enroll CODE")
        };
        context.out.stderr().note(&note);
        if let Some(note) = passed.note() {
            context.out.stderr().note(&note);
        }
        Ok(Ending::Done)
    }
}

const KEYS: Keys = Keys {
    taken: &USER_FIELDS,
    passed: &OTHER_USER_FIELDS,
};

/// Every row, as far as all can be read.
fn roster(file: RowFile<'_>) -> Result<(Vec<RosterLine>, Passed), CliError> {
    let mut roster = Vec::new();
    let passed = file.each(KEYS, |line, row: Result<GivenUser, _>| {
        let user = row.map_err(|reason| CliError::usage(format!("line {line}: {reason}")))?;
        roster.push(RosterLine { line, user });
        Ok(())
    })?;
    Ok((roster, passed))
}

/// All of them, however many: the codes are not shown again.
fn write(context: &mut Context, made: &[ImportedUser]) -> Result<(), CliError> {
    let table = Table::<ImportedUser>::new()
        .left("name", "NAME", |user| Cell::text(&user.name))
        .left("role", "ROLE", |user| Cell::text(user.role))
        .flexible("email", "E-MAIL", |user| Cell::text(&user.email))
        .left("enroll_code", "CODE", |user| {
            Cell::maybe(user.enroll_code.as_ref(), Cell::text)
        });
    context.list_held(made, Limit::ALL, &table).map(|_| ())
}

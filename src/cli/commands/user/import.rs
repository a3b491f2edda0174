//! `popug user import`.

use clap::Args;

use crate::auth::{ImportUsers, ImportedUser};
use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Listing, Table, plural};
use crate::cli::roster::{self, RosterType};

/// Make popugs from a file, all or none.
///
/// CSV with a header, or a JSON object a line: name, role, email, and full_name where there is one. Each
/// popug gets a code, valid for seven days and shown this once, with which it sets its beak:
/// popug enroll CODE. Hand them out, or keep them with --format csv.
///
/// Example: popug user import popugs.csv
#[derive(Args, Debug)]
pub struct Import {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    file: String,

    /// Its form, where neither its name nor its beginning tells
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    form: Option<RosterType>,
}

impl Import {
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let roster = roster::read(&self.file, self.form, &mut context.person)?;
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
        Ok(Ending::Done)
    }
}

/// All of them, however many: the codes are not shown again.
fn write(context: &mut Context, made: &[ImportedUser]) -> Result<(), CliError> {
    let table = Table::new([
        Column::left("name", "NAME"),
        Column::left("role", "ROLE"),
        Column::left("email", "E-MAIL").flexible(),
        Column::left("enroll_code", "CODE"),
    ]);
    let listing = Listing::of(made).limit(Some(0));
    context.out.list(&listing, &table, |user| {
        [
            Cell::text(&user.name),
            Cell::text(user.role),
            Cell::text(&user.email),
            Cell::maybe(user.enroll_code.as_ref(), Cell::text),
        ]
    })?;
    Ok(())
}

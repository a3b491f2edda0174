//! `popug man`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use serde::{Deserialize, Serialize};

use crate::cli::args::named_path;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::export::FileError;
use crate::cli::manual::{self, Page};
use crate::cli::output::OutputError;
use crate::files::{Draft, Whose, make_directory};
use crate::kernel::day::Zone;
use crate::kernel::figures::plural;

/// Pages for man.
///
/// popug's own page goes to standard output, as for `popug man | man -l -`. With --out the pages of
/// all commands are written, a file each, over those of an earlier version.
///
/// Example: popug man --out man1
#[derive(Args, Debug)]
pub struct Man {
    /// Write every command's page into this directory; made where it is not there
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, value_parser = named_path())]
    out: Option<PathBuf>,
}

/// Pages that were written.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    directory: String,
    pages: usize,
}

impl Run for Man {
    const TAKES: Takes = Takes::NOTHING.answers::<Written>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let today = Zone::UTC.day_of(context.world.clock.now());
        let pages = manual::pages((context.grammar)(), today).map_err(OutputError::from)?;
        let Some(directory) = self.out else {
            context.refuse_forms()?;
            let first = pages.first().map(|it| it.text.as_str());
            context.out.script(first.unwrap_or_default())?;
            return Ok(Ending::Done);
        };
        let made = write(&directory, &pages);
        made.map_err(|error| FileError::of(&directory, error))?;
        let directory = directory.display().to_string();
        let many = plural(pages.len(), "page", "pages");
        let sentence = format!("wrote {many} into {directory}");
        let answer = Written {
            directory,
            pages: pages.len(),
        };
        context.out.say(&answer, &sentence)?;
        Ok(Ending::Done)
    }
}

/// Each page anew, in the place of whatever had its name.
fn write(directory: &Path, pages: &[Page]) -> io::Result<()> {
    make_directory(directory, &Whose::ANYBODYS)?;
    let draft = Draft::within(directory)?;
    for page in pages {
        let mut file = draft.file(&page.file, &Whose::ANYBODYS)?;
        file.write_all(page.text.as_bytes())?;
        draft.replace(&page.file, &directory.join(&page.file))?;
    }
    draft.finish()
}

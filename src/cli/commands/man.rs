//! `popug man`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use serde::{Deserialize, Serialize};

use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;
use crate::cli::export::FileError;
use crate::cli::manual;
use crate::cli::output::OutputError;
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
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    out: Option<PathBuf>,
}

/// Pages that were written.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    directory: String,
    pages: usize,
}

impl Man {
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let today = Zone::UTC.day_of(context.world.clock.now());
        let pages = manual::pages((context.grammar)(), today).map_err(OutputError::from)?;
        let Some(directory) = self.out else {
            let first = pages.first().map(|it| it.text.as_str());
            context.out.text(first.unwrap_or_default())?;
            return Ok(Ending::Done);
        };
        context.refuse_dry_run()?;
        written(&directory, std::fs::create_dir_all(&directory))?;
        for page in &pages {
            let path = directory.join(&page.file);
            written(&path, std::fs::write(&path, &page.text))?;
        }
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

fn written(path: &Path, done: std::io::Result<()>) -> Result<(), FileError> {
    done.map_err(|error| FileError::Write {
        path: path.to_owned(),
        error,
    })
}

//! `popug export all`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::named_path;
use crate::cli::commands::export::NO_FIELDS;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::export::Folder;
use crate::kernel::figures::plural;

/// Where to.
#[derive(Args, Debug)]
pub struct Everything {
    /// The directory; it must be empty or not there
    #[arg(value_name = "DIR", value_parser = named_path())]
    directory: PathBuf,
}

impl Run for Everything {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        if context.out.take_fields().is_some() {
            return Err(CliError::usage(NO_FIELDS));
        }
        let entered = context.enter()?;
        let mut folder = Folder::create(&self.directory)?;
        let state = entered.door.export_all(&entered.caller, &mut folder)?;
        let manifest = folder.keep(state)?;
        let rows = manifest.files.iter().map(|file| file.rows).sum::<u64>();
        let sentence = format!(
            "{}: {} with {}",
            self.directory.display(),
            plural(manifest.files.len(), "file", "files"),
            plural(usize::try_from(rows).unwrap_or(usize::MAX), "row", "rows"),
        );
        context.out.say(&manifest, &sentence)?;
        Ok(Ending::Done)
    }
}

//! `popug completions`.

use clap::Args;
use clap_complete::Shell;

use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;

/// A script that lets your shell complete what you type.
///
/// It needs no store and knows commands and flags, not names or numbers. README says where each
/// shell looks for it.
///
/// Example: popug completions bash > ~/.local/share/bash-completion/completions/popug
#[derive(Args, Debug)]
pub struct Completions {
    /// Which shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        context.refuse_forms()?;
        let mut script = Vec::new();
        let mut grammar = (context.grammar)();
        clap_complete::generate(self.shell, &mut grammar, "popug", &mut script);
        context.out.script(&String::from_utf8_lossy(&script))?;
        Ok(Ending::Done)
    }
}

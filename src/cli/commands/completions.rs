//! `popug completions`.

use clap::Args;
use clap_complete::Shell;

use crate::cli::context::{Context, Ending, Run};
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

impl Run for Completions {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        context.refuse_forms()?;
        let mut script = Vec::new();
        // A flag that is hidden is offered where it is declared, and before every command.
        let mut grammar = (context.grammar)().mut_args(|arg| {
            let everywhere = !arg.is_hide_set();
            arg.global(everywhere)
        });
        clap_complete::generate(self.shell, &mut grammar, "popug", &mut script);
        context.out.script(&String::from_utf8_lossy(&script))?;
        Ok(Ending::Done)
    }
}

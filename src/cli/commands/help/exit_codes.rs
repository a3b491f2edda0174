//! `popug help exit-codes`.

use serde::{Deserialize, Serialize};

use crate::app::kind::Kind;
use crate::cli::commands::help::prose;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::Listing;

/// A way to end.
#[derive(Debug, Serialize, Deserialize)]
struct ExitCode {
    code: u8,
    /// The kind of the failure, as the error object of `--json` has it.
    kind: Option<String>,
    meaning: String,
}

impl ExitCode {
    fn new(code: u8, meaning: &str) -> Self {
        Self {
            code,
            kind: None,
            meaning: meaning.to_owned(),
        }
    }

    fn of(kind: Kind) -> Self {
        Self {
            code: kind.exit_code(),
            kind: Some(kind.to_string()),
            meaning: kind.meaning().to_owned(),
        }
    }
}

/// Every exit code, and what it means.
pub fn tell(context: &mut Context) -> Result<(), CliError> {
    let mut codes = vec![ExitCode::new(0, "done, nothing to do, or an empty list")];
    codes.extend(Kind::ALL.map(ExitCode::of));
    codes.push(ExitCode::new(130, "ended by SIGINT, as by Ctrl-C"));
    codes.push(ExitCode::new(143, "ended by SIGTERM"));
    prose(context, "How a command ended.\n\n")?;
    let listing = Listing::of(&codes);
    context.out.lines(&listing, |it, _| {
        let kind = it.kind.as_deref().unwrap_or_default();
        format!("  {:>3}  {kind:15}  {}", it.code, it.meaning)
    })?;
    prose(
        context,
        "\nThe word is the kind of the error object that ends standard error with --json.\n\
         On any failure but a check's standard output is empty.\n",
    )
}

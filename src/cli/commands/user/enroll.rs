//! `popug user enroll`.

use clap::Args;

use crate::auth::{EnrollCode, EnrollUser};
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::kernel::name::Who;

/// Give a popug a new code for its beak.
///
/// Its beak and its sessions end. The code is valid for seven days and shown this once; with it the
/// popug sets a new beak: popug enroll CODE. Where no admin can log in, --recover does the same
/// without a login, for the owner of the store's file; the log says so.
///
/// Example: popug user enroll kesha
#[derive(Args, Debug)]
pub struct Enroll {
    /// Whom
    #[arg(value_name = "NAME")]
    name: Who,

    /// Without a login, as the owner of the store's file
    #[arg(long)]
    recover: bool,
}

impl Run for Enroll {
    const TAKES: Takes = Takes::NOTHING.answers::<EnrollCode>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let code = if self.recover {
            recovered(context, &self.name)?
        } else {
            context.enter()?.run(EnrollUser { name: self.name })?
        };
        let EnrollCode { name, enroll_code } = &code;
        let sentence = format!("{name} sets its beak with: popug enroll {enroll_code}");
        context.out.say(&code, &sentence)?;
        Ok(Ending::Done)
    }
}

fn recovered(context: &mut Context, name: &Who) -> Result<EnrollCode, CliError> {
    if *name == Who::Me {
        return Err(CliError::usage(
            "without a login nobody is me; name the popug",
        ));
    }
    Ok(context.open()?.recover(name)?)
}

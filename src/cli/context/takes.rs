//! The flags that a command takes beside its own arguments and those that stand everywhere. It
//! declares them; a flag that is not declared is refused, and not in its help.

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use serde::de::DeserializeOwned;

use crate::app::Request;
use crate::cli::args::Global;
use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;
use crate::cli::output::{Fields, Format, OutputError, check_fields_of, check_fields_within};

/// A command: what is typed and then done.
pub trait Run: Args {
    /// The flags that it takes.
    const TAKES: Takes = Takes::NOTHING;

    /// Does it.
    fn run(self, context: &mut Context) -> Result<Ending, CliError>;
}

/// What a command declares.
#[derive(Clone, Copy, Debug)]
pub struct Takes {
    /// `--key`.
    key: bool,
    /// `--dry-run`.
    dry_run: bool,
    /// `--fields`, which are looked at before it begins, since what it does cannot be told a second time.
    fields: Option<CheckFields>,
}

type CheckFields = fn(&Fields, Format) -> Result<(), OutputError>;

impl Takes {
    /// No such flag.
    pub const NOTHING: Self = Self {
        key: false,
        dry_run: false,
        fields: None,
    };

    /// A key, where the registry says that one may stand for this request.
    pub const fn of<R: Request>() -> Self {
        Self {
            key: R::KEYED,
            ..Self::NOTHING
        }
    }

    /// And `--dry-run`.
    pub const fn dry_run(self) -> Self {
        Self {
            dry_run: true,
            ..self
        }
    }

    /// And the fields of this answer alone.
    pub const fn answers<T: DeserializeOwned>(self) -> Self {
        Self {
            fields: Some(|fields, _| check_fields_of::<T>(fields)),
            ..self
        }
    }

    /// And those of an answer `A` that has rows `T` in it.
    pub const fn answers_within<A: DeserializeOwned, T: DeserializeOwned>(self) -> Self {
        Self {
            fields: Some(check_fields_within::<A, T>),
            ..self
        }
    }

    /// Refuses what was given and is not taken. A dry run may answer with other fields.
    pub fn check(self, global: &Global) -> Result<(), CliError> {
        if global.dry_run && !self.dry_run {
            let refused = "this command has no dry run; leave --dry-run out";
            return Err(CliError::usage(refused));
        }
        if global.key.is_some() && !self.key {
            let refused = "this command takes no key; leave --key out";
            return Err(CliError::usage(refused));
        }
        match (&global.fields, self.fields) {
            (Some(fields), Some(check)) if !global.dry_run => Ok(check(fields, global.format())?),
            _ => Ok(()),
        }
    }

    /// A flag that stands everywhere as one of the command's own, where it is taken.
    fn own(self, flag: &Arg) -> Option<Arg> {
        let is_taken = match flag.get_id().as_str() {
            "key" => self.key,
            "dry_run" => self.dry_run,
            _ => false,
        };
        let own = || flag.clone().global(false).hide(false).help_heading(None);
        is_taken.then(own)
    }
}

/// A command with the flags that it declares.
#[derive(Debug)]
pub struct Declared<C>(pub C);

impl<C: Run> Declared<C> {
    /// The flags that it takes.
    pub const fn takes(&self) -> Takes {
        C::TAKES
    }

    /// Does it.
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        self.0.run(context)
    }
}

impl<C: Run> Args for Declared<C> {
    fn augment_args(command: Command) -> Command {
        let everywhere = Global::augment_args(Command::default());
        let declared = everywhere.get_arguments().filter_map(|it| C::TAKES.own(it));
        C::augment_args(command).args(declared)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<C: Run> FromArgMatches for Declared<C> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        C::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

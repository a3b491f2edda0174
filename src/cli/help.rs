//! Help: read from the comments of the commands, laid out so that it fits a screen.
//!
//! The first paragraph of a command's comment names it in lists and stands first in its own help;
//! what follows stands before the flags, the example last.

use std::ffi::OsString;
use std::io::{self, Write};
use std::iter;

use clap::builder::PossibleValue;
use clap::error::Error;
use clap::{Arg, Command, CommandFactory, FromArgMatches};

use crate::cli::error::CliError;
use crate::cli::output::OutputError;
use crate::cli::parser::{COMMANDS, Cli};
use crate::cli::usage;

/// What begins the paragraph with the example.
pub const EXAMPLE: &str = "Example: ";

const PAGE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// What there is to read beside the commands; stands at the end of the first page.
pub const TOPICS: &str = "\
`popug COMMAND --help` tells more and has an example.
`popug help TOPIC` tells of exit-codes, environment, formats, permissions.";

const FIRST_PAGE: &str = "{about-with-newline}\n{before-help}{usage-heading} {usage}{after-help}\n\n\
     Everywhere:\n{options}\n\n";

/// What was typed, and the name of the command in it. To lay the help out costs more than to parse,
/// and only who fails sees it.
pub fn parse(arguments: &[OsString]) -> Result<(Cli, String), Error> {
    parsed(Cli::command(), arguments).or_else(|_| parse_with_help(arguments))
}

fn parse_with_help(arguments: &[OsString]) -> Result<(Cli, String), Error> {
    let mut command = laid_out(Cli::command());
    command = command
        .help_template(format!("{FIRST_PAGE}{TOPICS}"))
        .after_help(COMMANDS);
    parsed(command, arguments)
}

fn parsed(mut command: Command, arguments: &[OsString]) -> Result<(Cli, String), Error> {
    let mut matches = command.try_get_matches_from_mut(arguments)?;
    let below = iter::successors(matches.subcommand(), |(_, below)| below.subcommand());
    let name = below.map(|(name, _)| name).collect::<Vec<_>>().join(".");
    let cli = Cli::from_arg_matches_mut(&mut matches);
    let cli = cli.map_err(|error| error.format(&mut command))?;
    Ok((cli, name))
}

/// A command and what is below it. With nothing that only a long help would show, `-h` and `--help`
/// are the same, and a flag takes a line.
pub fn laid_out(command: Command) -> Command {
    let command = command.mut_args(short).mut_subcommands(laid_out);
    let command = command.help_template(PAGE);
    let Some(comment) = command.get_long_about().map(ToString::to_string) else {
        return command;
    };
    let (details, examples) = parts(&comment);
    let mut command = command.long_about(None::<&str>);
    if !details.is_empty() {
        command = command.before_help(details.join("\n\n"));
    }
    if !examples.is_empty() {
        command = command.after_help(examples.join("\n\n"));
    }
    command
}

/// The paragraphs of a comment behind its first one: those that tell more, and the examples.
fn parts(comment: &str) -> (Vec<&str>, Vec<&str>) {
    comment
        .split("\n\n")
        .skip(1)
        .partition(|paragraph| !paragraph.starts_with(EXAMPLE))
}

/// Shows the help of a command, as `--help` behind its words does.
pub fn show(words: &[String]) -> Result<(), CliError> {
    let words = words.iter().map(String::as_str);
    let typed = ["popug"].into_iter().chain(words).chain(["--help"]);
    let typed: Vec<OsString> = typed.map(OsString::from).collect();
    let Err(answer) = parse_with_help(&typed) else {
        return Ok(());
    };
    match usage::failure(&answer) {
        None => Ok(print(&answer)?),
        Some(failure) => Err(CliError::Usage {
            message: failure.message,
            hint: failure.hint,
        }),
    }
}

/// Prints help or a version.
pub fn print(answer: &Error) -> Result<(), OutputError> {
    answer.print()?;
    Ok(io::stdout().flush()?)
}

/// A flag whose values are named, but not explained one by one.
fn short(arg: Arg) -> Arg {
    let values = arg.get_possible_values();
    let explained = values.iter().any(|value| value.get_help().is_some());
    if !explained || arg.is_hide_possible_values_set() {
        return arg;
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let help = format!("{help}: {}", names.join(", "));
    arg.help(help).hide_possible_values(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, look: &mut impl FnMut(&Command)) {
        look(command);
        command.get_subcommands().for_each(|it| each(it, look));
    }

    /// A description beside the variant of a command hides what its arguments say of it.
    #[test]
    fn the_help_of_every_command_has_an_example() {
        each(&laid_out(Cli::command()), &mut |command| {
            let help = command.get_after_help().map(ToString::to_string);
            let example = help.is_some_and(|help| help.starts_with("Example: popug "));
            let name = command.get_name();
            assert!(example || command.has_subcommands(), "{name}");
        });
    }

    #[test]
    fn help_is_no_longer_when_it_is_asked_for_in_full() {
        let help = |flag: &str| {
            let typed = ["popug", "task", "list", flag].map(OsString::from);
            parse(&typed).expect_err("is help").to_string()
        };
        assert_eq!(help("-h"), help("--help"));
    }
}

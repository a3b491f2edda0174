//! `popug help`: the help of a command, or a page about a topic, made of the program's own tables.

mod environment;
mod exit_codes;
mod formats;
mod permissions;

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Args, Command};

use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::help;
use crate::cli::output::Format;
use crate::cli::parser::COMMANDS;

/// Help for a command, or about a topic.
///
/// The topics are exit-codes, environment, formats and permissions.
///
/// Example: popug help permissions
#[derive(Args, Debug)]
pub struct Help {
    /// The words of a command, such as `task add`; or a topic
    #[arg(value_name = "COMMAND|TOPIC", value_parser = Word, hide_possible_values = true)]
    words: Vec<String>,
}

impl Run for Help {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let topic = match self.words.as_slice() {
            [word] => Topic::ALL.into_iter().find(|it| it.name() == word),
            _ => None,
        };
        match topic {
            Some(topic) => topic.tell(context)?,
            None => help::show(&self.words)?,
        }
        Ok(Ending::Done)
    }
}

/// What there is a page about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Topic {
    ExitCodes,
    Environment,
    Formats,
    Permissions,
}

impl Topic {
    const ALL: [Self; 4] = [
        Self::ExitCodes,
        Self::Environment,
        Self::Formats,
        Self::Permissions,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::ExitCodes => "exit-codes",
            Self::Environment => "environment",
            Self::Formats => "formats",
            Self::Permissions => "permissions",
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::ExitCodes => "how a command ended",
            Self::Environment => "variables and settings files",
            Self::Formats => "table, json, jsonl, csv",
            Self::Permissions => "who may do what",
        }
    }

    fn tell(self, context: &mut Context) -> Result<(), CliError> {
        match self {
            Self::ExitCodes => exit_codes::tell(context),
            Self::Environment => environment::tell(context),
            Self::Formats => formats::tell(context),
            Self::Permissions => permissions::tell(context),
        }
    }
}

/// Words for people around the rows of a topic; in the other forms the rows stand alone.
fn prose(context: &mut Context, text: &str) -> Result<(), CliError> {
    if context.out.format() == Format::Table && context.global.fields.is_none() {
        context.out.text(text)?;
    }
    Ok(())
}

/// Any word is taken, since a command may have several; a shell completes commands and topics.
#[derive(Clone)]
struct Word;

impl TypedValueParser for Word {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        clap::builder::StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let mut names: Vec<&str> = COMMANDS
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        names.sort_unstable();
        names.dedup();
        let topics = Topic::ALL.map(|it| PossibleValue::new(it.name()).help(it.about()));
        let commands = names.into_iter().map(PossibleValue::new);
        Some(Box::new(commands.chain(topics)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help::TOPICS;

    #[test]
    fn every_topic_stands_at_the_end_of_the_first_page() {
        for topic in Topic::ALL {
            assert!(TOPICS.contains(topic.name()), "{}", topic.name());
        }
    }
}

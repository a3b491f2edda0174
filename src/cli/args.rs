//! What can be typed: the flags that stand everywhere, and the commands.

use clap::{ArgAction, Args, Parser, ValueEnum};

use crate::app::Key;
use crate::cli::commands::Command;
use crate::cli::output::{Colour, Fields, Format};
use crate::kernel::name::UserName;
use crate::kernel::range::{DayWord, Period, Range, Step};

/// The Awesome Task Exchange System of UberPopug Inc.
///
/// Every task lands on a random popug; being assigned one costs money, closing it pays; every
/// evening the books are closed and whoever is in the black is paid.
#[derive(Parser, Debug)]
#[command(
    name = "popug",
    version,
    propagate_version = true,
    max_term_width = 100,
    subcommand_value_name = "COMMAND"
)]
pub struct Cli {
    /// The flags that stand everywhere.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Every command, by who may use it (B6). A test compares it with the commands that there are.
pub const COMMANDS: &str = "\
Begin:
  init         Make a store and its first admin
  demo         Fill a sandbox with a company's past days, to look around in
  login        Log in
  logout       Log out
  whoami       Who you are here, and what you may
  enroll       Set your first beak with your one-time code

Everybody:
  add          Make a task; it lands on a random popug (task add)
  mine         Your open tasks (task mine)
  done         Close tasks of yours (task close)
  task         add, list, mine, show, edit, close, reassign, why
  draw         list, show, verify: the draws, drawn again
  account      show, log, statement: your own money
  day          verify: does the seal in my letter still hold?

Managers and admins:
  task         reassign: every open task is drawn anew

Accountants and admins:
  account      list, earnings, adjust, reverse; everybody's show, log, statement
  day          close, list, show: closing the books
  mail         list, send: the letters
  payment      list: what became of each payout

Admins:
  user         add, list, show, set
  analytics    summary, top
  event        list, show, consumers, schema, dead, rebuild

Whoever may open the store:
  doctor       Examine everything, and name the first bad row
  completions  A script that lets your shell complete what you type";

/// The flags that stand everywhere.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// The store's file [env: POPUG_STORE]
    #[arg(long, global = true, value_name = "PATH", conflicts_with = "demo")]
    pub store: Option<String>,

    /// The demo's store, as if named with --store
    #[arg(long, global = true)]
    pub demo: bool,

    /// Act with another session kept here [env: POPUG_AS]
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub user: Option<UserName>,

    /// The same as --format json
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,

    /// How the answer is written
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,

    /// Only these fields, in this order, by their JSON keys
    #[arg(long, global = true, value_name = "A,B,…")]
    pub fields: Option<Fields>,

    /// Ask no question
    #[arg(short, long, global = true)]
    pub yes: bool,

    /// Keep nothing, and say what would be
    #[arg(short = 'n', long, global = true)]
    pub dry_run: bool,

    /// The same key again returns the first answer
    #[arg(long, global = true, value_name = "TEXT")]
    pub key: Option<Key>,

    /// How long to wait for a busy store [default: 60]
    #[arg(long, global = true, value_name = "SECONDS")]
    pub wait: Option<u64>,

    /// Whether to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub color: Option<Colour>,

    /// Less on standard error
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,

    /// More on standard error; twice for even more
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
}

impl Global {
    /// The form of the answer.
    pub fn format(&self) -> Format {
        if self.json {
            Format::Json
        } else {
            self.format.unwrap_or_default()
        }
    }
}

/// Days from one to another, or a named stretch of them.
#[derive(Args, Clone, Copy, Debug)]
pub struct RangeArgs {
    /// First day: YYYY-MM-DD, today, yesterday, open, -3d
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub from: Option<DayWord>,

    /// Last day, included
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub to: Option<DayWord>,

    /// 2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["from", "to"])]
    pub period: Option<Period>,
}

impl RangeArgs {
    /// As requests take it.
    pub const fn range(&self) -> Range {
        Range {
            from: self.from,
            to: self.to,
            period: self.period,
        }
    }
}

/// One day.
#[derive(Args, Clone, Copy, Debug)]
pub struct DateArg {
    /// The day: YYYY-MM-DD, today, yesterday, open, -3d
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub date: Option<DayWord>,
}

/// How much time a row stands for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum StepArg {
    /// A day
    Day,
    /// An ISO week
    Week,
    /// A month
    Month,
}

impl StepArg {
    /// As requests take it.
    pub const fn step(self) -> Step {
        match self {
            Self::Day => Step::Day,
            Self::Week => Step::Week,
            Self::Month => Step::Month,
        }
    }
}

/// Where a beak comes from.
#[derive(Args, Clone, Copy, Debug)]
pub struct BeakArg {
    /// Read the beak from standard input, a line
    #[arg(long)]
    pub beak_stdin: bool,
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::*;

    #[test]
    fn what_can_be_typed_is_without_contradictions() {
        Cli::command().debug_assert();
    }

    /// The words below a command, `task` with `add, list, …`.
    fn listed(command: &Command) -> Vec<&str> {
        let lines = COMMANDS.lines().filter_map(|line| {
            let (name, words) = line.trim_start().split_once("  ")?;
            (line.starts_with("  ") && name == command.get_name()).then_some(words)
        });
        lines.collect()
    }

    #[test]
    fn the_first_help_names_every_command() {
        for command in Cli::command().get_subcommands() {
            let (name, lines) = (command.get_name(), listed(command));
            assert!(!lines.is_empty(), "{name} is not listed");
            let words = lines.join(" ");
            let words: Vec<&str> = words.split([',', ' ', ':', ';']).collect();
            for below in command.get_subcommands().map(Command::get_name) {
                assert!(words.contains(&below), "{name} {below} is not listed");
            }
        }
    }

    #[test]
    fn the_first_help_names_no_command_that_is_not_there() {
        let command = Cli::command();
        for line in COMMANDS.lines().filter(|line| line.starts_with("  ")) {
            let name = line.split_whitespace().next().unwrap_or_default();
            assert!(
                command.find_subcommand(name).is_some(),
                "there is no {name}"
            );
        }
    }
}

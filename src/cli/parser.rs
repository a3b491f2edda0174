//! What can be typed: the commands, by who may use them, and the flags that stand everywhere.

use clap::Parser;

use crate::cli::args::Global;
use crate::cli::commands::Command;

/// The Awesome Task Exchange System of UberPopug Inc.
///
/// Every task lands on a random popug; being assigned one costs money, closing it pays; every
/// evening the books are closed and whoever is in the black is paid.
#[derive(Parser, Debug)]
#[command(
    name = "popug",
    version,
    propagate_version = true,
    disable_help_subcommand = true,
    max_term_width = 100,
    subcommand_value_name = "COMMAND"
)]
pub struct Cli {
    /// The flags that stand everywhere.
    #[command(flatten)]
    pub global: Global,
    /// What to do; on a terminal the dashboard, where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
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
  beak         Change your beak

Everybody:
  add          Make a task; it lands on a random popug (task add)
  mine         Your open tasks (task mine)
  done         Close tasks of yours (task close)
  dashboard    Everything on one full screen; popug alone is the same (ui)
  prompt       Open tasks and balance in a short line, for a shell prompt
  task         add, import, list, mine, show, edit, close, why
  user         list, show: everybody's name, and yourself
  draw         list, show, verify, fairness: the draws, drawn again
  account      show, log, statement: your own money
  day          verify: does the seal in my letter still hold?
  setting      list, get: the company's settings

Managers and admins:
  task         reassign: every open task is drawn anew

Accountants and admins:
  account      list, earnings, adjust, reverse, bring-back
  account      show, log, statement: everybody's money
  day          close, list, show, report: closing the books
  mail         list, show, send, retry, discard: the letters
  payment      list, send, retry: what became of each payout
  export       hledger, ledger, beancount, csv, json: your books elsewhere

Admins:
  user         add, list, show, set, enroll, import
  token        create, list, revoke: what programs act with
  setting      set: change one
  analytics    summary, top
  event        list, show, consumers, schema, dead, rebuild
  export       all: everything that is kept, without secrets

Whoever may open the store:
  doctor       Examine everything, and name the first bad row
  status       How the store stands: a cheap probe for monitoring
  worker       Hear the log and deliver, for ever
  backup       Copy the store into one file, while everybody goes on working
  restore      Make a store out of a backup
  store        upgrade; copy, to another place; accept-loss, after a file was cut short
  completions  A script that lets your shell complete what you type
  man          Pages for man
  help         Help for a command, or about a topic";

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_stands_in_the_list() {
        let listed: Vec<Vec<&str>> = COMMANDS
            .lines()
            .filter(|line| line.starts_with("  "))
            .map(|line| line.split([' ', ',', ':', ';']).collect())
            .collect();
        let rows_of = |name: &str| {
            let rows = listed.iter().filter(|words| words.get(2) == Some(&name));
            rows.flatten().copied().collect::<Vec<&str>>()
        };
        for command in Cli::command().get_subcommands() {
            let rows = rows_of(command.get_name());
            assert!(!rows.is_empty(), "{} is missing", command.get_name());
            for below in command.get_subcommands() {
                let (command, below) = (command.get_name(), below.get_name());
                assert!(rows.contains(&below), "{command} {below} is missing");
            }
        }
    }

    #[test]
    fn nothing_else_stands_in_the_list() {
        let command = Cli::command();
        for line in COMMANDS.lines().filter(|line| line.starts_with("  ")) {
            let name = line.split_whitespace().next().unwrap_or_default();
            assert!(command.find_subcommand(name).is_some(), "{name}");
        }
    }
}

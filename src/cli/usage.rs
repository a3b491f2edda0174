//! What the parser of arguments refuses, told like every other failure.

use clap::error::ErrorKind;

use crate::app::Refusal;
use crate::app::kind::Kind;

/// The failure behind a refusal of the parser; `None` where help or the version was asked for,
/// which is an answer.
pub fn failure(error: &clap::Error) -> Option<Refusal> {
    if !error.use_stderr() {
        return None;
    }
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand
    ) {
        return Some(missing_command());
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let mut parts = text.split("\n\n");
    let message = parts.next().map(in_one_line).unwrap_or_default();
    let tips: Vec<String> = parts.filter_map(tip).collect();
    let hint = match tips.is_empty() {
        true => "--help tells more".to_owned(),
        false => tips.join("; "),
    };
    Some(Refusal::new(Kind::Usage, message).hint(hint))
}

/// Nothing says what to do.
pub fn missing_command() -> Refusal {
    let missing = Refusal::new(Kind::Usage, "a command is missing");
    missing.hint("--help lists the commands")
}

fn tip(part: &str) -> Option<String> {
    let tip = part.trim().strip_prefix("tip: ")?;
    Some(in_one_line(tip))
}

fn in_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command};

    use super::*;

    fn refused(line: &str) -> Option<Refusal> {
        let popug = Command::new("popug")
            .version("1")
            .subcommand_required(true)
            .subcommand(
                Command::new("task")
                    .arg(Arg::new("id").required(true))
                    .arg(Arg::new("sort").long("sort").value_parser(["id", "fee"])),
            );
        let words = ["popug"].into_iter().chain(line.split_whitespace());
        failure(&popug.try_get_matches_from(words).expect_err("is refused"))
    }

    fn told(line: &str) -> String {
        let failure = refused(line).expect("a failure");
        assert_eq!(failure.kind.exit_code(), 2);
        format!("{} ({})", failure.message, failure.hint.unwrap_or_default())
    }

    #[test]
    fn a_refusal_is_a_sentence_with_a_hint() {
        insta::assert_snapshot!(told("tsk"), @r"
        unrecognized subcommand 'tsk' (a similar subcommand exists: 'task')
        ");
        insta::assert_snapshot!(told("task"), @r"
        the following required arguments were not provided: <id> (--help tells more)
        ");
        insta::assert_snapshot!(told("task 1 --sort price"), @r"
        invalid value 'price' for '--sort <sort>' [possible values: id, fee] (--help tells more)
        ");
        insta::assert_snapshot!(told("task 1 --srt id"), @r"
        unexpected argument '--srt' found (a similar argument exists: '--sort')
        ");
    }

    #[test]
    fn help_and_version_are_answers() {
        assert_eq!(refused("--help"), None);
        assert_eq!(refused("--version"), None);
    }
}

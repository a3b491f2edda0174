//! How a failure ends the program: its exit code, and what is said about it on standard error.

use serde_json::json;

use crate::app::kind::Kind;
use crate::cli::output::{Format, Stderr, Tone};
use crate::kernel::address::without_passwords;
use crate::kernel::text::shown_json;

/// A failure as it is told: in a sentence, with what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind it is; decides the exit code.
    pub kind: Kind,
    /// What is wrong, lower case and without a full stop.
    pub message: String,
    /// What can be done, where something can.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure without a hint.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            hint: None,
        }
    }

    /// With what can be done about it.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// The exit code that scripts tell failures apart by.
    pub const fn exit_code(&self) -> u8 {
        self.kind.exit_code()
    }

    /// Tells `error: …` and `hint: …`, and as the last line the JSON object where the answer was
    /// to be JSON.
    ///
    /// What was mistyped is repeated, but no password in it.
    pub fn tell(&self, stderr: &mut Stderr<'_>, format: Format) {
        let message = without_passwords(&self.message);
        let hint = self.hint.as_deref().map(without_passwords);
        stderr.labelled("error:", Tone::Bad, &message);
        if let Some(hint) = &hint {
            stderr.labelled("hint:", Tone::Strong, hint);
        }
        match format {
            Format::Table | Format::Csv => {}
            Format::Json | Format::Jsonl => {
                let error = json!({"kind": self.kind, "message": message, "hint": hint});
                stderr.line(&shown_json(&json!({"error": error}).to_string()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::{Notes, Paint};

    fn written(failure: &Failure, format: Format) -> String {
        let mut sink = Vec::new();
        let mut stderr = Stderr::new(&mut sink, Paint::Plain, Notes::Kept);
        failure.tell(&mut stderr, format);
        drop(stderr);
        String::from_utf8(sink).expect("UTF-8")
    }

    #[test]
    fn every_kind_has_its_exit_code() {
        let codes = [
            (Kind::Failure, 1),
            (Kind::Usage, 2),
            (Kind::NotFound, 3),
            (Kind::Unauthenticated, 4),
            (Kind::Forbidden, 4),
            (Kind::Conflict, 5),
            (Kind::Unavailable, 6),
            (Kind::Check, 7),
        ];
        for (kind, code) in codes {
            assert_eq!(Failure::new(kind, "x").exit_code(), code, "{kind}");
        }
    }

    #[test]
    fn a_failure_says_what_can_be_done() {
        let failure = Failure::new(Kind::Conflict, "the pool is empty")
            .hint("add a popug: popug user add kesha --role worker");
        insta::assert_snapshot!(written(&failure, Format::Table), @r"
        error: the pool is empty
        hint: add a popug: popug user add kesha --role worker
        ");
    }

    #[test]
    fn with_json_the_last_line_is_an_object() {
        let failure = Failure::new(Kind::NotFound, "there is no task 7");
        insta::assert_snapshot!(written(&failure, Format::Json), @r#"
        error: there is no task 7
        {"error":{"kind":"not_found","message":"there is no task 7","hint":null}}
        "#);
        assert_eq!(
            written(&failure, Format::Json),
            written(&failure, Format::Jsonl)
        );
    }

    #[test]
    fn a_message_cannot_move_the_cursor() {
        let failure = Failure::new(Kind::Usage, "no '\u{1b}[2J'\nsecond line");
        assert_eq!(
            written(&failure, Format::Csv),
            "error: no '\\u{1b}[2J'\n  second line\n"
        );
        let failure = Failure::new(Kind::Usage, "no '\u{9b}2J\u{202e}'");
        let json = r#"{"error":{"kind":"usage","message":"no '\u009b2J\u202e'","hint":null}}"#;
        assert!(written(&failure, Format::Json).ends_with(&format!("{json}\n")));
    }
}

//! How a failure ends the program: its exit code, and what is said about it on standard error.

use serde_json::json;

use crate::app::Refusal;
use crate::cli::output::{Format, Stderr, Tone};
use crate::kernel::address::without_passwords;
use crate::kernel::text::shown_json;

/// Tells `error: …` and `hint: …`, and as the last line the JSON object where the answer was to be
/// JSON.
///
/// What was mistyped is repeated, but no password in it.
pub fn tell(refusal: &Refusal, stderr: &mut Stderr<'_>, format: Format) {
    let refusal = Refusal {
        kind: refusal.kind,
        message: without_passwords(&refusal.message).into_owned(),
        hint: refusal
            .hint
            .as_deref()
            .map(|hint| without_passwords(hint).into_owned()),
    };
    stderr.labelled("error:", Tone::Bad, &refusal.message);
    if let Some(hint) = &refusal.hint {
        stderr.labelled("hint:", Tone::Strong, hint);
    }
    match format {
        Format::Table | Format::Csv => {}
        Format::Json | Format::Jsonl => {
            stderr.line(&shown_json(&json!({"error": refusal}).to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::kind::Kind;
    use crate::cli::output::{Notes, Paint};

    fn written(failure: &Refusal, format: Format) -> String {
        let mut sink = Vec::new();
        let mut stderr = Stderr::new(&mut sink, Paint::Plain, Notes::Kept);
        tell(failure, &mut stderr, format);
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
            assert_eq!(kind.exit_code(), code, "{kind}");
        }
    }

    #[test]
    fn a_failure_says_what_can_be_done() {
        let failure = Refusal::new(Kind::Conflict, "the pool is empty")
            .hint("add a popug: popug user add kesha --role worker");
        insta::assert_snapshot!(written(&failure, Format::Table), @r"
        error: the pool is empty
        hint: add a popug: popug user add kesha --role worker
        ");
    }

    #[test]
    fn with_json_the_last_line_is_an_object() {
        let failure = Refusal::new(Kind::NotFound, "there is no task 7");
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
        let failure = Refusal::new(Kind::Usage, "no '\u{1b}[2J'\nsecond line");
        assert_eq!(
            written(&failure, Format::Csv),
            "error: no '\\u{1b}[2J'\n  second line\n"
        );
        let failure = Refusal::new(Kind::Usage, "no '\u{9b}2J\u{202e}'");
        let json = r#"{"error":{"kind":"usage","message":"no '\u009b2J\u202e'","hint":null}}"#;
        assert!(written(&failure, Format::Json).ends_with(&format!("{json}\n")));
    }
}

//! Texts that are addresses with a password in them, or were to be ones.

use std::borrow::Cow;

/// What the value of is a password, in a URL and in a list of words.
const PARAMETER: &str = "password=";

/// What stands where a password may have stood.
const LEFT_OUT: &str = "…";

/// Whether a password may stand in a text: `user:password@…`, with or without a scheme, or as a
/// parameter.
pub fn may_hold_password(text: &str) -> bool {
    let rest = behind_slashes(text);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // A password that was written as it is may hold any letter, an @ or a slash as well.
    let users = [rest.split_once('@'), authority.rsplit_once('@')];
    let named = users
        .into_iter()
        .flatten()
        .any(|(user, _)| user.contains(':'));
    named || text.contains(PARAMETER)
}

/// Whether a text that is no URL looks more like one that was mistyped than like a path. Whoever
/// means a file can say so: `./NAME`.
pub fn is_nearly_one(text: &str) -> bool {
    let is_path = ["./", "../", "~/"].iter().any(|it| text.starts_with(it))
        || (text.starts_with('/') && !text.starts_with("//"));
    !is_path && (may_hold_password(text) || (text.contains("//") && text.contains('@')))
}

/// A text for people, with every word in it that may hold a password cut to what holds none.
pub fn without_passwords(text: &str) -> Cow<'_, str> {
    if !text.contains('@') && !text.contains(PARAMETER) {
        return Cow::Borrowed(text);
    }
    let words = text.split_inclusive(char::is_whitespace);
    Cow::Owned(words.map(without_password).collect())
}

fn without_password(word: &str) -> Cow<'_, str> {
    if !may_hold_password(word) {
        return Cow::Borrowed(word);
    }
    let mut shown = word.to_owned();
    if let Some((before, host)) = word.rsplit_once('@') {
        let is_quote = |it: char| !it.is_alphanumeric();
        let user = match behind_slashes(before) {
            all if all == before => before.trim_start_matches(is_quote),
            user => user,
        };
        let scheme = before.strip_suffix(user).unwrap_or_default();
        shown = format!("{scheme}{LEFT_OUT}@{host}");
    }
    if let Some((before, value)) = shown.split_once(PARAMETER) {
        let end = value.find(|it: char| it == '&' || it == '\'' || it.is_whitespace());
        let behind = end.and_then(|end| value.get(end..)).unwrap_or_default();
        shown = format!("{before}{PARAMETER}{LEFT_OUT}{behind}");
    }
    Cow::Owned(shown)
}

/// What follows the slashes of a URL; all of a text without any.
fn behind_slashes(text: &str) -> &str {
    text.split_once("//").map_or(text, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_seen_where_it_may_stand() {
        for text in [
            "postgres://u:sEEds@db.example/popug",
            "postgres//u:sEEds@h/db",
            "u:sEEds@h/db",
            "//u:s/EEds@h/db",
            "postgres://u:s@EEds@h/db",
            "db.example/popug?user=u&password=sEEds",
        ] {
            assert!(may_hold_password(text), "{text}");
        }
        for text in [
            "popug.db",
            "postgres://kesha@db.example:5432/popug",
            "/home/kesha@corp.example/popug.db",
            "./a:b.db",
        ] {
            assert!(!may_hold_password(text), "{text}");
        }
    }

    #[test]
    fn a_path_is_told_from_an_address_that_was_mistyped() {
        for text in [
            "postgres//u:sEEds@h/db",
            "postgres//u@h/db",
            "u:sEEds@h",
            "//u@h/db",
        ] {
            assert!(is_nearly_one(text), "{text}");
        }
        for text in [
            "popug.db",
            "kesha@home.db",
            "./u:sEEds@h",
            "/srv/a:b@c/popug.db",
            "~/a:b@c.db",
            "a//b.db",
        ] {
            assert!(!is_nearly_one(text), "{text}");
        }
    }

    #[test]
    fn what_is_told_holds_no_password() {
        for (text, told) in [
            (
                "there is no store at postgres//u:sEEds@h/db today",
                "there is no store at postgres//…@h/db today",
            ),
            ("'u:sEEds@h/db' is no file", "'…@h/db' is no file"),
            (
                "'postgres://u:s@EEds@h/db?password=sEEds&x=y'",
                "'postgres://…@h/db?password=…&x=y'",
            ),
            (
                "write to kesha@popug.example",
                "write to kesha@popug.example",
            ),
            ("at 10:30, by kesha@popug", "at 10:30, by kesha@popug"),
        ] {
            assert_eq!(without_passwords(text), told);
        }
    }
}

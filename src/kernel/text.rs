//! Text that people typed: checked where it comes in, made safe where it is shown.

use std::borrow::Cow;
use std::fmt::Write;

/// Why a text is not taken.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("{0} must not be empty")]
    Empty(&'static str),
    /// Longer than allowed.
    #[error("{what} has {length} characters; at most {most} are allowed")]
    TooLong {
        /// What the text is.
        what: &'static str,
        /// Its length in characters.
        length: usize,
        /// The most characters it may have.
        most: usize,
    },
    /// A character that moves a cursor, breaks a line or turns the reading direction.
    #[error("{what} must not contain the character U+{code:04X}")]
    Hostile {
        /// What the text is.
        what: &'static str,
        /// The character's code point.
        code: u32,
    },
}

/// One line of 1 to `most` characters, trimmed.
pub fn one_line(what: &'static str, text: &str, most: usize) -> Result<String, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty(what));
    }
    checked(what, text, most, is_hostile)
}

/// Up to `most` characters, with newlines and tabs; an end of line of Windows becomes a newline.
pub fn many_lines(what: &'static str, text: &str, most: usize) -> Result<String, TextError> {
    let text = text.replace("\r\n", "\n");
    let hostile = |c: char| is_hostile(c) && c != '\n' && c != '\t';
    checked(what, text.trim_end(), most, hostile)
}

fn checked(
    what: &'static str,
    text: &str,
    most: usize,
    hostile: impl Fn(char) -> bool,
) -> Result<String, TextError> {
    if let Some(c) = text.chars().find(|c| hostile(*c)) {
        let code = u32::from(c);
        return Err(TextError::Hostile { what, code });
    }
    let length = text.chars().count();
    if length > most {
        return Err(TextError::TooLong { what, length, most });
    }
    Ok(text.to_owned())
}

/// Control characters, line and paragraph separators, marks and overrides of the reading
/// direction, and invisible tags: none of them belongs into a line that others read.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text with everything hostile written as `\u{…}`, so that a terminal shows it instead of
/// obeying it.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hostile(c) {
            // Writing to a string cannot fail.
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// Folded for searching: lower case by the rules of Unicode, which no engine's `lower()` knows.
pub fn folded(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_could_move_the_cursor_is_refused() {
        for hostile in [
            "a\nb",
            "a\u{1b}[2Jb",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{0}b",
            "a\u{85}b",
        ] {
            let refused = one_line("a title", hostile, 200);
            assert!(
                matches!(refused, Err(TextError::Hostile { .. })),
                "{hostile:?}"
            );
        }
        assert_eq!(
            one_line("a title", "  👩‍🔬 Кеша ", 200).as_deref(),
            Ok("👩‍🔬 Кеша")
        );
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        assert!(one_line("a title", &"ж".repeat(200), 200).is_ok());
        assert!(one_line("a title", &"ж".repeat(201), 200).is_err());
        assert_eq!(
            one_line("a title", " \t ", 200),
            Err(TextError::Empty("a title"))
        );
    }

    #[test]
    fn a_description_may_have_lines() {
        assert_eq!(many_lines("it", "a\r\n\tb\n", 99).as_deref(), Ok("a\n\tb"));
        assert!(many_lines("it", "a\u{7}b", 99).is_err());
    }

    #[test]
    fn what_is_hostile_is_shown_harmless() {
        assert_eq!(shown("a\u{1b}[2J\u{202e}b"), "a\\u{1b}[2J\\u{202e}b");
        assert_eq!(shown("plain"), "plain");
    }
}

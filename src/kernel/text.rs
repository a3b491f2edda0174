//! Text that people typed: checked where it comes in, made safe where it is shown.

use std::borrow::Cow;
use std::fmt::Write;

use icu_normalizer::ComposingNormalizer;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Why a text is not taken.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("{0} must not be empty")]
    Empty(&'static str),
    /// Nothing that anybody could see: marks without a letter, joiners, fillers.
    #[error("{0} has no character that can be seen")]
    Invisible(&'static str),
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

/// One line of 1 to `most` characters, trimmed, that shows something.
pub fn one_line(what: &'static str, text: &str, most: usize) -> Result<String, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty(what));
    }
    checked(what, text, most, is_hostile)
}

/// Up to `most` characters, with newlines and tabs; an end of line of Windows becomes a newline.
/// It is empty or shows something.
pub fn many_lines(what: &'static str, text: &str, most: usize) -> Result<String, TextError> {
    let text = text.replace("\r\n", "\n");
    checked(what, text.trim_end(), most, is_hostile_in_lines)
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
    if !text.is_empty() && !text.chars().any(is_visible) {
        return Err(TextError::Invisible(what));
    }
    Ok(text.to_owned())
}

/// A symbol by its properties, and a cell without a dot.
const BRAILLE_BLANK: char = '\u{2800}';

/// What shows nothing by itself: marks want a letter before them.
const UNSEEN: GeneralCategoryGroup = GeneralCategoryGroup::Mark
    .union(GeneralCategoryGroup::Separator)
    .union(GeneralCategoryGroup::Control)
    .union(GeneralCategoryGroup::Format);

/// Whether a character shows something by itself.
pub fn is_visible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_graphic();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    c != BRAILLE_BLANK && !is_ignorable(c) && !UNSEEN.contains(category)
}

/// Whether a program may pass over a character as if it were not there: joiners, fillers,
/// selectors of variants, soft hyphens.
pub fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
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

fn is_hostile_in_lines(c: char) -> bool {
    is_hostile(c) && c != '\n' && c != '\t'
}

/// The text with everything hostile written as `\u{…}`, so that a terminal shows it instead of
/// obeying it.
pub fn shown(text: &str) -> Cow<'_, str> {
    escaped(text, is_hostile, |safe, c| {
        write!(safe, "\\u{{{:x}}}", u32::from(c))
    })
}

/// The same for a text of several lines: newlines and tabs stay.
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    escaped(text, is_hostile_in_lines, |safe, c| {
        write!(safe, "\\u{{{:x}}}", u32::from(c))
    })
}

/// JSON, written so that a terminal obeys nothing in it: the same value, with what is hostile as
/// `\uXXXX`. The line breaks in it are those between its values.
pub fn shown_json(json: &str) -> Cow<'_, str> {
    escaped(json, is_hostile_in_lines, |safe, c| {
        let mut units = [0; 2];
        let mut units = c.encode_utf16(&mut units).iter();
        units.try_for_each(|unit| write!(safe, "\\u{unit:04x}"))
    })
}

fn escaped(
    text: &str,
    hostile: impl Fn(char) -> bool,
    write: impl Fn(&mut String, char) -> std::fmt::Result,
) -> Cow<'_, str> {
    if !text.chars().any(&hostile) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if hostile(c) {
            // Writing to a string cannot fail.
            let _ = write(&mut safe, c);
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// Folded for searching: one form of what reads the same, without case and without what may be
/// passed over. `store upgrade` folds what is stored anew: whoever changes this adds a migration.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let normal = ComposingNormalizer::new_nfkc();
    let seen: String = text.chars().filter(|c| !is_ignorable(*c)).collect();
    let composed = normal.normalize(&seen);
    // By way of capitals, so that a sigma at a word's end is one like any other.
    let lower = composed.chars().flat_map(char::to_lowercase);
    let capitals = lower.flat_map(char::to_uppercase);
    let lower: String = capitals.flat_map(char::to_lowercase).collect();
    normal.normalize(&lower).into_owned()
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
    fn a_text_shows_something() {
        let unseen = [
            "\u{3164}",
            "\u{2800}",
            "\u{ad}",
            "\u{fe0f}",
            "\u{200d}",
            "\u{200c}",
            "\u{301}",
            "\u{115f}\u{1160}",
            "\u{ffa0}",
            "\u{34f}",
            "\u{20dd}",
            "\u{903}",
            "\u{180e}",
            "\u{e0100}",
            "\u{2800} \u{301}",
        ];
        for text in unseen {
            let refused = one_line("a title", text, 200);
            assert_eq!(refused, Err(TextError::Invisible("a title")), "{text:?}");
            assert!(many_lines("it", &format!("\n{text}"), 200).is_err());
        }
        for text in [
            "e\u{301}",
            "❤\u{fe0f}",
            "\u{2801}",
            "ก็",
            "1",
            "\u{e000}",
            "🦜",
        ] {
            assert!(one_line("a title", text, 200).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn what_reads_the_same_folds_to_the_same() {
        let same = [
            ["Caf\u{e9}", "CAFE\u{301}"],
            ["ΟΔΟΣ", "οδος"],
            ["straße", "STRASSE"],
            ["ẞ", "ß"],
            ["ﬁle №5", "FILE No5"],
            ["Ｐｏｐｕｇ", "popug"],
            ["Попуг", "попуГ"],
            ["soft\u{ad}ware", "Software"],
        ];
        for [one, other] in same {
            assert_eq!(folded(one), folded(other));
        }
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
        assert_eq!(shown_lines("a\n\tb\r\u{9b}"), "a\n\tb\\u{d}\\u{9b}");
    }

    #[test]
    fn json_that_is_shown_is_the_same_value() {
        let text = "a\u{7f}\u{9b}2J\u{202e}\n\"\\\u{e0041}é";
        let json = serde_json::Value::from(text).to_string();
        let safe = shown_json(&json);
        assert!(!safe.contains(is_hostile), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("JSON"), text);
    }
}

//! How wide text is on a terminal, and where it can be cut.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that the text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in at most `most` columns; what is cut off leaves a `…`. No character that a person
/// sees as one is cut in two.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if width(text) <= most {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut taken = 1;
    for grapheme in text.graphemes(true) {
        taken += width(grapheme);
        if taken > most {
            break;
        }
        kept.push_str(grapheme);
    }
    if most > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// The text broken at spaces into lines of at most `most` columns. A longer word stays whole, so
/// that a path can be copied.
pub fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_between_words_and_a_long_word_stays_whole() {
        assert_eq!(broken("one two three", 7), ["one two", "three"]);
        assert_eq!(
            broken("of /srv/popug.db there", 8),
            ["of", "/srv/popug.db", "there"]
        );
        assert_eq!(broken("two  spaces", 80), ["two  spaces"]);
        assert_eq!(broken("", 80), [""]);
    }

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(cut("perch", 5), "perch");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn what_is_cut_is_no_wider_than_asked() {
        for text in [
            "Oil the perch",
            "鸚鵡鸚鵡鸚鵡",
            "👩‍🔬👩‍🔬👩‍🔬",
            "🇦🇲🇦🇲🇦🇲",
            "e\u{301}e\u{301}e\u{301}e\u{301}",
        ] {
            for most in 0..8 {
                let cut = cut(text, most);
                assert!(width(&cut) <= most, "{text} in {most}: {cut}");
            }
        }
    }

    #[test]
    fn a_wide_character_is_not_cut_in_two() {
        assert_eq!(cut("Oil the perch", 5), "Oil …");
        assert_eq!(cut("鸚鵡鸚", 5), "鸚鵡…");
        assert_eq!(cut("鸚鵡鸚", 4), "鸚…");
        assert_eq!(cut("👩‍🔬👩‍🔬👩‍🔬", 5), "👩‍🔬👩‍🔬…");
    }
}

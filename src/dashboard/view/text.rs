//! Text for cells: harmless, and as wide as there is room.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::kernel::text::shown;
use crate::kernel::width::{cut, width};

/// The text in exactly so many columns, at their left end.
pub fn left(text: &str, columns: usize) -> String {
    let text = shown(text);
    let text = cut(&text, columns);
    let blank = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(blank))
}

/// The text in exactly so many columns, at their right end.
pub fn right(text: &str, columns: usize) -> String {
    let text = shown(text);
    let text = cut(&text, columns);
    let blank = columns.saturating_sub(width(&text));
    format!("{}{text}", " ".repeat(blank))
}

/// A piece of text, shown harmless.
pub fn span(text: &str, style: Style) -> Span<'static> {
    Span::styled(shown(text).into_owned(), style)
}

/// The text broken into lines of at most so many columns, between words where it can be.
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        for line in crate::kernel::width::broken(&shown(paragraph), columns) {
            lines.extend(pieces(&line, columns));
        }
    }
    lines
}

/// A word that is longer than the line is cut.
fn pieces(line: &str, columns: usize) -> Vec<String> {
    use unicode_segmentation::UnicodeSegmentation;
    let mut pieces = vec![String::new()];
    let mut taken = 0;
    for grapheme in line.graphemes(true) {
        let wide = width(grapheme);
        if taken + wide > columns && taken > 0 {
            pieces.push(String::new());
            taken = 0;
        }
        if let Some(last) = pieces.last_mut() {
            last.push_str(grapheme);
        }
        taken += wide;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_fills_its_columns_whatever_stands_in_it() {
        for text in [
            "oil",
            "鸚鵡鸚鵡",
            "👩‍🔬👩‍🔬👩‍🔬",
            "a\u{1b}[2Jb",
            "e\u{301}e\u{301}e\u{301}",
        ] {
            for columns in 0..9 {
                assert_eq!(width(&left(text, columns)), columns, "{text} in {columns}");
                assert_eq!(width(&right(text, columns)), columns, "{text} in {columns}");
            }
        }
    }

    #[test]
    fn text_is_wrapped_between_words_and_a_long_word_is_cut() {
        assert_eq!(wrapped("oil the perch", 8), ["oil the", "perch"]);
        assert_eq!(wrapped("鸚鵡鸚鵡", 5), ["鸚鵡", "鸚鵡"]);
        assert_eq!(wrapped("a\nb", 5), ["a", "b"]);
        assert_eq!(wrapped("", 5), [""]);
    }
}

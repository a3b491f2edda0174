//! Text set in columns, as wide as a terminal shows it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest line.
pub const COLUMNS: usize = 72;
/// `09:14`, or `24 Nov` for what happened on another date than the line's day.
const WHEN: usize = 6;
/// The longest of the words for what happened.
const WHAT: usize = 8;
/// Between two columns.
const GAP: usize = 2;
/// The least that is left for titles and reasons, however long the amounts.
const LEAST: usize = 12;

/// The columns of a letter: when, what, about what, and two of money as wide as they must be.
pub struct Columns {
    /// How wide the longest change is.
    pub change: usize,
    /// How wide the longest balance is.
    pub balance: usize,
}

impl Columns {
    /// A line whose words take the place of two columns.
    pub fn total(&self, words: &str, change: &str, balance: &str) -> String {
        let wide = WHAT + GAP + self.about();
        let gap = " ".repeat(GAP);
        [
            left("", WHEN),
            left(&cut(words, wide), wide),
            right(change, self.change),
            right(balance, self.balance),
        ]
        .join(&gap)
    }

    /// What is left for titles and reasons.
    pub fn about(&self) -> usize {
        let taken = WHEN + WHAT + self.change + self.balance + 4 * GAP;
        COLUMNS.saturating_sub(taken).max(LEAST)
    }

    /// A line with something in each of its columns.
    pub fn row(&self, when: &str, what: &str, about: &str, change: &str, balance: &str) -> String {
        let gap = " ".repeat(GAP);
        [
            left(when, WHEN),
            left(what, WHAT),
            left(about, self.about()),
            right(change, self.change),
            right(balance, self.balance),
        ]
        .join(&gap)
    }
}

/// Padded to `width` columns, the text in front.
fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Padded to `width` columns, the text at the end.
fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

/// As much as fits into `width` columns, with an ellipsis where something is left out.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let (kept, _) = split(text, width.saturating_sub(1));
    format!("{}…", kept.trim_end())
}

/// The longest beginning that fits into `width` columns, and the rest.
fn split(text: &str, width: usize) -> (&str, &str) {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, c)| {
        taken += c.width().unwrap_or(0);
        taken > width
    });
    text.split_at(end.map_or(text.len(), |(index, _)| index))
}

/// Broken at spaces into lines of `width` columns; a longer word is broken within.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while rest.width() > width {
        let (head, tail) = split(rest, width);
        let broken = head.rfind(' ').filter(|_| !tail.starts_with(' '));
        let end = broken.unwrap_or(head.len());
        // A single character that is wider than the line still has to go somewhere.
        let end = end.max(rest.chars().next().map_or(0, char::len_utf8));
        let (line, more) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = more.trim_start();
    }
    if !rest.is_empty() {
        lines.push(rest.to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_reason_is_wrapped_and_a_long_title_cut() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(wrapped("鸚鵡", 1), ["鸚", "鵡"]);
        assert_eq!(cut("Oil the perch", 8), "Oil the…");
        assert_eq!(cut("Oil", 3), "Oil");
    }
}

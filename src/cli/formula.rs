//! Cells of CSV that a spreadsheet would take for formulas, behind an apostrophe: written by the
//! output, taken off by the imports.

use std::borrow::Cow;

/// With the guard where the text needs one. What begins with apostrophes and a formula's sign gets
/// one more, so that every text has a cell of its own.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(is_sign) {
        return Cow::Owned(format!("'{text}"));
    }
    Cow::Borrowed(text)
}

/// Without the guard, where there is one.
pub fn unguarded(cell: &str) -> &str {
    let text = cell.strip_prefix('\'');
    let text = text.filter(|it| it.trim_start_matches('\'').starts_with(is_sign));
    text.unwrap_or(cell)
}

const fn is_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_and_every_text_has_its_own() {
        for text in [
            "=1+1", "'=1+1", "''-x", "+1", "-1", "@SUM(A1)", "\tx", "\rx",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["a=b", "", "'", "'a", "''", "1", "O'Hara"] {
            assert_eq!((guarded(text).as_ref(), unguarded(text)), (text, text));
        }
    }
}

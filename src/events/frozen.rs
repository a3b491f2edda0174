//! How stored texts were read when they were written. Copies, which never change, of what requests
//! are read by: that may grow stricter or take more, and what a log holds stays what it was.

use std::fmt::Write;

/// The project and the number of a ticket in front of a line, and the title behind it; `None`
/// where there is no ticket, no title, or a second ticket.
pub fn ticket_and_title(line: &str) -> Option<(&str, &str)> {
    let (ticket, title) = in_front(line)?;
    let fits = !title.is_empty() && in_front(title).is_none();
    fits.then_some((ticket, title))
}

fn in_front(text: &str) -> Option<(&str, &str)> {
    if let Some(bracketed) = text.strip_prefix('[') {
        let (inner, rest) = bracketed.split_once(']')?;
        return is_ticket(inner).then(|| (inner, rest.trim_start()));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (word, rest) = text.split_at(end.unwrap_or(text.len()));
    if !is_ticket(word) {
        return None;
    }
    let rest = rest.trim_start();
    if rest.is_empty() {
        return Some((word, rest));
    }
    let behind_hyphen = rest.strip_prefix('-');
    let behind_hyphen = behind_hyphen.filter(|it| it.is_empty() || it.starts_with(' '));
    let title = behind_hyphen.or_else(|| rest.strip_prefix('—'))?;
    Some((word, title.trim_start()))
}

fn is_ticket(text: &str) -> bool {
    let Some((project, number)) = text.split_once('-') else {
        return false;
    };
    let fits = |c: u8| c.is_ascii_uppercase() || c.is_ascii_digit();
    (1..=16).contains(&project.len())
        && project.starts_with(|c: char| c.is_ascii_uppercase())
        && project.bytes().all(fits)
        && (1..=9).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// The text with everything written as `\u{…}` that a terminal could obey.
pub fn shown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hostile(c) {
            // Writing to a string cannot fail.
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

fn is_hostile(c: char) -> bool {
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

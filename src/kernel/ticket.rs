//! Tickets, and how one is split off a title (T3).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// A ticket of some tracker: `[A-Z][A-Z0-9]{0,15}-[0-9]{1,9}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Ticket(String);

/// Why a text is no ticket, or a title cannot be split.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    /// Not of the form that tickets have.
    #[error("'{0}' is no ticket; a ticket looks like POPUG-42")]
    Shape(String),
    /// A ticket, and nothing behind it.
    #[error("there is no title behind the ticket {0}")]
    NoTitle(Ticket),
    /// Two tickets in front.
    #[error("there is a second ticket, {second}, behind {first}; a task has one")]
    Second {
        /// The one in front.
        first: Ticket,
        /// The one behind it.
        second: Ticket,
    },
}

impl Ticket {
    /// The ticket as it is stored and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Ticket {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || TicketError::Shape(text.to_owned());
        let (project, number) = text.split_once('-').ok_or_else(wrong)?;
        let project_fits = (1..=16).contains(&project.len())
            && project.starts_with(|c: char| c.is_ascii_uppercase())
            && project
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let number_fits =
            (1..=9).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        if project_fits && number_fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(wrong())
        }
    }
}

impl<'de> Deserialize<'de> for Ticket {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A title without the ticket that stood in front of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<'a> {
    /// The ticket, if there was one.
    pub ticket: Option<Ticket>,
    /// What is left, trimmed; never empty behind a ticket.
    pub title: &'a str,
}

/// Splits `[POPUG-42] Oil the perch`, `POPUG-42 - Oil the perch` or `POPUG-42 — Oil the perch`.
/// Any other bracket is text.
pub fn split(text: &str) -> Result<Split<'_>, TicketError> {
    let text = text.trim();
    let Some((first, title)) = in_front(text) else {
        return Ok(Split {
            ticket: None,
            title: text,
        });
    };
    if title.is_empty() {
        return Err(TicketError::NoTitle(first));
    }
    if let Some((second, _)) = in_front(title) {
        return Err(TicketError::Second { first, second });
    }
    Ok(Split {
        ticket: Some(first),
        title,
    })
}

/// The ticket that a text begins with, and what follows it.
fn in_front(text: &str) -> Option<(Ticket, &str)> {
    if let Some(bracketed) = text.strip_prefix('[') {
        let (inner, rest) = bracketed.split_once(']')?;
        return Some((inner.parse().ok()?, rest.trim_start()));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (word, rest) = text.split_at(end.unwrap_or(text.len()));
    let ticket: Ticket = word.parse().ok()?;
    let rest = rest.trim_start();
    if rest.is_empty() {
        return Some((ticket, rest));
    }
    let behind_hyphen = rest.strip_prefix('-');
    let behind_hyphen = behind_hyphen.filter(|it| it.is_empty() || it.starts_with(' '));
    let title = behind_hyphen.or_else(|| rest.strip_prefix('—'))?;
    Some((ticket, title.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Option<String>, String) {
        let split = split(text).expect("a title");
        let ticket = split.ticket.map(|ticket| ticket.to_string());
        (ticket, split.title.to_owned())
    }

    #[test]
    fn a_ticket_in_front_is_split_off() {
        let oil = (Some("POPUG-42".to_owned()), "Oil the perch".to_owned());
        for text in [
            "[POPUG-42] Oil the perch",
            " [POPUG-42]Oil the perch ",
            "POPUG-42 - Oil the perch",
            "POPUG-42 — Oil the perch",
            "POPUG-42—Oil the perch",
        ] {
            assert_eq!(parts(text), oil, "{text}");
        }
    }

    #[test]
    fn other_brackets_are_text() {
        for text in [
            "[urgent] Oil the perch",
            "[popug-42] Oil",
            "Oil [POPUG-42] the perch",
            "POPUG-42 Oil the perch",
            "POPUG-42-x - Oil",
            "POPUG-42 -Oil",
            "[POPUG-42",
            "[ABCDEFGHIJKLMNOPQ-1] Oil",
            "[POPUG-1234567890] Oil",
            "Say — hello",
        ] {
            assert_eq!(parts(text), (None, text.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_ticket_needs_a_title() {
        for text in [
            "[POPUG-42]",
            "[POPUG-42]  ",
            "POPUG-42",
            "POPUG-42 -",
            "POPUG-42 — ",
        ] {
            assert!(
                matches!(split(text), Err(TicketError::NoTitle(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn two_tickets_are_one_too_many() {
        for text in [
            "[A-1] [B-2] Oil",
            "[A-1] B-2 - Oil",
            "A-1 - B-2 — Oil",
            "[A-1] B-2",
        ] {
            assert!(
                matches!(split(text), Err(TicketError::Second { .. })),
                "{text}"
            );
        }
    }
}

//! A task and its text.

use serde::{Deserialize, Serialize};

use crate::kernel::day::Day;
use crate::kernel::ids::{DrawId, TaskId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::text;
use crate::kernel::ticket::{self, Ticket};
use crate::tasks::TaskError;

/// Characters of a title, the ticket not counted.
const TITLE: usize = 200;
/// Characters of a description.
const DESCRIPTION: usize = 10_000;

/// Whether a task is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// To be done.
    Open,
    /// Done, for good.
    Closed,
}

/// A task as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TaskView {
    /// Its number.
    pub id: TaskId,
    /// What is to be done.
    pub title: String,
    /// Where it came from.
    pub ticket: Option<Ticket>,
    /// What else is to be known.
    pub description: Option<String>,
    /// Whether it is to be done.
    pub status: Status,
    /// Who made it.
    pub author: UserName,
    /// Who got it.
    pub assignee: UserName,
    /// When it was made.
    pub created_at: Moment,
    /// When it was last assigned.
    pub assigned_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// What being assigned it costs; null until it is priced.
    pub fee_cents: Option<Money>,
    /// What closing it earns; null until it is priced.
    pub reward_cents: Option<Money>,
}

/// One time that a task was assigned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Assignment {
    /// When.
    pub at: Moment,
    /// On which calendar day.
    pub day: Day,
    /// Who got it.
    pub assignee: UserName,
    /// What that cost; null until the task is priced.
    pub fee_cents: Option<Money>,
    /// The draw that chose.
    pub draw: DrawId,
    /// Who had it drawn.
    pub by: String,
}

/// A task with what its rules need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The task as it is seen.
    pub view: TaskView,
    /// The author's id.
    pub author: UserId,
    /// The assignee's id.
    pub assignee: UserId,
}

impl Task {
    /// The rule of closing: it is open, and it is yours (T6).
    pub fn check_closable(&self, by: UserId) -> Result<(), TaskError> {
        let task = self.view.id;
        if self.assignee != by {
            let assignee = self.view.assignee.clone();
            return Err(TaskError::NotYours { task, assignee });
        }
        match self.view.status {
            Status::Closed => Err(TaskError::ClosedAlready(task)),
            Status::Open => Ok(()),
        }
    }

    /// The rule of editing for whoever may not edit any task.
    pub fn check_editable(&self, by: Option<UserId>) -> Result<(), TaskError> {
        if by == Some(self.author) || by == Some(self.assignee) {
            return Ok(());
        }
        Err(TaskError::NotYoursToEdit {
            task: self.view.id,
            author: self.view.author.clone(),
            assignee: self.view.assignee.clone(),
        })
    }
}

/// What a task says: ticket, title and description, each checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The ticket.
    pub ticket: Option<Ticket>,
    /// One line of 1 to 200 characters.
    pub title: String,
    /// Up to 10,000 characters; none where it would be empty.
    pub description: Option<String>,
}

impl Wording {
    /// From what was typed: a ticket in front of the title is split off (T3).
    pub fn parse(
        title: &str,
        ticket: Option<&str>,
        description: Option<&str>,
    ) -> Result<Self, TaskError> {
        let (in_title, title) = split_title(title)?;
        let given = ticket.map(str::parse::<Ticket>).transpose()?;
        let ticket = match (in_title, given) {
            (Some(in_title), Some(given)) => {
                return Err(TaskError::TwoTickets { in_title, given });
            }
            (in_title, given) => in_title.or(given),
        };
        let description = description.map(parse_description).transpose()?.flatten();
        Ok(Self {
            ticket,
            title,
            description,
        })
    }

    /// With the changes of an edit; an empty ticket or description clears it.
    pub fn edited(
        mut self,
        title: Option<&str>,
        ticket: Option<&str>,
        description: Option<&str>,
    ) -> Result<Self, TaskError> {
        if let Some(description) = description {
            self.description = parse_description(description)?;
        }
        let in_title = match title {
            None => None,
            Some(title) => {
                let (in_title, title) = split_title(title)?;
                self.title = title;
                in_title
            }
        };
        let given = match ticket {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(text.parse::<Ticket>()?)),
        };
        match (in_title, given) {
            (Some(in_title), Some(Some(given))) => {
                return Err(TaskError::TwoTickets { in_title, given });
            }
            (Some(in_title), _) => self.ticket = Some(in_title),
            (None, Some(given)) => self.ticket = given,
            (None, None) => {}
        }
        Ok(self)
    }

    /// What a search looks at, folded to lower case; the title first, so that it sorts by it.
    pub fn folded(&self) -> String {
        let ticket = self.ticket.as_ref().map_or("", Ticket::as_str);
        let description = self.description.as_deref().unwrap_or_default();
        text::folded(&format!("{}\n{ticket}\n{description}", self.title))
    }
}

fn split_title(title: &str) -> Result<(Option<Ticket>, String), TaskError> {
    // Checked as a whole first, so that what is split off hides nothing.
    let whole = text::one_line("the title", title, usize::MAX)?;
    let split = ticket::split(&whole)?;
    let title = text::one_line("the title", split.title, TITLE)?;
    Ok((split.ticket, title))
}

fn parse_description(description: &str) -> Result<Option<String>, TaskError> {
    let description = text::many_lines("the description", description, DESCRIPTION)?;
    Ok((!description.is_empty()).then_some(description))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wording(title: &str, ticket: Option<&str>) -> Result<Wording, TaskError> {
        Wording::parse(title, ticket, None)
    }

    #[test]
    fn a_ticket_comes_from_the_title_or_beside_it() {
        let oil = wording("[POPUG-42] Oil the perch", None).expect("fits");
        assert_eq!(
            wording("Oil the perch", Some("POPUG-42")).expect("fits"),
            oil
        );
        assert_eq!(oil.folded(), "oil the perch\npopug-42\n");
        assert!(matches!(
            wording("[POPUG-42] Oil the perch", Some("POPUG-43")),
            Err(TaskError::TwoTickets { .. })
        ));
    }

    #[test]
    fn a_title_has_one_to_two_hundred_characters_behind_its_ticket() {
        assert!(wording(&format!("[POPUG-42] {}", "ж".repeat(200)), None).is_ok());
        assert!(wording(&"ж".repeat(201), None).is_err());
        assert!(wording(&"x".repeat(10_000), None).is_err());
        assert!(wording("   ", None).is_err());
        assert!(wording("a\u{202e}b", None).is_err());
        assert!(wording("[POPUG-42]\u{1b}[2J x", None).is_err());
    }

    #[test]
    fn an_edit_changes_what_it_names() {
        let oil = Wording::parse("[A-1] Oil", None, Some("with care")).expect("fits");
        let retitled = oil
            .clone()
            .edited(Some("Oil all"), None, None)
            .expect("fits");
        assert_eq!(retitled.ticket, oil.ticket);
        assert_eq!(retitled.description.as_deref(), Some("with care"));
        let moved = oil
            .clone()
            .edited(Some("B-2 - Oil"), None, Some(""))
            .expect("fits");
        assert_eq!(moved.ticket.expect("a ticket").as_str(), "B-2");
        assert_eq!(moved.description, None);
        assert_eq!(
            oil.clone()
                .edited(None, Some(""), None)
                .expect("fits")
                .ticket,
            None
        );
        assert!(oil.edited(Some("B-2 - Oil"), Some("C-3"), None).is_err());
    }
}

//! The rows of an import: checked as they come in, and put aside before the write.
//!
//! A row is put aside as a line of JSON with the same fields whatever file it came from, so the
//! same rows have the same content; a remote door streams these very lines.

use serde::{Deserialize, Serialize};

use crate::kernel::text;
use crate::kernel::ticket::Ticket;
use crate::store::{Hash, Place, Spool, Spooling};
use crate::tasks::TaskError;
use crate::tasks::model::Wording;

/// Characters of a row's key.
const KEY: usize = 200;

/// The fields that a row has, the one that it must have first.
pub const ROW_FIELDS: [&str; 4] = ["title", "ticket", "description", "key"];

/// A row as it was written by somebody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenRow {
    /// The title, perhaps with a ticket in front.
    pub title: String,
    /// The ticket, where it does not stand in front of the title.
    pub ticket: Option<String>,
    /// The longer description.
    pub description: Option<String>,
    /// What the row is called where it comes from.
    pub key: Option<String>,
}

/// A row that was checked.
#[derive(Debug, Serialize, Deserialize)]
pub struct Row {
    /// What it is called where it comes from.
    pub key: Option<String>,
    ticket: Option<Ticket>,
    title: String,
    description: Option<String>,
}

impl Row {
    /// What the task says.
    pub fn into_wording(self) -> Wording {
        Wording {
            ticket: self.ticket,
            title: self.title,
            description: self.description,
        }
    }
}

impl GivenRow {
    /// By the rules of a task that is added (T3).
    fn checked(self) -> Result<Row, TaskError> {
        let (ticket, description) = (self.ticket.as_deref(), self.description.as_deref());
        let wording = Wording::parse(&self.title, ticket, description)?;
        let key = self.key.as_deref();
        let key = key.map(|key| text::one_line("the key", key, KEY));
        Ok(Row {
            key: key.transpose()?,
            ticket: wording.ticket,
            title: wording.title,
            description: wording.description,
        })
    }
}

/// Rows on their way in.
pub struct Gathering(Spooling);

impl Gathering {
    /// Begins, beside the store that they are for.
    pub fn beside(place: &Place) -> Result<Self, TaskError> {
        Ok(Self(Spooling::beside(place)?))
    }

    /// Checks a row and puts it aside.
    pub fn push(&mut self, row: GivenRow) -> Result<(), TaskError> {
        let row = row.checked()?;
        let line = serde_json::to_string(&row).map_err(TaskError::Row)?;
        Ok(self.0.push(&line)?)
    }

    /// Ends; these are all.
    pub fn end(self) -> Result<Rows, TaskError> {
        Ok(Rows(self.0.end()?))
    }
}

/// Rows that were checked, out of sight of everybody else.
#[derive(Clone, Debug)]
pub struct Rows(Spool);

impl Rows {
    /// How many there are.
    pub const fn count(&self) -> u64 {
        self.0.lines()
    }

    /// What they say, as SHA-256.
    pub const fn content(&self) -> Hash {
        self.0.content()
    }

    /// Visits every row in turn.
    pub fn each(
        &self,
        mut visit: impl FnMut(Row) -> Result<(), TaskError>,
    ) -> Result<(), TaskError> {
        self.0
            .each(|line| visit(serde_json::from_str(line).map_err(TaskError::Row)?))
    }
}

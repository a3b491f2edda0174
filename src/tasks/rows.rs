//! The rows of an import: checked as they come in, and put aside before the write.
//!
//! A row is put aside as a line of JSON with the same fields whatever file it came from, so the
//! same rows have the same content; a remote door streams these very lines.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::kernel::text;
use crate::kernel::ticket::Ticket;
use crate::store::{Hash, Place, Spool, Spooling};
use crate::tasks::TaskError;
use crate::tasks::model::Wording;

/// Characters of a row's key.
const KEY: usize = 200;

/// The fields that a row has, the one that it must have first.
pub const ROW_FIELDS: [&str; 4] = ["title", "ticket", "description", "key"];

/// What popug tells of a task beside that, and what an import has no use for.
pub const OTHER_FIELDS: [&str; 11] = [
    "id",
    "status",
    "author",
    "assignee",
    "created_at",
    "assigned_at",
    "closed_at",
    "fee_cents",
    "reward_cents",
    "balance_cents",
    "assignments",
];

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
pub struct Gathering {
    spooling: Spooling,
    keyed: Vec<KeyedLine>,
}

/// A key and what its row says, as parts of their hashes: 16 bytes, however long both are. They lie
/// in the order of keys, then lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct KeyedLine {
    key: u64,
    line: u32,
    says: u32,
}

impl KeyedLine {
    fn new(line: u64, key: &str, row: &str) -> Self {
        Self {
            key: digest(key),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            says: u32::try_from(digest(row) >> 32).unwrap_or_default(),
        }
    }

    fn contradicts(self, other: Self) -> bool {
        self.key == other.key && self.says != other.says
    }
}

fn digest(text: &str) -> u64 {
    let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let [a, b, c, d, e, f, g, h, ..] = digest;
    u64::from_be_bytes([a, b, c, d, e, f, g, h])
}

impl Gathering {
    /// Begins, beside the store that they are for.
    pub fn beside(place: &Place) -> Result<Self, TaskError> {
        Ok(Self {
            spooling: Spooling::beside(place)?,
            keyed: Vec::new(),
        })
    }

    /// Checks the row of a line and puts it aside.
    pub fn push(&mut self, line: u64, row: GivenRow) -> Result<(), TaskError> {
        let row = row.checked()?;
        let text = serde_json::to_string(&row).map_err(TaskError::Row)?;
        if let Some(key) = &row.key {
            self.keyed.push(KeyedLine::new(line, key, &text));
        }
        Ok(self.spooling.push(&text)?)
    }

    /// Ends; these are all. Two that say different things are not meant by one key.
    pub fn end(mut self) -> Result<Rows, TaskError> {
        self.keyed.sort_unstable();
        let mut pairs = self.keyed.iter().zip(self.keyed.iter().skip(1));
        if let Some((one, other)) = pairs.find(|(one, other)| one.contradicts(**other)) {
            return Err(TaskError::TwoRows {
                lines: [one.line, other.line],
            });
        }
        Ok(Rows(self.spooling.end()?))
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

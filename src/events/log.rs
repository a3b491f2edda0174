//! Appending to the log, and what is read from it.

use crate::events::{Event, EventName, chain, sql, upcast};
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::{Hash, Read, StoreError, Write};

/// Why an event cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An event of a name that this program does not know.
    #[error("event {seq} has the unknown name '{name}'")]
    UnknownName {
        /// Its place.
        seq: Seq,
        /// Its name.
        name: String,
    },
    /// A version that this program does not know.
    #[error("there is no version {version} of {name}")]
    UnknownVersion {
        /// Its name.
        name: EventName,
        /// Its version.
        version: i64,
    },
    /// Data that does not fit the schema.
    #[error("{name} does not fit its schema: {reason}")]
    Shape {
        /// Its name.
        name: EventName,
        /// What does not fit.
        reason: String,
    },
    /// A consumer that a request needs has not heard everything.
    #[error("{consumer} cannot take in the log through event {through}: {reason}")]
    Unheard {
        /// The consumer.
        consumer: &'static str,
        /// The end of what it was given.
        through: Seq,
        /// Why.
        reason: String,
    },
    /// There is no such event.
    #[error("there is no event {0}")]
    Unknown(Seq),
    /// An event of which there is no schema.
    #[error("there is no schema of {name} version {version}")]
    NoSchema {
        /// Its name.
        name: String,
        /// Its version.
        version: i64,
    },
}

/// A row of the log, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its place.
    pub seq: Seq,
    /// Its name.
    pub name: String,
    /// The version of its data.
    pub version: i64,
    /// What it is about.
    pub subject: String,
    /// Who says it.
    pub producer: String,
    /// When.
    pub occurred_at: Moment,
    /// Who acted.
    pub actor: String,
    /// The event that led to it.
    pub cause: Option<Seq>,
    /// Its data: JSON, byte for byte as it was written.
    pub data: String,
    /// Its hash in the chain.
    pub hash: Hash,
}

/// An event as a consumer hears it: in the newest shape, whatever version was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its place.
    pub seq: Seq,
    /// When it happened.
    pub at: Moment,
    /// Who acted.
    pub actor: String,
    /// The event itself.
    pub event: Event,
}

impl Stored {
    /// The event in its newest shape.
    pub fn heard(&self) -> Result<Heard, LogError> {
        let unknown = |_| LogError::UnknownName {
            seq: self.seq,
            name: self.name.clone(),
        };
        let name: EventName = self.name.parse().map_err(unknown)?;
        let event = upcast::read(name, self.version, &self.data)?;
        let actor = self.actor.clone();
        Ok(Heard {
            seq: self.seq,
            at: self.occurred_at,
            actor,
            event,
        })
    }
}

/// Visits the whole log in its newest shapes, oldest first. What cannot be read is passed over: it
/// is found by the check of the log itself.
pub fn each_heard<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(Heard) -> Result<(), E>,
) -> Result<(), E> {
    sql::each_stored(read, |stored| stored.heard().map_or(Ok(()), &mut visit))
}

/// Appending, for whoever has an open write.
pub trait Append {
    /// Appends an event; answers its place and its hash.
    fn append(&mut self, event: impl Into<Event>) -> Result<(Seq, Hash), LogError>;

    /// Appends many events, in their order, each with the event that led to it; answers the place
    /// of the first.
    fn append_many(
        &mut self,
        events: impl IntoIterator<Item = (Event, Option<Seq>)>,
    ) -> Result<Seq, LogError>;
}

impl Append for Write<'_> {
    fn append(&mut self, event: impl Into<Event>) -> Result<(Seq, Hash), LogError> {
        let cause = self.cause();
        self.append_many([(event.into(), cause)])?;
        let head = self.head();
        Ok((head.seq, head.hash))
    }

    fn append_many(
        &mut self,
        events: impl IntoIterator<Item = (Event, Option<Seq>)>,
    ) -> Result<Seq, LogError> {
        let first = self.head().seq.next();
        let mut rows = Vec::new();
        for (event, cause) in events {
            rows.push(next(self, &event, cause)?);
        }
        sql::insert(self, rows)?;
        Ok(first)
    }
}

/// Numbers and chains an event behind the head, and moves the head to it.
fn next(tx: &mut Write<'_>, event: &Event, cause: Option<Seq>) -> Result<Stored, LogError> {
    let name = event.name();
    let before = tx.head();
    let data = event.to_json();
    let data = data.map_err(|error| LogError::Shape {
        name,
        reason: error.to_string(),
    })?;
    let mut stored = Stored {
        seq: before.seq.next(),
        name: name.as_str().to_owned(),
        version: name.newest(),
        subject: event.subject().to_string(),
        producer: name.producer().to_owned(),
        occurred_at: tx.now(),
        actor: tx.actor().to_string(),
        cause,
        data,
        hash: Hash::ZERO,
    };
    stored.hash = chain::hash(&before.hash, &stored);
    tx.advance(stored.seq, stored.hash);
    Ok(stored)
}

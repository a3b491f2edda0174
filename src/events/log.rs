//! Appending to the log, and what is read from it.

use std::collections::HashMap;

use crate::events::event::Subject;
use crate::events::stored::Stored;
use crate::events::{Event, EventName, LetterState, chain, sql, upcast};
use crate::kernel::ids::{DeadLetterId, Seq, TaskId};
use crate::kernel::moment::Moment;
use crate::kernel::pieces::Pieces;
use crate::store::{Hash, Head, Read, StoreError, Write};

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
    /// A consumer that a request needs has more to hear than a command's transaction takes.
    #[error("{consumer} is {events} events behind")]
    Behind {
        /// The consumer.
        consumer: &'static str,
        /// How many events.
        events: i64,
    },
    /// A consumer that a request needs has stopped.
    #[error("{0} has stopped: it could not take in a hundred events in a row")]
    Stopped(&'static str),
    /// There is no such event.
    #[error("there is no event {0}")]
    Unknown(Seq),
    /// There is no such dead letter.
    #[error("there is no dead letter {0}")]
    NoLetter(DeadLetterId),
    /// A letter that is not dead: it waits behind another, or was dealt with.
    #[error("letter {id} is {state}, not dead")]
    NotDead {
        /// The letter.
        id: DeadLetterId,
        /// What it is.
        state: LetterState,
    },
    /// An event of which there is no schema.
    #[error("there is no schema of {name} version {version}")]
    NoSchema {
        /// Its name.
        name: EventName,
        /// Its version.
        version: i64,
    },
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
            name: self.name.clone().into_owned(),
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

/// The same for events of some names, which is quick where they are few.
pub fn each_of<E: From<StoreError>>(
    read: &Read<'_>,
    names: &[EventName],
    mut visit: impl FnMut(Heard) -> Result<(), E>,
) -> Result<(), E> {
    let wanted = |name: &str| names.iter().any(|it| it.as_str() == name);
    sql::each_wanted(read, wanted, |stored| {
        stored.heard().map_or(Ok(()), &mut visit)
    })
}

/// The same for the events about one thing.
pub fn each_about<E: From<StoreError>>(
    read: &Read<'_>,
    subject: &Subject,
    mut visit: impl FnMut(Heard) -> Result<(), E>,
) -> Result<(), E> {
    sql::each_about(read, &subject.to_string(), |stored| {
        stored.heard().map_or(Ok(()), &mut visit)
    })
}

/// Every event that can be read, oldest first, in pieces of at most a thousand.
pub fn each_piece<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(&[Heard]) -> Result<(), E>,
) -> Result<(), E> {
    let mut pieces = Pieces::default();
    each_heard(read, |heard| pieces.take(heard, &mut visit))?;
    pieces.end(visit)
}

/// The same for events of some names.
pub fn each_piece_of<E: From<StoreError>>(
    read: &Read<'_>,
    names: &[EventName],
    mut visit: impl FnMut(&[Heard]) -> Result<(), E>,
) -> Result<(), E> {
    let mut pieces = Pieces::default();
    each_of(read, names, |heard| pieces.take(heard, &mut visit))?;
    pieces.end(visit)
}

/// The events about each of many tasks, oldest first.
pub fn about_tasks(
    read: &Read<'_>,
    tasks: impl IntoIterator<Item = TaskId>,
) -> Result<HashMap<TaskId, Vec<Heard>>, StoreError> {
    let subjects = tasks
        .into_iter()
        .map(|task| (Subject::Task(task).to_string(), task));
    let subjects: HashMap<String, TaskId> = subjects.collect();
    let mut about: HashMap<TaskId, Vec<Heard>> = HashMap::new();
    for stored in sql::about_each(read, subjects.keys())? {
        if let (Some(task), Ok(heard)) = (subjects.get(&stored.subject), stored.heard()) {
            about.entry(*task).or_default().push(heard);
        }
    }
    for events in about.values_mut() {
        events.sort_unstable_by_key(|heard| heard.seq);
    }
    Ok(about)
}

/// Events by their numbers, in their newest shapes, of those that can be read.
pub fn heard_at_each(
    read: &Read<'_>,
    seqs: impl IntoIterator<Item = Seq>,
) -> Result<HashMap<Seq, Heard>, StoreError> {
    let stored = sql::stored_at_each(read, seqs)?;
    let heard = stored.iter().filter_map(|it| it.heard().ok());
    Ok(heard.map(|heard| (heard.seq, heard)).collect())
}

/// The hash that an event has in the chain.
pub fn hash_of(read: &Read<'_>, seq: Seq) -> Result<Option<Hash>, StoreError> {
    Ok(sql::stored_at(read, seq)?.map(|stored| stored.hash))
}

/// The next events after `after` of the names that are wanted, in their newest shapes, oldest
/// first, and the last event that was looked at, at most `limit` further on; `None` at the end of
/// the log. What cannot be read is passed over.
pub fn heard_after(
    read: &Read<'_>,
    after: Seq,
    limit: i64,
    wanted: impl Fn(EventName) -> bool,
) -> Result<Option<(Vec<Heard>, Seq)>, StoreError> {
    let wanted = |name: &str| name.parse().is_ok_and(&wanted);
    let stretch = sql::stretch(read, after, limit, wanted)?;
    Ok(stretch.map(|stretch| {
        let heard = stretch.wanted.iter().filter_map(|it| it.heard().ok());
        (heard.collect(), stretch.through)
    }))
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
        let mut tail = Tail {
            head: self.head(),
            at: self.now(),
            actor: self.actor().to_string(),
        };
        // Rows are written as they are made: however many there are, one is held in memory.
        let mut wrong = None;
        let rows = events.into_iter().map_while(|(event, cause)| {
            let next = tail.next(&event, cause);
            next.map_err(|error| wrong = Some(error)).ok()
        });
        sql::insert(self, rows)?;
        self.advance(tail.head.seq, tail.head.hash);
        wrong.map_or(Ok(first), Err)
    }
}

/// The end of the log as it grows.
struct Tail {
    head: Head,
    at: Moment,
    actor: String,
}

impl Tail {
    /// Numbers and chains an event behind the head, and moves the head to it.
    fn next(&mut self, event: &Event, cause: Option<Seq>) -> Result<Stored, LogError> {
        let name = event.name();
        let data = event.to_json();
        let data = data.map_err(|error| LogError::Shape {
            name,
            reason: error.to_string(),
        })?;
        let mut stored = Stored {
            seq: self.head.seq.next(),
            name: name.as_str().into(),
            version: name.newest(),
            subject: event.subject().to_string(),
            producer: name.producer().into(),
            occurred_at: self.at,
            actor: self.actor.clone(),
            cause,
            data,
            hash: Hash::ZERO,
        };
        stored.hash = chain::hash(&self.head.hash, &stored);
        self.head = Head {
            seq: stored.seq,
            hash: stored.hash,
            ..self.head
        };
        Ok(stored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::doctor::examine;
    use crate::events::testing::one_of_each;
    use crate::kernel::finding::Level;
    use crate::store::testing::{Scratch, stamp};

    /// The stored format is for ever: no line here ever changes, for what is in a log has to be
    /// read, and its chain recomputed, as long as there are logs.
    #[test]
    fn what_is_stored_is_the_same_for_ever() {
        let scratch = Scratch::new();
        let at = stamp("2026-11-23T18:30:00.25Z");
        let events = one_of_each()
            .into_iter()
            .zip([None, Some(Seq::new(1))].into_iter().cycle());
        let written = scratch
            .store
            .write(&at, |tx| tx.append_many(events.clone()));
        assert_eq!(written.expect("appended"), Seq::new(1));

        let read = |read: &Read<'_>| sql::stored_after(read, Seq::START, 100);
        let stored = scratch.store.read(read).expect("reads");
        let lines = stored.iter().map(|it| {
            let Stored {
                seq,
                name,
                version,
                subject,
                producer,
                ..
            } = it;
            let (at, actor, data) = (it.occurred_at.micros(), &it.actor, &it.data);
            let cause = it.cause.map_or("-".to_owned(), |cause| cause.to_string());
            format!("{seq} {name} {version} {subject} {producer} {at} {actor} {cause} {data}")
        });
        insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r#"
        1 user.created 1 user/3 auth 1795458600250000 system - {"user":3,"name":"kesha","role":"worker","email":"kesha@example.com","full_name":"Kesha","active":true}
        2 user.updated 1 user/3 auth 1795458600250000 system 1 {"user":3,"name":"kesha","role":"accountant","email":"kesha@example.com","full_name":"Kesha","active":false}
        3 setting.updated 1 setting/timezone app 1795458600250000 system - {"key":"timezone","value":"Europe/Berlin"}
        4 task.created 2 task/12 tasks 1795458600250000 system 1 {"task":12,"ticket":"POPUG-42","title":"Oil the \"perch\" — twice","description":"First line\nsecond","author":3}
        5 task.assigned 1 task/12 tasks 1795458600250000 system - {"task":12,"assignee":3,"draw":5,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","seed_given":true,"pool":9,"pool_members":4,"tasks":1}}
        6 task.updated 1 task/12 tasks 1795458600250000 system 1 {"task":12,"ticket":"POPUG-42","title":"Oil the \"perch\" — twice","description":"First line\nsecond"}
        7 task.closed 1 task/12 tasks 1795458600250000 system - {"task":12,"by":3}
        8 task.priced 1 task/12 accounting 1795458600250000 system 1 {"task":12,"fee_cents":1200,"reward_cents":3100}
        9 transaction.created 1 transaction/7 accounting 1795458600250000 system - {"transaction":7,"kind":"reward","day":"2026-11-23","from":"management","to":{"user":3},"amount_cents":3100,"task":12,"ticket":"POPUG-42","title":"Oil the \"perch\" — twice","memo":"by hand","mends":6}
        10 transaction.processed 1 transaction/7 delivery 1795458600250000 system 1 {"transaction":7,"outcome":"refused","reference":"no such account"}
        11 account.finalized 1 invoice/4 accounting 1795458600250000 system - {"invoice":4,"day":"2026-11-23","user":3,"transaction":7,"amount_cents":1900}
        12 day.closed 1 day/2026-11-23 accounting 1795458600250000 system 1 {"day":"2026-11-23","payouts":1,"paid_cents":1900,"earned_cents":-1900,"debts_cents":0}
        "#);
        let head = scratch.store.head().expect("a head");
        assert_eq!(
            head.hash.to_string(),
            "625989307f690e21082d2a33780b8da564ea3a73f118f69c68098afef9992f97"
        );

        let heard = stored.iter().map(|it| it.heard().expect("readable").event);
        assert_eq!(heard.collect::<Vec<_>>(), one_of_each());
        let findings = scratch.store.read(examine).expect("examined");
        assert_eq!(findings[0].level, Level::Ok, "{findings:?}");
    }

    #[test]
    fn a_refused_write_leaves_no_event() {
        let scratch = Scratch::new();
        let at = stamp("2026-11-23T18:30:00Z");
        let refused = scratch.store.write(&at, |tx| {
            tx.append_many(one_of_each().into_iter().map(|event| (event, None)))?;
            Err::<(), _>(LogError::Unknown(Seq::new(99)))
        });
        assert_eq!(
            refused.expect_err("refused").to_string(),
            "there is no event 99"
        );
        assert_eq!(scratch.store.head().expect("a head").seq, Seq::START);
        let read = |read: &Read<'_>| sql::stored_after(read, Seq::START, 100);
        assert_eq!(scratch.store.read(read).expect("reads"), []);
    }
}

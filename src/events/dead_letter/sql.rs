//! The statements of the dead letters.

use crate::events::dead_letter::{DeadLetter, LetterState};
use crate::events::stored::Stored;
use crate::kernel::actor::Actor;
use crate::kernel::ids::{DeadLetterId, Seq};
use crate::store::{Bind, Insert, Read, StoreError, Update, Value, Write, columns, fields};

const DEAD: Insert = Insert {
    table: "events_dead",
    columns: &[
        "id", "consumer", "seq", "name", "subject", "state", "reason", "at",
    ],
};

/// Puts events aside for a consumer, all in one state and for one reason.
pub fn insert(
    tx: &mut Write<'_>,
    consumer: &str,
    state: LetterState,
    events: &[(&Stored, String)],
) -> Result<(), StoreError> {
    let sql = "SELECT COALESCE(MAX(id), 0) + 1 FROM events_dead";
    let first: i64 = tx.one(sql, &[], columns)?;
    let at = tx.now();
    let rows = (first..).zip(events).map(|(id, (event, reason))| {
        [
            Value::Int(id),
            consumer.to_owned().into(),
            Value::owned(&event.seq),
            event.name.clone().into(),
            event.subject.clone().into(),
            Value::owned(&state),
            reason.clone().into(),
            Value::owned(&at),
        ]
    });
    tx.insert_many(&DEAD, rows).map(|_| ())
}

/// Subjects of which something waits: whatever follows waits behind it.
pub fn waiting_subjects(read: &Read<'_>, consumer: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT subject FROM events_dead
               WHERE state IN ('dead', 'parked', 'released') AND consumer = ?1";
    read.all(sql, &[&consumer], columns)
}

/// A letter that waits.
pub struct Waiting {
    /// Its number.
    pub id: DeadLetterId,
    /// The event.
    pub seq: Seq,
}

fields!(Waiting: id, seq);

/// What waits of a subject, oldest event first.
pub fn waiting(read: &Read<'_>, consumer: &str, subject: &str) -> Result<Vec<Waiting>, StoreError> {
    let sql = "SELECT id, seq FROM events_dead
               WHERE state IN ('dead', 'parked', 'released') AND consumer = ?1 AND subject = ?2
               ORDER BY seq";
    read.all(sql, &[&consumer, &subject], columns)
}

/// How many letters of a consumer wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Those that it cannot take in.
    pub dead: i64,
    /// Those that wait behind them.
    pub parked: i64,
}

/// How many letters of a consumer are dead, and how many wait behind them.
pub fn counts(read: &Read<'_>, consumer: &str) -> Result<Counts, StoreError> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE state WHEN 'dead' THEN 1 ELSE 0 END), 0) AS BIGINT),
                      COUNT(*)
               FROM events_dead
               WHERE state IN ('dead', 'parked', 'released') AND consumer = ?1";
    read.one(sql, &[&consumer], |row| {
        let (dead, waiting): (i64, i64) = columns(row)?;
        Ok(Counts {
            dead,
            parked: waiting - dead,
        })
    })
}

/// How many letters are dead, whoever could not take them in.
pub fn dead_count(read: &Read<'_>) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM events_dead WHERE state = 'dead'";
    read.one(sql, &[], columns)
}

/// How many events behind `after` are dead.
pub fn dead_after(read: &Read<'_>, consumer: &str, after: Seq) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM events_dead
               WHERE consumer = ?1 AND seq > ?2 AND state = 'dead'";
    read.one(sql, &[&consumer, &after], columns)
}

fields!(DeadLetter:
    id, consumer, seq, name, subject, reason, at, parked, state, ended_at, ended_by, ended_because);

/// Every dead letter, oldest first; what is parked is counted with the one that it waits for.
pub fn list(read: &Read<'_>) -> Result<Vec<DeadLetter>, StoreError> {
    let sql = "SELECT d.id, d.consumer, d.seq, d.name, d.subject, d.reason, d.at,
                      (SELECT COUNT(*) FROM events_dead p
                       WHERE p.state IN ('parked', 'released') AND p.consumer = d.consumer
                         AND p.subject = d.subject AND p.seq > d.seq),
                      d.state, d.ended_at, d.ended_by, d.ended_because
               FROM events_dead d WHERE d.state = 'dead' ORDER BY d.id";
    read.all(sql, &[], columns)
}

/// A letter, whatever has become of it.
pub fn show(read: &Read<'_>, id: DeadLetterId) -> Result<Option<DeadLetter>, StoreError> {
    let sql = "SELECT d.id, d.consumer, d.seq, d.name, d.subject, d.reason, d.at,
                      (SELECT COUNT(*) FROM events_dead p
                       WHERE p.state IN ('parked', 'released') AND p.consumer = d.consumer
                         AND p.subject = d.subject AND p.seq > d.seq),
                      d.state, d.ended_at, d.ended_by, d.ended_because
               FROM events_dead d WHERE d.id = ?1";
    read.first(sql, &[&id], columns)
}

/// Marks a letter as the dead one of its subject.
pub fn mark_dead(tx: &mut Write<'_>, id: DeadLetterId, reason: &str) -> Result<(), StoreError> {
    let sql = "UPDATE events_dead SET state = 'dead', reason = ?2 WHERE id = ?1";
    tx.execute(sql, &[&id, &reason]).map(|_| ())
}

/// Lets everything of a subject behind an event wait for that event.
pub fn park_behind(
    tx: &mut Write<'_>,
    consumer: &str,
    subject: &str,
    seq: Seq,
) -> Result<(), StoreError> {
    let sql = "UPDATE events_dead SET state = 'parked'
               WHERE state = 'released' AND consumer = ?1 AND subject = ?2 AND seq > ?3";
    tx.execute(sql, &[&consumer, &subject, &seq]).map(|_| ())
}

/// Lets go what is parked of a subject.
pub fn release(tx: &mut Write<'_>, consumer: &str, subject: &str) -> Result<(), StoreError> {
    let sql = "UPDATE events_dead SET state = 'released'
               WHERE state = 'parked' AND consumer = ?1 AND subject = ?2";
    tx.execute(sql, &[&consumer, &subject]).map(|_| ())
}

/// Ends letters, in the state that they end in.
pub fn end(
    tx: &mut Write<'_>,
    letters: &[DeadLetterId],
    state: LetterState,
    by: &Actor,
    because: Option<&str>,
) -> Result<(), StoreError> {
    let update = Update {
        table: "events_dead",
        key: &["id"],
        set: &["state", "ended_at", "ended_by", "ended_because"],
    };
    let (at, by) = (tx.now(), by.to_string());
    let rows = letters.iter().map(|id| {
        [
            id.value(),
            state.value(),
            at.value(),
            by.value(),
            because.value(),
        ]
    });
    tx.update_many(&update, rows).map(|_| ())
}

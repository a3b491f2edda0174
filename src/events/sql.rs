//! The statements of the log, the offsets and the dead letters.

use crate::events::log::Stored;
use crate::kernel::ids::{DeadLetterId, Seq};
use crate::kernel::moment::Moment;
use crate::store::{Hash, Insert, Read, Row, StoreError, Value, Write};

const LOG: Insert = Insert {
    table: "events_log",
    columns: &[
        "seq",
        "name",
        "version",
        "subject",
        "producer",
        "occurred_at",
        "actor",
        "cause",
        "data",
        "hash",
    ],
};

/// Appends rows that are numbered and chained already.
pub fn insert(tx: &mut Write<'_>, rows: Vec<Stored>) -> Result<(), StoreError> {
    let values = rows.into_iter().map(|row| {
        [
            Value::owned(&row.seq),
            row.name.into(),
            Value::owned(&row.version),
            row.subject.into(),
            row.producer.into(),
            Value::owned(&row.occurred_at),
            row.actor.into(),
            Value::owned(&row.cause),
            row.data.into(),
            Value::owned(&row.hash),
        ]
    });
    tx.insert_many(&LOG, values).map(|_| ())
}

fn stored(row: &Row<'_>) -> Result<Stored, StoreError> {
    Ok(Stored {
        seq: row.get(0)?,
        name: row.get(1)?,
        version: row.get(2)?,
        subject: row.get(3)?,
        producer: row.get(4)?,
        occurred_at: row.get(5)?,
        actor: row.get(6)?,
        cause: row.get(7)?,
        data: row.get(8)?,
        hash: row.get(9)?,
    })
}

/// Visits the whole log, oldest first.
pub fn each_stored<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(&Stored) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log ORDER BY seq";
    read.each(sql, &[], |row| visit(&stored(row)?))
}

/// Events after `after`, oldest first, at most `limit`.
pub fn stored_after(read: &Read<'_>, after: Seq, limit: i64) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE seq > ?1 ORDER BY seq LIMIT ?2";
    read.all(sql, &[&after, &limit], stored)
}

/// Events after `after` with this name and subject where they are given, the newest `limit`, newest
/// first.
pub fn stored_like(
    read: &Read<'_>,
    after: Seq,
    name: Option<&str>,
    subject: Option<&str>,
    limit: i64,
) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log
               WHERE seq > ?1
                 AND (CAST(?2 AS TEXT) IS NULL OR name = ?2)
                 AND (CAST(?3 AS TEXT) IS NULL OR subject = ?3)
               ORDER BY seq DESC LIMIT ?4";
    read.all(sql, &[&after, &name, &subject, &limit], stored)
}

/// The event at a place.
pub fn stored_at(read: &Read<'_>, seq: Seq) -> Result<Option<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE seq = ?1";
    read.first(sql, &[&seq], stored)
}

/// The head of the log, as it is committed.
pub fn head(read: &Read<'_>) -> Result<(Seq, Hash), StoreError> {
    read.one("SELECT seq, hash FROM log_head", &[], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How far a consumer has heard.
pub fn offset(read: &Read<'_>, consumer: &str) -> Result<Seq, StoreError> {
    let sql = "SELECT seq FROM events_offset WHERE consumer = ?1";
    let found = read.first(sql, &[&consumer], |row| row.get(0))?;
    Ok(found.unwrap_or(Seq::START))
}

/// Moves an offset from where it was; `false` where another process moved it first.
pub fn move_offset(
    tx: &mut Write<'_>,
    consumer: &str,
    from: Seq,
    to: Seq,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO events_offset (consumer, seq) VALUES (?1, 0)
               ON CONFLICT (consumer) DO NOTHING";
    if from == Seq::START {
        tx.execute(sql, &[&consumer])?;
    }
    let sql = "UPDATE events_offset SET seq = ?3 WHERE consumer = ?1 AND seq = ?2";
    Ok(tx.execute(sql, &[&consumer, &from, &to])? == 1)
}

/// A dead letter, or an event parked behind one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadRow {
    /// Its number.
    pub id: DeadLetterId,
    /// Whose it is.
    pub consumer: String,
    /// The event.
    pub seq: Seq,
    /// The event's name.
    pub name: String,
    /// What the event is about.
    pub subject: String,
    /// `dead` or `parked`, and later `retried` or `discarded`.
    pub state: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: Moment,
}

/// Puts a letter among the dead ones.
pub fn insert_dead(tx: &mut Write<'_>, row: &DeadRow) -> Result<(), StoreError> {
    let sql = "INSERT INTO events_dead (id, consumer, seq, name, subject, state, reason, at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    tx.execute(
        sql,
        &[
            &row.id,
            &row.consumer,
            &row.seq,
            &row.name,
            &row.subject,
            &row.state,
            &row.reason,
            &row.at,
        ],
    )
    .map(|_| ())
}

/// The number that the next dead letter gets.
pub fn next_dead_id(read: &Read<'_>) -> Result<DeadLetterId, StoreError> {
    let sql = "SELECT COALESCE(MAX(id), 0) + 1 FROM events_dead";
    read.one(sql, &[], |row| row.get(0))
}

/// Subjects that a consumer has a dead letter of: whatever follows waits behind it.
pub fn dead_subjects(read: &Read<'_>, consumer: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT subject FROM events_dead
               WHERE state IN ('dead', 'parked') AND consumer = ?1";
    read.all(sql, &[&consumer], |row| row.get(0))
}

/// How many letters a consumer has in a state.
pub fn count_dead(read: &Read<'_>, consumer: &str, state: &str) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM events_dead WHERE state = ?1 AND consumer = ?2";
    read.one(sql, &[&state, &consumer], |row| row.get(0))
}

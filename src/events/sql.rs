//! The statements of the log, with those of the offsets in a file of their own; those of the dead
//! letters are in `letter::sql`.

mod export;
mod offsets;
mod pages;

use std::collections::BTreeMap;

use crate::events::stored::Stored;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::kernel::work::Stage;
use crate::store::{
    Bind, Hash, Insert, Read, Row, StoreError, Value, Visit, Write, columns, fields,
};

pub use export::EXPORT;
pub use offsets::{
    Offset, begin_offsets, last_causes, move_offsets, offset, offsets, passed, positions,
};
pub use pages::{about_from, from};

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
pub fn insert(
    tx: &mut Write<'_>,
    rows: impl IntoIterator<Item = Stored>,
) -> Result<(), StoreError> {
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

fields!(Stored:
    seq, name, version, subject, producer, occurred_at, actor, cause, data, hash);

/// Visits the whole log, oldest first, what cannot be read as well.
pub fn each_row<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(Result<&Stored, StoreError>) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log ORDER BY seq";
    examining(read)?;
    read.each(sql, &[], |row| {
        read.step(1);
        match columns(row) {
            Ok(event) => visit(Ok(&event)),
            Err(error) => visit(Err(error)),
        }
    })
}

/// Visits every event of the log that can be read, oldest first.
pub fn each_stored<E: From<StoreError>>(
    read: &Read<'_>,
    visit: impl FnMut(&Stored) -> Result<(), E>,
) -> Result<(), E> {
    each_wanted(read, |_| true, visit)
}

fn examining(read: &Read<'_>) -> Result<(), StoreError> {
    read.at(Stage::Examining, 0, last(read)?.get());
    Ok(())
}

/// Visits every event of the names that are wanted and that can be read, oldest first.
pub fn each_wanted<E: From<StoreError>>(
    read: &Read<'_>,
    is_wanted: impl Fn(&str) -> bool,
    mut visit: impl FnMut(&Stored) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log ORDER BY seq";
    examining(read)?;
    read.each(sql, &[], |row| {
        read.step(1);
        if !is_wanted(row.text(1)) {
            return Ok(());
        }
        match columns(row) {
            Ok(event) => visit(&event),
            Err(StoreError::Column { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    })
}

/// The actors whose names begin with `prefix`, without it, each with its first event.
pub fn first_acts(read: &Read<'_>, prefix: &str) -> Result<BTreeMap<String, Seq>, StoreError> {
    let sql = "SELECT actor, MIN(seq) FROM events_log WHERE actor > ?1 AND actor < ?2
               GROUP BY actor";
    let end = format!("{prefix}{}", char::MAX);
    let acts: Vec<(String, Seq)> = read.all(sql, &[&prefix, &end], columns)?;
    let named = acts.into_iter().filter_map(|(actor, seq)| {
        let name = actor.strip_prefix(prefix)?;
        Some((name.to_owned(), seq))
    });
    Ok(named.collect())
}

/// Visits every event about a subject, oldest first. They are few: what is asked for one subject
/// after the other waits once for each.
pub fn each_about<E: From<StoreError>>(
    read: &Read<'_>,
    subject: &str,
    mut visit: impl FnMut(&Stored) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE subject = ?1 ORDER BY seq";
    let events = read.all(sql, &[&subject], columns)?;
    events.iter().try_for_each(&mut visit)
}

/// The events about each of these subjects, of those that can be read, in no order.
pub fn about_each<'s>(
    read: &Read<'_>,
    subjects: impl IntoIterator<Item = &'s String>,
) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE subject = ?1";
    let asked = subjects.into_iter().map(|subject| [subject.value()]);
    let found = read.all_of_each(sql, asked, readable)?;
    Ok(found.into_iter().flatten().collect())
}

/// An event, where it can be read.
fn readable(row: &Row<'_>) -> Result<Option<Stored>, StoreError> {
    match columns(row) {
        Err(StoreError::Column { .. }) => Ok(None),
        read => read.map(Some),
    }
}

/// The events with these numbers, of those that there are and that can be read, in no order.
pub fn stored_at_each(
    read: &Read<'_>,
    seqs: impl IntoIterator<Item = Seq>,
) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE seq = ?1";
    let asked = seqs.into_iter().map(|seq| [Value::owned(&seq)]);
    let found = read.all_of_each(sql, asked, readable)?;
    Ok(found.into_iter().flatten().collect())
}

/// Events after `after`, oldest first, at most `limit`.
pub fn stored_after(read: &Read<'_>, after: Seq, limit: i64) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE seq > ?1 ORDER BY seq LIMIT ?2";
    read.all(sql, &[&after, &limit], columns)
}

/// A stretch of the log, of which only what is wanted was read.
pub struct Stretch {
    /// How many events it has.
    pub events: i64,
    /// The last of them.
    pub through: Seq,
    /// Those that are wanted by their names, oldest first.
    pub wanted: Vec<Stored>,
}

/// The next events after `after`, at most `limit`; `None` at the end of the log.
pub fn stretch(
    read: &Read<'_>,
    after: Seq,
    limit: i64,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Option<Stretch>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE seq > ?1 ORDER BY seq LIMIT ?2";
    let mut stretch = Stretch {
        events: 0,
        through: after,
        wanted: Vec::new(),
    };
    read.all(sql, &[&after, &limit], |row| {
        stretch.events += 1;
        stretch.through = columns(row)?;
        if is_wanted(row.text(1)) {
            stretch.wanted.push(columns(row)?);
        }
        Ok(())
    })?;
    Ok((stretch.events > 0).then_some(stretch))
}

/// What events are narrowed to; whatever is `None` narrows nothing.
#[derive(Clone, Copy, Debug)]
pub struct Like<'a> {
    /// Behind this one.
    pub after: Seq,
    /// Of this name.
    pub name: Option<&'a str>,
    /// About this.
    pub subject: Option<&'a str>,
}

/// Shows the oldest `limit` of these events, oldest first.
pub fn stored_like(
    read: &Read<'_>,
    like: Like<'_>,
    limit: i64,
    visit: Visit<'_, Stored>,
) -> Result<(), StoreError> {
    let bind: [&dyn Bind; 4] = [&like.after, &like.name, &like.subject, &limit];
    read.walk(oldest_first(like), &bind, columns, visit)
}

/// What may be absent would not be looked up in its index.
const fn oldest_first(like: Like<'_>) -> &'static str {
    match (like.subject, like.name) {
        (Some(_), _) => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log
             WHERE seq > ?1 AND (CAST(?2 AS TEXT) IS NULL OR name = ?2) AND subject = ?3
             ORDER BY seq LIMIT ?4"
        }
        (None, Some(_)) => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log
             WHERE seq > ?1 AND name = ?2 AND CAST(?3 AS TEXT) IS NULL
             ORDER BY seq LIMIT ?4"
        }
        (None, None) => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log
             WHERE seq > ?1 AND CAST(?2 AS TEXT) IS NULL AND CAST(?3 AS TEXT) IS NULL
             ORDER BY seq LIMIT ?4"
        }
    }
}

/// The `nth` newest of these events, counted from 1; `None` where there are fewer.
pub fn newest_like(read: &Read<'_>, like: Like<'_>, nth: i64) -> Result<Option<Seq>, StoreError> {
    let bind: [&dyn Bind; 4] = [&like.after, &like.name, &like.subject, &(nth - 1)];
    read.first(newest_first(like), &bind, columns)
}

const fn newest_first(like: Like<'_>) -> &'static str {
    match (like.subject, like.name) {
        (Some(_), _) => {
            "SELECT seq FROM events_log
             WHERE seq > ?1 AND (CAST(?2 AS TEXT) IS NULL OR name = ?2) AND subject = ?3
             ORDER BY seq DESC LIMIT 1 OFFSET ?4"
        }
        (None, Some(_)) => {
            "SELECT seq FROM events_log
             WHERE seq > ?1 AND name = ?2 AND CAST(?3 AS TEXT) IS NULL
             ORDER BY seq DESC LIMIT 1 OFFSET ?4"
        }
        (None, None) => {
            "SELECT seq FROM events_log
             WHERE seq > ?1 AND CAST(?2 AS TEXT) IS NULL AND CAST(?3 AS TEXT) IS NULL
             ORDER BY seq DESC LIMIT 1 OFFSET ?4"
        }
    }
}

/// The event at a place.
pub fn stored_at(read: &Read<'_>, seq: Seq) -> Result<Option<Stored>, StoreError> {
    let sql = "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
               FROM events_log WHERE seq = ?1";
    read.first(sql, &[&seq], columns)
}

/// When the first event after a place was said, where there is one.
pub fn said_after(read: &Read<'_>, after: Seq) -> Result<Option<Moment>, StoreError> {
    let sql = "SELECT occurred_at FROM events_log WHERE seq > ?1 ORDER BY seq LIMIT 1";
    read.first(sql, &[&after], columns)
}

/// The last event of the log, as it is committed. Its hash may make no sense: that is the log's own
/// examination to tell.
pub fn last(read: &Read<'_>) -> Result<Seq, StoreError> {
    read.one("SELECT seq FROM log_head", &[], columns)
}

/// The head of the log, as it is committed.
pub fn head(read: &Read<'_>) -> Result<(Seq, Hash), StoreError> {
    read.one("SELECT seq, hash FROM log_head", &[], columns)
}

/// The id of the store that the log is in.
pub fn store_id(read: &Read<'_>) -> Result<String, StoreError> {
    read.one("SELECT store_id FROM log_head", &[], columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::Scratch;

    #[test]
    fn events_of_a_name_or_about_a_subject_are_looked_up() {
        let scratch = Scratch::file();
        let raw = scratch.raw();
        let like = |name, subject| Like {
            after: Seq::START,
            name,
            subject,
        };
        for (like, index) in [
            (
                like(Some("task.closed"), None),
                "events_log_name (name=? AND ",
            ),
            (
                like(Some("task.closed"), Some("task/1")),
                "events_log_subject (",
            ),
            (like(None, Some("task/1")), "events_log_subject ("),
        ] {
            for sql in [oldest_first(like), newest_first(like)] {
                let plan = raw.plan(sql);
                assert!(plan.contains(index) && !plan.contains("TEMP"), "{plan}");
            }
        }
    }
}

//! The statements of offsets: how far each consumer has heard.

use std::collections::{BTreeMap, HashMap};

use crate::kernel::ids::Seq;
use crate::store::{
    Bind, Columns, Insert, Read, Rest, StoreError, Update, Value, Write, columns, fields,
};

const OFFSETS: Insert = Insert {
    table: "events_offset",
    columns: &["consumer", "seq", "heard"],
};

/// Where a consumer is in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// The last event that it has behind it.
    pub seq: Seq,
    /// The last event that it took in.
    pub heard: Seq,
}

impl Offset {
    /// Before the first event.
    pub const START: Self = Self {
        seq: Seq::START,
        heard: Seq::START,
    };
}

fields!(Offset: seq, heard);

/// Where a consumer is; at the start where it was never heard of.
pub fn offset(read: &Read<'_>, consumer: &str) -> Result<Offset, StoreError> {
    let sql = "SELECT seq, heard FROM events_offset WHERE consumer = ?1";
    let found = read.first(sql, &[&consumer], columns)?;
    Ok(found.unwrap_or(Offset::START))
}

/// Where every consumer is that was ever heard of.
pub fn offsets(read: &Read<'_>) -> Result<BTreeMap<String, Offset>, StoreError> {
    let sql = "SELECT consumer, seq, heard FROM events_offset ORDER BY consumer";
    let offsets = read.all(sql, &[], columns)?;
    Ok(offsets.into_iter().collect())
}

/// The last event of others that each producer has answered with events of its own.
pub fn last_causes(read: &Read<'_>) -> Result<Vec<(String, Seq)>, StoreError> {
    let sql = "SELECT it.producer, MAX(it.cause)
               FROM events_log it JOIN events_log cause ON cause.seq = it.cause
               WHERE cause.producer <> it.producer
               GROUP BY it.producer ORDER BY it.producer";
    read.all(sql, &[], columns)
}

/// The last event that a consumer has behind it, heard or put aside.
pub fn passed(read: &Read<'_>, consumer: &str) -> Result<Seq, StoreError> {
    Ok(offset(read, consumer)?.seq)
}

/// How far a consumer is, and what keeps it from going on.
pub struct Standing {
    /// How far it has heard.
    pub offset: Offset,
    /// How many of its letters in a row are dead: behind the last event that it took in.
    pub dead: i64,
    /// Whether anything waits of what it could not take in.
    pub has_waiting: bool,
    /// A subject of which letters were released.
    pub released: Option<String>,
}

fields!(Standing: offset, dead, has_waiting, released);

/// Nobody, where no consumer was ever heard of.
impl Columns for Option<(String, Standing)> {
    fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError> {
        let consumer: Option<String> = Columns::take(rest)?;
        let standing = consumer.map(|name| Ok((name, Columns::take(rest)?)));
        standing.transpose()
    }
}

/// How far every consumer is that was ever heard of, and the last event of the log.
pub fn positions(read: &Read<'_>) -> Result<(Seq, HashMap<String, Standing>), StoreError> {
    let sql = "SELECT h.seq, o.consumer, o.seq, o.heard,
                      (SELECT COUNT(*) FROM events_dead
                       WHERE state = 'dead' AND consumer = o.consumer AND seq > o.heard),
                      CASE WHEN EXISTS (SELECT 1 FROM events_dead
                                        WHERE state IN ('dead', 'parked', 'released')
                                          AND consumer = o.consumer) THEN 1 ELSE 0 END,
                      (SELECT MIN(subject) FROM events_dead
                       WHERE state = 'released' AND consumer = o.consumer)
               FROM log_head h LEFT JOIN events_offset o ON 1 = 1";
    let mut head = Seq::START;
    let found = read.all(sql, &[], |row| {
        let (seq, standing): (Seq, Option<(String, Standing)>) = columns(row)?;
        head = seq;
        Ok(standing)
    })?;
    Ok((head, found.into_iter().flatten().collect()))
}

/// Lets consumers that were never heard of begin at the start.
pub fn begin_offsets(
    tx: &mut Write<'_>,
    consumers: impl Iterator<Item = &'static str>,
) -> Result<(), StoreError> {
    let rows = consumers.map(|it| [it.value(), Value::Int(0), Value::Int(0)]);
    tx.insert_many(&OFFSETS, rows).map(|_| ())
}

/// Moves offsets, each from where it was; answers how many: one that another process has moved first
/// stays.
pub fn move_offsets(
    tx: &mut Write<'_>,
    moves: impl Iterator<Item = (&'static str, Seq, Offset)>,
) -> Result<usize, StoreError> {
    let update = Update {
        table: OFFSETS.table,
        key: &["consumer", "seq"],
        set: &["seq", "heard"],
    };
    let rows = moves.map(|(consumer, from, to)| {
        [
            consumer.value(),
            Value::owned(&from),
            Value::owned(&to.seq),
            Value::owned(&to.heard),
        ]
    });
    tx.update_many(&update, rows)
}

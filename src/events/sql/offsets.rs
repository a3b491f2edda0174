//! The statements of offsets: how far each consumer has heard.

use std::collections::BTreeMap;

use crate::kernel::ids::Seq;
use crate::store::{Read, StoreError, Write};

/// Where a consumer is in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// The last event that it has behind it.
    pub seq: Seq,
    /// The last event that it took in.
    pub heard: Seq,
}

/// Where a consumer is; at the start where it was never heard of.
pub fn offset(read: &Read<'_>, consumer: &str) -> Result<Offset, StoreError> {
    let sql = "SELECT seq, heard FROM events_offset WHERE consumer = ?1";
    let found = read.first(sql, &[&consumer], |row| {
        Ok(Offset {
            seq: row.get(0)?,
            heard: row.get(1)?,
        })
    })?;
    Ok(found.unwrap_or(Offset {
        seq: Seq::START,
        heard: Seq::START,
    }))
}

/// Where every consumer is that was ever heard of.
pub fn offsets(read: &Read<'_>) -> Result<BTreeMap<String, Offset>, StoreError> {
    let sql = "SELECT consumer, seq, heard FROM events_offset ORDER BY consumer";
    let offsets = read.all(sql, &[], |row| {
        let offset = Offset {
            seq: row.get(1)?,
            heard: row.get(2)?,
        };
        Ok((row.get(0)?, offset))
    })?;
    Ok(offsets.into_iter().collect())
}

/// The last event of others that each producer has answered with events of its own.
pub fn last_causes(read: &Read<'_>) -> Result<Vec<(String, Seq)>, StoreError> {
    let sql = "SELECT it.producer, MAX(it.cause)
               FROM events_log it JOIN events_log cause ON cause.seq = it.cause
               WHERE cause.producer <> it.producer
               GROUP BY it.producer ORDER BY it.producer";
    read.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The last event that a consumer has behind it, heard or put aside.
pub fn passed(read: &Read<'_>, consumer: &str) -> Result<Seq, StoreError> {
    Ok(offset(read, consumer)?.seq)
}

/// Moves an offset from where it was; `false` where another process moved it first.
pub fn move_offset(
    tx: &mut Write<'_>,
    consumer: &str,
    from: Seq,
    to: Offset,
) -> Result<bool, StoreError> {
    if from == Seq::START {
        let sql = "INSERT INTO events_offset (consumer, seq, heard) VALUES (?1, 0, 0)
                   ON CONFLICT (consumer) DO NOTHING";
        tx.execute(sql, &[&consumer])?;
    }
    let sql = "UPDATE events_offset SET seq = ?3, heard = ?4 WHERE consumer = ?1 AND seq = ?2";
    Ok(tx.execute(sql, &[&consumer, &from, &to.seq, &to.heard])? == 1)
}

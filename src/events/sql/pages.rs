//! The log, walked either way from a place.

use crate::events::stored::Stored;
use crate::kernel::ids::Seq;
use crate::kernel::page::Way;
use crate::store::{Read, StoreError, Visit, columns};

/// Shows at most `most` events from a place on, itself included, one way or the other.
pub fn from(
    read: &Read<'_>,
    (way, from): (Way, Seq),
    most: i64,
    visit: Visit<'_, Stored>,
) -> Result<(), StoreError> {
    let sql = match way {
        Way::Down => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log WHERE seq >= ?1 ORDER BY seq LIMIT ?2"
        }
        Way::Up => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log WHERE seq <= ?1 ORDER BY seq DESC LIMIT ?2"
        }
    };
    read.walk(sql, &[&from, &most], columns, visit)
}

/// The same for the events about one thing.
pub fn about_from(
    read: &Read<'_>,
    (way, from): (Way, Seq),
    (subject, most): (&str, i64),
    visit: Visit<'_, Stored>,
) -> Result<(), StoreError> {
    let sql = match way {
        Way::Down => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log WHERE subject = ?1 AND seq >= ?2 ORDER BY seq LIMIT ?3"
        }
        Way::Up => {
            "SELECT seq, name, version, subject, producer, occurred_at, actor, cause, data, hash
             FROM events_log WHERE subject = ?1 AND seq <= ?2 ORDER BY seq DESC LIMIT ?3"
        }
    };
    read.walk(sql, &[&subject, &from, &most], columns, visit)
}

//! Events that a consumer cannot take in, and those that wait behind them.

use crate::events::catch_up::is_for;
use crate::events::log::Stored;
use crate::events::sql::DeadRow;
use crate::events::{Consumer, Failure, sql};
use crate::kernel::ids::Seq;
use crate::store::{Stamp, Store, StoreError, Write};

/// So many dead letters in a row are no accident of single events: the consumer stops.
const IN_A_ROW: i64 = 100;

/// How hearing an event at a time ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Singly {
    /// The stretch is through.
    Done,
    /// Too many in a row could not be heard.
    Stopped,
}

impl Singly {
    /// Whether the consumer no longer goes on.
    pub fn is_stopped(self) -> bool {
        self == Self::Stopped
    }
}

/// Hears an event a transaction up to `through`, and puts aside what cannot be heard.
pub fn hear_singly(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    through: Seq,
) -> Result<Singly, StoreError> {
    let mut dead_in_a_row = 0;
    loop {
        let next = store.read(|read| {
            let from = sql::offset(read, consumer.name())?;
            Ok::<_, StoreError>(sql::stored_after(read, from, 1)?.pop().map(|it| (from, it)))
        })?;
        let Some((from, stored)) = next.filter(|(_, it)| it.seq <= through) else {
            return Ok(Singly::Done);
        };
        match hear_one(store, stamp, consumer, from, &stored)? {
            None => dead_in_a_row = 0,
            Some(reason) => {
                bury(store, stamp, consumer.name(), from, &stored, &reason)?;
                dead_in_a_row += 1;
            }
        }
        if dead_in_a_row >= IN_A_ROW {
            return Ok(Singly::Stopped);
        }
    }
}

/// `Some` with the reason where the event is poison.
fn hear_one(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    from: Seq,
    stored: &Stored,
) -> Result<Option<String>, StoreError> {
    let heard = store.write(stamp, |tx| {
        if sql::offset(tx, consumer.name())? != from {
            return Ok(());
        }
        if is_for(consumer, stored) {
            let waiting = sql::dead_subjects(tx, consumer.name())?;
            if waiting.contains(&stored.subject) {
                park(tx, consumer.name(), stored)?;
            } else {
                consumer.hear(tx, &[stored.heard()?])?;
            }
        }
        sql::move_offset(tx, consumer.name(), from, stored.seq)?;
        Ok::<_, Failure>(())
    });
    match heard {
        Ok(()) => Ok(None),
        Err(Failure::Store(error)) => Err(error),
        Err(Failure::Poison(reason)) => Ok(Some(reason)),
    }
}

fn bury(
    store: &Store,
    stamp: &Stamp,
    consumer: &str,
    from: Seq,
    stored: &Stored,
    reason: &str,
) -> Result<(), StoreError> {
    tracing::warn!("{consumer} cannot take in event {}: {reason}", stored.seq);
    store.write(stamp, |tx| {
        if sql::move_offset(tx, consumer, from, stored.seq)? {
            put_aside(tx, consumer, stored, "dead", reason)?;
        }
        Ok(())
    })
}

/// Lets an event wait behind the dead letter of its subject.
pub fn park(tx: &mut Write<'_>, consumer: &str, stored: &Stored) -> Result<(), StoreError> {
    let reason = format!("waits behind a dead letter of {}", stored.subject);
    put_aside(tx, consumer, stored, "parked", &reason)
}

fn put_aside(
    tx: &mut Write<'_>,
    consumer: &str,
    stored: &Stored,
    state: &str,
    reason: &str,
) -> Result<(), StoreError> {
    let row = DeadRow {
        id: sql::next_dead_id(tx)?,
        consumer: consumer.to_owned(),
        seq: stored.seq,
        name: stored.name.clone(),
        subject: stored.subject.clone(),
        state: state.to_owned(),
        reason: reason.to_owned(),
        at: tx.now(),
    };
    sql::insert_dead(tx, &row)
}

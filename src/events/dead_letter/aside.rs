//! Putting events aside.

use crate::events::dead_letter::{LetterState, sql};
use crate::events::stored::Stored;
use crate::kernel::ids::Seq;
use crate::kernel::text::shown;
use crate::store::{Read, StoreError, Write};

/// So many dead letters in a row are no accident of single events: the consumer stops.
pub const IN_A_ROW: i64 = 100;

/// Characters of a reason; what reads JSON quotes what it reads.
const REASON: usize = 500;

/// Whether a consumer goes on no longer: behind the last event that it took in, `heard`, too many
/// letters are dead. It goes on as soon as one of them was retried or discarded.
pub fn has_stopped(read: &Read<'_>, consumer: &str, heard: Seq) -> Result<bool, StoreError> {
    Ok(sql::dead_after(read, consumer, heard)? >= IN_A_ROW)
}

/// Puts an event that a consumer cannot take in among its dead letters.
pub fn bury(
    tx: &mut Write<'_>,
    consumer: &str,
    event: &Stored,
    reason: &str,
) -> Result<(), StoreError> {
    let reason = shortened(reason);
    tracing::warn!("{consumer} cannot take in event {}: {reason}", event.seq);
    sql::insert(tx, consumer, LetterState::Dead, &[(event, reason)])
}

/// Lets events wait, each behind the dead letter of its subject.
pub fn park(tx: &mut Write<'_>, consumer: &str, events: &[&Stored]) -> Result<(), StoreError> {
    if events.is_empty() {
        return Ok(());
    }
    let reasoned = events.iter().map(|event| {
        let reason = format!("waits behind a dead letter of {}", event.subject);
        (*event, reason)
    });
    let reasoned: Vec<_> = reasoned.collect();
    sql::insert(tx, consumer, LetterState::Parked, &reasoned)
}

/// A reason that fits into a letter. What it quotes may be hostile, and not every store takes a
/// NUL.
pub fn shortened(reason: &str) -> String {
    shown(reason).chars().take(REASON).collect()
}

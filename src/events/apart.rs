//! Hearing with care: one consumer apart from the others, in ever smaller batches, until the event
//! that it cannot take in stands alone.

use crate::events::position::Positions;
use crate::events::slice::{SLICE, Unheard, hear_slice};
use crate::events::{Consumer, dead_letter, sql};
use crate::kernel::ids::Seq;
use crate::store::{Stamp, Store, StoreError};

/// Lets a consumer hear what is committed of the log up to `through`, and puts aside what it
/// cannot take in; returns early where it stops.
///
/// A batch that fails is halved, one that goes well lets the next be twice as large: a poisoned
/// event costs a dozen transactions and not one for each of its neighbours.
pub fn hear_apart(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    through: Seq,
) -> Result<(), StoreError> {
    let mut size = SLICE;
    while store.read(|read| {
        let positions = Positions::of(read, &[consumer])?;
        let through = through.min(positions.head);
        let behind = positions.going().any(|it| it.offset.seq < through);
        Ok::<_, StoreError>(behind)
    })? {
        match store.write(stamp, |tx| hear_slice(tx, consumer, size)) {
            Ok(_) => size = (size * 2).min(SLICE),
            Err(Unheard::Store(error)) => return Err(error),
            Err(Unheard::Poison {
                through, reason, ..
            }) if size == 1 => {
                bury(store, stamp, consumer, through, &reason)?;
            }
            Err(Unheard::Poison { .. }) => size /= 2,
        }
    }
    Ok(())
}

/// Puts the event at `seq` aside, unless another process went on with it.
fn bury(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    seq: Seq,
    reason: &str,
) -> Result<(), StoreError> {
    store.write(stamp, |tx| {
        let mut positions = Positions::of(tx, &[consumer])?;
        for position in &mut positions.each {
            let next = sql::stored_after(tx, position.offset.seq, 1)?.pop();
            if let Some(event) = next.filter(|next| next.seq == seq) {
                dead_letter::bury(tx, consumer.name(), &event, reason)?;
                position.offset.seq = seq;
            }
        }
        positions.write(tx)
    })
}

//! Hearing with care: one consumer apart from the others, in ever smaller batches, until the event
//! that it cannot take in stands alone.

use crate::events::slice::{SLICE, Unheard, hear_slice};
use crate::events::sql::Offset;
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
        let offset = sql::offset(read, consumer.name())?;
        let (head, _) = sql::head(read)?;
        let stopped = dead_letter::has_stopped(read, consumer.name(), offset.heard)?;
        Ok::<_, StoreError>(offset.seq < through.min(head) && !stopped)
    })? {
        match store.write(stamp, |tx| hear_slice(tx, consumer, size)) {
            Ok(_) => size = (size * 2).min(SLICE),
            Err(Unheard::Store(error)) => return Err(error),
            Err(Unheard::Poison { through, reason }) if size == 1 => {
                bury(store, stamp, consumer.name(), through, &reason)?;
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
    consumer: &str,
    seq: Seq,
    reason: &str,
) -> Result<(), StoreError> {
    store.write(stamp, |tx| {
        let from = sql::offset(tx, consumer)?;
        let next = sql::stored_after(tx, from.seq, 1)?.pop();
        let Some(event) = next.filter(|next| next.seq == seq) else {
            return Ok(());
        };
        dead_letter::bury(tx, consumer, &event, reason)?;
        let to = Offset { seq, ..from };
        sql::move_offset(tx, consumer, from.seq, to).map(|_| ())
    })
}

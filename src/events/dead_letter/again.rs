//! Hearing dead letters again, and giving them up.

use crate::events::dead_letter::aside::shortened;
use crate::events::dead_letter::sql::{self, Waiting};
use crate::events::dead_letter::{DeadLetter, LetterState};
use crate::events::{Consumer, LogError, sql as log_sql};
use crate::kernel::actor::Actor;
use crate::kernel::ids::{DeadLetterId, Seq};
use crate::store::{Read, Stamp, Store, StoreError, Write};

/// What came of hearing the letters of a subject again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reheard {
    /// How many of them the consumer took in.
    pub heard: usize,
    /// The one that it could not take in, and why; the ones behind it are parked.
    pub dead: Option<(DeadLetterId, String)>,
}

/// Lets a consumer hear a dead letter again, and then what is parked behind it, in their order, in
/// one transaction.
///
/// If it cannot take one of them in, those before it are heard, that one is the dead letter now,
/// and the rest stays parked. What follows from them is appended; a catch-up is due then.
///
/// # Errors
/// `NoLetter` where the consumer has no such letter, `NotDead` where it is none.
pub fn retry(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    id: DeadLetterId,
) -> Result<Reheard, LogError> {
    let letter = store.read(|read| dead(read, id))?;
    if letter.consumer != consumer.name() {
        return Err(LogError::NoLetter(id));
    }
    Ok(hear_again(store, stamp, consumer, &letter.subject)?)
}

/// Gives a dead letter up: it is kept, with who, when and why. What is parked behind it is
/// released, for the next catch-up to let the consumer hear it.
///
/// # Errors
/// `NoLetter` where there is no such letter, `NotDead` where it is none.
pub fn discard(tx: &mut Write<'_>, id: DeadLetterId, reason: &str) -> Result<DeadLetter, LogError> {
    let letter = dead(tx, id)?;
    let by = tx.actor().clone();
    sql::end(tx, &[id], LetterState::Discarded, &by, Some(reason))?;
    sql::release(tx, &letter.consumer, &letter.subject)?;
    sql::show(tx, id)?.ok_or(LogError::NoLetter(id))
}

fn dead(read: &Read<'_>, id: DeadLetterId) -> Result<DeadLetter, LogError> {
    let letter = sql::show(read, id)?.ok_or(LogError::NoLetter(id))?;
    match letter.state {
        LetterState::Dead => Ok(letter),
        state @ (LetterState::Parked
        | LetterState::Released
        | LetterState::Retried
        | LetterState::Discarded) => Err(LogError::NotDead { id, state }),
    }
}

/// Lets a consumer hear what was released of a subject.
pub fn hear_released(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    subject: &str,
) -> Result<(), StoreError> {
    hear_again(store, stamp, consumer, subject).map(|_| ())
}

/// The event at which hearing again came to an end.
struct Poison {
    seq: Seq,
    reason: String,
}

/// Why nothing of an attempt is kept.
enum Failed {
    Store(StoreError),
    Poison(Poison),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// There are no savepoints: an attempt that meets poison is rolled back, and the next one hears
/// what is before it and stops there.
fn hear_again(
    store: &Store,
    stamp: &Stamp,
    consumer: &dyn Consumer,
    subject: &str,
) -> Result<Reheard, StoreError> {
    let mut poison: Option<Poison> = None;
    loop {
        let heard = store.write(stamp, |tx| attempt(tx, consumer, subject, poison.as_ref()));
        match heard {
            Ok(reheard) => return Ok(reheard),
            Err(Failed::Store(error)) => return Err(error),
            Err(Failed::Poison(found)) => poison = Some(found),
        }
    }
}

fn attempt(
    tx: &mut Write<'_>,
    consumer: &dyn Consumer,
    subject: &str,
    poison: Option<&Poison>,
) -> Result<Reheard, Failed> {
    let by = tx.act_as(Actor::System);
    let waiting = sql::waiting(tx, consumer.name(), subject)?;
    let mut heard = Vec::new();
    let mut dead = None;
    for Waiting { id, seq } in waiting {
        if let Some(poison) = poison.filter(|it| it.seq == seq) {
            sql::mark_dead(tx, id, &poison.reason)?;
            sql::park_behind(tx, consumer.name(), subject, seq)?;
            dead = Some((id, poison.reason.clone()));
            break;
        }
        hear_one(tx, consumer, seq)?;
        heard.push(id);
    }
    sql::end(tx, &heard, LetterState::Retried, &by, None)?;
    let heard = heard.len();
    Ok(Reheard { heard, dead })
}

fn hear_one(tx: &mut Write<'_>, consumer: &dyn Consumer, seq: Seq) -> Result<(), Failed> {
    let stored = log_sql::stored_at(tx, seq)?;
    let stored = stored.ok_or(StoreError::NoRow("the event of a dead letter"))?;
    let taken = match stored.heard() {
        Ok(heard) => consumer.hear(tx, &[heard]),
        Err(error) => Err(error.into()),
    };
    tx.set_cause(None);
    let Err(failure) = taken else {
        return Ok(());
    };
    let reason = shortened(&failure.into_reason()?);
    Err(Failed::Poison(Poison { seq, reason }))
}

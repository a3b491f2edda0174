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
        Ok(heard) => consumer.hear(tx, &[&heard]),
        Err(error) => Err(error.into()),
    };
    tx.set_cause(None);
    let Err(failure) = taken else {
        return Ok(());
    };
    let reason = shortened(&failure.into_reason()?);
    Err(Failed::Poison(Poison { seq, reason }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::{Listener, NOW, World, rest};
    use crate::events::{EventName, Progress};
    use crate::store::testing::stamp;

    const FIRST: DeadLetterId = DeadLetterId::new(1);

    /// Task 2 is dead at event 2, and events 4, 6 and 7 wait behind it.
    fn world(accounting: &Listener) -> World {
        let world = World::new();
        world.close([1, 2]);
        accounting.refuse(2);
        world.hear(&[accounting]);
        world.close([2]);
        world.hear(&[accounting]);
        world.close([3, 2, 2]);
        world.hear(&[accounting]);
        assert_eq!(world.heard("accounting"), [1, 5]);
        assert_eq!(states(&world), "2 dead, 4 parked, 6 parked, 7 parked");
        world
    }

    fn states(world: &World) -> String {
        let letters = world.letters("accounting").into_iter();
        let letters = letters.map(|(seq, state, _)| format!("{seq} {state}"));
        letters.collect::<Vec<_>>().join(", ")
    }

    fn again(world: &World, accounting: &Listener, id: DeadLetterId) -> Result<Reheard, LogError> {
        retry(world.store(), &stamp(NOW), accounting, id)
    }

    #[test]
    fn a_letter_is_heard_again_and_then_what_waits_behind_it() {
        let accounting = Listener::accounting();
        let world = world(&accounting);
        accounting.mend();
        let (heard, dead) = (4, None);
        let reheard = again(&world, &accounting, FIRST).expect("heard");
        assert_eq!(reheard, Reheard { heard, dead });
        assert_eq!(world.heard("accounting"), [1, 5, 2, 4, 6, 7]);
        assert_eq!(states(&world), "2 retried, 4 retried, 6 retried, 7 retried");
        let letter = world.read(|read| sql::show(read, FIRST)).expect("a letter");
        assert_eq!(letter.ended_at, Some(stamp(NOW).clock.now()));
        assert_eq!(letter.ended_by.as_deref(), Some("system"));

        world.close([2]);
        world.hear(&[&accounting]);
        let last = world.heard("accounting").pop();
        assert_eq!(last, world.of_name(EventName::TaskClosed).pop());
        let twice = again(&world, &accounting, FIRST).expect_err("it was heard");
        assert_eq!(twice.to_string(), "letter 1 is retried, not dead");
    }

    #[test]
    fn a_letter_that_stays_poison_stays_dead() {
        let accounting = Listener::accounting();
        let world = world(&accounting);
        let reheard = again(&world, &accounting, FIRST).expect("tried");
        let dead = Some((FIRST, "no room for task 2".to_owned()));
        assert_eq!(reheard, Reheard { heard: 0, dead });
        assert_eq!(states(&world), "2 dead, 4 parked, 6 parked, 7 parked");
        assert_eq!(world.heard("accounting"), [1, 5]);
    }

    #[test]
    fn what_goes_wrong_behind_a_letter_is_the_next_dead_one() {
        let accounting = Listener::accounting();
        let world = world(&accounting);
        accounting.mend();
        accounting.refuse_event(6);
        let reheard = again(&world, &accounting, FIRST).expect("tried");
        let dead = Some((DeadLetterId::new(3), "no room for event 6".to_owned()));
        assert_eq!(reheard, Reheard { heard: 2, dead });
        assert_eq!(states(&world), "2 retried, 4 retried, 6 dead, 7 parked");
        assert_eq!(world.heard("accounting"), [1, 5, 2, 4]);
    }

    #[test]
    fn a_discarded_letter_is_kept_and_what_waits_behind_it_is_heard() {
        let accounting = Listener::accounting();
        let world = world(&accounting);
        accounting.mend();
        accounting.refuse_event(6);
        let letter = world.write(|tx| discard(tx, FIRST, "a duplicate"));
        assert_eq!(letter.state, LetterState::Discarded);
        assert_eq!(letter.ended_by.as_deref(), Some("system"));
        assert_eq!(letter.ended_because.as_deref(), Some("a duplicate"));
        assert_eq!(letter.parked, 3);
        assert_eq!(
            states(&world),
            "2 discarded, 4 released, 6 released, 7 released"
        );

        world.close([2]);
        world.write(|tx| rest(tx, &accounting));
        let released = "2 discarded, 4 released, 6 released, 7 released, 9 parked";
        assert_eq!(states(&world), released);

        assert_eq!(world.hear(&[&accounting]), Progress::Quiet);
        let after = "2 discarded, 4 retried, 6 dead, 7 parked, 9 parked";
        assert_eq!(states(&world), after);
        assert_eq!(world.heard("accounting"), [1, 5, 4]);
    }

    #[test]
    fn only_a_dead_letter_of_the_consumer_is_heard_again_or_discarded() {
        let accounting = Listener::accounting();
        let world = world(&accounting);
        let errors = [
            again(&world, &accounting, DeadLetterId::new(9)).map(|_| ()),
            again(&world, &Listener::tasks(), FIRST).map(|_| ()),
            again(&world, &accounting, DeadLetterId::new(2)).map(|_| ()),
            world.store().write(&stamp(NOW), |tx| {
                discard(tx, DeadLetterId::new(2), "no").map(|_| ())
            }),
        ];
        let errors = errors.map(|error| error.expect_err("refused").to_string());
        assert_eq!(
            errors,
            [
                "there is no dead letter 9",
                "there is no dead letter 1",
                "letter 2 is parked, not dead",
                "letter 2 is parked, not dead",
            ]
        );
    }
}

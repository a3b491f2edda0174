//! One slice of the log for one consumer, in whatever transaction is open.

use std::collections::HashSet;

use crate::events::position::{Position, Positions};
use crate::events::sql::Offset;
use crate::events::stored::Stored;
use crate::events::{Consumer, Failure, Heard, LogError, dead_letter, sql};
use crate::kernel::actor::Actor;
use crate::kernel::ids::Seq;
use crate::store::{StoreError, Write};

/// How many events are read from the log at once.
pub const SLICE: i64 = 2_000;

/// Why a slice was not taken in; the transaction is to be rolled back.
#[derive(Debug)]
pub enum Unheard {
    /// The store failed; later it may go well.
    Store(StoreError),
    /// The consumer cannot take in what is in the slice.
    Poison {
        /// Which one cannot.
        consumer: &'static str,
        /// The last event of the slice.
        through: Seq,
        /// Why.
        reason: String,
    },
}

impl From<Unheard> for LogError {
    fn from(unheard: Unheard) -> Self {
        match unheard {
            Unheard::Store(error) => Self::Store(error),
            Unheard::Poison {
                consumer,
                through,
                reason,
            } => Self::Unheard {
                consumer,
                through,
                reason,
            },
        }
    }
}

impl From<StoreError> for Unheard {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Some events of the log, read once for all who hear them.
struct Window {
    after: Seq,
    through: Seq,
    events: i64,
    told: Vec<Told>,
}

/// An event that somebody wants: as it is stored, and in its newest shape or why it has none.
struct Told {
    stored: Stored,
    heard: Result<Heard, String>,
}

impl Window {
    /// The next events after `after`, at most `limit`; `None` at the end of the log. What none of
    /// the consumers cares about is passed over.
    fn read(
        tx: &Write<'_>,
        after: Seq,
        limit: i64,
        consumers: &[&dyn Consumer],
    ) -> Result<Option<Self>, StoreError> {
        let wanted = |name: &str| consumers.iter().any(|it| is_for(*it, name));
        let stretch = sql::stretch(tx, after, limit, wanted)?;
        Ok(stretch.map(|stretch| {
            let told = stretch.wanted.into_iter().map(|stored| Told {
                heard: stored.heard().map_err(|error| error.to_string()),
                stored,
            });
            Self {
                after,
                through: stretch.through,
                events: stretch.events,
                told: told.collect(),
            }
        }))
    }
}

/// Lets every consumer that goes on hear its next events in turn; answers how many there were,
/// counted once for each of them.
///
/// Consumers that stand at the same place, as they mostly do, hear what is read once.
pub fn hear_slices(tx: &mut Write<'_>, positions: &mut Positions<'_>) -> Result<i64, Unheard> {
    let going: Vec<&dyn Consumer> = positions.going().map(|it| it.consumer).collect();
    let mut window: Option<Window> = None;
    let mut heard: i64 = 0;
    for position in positions.each.iter_mut().filter(|it| !it.has_stopped) {
        let from = position.offset.seq;
        if from >= tx.head().seq {
            continue;
        }
        if window.as_ref().is_none_or(|window| window.after != from) {
            window = Window::read(tx, from, SLICE, &going)?;
        }
        if let Some(window) = &window {
            heard = heard.saturating_add(hear_window(tx, position, window)?);
        }
    }
    Ok(heard)
}

/// Lets a consumer hear the next events of the log, at most `limit`; answers how many there were.
pub fn hear_slice(tx: &mut Write<'_>, consumer: &dyn Consumer, limit: i64) -> Result<i64, Unheard> {
    let mut positions = Positions::of(tx, &[consumer])?;
    let mut heard = 0;
    for position in &mut positions.each {
        heard += hear_next(tx, position, limit)?;
    }
    positions.write(tx)?;
    Ok(heard)
}

fn hear_next(tx: &mut Write<'_>, position: &mut Position<'_>, limit: i64) -> Result<i64, Unheard> {
    let from = position.offset.seq;
    if from >= tx.head().seq {
        return Ok(0);
    }
    match Window::read(tx, from, limit, &[position.consumer])? {
        None => Ok(0),
        Some(window) => hear_window(tx, position, &window),
    }
}

/// What the consumer does not care about is passed over, what is about a subject of which
/// something waits is parked. Its offset lies behind the window then.
fn hear_window(
    tx: &mut Write<'_>,
    position: &mut Position<'_>,
    window: &Window,
) -> Result<i64, Unheard> {
    match take_in(tx, position, window) {
        Ok(()) => Ok(window.events),
        Err(failure) => {
            let reason = failure.into_reason()?;
            Err(Unheard::Poison {
                consumer: position.consumer.name(),
                through: window.through,
                reason,
            })
        }
    }
}

fn take_in(
    tx: &mut Write<'_>,
    position: &mut Position<'_>,
    window: &Window,
) -> Result<(), Failure> {
    let consumer = position.consumer;
    let waiting: HashSet<String> = position.waiting_subjects(tx)?.into_iter().collect();
    let mut heard: Vec<&Heard> = Vec::with_capacity(window.told.len());
    let mut parked: Vec<&Stored> = Vec::new();
    let told = window.told.iter();
    for Told { stored, heard: it } in told.filter(|it| is_for(consumer, &it.stored.name)) {
        if waiting.contains(&stored.subject) {
            parked.push(stored);
        } else {
            heard.push(it.as_ref().map_err(|why| Failure::Poison(why.clone()))?);
        }
    }
    if !heard.is_empty() {
        consumer.hear(tx, &heard)?;
        tx.set_cause(None);
    }
    dead_letter::park(tx, consumer.name(), &parked)?;
    position.offset = Offset {
        seq: window.through,
        heard: heard.last().map_or(position.offset.heard, |last| last.seq),
    };
    Ok(())
}

/// An event of a name that nobody knows is everybody's poison.
fn is_for(consumer: &dyn Consumer, name: &str) -> bool {
    name.parse().map_or(true, |name| consumer.hears(name))
}

/// Lets those of the consumers that are named hear the rest of the log inside of a command's own
/// transaction, where that is at most `most` events, so that its rule sees everything that was
/// committed before.
///
/// What follows is said by popug itself, as in a catch-up.
///
/// # Errors
/// `Unheard` where one cannot take something in: a catch-up puts all poison aside. `Behind` where one
/// has more to hear. `Stopped` where it goes on no longer.
pub fn hear_rest(
    tx: &mut Write<'_>,
    positions: &mut Positions<'_>,
    names: &[&str],
    most: i64,
) -> Result<(), LogError> {
    as_popug(tx, |tx| {
        let named = positions.each.iter_mut();
        for position in named.filter(|it| names.contains(&it.consumer.name())) {
            let consumer = position.consumer.name();
            if position.has_stopped {
                return Err(LogError::Stopped(consumer));
            }
            let events = tx.head().seq.get() - position.offset.seq.get();
            if events > most {
                return Err(LogError::Behind { consumer, events });
            }
            while hear_next(tx, position, SLICE)? > 0 {}
        }
        Ok(positions.write(tx)?)
    })
}

/// Lets the consumers hear the log to its end inside of a command's own transaction, and what they
/// say in answer as well, where that is at most `most` events; `false` where it is left to a catch-up:
/// there are more, or letters were released.
///
/// # Errors
/// Why one of them cannot; the transaction is to be rolled back to where it was.
pub fn hear_within(
    tx: &mut Write<'_>,
    positions: &mut Positions<'_>,
    most: i64,
) -> Result<bool, LogError> {
    let has_released = positions.each.iter().any(|it| it.released.is_some());
    if has_released || positions.lag(tx.head().seq, most).is_some() {
        return Ok(false);
    }
    as_popug(tx, |tx| {
        while hear_slices(tx, positions)? > 0 {}
        positions.write(tx)?;
        Ok(true)
    })
}

fn as_popug<T>(
    tx: &mut Write<'_>,
    hear: impl FnOnce(&mut Write<'_>) -> Result<T, LogError>,
) -> Result<T, LogError> {
    let cause = tx.cause();
    tx.set_cause(None);
    let actor = tx.act_as(Actor::System);
    let heard = hear(tx);
    tx.act_as(actor);
    tx.set_cause(cause);
    heard
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::{Listener, NOW, World, rest};
    use crate::events::{Append, shape::TaskClosed};
    use crate::kernel::ids::{TaskId, UserId};
    use crate::store::Stamp;
    use crate::store::testing::stamp;

    fn kesha() -> Stamp {
        Stamp {
            actor: Actor::Popug {
                id: UserId::new(1),
                name: "kesha".parse().expect("a name"),
                role: crate::kernel::role::Role::Worker,
            },
            ..stamp(NOW)
        }
    }

    fn closed(task: i64) -> TaskClosed {
        let (task, by) = (TaskId::new(task), UserId::new(1));
        TaskClosed { task, by }
    }

    #[test]
    fn a_command_hears_the_rest_and_goes_on_as_who_it_was() {
        let world = World::new();
        world.close([1, 2]);
        let run = world.store().write(&kesha(), |tx| {
            tx.set_cause(Some(Seq::new(1)));
            rest(tx, &Listener::accounting())?;
            rest(tx, &Listener::accounting())?;
            tx.append(closed(3))
        });
        run.expect("a command");
        assert_eq!(world.heard("accounting"), [1, 2]);
        let log = world.log();
        let said = log
            .iter()
            .map(|it| (it.actor.as_str(), it.cause.map(Seq::get)));
        let said: Vec<_> = said.skip(2).collect();
        let expected = [("system", Some(1)), ("system", Some(2)), ("kesha", Some(1))];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_command_hears_what_it_appended_itself() {
        let world = World::new();
        world.write(|tx| {
            tx.append(closed(1))?;
            rest(tx, &Listener::accounting())?;
            tx.append(closed(2)).map(|_| ())
        });
        assert_eq!(world.heard("accounting"), [1]);
        world.hear(&[&Listener::accounting()]);
        assert_eq!(world.heard("accounting"), [1, 3]);
    }

    #[test]
    fn a_command_that_meets_poison_keeps_nothing() {
        let world = World::new();
        world.close([1, 2]);
        let accounting = Listener::accounting();
        accounting.refuse(2);
        let run = world.store().write(&kesha(), |tx| {
            tx.append(closed(3))?;
            rest(tx, &accounting)
        });
        assert_eq!(
            run.expect_err("poison").to_string(),
            "accounting cannot take in the log through event 3: no room for task 2"
        );
        assert_eq!(world.log().len(), 2);
        assert!(world.heard("accounting").is_empty());

        world.hear(&[&accounting]);
        let run = world.store().write(&kesha(), |tx| rest(tx, &accounting));
        run.expect("the poison is put aside");
    }

    #[test]
    fn a_rehearsed_command_lets_nobody_hear() {
        let world = World::new();
        world.close([1]);
        let run = |tx: &mut Write<'_>| rest(tx, &Listener::accounting());
        world.store().rehearse(&kesha(), run).expect("a rehearsal");
        assert!(world.heard("accounting").is_empty());
        assert_eq!(world.log().len(), 1);
    }
}

//! Who hears the log, in which order, and how much of it a command takes upon itself.

use crate::accounting::Accounting;
use crate::analytics::AnalyticsConsumer;
use crate::app::audience::Warning;
use crate::app::error::AppError;
use crate::delivery::DeliveryConsumer;
use crate::events::{self, BACKLOG, Budget, Consumer, LogError, Positions, Progress};
use crate::kernel::ids::Seq;
use crate::store::{Stamp, Store, StoreError, Write};
use crate::tasks::TasksConsumer;

/// Every consumer, in the order in which they hear.
pub const CONSUMERS: [&dyn Consumer; 4] = [
    &Accounting,
    &TasksConsumer,
    &AnalyticsConsumer,
    &DeliveryConsumer,
];

/// Lets everybody hear everything.
pub fn catch_up(store: &Store, stamp: &Stamp) -> Result<Progress, StoreError> {
    events::catch_up(store, stamp, &CONSUMERS, Budget::Whole)
}

/// Lets everybody hear what a command has just appended from `own` on, and of what others left
/// behind no more than a process can take upon itself.
pub fn catch_up_after(store: &Store, stamp: &Stamp, own: Seq) -> Result<Progress, StoreError> {
    events::catch_up(store, stamp, &CONSUMERS, Budget::Behind(own))
}

/// Lets everybody hear what a command has appended in its own transaction, and what others left
/// behind; then `complete` sees what follows from it. `None` where that is left to a catch-up behind
/// the commit: there is more than a command's transaction takes, or something goes wrong, and then
/// nothing is left of it. `known` is where they are, as far as that was asked for.
pub fn hear_within(
    tx: &mut Write<'_>,
    known: Option<Positions<'static>>,
    complete: impl FnOnce(&Write<'_>) -> Result<(), AppError>,
) -> Result<Option<Progress>, AppError> {
    let mut positions = known.map_or_else(|| Positions::of(tx, &CONSUMERS), Ok)?;
    let heard = tx.savepoint(|tx| {
        let all = events::hear_within(tx, &mut positions, BACKLOG)?;
        all.then(|| complete(tx)).transpose()
    })?;
    match heard {
        Ok(Some(())) => Ok(Some(positions.progress())),
        Ok(None) => Ok(None),
        Err(error) => {
            tracing::debug!("not heard in the command's transaction: {error}");
            Ok(None)
        }
    }
}

/// How far a worker's step has brought the consumers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// All of them have heard everything, but for those that have stopped.
    All(Progress),
    /// There is more.
    More,
}

impl Heard {
    /// What keeps a consumer from hearing.
    pub fn stopped(self) -> Option<Warning> {
        match self {
            Self::All(progress @ Progress::Stopped(_)) => Warning::of(progress),
            Self::All(Progress::Quiet | Progress::Behind { .. }) | Self::More => None,
        }
    }
}

/// Lets everybody hear some of what they have not heard, so that whoever works for ever can end
/// between two such steps.
pub fn hear_some(store: &Store, stamp: &Stamp) -> Result<Heard, StoreError> {
    let progress = events::catch_up(store, stamp, &CONSUMERS, Budget::Step)?;
    Ok(match progress {
        Progress::Behind { .. } => Heard::More,
        Progress::Quiet | Progress::Stopped(_) => Heard::All(progress),
    })
}

/// Lets the consumers that a command's rule depends on hear the rest, in its own transaction; answers
/// where all of them are then, if there are any.
///
/// # Errors
/// Where that does not go there: there is a backlog, or an event that one of them cannot take in.
pub fn hear_rest(
    tx: &mut Write<'_>,
    names: &[&str],
) -> Result<Option<Positions<'static>>, AppError> {
    if names.is_empty() {
        return Ok(None);
    }
    let mut positions = Positions::of(tx, &CONSUMERS)?;
    events::hear_rest(tx, &mut positions, names, BACKLOG)?;
    Ok(Some(positions))
}

/// Runs a write that lets consumers `hear_rest`; where that does not go there, once more, behind
/// transactions of their own in which they hear everything, and what cannot be heard is put aside.
pub fn up_to_date<T>(
    store: &Store,
    stamp: &Stamp,
    names: &[&str],
    mut write: impl FnMut() -> Result<T, AppError>,
) -> Result<T, AppError> {
    let ended = write();
    match &ended {
        Err(AppError::Log(LogError::Behind { .. })) => {
            events::catch_up(store, stamp, &named(names), Budget::Whole)?
        }
        Err(AppError::Log(LogError::Unheard { .. })) => catch_up(store, stamp)?,
        Ok(_) | Err(_) => return ended,
    };
    write()
}

fn named(names: &[&str]) -> Vec<&'static dyn Consumer> {
    let named = CONSUMERS.into_iter();
    named.filter(|it| names.contains(&it.name())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::Append;
    use crate::events::shape::SettingUpdated;
    use crate::store::testing::{Scratch, stamp};

    const NOW: &str = "2026-11-23T18:30:00Z";

    fn say(store: &Store, times: usize) -> Seq {
        let said = store.write(&stamp(NOW), |tx| {
            for _ in 0..times {
                let (key, value) = ("mail_from".to_owned(), "popug@uberpopug.example".to_owned());
                tx.append(SettingUpdated { key, value })?;
            }
            Ok::<_, events::LogError>(tx.head().seq)
        });
        said.expect("said")
    }

    fn passed(store: &Store, consumer: &dyn Consumer) -> Seq {
        let offset = store.read(|read| events::offset_of(read, consumer.name()));
        offset.expect("reads")
    }

    #[test]
    fn a_consumer_that_has_stopped_long_ago_holds_up_nobody() {
        let scratch = Scratch::new();
        let store = &scratch.store;
        let raw = scratch.raw();
        raw.batch("INSERT INTO events_offset (consumer, seq) VALUES ('analytics', 0)");
        for dead in 1..=100 {
            raw.batch(&format!(
                "INSERT INTO events_dead (id, consumer, seq, name, subject, state, reason, at)
                 VALUES ({dead}, 'analytics', {dead}, 'task.closed', 'task/1', 'dead', 'r', 0)"
            ));
        }
        say(store, 2_100);
        catch_up(store, &stamp(NOW)).expect("heard");
        assert_eq!(passed(store, &AnalyticsConsumer), Seq::START);

        let own = say(store, 1);
        catch_up_after(store, &stamp(NOW), own).expect("heard");
        assert_eq!(passed(store, &DeliveryConsumer), own);
    }
}

//! Who hears the log, in which order, and how much of it a command takes upon itself.

use crate::accounting::Accounting;
use crate::analytics::AnalyticsConsumer;
use crate::app::error::AppError;
use crate::delivery::DeliveryConsumer;
use crate::events::{self, Budget, Consumer, Progress};
use crate::kernel::ids::Seq;
use crate::store::{Stamp, Store, StoreError, Write};
use crate::tasks::TasksConsumer;

/// How much of other people's backlog a command works off before it answers.
const BACKLOG: i64 = 2_000;

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
/// behind no more than a process can take upon itself. What goes wrong is a warning: the command
/// itself is committed.
pub fn catch_up_after(store: &Store, stamp: &Stamp, own: Seq) {
    let slowest = store.read(|read| events::slowest(read, &CONSUMERS));
    let progress = slowest.and_then(|slowest| match slowest {
        Some((heard, consumer)) if own.get() - heard.get() > BACKLOG => {
            let behind = own.get() - heard.get();
            tracing::warn!(
                "{consumer} is {behind} events behind; what derives from them is missing"
            );
            let through = Seq::new(heard.get() + BACKLOG);
            events::catch_up(store, stamp, &CONSUMERS, Budget::Through(through))
        }
        Some(_) | None => catch_up(store, stamp),
    });
    match progress {
        Ok(Progress::Quiet) => {}
        Ok(Progress::Stopped(consumer)) => {
            tracing::warn!("{}", stopped(consumer));
        }
        Err(error) => tracing::warn!("the log was not heard to its end: {error}"),
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
    pub fn stopped(self) -> Option<String> {
        match self {
            Self::All(Progress::Stopped(consumer)) => Some(stopped(consumer)),
            Self::All(Progress::Quiet) | Self::More => None,
        }
    }
}

fn stopped(consumer: &str) -> String {
    format!("{consumer} has stopped: too many events that it cannot take in")
}

/// Lets everybody hear some of what they have not heard, so that whoever works for ever can end
/// between two such steps.
pub fn hear_some(store: &Store, stamp: &Stamp) -> Result<Heard, StoreError> {
    let slowest = store.read(|read| events::slowest(read, &CONSUMERS))?;
    let head = store.head()?.seq;
    let behind = slowest.map(|(heard, _)| Seq::new(heard.get().saturating_add(BACKLOG)));
    match behind.filter(|through| *through < head) {
        None => catch_up(store, stamp).map(Heard::All),
        Some(through) => {
            events::catch_up(store, stamp, &CONSUMERS, Budget::Through(through))?;
            Ok(Heard::More)
        }
    }
}

/// Lets the consumers that a command's rule depends on hear the rest, in its own transaction.
pub fn hear_rest(tx: &mut Write<'_>, names: &[&str]) -> Result<(), AppError> {
    let needed = CONSUMERS
        .into_iter()
        .filter(|consumer| names.contains(&consumer.name()));
    for consumer in needed {
        events::hear_rest(tx, consumer)?;
    }
    Ok(())
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
        let slowest = store.read(|read| events::slowest(read, &[consumer]));
        slowest.expect("reads").map_or(Seq::START, |(seq, _)| seq)
    }

    #[test]
    fn a_consumer_that_has_stopped_long_ago_holds_up_nobody() {
        let scratch = Scratch::new();
        let store = &scratch.store;
        let raw = scratch.raw();
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
        catch_up_after(store, &stamp(NOW), own);
        assert_eq!(passed(store, &DeliveryConsumer), own);
    }
}

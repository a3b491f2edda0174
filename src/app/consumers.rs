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
    let heard = store.read(slowest);
    let progress = heard.and_then(|(heard, consumer)| {
        if own.get() - heard.get() <= BACKLOG {
            return catch_up(store, stamp);
        }
        let behind = own.get() - heard.get();
        tracing::warn!("{consumer} is {behind} events behind; what derives from them is missing");
        let through = Seq::new(heard.get() + BACKLOG);
        events::catch_up(store, stamp, &CONSUMERS, Budget::Through(through))
    });
    match progress {
        Ok(Progress::Quiet) => {}
        Ok(Progress::Stopped(consumer)) => {
            tracing::warn!("{consumer} has stopped: too many events that it cannot take in");
        }
        Err(error) => tracing::warn!("the log was not heard to its end: {error}"),
    }
}

fn slowest(read: &crate::store::Read<'_>) -> Result<(Seq, &'static str), StoreError> {
    let mut slowest = (Seq::new(i64::MAX), "");
    for consumer in CONSUMERS {
        let heard = events::offset_of(read, consumer.name())?;
        slowest = slowest.min((heard, consumer.name()));
    }
    Ok(slowest)
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

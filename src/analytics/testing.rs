//! Logs for the tests of analytics.

use crate::analytics::AnalyticsConsumer;
use crate::events::shape::{Party, TaskCreated, TaskUpdated, TransactionCreated, TransactionKind};
use crate::events::{Append, Budget, Event, Failure, Progress, catch_up};
use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{TaskId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::range::Calendar;
use crate::store::testing::{Scratch, stamp};
use crate::store::{Asker, Query};

pub const NOW: &str = "2026-11-23T12:00:00Z";

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

pub fn task(id: i64, title: &str) -> Event {
    TaskCreated {
        task: TaskId::new(id),
        ticket: Some(format!("POPUG-{id}").parse().expect("a ticket")),
        title: title.to_owned(),
        description: None,
        author: UserId::new(1),
    }
    .into()
}

pub fn retitled(id: i64, title: &str) -> Event {
    TaskUpdated {
        task: TaskId::new(id),
        ticket: None,
        title: title.to_owned(),
        description: None,
    }
    .into()
}

pub fn moved(
    kind: TransactionKind,
    on: &str,
    from: Party,
    to: Party,
    amount: i64,
    task: Option<i64>,
) -> Event {
    TransactionCreated {
        transaction: TransactionId::new(1),
        kind,
        day: day(on),
        from,
        to,
        amount_cents: cents(amount),
        task: task.map(TaskId::new),
        ticket: None,
        title: None,
        memo: None,
        mends: None,
    }
    .into()
}

pub fn popug(id: i64) -> Party {
    Party::User(UserId::new(id))
}

pub fn fee(on: &str, from: i64, amount: i64) -> Event {
    let (from, to) = (popug(from), Party::Management);
    moved(TransactionKind::Fee, on, from, to, amount, Some(1))
}

pub fn reward(on: &str, to: i64, amount: i64, task: i64) -> Event {
    let (from, to) = (Party::Management, popug(to));
    moved(TransactionKind::Reward, on, from, to, amount, Some(task))
}

/// Appends events without letting anybody hear them.
pub fn append(scratch: &Scratch, events: &[Event]) {
    let written = scratch.store.write(&stamp(NOW), |tx| {
        tx.append_many(events.iter().map(|event| (event.clone(), None)))?;
        Ok::<_, Failure>(())
    });
    written.expect("events are appended");
}

pub fn hear(scratch: &Scratch) {
    let heard = catch_up(
        &scratch.store,
        &stamp(NOW),
        &[&AnalyticsConsumer],
        Budget::Whole,
    );
    assert_eq!(heard.expect("catches up"), Progress::Quiet);
}

pub fn told(scratch: &Scratch, events: &[Event]) {
    append(scratch, events);
    hear(scratch);
}

/// Asks on 2026-11-23, whose open day is the 24th.
pub fn ask<Q: Query>(scratch: &Scratch, query: &Q) -> Q::Answer
where
    Q::Error: std::fmt::Debug + From<crate::store::StoreError>,
{
    ask_on(scratch, query, day("2026-11-23"))
}

/// Asks on a day that is closed already.
pub fn ask_on<Q: Query>(scratch: &Scratch, query: &Q, today: Day) -> Q::Answer
where
    Q::Error: std::fmt::Debug + From<crate::store::StoreError>,
{
    let asker = Asker::on(
        Actor::System,
        Calendar {
            zone: Zone::UTC,
            today,
            open: today.next(),
        },
    );
    let answer = scratch.store.read(|read| query.ask(read, &asker));
    answer.expect("an answer")
}

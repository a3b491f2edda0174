//! Companies whose days are closed, for the tests of delivery.

use crate::delivery::DeliveryConsumer;
use crate::delivery::model::DueLetter;
use crate::events::shape::{AccountFinalized, SettingUpdated, UserCreated, UserUpdated};
use crate::events::{Append, Budget, Event, Failure, Progress, catch_up};
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::role::Role;
use crate::store::testing::{Scratch, moment, stamp};

pub const NOW: &str = "2026-11-23T00:05:00Z";

pub fn day() -> Day {
    "2026-11-22".parse().expect("a day")
}

pub fn user(id: i64, name: &str) -> Event {
    UserCreated {
        user: UserId::new(id),
        name: name.parse().expect("a name"),
        role: Role::Worker,
        email: format!("{name}@popug.example"),
        full_name: None,
        active: true,
    }
    .into()
}

pub fn moved_away(id: i64, name: &str) -> Event {
    UserUpdated {
        user: UserId::new(id),
        name: name.parse().expect("a name"),
        role: Role::Worker,
        email: format!("{name}@elsewhere.example"),
        full_name: Some("Kesha the Bold".to_owned()),
        active: false,
    }
    .into()
}

pub fn setting(key: &str, value: &str) -> Event {
    SettingUpdated {
        key: key.to_owned(),
        value: value.to_owned(),
    }
    .into()
}

/// Invoice, transaction (a hundred more) and popug have the same number.
pub fn finalized(id: i64, amount: i64) -> Event {
    AccountFinalized {
        invoice: InvoiceId::new(id),
        day: day(),
        user: UserId::new(id),
        transaction: TransactionId::new(100 + id),
        amount_cents: Money::from_cents(amount),
    }
    .into()
}

pub fn told(scratch: &Scratch, events: &[Event]) {
    let written = scratch.store.write(&stamp(NOW), |tx| {
        tx.append_many(events.iter().map(|event| (event.clone(), None)))?;
        Ok::<_, Failure>(())
    });
    written.expect("events are appended");
    let consumers: [&dyn crate::events::Consumer; 1] = [&DeliveryConsumer];
    let heard = catch_up(&scratch.store, &stamp(NOW), &consumers, Budget::Whole);
    assert_eq!(heard.expect("catches up"), Progress::Quiet);
}

/// A letter about $17.00, due.
pub fn due() -> DueLetter {
    DueLetter {
        invoice: InvoiceId::new(4),
        day: day(),
        user: UserId::new(7),
        name: "kesha".parse().expect("a name"),
        email: "kesha@popug.example".to_owned(),
        full_name: Some("Kesha the Bold".to_owned()),
        amount: Money::from_cents(1_700),
        finalized_at: moment(NOW),
        domain: "uberpopug.example".to_owned(),
    }
}

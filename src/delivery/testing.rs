//! Companies whose days are closed, for the tests of delivery.

use crate::delivery::DeliveryConsumer;
use crate::delivery::model::{DueLetter, PaymentState, Sent};
use crate::delivery::queue::{due_letters, kept_letter, mark_failed, mark_sent};
use crate::events::shape::{AccountFinalized, SettingUpdated, UserCreated, UserUpdated};
use crate::events::{Append, Budget, Event, Failure, Progress, catch_up};
use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{InvoiceId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::range::Calendar;
use crate::kernel::role::Role;
use crate::store::Asker;
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
pub fn due_letter() -> DueLetter {
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
        attempts: 0,
    }
}

/// popug itself, on the day of the letters.
pub fn asker() -> Asker {
    Asker::on(
        Actor::System,
        Calendar {
            zone: Zone::UTC,
            today: day(),
            open: day(),
        },
    )
}

pub fn invoice(id: i64) -> InvoiceId {
    InvoiceId::new(id)
}

/// The letters that are due.
pub fn due(scratch: &Scratch, now: &str) -> Vec<i64> {
    let due = scratch
        .store
        .read(|read| due_letters(read, moment(now), 10));
    let due = due.expect("letters").into_iter();
    due.map(|letter| letter.invoice.get()).collect()
}

/// A letter is tried once more, and not taken.
pub fn fail(scratch: &Scratch, id: i64, now: &str) {
    let failed = scratch.store.write(&stamp(now), |tx| {
        let before = kept_letter(tx, invoice(id))?.queued.attempts;
        mark_failed(tx, invoice(id), before, "the disk\nis full")
    });
    failed.expect("marked");
}

pub fn sent(to: &str) -> Sent {
    Sent {
        to: to.to_owned(),
        from: "popug@uberpopug.example".to_owned(),
        timezone: "UTC".to_owned(),
    }
}

/// A letter is taken.
pub fn sends(scratch: &Scratch, id: i64) {
    let marked = scratch.store.write(&stamp(NOW), |tx| {
        mark_sent(tx, invoice(id), &sent("kesha@popug.example"))
    });
    marked.expect("marked");
}

/// A payment ends, as only a gateway could let it end.
pub fn set_payment(scratch: &Scratch, id: i64, state: PaymentState) {
    let sql = "UPDATE delivery_payment SET state = ?2, next_at = NULL, ended_at = 0
               WHERE invoice_id = ?1";
    let set = scratch
        .store
        .write(&stamp(NOW), |tx| tx.execute(sql, &[&invoice(id), &state]));
    set.expect("set");
}

//! For tests of the log: events, consumers of a table of their own, and poison.

use crate::events::Event;
use crate::events::shape::{
    AccountFinalized, DayClosed, DrawReason, DrawRecord, Outcome, Party, SettingUpdated,
    TaskAssigned, TaskClosed, TaskCreated, TaskPriced, TaskUpdated, TransactionCreated,
    TransactionKind, TransactionProcessed, UserCreated, UserUpdated,
};
use crate::kernel::ids::{DrawId, InvoiceId, PoolVersion, TaskId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::role::Role;

/// One event of each name, in the order of the names, with every field filled.
pub fn one_of_each() -> Vec<Event> {
    let day = "2026-11-23".parse().expect("a day");
    let name = "kesha".parse().expect("a name");
    let ticket = Some("POPUG-42".parse().expect("a ticket"));
    let (user, task, transaction) = (UserId::new(3), TaskId::new(12), TransactionId::new(7));
    let title = "Oil the \"perch\" — twice".to_owned();
    let description = Some("First line\nsecond".to_owned());
    let (email, full_name) = ("kesha@example.com".to_owned(), Some("Kesha".to_owned()));
    vec![
        UserCreated {
            user,
            name,
            role: Role::Worker,
            email: email.clone(),
            full_name: full_name.clone(),
            active: true,
        }
        .into(),
        UserUpdated {
            user,
            name: "kesha".parse().expect("a name"),
            role: Role::Accountant,
            email,
            full_name,
            active: false,
        }
        .into(),
        SettingUpdated {
            key: "timezone".to_owned(),
            value: "Europe/Berlin".to_owned(),
        }
        .into(),
        TaskCreated {
            task,
            ticket: ticket.clone(),
            title: title.clone(),
            description: description.clone(),
            author: user,
        }
        .into(),
        TaskAssigned {
            task,
            assignee: user,
            draw: DrawId::new(5),
            index: 0,
            drawn: Some(DrawRecord {
                reason: DrawReason::Created,
                algorithm: "popug-draw/1".to_owned(),
                seed: "0f".repeat(32),
                seed_given: true,
                pool: PoolVersion::new(9),
                pool_members: 4,
                tasks: 1,
            }),
        }
        .into(),
        TaskUpdated {
            task,
            ticket: ticket.clone(),
            title: title.clone(),
            description,
        }
        .into(),
        TaskClosed { task, by: user }.into(),
        TaskPriced {
            task,
            fee_cents: Money::from_cents(1_200),
            reward_cents: Money::from_cents(3_100),
        }
        .into(),
        TransactionCreated {
            transaction,
            kind: TransactionKind::Reward,
            day,
            from: Party::Management,
            to: Party::User(user),
            amount_cents: Money::from_cents(3_100),
            task: Some(task),
            ticket,
            title: Some(title),
            memo: Some("by hand".to_owned()),
            mends: Some(TransactionId::new(6)),
        }
        .into(),
        TransactionProcessed {
            transaction,
            outcome: Outcome::Refused,
            reference: Some("no such account".to_owned()),
        }
        .into(),
        AccountFinalized {
            invoice: InvoiceId::new(4),
            day,
            user,
            transaction,
            amount_cents: Money::from_cents(1_900),
        }
        .into(),
        DayClosed {
            day,
            payouts: 1,
            paid_cents: Money::from_cents(1_900),
            earned_cents: Money::from_cents(-1_900),
            debts_cents: Money::ZERO,
        }
        .into(),
    ]
}

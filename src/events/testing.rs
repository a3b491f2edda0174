//! For tests of the log: events, consumers of a table of their own, and poison.

use std::cell::RefCell;
use std::collections::HashSet;

use crate::events::shape::{
    AccountFinalized, DayClosed, DrawReason, DrawRecord, Outcome, Party, SettingUpdated,
    TaskAssigned, TaskClosed, TaskCreated, TaskPriced, TaskUpdated, TransactionCreated,
    TransactionKind, TransactionProcessed, UserCreated, UserUpdated,
};
use crate::events::stored::Stored;
use crate::events::{
    Append, Budget, Consumer, Event, EventName, Failure, Heard, LogError, Positions, Progress,
    catch_up, chain, hear_rest, sql,
};
use crate::kernel::actor::Actor;
use crate::kernel::ids::{DrawId, InvoiceId, PoolVersion, Seq, TaskId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::range::Calendar;
use crate::kernel::role::Role;
use crate::kernel::ticket::Ticket;
use crate::store::testing::{Scratch, stamp};
use crate::store::{Asker, Hash, Query, Read, Stamp, Store, StoreError, Write, columns};

/// When everything here happens.
pub const NOW: &str = "2026-11-23T18:30:00Z";

/// A consumer that writes down what it hears in a table of the test's own, which takes no event of
/// a consumer twice.
pub struct Listener {
    name: &'static str,
    hears: &'static [EventName],
    cannot: RefCell<HashSet<i64>>,
    cannot_events: RefCell<HashSet<i64>>,
    breaks: RefCell<HashSet<i64>>,
}

impl Listener {
    /// Hears tasks that are closed, and prices each in answer.
    pub fn accounting() -> Self {
        Self::new("accounting", &[EventName::TaskClosed])
    }

    /// Hears tasks that are closed or priced.
    pub fn tasks() -> Self {
        Self::new("tasks", &[EventName::TaskClosed, EventName::TaskPriced])
    }

    /// Hears tasks that are priced, as tasks.
    pub fn prices() -> Self {
        Self::new("tasks", &[EventName::TaskPriced])
    }

    fn new(name: &'static str, hears: &'static [EventName]) -> Self {
        Self {
            name,
            hears,
            cannot: RefCell::default(),
            cannot_events: RefCell::default(),
            breaks: RefCell::default(),
        }
    }

    /// Refuses events about this task from now on.
    pub fn refuse(&self, task: i64) {
        self.cannot.borrow_mut().insert(task);
    }

    /// Refuses this event from now on.
    pub fn refuse_event(&self, seq: i64) {
        self.cannot_events.borrow_mut().insert(seq);
    }

    /// Writes what its table does not take at events about this task.
    pub fn stumble(&self, task: i64) {
        self.breaks.borrow_mut().insert(task);
    }

    /// Takes everything in from now on.
    pub fn mend(&self) {
        self.cannot.borrow_mut().clear();
        self.cannot_events.borrow_mut().clear();
        self.breaks.borrow_mut().clear();
    }
}

impl Consumer for Listener {
    fn name(&self) -> &'static str {
        self.name
    }

    fn hears(&self, name: EventName) -> bool {
        self.hears.contains(&name)
    }

    fn hear(&self, tx: &mut Write<'_>, events: &[&Heard]) -> Result<(), Failure> {
        for heard in events {
            let task = if let Event::TaskClosed(closed) = &heard.event {
                closed.task
            } else if let Event::TaskPriced(priced) = &heard.event {
                priced.task
            } else {
                return Err(Failure::Poison(format!("{:?}", heard.event)));
            };
            let sql = "INSERT INTO test_heard (n, consumer, seq)
                       SELECT COALESCE(MAX(n), 0) + 1, ?1, ?2 FROM test_heard";
            tx.execute(sql, &[&self.name, &heard.seq])?;
            if self.breaks.borrow().contains(&task.get()) {
                tx.execute(sql, &[&self.name, &heard.seq])?;
            }
            if self.cannot.borrow().contains(&task.get()) {
                return Err(Failure::Poison(format!("no room for task {task}")));
            }
            if self.cannot_events.borrow().contains(&heard.seq.get()) {
                let reason = format!("no room for event {}", heard.seq);
                return Err(Failure::Poison(reason));
            }
            if self.name == "accounting" {
                tx.set_cause(Some(heard.seq));
                tx.append(priced(task))?;
            }
        }
        Ok(())
    }
}

fn priced(task: TaskId) -> TaskPriced {
    TaskPriced {
        task,
        fee_cents: Money::from_cents(1_000),
        reward_cents: Money::from_cents(2_000),
    }
}

/// A store with the table that listeners write to.
pub struct World {
    /// The store.
    pub scratch: Scratch,
}

impl World {
    /// Makes one.
    pub fn new() -> Self {
        let scratch = Scratch::new();
        let table = "CREATE TABLE test_heard (
                         n BIGINT NOT NULL, consumer TEXT NOT NULL, seq BIGINT NOT NULL,
                         UNIQUE (consumer, seq));";
        scratch.raw().lay(table);
        Self { scratch }
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.scratch.store
    }

    /// Runs a write as popug itself.
    pub fn write<T>(&self, change: impl FnMut(&mut Write<'_>) -> Result<T, LogError>) -> T {
        let written = self.store().write(&stamp(NOW), change);
        written.expect("a write")
    }

    /// Reads something.
    pub fn read<T>(&self, ask: impl FnMut(&Read<'_>) -> Result<T, StoreError>) -> T {
        self.store().read(ask).expect("a read")
    }

    /// Appends that these tasks were closed.
    pub fn close(&self, tasks: impl IntoIterator<Item = i64>) {
        let by = UserId::new(1);
        let closed = tasks.into_iter().map(TaskId::new);
        let closed = closed.map(|task| (TaskClosed { task, by }.into(), None));
        let closed: Vec<_> = closed.collect();
        self.write(|tx| tx.append_many(closed.clone()));
    }

    /// Appends something about a task that nobody would write, properly chained.
    pub fn poison(&self, task: i64, name: &str, version: i64, data: &str) {
        self.write(|tx| {
            let before = tx.head();
            let mut stored = Stored {
                seq: before.seq.next(),
                name: name.to_owned().into(),
                version,
                subject: format!("task/{task}"),
                producer: "tasks".into(),
                occurred_at: tx.now(),
                actor: "system".to_owned(),
                cause: None,
                data: data.to_owned(),
                hash: Hash::ZERO,
            };
            stored.hash = chain::hash(&before.hash, &stored);
            tx.advance(stored.seq, stored.hash);
            Ok(sql::insert(tx, [stored.clone()])?)
        });
    }

    /// Lets these hear the whole log.
    pub fn hear(&self, consumers: &[&dyn Consumer]) -> Progress {
        hear(self.store(), &stamp(NOW), consumers)
    }

    /// What a consumer heard, in the order in which it did.
    pub fn heard(&self, consumer: &str) -> Vec<i64> {
        let sql = "SELECT seq FROM test_heard WHERE consumer = ?1 ORDER BY n";
        self.read(|read| read.all(sql, &[&consumer], columns))
    }

    /// The letters of a consumer: event, state and reason.
    pub fn letters(&self, consumer: &str) -> Vec<(i64, String, String)> {
        let sql = "SELECT seq, state, reason FROM events_dead WHERE consumer = ?1 ORDER BY seq";
        self.read(|read| read.all(sql, &[&consumer], columns))
    }

    /// The events of a name, in their order.
    pub fn of_name(&self, name: EventName) -> Vec<i64> {
        let sql = "SELECT seq FROM events_log WHERE name = ?1 ORDER BY seq";
        self.read(|read| read.all(sql, &[&name.as_str()], columns))
    }

    /// The whole log.
    pub fn log(&self) -> Vec<Stored> {
        self.read(|read| sql::stored_after(read, Seq::START, i64::MAX))
    }
}

/// popug itself, who asks.
pub fn asker() -> Asker {
    let today = "2026-11-23".parse().expect("a day");
    Asker::on(
        Actor::System,
        Calendar {
            zone: "Europe/Berlin".parse().expect("a zone"),
            today,
            open: today,
        },
    )
}

/// Asks a store.
pub fn ask<Q: Query<Error = LogError>>(world: &World, query: &Q) -> Result<Q::Answer, LogError> {
    world.store().read(|read| query.ask(read, &asker()))
}

/// Lets a consumer hear the rest inside of a write.
pub fn rest(tx: &mut Write<'_>, consumer: &Listener) -> Result<(), LogError> {
    let mut positions = Positions::of(tx, &[consumer])?;
    hear_rest(tx, &mut positions, &[consumer.name()], i64::MAX)
}

/// Lets consumers hear the whole log of a store.
pub fn hear(store: &Store, stamp: &Stamp, consumers: &[&dyn Consumer]) -> Progress {
    catch_up(store, stamp, consumers, Budget::Whole).expect("a catch-up")
}

/// One event of each name, in the order of the names, with every field filled.
pub fn one_of_each() -> Vec<Event> {
    [of_users(), of_tasks(), of_money()].concat()
}

const USER: UserId = UserId::new(3);
const TASK: TaskId = TaskId::new(12);
const PAYOUT: TransactionId = TransactionId::new(7);

fn title() -> String {
    "Oil the \"perch\" — twice".to_owned()
}

fn ticket() -> Option<Ticket> {
    Some("POPUG-42".parse().expect("a ticket"))
}

fn of_users() -> Vec<Event> {
    let name: UserName = "kesha".parse().expect("a name");
    let (email, full_name) = ("kesha@example.com".to_owned(), Some("Kesha".to_owned()));
    vec![
        UserCreated {
            user: USER,
            name: name.clone(),
            role: Role::Worker,
            email: email.clone(),
            full_name: full_name.clone(),
            active: true,
        }
        .into(),
        UserUpdated {
            user: USER,
            name,
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
    ]
}

fn of_tasks() -> Vec<Event> {
    let description = Some("First line\nsecond".to_owned());
    let drawn = DrawRecord {
        reason: DrawReason::Created,
        algorithm: "popug-draw/1".to_owned(),
        seed: "0f".repeat(32),
        seed_given: true,
        pool: PoolVersion::new(9),
        pool_members: 4,
        tasks: 1,
    };
    vec![
        TaskCreated {
            task: TASK,
            ticket: ticket(),
            title: title(),
            description: description.clone(),
            author: USER,
        }
        .into(),
        TaskAssigned {
            task: TASK,
            assignee: USER,
            draw: DrawId::new(5),
            index: 0,
            drawn: Some(drawn),
        }
        .into(),
        TaskUpdated {
            task: TASK,
            ticket: ticket(),
            title: title(),
            description,
        }
        .into(),
        TaskClosed {
            task: TASK,
            by: USER,
        }
        .into(),
    ]
}

fn of_money() -> Vec<Event> {
    let day = "2026-11-23".parse().expect("a day");
    vec![
        TaskPriced {
            task: TASK,
            fee_cents: Money::from_cents(1_200),
            reward_cents: Money::from_cents(3_100),
        }
        .into(),
        TransactionCreated {
            transaction: PAYOUT,
            kind: TransactionKind::Reward,
            day,
            from: Party::Management,
            to: Party::User(USER),
            amount_cents: Money::from_cents(3_100),
            task: Some(TASK),
            ticket: ticket(),
            title: Some(title()),
            memo: Some("by hand".to_owned()),
            mends: Some(TransactionId::new(6)),
        }
        .into(),
        TransactionProcessed {
            transaction: PAYOUT,
            outcome: Outcome::Refused,
            reference: Some("no such account".to_owned()),
        }
        .into(),
        AccountFinalized {
            invoice: InvoiceId::new(4),
            day,
            user: USER,
            transaction: PAYOUT,
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

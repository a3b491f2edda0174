//! Books for tests: a fresh store whose log is told what a test wants, and heard by accounting.

use crate::accounting::sql;
use crate::accounting::{Accounting, AccountingError, DaySheet, close, day_show, open_day};
use crate::events::shape::{
    SettingUpdated, TaskAssigned, TaskClosed, TaskCreated, TransactionCreated, UserCreated,
};
use crate::events::{self, Append, Budget, Event, Progress, each_heard};
use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{DrawId, Seq, TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::range::Calendar;
use crate::kernel::role::Role;
use crate::store::testing::{Scratch, moment, stamp};
use crate::store::{Asker, Command, Query, Stamp, Store, StoreError, columns};

/// The popugs that every book begins with, by their ids from 1.
pub const POPUGS: [&str; 3] = ["kesha", "iskra", "bert"];
/// Kesha, a worker.
pub const KESHA: UserId = UserId::new(1);
/// Iskra, a worker.
pub const ISKRA: UserId = UserId::new(2);
/// Bert, an accountant.
pub const BERT: UserId = UserId::new(3);

/// A store with accounting's consumer and nothing else.
pub struct Books {
    scratch: Scratch,
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

/// A popug as the actor of a request.
pub fn popug(id: UserId, role: Role) -> Actor {
    let index = usize::try_from(id.get() - 1).expect("from 1");
    let name = POPUGS[index].parse().expect("a name");
    Actor::Popug { id, name, role }
}

impl Books {
    /// Books that begin on 2 November 2026 in UTC, with three popugs, a fee of 10 and a reward of
    /// 30 dollars.
    pub fn open() -> Self {
        Self::in_zone("UTC")
    }

    /// The same in another time zone.
    pub fn in_zone(zone: &str) -> Self {
        let books = Self {
            scratch: Scratch::new(),
        };
        for (key, value) in [
            ("timezone", zone),
            ("currency", "USD"),
            ("fee_min", "10"),
            ("fee_max", "10"),
            ("reward_min", "30"),
            ("reward_max", "30"),
        ] {
            books.set(key, value);
        }
        for (id, name) in (1..).zip(POPUGS) {
            books.say(BEGIN, user(UserId::new(id), name));
        }
        books.hear();
        books
    }

    pub fn store(&self) -> &Store {
        &self.scratch.store
    }

    /// Appends an event, without letting accounting hear it.
    pub fn say(&self, at: &str, event: impl Into<Event>) -> Seq {
        let event = event.into();
        let said = self
            .store()
            .write(&stamp(at), |tx| tx.append(event.clone()));
        said.expect("appended").0
    }

    pub fn set(&self, key: &str, value: &str) {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.say(BEGIN, SettingUpdated { key, value });
    }

    /// A task appears and falls to a popug.
    pub fn assign(&self, at: &str, task: i64, to: UserId) {
        self.say(at, created(task));
        self.say(at, assigned(task, to));
        self.hear();
    }

    pub fn finish(&self, at: &str, task: i64, by: UserId) {
        self.say(at, closed(task, by));
        self.hear();
    }

    /// Lets accounting hear everything.
    pub fn hear(&self) {
        let heard = events::catch_up(self.store(), &stamp(BEGIN), &[&Accounting], Budget::Whole);
        assert_eq!(heard.expect("hears"), Progress::Quiet);
    }

    pub fn close(&self, at: &str, on: &str) -> Result<DaySheet, AccountingError> {
        self.store().write(&stamp(at), |tx| {
            close(tx, day(on))?;
            day_show(tx, day(on))
        })
    }

    /// The asker of a request, in UTC.
    pub fn asker(&self, actor: Actor, at: &str) -> Asker {
        let now = moment(at);
        let today = Zone::UTC.day_of(now);
        let open = self.store().read(|read| open_day(read, today));
        let calendar = Calendar {
            zone: Zone::UTC,
            today,
            open: open.expect("an open day"),
        };
        Asker::on(actor, calendar)
    }

    pub fn ask<Q>(&self, query: &Q, actor: Actor, at: &str) -> Result<Q::Answer, AccountingError>
    where
        Q: Query<Error = AccountingError>,
    {
        let asker = self.asker(actor, at);
        self.store().read(|read| query.ask(read, &asker))
    }

    pub fn run<C>(&self, command: &C, actor: Actor, at: &str) -> Result<C::Answer, AccountingError>
    where
        C: Command<Error = AccountingError>,
    {
        let asker = self.asker(actor.clone(), at);
        let stamp = Stamp { actor, ..stamp(at) };
        self.store().write(&stamp, |tx| command.run(tx, &asker))
    }

    /// What is in a popug's account.
    pub fn balance(&self, user: UserId) -> i64 {
        let account = self.store().read(|read| sql::account_of(read, user));
        account.expect("read").expect("an account").balance.cents()
    }

    /// The whole log, in its newest shapes.
    pub fn log(&self) -> Vec<events::Heard> {
        let mut all = Vec::new();
        let read = self.store().read(|read| {
            each_heard(read, |heard| {
                all.push(heard);
                Ok::<_, StoreError>(())
            })
        });
        read.expect("the log");
        all
    }

    pub fn transactions(&self) -> Vec<TransactionCreated> {
        let log = self.log().into_iter();
        let all = log.filter_map(|heard| {
            if let Event::TransactionCreated(it) = heard.event {
                return Some(it);
            }
            None
        });
        all.collect()
    }

    /// Takes away what guards a table.
    pub fn unguard(&self, table: &str) {
        self.scratch.raw().unguard(table);
    }

    /// Runs a statement that no part of popug would.
    pub fn tamper(&self, sql: &'static str) {
        let done = self.store().write(&stamp(BEGIN), |tx| tx.execute(sql, &[]));
        done.expect("tampered");
    }

    /// Events that accounting could not take in, and why.
    pub fn dead(&self) -> Vec<String> {
        let sql = "SELECT reason FROM events_dead WHERE state = 'dead' ORDER BY id";
        let dead = self.store().read(|read| read.all(sql, &[], columns));
        dead.expect("dead letters")
    }
}

/// When the books begin.
pub const BEGIN: &str = "2026-11-02T08:00:00Z";

pub fn user(user: UserId, name: &str) -> UserCreated {
    UserCreated {
        user,
        name: name.parse().expect("a name"),
        role: Role::Worker,
        email: format!("{name}@example.com"),
        full_name: None,
        active: true,
    }
}

pub fn created(task: i64) -> TaskCreated {
    TaskCreated {
        task: TaskId::new(task),
        ticket: (task % 2 == 1).then(|| format!("POPUG-{task}").parse().expect("a ticket")),
        title: format!("Oil perch {task}"),
        description: None,
        author: KESHA,
    }
}

pub fn assigned(task: i64, assignee: UserId) -> TaskAssigned {
    TaskAssigned {
        task: TaskId::new(task),
        assignee,
        draw: DrawId::new(1),
        index: 1,
        drawn: None,
    }
}

pub fn closed(task: i64, by: UserId) -> TaskClosed {
    TaskClosed {
        task: TaskId::new(task),
        by,
    }
}

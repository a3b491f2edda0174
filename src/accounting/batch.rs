//! A batch of events as accounting hears it: what is touched often stays in memory until its end.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::accounting::AccountingError;
use crate::accounting::ledger::{Ledger, Origin, Posting};
use crate::accounting::model::{MANAGEMENT, SETTINGS, Settings, Task, TaskRef};
use crate::accounting::newcomers::Newcomers;
use crate::accounting::sql::ledger::{self as rows, Transaction};
use crate::accounting::sql::{self, User};
use crate::events::shape::{
    Outcome, Party, SettingUpdated, TaskAssigned, TaskClosed, TaskCreated, TaskPriced, TaskUpdated,
    TransactionKind, TransactionProcessed,
};
use crate::events::{Event, EventName, Heard};
use crate::kernel::ids::{Seq, TaskId, TransactionId, UserId};
use crate::store::{Read, Write};

/// What is kept in memory while a batch is heard.
pub struct Batch {
    ledger: Ledger,
    settings: Settings,
    newcomers: Newcomers,
    /// Every task that an event of the batch is about, where it has a price.
    tasks: HashMap<TaskId, Known>,
    /// Every payout that an event of the batch is about.
    payouts: HashMap<TransactionId, Transaction>,
    /// Events that money moved for when they were heard before.
    posted: HashSet<Seq>,
    /// What tasks are about, as the batch tells it at last.
    descriptions: BTreeMap<TaskId, Option<String>>,
}

/// A task in memory.
struct Known {
    task: Task,
    state: State,
}

/// What has to be written of a task.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Changed,
    Kept,
}

impl Batch {
    /// With everything in memory that the events will be held against, asked for at once.
    pub fn begin(read: &Read<'_>, events: &[&Heard]) -> Result<Self, AccountingError> {
        let first = events.first().map_or(Seq::START, |heard| heard.seq);
        let last = events.last().map_or(Seq::START, |heard| heard.seq);
        let about = About::of(events);
        let mut ledger = Ledger::default();
        ledger.ask_accounts(read, about.popugs, MANAGEMENT)?;
        ledger.ask_posted(read, about.closed.into_iter().map(reward_key).collect())?;
        let tasks = sql::tasks_by_id(read, about.tasks)?.into_iter();
        let tasks = tasks.map(|task| {
            let state = State::Kept;
            (task.about.id, Known { task, state })
        });
        let payouts = rows::by_ids(read, about.payouts)?.into_iter();
        Ok(Self {
            ledger,
            settings: match about.decides {
                true => Settings::new(sql::settings(read)?),
                false => Settings::default(),
            },
            newcomers: Newcomers::default(),
            tasks: tasks.collect(),
            payouts: payouts.map(|row| (row.id, row)).collect(),
            posted: match about.decides {
                true => rows::causes(read, first, last)?.into_iter().collect(),
                false => HashSet::new(),
            },
            descriptions: BTreeMap::new(),
        })
    }

    /// Takes an event in; what follows from it is written by `finish`.
    pub fn take_in(&mut self, tx: &mut Write<'_>, heard: &Heard) -> Result<(), AccountingError> {
        if heard.event.name() != EventName::UserCreated {
            self.newcomers.write(tx)?;
        }
        match &heard.event {
            Event::UserCreated(it) => {
                self.newcomers.meet(it.user, &it.name);
                Ok(())
            }
            Event::UserUpdated(it) => {
                let (id, name) = (it.user, it.name.clone());
                match sql::rename_user(tx, &User { id, name })? {
                    0 => Err(AccountingError::NoAccount(id)),
                    _ => Ok(()),
                }
            }
            Event::SettingUpdated(it) => self.set(tx, heard, it),
            Event::TaskCreated(it) => self.price(tx, heard, it),
            Event::TaskAssigned(it) => self.charge(tx, heard, it),
            Event::TaskUpdated(it) => self.reword(it),
            Event::TaskClosed(it) => self.reward(tx, heard, it),
            Event::TransactionProcessed(it) => self.settle(tx, heard, it),
            Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => Ok(()),
        }
    }

    /// The books begin with the first word about the time zone, on its local date.
    fn set(
        &mut self,
        tx: &mut Write<'_>,
        heard: &Heard,
        it: &SettingUpdated,
    ) -> Result<(), AccountingError> {
        if !SETTINGS.contains(&it.key.as_str()) {
            return Ok(());
        }
        self.settings.set(&it.key, &it.value);
        if it.key == "timezone" {
            let first_day = self.settings.zone()?.day_of(heard.at);
            if sql::first_day(tx)?.is_none() {
                sql::begin_book(tx, first_day)?;
            }
        }
        Ok(sql::set_setting(tx, &it.key, &it.value)?)
    }

    /// A task has one price, whoever gets it (M2).
    fn price(
        &mut self,
        tx: &Write<'_>,
        heard: &Heard,
        it: &TaskCreated,
    ) -> Result<(), AccountingError> {
        match self.known(it.task) {
            Err(AccountingError::Unpriced(_)) => {}
            Err(error) => return Err(error),
            Ok(known) if known.task.created == heard.seq => return Ok(()),
            Ok(_) => return Err(AccountingError::PricedAlready(it.task)),
        }
        let seed = tx.dice().seed("price", heard.seq)?;
        let (fee, reward) = self.settings.draw_prices(&seed)?;
        let task = Task {
            about: TaskRef {
                id: it.task,
                ticket: it.ticket.clone(),
                title: it.title.clone(),
            },
            fee,
            reward,
            created: heard.seq,
        };
        let priced = TaskPriced {
            task: it.task,
            fee_cents: fee,
            reward_cents: reward,
        };
        self.ledger.say(priced, Some(heard.seq));
        if it.description.is_some() {
            self.descriptions.insert(it.task, it.description.clone());
        }
        let known = Known {
            task,
            state: State::New,
        };
        self.tasks.insert(it.task, known);
        Ok(())
    }

    fn reword(&mut self, it: &TaskUpdated) -> Result<(), AccountingError> {
        let known = self.known(it.task)?;
        known.task.about.ticket.clone_from(&it.ticket);
        known.task.about.title.clone_from(&it.title);
        if known.state == State::Kept {
            known.state = State::Changed;
        }
        self.descriptions.insert(it.task, it.description.clone());
        Ok(())
    }

    /// Every assignment is charged, to the same popug again too (M3).
    fn charge(
        &mut self,
        read: &Read<'_>,
        heard: &Heard,
        it: &TaskAssigned,
    ) -> Result<(), AccountingError> {
        if self.posted.contains(&heard.seq) {
            return Ok(());
        }
        let task = self.known(it.task)?.task.clone();
        let posting = Posting {
            origin: self.origin(read, heard)?,
            kind: TransactionKind::Fee,
            key: format!("fee/{}", heard.seq),
            from: Party::User(it.assignee),
            to: Party::Management,
            amount: task.fee,
            task: Some(task.about),
            memo: None,
            mends: None,
        };
        self.ledger.post(read, posting).map(|_| ())
    }

    /// Closing is rewarded once, and whoever closed gets it (M3).
    fn reward(
        &mut self,
        read: &Read<'_>,
        heard: &Heard,
        it: &TaskClosed,
    ) -> Result<(), AccountingError> {
        if self.posted.contains(&heard.seq) {
            return Ok(());
        }
        let task = self.known(it.task)?.task.clone();
        let key = reward_key(it.task);
        if self.ledger.posted(read, &key)?.is_some() {
            return Err(AccountingError::RewardedAlready(it.task));
        }
        let posting = Posting {
            origin: self.origin(read, heard)?,
            kind: TransactionKind::Reward,
            key,
            from: Party::Management,
            to: Party::User(it.by),
            amount: task.reward,
            task: Some(task.about),
            memo: None,
            mends: None,
        };
        self.ledger.post(read, posting).map(|_| ())
    }

    /// A payout that the gateway refuses for good comes back into the open day (D4), unless
    /// somebody took it back by hand before.
    fn settle(
        &mut self,
        read: &Read<'_>,
        heard: &Heard,
        it: &TransactionProcessed,
    ) -> Result<(), AccountingError> {
        let payout = self.payouts.get(&it.transaction).cloned();
        let payout = payout.ok_or(AccountingError::UnknownTransaction(it.transaction))?;
        if payout.kind != TransactionKind::Payout {
            return Err(AccountingError::NotPayout(it.transaction));
        }
        let key = format!("reversal/{}", it.transaction);
        let word = match it.outcome {
            Outcome::Processed => return Ok(()),
            Outcome::Refused => it.reference.as_deref(),
        };
        if self.ledger.posted(read, &key)?.is_some() {
            return Ok(());
        }
        let memo = word.map_or_else(
            || "the payment was refused".to_owned(),
            |word| format!("the payment was refused: {word}"),
        );
        let posting = Posting {
            origin: self.origin(read, heard)?,
            kind: TransactionKind::Reversal,
            key,
            from: Party::Bank,
            to: sql::account_by_id(read, payout.from)?.party,
            amount: payout.amount,
            task: None,
            memo: Some(memo),
            mends: Some(payout.id),
        };
        self.ledger.post(read, posting).map(|_| ())
    }

    fn origin(&mut self, read: &Read<'_>, heard: &Heard) -> Result<Origin, AccountingError> {
        let zone = self.settings.zone()?;
        Ok(Origin {
            at: heard.at,
            day: self.ledger.business_day(read, zone, heard.at)?,
            actor: heard.actor.clone(),
            cause: Some(heard.seq),
        })
    }

    fn known(&mut self, id: TaskId) -> Result<&mut Known, AccountingError> {
        self.tasks.get_mut(&id).ok_or(AccountingError::Unpriced(id))
    }

    /// Writes what the batch came to.
    pub fn finish(mut self, tx: &mut Write<'_>) -> Result<(), AccountingError> {
        self.newcomers.write(tx)?;
        let of = |wanted: State| {
            let tasks = self.tasks.values().filter(move |it| it.state == wanted);
            tasks.map(|it| &it.task)
        };
        let mut new: Vec<&Task> = of(State::New).collect();
        new.sort_unstable_by_key(|task| task.about.id);
        sql::insert_tasks(tx, new)?;
        sql::update_tasks(tx, of(State::Changed))?;
        sql::put_descriptions(tx, &self.descriptions)?;
        self.ledger.flush(tx)?;
        Ok(())
    }
}

fn reward_key(task: TaskId) -> String {
    format!("reward/{task}")
}

/// What the events of a batch are about.
#[derive(Default)]
struct About {
    tasks: BTreeSet<TaskId>,
    closed: BTreeSet<TaskId>,
    popugs: BTreeSet<UserId>,
    payouts: BTreeSet<TransactionId>,
    /// Whether something may be posted or set for one of them.
    decides: bool,
}

impl About {
    fn of(events: &[&Heard]) -> Self {
        let mut about = Self::default();
        for heard in events {
            about.take(&heard.event);
        }
        about
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::TaskCreated(it) => {
                self.tasks.insert(it.task);
                self.decides = true;
            }
            Event::TaskUpdated(it) => {
                self.tasks.insert(it.task);
            }
            Event::TaskAssigned(it) => {
                self.tasks.insert(it.task);
                self.popugs.insert(it.assignee);
                self.decides = true;
            }
            Event::TaskClosed(it) => {
                self.tasks.insert(it.task);
                self.decides = true;
                self.closed.insert(it.task);
                self.popugs.insert(it.by);
            }
            Event::TransactionProcessed(it) => {
                self.payouts.insert(it.transaction);
                self.decides |= it.outcome == Outcome::Refused;
            }
            Event::SettingUpdated(_) => self.decides = true,
            Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
    }
}

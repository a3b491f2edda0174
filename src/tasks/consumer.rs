//! What tasks take in from others: popugs, prices, the time zone.

use std::collections::{BTreeMap, BTreeSet};

use crate::events::{Consumer, Event, EventName, Failure, Heard};
use crate::kernel::ids::{PoolVersion, TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::{Read, StoreError, Write};
use crate::tasks::sql::PutUser;
use crate::tasks::{TaskError, sql};

/// The ear of tasks.
pub struct TasksConsumer;

impl Consumer for TasksConsumer {
    fn name(&self) -> &'static str {
        "tasks"
    }

    fn hears(&self, name: EventName) -> bool {
        match name {
            EventName::UserCreated
            | EventName::UserUpdated
            | EventName::SettingUpdated
            | EventName::TaskPriced => true,
            EventName::TaskCreated
            | EventName::TaskAssigned
            | EventName::TaskUpdated
            | EventName::TaskClosed
            | EventName::TransactionCreated
            | EventName::TransactionProcessed
            | EventName::AccountFinalized
            | EventName::DayClosed => false,
        }
    }

    fn hear(&self, tx: &mut Write<'_>, events: &[&Heard]) -> Result<(), Failure> {
        let mut prices = Prices::new();
        let mut pool = Pool::begin(tx, events)?;
        for heard in events {
            match &heard.event {
                Event::UserCreated(it) => pool.meet(it.user, &it.name, it.role, it.active),
                Event::UserUpdated(it) => pool.meet(it.user, &it.name, it.role, it.active),
                Event::SettingUpdated(it) if it.key == "timezone" => {
                    sql::set_setting(tx, &it.key, &it.value)?;
                }
                Event::TaskPriced(it) => {
                    prices.insert(it.task, (it.fee_cents, it.reward_cents));
                }
                Event::SettingUpdated(_)
                | Event::TaskCreated(_)
                | Event::TaskAssigned(_)
                | Event::TaskUpdated(_)
                | Event::TaskClosed(_)
                | Event::TransactionCreated(_)
                | Event::TransactionProcessed(_)
                | Event::AccountFinalized(_)
                | Event::DayClosed(_) => {}
            }
        }
        pool.keep(tx)?;
        Ok(put_prices(tx, &prices)?)
    }
}

/// The popugs of a batch, and the changes of the pool that follow where one joins or leaves.
struct Pool<'e> {
    members: BTreeSet<UserId>,
    users: BTreeMap<UserId, PutUser<'e>>,
    /// Who joins or leaves, one after the other.
    changes: Vec<(UserId, bool)>,
}

impl<'e> Pool<'e> {
    fn begin(read: &Read<'_>, events: &[&Heard]) -> Result<Self, StoreError> {
        let users = events.iter().filter_map(|heard| match &heard.event {
            Event::UserCreated(it) => Some(it.user),
            Event::UserUpdated(it) => Some(it.user),
            Event::SettingUpdated(_)
            | Event::TaskCreated(_)
            | Event::TaskAssigned(_)
            | Event::TaskUpdated(_)
            | Event::TaskClosed(_)
            | Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => None,
        });
        Ok(Self {
            members: sql::in_pool(read, users.collect::<BTreeSet<_>>())?,
            users: BTreeMap::new(),
            changes: Vec::new(),
        })
    }

    fn meet(&mut self, id: UserId, name: &'e UserName, role: Role, active: bool) {
        let in_pool = active && role.draws_tasks();
        let changed = if in_pool {
            self.members.insert(id)
        } else {
            self.members.remove(&id)
        };
        if changed {
            self.changes.push((id, in_pool));
        }
        let user = PutUser {
            name,
            role,
            active,
            in_pool,
        };
        self.users.insert(id, user);
    }

    fn keep(self, tx: &mut Write<'_>) -> Result<(), StoreError> {
        if !self.changes.is_empty() {
            let last = sql::pool_version(tx)?.get();
            let numbers = (last.saturating_add(1)..).map(PoolVersion::new);
            sql::insert_pool_changes(tx, numbers.zip(self.changes))?;
        }
        sql::put_users(tx, &self.users)
    }
}

/// Fee and reward of tasks, as they were told last.
type Prices = BTreeMap<TaskId, (Money, Money)>;

fn put_prices(tx: &mut Write<'_>, prices: &Prices) -> Result<(), TaskError> {
    if sql::set_prices(tx, prices)? == prices.len() {
        return Ok(());
    }
    for task in prices.keys() {
        if sql::find(tx, *task)?.is_none() {
            return Err(TaskError::NeverCreated(*task));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::shape::{TaskPriced, UserCreated};
    use crate::kernel::day::Day;
    use crate::kernel::ids::Seq;
    use crate::store::testing::{Scratch, stamp};
    use crate::tasks::model::Wording;
    use crate::tasks::sql::NewTask;

    const NOW: &str = "2026-11-02T09:00:00Z";
    const KESHA: UserId = UserId::new(1);
    const TASK: TaskId = TaskId::new(1);

    fn priced(fee: i64, reward: i64) -> Event {
        let (fee_cents, reward_cents) = (Money::from_cents(fee), Money::from_cents(reward));
        let event = TaskPriced {
            task: TASK,
            fee_cents,
            reward_cents,
        };
        event.into()
    }

    fn kesha() -> Event {
        let event = UserCreated {
            user: KESHA,
            name: "kesha".parse().expect("a name"),
            role: Role::Worker,
            email: "kesha@x.example".to_owned(),
            full_name: None,
            active: true,
        };
        event.into()
    }

    fn hear(tx: &mut Write<'_>, events: Vec<Event>) -> Result<(), Failure> {
        let (at, actor) = (tx.now(), tx.actor().to_string());
        let heard = (1..).zip(events).map(|(seq, event)| Heard {
            seq: Seq::new(seq),
            at,
            actor: actor.clone(),
            event,
        });
        let heard: Vec<Heard> = heard.collect();
        TasksConsumer.hear(tx, &heard.iter().collect::<Vec<_>>())
    }

    /// A store may set all that it is given at once: it is given each task once.
    #[test]
    fn of_the_prices_that_a_task_is_told_at_once_the_last_counts() {
        let scratch = Scratch::new();
        let task = NewTask {
            id: TASK,
            wording: Wording {
                ticket: None,
                title: "Oil the perch".to_owned(),
                description: None,
            },
            author: KESHA,
            assignee: KESHA,
        };
        let day: Day = "2026-11-02".parse().expect("a day");
        let found = scratch.store.write(&stamp(NOW), |tx| {
            let now = tx.now();
            sql::insert_tasks(tx, std::slice::from_ref(&task), (now, day))?;
            let events = vec![kesha(), priced(1_000, 3_000), priced(1_100, 2_500)];
            hear(tx, events)?;
            Ok::<_, Failure>(sql::find(tx, TASK)?)
        });
        let view = found.expect("heard").expect("a task").view;
        let prices = (view.fee_cents, view.reward_cents);
        let last = (Money::from_cents(1_100), Money::from_cents(2_500));
        assert_eq!(prices, (Some(last.0), Some(last.1)));
    }
}

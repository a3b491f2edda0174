//! What tasks take in from others: popugs, prices, the time zone.

use crate::events::shape::TaskPriced;
use crate::events::{Consumer, Event, EventName, Failure, Heard};
use crate::kernel::ids::{PoolVersion, TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::Write;
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
        let mut prices = Vec::new();
        for heard in events {
            match &heard.event {
                Event::UserCreated(it) => put_user(tx, it.user, &it.name, it.role, it.active)?,
                Event::UserUpdated(it) => put_user(tx, it.user, &it.name, it.role, it.active)?,
                Event::SettingUpdated(it) if it.key == "timezone" => {
                    sql::set_setting(tx, &it.key, &it.value)?;
                }
                Event::TaskPriced(it) => prices.push(priced(it)),
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
        Ok(put_prices(tx, &prices)?)
    }
}

const fn priced(event: &TaskPriced) -> (TaskId, Money, Money) {
    (event.task, event.fee_cents, event.reward_cents)
}

fn put_prices(tx: &mut Write<'_>, prices: &[(TaskId, Money, Money)]) -> Result<(), TaskError> {
    if sql::set_prices(tx, prices)? == prices.len() {
        return Ok(());
    }
    for (task, ..) in prices {
        if sql::find(tx, *task)?.is_none() {
            return Err(TaskError::NeverCreated(*task));
        }
    }
    Ok(())
}

/// Keeps the popug, and the change of the pool where it joins or leaves.
fn put_user(
    tx: &mut Write<'_>,
    id: UserId,
    name: &UserName,
    role: Role,
    active: bool,
) -> Result<(), TaskError> {
    let belongs = active && role.draws_tasks();
    if sql::user(tx, id)?.unwrap_or(false) != belongs {
        let version = PoolVersion::new(sql::pool_version(tx)?.get().saturating_add(1));
        sql::insert_pool_change(tx, version, id, belongs)?;
    }
    Ok(sql::put_user(tx, id, name, role, active, belongs)?)
}

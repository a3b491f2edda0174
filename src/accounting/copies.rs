//! Whether what accounting keeps of others, and the day its books begin, are what the log says.

use std::collections::BTreeSet;

use crate::accounting::consumer::Accounting;
use crate::accounting::model::{Account, AccountId, SETTINGS, Task, TaskRef};
use crate::accounting::{AccountingError, sql};
use crate::events::shape::Party;
use crate::events::{Event, EventName, Heard, Told, about_tasks, each_of, offset_of};
use crate::kernel::day::{Day, Zone};
use crate::kernel::finding::Finding;
use crate::kernel::ids::UserId;
use crate::kernel::pieces::Pieces;
use crate::store::Read;

/// What is wrong with the copies; nothing where each is as the log tells it.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, AccountingError> {
    let told = Told::to(read, Accounting::NAME)?;
    let popug = told.popug(sql::users(read)?, |it| it.name.clone());
    let setting = told.setting(sql::settings(read)?, &SETTINGS);
    let found = [
        popug,
        setting,
        begun(read)?,
        accounts(read, &told)?,
        tasks(read)?,
    ];
    Ok(found.into_iter().flatten().collect())
}

/// Every popug has an account, and accounts are numbered one after the other.
fn accounts(read: &Read<'_>, told: &Told) -> Result<Option<Finding>, AccountingError> {
    let kept = sql::accounts(read)?;
    let owner = |account: &Account| match account.party {
        Party::User(user) => Some(user),
        Party::Management | Party::Bank => None,
    };
    let numbers = (1..).zip(&kept);
    let mut moved = numbers.filter(|(number, it)| it.id != AccountId::new(*number));
    let wrong = if let Some((number, _)) = moved.next() {
        Some(format!("account {number} is missing"))
    } else {
        let owners: BTreeSet<UserId> = kept.iter().filter_map(owner).collect();
        let popugs: BTreeSet<UserId> = told.popugs().collect();
        let without = popugs.difference(&owners).next();
        let nobodys = owners.difference(&popugs).next();
        let without = without.map(|it| format!("popug {it} has no account"));
        without.or_else(|| {
            nobodys.map(|it| format!("the log does not tell of popug {it}, who has an account"))
        })
    };
    Ok(wrong.map(|wrong| Finding::failure("copies", wrong, HINT)))
}

/// The texts of tasks, as far as accounting has heard them.
fn tasks(read: &Read<'_>) -> Result<Option<Finding>, AccountingError> {
    let through = offset_of(read, Accounting::NAME)?;
    let mut wrong = None;
    let mut compare = |piece: &[Task]| {
        let events = about_tasks(read, piece.iter().map(|it| it.about.id))?;
        let descriptions = sql::descriptions_of(read, piece.iter().map(|it| it.about.id))?;
        for task in piece {
            // One that the log does not tell of has no price there either, which is found.
            let Some(events) = events.get(&task.about.id) else {
                continue;
            };
            let (said, described) = said(events.iter().filter(|it| it.seq <= through), task);
            let same = said.as_ref() == Some(task)
                && descriptions.get(&task.about.id).cloned().flatten() == described;
            if wrong.is_none() && !same {
                wrong = Some(task.about.id);
            }
        }
        Ok::<_, AccountingError>(())
    };
    let mut pieces = Pieces::default();
    sql::each_task(read, |task| pieces.take(task, &mut compare))?;
    pieces.end(compare)?;
    let wrong = match wrong {
        None => sql::stray_description(read)?,
        wrong => wrong,
    };
    Ok(wrong.map(|task| {
        let detail = format!("what accounting keeps of task {task} is not what the log says");
        Finding::failure("copies", detail, HINT)
    }))
}

/// The task as its events tell it, and its description; its price is looked at elsewhere.
fn said<'h>(
    events: impl Iterator<Item = &'h Heard>,
    task: &Task,
) -> (Option<Task>, Option<String>) {
    let mut said: Option<Task> = None;
    let mut described = None;
    for heard in events {
        if let Event::TaskCreated(it) = &heard.event {
            described.clone_from(&it.description);
            said = Some(Task {
                about: TaskRef {
                    id: it.task,
                    ticket: it.ticket.clone(),
                    title: it.title.clone(),
                },
                created: heard.seq,
                ..task.clone()
            });
        } else if let (Event::TaskUpdated(it), Some(said)) = (&heard.event, &mut said) {
            said.about.ticket.clone_from(&it.ticket);
            said.about.title.clone_from(&it.title);
            described.clone_from(&it.description);
        }
    }
    (said, described)
}

const HINT: &str = "somebody changed the store by hand: compare with a backup";

/// The books begin on the local date of the first word about the time zone.
fn begun(read: &Read<'_>) -> Result<Option<Finding>, AccountingError> {
    let mut said: Option<Day> = None;
    each_of::<AccountingError>(read, &[EventName::SettingUpdated], |heard| {
        if let Event::SettingUpdated(it) = &heard.event
            && it.key == "timezone"
            && said.is_none()
        {
            let zone: Option<Zone> = it.value.parse().ok();
            said = zone.map(|zone| zone.day_of(heard.at));
        }
        Ok(())
    })?;
    let found = sql::first_day(read)?;
    Ok((found != said).then(|| {
        let detail = "the first day of the books is not what the log says";
        Finding::failure("copies", detail, HINT)
    }))
}

//! Does analytics say what the log says?

use std::collections::{BTreeMap, BTreeSet};

use crate::analytics::consumer::AnalyticsConsumer;
use crate::analytics::model::{Derived, Text};
use crate::analytics::sql::Generation;
use crate::analytics::{AnalyticsError, sql};
use crate::events::{Event, EventName, Heard, about_tasks, each_of, last, offset_of};
use crate::kernel::day::Day;
use crate::kernel::finding::{Finding, counted};
use crate::kernel::ids::{Seq, TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::pieces::Pieces;
use crate::store::{Read, StoreError};

const CHECK: &str = "analytics";
const REBUILD: &str = "unless it is under way, begin it again: `popug event rebuild analytics`";
const HINT: &str = "look at `popug event dead list`, then rebuild: `popug event rebuild analytics`";

/// Hears the log from scratch, in memory, as far as analytics has heard it, and compares.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, AnalyticsError> {
    let current = sql::current(read)?;
    let through = offset_of(read, AnalyticsConsumer::NAME)?.max(current.rebuilt_through);
    let mut expected = Derived::default();
    let mut changes = Changes::of(current.number);
    let mut heard_events: u64 = 0;
    let mut created = 0;
    let names = EventName::ALL.into_iter();
    let names: Vec<EventName> = names
        .filter(|it| AnalyticsConsumer::cares_for(*it) || *it == EventName::DayClosed)
        .collect();
    each_of::<StoreError>(read, &names, |heard| {
        if heard.seq > through {
            return Ok(());
        }
        if let Event::DayClosed(it) = &heard.event {
            return changes.settle(read, &mut expected.changes, it.day);
        }
        heard_events += 1;
        // Texts are looked up task by task: there may be millions of them.
        if let Event::TaskCreated(_) = heard.event {
            created += 1;
        } else if let Event::TransactionCreated(_) = heard.event {
            // What does not add up is no part of analytics: it lies among the dead letters.
            let _ = expected.hear(&heard);
        }
        Ok(())
    })?;

    changes.settle(read, &mut expected.changes, Day::LAST)?;
    let difference = difference(read, current, &expected)?;
    let difference = match difference.map_or_else(|| changes.end(read), |it| Ok(Some(it)))? {
        None => wrong_task(read, current.number, through, created)?,
        found => found,
    };
    if difference.is_none() && sql::filling(read)?.is_some() {
        let detail = "a rebuild was begun that has not come to its end";
        return Ok(vec![Finding::warning(CHECK, detail, REBUILD)]);
    }
    Ok(vec![match difference {
        Some(difference) => Finding::failure(CHECK, difference, HINT),
        None => {
            let days = counted(expected.days.len(), "day", "days");
            let events = counted(heard_events, "event", "events");
            let detail = format!("{days}, derived anew from {events} of the log");
            Finding::fine(CHECK, detail)
        }
    }])
}

/// Changes of days, compared a day after the other as days are closed: nothing is posted to them any
/// more then, and there are too many to be held in memory.
struct Changes {
    generation: i64,
    compared: BTreeSet<Day>,
    wrong: Option<(Day, UserId)>,
}

impl Changes {
    const fn of(generation: i64) -> Self {
        Self {
            generation,
            compared: BTreeSet::new(),
            wrong: None,
        }
    }

    /// Compares the days through this one, and forgets what was expected of them.
    fn settle(
        &mut self,
        read: &Read<'_>,
        expected: &mut BTreeMap<(Day, UserId), Money>,
        through: Day,
    ) -> Result<(), StoreError> {
        while let Some((day, _)) = expected.first_key_value().map(|(key, _)| *key) {
            if day > through {
                break;
            }
            let mut of_day = BTreeMap::new();
            while let Some(entry) = expected.first_entry().filter(|it| it.key().0 == day) {
                let ((_, user), change) = entry.remove_entry();
                of_day.insert(user, change);
            }
            let found = sql::changes_on(read, self.generation, day)?;
            let unequal = first_unequal(found, &of_day).map(|user| (day, user));
            self.wrong = self.wrong.or(unequal);
            self.compared.insert(day);
        }
        Ok(())
    }

    /// The first that differs, or that is of a day on which nothing changed.
    fn end(self, read: &Read<'_>) -> Result<Option<String>, StoreError> {
        let days = sql::changed_days(read, self.generation)?.into_iter();
        let stray = days
            .into_iter()
            .find(|(day, _)| !self.compared.contains(day));
        let wrong = self.wrong.or(stray);
        Ok(wrong.map(|(day, user)| {
            format!("the change of user {user} on {day} is not that of the log")
        }))
    }
}

fn difference(
    read: &Read<'_>,
    current: Generation,
    expected: &Derived,
) -> Result<Option<String>, StoreError> {
    let generation = current.number;
    if current.rebuilt_through > last(read)? {
        let detail = "analytics was rebuilt from more events than the log has";
        return Ok(Some(detail.to_owned()));
    }
    if let Some(table) = sql::stray_table(read)? {
        let detail = format!("{table} has rows of a generation that there is not");
        return Ok(Some(detail));
    }
    let days = sql::all_totals(read, generation)?;
    if let Some(day) = first_unequal(days, &expected.days) {
        return Ok(Some(format!("the sums of {day} are not those of the log")));
    }
    let balances = sql::balances(read, generation)?;
    if let Some(user) = first_unequal(balances, &expected.balances) {
        let detail = format!("the balance of user {user} is not that of the log");
        return Ok(Some(detail));
    }
    Ok(None)
}

/// The first task whose text is not what the log says, of `created` that there should be.
fn wrong_task(
    read: &Read<'_>,
    generation: i64,
    through: Seq,
    created: i64,
) -> Result<Option<String>, StoreError> {
    let mut wrong = None;
    let mut rows = 0;
    let mut compare = |piece: &[(TaskId, Text)]| {
        let events = about_tasks(read, piece.iter().map(|(id, _)| *id))?;
        for (id, found) in piece {
            rows += 1;
            let said = events.get(id).and_then(|it| said(it, through));
            if wrong.is_none() && said.as_ref() != Some(found) {
                wrong = Some(*id);
            }
        }
        Ok::<_, StoreError>(())
    };
    let mut pieces = Pieces::default();
    sql::each_task(read, generation, |id, found| {
        pieces.take((id, found), &mut compare)
    })?;
    pieces.end(compare)?;
    if wrong.is_none() && rows != created {
        each_of::<StoreError>(read, &[EventName::TaskCreated], |heard| {
            if let Event::TaskCreated(it) = heard.event
                && heard.seq <= through
                && wrong.is_none()
                && !sql::has_task(read, generation, it.task)?
            {
                wrong = Some(it.task);
            }
            Ok(())
        })?;
    }
    Ok(wrong.map(|task| format!("the text of task {task} is not that of the log")))
}

/// How a task reads by its events, as far as they were heard.
fn said(events: &[Heard], through: Seq) -> Option<Text> {
    let mut said = None;
    for heard in events.iter().filter(|heard| heard.seq <= through) {
        if let Event::TaskCreated(it) = &heard.event {
            let (ticket, title) = (it.ticket.clone(), it.title.clone());
            said = Some(Text { ticket, title });
        } else if let Event::TaskUpdated(it) = &heard.event {
            let (ticket, title) = (it.ticket.clone(), it.title.clone());
            said = Some(Text { ticket, title });
        }
    }
    said
}

/// The first key that only one side has, or whose values differ. `found` is in order of its keys.
fn first_unequal<K: Ord + Copy, V: PartialEq>(
    found: Vec<(K, V)>,
    expected: &BTreeMap<K, V>,
) -> Option<K> {
    let mut expected = expected.iter();
    for (key, value) in found {
        match expected.next() {
            Some((wanted, it)) if *wanted == key && *it == value => {}
            Some((wanted, _)) => return Some(key.min(*wanted)),
            None => return Some(key),
        }
    }
    expected.next().map(|(key, _)| *key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::testing::{NOW, append, fee, reward, task, told};
    use crate::store::testing::{Scratch, stamp};

    fn detail(scratch: &Scratch) -> String {
        let findings = scratch.store.read(examine).expect("examined");
        let [finding] = findings.as_slice() else {
            panic!("one finding: {findings:?}");
        };
        assert_eq!(finding.check, "analytics");
        finding.detail.clone()
    }

    fn company() -> Scratch {
        let scratch = Scratch::new();
        let events = vec![
            task(1, "Oil the perch"),
            fee("2026-11-23", 3, 1_100),
            reward("2026-11-23", 3, 2_700, 1),
        ];
        told(&scratch, &events);
        scratch
    }

    #[test]
    fn what_was_not_heard_yet_is_not_missed() {
        let scratch = company();
        append(&scratch, &[fee("2026-11-24", 3, 1_100)]);
        assert_eq!(
            detail(&scratch),
            "1 day, derived anew from 3 events of the log"
        );
    }

    #[test]
    fn a_changed_or_missing_row_is_found() {
        for (change, found) in [
            (
                "UPDATE analytics_day SET top_sharing = 2",
                "the sums of 2026-11-23 are not those of the log",
            ),
            (
                "UPDATE analytics_balance SET balance_cents = 0",
                "the balance of user 3 is not that of the log",
            ),
            (
                "DELETE FROM analytics_change",
                "the change of user 3 on 2026-11-23 is not that of the log",
            ),
            (
                "UPDATE analytics_task SET title = 'Sell the perch'",
                "the text of task 1 is not that of the log",
            ),
            (
                "DELETE FROM analytics_task",
                "the text of task 1 is not that of the log",
            ),
        ] {
            let scratch = company();
            let changed = scratch
                .store
                .write(&stamp(NOW), |tx| tx.execute(change, &[]));
            assert_eq!(changed.expect("changed"), 1);
            assert_eq!(detail(&scratch), found);
        }
    }
}

//! Tasks, the pool and the draws, held against the log.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::events::shape::{DrawRecord, TaskAssigned, UserUpdated};
use crate::events::{
    Event, EventName, Heard, Subject, Told, about_tasks, each_about, each_piece_of,
};
use crate::kernel::finding::{Finding, counted, examined};
use crate::kernel::ids::{DrawId, PoolVersion, Seq, TaskId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::pieces::Pieces;
use crate::store::Read;
use crate::tasks::draw::{Again, Draw, Pool, PoolChange, Pools};
use crate::tasks::known::{Known, Zones, difference};
use crate::tasks::requests::is_verified;
use crate::tasks::sql::{Assigned, AssignedRow, TaskRow};
use crate::tasks::{TaskError, sql};

const HINT: &str = "somebody changed the store by hand: compare with a backup and the letters";

/// Examines what tasks own; a failure names the first bad row.
///
/// Tasks, draws and assignments are looked up as their events come by, or their events as the rows
/// do, a thousand at once: however many there are, no more are held in memory.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, TaskError> {
    let offset = crate::events::offset_of(read, "tasks")?;
    let mut walk = Walk::default();
    let names = [
        EventName::UserCreated,
        EventName::UserUpdated,
        EventName::SettingUpdated,
        EventName::TaskCreated,
        EventName::TaskAssigned,
    ];
    each_piece_of(read, &names, |piece| walk.hear_piece(read, piece, offset))?;
    let told = Told::to(read, "tasks")?;
    let kept = |it: &UserUpdated| (it.name.clone(), it.role, it.active);
    let checks = [
        ("tasks", tasks(read, &mut walk, offset)),
        ("pool", pool(read, &walk)),
        ("draws", draws(read, &mut walk)),
    ];
    let of_rows = TaskError::is_of_the_rows;
    let checks = checks.map(|(check, found)| examined(check, HINT, found, of_rows));
    let mut findings = checks.into_iter().collect::<Result<Vec<_>, _>>()?;
    findings.extend(told.popug(sql::kept_users(read)?, kept));
    findings.extend(told.setting(sql::kept_settings(read)?, &["timezone"]));
    Ok(findings)
}

/// Keeps the first complaint.
#[derive(Default)]
struct First(Option<String>);

impl First {
    fn note(&mut self, complaint: Option<String>) {
        if self.0.is_none() {
            self.0 = complaint;
        }
    }

    fn finding(&mut self, check: &str, fine: String) -> Finding {
        match self.0.take() {
            None => Finding::fine(check, fine),
            Some(complaint) => Finding::failure(check, complaint, HINT),
        }
    }
}

/// What there is of what a piece of the log tells of.
struct There {
    tasks: HashSet<TaskId>,
    assignments: Assigned,
}

/// What the log says that there should be, as it comes by.
#[derive(Default)]
struct Walk {
    created: i64,
    assigned: i64,
    drawn: i64,
    missing: First,
    unlike: First,
    pool: Vec<PoolChange>,
    members: BTreeMap<UserId, bool>,
    zones: Zones,
}

impl Walk {
    /// What the events of a piece tell of is looked up at once.
    fn hear_piece(
        &mut self,
        read: &Read<'_>,
        piece: &[Heard],
        offset: Seq,
    ) -> Result<(), TaskError> {
        let (mut created, mut places) = (Vec::new(), Vec::new());
        for heard in piece {
            if let Event::TaskCreated(it) = &heard.event {
                created.push(it.task);
            } else if let Event::TaskAssigned(it) = &heard.event {
                places.push((it.draw, it.index));
            }
        }
        let there = There {
            tasks: sql::existing(read, created)?,
            assignments: sql::assignments_at(read, places)?,
        };
        for heard in piece {
            self.hear(&there, heard, offset);
        }
        Ok(())
    }

    /// What others say counts only as far as tasks have heard it, that is through `offset`.
    fn hear(&mut self, there: &There, heard: &Heard, offset: Seq) {
        match &heard.event {
            Event::UserCreated(it) if heard.seq <= offset => {
                self.member(it.user, it.active && it.role.draws_tasks());
            }
            Event::UserUpdated(it) if heard.seq <= offset => {
                self.member(it.user, it.active && it.role.draws_tasks());
            }
            Event::TaskCreated(it) => {
                self.created += 1;
                let id = it.task;
                let missing = !there.tasks.contains(&id);
                self.missing
                    .note(missing.then(|| format!("task {id} is missing")));
            }
            Event::TaskAssigned(it) => self.assigned(there, it),
            Event::SettingUpdated(it) if it.key == "timezone" => {
                self.zones.hear(heard.seq, &it.value);
            }
            Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::SettingUpdated(_)
            | Event::TaskUpdated(_)
            | Event::TaskClosed(_)
            | Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
    }

    fn assigned(&mut self, there: &There, it: &TaskAssigned) {
        self.assigned += 1;
        self.drawn += i64::from(it.drawn.is_some());
        let found = there.assignments.get(&(it.draw, it.index));
        let (draw, task) = (it.draw, it.task);
        let unlike = found != Some(&(task, it.assignee));
        self.unlike
            .note(unlike.then(|| format!("draw {draw}, task {task}: the log says otherwise")));
    }

    fn member(&mut self, user: UserId, belongs: bool) {
        if self.members.insert(user, belongs).unwrap_or(false) != belongs {
            let next = i64::try_from(self.pool.len())
                .unwrap_or(i64::MAX)
                .saturating_add(1);
            self.pool.push((PoolVersion::new(next), user, belongs));
        }
    }
}

fn tasks(read: &Read<'_>, walk: &mut Walk, offset: Seq) -> Result<Finding, TaskError> {
    let mut first = First::default();
    let mut seen = 0;
    let mut compare = |rows: &[TaskRow]| {
        let events = about_tasks(read, rows.iter().map(|row| row.id))?;
        for row in rows {
            seen += 1;
            let known = events.get(&row.id).and_then(|it| Known::by(it, offset));
            first.note(difference(row, known.as_ref(), &walk.zones));
        }
        Ok::<_, TaskError>(())
    };
    let mut pieces = Pieces::default();
    sql::each_task(read, |row| pieces.take(row, &mut compare))?;
    pieces.end(compare)?;
    first.note(walk.missing.0.take());
    let stray = sql::stray_key(read)?;
    first.note(stray.map(|key| format!("the import key '{key}' names no task of its author")));
    let seen = counted(seen, "task", "tasks");
    Ok(first.finding("tasks", format!("{seen}, each as the log tells it")))
}

fn pool(read: &Read<'_>, walk: &Walk) -> Result<Finding, TaskError> {
    let mut first = First::default();
    let changes = sql::pool_changes(read)?;
    for (there, said) in changes.iter().zip(&walk.pool) {
        let differs = there != said;
        first.note(
            differs.then(|| format!("change {} of the pool is not what the log says", there.0)),
        );
    }
    if changes.len() != walk.pool.len() {
        let (there, said) = (changes.len(), walk.pool.len());
        first.note(Some(format!(
            "the pool has seen {there} changes, the log says {said}"
        )));
    }
    let version = PoolVersion::new(i64::try_from(changes.len()).unwrap_or(i64::MAX));
    let members = sql::pool_members(read)?;
    if members != Pool::replay(&changes, version).members {
        first.note(Some(
            "the members of the pool are not what its changes say".to_owned(),
        ));
    }
    let popugs = counted(members.len(), "popug", "popugs");
    Ok(first.finding("pool", format!("{popugs}, as the log tells it")))
}

fn draws(read: &Read<'_>, walk: &mut Walk) -> Result<Finding, TaskError> {
    let mut first = First::default();
    let mut pools = Pools::of(sql::pool_changes(read)?);
    let mut check = |draws: &[Draw]| check_draws(read, walk, draws, (&mut first, &mut pools));
    let mut pieces = Pieces::default();
    sql::each_draw(read, |draw| pieces.take(draw, &mut check))?;
    pieces.end(check)?;
    first.note(walk.unlike.0.take());
    let (draws, assigned) = sql::counts(read)?;
    if assigned > walk.assigned {
        first.note(unheard_of(read)?);
    }
    if (draws, assigned) != (walk.drawn, walk.assigned) {
        let missing = "a draw or an assignment that the log tells of is missing";
        first.note(Some(missing.to_owned()));
    }
    let draws = counted(draws, "draw", "draws");
    let assigned = counted(assigned, "assignment", "assignments");
    Ok(first.finding(
        "draws",
        format!("{draws}, drawn again: the same {assigned}"),
    ))
}

/// A draw of more tasks than these is read by itself.
const FEW: i64 = 4;

/// Compares draws with the log, and draws them again.
fn check_draws(
    read: &Read<'_>,
    walk: &Walk,
    draws: &[Draw],
    (first, pools): (&mut First, &mut Pools),
) -> Result<(), TaskError> {
    let recorded = recorded(read, draws)?;
    let few = draws.iter().filter(|draw| draw.tasks <= FEW);
    let assignees = sql::assignees_of(read, few.map(|draw| draw.id))?;
    for draw in draws {
        let id = draw.id;
        let same = recorded.get(&id).is_some_and(|it| {
            let (at, by) = (draw.at, draw.by.as_str());
            it.record == draw.record()
                && (it.at.1, it.by.as_str()) == (at, by)
                && walk.zones.date(it.at, draw.day)
        });
        if !same {
            first.note(Some(format!("draw {id} is not what the log says")));
            continue;
        }
        let agrees = if draw.tasks <= FEW {
            let mut again = Again::begin(draw, pools.at(draw.pool));
            for (index, assignee) in assignees.get(&id).into_iter().flatten() {
                again.take(*index, *assignee);
            }
            again.agrees()
        } else {
            is_verified(read, draw, pools)?
        };
        first.note((!agrees).then(|| format!("draw {id}, drawn again, gives other assignees")));
    }
    Ok(())
}

/// What the log says of a draw.
struct Recorded {
    record: DrawRecord,
    at: (Seq, Moment),
    by: String,
}

/// What the log says of draws, which the first task of each tells.
fn recorded(read: &Read<'_>, draws: &[Draw]) -> Result<HashMap<DrawId, Recorded>, TaskError> {
    let firsts = sql::assignments_at(read, draws.iter().map(|draw| (draw.id, 0)))?;
    let events = about_tasks(read, firsts.values().map(|(task, _)| *task))?;
    let mut recorded = HashMap::new();
    for ((draw, _), (task, _)) in firsts {
        for heard in events.get(&task).into_iter().flatten() {
            if let Event::TaskAssigned(it) = &heard.event
                && it.draw == draw
                && let Some(drawn) = &it.drawn
            {
                let said = Recorded {
                    record: drawn.clone(),
                    at: (heard.seq, heard.at),
                    by: heard.actor.clone(),
                };
                recorded.insert(draw, said);
            }
        }
    }
    Ok(recorded)
}

/// The first assignment that no event tells of.
fn unheard_of(read: &Read<'_>) -> Result<Option<String>, TaskError> {
    let mut unheard_of = None;
    sql::each_assignment(read, |row| {
        if unheard_of.is_some() {
            return Ok(());
        }
        let AssignedRow {
            draw, index, task, ..
        } = row;
        let mut told = false;
        each_about::<TaskError>(read, &Subject::Task(task), |heard| {
            if let Event::TaskAssigned(it) = heard.event {
                told |= (it.draw, it.index) == (draw, index);
            }
            Ok(())
        })?;
        unheard_of = (!told).then(|| format!("draw {draw}, task {task}: the log says otherwise"));
        Ok::<_, TaskError>(())
    })?;
    Ok(unheard_of)
}

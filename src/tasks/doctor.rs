//! Tasks, the pool and the draws, held against the log.

use std::collections::{BTreeMap, BTreeSet};

use crate::events::shape::{TaskCreated, TaskUpdated, UserUpdated};
use crate::events::{Event, Told, each_heard};
use crate::kernel::finding::{Finding, counted};
use crate::kernel::ids::{DrawId, PoolVersion, TaskId, UserId};
use crate::kernel::money::Money;
use crate::store::Read;
use crate::tasks::draw::{Draw, Pool};
use crate::tasks::model::{Status, Wording};
use crate::tasks::sql::{AssignedRow, TaskRow};
use crate::tasks::{TaskError, sql};

const HINT: &str = "somebody changed the store by hand: compare with a backup and the letters";

/// What the log says that there should be.
#[derive(Default)]
struct Expected {
    tasks: BTreeMap<TaskId, Known>,
    assignments: BTreeMap<(DrawId, i64), (TaskId, UserId)>,
    draws: BTreeMap<DrawId, crate::events::shape::DrawRecord>,
    pool: Vec<(PoolVersion, UserId, bool)>,
    members: BTreeMap<UserId, bool>,
}

struct Known {
    wording: Wording,
    author: UserId,
    assignee: Option<UserId>,
    status: Status,
    price: Option<(Money, Money)>,
}

/// Examines what tasks own; a failure names the first bad row.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, TaskError> {
    let offset = crate::events::offset_of(read, "tasks")?;
    let mut expected = Expected::default();
    each_heard(read, |heard| {
        expected.hear(&heard.event, heard.seq <= offset);
        Ok::<_, TaskError>(())
    })?;
    let told = Told::to(read, "tasks")?;
    let kept = |it: &UserUpdated| (it.name.clone(), it.role, it.active);
    let mut findings = vec![
        tasks(read, &expected)?,
        pool(read, &expected)?,
        draws(read, &expected)?,
    ];
    findings.extend(told.popug(sql::kept_users(read)?, kept));
    findings.extend(told.setting(&sql::kept_settings(read)?));
    Ok(findings)
}

impl Expected {
    /// What others say counts only as far as tasks have `heard` it.
    fn hear(&mut self, event: &Event, heard: bool) {
        match event {
            Event::UserCreated(it) if heard => {
                self.member(it.user, it.active && it.role.draws_tasks());
            }
            Event::UserUpdated(it) if heard => {
                self.member(it.user, it.active && it.role.draws_tasks());
            }
            Event::TaskCreated(it) => self.created(it),
            Event::TaskAssigned(it) => {
                if let Some(task) = self.tasks.get_mut(&it.task) {
                    task.assignee = Some(it.assignee);
                }
                self.assignments
                    .insert((it.draw, it.index), (it.task, it.assignee));
                if let Some(drawn) = &it.drawn {
                    self.draws.insert(it.draw, drawn.clone());
                }
            }
            Event::TaskUpdated(it) => self.updated(it),
            Event::TaskClosed(it) => {
                if let Some(task) = self.tasks.get_mut(&it.task) {
                    task.status = Status::Closed;
                }
            }
            Event::TaskPriced(it) if heard => {
                if let Some(task) = self.tasks.get_mut(&it.task) {
                    task.price = Some((it.fee_cents, it.reward_cents));
                }
            }
            Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::TaskPriced(_)
            | Event::SettingUpdated(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
    }

    fn created(&mut self, event: &TaskCreated) {
        let known = Known {
            wording: Wording {
                ticket: event.ticket.clone(),
                title: event.title.clone(),
                description: event.description.clone(),
            },
            author: event.author,
            assignee: None,
            status: Status::Open,
            price: None,
        };
        self.tasks.insert(event.task, known);
    }

    fn updated(&mut self, event: &TaskUpdated) {
        if let Some(task) = self.tasks.get_mut(&event.task) {
            task.wording = Wording {
                ticket: event.ticket.clone(),
                title: event.title.clone(),
                description: event.description.clone(),
            };
        }
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

/// Keeps the first complaint.
struct First(Option<String>);

impl First {
    fn note(&mut self, complaint: Option<String>) {
        if self.0.is_none() {
            self.0 = complaint;
        }
    }

    fn finding(self, check: &str, fine: String) -> Finding {
        match self.0 {
            None => Finding::fine(check, fine),
            Some(complaint) => Finding::failure(check, complaint, HINT),
        }
    }
}

fn tasks(read: &Read<'_>, expected: &Expected) -> Result<Finding, TaskError> {
    let mut first = First(None);
    let mut seen = 0;
    let mut missing: BTreeSet<&TaskId> = expected.tasks.keys().collect();
    sql::each_task(read, |row| {
        seen += 1;
        missing.remove(&row.id);
        first.note(difference(&row, expected.tasks.get(&row.id)));
        Ok::<_, TaskError>(())
    })?;
    first.note(missing.first().map(|id| format!("task {id} is missing")));
    let seen = counted(seen, "task", "tasks");
    Ok(first.finding("tasks", format!("{seen}, each as the log tells it")))
}

fn difference(row: &TaskRow, known: Option<&Known>) -> Option<String> {
    let id = row.id;
    let Some(known) = known else {
        return Some(format!("task {id} is not in the log"));
    };
    let what = if row.wording != known.wording {
        "text"
    } else if row.author != known.author {
        "author"
    } else if Some(row.assignee) != known.assignee {
        "assignee"
    } else if row.status != known.status {
        "status"
    } else if row.fee.zip(row.reward) != known.price {
        "price"
    } else {
        return None;
    };
    Some(format!("task {id}: its {what} is not what the log says"))
}

fn pool(read: &Read<'_>, expected: &Expected) -> Result<Finding, TaskError> {
    let mut first = First(None);
    let changes = sql::pool_changes(read)?;
    for (there, said) in changes.iter().zip(&expected.pool) {
        let differs = there != said;
        first.note(
            differs.then(|| format!("change {} of the pool is not what the log says", there.0)),
        );
    }
    if changes.len() != expected.pool.len() {
        let (there, said) = (changes.len(), expected.pool.len());
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

fn draws(read: &Read<'_>, expected: &Expected) -> Result<Finding, TaskError> {
    let mut first = First(None);
    let mut seen = 0;
    let changes = sql::pool_changes(read)?;
    sql::each_draw(read, |draw| {
        seen += 1;
        first.note(check_draw(read, &draw, expected, &changes)?);
        Ok::<_, TaskError>(())
    })?;
    let mut assigned = 0;
    sql::each_assignment(read, |row| {
        assigned += 1;
        let AssignedRow {
            draw,
            index,
            task,
            assignee,
        } = row;
        let said = expected.assignments.get(&(draw, index));
        let differs = said != Some(&(task, assignee));
        first.note(differs.then(|| format!("draw {draw}, task {task}: the log says otherwise")));
        Ok::<_, TaskError>(())
    })?;
    if seen != expected.draws.len() || assigned != expected.assignments.len() {
        first.note(Some(
            "a draw or an assignment that the log tells of is missing".to_owned(),
        ));
    }
    let draws = counted(seen, "draw", "draws");
    let assigned = counted(assigned, "assignment", "assignments");
    Ok(first.finding(
        "draws",
        format!("{draws}, drawn again: the same {assigned}"),
    ))
}

fn check_draw(
    read: &Read<'_>,
    draw: &Draw,
    expected: &Expected,
    changes: &[(PoolVersion, UserId, bool)],
) -> Result<Option<String>, TaskError> {
    let id = draw.id;
    if expected.draws.get(&id) != Some(&draw.record()) {
        return Ok(Some(format!("draw {id} is not what the log says")));
    }
    let pool = Pool::replay(changes, draw.pool);
    let agrees = draw.agrees(&pool, &sql::assignees_of(read, id)?);
    Ok((!agrees).then(|| format!("draw {id}, drawn again, gives other assignees")))
}

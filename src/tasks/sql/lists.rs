//! The statements that list tasks.

use crate::kernel::day::Day;
use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::ticket::Ticket;
use crate::store::{Bind, Read, StoreError, Visit, columns};
use crate::tasks::model::{Task, TaskView};

/// What a list is narrowed to; whatever is `None` narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// `open` or `closed`.
    pub status: Option<&'static str>,
    /// Whose.
    pub assignee: Option<UserId>,
    /// Who made it.
    pub author: Option<UserId>,
    /// Its ticket.
    pub ticket: Option<Ticket>,
    /// A folded text that ticket, title or description contains.
    pub search: Option<String>,
    /// Made no earlier than this.
    pub created_from: Option<Day>,
    /// Made no later than this.
    pub created_to: Option<Day>,
    /// Closed no earlier than this.
    pub closed_from: Option<Day>,
    /// Closed no later than this.
    pub closed_to: Option<Day>,
}

/// What a list is ordered by, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// By number.
    Id,
    /// By number, highest first.
    IdDown,
    /// By the moment of the last assignment.
    Assigned,
    /// By that moment, newest first.
    AssignedDown,
    /// By the moment of the close.
    Closed,
    /// By that moment, newest first.
    ClosedDown,
    /// By fee.
    Fee,
    /// By fee, highest first.
    FeeDown,
    /// By reward.
    Reward,
    /// By reward, highest first.
    RewardDown,
    /// By title.
    Title,
    /// By title, backwards.
    TitleDown,
    /// By assignee.
    Assignee,
    /// By assignee, backwards.
    AssigneeDown,
}

macro_rules! narrowed {
    ($narrowed:literal, $from:expr) => {
        concat!(
            "WHERE ",
            $narrowed,
            " AND ",
            $from,
            "
               AND (CAST(?1 AS TEXT) IS NULL OR t.status = ?1)
               AND (CAST(?2 AS BIGINT) IS NULL OR t.assignee_id = ?2)
               AND (CAST(?3 AS BIGINT) IS NULL OR t.author_id = ?3)
               AND (CAST(?4 AS TEXT) IS NULL OR t.ticket = ?4)
               AND (CAST(?5 AS TEXT) IS NULL OR t.folded LIKE ?5 ESCAPE '\\')
               AND (CAST(?6 AS TEXT) IS NULL OR t.created_day >= ?6)
               AND (CAST(?7 AS TEXT) IS NULL OR t.created_day <= ?7)
               AND (CAST(?8 AS TEXT) IS NULL OR t.closed_day >= ?8)
               AND (CAST(?9 AS TEXT) IS NULL OR t.closed_day <= ?9)"
        )
    };
}

macro_rules! listed {
    ($narrowed:literal, $from:expr, $order:expr) => {
        concat!(
            "SELECT t.id, t.title, t.ticket, t.description, t.status, a.name, b.name,
                    t.created_at, t.assigned_at, t.closed_at, t.fee_cents, t.reward_cents,
                    t.author_id, t.assignee_id
             FROM tasks_task t
             JOIN tasks_user a ON a.id = t.author_id
             JOIN tasks_user b ON b.id = t.assignee_id ",
            narrowed!($narrowed, $from),
            " ORDER BY ",
            $order,
            " LIMIT ?10"
        )
    };
}

macro_rules! counted {
    ($narrowed:literal) => {
        concat!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM tasks_task t ",
            narrowed!($narrowed, "1 = 1"),
            " LIMIT ?10) counted"
        )
    };
}

/// What an index finds at once. A filter that may be absent never uses one: the statement is
/// planned before it is known.
#[derive(Clone, Copy)]
enum Indexed {
    Nothing,
    Status,
    Assignee,
    AssigneeAndStatus,
    Ticket,
}

impl Filter {
    /// Gives away the values ?1 to ?9.
    fn bound<T>(&self, run: impl FnOnce(&[&dyn Bind]) -> T) -> T {
        let search = self.search.as_deref().map(anywhere);
        run(&[
            &self.status,
            &self.assignee,
            &self.author,
            &self.ticket,
            &search,
            &self.created_from,
            &self.created_to,
            &self.closed_from,
            &self.closed_to,
        ])
    }
}

impl Sort {
    /// The same order, walked from its end.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Id => Self::IdDown,
            Self::IdDown => Self::Id,
            Self::Assigned => Self::AssignedDown,
            Self::AssignedDown => Self::Assigned,
            Self::Closed => Self::ClosedDown,
            Self::ClosedDown => Self::Closed,
            Self::Fee => Self::FeeDown,
            Self::FeeDown => Self::Fee,
            Self::Reward => Self::RewardDown,
            Self::RewardDown => Self::Reward,
            Self::Title => Self::TitleDown,
            Self::TitleDown => Self::Title,
            Self::Assignee => Self::AssigneeDown,
            Self::AssigneeDown => Self::Assignee,
        }
    }
}

impl Indexed {
    /// A popug has few of all tasks: they are sorted, rather than all tasks walked in their order. A
    /// ticket has fewer.
    const fn by(filter: &Filter, sort: Sort) -> Self {
        if filter.ticket.is_some() {
            return Self::Ticket;
        }
        match (filter.assignee, filter.status, sort) {
            (None, None, _) => Self::Nothing,
            (None, Some(_), _) => Self::Status,
            (Some(_), Some(_), Sort::Id | Sort::IdDown) => Self::AssigneeAndStatus,
            (Some(_), _, _) => Self::Assignee,
        }
    }
}

macro_rules! ordered {
    ($indexed:expr, $from:expr, $order:expr) => {
        match $indexed {
            Indexed::Nothing => listed!("1 = 1", $from, $order),
            Indexed::Status => listed!("t.status = ?1", $from, $order),
            Indexed::Assignee => listed!("t.assignee_id = ?2", $from, $order),
            Indexed::AssigneeAndStatus => {
                listed!("t.assignee_id = ?2 AND t.status = ?1", $from, $order)
            }
            Indexed::Ticket => listed!("t.ticket = ?4", $from, $order),
        }
    };
}

/// From the task ?11 on, itself included; from the beginning where it is null. By number an index
/// finds it at once.
macro_rules! from {
    ($indexed:expr, $key:literal, up) => {
        ordered!(
            $indexed,
            concat!(
                "(CAST(?11 AS BIGINT) IS NULL OR (",
                $key,
                ", t.id) >= (SELECT ",
                $key,
                ", t.id FROM tasks_task t JOIN tasks_user b ON b.id = t.assignee_id
                  WHERE t.id = ?11))"
            ),
            concat!($key, " NULLS LAST, t.id")
        )
    };
    ($indexed:expr, $key:literal, down) => {
        ordered!(
            $indexed,
            concat!(
                "(CAST(?11 AS BIGINT) IS NULL OR (",
                $key,
                ", t.id) <= (SELECT ",
                $key,
                ", t.id FROM tasks_task t JOIN tasks_user b ON b.id = t.assignee_id
                  WHERE t.id = ?11))"
            ),
            concat!($key, " DESC NULLS LAST, t.id DESC")
        )
    };
}

const fn statement(indexed: Indexed, sort: Sort) -> &'static str {
    match sort {
        Sort::Id => ordered!(indexed, "t.id >= ?11", "t.id"),
        Sort::IdDown => ordered!(indexed, "t.id <= ?11", "t.id DESC"),
        Sort::Assigned => from!(indexed, "t.assigned_at", up),
        Sort::AssignedDown => from!(indexed, "t.assigned_at", down),
        Sort::Closed => from!(indexed, "t.closed_at", up),
        Sort::ClosedDown => from!(indexed, "t.closed_at", down),
        Sort::Fee => from!(indexed, "t.fee_cents", up),
        Sort::FeeDown => from!(indexed, "t.fee_cents", down),
        Sort::Reward => from!(indexed, "t.reward_cents", up),
        Sort::RewardDown => from!(indexed, "t.reward_cents", down),
        Sort::Title => from!(indexed, "t.folded", up),
        Sort::TitleDown => from!(indexed, "t.folded", down),
        Sort::Assignee => from!(indexed, "b.name", up),
        Sort::AssigneeDown => from!(indexed, "b.name", down),
    }
}

/// A text as a LIKE pattern that finds it anywhere.
fn anywhere(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}

/// The first `limit` tasks that the filter leaves, in this order, from a task on where one is named.
pub fn list(
    read: &Read<'_>,
    filter: &Filter,
    (sort, from): (Sort, Option<TaskId>),
    limit: i64,
    visit: Visit<'_, TaskView>,
) -> Result<(), StoreError> {
    let from = from.or(match sort {
        Sort::Id => Some(TaskId::new(0)),
        Sort::IdDown => Some(TaskId::new(i64::MAX)),
        Sort::Assigned
        | Sort::AssignedDown
        | Sort::Closed
        | Sort::ClosedDown
        | Sort::Fee
        | Sort::FeeDown
        | Sort::Reward
        | Sort::RewardDown
        | Sort::Title
        | Sort::TitleDown
        | Sort::Assignee
        | Sort::AssigneeDown => None,
    });
    filter.bound(|bind| {
        let mut bind = bind.to_vec();
        bind.extend([&limit as &dyn Bind, &from]);
        read.walk(
            statement(Indexed::by(filter, sort), sort),
            &bind,
            |row| columns(row).map(|it: Task| it.view),
            visit,
        )
    })
}

/// How many tasks the filter leaves, counted as far as `most`.
pub fn count(read: &Read<'_>, filter: &Filter, most: i64) -> Result<i64, StoreError> {
    let sql = match Indexed::by(filter, Sort::Id) {
        Indexed::Nothing => counted!("1 = 1"),
        Indexed::Status => counted!("t.status = ?1"),
        Indexed::Assignee => counted!("t.assignee_id = ?2"),
        Indexed::AssigneeAndStatus => counted!("t.assignee_id = ?2 AND t.status = ?1"),
        Indexed::Ticket => counted!("t.ticket = ?4"),
    };
    filter.bound(|bind| {
        let mut bind = bind.to_vec();
        bind.push(&most);
        read.one(sql, &bind, columns)
    })
}

/// How many open tasks a popug has.
pub fn open_count(read: &Read<'_>, assignee: UserId) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM tasks_task WHERE assignee_id = ?1 AND status = 'open'";
    read.one(sql, &[&assignee], columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::Scratch;

    #[test]
    fn a_ticket_is_looked_up_in_any_order() {
        let scratch = Scratch::file();
        let raw = scratch.raw();
        for sort in [Sort::IdDown, Sort::Fee, Sort::Assignee] {
            let plan = raw.plan(statement(Indexed::Ticket, sort));
            assert!(plan.contains("tasks_task_ticket (ticket=?"), "{plan}");
        }
        let count = raw.plan(counted!("t.ticket = ?4"));
        assert!(count.contains("tasks_task_ticket (ticket=?"), "{count}");
    }

    #[test]
    fn a_search_takes_every_character_as_itself() {
        assert_eq!(anywhere("50%_\\"), "%50\\%\\_\\\\%");
    }
}

//! The statements that list tasks.

use crate::kernel::day::Day;
use crate::kernel::ids::UserId;
use crate::kernel::ticket::Ticket;
use crate::store::{Read, StoreError, Visit};
use crate::tasks::model::TaskView;
use crate::tasks::sql::task;

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

macro_rules! listed {
    ($narrowed:literal, $order:literal) => {
        concat!(
            "SELECT t.id, t.title, t.ticket, t.description, t.status, a.name, b.name,
                    t.created_at, t.assigned_at, t.closed_at, t.fee_cents, t.reward_cents,
                    t.author_id, t.assignee_id
             FROM tasks_task t
             JOIN tasks_user a ON a.id = t.author_id
             JOIN tasks_user b ON b.id = t.assignee_id
             WHERE ",
            $narrowed,
            "
               AND (CAST(?1 AS TEXT) IS NULL OR t.status = ?1)
               AND (CAST(?2 AS BIGINT) IS NULL OR t.assignee_id = ?2)
               AND (CAST(?3 AS BIGINT) IS NULL OR t.author_id = ?3)
               AND (CAST(?4 AS TEXT) IS NULL OR t.ticket = ?4)
               AND (CAST(?5 AS TEXT) IS NULL OR t.folded LIKE ?5 ESCAPE '\\')
               AND (CAST(?6 AS TEXT) IS NULL OR t.created_day >= ?6)
               AND (CAST(?7 AS TEXT) IS NULL OR t.created_day <= ?7)
               AND (CAST(?8 AS TEXT) IS NULL OR t.closed_day >= ?8)
               AND (CAST(?9 AS TEXT) IS NULL OR t.closed_day <= ?9)
             ORDER BY ",
            $order,
            " LIMIT ?10"
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
}

impl Indexed {
    /// A popug has few of all tasks: they are sorted, rather than all tasks walked in their order.
    const fn by(filter: &Filter, sort: Sort) -> Self {
        match (filter.assignee, filter.status, sort) {
            (None, None, _) => Self::Nothing,
            (None, Some(_), _) => Self::Status,
            (Some(_), Some(_), Sort::Id | Sort::IdDown) => Self::AssigneeAndStatus,
            (Some(_), _, _) => Self::Assignee,
        }
    }
}

macro_rules! ordered {
    ($indexed:expr, $order:literal) => {
        match $indexed {
            Indexed::Nothing => listed!("1 = 1", $order),
            Indexed::Status => listed!("t.status = ?1", $order),
            Indexed::Assignee => listed!("t.assignee_id = ?2", $order),
            Indexed::AssigneeAndStatus => {
                listed!("t.assignee_id = ?2 AND t.status = ?1", $order)
            }
        }
    };
}

const fn statement(indexed: Indexed, sort: Sort) -> &'static str {
    match sort {
        Sort::Id => ordered!(indexed, "t.id"),
        Sort::IdDown => ordered!(indexed, "t.id DESC"),
        Sort::Assigned => ordered!(indexed, "t.assigned_at, t.id"),
        Sort::AssignedDown => ordered!(indexed, "t.assigned_at DESC, t.id DESC"),
        Sort::Closed => ordered!(indexed, "t.closed_at NULLS LAST, t.id"),
        Sort::ClosedDown => ordered!(indexed, "t.closed_at DESC NULLS LAST, t.id DESC"),
        Sort::Fee => ordered!(indexed, "t.fee_cents NULLS LAST, t.id"),
        Sort::FeeDown => ordered!(indexed, "t.fee_cents DESC NULLS LAST, t.id DESC"),
        Sort::Reward => ordered!(indexed, "t.reward_cents NULLS LAST, t.id"),
        Sort::RewardDown => ordered!(indexed, "t.reward_cents DESC NULLS LAST, t.id DESC"),
        Sort::Title => ordered!(indexed, "t.folded, t.id"),
        Sort::TitleDown => ordered!(indexed, "t.folded DESC, t.id DESC"),
        Sort::Assignee => ordered!(indexed, "b.name, t.id"),
        Sort::AssigneeDown => ordered!(indexed, "b.name DESC, t.id DESC"),
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

/// The first `limit` tasks that the filter leaves, in this order.
pub fn list(
    read: &Read<'_>,
    filter: &Filter,
    sort: Sort,
    limit: i64,
    visit: Visit<'_, TaskView>,
) -> Result<(), StoreError> {
    let search = filter.search.as_deref().map(anywhere);
    read.walk(
        statement(Indexed::by(filter, sort), sort),
        &[
            &filter.status,
            &filter.assignee,
            &filter.author,
            &filter.ticket,
            &search,
            &filter.created_from,
            &filter.created_to,
            &filter.closed_from,
            &filter.closed_to,
            &limit,
        ],
        |row| task(row).map(|it| it.view),
        visit,
    )
}

/// How many open tasks a popug has.
pub fn open_count(read: &Read<'_>, assignee: UserId) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM tasks_task WHERE assignee_id = ?1 AND status = 'open'";
    read.one(sql, &[&assignee], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_takes_every_character_as_itself() {
        assert_eq!(anywhere("50%_\\"), "%50\\%\\_\\\\%");
    }
}

//! Listing tasks.

use serde::{Deserialize, Serialize};

use crate::kernel::day::Day;
use crate::kernel::ids::UserId;
use crate::kernel::name::Who;
use crate::kernel::range::{Range, Span};
use crate::kernel::text;
use crate::store::{Asker, ListQuery, Read, Visit};
use crate::tasks::TaskError;
use crate::tasks::model::TaskView;
use crate::tasks::sql::{self, Filter, Sort};

/// Which tasks, by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum StatusFilter {
    /// Those to be done.
    #[default]
    Open,
    /// Those done.
    Closed,
    /// All.
    All,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SortBy {
    /// Newest first.
    #[default]
    Id,
    /// Newest first.
    Created,
    /// Most lately assigned first.
    Assigned,
    /// Most lately closed first.
    Closed,
    /// Highest fee first.
    Fee,
    /// Highest reward first.
    Reward,
    /// From a to z.
    Title,
    /// From a to z.
    Assignee,
}

/// `task.list`: tasks, narrowed and sorted.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListTasks {
    /// By status.
    pub status: StatusFilter,
    /// Whose.
    pub assignee: Option<Who>,
    /// Who made them.
    pub author: Option<Who>,
    /// Their ticket.
    pub ticket: Option<String>,
    /// A text in ticket, title or description, in whatever case.
    pub search: Option<String>,
    /// The day on which they were closed, with `closed`; else made.
    pub range: Range,
    /// The order.
    pub sort: SortBy,
    /// Against the order.
    pub reverse: bool,
    /// At most so many; all where it is left out.
    pub limit: Option<u32>,
}

impl ListQuery for ListTasks {
    type Error = TaskError;
    type Row = TaskView;

    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, TaskView>,
    ) -> Result<(), TaskError> {
        let limit = self.limit.map_or(i64::MAX, i64::from);
        let filter = self.filter(read, asker)?;
        Ok(sql::list(
            read,
            &filter,
            (self.order(), None),
            limit,
            visit,
        )?)
    }
}

impl ListTasks {
    pub(super) fn filter(&self, read: &Read<'_>, asker: &Asker) -> Result<Filter, TaskError> {
        let mut filter = Filter {
            status: match self.status {
                StatusFilter::Open => Some("open"),
                StatusFilter::Closed => Some("closed"),
                StatusFilter::All => None,
            },
            assignee: user(read, self.assignee.as_ref(), asker)?,
            author: user(read, self.author.as_ref(), asker)?,
            ticket: self.ticket.as_deref().map(str::parse).transpose()?,
            search: self.search.as_deref().map(text::folded),
            ..Filter::default()
        };
        if self.range != Range::default() {
            let (first, last) = (Day::FIRST, Day::LAST);
            let Span { from, to } = self.range.resolve(&asker.calendar(read)?, first, last)?;
            let bounds = match self.status {
                StatusFilter::Closed => (&mut filter.closed_from, &mut filter.closed_to),
                StatusFilter::Open | StatusFilter::All => {
                    (&mut filter.created_from, &mut filter.created_to)
                }
            };
            (*bounds.0, *bounds.1) = (Some(from), Some(to));
        }
        Ok(filter)
    }

    pub(super) const fn order(&self) -> Sort {
        match (self.sort, self.reverse) {
            (SortBy::Id | SortBy::Created, false) => Sort::IdDown,
            (SortBy::Id | SortBy::Created, true) => Sort::Id,
            (SortBy::Assigned, false) => Sort::AssignedDown,
            (SortBy::Assigned, true) => Sort::Assigned,
            (SortBy::Closed, false) => Sort::ClosedDown,
            (SortBy::Closed, true) => Sort::Closed,
            (SortBy::Fee, false) => Sort::FeeDown,
            (SortBy::Fee, true) => Sort::Fee,
            (SortBy::Reward, false) => Sort::RewardDown,
            (SortBy::Reward, true) => Sort::Reward,
            (SortBy::Title, false) => Sort::Title,
            (SortBy::Title, true) => Sort::TitleDown,
            (SortBy::Assignee, false) => Sort::Assignee,
            (SortBy::Assignee, true) => Sort::AssigneeDown,
        }
    }
}

fn user(read: &Read<'_>, who: Option<&Who>, asker: &Asker) -> Result<Option<UserId>, TaskError> {
    match who {
        None => Ok(None),
        Some(Who::Me) => {
            let no_popug = || TaskError::NoPopug(asker.actor.to_string());
            asker.actor.user().ok_or_else(no_popug).map(Some)
        }
        Some(Who::Named(name)) => {
            let found = sql::user_id(read, name)?;
            found
                .ok_or_else(|| TaskError::UnknownUser(name.clone()))
                .map(Some)
        }
    }
}

/// How many open tasks a popug has.
pub fn open_count(read: &Read<'_>, assignee: UserId) -> Result<i64, TaskError> {
    Ok(sql::open_count(read, assignee)?)
}

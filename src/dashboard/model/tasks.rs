//! The tasks: a list, and the one that one is on.

use std::collections::BTreeMap;

use crate::dashboard::action::{Action, Binding, key};
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::model::view::Filter;
use crate::kernel::ids::TaskId;
use crate::kernel::name::Who;
use crate::kernel::page::Page;
use crate::kernel::permission::Permission;
use crate::tasks::{
    ListTasks, PageTasks, SortBy, Status, StatusFilter, TaskView, TaskWithAssignments, Why,
};

impl Row for TaskView {
    fn id(&self) -> i64 {
        self.id.get()
    }
}

/// What keys do here.
pub static KEYS: &[Binding] = &[
    key(
        Action::New,
        "new",
        "make a task; it lands on a random popug",
        &["n"],
    )
    .needs(Permission::TaskCreate)
    .shown(20),
    key(Action::Edit, "edit", "edit the task's text", &["e"])
        .needs(Permission::TaskEdit)
        .shown(21),
    key(
        Action::Mark,
        "mark",
        "mark the row, to close several at once",
        &["space"],
    )
    .shown(22),
    key(
        Action::Close,
        "close",
        "close the marked tasks or this one, all or none",
        &["c"],
    )
    .needs(Permission::TaskClose)
    .shown(10),
    key(Action::Mine, "mine", "my tasks, or everybody's", &["m"]).shown(23),
    key(
        Action::Status,
        "status",
        "open, closed, or all tasks",
        &["o"],
    )
    .shown(40),
    key(
        Action::Why,
        "why",
        "which draw chose this popug, drawn again",
        &["w"],
    )
    .needs(Permission::TaskRead)
    .shown(24),
    key(
        Action::Reassign,
        "reassign",
        "draw every open task anew",
        &["R"],
    )
    .needs(Permission::TaskReassign)
    .shown(25),
    key(
        Action::SortColumn,
        "sort",
        "sort by the next column",
        &["s"],
    )
    .shown(41),
    key(
        Action::SortDirection,
        "reverse",
        "sort the other way round",
        &["S"],
    ),
    key(Action::Filter, "filter", "filter as you type", &["/"]).shown(26),
    key(
        Action::CopyTitle,
        "copy-title",
        "copy the task's title",
        &["Y"],
    ),
    key(Action::CopyId, "copy-id", "copy the task's number", &["#"]),
];

/// Whose tasks are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// One's own.
    Mine,
    /// Everybody's.
    #[default]
    Everybodys,
}

/// What the side of the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// One moves in the list.
    #[default]
    List,
    /// The task fills the view.
    Detail,
}

/// The tasks.
#[derive(Clone, Debug, Default)]
pub struct Tasks {
    /// The list.
    pub list: Listing<TaskView>,
    /// How many there are, and whether there are more than that.
    pub count: (i64, bool),
    /// Whose.
    pub whose: Whose,
    /// Open, closed, or all.
    pub status: StatusFilter,
    /// The column by which they are sorted.
    pub sort: SortBy,
    /// Against its order.
    pub reverse: bool,
    /// What they are narrowed to.
    pub filter: Filter,
    /// Those that are marked, as they were.
    pub marked: BTreeMap<TaskId, TaskView>,
    /// The task one is on, with its assignments.
    pub detail: Option<TaskWithAssignments>,
    /// The draw that chose its popug.
    pub why: Option<Why>,
    /// Whether one is in the list or in the task.
    pub focus: Focus,
    /// How far the task is scrolled.
    pub scroll: usize,
}

/// The columns to sort by, in the order in which they take turns.
pub const SORTS: [SortBy; 7] = [
    SortBy::Id,
    SortBy::Assigned,
    SortBy::Reward,
    SortBy::Fee,
    SortBy::Title,
    SortBy::Assignee,
    SortBy::Closed,
];

impl Tasks {
    /// The list as it is asked for.
    pub fn wanted(&self, page: Page) -> PageTasks {
        let search = self.filter.text();
        let list = ListTasks {
            status: self.status,
            assignee: (self.whose == Whose::Mine).then_some(Who::Me),
            search: (!search.is_empty()).then(|| search.to_owned()),
            sort: self.sort,
            reverse: self.reverse,
            ..ListTasks::default()
        };
        PageTasks { list, page }
    }

    /// The tasks that would be closed: the marked ones, or the one that one is on.
    pub fn chosen(&self) -> Vec<&TaskView> {
        if self.marked.is_empty() {
            return self.list.selected().into_iter().collect();
        }
        self.marked.values().collect()
    }

    /// Why an action cannot be done with what is selected.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most actions are always possible"
    )]
    pub fn obstacle(&self, action: Action, me: Option<&str>) -> Option<String> {
        let selected = self.list.selected();
        match action {
            Action::Enter
            | Action::Edit
            | Action::Mark
            | Action::Why
            | Action::Copy
            | Action::CopyTitle
            | Action::CopyId
                if selected.is_none() =>
            {
                Some("there is no task here".to_owned())
            }
            Action::Close => self.obstacle_to_closing(me),
            _ => None,
        }
    }

    fn obstacle_to_closing(&self, me: Option<&str>) -> Option<String> {
        let chosen = self.chosen();
        if chosen.is_empty() {
            return Some("there is no task here".to_owned());
        }
        chosen.into_iter().find_map(|task| {
            if task.status == Status::Closed {
                return Some(format!("task {} is closed already", task.id));
            }
            let others = Some(task.assignee.as_str()) != me;
            others.then(|| format!("task {} is assigned to {}", task.id, task.assignee))
        })
    }
}

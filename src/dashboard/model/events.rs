//! The log, who hears it, and what could not be heard.

use crate::dashboard::action::{Action, Binding, key};
use crate::dashboard::model::held::Held;
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::model::view::Filter;
use crate::events::{CloudEvent, ConsumerState, DeadLetter, PageEvents};
use crate::kernel::ids::TaskId;
use crate::kernel::page::Page;
use crate::kernel::permission::Permission;

impl Row for CloudEvent {
    fn id(&self) -> i64 {
        // It is the place in the log; whatever is none is at no place.
        self.id.parse().unwrap_or(0)
    }
}

/// What keys do here.
pub static KEYS: &[Binding] = &[
    key(Action::Filter, "filter", "filter as you type", &["/"]).shown(26),
    key(
        Action::Pane,
        "pane",
        "the log, its consumers, or dead letters",
        &["p"],
    )
    .shown(20),
    key(
        Action::Retry,
        "retry",
        "let it be heard again, and what waits behind it",
        &["r"],
    )
    .needs(Permission::EventManage)
    .shown(21),
    key(
        Action::Discard,
        "discard",
        "give a dead letter up, with a reason",
        &["x"],
    )
    .needs(Permission::EventManage)
    .shown(22),
];

/// What the view shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The log.
    #[default]
    Log,
    /// Who hears it.
    Consumers,
    /// What could not be heard.
    Dead,
}

/// Whether one is in a list or in one of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// In the list.
    #[default]
    List,
    /// The row fills the view.
    Detail,
}

/// The log, and what belongs to it.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// The log, newest last.
    pub list: Listing<CloudEvent>,
    /// How many events the log has.
    pub head: i64,
    /// Whether the search ended before the log did.
    pub partly: bool,
    /// What it is narrowed to.
    pub filter: Filter,
    /// Who hears the log.
    pub consumers: Held<ConsumerState>,
    /// What could not be heard.
    pub dead: Held<DeadLetter>,
    /// The consumer to whose first dead letter one goes when they are there.
    pub wanted: Option<String>,
    /// Which of them is shown.
    pub pane: Pane,
    /// Whether one is in a list or in one of its rows.
    pub focus: Focus,
    /// How far the row is scrolled.
    pub scroll: usize,
}

impl Events {
    /// The log as it is asked for.
    pub fn wanted(&self, page: Page) -> PageEvents {
        PageEvents {
            like: self.filter.text().to_owned(),
            page,
        }
    }

    /// Whether an action belongs to another pane than the one that is shown.
    pub fn is_elsewhere(&self, action: Action) -> bool {
        let of_letters = matches!(action, Action::Retry | Action::Discard);
        (of_letters && self.pane != Pane::Dead)
            || (action == Action::Filter && self.pane != Pane::Log)
    }

    /// Why an action cannot be done with what is selected.
    pub fn obstacle(&self, action: Action) -> Option<String> {
        match (action, self.pane) {
            (Action::Enter | Action::Copy, Pane::Log) => self.obstacle_in_log(action),
            (Action::Enter | Action::Retry | Action::Discard, Pane::Dead)
                if self.dead.selected().is_none() =>
            {
                Some("there is no dead letter here".to_owned())
            }
            (Action::Filter, _) if self.is_elsewhere(action) => {
                Some("it narrows the log".to_owned())
            }
            _ if self.is_elsewhere(action) => Some("it is for dead letters".to_owned()),
            _ => None,
        }
    }

    fn obstacle_in_log(&self, action: Action) -> Option<String> {
        let Some(event) = self.list.selected() else {
            return Some("there is no event here".to_owned());
        };
        let inside = action == Action::Enter && self.focus == Focus::Detail;
        (inside && task_of(event).is_none()).then(|| "the event is about no task".to_owned())
    }
}

/// The task that an event is about.
pub fn task_of(event: &CloudEvent) -> Option<TaskId> {
    if let Some(task) = event.subject.strip_prefix("task/") {
        return task.parse().ok();
    }
    let task = event.data.get("task")?.as_i64()?;
    (task > 0).then(|| TaskId::new(task))
}

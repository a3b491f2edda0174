//! The tasks: moving about, marking, narrowing, and asking for what is done with them.

pub mod changes;

use tui_input::Input;

use crate::dashboard::action::{Action, key};
use crate::dashboard::model::listing::{REACH, Row, Step};
use crate::dashboard::model::tasks::{Focus, KEYS, SORTS, Tasks, Whose};
use crate::dashboard::model::view::Filtering;
use crate::dashboard::model::{Call, Effect, Model, View};
use crate::dashboard::update::{actions, filter};
use crate::dashboard::view;
use crate::kernel::ids::TaskId;
use crate::kernel::page::{Anchor, Page};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;
use crate::tasks::{ShowTask, SortBy, StatusFilter, TasksPage, WhyTask};

/// The view.
pub static VIEW: View = View {
    title: "Tasks",
    go: key(Action::Go(1), "view-1", "go to Tasks", &["1"]),
    permission: Permission::TaskRead,
    keys: KEYS,
    obstacle: |model, action| model.tasks.obstacle(action, model.me()),
    is_elsewhere: |_, _| false,
    filter: Some(Filtering {
        filter: |model| &model.tasks.filter,
        filter_mut: |model| &mut model.tasks.filter,
        narrow,
    }),
    arrive,
    load,
    act,
    step,
    click: |model, at| click(model, at.y),
    draw: view::tasks::draw,
};

/// Does what an action means among the tasks.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all else is not of the tasks"
)]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => enter(model),
        Action::Back => back(model),
        Action::New => changes::new(model),
        Action::Edit => changes::edit(model),
        Action::Mark => mark(model),
        Action::Close => changes::ask_to_close(model),
        Action::Mine => {
            model.tasks.whose = match model.tasks.whose {
                Whose::Mine => Whose::Everybodys,
                Whose::Everybodys => Whose::Mine,
            };
            narrow(model)
        }
        Action::Status => {
            model.tasks.status = match model.tasks.status {
                StatusFilter::Open => StatusFilter::Closed,
                StatusFilter::Closed => StatusFilter::All,
                StatusFilter::All => StatusFilter::Open,
            };
            narrow(model)
        }
        Action::SortColumn => sort_by_next(model),
        Action::SortDirection => {
            model.tasks.reverse = !model.tasks.reverse;
            narrow(model)
        }
        Action::Filter => {
            model.tasks.filter.typing = true;
            Vec::new()
        }
        Action::Why => why(model),
        Action::Reassign => changes::reassign(model),
        Action::Copy => copy(model, Copied::Command),
        Action::CopyTitle => copy(model, Copied::Title),
        Action::CopyId => copy(model, Copied::Number),
        _ => Vec::new(),
    }
}

/// A worker starts on its own tasks, others on everybody's.
fn arrive(model: &mut Model) {
    let role = model.standing.as_ref().and_then(|it| it.who.role);
    model.tasks = Tasks {
        whose: match role {
            Some(Role::Worker) => Whose::Mine,
            Some(Role::Accountant | Role::Manager | Role::Admin) | None => Whose::Everybodys,
        },
        ..Tasks::default()
    };
}

/// Asks for the page around the task that one is on, and for that task.
fn load(model: &mut Model) -> Vec<Effect> {
    let page = model.tasks.list.around();
    let mut effects = ask(model, page);
    effects.extend(detail(model));
    effects
}

fn ask(model: &mut Model, page: Page) -> Vec<Effect> {
    let effects = model.ask(Call::ask(model.tasks.wanted(page), take));
    model.tasks.list.ask(model.asked);
    effects
}

fn take(model: &mut Model, page: TasksPage) -> Vec<Effect> {
    model.tasks.count = (page.count, page.more);
    model.tasks.list.take(page.page);
    detail(model)
}

/// Asks for the task that one is on, with its assignments.
fn detail(model: &mut Model) -> Vec<Effect> {
    let Some(task) = model.tasks.list.selected().map(|it| it.id) else {
        model.tasks.detail = None;
        return Vec::new();
    };
    ask_detail(model, task)
}

fn ask_detail(model: &mut Model, task: TaskId) -> Vec<Effect> {
    model.ask(Call::ask(ShowTask { task }, |model, task| {
        model.tasks.detail = Some(task);
        Vec::new()
    }))
}

/// Asks for the list anew, from its beginning: it is another one now.
fn narrow(model: &mut Model) -> Vec<Effect> {
    model.tasks.list.want(Anchor::First);
    model.tasks.marked.clear();
    let page = Page {
        anchor: Anchor::First,
        reach: REACH,
    };
    ask(model, page)
}

/// Goes to a task by its number, among all tasks.
pub fn go_to(model: &mut Model, task: TaskId) -> Vec<Effect> {
    model.tasks.whose = Whose::Everybodys;
    model.tasks.status = StatusFilter::All;
    model.tasks.filter.input = Input::default();
    model.tasks.sort = SortBy::Id;
    model.tasks.reverse = false;
    model.tasks.marked.clear();
    let anchor = Anchor::Row(task.get());
    model.tasks.list.want(anchor);
    let page = Page {
        anchor,
        reach: REACH,
    };
    model.tasks.focus = Focus::Detail;
    model.tasks.scroll = 0;
    let mut effects = ask(model, page);
    effects.extend(ask_detail(model, task));
    effects
}

/// Goes to a task from another view, to which Esc leads back.
pub fn drill(model: &mut Model, task: TaskId) -> Vec<Effect> {
    let from = model.view;
    model.view = &VIEW;
    let effects = go_to(model, task);
    model.came_from = Some(from);
    effects
}

/// A click selects the row under it.
fn click(model: &mut Model, row: u16) -> Vec<Effect> {
    let Some(at) = view::tasks::row_at(model, row) else {
        return Vec::new();
    };
    let now = model.tasks.list.at();
    step(model, Step::between(now, at))
}

/// Moves where one is.
fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.tasks.focus == Focus::Detail {
        return scroll(model, step);
    }
    let before = model.tasks.list.selected().map(Row::id);
    let more = model.tasks.list.step(step, model.answered);
    let mut effects = more.map_or_else(Vec::new, |page| ask(model, page));
    if model.tasks.list.selected().map(Row::id) != before {
        model.tasks.why = None;
        effects.extend(detail(model));
    }
    effects
}

fn scroll(model: &mut Model, step: Step) -> Vec<Effect> {
    let last = view::tasks::lines_of_detail(model).saturating_sub(1);
    model.tasks.scroll = step.scrolled(model.tasks.scroll, last);
    Vec::new()
}

fn enter(model: &mut Model) -> Vec<Effect> {
    if model.tasks.focus == Focus::Detail {
        return Vec::new();
    }
    model.tasks.focus = Focus::Detail;
    model.tasks.scroll = 0;
    detail(model)
}

/// One step back: out of the task, then the draw, the marks, the filter.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.tasks.focus == Focus::Detail {
        model.tasks.focus = Focus::List;
        model.tasks.scroll = 0;
        if let Some(view) = model.came_from.take()
            && model.open_views().any(|it| it == view)
        {
            return actions::go(model, view);
        }
        return detail(model);
    }
    if model.tasks.why.take().is_some() {
        return Vec::new();
    }
    if !model.tasks.marked.is_empty() {
        model.tasks.marked.clear();
        return Vec::new();
    }
    filter::clear(model)
}

fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(task) = model.tasks.list.selected().cloned() else {
        return Vec::new();
    };
    if model.tasks.marked.remove(&task.id).is_none() {
        model.tasks.marked.insert(task.id, task);
    }
    step(model, Step::Down(1))
}

fn sort_by_next(model: &mut Model) -> Vec<Effect> {
    let at = SORTS.iter().position(|sort| *sort == model.tasks.sort);
    let next = at.map_or(0, |at| (at + 1) % SORTS.len());
    model.tasks.sort = SORTS.get(next).copied().unwrap_or_default();
    // Open tasks were never closed.
    if model.tasks.sort == SortBy::Closed && model.tasks.status != StatusFilter::Closed {
        model.tasks.sort = SortBy::default();
    }
    model.tasks.reverse = false;
    narrow(model)
}

fn why(model: &mut Model) -> Vec<Effect> {
    let Some(task) = model.tasks.list.selected().map(|it| it.id) else {
        return Vec::new();
    };
    let question = WhyTask { task, all: false };
    model.ask(Call::ask(question, |model, mut draws| {
        model.tasks.why = draws.pop();
        Vec::new()
    }))
}

fn copy(model: &mut Model, what: Copied) -> Vec<Effect> {
    let Some(task) = model.tasks.list.selected() else {
        return Vec::new();
    };
    let text = match (what, &task.ticket) {
        (Copied::Command, _) => format!("{} task show {}", model.manner.program, task.id),
        (Copied::Title, Some(ticket)) => format!("[{ticket}] {}", task.title),
        (Copied::Title, None) => task.title.clone(),
        (Copied::Number, _) => task.id.to_string(),
    };
    model.copy(text)
}

/// What of a task is copied.
#[derive(Clone, Copy)]
enum Copied {
    Command,
    Title,
    Number,
}

//! Who is who: moving about, narrowing, and asking for what is done with popugs.

use std::iter;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::auth::{AddUser, ChangedUser, EnrollUser, Secret, SetUser, UserRow, UserView};
use crate::dashboard::action::{Action, key};
use crate::dashboard::effect::people;
use crate::dashboard::model::form::Field;
use crate::dashboard::model::listing::{REACH, Step};
use crate::dashboard::model::overlay::{Code, Overlay};
use crate::dashboard::model::people::{KEYS, People};
use crate::dashboard::model::view::Filtering;
use crate::dashboard::model::{Call, Effect, Form, Job, Model, Notice, View};
use crate::dashboard::update::{actions, deeds, filter};
use crate::dashboard::view;
use crate::kernel::figures::plural;
use crate::kernel::name::{UserName, Who};
use crate::kernel::page::{Anchor, Page, Paged};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// What a popug can be, the most usual first.
const ROLES: &[&str] = &[
    Role::Worker.as_str(),
    Role::Manager.as_str(),
    Role::Accountant.as_str(),
    Role::Admin.as_str(),
];

/// The view.
pub static VIEW: View = View {
    title: "People",
    go: key(Action::Go(6), "view-6", "go to People", &["6"]),
    permission: Permission::UserManage,
    keys: KEYS,
    obstacle: |model, action| model.people.obstacle(action),
    is_elsewhere: |_, _| false,
    filter: Some(Filtering {
        filter: |model| &model.people.filter,
        filter_mut: |model| &mut model.people.filter,
        narrow,
    }),
    arrive,
    load,
    act,
    step,
    click: |model, at| click(model, at.y),
    draw: view::people::draw,
};

/// Does what an action means among popugs.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever means nothing here does nothing"
)]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => actions::act(model, Action::Edit),
        Action::Back => filter::clear(model),
        Action::New => new(model),
        Action::Edit => edit(model),
        Action::Code => ask_for_code(model),
        Action::Activity => activity(model),
        Action::Filter => {
            model.people.filter.typing = true;
            Vec::new()
        }
        Action::Copy => copy(model),
        _ => Vec::new(),
    }
}

/// Everything begins at the first name.
fn arrive(model: &mut Model) {
    model.people = People::default();
}

/// Asks for the page around the popug that one is on.
fn load(model: &mut Model) -> Vec<Effect> {
    let page = model.people.list.around();
    ask(model, page)
}

fn ask(model: &mut Model, page: Page) -> Vec<Effect> {
    let effects = model.ask(Call::ask(model.people.wanted(page), take));
    model.people.list.ask(model.asked);
    effects
}

fn take(model: &mut Model, page: Paged<UserRow>) -> Vec<Effect> {
    model.people.list.take(page);
    Vec::new()
}

/// Asks for the list anew, from its beginning: it is another one now.
fn narrow(model: &mut Model) -> Vec<Effect> {
    let anchor = Anchor::First;
    model.people.list.want(anchor);
    let reach = REACH;
    ask(model, Page { anchor, reach })
}

/// A click selects the row under it.
fn click(model: &mut Model, row: u16) -> Vec<Effect> {
    let Some(at) = view::people::row_at(model, row) else {
        return Vec::new();
    };
    let now = model.people.list.at();
    step(model, Step::between(now, at))
}

/// Moves where one is.
fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    let more = model.people.list.step(step, model.answered);
    more.map_or_else(Vec::new, |page| ask(model, page))
}

fn new(model: &mut Model) -> Vec<Effect> {
    let fields = vec![
        Field::empty("name"),
        Field::choice("role", Role::Worker.as_str(), ROLES),
        Field::empty("e-mail"),
        Field::empty("full name"),
    ];
    let meaning = |_: &Form| {
        "It gets a code, shown once, with which it sets its beak. ← → choose the role.".into()
    };
    model.fill_in(Form::new("A new popug", fields, meaning, (), add))
}

fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(user) = model.people.list.selected().map(|row| row.user.clone()) else {
        return Vec::new();
    };
    let fields = vec![
        Field::choice("role", user.role.as_str(), ROLES),
        Field::filled("e-mail", &user.email),
        Field::filled("full name", user.full_name.as_deref().unwrap_or_default()),
    ];
    let title = user.name.to_string();
    let meaning = |_: &Form| "← → choose the role; a new one ends its sessions.".into();
    model.fill_in(Form::new(title, fields, meaning, user, save))
}

fn add(model: &mut Model, form: &mut Form, (): &()) -> Vec<Effect> {
    let Some(role) = role(form) else {
        return Vec::new();
    };
    let full_name = form.value("full name").trim();
    let command = AddUser {
        name: form.value("name").trim().to_owned(),
        role,
        email: form.value("e-mail").trim().to_owned(),
        full_name: (!full_name.is_empty()).then(|| full_name.to_owned()),
        beak: None,
        hash: None,
    };
    deeds::begin(model, "adding", Call::by(command, people::add, added))
}

fn added(model: &mut Model, (user, code): (UserView, Option<Secret>)) -> Vec<Effect> {
    if let Some(code) = code {
        show_code(model, &user.name, code);
    }
    let text = format!("{} ({}) is there", user.name, user.role);
    model.tell(Notice::good(text))
}

/// A popug's form is filled in: what is as it was is not sent.
fn save(model: &mut Model, form: &mut Form, before: &UserView) -> Vec<Effect> {
    let Some(role) = role(form) else {
        return Vec::new();
    };
    let full_name = before.full_name.as_deref().unwrap_or_default();
    let changed = |label: &str, before: &str| {
        let value = form.value(label).trim();
        (value != before).then(|| value.to_owned())
    };
    let command = SetUser {
        role: (role != before.role).then_some(role),
        email: changed("e-mail", &before.email),
        full_name: changed("full name", full_name),
        ..unchanged(before)
    };
    if command.role.is_none() && command.email.is_none() && command.full_name.is_none() {
        form.trouble = Some("nothing is changed yet; Esc leaves it so".to_owned());
        return Vec::new();
    }
    deeds::begin(model, "saving", Call::by(command, people::set, saved))
}

/// The role that is chosen; whatever is none is told.
fn role(form: &mut Form) -> Option<Role> {
    match form.value("role").parse() {
        Ok(role) => Some(role),
        Err(error) => {
            let error: crate::kernel::role::RoleError = error;
            form.trouble = Some(error.to_string());
            None
        }
    }
}

fn unchanged(user: &UserView) -> SetUser {
    SetUser {
        name: Who::Named(user.name.to_string()),
        role: None,
        email: None,
        full_name: None,
        active: None,
    }
}

fn ask_for_code(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.people.list.selected() else {
        return Vec::new();
    };
    let name = row.user.name.clone();
    let question = format!("give {name} a new code: its beak and its sessions end");
    let name = Who::Named(name.to_string());
    let enroll = Call::by(EnrollUser { name }, people::enroll, enrolled);
    model.confirm(question, "making a code", enroll)
}

fn enrolled(model: &mut Model, (name, code): (UserName, Secret)) -> Vec<Effect> {
    show_code(model, &name, code);
    let text = format!("{name} has a new code; its beak and its sessions end");
    model.tell(Notice::good(text))
}

/// Whoever leaves is asked about once it is known what stays with it.
fn activity(model: &mut Model) -> Vec<Effect> {
    let Some(user) = model.people.list.selected().map(|row| &row.user) else {
        return Vec::new();
    };
    let command = SetUser {
        active: Some(!user.active),
        ..unchanged(user)
    };
    if user.active {
        let leaving = Call::by(command, people::leaving, ask_to_leave);
        return vec![Effect::Job(Job::Rehearse(leaving))];
    }
    let question = format!("let {} take part again as {}", user.name, user.role);
    model.confirm(question, "saving", Call::by(command, people::set, saved))
}

/// What stays with whoever leaves is known.
fn ask_to_leave(model: &mut Model, (command, open): (SetUser, usize)) -> Vec<Effect> {
    let name = String::from(command.name.clone());
    let stays = match open {
        0 => "it has no open task".to_owned(),
        open => staying(open),
    };
    let question = format!("deactivate {name}: {stays}");
    model.confirm(question, "saving", Call::by(command, people::set, saved))
}

fn staying(open: usize) -> String {
    let tasks = plural(open, "open task stays", "open tasks stay");
    format!("{tasks} until the next reassign")
}

fn saved(model: &mut Model, (changed, open): (ChangedUser, usize)) -> Vec<Effect> {
    let user = &changed.user;
    let state = if user.active { "active" } else { "not active" };
    let told = format!("{} is {}, {state}", user.name, user.role);
    let stays = (open > 0).then(|| staying(open));
    let told = iter::once(told).chain(stays).chain(changed.tokens_told());
    let told = told.collect::<Vec<_>>().join("; ");
    model.tell(Notice::good(told))
}

/// Shows a code. It is kept nowhere else, and no notice tells it.
fn show_code(model: &mut Model, name: &UserName, code: Secret) {
    let name = name.to_string();
    model.overlay = Some(Overlay::Code(Code { name, code }));
}

/// A key that is pressed while a code is shown: `y` copies it, and every other one closes it.
pub fn code_key(model: &mut Model, code: Code, event: &KeyEvent) -> Vec<Effect> {
    let held = event.modifiers - KeyModifiers::SHIFT;
    if event.code != KeyCode::Char('y') || !held.is_empty() {
        return Vec::new();
    }
    // It is for another popug, on whose machine the program stands elsewhere.
    let command = format!("popug enroll {}", code.code.reveal());
    let notice = format!("copied: the command with which {} sets its beak", code.name);
    model.notice = Some(Notice::plain(notice));
    model.overlay = Some(Overlay::Code(code));
    vec![Effect::Copy(command)]
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.people.list.selected() else {
        return Vec::new();
    };
    let command = format!("{} user show {}", model.manner.program, row.user.name);
    model.copy(command)
}

#[cfg(test)]
mod tests;

//! Who is who: moving about, narrowing, and asking for what is done with popugs.

use std::iter;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::auth::{AddUser, ChangedUser, EnrollUser, SetUser, UserRow, UserView};
use crate::dashboard::action::Action;
use crate::dashboard::effect::{Deed, Effect, Question};
use crate::dashboard::model::form::{Field, Form, Purpose};
use crate::dashboard::model::listing::{REACH, Step};
use crate::dashboard::model::overlay::{Code, Confirm, Overlay};
use crate::dashboard::model::people::People;
use crate::dashboard::model::{Model, Notice};
use crate::dashboard::update::{actions, deeds, filter};
use crate::dashboard::view;
use crate::kernel::figures::plural;
use crate::kernel::name::Who;
use crate::kernel::page::{Anchor, Page, Paged};
use crate::kernel::role::Role;

/// What a popug can be, the most usual first.
const ROLES: &[&str] = &[
    Role::Worker.as_str(),
    Role::Manager.as_str(),
    Role::Accountant.as_str(),
    Role::Admin.as_str(),
];

/// Does what an action means among popugs.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever means nothing here does nothing"
)]
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => actions::act(model, Action::Edit),
        Action::Back => filter::clear(model),
        Action::New => form(model, new_user()),
        Action::Edit => edit(model),
        Action::Code => ask_for_code(model),
        Action::Activity => activity(model),
        Action::Filter => {
            model.people.typing = true;
            Vec::new()
        }
        Action::Copy => copy(model),
        _ => Vec::new(),
    }
}

/// Everything begins at the first name.
pub fn arrive(model: &mut Model) {
    model.people = People::default();
}

/// Asks for the page around the popug that one is on.
pub fn load(model: &mut Model) -> Vec<Effect> {
    let page = model.people.list.around();
    ask(model, page)
}

fn ask(model: &mut Model, page: Page) -> Vec<Effect> {
    let number = model.next_question();
    model.people.list.ask(number);
    let wanted = model.people.wanted(page);
    vec![Effect::Ask(number, Question::People(wanted))]
}

/// A page of popugs is there.
pub fn take(model: &mut Model, number: u64, page: Paged<UserRow>) {
    if model.people.list.expects(number) {
        model.people.list.take(page);
    }
}

/// Asks for the list anew, from its beginning: it is another one now.
pub fn narrow(model: &mut Model) -> Vec<Effect> {
    let anchor = Anchor::First;
    model.people.list.want(anchor);
    let reach = REACH;
    ask(model, Page { anchor, reach })
}

/// A click selects the row under it.
pub fn click(model: &mut Model, row: u16) -> Vec<Effect> {
    let Some(at) = view::people::row_at(model, row) else {
        return Vec::new();
    };
    let now = model.people.list.at();
    step(model, Step::between(now, at))
}

/// Moves where one is.
pub fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    let more = model.people.list.step(step);
    more.map_or_else(Vec::new, |page| ask(model, page))
}

fn form(model: &mut Model, form: Form) -> Vec<Effect> {
    model.overlay = Some(Overlay::Form(form));
    Vec::new()
}

fn new_user() -> Form {
    let fields = vec![
        Field::empty("name"),
        Field::choice("role", Role::Worker.as_str(), ROLES),
        Field::empty("e-mail"),
        Field::empty("full name"),
    ];
    Form::new(Purpose::NewUser, "A new popug", fields)
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
    let edited = Form::new(Purpose::EditUser(Box::new(user)), title, fields);
    form(model, edited)
}

/// The form of a new popug is filled in.
pub fn add(model: &mut Model, form: &mut Form) -> Vec<Effect> {
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
    deeds::begin(model, "adding", Deed::AddUser(command))
}

/// A popug's form is filled in: what is as it was is not sent.
pub fn save(model: &mut Model, form: &mut Form, before: &UserView) -> Vec<Effect> {
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
    deeds::begin(model, "saving", Deed::SetUser(command))
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
    if let Some(row) = model.people.list.selected() {
        let name = &row.user.name;
        model.overlay = Some(Overlay::Confirm(Confirm {
            question: format!("give {name} a new code: its beak and its sessions end"),
            deed: Deed::Enroll(EnrollUser {
                name: Who::Named(name.to_string()),
            }),
            doing: "making a code",
            word: None,
        }));
    }
    Vec::new()
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
        return vec![Effect::Rehearse(Deed::SetUser(command))];
    }
    model.overlay = Some(Overlay::Confirm(Confirm {
        question: format!("let {} take part again as {}", user.name, user.role),
        deed: Deed::SetUser(command),
        doing: "saving",
        word: None,
    }));
    Vec::new()
}

/// What stays with whoever leaves is known.
pub fn ask_to_leave(model: &mut Model, command: SetUser, open: usize) {
    let name = String::from(command.name.clone());
    let stays = match open {
        0 => "it has no open task".to_owned(),
        open => staying(open),
    };
    model.overlay = Some(Overlay::Confirm(Confirm {
        question: format!("deactivate {name}: {stays}"),
        deed: Deed::SetUser(command),
        doing: "saving",
        word: None,
    }));
}

fn staying(open: usize) -> String {
    let tasks = plural(open, "open task stays", "open tasks stay");
    format!("{tasks} until the next reassign")
}

/// A popug was changed.
pub fn told(changed: &ChangedUser, open: usize) -> String {
    let user = &changed.user;
    let state = if user.active { "active" } else { "not active" };
    let told = format!("{} is {}, {state}", user.name, user.role);
    let stays = (open > 0).then(|| staying(open));
    let told = iter::once(told).chain(stays).chain(changed.tokens_told());
    told.collect::<Vec<_>>().join("; ")
}

/// Shows a code. It is kept nowhere else, and no notice tells it.
pub fn show_code(model: &mut Model, code: Code) {
    model.overlay = Some(Overlay::Code(code));
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
    model.notice = Some(Notice::plain(format!("copied: {command}")));
    vec![Effect::Copy(command)]
}

#[cfg(test)]
mod tests;

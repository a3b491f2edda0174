//! What happens to the model. Nothing else changes it, and nothing here reaches outside of it.

pub mod account;
mod actions;
pub mod analytics;
mod answers;
pub mod books;
mod confirm;
mod deeds;
pub mod events;
mod filter;
mod forms;
mod help;
mod input;
pub mod log_in;
mod mend;
mod palette;
pub mod people;
pub mod tasks;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind};

use crate::dashboard::action::Action;
use crate::dashboard::effect::standing::Standing;
use crate::dashboard::keys::Key;
use crate::dashboard::message::Message;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Effect, Job, Model, Notice};

/// Changes the model by what happened, and tells what is to be done outside of it.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = happened(model, message);
    model.keep_warning();
    if model.leaves && model.working.is_none() {
        effects.push(Effect::Quit);
    }
    effects
}

fn happened(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(event) => key(model, &event),
        Message::Paste(text) => paste(model, &text),
        Message::Mouse(event) => mouse(model, event),
        Message::Resized(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Message::Entered(standing) => entered(model, *standing),
        Message::Unknown(trouble) => answers::ask_who(model, &trouble),
        Message::LoggedIn(token) => {
            model.overlay = None;
            model.working = None;
            vec![Effect::Job(Job::Enter(token))]
        }
        Message::NotLoggedIn(trouble) => {
            model.working = None;
            model.refuse(&trouble);
            Vec::new()
        }
        Message::Answered(number, answer) => answers::answered(model, number, answer),
        Message::Rehearsed(rehearsed) => answers::rehearsed(model, rehearsed),
        Message::Done(done) => answers::done(model, done),
        Message::Unheard(trouble) => model.tell(Notice::bad(trouble.line())),
        Message::Warned(warning) => {
            model.warn(warning);
            Vec::new()
        }
        Message::Changed => actions::reload(model),
        Message::Tick(now) => {
            model.locale.now = now;
            Vec::new()
        }
        Message::Late => {
            model.late = model.is_waiting();
            Vec::new()
        }
        Message::Suspend => actions::suspend(model),
        Message::Redraw => vec![Effect::Redraw],
        Message::Stop => actions::quit(model),
        Message::Broken => vec![Effect::Quit],
    }
}

/// A key goes to whatever lies on top.
fn key(model: &mut Model, event: &KeyEvent) -> Vec<Effect> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    let interrupts =
        event.code == KeyCode::Char('c') && event.modifiers.contains(KeyModifiers::CONTROL);
    let key = Key::of(event);
    if model.overlay.is_some() || model.typed().is_some() {
        let meant = model.meant(key);
        if meant == Some(Action::Suspend) {
            return actions::suspend(model);
        }
        if interrupts {
            return actions::quit(model);
        }
    }
    model.notice = None;
    match model.overlay.take() {
        Some(Overlay::Help(scroll)) => help::key(model, scroll, event),
        Some(Overlay::Palette(palette)) => palette::key(model, palette, event),
        Some(Overlay::Confirm(confirm)) => confirm::key(model, confirm, event),
        Some(Overlay::Form(form)) => forms::key(model, form, event),
        Some(Overlay::Code(code)) => people::code_key(model, code, event),
        None if model.typed().is_some() => filter::key(model, event),
        None => match model.meant(key) {
            Some(action) => actions::act(model, action),
            None => actions::nothing(model, key),
        },
    }
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let typing = model.typed().is_some();
    match &mut model.overlay {
        Some(Overlay::Form(form)) => {
            if let Some(field) = form.field() {
                input::paste(&mut field.input, text);
            }
            Vec::new()
        }
        Some(Overlay::Palette(palette)) => {
            input::paste(&mut palette.input, text);
            palette.at = 0;
            Vec::new()
        }
        Some(Overlay::Confirm(_) | Overlay::Help(_) | Overlay::Code(_)) => Vec::new(),
        None if typing => filter::paste(model, text),
        None => Vec::new(),
    }
}

fn mouse(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    let action = match event.kind {
        MouseEventKind::ScrollUp => Action::Up,
        MouseEventKind::ScrollDown => Action::Down,
        MouseEventKind::Down(_) => return actions::click(model, event.column, event.row),
        MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => return Vec::new(),
    };
    if model.overlay.is_some() {
        return Vec::new();
    }
    actions::act(model, action)
}

/// Somebody is known, or may something else now.
fn entered(model: &mut Model, standing: Standing) -> Vec<Effect> {
    let before = model.standing.take();
    let is_new = before
        .as_ref()
        .is_none_or(|it| it.who.user != standing.who.user);
    model.locale.zone = standing.who.timezone;
    model.locale.currency = standing.who.currency.clone();
    if !is_new {
        model.notice = answers::news(model, before.as_ref(), &standing).or(model.notice.take());
    }
    let known = before.and_then(|it| it.ahead);
    if let Some(ahead) = standing.ahead.filter(|it| known != Some(*it)) {
        model.notice = Some(Notice::bad(format!("{ahead}; {}", ahead.hint())));
    }
    model.standing = Some(standing);
    if matches!(&model.overlay, Some(Overlay::Form(form)) if form.logs_in) {
        model.overlay = None;
    }
    let aside = model.aside.take().filter(|_| !is_new);
    model.overlay = model.overlay.take().or(aside.map(Overlay::Form));
    if is_new {
        actions::arrive(model);
    }
    if !model.open_views().any(|view| view == model.view) {
        let open = model.open_views().next();
        model.view = open.or(model.views.first().copied()).unwrap_or(model.view);
    }
    actions::reload(model)
}

#[cfg(test)]
mod books_tests;
#[cfg(test)]
mod money_tests;
#[cfg(test)]
mod tests;

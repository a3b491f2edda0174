//! Filling in forms.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::InputRequest;

use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Effect, Form, Model};
use crate::dashboard::update::input;

/// A key that is pressed while a form is open.
#[expect(clippy::wildcard_enum_match_arm, reason = "most keys are typed")]
pub fn key(model: &mut Model, mut form: Form, event: &KeyEvent) -> Vec<Effect> {
    let last = form.fields.len().saturating_sub(1);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    // What was handed in is waited for.
    if model.working.is_some() {
        model.overlay = Some(Overlay::Form(form));
        return Vec::new();
    }
    match event.code {
        KeyCode::Esc => return leave(model, form),
        KeyCode::Enter if alt => {
            if let Some(field) = form.field() {
                field.input.handle(InputRequest::InsertChar('\n'));
            }
        }
        KeyCode::Enter if form.at == last => return submit(model, form),
        KeyCode::Char('s') if event.modifiers.contains(KeyModifiers::CONTROL) => {
            return submit(model, form);
        }
        KeyCode::Enter | KeyCode::Tab | KeyCode::Down => form.at = (form.at + 1).min(last),
        KeyCode::BackTab | KeyCode::Up => form.at = form.at.saturating_sub(1),
        _ => fill(&mut form, event),
    }
    model.overlay = Some(Overlay::Form(form));
    Vec::new()
}

/// Types into a line, or takes the next of its choices.
#[expect(clippy::wildcard_enum_match_arm, reason = "most keys choose nothing")]
fn fill(form: &mut Form, event: &KeyEvent) {
    let Some(field) = form.field() else {
        return;
    };
    if field.choices.is_empty() {
        input::typed(&mut field.input, event);
        return;
    }
    let many = field.choices.len();
    let at = field
        .choices
        .iter()
        .position(|it| *it == field.input.value());
    let at = at.unwrap_or_default();
    let next = match event.code {
        KeyCode::Left => at + many - 1,
        KeyCode::Right | KeyCode::Char(' ') => at + 1,
        KeyCode::Char(c) => {
            let begins = |it: &&str| it.starts_with(c.to_ascii_lowercase());
            field.choices.iter().position(begins).unwrap_or(at)
        }
        _ => at,
    };
    if let Some(choice) = field.choices.get(next % many) {
        field.input = tui_input::Input::new((*choice).to_owned());
    }
}

/// Without a session there is nowhere to go but out.
fn leave(model: &mut Model, form: Form) -> Vec<Effect> {
    if form.logs_in {
        model.overlay = Some(Overlay::Form(form));
    }
    Vec::new()
}

/// It stays open until that is done, unless something is asked first.
fn submit(model: &mut Model, mut form: Form) -> Vec<Effect> {
    let effects = form.submit(model);
    model.overlay.get_or_insert(Overlay::Form(form));
    effects
}

//! Narrowing a list to what is typed, in whatever view has one.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

use crate::dashboard::model::listing::Step;
use crate::dashboard::model::view::Filter;
use crate::dashboard::model::{Effect, Model};
use crate::dashboard::update::{actions, input};

/// A key that is pressed while the filter is typed: Enter keeps it, Esc takes it away.
#[expect(clippy::wildcard_enum_match_arm, reason = "most keys are typed")]
pub fn key(model: &mut Model, event: &KeyEvent) -> Vec<Effect> {
    match event.code {
        KeyCode::Enter => {
            end(model);
            Vec::new()
        }
        KeyCode::Esc => {
            end(model);
            clear(model)
        }
        KeyCode::Down => actions::step(model, Step::Down(1)),
        KeyCode::Up => actions::step(model, Step::Up(1)),
        _ => {
            let typed = filter(model).is_some_and(|it| input::typed(&mut it.input, event));
            if typed { narrow(model) } else { Vec::new() }
        }
    }
}

/// A text is pasted into it.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if let Some(filter) = filter(model) {
        input::paste(&mut filter.input, text);
    }
    narrow(model)
}

/// Takes it away, if there is one.
pub fn clear(model: &mut Model) -> Vec<Effect> {
    match filter(model) {
        Some(filter) if !filter.input.value().is_empty() => filter.input = Input::default(),
        Some(_) | None => return Vec::new(),
    }
    narrow(model)
}

fn end(model: &mut Model) {
    if let Some(filter) = filter(model) {
        filter.typing = false;
    }
}

/// The filter of the view one is in.
fn filter(model: &mut Model) -> Option<&mut Filter> {
    let filtering = model.view.filter.as_ref()?;
    Some((filtering.filter_mut)(model))
}

/// The list is another one now.
fn narrow(model: &mut Model) -> Vec<Effect> {
    match &model.view.filter {
        Some(filtering) => (filtering.narrow)(model),
        None => Vec::new(),
    }
}

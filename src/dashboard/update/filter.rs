//! Narrowing a list to what is typed, in whatever view has one.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

use crate::dashboard::action::View;
use crate::dashboard::model::listing::Step;
use crate::dashboard::model::{Effect, Model};
use crate::dashboard::update::{actions, events, input, people, tasks};

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
            let typed = filter(model).is_some_and(|(it, _)| input::typed(it, event));
            if typed { narrow(model) } else { Vec::new() }
        }
    }
}

/// A text is pasted into it.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if let Some((filter, _)) = filter(model) {
        input::paste(filter, text);
    }
    narrow(model)
}

/// Takes it away, if there is one.
pub fn clear(model: &mut Model) -> Vec<Effect> {
    match filter(model) {
        Some((filter, _)) if !filter.value().is_empty() => *filter = Input::default(),
        Some(_) | None => return Vec::new(),
    }
    narrow(model)
}

fn end(model: &mut Model) {
    if let Some((_, typing)) = filter(model) {
        *typing = false;
    }
}

/// The filter of the view one is in, and whether it is being typed.
const fn filter(model: &mut Model) -> Option<(&mut Input, &mut bool)> {
    match model.view {
        View::Tasks => Some((&mut model.tasks.filter, &mut model.tasks.typing)),
        View::Events => Some((&mut model.events.filter, &mut model.events.typing)),
        View::People => Some((&mut model.people.filter, &mut model.people.typing)),
        View::Account | View::Books | View::Analytics => None,
    }
}

/// The list is another one now.
fn narrow(model: &mut Model) -> Vec<Effect> {
    match model.view {
        View::Tasks => tasks::narrow(model),
        View::Events => events::narrow(model),
        View::People => people::narrow(model),
        View::Account | View::Books | View::Analytics => Vec::new(),
    }
}

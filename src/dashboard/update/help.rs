//! Reading the help.

use crossterm::event::{KeyCode, KeyEvent};

use crate::dashboard::action::Action;
use crate::dashboard::keys::Key;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Effect, Model};
use crate::dashboard::view::help;

/// A key that is pressed while the help is open: it scrolls, and whatever does not closes it.
pub fn key(model: &mut Model, scroll: usize, event: &KeyEvent) -> Vec<Effect> {
    let action = model.meant(Key::of(event));
    let half = usize::from(model.size.1 / 2);
    let last = help::lines(model).len().saturating_sub(half);
    let scroll = match action {
        Some(Action::Up) => scroll.saturating_sub(1),
        Some(Action::Down) => (scroll + 1).min(last),
        Some(Action::PageUp) => scroll.saturating_sub(half),
        Some(Action::PageDown) => (scroll + half).min(last),
        Some(Action::First) => 0,
        Some(Action::Last) => last,
        _ if event.code == KeyCode::Char(' ') => (scroll + half).min(last),
        _ => return Vec::new(),
    };
    model.overlay = Some(Overlay::Help(scroll));
    Vec::new()
}

//! Answering a question about a deed: only `y` says yes, Enter says nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::dashboard::model::overlay::{Confirm, Overlay};
use crate::dashboard::model::{Effect, Model, Notice};
use crate::dashboard::update::{deeds, input};

/// A key that is pressed while a question stands.
pub fn key(model: &mut Model, mut confirm: Confirm<Model>, event: &KeyEvent) -> Vec<Effect> {
    let held = event.modifiers - KeyModifiers::SHIFT;
    let no = match (&mut confirm.word, event.code) {
        (_, KeyCode::Esc) => true,
        (None, KeyCode::Char('n' | 'N')) => held.is_empty(),
        (None, KeyCode::Char('y')) if held.is_empty() => {
            return deeds::begin(model, confirm.doing, confirm.deed);
        }
        (Some((word, typed)), KeyCode::Enter) if typed.value() == *word => {
            return deeds::begin(model, confirm.doing, confirm.deed);
        }
        (Some((_, typed)), _) => {
            input::typed(typed, event);
            false
        }
        (None, _) => false,
    };
    if no {
        model.notice = Some(Notice::plain("nothing was done"));
    } else {
        model.overlay = Some(Overlay::Confirm(confirm));
    }
    Vec::new()
}

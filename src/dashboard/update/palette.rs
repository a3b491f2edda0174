//! The palette: every action by name.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::dashboard::model::overlay::{Overlay, Palette};
use crate::dashboard::model::{Effect, Model, Notice};
use crate::dashboard::update::{actions, input, tasks};
use crate::dashboard::view::palette::found;
use crate::kernel::ids::TaskId;

/// A key that is pressed while the palette is open.
#[expect(clippy::wildcard_enum_match_arm, reason = "most keys are typed")]
pub fn key(model: &mut Model, mut palette: Palette, event: &KeyEvent) -> Vec<Effect> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let many = found(model, palette.input.value()).len();
    match event.code {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Enter => return run(model, &palette),
        KeyCode::Up => palette.at = palette.at.saturating_sub(1),
        KeyCode::Down => palette.at = (palette.at + 1).min(many.saturating_sub(1)),
        KeyCode::Char('p') if ctrl => palette.at = palette.at.saturating_sub(1),
        KeyCode::Char('n') if ctrl => palette.at = (palette.at + 1).min(many.saturating_sub(1)),
        _ => {
            if input::typed(&mut palette.input, event) {
                palette.at = 0;
            }
        }
    }
    model.overlay = Some(Overlay::Palette(palette));
    Vec::new()
}

fn run(model: &mut Model, palette: &Palette) -> Vec<Effect> {
    let typed = palette.input.value().trim();
    if let Ok(task) = typed.parse::<TaskId>() {
        model.view = &tasks::VIEW;
        return tasks::go_to(model, task);
    }
    let rows = found(model, typed);
    match rows.get(palette.at) {
        Some(binding) => actions::act(model, binding.action),
        None => model.tell(Notice::bad(format!("nothing is called '{typed}'"))),
    }
}

//! The palette: every action by name.

use std::cmp::Reverse;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::dashboard::action::{Action, Binding, bindings};
use crate::dashboard::model::overlay::{Overlay, Palette};
use crate::dashboard::model::{Effect, Model, Notice};
use crate::dashboard::update::{actions, input, tasks};
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

/// The actions that fit what is typed, the best first. What cannot be done here stands last.
pub fn found(model: &Model, typed: &str) -> Vec<&'static Binding> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let rows = bindings().filter(|it| is_listed(model, it));
    let scored = rows.filter_map(|binding| {
        let text = format!("{} {}", binding.name, binding.about);
        let score = pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)?;
        let impossible = model.obstacle(binding.action).is_some();
        // What is of use in this view stands first, how one moves about last.
        let rank = (binding.bar == 0, binding.views.is_empty(), binding.bar);
        Some((impossible, Reverse(score), rank, binding))
    });
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by_key(|(impossible, score, rank, _)| (*impossible, *score, *rank));
    scored.into_iter().map(|(.., binding)| binding).collect()
}

/// An action whose row in this view is another one is listed by that one alone.
fn is_listed(model: &Model, binding: &Binding) -> bool {
    let here = binding.action.binding(model.view);
    let shown = here.map_or_else(|| bindings().find(|it| it.action == binding.action), Some);
    shown.is_some_and(|it| std::ptr::eq(it, binding)) && binding.action != Action::Palette
}

fn run(model: &mut Model, palette: &Palette) -> Vec<Effect> {
    let typed = palette.input.value().trim();
    if let Ok(task) = typed.parse::<TaskId>() {
        model.view = crate::dashboard::action::View::Tasks;
        return tasks::go_to(model, task);
    }
    let rows = found(model, typed);
    match rows.get(palette.at) {
        Some(binding) => actions::act(model, binding.action),
        None => model.tell(Notice::bad(format!("nothing is called '{typed}'"))),
    }
}

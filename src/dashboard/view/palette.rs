//! The palette: every action by name, narrowed to what is typed.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::dashboard::action::{Action, Binding};
use crate::dashboard::model::Model;
use crate::dashboard::model::overlay::Palette;
use crate::dashboard::model::view::everywhere;
use crate::dashboard::theme::Tone;
use crate::dashboard::view::chrome;
use crate::dashboard::view::frames::{boxed, middle};
use crate::dashboard::view::table::window;
use crate::dashboard::view::text::left;

/// The actions that fit what is typed, the best first. What cannot be done here stands last.
pub fn found(model: &Model, typed: &str) -> Vec<&'static Binding> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let of_views = model.views.iter().flat_map(|view| view.keys);
    let of_views = of_views.filter(|it| is_listed(model, it));
    // What is of use in this view stands first, how one moves about last.
    let rows = of_views.map(|it| (it, false));
    let rows = rows.chain(everywhere(model.views).map(|it| (it, true)));
    let rows = rows.filter(|(it, _)| it.action != Action::Palette);
    let scored = rows.filter_map(|(binding, everywhere)| {
        let text = format!("{} {}", binding.name, binding.about);
        let score = pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)?;
        let impossible = model.obstacle(binding.action).is_some();
        let rank = (binding.bar == 0, everywhere, binding.bar);
        Some(((impossible, Reverse(score), rank), binding))
    });
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by_key(|(rank, _)| *rank);
    scored.into_iter().map(|(_, binding)| binding).collect()
}

/// Of an action that several views have, the row of this one is listed alone, or else the first.
fn is_listed(model: &Model, binding: &Binding) -> bool {
    let mut of_views = model.views.iter().flat_map(|view| view.keys);
    let here = model.binding(binding.action);
    let listed = here.or_else(|| of_views.find(|it| it.action == binding.action));
    listed.is_some_and(|it| std::ptr::eq(it, binding))
}

/// Draws it.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model, palette: &Palette) {
    let theme = &model.manner.theme;
    let area = Rect {
        y: body.y,
        ..middle(body, 76, 18)
    };
    let inner = boxed(frame, area, model, " What do you want to do? ");
    let line = Rect { height: 1, ..inner };
    chrome::typed(frame, line, (": ", &palette.input), model);
    let rows = found(model, palette.input.value());
    let height = usize::from(inner.height.saturating_sub(1));
    let (first, many) = window(rows.len(), palette.at, height);
    let shown = rows.iter().enumerate().skip(first).take(many);
    let below = inner.rows().skip(1);
    for ((at, binding), row) in shown.zip(below) {
        let obstacle = model.obstacle(binding.action);
        let about = match &obstacle {
            Some(obstacle) => format!("{} ({obstacle})", binding.about),
            None => binding.about.to_owned(),
        };
        let key = model
            .manner
            .keymap
            .keys_of(binding.action)
            .into_iter()
            .next();
        let text = format!(
            "{} {} {about}",
            left(binding.name, 14),
            left(&key.unwrap_or_default(), 9)
        );
        let tone = if obstacle.is_some() {
            Tone::Dim
        } else {
            Tone::Plain
        };
        let style = theme.style(if at == palette.at {
            Tone::Selected
        } else {
            tone
        });
        let text = left(&text, usize::from(row.width));
        frame.render_widget(Line::styled(text, style), row);
    }
}

//! The help: the table of actions, as far as it concerns whoever reads it.

use ratatui::text::{Line, Span};

use crate::dashboard::action::bindings;
use crate::dashboard::model::Model;
use crate::dashboard::theme::Tone;
use crate::dashboard::view::text::left;

/// The lines of the help: what can be done in this view first, then what can be done everywhere.
pub fn lines(model: &Model) -> Vec<Line<'static>> {
    let theme = &model.manner.theme;
    let mut lines = Vec::new();
    let here = |of_view: bool| {
        let rows = bindings().filter(move |it| it.applies_in(model.view));
        rows.filter(move |it| it.views.is_empty() != of_view)
            .filter(|it| it.permission.is_none_or(|needed| model.may(needed)))
    };
    let parts = [
        (
            format!("In {}", model.view.title()),
            here(true).collect::<Vec<_>>(),
        ),
        ("Everywhere".to_owned(), here(false).collect()),
    ];
    for (title, rows) in parts {
        if rows.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::raw(""));
        }
        lines.push(Line::styled(title, theme.style(Tone::Accent)));
        for binding in rows {
            let keys = model.manner.keymap.keys_of(binding.action).join(" ");
            lines.push(Line::from(vec![
                Span::styled(left(&keys, 18), theme.style(Tone::Warning)),
                Span::raw(format!(" {} {}", left(binding.name, 14), binding.about)),
            ]));
        }
    }
    lines
}

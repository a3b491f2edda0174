//! The help: the table of actions, as far as it concerns whoever reads it.

use ratatui::text::{Line, Span};

use crate::dashboard::action::Binding;
use crate::dashboard::model::Model;
use crate::dashboard::model::view::everywhere;
use crate::dashboard::theme::Tone;
use crate::dashboard::view::text::left;

/// The lines of the help: what can be done in this view first, then what can be done everywhere.
pub fn lines(model: &Model) -> Vec<Line<'static>> {
    let theme = &model.manner.theme;
    let mut lines = Vec::new();
    let may = |it: &&Binding| it.permission.is_none_or(|needed| model.may(needed));
    let parts: [(String, Vec<&Binding>); 2] = [
        (
            format!("In {}", model.view.title),
            model.view.keys.iter().filter(may).collect(),
        ),
        (
            "Everywhere".to_owned(),
            everywhere(model.views).filter(may).collect(),
        ),
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

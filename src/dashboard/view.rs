//! Drawing: from the model to cells. Nothing here changes anything.

pub mod account;
pub mod analytics;
pub mod areas;
pub mod books;
pub mod chart;
pub mod chrome;
pub mod days;
pub mod events;
pub mod forms;
pub mod frames;
pub mod help;
pub mod log;
pub mod overlay;
pub mod palette;
pub mod people;
pub mod table;
pub mod tasks;
pub mod text;

use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::dashboard::model::{Model, SMALLEST};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::areas::areas;

/// Draws everything.
pub fn draw(frame: &mut Frame<'_>, model: &Model) {
    if model.size.0 < SMALLEST.0 || model.size.1 < SMALLEST.1 {
        too_small(frame, model);
        return;
    }
    let areas = areas(model.size);
    chrome::title(frame, areas.title, model);
    chrome::tabs(frame, areas.tabs, model);
    if model.standing.is_some() {
        (model.view.draw)(frame, areas.body, model);
    }
    chrome::notice(frame, areas.notice, model);
    chrome::keys(frame, areas.keys, model);
    overlay::draw(frame, areas.body, model);
}

fn too_small(frame: &mut Frame<'_>, model: &Model) {
    let (columns, rows) = model.size;
    let (least_columns, least_rows) = SMALLEST;
    let lines = vec![
        Line::styled(
            "This terminal is too small.",
            model.manner.theme.style(Tone::Accent),
        ),
        Line::raw(format!("It has {columns}×{rows}, and popug")),
        Line::raw(format!("needs {least_columns}×{least_rows}.")),
    ];
    frame.render_widget(Paragraph::new(lines), frame.area());
}

#[cfg(test)]
mod busy;
#[cfg(test)]
mod money_tests;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;

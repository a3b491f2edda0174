//! Drawing: from the model to cells. Nothing here changes anything.

pub mod account;
pub mod analytics;
pub mod books;
pub mod chart;
pub mod chrome;
pub mod days;
pub mod events;
pub mod forms;
pub mod help;
pub mod log;
pub mod overlay;
pub mod people;
pub mod table;
pub mod tasks;
pub mod text;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::dashboard::action::View;
use crate::dashboard::model::{Model, SMALLEST};
use crate::dashboard::theme::Tone;

/// Where what stands.
#[derive(Clone, Copy, Debug)]
pub struct Areas {
    /// Who, where, which day, which balance.
    pub title: Rect,
    /// The views.
    pub tabs: Rect,
    /// The view one is in.
    pub body: Rect,
    /// What has happened, or what is asked.
    pub notice: Rect,
    /// The keys.
    pub keys: Rect,
}

/// Where what stands on a terminal of this size.
pub fn areas(size: (u16, u16)) -> Areas {
    let rows = [
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ];
    let whole = Rect::new(0, 0, size.0, size.1);
    let [title, tabs, body, notice, keys] = Layout::vertical(rows).areas(whole);
    Areas {
        title,
        tabs,
        body,
        notice,
        keys,
    }
}

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
        match model.view {
            View::Tasks => tasks::draw(frame, areas.body, model),
            View::Account => account::draw(frame, areas.body, model),
            View::Books => books::draw(frame, areas.body, model),
            View::Analytics => analytics::draw(frame, areas.body, model),
            View::Events => events::draw(frame, areas.body, model),
            View::People => people::draw(frame, areas.body, model),
        }
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

/// The view whose tab is in this column.
pub fn tab_at(model: &Model, column: u16) -> Option<View> {
    let mut from = 0;
    for view in model.views() {
        let to = from + chrome::tab(view).len();
        if usize::from(column) < to {
            return Some(view);
        }
        from = to;
    }
    None
}

#[cfg(test)]
mod busy;
#[cfg(test)]
mod money_tests;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;

//! Drawing popugs, and a code that one of them sets its beak with.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use crate::auth::UserRow;
use crate::dashboard::model::Model;
use crate::dashboard::theme::Tone;
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::table::{Cell, Column, Side, Table, column, window};
use crate::kernel::figures::plural;

const COLUMNS: [Column; 5] = [
    column("NAME", Side::Left, 8, 20, 0),
    column("ROLE", Side::Left, 10, 10, 0),
    column("E-MAIL", Side::Left, 16, 36, 2),
    column("FULL NAME", Side::Left, 9, 0, 1),
    column("ACTIVE", Side::Left, 6, 6, 0),
];

/// The row of the list that stands in a row of the terminal.
pub fn row_at(model: &Model, row: u16) -> Option<usize> {
    let body = areas(model.size).body;
    let list = &model.people.list;
    let height = usize::from(body.height.saturating_sub(3));
    let (first, many) = window(list.rows().len(), list.at(), height);
    let at = usize::from(row.checked_sub(body.y + 2)?);
    (at < many).then_some(first + at)
}

/// Draws the view.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let list = &model.people.list;
    let filter = model.people.filter.text();
    let heading = if filter.is_empty() {
        " Popugs ".to_owned()
    } else {
        format!(" Popugs with '{filter}' ")
    };
    let count = if list.is_whole() {
        format!(" {} ", plural(list.rows().len(), "popug", "popugs"))
    } else {
        String::new()
    };
    let heading = crate::kernel::text::shown(&heading).into_owned();
    let block = Block::bordered()
        .title(Span::styled(heading, theme.style(Tone::Accent)))
        .title(Line::from(count).right_aligned())
        .border_style(theme.style(Tone::Dim));
    let inner = block.inner(body);
    frame.render_widget(block, body);
    if list.rows().is_empty() {
        let text = if list.is_waiting(model.answered) {
            "…"
        } else {
            "No popug has that in its name, its e-mail or its role."
        };
        frame.render_widget(Paragraph::new(text), inner);
        return;
    }
    let height = usize::from(inner.height.saturating_sub(1));
    let (first, many) = window(list.rows().len(), list.at(), height);
    let rows = list.rows().iter().skip(first).take(many);
    let table = Table {
        columns: &COLUMNS,
        rows: rows.map(|row| cells(model, row)).collect(),
        selected: list.at().checked_sub(first),
        sorted: None,
    };
    table.draw(frame, inner, theme);
}

fn cells(model: &Model, row: &UserRow) -> Vec<Cell> {
    let user = &row.user;
    let mine = model.me() == Some(user.name.as_str());
    let (text, active) = if user.active {
        (Tone::Plain, ("yes", Tone::Good))
    } else {
        (Tone::Dim, ("no", Tone::Dim))
    };
    let name = if mine { Tone::Accent } else { text };
    vec![
        (user.name.to_string(), name),
        (user.role.to_string(), text),
        (user.email.clone(), text),
        (user.full_name.clone().unwrap_or_default(), text),
        (active.0.to_owned(), active.1),
    ]
}

#[cfg(test)]
mod tests;

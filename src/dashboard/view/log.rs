//! Drawing an audit log.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::accounting::LogRow;
use crate::dashboard::model::Model;
use crate::dashboard::model::listing::Listing;
use crate::dashboard::theme::Tone;
use crate::dashboard::view::table::{Cell, Column, Side, Table, column, window};
use crate::dashboard::view::text::wrapped;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;

const COLUMNS: [Column; 6] = [
    column("ID", Side::Right, 2, 9, 1),
    column("AT", Side::Left, 11, 11, 2),
    column("KIND", Side::Left, 4, 10, 0),
    column("FOR", Side::Left, 12, 0, 0),
    column("AMOUNT", Side::Right, 6, 14, 0),
    column("BALANCE", Side::Right, 7, 14, 0),
];

/// Good above zero, bad below.
pub const fn tone(amount: Money) -> Tone {
    match amount.cents() {
        ..0 => Tone::Bad,
        0 => Tone::Dim,
        1.. => Tone::Good,
    }
}

/// Where the rows stand, and below them what the task of one of them is about. It takes no room where
/// no row has anything to say.
fn parts(area: Rect, list: &Listing<LogRow>) -> [Rect; 2] {
    let tells = list.rows().iter().any(|row| description(row).is_some());
    let below = if tells { area.height / 3 } else { 0 };
    Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(area)
}

/// The row that stands in a row of the terminal, where the log is drawn in this area.
pub fn row_at(area: Rect, list: &Listing<LogRow>, row: u16) -> Option<usize> {
    let [rows, _] = parts(area, list);
    let height = usize::from(rows.height.saturating_sub(1));
    let (first, many) = window(list.rows().len(), list.at(), height);
    let at = usize::from(row.checked_sub(rows.y + 1)?);
    (at < many).then_some(first + at)
}

fn description(row: &LogRow) -> Option<&str> {
    row.task.as_ref()?.description.as_deref()
}

/// What the selected row's task is about: as much of it as there is room for.
fn draw_description(frame: &mut Frame<'_>, area: Rect, model: &Model, list: &Listing<LogRow>) {
    if area.is_empty() {
        return;
    }
    let theme = &model.manner.theme;
    let rule = "─".repeat(usize::from(area.width));
    let mut lines = vec![Line::styled(rule, theme.style(Tone::Dim))];
    let text = list.selected().and_then(description).unwrap_or_default();
    let text = wrapped(text, usize::from(area.width)).into_iter();
    lines.extend(text.map(Line::raw));
    frame.render_widget(Paragraph::new(lines), area);
}

/// Draws the rows around the one that one is on.
pub fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, list: &Listing<LogRow>) {
    if list.rows().is_empty() {
        let text = if list.is_waiting(model.answered) {
            "…"
        } else {
            "No money has moved here."
        };
        frame.render_widget(Paragraph::new(text), area);
        return;
    }
    let [area, below] = parts(area, list);
    draw_description(frame, below, model, list);
    let height = usize::from(area.height.saturating_sub(1));
    let (first, many) = window(list.rows().len(), list.at(), height);
    let rows = list.rows().iter().skip(first).take(many);
    let table = Table {
        columns: &COLUMNS,
        rows: rows.map(|row| cells(model, row)).collect(),
        selected: list.at().checked_sub(first),
        sorted: None,
    };
    table.draw(frame, area, &model.manner.theme);
}

fn cells(model: &Model, row: &LogRow) -> Vec<Cell> {
    let currency = &model.locale.currency;
    vec![
        (row.id.to_string(), Tone::Dim),
        (at(model, row.at), Tone::Dim),
        (row.kind.as_str().to_owned(), Tone::Plain),
        (about(row), Tone::Plain),
        (
            currency.show_change(row.amount_cents),
            tone(row.amount_cents),
        ),
        (currency.show(row.balance_cents), Tone::Plain),
    ]
}

/// The day and the time; of other years the day alone.
fn at(model: &Model, moment: Moment) -> String {
    let zone = model.locale.zone;
    let (then, now) = (zone.local(moment), zone.local(model.locale.now));
    let year = "%Y";
    let same = then.format(year).to_string() == now.format(year).to_string();
    let format = if same { "%m-%d %H:%M" } else { "%Y-%m-%d" };
    then.format(format).to_string()
}

/// The reason in words, or the task.
fn about(row: &LogRow) -> String {
    let task = row.task.as_ref().map(|task| match &task.ticket {
        Some(ticket) => format!("#{} [{ticket}] {}", task.id, task.title),
        None => format!("#{} {}", task.id, task.title),
    });
    match (&row.memo, row.mends, task) {
        (Some(memo), Some(mended), _) => format!("{mended}: {memo}"),
        (Some(memo), None, _) => memo.clone(),
        (None, _, task) => task.unwrap_or_default(),
    }
}

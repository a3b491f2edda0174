//! Drawing one's own account: how one stands, the log, and the statement.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use crate::dashboard::model::Model;
use crate::dashboard::model::account::Half;
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::frames::framed;
use crate::dashboard::view::log;
use crate::dashboard::view::text::left;
use crate::kernel::money::Money;

/// From this width on the statement stands beside the log.
const BESIDE: u16 = 120;
/// A statement is 72 columns wide.
const STATEMENT: u16 = 76;

struct Panes {
    summary: Rect,
    log: Rect,
    statement: Rect,
}

/// Where things stand; only the half in which one is where there is no room for both.
fn panes(body: Rect, half: Half) -> Panes {
    let [summary, rest] =
        Layout::vertical([Constraint::Length(3), Constraint::Fill(1)]).areas(body);
    let (log, statement) = if body.width >= BESIDE {
        let widths = [Constraint::Fill(1), Constraint::Length(STATEMENT)];
        let [log, statement] = Layout::horizontal(widths).areas(rest);
        (log, statement)
    } else {
        match half {
            Half::Log => (rest, Rect::ZERO),
            Half::Statement => (Rect::ZERO, rest),
        }
    };
    Panes {
        summary,
        log,
        statement,
    }
}

/// Draws the view.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let panes = panes(body, model.account.half);
    draw_summary(frame, panes.summary, model);
    if !panes.log.is_empty() {
        let here = model.account.half == Half::Log;
        let inner = framed(frame, panes.log, model, (" Log, newest first ", here));
        log::draw(frame, inner, model, &model.account.log);
    }
    if !panes.statement.is_empty() {
        draw_statement(frame, panes.statement, model);
    }
}

/// The row of the log that stands in a row of the terminal.
pub fn row_at(model: &Model, row: u16) -> Option<usize> {
    let body = areas(model.size).body;
    let area = panes(body, model.account.half).log;
    log::row_at(Block::bordered().inner(area), &model.account.log, row)
}

/// How far the statement can be scrolled.
pub fn last_line(model: &Model) -> usize {
    let body = areas(model.size).body;
    let height = panes(body, Half::Statement)
        .statement
        .height
        .saturating_sub(2);
    let lines = model.account.statement.lines().count();
    lines.saturating_sub(usize::from(height))
}

fn draw_summary(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let inner = framed(frame, area, model, (" How you stand ", false));
    let currency = &model.locale.currency;
    let mut spans = Vec::new();
    let purse = model.standing.as_ref().and_then(|it| it.purse.as_ref());
    if let Some(purse) = purse {
        let balance = purse.balance_cents;
        spans.push(Span::raw("balance "));
        spans.push(Span::styled(
            currency.show(balance),
            theme.style(log::tone(balance)),
        ));
    }
    let history = &model.account.history;
    if let Some(today) = history.last() {
        let amount = currency.show_change(today.earned_cents);
        spans.push(Span::raw("   today "));
        let style = theme.style(log::tone(today.earned_cents));
        spans.push(Span::styled(amount, style));
    }
    if let Some(sum) = Money::sum(history.iter().map(|it| it.earned_cents)) {
        let amount = currency.show_change(sum);
        let days = history.len();
        spans.push(Span::raw(format!("   {days} days {amount}  ")));
    }
    let taken: usize = spans.iter().map(Span::width).sum();
    let room = usize::from(inner.width).saturating_sub(taken);
    spans.extend(sparks(model, room));
    frame.render_widget(Line::from(spans), inner);
}

/// A mark for each of the last days: how much was earned, and shaded how much was lost.
fn sparks(model: &Model, room: usize) -> Vec<Span<'static>> {
    const EARNED: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    const LOST: [&str; 3] = ["░", "▒", "▓"];
    let theme = &model.manner.theme;
    let history = &model.account.history;
    let shown = history.iter().skip(history.len().saturating_sub(room));
    let sizes = history.iter().map(|it| it.earned_cents.cents());
    let most = sizes.map(i64::unsigned_abs).max().unwrap_or(0).max(1);
    let marks = shown.map(|it| {
        let cents = it.earned_cents.cents();
        let marks: &[&str] = if cents > 0 { &EARNED } else { &LOST };
        let many = u128::try_from(marks.len()).unwrap_or(1);
        let size = u128::from(cents.unsigned_abs());
        let at = (size * many).div_ceil(u128::from(most)).saturating_sub(1);
        let at = usize::try_from(at).unwrap_or_default();
        let mark = match cents {
            0 => "·",
            _ => marks.get(at).copied().unwrap_or("█"),
        };
        Span::styled(mark, theme.style(log::tone(it.earned_cents)))
    });
    marks.collect()
}

fn draw_statement(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let here = model.account.half == Half::Statement;
    let stretch = model.stretch();
    let name = stretch.map_or_else(String::new, |it| format!(" {}", it.name()));
    let title = format!(" Statement of{name} ");
    let inner = framed(frame, area, model, (&title, here));
    let inner = Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(1),
        ..inner
    };
    let scroll = model.account.scroll.min(last_line(model));
    let columns = usize::from(inner.width);
    let lines = model.account.statement.lines().skip(scroll);
    let lines: Vec<Line<'_>> = lines.map(|it| Line::raw(left(it, columns))).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

//! Drawing analytics: the open day, the most expensive tasks as bars and as a list, fairness.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use crate::analytics::TopRow;
use crate::app::FairnessRow;
use crate::dashboard::model::Model;
use crate::dashboard::model::analytics::Pane;
use crate::dashboard::theme::Tone;
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::chart::{self, Bars};
use crate::dashboard::view::table::{Cell, Column, Side, Table, column, window};
use crate::dashboard::view::text::{right, wrapped};
use crate::kernel::figures::{bar, plural};
use crate::kernel::money::Money;
use crate::kernel::range::Span as Days;
use crate::tasks::{Odds, Verdict};

/// From this width on both lists are to be seen.
const BESIDE: u16 = 120;
/// Columns of the bars of what fell to popugs.
const PARTS: usize = 10;

const TOPS: [Column; 5] = [
    column("PERIOD", Side::Left, 7, 10, 0),
    column("REWARD", Side::Right, 6, 14, 0),
    column("TASK", Side::Right, 4, 9, 0),
    column("TITLE", Side::Left, 16, 0, 0),
    column("TIED", Side::Right, 4, 6, 1),
];

const PARTS_OF: [Column; 8] = [
    column("POPUG", Side::Left, 8, 0, 0),
    column("OPEN", Side::Right, 4, 6, 1),
    column("ASSIGNED", Side::Right, 8, 8, 0),
    column("EXPECTED", Side::Right, 8, 9, 0),
    column("", Side::Left, PARTS, PARTS, 5),
    column("CLOSED", Side::Right, 6, 6, 2),
    column("FEES", Side::Right, 6, 12, 3),
    column("REWARDS", Side::Right, 7, 12, 4),
];

/// Whether both lists are to be seen.
pub const fn is_wide(model: &Model) -> bool {
    model.size.0 >= BESIDE
}

/// Where the open day, the most expensive tasks and fairness stand; what is not to be seen is
/// nowhere.
fn panes(model: &Model, body: Rect) -> (Rect, Rect, Rect) {
    let [day, lists] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(body);
    if is_wide(model) {
        let [tops, parts] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(lists);
        return (day, tops, parts);
    }
    match model.analytics.pane {
        Pane::Top => (day, lists, Rect::ZERO),
        Pane::Fairness => (day, Rect::ZERO, lists),
    }
}

/// Inside of the pane of the most expensive tasks: the bars, what they are of, and the list.
fn parts(inner: Rect) -> (Rect, Rect, Rect) {
    let bars = inner.height / 3;
    let rows = [
        Constraint::Length(bars),
        Constraint::Length(1),
        Constraint::Fill(1),
    ];
    let [bars, axis, list] = Layout::vertical(rows).areas(inner);
    (bars, axis, list)
}

/// The row of the list one moves in that stands in a row of the terminal.
pub fn row_at(model: &Model, row: u16) -> Option<usize> {
    let body = areas(model.size).body;
    let (_, tops, fairness) = panes(model, body);
    let (list, many, at) = match model.analytics.pane {
        Pane::Top => {
            let held = &model.analytics.tops;
            let (_, _, list) = parts(inside(tops));
            (list, held.rows().len(), held.at())
        }
        Pane::Fairness => {
            let held = &model.analytics.fairness;
            let (list, _) = weighed(model, inside(fairness));
            (list, held.rows().len(), held.at())
        }
    };
    let height = usize::from(list.height.saturating_sub(1));
    let (first, many) = window(many, at, height);
    let at = usize::from(row.checked_sub(list.y + 1)?);
    (at < many).then_some(first + at)
}

fn inside(area: Rect) -> Rect {
    Block::bordered().inner(area)
}

/// Draws the view.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let (day, tops, fairness) = panes(model, body);
    draw_day(frame, day, model);
    if !tops.is_empty() {
        draw_tops(frame, tops, model);
    }
    if !fairness.is_empty() {
        draw_fairness(frame, fairness, model);
    }
}

fn draw_day(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let Some(summary) = &model.analytics.summary else {
        return;
    };
    let earned = summary.earned_cents;
    let tone = if earned.is_negative() {
        Tone::Bad
    } else {
        Tone::Good
    };
    let many = usize::try_from(summary.in_the_red).unwrap_or_default();
    let red = if many > 0 { Tone::Bad } else { Tone::Good };
    let line = Line::from(vec![
        Span::raw(format!(" On {} management earned ", summary.day)),
        Span::styled(model.locale.currency.show_change(earned), theme.style(tone)),
        Span::raw(", and "),
        Span::styled(plural(many, "popug", "popugs"), theme.style(red)),
        Span::raw(if many == 1 {
            " is in the red."
        } else {
            " are in the red."
        }),
    ]);
    frame.render_widget(line, area);
}

fn pane(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    (title, end, pane): (&str, &str, Pane),
) -> Rect {
    let theme = &model.manner.theme;
    let tone = if model.analytics.pane == pane {
        Tone::Accent
    } else {
        Tone::Dim
    };
    let block = Block::bordered()
        .title(Span::styled(title.to_owned(), theme.style(tone)))
        .title(Line::from(end.to_owned()).right_aligned())
        .border_style(theme.style(Tone::Dim));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

fn draw_tops(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let Some(calendar) = model.standing.as_ref().map(|it| it.calendar) else {
        return;
    };
    let analytics = &model.analytics;
    let name = analytics.period_name(&calendar);
    let title = format!(
        " Most expensive closed task by {}, {name} ",
        analytics.by_word()
    );
    let most = analytics.whole.as_ref().map(|it| it.reward_cents);
    let most = most.map(|it| format!(" at most {} ", model.locale.currency.show(it)));
    let end = most.unwrap_or_default();
    let inner = pane(frame, area, model, (&title, &end, Pane::Top));
    let rows = analytics.tops.rows();
    if rows.is_empty() {
        let text = format!("No task was closed in {name}.");
        frame.render_widget(Paragraph::new(text), inner);
        return;
    }
    let (bars, axis, list) = parts(inner);
    draw_bars(frame, (bars, axis), model, analytics.span(&calendar));
    let at = analytics.tops.at();
    let (first, many) = window(rows.len(), at, usize::from(list.height.saturating_sub(1)));
    let shown = rows.iter().skip(first).take(many);
    let here = analytics.pane == Pane::Top;
    let table = Table {
        columns: &TOPS,
        rows: shown.map(|row| top(model, row)).collect(),
        selected: at.checked_sub(first).filter(|_| here),
        sorted: None,
    };
    table.draw(frame, list, theme);
}

/// The names of the days, weeks or months of some days.
fn slots(model: &Model, days: Days) -> Vec<String> {
    let by = model.analytics.by;
    let mut slots: Vec<String> = days.from.through(days.to).map(|day| by.name(day)).collect();
    slots.dedup();
    slots
}

fn draw_bars(frame: &mut Frame<'_>, (bars, axis): (Rect, Rect), model: &Model, days: Days) {
    let theme = &model.manner.theme;
    let tops = &model.analytics.tops;
    let slots = slots(model, days);
    let reward = |slot: &String| {
        let mut rows = tops.rows().iter();
        let row = rows.find(|row| row.period.as_ref() == Some(slot));
        row.map_or(0, |row| row.reward_cents.cents())
    };
    let values: Vec<i64> = slots.iter().map(reward).collect();
    let selected = tops.selected().and_then(|row| row.period.as_ref());
    let bars_of = Bars {
        values: &values,
        selected: selected.and_then(|name| slots.iter().position(|slot| slot == name)),
    };
    bars_of.draw(frame, bars, theme);
    if let (Some(first), Some(last)) = (slots.first(), slots.last()) {
        let room = chart::width(slots.len(), usize::from(bars.width));
        let end = right(last, room.saturating_sub(first.len()));
        let text = format!("{first}{end}");
        frame.render_widget(Line::styled(text, theme.style(Tone::Dim)), axis);
    }
}

fn top(model: &Model, row: &TopRow) -> Vec<Cell> {
    let title = match &row.task.ticket {
        Some(ticket) => format!("[{ticket}] {}", row.task.title),
        None => row.task.title.clone(),
    };
    let tied = if row.tied > 0 {
        row.tied.to_string()
    } else {
        String::new()
    };
    vec![
        (row.period.clone().unwrap_or_default(), Tone::Dim),
        (model.locale.currency.show(row.reward_cents), Tone::Plain),
        (row.task.id.to_string(), Tone::Dim),
        (title, Tone::Plain),
        (tied, Tone::Dim),
    ]
}

/// Inside of the pane of fairness: the list, and what chance says of it.
fn weighed(model: &Model, inner: Rect) -> (Rect, Rect) {
    let lines = verdict(model, usize::from(inner.width)).len();
    let lines = u16::try_from(lines).unwrap_or(0);
    let [list, words] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(lines)]).areas(inner);
    (list, words)
}

fn draw_fairness(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let Some(calendar) = model.standing.as_ref().map(|it| it.calendar) else {
        return;
    };
    let held = &model.analytics.fairness;
    let title = format!(" Fairness, {} ", model.analytics.period_name(&calendar));
    let many = plural(held.rows().len(), "popug", "popugs");
    let end = format!(" {many} ");
    let inner = pane(frame, area, model, (&title, &end, Pane::Fairness));
    let (list, words) = weighed(model, inner);
    let (first, many) = window(
        held.rows().len(),
        held.at(),
        usize::from(list.height.saturating_sub(1)),
    );
    let most = held.rows().iter().map(most).max().unwrap_or(0);
    let shown = held.rows().iter().skip(first).take(many);
    let here = model.analytics.pane == Pane::Fairness;
    let table = Table {
        columns: &PARTS_OF,
        rows: shown.map(|row| part(model, row, most)).collect(),
        selected: held.at().checked_sub(first).filter(|_| here),
        sorted: None,
    };
    table.draw(frame, list, theme);
    let lines = verdict(model, usize::from(inner.width)).into_iter();
    let lines: Vec<Line<'_>> = lines.map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), words);
}

fn most(row: &FairnessRow) -> i64 {
    row.assigned.max(row.expected_assigned.whole() + 1)
}

fn part(model: &Model, row: &FairnessRow, most: i64) -> Vec<Cell> {
    let money = |amount: Option<Money>| {
        let text = amount.map(|it| model.locale.currency.show(it));
        (text.unwrap_or_else(|| "–".to_owned()), Tone::Dim)
    };
    vec![
        (row.user.to_string(), Tone::Plain),
        (row.open.to_string(), Tone::Plain),
        (row.assigned.to_string(), Tone::Plain),
        (row.expected_assigned.text(), Tone::Plain),
        (bar(row.assigned, most, PARTS), Tone::Accent),
        (row.closed.to_string(), Tone::Plain),
        money(row.fees_cents),
        money(row.rewards_cents),
    ]
}

/// What chance says of it.
fn verdict(model: &Model, columns: usize) -> Vec<String> {
    let Some(verdict) = model.analytics.verdict else {
        return Vec::new();
    };
    let mut lines = match verdict {
        Verdict::NothingDrawn => wrapped("Nothing was drawn in this time.", columns),
        Verdict::NoChoice => wrapped(
            "There was never more than one popug to choose from: chance had no say.",
            columns,
        ),
        Verdict::Odds { odds, .. } => wrapped(in_words(odds), columns),
    };
    if matches!(verdict, Verdict::Odds { few: true, .. }) {
        let few = "Somebody could expect fewer than 5 tasks, so this says little yet.";
        lines.extend(wrapped(few, columns));
    }
    lines
}

const fn in_words(odds: Odds) -> &'static str {
    match odds {
        Odds::Often => {
            "Within what chance allows: dice alone spread tasks as unevenly at least once in 10 times."
        }
        Odds::Seldom => {
            "Within what chance allows, though not often: dice alone spread tasks as unevenly once in 10 to 100 times."
        }
        Odds::Rarely => "Unusual: dice alone spread tasks as unevenly less than once in 100 times.",
        Odds::HardlyEver => {
            "Hardly chance: dice alone spread tasks as unevenly less than once in 1,000 times."
        }
    }
}

#[cfg(test)]
mod tests;

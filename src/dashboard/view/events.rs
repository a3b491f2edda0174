//! Drawing the log, who hears it, what could not be heard, and one row of them.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};
use serde_json::Value;

use crate::dashboard::model::Model;
use crate::dashboard::model::events::{Focus, Pane, task_of};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::table::{Cell, Column, Side, Table, column, window};
use crate::dashboard::view::text::wrapped;
use crate::events::{CloudEvent, ConsumerState, DeadLetter};
use crate::kernel::figures::{grouped, plural};

/// From this width on the row stands beside its list.
const BESIDE: u16 = 120;

const LOG: [Column; 6] = [
    column("SEQ", Side::Right, 3, 9, 0),
    column("AT", Side::Left, 11, 11, 3),
    column("EVENT", Side::Left, 12, 21, 0),
    column("SUBJECT", Side::Left, 8, 18, 0),
    column("BY", Side::Left, 6, 16, 2),
    column("DATA", Side::Left, 8, 0, 1),
];

const CONSUMERS: [Column; 6] = [
    column("CONSUMER", Side::Left, 12, 0, 0),
    column("OFFSET", Side::Right, 8, 12, 0),
    column("HEAD", Side::Right, 8, 12, 0),
    column("LAG", Side::Right, 6, 12, 0),
    column("DEAD", Side::Right, 6, 12, 0),
    column("PARKED", Side::Right, 6, 12, 0),
];

const DEAD: [Column; 7] = [
    column("ID", Side::Right, 2, 9, 0),
    column("CONSUMER", Side::Left, 8, 12, 0),
    column("SEQ", Side::Right, 3, 9, 2),
    column("EVENT", Side::Left, 12, 21, 0),
    column("SUBJECT", Side::Left, 7, 18, 3),
    column("BEHIND", Side::Right, 6, 9, 1),
    column("REASON", Side::Left, 12, 0, 0),
];

/// Where the list and its row stand; what is not to be seen is nowhere.
fn panes(model: &Model, body: Rect) -> (Rect, Rect) {
    if model.events.focus == Focus::Detail {
        return (Rect::ZERO, body);
    }
    if body.width < BESIDE || model.events.pane == Pane::Consumers {
        return (body, Rect::ZERO);
    }
    let [list, row] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(body);
    (list, row)
}

/// Draws the view.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let (list, row) = panes(model, body);
    if !list.is_empty() {
        draw_list(frame, list, model);
    }
    if !row.is_empty() {
        draw_row(frame, row, model);
    }
}

/// The row of the list that stands in a row of the terminal.
pub fn row_at(model: &Model, row: u16) -> Option<usize> {
    let body = areas(model.size).body;
    let (list, _) = panes(model, body);
    let (many, at) = place(model);
    let (first, many) = window(many, at, usize::from(list.height.saturating_sub(3)));
    let at = usize::from(row.checked_sub(list.y + 2)?);
    (at < many).then_some(first + at)
}

/// How many lines the row has that fills the view.
pub fn lines_of_detail(model: &Model) -> usize {
    let columns = usize::from(model.size.0).saturating_sub(2);
    detail(model, columns).len()
}

/// How many rows there are, and on which one is.
fn place(model: &Model) -> (usize, usize) {
    let events = &model.events;
    match events.pane {
        Pane::Log => (events.list.rows().len(), events.list.at()),
        Pane::Consumers => (events.consumers.rows().len(), events.consumers.at()),
        Pane::Dead => (events.dead.rows().len(), events.dead.at()),
    }
}

fn heading(model: &Model) -> String {
    let filter = model.events.filter.text();
    let partly = if model.events.partly {
        ", searched in part"
    } else {
        ""
    };
    match model.events.pane {
        Pane::Log if filter.is_empty() => " The log, newest last ".to_owned(),
        Pane::Log => format!(" The log with '{filter}'{partly} "),
        Pane::Consumers => " Who hears the log ".to_owned(),
        Pane::Dead => " What could not be heard ".to_owned(),
    }
}

fn count(model: &Model) -> String {
    let head = usize::try_from(model.events.head).unwrap_or_default();
    match model.events.pane {
        Pane::Log if model.events.filter.text().is_empty() => {
            format!(" {} ", plural(head, "event", "events"))
        }
        Pane::Log => {
            let list = &model.events.list;
            let more = if list.is_whole() { "" } else { "at least " };
            let found = grouped(list.rows().len());
            format!(" {more}{found} of {} ", plural(head, "event", "events"))
        }
        Pane::Consumers => String::new(),
        Pane::Dead => {
            let dead = plural(
                model.events.dead.rows().len(),
                "dead letter",
                "dead letters",
            );
            format!(" {dead} ")
        }
    }
}

fn nothing(model: &Model) -> String {
    let events = &model.events;
    match events.pane {
        Pane::Log if events.list.is_waiting(model.answered) => "…".to_owned(),
        Pane::Log if events.partly => {
            "None of the nearest 20,000 events has that in its name, its subject or its actor."
                .to_owned()
        }
        Pane::Log => "No event has that in its name, its subject or its actor.".to_owned(),
        Pane::Consumers => "…".to_owned(),
        Pane::Dead => "Everything was heard.".to_owned(),
    }
}

fn draw_list(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let title = crate::kernel::text::shown(&heading(model)).into_owned();
    let block = Block::bordered()
        .title(Span::styled(title, theme.style(Tone::Accent)))
        .title(Line::from(count(model)).right_aligned())
        .border_style(theme.style(Tone::Dim));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let (many, at) = place(model);
    if many == 0 {
        let lines = wrapped(&nothing(model), usize::from(inner.width));
        let lines: Vec<Line<'_>> = lines.into_iter().map(Line::raw).collect();
        frame.render_widget(Paragraph::new(lines), inner);
        return;
    }
    let (first, many) = window(many, at, usize::from(inner.height.saturating_sub(1)));
    let events = &model.events;
    let (columns, rows): (&[Column], Vec<Vec<Cell>>) = match events.pane {
        Pane::Log => {
            let rows = events.list.rows().iter().skip(first).take(many);
            (&LOG, rows.map(|it| event(model, it)).collect())
        }
        Pane::Consumers => {
            let rows = events.consumers.rows().iter().skip(first).take(many);
            (&CONSUMERS, rows.map(consumer).collect())
        }
        Pane::Dead => {
            let rows = events.dead.rows().iter().skip(first).take(many);
            (&DEAD, rows.map(letter).collect())
        }
    };
    let table = Table {
        columns,
        rows,
        selected: at.checked_sub(first),
        sorted: None,
    };
    table.draw(frame, inner, theme);
}

fn name_of(event: &CloudEvent) -> &str {
    event.kind.trim_start_matches("popug.")
}

fn event(model: &Model, event: &CloudEvent) -> Vec<Cell> {
    // The year takes room from what was said.
    let moment = model.locale.time(event.time);
    let moment = moment.split_once('-').map_or("", |it| it.1).to_owned();
    vec![
        (event.id.clone(), Tone::Dim),
        (moment, Tone::Dim),
        (name_of(event).to_owned(), Tone::Plain),
        (event.subject.clone(), Tone::Plain),
        (event.actor.clone(), Tone::Dim),
        (briefly(event), Tone::Dim),
    ]
}

/// What an event carries, but for what it is about: `assignee=3 draw=1`.
fn briefly(event: &CloudEvent) -> String {
    let Value::Object(fields) = &event.data else {
        return event.data.to_string();
    };
    let about = event.subject.split_once('/');
    let shown = fields.iter().filter_map(|(key, value)| {
        if value.is_null() {
            return None;
        }
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let is_about = about.is_some_and(|(_, number)| number == text);
        (!is_about || about.is_none_or(|(kind, _)| kind != key && key != "key"))
            .then(|| format!("{key}={text}"))
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn counted(count: i64, tone: Tone) -> Cell {
    let tone = if count == 0 { Tone::Plain } else { tone };
    (grouped(count), tone)
}

fn consumer(state: &ConsumerState) -> Vec<Cell> {
    vec![
        (state.consumer.clone(), Tone::Plain),
        (grouped(state.offset), Tone::Plain),
        (grouped(state.head), Tone::Plain),
        counted(state.lag, Tone::Warning),
        counted(state.dead, Tone::Bad),
        counted(state.parked, Tone::Bad),
    ]
}

fn letter(letter: &DeadLetter) -> Vec<Cell> {
    vec![
        (letter.id.to_string(), Tone::Dim),
        (letter.consumer.clone(), Tone::Plain),
        (letter.seq.to_string(), Tone::Dim),
        (letter.name.clone(), Tone::Plain),
        (letter.subject.clone(), Tone::Plain),
        counted(letter.parked, Tone::Warning),
        (letter.reason.clone(), Tone::Bad),
    ]
}

fn draw_row(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let events = &model.events;
    let (title, further) = match events.pane {
        Pane::Log => {
            let event = events.list.selected();
            let title = event.map_or_else(|| "Event".to_owned(), |it| format!("Event {}", it.id));
            let task = event.and_then(task_of);
            let further = task.map(|it| format!(" Enter: task {it} "));
            (title, further)
        }
        Pane::Dead => {
            let letter = events.dead.selected();
            let title = letter.map_or_else(
                || "Dead letter".to_owned(),
                |it| format!("Dead letter {}", it.id),
            );
            let further = letter.map(|it| format!(" Enter: event {} ", it.seq));
            (title, further)
        }
        Pane::Consumers => (String::new(), None),
    };
    let further = further.filter(|_| events.focus == Focus::Detail);
    let block = Block::bordered()
        .title(Span::styled(
            format!(" {title} "),
            theme.style(Tone::Accent),
        ))
        .title(Line::from(further.unwrap_or_default()).right_aligned())
        .border_style(theme.style(Tone::Dim));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let lines = detail(model, usize::from(inner.width));
    let lines: Vec<Line<'_>> = lines
        .into_iter()
        .skip(events.scroll)
        .map(Line::raw)
        .collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn detail(model: &Model, columns: usize) -> Vec<String> {
    let events = &model.events;
    match (events.pane, events.list.selected(), events.dead.selected()) {
        (Pane::Log, Some(event), _) => in_full(event, columns),
        (Pane::Dead, _, Some(letter)) => letter_in_full(model, letter, columns),
        (Pane::Log | Pane::Dead, ..) | (Pane::Consumers, ..) => Vec::new(),
    }
}

/// The event as CloudEvents 1.0 write it.
fn in_full(event: &CloudEvent, columns: usize) -> Vec<String> {
    let text = match serde_json::to_string_pretty(event) {
        Ok(text) => text,
        Err(error) => error.to_string(),
    };
    indented(&text, columns)
}

/// Lines that keep their indent where they are broken.
fn indented(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let words = line.trim_start();
        let indent = " ".repeat((line.len() - words.len()).min(columns / 2));
        let room = columns.saturating_sub(indent.len());
        for piece in wrapped(words, room) {
            lines.push(format!("{indent}{piece}"));
        }
    }
    lines
}

fn letter_in_full(model: &Model, letter: &DeadLetter, columns: usize) -> Vec<String> {
    let mut lines = vec![
        format!("consumer  {}", letter.consumer),
        format!("event     {} {}", letter.seq, letter.name),
        format!("subject   {}", letter.subject),
        format!("state     {}", letter.state),
        format!("since     {}", model.locale.time(letter.at)),
        format!("behind it {}", letter.parked),
    ];
    lines.iter_mut().for_each(|line| {
        *line = crate::kernel::text::shown(line).into_owned();
    });
    lines.push(String::new());
    lines.extend(wrapped(&letter.reason, columns));
    lines
}

#[cfg(test)]
mod tests;

//! Drawing the tasks: the list, and the task one is on beside or below it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use crate::dashboard::model::Model;
use crate::dashboard::model::tasks::{Focus, Whose};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::table::{Cell, Column, Side, Table, column, window};
use crate::dashboard::view::text::wrapped;
use crate::kernel::figures::{grouped, plural};
use crate::kernel::money::Money;
use crate::tasks::{SortBy, Status, StatusFilter, TaskView, TaskWithAssignments, Why};

/// From this width on the task stands beside the list.
const BESIDE: u16 = 120;

const COLUMNS: [Column; 7] = columns("REWARD");
const BY_FEE: [Column; 7] = columns("FEE");

const fn columns(money: &'static str) -> [Column; 7] {
    [
        column("", Side::Left, 1, 1, 0),
        column("ID", Side::Right, 2, 9, 0),
        column("TICKET", Side::Left, 6, 14, 3),
        column("TITLE", Side::Left, 16, 0, 0),
        column("ASSIGNEE", Side::Left, 8, 14, 5),
        column(money, Side::Right, 6, 12, 6),
        column("ASSIGNED", Side::Right, 8, 9, 4),
    ]
}

/// Where the list and the task stand; only one of them where the task fills the view.
fn panes(body: Rect, focus: Focus) -> (Rect, Rect) {
    if focus == Focus::Detail {
        return (Rect::ZERO, body);
    }
    let [list, detail] = if body.width >= BESIDE {
        Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(body)
    } else {
        Layout::vertical([Constraint::Fill(1), Constraint::Length(8)]).areas(body)
    };
    (list, detail)
}

/// Draws the view.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let (list, detail) = panes(body, model.tasks.focus);
    if !list.is_empty() {
        draw_list(frame, list, model);
    }
    draw_detail(frame, detail, model);
}

/// The row of the list that stands in a row of the terminal.
pub fn row_at(model: &Model, row: u16) -> Option<usize> {
    let body = areas(model.size).body;
    let (list, _) = panes(body, model.tasks.focus);
    let top = list.y + 2;
    let height = usize::from(list.height.saturating_sub(3));
    let (first, many) = window(model.tasks.list.rows().len(), model.tasks.list.at(), height);
    let at = usize::from(row.checked_sub(top)?);
    (at < many).then_some(first + at)
}

/// How many lines the task has that fills the view.
pub fn lines_of_detail(model: &Model) -> usize {
    detail_lines(model, usize::from(model.size.0).saturating_sub(4)).len()
}

fn heading(model: &Model) -> String {
    let tasks = &model.tasks;
    let whose = match tasks.whose {
        Whose::Mine => "Mine",
        Whose::Everybodys => "All popugs'",
    };
    let status = match tasks.status {
        StatusFilter::Open => "open",
        StatusFilter::Closed => "closed",
        StatusFilter::All => "open and closed",
    };
    let filter = tasks.filter.text();
    let filter = if filter.is_empty() {
        String::new()
    } else {
        format!(" with '{filter}'")
    };
    let marked = match tasks.marked.len() {
        0 => String::new(),
        many => format!(", {many} marked"),
    };
    format!(" {whose} {status}{filter}{marked} ")
}

fn count(model: &Model) -> String {
    let (count, more) = model.tasks.count;
    let count = usize::try_from(count).unwrap_or_default();
    if more {
        return format!(" more than {} tasks ", grouped(count));
    }
    format!(" {} ", plural(count, "task", "tasks"))
}

fn draw_list(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let block = Block::bordered()
        .title(Span::styled(
            crate::kernel::text::shown(&heading(model)).into_owned(),
            theme.style(Tone::Accent),
        ))
        .title(Line::from(count(model)).right_aligned())
        .border_style(theme.style(Tone::Dim));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let list = &model.tasks.list;
    if list.rows().is_empty() {
        let text = if list.is_waiting(model.answered) {
            "…"
        } else {
            nothing(model)
        };
        frame.render_widget(Paragraph::new(text), inner);
        return;
    }
    let height = usize::from(inner.height.saturating_sub(1));
    let (first, many) = window(list.rows().len(), list.at(), height);
    let rows = list.rows().iter().skip(first).take(many);
    let by = sorted_column(model.tasks.sort);
    let columns = if model.tasks.sort == SortBy::Fee {
        BY_FEE
    } else {
        COLUMNS
    };
    let table = Table {
        columns: &columns,
        rows: rows.map(|task| cells(model, task)).collect(),
        selected: list.at().checked_sub(first),
        sorted: by.map(|by| (by, if is_downwards(model) { "↓" } else { "↑" })),
    };
    table.draw(frame, inner, theme);
}

const fn sorted_column(sort: SortBy) -> Option<usize> {
    match sort {
        SortBy::Id | SortBy::Created => Some(1),
        SortBy::Title => Some(3),
        SortBy::Assignee => Some(4),
        SortBy::Reward | SortBy::Fee => Some(5),
        SortBy::Assigned => Some(6),
        SortBy::Closed => None,
    }
}

/// Words begin at a, all else with the highest.
fn is_downwards(model: &Model) -> bool {
    let words = matches!(model.tasks.sort, SortBy::Title | SortBy::Assignee);
    words == model.tasks.reverse
}

fn nothing(model: &Model) -> &'static str {
    match (
        model.tasks.whose,
        model.tasks.filter.input.value().is_empty(),
    ) {
        (_, false) => "No task has that in it.",
        (Whose::Mine, true) => "Nothing to do. Enjoy the perch.",
        (Whose::Everybodys, true) => "There are no tasks here.",
    }
}

fn cells(model: &Model, task: &TaskView) -> Vec<Cell> {
    let mine = model.me() == Some(task.assignee.as_str());
    let marked = model.tasks.marked.contains_key(&task.id);
    let closed = task.status == Status::Closed;
    let sign = match (marked, closed) {
        (true, _) => ("●", Tone::Warning),
        (false, true) => ("✓", Tone::Good),
        (false, false) => (" ", Tone::Plain),
    };
    let text = if closed { Tone::Dim } else { Tone::Plain };
    let ticket = task.ticket.as_ref().map_or("", |it| it.as_str());
    let money = model.tasks_money(task);
    vec![
        (sign.0.to_owned(), sign.1),
        (task.id.to_string(), Tone::Dim),
        (ticket.to_owned(), Tone::Dim),
        (task.title.clone(), text),
        (
            task.assignee.to_string(),
            if mine { Tone::Accent } else { text },
        ),
        (money, text),
        (model.locale.age(task.assigned_at), Tone::Dim),
    ]
}

impl Model {
    /// The reward, or the fee where that is what one sorts by.
    fn tasks_money(&self, task: &TaskView) -> String {
        let amount = match self.tasks.sort {
            SortBy::Fee => task.fee_cents.and_then(Money::checked_neg),
            SortBy::Id
            | SortBy::Created
            | SortBy::Assigned
            | SortBy::Closed
            | SortBy::Reward
            | SortBy::Title
            | SortBy::Assignee => task.reward_cents,
        };
        amount.map_or_else(|| "–".to_owned(), |it| self.locale.currency.show(it))
    }
}

fn draw_detail(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let title = match &model.tasks.detail {
        Some(task) => format!(" Task {} ", task.task.id),
        None => " Task ".to_owned(),
    };
    let block = Block::bordered()
        .title(Span::styled(title, theme.style(Tone::Accent)))
        .border_style(theme.style(Tone::Dim));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let lines = detail_lines(model, usize::from(inner.width));
    let lines: Vec<Line<'_>> = lines.into_iter().skip(model.tasks.scroll).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn detail_lines(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let theme = &model.manner.theme;
    let Some(task) = &model.tasks.detail else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let ticket = task.task.ticket.as_ref();
    let title = match ticket {
        Some(ticket) => format!("[{ticket}] {}", task.task.title),
        None => task.task.title.clone(),
    };
    for line in wrapped(&title, columns) {
        lines.push(Line::styled(line, theme.style(Tone::Accent)));
    }
    lines.push(Line::raw(state(model, &task.task)));
    lines.push(Line::raw(prices(model, &task.task)));
    if let Some(why) = model
        .tasks
        .why
        .as_ref()
        .filter(|it| it.task == task.task.id)
    {
        let tone = if why.verified { Tone::Good } else { Tone::Bad };
        for line in wrapped(&reason(model, why), columns) {
            lines.push(Line::styled(line, theme.style(tone)));
        }
    }
    if let Some(description) = &task.task.description {
        lines.push(Line::raw(""));
        lines.extend(wrapped(description, columns).into_iter().map(Line::raw));
    }
    lines.push(Line::raw(""));
    lines.extend(assignments(model, task));
    lines
}

fn state(model: &Model, task: &TaskView) -> String {
    let made = format!(
        "by {} on {}",
        task.author,
        model.locale.time(task.created_at)
    );
    match task.closed_at {
        Some(at) => format!(
            "closed by {} on {}, {made}",
            task.assignee,
            model.locale.time(at)
        ),
        None => format!("assigned to {}, {made}", task.assignee),
    }
}

fn prices(model: &Model, task: &TaskView) -> String {
    let currency = &model.locale.currency;
    match (task.fee_cents, task.reward_cents) {
        (Some(fee), Some(reward)) => {
            let (fee, reward) = (currency.show(fee), currency.show(reward));
            format!("fee {fee}, reward {reward}")
        }
        _ => "not priced yet".to_owned(),
    }
}

fn reason(model: &Model, why: &Why) -> String {
    let drawn = model.locale.time(why.drawn_at);
    let holds = if why.verified {
        "drawn again: the same"
    } else {
        "drawn again, it gives somebody else"
    };
    format!(
        "draw {} by {} on {drawn} chose {} out of {}; {holds}",
        why.draw,
        why.drawn_by,
        why.assignee,
        plural(
            usize::try_from(why.pool).unwrap_or_default(),
            "popug",
            "popugs"
        )
    )
}

fn assignments(model: &Model, task: &TaskWithAssignments) -> Vec<Line<'static>> {
    let dim = model.manner.theme.style(Tone::Dim);
    let rows = task.assignments.iter().rev().map(|it| {
        let fee = it.fee_cents.and_then(Money::checked_neg);
        let fee = fee.map_or_else(
            || "–".to_owned(),
            |fee| model.locale.currency.show_change(fee),
        );
        let text = format!(
            "{}  {:<12} {fee:>9}  draw {} by {}",
            model.locale.time(it.at),
            it.assignee,
            it.draw,
            it.by
        );
        Line::styled(text, dim)
    });
    rows.collect()
}

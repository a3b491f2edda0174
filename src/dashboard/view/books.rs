//! Drawing everybody's accounts, management's earnings and the closed days; a day, and a log.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use crate::accounting::AccountKind;
use crate::dashboard::model::Model;
use crate::dashboard::model::books::{Depth, LogOf, Pane, owner};
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::frames::framed;
use crate::dashboard::view::log::{self, tone};
use crate::dashboard::view::table::{Column, Side, column, draw_held, window};
use crate::dashboard::view::{days, log as logs};
use crate::kernel::figures::{bar, plural};
use crate::kernel::money::Money;
use crate::kernel::range::Step;

/// From this width on all three lists are seen at once.
const BESIDE: u16 = 120;

const ACCOUNTS: [Column; 4] = [
    column("", Side::Right, 1, 5, 1),
    column("ACCOUNT", Side::Left, 8, 0, 0),
    column("BALANCE", Side::Right, 8, 16, 0),
    column("TODAY", Side::Right, 8, 16, 0),
];

const fn earnings_columns(bar: usize) -> [Column; 7] {
    [
        column("", Side::Left, 7, 10, 0),
        column("FEES", Side::Right, 6, 14, 2),
        column("REWARDS", Side::Right, 7, 14, 3),
        column("EARNED", Side::Right, 7, 14, 0),
        column("", Side::Left, bar, bar, 0),
        column("ADJUSTED", Side::Right, 8, 14, 1),
        column("", Side::Left, 6, 0, 4),
    ]
}

/// Columns of the longest bar, where there is so much room.
fn longest_bar(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(66).clamp(10, 40)
}

/// The three lists, and where each stands; where there is no room for all, the one in which one is.
fn panes(body: Rect, here: Pane) -> Vec<(Pane, Rect)> {
    if body.width < BESIDE {
        return vec![(here, body)];
    }
    let [accounts, rest] =
        Layout::horizontal([Constraint::Length(46), Constraint::Fill(1)]).areas(body);
    let [earnings, days] = Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]).areas(rest);
    vec![
        (Pane::Accounts, accounts),
        (Pane::Earnings, earnings),
        (Pane::Days, days),
    ]
}

/// Draws the view.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let books = &model.books;
    match (&books.log, &books.sheet) {
        (Some(log), _) => draw_log(frame, body, model, log),
        (None, Some(sheet)) => days::draw_sheet(frame, body, model, sheet),
        (None, None) => {
            for (pane, area) in panes(body, books.pane) {
                draw_pane(frame, area, model, pane);
            }
        }
    }
}

/// The list and the row of it that stand in a cell of the terminal.
pub fn row_at(model: &Model, cell: Position) -> Option<(Option<Pane>, usize)> {
    let body = areas(model.size).body;
    let books = &model.books;
    let (pane, area) = match books.depth() {
        Depth::Log => (None, body),
        Depth::Day(_) => (None, days::table_of(body)),
        Depth::Top => {
            let mut all = panes(body, books.pane).into_iter();
            let (pane, area) = all.find(|(_, it)| it.contains(cell))?;
            (Some(pane), area)
        }
    };
    let (many, at) = match (&books.log, &books.sheet, pane) {
        (Some(log), ..) => {
            let at = logs::row_at(Block::bordered().inner(area), &log.rows, cell.y)?;
            return Some((None, at));
        }
        (None, Some(sheet), _) => size(&sheet.invoices),
        (None, None, Some(Pane::Earnings)) => (books.earnings.rows().len(), books.earnings.at()),
        (None, None, Some(Pane::Days)) => size(&books.days),
        (None, None, _) => size(&books.accounts),
    };
    let height = usize::from(area.height.saturating_sub(3));
    let (first, many) = window(many, at, height);
    let at = usize::from(cell.y.checked_sub(area.y + 2)?);
    (at < many).then_some((pane, first + at))
}

/// Where one is in the list one is in.
pub fn at(model: &Model) -> usize {
    let books = &model.books;
    match (&books.log, &books.sheet, books.pane) {
        (Some(log), ..) => log.rows.at(),
        (None, Some(sheet), _) => sheet.invoices.at(),
        (None, None, Pane::Accounts) => books.accounts.at(),
        (None, None, Pane::Earnings) => books.earnings.at(),
        (None, None, Pane::Days) => books.days.at(),
    }
}

fn size<R: Row>(held: &Listing<R>) -> (usize, usize) {
    (held.rows().len(), held.at())
}

fn draw_log(frame: &mut Frame<'_>, body: Rect, model: &Model, log: &LogOf) {
    let of = log.stretch.map(|it| format!(" of {}", it.name()));
    let of = of.unwrap_or_default();
    let title = format!(" {}'s log{of}, newest first ", log.user);
    let inner = framed(frame, body, model, (&title, true));
    logs::draw(frame, inner, model, &log.rows);
}

/// The names of the lists, the one that is seen first; and what it comes to.
fn draw_pane(frame: &mut Frame<'_>, area: Rect, model: &Model, pane: Pane) {
    let theme = &model.manner.theme;
    let here = model.books.pane == pane;
    let mut title = Vec::new();
    let alone = area.width < BESIDE && model.size.0 < BESIDE;
    for (it, name) in [
        (Pane::Accounts, "Accounts"),
        (Pane::Earnings, "Management's earnings"),
        (Pane::Days, "Closed days"),
    ] {
        let tone = match (it == pane, here) {
            (true, true) => Tone::Accent,
            (true, false) | (false, _) => Tone::Dim,
        };
        if alone || it == pane {
            title.push(Span::styled(format!(" {name} "), theme.style(tone)));
        }
    }
    let border = if here { Tone::Plain } else { Tone::Dim };
    let block = Block::bordered()
        .title(Line::from(title))
        .title(Line::from(come_to(model, pane)).right_aligned())
        .border_style(theme.style(border));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    match pane {
        Pane::Accounts => draw_accounts(frame, inner, model),
        Pane::Earnings => draw_earnings(frame, inner, model),
        Pane::Days => days::draw(frame, inner, model),
    }
}

fn come_to(model: &Model, pane: Pane) -> String {
    let books = &model.books;
    let currency = &model.locale.currency;
    match pane {
        Pane::Accounts => {
            let sum = currency.show(books.together.sum);
            let many = plural(books.together.count, "account", "accounts");
            format!(" {many}, together {sum} ")
        }
        Pane::Earnings => {
            let rows = books.earnings.rows();
            let sum = Money::sum(rows.iter().map(|it| it.earned_cents));
            let sum = sum.map_or_else(String::new, |it| currency.show_change(it));
            let by = match books.step {
                Step::Day => "day",
                Step::Week => "week",
                Step::Month => "month",
            };
            format!(" by {by}, together {sum} ")
        }
        Pane::Days => format!(" {} ", plural(books.many_days, "day", "days")),
    }
}

fn draw_accounts(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let held = &model.books.accounts;
    let before = model.books.together.before;
    let list = (&ACCOUNTS[..], held.rows(), held.at());
    let nothing = (model.books.pane == Pane::Accounts, "…");
    draw_held(frame, area, model, list, nothing, |at, ranked| {
        let row = &ranked.row;
        let currency = &model.locale.currency;
        let text = match row.kind {
            AccountKind::Popug => Tone::Plain,
            AccountKind::Management | AccountKind::Bank => Tone::Dim,
        };
        vec![
            ((before + at + 1).to_string(), Tone::Dim),
            (owner(row), text),
            (
                currency.show(row.balance_cents),
                match row.kind {
                    AccountKind::Popug => tone(row.balance_cents),
                    AccountKind::Management | AccountKind::Bank => text,
                },
            ),
            (currency.show_change(row.today_cents), text),
        ]
    });
}

fn draw_earnings(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let books = &model.books;
    let here = books.pane == Pane::Earnings;
    let rows = books.earnings.rows().iter();
    let most = rows
        .map(|it| it.earned_cents.cents().saturating_abs())
        .max();
    let most = most.unwrap_or(0);
    let longest = longest_bar(area);
    let columns = earnings_columns(longest);
    let columns = (&columns[..], books.earnings.rows(), books.earnings.at());
    let open = model.open_day();
    draw_held(frame, area, model, columns, (here, "…"), |_, row| {
        let currency = &model.locale.currency;
        let size = row.earned_cents.cents().saturating_abs();
        let state = match row.closed_at {
            Some(_) => ("closed", Tone::Dim),
            None if open <= Some(books.step.around(row.day).to) => ("open", Tone::Warning),
            None => ("", Tone::Dim),
        };
        vec![
            (books.step.name(row.day), Tone::Plain),
            (currency.show(row.fees_cents), Tone::Dim),
            (currency.show(row.rewards_cents), Tone::Dim),
            (
                currency.show_change(row.earned_cents),
                log::tone(row.earned_cents),
            ),
            (bar(size, most, longest), log::tone(row.earned_cents)),
            (currency.show_change(row.adjustments_cents), Tone::Dim),
            (state.0.to_owned(), state.1),
        ]
    });
}

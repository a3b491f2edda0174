//! Everybody's accounts: moving about, going in and back, and asking for what is shown.

pub mod pages;

use ratatui::layout::Position;

use crate::accounting::{AccountKind, AccountRow};
use crate::dashboard::action::{Action, key};
use crate::dashboard::model::books::{Books, Depth, KEYS, LogOf, Pane, Sheet};
use crate::dashboard::model::listing::{Listing, REACH, Step};
use crate::dashboard::model::stretch::Stretch;
use crate::dashboard::model::{Effect, Model, View};
use crate::dashboard::update::books::pages::{
    ask_accounts, ask_day, ask_days, ask_earnings, ask_log, load,
};
use crate::dashboard::update::{mend, tasks};
use crate::dashboard::view;
use crate::kernel::day::Day;
use crate::kernel::name::UserName;
use crate::kernel::page::{Anchor, Page};
use crate::kernel::permission::Permission;
use crate::kernel::range::{Span, Step as By};

/// The view.
pub static VIEW: View = View {
    title: "Accounting",
    go: key(Action::Go(3), "view-3", "go to Accounting", &["3"]),
    permission: Permission::AccountRead,
    keys: KEYS,
    obstacle: |model, action| model.books.obstacle(action),
    is_elsewhere: |_, _| false,
    filter: None,
    arrive,
    load,
    act,
    step,
    click,
    draw: view::books::draw,
};

/// Does what an action means in the books.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what other views do means nothing here"
)]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => enter(model),
        Action::Back => back(model),
        Action::Pane => {
            model.books.pane = match model.books.pane {
                Pane::Accounts => Pane::Earnings,
                Pane::Earnings => Pane::Days,
                Pane::Days => Pane::Accounts,
            };
            Vec::new()
        }
        Action::Earlier | Action::Later | Action::By | Action::Now => turn(model, action),
        Action::Adjust => mend::adjust(model),
        Action::TakeBack => mend::take_back(model),
        Action::Retry => mend::ask_to_retry(model),
        Action::CloseDays => mend::close_ended(model),
        Action::CloseToday => mend::close_today(model),
        Action::Copy => copy(model),
        _ => Vec::new(),
    }
}

/// Somebody new sits there.
fn arrive(model: &mut Model) {
    model.books = Books::default();
}

/// A click selects the row under it.
fn click(model: &mut Model, cell: Position) -> Vec<Effect> {
    let Some((pane, at)) = view::books::row_at(model, cell) else {
        return Vec::new();
    };
    model.books.pane = pane.unwrap_or(model.books.pane);
    let now = view::books::at(model);
    step(model, Step::between(now, at))
}

/// Moves where one is.
fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    if let Some(log) = &mut model.books.log {
        let page = log.rows.step(step, model.answered);
        return page.map_or_else(Vec::new, |page| ask_log(model, page));
    }
    if let Some(sheet) = &mut model.books.sheet {
        let page = sheet.invoices.step(step, model.answered);
        return page.map_or_else(Vec::new, |page| ask_day(model, page));
    }
    match model.books.pane {
        Pane::Accounts => {
            let page = model.books.accounts.step(step, model.answered);
            page.map_or_else(Vec::new, |page| ask_accounts(model, page))
        }
        Pane::Days => {
            let page = model.books.days.step(step, model.answered);
            page.map_or_else(Vec::new, |page| ask_days(model, page))
        }
        Pane::Earnings => {
            model.books.earnings.step(step);
            Vec::new()
        }
    }
}

fn enter(model: &mut Model) -> Vec<Effect> {
    match model.books.depth() {
        Depth::Log => {
            let row = model.books.log.as_ref().and_then(|it| it.rows.selected());
            let task = row.and_then(|it| it.task.as_ref()).map(|it| it.id);
            task.map_or_else(Vec::new, |task| tasks::drill(model, task))
        }
        Depth::Day(day) => {
            let user = model.books.popug().cloned();
            let stretch = Some(Stretch::day(day));
            user.map_or_else(Vec::new, |user| go_to_log(model, user, stretch))
        }
        Depth::Top => match model.books.pane {
            Pane::Accounts => enter_account(model),
            Pane::Earnings => enter_earnings(model),
            Pane::Days => {
                let day = model.books.days.selected().map(|it| it.day);
                day.map_or_else(Vec::new, |day| go_to_day(model, day))
            }
        },
    }
}

/// A popug's account leads to its log, management's to its earnings, the bank's to what was paid.
fn enter_account(model: &mut Model) -> Vec<Effect> {
    let selected = model.books.accounts.selected().map(|it| &it.row);
    let Some(AccountRow { user, kind, .. }) = selected.cloned() else {
        return Vec::new();
    };
    match (user, kind) {
        (Some(user), _) => return go_to_log(model, user, None),
        (None, AccountKind::Management) => model.books.pane = Pane::Earnings,
        (None, AccountKind::Bank | AccountKind::Popug) => model.books.pane = Pane::Days,
    }
    Vec::new()
}

/// A month or a week leads to its days, a day to its invoices.
fn enter_earnings(model: &mut Model) -> Vec<Effect> {
    let (Some(row), Some(open)) = (model.books.earnings.selected(), model.open_day()) else {
        return Vec::new();
    };
    let Span { to, .. } = model.books.step.around(row.day);
    if model.books.step == By::Day {
        let day = row.day;
        return go_to_day(model, day);
    }
    model.books.step = By::Day;
    model.books.until = (to < open).then_some(to);
    model.books.wanted_day = Some(to.min(open));
    ask_earnings(model)
}

fn go_to_day(model: &mut Model, day: Day) -> Vec<Effect> {
    model.books.sheet = Some(Sheet {
        row: None,
        day,
        invoices: Listing::default(),
    });
    ask_day(model, FIRST)
}

fn go_to_log(model: &mut Model, user: UserName, stretch: Option<Stretch>) -> Vec<Effect> {
    model.books.log = Some(LogOf {
        user,
        stretch,
        rows: Listing::default(),
    });
    ask_log(model, FIRST)
}

const FIRST: Page = Page {
    anchor: Anchor::First,
    reach: REACH,
};

/// One step back: out of the log, then out of the day.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.books.log.take().is_none() && model.books.sheet.take().is_none() {
        return Vec::new();
    }
    load(model)
}

fn turn(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(open) = model.open_day() else {
        return Vec::new();
    };
    match model.books.depth() {
        Depth::Log => {
            let Some(log) = &mut model.books.log else {
                return Vec::new();
            };
            log.stretch = turned(log.stretch, action, open);
            log.rows.want(Anchor::First);
            ask_log(model, FIRST)
        }
        Depth::Day(day) => {
            let day = Stretch::day(day);
            let after = turned(Some(day), action, open).unwrap_or(day);
            go_to_day(model, after.day)
        }
        Depth::Top => {
            turn_earnings(model, action, open);
            ask_earnings(model)
        }
    }
}

/// All days take turns with a day, a week and a month.
fn turned(stretch: Option<Stretch>, action: Action, open: Day) -> Option<Stretch> {
    let here = stretch.unwrap_or(Stretch::day(open));
    match (action, stretch) {
        (Action::Earlier, Some(_)) => Some(here.earlier()),
        (Action::Later, _) => Some(here.later(open)),
        (Action::By, Some(it)) if it.step == By::Month => None,
        (Action::By, Some(_)) => Some(here.turned(open)),
        (Action::Now, _) => Some(Stretch { day: open, ..here }),
        _ => Some(here),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only four actions move about in days"
)]
fn turn_earnings(model: &mut Model, action: Action, open: Day) {
    let books = &mut model.books;
    books.pane = Pane::Earnings;
    let Span { from, to: until } = books.earnings_span(open);
    let to = match action {
        Action::Earlier => from.previous(),
        Action::Later => {
            let days = u64::try_from(until.days_since(from)).unwrap_or_default();
            until.plus(days + 1)
        }
        Action::By => {
            books.step = match books.step {
                By::Day => By::Week,
                By::Week => By::Month,
                By::Month => By::Day,
            };
            until
        }
        _ => open,
    };
    books.until = (to < open).then_some(to);
    books.wanted_day = Some(to.min(open));
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let what = match (&model.books.log, model.books.depth()) {
        (Some(log), _) => {
            let flag = log.stretch.map(Stretch::flag).unwrap_or_default();
            format!("account log {} {flag}", log.user)
        }
        (None, Depth::Day(day)) => format!("day show {day}"),
        (None, _) => match model.books.pane {
            Pane::Accounts => "account list --all".to_owned(),
            Pane::Days => "day list".to_owned(),
            Pane::Earnings => {
                let rows = model.books.earnings.rows();
                let from = rows.last().map(|it| format!(" --from {}", it.day));
                let to = model.books.until.map(|it| format!(" --to {it}"));
                let by = match model.books.step {
                    By::Day => "day",
                    By::Week => "week",
                    By::Month => "month",
                };
                let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
                format!("account earnings{from}{to} --by {by}")
            }
        },
    };
    let command = format!("{} {}", model.manner.program, what.trim_end());
    model.copy(command)
}

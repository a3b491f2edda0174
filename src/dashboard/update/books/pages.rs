//! Asking for what the books show, and taking it in.

use crate::accounting::{AccountsPage, DaysPage, EarningsRow, LogRow};
use crate::app::InvoicesPage;
use crate::dashboard::model::books::{Books, Depth, Together};
use crate::dashboard::model::{Call, Effect, Model};
use crate::delivery::WaitingDays;
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::page::{Page, Paged};

/// Asks for everything that is shown.
pub fn load(model: &mut Model) -> Vec<Effect> {
    match model.books.depth() {
        Depth::Log => {
            let page = model.books.log.as_ref().map(|log| log.rows.around());
            page.map_or_else(Vec::new, |page| ask_log(model, page))
        }
        Depth::Day(_) => {
            let sheet = model.books.sheet.as_ref();
            let page = sheet.map(|sheet| sheet.invoices.around());
            page.map_or_else(Vec::new, |page| ask_day(model, page))
        }
        Depth::Top => {
            let accounts = model.books.accounts.around();
            let days = model.books.days.around();
            let mut effects = ask_accounts(model, accounts);
            effects.extend(ask_days(model, days));
            effects.extend(ask_waiting(model));
            effects.extend(ask_earnings(model));
            effects
        }
    }
}

/// Asks for a page of the accounts.
pub fn ask_accounts(model: &mut Model, page: Page) -> Vec<Effect> {
    let effects = model.ask(Call::ask(Books::wanted_accounts(page), take_accounts));
    model.books.accounts.ask(model.asked);
    effects
}

fn take_accounts(model: &mut Model, page: AccountsPage) -> Vec<Effect> {
    model.books.together = Together {
        before: usize::try_from(page.before).unwrap_or_default(),
        count: usize::try_from(page.count).unwrap_or_default(),
        sum: page.sum_cents,
    };
    model.books.accounts.take(page.page);
    Vec::new()
}

/// Asks for a page of the closed days.
pub fn ask_days(model: &mut Model, page: Page) -> Vec<Effect> {
    let effects = model.ask(Call::ask(Books::wanted_days(page), take_days));
    model.books.days.ask(model.asked);
    effects
}

fn take_days(model: &mut Model, page: DaysPage) -> Vec<Effect> {
    model.books.many_days = usize::try_from(page.count).unwrap_or_default();
    model.books.days.take(page.page);
    Vec::new()
}

fn ask_waiting(model: &mut Model) -> Vec<Effect> {
    model.ask(Call::ask(WaitingDays {}, |model, days| {
        model.books.waiting = days;
        Vec::new()
    }))
}

/// Asks for what management earned.
pub fn ask_earnings(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.open_day() else {
        return Vec::new();
    };
    model.ask(Call::ask(model.books.wanted_earnings(open), take_earnings))
}

/// The newest stands first.
fn take_earnings(model: &mut Model, mut rows: Vec<EarningsRow>) -> Vec<Effect> {
    rows.reverse();
    let open = model.open_day();
    let books = &mut model.books;
    // Quiet and never closed: the books had not begun.
    let asked = rows.len();
    while rows.len() > 1 && rows.last().is_some_and(|it| is_before(it, open)) {
        rows.pop();
    }
    books.begins_here = rows.len() < asked;
    books.earnings.take(rows, |a, b| a.day == b.day);
    if let Some(day) = books.wanted_day.take() {
        books.earnings.go_to(|row| row.day <= day);
    }
    Vec::new()
}

fn is_before(row: &EarningsRow, open: Option<Day>) -> bool {
    let moved = [row.fees_cents, row.rewards_cents, row.adjustments_cents];
    row.closed_at.is_none()
        && open.is_some_and(|open| row.day < open)
        && moved.iter().all(|it| *it == Money::ZERO)
}

/// Asks for the day that one is in, with a page of its invoices.
pub fn ask_day(model: &mut Model, page: Page) -> Vec<Effect> {
    let Some(sheet) = &model.books.sheet else {
        return Vec::new();
    };
    let effects = model.ask(Call::ask(sheet.wanted(page), take_day));
    if let Some(sheet) = &mut model.books.sheet {
        sheet.invoices.ask(model.asked);
    }
    effects
}

fn take_day(model: &mut Model, answer: InvoicesPage) -> Vec<Effect> {
    if let Some(sheet) = &mut model.books.sheet {
        sheet.row = Some(answer.row);
        sheet.invoices.take(answer.page);
    }
    Vec::new()
}

/// Asks for a page of the log that one is in.
pub fn ask_log(model: &mut Model, page: Page) -> Vec<Effect> {
    let Some(log) = &model.books.log else {
        return Vec::new();
    };
    let effects = model.ask(Call::ask(log.wanted(page), take_log));
    if let Some(log) = &mut model.books.log {
        log.rows.ask(model.asked);
    }
    effects
}

fn take_log(model: &mut Model, page: Paged<LogRow>) -> Vec<Effect> {
    if let Some(log) = &mut model.books.log {
        log.rows.take(page);
    }
    Vec::new()
}

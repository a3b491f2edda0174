//! What the store has answered about accounts, earnings and days.

use crate::accounting::{AccountsPage, DaysPage, EarningsRow, LogRow};
use crate::app::InvoicesPage;
use crate::dashboard::effect::Answer;
use crate::dashboard::model::Model;
use crate::dashboard::model::books::Together;
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::page::Paged;

/// Takes such an answer in. What is no longer waited for is left alone.
pub fn take(model: &mut Model, number: u64, answer: Answer) {
    match answer {
        Answer::Log(page) => log(model, number, page),
        Answer::History(days) => model.account.history = days,
        Answer::Statement(text) => {
            if model.account.statement_asked == number {
                model.account.statement = text;
            }
        }
        Answer::Accounts(page) => accounts(model, number, page),
        Answer::Earnings(rows) => {
            if model.books.earnings_asked == number {
                earnings(model, rows);
            }
        }
        Answer::Days(page) => days(model, number, page),
        Answer::Waiting(days) => model.books.waiting = days,
        Answer::Day(sheet) => day(model, number, *sheet),
        Answer::Standing(_)
        | Answer::Tasks(_)
        | Answer::Task(_)
        | Answer::Why(_)
        | Answer::Summary(_)
        | Answer::Top(_)
        | Answer::Fairness(_)
        | Answer::Events(_)
        | Answer::Consumers(_)
        | Answer::DeadLetters(_)
        | Answer::People(_) => {}
    }
}

fn accounts(model: &mut Model, number: u64, page: AccountsPage) {
    let books = &mut model.books;
    if !books.accounts.expects(number) {
        return;
    }
    books.together = Together {
        before: usize::try_from(page.before).unwrap_or_default(),
        count: usize::try_from(page.count).unwrap_or_default(),
        sum: page.sum_cents,
    };
    books.accounts.take(page.page);
}

fn days(model: &mut Model, number: u64, page: DaysPage) {
    let books = &mut model.books;
    if books.days.expects(number) {
        books.many_days = usize::try_from(page.count).unwrap_or_default();
        books.days.take(page.page);
    }
}

fn log(model: &mut Model, number: u64, page: Paged<LogRow>) {
    if model.account.log.expects(number) {
        model.account.log.take(page);
    } else if let Some(log) = &mut model.books.log
        && log.rows.expects(number)
    {
        log.rows.take(page);
    }
}

/// The newest stands first.
fn earnings(model: &mut Model, mut rows: Vec<EarningsRow>) {
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
}

fn is_before(row: &EarningsRow, open: Option<Day>) -> bool {
    let moved = [row.fees_cents, row.rewards_cents, row.adjustments_cents];
    row.closed_at.is_none()
        && open.is_some_and(|open| row.day < open)
        && moved.iter().all(|it| *it == Money::ZERO)
}

fn day(model: &mut Model, number: u64, answer: InvoicesPage) {
    if let Some(sheet) = &mut model.books.sheet
        && sheet.invoices.expects(number)
    {
        sheet.row = Some(answer.row);
        sheet.invoices.take(answer.page);
    }
}

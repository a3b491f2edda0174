//! What the store has answered about accounts, earnings and days.

use std::cmp::Reverse;

use crate::accounting::{AccountRow, EarningsRow, LogRow};
use crate::app::DayWithInvoices;
use crate::dashboard::effect::Answer;
use crate::dashboard::model::Model;
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
        Answer::Accounts(mut rows) => {
            rows.sort_by_key(|row| Reverse(row.balance_cents));
            let same = |a: &AccountRow, b: &AccountRow| (&a.user, a.kind) == (&b.user, b.kind);
            model.books.accounts.take(rows, same);
        }
        Answer::Earnings(rows) => {
            if model.books.earnings_asked == number {
                earnings(model, rows);
            }
        }
        Answer::Days(mut rows) => {
            rows.reverse();
            model.books.days.take(rows, |a, b| a.day == b.day);
        }
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

fn day(model: &mut Model, number: u64, answer: DayWithInvoices) {
    if let Some(sheet) = &mut model.books.sheet
        && sheet.asked == number
    {
        sheet.row = Some(answer.row);
        sheet.invoices.take(answer.invoices, |a, b| a.id == b.id);
    }
}

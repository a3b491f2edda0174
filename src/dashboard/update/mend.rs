//! What moves money outside of tasks: adjusting, taking back, trying again, closing days. What
//! will happen is told before it does.

use crate::accounting::{AccountAdjust, AccountReverse, LogRow};
use crate::app::{CloseDays, ClosedDays};
use crate::dashboard::effect::{Deed, Delivered, Done, Effect, Rehearsed, Retry};
use crate::dashboard::model::books::Depth;
use crate::dashboard::model::form::{Field, Form, Purpose};
use crate::dashboard::model::overlay::{Confirm, Overlay};
use crate::dashboard::model::{Model, Notice};
use crate::dashboard::update::deeds;
use crate::kernel::day::Day;
use crate::kernel::figures::plural;
use crate::kernel::ids::TransactionId;
use crate::kernel::money::{Currency, Money};
use crate::kernel::name::Who;
use crate::kernel::range::DayWord;

/// Opens the form that adjusts the account of whoever one is on.
pub fn adjust(model: &mut Model) -> Vec<Effect> {
    let popug = model.books.popug().map_or("", |name| name.as_str());
    let fields = vec![
        Field::filled("popug", popug),
        Field::empty("amount"),
        Field::empty("reason"),
    ];
    let at = usize::from(!popug.is_empty());
    let mut form = Form::new(Purpose::Adjust, "Give or take money", fields);
    form.at = at;
    model.overlay = Some(Overlay::Form(form));
    Vec::new()
}

/// Opens the form that takes back the transaction one is on.
pub fn take_back(model: &mut Model) -> Vec<Effect> {
    let log = model.books.log.as_ref();
    let Some((log, row)) = log.and_then(|log| Some((log, log.rows.selected()?))) else {
        return Vec::new();
    };
    let amount = model.locale.currency.show_change(row.amount_cents);
    let kind = row.kind.as_str();
    let title = format!("Reverse {}'s {kind} of {amount}", log.user);
    let fields = vec![Field::empty("reason")];
    let form = Form::new(Purpose::TakeBack(row.id), title, fields);
    model.overlay = Some(Overlay::Form(form));
    Vec::new()
}

/// What was filled in: first it is found out what it would do.
pub fn submit_adjustment(model: &mut Model, form: &mut Form) -> Vec<Effect> {
    let amount_cents = match Money::signed(form.value("amount").trim()) {
        Ok(amount) => amount,
        Err(error) => {
            form.trouble = Some(error.to_string());
            return Vec::new();
        }
    };
    let command = AccountAdjust {
        who: Who::from(form.value("popug").trim().to_owned()),
        amount_cents,
        reason: form.value("reason").to_owned(),
        mends: None,
    };
    deeds::rehearse(model, Deed::Adjust(command))
}

/// What was filled in: first it is found out what it would do.
pub fn submit_reversal(model: &mut Model, form: &Form, id: TransactionId) -> Vec<Effect> {
    let reason = form.value("reason").to_owned();
    deeds::rehearse(model, Deed::Reverse(AccountReverse { id, reason }))
}

/// Asks whether letters and payments shall be tried again.
pub fn ask_to_retry(model: &mut Model) -> Vec<Effect> {
    if model.books.depth() == Depth::Top {
        let day = model.books.days.selected().map(|it| it.day);
        return day.map_or_else(Vec::new, |day| deeds::rehearse(model, Deed::RetryDay(day)));
    }
    let retry = model.books.to_retry();
    let sheet = model.books.sheet.as_ref();
    let Some(invoice) = sheet.and_then(|it| it.invoices.selected()) else {
        return Vec::new();
    };
    let what = match (retry.letters.as_slice(), retry.payments.as_slice()) {
        ([], _) => "pay",
        (_, []) => "mail",
        _ => "pay and mail",
    };
    let amount = model.locale.currency.show(invoice.amount_cents);
    let (id, user) = (invoice.id, &invoice.user);
    model.overlay = Some(Overlay::Confirm(Confirm {
        question: format!("{what} invoice {id} again: {user}, {amount}"),
        deed: Deed::Retry(retry),
        doing: "delivering",
        word: None,
    }));
    Vec::new()
}

/// Every day that has ended.
pub const fn ended() -> CloseDays {
    CloseDays { date: None }
}

/// Today as well.
pub const fn today() -> CloseDays {
    CloseDays {
        date: Some(DayWord::Today),
    }
}

/// What would happen is known: asks for it.
pub fn rehearsed(model: &mut Model, rehearsed: Rehearsed) {
    let currency = &model.locale.currency;
    let confirm = match rehearsed {
        Rehearsed::Reassign(_) | Rehearsed::Leave(..) => return,
        Rehearsed::Adjust(command, row) => {
            let name = String::from(command.who.clone());
            let question = format!("adjust {name}: {}", figures(currency, &row));
            confirm(question, Deed::Adjust(command), "adjusting")
        }
        Rehearsed::Reverse(command, row) => {
            let user = model.books.log.as_ref().map(|it| it.user.as_str());
            let user = user.map_or_else(String::new, |user| format!(" of {user}"));
            let figures = figures(currency, &row);
            let question = format!("reverse transaction {}{user}: {figures}", command.id);
            confirm(question, Deed::Reverse(command), "reversing")
        }
        Rehearsed::Retry(day, retry, amount) => {
            if retry == Retry::default() {
                let text = format!("nothing of {day} can be tried again");
                model.notice = Some(Notice::plain(text));
                return;
            }
            let letters = plural(retry.letters.len(), "letter", "letters");
            let payments = plural(retry.payments.len(), "payment", "payments");
            let amount = currency.show(amount);
            let question = format!("try again of {day}: {letters}, {payments} of {amount}");
            confirm(question, Deed::Retry(retry), "delivering")
        }
        Rehearsed::CloseDays(request, days) => {
            let Some(last) = days.closed.last().map(|it| it.row.day) else {
                let early = request.date.is_some();
                let text = if early {
                    "today is closed already"
                } else {
                    "every day that has ended is closed"
                };
                model.notice = Some(Notice::plain(text));
                return;
            };
            close(currency, &request, &days, last)
        }
    };
    model.overlay = Some(Overlay::Confirm(confirm));
}

const fn confirm(question: String, deed: Deed, doing: &'static str) -> Confirm {
    Confirm {
        question,
        deed,
        doing,
        word: None,
    }
}

/// What is closed then are the days that were rehearsed, whatever the clock says meanwhile.
fn close(currency: &Currency, request: &CloseDays, days: &ClosedDays, last: Day) -> Confirm {
    let early = request.date == Some(DayWord::Today);
    let day = if early { " early" } else { "" };
    let question = format!("close {}{day}: {}", named(days), sums(currency, days));
    let date = Some(DayWord::Date(last));
    let confirm = confirm(question, Deed::CloseDays(CloseDays { date }), "closing");
    Confirm {
        word: early.then(|| ("close", tui_input::Input::default())),
        ..confirm
    }
}

/// `+$12.50 → balance $29.50`.
fn figures(currency: &Currency, row: &LogRow) -> String {
    let amount = currency.show_change(row.amount_cents);
    format!("{amount} → balance {}", currency.show(row.balance_cents))
}

/// `2026-11-23`, or `3 days to 2026-11-23`.
fn named(days: &ClosedDays) -> String {
    match days.closed.as_slice() {
        [] => "no day".to_owned(),
        [one] => one.row.day.to_string(),
        [.., last] => format!("{} days to {}", days.closed.len(), last.row.day),
    }
}

/// `3 payouts of $81.00, management +$24.00, debts $12.00`; the debts are those that are left at
/// the end.
fn sums(currency: &Currency, days: &ClosedDays) -> String {
    let rows = || days.closed.iter().map(|it| &it.row);
    let payouts: i64 = rows().map(|it| it.payouts).sum();
    let payouts = usize::try_from(payouts).unwrap_or_default();
    let payouts = plural(payouts, "payout", "payouts");
    let shown = |sum: Option<Money>, show: fn(&Currency, Money) -> String| {
        sum.map_or_else(|| "more than fits".to_owned(), |sum| show(currency, sum))
    };
    let paid = shown(Money::sum(rows().map(|it| it.paid_cents)), Currency::show);
    let earned = shown(
        Money::sum(rows().map(|it| it.earned_cents)),
        Currency::show_change,
    );
    let debts = rows().next_back().map(|it| it.debts_cents);
    let debts = shown(debts, Currency::show);
    format!("{payouts} of {paid}, management {earned}, debts {debts}")
}

/// What was done.
pub fn told(model: &Model, done: &Done) -> Option<Notice> {
    let currency = &model.locale.currency;
    Some(match done {
        Done::Mended(row) => Notice::good(format!(
            "transaction {}: {}",
            row.id,
            figures(currency, row)
        )),
        Done::Retried(delivered) => with_trouble("tried again".to_owned(), delivered),
        Done::ClosedDays(days, delivered) => {
            let text = format!("closed {}: {}", named(days), sums(currency, days));
            with_trouble(text, delivered)
        }
        Done::Added(_)
        | Done::Edited(_)
        | Done::Closed(_)
        | Done::Reassigned(_)
        | Done::HeardAgain(_)
        | Done::Discarded(_)
        | Done::UserAdded(..)
        | Done::UserSet(..)
        | Done::Enrolled(..) => return None,
    })
}

fn with_trouble(text: String, delivered: &Delivered) -> Notice {
    let paid = (delivered.paid > 0).then(|| plural(delivered.paid, "payment", "payments"));
    let sent = (delivered.sent > 0).then(|| plural(delivered.sent, "letter", "letters"));
    let out: Vec<String> = paid.into_iter().chain(sent).collect();
    let out = out.join(" and ");
    match &delivered.trouble {
        Some(trouble) => Notice::bad(format!("{text}; {trouble}")),
        None if out.is_empty() => Notice::good(text),
        None => Notice::good(format!("{text}; {out} out")),
    }
}

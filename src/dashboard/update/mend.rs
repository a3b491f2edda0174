//! What moves money outside of tasks: adjusting, taking back, trying again, closing days. What
//! will happen is told before it does.

use crate::accounting::{AccountAdjust, AccountReverse, LogRow};
use crate::app::{CloseDays, ClosedDays};
use crate::dashboard::effect::books::{self, DayRetry, Delivered, Retry};
use crate::dashboard::model::books::Depth;
use crate::dashboard::model::form::Field;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Call, Effect, Form, Model, Notice};
use crate::dashboard::update::deeds;
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
    let meaning = |_: &Form| {
        "The amount has a sign: +12.50 is given, -12.50 is taken. The money is management's, \
         the day the open one. What it comes to is told before it is done."
            .into()
    };
    let mut form = Form::new("Give or take money", fields, meaning, (), submit_adjustment);
    form.at = at;
    model.fill_in(form)
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
    let meaning = |_: &Form| {
        "By its exact inverse, into the open day. What it comes to is told before it is done."
            .into()
    };
    model.fill_in(Form::new(title, fields, meaning, row.id, submit_reversal))
}

/// What was filled in: first it is found out what it would do.
fn submit_adjustment(model: &mut Model, form: &mut Form, (): &()) -> Vec<Effect> {
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
    deeds::rehearse(model, Call::rehearse(command, ask_to_adjust))
}

fn ask_to_adjust(model: &mut Model, (command, row): (AccountAdjust, LogRow)) -> Vec<Effect> {
    let name = String::from(command.who.clone());
    let question = format!("adjust {name}: {}", figures(model, &row));
    model.confirm(
        question,
        "adjusting",
        Call::run(command, |model, row| mended(model, &row)),
    )
}

/// What was filled in: first it is found out what it would do.
fn submit_reversal(model: &mut Model, form: &mut Form, id: &TransactionId) -> Vec<Effect> {
    let reason = form.value("reason").to_owned();
    let command = AccountReverse { id: *id, reason };
    deeds::rehearse(model, Call::rehearse(command, ask_to_reverse))
}

fn ask_to_reverse(model: &mut Model, (command, row): (AccountReverse, LogRow)) -> Vec<Effect> {
    let user = model.books.log.as_ref().map(|it| it.user.as_str());
    let user = user.map_or_else(String::new, |user| format!(" of {user}"));
    let figures = figures(model, &row);
    let question = format!("reverse transaction {}{user}: {figures}", command.id);
    model.confirm(
        question,
        "reversing",
        Call::run(command, |model, row| mended(model, &row)),
    )
}

fn mended(model: &mut Model, row: &LogRow) -> Vec<Effect> {
    let text = format!("transaction {}: {}", row.id, figures(model, row));
    model.tell(Notice::good(text))
}

/// `+$12.50 → balance $29.50`.
fn figures(model: &Model, row: &LogRow) -> String {
    let currency = &model.locale.currency;
    let amount = currency.show_change(row.amount_cents);
    format!("{amount} → balance {}", currency.show(row.balance_cents))
}

/// Asks whether letters and payments shall be tried again.
pub fn ask_to_retry(model: &mut Model) -> Vec<Effect> {
    if model.books.depth() == Depth::Top {
        let day = model.books.days.selected().map(|it| it.day);
        return day.map_or_else(Vec::new, |day| {
            deeds::rehearse(model, Call::by(day, books::to_retry, ask_to_retry_day))
        });
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
    let question = format!("{what} invoice {id} again: {user}, {amount}");
    model.confirm(question, "delivering", again(retry))
}

fn ask_to_retry_day(model: &mut Model, of_day: DayRetry) -> Vec<Effect> {
    let DayRetry { day, retry, amount } = of_day;
    if retry == Retry::default() {
        return model.tell(Notice::plain(format!(
            "nothing of {day} can be tried again"
        )));
    }
    let letters = plural(retry.letters.len(), "letter", "letters");
    let payments = plural(retry.payments.len(), "payment", "payments");
    let amount = model.locale.currency.show(amount);
    let question = format!("try again of {day}: {letters}, {payments} of {amount}");
    model.confirm(question, "delivering", again(retry))
}

fn again(retry: Retry) -> Call {
    Call::by(retry, books::retry, |model, delivered| {
        model.tell(with_trouble("tried again".to_owned(), &delivered))
    })
}

/// Finds out what closing every day that has ended would do.
pub fn close_ended(model: &mut Model) -> Vec<Effect> {
    rehearse_close(model, None)
}

/// Finds out what closing today as well would do.
pub fn close_today(model: &mut Model) -> Vec<Effect> {
    rehearse_close(model, Some(DayWord::Today))
}

fn rehearse_close(model: &mut Model, date: Option<DayWord>) -> Vec<Effect> {
    deeds::rehearse(model, Call::rehearse(CloseDays { date }, ask_to_close))
}

/// What is closed then are the days that were rehearsed, whatever the clock says meanwhile.
fn ask_to_close(model: &mut Model, (request, days): (CloseDays, ClosedDays)) -> Vec<Effect> {
    let early = request.date.is_some();
    let Some(last) = days.closed.last().map(|it| it.row.day) else {
        return model.tell(Notice::plain(if early {
            "today is closed already"
        } else {
            "every day that has ended is closed"
        }));
    };
    let how = if early { " early" } else { "" };
    let sums = sums(&model.locale.currency, &days);
    let question = format!("close {}{how}: {sums}", named(&days));
    let date = Some(DayWord::Date(last));
    let close = Call::by(CloseDays { date }, books::close, closed);
    let effects = model.confirm(question, "closing", close);
    if early && let Some(Overlay::Confirm(confirm)) = &mut model.overlay {
        confirm.word = Some(("close", tui_input::Input::default()));
    }
    effects
}

fn closed(model: &mut Model, (days, delivered): (ClosedDays, Delivered)) -> Vec<Effect> {
    let sums = sums(&model.locale.currency, &days);
    let text = format!("closed {}: {sums}", named(&days));
    model.tell(with_trouble(text, &delivered))
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

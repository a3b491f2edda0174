//! Closing days and trying deliveries again: what is due then goes out at once.

use crate::accounting::AccountingError;
use crate::app::{AppError, Caller, CloseDays, ClosedDays, Door, SendDue, ShowDay, Terms};
use crate::dashboard::effect::{Delivered, Retry};
use crate::delivery::{MailRetry, PaymentRetry};
use crate::kernel::day::Day;
use crate::kernel::figures::plural;
use crate::kernel::money::Money;
use crate::kernel::range::DayWord;

/// Closes days, and delivers. A delivery that fails leaves them closed.
pub fn close(
    door: &Door,
    caller: &Caller,
    request: &CloseDays,
) -> Result<(ClosedDays, Delivered), AppError> {
    let closed = door.run(caller, request.clone(), &Terms::default())?;
    Ok((closed, deliver(door, caller)?))
}

/// The letters and payments of a day that have not arrived, and what the payments come to.
pub fn to_retry(door: &Door, caller: &Caller, day: Day) -> Result<(Retry, Money), AppError> {
    let sheet = door.ask(
        caller,
        &ShowDay {
            day: DayWord::Date(day),
        },
    )?;
    let mut retry = Retry::default();
    let mut amounts = Vec::new();
    for invoice in &sheet.invoices {
        retry.add(invoice);
        if retry.payments.last() == Some(&invoice.id) {
            amounts.push(invoice.amount_cents);
        }
    }
    let amount = Money::sum(amounts).ok_or(AccountingError::Totals(day))?;
    Ok((retry, amount))
}

/// Lets letters and payments be due now, and delivers.
pub fn retry(door: &Door, caller: &Caller, retry: Retry) -> Result<Delivered, AppError> {
    let terms = Terms::default();
    let Retry { letters, payments } = retry;
    if !payments.is_empty() {
        door.run(caller, PaymentRetry { ids: payments }, &terms)?;
    }
    if !letters.is_empty() {
        door.run(caller, MailRetry { ids: letters }, &terms)?;
    }
    deliver(door, caller)
}

fn deliver(door: &Door, caller: &Caller) -> Result<Delivered, AppError> {
    let due = door.run(caller, SendDue {}, &Terms::default())?;
    let mut troubles = Vec::new();
    if let Some(refusal) = due.payments_stopped {
        troubles.push(format!("payouts were not paid out: {}", refusal.message));
    }
    if let Some((_, reason)) = due.letters.failed.first() {
        let letters = plural(due.letters.failed.len(), "letter", "letters");
        troubles.push(format!("{letters} not handed over: {reason}"));
    }
    if let Some(refusal) = due.letters_stopped {
        troubles.push(format!("letters were not handed over: {}", refusal.message));
    }
    Ok(Delivered {
        sent: due.letters.sent.len(),
        paid: due.payments.len(),
        trouble: (!troubles.is_empty()).then(|| troubles.join("; ")),
    })
}

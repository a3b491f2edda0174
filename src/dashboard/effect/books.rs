//! Closing days and trying deliveries again: what is due then goes out at once.

use crate::accounting::AccountingError;
use crate::app::{
    AppError, Caller, CloseDays, ClosedDays, Door, PaidInvoice, SendDue, ShowDay, Terms,
};
use crate::delivery::{LetterState, MailRetry, PaymentRetry, PaymentState};
use crate::kernel::day::Day;
use crate::kernel::figures::plural;
use crate::kernel::ids::InvoiceId;
use crate::kernel::money::Money;
use crate::kernel::range::DayWord;

/// Letters and payments that are to be tried again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retry {
    /// The letters.
    pub letters: Vec<InvoiceId>,
    /// The payments.
    pub payments: Vec<InvoiceId>,
}

/// What of a day can be tried again.
#[derive(Clone, Debug)]
pub struct DayRetry {
    /// The day.
    pub day: Day,
    /// The letters and payments that have not arrived.
    pub retry: Retry,
    /// What the payments come to.
    pub amount: Money,
}

/// What became of what was due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// So many letters were handed over.
    pub sent: usize,
    /// So many payments were paid out.
    pub paid: usize,
    /// What went wrong with the rest.
    pub trouble: Option<String>,
}

impl Retry {
    /// Adds what of an invoice has not arrived; what was refused for good is not tried again.
    pub fn add(&mut self, invoice: &PaidInvoice) {
        match invoice.mail {
            Some(LetterState::Pending | LetterState::Dead) => self.letters.push(invoice.id),
            Some(LetterState::Sent) | None => {}
        }
        match invoice.payment {
            Some(PaymentState::Pending) => self.payments.push(invoice.id),
            Some(PaymentState::Processed | PaymentState::Refused) | None => {}
        }
    }
}

/// Closes days, and delivers. A delivery that fails leaves them closed.
pub fn close(
    door: &Door,
    caller: &Caller,
    request: CloseDays,
) -> Result<(ClosedDays, Delivered), AppError> {
    let closed = door.run(caller, request, &Terms::default())?;
    Ok((closed, deliver(door, caller)?))
}

/// Finds out what of a day can be tried again.
pub fn to_retry(door: &Door, caller: &Caller, day: Day) -> Result<DayRetry, AppError> {
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
    Ok(DayRetry { day, retry, amount })
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

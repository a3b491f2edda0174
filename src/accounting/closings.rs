//! The closed days and their invoices compared with the log.

use std::collections::BTreeSet;

use crate::accounting::AccountingError;
use crate::accounting::recount::Recount;
use crate::accounting::sql::days;
use crate::accounting::verdict::{Verdict, difference};
use crate::events::shape::{AccountFinalized, DayClosed};
use crate::events::{self, Event, Heard};
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::money::{Currency, Money};
use crate::kernel::range::Span;
use crate::store::Read;

/// Closed days and invoices, as `day.closed` and `account.finalized` tell them.
#[derive(Default)]
pub struct Closings {
    closed: BTreeSet<Day>,
    invoices: i64,
    /// Of the day that is closed next: how many invoices, and their sum.
    payouts: i64,
    paid: Money,
    wrong: Option<String>,
}

impl Closings {
    /// Compares a closed day or an invoice with its row.
    pub fn take_in(
        &mut self,
        read: &Read<'_>,
        heard: &Heard,
        recount: &mut Recount,
        currency: &Currency,
    ) -> Result<(), AccountingError> {
        let found = match &heard.event {
            Event::AccountFinalized(said) => self.invoice(read, said, currency)?,
            Event::DayClosed(said) => self.day(read, heard, said, recount, currency)?,
            Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::SettingUpdated(_)
            | Event::TaskCreated(_)
            | Event::TaskAssigned(_)
            | Event::TaskUpdated(_)
            | Event::TaskClosed(_)
            | Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_) => None,
        };
        self.wrong = self.wrong.take().or(found);
        Ok(())
    }

    fn invoice(
        &mut self,
        read: &Read<'_>,
        said: &AccountFinalized,
        currency: &Currency,
    ) -> Result<Option<String>, AccountingError> {
        let id = said.invoice;
        self.invoices += 1;
        self.payouts += 1;
        let paid = self.paid.checked_add(said.amount_cents);
        self.paid = paid.ok_or(AccountingError::Totals(said.day))?;
        Ok(match days::invoice(read, id)? {
            None => Some(format!("invoice {id} is missing")),
            Some(found) => (found != *said)
                .then(|| format!("invoice {id}: {}", difference(&found, said, currency))),
        })
    }

    fn day(
        &mut self,
        read: &Read<'_>,
        heard: &Heard,
        said: &DayClosed,
        recount: &mut Recount,
        currency: &Currency,
    ) -> Result<Option<String>, AccountingError> {
        let day = said.day;
        self.closed.insert(day);
        let (earned_cents, debts_cents) = recount.settle(day)?;
        let counted = DayClosed {
            day,
            payouts: std::mem::take(&mut self.payouts),
            paid_cents: std::mem::take(&mut self.paid),
            earned_cents,
            debts_cents,
        };
        let Some(row) = days::closed(read, day)? else {
            return Ok(Some(format!(
                "{day} is missing; event {} closed it",
                heard.seq
            )));
        };
        let found = DayClosed {
            day,
            payouts: row.payouts,
            paid_cents: row.paid_cents,
            earned_cents: row.earned_cents,
            debts_cents: row.debts_cents,
        };
        if found != *said {
            return Ok(Some(format!(
                "{day}: {}",
                difference(&found, said, currency)
            )));
        }
        if counted != *said {
            let what = difference(&counted, said, currency);
            return Ok(Some(format!("{day}, counted anew: {what}")));
        }
        if row.closed_at != Some(heard.at) {
            return Ok(Some(format!(
                "{day}: the log says it was closed at {}",
                heard.at
            )));
        }
        let seal = events::hash_of(read, heard.seq)?;
        Ok((row.seal != seal).then(|| format!("{day}: its seal is not the one of the log")))
    }

    /// Notes what is wrong with one of them.
    pub fn complain(&mut self, wrong: String) {
        self.wrong.get_or_insert(wrong);
    }

    /// Looks for rows that no event tells of.
    pub fn end(self, read: &Read<'_>) -> Result<Verdict, AccountingError> {
        if let Some(wrong) = self.wrong {
            return Ok(Err(wrong));
        }
        if let Some(id) = days::first_invoice_after(read, InvoiceId::new(self.invoices))? {
            return Ok(Err(format!(
                "invoice {id} is one that the log does not tell of"
            )));
        }
        let always = Span {
            from: Day::FIRST,
            to: Day::LAST,
        };
        let closed = days::closed_within(read, always, i64::MAX)?;
        let strange = closed.iter().find(|row| !self.closed.contains(&row.day));
        Ok(match strange {
            Some(row) => Err(format!("{} is closed, but not in the log", row.day)),
            None => Ok(closed.len()),
        })
    }
}

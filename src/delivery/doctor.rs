//! Has every payout its letter and its payment?

use std::collections::BTreeMap;

use crate::delivery::DeliveryError;
use crate::delivery::consumer::{DeliveryConsumer, SETTINGS, invoice};
use crate::delivery::model::{Addressee, Invoice};
use crate::delivery::sql::{self, letters, payments};
use crate::events::{Event, EventName, Heard, Told, each_piece_of, offset_of};
use crate::kernel::finding::{Finding, counted};
use crate::kernel::ids::InvoiceId;
use crate::store::{Read, StoreError};

const CHECK: &str = "deliveries";
const HINT: &str = "look at `popug event dead list`, and compare with `popug mail list`, \
                    `popug payment list` and a backup";
const GIVEN_UP: &str = "see `popug mail list` and `popug payment list` for the reasons";

/// Compares the queues with every `account.finalized` that delivery has heard.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, DeliveryError> {
    let through = offset_of(read, DeliveryConsumer::NAME)?;
    let mut queues = Queues::default();
    each_piece_of(read, &[EventName::AccountFinalized], |piece| {
        let heard = piece.iter().filter(|it| it.seq <= through);
        queues.compare(read, heard)
    })?;
    let payouts = queues.payouts;
    let wrong = queues.end(read)?;
    let mut findings: Vec<Finding> = wrong
        .into_iter()
        .filter_map(|(what, id)| {
            let detail = format!("{what} {} is not that of the log", id?);
            Some(Finding::failure(CHECK, detail, HINT))
        })
        .collect();

    findings.extend(copies(read)?);

    let (dead, refused) = sql::given_up(read)?;
    if dead > 0 || refused > 0 {
        let detail = format!("{dead} letters are dead, {refused} payments refused");
        findings.push(Finding::warning(CHECK, detail, GIVEN_UP));
    }
    if findings.is_empty() {
        let payouts = counted(payouts, "payout", "payouts");
        let detail = format!("{payouts}, each with letter and payment");
        findings.push(Finding::fine(CHECK, detail));
    }
    Ok(findings)
}

/// A letter goes where the copy of its popug says, and money where the copies of settings say.
fn copies(read: &Read<'_>) -> Result<Vec<Finding>, StoreError> {
    let told = Told::to(read, DeliveryConsumer::NAME)?;
    let popug = told.popug(sql::users(read)?, |it| Addressee {
        name: it.name.clone(),
        email: it.email.clone(),
        full_name: it.full_name.clone(),
    });
    let setting = told.setting(sql::settings(read)?, &SETTINGS);
    Ok(popug.into_iter().chain(setting).collect())
}

/// Both queues, held against the log a piece at a time. Invoices are numbered as they are told.
struct Queues {
    payouts: usize,
    last: InvoiceId,
    letter: Option<InvoiceId>,
    payment: Option<InvoiceId>,
}

impl Default for Queues {
    fn default() -> Self {
        Self {
            payouts: 0,
            last: InvoiceId::new(0),
            letter: None,
            payment: None,
        }
    }
}

impl Queues {
    fn compare<'h>(
        &mut self,
        read: &Read<'_>,
        heard: impl Iterator<Item = &'h Heard>,
    ) -> Result<(), DeliveryError> {
        let mut told = BTreeMap::new();
        for heard in heard {
            if let Event::AccountFinalized(it) = &heard.event {
                told.insert(it.invoice, invoice(it, heard));
            }
        }
        let Some(last) = told.keys().next_back().copied() else {
            return Ok(());
        };
        let span = (InvoiceId::new(self.last.get().saturating_add(1)), last);
        let letter = first_unequal(letters::invoices_between(read, span)?, &told);
        let payment = first_unequal(payments::invoices_between(read, span)?, &told);
        self.letter = self.letter.or(letter);
        self.payment = self.payment.or(payment);
        self.payouts += told.len();
        self.last = last;
        Ok(())
    }

    /// What is wrong with each, rows that no event tells of included.
    fn end(self, read: &Read<'_>) -> Result<[(&'static str, Option<InvoiceId>); 2], StoreError> {
        let letter = letters::first_behind(read, self.last)?;
        let payment = payments::first_behind(read, self.last)?;
        Ok([
            ("letter", self.letter.or(letter)),
            ("payment", self.payment.or(payment)),
        ])
    }
}

/// The first invoice that only one side has, or that differs. `found` is in order.
fn first_unequal(
    found: Vec<Invoice>,
    finalized: &BTreeMap<InvoiceId, Invoice>,
) -> Option<InvoiceId> {
    let mut finalized = finalized.values();
    for invoice in found {
        match finalized.next() {
            Some(wanted) if *wanted == invoice => {}
            Some(wanted) => return Some(invoice.id.min(wanted.id)),
            None => return Some(invoice.id),
        }
    }
    finalized.next().map(|invoice| invoice.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::{NOW, finalized, told, user};
    use crate::kernel::finding::Level;
    use crate::store::testing::{Scratch, stamp};

    fn company() -> Scratch {
        let scratch = Scratch::new();
        told(&scratch, &[user(1, "kesha"), user(2, "gosha")]);
        told(&scratch, &[finalized(1, 1_700), finalized(2, 900)]);
        scratch
    }

    fn examined(change: &str) -> (Level, String) {
        let scratch = company();
        let changed = scratch.store.write(&stamp(NOW), |tx| {
            let sql: &'static str = Box::leak(change.to_owned().into_boxed_str());
            tx.execute(sql, &[])
        });
        changed.expect("changed");
        let findings = scratch.store.read(examine).expect("examined");
        let [finding] = findings.try_into().expect("one finding");
        assert_eq!(finding.check, "deliveries");
        (finding.level, finding.detail)
    }

    #[test]
    fn every_payout_has_its_letter_and_its_payment() {
        let (level, detail) = examined("UPDATE delivery_letter SET attempts = attempts + 1");
        assert_eq!(level, Level::Ok);
        assert_eq!(detail, "2 payouts, each with letter and payment");
    }

    #[test]
    fn what_is_missing_changed_or_made_up_is_found() {
        for (change, found) in [
            (
                "DELETE FROM delivery_letter WHERE invoice_id = 1",
                "letter 1 is not that of the log",
            ),
            (
                "UPDATE delivery_payment SET amount_cents = 90000 WHERE invoice_id = 2",
                "payment 2 is not that of the log",
            ),
            (
                "INSERT INTO delivery_payment
                     (invoice_id, day, user_id, transaction_id, amount_cents, finalized_at,
                      state, attempts, next_at)
                 VALUES (3, '2026-11-22', 1, 103, 1, 0, 'pending', 0, 0)",
                "payment 3 is not that of the log",
            ),
        ] {
            let (level, detail) = examined(change);
            assert_eq!((level, detail.as_str()), (Level::Fail, found));
        }
    }

    #[test]
    fn what_was_given_up_is_worth_a_warning() {
        let dead = "UPDATE delivery_letter SET state = 'dead', next_at = NULL";
        let (level, detail) = examined(dead);
        assert_eq!(level, Level::Warn);
        assert_eq!(detail, "2 letters are dead, 0 payments refused");
    }
}

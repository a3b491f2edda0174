//! Has every payout its letter and its payment?

use std::collections::BTreeMap;

use crate::delivery::DeliveryError;
use crate::delivery::consumer::{DeliveryConsumer, invoice};
use crate::delivery::model::{Addressee, Invoice};
use crate::delivery::sql::{self, letters, payments};
use crate::events::{Event, EventName, Told, each_of, offset_of};
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
    let mut finalized = BTreeMap::new();
    each_of::<DeliveryError>(read, &[EventName::AccountFinalized], |heard| {
        if let Event::AccountFinalized(it) = &heard.event
            && heard.seq <= through
        {
            finalized.insert(it.invoice, invoice(it, &heard));
        }
        Ok(())
    })?;

    let of_letters = first_unequal(letters::invoices(read)?, &finalized);
    let of_payments = first_unequal(payments::invoices(read)?, &finalized);
    let wrong = [("letter", of_letters), ("payment", of_payments)];
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
        let payouts = counted(finalized.len(), "payout", "payouts");
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
    let setting = told.setting(&sql::settings(read)?);
    Ok(popug.into_iter().chain(setting).collect())
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

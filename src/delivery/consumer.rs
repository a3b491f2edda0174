//! What delivery hears, and what follows at once.

use std::collections::BTreeMap;

use crate::delivery::message;
use crate::delivery::model::{Addressee, Invoice, PaymentState};
use crate::delivery::sql::{self, letters, payments};
use crate::delivery::target::{PaymentTarget, PaymentTargetError};
use crate::events::shape::{AccountFinalized, Outcome, TransactionProcessed};
use crate::events::{Append, Consumer, Event, EventName, Failure, Heard};
use crate::kernel::ids::{Seq, UserId};
use crate::kernel::name::UserName;
use crate::store::{Read, StoreError, Write};

/// The settings that delivery keeps.
pub const SETTINGS: [&str; 5] = ["mail", "mail_from", "payments", "currency", "timezone"];

/// Delivery as a consumer of the log.
#[derive(Clone, Copy, Debug)]
pub struct DeliveryConsumer;

impl DeliveryConsumer {
    /// The name under which its offset is kept.
    pub const NAME: &'static str = "delivery";
}

impl Consumer for DeliveryConsumer {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn hears(&self, name: EventName) -> bool {
        match name {
            EventName::UserCreated
            | EventName::UserUpdated
            | EventName::SettingUpdated
            | EventName::AccountFinalized => true,
            EventName::TaskCreated
            | EventName::TaskAssigned
            | EventName::TaskUpdated
            | EventName::TaskClosed
            | EventName::TaskPriced
            | EventName::TransactionCreated
            | EventName::TransactionProcessed
            | EventName::DayClosed => false,
        }
    }

    fn hear(&self, tx: &mut Write<'_>, events: &[&Heard]) -> Result<(), Failure> {
        let mut batch = Batch::begin(tx)?;
        for heard in events {
            batch.hear(heard);
        }
        batch.keep(tx)
    }
}

/// What a batch of events comes to.
struct Batch {
    /// How payouts are paid, and the domain of letters, at this place in the log.
    way: Way,
    users: BTreeMap<UserId, Addressee>,
    settings: BTreeMap<&'static str, String>,
    invoices: Vec<(Seq, Invoice, Way)>,
}

#[derive(Clone)]
struct Way {
    payment: PaymentState,
    domain: String,
}

impl Batch {
    fn begin(read: &Read<'_>) -> Result<Self, StoreError> {
        let kept = sql::kept(read)?;
        let payments: Option<String> = kept.get("payments")?;
        let from: Option<String> = kept.get("mail_from")?;
        Ok(Self {
            way: Way {
                payment: payments
                    .as_deref()
                    .map_or(PaymentState::Processed, payment_by),
                domain: message::domain_of(from.as_deref().unwrap_or_default()),
            },
            users: BTreeMap::new(),
            settings: BTreeMap::new(),
            invoices: Vec::new(),
        })
    }

    fn hear(&mut self, heard: &Heard) {
        match &heard.event {
            Event::UserCreated(it) => {
                self.meet(it.user, &it.name, &it.email, it.full_name.as_deref());
            }
            Event::UserUpdated(it) => {
                self.meet(it.user, &it.name, &it.email, it.full_name.as_deref());
            }
            Event::SettingUpdated(it) => self.set(&it.key, &it.value),
            Event::AccountFinalized(it) => {
                let queued = (heard.seq, invoice(it, heard), self.way.clone());
                self.invoices.push(queued);
            }
            Event::TaskCreated(_)
            | Event::TaskAssigned(_)
            | Event::TaskUpdated(_)
            | Event::TaskClosed(_)
            | Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_)
            | Event::DayClosed(_) => {}
        }
    }

    fn meet(&mut self, id: UserId, name: &UserName, email: &str, full_name: Option<&str>) {
        let addressee = Addressee {
            name: name.clone(),
            email: email.to_owned(),
            full_name: full_name.map(str::to_owned),
        };
        self.users.insert(id, addressee);
    }

    fn set(&mut self, key: &str, value: &str) {
        let Some(key) = SETTINGS.into_iter().find(|it| *it == key) else {
            return;
        };
        match key {
            "payments" => self.way.payment = payment_by(value),
            "mail_from" => self.way.domain = message::domain_of(value),
            _ => {}
        }
        self.settings.insert(key, value.to_owned());
    }

    fn keep(self, tx: &mut Write<'_>) -> Result<(), Failure> {
        sql::put_users(tx, &self.users)?;
        for (key, value) in &self.settings {
            sql::put_setting(tx, key, value)?;
        }
        let now = tx.now();
        let queued = || self.invoices.iter();
        let queue = queued().map(|(_, invoice, way)| (invoice, way.domain.as_str()));
        letters::insert(tx, queue, now)?;
        let paid = queued().map(|(_, invoice, way)| (invoice, way.payment));
        payments::insert(tx, paid, now)?;

        let over = queued().filter(|(_, _, way)| way.payment == PaymentState::Processed);
        let over = over.map(|(seq, invoice, _)| {
            let processed = TransactionProcessed {
                transaction: invoice.transaction,
                outcome: Outcome::Processed,
                reference: None,
            };
            (processed.into(), Some(*seq))
        });
        tx.append_many(over.collect::<Vec<_>>())?;
        Ok(())
    }
}

/// A payout waits for a gateway, whether this program knows it or not.
fn payment_by(gateway: &str) -> PaymentState {
    match gateway.parse() {
        Ok(PaymentTarget::Nowhere) => PaymentState::Processed,
        Err(PaymentTargetError) => PaymentState::Pending,
    }
}

/// The invoice that an event tells of.
pub fn invoice(it: &AccountFinalized, heard: &Heard) -> Invoice {
    Invoice {
        id: it.invoice,
        day: it.day,
        user: it.user,
        transaction: it.transaction,
        amount: it.amount_cents,
        finalized_at: heard.at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::{NOW, day, finalized, moved_away, setting, told, user};
    use crate::delivery::{LetterState, due_letters, states};
    use crate::events::{Budget, catch_up, each_heard};
    use crate::store::testing::{Scratch, moment, stamp};

    fn processed(scratch: &Scratch) -> Vec<TransactionProcessed> {
        let mut found = Vec::new();
        let heard = scratch.store.read(|read| {
            each_heard::<StoreError>(read, |heard| {
                if let Event::TransactionProcessed(it) = heard.event {
                    found.push(it);
                }
                Ok(())
            })
        });
        heard.expect("a log");
        found
    }

    fn payments(scratch: &Scratch) -> Vec<PaymentState> {
        let states = scratch.store.read(|read| states(read, day()));
        let states = states.expect("states");
        assert!(states.iter().all(|it| it.mail == LetterState::Pending));
        states.into_iter().map(|it| it.payment).collect()
    }

    #[test]
    fn without_a_gateway_a_payout_is_processed_at_once() {
        let scratch = Scratch::new();
        told(&scratch, &[user(1, "kesha"), finalized(1, 1_700)]);
        assert_eq!(payments(&scratch), [PaymentState::Processed]);
        let [told] = processed(&scratch).try_into().expect("one event");
        assert_eq!(told.transaction.get(), 101);
        assert_eq!(told.outcome, Outcome::Processed);
        let cause = scratch.store.read(|read| {
            let sql = "SELECT cause FROM events_log WHERE name = 'transaction.processed'";
            read.one(sql, &[], crate::store::columns::<i64>)
        });
        assert_eq!(cause.expect("a cause"), 2);
    }

    #[test]
    fn the_gateway_of_the_moment_counts_even_within_a_batch() {
        let scratch = Scratch::new();
        told(
            &scratch,
            &[
                finalized(1, 1_700),
                setting("payments", "https://bank.example"),
                finalized(2, 100),
            ],
        );
        told(&scratch, &[finalized(3, 200), setting("payments", "none")]);
        told(&scratch, &[finalized(4, 300)]);
        let (now, later) = (PaymentState::Processed, PaymentState::Pending);
        assert_eq!(payments(&scratch), [now, later, later, now]);
        assert_eq!(processed(&scratch).len(), 2);
    }

    #[test]
    fn nothing_is_queued_twice_when_there_is_nothing_new_to_hear() {
        let scratch = Scratch::new();
        told(&scratch, &[finalized(1, 1_700)]);
        told(&scratch, &[]);
        let consumers: [&dyn Consumer; 1] = [&DeliveryConsumer];
        catch_up(&scratch.store, &stamp(NOW), &consumers, Budget::Whole).expect("quiet");
        assert_eq!(payments(&scratch).len(), 1);
        assert_eq!(processed(&scratch).len(), 1);
    }

    #[test]
    fn a_popug_that_left_is_written_to_where_it_lives_now() {
        let scratch = Scratch::new();
        let from = setting("mail_from", "popug@uberpopug.example");
        told(&scratch, &[from, finalized(1, 1_700)]);
        let due = || {
            let due = scratch
                .store
                .read(|read| due_letters(read, moment(NOW), 10));
            due.expect("letters")
        };
        // Nothing is known of the popug yet, so there is nobody to write to.
        assert!(due().is_empty());
        told(&scratch, &[user(1, "kesha"), moved_away(1, "kesha")]);
        told(&scratch, &[setting("mail_from", "popug@other.example")]);
        let [letter] = due().try_into().expect("one letter");
        assert_eq!(letter.email, "kesha@elsewhere.example");
        assert_eq!(letter.full_name.as_deref(), Some("Kesha the Bold"));
        assert_eq!(letter.domain, "uberpopug.example");
    }
}

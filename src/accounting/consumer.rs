//! What accounting hears: popugs, settings, tasks, and what became of payouts.

use crate::accounting::batch::Batch;
use crate::events::{Consumer, EventName, Failure, Heard};
use crate::store::Write;

/// The consumer of accounting: prices tasks, charges fees, credits rewards, takes refused payouts
/// back. Hearing an event again changes nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Accounting;

impl Accounting {
    /// The consumer's name.
    pub const NAME: &'static str = "accounting";
}

impl Consumer for Accounting {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn hears(&self, name: EventName) -> bool {
        match name {
            EventName::UserCreated
            | EventName::UserUpdated
            | EventName::SettingUpdated
            | EventName::TaskCreated
            | EventName::TaskAssigned
            | EventName::TaskUpdated
            | EventName::TaskClosed
            | EventName::TransactionProcessed => true,
            EventName::TaskPriced
            | EventName::TransactionCreated
            | EventName::AccountFinalized
            | EventName::DayClosed => false,
        }
    }

    fn hear(&self, tx: &mut Write<'_>, events: &[&Heard]) -> Result<(), Failure> {
        let mut batch = Batch::begin(tx, events)?;
        for heard in events {
            batch.take_in(tx, heard)?;
        }
        batch.finish(tx)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::sql::{self, ledger as rows};
    use crate::accounting::testing::{Books, ISKRA, KESHA, assigned, cents, closed, created, day};
    use crate::events::shape::{
        Outcome, Party, TaskUpdated, TransactionKind, TransactionProcessed,
    };
    use crate::kernel::ids::{TaskId, TransactionId, UserId};
    use crate::kernel::money::Money;
    use crate::store::testing::stamp;

    const MORNING: &str = "2026-11-02T09:00:00Z";

    fn refused(payout: i64) -> TransactionProcessed {
        TransactionProcessed {
            transaction: TransactionId::new(payout),
            outcome: Outcome::Refused,
            reference: Some("no such nest".to_owned()),
        }
    }

    fn amounts(books: &Books) -> Vec<(TransactionKind, Money)> {
        let all = books.transactions().into_iter();
        all.map(|it| (it.kind, it.amount_cents)).collect()
    }

    #[test]
    fn a_task_is_priced_once_and_charged_at_every_assignment() {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        books.set("fee_max", "90");
        books.say(MORNING, assigned(1, KESHA));
        books.say(MORNING, assigned(1, ISKRA));
        books.finish(MORNING, 1, ISKRA);

        let fee = (TransactionKind::Fee, cents(1_000));
        let reward = (TransactionKind::Reward, cents(3_000));
        assert_eq!(amounts(&books), [fee, fee, fee, reward]);
        assert_eq!(
            (books.balance(KESHA), books.balance(ISKRA)),
            (-2_000, 2_000)
        );
        let log = books.log().into_iter();
        let priced = log.filter(|heard| heard.event.name() == EventName::TaskPriced);
        assert_eq!(priced.count(), 1);
    }

    #[test]
    fn money_says_what_the_task_was_called_then_and_who_acted() {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        let update = TaskUpdated {
            task: TaskId::new(1),
            ticket: None,
            title: "Oil it well".to_owned(),
            description: None,
        };
        books.say(MORNING, update);
        books.finish(MORNING, 1, KESHA);

        let all = books.transactions();
        let titles: Vec<_> = all.iter().map(|it| it.title.as_deref()).collect();
        assert_eq!(titles, [Some("Oil perch 1"), Some("Oil it well")]);
        assert_eq!(all[1].ticket, None);
        let row = books
            .store()
            .read(|read| rows::by_id(read, all[1].transaction));
        let row = row.expect("read").expect("a row");
        assert_eq!(
            (row.actor.as_str(), row.key.as_str()),
            ("system", "reward/1")
        );
        assert_eq!(
            (row.to_balance, row.from_balance),
            (cents(2_000), cents(-2_000))
        );
    }

    #[test]
    fn hearing_an_event_again_changes_nothing() {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        books.finish(MORNING, 1, KESHA);
        let before = (books.log(), books.balance(KESHA));

        let mut again = books.log();
        again.retain(|heard| Accounting.hears(heard.event.name()));
        let heard = books.store().write(&stamp(MORNING), |tx| {
            Accounting.hear(tx, &again.iter().collect::<Vec<_>>())
        });

        heard.expect("hears");
        assert_eq!((books.log(), books.balance(KESHA)), before);
    }

    #[test]
    fn what_cannot_be_priced_or_charged_is_put_aside_with_the_reason() {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        books.finish(MORNING, 1, KESHA);
        books.say(MORNING, closed(1, KESHA));
        books.say(MORNING, assigned(7, KESHA));
        books.say(MORNING, created(1));
        books.assign(MORNING, 2, UserId::new(99));
        books.set("fee_min", "50");
        books.assign(MORNING, 3, KESHA);

        assert_eq!(
            books.dead(),
            [
                "task 1 has earned its reward already",
                "task 7 has no price",
                "popug 99 has no account",
                "no fee can be drawn from 50 to 10 whole units",
            ]
        );
        assert_eq!(amounts(&books).len(), 2);
    }

    #[test]
    fn a_balance_never_wraps() {
        let books = Books::open();
        let huge = (i64::MAX / 100).to_string();
        books.set("fee_max", &huge);
        books.set("fee_min", &huge);
        books.assign(MORNING, 1, KESHA);
        books.say(MORNING, assigned(1, KESHA));
        books.hear();
        assert_eq!(books.dead(), ["the balance of popug 1 does not fit"]);
        assert_eq!(amounts(&books).len(), 1);
    }

    #[test]
    fn the_books_begin_on_the_local_date_of_the_first_time_zone() {
        let books = Books::in_zone("Pacific/Pago_Pago");
        books.set("timezone", "UTC");
        books.hear();
        let first = books.store().read(sql::first_day);
        assert_eq!(first.expect("read"), Some(day("2026-11-01")));
    }

    #[test]
    fn a_clock_before_the_first_day_counts_as_the_first_day() {
        let books = Books::open();
        books.assign("2026-10-01T12:00:00Z", 1, KESHA);
        assert_eq!(books.transactions()[0].day, day("2026-11-02"));
    }

    #[test]
    fn a_refused_payout_comes_back_into_the_open_day_once() {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        books.finish(MORNING, 1, KESHA);
        books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        assert_eq!(books.balance(KESHA), 0);

        books.say("2026-11-03T00:10:00Z", refused(3));
        books.say("2026-11-03T00:11:00Z", refused(3));
        books.say("2026-11-03T00:12:00Z", refused(1));
        books.hear();

        assert_eq!(books.balance(KESHA), 2_000);
        let back = books.transactions().pop().expect("a reversal");
        assert_eq!(back.kind, TransactionKind::Reversal);
        assert_eq!((back.from, back.to), (Party::Bank, Party::User(KESHA)));
        assert_eq!(
            (back.day, back.mends),
            (day("2026-11-03"), Some(TransactionId::new(3)))
        );
        let memo = back.memo.expect("a memo");
        assert_eq!(memo, "the payment was refused: no such nest");
        assert_eq!(books.dead(), ["transaction 1 is no payout"]);
    }
}

//! Mending mistakes: adjustments and reversals, never of what was posted, always by more.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::consumer::Accounting;
use crate::accounting::ledger::{Ledger, Origin, Posting};
use crate::accounting::model::{LARGEST_ADJUSTMENT, Settings};
use crate::accounting::requests::whose;
use crate::accounting::sql::ledger::{self as rows, Transaction};
use crate::accounting::sql::{self, User};
use crate::accounting::statement::LogRow;
use crate::events::shape::{Party, TransactionKind};
use crate::kernel::actor::Actor;
use crate::kernel::ids::{TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::text;
use crate::store::{Asker, Command, Read, Write};

/// The longest reason, in characters.
const REASON: usize = 200;

/// Gives a popug money of management's, or takes it, into the open day.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountAdjust {
    /// Whose account.
    pub who: Who,
    /// Above zero it is given, below it is taken.
    pub amount_cents: Money,
    /// Why, in words.
    pub reason: String,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
}

impl Command for AccountAdjust {
    type Answer = LogRow;
    type Error = AccountingError;
    const UP_TO_DATE: &'static [&'static str] = &[Accounting::NAME];

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<LogRow, AccountingError> {
        let user = whose::popug(tx, asker, &self.who)?;
        check_not_own(&asker.actor, user.id)?;
        let memo = text::one_line("a reason", &self.reason, REASON)?;
        let mended = self.mended(tx, &user)?;

        let popug = Party::User(user.id);
        let amount = self.size()?;
        let (from, to) = match self.amount_cents.cents() {
            1.. => (Party::Management, popug),
            0 => return Err(AccountingError::NoAmount),
            _ => (popug, Party::Management),
        };
        let mut ledger = Ledger::default();
        let posting = Posting {
            origin: origin(tx, &mut ledger)?,
            kind: TransactionKind::Adjustment,
            key: format!("adjustment/{}", ledger.next_id(tx)?),
            from,
            to,
            amount,
            task: mended.as_ref().and_then(|it| it.task.clone()),
            memo: Some(memo),
            mends: mended.map(|it| it.id),
        };
        let id = ledger.post(tx, posting)?;
        ledger.flush(tx)?;
        posted(tx, user.id, id)
    }
}

impl AccountAdjust {
    /// How much moves, whichever way; not so much that balances lack room for what follows.
    fn size(&self) -> Result<Money, AccountingError> {
        let size = self.amount_cents.cents().checked_abs();
        let size = size.map(Money::from_cents);
        size.filter(|it| Money::from_units(LARGEST_ADJUSTMENT).is_some_and(|most| *it <= most))
            .ok_or(AccountingError::TooMuch {
                most: LARGEST_ADJUSTMENT,
            })
    }

    /// What it mends must have touched the account that it adjusts.
    fn mended(&self, read: &Read<'_>, user: &User) -> Result<Option<Transaction>, AccountingError> {
        let Some(id) = self.mends else {
            return Ok(None);
        };
        let mended = rows::by_id(read, id)?;
        let mended = mended.ok_or(AccountingError::UnknownTransaction(id))?;
        let account = whose::account(read, user.id)?.id;
        if mended.from != account && mended.to != account {
            return Err(AccountingError::NotOfAccount {
                transaction: id,
                user: user.name.clone(),
            });
        }
        Ok(Some(mended))
    }
}

/// Takes a transaction back by its exact inverse, once, into the open day.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountReverse {
    /// The transaction.
    pub id: TransactionId,
    /// Why, in words.
    pub reason: String,
}

impl Command for AccountReverse {
    type Answer = LogRow;
    type Error = AccountingError;
    const UP_TO_DATE: &'static [&'static str] = &[Accounting::NAME];

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<LogRow, AccountingError> {
        let wrong = rows::by_id(tx, self.id)?;
        let wrong = wrong.ok_or(AccountingError::UnknownTransaction(self.id))?;
        let from = sql::account_by_id(tx, wrong.from)?.party;
        let to = sql::account_by_id(tx, wrong.to)?.party;
        let user = popug_of(from, to).ok_or(AccountingError::UnknownTransaction(self.id))?;
        check_not_own(&asker.actor, user)?;
        if wrong.kind == TransactionKind::Reversal {
            return Err(AccountingError::IsReversal(self.id));
        }
        let memo = text::one_line("a reason", &self.reason, REASON)?;
        let mut ledger = Ledger::default();
        let key = format!("reversal/{}", self.id);
        if let Some(by) = ledger.posted(tx, &key)? {
            let transaction = self.id;
            return Err(AccountingError::ReversedAlready { transaction, by });
        }
        let posting = Posting {
            origin: origin(tx, &mut ledger)?,
            kind: TransactionKind::Reversal,
            key,
            from: to,
            to: from,
            amount: wrong.amount,
            task: wrong.task,
            memo: Some(memo),
            mends: Some(self.id),
        };
        let id = ledger.post(tx, posting)?;
        ledger.flush(tx)?;
        posted(tx, user, id)
    }
}

/// Every transaction has a popug on one of its ends.
fn popug_of(from: Party, to: Party) -> Option<UserId> {
    match (from, to) {
        (Party::User(user), _) | (_, Party::User(user)) => Some(user),
        (Party::Management | Party::Bank, Party::Management | Party::Bank) => None,
    }
}

fn check_not_own(actor: &Actor, user: UserId) -> Result<(), AccountingError> {
    if actor.is_own_account(user) {
        return Err(AccountingError::OwnAccount);
    }
    Ok(())
}

/// What is mended by hand is mended now, by whoever asks.
pub fn origin(tx: &Write<'_>, ledger: &mut Ledger) -> Result<Origin, AccountingError> {
    let zone = Settings::new(sql::settings(tx)?).zone()?;
    Ok(Origin {
        at: tx.now(),
        day: ledger.business_day(tx, zone, tx.now())?,
        actor: tx.actor().to_string(),
        cause: tx.cause(),
    })
}

fn posted(read: &Read<'_>, user: UserId, id: TransactionId) -> Result<LogRow, AccountingError> {
    let account = whose::account(read, user)?.id;
    let entry = rows::by_id(read, id)?.and_then(|row| row.seen_by(account));
    let mut entry = entry.ok_or(AccountingError::UnknownTransaction(id))?;
    if let Some(task) = &entry.task {
        entry.description = sql::description(read, task.id)?;
    }
    Ok(LogRow::from(entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, cents, day, popug};
    use crate::kernel::role::Role;

    const NOON: &str = "2026-11-03T12:00:00Z";

    /// Kesha was paid 20 dollars on Monday; Bert and Iskra owe 10 each.
    fn books() -> Books {
        let books = Books::open();
        for (task, popug) in [(1, KESHA), (2, ISKRA), (3, BERT)] {
            books.assign("2026-11-02T09:00:00Z", task, popug);
        }
        books.finish("2026-11-02T10:00:00Z", 1, KESHA);
        books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        books
    }

    fn adjust(
        books: &Books,
        who: &str,
        amount: i64,
        mends: Option<i64>,
    ) -> Result<LogRow, AccountingError> {
        let adjust = AccountAdjust {
            who: Who::from(who.to_owned()),
            amount_cents: cents(amount),
            reason: "a broken egg cup".to_owned(),
            mends: mends.map(TransactionId::new),
        };
        books.run(&adjust, popug(BERT, Role::Accountant), NOON)
    }

    fn reverse(books: &Books, id: i64) -> Result<LogRow, AccountingError> {
        let reverse = AccountReverse {
            id: TransactionId::new(id),
            reason: "charged by mistake".to_owned(),
        };
        books.run(&reverse, popug(BERT, Role::Accountant), NOON)
    }

    #[test]
    fn an_adjustment_gives_or_takes_with_a_reason() {
        let books = books();
        let given = adjust(&books, "kesha", 1_250, None).expect("adjusted");
        assert_eq!(
            (given.amount_cents, given.balance_cents),
            (cents(1_250), cents(1_250))
        );
        assert_eq!(
            (given.kind, given.day),
            (TransactionKind::Adjustment, day("2026-11-03"))
        );
        assert_eq!(given.memo.as_deref(), Some("a broken egg cup"));
        assert_eq!(given.actor, "bert");
        let taken = adjust(&books, "iskra", -250, Some(2)).expect("adjusted");
        assert_eq!(
            (taken.amount_cents, taken.balance_cents),
            (cents(-250), cents(-1_250))
        );
        assert_eq!(taken.mends, Some(TransactionId::new(2)));
    }

    #[test]
    fn an_adjustment_that_makes_no_sense_is_refused() {
        let books = books();
        let refused = [
            adjust(&books, "kesha", 0, None),
            adjust(&books, "kesha", 100, Some(99)),
            adjust(&books, "kesha", 100, Some(2)),
            adjust(&books, "kesha", i64::MIN, None),
            adjust(&books, "polly", 100, None),
        ];
        let refused = refused.map(|it| it.expect_err("refused").to_string());
        assert_eq!(
            refused,
            [
                "an adjustment of nothing mends nothing",
                "there is no transaction 99",
                "transaction 2 did not touch the account of kesha",
                "an adjustment moves at most 1000000000 whole units, either way",
                "there is no popug 'polly'",
            ]
        );
    }

    #[test]
    fn an_adjustment_has_its_largest_amount_either_way() {
        let books = books();
        let most = 100_000_000_000;
        for too_much in [most + 1, -most - 1, i64::MAX] {
            let refused = adjust(&books, "kesha", too_much, None).expect_err("refused");
            assert!(matches!(refused, AccountingError::TooMuch { .. }));
        }
        let given = adjust(&books, "kesha", most, None).expect("adjusted");
        assert_eq!(given.balance_cents, cents(most));
        let taken = adjust(&books, "kesha", -most, None).expect("adjusted");
        assert_eq!(taken.balance_cents, cents(0));
    }

    #[test]
    fn a_reversal_is_the_exact_inverse_once_and_never_of_a_reversal() {
        let books = books();
        let back = reverse(&books, 2).expect("reversed");
        assert_eq!(
            (back.amount_cents, back.balance_cents),
            (cents(1_000), cents(0))
        );
        assert_eq!(back.task.map(|it| it.id.get()), Some(2));
        let again = reverse(&books, 2).expect_err("once");
        assert_eq!(
            again.to_string(),
            "transaction 2 is reversed already, by transaction 6"
        );
        let back = reverse(&books, back.id.get()).expect_err("never");
        assert!(matches!(back, AccountingError::IsReversal(_)));

        let payout = reverse(&books, 5).expect("reversed");
        assert_eq!(
            (payout.amount_cents, books.balance(KESHA)),
            (cents(2_000), 2_000)
        );
        assert!(reverse(&books, 99).is_err());
    }

    #[test]
    fn nobody_mends_the_own_account() {
        let books = books();
        let head = books.store().head().expect("a head");
        for refused in [
            adjust(&books, "me", 100, None),
            adjust(&books, "bert", 100, None),
            reverse(&books, 3),
        ] {
            assert!(matches!(refused, Err(AccountingError::OwnAccount)));
        }
        assert_eq!(books.store().head().expect("a head"), head);
    }

    #[test]
    fn mending_is_no_earning_of_anybody() {
        let books = books();
        adjust(&books, "kesha", 1_250, None).expect("adjusted");
        reverse(&books, 2).expect("reversed");
        let sheet = books
            .store()
            .read(|read| crate::accounting::day_show(read, day("2026-11-03")));
        assert_eq!(sheet.expect("a day").row.earned_cents, Money::ZERO);
        let found = books
            .store()
            .read(crate::accounting::examine)
            .expect("examined");
        assert!(found.iter().all(|it| it.ok), "{found:?}");
    }
}

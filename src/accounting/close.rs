//! The end of a day: who is paid what, and what a closed day is (D1 to D3).

use crate::accounting::AccountingError;
use crate::accounting::day::{DayRow, DaySheet, Invoice};
use crate::accounting::ledger::{self, Ledger, Origin, Posting};
use crate::accounting::model::{BANK, MANAGEMENT, Settings};
use crate::accounting::sql::{self, account_days, days, pages};
use crate::events::Append;
use crate::events::shape::{AccountFinalized, DayClosed, Party, TransactionKind};
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, Seq, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::page::{Page, Paged};
use crate::kernel::range::{RangeError, Span};
use crate::kernel::work::Stage;
use crate::store::{Read, StoreError, Write};
use std::mem;

/// Popugs that are paid at once: enough to be quick, few enough to hold.
const CHUNK: usize = 1_000;

/// The open business day when the calendar says `today`: the later of that and the day after the
/// last closed one.
pub fn open_day(read: &Read<'_>, today: Day) -> Result<Day, StoreError> {
    let oldest_open = ledger::oldest_open(read)?;
    Ok(oldest_open.map_or(today, |oldest| oldest.max(today)))
}

/// The open days through `through`, oldest first: what a close has to close.
pub fn days_to_close(read: &Read<'_>, through: Day) -> Result<Vec<Day>, AccountingError> {
    let oldest_open = ledger::oldest_open(read)?;
    Ok(oldest_open.map_or_else(Vec::new, |oldest| oldest.through(through).collect()))
}

/// A day, closed or open, with its invoices.
pub fn day_show(read: &Read<'_>, day: Day) -> Result<DaySheet, AccountingError> {
    let row = day_row(read, day)?;
    let invoices = match row.closed_at {
        Some(_) => days::invoices(read, day)?,
        None => Vec::new(),
    };
    Ok(DaySheet { row, invoices })
}

/// What a day comes to, whatever was paid to whom.
pub fn day_row(read: &Read<'_>, day: Day) -> Result<DayRow, AccountingError> {
    if let Some(row) = days::closed(read, day)? {
        return Ok(row);
    }
    let first = sql::first_day(read)?.ok_or(AccountingError::NoBook)?;
    if day < first {
        return Err(AccountingError::BeforeFirst { day, first });
    }
    let balances = days::balances_at(read, day)?;
    Ok(DayRow {
        day,
        closed_at: None,
        payouts: 0,
        paid_cents: Money::ZERO,
        earned_cents: earned(read, day)?,
        debts_cents: debts(&balances).ok_or(AccountingError::Totals(day))?,
        seal: None,
    })
}

/// What is around an invoice of a day, in the order of their numbers.
pub fn page_invoices(
    read: &Read<'_>,
    day: Day,
    page: Page,
) -> Result<Paged<Invoice>, AccountingError> {
    let walk = |way, from: Option<i64>, most| {
        let from = from.map(InvoiceId::new);
        Ok::<_, AccountingError>(pages::invoices(read, day, (way, from), most)?)
    };
    page.read(walk, |it| it.id.get())
}

/// Closes a day: an invoice and a payout for each popug whose transactions up to and including it
/// sum to more than zero, then the totals and the seal. A day that is closed stays as it is.
///
/// Accounting must have heard the whole log, in the same transaction. A day that is not there
/// yet, and one before which another is open, are refused.
pub fn close(tx: &mut Write<'_>, day: Day) -> Result<DayRow, AccountingError> {
    match days::closed(tx, day)? {
        Some(row) => Ok(row),
        None => close_open(tx, day),
    }
}

/// The same, unless it is closed: then there is nothing to tell.
pub fn close_once(tx: &mut Write<'_>, day: Day) -> Result<Option<DayRow>, AccountingError> {
    match days::closed(tx, day)? {
        Some(_) => Ok(None),
        None => close_open(tx, day).map(Some),
    }
}

fn close_open(tx: &mut Write<'_>, day: Day) -> Result<DayRow, AccountingError> {
    let mut ledger = Ledger::default();
    check_closable(tx, day, ledger.oldest_open(tx)?)?;
    let balances = days::balances_at(tx, day)?;
    let debts_cents = debts(&balances).ok_or(AccountingError::Totals(day))?;
    let payees: Vec<(UserId, Money)> = balances
        .into_iter()
        .filter(|(_, balance)| balance.is_positive())
        .collect();
    let paid_cents = Money::sum(payees.iter().map(|(_, balance)| *balance))
        .ok_or(AccountingError::Totals(day))?;

    tx.at(
        Stage::Paying,
        0,
        i64::try_from(payees.len()).unwrap_or(i64::MAX),
    );
    for payees in payees.chunks(CHUNK) {
        let payouts = pay_out(tx, mem::take(&mut ledger), day, payees)?;
        finalize(tx, day, &payouts)?;
        tx.step(payees.len());
    }
    let payouts = i64::try_from(payees.len()).unwrap_or(i64::MAX);
    let totals = DayClosed {
        day,
        payouts,
        paid_cents,
        earned_cents: earned(tx, day)?,
        debts_cents,
    };
    let (_, seal) = tx.append(totals.clone())?;
    let row = DayRow {
        day,
        closed_at: Some(tx.now()),
        payouts,
        paid_cents,
        earned_cents: totals.earned_cents,
        debts_cents,
        seal: Some(seal),
    };
    days::insert_day(tx, &row)?;
    Ok(row)
}

fn check_closable(read: &Write<'_>, day: Day, oldest: Day) -> Result<(), AccountingError> {
    let zone = Settings::new(sql::settings(read)?).zone()?;
    if day < oldest {
        // What is not closed and before the oldest open day is before the books.
        let first = sql::first_day(read)?.ok_or(AccountingError::NoBook)?;
        return Err(AccountingError::BeforeFirst { day, first });
    }
    let today = zone.day_of(read.now());
    if day > today {
        return Err(RangeError::NotYet { day, today }.into());
    }
    if oldest < day {
        return Err(AccountingError::OlderOpen { day, oldest });
    }
    Ok(())
}

/// A payout that was posted, and the event that tells of it.
struct Payout {
    user: UserId,
    transaction: TransactionId,
    amount: Money,
    told: Seq,
}

fn pay_out(
    tx: &mut Write<'_>,
    mut ledger: Ledger,
    day: Day,
    payees: &[(UserId, Money)],
) -> Result<Vec<Payout>, AccountingError> {
    ledger.ask_accounts(tx, payees.iter().map(|(user, _)| *user), BANK)?;
    let origin = Origin {
        at: tx.now(),
        day,
        actor: tx.actor().to_string(),
        cause: tx.cause(),
    };
    let mut posted = Vec::with_capacity(payees.len());
    for (user, amount) in payees {
        let posting = Posting {
            origin: origin.clone(),
            kind: TransactionKind::Payout,
            key: format!("payout/{day}/{user}"),
            from: Party::User(*user),
            to: Party::Bank,
            amount: *amount,
            task: None,
            memo: None,
            mends: None,
        };
        posted.push((*user, ledger.post(tx, posting)?, *amount));
    }
    let told = ledger.flush(tx)?;
    let payouts = posted.into_iter().zip(told);
    let payouts = payouts.map(|((user, transaction, amount), told)| Payout {
        user,
        transaction,
        amount,
        told,
    });
    Ok(payouts.collect())
}

/// Writes the invoices and says so.
fn finalize(tx: &mut Write<'_>, day: Day, payouts: &[Payout]) -> Result<(), AccountingError> {
    let first = days::next_invoice(tx)?;
    let numbers = (first.get()..).map(InvoiceId::new);
    let finalized = numbers.zip(payouts).map(|(invoice, payout)| {
        let event = AccountFinalized {
            invoice,
            day,
            user: payout.user,
            transaction: payout.transaction,
            amount_cents: payout.amount,
        };
        (event, payout.told)
    });
    let finalized: Vec<(AccountFinalized, Seq)> = finalized.collect();
    days::insert_invoices(tx, finalized.iter().map(|(event, _)| event))?;
    let said = finalized.into_iter();
    tx.append_many(said.map(|(event, payout)| (event.into(), Some(payout))))?;
    Ok(())
}

fn earned(read: &Read<'_>, day: Day) -> Result<Money, AccountingError> {
    let span = Span { from: day, to: day };
    let seen = account_days::days_within(read, MANAGEMENT, span)?;
    let earned = seen
        .first()
        .map_or(Some(Money::ZERO), |(_, sums)| sums.earned_by_management());
    earned.ok_or(AccountingError::Totals(day))
}

fn debts(balances: &[(UserId, Money)]) -> Option<Money> {
    let negative = balances.iter().filter(|(_, balance)| balance.is_negative());
    Money::sum(negative.map(|(_, balance)| *balance))?.checked_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{Books, ISKRA, KESHA, cents, day};
    use crate::events::{Event, EventName};

    fn row(sheet: &DaySheet) -> (i64, i64, i64, i64) {
        let row = &sheet.row;
        let cents = [row.paid_cents, row.earned_cents, row.debts_cents].map(Money::cents);
        (row.payouts, cents[0], cents[1], cents[2])
    }

    /// Kesha earns 20 dollars and Iskra owes 10.
    fn books() -> Books {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.assign("2026-11-02T09:00:00Z", 2, ISKRA);
        books.finish("2026-11-02T10:00:00Z", 1, KESHA);
        books
    }

    #[test]
    fn who_is_in_the_black_is_paid_and_who_is_in_the_red_carries_it() {
        let books = books();
        let sheet = books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        assert_eq!(row(&sheet), (1, 2_000, -1_000, 1_000));
        assert_eq!(sheet.invoices.len(), 1);
        assert_eq!(sheet.invoices[0].user.as_str(), "kesha");
        assert_eq!(sheet.invoices[0].amount_cents, cents(2_000));
        assert_eq!((books.balance(KESHA), books.balance(ISKRA)), (0, -1_000));

        let log = books.log();
        let told = &log[log.len() - 3..];
        let names: Vec<EventName> = told.iter().map(|heard| heard.event.name()).collect();
        let expected = [
            EventName::TransactionCreated,
            EventName::AccountFinalized,
            EventName::DayClosed,
        ];
        assert_eq!(names, expected);
        let head = books.store().head().expect("a head");
        assert_eq!(sheet.row.seal, Some(head.hash));
    }

    #[test]
    fn closing_a_closed_day_again_changes_nothing() {
        let books = books();
        let first = books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        let head = books.store().head().expect("a head");
        let again = books
            .close("2026-11-09T00:05:00Z", "2026-11-02")
            .expect("closed");
        assert_eq!(again, first);
        assert_eq!(books.store().head().expect("a head"), head);
    }

    #[test]
    fn what_was_posted_to_later_days_does_not_change_what_a_day_pays() {
        let books = books();
        books.assign("2026-11-03T09:00:00Z", 3, KESHA);
        books.assign("2026-11-03T09:00:00Z", 4, KESHA);
        books.assign("2026-11-03T09:00:00Z", 5, KESHA);
        let sheet = books
            .close("2026-11-04T00:05:00Z", "2026-11-02")
            .expect("closes");
        assert_eq!(row(&sheet), (1, 2_000, -1_000, 1_000));
        assert_eq!(books.balance(KESHA), -3_000);

        let next = books
            .close("2026-11-04T00:05:00Z", "2026-11-03")
            .expect("closes");
        assert_eq!(row(&next), (0, 0, 3_000, 4_000));
    }

    #[test]
    fn what_happens_after_a_close_belongs_to_the_next_day() {
        let books = books();
        books
            .close("2026-11-02T18:00:00Z", "2026-11-02")
            .expect("closes");
        books.finish("2026-11-02T18:01:00Z", 2, ISKRA);
        let last = books.transactions().pop().expect("a reward");
        assert_eq!(last.day, day("2026-11-03"));
        let open = books.store().read(|read| open_day(read, day("2026-11-02")));
        assert_eq!(open.expect("read"), day("2026-11-03"));
    }

    #[test]
    fn days_are_closed_oldest_first_and_not_ahead() {
        let books = books();
        let early = books.close("2026-11-02T23:00:00Z", "2026-11-03");
        assert!(matches!(
            early,
            Err(AccountingError::Range(RangeError::NotYet { .. }))
        ));
        let later = books.close("2026-11-04T00:05:00Z", "2026-11-03");
        assert!(matches!(later, Err(AccountingError::OlderOpen { .. })));
        let before = books.close("2026-11-04T00:05:00Z", "2026-11-01");
        assert!(matches!(before, Err(AccountingError::BeforeFirst { .. })));

        let days = |through: &str| {
            let days = books.store().read(|read| days_to_close(read, day(through)));
            days.expect("read").len()
        };
        assert_eq!(
            (days("2026-11-01"), days("2026-11-02"), days("2026-11-04")),
            (0, 1, 3)
        );
        books
            .close("2026-11-04T00:05:00Z", "2026-11-02")
            .expect("closes");
        assert_eq!(days("2026-11-03"), 1);
    }

    #[test]
    fn a_quiet_day_is_closed_too() {
        let books = Books::open();
        let sheet = books
            .close("2026-11-02T20:00:00Z", "2026-11-02")
            .expect("closes");
        assert_eq!(row(&sheet), (0, 0, 0, 0));
        let last = books.log().pop().expect("an event");
        assert!(matches!(last.event, Event::DayClosed(_)));
    }

    #[test]
    fn an_open_day_shows_what_it_is_so_far() {
        let books = books();
        let sheet = books.store().read(|read| day_show(read, day("2026-11-02")));
        let sheet = sheet.expect("a day");
        assert_eq!(row(&sheet), (0, 0, -1_000, 1_000));
        assert_eq!((sheet.row.closed_at, sheet.row.seal), (None, None));
    }
}

//! Tests of bringing back what lies ahead of the clock.

use super::*;
use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, cents, day, popug};
use crate::accounting::{AccountAdjust, AccountReverse, Ahead, ahead, examine};
use crate::kernel::name::Who;
use crate::kernel::role::Role;

const NOON: &str = "2026-11-03T12:00:00Z";
const WRONG: &str = "2036-01-05T12:00:00Z";

fn adjust(books: &Books, by: UserId, who: &str, amount: i64) -> TransactionId {
    adjust_at(books, WRONG, by, who, amount)
}

fn adjust_at(books: &Books, at: &str, by: UserId, who: &str, amount: i64) -> TransactionId {
    let adjust = AccountAdjust {
        who: Who::from(who.to_owned()),
        amount_cents: cents(amount),
        reason: "a crumb".to_owned(),
        mends: None,
    };
    let actor = popug(by, Role::Accountant);
    books.run(&adjust, actor, at).expect("adjusted").id
}

fn reverse(books: &Books, id: TransactionId) {
    let reason = "not so".to_owned();
    let actor = popug(ISKRA, Role::Accountant);
    let reversed = books.run(&AccountReverse { id, reason }, actor, NOON);
    reversed.expect("reversed");
}

/// By an accountant that is Iskra.
fn bring_back(books: &Books, at: &str) -> Result<Vec<RowAhead>, AccountingError> {
    books.run(&AccountBringBack {}, popug(ISKRA, Role::Accountant), at)
}

fn what_lies_ahead(books: &Books, today: &str) -> Option<Ahead> {
    let found = books.store().read(|read| ahead(read, day(today)));
    found.expect("looked")
}

fn sound(books: &Books) {
    let found = books.store().read(examine).expect("examined");
    assert!(found.iter().all(|it| it.ok), "{found:?}");
}

/// Kesha has earned 20 dollars; with the clock ten years ahead 30 more were given and taken again
/// today, Bert was charged for a task, and Iskra was given 5.
fn books() -> Books {
    let books = Books::open();
    books.assign("2026-11-03T09:00:00Z", 1, KESHA);
    books.finish("2026-11-03T10:00:00Z", 1, KESHA);
    let given = adjust(&books, ISKRA, "kesha", 3_000);
    books.assign(WRONG, 2, BERT);
    adjust(&books, BERT, "iskra", 500);
    reverse(&books, given);
    books
}

#[test]
fn what_lies_ahead_is_seen() {
    let books = books();
    let found = what_lies_ahead(&books, "2026-11-03").expect("something");
    assert_eq!((found.since, found.closed), (day("2036-01-05"), false));
    assert_eq!(found.transactions, 3);
    insta::assert_snapshot!(
        found,
        @"3 transactions lie ahead of the clock, from 2036-01-05 on, where no close pays them"
    );
    assert_eq!(what_lies_ahead(&books, "2036-01-05"), None);
}

#[test]
fn rows_ahead_come_back_into_the_open_day_once_and_the_own_account_is_left() {
    let books = books();
    let before = books.balance(KESHA);
    let back = bring_back(&books, NOON).expect("brought back");
    let told: Vec<_> = back
        .iter()
        .map(|it| (it.user.as_str(), it.day, it.amount_cents.cents()))
        .collect();
    let then = day("2036-01-05");
    assert_eq!(told, [("kesha", then, 3_000), ("bert", then, -1_000)]);
    assert_eq!(books.balance(KESHA), before);
    sound(&books);

    let pairs = &books.transactions()[6..];
    let pairs: Vec<_> = pairs
        .iter()
        .map(|it| (it.day, it.mends, it.from, it.to, it.amount_cents.cents()))
        .collect();
    let (given, charged) = (Some(back[0].id), Some(back[1].id));
    let (today, office) = (day("2026-11-03"), Party::Management);
    let (kesha, bert) = (Party::User(KESHA), Party::User(BERT));
    assert_eq!(
        pairs,
        [
            (then, given, kesha, office, 3_000),
            (today, given, office, kesha, 3_000),
            (then, charged, office, bert, 1_000),
            (today, charged, bert, office, 1_000),
        ]
    );

    let head = books.store().head().expect("a head");
    assert_eq!(bring_back(&books, NOON).expect("nothing to do"), []);
    assert_eq!(books.store().head().expect("a head"), head);
    let left = books.ask(&AccountAhead {}, popug(ISKRA, Role::Accountant), NOON);
    let left = left.expect("what is left");
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].user.as_str(), "iskra");
    let rest = books.run(&AccountBringBack {}, popug(BERT, Role::Accountant), NOON);
    assert_eq!(rest.expect("brought back"), left);
    assert_eq!(what_lies_ahead(&books, "2026-11-03"), None);
    sound(&books);
}

#[test]
fn the_next_close_pays_what_was_brought_back() {
    let close = |books: &Books| {
        let first = books.close(NOON, "2026-11-02");
        first.expect("closes");
        let second = books.close("2026-11-04T00:05:00Z", "2026-11-03");
        second.expect("closes")
    };
    assert!(close(&books()).invoices.is_empty());

    let books = books();
    bring_back(&books, NOON).expect("brought back");
    let sheet = close(&books);
    let paid: Vec<_> = sheet
        .invoices
        .iter()
        .map(|it| (it.user.as_str(), it.amount_cents.cents()))
        .collect();
    assert_eq!(paid, [("kesha", 2_000)]);
    sound(&books);
}

#[test]
fn many_rows_of_one_popug_come_back_at_once_and_are_paid() {
    let books = Books::open();
    for (at, amount) in [
        (WRONG, 3_000),
        (WRONG, 2_000),
        ("2036-02-01T12:00:00Z", -500),
    ] {
        adjust_at(&books, at, ISKRA, "kesha", amount);
    }
    books.assign(WRONG, 1, KESHA);
    assert_eq!(bring_back(&books, NOON).expect("brought back").len(), 4);
    sound(&books);
    assert_eq!(what_lies_ahead(&books, "2026-11-03"), None);
    for (at, on) in [(NOON, "2026-11-02"), ("2026-11-04T00:05:00Z", "2026-11-03")] {
        let sheet = books.close(at, on).expect("closes");
        let paid = sheet.invoices.iter().map(|it| it.amount_cents.cents());
        assert_eq!(
            paid.sum::<i64>(),
            if on == "2026-11-03" { 3_500 } else { 0 }
        );
    }
    assert_eq!(books.balance(KESHA), 0);
    sound(&books);
}

#[test]
fn what_was_brought_back_by_a_wrong_clock_is_brought_back_again() {
    let books = books();
    bring_back(&books, "2030-01-01T12:00:00Z").expect("brought back");
    assert_eq!(bring_back(&books, NOON).expect("brought back").len(), 2);
    assert_eq!(
        what_lies_ahead(&books, "2026-11-03").map(|it| it.transactions),
        Some(1)
    );
    sound(&books);
}

#[test]
fn a_closed_day_that_lies_ahead_keeps_everything_where_it_is() {
    let books = books();
    for on in day("2026-11-02").through(day("2026-11-10")) {
        let closed = books.close("2036-01-05T12:00:00Z", &on.to_string());
        closed.expect("closes");
    }
    let found = what_lies_ahead(&books, "2026-11-03").expect("something");
    insta::assert_snapshot!(
        found,
        @"2026-11-10 is closed and lies ahead of the clock: what is posted now waits for the day after it"
    );
    let refused = bring_back(&books, NOON).expect_err("refused");
    insta::assert_snapshot!(
        refused,
        @"nothing can be brought back: 2026-11-10 is closed already, and today is 2026-11-03"
    );
}

#[test]
fn a_forged_pair_is_found() {
    for (edit, wrong) in [
        (
            "UPDATE accounting_transaction SET natural_key = 'adjustment/7' WHERE id = 7",
            "transaction 7: its natural key is not its own",
        ),
        (
            "UPDATE accounting_transaction SET natural_key = 'back-in/99' WHERE id = 8",
            "transaction 8: its natural key is not its own",
        ),
        (
            "UPDATE accounting_transaction SET natural_key = 'back-out/1' WHERE id = 3",
            "transaction 3: its natural key is not its own",
        ),
    ] {
        let books = books();
        bring_back(&books, NOON).expect("brought back");
        books.unguard("accounting_transaction");
        books.tamper(edit);
        let found = books.store().read(examine).expect("examined");
        let details: Vec<_> = found.iter().filter(|it| !it.ok).collect();
        assert_eq!(details.len(), 1, "{edit}");
        assert_eq!(details[0].detail, wrong, "{edit}");
    }
}

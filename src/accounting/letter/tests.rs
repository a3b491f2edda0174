//! What a letter looks like, word for word.

use super::*;
use crate::accounting::statement::statement;
use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, cents, day, popug};
use crate::accounting::{AccountAdjust, AccountReverse, AccountingError};
use crate::events::shape::TaskUpdated;
use crate::kernel::ids::{TaskId, TransactionId, UserId};
use crate::kernel::name::Who;
use crate::kernel::range::Span;
use crate::kernel::role::Role;

fn letter(books: &Books, user: UserId, from: &str, to: &str) -> String {
    let span = Span {
        from: day(from),
        to: day(to),
    };
    let statement = books.store().read(|read| statement(read, user, span));
    let zone = "Europe/Berlin".parse().expect("a zone");
    letter_text(&statement.expect("a statement"), &Currency::default(), zone)
}

fn mend(books: &Books) -> Result<(), AccountingError> {
    let adjust = AccountAdjust {
        who: Who::Named("kesha".to_owned()),
        amount_cents: cents(1_250),
        reason: "for the egg cup that the ceiling fan of the second floor broke".to_owned(),
        mends: None,
    };
    books.run(
        &adjust,
        popug(BERT, Role::Accountant),
        "2026-11-02T12:00:00Z",
    )?;
    let reverse = AccountReverse {
        id: TransactionId::new(1),
        reason: "assigned by mistake".to_owned(),
    };
    books.run(
        &reverse,
        popug(BERT, Role::Accountant),
        "2026-11-02T12:01:00Z",
    )?;
    Ok(())
}

/// Two tasks for Kesha, of which it closes one; Iskra has one and closes none.
fn books() -> Books {
    let books = Books::in_zone("Europe/Berlin");
    books.assign("2026-11-02T08:14:00Z", 1, KESHA);
    books.assign("2026-11-02T08:20:00Z", 2, KESHA);
    books.assign("2026-11-02T08:21:00Z", 3, ISKRA);
    books.finish("2026-11-02T10:40:00Z", 1, KESHA);
    books
}

#[test]
fn a_letter_explains_a_payout_line_by_line() {
    let books = books();
    mend(&books).expect("mended");
    books
        .close("2026-11-02T23:05:00Z", "2026-11-02")
        .expect("closes");
    insta::assert_snapshot!(letter(&books, KESHA, "2026-11-02", "2026-11-02"), @r"
    Dear kesha,

    this is how Monday, 2 November 2026 went on your account.

    When    What                                             Amount  Balance
    ------------------------------------------------------------------------
            Carried over                                               $0.00
    09:14   Assigned  #1 POPUG-1 Oil perch 1                -$10.00  -$10.00
    09:20   Assigned  #2 Oil perch 2                        -$10.00  -$20.00
    11:40   Closed    #1 POPUG-1 Oil perch 1                +$30.00   $10.00
    13:00   Adjusted  for the egg cup that the ceiling fan  +$12.50   $22.50
                      of the second floor broke
    13:01   Reversed  #1 POPUG-1 Oil perch 1                +$10.00   $32.50
                      transaction 1: assigned by mistake
    3 Nov   Paid out                                        -$32.50    $0.00
    ------------------------------------------------------------------------
            Carried over                                               $0.00
            Earned: 1 closed +$30.00, 2 assigned -$20.00    +$10.00
            Adjusted and reversed                           +$22.50
            Paid out                                        -$32.50
            Carried on                                                 $0.00

    $32.50 is on its way to you. Well flown!

    Closed on 3 November 2026 at 00:05 (Europe/Berlin), under this seal:

    fbfe2f245a391f7c29830c3d8bc0e47f2f436c0cb419cbf5ccc02e949764ac2e

    Keep this letter: whoever changes the books up to this day breaks the
    seal. Whether it still holds, you can ask at any time:

        popug day verify 2026-11-02 SEAL
    ");
}

#[test]
fn a_letter_of_who_is_in_the_red_shows_the_way_out() {
    let books = books();
    books
        .close("2026-11-02T23:05:00Z", "2026-11-02")
        .expect("closes");
    insta::assert_snapshot!(letter(&books, ISKRA, "2026-11-02", "2026-11-02"), @r"
    Dear iskra,

    this is how Monday, 2 November 2026 went on your account.

    When    What                                             Amount  Balance
    ------------------------------------------------------------------------
            Carried over                                               $0.00
    09:21   Assigned  #3 POPUG-3 Oil perch 3                -$10.00  -$10.00
    ------------------------------------------------------------------------
            Carried over                                               $0.00
            Earned: 1 assigned -$10.00                      -$10.00
            Carried on                                               -$10.00

    What you owe goes with you into the next day. Every task that you
    close brings you closer to the black again.

    Closed on 3 November 2026 at 00:05 (Europe/Berlin), under this seal:

    bfebc8f09c0400fe1bd6388de692e49dfb0baab6ce07e38f2f631af9e7132b9f

    Keep this letter: whoever changes the books up to this day breaks the
    seal. Whether it still holds, you can ask at any time:

        popug day verify 2026-11-02 SEAL
    ");
}

#[test]
fn a_statement_of_many_days_says_which_line_is_of_which() {
    let books = books();
    books
        .close("2026-11-02T23:05:00Z", "2026-11-02")
        .expect("closes");
    books.assign("2026-11-03T08:00:00Z", 4, KESHA);
    insta::assert_snapshot!(letter(&books, KESHA, "2026-11-01", "2026-11-30"), @r"
    Dear kesha,

    this is your account from 1 November 2026 to 30 November 2026.

    When    What                                             Amount  Balance
    ------------------------------------------------------------------------
            Carried over                                               $0.00

    Monday, 2 November 2026
    09:14   Assigned  #1 POPUG-1 Oil perch 1                -$10.00  -$10.00
    09:20   Assigned  #2 Oil perch 2                        -$10.00  -$20.00
    11:40   Closed    #1 POPUG-1 Oil perch 1                +$30.00   $10.00
    3 Nov   Paid out                                        -$10.00    $0.00

    Tuesday, 3 November 2026
    09:00   Assigned  #4 Oil perch 4                        -$10.00  -$10.00
    ------------------------------------------------------------------------
            Carried over                                               $0.00
            Earned: 1 closed +$30.00, 3 assigned -$30.00      $0.00
            Paid out                                        -$10.00
            Carried on                                               -$10.00
    ");
}

#[test]
fn no_title_breaks_the_lines() {
    let books = books();
    let title = "鸚鵡\u{1b}[2J 👩‍🔬 ".repeat(12);
    let task = TaskId::new(2);
    let update = TaskUpdated {
        task,
        ticket: None,
        title,
        description: None,
    };
    books.say("2026-11-02T11:00:00Z", update);
    books.finish("2026-11-02T11:01:00Z", 2, KESHA);
    let text = letter(&books, KESHA, "2026-11-02", "2026-11-02");
    assert!(text.lines().all(|line| line.width() <= COLUMNS), "{text}");
    assert!(!text.contains('\u{1b}'));
}

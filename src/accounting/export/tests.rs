//! What is told, and in which order.

use super::*;
use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, day, popug};
use crate::kernel::range::DayWord;
use crate::kernel::role::Role;

/// Monday is closed on Wednesday, so that its payout is posted after Tuesday's rows.
fn books() -> Books {
    let books = Books::open();
    books.assign("2026-11-02T09:00:00Z", 1, KESHA);
    books.finish("2026-11-02T10:00:00Z", 1, KESHA);
    books.assign("2026-11-03T09:00:00Z", 2, KESHA);
    books.assign("2026-11-03T10:00:00Z", 3, ISKRA);
    books
        .close("2026-11-04T00:05:00Z", "2026-11-02")
        .expect("closes");
    books
}

fn from(text: &str) -> Range {
    Range {
        from: Some(DayWord::Date(day(text))),
        to: None,
        period: None,
    }
}

fn told<Q: ListQuery<Error = AccountingError>>(books: &Books, request: &Q) -> Vec<Q::Row> {
    let bert = popug(BERT, Role::Accountant);
    let told = books.ask(request, bert, "2026-11-04T09:00:00Z");
    told.expect("told")
}

/// How many pieces a visitor sees that has seen enough after so many.
fn seen<Q: ListQuery<Error = AccountingError>>(books: &Books, request: &Q, enough: usize) -> usize {
    let asker = books.asker(popug(BERT, Role::Accountant), "2026-11-04T09:00:00Z");
    let mut seen = 0;
    let told = books.store().read(|read| {
        request.each(read, &asker, &mut |_| {
            seen += 1;
            if seen == enough {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
    });
    told.expect("told");
    seen
}

/// A piece in a line: `2 02 kesha>bank 2000`, `close 02 bank 2000`.
fn line(piece: &BooksPiece) -> String {
    let held = |held: &[Holding]| {
        let all = held
            .iter()
            .map(|it| (&it.account, it.balance_cents.cents()));
        all.map(|(name, cents)| format!(" {name} {cents}"))
            .collect::<String>()
    };
    match piece {
        BooksPiece::Opening { from, to, accounts } => {
            format!("{from} to {to}:{}", held(accounts))
        }
        BooksPiece::Row(it) => {
            let cents = it.amount_cents.cents();
            format!("{} {} {}>{} {cents}", it.day, it.id, it.from, it.to)
        }
        BooksPiece::Close { day, balances, .. } => format!("{day} closed:{}", held(balances)),
    }
}

fn lines(books: &Books, range: Range) -> String {
    let pieces = told(books, &ExportBooks { range });
    let lines: Vec<String> = pieces.iter().map(line).collect();
    lines.join("\n")
}

#[test]
fn books_are_told_by_day_whatever_was_posted_first() {
    insta::assert_snapshot!(lines(&books(), Range::default()), @"
    2026-11-02 to 2026-11-04: bert 0 iskra 0 kesha 0 management 0 bank 0
    2026-11-02 1 kesha>management 1000
    2026-11-02 2 management>kesha 3000
    2026-11-02 5 kesha>bank 2000
    2026-11-02 closed: management -2000 bank 2000 kesha 0
    2026-11-03 3 kesha>management 1000
    2026-11-03 4 iskra>management 1000
    ");
}

#[test]
fn books_of_later_days_begin_with_what_was_carried() {
    insta::assert_snapshot!(lines(&books(), from("2026-11-03")), @"
    2026-11-03 to 2026-11-04: bert 0 iskra 0 kesha 0 management -2000 bank 2000
    2026-11-03 3 kesha>management 1000
    2026-11-03 4 iskra>management 1000
    ");
    insta::assert_snapshot!(lines(&books(), from("2026-11-04")), @"2026-11-04 to 2026-11-04: bert 0 iskra -1000 kesha -1000 management 0 bank 2000");
}

#[test]
fn a_closed_day_without_rows_asserts_what_the_company_holds() {
    let books = books();
    for day in ["2026-11-03", "2026-11-04"] {
        books.close("2026-11-05T00:05:00Z", day).expect("closes");
    }
    insta::assert_snapshot!(lines(&books, from("2026-11-04")), @"
    2026-11-04 to 2026-11-05: bert 0 iskra -1000 kesha -1000 management 0 bank 2000
    2026-11-04 closed: management 0 bank 2000
    ");
}

#[test]
fn the_ledger_is_told_in_the_order_of_posting() {
    let ids = |range| {
        let rows = told(&books(), &ExportLedger { range }).into_iter();
        rows.map(|row| row.id.get()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Range::default()), [1, 2, 3, 4, 5]);
    assert_eq!(ids(Range::day(DayWord::Date(day("2026-11-02")))), [1, 2, 5]);
    assert!(ids(from("2026-11-04")).is_empty());
}

#[test]
fn a_row_has_the_keys_that_scripts_know() {
    let rows = told(
        &books(),
        &ExportLedger {
            range: Range::default(),
        },
    );
    let json = serde_json::to_string(&rows[0]).expect("JSON");
    insta::assert_snapshot!(json, @r#"{"id":1,"at":"2026-11-02T09:00:00Z","day":"2026-11-02","kind":"fee","from":"kesha","to":"management","amount_cents":1000,"from_balance_cents":-1000,"to_balance_cents":1000,"task":{"id":1,"ticket":"POPUG-1","title":"Oil perch 1"},"memo":null,"actor":"system","mends":null}"#);
}

#[test]
fn whoever_takes_it_down_may_stop() {
    let books = books();
    let range = Range::default();
    assert_eq!(seen(&books, &ExportLedger { range }, 1), 1);
    let pieces = told(&books, &ExportBooks { range }).len();
    for enough in 1..=pieces {
        assert_eq!(seen(&books, &ExportBooks { range }, enough), enough);
    }
}

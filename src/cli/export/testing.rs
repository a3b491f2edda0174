//! A few pieces of books, hostile ones among them.

use crate::accounting::{BooksPiece, Holding, LedgerRow};
use crate::cli::export::Books;
use crate::events::shape::TransactionKind;
use crate::kernel::ids::TransactionId;
use crate::kernel::money::Money;

fn held(account: &str, cents: i64) -> Holding {
    Holding {
        account: account.to_owned(),
        balance_cents: Money::from_cents(cents),
    }
}

fn row(id: i64, kind: TransactionKind, [from, to]: [&str; 2], cents: i64) -> LedgerRow {
    LedgerRow {
        id: TransactionId::new(id),
        at: "2026-11-02T09:00:00Z".parse().expect("an instant"),
        day: "2026-11-02".parse().expect("a day"),
        kind,
        from: from.to_owned(),
        to: to.to_owned(),
        amount_cents: Money::from_cents(cents),
        from_balance_cents: Money::ZERO,
        to_balance_cents: Money::ZERO,
        task: None,
        memo: None,
        actor: "penny".to_owned(),
        mends: None,
    }
}

/// A day that begins with a debt and is closed.
pub fn pieces() -> Vec<BooksPiece> {
    let (kesha, us) = ("jack.sparrow", "management");
    let task = serde_json::from_str(
        r#"{"id":1,"ticket":"POPUG-1","title":"\"Oil\"; the | perch\\ @ 5 USD"}"#,
    );
    let mut fee = row(7, TransactionKind::Fee, [kesha, us], 1_000);
    fee.task = Some(task.expect("a task"));
    let mut reversal = row(8, TransactionKind::Reversal, [us, kesha], 1_000);
    (reversal.task, reversal.memo) = (fee.task.clone(), Some("a slip".to_owned()));
    reversal.mends = Some(fee.id);
    let payout = row(9, TransactionKind::Payout, [kesha, "bank"], 1_205);
    let day = fee.day;
    vec![
        BooksPiece::Opening {
            from: day,
            to: day,
            accounts: vec![held(kesha, 1_205), held(us, -1_205), held("bank", 0)],
        },
        BooksPiece::Row(fee),
        BooksPiece::Row(reversal),
        BooksPiece::Row(payout),
        BooksPiece::Close {
            day,
            seal: "0".repeat(64).parse().expect("a hash"),
            balances: vec![held(us, -1_205), held("bank", 1_205), held(kesha, 0)],
        },
    ]
}

/// The pieces, written one after the other.
pub fn written(books: &mut (impl Books + ?Sized), pieces: &[BooksPiece]) -> String {
    let mut out = Vec::new();
    for piece in pieces {
        books.write(&mut out, piece).expect("written");
    }
    String::from_utf8(out).expect("UTF-8")
}

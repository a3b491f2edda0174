//! The books as a journal of hledger or of Ledger, whose languages are all but one.
//!
//! What people typed stands in descriptions alone, never in a comment: there a word with a colon
//! would be a tag, and a date in brackets would be taken for one.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::accounting::{BooksPiece, Holding, LedgerRow};
use crate::cli::export::Books;
use crate::cli::export::names::{about, account, amount, opposite};
use crate::kernel::day::Day;
use crate::kernel::money::{Currency, Money};
use crate::kernel::text::is_hostile;
use crate::store::Hash;

/// Whose language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// hledger's.
    Hledger,
    /// Ledger's.
    Ledger,
}

/// A journal.
pub struct Journal {
    dialect: Dialect,
    currency: Currency,
    store_id: String,
}

/// The tags that transactions have; Ledger wants them declared.
const TAGS: [&str; 5] = ["at", "task", "actor", "mends", "seal"];

impl Journal {
    /// In this language, of the store of this id.
    pub const fn new(dialect: Dialect, currency: Currency, store_id: String) -> Self {
        Self {
            dialect,
            currency,
            store_id,
        }
    }

    fn opening(&self, out: &mut dyn Write, span: [Day; 2], accounts: &[Holding]) -> io::Result<()> {
        let [from, to] = span;
        writeln!(out, "; The books of popug, from {from} to {to}.")?;
        writeln!(out, "; Store {}.", self.store_id)?;
        writeln!(out, "; What a popug is owed is above zero.\n")?;
        let currency = &self.currency;
        match self.dialect {
            Dialect::Hledger => writeln!(out, "decimal-mark .\ncommodity 1000.00 {currency}")?,
            Dialect::Ledger => {
                writeln!(out, "commodity {currency}\n    format 1000.00 {currency}")?;
                for tag in TAGS {
                    writeln!(out, "tag {tag}")?;
                }
            }
        }
        for held in accounts {
            writeln!(out, "account {}", journal_account(&held.account))?;
        }
        let held = accounts.iter();
        let mut held = held.filter(|it| it.balance_cents != Money::ZERO).peekable();
        if held.peek().is_some() {
            writeln!(out, "\n{from} * Opening balances")?;
        }
        for held in held {
            let balance = amount(held.balance_cents, currency);
            self.posting(out, &held.account, &balance)?;
        }
        Ok(())
    }

    fn row(&self, out: &mut dyn Write, row: &LedgerRow) -> io::Result<()> {
        let (day, id) = (row.day, row.id);
        writeln!(out, "\n{day} * ({id}) {}", journal_text(&about(row)))?;
        writeln!(out, "    ; at: {}", row.at)?;
        if let Some(task) = &row.task {
            writeln!(out, "    ; task: {}", task.id)?;
        }
        writeln!(out, "    ; actor: {}", journal_text(&row.actor))?;
        if let Some(mends) = row.mends {
            writeln!(out, "    ; mends: {mends}")?;
        }
        let moved = row.amount_cents;
        self.posting(out, &row.from, &opposite(moved, &self.currency))?;
        self.posting(out, &row.to, &amount(moved, &self.currency))
    }

    fn close(
        &self,
        out: &mut dyn Write,
        day: Day,
        seal: Hash,
        balances: &[Holding],
    ) -> io::Result<()> {
        writeln!(out, "\n{day} * Day closed\n    ; seal: {seal}")?;
        let nothing = amount(Money::ZERO, &self.currency);
        for held in balances {
            let balance = amount(held.balance_cents, &self.currency);
            self.posting(out, &held.account, &format!("{nothing} = {balance}"))?;
        }
        Ok(())
    }

    fn posting(&self, out: &mut dyn Write, name: &str, amount: &str) -> io::Result<()> {
        writeln!(out, "    {}  {amount}", journal_account(name))
    }
}

impl Books for Journal {
    fn write(&mut self, out: &mut dyn Write, piece: &BooksPiece) -> io::Result<()> {
        match piece {
            BooksPiece::Opening { from, to, accounts } => self.opening(out, [*from, *to], accounts),
            BooksPiece::Row(row) => self.row(out, row),
            BooksPiece::Close {
                day,
                seal,
                balances,
            } => self.close(out, *day, *seal, balances),
        }
    }
}

/// An account as it is called in a journal.
pub(super) fn journal_account(name: &str) -> String {
    account(name, str::to_owned)
}

/// Text that stays within its description: no comment begins in it, no payee ends, and whatever
/// could move a line or its reading direction is written out. So is the backslash, so that what
/// was written out can be told from what was typed.
fn journal_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hostile(c) || matches!(c, ';' | '|' | '\\') {
            // Writing to a string cannot fail.
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::export::testing::{pieces, written};

    fn journal(dialect: Dialect) -> String {
        let mut journal = Journal::new(dialect, Currency::default(), "s-1".to_owned());
        written(&mut journal, &pieces())
    }

    #[test]
    fn hledger_gets_a_journal() {
        insta::assert_snapshot!(journal(Dialect::Hledger), @r#"
        ; The books of popug, from 2026-11-02 to 2026-11-02.
        ; Store s-1.
        ; What a popug is owed is above zero.

        decimal-mark .
        commodity 1000.00 USD
        account Assets:Popugs:jack.sparrow
        account Equity:Management
        account Assets:Bank

        2026-11-02 * Opening balances
            Assets:Popugs:jack.sparrow  12.05 USD
            Equity:Management  -12.05 USD

        2026-11-02 * (7) fee: [POPUG-1] "Oil"\u{3b} the \u{7c} perch\u{5c} @ 5 USD
            ; at: 2026-11-02T09:00:00Z
            ; task: 1
            ; actor: penny
            Assets:Popugs:jack.sparrow  -10.00 USD
            Equity:Management  10.00 USD

        2026-11-02 * (8) reversal: [POPUG-1] "Oil"\u{3b} the \u{7c} perch\u{5c} @ 5 USD - a slip
            ; at: 2026-11-02T09:00:00Z
            ; task: 1
            ; actor: penny
            ; mends: 7
            Equity:Management  -10.00 USD
            Assets:Popugs:jack.sparrow  10.00 USD

        2026-11-02 * (9) payout
            ; at: 2026-11-02T09:00:00Z
            ; actor: penny
            Assets:Popugs:jack.sparrow  -12.05 USD
            Assets:Bank  12.05 USD

        2026-11-02 * Day closed
            ; seal: 0000000000000000000000000000000000000000000000000000000000000000
            Equity:Management  0.00 USD = -12.05 USD
            Assets:Bank  0.00 USD = 12.05 USD
            Assets:Popugs:jack.sparrow  0.00 USD = 0.00 USD
        "#);
    }

    #[test]
    fn ledger_gets_the_same_with_declarations_of_its_own() {
        let whole = journal(Dialect::Ledger);
        let (head, rest) = whole.split_once("\n\n2026").expect("a transaction");
        let hledgers = journal(Dialect::Hledger);
        assert!(hledgers.ends_with(rest), "{rest}");
        insta::assert_snapshot!(head, @"
        ; The books of popug, from 2026-11-02 to 2026-11-02.
        ; Store s-1.
        ; What a popug is owed is above zero.

        commodity USD
            format 1000.00 USD
        tag at
        tag task
        tag actor
        tag mends
        tag seal
        account Assets:Popugs:jack.sparrow
        account Equity:Management
        account Assets:Bank
        ");
    }

    #[test]
    fn no_text_leaves_its_description() {
        let text = |text: &str| journal_text(text);
        assert_eq!(text("a ; b: c"), "a \\u{3b} b: c");
        assert_eq!(text("kesha | a"), "kesha \\u{7c} a");
        assert_eq!(text("a\n2026-01-01 * b"), "a\\u{a}2026-01-01 * b");
        assert_eq!(
            text("a\tb\u{2028}c\u{202e}d"),
            "a\\u{9}b\\u{2028}c\\u{202e}d"
        );
        assert_eq!(text("\\u{3b}"), "\\u{5c}u{3b}");
        assert_eq!(text("* ! (7) \"x\" @ 5 USD"), "* ! (7) \"x\" @ 5 USD");
    }
}

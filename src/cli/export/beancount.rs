//! The books as Beancount takes them.

use std::io::{self, Write};

use crate::accounting::{BooksPiece, Holding, LedgerRow};
use crate::cli::export::Books;
use crate::cli::export::names::{about, account, amount, opposite};
use crate::kernel::day::Day;
use crate::kernel::money::{Currency, Money};
use crate::kernel::text::shown;
use crate::store::Hash;

/// A file of Beancount.
pub struct Beancount {
    currency: Currency,
    store_id: String,
}

impl Beancount {
    /// Of the store of this id.
    pub const fn new(currency: Currency, store_id: String) -> Self {
        Self { currency, store_id }
    }

    fn opening(&self, out: &mut dyn Write, span: [Day; 2], accounts: &[Holding]) -> io::Result<()> {
        let ([from, to], currency) = (span, &self.currency);
        writeln!(out, "; The books of popug, from {from} to {to}.")?;
        writeln!(out, "; Store {}.", self.store_id)?;
        writeln!(out, "; What a popug is owed is above zero.\n")?;
        writeln!(out, "option \"title\" \"popug\"")?;
        writeln!(out, "option \"operating_currency\" \"{currency}\"\n")?;
        writeln!(out, "{from} commodity {currency}")?;
        for held in accounts {
            let name = beancount_account(&held.account);
            writeln!(out, "{from} open {name} {currency}")?;
            writeln!(out, "  name: {}", quoted(&held.account))?;
        }
        let held = accounts.iter();
        let mut held = held.filter(|it| it.balance_cents != Money::ZERO).peekable();
        if held.peek().is_some() {
            writeln!(out, "\n{from} * \"Opening balances\"")?;
        }
        for held in held {
            posting(out, &held.account, &amount(held.balance_cents, currency))?;
        }
        Ok(())
    }

    fn row(&self, out: &mut dyn Write, row: &LedgerRow) -> io::Result<()> {
        writeln!(out, "\n{} * {}", row.day, quoted(&about(row)))?;
        writeln!(out, "  id: {}", row.id)?;
        writeln!(out, "  at: \"{}\"", row.at)?;
        if let Some(task) = &row.task {
            writeln!(out, "  task: {}", task.id)?;
        }
        writeln!(out, "  actor: {}", quoted(&row.actor))?;
        if let Some(mends) = row.mends {
            writeln!(out, "  mends: {mends}")?;
        }
        let moved = row.amount_cents;
        posting(out, &row.from, &opposite(moved, &self.currency))?;
        posting(out, &row.to, &amount(moved, &self.currency))
    }

    /// Beancount asserts what there is as a day begins, and leaves a cent out of account unless it
    /// is told not to.
    fn close(
        &self,
        out: &mut dyn Write,
        day: Day,
        seal: Hash,
        balances: &[Holding],
    ) -> io::Result<()> {
        writeln!(out, "\n{day} event \"seal\" \"{seal}\"")?;
        let (next, currency) = (day.next(), &self.currency);
        for held in balances {
            let name = beancount_account(&held.account);
            let balance = amount(held.balance_cents, currency);
            let number = balance.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            writeln!(out, "{next} balance {name}  {number}~ 0.00 {currency}")?;
        }
        Ok(())
    }
}

impl Books for Beancount {
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

fn posting(out: &mut dyn Write, name: &str, amount: &str) -> io::Result<()> {
    writeln!(out, "  {}  {amount}", beancount_account(name))
}

/// An account as Beancount lets it be called.
pub(super) fn beancount_account(name: &str) -> String {
    account(name, spelled)
}

/// Beancount takes letters, digits and hyphens, a capital in front. Names have no capitals of
/// their own, so that no two are spelled alike.
fn spelled(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    for (place, c) in name.chars().enumerate() {
        match c {
            '.' => spelled.push_str("Dot"),
            '_' => spelled.push_str("Under"),
            first if place == 0 => spelled.push(first.to_ascii_uppercase()),
            other => spelled.push(other),
        }
    }
    spelled
}

/// A string that nothing in it can end.
fn quoted(text: &str) -> String {
    let text = shown(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::cli::export::testing::{pieces, written};

    #[test]
    fn beancount_gets_a_file() {
        let mut beancount = Beancount::new(Currency::default(), "s-1".to_owned());
        insta::assert_snapshot!(written(&mut beancount, &pieces()), @r#"
        ; The books of popug, from 2026-11-02 to 2026-11-02.
        ; Store s-1.
        ; What a popug is owed is above zero.

        option "title" "popug"
        option "operating_currency" "USD"

        2026-11-02 commodity USD
        2026-11-02 open Assets:Popugs:JackDotsparrow USD
          name: "jack.sparrow"
        2026-11-02 open Equity:Management USD
          name: "management"
        2026-11-02 open Assets:Bank USD
          name: "bank"

        2026-11-02 * "Opening balances"
          Assets:Popugs:JackDotsparrow  12.05 USD
          Equity:Management  -12.05 USD

        2026-11-02 * "fee: [POPUG-1] \"Oil\"; the | perch\\ @ 5 USD"
          id: 7
          at: "2026-11-02T09:00:00Z"
          task: 1
          actor: "penny"
          Assets:Popugs:JackDotsparrow  -10.00 USD
          Equity:Management  10.00 USD

        2026-11-02 * "reversal: [POPUG-1] \"Oil\"; the | perch\\ @ 5 USD - a slip"
          id: 8
          at: "2026-11-02T09:00:00Z"
          task: 1
          actor: "penny"
          mends: 7
          Equity:Management  -10.00 USD
          Assets:Popugs:JackDotsparrow  10.00 USD

        2026-11-02 * "payout"
          id: 9
          at: "2026-11-02T09:00:00Z"
          actor: "penny"
          Assets:Popugs:JackDotsparrow  -12.05 USD
          Assets:Bank  12.05 USD

        2026-11-02 event "seal" "0000000000000000000000000000000000000000000000000000000000000000"
        2026-11-03 balance Equity:Management  -12.05 ~ 0.00 USD
        2026-11-03 balance Assets:Bank  12.05 ~ 0.00 USD
        2026-11-03 balance Assets:Popugs:JackDotsparrow  0.00 ~ 0.00 USD
        "#);
    }

    #[test]
    fn no_two_names_are_spelled_alike() {
        let names = [
            "ab", "a-b", "a.b", "a_b", "a-dot-b", "adotb", "aunderb", "a.-b",
        ];
        let all: BTreeSet<String> = names.into_iter().map(spelled).collect();
        assert_eq!(all.len(), names.len());
        assert!(all.contains("ADotb") && all.contains("AUnderb"));
    }

    #[test]
    fn no_text_ends_its_string() {
        assert_eq!(quoted("a \"b\" \\"), "\"a \\\"b\\\" \\\\\"");
        assert_eq!(quoted("a\nb\u{202e}"), "\"a\\\\u{a}b\\\\u{202e}\"");
        assert_eq!(quoted("; #tag ^link | @"), "\"; #tag ^link | @\"");
    }
}

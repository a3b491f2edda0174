//! Random ledgers, given to the three programs that exports are made for: each checks what it can
//! check, and must find in every account what popug finds.

mod history;
mod tools;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use crate::cli::export::beancount::beancount_account;
use crate::cli::export::journal::journal_account;
use crate::cli::export::{Beancount, Books, Dialect, Journal, testing};
use crate::kernel::money::Currency;
use history::RandomLedger;
use tools::Balances;

/// With this the tools must be there, and try many ledgers. CI sets it.
const REQUIRED: &str = "POPUG_TEST_TOOLS";

#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
fn required() -> bool {
    std::env::var_os(REQUIRED).is_some()
}

/// A ledger in three files, and what they must come to, by the names of the first two and of the
/// third.
struct Written {
    hledger: PathBuf,
    ledger: PathBuf,
    beancount: PathBuf,
    plain: Balances,
    spelled: Balances,
}

/// Writes the ledger of this number into a directory: all of it, or some days.
fn write(directory: &Path, number: usize) -> Written {
    let mut random = RandomLedger::number(number);
    let range = random.range();
    let pieces = random.tell(range);
    let currency = ["USD", "EUR", "CHF"][number % 3].parse::<Currency>();
    let currency = currency.expect("a currency");
    let file = |extension: &str, books: &mut dyn Books| {
        let path = directory.join(format!("{number}.{extension}"));
        fs::write(&path, testing::written(books, &pieces)).expect("written");
        path
    };
    let journal = |dialect| Journal::new(dialect, currency.clone(), "test".to_owned());
    let found = random.balances(range);
    let found = || found.iter().filter(|(_, cents)| *cents != 0);
    let plain = |(name, cents): &(String, i64)| (journal_account(name), *cents);
    let spelled = |(name, cents): &(String, i64)| (beancount_account(name), *cents);
    Written {
        hledger: file("journal", &mut journal(Dialect::Hledger)),
        ledger: file("ledger", &mut journal(Dialect::Ledger)),
        beancount: file(
            "beancount",
            &mut Beancount::new(currency.clone(), "test".to_owned()),
        ),
        plain: found().map(plain).collect(),
        spelled: found().map(spelled).collect(),
    }
}

/// Writes and tries every so many ledgers, as far as a program can be started for each; answers
/// what Beancount must find.
fn try_each(directory: &Path, numbers: impl Iterator<Item = usize>) -> Vec<(PathBuf, Balances)> {
    let tried = numbers.map(|number| {
        let written = write(directory, number);
        let found = tools::hledger(&written.hledger);
        assert_eq!(found, written.plain, "hledger, {number}");
        let found = tools::ledger(&written.ledger);
        assert_eq!(found, written.plain, "ledger, {number}");
        (written.beancount, written.spelled)
    });
    tried.collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that was not made says so")]
fn three_programs_find_in_random_ledgers_what_popug_finds() {
    let missing = tools::missing();
    if !missing.is_empty() {
        assert!(!required(), "{} missing", missing.join(", "));
        println!("{} missing: exports were not tried", missing.join(", "));
        return;
    }
    let many = if required() { 1_000 } else { 20 };
    let directory = tempfile::tempdir().expect("a directory");
    let directory = directory.path();
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let expected: BTreeMap<PathBuf, Balances> = thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|first| scope.spawn(move || try_each(directory, (first..many).step_by(threads))))
            .collect();
        let parts = parts.into_iter();
        parts
            .flat_map(|part| part.join().expect("a part"))
            .collect()
    });
    assert_eq!(expected.len(), many);
    let paths: Vec<PathBuf> = expected.keys().cloned().collect();
    assert_eq!(tools::beancount(&paths), expected);
}

//! What each account saw on each day, counted anew from the ledger: a few accounts at a time, since
//! a company of many popugs has more days of accounts than are to be held in memory.

use std::collections::BTreeMap;

use crate::accounting::AccountingError;
use crate::accounting::model::{AccountDay, AccountId, BANK, MANAGEMENT, Sums};
use crate::accounting::sql::account_days::{self, Seen};
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::store::Read;

/// So many accounts at a time.
const ACCOUNTS: usize = 32;

/// A day of an account, and what is wrong with its sums.
pub type WrongDay = (AccountId, Day, &'static str);

/// The first day of an account of which something else is kept than the ledger says.
pub fn wrong_account_day(
    read: &Read<'_>,
    accounts: impl Iterator<Item = AccountId>,
) -> Result<Option<WrongDay>, AccountingError> {
    for account in [MANAGEMENT, BANK] {
        let mut days = Days::default();
        account_days::each_seen(read, account, |seen| days.add(seen))?;
        if let Some(wrong) = days.differ(read, &[account])? {
            return Ok(Some(wrong));
        }
    }
    let popugs: Vec<AccountId> = accounts
        .filter(|it| *it != MANAGEMENT && *it != BANK)
        .collect();
    for some in popugs.chunks(ACCOUNTS) {
        let mut days = Days::default();
        for seen in account_days::seen_by(read, some.iter().copied())? {
            days.add(&seen)?;
        }
        if let Some(wrong) = days.differ(read, some)? {
            return Ok(Some(wrong));
        }
    }
    Ok(None)
}

/// Days of accounts; the balance is what the day changed.
#[derive(Default)]
struct Days(BTreeMap<(AccountId, Day), AccountDay>);

impl Days {
    fn add(&mut self, seen: &Seen) -> Result<(), AccountingError> {
        let fits = || AccountingError::Totals(seen.day);
        let day = self.0.entry((seen.account, seen.day));
        let day = day.or_insert(AccountDay {
            sums: Sums::default(),
            balance: Money::ZERO,
            first: seen.first,
            last: seen.last,
        });
        day.sums = day.sums.with(seen.kind, seen.change).ok_or_else(fits)?;
        day.balance = day.balance.checked_add(seen.change).ok_or_else(fits)?;
        day.first = day.first.min(seen.first);
        day.last = day.last.max(seen.last);
        Ok(())
    }

    /// The first of these days that only one side has, or of which something else is kept.
    fn differ(
        mut self,
        read: &Read<'_>,
        accounts: &[AccountId],
    ) -> Result<Option<WrongDay>, AccountingError> {
        let mut held: (Option<AccountId>, Money) = (None, Money::ZERO);
        for ((account, day), it) in &mut self.0 {
            if held.0 != Some(*account) {
                held = (Some(*account), Money::ZERO);
            }
            let balance = held.1.checked_add(it.balance);
            it.balance = balance.ok_or(AccountingError::Totals(*day))?;
            held.1 = it.balance;
        }
        let mut wrong = Vec::new();
        for (account, day, kept) in account_days::days_of(read, accounts.iter().copied())? {
            if self.0.remove(&(account, day)) != Some(kept) {
                wrong.push((account, day, "do not hold"));
            }
        }
        let missing = self.0.into_keys();
        wrong.extend(missing.map(|(account, day)| (account, day, "are missing")));
        Ok(wrong.into_iter().min())
    }
}

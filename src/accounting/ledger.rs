//! Posting: how money moves, and the only way that it does.
//!
//! A `Ledger` lives as long as one transaction of the store. It keeps in memory what the accounts
//! that are touched hold, so that a thousand postings cost a handful of statements, and writes all
//! of it at the end: the rows, the balances, what each account saw on each day, and the events
//! that tell of it. Every row has its `transaction.created` in the same commit, every amount is
//! above zero and leaves one account for another, so all balances sum to zero (M5).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::accounting::AccountingError;
use crate::accounting::model::{
    self, Account, AccountDay, AccountId, BANK, MANAGEMENT, Sums, TaskRef,
};
use crate::accounting::sql::ledger::Transaction;
use crate::accounting::sql::opening::Opening;
use crate::accounting::sql::{self, account_days, ledger as rows, opening};
use crate::events::shape::{Party, TransactionCreated, TransactionKind};
use crate::events::{Append, Event};
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{Seq, TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::store::{Read, StoreError, Write};

/// What leads to money moving.
#[derive(Clone, Debug)]
pub struct Origin {
    /// When it happened.
    pub at: Moment,
    /// The business day that it belongs to, none that is closed.
    pub day: Day,
    /// Who acted.
    pub actor: String,
    /// The event, where it is one.
    pub cause: Option<Seq>,
}

/// Money that is to move.
#[derive(Clone, Debug)]
pub struct Posting {
    /// What leads to it.
    pub origin: Origin,
    /// Why.
    pub kind: TransactionKind,
    /// What makes posting it twice impossible.
    pub key: String,
    /// Whose account it leaves.
    pub from: Party,
    /// Whose account it reaches.
    pub to: Party,
    /// How much, above zero.
    pub amount: Money,
    /// The task as it reads now.
    pub task: Option<TaskRef>,
    /// The reason in words.
    pub memo: Option<String>,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
}

/// The accounts that one transaction of the store touches, and what it posts; nothing of it is in
/// memory at first.
#[derive(Default)]
pub struct Ledger {
    /// Where it goes on, once that was asked for.
    opening: Option<Opening>,
    /// The business day of a moment in a zone, which the many events of one commit share.
    dated: Option<(Zone, Moment, Day)>,
    accounts: BTreeMap<AccountId, Page>,
    popugs: HashMap<UserId, AccountId>,
    /// Natural keys of what is posted now, and of what was asked for before.
    keys: HashMap<String, Option<TransactionId>>,
    posted: Vec<Transaction>,
    said: Vec<(Event, Option<Seq>)>,
}

/// An account in memory, with its days from the oldest open one on and the one before these.
struct Page {
    account: Account,
    days: BTreeMap<Day, AccountDay>,
    kept: BTreeSet<Day>,
    changed: BTreeSet<Day>,
}

impl Ledger {
    /// Where it goes on.
    fn opening(&mut self, read: &Read<'_>) -> Result<&mut Opening, StoreError> {
        let opening = match self.opening.take() {
            Some(opening) => opening,
            None => opening::opening(read)?,
        };
        Ok(self.opening.insert(opening))
    }

    /// The day after the last closed one; the first day of the books where none is closed.
    pub fn oldest_open(&mut self, read: &Read<'_>) -> Result<Day, AccountingError> {
        let begun = self.opening(read)?.oldest_open;
        if let Some(day) = begun {
            return Ok(day);
        }
        // The books may have begun with an event of the same batch.
        let day = oldest_open(read)?.ok_or(AccountingError::NoBook)?;
        self.opening(read)?.oldest_open = Some(day);
        Ok(day)
    }

    /// The business day of what happened at `at`.
    pub fn business_day(
        &mut self,
        read: &Read<'_>,
        zone: Zone,
        at: Moment,
    ) -> Result<Day, AccountingError> {
        if let Some((_, _, day)) = self.dated.filter(|it| (it.0, it.1) == (zone, at)) {
            return Ok(day);
        }
        let oldest_open = self.oldest_open(read)?;
        let day = model::business_day(zone, at, oldest_open);
        self.dated = Some((zone, at, day));
        Ok(day)
    }

    /// The number that the next posting gets.
    pub fn next_id(&mut self, read: &Read<'_>) -> Result<TransactionId, StoreError> {
        Ok(self.opening(read)?.next)
    }

    /// The transaction with this natural key, posted now or at any time before.
    pub fn posted(
        &self,
        read: &Read<'_>,
        key: &str,
    ) -> Result<Option<TransactionId>, AccountingError> {
        match self.keys.get(key) {
            Some(known) => Ok(*known),
            None => Ok(rows::id_by_key(read, key)?),
        }
    }

    /// Asks at once for what `posted` will be asked for one by one.
    pub fn ask_posted(&mut self, read: &Read<'_>, keys: Vec<String>) -> Result<(), StoreError> {
        let posted = rows::ids_by_key(read, &keys)?;
        self.keys.extend(keys.into_iter().map(|key| (key, None)));
        let posted = posted.into_iter().map(|(key, id)| (key, Some(id)));
        self.keys.extend(posted);
        Ok(())
    }

    /// Reads at once the accounts of popugs that will be posted to one by one, with that of the
    /// `partner` to which or from which it will go, each once, and none that is in memory: what is posted there is not written yet. Before the books begin, and of
    /// whom there is no account, `post` complains.
    pub fn ask_accounts(
        &mut self,
        read: &Read<'_>,
        users: impl IntoIterator<Item = UserId>,
        partner: AccountId,
    ) -> Result<(), AccountingError> {
        let mut users: BTreeSet<UserId> = users.into_iter().collect();
        users.retain(|user| !self.popugs.contains_key(user));
        if users.is_empty() {
            return Ok(());
        }
        let Some(oldest_open) = self.opening(read)?.oldest_open else {
            return Ok(());
        };
        let accounts = sql::accounts_of(read, users, partner)?;
        let ids = accounts.iter().map(|account| account.id);
        let mut days: HashMap<AccountId, BTreeMap<Day, AccountDay>> = HashMap::new();
        for (account, day, row) in account_days::days_around(read, ids, oldest_open)? {
            days.entry(account).or_default().insert(day, row);
        }
        for account in accounts {
            let days = days.remove(&account.id).unwrap_or_default();
            self.keep(account, days);
        }
        Ok(())
    }

    /// Says an event in the order of the postings.
    pub fn say(&mut self, event: impl Into<Event>, cause: Option<Seq>) {
        self.said.push((event.into(), cause));
    }

    /// Posts a transaction; it is written by `flush`.
    pub fn post(
        &mut self,
        read: &Read<'_>,
        posting: Posting,
    ) -> Result<TransactionId, AccountingError> {
        let from = self.page(read, posting.from)?;
        let to = self.page(read, posting.to)?;
        let id = self.next_id(read)?;
        let loss = posting.amount.checked_neg();
        let loss = loss.ok_or(AccountingError::Overflow(posting.from))?;
        let from_balance = self.change(from, &posting, id, loss)?;
        let to_balance = self.change(to, &posting, id, posting.amount)?;
        self.opening(read)?.next = TransactionId::new(id.get().saturating_add(1));
        self.say(told(id, &posting), posting.origin.cause);
        // A fee's key is that of its event, which nobody asks for: `causes` tells of those.
        if posting.kind != TransactionKind::Fee {
            self.keys.insert(posting.key.clone(), Some(id));
        }
        self.posted.push(Transaction {
            id,
            at: posting.origin.at,
            day: posting.origin.day,
            kind: posting.kind,
            key: posting.key,
            from,
            to,
            amount: posting.amount,
            from_balance,
            to_balance,
            task: posting.task,
            memo: posting.memo,
            actor: posting.origin.actor,
            mends: posting.mends,
            cause: posting.origin.cause,
        });
        Ok(id)
    }

    /// Writes everything that was posted and said; answers the place of each event, in the order
    /// in which they were said.
    pub fn flush(self, tx: &mut Write<'_>) -> Result<Vec<Seq>, AccountingError> {
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        for (id, page) in &self.accounts {
            for day in &page.changed {
                let Some(row) = page.days.get(day) else {
                    continue;
                };
                let list = if page.kept.contains(day) {
                    &mut changed
                } else {
                    &mut new
                };
                list.push((*id, *day, *row));
            }
        }
        let touched = self.accounts.values();
        let touched = touched.filter(|page| !page.changed.is_empty());
        sql::update_balances(tx, touched.map(|page| page.account))?;
        account_days::insert_days(tx, new)?;
        account_days::update_days(tx, changed)?;
        rows::insert(tx, self.posted)?;
        let many = self.said.len();
        let first = tx.append_many(self.said)?;
        Ok(std::iter::successors(Some(first), |seq| Some(seq.next()))
            .take(many)
            .collect())
    }

    /// Changes an account in memory; answers what is in it then.
    fn change(
        &mut self,
        id: AccountId,
        posting: &Posting,
        transaction: TransactionId,
        change: Money,
    ) -> Result<Money, AccountingError> {
        let page = self.accounts.get_mut(&id);
        let page = page.ok_or(AccountingError::Overflow(posting.from))?;
        let party = page.account.party;
        page.change(posting, transaction, change)
            .ok_or(AccountingError::Overflow(party))
    }

    /// Reads an account into memory, unless it is there.
    fn page(&mut self, read: &Read<'_>, party: Party) -> Result<AccountId, AccountingError> {
        let known = match party {
            Party::Management => Some(MANAGEMENT),
            Party::Bank => Some(BANK),
            Party::User(user) => self.popugs.get(&user).copied(),
        };
        if let Some(id) = known.filter(|id| self.accounts.contains_key(id)) {
            return Ok(id);
        }
        let account = match party {
            Party::Management => sql::account_by_id(read, MANAGEMENT)?,
            Party::Bank => sql::account_by_id(read, BANK)?,
            Party::User(user) => {
                let found = sql::account_of(read, user)?;
                found.ok_or(AccountingError::NoAccount(user))?
            }
        };
        let oldest_open = self.oldest_open(read)?;
        let days = account_days::days_around(read, [account.id], oldest_open)?;
        let days = days.into_iter().map(|(_, day, row)| (day, row));
        self.keep(account, days.collect());
        Ok(account.id)
    }

    /// What was read into memory before stays as it is: it may have changed since.
    fn keep(&mut self, account: Account, days: BTreeMap<Day, AccountDay>) {
        if let Party::User(user) = account.party {
            self.popugs.insert(user, account.id);
        }
        let page = Page {
            account,
            kept: days.keys().copied().collect(),
            days,
            changed: BTreeSet::new(),
        };
        self.accounts.entry(account.id).or_insert(page);
    }
}

impl Page {
    /// Changes the balance, the day and the balances of all days that follow; `None`, and nothing
    /// that may be written, where a number does not fit.
    fn change(
        &mut self,
        posting: &Posting,
        transaction: TransactionId,
        change: Money,
    ) -> Option<Money> {
        let on = posting.origin.day;
        let carried = self.days.range(..=on).next_back();
        let carried = carried.map_or(Money::ZERO, |(_, day)| day.balance);
        let day = self.days.entry(on).or_insert(AccountDay {
            sums: Sums::default(),
            balance: carried,
            first: transaction,
            last: transaction,
        });
        day.sums = day.sums.with(posting.kind, change)?;
        day.last = transaction;
        for (day, row) in self.days.range_mut(on..) {
            row.balance = row.balance.checked_add(change)?;
            self.changed.insert(*day);
        }
        self.account.balance = self.account.balance.checked_add(change)?;
        Some(self.account.balance)
    }
}

/// The day after the last closed one, or the first day of the books, if they have begun.
pub fn oldest_open(read: &Read<'_>) -> Result<Option<Day>, StoreError> {
    Ok(opening::opening(read)?.oldest_open)
}

/// Whether money has moved yet.
pub fn has_transactions(read: &Read<'_>) -> Result<bool, AccountingError> {
    Ok(opening::opening(read)?.next > TransactionId::new(1))
}

fn told(transaction: TransactionId, posting: &Posting) -> TransactionCreated {
    let task = posting.task.as_ref();
    TransactionCreated {
        transaction,
        kind: posting.kind,
        day: posting.origin.day,
        from: posting.from,
        to: posting.to,
        amount_cents: posting.amount,
        task: task.map(|it| it.id),
        ticket: task.and_then(|it| it.ticket.clone()),
        title: task.map(|it| it.title.clone()),
        memo: posting.memo.clone(),
        mends: posting.mends,
    }
}

//! The ledger counted anew from the log, row by row.

use std::collections::{BTreeMap, HashMap};

use crate::accounting::AccountingError;
use crate::accounting::error::named;
use crate::accounting::model::{Account, AccountId, BANK, MANAGEMENT, Sums};
use crate::accounting::pairs::Pairs;
use crate::accounting::recounted_days::wrong_account_day;
use crate::accounting::sql::ledger::{self as rows, Transaction};
use crate::accounting::sql::{self, account_days};
use crate::accounting::verdict::{Verdict, difference};
use crate::events::shape::{Outcome, Party, TransactionCreated, TransactionKind};
use crate::events::{Event, Heard, heard_at_each};
use crate::kernel::day::Day;
use crate::kernel::ids::{Seq, TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::store::Read;

/// All accounts as the log makes them.
pub struct Recount {
    currency: Currency,
    accounts: BTreeMap<AccountId, Account>,
    popugs: HashMap<UserId, AccountId>,
    counted: BTreeMap<AccountId, Money>,
    /// By how much each account changed on each day that is not settled yet.
    changes: BTreeMap<(Day, AccountId), Money>,
    /// What management saw on those days.
    earned: BTreeMap<Day, Sums>,
    /// What each account held at the end of the last day that was closed.
    settled: BTreeMap<AccountId, Money>,
    last: TransactionId,
    pairs: Pairs,
    wrong: Option<String>,
}

/// The rows of the transactions that a piece of the log tells of, and the events that they name as
/// their causes.
#[derive(Default)]
pub struct Posted {
    rows: HashMap<TransactionId, Transaction>,
    causes: HashMap<Seq, Heard>,
}

impl Posted {
    /// Looks them up.
    pub fn told_by(read: &Read<'_>, piece: &[Heard]) -> Result<Self, AccountingError> {
        let mut ids = Vec::new();
        for heard in piece {
            if let Event::TransactionCreated(said) = &heard.event {
                ids.push(said.transaction);
            }
        }
        let rows = rows::by_ids(read, ids)?;
        let causes = rows.iter().filter_map(|row| row.cause);
        Ok(Self {
            causes: heard_at_each(read, causes)?,
            rows: rows.into_iter().map(|row| (row.id, row)).collect(),
        })
    }
}

impl Recount {
    /// With nothing counted yet.
    pub fn begin(read: &Read<'_>, currency: Currency) -> Result<Self, AccountingError> {
        let accounts = sql::accounts(read)?;
        let popugs = accounts.iter().filter_map(|account| match account.party {
            Party::User(user) => Some((user, account.id)),
            Party::Management | Party::Bank => None,
        });
        Ok(Self {
            currency,
            popugs: popugs.collect(),
            accounts: accounts.into_iter().map(|it| (it.id, it)).collect(),
            counted: BTreeMap::new(),
            changes: BTreeMap::new(),
            earned: BTreeMap::new(),
            settled: BTreeMap::new(),
            last: TransactionId::new(0),
            pairs: Pairs::default(),
            wrong: None,
        })
    }

    /// Notes what is wrong with a piece of the ledger, of which nothing is known then.
    pub fn complain(&mut self, wrong: String) -> Posted {
        self.wrong.get_or_insert(wrong);
        Posted::default()
    }

    /// Compares a transaction with its row, and counts it.
    pub fn take_in(&mut self, posted: &Posted, heard: &Heard) -> Result<(), AccountingError> {
        match &heard.event {
            Event::TransactionCreated(said) => {
                let wrong = self.transaction(posted, heard, said)?;
                self.wrong = self.wrong.take().or(wrong);
            }
            Event::TransactionProcessed(_)
            | Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::SettingUpdated(_)
            | Event::TaskCreated(_)
            | Event::TaskAssigned(_)
            | Event::TaskClosed(_)
            | Event::TaskUpdated(_)
            | Event::TaskPriced(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
        Ok(())
    }

    fn transaction(
        &mut self,
        posted: &Posted,
        heard: &Heard,
        said: &TransactionCreated,
    ) -> Result<Option<String>, AccountingError> {
        let id = said.transaction;
        self.last = self.last.max(id);
        let (Some(from), Some(to)) = (self.account(said.from), self.account(said.to)) else {
            return Ok(Some(format!(
                "transaction {id}: one of its accounts is missing"
            )));
        };
        let loss = said.amount_cents.checked_neg();
        let loss = loss.ok_or(AccountingError::Overflow(said.from))?;
        let from_balance = self.count(from, said, loss)?;
        let to_balance = self.count(to, said, said.amount_cents)?;

        let Some(row) = posted.rows.get(&id) else {
            let seq = heard.seq;
            return Ok(Some(format!(
                "transaction {id} is missing; event {seq} tells of it"
            )));
        };
        let other = self.pairs.take_in(heard.at, said, row);
        let wrong = self.field(said, row).or_else(|| {
            let found = [row.from_balance, row.to_balance];
            let counted = [from_balance, to_balance];
            let both = found.into_iter().zip(counted);
            let mut wrong = both.filter(|(found, counted)| found != counted);
            wrong.next().map(|(found, counted)| {
                let [found, counted] = [found, counted].map(|it| self.currency.show(it));
                format!("the balance after it is {found}, counted anew {counted}")
            })
        });
        let wrong = match wrong {
            Some(wrong) => Some(wrong),
            None => origin(posted, heard, said, row).map(str::to_owned),
        };
        let wrong = wrong.map(|wrong| format!("transaction {id}: {wrong}"));
        Ok(wrong.or_else(|| other.map(not_its_key)))
    }

    /// The first field that is not what the event says.
    fn field(&self, said: &TransactionCreated, row: &Transaction) -> Option<String> {
        let party = |id: &AccountId| self.accounts.get(id).map(|account| account.party);
        let (Some(from), Some(to)) = (party(&row.from), party(&row.to)) else {
            return Some("it names an account that is missing".to_owned());
        };
        let task = row.task.as_ref();
        let found = TransactionCreated {
            transaction: row.id,
            kind: row.kind,
            day: row.day,
            from,
            to,
            amount_cents: row.amount,
            task: task.map(|it| it.id),
            ticket: task.and_then(|it| it.ticket.clone()),
            title: task.map(|it| it.title.clone()),
            memo: row.memo.clone(),
            mends: row.mends,
        };
        (found != *said).then(|| difference(&found, said, &self.currency))
    }

    fn account(&self, party: Party) -> Option<AccountId> {
        match party {
            Party::Management => Some(MANAGEMENT),
            Party::Bank => Some(BANK),
            Party::User(user) => self.popugs.get(&user).copied(),
        }
    }

    fn count(
        &mut self,
        id: AccountId,
        said: &TransactionCreated,
        change: Money,
    ) -> Result<Money, AccountingError> {
        let fits = |sum: Option<Money>| sum.ok_or(AccountingError::Totals(said.day));
        let of_day = self.changes.entry((said.day, id)).or_default();
        *of_day = fits(of_day.checked_add(change))?;
        if id == MANAGEMENT {
            let earned = self.earned.entry(said.day).or_default();
            let sums = earned.with(said.kind, change);
            *earned = sums.ok_or(AccountingError::Totals(said.day))?;
        }
        let counted = self.counted.entry(id).or_default();
        *counted = fits(counted.checked_add(change))?;
        Ok(*counted)
    }

    /// What management earned on a day that is closed now, and what popugs in the red owe then.
    pub fn settle(&mut self, day: Day) -> Result<(Money, Money), AccountingError> {
        let fits = |sum: Option<Money>| sum.ok_or(AccountingError::Totals(day));
        let mut debts = Money::ZERO;
        for id in self.accounts.keys() {
            let change = self.changes.remove(&(day, *id));
            let held = self.settled.entry(*id).or_default();
            *held = fits(held.checked_add(change.unwrap_or_default()))?;
            if held.is_negative() && *id != MANAGEMENT && *id != BANK {
                debts = fits(debts.checked_sub(*held))?;
            }
        }
        let earned = self.earned.remove(&day);
        let earned = fits(earned.unwrap_or_default().earned_by_management())?;
        Ok((earned, debts))
    }

    /// Compares what is kept for speed with what was counted, and looks for rows that no event
    /// tells of.
    pub fn end(mut self, read: &Read<'_>) -> Result<Verdict, AccountingError> {
        let wrong = self.wrong.take();
        if let Some(wrong) = wrong.or_else(|| self.pairs.end().map(not_its_key)) {
            return Ok(Err(wrong));
        }
        if let Some(id) = rows::first_after(read, self.last)? {
            return Ok(Err(format!(
                "transaction {id} is one that the log does not tell of"
            )));
        }
        if let Some(wrong) = self.wrong_balance() {
            return Ok(Err(wrong));
        }
        if let Some(wrong) = self.wrong_day(read)? {
            return Ok(Err(wrong));
        }
        let many = usize::try_from(self.last.get()).unwrap_or_default();
        Ok(Ok(many))
    }

    /// An account whose balance is not what its transactions sum to. Where there is none the
    /// balances sum to zero, as what was counted does by its making.
    fn wrong_balance(&self) -> Option<String> {
        let wrong = self.accounts.values().find_map(|account| {
            let counted = self.counted.get(&account.id).copied().unwrap_or_default();
            (account.balance != counted).then_some((account, counted))
        });
        let (account, counted) = wrong?;
        let [found, counted] = [account.balance, counted].map(|it| self.currency.show(it));
        let whose = named(account.party);
        Some(format!(
            "the balance of {whose} is {found}, counted anew {counted}"
        ))
    }

    /// What is kept of the days of accounts, held against the ledger, which is right by now.
    fn wrong_day(&self, read: &Read<'_>) -> Result<Option<String>, AccountingError> {
        let whose = |id: AccountId| {
            let account = self.accounts.get(&id);
            account.map_or_else(|| "nobody".to_owned(), |it| named(it.party))
        };
        let wrong = match wrong_account_day(read, self.accounts.keys().copied())? {
            None => account_days::stray_day(read)?.map(|(id, day)| (id, day, "are nobody's")),
            wrong => wrong,
        };
        Ok(wrong.map(|(id, day, what)| format!("the sums of {} on {day} {what}", whose(id))))
    }
}

/// When, by whom and for what event it was posted, which only its cause and its key tell.
fn origin(
    posted: &Posted,
    heard: &Heard,
    said: &TransactionCreated,
    row: &Transaction,
) -> Option<&'static str> {
    let by_event = match said.kind {
        TransactionKind::Fee | TransactionKind::Reward => true,
        TransactionKind::Reversal => row.cause.is_some(),
        TransactionKind::Payout | TransactionKind::Adjustment => false,
    };
    let told = if by_event {
        cause(posted, heard, row)
    } else {
        Some((heard.at, heard.actor.clone()))
    };
    let Some((at, actor)) = told else {
        return Some("the log has no event that it may follow from");
    };
    if !by_event && row.cause.is_some() {
        return Some("the log has no event that it follows from");
    }
    if row.at != at {
        return Some("it happened at another time than the log says");
    }
    if row.actor != actor {
        return Some("the log says that somebody else acted");
    }
    let key = match (said.kind, row.cause, said.task, said.mends, said.from) {
        (TransactionKind::Fee, Some(seq), ..) => format!("fee/{seq}"),
        (TransactionKind::Reward, _, Some(task), ..) => format!("reward/{task}"),
        (TransactionKind::Payout, .., Party::User(user)) => format!("payout/{}/{user}", said.day),
        (TransactionKind::Reversal, _, _, Some(mended), _) => format!("reversal/{mended}"),
        // What comes next tells whose key it has.
        (TransactionKind::Adjustment, ..) => return None,
        _ => return Some("it lacks what its kind needs"),
    };
    (row.key != key).then_some(NOT_ITS_KEY)
}

const NOT_ITS_KEY: &str = "its natural key is not its own";

fn not_its_key(id: TransactionId) -> String {
    format!("transaction {id}: {NOT_ITS_KEY}")
}

/// When the event happened that a row was posted for, and who acted; nothing where that is none
/// that money moves for, or none that came before.
fn cause(posted: &Posted, heard: &Heard, row: &Transaction) -> Option<(Moment, String)> {
    let seq = row.cause.filter(|seq| *seq < heard.seq)?;
    let found = posted.causes.get(&seq)?;
    let moves_money = match &found.event {
        Event::TaskAssigned(_) | Event::TaskClosed(_) => true,
        Event::TransactionProcessed(it) => it.outcome == Outcome::Refused,
        Event::UserCreated(_)
        | Event::UserUpdated(_)
        | Event::SettingUpdated(_)
        | Event::TaskCreated(_)
        | Event::TaskUpdated(_)
        | Event::TaskPriced(_)
        | Event::TransactionCreated(_)
        | Event::AccountFinalized(_)
        | Event::DayClosed(_) => false,
    };
    moves_money.then(|| (found.at, found.actor.clone()))
}

//! Whether the tables say what the log says: the ledger, the prices and the closed days.
//!
//! The log is heard once from its beginning; rows are looked up as their events come by, a thousand
//! at once, and all that is kept for speed, balances and sums of days, is counted anew.

use std::collections::HashMap;

use crate::accounting::AccountingError;
use crate::accounting::closings::Closings;
use crate::accounting::model::{Settings, Task};
use crate::accounting::recount::{Posted, Recount};
use crate::accounting::verdict::{Verdict, difference, readable};
use crate::accounting::{copies, sql};
use crate::events::shape::TaskPriced;
use crate::events::{self, Event, Heard, Subject};
use crate::kernel::finding::{Finding, counted};
use crate::kernel::ids::TaskId;
use crate::kernel::money::{Currency, Money};
use crate::store::Read;

/// The checks, in the order in which they are reported.
const LEDGER: &str = "ledger";
const PRICES: &str = "prices";
const DAYS: &str = "days";

const HINT: &str = "something other than popug changed the store: restore a backup from before, and compare its seals with those in the letters";

/// Compares the ledger, the prices and the days with the log; one finding of each check.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, AccountingError> {
    let currency = Settings::new(sql::settings(read)?).currency();
    let currency = currency.unwrap_or_default();
    let mut prices = Prices::default();
    let mut recount = Recount::begin(read, currency.clone())?;
    let mut closings = Closings::default();
    events::each_piece(read, |piece| {
        let priced = readable(Priced::told_by(read, piece))?;
        let priced = priced.unwrap_or_else(|wrong| prices.complain(wrong));
        let posted = readable(Posted::told_by(read, piece))?;
        let posted = posted.unwrap_or_else(|wrong| recount.complain(wrong));
        for heard in piece {
            prices.take_in(&priced, heard, &currency);
            recount.take_in(&posted, heard)?;
            let closed = closings.take_in(read, heard, &mut recount, &currency);
            readable(closed)?.unwrap_or_else(|wrong| closings.complain(wrong));
        }
        Ok::<_, AccountingError>(())
    })?;
    let mut findings = vec![
        finding(LEDGER, recount.end(read), ["transaction", "transactions"])?,
        finding(PRICES, prices.end(read), ["price", "prices"])?,
        finding(DAYS, closings.end(read), ["closed day", "closed days"])?,
    ];
    match readable(copies::examine(read))? {
        Ok(copies) => findings.extend(copies),
        Err(wrong) => findings.push(Finding::failure("copies", wrong, HINT)),
    }
    Ok(findings)
}

/// Whether all balances come to nothing together.
pub fn examine_sum(read: &Read<'_>) -> Result<Finding, AccountingError> {
    let accounts = sql::accounts(read)?.into_iter();
    let sum = Money::sum(accounts.map(|account| account.balance));
    if sum == Some(Money::ZERO) {
        return Ok(Finding::fine(LEDGER, "all balances come to nothing"));
    }
    let wrong = "the balances of all accounts do not come to nothing";
    Ok(Finding::failure(LEDGER, wrong, HINT))
}

fn finding(
    check: &str,
    verdict: Result<Verdict, AccountingError>,
    [one, many]: [&str; 2],
) -> Result<Finding, AccountingError> {
    Ok(match readable(verdict)?.and_then(|verdict| verdict) {
        Ok(count) => {
            let rows = counted(count, one, many);
            Finding::fine(check, format!("{rows}, each as the log tells it"))
        }
        Err(wrong) => Finding::failure(check, wrong, HINT),
    })
}

/// Prices, as `task.priced` tells them.
#[derive(Default)]
struct Prices {
    told: i64,
    wrong: Option<String>,
}

/// The prices that a piece of the log tells of, as they are kept.
#[derive(Default)]
struct Priced(HashMap<TaskId, Task>);

impl Priced {
    fn told_by(read: &Read<'_>, piece: &[Heard]) -> Result<Self, AccountingError> {
        let mut ids = Vec::new();
        for heard in piece {
            if let Event::TaskPriced(said) = &heard.event {
                ids.push(said.task);
            }
        }
        let tasks = sql::tasks_by_id(read, ids)?;
        Ok(Self(
            tasks.into_iter().map(|it| (it.about.id, it)).collect(),
        ))
    }
}

impl Prices {
    /// Notes what is wrong with a piece of them, of which nothing is known then.
    fn complain(&mut self, wrong: String) -> Priced {
        self.wrong.get_or_insert(wrong);
        Priced::default()
    }

    fn take_in(&mut self, priced: &Priced, heard: &Heard, currency: &Currency) {
        let Event::TaskPriced(said) = &heard.event else {
            return;
        };
        let id = said.task;
        self.told += 1;
        if self.wrong.is_some() {
            return;
        }
        self.wrong = match priced.0.get(&id) {
            None => Some(format!(
                "task {id} is missing; event {} prices it",
                heard.seq
            )),
            Some(task) => {
                let found = TaskPriced {
                    task: id,
                    fee_cents: task.fee,
                    reward_cents: task.reward,
                };
                (found != *said)
                    .then(|| format!("task {id}: {}", difference(&found, said, currency)))
            }
        };
    }

    fn end(self, read: &Read<'_>) -> Result<Verdict, AccountingError> {
        if let Some(wrong) = self.wrong {
            return Ok(Err(wrong));
        }
        let priced = sql::count_tasks(read)?;
        if priced != self.told
            && let Some(id) = strange(read)?
        {
            let wrong = format!("task {id} has a price that the log does not tell of");
            return Ok(Err(wrong));
        }
        Ok(Ok(usize::try_from(priced).unwrap_or_default()))
    }
}

/// The first task with a price that no event tells of.
fn strange(read: &Read<'_>) -> Result<Option<TaskId>, AccountingError> {
    let mut strange = None;
    sql::each_task_id(read, |id| {
        if strange.is_none() {
            let mut told = false;
            events::each_about::<AccountingError>(read, &Subject::Task(id), |heard| {
                told |= matches!(heard.event, Event::TaskPriced(_));
                Ok(())
            })?;
            strange = (!told).then_some(id);
        }
        Ok::<_, AccountingError>(())
    })?;
    Ok(strange)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{Books, ISKRA, KESHA};

    const MORNING: &str = "2026-11-02T09:00:00Z";

    /// A closed day with a payout, and an open one.
    fn books() -> Books {
        let books = Books::open();
        books.assign(MORNING, 1, KESHA);
        books.assign(MORNING, 2, ISKRA);
        books.finish(MORNING, 1, KESHA);
        books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        books.assign("2026-11-03T09:00:00Z", 3, ISKRA);
        for table in [
            "accounting_transaction",
            "accounting_invoice",
            "accounting_day",
        ] {
            books.unguard(table);
        }
        books
    }

    fn found(books: &Books) -> Vec<(bool, String)> {
        let found = books.store().read(examine).expect("examined");
        let names: Vec<&str> = found.iter().map(|it| it.check.as_str()).collect();
        assert_eq!(names, [LEDGER, PRICES, DAYS]);
        found.into_iter().map(|it| (it.ok, it.detail)).collect()
    }

    #[test]
    fn what_nobody_touched_is_sound() {
        let details = found(&books()).into_iter();
        let sound = [
            "5 transactions, each as the log tells it",
            "3 prices, each as the log tells it",
            "1 closed day, each as the log tells it",
        ];
        assert_eq!(
            details.collect::<Vec<_>>(),
            sound.map(|it| (true, it.to_owned()))
        );
        assert!(found(&Books::open()).into_iter().all(|(ok, _)| ok));
    }

    /// What somebody did to the ledger, and what is said of it.
    const EDITS: [(&str, &str); 16] = [
        (
            "UPDATE accounting_transaction SET amount_cents = 1200 WHERE id = 3",
            "transaction 3: amount is $12.00, the log says $30.00",
        ),
        (
            "UPDATE accounting_transaction SET from_account = 4 WHERE id = 1",
            "transaction 1: from is user 2, the log says user 1",
        ),
        (
            "UPDATE accounting_transaction SET day = '2026-11-05' WHERE id = 2",
            "transaction 2: day is 2026-11-05, the log says 2026-11-02",
        ),
        (
            "UPDATE accounting_transaction SET title = 'Sleep' WHERE id = 1",
            "transaction 1: title is Sleep, the log says Oil perch 1",
        ),
        (
            "UPDATE accounting_transaction SET ticket = NULL WHERE id = 1",
            "transaction 1: ticket is nothing, the log says POPUG-1",
        ),
        (
            "UPDATE accounting_transaction SET to_balance_cents = 7 WHERE id = 3",
            "transaction 3: the balance after it is $0.07, counted anew $20.00",
        ),
        (
            "UPDATE accounting_transaction SET actor = 'iskra' WHERE id = 4",
            "transaction 4: the log says that somebody else acted",
        ),
        (
            "UPDATE accounting_transaction SET at = at + 1 WHERE id = 4",
            "transaction 4: it happened at another time than the log says",
        ),
        (
            "UPDATE accounting_transaction SET cause = NULL WHERE id = 1",
            "transaction 1: the log has no event that it may follow from",
        ),
        (
            "UPDATE accounting_transaction SET natural_key = 'fee/0' WHERE id = 1",
            "transaction 1: its natural key is not its own",
        ),
        (
            "DELETE FROM accounting_transaction WHERE id = 5",
            "transaction 5 is missing; event 26 tells of it",
        ),
        (
            "INSERT INTO accounting_transaction
                     (id, at, day, kind, natural_key, from_account, to_account, amount_cents,
                      from_balance_cents, to_balance_cents, actor)
                 VALUES (6, 0, '2026-11-03', 'adjustment', 'adjustment/6', 1, 3, 1, 0, 0, 'x')",
            "transaction 6 is one that the log does not tell of",
        ),
        (
            "UPDATE accounting_account SET balance_cents = balance_cents + 1 WHERE id = 3",
            "the balance of popug 1 is $0.01, counted anew $0.00",
        ),
        (
            "UPDATE accounting_account SET balance_cents = 0",
            "the balance of the bank is $0.00, counted anew $20.00",
        ),
        (
            "UPDATE accounting_account_day SET fees_cents = 1 WHERE account_id = 4",
            "the sums of popug 2 on 2026-11-02 do not hold",
        ),
        (
            "DELETE FROM accounting_account_day WHERE account_id = 2",
            "the sums of the bank on 2026-11-02 are missing",
        ),
    ];

    #[test]
    fn whatever_is_edited_is_found_to_the_row() {
        for (edit, wrong) in EDITS {
            let books = books();
            books.tamper(edit);
            let ledger = found(&books).remove(0);
            assert_eq!(ledger, (false, wrong.to_owned()), "{edit}");
        }
    }

    #[test]
    fn all_balances_come_to_nothing_or_it_is_told() {
        let books = books();
        let found = || books.store().read(examine_sum).expect("examined");
        assert_eq!(found().detail, "all balances come to nothing");
        books
            .tamper("UPDATE accounting_account SET balance_cents = balance_cents + 1 WHERE id = 2");
        let wrong = "the balances of all accounts do not come to nothing";
        assert_eq!((found().ok, found().detail.as_str()), (false, wrong));
    }

    #[test]
    fn an_edited_price_or_day_is_found_by_its_check() {
        for (edit, check, wrong) in [
            (
                "UPDATE accounting_task SET fee_cents = 100 WHERE id = 3",
                1,
                "task 3: fee is $1.00, the log says $10.00",
            ),
            (
                "DELETE FROM accounting_task WHERE id = 3",
                1,
                "task 3 is missing; event 25 prices it",
            ),
            (
                "INSERT INTO accounting_task
                     (id, title, fee_cents, reward_cents, created_seq) VALUES (9, 'x', 1, 1, 1)",
                1,
                "task 9 has a price that the log does not tell of",
            ),
            (
                "UPDATE accounting_invoice SET amount_cents = 9900",
                2,
                "invoice 1: amount is $99.00, the log says $20.00",
            ),
            (
                "UPDATE accounting_day SET earned_cents = 100",
                2,
                "2026-11-02: earned is $1.00, the log says -$10.00",
            ),
            (
                "UPDATE accounting_day SET seal = replace(seal, substr(seal, 1, 8), '00000000')",
                2,
                "2026-11-02: its seal is not the one of the log",
            ),
            (
                "DELETE FROM accounting_day",
                2,
                "2026-11-02 is missing; event 22 closed it",
            ),
        ] {
            let books = books();
            books.tamper(edit);
            let found = found(&books);
            assert_eq!(found[check], (false, wrong.to_owned()), "{edit}");
            assert_eq!(found.iter().filter(|(ok, _)| !ok).count(), 1, "{edit}");
        }
    }
}

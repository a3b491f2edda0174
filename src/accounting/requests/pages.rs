//! Pages of all accounts, and of the closed days.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::day::DayRow;
use crate::accounting::requests::accounts::AccountRow;
use crate::accounting::sql::{days, pages};
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::page::{Page, Paged};
use crate::store::{Asker, Query, Read};

/// `account.page`: what is around an account among all of them, the richest first.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageAccounts {
    /// The page.
    pub page: Page,
}

/// An account among all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RankedAccount {
    /// Its number.
    pub id: i64,
    /// What is in it.
    #[serde(flatten)]
    pub row: AccountRow,
}

/// A page of accounts, and what all of them come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountsPage {
    /// The page.
    pub page: Paged<RankedAccount>,
    /// So many are richer than the first of it.
    pub before: i64,
    /// So many there are.
    pub count: i64,
    /// What is in all of them.
    pub sum_cents: Money,
}

impl Query for PageAccounts {
    type Answer = AccountsPage;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<AccountsPage, AccountingError> {
        let day = asker.calendar(read)?.open;
        let walk = |way, from, most| {
            let found = pages::accounts(read, day, (way, from), most)?;
            let ranked = found.into_iter().map(|(id, account)| {
                let row = AccountRow::of(account, day).ok_or(AccountingError::Totals(day))?;
                Ok(RankedAccount { id, row })
            });
            ranked.collect::<Result<Vec<_>, AccountingError>>()
        };
        let page = self.page.read(walk, |it| it.id)?;
        let before = match page.rows.first() {
            Some(first) if page.above => pages::richer(read, first.id)?,
            Some(_) | None => 0,
        };
        let (count, sum_cents) = pages::all_together(read)?;
        Ok(AccountsPage {
            page,
            before,
            count,
            sum_cents,
        })
    }
}

/// `day.page`: what is around a day among the closed ones, the newest first.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageDays {
    /// The page; a day's id is its number.
    pub page: Page,
}

/// A page of closed days, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DaysPage {
    /// The page.
    pub page: Paged<DayRow>,
    /// So many there are.
    pub count: i64,
}

impl Query for PageDays {
    type Answer = DaysPage;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<DaysPage, AccountingError> {
        let walk = |way, from: Option<i64>, most| {
            let from = from.and_then(Day::from_number);
            Ok::<_, AccountingError>(pages::closed(read, (way, from), most)?)
        };
        Ok(DaysPage {
            page: self.page.read(walk, |it| it.day.number())?,
            count: days::count(read)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, day, popug};
    use crate::kernel::page::Anchor;
    use crate::kernel::role::Role;

    const NOW: &str = "2026-11-05T09:00:00Z";

    /// Kesha has 20 dollars, Iskra owes 10; three days are closed.
    fn books() -> Books {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.assign("2026-11-02T09:00:00Z", 2, ISKRA);
        books.finish("2026-11-02T09:00:00Z", 1, KESHA);
        for closed in ["2026-11-02", "2026-11-03", "2026-11-04"] {
            books.close("2026-11-05T00:05:00Z", closed).expect("closes");
        }
        books
    }

    fn accounts(books: &Books, anchor: Anchor, reach: u32) -> AccountsPage {
        let query = PageAccounts {
            page: Page { anchor, reach },
        };
        let page = books.ask(&query, popug(BERT, Role::Accountant), NOW);
        page.expect("a page")
    }

    #[test]
    fn every_account_is_on_one_page_in_its_place() {
        let books = books();
        let whole = accounts(&books, Anchor::First, 100);
        assert_eq!((whole.before, whole.count), (0, 5));
        assert_eq!(whole.sum_cents, Money::ZERO);
        let rows = &whole.page.rows;
        let order = |it: &RankedAccount| (it.row.balance_cents, it.id);
        assert!(rows.is_sorted_by(|a, b| order(a) > order(b)), "{rows:?}");
        for (place, row) in rows.iter().enumerate() {
            let around = accounts(&books, Anchor::Row(row.id), 1);
            let at = place.saturating_sub(1);
            assert_eq!(around.page.rows, rows[at..=place]);
            assert_eq!(usize::try_from(around.before), Ok(at));
            assert_eq!(
                (around.page.above, around.page.below),
                (place > 1, place < 4)
            );
        }
        let last = accounts(&books, Anchor::Last, 2);
        assert_eq!((last.before, &last.page.rows[..]), (3, &rows[3..]));
    }

    #[test]
    fn closed_days_are_read_by_pages_newest_first() {
        let books = books();
        let page = |anchor, reach| {
            let query = PageDays {
                page: Page { anchor, reach },
            };
            let page = books.ask(&query, popug(BERT, Role::Accountant), NOW);
            let page = page.expect("a page");
            let days: Vec<Day> = page.page.rows.iter().map(|it| it.day).collect();
            (days, page.page.above, page.page.below, page.count)
        };
        let [second, third, fourth] = ["2026-11-02", "2026-11-03", "2026-11-04"].map(day);
        let newest = (vec![fourth, third], false, true, 3);
        assert_eq!(page(Anchor::First, 2), newest);
        let oldest = (vec![second], true, false, 3);
        assert_eq!(page(Anchor::Last, 1), oldest);
        let around = (vec![fourth, third], false, true, 3);
        assert_eq!(page(Anchor::Row(third.number()), 1), around);
    }
}

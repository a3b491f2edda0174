//! A page of an audit log.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::requests::whose;
use crate::accounting::sql::{account_days, ledger, pages};
use crate::accounting::statement::LogRow;
use crate::kernel::actor::Actor;
use crate::kernel::ids::TransactionId;
use crate::kernel::name::Who;
use crate::kernel::page::{Page, Paged, Way};
use crate::kernel::permission::Permission;
use crate::kernel::range::{Range, Span};
use crate::store::{Asker, Query, Read};

/// `account.page-log`: what is around a transaction in the audit log of an account, the newest
/// first.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageLog {
    /// Whose.
    pub who: Who,
    /// Of these days; left out: all.
    pub range: Range,
    /// The page.
    pub page: Page,
}

impl PageLog {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for PageLog {
    type Answer = Paged<LogRow>;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Paged<LogRow>, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let account = whose::account(read, user.id)?.id;
        let seen = account_days::days_seen(read, account)?;
        let seen = seen.unwrap_or(Span::of(asker.calendar(read)?.open));
        let span = self
            .range
            .resolve(&asker.calendar(read)?, seen.from, seen.to)?;
        let Some((first, last)) = ledger::id_range(read, account, span)? else {
            return Ok(Paged::default());
        };
        let walk = |way, from: Option<i64>, most| {
            let from = from.map(TransactionId::new);
            let ids = match way {
                Way::Down => (first, from.map_or(last, |from| from.min(last))),
                Way::Up => (from.map_or(first, |from| from.max(first)), last),
            };
            let entries = pages::entries(read, account, span, ids, (way, most))?;
            Ok::<_, AccountingError>(entries.into_iter().map(LogRow::from).collect())
        };
        self.page.read(walk, |row: &LogRow| row.id.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{Books, ISKRA, KESHA, popug};
    use crate::kernel::page::Anchor;
    use crate::kernel::range::DayWord;
    use crate::kernel::role::Role;

    const NOW: &str = "2026-11-03T12:00:00Z";

    /// Kesha's are all the odd ones, 1 to 39; the last ten of them are of Tuesday.
    fn books() -> Books {
        let books = Books::open();
        for task in 1..=20 {
            let at = match task {
                ..=10 => "2026-11-02T09:00:00Z",
                _ => "2026-11-03T09:00:00Z",
            };
            books.assign(at, task, KESHA);
            books.assign(at, task + 100, ISKRA);
        }
        books
    }

    fn page(books: &Books, range: Range, anchor: Anchor) -> (Vec<i64>, bool, bool) {
        let query = PageLog {
            who: Who::Me,
            range,
            page: Page { anchor, reach: 3 },
        };
        let page = books.ask(&query, popug(KESHA, Role::Worker), NOW);
        let page = page.expect("a page");
        let ids = page.rows.iter().map(|row| row.id.get()).collect();
        (ids, page.above, page.below)
    }

    #[test]
    fn a_log_is_read_by_pages_newest_first() {
        let books = books();
        let all = Range::default();
        let newest = (vec![39, 37, 35], false, true);
        assert_eq!(page(&books, all, Anchor::First), newest);
        assert_eq!(
            page(&books, all, Anchor::Last),
            (vec![5, 3, 1], true, false)
        );
        let around = (vec![21, 19, 17, 15, 13, 11], true, true);
        assert_eq!(page(&books, all, Anchor::Row(15)), around);
        let beside = (vec![21, 19, 17, 15, 13, 11], true, true);
        assert_eq!(page(&books, all, Anchor::Row(16)), beside, "16 is iskra's");
    }

    #[test]
    fn a_page_holds_only_the_days_that_are_asked_for() {
        let books = books();
        let monday = Range::day(DayWord::Yesterday);
        let newest = (vec![19, 17, 15], false, true);
        assert_eq!(page(&books, monday, Anchor::First), newest);
        let last = (vec![5, 3, 1], true, false);
        assert_eq!(page(&books, monday, Anchor::Last), last);
        let none = Range::day(DayWord::Ago(9));
        assert_eq!(page(&books, none, Anchor::First), (vec![], false, false));
    }

    #[test]
    fn a_page_has_the_rows_of_the_log() {
        let books = books();
        let query = crate::accounting::AccountLog {
            who: Who::Me,
            range: Range::default(),
            limit: None,
        };
        let worker = || popug(KESHA, Role::Worker);
        let mut log = books.ask(&query, worker(), NOW).expect("a log");
        log.reverse();
        let query = PageLog {
            who: Who::Me,
            range: Range::default(),
            page: Page {
                anchor: Anchor::Row(log[9].id.get()),
                reach: 100,
            },
        };
        let page = books.ask(&query, worker(), NOW).expect("a page");
        assert_eq!(page.rows, log);
    }
}

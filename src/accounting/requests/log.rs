//! The audit log of an account, and its statement.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::requests::whose;
use crate::accounting::sql::{account_days, ledger as rows};
use crate::accounting::statement::{LogRow, Statement, statement};
use crate::kernel::actor::Actor;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::kernel::range::{Range, Span};
use crate::store::{Asker, ListQuery, Query, Read, Visit};

/// Every charge and every credit of an account, in the order in which they were posted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountLog {
    /// Whose.
    pub who: Who,
    /// Of these days; left out: all.
    pub range: Range,
    /// The newest so many; left out or 0: all.
    pub limit: Option<u32>,
}

impl AccountLog {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl ListQuery for AccountLog {
    type Error = AccountingError;
    type Row = LogRow;

    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, LogRow>,
    ) -> Result<(), AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let account = whose::account(read, user.id)?.id;
        let seen = account_days::days_seen(read, account)?;
        let seen = seen.unwrap_or(Span::of(asker.calendar(read)?.open));
        let span = self
            .range
            .resolve(&asker.calendar(read)?, seen.from, seen.to)?;
        let Some(mut ids) = rows::id_range(read, account, span)? else {
            return Ok(());
        };
        if let Some(limit) = self.limit.filter(|limit| *limit > 0) {
            let first = rows::newest_entry(read, account, span, ids, i64::from(limit))?;
            ids.0 = first.unwrap_or(ids.0);
        }
        Ok(rows::entries(read, account, span, ids, &mut |entry| {
            visit(LogRow::from(entry))
        })?)
    }
}

/// What was carried, earned and paid, line by line: what the popug gets as a letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccountStatement {
    /// Whose.
    pub who: Who,
    /// Of these days; left out: the open one.
    pub range: Range,
}

impl AccountStatement {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for AccountStatement {
    type Answer = Statement;
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Statement, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let open = asker.calendar(read)?.open;
        let span = self.range.resolve(&asker.calendar(read)?, open, open)?;
        statement(read, user.id, span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::PageLog;
    use crate::accounting::testing::{Books, ISKRA, KESHA, assigned, cents, created, day, popug};
    use crate::events::shape::{TaskCreated, TaskUpdated};
    use crate::kernel::ids::TaskId;
    use crate::kernel::page::{Anchor, Page};
    use crate::kernel::range::DayWord;
    use crate::kernel::role::Role;

    /// On Tuesday a clock ran ahead, and Kesha was assigned a task before Monday's was closed.
    fn books() -> Books {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.assign("2026-11-03T09:00:00Z", 2, KESHA);
        books.assign("2026-11-02T10:00:00Z", 3, ISKRA);
        books.finish("2026-11-02T11:00:00Z", 1, KESHA);
        books
    }

    fn log(books: &Books, range: Range, limit: Option<u32>) -> Vec<(i64, i64, i64)> {
        let who = Who::Me;
        let query = AccountLog { who, range, limit };
        let rows = books.ask(&query, popug(KESHA, Role::Worker), "2026-11-03T12:00:00Z");
        let rows = rows.expect("a log").into_iter();
        let row = |row: LogRow| {
            let cents =
                [row.amount_cents, row.balance_cents].map(crate::kernel::money::Money::cents);
            (row.id.get(), cents[0], cents[1])
        };
        rows.map(row).collect()
    }

    #[test]
    fn the_audit_log_is_in_the_order_of_posting_and_a_limit_keeps_the_newest() {
        let books = books();
        let all = [(1, -1_000, -1_000), (2, -1_000, -2_000), (4, 3_000, 1_000)];
        assert_eq!(log(&books, Range::default(), None), all);
        assert_eq!(log(&books, Range::default(), Some(2)), all[1..]);
        let monday = Range::day(DayWord::Yesterday);
        assert_eq!(log(&books, monday, None), [all[0], all[2]]);
        let before = Range::day(DayWord::Ago(9));
        assert_eq!(log(&books, before, None), []);
    }

    #[test]
    fn a_log_row_has_the_keys_that_scripts_know() {
        let books = books();
        let query = AccountLog {
            who: Who::Me,
            range: Range::default(),
            limit: Some(1),
        };
        let rows = books.ask(&query, popug(KESHA, Role::Worker), "2026-11-03T12:00:00Z");
        let json = serde_json::to_string(&rows.expect("a log")[0]).expect("JSON");
        insta::assert_snapshot!(json, @r#"{"id":4,"at":"2026-11-02T11:00:00Z","day":"2026-11-02","kind":"reward","amount_cents":3000,"balance_cents":1000,"task":{"id":1,"ticket":"POPUG-1","title":"Oil perch 1","description":null},"memo":null,"actor":"system","mends":null}"#);
    }

    /// What the rows of Kesha's log say that their tasks are about, in the log, by pages and in a
    /// statement.
    fn descriptions(books: &Books) -> Vec<Option<String>> {
        let (who, range) = (|| Who::Me, Range::default);
        let (kesha, now) = (|| popug(KESHA, Role::Worker), "2026-11-02T12:00:00Z");
        let about = |rows: Vec<LogRow>| -> Vec<Option<String>> {
            let tasks = rows.into_iter().map(|row| row.task.expect("a task"));
            tasks.map(|task| task.description).collect()
        };
        let query = AccountLog {
            who: who(),
            range: range(),
            limit: None,
        };
        let log = about(books.ask(&query, kesha(), now).expect("a log"));
        let page = Page {
            anchor: Anchor::Last,
            reach: 9,
        };
        let query = PageLog {
            who: who(),
            range: range(),
            page,
        };
        let mut page = books.ask(&query, kesha(), now).expect("a page").rows;
        page.reverse();
        assert_eq!(about(page), log);
        let query = AccountStatement {
            who: who(),
            range: range(),
        };
        let statement = books.ask(&query, kesha(), now).expect("a statement");
        assert_eq!(about(statement.lines), log);
        log
    }

    #[test]
    fn each_row_says_what_its_task_is_about_now() {
        let books = Books::open();
        let about = |words: &str| Some(words.to_owned());
        let morning = "2026-11-02T09:00:00Z";
        books.say(
            morning,
            TaskCreated {
                description: about("With sunflower oil"),
                ..created(1)
            },
        );
        books.say(morning, created(2));
        books.say(morning, assigned(1, KESHA));
        books.say(morning, assigned(2, KESHA));
        books.hear();
        assert_eq!(descriptions(&books), [about("With sunflower oil"), None]);

        let reword = |task, description| {
            let update = TaskUpdated {
                task: TaskId::new(task),
                ticket: None,
                title: "Oil it well".to_owned(),
                description,
            };
            books.say(morning, update);
        };
        reword(1, None);
        reword(2, about("Beak first"));
        reword(2, about("Beak last"));
        books.hear();
        assert_eq!(descriptions(&books), [None, about("Beak last")]);
    }

    #[test]
    fn a_statement_runs_by_day_and_adds_up() {
        let books = books();
        books
            .close("2026-11-03T00:05:00Z", "2026-11-02")
            .expect("closes");
        let statement = |range: Range| {
            let who = Who::Me;
            let query = AccountStatement { who, range };
            let asked = books.ask(&query, popug(KESHA, Role::Worker), "2026-11-03T12:00:00Z");
            asked.expect("a statement")
        };
        let monday = statement(Range::day(DayWord::Date(day("2026-11-02"))));
        let ids: Vec<i64> = monday.lines.iter().map(|line| line.id.get()).collect();
        assert_eq!(ids, [1, 4, 5]);
        let balances = monday.lines.iter().map(|line| line.balance_cents.cents());
        assert_eq!(balances.collect::<Vec<_>>(), [-1_000, 2_000, 0]);
        assert_eq!(
            (monday.earned_cents, monday.paid_cents),
            (cents(2_000), cents(2_000))
        );
        assert_eq!(
            (monday.opening_cents, monday.closing_cents),
            (cents(0), cents(0))
        );
        assert!(monday.seal.is_some() && monday.closed_at.is_some());

        let open = statement(Range::default());
        assert_eq!((open.day, open.seal), (Some(day("2026-11-03")), None));
        assert_eq!(
            (open.opening_cents, open.closing_cents),
            (cents(0), cents(-1_000))
        );

        let both = statement(Range {
            from: Some(DayWord::Yesterday),
            to: Some(DayWord::Today),
            period: None,
        });
        assert_eq!((both.day, both.lines.len()), (None, 4));
        assert_eq!(both.closing_cents, cents(-1_000));
    }
}

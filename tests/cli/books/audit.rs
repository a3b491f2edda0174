//! The audit: everything that the program says, against the books kept outside.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::answers::{Account, Consumer, Day, Finding, LogRow, Sheet, Statement};
use super::history::History;
use super::ledger::{Kind, Row};
use crate::support::OF_THE_SERVER;

impl History {
    /// Compares all that can be asked.
    pub fn audit(&mut self) {
        self.audit_accounts();
        self.audit_logs();
        self.audit_statements();
        self.audit_days();
        self.audit_letters();
        self.audit_earnings();
        self.audit_summaries();
        self.audit_tops();
        self.audit_tasks();
        self.audit_draws();
        self.audit_people();
        self.audit_health();
    }

    /// What is cheap to compare on the way.
    pub fn glance(&mut self) {
        self.accounts(None);
        let open = self.books.open(self.now);
        self.summary(None, open);
        self.audit_health();
    }

    /// Every day from the first to the last that anything is dated on.
    pub fn days(&self) -> Vec<NaiveDate> {
        let days = self.books.days(self.now);
        days.start()
            .iter_days()
            .take_while(|day| days.contains(day))
            .collect()
    }

    /// A range of days, at random.
    pub fn some_days(&mut self) -> RangeInclusive<NaiveDate> {
        let days = self.days();
        let from = self.chance.below(days.len());
        let to = from + self.chance.below(days.len() - from);
        days[from]..=days[to]
    }

    fn audit_accounts(&mut self) {
        self.accounts(None);
        for day in self.days() {
            self.accounts(Some(day));
        }
    }

    /// Everybody's balance now, or at a day's end.
    fn accounts(&mut self, date: Option<NaiveDate>) {
        let day = date.unwrap_or_else(|| self.books.open(self.now));
        let through = date.unwrap_or(NaiveDate::MAX);
        let mut names = self.company.names();
        names.sort();
        let popugs = names.into_iter().map(|name| Account {
            kind: "popug".to_owned(),
            balance_cents: self.books.balance_at(&name, through),
            today_cents: self.books.earned_by(&name, day),
            user: Some(name),
            day,
        });
        let mut expected: Vec<Account> = popugs.collect();
        let [management, bank] = self.books.others_at(through);
        let earned = self.books.earned(day);
        for (kind, balance, today) in [("management", management, earned), ("bank", bank, 0)] {
            expected.push(Account {
                user: None,
                kind: kind.to_owned(),
                balance_cents: balance,
                today_cents: today,
                day,
            });
        }
        let date = date.map(|day| day.to_string());
        let mut args = vec!["account", "list", "--all"];
        args.extend(date.iter().flat_map(|day| ["--date", day]));
        let told: Vec<Account> = self.ask("polly", &args);
        assert_eq!(told, expected);
        assert_eq!(told.iter().map(|it| it.balance_cents).sum::<i64>(), 0);
    }

    /// The rows of a popug within some days, in the order of their posting, each with the balance
    /// after it.
    fn rows_of(&self, who: &str, days: &RangeInclusive<NaiveDate>) -> Vec<(Row, i64)> {
        let mut balance = 0;
        let rows = self.books.rows.iter().filter(|row| row.who == who);
        let running = rows.map(|row| {
            balance += row.cents;
            (row.clone(), balance)
        });
        running.filter(|(row, _)| days.contains(&row.day)).collect()
    }

    fn compare(told: &[LogRow], expected: &[(Row, i64)]) {
        assert_eq!(told.len(), expected.len(), "{told:#?}\n{expected:#?}");
        for (told, (row, balance)) in told.iter().zip(expected) {
            same(told, row, *balance);
        }
    }

    fn audit_logs(&mut self) {
        let whole = self.books.days(self.now);
        let mut ids = Vec::new();
        for name in self.company.names() {
            let told: Vec<LogRow> = self.ask("polly", &["account", "log", &name]);
            Self::compare(&told, &self.rows_of(&name, &whole));
            ids.extend(told.iter().map(|row| row.id));

            let days = self.some_days();
            let (from, to) = (days.start().to_string(), days.end().to_string());
            let args = ["account", "log", &name, "--from", &from, "--to", &to];
            let told: Vec<LogRow> = self.ask("polly", &args);
            Self::compare(&told, &self.rows_of(&name, &days));
        }
        ids.sort_unstable();
        let many = u64::try_from(self.books.rows.len()).expect("few");
        assert!(ids.into_iter().eq(1..=many), "a number is missing or twice");
    }

    fn audit_statements(&mut self) {
        for name in self.company.names() {
            let days = self.days();
            let day = self.chance.pick(&days).expect("a day");
            self.statement(&name, day..=day);
            let days = self.some_days();
            self.statement(&name, days);
        }
        for letter in self.letters.clone() {
            let name = self.company.names()[letter.user - 1].clone();
            self.statement(&name, letter.day..=letter.day);
        }
    }

    /// Opening + earned + other − paid = closing, line by line.
    fn statement(&mut self, name: &str, days: RangeInclusive<NaiveDate>) {
        let (from, to) = (days.start().to_string(), days.end().to_string());
        let day = (from == to).then_some(*days.start());
        let args = match day {
            Some(_) => vec!["account", "statement", name, "--date", &from],
            None => vec!["account", "statement", name, "--from", &from, "--to", &to],
        };
        let told: Statement = self.ask("polly", &args);

        let mut rows = self.rows_of(name, &days);
        rows.sort_by_key(|(row, _)| row.day);
        let before = days.start().pred_opt().expect("a day before");
        let opening = self.books.balance_at(name, before);
        let mut running = opening;
        for (row, balance) in &mut rows {
            running += row.cents;
            *balance = running;
        }
        Self::compare(&told.lines, &rows);
        let sum = |of: &dyn Fn(&Row) -> bool| {
            let rows = rows.iter().filter(|(row, _)| of(row));
            rows.map(|(row, _)| row.cents).sum::<i64>()
        };
        let paid = -sum(&|row| row.kind == Kind::Payout);
        let other = sum(&|row| row.mended());
        let closing = self.books.balance_at(name, *days.end());
        let closed = day.and_then(|day| self.books.closing(day));
        let expected = Statement {
            user: name.to_owned(),
            day,
            closed_at: closed.and_then(|it| it.closed_at),
            opening_cents: opening,
            lines: told.lines.clone(),
            earned_cents: closing - opening + paid - other,
            other_cents: other,
            paid_cents: paid,
            closing_cents: closing,
            seal: closed.and_then(|it| it.seal.clone()),
        };
        assert_eq!(told, expected);
    }

    fn audit_days(&mut self) {
        let told: Vec<Day> = self.ask("polly", &["day", "list"]);
        assert_eq!(told, self.books.closed);
        let names = self.company.names();
        let mut ids = Vec::new();
        for day in self.days() {
            let told: Sheet = self.ask("polly", &["day", "show", &day.to_string()]);
            let expected = self.books.closing(day).cloned().unwrap_or_else(|| Day {
                day,
                closed_at: None,
                payouts: 0,
                paid_cents: 0,
                earned_cents: self.books.earned(day),
                debts_cents: self.books.debts(&names, day),
                seal: None,
            });
            assert_eq!(told.row, expected);
            ids.extend(told.invoices.iter().map(|it| it.id));
            let mut paid = Vec::new();
            for invoice in told.invoices {
                let state = (invoice.payment.as_deref(), invoice.mail.as_deref());
                assert_eq!(state, (Some("processed"), Some("sent")));
                paid.push((invoice.user, invoice.amount_cents));
            }
            paid.sort();
            assert_eq!(paid, self.books.paid(day));
        }
        let many = u64::try_from(ids.len()).expect("few");
        assert!(ids.iter().copied().eq(1..=many), "{ids:?}");
    }

    /// Nothing is wrong, nobody is behind, and every seal in a letter holds.
    fn audit_health(&mut self) {
        let closed = self.books.closed.iter();
        let seals = closed.map(|it| format!("{}:{}", it.day, it.seal.as_deref().unwrap_or("")));
        let seals: Vec<String> = seals.collect();
        let mut args = vec!["doctor"];
        args.extend(seals.iter().flat_map(|seal| ["--seal", seal]));
        let found: Vec<Finding> = self.ask("polly", &args);
        let bad: Vec<_> = found
            .iter()
            .filter(|it| !OF_THE_SERVER.contains(&it.check.as_str()))
            .filter(|it| !it.ok || it.level != "ok")
            .collect();
        assert!(bad.is_empty(), "{bad:#?}");
        let seen = found.iter().filter(|it| it.check == "seal").count();
        assert_eq!(seen, seals.len());

        let consumers: Vec<Consumer> = self.ask("polly", &["event", "consumers"]);
        assert_eq!(consumers.len(), 4);
        let behind = consumers
            .iter()
            .find(|it| (it.lag, it.dead, it.parked) != (0, 0, 0));
        assert_eq!(behind, None);
    }
}

/// A line of an audit log is a row of the books.
#[track_caller]
pub fn same(told: &LogRow, row: &Row, balance: i64) {
    assert!(row.ids.contains(&told.id), "{told:?} {row:?}");
    let expected = LogRow {
        id: told.id,
        at: row.at,
        day: row.day,
        kind: row.kind.as_str().to_owned(),
        amount_cents: row.cents,
        balance_cents: balance,
        task: row.task.clone(),
        memo: row.memo.clone(),
        actor: row.actor.clone(),
        mends: row.mends,
    };
    assert_eq!(told, &expected);
}

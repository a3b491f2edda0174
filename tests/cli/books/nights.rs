//! Time, and what it brings: evenings, cron, days that cron misses, clocks that are set back.

use std::process::Stdio;

use chrono::NaiveDate;

use super::answers::{ClosedDays, Day, Sheet};
use super::history::{History, read, strings};

impl History {
    /// It is after midnight, and cron comes by or does not.
    pub fn night(&mut self) {
        let minutes = self.chance.between(6 * 60, 30 * 60);
        self.pass(minutes);
        if !self.chance.one_in(3) {
            self.cron();
        }
    }

    /// Nobody does anything for days.
    pub fn absence(&mut self) {
        let hours = self.chance.between(30, 100);
        self.pass(hours * 60);
    }

    /// The clock runs some hours, or more than a day, behind what it was.
    pub fn clock_back(&mut self) {
        let minutes = self.chance.between(1, 40 * 60);
        self.pass(-minutes);
    }

    fn closer(&mut self) -> String {
        let closers = self.company.actors(&["accountant", "admin"]);
        self.chance.pick(&closers).expect("polly at least")
    }

    fn yesterday(&self) -> NaiveDate {
        let today = self.books.date(self.now);
        today.pred_opt().expect("a day before")
    }

    /// Closes what has ended, perhaps by several at once, perhaps again.
    pub fn cron(&mut self) {
        let who = self.closer();
        let through = self.yesterday();
        match self.chance.below(6) {
            0 => self.close_at_once(&who, through),
            1 => {
                self.rehearse_close(&who);
                self.close(&who, through, &["day", "close"]);
            }
            2 => {
                let key = format!("cron {}", self.now);
                self.close(&who, through, &["day", "close", "--key", &key]);
            }
            _ => self.close(&who, through, &["day", "close"]),
        }
        if self.chance.one_in(3) {
            let who = self.closer();
            self.close(&who, through, &["day", "close"]);
        }
    }

    /// Closes today early, or through another day; a day that is not there yet is refused.
    pub fn close_now(&mut self) {
        let who = self.closer();
        let today = self.books.date(self.now);
        match self.chance.below(6) {
            0 => {
                let tomorrow = super::ledger::next(today).to_string();
                self.refused(&who, &["day", "close", "--date", &tomorrow, "--yes"], 5);
            }
            1 => {
                let others = self.company.actors(&["worker", "manager"]);
                if let Some(who) = self.chance.pick(&others) {
                    self.refused(&who, &["day", "close"], 4);
                }
            }
            2 => {
                let through = self.yesterday().pred_opt().expect("a day before");
                self.close(&who, through, &["day", "close", "--date", "-2d"]);
            }
            _ => self.close(&who, today, &["day", "close", "--date", "today", "--yes"]),
        }
    }

    /// Closes through a day, and compares what is told with the books.
    fn close(&mut self, who: &str, through: NaiveDate, args: &[&str]) {
        let ran = self.must(who, args);
        let told: ClosedDays<Day> = read(&ran);
        assert!(!told.dry_run);
        self.closed(who, through, told.closed);
        if args.contains(&"--key") {
            self.keep(who, args, &ran);
        }
    }

    fn closed(&mut self, who: &str, through: NaiveDate, told: Vec<Day>) {
        let names = self.company.names();
        let due = self.books.due(through);
        assert_eq!(told.iter().map(|it| it.day).collect::<Vec<_>>(), due);
        for told in told {
            let expected = self.books.close(&names, self.now, who);
            let seal = told.seal.clone().expect("a seal");
            assert_eq!(seal.len(), 64);
            assert_eq!(
                Day {
                    seal: None,
                    ..told.clone()
                },
                expected
            );
            *self.books.closed.last_mut().expect("closed just now") = told.clone();
            self.expect_letters(told.day);
        }
    }

    /// A dry run tells what a close would do, and does nothing.
    fn rehearse_close(&mut self, who: &str) {
        let before = self.head();
        let told: ClosedDays<Sheet> = self.ask(who, &["day", "close", "--dry-run"]);
        assert!(told.dry_run);
        assert_eq!(self.head(), before);
        let names = self.company.names();
        let (rows, closed) = (self.books.rows.clone(), self.books.closed.clone());
        for sheet in told.closed {
            let expected = self.books.close(&names, self.now, who);
            let paid = self.books.paid(expected.day);
            let figures = |it: &Day| (it.day, it.payouts, it.paid_cents, it.earned_cents);
            assert_eq!(figures(&sheet.row), figures(&expected));
            assert_eq!(sheet.row.debts_cents, expected.debts_cents);
            let invoices = sheet.invoices.into_iter();
            let mut invoices: Vec<_> = invoices.map(|it| (it.user, it.amount_cents)).collect();
            invoices.sort();
            assert_eq!(invoices, paid);
        }
        (self.books.rows, self.books.closed) = (rows, closed);
    }

    /// Of several that close at once, one closes each day.
    fn close_at_once(&mut self, who: &str, through: NaiveDate) {
        // One that has the session for certain.
        self.must(who, &["whoami"]);
        let args = strings(&["day", "close", "--json", "--as", who]);
        let line = self.line(&args);
        let started: Vec<_> = (0..4)
            .map(|_| {
                let mut command = self.command(&args);
                command.stdout(Stdio::piped()).stderr(Stdio::piped());
                command.spawn().expect("popug starts")
            })
            .collect();
        let mut told = Vec::new();
        for child in started {
            let output = child.wait_with_output().expect("popug ends");
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{line}: {stderr}");
            let answer: ClosedDays<Day> =
                serde_json::from_slice(&output.stdout).expect("an answer");
            told.extend(answer.closed);
        }
        told.sort_by_key(|day| day.day);
        self.closed(who, through, told);
    }
}

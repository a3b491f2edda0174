//! What becomes of the money.

use crate::accounting::{self, AccountAdjust, AccountReverse, DayRow};
use crate::app::histories::Life;
use crate::app::histories::books::Moved;
use crate::app::{AppError, CloseDays, Terms, consumers};
use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::range::DayWord;
use crate::tasks::{AddTask, Reassign};

use super::retry::Kept;
use super::{Company, GRUFF, PENNY, number};

impl Company {
    pub(super) fn adjust(&mut self, who: usize, cents: i64, life: Life) {
        let who = who % self.popugs.len();
        let command = AccountAdjust {
            who: Who::from(self.popugs[who].name.clone()),
            amount_cents: Money::from_cents(cents),
            reason: "a broken egg cup".to_owned(),
            mends: None,
        };
        let answer = self.run(PENNY, command.clone(), life);
        if who == PENNY || cents == 0 {
            answer.expect_err("refused");
            return;
        }
        let answer = answer.expect("adjusted");
        self.books.post(self.now, who, Moved::Adjusted(cents));
        let prices = self.prices();
        let balance = self.books.balance(who, Day::LAST, &prices);
        assert_eq!(answer.balance_cents, Money::from_cents(balance));
        self.keep(PENNY, life, Kept::Adjust(command, answer));
    }

    /// Once, never of a reversal, and not on the own account.
    pub(super) fn reverse(&mut self, row: usize) {
        if self.books.rows.is_empty() {
            return;
        }
        let place = row % self.books.rows.len();
        let reverse = AccountReverse {
            id: TransactionId::new(number(place) + 1),
            reason: "a mistake".to_owned(),
        };
        let done = self.run(PENNY, reverse, Life::Whole);
        let wrong = self.books.rows[place];
        let before = self.books.rows.iter();
        let before = before.filter(|row| row.moved == Moved::Back(place)).count();
        let back = matches!(wrong.moved, Moved::Back(_));
        assert_eq!(done.is_ok(), wrong.popug != PENNY && !back && before == 0);
        if done.is_ok() {
            self.books.post(self.now, wrong.popug, Moved::Back(place));
        }
    }

    pub(super) fn close(&mut self, ago: u64, life: Life) {
        let through = self.books.zone.day_of(self.now).minus(ago);
        let due: Vec<Day> = self.books.oldest_open().through(through).collect();
        let command = CloseDays {
            date: Some(DayWord::Ago(ago)),
        };
        let caller = self.caller(PENNY);
        if life == Life::Cut {
            let Some(day) = due.first() else {
                return;
            };
            let who = self.door().authenticate(&caller).expect("known");
            let stamp = self.door().world().stamp(&who.actor);
            let row = self.door().store().write(&stamp, |tx| {
                consumers::hear_rest(tx, &["accounting"])?;
                Ok::<_, AppError>(accounting::close(tx, *day)?)
            });
            self.closed(vec![row.expect("closes")]);
            return;
        }
        let terms = Terms {
            key: (life == Life::Keyed).then(|| self.key(self.kept.len())),
            dry_run: false,
        };
        let answer = self.door().run(&caller, command.clone(), &terms);
        self.note(answer.as_ref());
        let answer = answer.expect("closes");
        let rows: Vec<DayRow> = answer.closed.iter().map(|it| it.row.clone()).collect();
        assert_eq!(rows.iter().map(|it| it.day).collect::<Vec<_>>(), due);
        self.closed(rows);
        self.keep(PENNY, life, Kept::Close(command, answer));
    }

    /// Compares closed days with the books, which close them now.
    pub(super) fn closed(&mut self, told: Vec<DayRow>) {
        let prices = self.prices();
        for told in told {
            let popugs = self.popugs.len();
            let expected = self.books.close(self.now, popugs, &prices);
            assert!(told.seal.is_some());
            let seal = None;
            assert_eq!(
                DayRow {
                    seal,
                    ..told.clone()
                },
                expected
            );
            *self.books.closed.last_mut().expect("closed just now") = told;
        }
    }

    pub(super) fn rehearse(&mut self, what: usize) {
        let terms = Terms {
            key: None,
            dry_run: true,
        };
        let (gruff, penny) = (self.caller(GRUFF), self.caller(PENNY));
        match what % 3 {
            0 => {
                let request = Reassign { dry_run: false };
                let told = self.door().run(&gruff, request, &terms).expect("rehearsed");
                assert_eq!(told.reassigned, self.open_tasks().len());
            }
            1 => {
                let date = Some(DayWord::Today);
                let request = CloseDays { date };
                let told = self.door().run(&penny, request.clone(), &terms);
                let through = self.books.zone.day_of(self.now);
                let due = self.books.oldest_open().through(through).count();
                assert_eq!(told.expect("rehearsed").closed.len(), due);
            }
            _ => {
                let task = AddTask {
                    title: "Never to be".to_owned(),
                    ticket: None,
                    description: None,
                };
                self.door().run(&gruff, task, &terms).expect("rehearsed");
            }
        }
    }
}

//! What happens at a company, each with what the books are to say of it.

use crate::accounting::{self, AccountAdjust, AccountReverse, DayRow};
use crate::app::histories::Life;
use crate::app::histories::books::Moved;
use crate::app::histories::drive::{Company, GRUFF, Kept, PENNY, POLLY, Popug, chosen, number};
use crate::app::{AppError, CloseDays, CloseTasks, Terms, consumers};
use crate::auth::{AddUser, SetUser};
use crate::events::{self, Budget};
use crate::kernel::day::Day;
use crate::kernel::ids::{Seq, TaskId, TransactionId};
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::range::DayWord;
use crate::kernel::role::Role;
use crate::tasks::{AddTask, EditTask, ListTasks, Reassign};

impl Company {
    pub(super) fn add(&mut self, who: usize, life: Life) {
        let who = chosen(&self.active(), who);
        let command = AddTask {
            title: format!("[EGG-{0}] Count egg {0}", self.tasks.len() + 1),
            ticket: None,
            description: None,
        };
        let answer = self.run(who, command.clone(), life).expect("added");
        let assignee = self.popug(answer.assignee.as_str());
        assert!(self.pool().contains(&assignee));
        let id = number(self.tasks.len()) + 1;
        assert_eq!((answer.id.get(), answer.created_at), (id, self.now));
        self.tasks.push((assignee, true));
        self.books.post(self.now, assignee, Moved::Fee(id));
        self.keep(who, life, Kept::Add(command, answer));
    }

    pub(super) fn finish(&mut self, who: usize, many: usize, life: Life) {
        let open = self.open_tasks();
        let active = self.active();
        let mut busy: Vec<usize> = open.iter().map(|it| self.tasks[*it].0).collect();
        busy.retain(|it| active.contains(it));
        if busy.is_empty() {
            return;
        }
        let who = chosen(&busy, who);
        let mine = open.into_iter().filter(|it| self.tasks[*it].0 == who);
        let mine: Vec<usize> = mine.take(many % 3 + 1).collect();
        let ids = mine.iter().map(|it| TaskId::new(number(*it) + 1));
        let command = CloseTasks {
            tasks: ids.collect(),
        };
        let answer = self.run(who, command.clone(), life).expect("closed");
        let mut expected = Vec::new();
        for task in mine {
            self.tasks[task].1 = false;
            self.books
                .post(self.now, who, Moved::Reward(number(task) + 1));
            expected.push(self.books.rows.len());
        }
        if life != Life::Cut {
            let prices = self.prices();
            for (closed, posted) in answer.iter().zip(expected) {
                let rows = self.books.rows[..posted].iter();
                let his = rows.filter(|row| row.popug == who);
                let balance: i64 = his.map(|row| self.books.cents(row, &prices)).sum();
                assert_eq!(closed.balance_cents, Some(Money::from_cents(balance)));
            }
        }
        self.keep(who, life, Kept::Finish(command, answer));
    }

    pub(super) fn reassign(&mut self, life: Life) {
        let open = self.open_tasks();
        let answer = self.run(GRUFF, Reassign { dry_run: false }, life);
        let answer = answer.expect("reassigned");
        assert_eq!(
            (answer.reassigned, answer.pool, answer.draw.is_some()),
            (open.len(), self.pool().len(), !open.is_empty())
        );
        let listed = self.ask(&ListTasks::default());
        for task in open {
            let id = TaskId::new(number(task) + 1);
            let found = listed.iter().find(|it| it.id == id).expect("listed");
            let assignee = self.popug(found.assignee.as_str());
            assert!(self.pool().contains(&assignee));
            self.tasks[task].0 = assignee;
            self.books.post(self.now, assignee, Moved::Fee(id.get()));
        }
        self.keep(GRUFF, life, Kept::Reassign(answer));
    }

    pub(super) fn edit(&mut self, task: usize) {
        if self.tasks.is_empty() {
            return;
        }
        let task = TaskId::new(number(task % self.tasks.len()) + 1);
        let edit = EditTask {
            task,
            title: Some(format!("Count all eggs but {}", self.now)),
            ticket: None,
            description: None,
        };
        let edited = self.run(GRUFF, edit.clone(), Life::Whole).expect("edited");
        assert_eq!(Some(edited.title), edit.title);
    }

    pub(super) fn hire(&mut self, role: Role) {
        let name = format!("popug{}", self.popugs.len());
        let user = AddUser {
            name: name.clone(),
            role,
            email: format!("{name}@popug.example"),
            full_name: None,
            beak: None,
            hash: None,
        };
        self.run(POLLY, user, Life::Whole).expect("hired");
        self.popugs.push(Popug {
            name,
            role,
            active: true,
            token: None,
        });
    }

    pub(super) fn set(&mut self, who: usize, role: Option<Role>, active: Option<bool>) {
        let change = SetUser {
            name: self.popugs[who].name.clone(),
            role,
            email: None,
            full_name: None,
            active,
        };
        self.run(POLLY, change, Life::Whole).expect("set");
    }

    pub(super) fn set_role(&mut self, who: usize, role: Role) {
        let who = self.changeable(who);
        self.set(who, Some(role), None);
        self.popugs[who].role = role;
    }

    pub(super) fn set_active(&mut self, who: usize) {
        let who = self.changeable(who);
        let active = !self.popugs[who].active;
        self.set(who, None, Some(active));
        self.popugs[who].active = active;
    }

    pub(super) fn changeable(&self, who: usize) -> usize {
        PENNY + 1 + who % (self.popugs.len() - PENNY - 1)
    }

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
            let stamp = self.door().world().stamp(&caller.actor);
            let sheet = self.door().store().write(&stamp, |tx| {
                consumers::hear_rest(tx, &["accounting"])?;
                Ok::<_, AppError>(accounting::close(tx, *day)?)
            });
            self.closed(vec![sheet.expect("closes").row]);
            return;
        }
        let terms = Terms {
            key: (life == Life::Keyed).then(|| self.key(self.kept.len())),
            dry_run: false,
        };
        let answer = self.door().close_days(&caller, &command, &terms);
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
                let told = self.door().close_days(&penny, &request, &terms);
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

    /// Twice is once: the answer is that of before, and the log stays as it is.
    pub(super) fn retry(&mut self, which: usize) {
        if self.kept.is_empty() {
            return;
        }
        let kept = self.kept.swap_remove(which % self.kept.len());
        let (popug, role, key, what) = &kept;
        let as_before = self.popugs[*popug].active && self.popugs[*popug].role == *role;
        if as_before {
            self.door().catch_up().expect("heard");
            let caller = self.caller(*popug);
            let terms = Terms {
                key: Some(key.clone()),
                dry_run: false,
            };
            let head = self.door().store().head().expect("a head");
            let same = match what {
                Kept::Add(it, answer) => {
                    self.door().run(&caller, it.clone(), &terms).expect("again") == *answer
                }
                Kept::Finish(it, answer) => {
                    self.door().run(&caller, it.clone(), &terms).expect("again") == *answer
                }
                Kept::Reassign(answer) => {
                    let it = Reassign { dry_run: false };
                    self.door().run(&caller, it, &terms).expect("again") == *answer
                }
                Kept::Adjust(it, answer) => {
                    self.door().run(&caller, it.clone(), &terms).expect("again") == *answer
                }
                Kept::Close(it, answer) => {
                    self.door().close_days(&caller, it, &terms).expect("again") == *answer
                }
            };
            assert!(same, "{key} was answered otherwise");
            assert_eq!(self.door().store().head().expect("a head"), head);
        }
        self.kept.push(kept);
    }

    /// Lets the consumers hear `many` events more, as a process that then dies.
    pub(super) fn hear(&mut self, many: i64) {
        let door = self.door();
        let offset = |name| door.read(|read| events::offset_of(read, name));
        let offsets = consumers::CONSUMERS.map(|it| offset(it.name()).expect("an offset").get());
        let least = offsets.into_iter().min().expect("four");
        let stamp = door.world().stamp(&crate::kernel::actor::Actor::System);
        let budget = Budget::Through(Seq::new(least + many));
        let heard = events::catch_up(door.store(), &stamp, &consumers::CONSUMERS, budget);
        heard.expect("heard");
    }
}

//! Processes that are killed at any moment: what they leave is a day that is open or closed, books
//! that add up, and letters that still go out, once each.
//!
//! The moments are random, and so is what they hit; `.ci/full` tries more of them.

use std::process::{Child, Stdio};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::books::answers::{Account, Day, Finding, LogRow, QueuedLetter, Sheet, Task};
use crate::books::chance::Chance;
use crate::books::letters::mailbox;
use crate::support::{OF_THE_SERVER, World, short_or_long, words};

/// Times a day that a process is killed, or several.
const CRASHES: usize = 3;
/// Everybody in the company.
const NAMES: [&str; 6] = ["polly", "gruff", "penny", "kesha", "ara", "loro"];
/// No command here takes longer, in microseconds; a process is killed within this time.
const LIFE: i64 = 25_000;

struct Company {
    world: World,
    chance: Chance,
    now: DateTime<Utc>,
    days: usize,
}

impl Company {
    fn ask<T: serde::de::DeserializeOwned>(&self, line: &str) -> T {
        let answer = self.world.json(line);
        serde_json::from_value(answer).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    fn clock(&mut self, passed: TimeDelta) {
        self.now += passed;
        self.world.clock = self.now.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    }

    fn open_tasks(&self) -> Vec<Task> {
        self.ask("task list --as polly")
    }

    /// Somebody is assigned something, and everybody but one closes what it has.
    fn work(&mut self) {
        for _ in 0..2 {
            self.world.run("add 'Oil the perch' --as polly").must();
        }
        let open = self.open_tasks();
        for task in open.iter().take(open.len().saturating_sub(1)) {
            let done = format!("done {} --as {}", task.id, task.assignee);
            self.world.run(&done).must();
        }
    }

    fn spawn(&self, line: &str) -> Child {
        let mut command = self.world.command(&words(line));
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(Stdio::null()).spawn().expect("popug starts")
    }

    fn kill_at_some_moment(&mut self, child: &mut Child) {
        let life = self.chance.between(0, LIFE).unsigned_abs();
        std::thread::sleep(Duration::from_micros(life));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("ended");
    }

    fn crash(&mut self) {
        let line = match self.chance.below(6) {
            0 => "add 'Hide the crackers' --as polly".to_owned(),
            1 => "task reassign --yes --as gruff".to_owned(),
            2 => match self.open_tasks().first() {
                None => return,
                Some(task) => format!("done {} --as {}", task.id, task.assignee),
            },
            3 => return self.crash_of_many(),
            _ => "day close --as penny".to_owned(),
        };
        let mut child = self.spawn(&line);
        self.kill_at_some_moment(&mut child);
    }

    /// Several close at once, and all are killed but one.
    fn crash_of_many(&mut self) {
        let mut children: Vec<Child> = (0..4).map(|_| self.spawn("day close --as penny")).collect();
        let mut last = children.pop().expect("one of four");
        for child in &mut children {
            self.kill_at_some_moment(child);
        }
        assert!(last.wait().expect("ended").success());
    }

    /// Nothing is half done.
    fn check(&self) {
        let found: Vec<Finding> = self.ask("doctor");
        let stored = found
            .iter()
            .filter(|it| !OF_THE_SERVER.contains(&it.check.as_str()));
        let bad: Vec<&Finding> = stored.filter(|it| it.level != "ok").collect();
        assert!(bad.is_empty(), "{bad:#?}");
        let all: Vec<Account> = self.ask("account list --all --as penny");
        assert_eq!(all.iter().map(|it| it.balance_cents).sum::<i64>(), 0);
        let days: Vec<Day> = self.ask("day list --as penny");
        for day in days.iter().rev().take(2) {
            let sheet: Sheet = self.ask(&format!("day show {} --as penny", day.day));
            let paid = sheet.invoices.iter().map(|it| it.amount_cents).sum::<i64>();
            assert_eq!((sheet.invoices.len(), paid), (day.payouts, day.paid_cents));
        }
        let consecutive = |two: &[Day]| two[0].day.succ_opt() == Some(two[1].day);
        assert!(days.windows(2).all(consecutive), "{days:?}");
    }

    /// Every payout in the audit logs: day, popug's name and amount.
    fn payouts(&self) -> Vec<(String, String, i64)> {
        let mut payouts = Vec::new();
        for name in NAMES {
            let log: Vec<LogRow> = self.ask(&format!("account log {name} --as penny"));
            let paid = log.into_iter().filter(|row| row.kind == "payout");
            payouts
                .extend(paid.map(|row| (row.day.to_string(), name.to_owned(), -row.amount_cents)));
        }
        payouts.sort();
        payouts
    }

    /// Every payout has one letter, at its address, and none is without a payout.
    fn check_letters(&self) {
        let payouts = self.payouts();
        assert!(payouts.len() > self.days / 2, "hardly anybody was paid");
        let letters = mailbox(&self.world.mailbox());
        let mut found: Vec<_> = letters
            .into_iter()
            .map(|it| {
                let (name, _) = it.letter.email.split_once('@').expect("an address");
                (it.letter.day.to_string(), name.to_owned(), it.letter.cents)
            })
            .collect();
        found.sort();
        assert_eq!(found, payouts);
        let queue: Vec<QueuedLetter> = self.ask("mail list --as penny");
        assert_eq!(queue.len(), payouts.len());
        assert!(queue.iter().all(|it| it.state == "sent"), "{queue:?}");
    }
}

#[test]
fn a_process_that_is_killed_leaves_nothing_half_done() {
    let world = World::company();
    let now = world.clock.parse().expect("an instant");
    let mut company = Company {
        world,
        chance: Chance::new(1),
        now,
        days: short_or_long(8, 28),
    };
    for _ in 0..company.days {
        company.work();
        company.clock(TimeDelta::hours(24));
        for _ in 0..CRASHES {
            company.crash();
            company.check();
        }
        for name in NAMES {
            // A session that lies idle for a week ends.
            company.world.run_as(name, "whoami").must();
        }
    }
    company.clock(TimeDelta::hours(24));
    company.world.run("day close --as penny").must();
    company.check();
    company.check_letters();
}

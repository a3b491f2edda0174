//! Companies in which money has moved.

use super::testing::Company;
use crate::accounting::AccountAdjust;
use crate::app::{CloseDays, CloseTasks, Terms};
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::tasks::ListTasks;

impl Company {
    /// On Tuesday morning: on Monday some tasks were closed, then the day, of which no letter has
    /// gone out; on Tuesday kesha was given something, and some tasks were made.
    pub fn closed() -> Self {
        let company = Self::working();
        company.close_tasks("kesha", 2);
        company.close_tasks("iskra", 1);
        company.at("2026-11-24T09:30:00Z");
        company.close_days();
        company.run(
            "polly",
            AccountAdjust {
                who: Who::from("kesha".to_owned()),
                amount_cents: Money::from_cents(1_250),
                reason: "the window was worth it".to_owned(),
                mends: None,
            },
        );
        company.add("gosha", "[POPUG-7] Polish the bells");
        company.add("gosha", "Whistle for rain");
        company.close_tasks("kesha", 1);
        company
    }

    /// After forty days of it.
    pub fn full() -> Self {
        let company = Self::working();
        let first: crate::kernel::day::Day = "2026-11-24".parse().expect("a day");
        for day in first.through(first.plus(39)) {
            let now = format!("{day}T09:00:00Z");
            company.at(now.leak());
            company.close_days();
            company.add("gosha", "Sweep the cage again");
            company.add("gosha", "Count the seeds again");
            company.close_tasks("kesha", 1);
        }
        company
    }

    /// Somebody closes so many of its tasks.
    pub fn close_tasks(&self, who: &str, many: usize) {
        let list = ListTasks {
            assignee: Some(Who::Me),
            ..ListTasks::default()
        };
        let door = self.door();
        let caller = self.caller(&door, who);
        let tasks = door.ask(&caller, &list).expect("tasks");
        let tasks: Vec<_> = tasks.into_iter().take(many).map(|it| it.id).collect();
        if !tasks.is_empty() {
            self.run(who, CloseTasks { tasks });
        }
    }

    /// Bert closes the days that have ended.
    pub fn close_days(&self) {
        let door = self.door();
        let caller = self.caller(&door, "bert");
        let request = CloseDays { date: None };
        let closed = door.run(&caller, request.clone(), &Terms::default());
        closed.expect("closed");
    }
}

//! Companies with much in them.

use std::collections::BTreeMap;

use super::Company;
use crate::app::{CloseTasks, Terms};
use crate::auth::{GivenUser, ImportUsers, RosterLine};
use crate::kernel::ids::TaskId;
use crate::store::testing::moment;
use crate::tasks::AddTask;

const DAYS: [&str; 4] = [
    "2026-11-23T09:00:00Z",
    "2026-11-25T09:00:00Z",
    "2026-11-26T09:00:00Z",
    "2026-12-01T09:00:00Z",
];

impl Company {
    /// With four days of work behind it, and fifty more popugs who have not begun yet.
    pub fn busy() -> Self {
        let company = Self::found();
        for (number, day) in DAYS.into_iter().enumerate() {
            company.at(day);
            company.work(8 + number);
        }
        let roster = (1..=50).map(|number| RosterLine {
            line: number,
            user: GivenUser {
                name: format!("popug{number:02}"),
                role: "worker".parse().expect("a role"),
                email: format!("popug{number:02}@uberpopug.example"),
                full_name: (number == 7).then(|| "鸚鵡 the Seventh 🦜".to_owned()),
            },
        });
        company.run("polly", ImportUsers::of(roster.collect()));
        company
    }

    /// Makes so many tasks, and lets whoever they fell to close every other one.
    fn work(&self, many: usize) {
        let door = self.door();
        let known = |who: &str| door.known(&self.token(&door, who));
        let gosha = known("gosha");
        let mut closing: BTreeMap<String, Vec<TaskId>> = BTreeMap::new();
        for number in 0..many {
            let command = AddTask {
                title: format!("[PERCH-{number}] Oil perch {number}"),
                ticket: None,
                description: None,
            };
            let task = door.run(&gosha, command, &Terms::default()).expect("made");
            if number % 2 == 0 {
                let whose = task.assignee.to_string();
                closing.entry(whose).or_default().push(task.id);
            }
        }
        for (who, tasks) in closing {
            let command = CloseTasks { tasks };
            door.run(&known(&who), command, &Terms::default())
                .expect("closed");
        }
    }

    /// A letter of `delivery` that it can hear when it is tried again: event 2.
    pub fn bury(&self) {
        let sql = "INSERT INTO events_dead (id, consumer, seq, name, subject, state, reason, at)
                   VALUES (1, 'delivery', 2, 'user.created', 'user/1', 'dead',
                           'no post office is open', ?1)";
        let door = self.door();
        let at = moment("2026-11-23T09:00:00Z");
        let buried = door.write(|tx| tx.execute(sql, &[&at]));
        assert_eq!(buried.expect("written"), 1);
    }
}

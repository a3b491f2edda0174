//! The audit of tasks, of the draws that gave them, of popugs and of the letters they got.

use super::answers::{Assignment, Draw, QueuedLetter, Shown, Task, User, Verified, Why};
use super::chance::drawn;
use super::history::{History, strings};
use super::letters::{files, mailbox};

impl History {
    pub fn audit_tasks(&mut self) {
        let mut told: Vec<Task> = self.ask("polly", &["task", "list", "--all"]);
        told.reverse();
        assert_eq!(told, self.company.tasks);
        for name in self
            .company
            .actors(&["worker", "accountant", "manager", "admin"])
        {
            let told: Vec<Task> = self.ask(&name, &["mine"]);
            let mut mine = self.company.open_tasks_of(&name);
            mine.reverse();
            assert_eq!(told.iter().map(|it| it.id).collect::<Vec<_>>(), mine);
        }
        for task in self.company.tasks.clone() {
            let told: Shown = self.ask("polly", &["task", "show", &task.id.to_string()]);
            let falls = self.company.falls.iter().filter(|it| it.task == task.id);
            let assignments = falls.map(|it| Assignment {
                at: it.at,
                day: self.books.date(it.at),
                assignee: it.assignee.clone(),
                fee_cents: it.fee,
                draw: it.draw,
                by: it.by.clone(),
            });
            let assignments = assignments.collect();
            assert_eq!(told, Shown { task, assignments });
        }
    }

    /// Every fall of every task is drawn again, from the seed and the pool that the program names.
    pub fn audit_draws(&mut self) {
        for id in 1..=self.company.tasks.len() {
            let told: Vec<Why> = self.ask("polly", &["task", "why", &id.to_string(), "--all"]);
            let falls = self.company.falls.iter();
            let falls: Vec<_> = falls
                .filter(|it| usize::try_from(it.task) == Ok(id))
                .collect();
            assert_eq!(told.len(), falls.len());
            for (told, fall) in told.into_iter().zip(falls) {
                let expected = Why {
                    task: fall.task,
                    draw: fall.draw,
                    drawn_at: fall.at,
                    drawn_by: fall.by.clone(),
                    algorithm: "popug-draw/1".to_owned(),
                    seed: told.seed.clone(),
                    seed_given: true,
                    pool: fall.pool.len(),
                    pool_members: fall.pool.clone(),
                    index: fall.index,
                    assignee: fall.assignee.clone(),
                    verified: true,
                };
                assert_eq!(told, expected);
                let size = u64::try_from(fall.pool.len()).expect("few");
                let place = drawn(&bytes(&told.seed), fall.index, size);
                let place = usize::try_from(place).expect("below the size");
                assert_eq!(fall.pool[place], fall.assignee, "{told:?}");
            }
        }
        let told: Vec<Draw> = self.ask("polly", &["draw", "verify"]);
        assert_eq!(told.len(), self.company.draws.len());
        for ((id, draw), told) in (1..).zip(&self.company.draws).zip(told) {
            let expected = Draw {
                id,
                at: draw.at,
                by: draw.by.clone(),
                reason: draw.reason.to_owned(),
                tasks: draw.tasks,
                pool: draw.pool,
                verified: Some(true),
                ..told.clone()
            };
            assert_eq!(told, expected);
        }
    }

    pub fn audit_people(&mut self) {
        let told: Vec<User> = self.ask("polly", &["user", "list"]);
        let mut expected: Vec<User> = self
            .company
            .popugs
            .iter()
            .map(|it| it.user.clone())
            .collect();
        expected.sort_by(|a, b| a.name.cmp(&b.name));
        assert_eq!(told, expected);
    }

    /// One letter a payout, to whom, how much, under which seal, and word for word the statement.
    pub fn audit_letters(&mut self) {
        let mut expected = self.letters.clone();
        expected.sort();
        let maildir = self.world.mailbox();
        assert!(files(&maildir, "tmp").is_empty());
        let found = mailbox(&maildir);
        let letters: Vec<_> = found.iter().map(|it| it.letter.clone()).collect();
        assert_eq!(letters, expected);

        let names = self.company.names();
        for it in found {
            let (name, day) = (&names[it.letter.user - 1], it.letter.day.to_string());
            let args = [
                "account",
                "statement",
                name,
                "--date",
                &day,
                "--as",
                "polly",
            ];
            let args = strings(&args);
            let line = self.line(&args);
            let ran = self.world.finish(&line, self.command(&args), "").must();
            assert_eq!(it.text.trim_end(), ran.stdout.trim_end());
            let seal = self
                .books
                .closing(it.letter.day)
                .and_then(|it| it.seal.clone());
            let seal = seal.expect("a seal");
            assert!(it.text.contains(&seal), "{}", it.text);
            let holds: Verified = self.ask("polly", &["day", "verify", &day, &seal]);
            assert!(holds.holds, "{holds:?}");
        }
        let mut told: Vec<QueuedLetter> = self.ask("polly", &["mail", "list"]);
        assert!(told.iter().all(|it| it.state == "sent"), "{told:?}");
        told.sort_by_key(|it| (it.day, names.iter().position(|name| *name == it.user)));
        let told = told
            .into_iter()
            .map(|it| (it.day, it.user, it.amount_cents));
        let expected = expected.into_iter();
        let expected = expected.map(|it| (it.day, names[it.user - 1].clone(), it.cents));
        assert_eq!(told.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}

fn bytes(hex: &str) -> [u8; 32] {
    let byte = |n: usize| u8::from_str_radix(&hex[2 * n..2 * n + 2], 16).expect("hexadecimal");
    std::array::from_fn(byte)
}

//! What may happen in a company: one function a step, which drives the program and keeps the books.

use crate::support::Ran;

use super::answers::{Closed, Reassigned, Task, User};
use super::company::{Draw, Fall};
use super::history::{History, Kept, read, strings};
use super::ledger::Move;

/// What there is to be done: as it is typed, and the ticket and the title that it comes to.
const TITLES: [(&str, Option<&str>, &str); 6] = [
    (
        "[POPUG-42] Oil the perch",
        Some("POPUG-42"),
        "Oil the perch",
    ),
    ("EGG-7 - Count the eggs", Some("EGG-7"), "Count the eggs"),
    ("NEST2-1 — Пёрышки 🪶", Some("NEST2-1"), "Пёрышки 🪶"),
    ("Teach the cat manners", None, "Teach the cat manners"),
    (
        "[urgent] Hide the crackers",
        None,
        "[urgent] Hide the crackers",
    ),
    ("It's \"fine\", they say", None, "It's \"fine\", they say"),
];

const ROLES: [&str; 4] = ["worker", "worker", "accountant", "manager"];
const NEWCOMERS: [&str; 6] = ["loro", "iskra", "bert", "coco", "rio", "zazu"];

impl History {
    /// One thing happens.
    pub fn step(&mut self) {
        match self.chance.below(44) {
            0..=10 => self.add(),
            11..=19 => self.finish(),
            20 => self.reassign(),
            21..=22 => self.edit(),
            23..=24 => self.set_user(),
            25..=26 => self.newcomer(),
            27..=28 => self.retry(),
            29..=30 => self.trespass(),
            31..=35 => self.night(),
            36 => self.absence(),
            37 => self.clock_back(),
            38..=39 => self.adjust(),
            40..=41 => self.reverse(),
            _ => self.close_now(),
        }
        let minutes = self.chance.between(0, 120);
        self.pass(minutes);
    }

    /// Runs a request, now and then under a key.
    pub fn ask_keyed(&mut self, who: &str, args: &[&str]) -> Ran {
        if !self.chance.one_in(3) {
            return self.must(who, args);
        }
        let key = format!("key {}", self.kept.len());
        let mut args = args.to_vec();
        args.extend(["--key", &key]);
        let ran = self.must(who, &args);
        self.keep(who, &args, &ran);
        ran
    }

    /// Keeps a request that had a key, which stands last, with its answer.
    pub fn keep(&mut self, who: &str, args: &[&str], ran: &Ran) {
        self.kept.push(Kept {
            who: who.to_owned(),
            role: self.company.user(who).role.clone(),
            args: strings(args),
            answer: ran.stdout.clone(),
        });
    }

    /// A key that was used before gets the same answer, and nothing happens.
    fn retry(&mut self) {
        let Some(kept) = self.chance.pick(&self.kept) else {
            return;
        };
        let user = self.company.user(&kept.who);
        if !user.active || user.role != kept.role {
            return;
        }
        let args: Vec<&str> = kept.args.iter().map(String::as_str).collect();
        let before = self.head();
        let again = self.must(&kept.who, &args);
        assert_eq!(again.stdout, kept.answer, "{again}");
        assert_eq!(self.head(), before, "{again}");
        let key = args.last().expect("a key");
        self.refused(&kept.who, &["add", "Something else", "--key", key], 5);
    }

    fn anybody(&mut self) -> String {
        let all = self
            .company
            .actors(&["worker", "accountant", "manager", "admin"]);
        self.chance.pick(&all).expect("polly at least")
    }

    fn add(&mut self) {
        let who = self.anybody();
        let (typed, ticket, title) = self.chance.pick(&TITLES).expect("a title");
        let mut args = vec!["task", "add", typed];
        let described = self.chance.one_in(4);
        if described {
            args.extend(["--description", "with care\nand a brush"]);
        }
        let apart = ticket.is_none() && self.chance.one_in(4);
        if apart {
            args.extend(["--ticket", "X-1"]);
        }
        let pool = self.company.pool();
        if pool.is_empty() {
            return self.refused(&who, &args, 5);
        }
        let task: Task = read(&self.ask_keyed(&who, &args));

        let id = u64::try_from(self.company.tasks.len()).expect("few") + 1;
        let expected = Task {
            id,
            title: title.to_owned(),
            ticket: ticket.or(apart.then_some("X-1")).map(str::to_owned),
            description: described.then(|| "with care\nand a brush".to_owned()),
            status: "open".to_owned(),
            author: who.clone(),
            assignee: task.assignee.clone(),
            created_at: self.now,
            assigned_at: self.now,
            closed_at: None,
            fee_cents: task.fee_cents,
            reward_cents: task.reward_cents,
        };
        assert_eq!(task, expected);
        for (cents, least, most) in [(task.fee_cents, 10, 20), (task.reward_cents, 20, 40)] {
            assert!(
                cents % 100 == 0 && (least..=most).contains(&(cents / 100)),
                "{task:?}"
            );
        }
        self.company.tasks.push(task);
        self.fall("created", &who, &[id]);
    }

    /// Tasks fell to somebody, as they say themselves: it is charged.
    fn fall(&mut self, reason: &'static str, by: &str, tasks: &[u64]) {
        let pool = self.company.pool();
        let draw = u64::try_from(self.company.draws.len()).expect("few") + 1;
        self.company.draws.push(Draw {
            at: self.now,
            by: by.to_owned(),
            reason,
            tasks: tasks.len(),
            pool: pool.len(),
        });
        for (index, id) in (0..).zip(tasks) {
            let task = self.company.task(*id).clone();
            assert!(pool.contains(&task.assignee), "{pool:?} {task:?}");
            self.company.falls.push(Fall {
                task: *id,
                draw,
                index,
                at: self.now,
                by: by.to_owned(),
                pool: pool.clone(),
                assignee: task.assignee.clone(),
                fee: task.fee_cents,
            });
            let charged = Move {
                who: &task.assignee,
                task: self.company.about(*id),
                cents: task.fee_cents,
                actor: by,
            };
            self.books.charge(self.now, charged);
        }
    }

    fn finish(&mut self) {
        let mut busy = self
            .company
            .actors(&["worker", "accountant", "manager", "admin"]);
        busy.retain(|who| !self.company.open_tasks_of(who).is_empty());
        let Some(who) = self.chance.pick(&busy) else {
            return;
        };
        let mut mine = self.company.open_tasks_of(&who);
        let most = self.chance.below(3) + 1;
        while mine.len() > most {
            let place = self.chance.below(mine.len());
            mine.remove(place);
        }
        let ids: Vec<String> = mine.iter().map(u64::to_string).collect();
        let mut args = vec!["task", "close"];
        args.extend(ids.iter().map(String::as_str));
        let closed: Vec<Closed> = read(&self.ask_keyed(&who, &args));
        assert_eq!(closed.len(), mine.len());
        for (id, told) in mine.into_iter().zip(closed) {
            let now = self.now;
            let task = self.company.task_mut(id);
            task.status = "closed".to_owned();
            task.closed_at = Some(now);
            let (task, about) = (task.clone(), self.company.about(id));
            let credited = Move {
                who: &who,
                task: about,
                cents: task.reward_cents,
                actor: &who,
            };
            self.books.credit(now, credited);
            let balance_cents = self.books.balance(&who);
            assert_eq!(
                told,
                Closed {
                    task,
                    balance_cents
                }
            );
        }
    }

    fn reassign(&mut self) {
        let bosses = self.company.actors(&["manager", "admin"]);
        let boss = self.chance.pick(&bosses).expect("polly at least");
        let pool = self.company.pool();
        if pool.is_empty() {
            return self.refused(&boss, &["task", "reassign", "--yes"], 5);
        }
        let open = self.company.open_tasks();
        let fees = open.iter().map(|id| self.company.task(*id).fee_cents);
        let draw = u64::try_from(self.company.draws.len()).expect("few") + 1;
        let mut expected = Reassigned {
            reassigned: open.len(),
            pool: pool.len(),
            fees_cents: fees.sum(),
            draw: None,
            dry_run: true,
        };
        if self.chance.one_in(3) {
            let told: Reassigned = self.ask(&boss, &["task", "reassign", "-n"]);
            assert_eq!(told, expected);
        }
        let told: Reassigned = read(&self.ask_keyed(&boss, &["task", "reassign", "--yes"]));
        expected.dry_run = false;
        expected.draw = (!open.is_empty()).then_some(draw);
        assert_eq!(told, expected);
        if open.is_empty() {
            return;
        }
        let list: Vec<Task> = self.ask(&boss, &["task", "list"]);
        assert_eq!(list.len(), open.len());
        for task in list {
            let kept = self.company.task_mut(task.id);
            kept.assignee = task.assignee;
            kept.assigned_at = self.now;
        }
        self.fall("reassigned", &boss, &open);
    }

    fn edit(&mut self) {
        let all: Vec<u64> = self.company.tasks.iter().map(|it| it.id).collect();
        let Some(id) = self.chance.pick(&all) else {
            return;
        };
        let who = self.anybody();
        let (typed, ticket, title) = self.chance.pick(&TITLES).expect("a title");
        let number = id.to_string();
        let clear = self.chance.one_in(3);
        let args = if clear {
            vec!["task", "edit", &number, "--ticket", "", "--description", ""]
        } else {
            vec!["task", "edit", &number, "--title", typed]
        };
        let task = self.company.task(id);
        let boss = ["manager", "admin"].contains(&self.company.user(&who).role.as_str());
        if !boss && task.author != who && task.assignee != who {
            return self.refused(&who, &args, 4);
        }
        let mut expected = task.clone();
        if clear {
            (expected.ticket, expected.description) = (None, None);
        } else {
            expected.title = title.to_owned();
            expected.ticket = ticket.map(str::to_owned).or(expected.ticket);
        }
        let told: Task = read(&self.ask_keyed(&who, &args));
        assert_eq!(told, expected);
        *self.company.task_mut(id) = expected;
    }

    /// A role, an address, a name or a place in the company changes.
    fn set_user(&mut self) {
        let mut others = self.company.names();
        others.retain(|name| name != "polly");
        let name = self.chance.pick(&others).expect("gruff at least");
        let mut expected = self.company.user(&name).clone();
        let active = (!expected.active).to_string();
        let role = self.chance.pick(&ROLES).expect("a role");
        let email = format!("{name}{}@popug.example", self.chance.below(9));
        let change = match self.chance.below(4) {
            0 => {
                expected.active = !expected.active;
                ["--active", &active]
            }
            1 => {
                expected.role = role.to_owned();
                ["--role", role]
            }
            2 => {
                expected.email.clone_from(&email);
                ["--email", &email]
            }
            _ => {
                expected.full_name = Some(format!("{name} \"the\" Great"));
                ["--full-name", expected.full_name.as_deref().expect("set")]
            }
        };
        let mut args = vec!["user", "set", &name];
        args.extend(change);
        let told: User = read(&self.ask_keyed("polly", &args));
        assert_eq!(told, expected);
        self.company.popug(&name).user = expected;
    }

    fn newcomer(&mut self) {
        let names = self.company.names();
        let next = NEWCOMERS
            .iter()
            .find(|it| !names.contains(&(**it).to_owned()));
        let Some(name) = next else {
            return;
        };
        let role = self.chance.pick(&ROLES).expect("a role");
        if self.chance.one_in(2) {
            return self.hire(name, role, None);
        }
        let code = self.hire_with_code(name, role);
        if !self.chance.one_in(3) {
            self.enrol(name, &code);
        }
    }

    /// What may not be, is refused and leaves no trace.
    fn trespass(&mut self) {
        let who = self.anybody();
        let boss = ["manager", "admin"].contains(&self.company.user(&who).role.as_str());
        let others: Vec<u64> = self.company.open_tasks();
        let others: Vec<u64> = others
            .into_iter()
            .filter(|id| self.company.task(*id).assignee != who)
            .collect();
        match (self.chance.below(4), self.chance.pick(&others)) {
            (0, Some(id)) => {
                let mut ids = vec![id.to_string()];
                ids.extend(self.company.open_tasks_of(&who).iter().map(u64::to_string));
                ids.reverse();
                let mut args = vec!["done"];
                args.extend(ids.iter().map(String::as_str));
                self.refused(&who, &args, 4);
            }
            (1, _) if !boss => self.refused(&who, &["task", "reassign", "--yes"], 4),
            (2, _) if self.company.user(&who).role != "admin" => {
                self.refused(&who, &["analytics", "summary"], 4);
            }
            _ => self.refused(&who, &["done", "999"], 3),
        }
    }
}

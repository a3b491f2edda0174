//! A company that is driven through two doors, and what its answers told.

mod money;
mod retry;
mod work;

use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use super::books::{Books, Prices};
use super::{Life, Step};
use retry::Kept;

use crate::app::mail::send_letters;
use crate::app::{
    AppError, Ask, Caller, Change, Door, Founding, Key, Terms, World, consumers, found, new_id,
};
use crate::auth::{self, AddUser, Beak, NewUser, Secret, SetUser};
use crate::delivery::MailTarget;
use crate::events::{self, Budget};
use crate::files::Whose;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::role::Role;
use crate::store::Command;
use crate::store::testing::{Engine, Raw, Site};
use crate::tasks::{ListTasks, StatusFilter};

const BEGIN: &str = "2026-09-03T09:00:00Z";
/// These three stay what they are; everybody behind them may change.
const POLLY: usize = 0;
const GRUFF: usize = 1;
const PENNY: usize = 2;

/// A popug.
pub struct Popug {
    pub name: String,
    pub role: Role,
    pub active: bool,
    token: Option<Secret>,
}

pub struct Company {
    doors: [Door; 2],
    turn: usize,
    pub now: Moment,
    pub popugs: Vec<Popug>,
    /// Each task's assignee, and whether it is open; by id.
    pub tasks: Vec<(usize, bool)>,
    pub books: Books,
    kept: Vec<(usize, Role, Key, Kept)>,
    answers: Vec<String>,
    site: Site,
}

impl Company {
    /// With an admin, a manager, an accountant and four workers.
    pub fn found(zone: &str) -> Self {
        Self::found_on(Engine::of_tests(), zone)
    }

    /// The same on this engine.
    pub fn found_on(engine: Engine, zone: &str) -> Self {
        let site = Site::on(engine);
        let letters = MailTarget::Maildir(site.directory().join("letters"));
        let now: Moment = BEGIN.parse().expect("an instant");
        let world = World {
            clock: Clock::Fixed(now),
            dice: Dice::Seeded(7),
        };
        let zone = zone.parse().expect("a zone");
        let admin = NewUser::parse("polly", Role::Admin, "polly@popug.example", None);
        let founding = Founding {
            store_id: new_id(&world, "popug.db").expect("an id"),
            admin: admin.expect("an admin"),
            beak: Beak::new("sharp and curved").expect("a beak"),
            timezone: zone,
            currency: "USD".parse().expect("a currency"),
            whose: Whose::MINE,
            sandbox: true,
        };
        let founded = found(site.place(), &world, &founding).expect("founded");
        let door = || {
            let door = Door::open(site.place(), Duration::from_secs(5), world);
            door.expect("opens").with_mail(Some(letters.clone()))
        };
        let polly = Popug {
            name: "polly".to_owned(),
            role: Role::Admin,
            active: true,
            token: Some(founded.session.token),
        };
        let books = Books {
            zone,
            first: zone.day_of(now),
            rows: Vec::new(),
            closed: Vec::new(),
        };
        let mut company = Self {
            doors: [door(), door()],
            turn: 0,
            now,
            popugs: vec![polly],
            tasks: Vec::new(),
            books,
            kept: Vec::new(),
            answers: Vec::new(),
            site,
        };
        company.hire(Role::Manager);
        company.hire(Role::Accountant);
        (0..4).for_each(|_| company.hire(Role::Worker));
        company
    }

    /// Where its letters lie, and whatever else is its own.
    pub fn directory(&self) -> &Path {
        self.site.directory()
    }

    /// A connection past all of popug's care.
    pub fn raw(&self) -> Raw {
        self.site.raw()
    }

    /// Everything that was answered, in JSON, or why it was refused; but for codes, which are secret.
    pub fn take_answers(&mut self) -> Vec<String> {
        std::mem::take(&mut self.answers)
    }

    fn note(&mut self, answer: Result<&impl Serialize, &AppError>) {
        self.answers.push(match answer {
            Err(error) => error.to_string(),
            Ok(answer) => {
                let mut json = serde_json::to_value(answer).expect("JSON");
                if let Some(object) = json.as_object_mut() {
                    object.remove("enroll_code");
                }
                json.to_string()
            }
        });
    }

    pub fn door(&self) -> &Door {
        &self.doors[self.turn]
    }

    pub fn step(&mut self, step: &Step) {
        self.turn = 1 - self.turn;
        match *step {
            Step::Add(who, life) => self.add(who, life),
            Step::Finish(who, many, life) => self.finish(who, many, life),
            Step::Reassign(life) => self.reassign(life),
            Step::Edit(task) => self.edit(task),
            Step::Role(who, role) => self.set_role(who, role),
            Step::Activity(who) => self.set_active(who),
            Step::Hire(role) => self.hire(role),
            Step::Adjust(who, cents, life) => self.adjust(who, cents, life),
            Step::Reverse(row) => self.reverse(row),
            Step::Jump(minutes) => self.jump(minutes),
            Step::Close(ago, life) => self.close(ago, life),
            Step::Rehearse(what) => self.rehearse(what),
            Step::Retry(which) => self.retry(which),
            Step::Hear(many) => self.hear(many),
            Step::Letters => {
                let handed = send_letters(self.door()).expect("handed over");
                assert_eq!(handed.failed, []);
            }
        }
    }

    /// Moves the clock.
    pub fn jump(&mut self, minutes: i64) {
        self.now = self.now.plus_seconds(minutes * 60);
        for door in &mut self.doors {
            door.set_clock(Clock::Fixed(self.now));
        }
    }

    /// A popug that is logged in; without a look at its beak, which would take too long here.
    pub fn caller(&mut self, popug: usize) -> Caller {
        let token = self.popugs[popug].token.as_ref();
        let kept = token.map(Caller::session);
        if let Some(caller) = kept.filter(|it| self.door().authenticate(it).is_ok()) {
            return caller;
        }
        let (door, name) = (self.door(), &self.popugs[popug].name);
        let attempt = door.read(|read| auth::attempt(read, name, self.now));
        let attempt = attempt.expect("an attempt");
        let session = door
            .write(|tx| auth::admit(tx, &attempt))
            .expect("admitted");
        let caller = door.known(&session.token);
        self.popugs[popug].token = Some(session.token);
        caller
    }

    /// Runs a command, and what follows from it unless the process dies.
    fn run<C, A>(&mut self, popug: usize, command: C, life: Life) -> Result<A, AppError>
    where
        C: Change<Answer = A> + Command<Answer = A>,
        A: Serialize,
        AppError: From<C::Error>,
    {
        let answer = self.live(popug, command, life);
        self.note(answer.as_ref());
        answer
    }

    fn live<C, A>(&mut self, popug: usize, command: C, life: Life) -> Result<A, AppError>
    where
        C: Change<Answer = A> + Command<Answer = A>,
        A: Serialize,
        AppError: From<C::Error>,
    {
        let caller = self.caller(popug);
        if life == Life::Cut {
            let key = self.key(self.kept.len());
            return self.door().run_and_end(&caller, &command, key);
        }
        let key = (life == Life::Keyed).then(|| self.key(self.kept.len()));
        let terms = Terms {
            key,
            dry_run: false,
        };
        self.door().run(&caller, command, &terms)
    }

    fn key(&self, number: usize) -> Key {
        format!("key {number}").parse().expect("a key")
    }

    /// Keeps a command that had a key.
    fn keep(&mut self, popug: usize, life: Life, kept: Kept) {
        if life != Life::Whole {
            let key = self.key(self.kept.len());
            let role = self.popugs[popug].role;
            self.kept.push((popug, role, key, kept));
        }
    }

    pub fn ask<Q: Ask>(&mut self, query: &Q) -> Q::Answer {
        let polly = self.caller(POLLY);
        let answer = self.door().ask(&polly, query);
        self.note(answer.as_ref());
        answer.expect("an answer")
    }

    /// Fees and rewards, once everything is heard.
    pub fn prices(&mut self) -> Prices {
        self.door().catch_up().expect("heard");
        let status = StatusFilter::All;
        let tasks = self.ask(&ListTasks {
            status,
            ..ListTasks::default()
        });
        let cents = |money: Option<Money>| money.expect("a price").cents();
        let prices = tasks.into_iter();
        prices
            .map(|it| (it.id.get(), (cents(it.fee_cents), cents(it.reward_cents))))
            .collect()
    }

    fn active(&self) -> Vec<usize> {
        let all = 0..self.popugs.len();
        all.filter(|it| self.popugs[*it].active).collect()
    }

    fn pool(&self) -> Vec<usize> {
        let mut pool = self.active();
        pool.retain(|it| matches!(self.popugs[*it].role, Role::Worker | Role::Accountant));
        pool
    }

    fn popug(&self, name: &str) -> usize {
        let found = self.popugs.iter().position(|it| it.name == name);
        found.expect("a popug")
    }

    fn open_tasks(&self) -> Vec<usize> {
        let all = 0..self.tasks.len();
        all.filter(|it| self.tasks[*it].1).collect()
    }

    fn hire(&mut self, role: Role) {
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

    fn set(&mut self, who: usize, role: Option<Role>, active: Option<bool>) {
        let change = SetUser {
            name: Who::Named(self.popugs[who].name.clone()),
            role,
            email: None,
            full_name: None,
            active,
        };
        self.run(POLLY, change, Life::Whole).expect("set");
    }

    fn set_role(&mut self, who: usize, role: Role) {
        let who = self.changeable(who);
        self.set(who, Some(role), None);
        self.popugs[who].role = role;
    }

    fn set_active(&mut self, who: usize) {
        let who = self.changeable(who);
        let active = !self.popugs[who].active;
        self.set(who, None, Some(active));
        self.popugs[who].active = active;
    }

    fn changeable(&self, who: usize) -> usize {
        PENNY + 1 + who % (self.popugs.len() - PENNY - 1)
    }

    /// Lets the consumers hear `many` events more, as a process that then dies.
    fn hear(&mut self, many: i64) {
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

fn chosen(among: &[usize], which: usize) -> usize {
    among[which % among.len()]
}

pub fn number(place: usize) -> i64 {
    i64::try_from(place).expect("few")
}

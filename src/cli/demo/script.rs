//! What the company does on its past days: plain requests, as anybody could make them.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::app::{AppError, Caller, CloseDays, CloseTasks, Door, SendMail, Terms};
use crate::auth::{AddUser, Session};
use crate::cli::demo::cast::{self, Popug};
use crate::kernel::clock::Clock;
use crate::kernel::day::Day;
use crate::kernel::dice::{self, Seed};
use crate::kernel::moment::Moment;
use crate::kernel::name::Who;
use crate::kernel::range::DayWord;
use crate::kernel::role::Role;
use crate::tasks::{AddTask, ListTasks, Reassign};

/// How large a company, and how long its past.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Days before today.
    pub days: u64,
    /// Popugs that draw tasks beside the accountant.
    pub workers: usize,
    /// Tasks over all days.
    pub tasks: u64,
    /// What everything random follows from.
    pub seed: u64,
}

/// A company at work.
pub struct Company<'d> {
    door: &'d mut Door,
    plan: Plan,
    cast: Vec<Popug>,
    callers: BTreeMap<&'static str, (Caller, Moment)>,
    rolls: u64,
    made: u64,
}

/// The minutes of a working day at which things happen.
const OPENING: i64 = 8 * 60 + 30;
const NEW_TASKS: i64 = 9 * 60;
const REASSIGN: i64 = 13 * 60 + 37;
const CLOSING: i64 = 16 * 60;
/// The longest pause between two new tasks, in seconds.
const PAUSE: i64 = 7 * 60;
/// When cron comes by, on the next day.
const CRON: i64 = 5;
/// After so long everybody logs in anew: less than a session lies unused before it ends.
const LOGGED_IN_SECONDS: i64 = 6 * 24 * 60 * 60;

impl<'d> Company<'d> {
    /// A company behind this door, whose admin has just founded it.
    pub fn new(door: &'d mut Door, plan: Plan, admin: Caller) -> Self {
        let workers = cast::WORKERS.into_iter().take(plan.workers);
        let cast = [cast::MANAGER, cast::ACCOUNTANT]
            .into_iter()
            .chain(workers)
            .collect();
        let callers = BTreeMap::from([(cast::ADMIN.name, (admin, door.world().clock.now()))]);
        Self {
            door,
            plan,
            cast,
            callers,
            rolls: 0,
            made: 0,
        }
    }

    /// Lives through every day from `first` up to `today`, which is left open at noon or `now`,
    /// whichever is earlier. One night cron does not come.
    pub fn live(&mut self, first: Day, today: Day, now: Moment) -> Result<(), AppError> {
        self.hire(first)?;
        let missed = first.plus(self.plan.days.saturating_sub(3));
        // Of a single day none is missed.
        let missed = Some(missed).filter(|missed| missed.next() < today);
        for day in first.through(today) {
            if day > first && missed.is_none_or(|missed| day != missed.next()) {
                self.cron(day, now)?;
            }
            let noon = at(day, 12 * 60);
            let last = if day == today {
                noon.min(now)
            } else {
                at(day, 24 * 60 - 1)
            };
            self.work(day, missed == Some(day), last)?;
        }
        Ok(())
    }

    /// Logs everybody in as of now, and answers the sessions.
    pub fn log_everybody_in(&mut self) -> Result<Vec<Session>, AppError> {
        let names = self
            .cast
            .iter()
            .map(|popug| popug.name)
            .chain([cast::ADMIN.name]);
        names
            .map(|name| self.door.enter(&cast::log_in(name)))
            .collect()
    }

    fn hire(&mut self, day: Day) -> Result<(), AppError> {
        self.set_clock(at(day, OPENING));
        let admin = self.caller(cast::ADMIN.name)?;
        for popug in self.cast.clone() {
            let user = AddUser {
                name: popug.name.to_owned(),
                role: popug.role,
                email: format!("{}@uberpopug.example", popug.name),
                full_name: Some(popug.full_name.to_owned()),
                beak: Some(cast::BEAK.to_owned()),
                hash: None,
            };
            self.door.run(&admin, user, &Terms::default())?;
        }
        Ok(())
    }

    /// One day, up to `last`.
    fn work(&mut self, day: Day, hectic: bool, last: Moment) -> Result<(), AppError> {
        let new = i64::try_from(self.new_tasks(day)).unwrap_or(0);
        let pause = ((CLOSING - NEW_TASKS) * 60).checked_div(new).unwrap_or(0);
        for nth in 0..new {
            let seconds = nth * pause.min(PAUSE);
            let moment = at(day, NEW_TASKS).plus_seconds(seconds);
            if !self.is_time(moment, last) {
                return Ok(());
            }
            self.add_task()?;
        }
        if hectic && self.is_time(at(day, REASSIGN), last) {
            let manager = self.caller(cast::MANAGER.name)?;
            self.door
                .run(&manager, Reassign { dry_run: false }, &Terms::default())?;
        }
        for (nth, popug) in self.cast.clone().into_iter().enumerate() {
            let minute = CLOSING + i64::try_from(nth * 11).unwrap_or(0);
            let minute = if last < at(day, CLOSING) {
                NEW_TASKS + 60
            } else {
                minute
            };
            if popug.role != Role::Manager && self.is_time(at(day, minute), last) {
                self.close_some(popug)?;
            }
        }
        Ok(())
    }

    /// The day's share of all tasks.
    fn new_tasks(&self, day: Day) -> u64 {
        let days = self.plan.days + 1;
        let even = self.plan.tasks / days;
        let nth = u64::try_from(day.days_since(Day::FIRST)).unwrap_or(0) % days;
        even + u64::from(nth < self.plan.tasks % days)
    }

    fn add_task(&mut self) -> Result<(), AppError> {
        let titles = u64::try_from(cast::TASKS.len()).unwrap_or(1);
        let nth = usize::try_from(self.made % titles).unwrap_or(0);
        let title = cast::TASKS.get(nth).copied().unwrap_or("Do something");
        let round = self.made / titles;
        let title = if round == 0 {
            title.to_owned()
        } else {
            format!("{title}, again")
        };
        self.made += 1;
        // Every third task is the manager's idea, the others come from anybody.
        let author = if self.roll(3) == 0 {
            cast::MANAGER
        } else {
            self.anybody()
        };
        let caller = self.caller(author.name)?;
        let task = AddTask {
            title,
            ticket: None,
            description: None,
        };
        self.door.run(&caller, task, &Terms::default())?;
        Ok(())
    }

    fn close_some(&mut self, popug: Popug) -> Result<(), AppError> {
        let caller = self.caller(popug.name)?;
        let mine = ListTasks {
            assignee: Some(Who::Me),
            ..ListTasks::default()
        };
        let open = self.door.ask(&caller, &mine)?;
        let done = open
            .into_iter()
            .filter(|_| self.roll(100) < popug.diligence);
        let tasks: Vec<_> = done.map(|task| task.id).collect();
        if !tasks.is_empty() {
            self.door
                .run(&caller, CloseTasks { tasks }, &Terms::default())?;
        }
        Ok(())
    }

    /// What cron does a few minutes past midnight.
    fn cron(&mut self, day: Day, now: Moment) -> Result<(), AppError> {
        self.set_clock(at(day, CRON).min(now));
        let admin = self.caller(cast::ADMIN.name)?;
        let through = CloseDays {
            date: Some(DayWord::Yesterday),
        };
        self.door.run(&admin, through.clone(), &Terms::default())?;
        match self.door.run(&admin, SendMail {}, &Terms::default()) {
            // Beside a database there is no mailbox; they wait.
            Ok(_) | Err(AppError::NowhereForLetters) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Moves the clock, never back; `false` where that would be later than `last`.
    fn is_time(&mut self, moment: Moment, last: Moment) -> bool {
        let moment = moment.max(self.door.now());
        self.set_clock(moment.min(last));
        moment <= last
    }

    fn set_clock(&mut self, moment: Moment) {
        self.door.set_clock(Clock::Fixed(moment));
    }

    /// Whoever it is, logged in anew before the session can have run out.
    fn caller(&mut self, name: &'static str) -> Result<Caller, AppError> {
        let now = self.door.world().clock.now();
        if let Some((caller, since)) = self.callers.get(name)
            && now.seconds_since(*since) < LOGGED_IN_SECONDS
        {
            return Ok(caller.clone());
        }
        let session = self.door.enter(&cast::log_in(name))?;
        let caller = Caller::session(&session.token);
        self.callers.insert(name, (caller.clone(), now));
        Ok(caller)
    }

    fn anybody(&mut self) -> Popug {
        let count = u64::try_from(self.cast.len()).unwrap_or(1);
        let nth = usize::try_from(self.roll(count)).unwrap_or(0);
        self.cast.get(nth).copied().unwrap_or(cast::MANAGER)
    }

    /// A number below `bound`; the whole past follows from the seed.
    fn roll(&mut self, bound: u64) -> u64 {
        self.rolls += 1;
        let mut seed: Seed = [0x5e; 32];
        seed.iter_mut()
            .zip(self.plan.seed.to_be_bytes())
            .for_each(|(byte, it)| *byte = it);
        dice::uniform(&seed, self.rolls, bound)
    }
}

/// The moment of a minute of a day; the demo's company lives by UTC.
pub fn at(day: Day, minute: i64) -> Moment {
    let midnight = day.date().and_time(chrono::NaiveTime::MIN).and_utc();
    Moment::from_utc(midnight + TimeDelta::minutes(minute))
}

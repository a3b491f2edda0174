//! Random histories of a company, against a model that is too simple to be wrong.

mod model;

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, TestCaseError};
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::accounting::histories::model::{Model, Moved};
use crate::accounting::sql::account_of;
use crate::accounting::testing::{BEGIN, assigned, closed, created, user};
use crate::accounting::{
    AccountBringBack, Accounting, AccountingError, close, day_show, days_to_close, examine,
    open_day,
};
use crate::events::shape::{Outcome, SettingUpdated, TransactionProcessed};
use crate::events::{self, Append, Budget, Consumer, Event, Heard, Progress, each_heard};
use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::day::{Day, Zone};
use crate::kernel::dice::Dice;
use crate::kernel::ids::{Seq, TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::range::Calendar;
use crate::store::testing::{Scratch, moment};
use crate::store::{Asker, Command, Stamp, StoreError};

/// Midnight is missing here once a year.
const ZONE: &str = "America/Santiago";

#[derive(Clone, Debug)]
enum Step {
    /// A popug joins.
    Join,
    /// A task appears and falls to one of the popugs.
    Create(usize),
    /// One of the open tasks falls to one of the popugs.
    Assign(usize, usize),
    /// One of the open tasks is closed by one of the popugs.
    Finish(usize, usize),
    /// The clock jumps by so many hours.
    Jump(i64),
    /// At most so many of the days that have begun are closed.
    Close(usize),
    /// One of the payouts is refused.
    Refuse(usize),
    /// What lies ahead of the clock is brought back.
    BringBack,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let any = || 0_usize..1_000;
    let step = prop_oneof![
        1 => Just(Step::Join),
        4 => any().prop_map(Step::Create),
        4 => (any(), any()).prop_map(|(task, popug)| Step::Assign(task, popug)),
        5 => (any(), any()).prop_map(|(task, popug)| Step::Finish(task, popug)),
        3 => (-30_i64..45).prop_map(Step::Jump),
        2 => (1_usize..4).prop_map(Step::Close),
        1 => any().prop_map(Step::Refuse),
        1 => Just(Step::BringBack),
    ];
    vec(step, 1..40)
}

/// How a stretch of events is heard.
#[derive(Clone, Copy, Debug)]
enum Hearing<'a> {
    /// As popug does.
    CatchUp,
    /// In batches of these sizes, over and over, each of them twice.
    Split(&'a [usize]),
}

/// What a stretch between two closes says.
#[derive(Default)]
struct Told {
    events: Vec<(Moment, Event)>,
}

/// The company as it is driven: a store, and what was said but not heard.
struct Company<'a> {
    scratch: Scratch,
    hearing: Hearing<'a>,
    now: Moment,
    told: Told,
    heard: Seq,
}

impl Company<'_> {
    fn stamp(&self, at: Moment) -> Stamp {
        Stamp {
            clock: Clock::Fixed(at),
            dice: Dice::Seeded(1),
            actor: Actor::System,
        }
    }

    fn say(&mut self, event: impl Into<Event>) {
        self.told.events.push((self.now, event.into()));
    }

    /// Appends what was said, events of one moment together.
    fn append(&mut self) {
        let told = std::mem::take(&mut self.told.events);
        for together in told.chunk_by(|a, b| a.0 == b.0) {
            let done = self.scratch.store.write(&self.stamp(together[0].0), |tx| {
                tx.append_many(together.iter().map(|(_, event)| (event.clone(), None)))
            });
            done.expect("appended");
        }
    }

    fn hear(&mut self) {
        self.append();
        let stamp = self.stamp(self.now);
        let store = &self.scratch.store;
        match self.hearing {
            Hearing::CatchUp => {
                let heard = events::catch_up(store, &stamp, &[&Accounting], Budget::Whole);
                assert_eq!(heard.expect("hears"), Progress::Quiet);
            }
            Hearing::Split(sizes) => {
                let mut rest: &[Heard] = &self.unheard();
                let mut sizes = sizes.iter().cycle();
                while !rest.is_empty() {
                    let size = *sizes.next().expect("a size");
                    let (batch, later) = rest.split_at(size.min(rest.len()));
                    let batch: Vec<&Heard> = batch.iter().collect();
                    for _ in 0..2 {
                        let heard = store.write(&stamp, |tx| Accounting.hear(tx, &batch));
                        heard.expect("hears");
                    }
                    rest = later;
                }
                self.heard = store.head().expect("a head").seq;
            }
        }
    }

    fn unheard(&self) -> Vec<Heard> {
        let mut log = self.log();
        log.retain(|it| it.seq > self.heard && Accounting.hears(it.event.name()));
        log
    }

    fn log(&self) -> Vec<Heard> {
        let mut all = Vec::new();
        let read = self.scratch.store.read(|read| {
            each_heard(read, |heard| {
                all.push(heard);
                Ok::<_, StoreError>(())
            })
        });
        read.expect("the log");
        all
    }
}

/// A company, the model of it, and the prices that were drawn.
struct Run<'a> {
    company: Company<'a>,
    model: Model,
}

impl<'a> Run<'a> {
    fn begin(hearing: Hearing<'a>) -> Self {
        let zone: Zone = ZONE.parse().expect("a zone");
        let now = moment(BEGIN);
        let company = Company {
            scratch: Scratch::new(),
            hearing,
            now,
            told: Told::default(),
            heard: Seq::START,
        };
        let model = Model {
            zone,
            first: zone.day_of(now),
            last_closed: None,
            popugs: Vec::new(),
            open: Vec::new(),
            tasks: 0,
            moved: Vec::new(),
            invoices: BTreeMap::new(),
            refused: BTreeSet::new(),
            brought: BTreeSet::new(),
        };
        let mut run = Self { company, model };
        for (key, value) in [
            ("timezone", ZONE),
            ("currency", "USD"),
            ("fee_min", "10"),
            ("fee_max", "20"),
            ("reward_min", "20"),
            ("reward_max", "40"),
        ] {
            let (key, value) = (key.to_owned(), value.to_owned());
            run.company.say(SettingUpdated { key, value });
        }
        run.join();
        run
    }

    fn join(&mut self) {
        let id = i64::try_from(self.model.popugs.len()).expect("few") + 1;
        self.model.popugs.push(UserId::new(id));
        self.company
            .say(user(UserId::new(id), &format!("popug{id}")));
    }

    fn step(&mut self, step: &Step) {
        let of = |list: usize, index: usize| (list > 0).then(|| index % list);
        match *step {
            Step::Join => self.join(),
            Step::Jump(hours) => self.company.now = self.company.now.plus_seconds(hours * 3_600),
            Step::Create(popug) => {
                self.model.tasks += 1;
                let task = self.model.tasks;
                self.model.open.push(task);
                self.company.say(created(task));
                self.assign(task, popug);
            }
            Step::Assign(task, popug) => {
                if let Some(index) = of(self.model.open.len(), task) {
                    self.assign(self.model.open[index], popug);
                }
            }
            Step::Finish(task, popug) => {
                if let Some(index) = of(self.model.open.len(), task) {
                    let task = self.model.open.remove(index);
                    let by = self.popug(popug);
                    self.company.say(closed(task, by));
                    self.moved(by, Moved::Reward(task));
                }
            }
            Step::Close(most) => self.close(most),
            Step::Refuse(index) => self.refuse(index),
            Step::BringBack => self.bring_back(),
        }
    }

    fn popug(&self, index: usize) -> UserId {
        self.model.popugs[index % self.model.popugs.len()]
    }

    fn moved(&mut self, popug: UserId, moved: Moved) {
        let day = self.model.day(self.company.now);
        self.model.moved.push((popug, day, moved));
    }

    fn assign(&mut self, task: i64, popug: usize) {
        let popug = self.popug(popug);
        self.company.say(assigned(task, popug));
        self.moved(popug, Moved::Fee(task));
    }

    fn close(&mut self, most: usize) {
        self.company.hear();
        let prices = self.prices();
        let store = &self.company.scratch.store;
        let stamp = self.company.stamp(self.company.now);
        let today = self.model.zone.day_of(self.company.now);
        let due = store.read(|read| days_to_close(read, today)).expect("days");
        for day in due.into_iter().take(most) {
            self.model.close(day, &prices);
            let row = store.write(&stamp, |tx| close(tx, day)).expect("closes");
            assert_eq!(row.earned_cents.cents(), self.model.earned(day, &prices));
        }
        self.company.heard = store.head().expect("a head").seq;
    }

    fn bring_back(&mut self) {
        self.company.hear();
        let (store, zone) = (&self.company.scratch.store, self.model.zone);
        let today = zone.day_of(self.company.now);
        let open = store.read(|read| open_day(read, today)).expect("a day");
        let asker = Asker::on(Actor::System, Calendar { zone, today, open });
        let stamp = self.company.stamp(self.company.now);
        let back = store.write(&stamp, |tx| AccountBringBack {}.run(tx, &asker));
        if self
            .model
            .last_closed
            .is_some_and(|closed| closed > today.plus(2))
        {
            assert!(matches!(back, Err(AccountingError::ClosedAhead { .. })));
        } else {
            let many = self.model.bring_back((today, open), &self.prices());
            assert_eq!(back.expect("brought back").len(), many);
        }
        self.company.heard = self.company.scratch.store.head().expect("a head").seq;
    }

    fn refuse(&mut self, index: usize) {
        let paid: Vec<(i64, i64, i64)> = self
            .company
            .log()
            .into_iter()
            .filter_map(|heard| {
                let Event::AccountFinalized(it) = heard.event else {
                    return None;
                };
                let (id, user) = (it.transaction.get(), it.user.get());
                Some((id, user, it.amount_cents.cents()))
            })
            .collect();
        if paid.is_empty() {
            return;
        }
        let (transaction, user, cents) = paid[index % paid.len()];
        self.company.say(TransactionProcessed {
            transaction: TransactionId::new(transaction),
            outcome: Outcome::Refused,
            reference: None,
        });
        if self.model.refused.insert(transaction) {
            self.moved(UserId::new(user), Moved::Back(cents));
        }
    }

    fn prices(&self) -> BTreeMap<i64, (i64, i64)> {
        let priced = self.company.log().into_iter();
        let priced = priced.filter_map(|heard| {
            let Event::TaskPriced(it) = heard.event else {
                return None;
            };
            let (fee, reward) = (it.fee_cents.cents(), it.reward_cents.cents());
            Some((it.task.get(), (fee, reward)))
        });
        priced.collect()
    }

    /// Runs a history, and compares what came of it with the model.
    fn through(mut self, steps: &[Step]) -> Result<Self, TestCaseError> {
        for step in steps {
            self.step(step);
        }
        self.company.hear();
        let prices = self.prices();
        let store = &self.company.scratch.store;
        for popug in &self.model.popugs {
            let account = store.read(|read| account_of(read, *popug)).expect("read");
            let held = account.expect("an account").balance.cents();
            let model = self.model.held(*popug, Day::LAST, &prices);
            prop_assert_eq!(held, model, "{}", popug);
        }
        let days: BTreeSet<Day> = self.model.moved.iter().map(|(_, day, _)| *day).collect();
        for day in days {
            let sheet = store.read(|read| day_show(read, day)).expect("a day");
            let earned = self.model.earned(day, &prices);
            prop_assert_eq!(sheet.row.earned_cents.cents(), earned, "{}", day);
            let paid = sheet.invoices.iter();
            let paid = paid.map(|it| (it.user.to_string(), it.amount_cents.cents()));
            let model = self.model.invoices.get(&day).into_iter().flatten();
            let model = model.map(|(user, cents)| (format!("popug{user}"), *cents));
            prop_assert_eq!(
                paid.collect::<Vec<_>>(),
                model.collect::<Vec<_>>(),
                "{}",
                day
            );
        }
        let found = store.read(examine);
        let found =
            found.map_err(|error: AccountingError| TestCaseError::fail(error.to_string()))?;
        // What is kept of others counts as far as the offset says, which stands still here.
        let mut books = found.iter().filter(|it| it.check != "copies");
        prop_assert!(books.all(|it| it.ok), "{:?}", found);
        Ok(self)
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_happens_the_books_are_what_a_simple_model_says_however_they_were_heard(
        steps in steps(),
        sizes in vec(1_usize..7, 1..6),
    ) {
        let whole = Run::begin(Hearing::CatchUp).through(&steps)?;
        let split = Run::begin(Hearing::Split(&sizes)).through(&steps)?;
        prop_assert_eq!(whole.company.log(), split.company.log());
        let head = |run: &Run<'_>| run.company.scratch.store.head().expect("a head");
        prop_assert_eq!(head(&whole), head(&split));
    }
}

//! Catching up: once in effect, in order, past what cannot be heard.

use std::time::Duration;

use proptest::prelude::{Strategy, any, proptest};

use super::*;
use crate::events::slice::hear_slice;
use crate::events::testing::{Listener, NOW, World, hear, rest};
use crate::events::{Append, EventName, discard, retry};
use crate::kernel::ids::DeadLetterId;
use crate::store::Place;
use crate::store::testing::stamp;

const STOPPED: Progress = Progress::Stopped("accounting");

#[test]
fn what_follows_is_heard_in_the_same_catch_up_and_names_its_cause() {
    let world = World::new();
    world.close([1, 2]);
    let both: [&dyn Consumer; 2] = [&Listener::accounting(), &Listener::tasks()];
    assert_eq!(world.hear(&both), Progress::Quiet);
    assert_eq!(world.heard("accounting"), [1, 2]);
    assert_eq!(world.heard("tasks"), [1, 2, 3, 4]);
    let log = world.log();
    let causes = log.iter().map(|it| it.cause.map(Seq::get));
    assert_eq!(causes.collect::<Vec<_>>(), [None, None, Some(1), Some(2)]);
}

#[test]
fn a_catch_up_with_nothing_to_hear_takes_no_lock() {
    let world = World::new();
    world.close([1, 2]);
    let consumers: [&dyn Consumer; 1] = [&Listener::tasks()];
    world.hear(&consumers);

    let holder = world.scratch.raw();
    holder.hold();
    let impatient = Store::open(world.store().place(), Duration::ZERO).expect("opens");
    let through = |seq| catch_up(&impatient, &stamp(NOW), &consumers, seq);
    assert_eq!(through(Budget::Whole).expect("no lock"), Progress::Quiet);
    holder.let_go();

    world.close([3]);
    holder.hold();
    let part = through(Budget::Through(Seq::new(2)));
    assert_eq!(part.expect("no lock"), Progress::Quiet);
    let busy = through(Budget::Whole).expect_err("there is something to hear");
    assert!(matches!(busy, StoreError::Busy(0)), "{busy}");
}

#[test]
fn what_follows_belongs_to_a_budget_unless_it_lies_behind_too_much() {
    let budget = Budget::Through(Seq::new(10));
    let seqs = |from, to| (Seq::new(from), Seq::new(to));
    for ((from, to), target) in [
        (seqs(10, 10), 10),
        (seqs(10, 25), 25),
        (seqs(2_010, 2_011), 2_011),
        (seqs(2_011, 2_012), 10),
    ] {
        let extended = budget.with_follow_ups(from, to);
        assert_eq!(extended, Budget::Through(Seq::new(target)), "{from} {to}");
        assert_eq!(Budget::Whole.with_follow_ups(from, to), Budget::Whole);
    }
}

#[test]
fn processes_that_catch_up_at_once_count_every_event_once() {
    let world = World::new();
    let place: &Place = world.store().place();
    std::thread::scope(|threads| {
        for _ in 0..3 {
            threads.spawn(|| {
                let store = Store::open(place, Duration::from_secs(30)).expect("opens");
                for _ in 0..40 {
                    let both: [&dyn Consumer; 2] = [&Listener::accounting(), &Listener::tasks()];
                    hear(&store, &stamp(NOW), &both);
                }
            });
        }
        for task in 0..60 {
            world.close([task]);
        }
    });
    world.hear(&[&Listener::accounting(), &Listener::tasks()]);
    assert_eq!(
        world.heard("accounting"),
        world.of_name(EventName::TaskClosed)
    );
    assert_eq!(world.heard("tasks"), (1..=120).collect::<Vec<_>>());
    assert_eq!(world.read(crate::store::unguarded), Vec::<&str>::new());
}

/// One thing that may happen to a store.
#[derive(Clone, Debug)]
enum Step {
    /// So many tasks are closed.
    Close(i64),
    /// Consumer 0 or 1 hears at most so many events.
    Hear(usize, i64),
    /// The same, and then the process is killed.
    Crash(usize, i64),
    /// Both hear everything.
    CatchUp,
}

fn step() -> impl Strategy<Value = Step> {
    (0..4, any::<bool>(), 1_i64..6).prop_map(|(kind, second, size)| match kind {
        0 => Step::Close(size),
        1 => Step::Hear(usize::from(second), size),
        2 => Step::Crash(usize::from(second), size),
        _ => Step::CatchUp,
    })
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn every_event_counts_once_however_the_log_is_cut(
        steps in proptest::collection::vec(step(), 1..14),
    ) {
        let world = World::new();
        let at = stamp(NOW);
        let (accounting, tasks) = (Listener::accounting(), Listener::tasks());
        let both: [&dyn Consumer; 2] = [&accounting, &tasks];
        for step in steps {
            match step {
                Step::Close(count) => world.close(0..count),
                Step::Hear(who, size) => {
                    let heard = world.store().write(&at, |tx| hear_slice(tx, both[who], size));
                    heard.expect("hears");
                }
                Step::Crash(who, size) => {
                    let lost = world.store().rehearse(&at, |tx| hear_slice(tx, both[who], size));
                    lost.expect("hears");
                }
                Step::CatchUp => assert_eq!(world.hear(&both), Progress::Quiet),
            }
        }
        world.hear(&both);
        assert_eq!(world.heard("accounting"), world.of_name(EventName::TaskClosed));
        let all = 1..=i64::try_from(world.log().len()).expect("few");
        assert_eq!(world.heard("tasks"), all.collect::<Vec<_>>());
        assert_eq!(world.log().len(), 2 * world.heard("accounting").len());
    }
}

#[test]
fn poison_alone_is_put_aside_and_its_subject_waits_behind_it() {
    let world = World::new();
    world.close(1..=9); // events 1 to 9
    world.poison(2, "task.closed", 7, "{}"); // 10
    world.poison(3, "task.closed", 1, "{"); // 11
    world.poison(4, "task.closed", 1, r#"{"task":4,"by":1,"why":"?"}"#); // 12
    world.poison(5, "task.lost", 1, "{}"); // 13
    world.close([1, 2, 3, 4, 5, 6, 7]); // 14 to 20
    let accounting = Listener::accounting();
    accounting.refuse(6);
    accounting.stumble(7);
    assert_eq!(world.hear(&[&accounting]), Progress::Quiet);

    assert_eq!(world.heard("accounting"), [1, 2, 3, 4, 5, 8, 9, 14]);
    let letters = world.letters("accounting").into_iter();
    // Which rule is broken each engine says in its own words.
    let said = |reason: String| match reason.split_once(" its rules: ") {
        Some((said, rule)) if rule.contains("test_heard") => format!("{said} its rules"),
        _ => reason,
    };
    let letters = letters.map(|(seq, state, reason)| format!("{seq} {state}: {}", said(reason)));
    insta::assert_snapshot!(letters.collect::<Vec<_>>().join("\n"), @r"
    6 dead: no room for task 6
    7 dead: the store refuses what breaks its rules
    10 dead: there is no version 7 of task.closed
    11 dead: task.closed does not fit its schema: EOF while parsing an object at line 1 column 1
    12 dead: task.closed does not fit its schema: unknown field `why`, expected `task` or `by` at line 1 column 22
    13 dead: event 13 has the unknown name 'task.lost'
    15 parked: waits behind a dead letter of task/2
    16 parked: waits behind a dead letter of task/3
    17 parked: waits behind a dead letter of task/4
    18 parked: waits behind a dead letter of task/5
    19 parked: waits behind a dead letter of task/6
    20 parked: waits behind a dead letter of task/7
    ");
    assert_eq!(world.of_name(EventName::TaskPriced).len(), 8);
}

#[test]
fn poison_among_thousands_costs_a_few_transactions() {
    let world = World::new();
    world.close(1..=3_000);
    let accounting = Listener::accounting();
    accounting.refuse(1_777);
    assert_eq!(world.hear(&[&accounting]), Progress::Quiet);
    assert_eq!(world.heard("accounting").len(), 2_999);
    assert_eq!(world.letters("accounting").len(), 1);
}

/// The poison is an event that only the round itself makes, and that is gone with it.
#[test]
fn poison_that_follows_from_what_another_hears_is_put_aside() {
    let (accounting, prices) = (Listener::accounting(), Listener::prices());
    prices.refuse(2);
    for order in [[&accounting, &prices], [&prices, &accounting]] {
        let world = World::new();
        world.close([1, 2, 3]);
        let consumers = order.map(|it| -> &dyn Consumer { it });
        assert_eq!(world.hear(&consumers), Progress::Quiet);
        assert_eq!(world.heard("tasks"), [4, 6]);
        let letters = world.letters("tasks");
        let states = letters.iter().map(|(seq, state, _)| (*seq, state.as_str()));
        assert_eq!(states.collect::<Vec<_>>(), [(5, "dead")]);
    }
}

#[test]
fn a_hundred_dead_letters_in_a_row_stop_the_consumer_alone() {
    let world = World::new();
    world.close(1..=150);
    let (accounting, tasks) = (Listener::accounting(), Listener::tasks());
    (51..=150).for_each(|task| accounting.refuse(task));
    let both: [&dyn Consumer; 2] = [&accounting, &tasks];
    assert_eq!(world.hear(&both), STOPPED);
    assert_eq!(world.heard("accounting").len(), 50);
    assert_eq!(world.letters("accounting").len(), 100);
    assert_eq!(world.heard("tasks").len(), 200);

    world.close([151, 152]);
    assert_eq!(world.hear(&both), STOPPED);
    assert_eq!(world.hear(&both), STOPPED);
    assert_eq!(world.heard("accounting").len(), 50);
    assert_eq!(world.heard("tasks").len(), 202);
    let unheard = world.store().write(&stamp(NOW), |tx| rest(tx, &accounting));
    let unheard = unheard.expect_err("it has stopped");
    assert_eq!(
        unheard.to_string(),
        "accounting has stopped: it could not take in a hundred events in a row"
    );
}

#[test]
fn a_stopped_consumer_goes_on_when_letters_were_retried_or_discarded() {
    let world = World::new();
    world.close(1..=110);
    let accounting = Listener::accounting();
    (1..=102).for_each(|task| accounting.refuse(task));
    assert_eq!(world.hear(&[&accounting]), STOPPED);

    world.write(|tx| discard(tx, DeadLetterId::new(1), "a test"));
    assert_eq!(world.hear(&[&accounting]), STOPPED);
    assert_eq!(world.letters("accounting").len(), 101);

    accounting.mend();
    let again = retry(
        world.store(),
        &stamp(NOW),
        &accounting,
        DeadLetterId::new(7),
    );
    assert_eq!(again.expect("heard").heard, 1);
    assert_eq!(world.hear(&[&accounting]), Progress::Quiet);
    assert_eq!(world.letters("accounting").len(), 101);
    assert_eq!(world.heard("accounting")[..3], [7, 102, 103]);
}

#[test]
fn poison_that_is_heard_between_others_stops_nobody() {
    let world = World::new();
    world.close(1..=240);
    let accounting = Listener::accounting();
    (1..=240)
        .filter(|it| it % 2 == 0)
        .for_each(|it| accounting.refuse(it));
    assert_eq!(world.hear(&[&accounting]), Progress::Quiet);
    assert_eq!(world.letters("accounting").len(), 120);
    assert_eq!(world.heard("accounting").len(), 120);
}

#[test]
fn a_transient_failure_loses_nothing() {
    struct Full;
    impl Consumer for Full {
        fn name(&self) -> &'static str {
            "accounting"
        }
        fn hears(&self, _: EventName) -> bool {
            true
        }
        fn hear(
            &self,
            tx: &mut crate::store::Write<'_>,
            _: &[&crate::events::Heard],
        ) -> Result<(), crate::events::Failure> {
            tx.append(crate::events::shape::SettingUpdated {
                key: "k".to_owned(),
                value: "v".to_owned(),
            })?;
            Err(StoreError::Full("disk".to_owned()).into())
        }
    }
    let world = World::new();
    world.close([1]);
    let failed = catch_up(world.store(), &stamp(NOW), &[&Full], Budget::Whole);
    assert!(matches!(failed.expect_err("no room"), StoreError::Full(_)));
    assert_eq!(world.log().len(), 1);
    assert_eq!(world.letters("accounting"), []);
    world.hear(&[&Listener::accounting()]);
    assert_eq!(world.heard("accounting"), [1]);
}

//! Waiting for whoever else writes.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::NOW;
use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::store::testing::{Engine, Scratch, Told, append, glance, id, seqs, stamp};
use crate::store::{Stamp, Store, StoreError};

on_both_engines! {
    one_that_does_not_wait_is_told_that_the_store_is_busy,
    at_once_is_never_later,
    nobody_waits_longer_than_told_to,
    a_wait_is_told_after_two_seconds_and_the_moment_is_read_behind_it,
    readers_wait_for_nobody,
}

fn opened(scratch: &Scratch, wait: Duration) -> Store {
    Store::open(scratch.store.place(), wait).expect("opens")
}

fn write(store: &Store) -> Result<Seq, StoreError> {
    store.write(&stamp(NOW), |tx| append(tx, "{}"))
}

fn one_that_does_not_wait_is_told_that_the_store_is_busy(on: Engine) {
    let scratch = Scratch::on(on);
    let raw = scratch.raw();
    let impatient = opened(&scratch, Duration::ZERO);
    raw.hold();
    for _ in 0..2 {
        let busy = write(&impatient).expect_err("busy");
        assert!(matches!(busy, StoreError::Busy(0)), "{busy}");
        assert!(seqs(&impatient).is_empty());
    }
    raw.let_go();
    assert_eq!(write(&impatient).expect("a write"), Seq::new(1));
}

fn at_once_is_never_later(on: Engine) {
    let scratch = Scratch::on(on);
    let patient = opened(&scratch, Duration::from_secs(600));
    let at_once = || patient.write_at_once(&stamp(NOW), |tx| append(tx, "{}"));
    let raw = scratch.raw();
    raw.hold();
    let busy = at_once().expect_err("busy");
    assert!(matches!(busy, StoreError::Busy(_)), "{busy}");
    raw.let_go();
    assert_eq!(at_once().expect("a write"), Seq::new(1));
    assert_eq!(write(&patient).expect("a write"), Seq::new(2));
}

fn nobody_waits_longer_than_told_to(on: Engine) {
    let scratch = Scratch::on(on);
    let store = opened(&scratch, Duration::from_secs(1));
    let raw = scratch.raw();
    raw.hold();
    let since = Instant::now();
    let busy = write(&store).expect_err("busy");
    assert!(matches!(busy, StoreError::Busy(1)), "{busy}");
    assert!(since.elapsed() >= Duration::from_secs(1));
    raw.let_go();
    assert_eq!(write(&store).expect("a write"), Seq::new(1));
}

/// What is told is the sign that the write has begun and waits.
fn a_wait_is_told_after_two_seconds_and_the_moment_is_read_behind_it(on: Engine) {
    let scratch = Scratch::on(on);
    let raw = scratch.raw();
    raw.hold();
    let (told, lines) = Told::new();
    let (say, said) = mpsc::channel();
    thread::scope(|threads| {
        let place = scratch.store.place();
        threads.spawn(move || {
            let store = Store::open(place, Duration::from_secs(600)).expect("opens");
            let stamp = Stamp {
                clock: Clock::System,
                dice: Dice::Seeded(1),
                actor: Actor::System,
            };
            let since = Instant::now();
            let written = told.by(|| {
                store.write(&stamp, |tx| {
                    append(tx, "{}")?;
                    Ok::<_, StoreError>(tx.now())
                })
            });
            say.send((written.expect("a write"), since.elapsed()))
        });
        let line = lines.recv().expect("it waits");
        assert_eq!(
            line,
            "waiting for another process that is writing to the store"
        );
        let before = Clock::System.now();
        raw.let_go();
        let (moment, waited) = said.recv().expect("it is written");
        assert!(moment >= before, "{moment} is before {before}");
        assert!(waited >= Duration::from_secs(2), "{waited:?}");
        assert_eq!(lines.iter().count(), 0, "it is told once");
    });
}

fn readers_wait_for_nobody(on: Engine) {
    let scratch = Scratch::on(on);
    write(&scratch.store).expect("a write");
    let raw = scratch.raw();
    raw.hold();
    let reader = opened(&scratch, Duration::ZERO);
    assert_eq!(seqs(&reader), [1]);
    assert_eq!(seqs(&glance(scratch.store.place()).expect("a look")), [1]);
    assert_eq!(reader.identity().expect("an identity").store_id, id("test"));
    raw.let_go();
}

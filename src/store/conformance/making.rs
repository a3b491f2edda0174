//! Making a store, and bringing an older one to the newest schema: all of it or nothing.

use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use super::NOW;
use crate::files::Whose;
use crate::kernel::ids::Seq;
use crate::store::migrate::MIGRATIONS;
use crate::store::testing::{Engine, Scratch, Site, append, id, identity, seqs, stamp, step};
use crate::store::{Place, SCHEMA, Store, StoreError};

on_both_engines! {
    a_store_is_made_once,
    of_many_that_make_one_at_once_one_wins,
    what_fails_on_the_way_leaves_nothing,
    what_is_written_first_is_there_and_what_is_rehearsed_is_not,
    an_upgraded_store_equals_a_fresh_one,
    a_crash_after_each_step_leaves_a_schema_from_which_the_next_upgrade_goes_on,
    a_step_that_fails_half_way_leaves_nothing_of_itself,
    of_many_upgrades_at_once_each_step_is_done_once,
}

fn make(place: &Place, store_id: &str) -> Result<(), StoreError> {
    Store::create(place, &Whose::MINE, &identity(store_id), |_| Ok(()))
}

fn older(on: Engine, schema: i64) -> Site {
    let site = Site::on(on);
    site.found_older(schema);
    site
}

fn opened(site: &Site) -> Store {
    Store::open_older(site.place(), Duration::from_secs(60)).expect("opens")
}

fn fresh(on: Engine) -> Vec<String> {
    let shape = Scratch::on(on).raw().shape();
    assert!(shape.len() > 80, "{shape:?}");
    shape
}

fn a_store_is_made_once(on: Engine) {
    let site = Site::on(on);
    make(site.place(), "first").expect("made");
    let again = make(site.place(), "second").expect_err("it is there");
    assert!(matches!(&again, StoreError::Present(there) if there == site.place()));
    let absent = Store::check_absent(site.place()).expect_err("it is there");
    assert_eq!(absent.to_string(), again.to_string());
    let store = site.open();
    assert_eq!(store.identity().expect("an identity"), identity("first"));
    assert_eq!(store.place(), site.place());
}

fn of_many_that_make_one_at_once_one_wins(on: Engine) {
    let site = Site::on(on);
    let start = Barrier::new(8);
    let made: Vec<(String, Result<(), StoreError>)> = thread::scope(|threads| {
        let makers: Vec<_> = (0..8)
            .map(|n| {
                let (place, start) = (site.place(), &start);
                threads.spawn(move || {
                    start.wait();
                    let id = format!("store {n}");
                    let made = make(place, &id);
                    (id, made)
                })
            })
            .collect();
        let ended = makers.into_iter().map(|it| it.join().expect("ended"));
        ended.collect()
    });
    let (won, lost): (Vec<_>, Vec<_>) = made.into_iter().partition(|(_, made)| made.is_ok());
    assert_eq!(won.len(), 1);
    for (id, made) in lost {
        let refused = made.expect_err("refused");
        assert!(matches!(refused, StoreError::Present(_)), "{id}: {refused}");
    }
    let found = site.open().identity().expect("an identity");
    assert_eq!(found.store_id, id(&won[0].0));
}

fn what_fails_on_the_way_leaves_nothing(on: Engine) {
    let site = Site::on(on);
    let failed = Store::create(site.place(), &Whose::MINE, &identity("x"), |store| {
        store.write(&stamp(NOW), |tx| append(tx, "{}"))?;
        Err::<(), _>(StoreError::Full("disk".to_owned()))
    });
    assert!(matches!(failed, Err(StoreError::Full(_))));
    Store::check_absent(site.place()).expect("nothing is there");
    make(site.place(), "y").expect("made");
    assert!(seqs(&site.open()).is_empty());
}

fn what_is_written_first_is_there_and_what_is_rehearsed_is_not(on: Engine) {
    let site = Site::on(on);
    let made = Store::create(site.place(), &Whose::MINE, &identity("x"), |store| {
        let write = || store.write(&stamp(NOW), |tx| append(tx, "{}"));
        write()?;
        let rehearsed = store.rehearse(&stamp(NOW), |tx| append(tx, "{}"))?;
        assert_eq!(rehearsed, Seq::new(2));
        let failed = store.write(&stamp(NOW), |tx| {
            append(tx, "{}")?;
            Err::<(), _>(StoreError::Full("disk".to_owned()))
        });
        assert!(matches!(failed, Err(StoreError::Full(_))));
        assert_eq!(seqs(store), [1]);
        write()
    });
    assert_eq!(made.expect("made"), Seq::new(2));
    let store = site.open();
    assert_eq!(seqs(&store), [1, 2]);
    store.check_acknowledged().expect("nothing was lost");
}

fn an_upgraded_store_equals_a_fresh_one(on: Engine) {
    let fresh = fresh(on);
    for from in 1..SCHEMA {
        let site = older(on, from);
        let refused = Store::open(site.place(), Duration::ZERO).err();
        let refused = refused.expect("too old");
        assert!(matches!(refused, StoreError::ToUpgrade { .. }), "{refused}");
        assert_eq!(opened(&site).upgrade().expect("upgraded"), from);
        let store = site.open();
        assert_eq!(store.identity().expect("an identity").store_id, id("older"));
        assert_eq!(store.upgrade().expect("nothing to do"), SCHEMA);
        assert_eq!(site.raw().shape(), fresh, "from {from}");
    }
}

fn a_crash_after_each_step_leaves_a_schema_from_which_the_next_upgrade_goes_on(on: Engine) {
    let site = older(on, 1);
    for (number, sql) in (1..=SCHEMA).zip(MIGRATIONS).skip(1) {
        let store = opened(&site);
        step(&store, number, sql).expect("a step");
        assert_eq!(store.head().expect("a head").schema, number);
    }
    assert_eq!(site.raw().shape(), fresh(on));
}

fn a_step_that_fails_half_way_leaves_nothing_of_itself(on: Engine) {
    let site = older(on, 2);
    let before = site.raw().shape();
    let store = opened(&site);
    let broken = "CREATE TABLE auth_half (\n    id BIGINT\n);\nINSERT INTO nothing VALUES (1);";
    step(&store, 3, broken).expect_err("it is broken");
    assert_eq!(store.head().expect("a head").schema, 2);
    assert_eq!(site.raw().shape(), before);
    assert_eq!(store.upgrade().expect("upgraded"), 2);
    assert_eq!(site.raw().shape(), fresh(on));
}

fn of_many_upgrades_at_once_each_step_is_done_once(on: Engine) {
    let site = older(on, 1);
    thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| opened(&site).upgrade().expect("upgraded"));
        }
    });
    assert_eq!(site.raw().shape(), fresh(on));
}

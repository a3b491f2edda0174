//! Closes under keys, at once and cut short.

use std::time::Duration;

use super::*;
use crate::app::door::World;
use crate::app::door::keyed;
use crate::app::identity::new_id;
use crate::app::init::{Founding, found};
use crate::app::key::Key;
use crate::auth::{Beak, NewUser, Secret};
use crate::files::Whose;
use crate::kernel::clock::Clock;
use crate::kernel::day::Zone;
use crate::kernel::dice::Dice;
use crate::kernel::money::Currency;
use crate::kernel::role::Role;
use crate::store::Place;
use crate::store::testing::{Site, moment};
use crate::tasks::AddTask;

fn world(now: &str) -> World {
    World {
        clock: Clock::Fixed(moment(now)),
        dice: Dice::Seeded(1),
    }
}

/// A company that was founded on the second of November, and its admin's token.
fn company(site: &Site) -> (Place, Secret) {
    let place = site.place().clone();
    let admin = NewUser::parse("polly", Role::Admin, "polly@uberpopug.example", None);
    let founding = Founding {
        store_id: new_id(&world("2026-11-02T08:00:00Z"), "popug.db").expect("an id"),
        admin: admin.expect("an admin"),
        beak: Beak::new("a long beak").expect("a beak"),
        timezone: Zone::UTC,
        currency: Currency::default(),
        whose: Whose::MINE,
        sandbox: true,
    };
    let founded = found(&place, &world("2026-11-02T08:00:00Z"), &founding);
    (place, founded.expect("founded").session.token)
}

fn open(place: &Place, token: &Secret, now: &str) -> (Door, Caller) {
    let door = Door::open(place, Duration::from_secs(10), world(now)).expect("opens");
    let caller = door.known(token);
    (door, caller)
}

fn key() -> Terms {
    Terms {
        key: Some("k".parse::<Key>().expect("a key")),
        dry_run: false,
    }
}

#[test]
fn closes_at_once_under_one_key_close_once_and_answer_the_same() {
    let site = Site::new();
    let (place, token) = company(&site);
    let close = || {
        let (door, caller) = open(&place, &token, "2026-11-05T08:00:00Z");
        let closed = door.run(&caller, CloseDays { date: None }, &key());
        closed.expect("closed")
    };
    let answers: Vec<ClosedDays> = std::thread::scope(|scope| {
        let each = [(); 8].map(|()| scope.spawn(close));
        each.map(|it| it.join().expect("a thread")).into()
    });
    assert!(answers.iter().all(|it| *it == answers[0]));
    assert!(!answers[0].closed.is_empty());
    let (door, _) = open(&place, &token, "2026-11-05T08:00:00Z");
    let through = "2026-11-04".parse().expect("a day");
    let left = door.read(|read| accounting::days_to_close(read, through));
    assert_eq!(left.expect("days"), []);
}

/// A process that ended between the commit of the second day and that of the third.
#[test]
fn a_close_that_was_cut_short_answers_with_all_of_its_days_when_it_is_repeated() {
    let site = Site::new();
    let (place, token) = company(&site);
    let (door, caller) = open(&place, &token, "2026-11-05T08:00:00Z");
    let request = CloseDays { date: None };
    let keyed = keyed(&request, &key()).expect("a key");
    let keyed = keyed.map(|it| it.of(&door.authenticate(&caller).expect("known").actor));
    let days: Vec<Day> = door.days_to_close(&caller, &request).expect("days").0;
    for day in &days[..2] {
        let closed = door.close_one(&caller, &request, *day, keyed.as_ref());
        assert!(closed.expect("closed").is_some());
    }
    let other = CloseDays {
        date: Some(DayWord::Today),
    };
    let refused = door.run(&caller, other.clone(), &key());
    assert!(matches!(refused, Err(AppError::KeyUsed(_))));
    let again = door.run(&caller, request.clone(), &key()).expect("closed");
    let closed: Vec<Day> = again.closed.iter().map(|it| it.row.day).collect();
    assert_eq!(closed, days);
    let once_more = door.run(&caller, request.clone(), &key());
    assert_eq!(once_more.expect("closed"), again);
}

/// A process that ended between its last commit and its answer.
#[test]
fn what_a_close_came_to_is_kept_under_its_key() {
    let site = Site::new();
    let (place, token) = company(&site);
    let (door, caller) = open(&place, &token, "2026-11-05T08:00:00Z");
    let request = CloseDays { date: None };
    let closed = door.run(&caller, request.clone(), &key());
    assert_eq!(closed.as_ref().expect("closed").closed.len(), 3);
    let again = door.run(&caller, request.clone(), &key());
    assert_eq!(again.expect("again"), closed.expect("closed"));
}

/// Of two that began at once under one key one sees a day end that the other did not.
#[test]
fn a_key_that_is_answered_closes_no_further_day() {
    let site = Site::new();
    let (place, token) = company(&site);
    let (door, caller) = open(&place, &token, "2026-11-05T23:59:00Z");
    let request = CloseDays { date: None };
    door.run(&caller, request.clone(), &key()).expect("closed");
    let (door, caller) = open(&place, &token, "2026-11-06T00:01:00Z");
    let keyed = keyed(&request, &key()).expect("a key");
    let keyed = keyed.map(|it| it.of(&door.authenticate(&caller).expect("known").actor));
    let days = door.days_to_close(&caller, &request).expect("days").0;
    assert_eq!(days.len(), 1);
    let closed = door.close_one(&caller, &request, days[0], keyed.as_ref());
    assert_eq!(closed.expect("an answer"), None);
    assert_eq!(door.days_to_close(&caller, &request).expect("days").0, days);
}

/// A process that ended right after its commit, before anybody heard of it.
#[test]
fn the_answer_of_a_key_is_completed_when_it_is_given_again() {
    let site = Site::new();
    let (place, token) = company(&site);
    let (door, caller) = open(&place, &token, "2026-11-02T09:00:00Z");
    let kesha = crate::auth::AddUser {
        name: "kesha".to_owned(),
        role: Role::Worker,
        email: "kesha@uberpopug.example".to_owned(),
        full_name: None,
        beak: None,
        hash: None,
    };
    let made = door.run(&caller, kesha, &Terms::default());
    made.expect("a worker");
    let add = AddTask {
        title: "Oil the perch".to_owned(),
        ticket: None,
        description: None,
    };
    let first = door.run_and_end(&caller, &add, key().key.expect("a key"));
    assert_eq!(first.expect("a task").fee_cents, None);
    let again = door.run(&caller, add, &key()).expect("again");
    assert_eq!(again.id.get(), 1);
    assert!(again.fee_cents.is_some());
}

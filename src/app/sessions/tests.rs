//! Proofs that end while they are used, and beaks that are tried at the same moment.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;
use crate::app::door::{Terms, World};
use crate::app::identity::new_id;
use crate::app::init::{Founding, found};
use crate::auth::{AddUser, CreateToken, ListTokens, NewUser, RevokeToken, SetUser, TokenError};
use crate::files::Whose;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::store::testing::{Site, moment};
use crate::tasks::{AddTask, Reassign};

const NOW: &str = "2026-11-02T09:00:00Z";

/// A company with an admin, polly, and a worker, kesha.
struct Company {
    site: Site,
    polly: Secret,
}

impl Company {
    fn found() -> Self {
        let site = Site::new();
        let admin = NewUser::parse("polly", Role::Admin, "polly@uberpopug.example", None);
        let founding = Founding {
            store_id: new_id(&world(), "popug.db").expect("an id"),
            admin: admin.expect("an admin"),
            beak: Beak::new("a long beak").expect("a beak"),
            timezone: Zone::UTC,
            currency: Currency::default(),
            whose: Whose::MINE,
            sandbox: true,
        };
        let founded = found(site.place(), &world(), &founding).expect("founded");
        let company = Self {
            site,
            polly: founded.session.token,
        };
        let add = AddUser {
            name: "kesha".to_owned(),
            role: Role::Worker,
            email: "kesha@uberpopug.example".to_owned(),
            full_name: None,
            beak: Some("another beak".to_owned()),
            hash: None,
        };
        company.run(add).expect("added");
        company
    }

    fn door(&self) -> Door {
        Door::open(self.site.place(), Duration::from_secs(10), world()).expect("opens")
    }

    /// As polly, by another process.
    fn run<C>(&self, command: C) -> Result<C::Answer, AppError>
    where
        C: crate::app::Change,
    {
        let door = self.door();
        let polly = door.known(&self.polly);
        door.run(&polly, command, &Terms::default())
    }

    fn token(&self, made_for: &str, acts_as: &str) -> Secret {
        let create = CreateToken {
            name: "robot".to_owned(),
            permissions: made_for.parse().expect("permissions"),
            acts_as: Some(acts_as.to_owned()),
            days: Some(1),
        };
        let created = self.run(create).expect("created");
        Secret::given(&created.token)
    }
}

fn world() -> World {
    World {
        clock: Clock::Fixed(moment(NOW)),
        dice: Dice::Seeded(1),
    }
}

fn oil() -> AddTask {
    AddTask {
        title: "Oil the perch".to_owned(),
        ticket: None,
        description: None,
    }
}

#[test]
fn a_token_that_is_revoked_between_proof_and_write_writes_nothing() {
    let company = Company::found();
    let token = company.token("task.create", "kesha");
    let door = company.door();
    let robot = door.known_token(&token);
    let name = "robot".to_owned();
    company.run(RevokeToken { name }).expect("revoked");
    let before = door.store().head().expect("a head");
    let refused = door.run(&robot, oil(), &Terms::default());
    let revoked = |error: &AppError| {
        matches!(
            error,
            AppError::Auth(AuthError::Token(TokenError::Revoked(_)))
        )
    };
    assert!(revoked(&refused.expect_err("refused")));
    assert_eq!(door.store().head().expect("a head"), before);
}

#[test]
fn what_a_token_may_is_what_its_maker_may_at_the_moment_of_the_write() {
    let company = Company::found();
    let token = company.token("task.reassign", "polly");
    let hire = AddUser {
        name: "perry".to_owned(),
        role: Role::Admin,
        email: "perry@uberpopug.example".to_owned(),
        full_name: None,
        beak: None,
        hash: None,
    };
    company.run(hire).expect("hired");
    let door = company.door();
    let robot = door.known_token(&token);
    let demote = SetUser {
        name: Who::Me,
        role: Some(Role::Worker),
        email: None,
        full_name: None,
        active: None,
    };
    company.run(demote).expect("demoted");
    let before = door.store().head().expect("a head");
    let refused = door.run(&robot, Reassign { dry_run: false }, &Terms::default());
    assert!(matches!(refused, Err(AppError::Forbidden { .. })));
    assert_eq!(door.store().head().expect("a head"), before);
}

#[test]
fn a_session_in_the_place_of_a_token_is_no_token() {
    let company = Company::found();
    let door = company.door();
    let polly = door.authenticate(&Caller::token(&company.polly));
    assert_eq!(polly.expect("polly").actor.to_string(), "polly");
    let token = company.token("task.create", "kesha");
    assert!(
        door.authenticate(&Caller::session(&token)).is_err(),
        "nor the other way round"
    );
}

/// Eight guesses are looked up before the first is counted; the last of them is right.
#[test]
fn of_guesses_at_the_same_moment_those_behind_the_fifth_tell_nothing() {
    let company = Company::found();
    let door = company.door();
    let looked_up = || door.read(|read| auth::attempt(read, "kesha", moment(NOW)));
    let attempts: Vec<_> = (0..8).map(|_| looked_up().expect("an attempt")).collect();
    let blocked = |error: &AuthError| matches!(error, AuthError::Blocked { .. });
    for (nth, attempt) in attempts.iter().take(7).enumerate() {
        let counted = door.write(|tx| auth::reject(tx, attempt));
        assert_eq!(counted.is_err_and(|it| blocked(&it)), nth >= 5, "{nth}");
    }
    let right = &attempts[7];
    assert!(
        right
            .is_right(&Beak::given("another beak"))
            .expect("compared")
    );
    let admitted = door.write(|tx| auth::admit(tx, right));
    assert!(blocked(&admitted.expect_err("blocked")));
}

#[test]
fn whoever_only_writes_comes_as_well() {
    let company = Company::found();
    let token = company.token("task.create", "kesha");
    let door = company.door();
    let used = || {
        let tokens = door.ask(&Caller::session(&company.polly), &ListTokens {});
        tokens.expect("tokens").first().map(|it| it.last_used_at)
    };
    assert_eq!(used(), Some(None));
    let robot = Caller::token(&token);
    door.run(&robot, oil(), &Terms::default()).expect("a task");
    assert!(used().flatten().is_some());
}

#[test]
fn whoever_asks_stays_who_it_was_though_another_logs_in_beside_it() {
    let company = Company::found();
    let door = company.door();
    let kept = Arc::new(Mutex::new(company.polly.clone()));
    let find = Arc::clone(&kept);
    let caller = Caller::kept(move |_| Ok(find.lock().expect("a lock").clone()));
    let first = door.authenticate(&caller).expect("polly").actor;
    *kept.lock().expect("a lock") = Secret::given("somebody else's");
    let again = door.authenticate(&caller).expect("polly").actor;
    assert_eq!(first, again);
}

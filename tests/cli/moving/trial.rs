//! A trial: another store with the same past, which keeps to itself.

use super::{HERE, Target, company, complaints};
use crate::support::payday::{MORNING_AFTER, work};
use crate::support::{BEAK, Letter, Story, World};

/// A company with a closed day, whose letters wait, and a mailbox of its own.
fn with_letters() -> World {
    let mut world = company();
    let set = "setting set mail maildir:letters";
    world.run_as("polly", set).must();
    work(&world, 8);
    world.at(MORNING_AFTER);
    let nowhere = [("POPUG_MAIL", "maildir:/dev/null/mail")];
    world.with(&nowhere, "day close --as penny").must();
    for letter in world
        .json_as("penny", "mail list")
        .as_array()
        .expect("an array")
    {
        let retry = format!("mail retry {}", letter["id"]);
        world.run_as("penny", &retry).must();
    }
    world
}

#[test]
fn a_trial_is_another_store_and_nothing_of_it_reaches_anybody() {
    for there in Target::each() {
        let world = with_letters();
        let name = there.name();
        let before = world.head();
        let copy = world.json(&format!("store copy {HERE} {name} --trial"));
        assert_eq!(
            (&copy["trial"], &copy["resumed"]),
            (&true.into(), &false.into())
        );
        assert_eq!(copy["seq"], before.seq);
        assert_eq!(copy["hash"], before.hash);
        assert_ne!(copy["store_id"], "STORE-ID");
        assert_eq!(world.head(), before, "the store goes on");
        world.run("add 'Oil the perch'").must();

        let store = format!("--store {name}");
        world.run(&format!("whoami {store}")).must_fail(4);
        for popug in ["polly", "penny"] {
            let login = format!("login {popug} --beak-stdin {store}");
            world.with_input(&login, BEAK).must();
        }
        let set = format!("setting get mail --as polly {store} --json");
        assert_eq!(world.run(&set).must().json()["value"], "maildir");
        let mine = world.home().join("data/popug/letters");
        let send = world.run(&format!("mail send --as penny {store}"));
        match &there {
            Target::File(path) => {
                assert_eq!(send.must().code, 0);
                let theirs = world.home().join(format!("{path}-mail"));
                assert!(!Letter::all(&theirs).is_empty());
            }
            Target::Database(_) => {
                let refused = send.must_fail(6);
                let begin = "error: letters have nowhere to go";
                assert!(refused.stderr.starts_with(begin), "{refused}");
            }
        }
        assert!(!mine.exists(), "they wait in the store");
        world.run_as("penny", "mail send").must();
        assert!(!Letter::all(&mine).is_empty());
        assert_eq!(complaints(&world, &name), [""; 0]);
        assert_eq!(complaints(&world, HERE), [""; 0]);
    }
}

#[test]
fn it_says_what_it_is_and_where_its_letters_go() {
    let world = with_letters();
    insta::assert_snapshot!(Story(vec![
        world.run(&format!("store copy {HERE} there.db --trial")),
        world.run(&format!("store copy {HERE} there.db --trial")),
    ]), @"
    $ popug store copy data/popug/popug.db there.db --trial
    there.db is a trial of data/popug/popug.db: 218 rows up to event 69, hash {hash}
    [stderr]
    hint: letters of the trial go to there.db-mail, and to nobody
    $ popug store copy data/popug/popug.db there.db --trial
    [stderr]
    error: there is a store at there.db already
    hint: nothing is copied over it; name another place
    [exit 5]
    ");
    for there in Target::each().into_iter().skip(1) {
        let line = format!("store copy {HERE} {} --trial", there.name());
        insta::assert_snapshot!(there.named(world.run(&line)), @"
        $ popug store copy data/popug/popug.db THERE --trial
        THERE is a trial of data/popug/popug.db: 218 rows up to event 69, hash {hash}
        [stderr]
        hint: beside a database there is no place for letters, and 2 letters wait: `popug setting set mail maildir:/PATH --store THERE`
        ");
    }
}

/// What has moved may come back to life as another store, where the new one is lost.
#[test]
fn a_store_that_has_moved_can_be_tried() {
    let world = company();
    world.run(&format!("store copy {HERE} there.db")).must();
    world
        .run(&format!("store copy {HERE} again.db --trial"))
        .must();
    world
        .with_input("login loro --beak-stdin --store again.db", BEAK)
        .must();
    world
        .run_as("loro", "add 'Oil the perch' --store again.db")
        .must();
    assert_eq!(complaints(&world, "again.db"), [""; 0]);
}

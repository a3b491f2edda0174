//! What a store is that has moved: there to be read, and no more.

use std::process::Stdio;
use std::thread;
use std::time::Duration;

use super::{HERE, Target, company};
use crate::support::payday::{MORNING_AFTER, work};
use crate::support::{BEAK, Letter, Story, World, words};

#[test]
fn a_store_that_has_moved_can_be_read_and_is_written_no_more() {
    for there in Target::each() {
        let world = company();
        world.run_as("gruff", "add 'Oil the perch'").must();
        let before = world.kept();
        let name = there.name();
        let copy = world.run(&format!("store copy {HERE} {name}")).must();
        assert_eq!(copy.stdout.lines().count(), 1, "{copy}");
        let head = world.head();
        let end = format!("up to event {}, hash {}\n", head.seq, head.hash);
        assert!(copy.stdout.ends_with(&end), "{copy}");
        let doctor = world.run("doctor --format csv --fields check,level,detail");
        let moved = doctor.stdout.lines().find(|line| line.contains("moved"));
        let told = there.told();
        let sentence = format!("moved,warn,\"it has moved to {told}, and is written no more\"");
        assert_eq!(moved, Some(sentence.as_str()), "{doctor}");
        assert_eq!(doctor.code, 0, "{doctor}");

        let login = world.with_input("login kesha --beak-stdin", BEAK);
        let stories = [
            world.run("add 'Sweep the cage'"),
            world.run_as("polly", "setting set fee_max 25 --json"),
            world.run_as("penny", "day close --date today --yes"),
            login,
            world.run("store accept-loss --yes"),
            world.run(&format!("store copy {HERE} {name}")),
            world.run("task list --fields id,title"),
            world.run("whoami --fields user,store"),
            world.run("status --check --fields store,overdue_days"),
        ];
        let stories = stories.map(|ran| there.named(ran));
        insta::allow_duplicates! {
            insta::assert_snapshot!(Story(stories.into()), @r#"
            $ popug add 'Sweep the cage'
            [stderr]
            error: the store has moved to THERE; nothing is written here any more
            hint: name the new one with --store or POPUG_STORE
            [exit 5]
            $ popug setting set fee_max 25 --json --as polly
            [stderr]
            error: the store has moved to THERE; nothing is written here any more
            hint: name the new one with --store or POPUG_STORE
            {"error":{"kind":"conflict","message":"the store has moved to THERE; nothing is written here any more","hint":"name the new one with --store or POPUG_STORE"}}
            [exit 5]
            $ popug day close --date today --yes --as penny
            [stderr]
            error: the store has moved to THERE; nothing is written here any more
            hint: name the new one with --store or POPUG_STORE
            [exit 5]
            $ popug login kesha --beak-stdin
            [stderr]
            error: the store has moved to THERE; nothing is written here any more
            hint: name the new one with --store or POPUG_STORE
            [exit 5]
            $ popug store accept-loss --yes
            [stderr]
            error: the store has lost nothing that it acknowledged
            [exit 5]
            $ popug store copy data/popug/popug.db THERE
            [stderr]
            error: the store has moved to THERE; nothing is written here any more
            hint: copy the new one; --trial makes another store of what is left here
            [exit 5]
            $ popug task list --fields id,title
            ID  TITLE
             1  Oil the perch
            $ popug whoami --fields user,store
            User   loro
            Store  ~/data/popug/popug.db (a sandbox; moved to THERE)
            $ popug status --check --fields store,overdue_days
            Store          ~/data/popug/popug.db (moved to THERE)
            Days to close  0
            [stderr]
            warning: the store has moved to THERE: look there
            [exit 7]
            "#);
        }
        assert_eq!(world.json("whoami")["moved_to"], told);
        assert_eq!(world.json("status")["moved_to"], told);
        let mut after = world.kept();
        after.retain(|row| !row.starts_with("log_head"));
        let mut before = before;
        before.retain(|row| !row.starts_with("log_head"));
        assert_eq!(after, before);

        // Sessions go by the store's id, and so hold in the new place.
        let there = format!("--store {name}");
        assert_eq!(world.json(&format!("whoami {there}"))["user"], "loro");
        let whoami = world.json(&format!("whoami --as gruff {there}"));
        assert_eq!(whoami["moved_to"], serde_json::Value::Null);
        world.run(&format!("add 'Sweep the cage' {there}")).must();
    }
}

/// A company with a closed day whose letters wait.
fn with_letters() -> World {
    let mut world = company();
    work(&world, 8);
    world.at(MORNING_AFTER);
    let nowhere = [("POPUG_MAIL", "maildir:/dev/null/mail")];
    world.with(&nowhere, "day close --as penny").must();
    world.run_as("penny", "mail retry 1").must();
    world
}

#[test]
fn letters_that_wait_are_handed_over_by_the_store_that_has_moved_and_not_by_what_is_left() {
    let world = with_letters();
    let mailbox = world.store().with_file_name("popug.db-mail");
    let there = Target::File("data/there.db".to_owned());
    let copy = world.run(&format!("store copy {HERE} {}", there.name()));
    insta::assert_snapshot!(there.named(copy.must()), @"
    $ popug store copy data/popug/popug.db THERE
    data/popug/popug.db has moved to THERE: 224 rows up to event 69, hash {hash}
    [stderr]
    hint: name THERE with --store or POPUG_STORE from now on; data/popug/popug.db can only be read
    hint: letters go to THERE-mail from now on
    ");
    let send = world.run_as("penny", "mail send");
    insta::assert_snapshot!(there.named(send), @"
    $ popug mail send --as penny
    [stderr]
    error: the store has moved to THERE; nothing is written here any more
    hint: name the new one with --store or POPUG_STORE
    [exit 5]
    ");
    assert!(!mailbox.exists(), "nothing was handed over");
    let send = format!("mail send --as penny --store {}", there.name());
    world.run(&send).must();
    let letters = Letter::all(&world.home().join("data/there.db-mail"));
    assert_eq!(letters.len(), 1);
}

#[test]
fn a_worker_ends_when_its_store_has_moved() {
    let world = company();
    let mut command = world.command(&words("worker"));
    let piped = command.stdin(Stdio::null()).stderr(Stdio::piped());
    let worker = piped.spawn().expect("popug starts");
    world.run(&format!("store copy {HERE} there.db")).must();
    let ended = thread::spawn(|| worker.wait_with_output());
    let until = std::time::Instant::now() + Duration::from_secs(60);
    while !ended.is_finished() {
        assert!(std::time::Instant::now() < until, "it goes on");
        thread::sleep(Duration::from_millis(10));
    }
    let ended = ended.join().expect("joined").expect("it ended");
    let told = world.named(&String::from_utf8_lossy(&ended.stderr));
    assert_eq!(ended.status.code(), Some(5), "{told}");
    let sentence = "error: the store has moved to ~/there.db; nothing is written here any more";
    assert!(told.contains(sentence), "{told}");
}

#[test]
fn what_is_kept_of_it_says_so() {
    let world = company();
    world.run(&format!("store copy {HERE} there.db")).must();
    insta::assert_snapshot!(Story(vec![
        world.run("backup old.backup --fields file,seq"),
        world.run("restore old.backup --store old.db --fields store,seq"),
        world.run("store upgrade --fields store,backup"),
        world.run("add 'Oil the perch' --store old.db"),
        world.run("task list --store old.db"),
    ]), @"
    $ popug backup old.backup --fields file,seq
    File  old.backup
    Seq   15
    [stderr]
    warning: this store has moved to ~/there.db, and is written no more
    $ popug restore old.backup --store old.db --fields store,seq
    Store  old.db
    Seq    15
    [stderr]
    warning: this store has moved to ~/there.db, and is written no more
    $ popug store upgrade --fields store,backup
    Store   ~/data/popug/popug.db
    Backup  –
    $ popug add 'Oil the perch' --store old.db
    [stderr]
    error: the store has moved to ~/there.db; nothing is written here any more
    hint: name the new one with --store or POPUG_STORE
    [exit 5]
    $ popug task list --store old.db
    ID  TICKET  TITLE  ASSIGNEE  FEE  REWARD  AGE
    ");
}

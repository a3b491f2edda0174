//! Popugs: made, enrolled, changed.

use crate::support::{BEAK, Story, World};

#[test]
fn a_new_popug_sets_its_beak_with_its_code_once() {
    let mut world = World::company();
    let add = "user add zazu --role worker --email zazu@popug.example";
    insta::assert_snapshot!(world.run_as("polly", add), @"
    $ popug user add zazu --role worker --email zazu@popug.example --as polly
    zazu (worker) sets its beak with: popug enroll {code}
    ");
    let code = |name: &str| {
        let add = format!("user add {name} --role worker --email {name}@popug.example");
        let added = world.json_as("polly", &add);
        added["enroll_code"].as_str().expect("a code").to_owned()
    };
    let (first, second) = (code("first"), code("second"));
    let enroll =
        |code: &str, beak: &str| world.with_input(&format!("enroll {code} --beak-stdin"), beak);
    insta::assert_snapshot!(enroll(&first, "short"), @"
    $ popug enroll {code} --beak-stdin
    [stderr]
    error: a beak needs at least 8 characters; this one has 5
    [exit 2]
    ");
    insta::assert_snapshot!(enroll(&first, BEAK), @"
    $ popug enroll {code} --beak-stdin
    first (worker) is enrolled and logged in
    ");
    assert_eq!(world.json("whoami")["user"], "first");
    insta::assert_snapshot!(enroll(&first, BEAK), @"
    $ popug enroll {code} --beak-stdin
    [stderr]
    error: this enrolment code is wrong, used already or too old
    hint: ask an admin for a new one
    [exit 4]
    ");
    enroll("abcd-efgh-jkmn-pqrs-tuvw", BEAK).must_fail(4);
    world
        .with_input("login second --beak-stdin", BEAK)
        .must_fail(4);
    world.with_input("login first --beak-stdin", BEAK).must();
    world.at("2026-11-09T09:00:01Z");
    let late = world.with_input(&format!("enroll {second} --beak-stdin"), BEAK);
    late.must_fail(4);
}

#[test]
fn popugs_are_made_once_and_the_last_admin_stays() {
    let world = World::company();
    let before = world.head();
    let add = "user add";
    insta::assert_snapshot!(Story(vec![
        world.run_as("polly", &format!("{add} kesha --role worker --email k@popug.example")),
        world.run_as("polly", &format!("{add} Me --role worker --email k@popug.example")),
        world.run_as("polly", &format!("{add} 'Red Bird' --role worker --email k@popug.example")),
        world.run_as("polly", &format!("{add} zazu --role king --email k@popug.example")),
        world.run_as("polly", &format!("{add} zazu --role worker --email nowhere")),
        world.run_as("polly", "user set polly --role worker"),
        world.run_as("polly", "user set me --active false"),
        world.run_as("polly", "user set zazu --role worker"),
        world.run_as("polly", "user set kesha"),
        world.run_as("polly", "user show zazu"),
    ]), @"
    $ popug user add kesha --role worker --email k@popug.example --as polly
    [stderr]
    error: there is a popug 'kesha' already
    [exit 5]
    $ popug user add Me --role worker --email k@popug.example --as polly
    [stderr]
    error: 'me' is a reserved word and cannot be a user name
    [exit 2]
    $ popug user add 'Red Bird' --role worker --email k@popug.example --as polly
    [stderr]
    error: 'Red Bird' is no user name: a letter, then up to 31 more letters, digits, dots, underscores or hyphens
    [exit 2]
    $ popug user add zazu --role king --email k@popug.example --as polly
    [stderr]
    error: invalid value 'king' for '--role <ROLE>': 'king' is no role; the roles are admin, manager, accountant and worker
    hint: --help tells more
    [exit 2]
    $ popug user add zazu --role worker --email nowhere --as polly
    [stderr]
    error: 'nowhere' is no e-mail address
    [exit 2]
    $ popug user set polly --role worker --as polly
    [stderr]
    error: polly is the last active admin and must stay one
    hint: make another admin first
    [exit 5]
    $ popug user set me --active false --as polly
    [stderr]
    error: polly is the last active admin and must stay one
    hint: make another admin first
    [exit 5]
    $ popug user set zazu --role worker --as polly
    [stderr]
    error: there is no popug 'zazu'
    hint: `popug user list` shows everybody
    [exit 3]
    $ popug user set kesha --as polly
    [stderr]
    error: say what to change: a role, an e-mail, a full name or whether it is active
    [exit 2]
    $ popug user show zazu --as polly
    [stderr]
    error: there is no popug 'zazu'
    hint: `popug user list` shows everybody
    [exit 3]
    ");
    assert_eq!(world.head(), before);
    insta::assert_snapshot!(world.run_as("polly", "user show kesha --json"), @r#"
    $ popug user show kesha --json --as polly
    {
      "name": "kesha",
      "role": "worker",
      "email": "kesha@popug.example",
      "full_name": null,
      "active": true
    }
    "#);
}

#[test]
fn a_beak_is_not_taken_from_a_pipe_unasked() {
    let world = World::company();
    insta::assert_snapshot!(world.with_input("login kesha", BEAK), @"
    $ popug login kesha
    [stderr]
    error: the beak is asked on a terminal, and there is none
    hint: give it on standard input: --beak-stdin
    [exit 2]
    ");
    insta::assert_snapshot!(World::empty().run("init --admin polly --email p@popug.example"), @"
    $ popug init --admin polly --email p@popug.example
    [stderr]
    error: the beak is asked on a terminal, and there is none
    hint: give it on standard input: --beak-stdin
    [exit 2]
    ");
    insta::assert_snapshot!(World::empty().run("init"), @"
    $ popug init
    [stderr]
    error: the admin's name is asked on a terminal, and there is none
    hint: give it as an argument; --help says which
    [exit 2]
    ");
}

#[test]
fn everybody_sees_names_and_admins_roles_and_e_mails() {
    let world = World::company();
    world
        .run_as("polly", "user set ara --full-name 'Ara of the Andes'")
        .must();
    insta::assert_snapshot!(Story(vec![
        world.run_as("kesha", "user list"),
        world.run_as("polly", "user list"),
        world.run_as("kesha", "user list --format csv --fields name,role,email --limit 3"),
    ]), @"
    $ popug user list --as kesha
    NAME   ROLE    E-MAIL               FULL NAME         ACTIVE
    ara    –       –                    Ara of the Andes  yes
    gruff  –       –                    –                 yes
    kesha  worker  kesha@popug.example  –                 yes
    loro   –       –                    –                 yes
    penny  –       –                    –                 yes
    polly  –       –                    –                 yes
    $ popug user list --as polly
    NAME   ROLE        E-MAIL               FULL NAME         ACTIVE
    ara    worker      ara@popug.example    Ara of the Andes  yes
    gruff  manager     gruff@popug.example  –                 yes
    kesha  worker      kesha@popug.example  –                 yes
    loro   worker      loro@popug.example   –                 yes
    penny  accountant  penny@popug.example  –                 yes
    polly  admin       polly@popug.example  –                 yes
    $ popug user list --format csv --fields name,role,email --limit 3 --as kesha
    name,role,email
    ara,,
    gruff,,
    kesha,worker,kesha@popug.example
    ");
}

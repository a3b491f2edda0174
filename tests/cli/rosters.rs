//! Rosters: many popugs from a file, all or none.

use std::fs;

use crate::support::{BEAK, Story, World};

fn admin() -> World {
    let mut world = World::company();
    world.act_as("polly");
    world
}

/// A world with a file in it.
fn with_file(name: &str, text: &str) -> World {
    let world = admin();
    fs::write(world.home().join(name), text).expect("a file");
    world
}

const FLOCK: &str = "\
name,role,email,full_name
Zazu,worker,zazu@popug.example,\"Zazu, the Third\"
rio,accountant,rio@popug.example,
";

#[test]
fn a_roster_makes_popugs_and_hands_out_their_codes() {
    let world = with_file("flock.csv", FLOCK);
    insta::assert_snapshot!(Story(vec![
        world.run("user import flock.csv --dry-run"),
        world.run("user import flock.csv"),
        world.run("user list --format csv --fields name,role,full_name"),
        world.run("user import flock.csv"),
    ]), @r#"
    $ popug user import flock.csv --dry-run
    NAME  ROLE        E-MAIL              CODE
    zazu  worker      zazu@popug.example  –
    rio   accountant  rio@popug.example   –
    [stderr]
    would make 2 popugs; nothing is kept
    $ popug user import flock.csv
    NAME  ROLE        E-MAIL              CODE
    zazu  worker      zazu@popug.example  {code}
    rio   accountant  rio@popug.example   {code}
    [stderr]
    made 2 popugs; each sets its beak with: popug enroll CODE
    $ popug user list --format csv --fields name,role,full_name
    name,role,full_name
    ara,worker,
    gruff,manager,
    kesha,worker,
    loro,worker,
    penny,accountant,
    polly,admin,
    rio,accountant,
    zazu,worker,"Zazu, the Third"
    $ popug user import flock.csv
    [stderr]
    error: 2 rows cannot be taken, so none was
      line 2: there is a popug 'zazu' already
      line 3: there is a popug 'rio' already
    [exit 5]
    "#);
    let told = world.json("event list --name user.created");
    let told = told.as_array().expect("an array");
    assert!(
        told[6..].iter().all(|it| it["actor"] == "polly"),
        "{told:?}"
    );
    world.run("doctor").must();
}

#[test]
fn each_code_of_a_roster_enrols_its_popug() {
    let world = admin();
    let lines = "{\"name\":\"zazu\",\"role\":\"worker\",\"email\":\"z@popug.example\"}\n\
                 {\"name\":\"rio\",\"role\":\"manager\",\"email\":\"r@popug.example\",\"full_name\":\"Rio\"}\n";
    let made = world.with_input("user import - --json", lines).must();
    let made = made.json();
    let keys: Vec<&String> = made[0].as_object().expect("an object").keys().collect();
    assert_eq!(
        keys,
        [
            "name",
            "role",
            "email",
            "full_name",
            "active",
            "enroll_code"
        ]
    );
    for (nth, sentence) in ["zazu (worker)", "rio (manager)"].iter().enumerate() {
        let code = made[nth]["enroll_code"].as_str().expect("a code");
        let enrolled = world
            .with_input(&format!("enroll {code} --beak-stdin"), BEAK)
            .must();
        assert_eq!(
            enrolled.stdout,
            format!("{sentence} is enrolled and logged in\n")
        );
    }
    let code = made[0]["enroll_code"].as_str().expect("a code");
    assert!(!world.keeps(code));
}

#[test]
fn a_dry_run_of_a_roster_shows_no_codes_and_keeps_nothing() {
    let world = with_file("flock.csv", FLOCK);
    let before = world.head();
    let would = world.json("user import flock.csv --dry-run");
    assert_eq!(would.as_array().expect("an array").len(), 2);
    assert!(would[0]["enroll_code"].is_null());
    assert_eq!(world.head(), before);
    world.run("user import flock.csv").must();
}

#[test]
fn a_roster_with_a_wrong_line_makes_nobody() {
    let world = with_file(
        "wrong.csv",
        "\
name,role,email
zazu,worker,zazu@popug.example
rio,king,rio@popug.example
1st,worker,first@popug.example
Zazu,worker,other@popug.example
me,worker,me@popug.example
blu,worker,nowhere
",
    );
    fs::write(
        world.home().join("taken.csv"),
        "name,role,email\nzazu,worker,z@b\nkesha,worker,k@b\n",
    )
    .expect("a file");
    fs::write(
        world.home().join("short.csv"),
        "name,role,email\nzazu,worker\n",
    )
    .expect("a file");
    fs::write(
        world.home().join("odd.jsonl"),
        "{\"name\":\"zazu\",\"role\":\"worker\",\"email\":\"z@b\",\"age\":3}\n",
    )
    .expect("a file");
    fs::write(
        world.home().join("latin.csv"),
        b"name,role,email\nz\xe9,worker,z@b\n",
    )
    .expect("a file");
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run("user import wrong.csv"),
        world.run("user import taken.csv"),
        world.run("user import short.csv"),
        world.run("user import odd.jsonl"),
        world.run("user import odd.jsonl --type csv"),
        world.run("user import latin.csv"),
        world.run("user import nowhere.csv"),
        world.run("user import taken.csv --key morning"),
        world.run_as("kesha", "user import taken.csv"),
    ]), @r#"
    $ popug user import wrong.csv
    [stderr]
    error: 5 rows cannot be taken, so none was
      line 3: 'king' is no role; the roles are admin, manager, accountant and worker
      line 4: '1st' is no user name: a letter, then up to 31 more letters, digits, dots, underscores or hyphens
      line 5: zazu stands in line 2 already
      line 6: 'me' is a reserved word and cannot be a user name
      line 7: 'nowhere' is no e-mail address
    [exit 2]
    $ popug user import taken.csv
    [stderr]
    error: line 3: there is a popug 'kesha' already
    [exit 5]
    $ popug user import short.csv
    [stderr]
    error: line 2: it has 2 fields, and the header 3
    [exit 2]
    $ popug user import odd.jsonl
    [stderr]
    error: line 1: unknown field `age`, expected one of `name`, `role`, `email`, `full_name` (column 50)
    [exit 2]
    $ popug user import odd.jsonl --type csv
    [stderr]
    error: line 1: the column '{"name":"zazu"' is none of name, role, email, full_name
    [exit 2]
    $ popug user import latin.csv
    [stderr]
    error: line 2: it is not UTF-8
    [exit 2]
    $ popug user import nowhere.csv
    [stderr]
    error: cannot read nowhere.csv: No such file or directory (os error 2)
    [exit 2]
    $ popug user import taken.csv --key morning
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    $ popug user import taken.csv --as kesha
    [stderr]
    error: kesha is a worker and may not do this: it needs user.manage
    hint: admins may
    [exit 4]
    "#);
    assert_eq!(world.head(), before);
}

#[test]
fn a_roster_of_nobody_is_done_at_once() {
    let world = with_file("none.csv", "name,role,email\n");
    insta::assert_snapshot!(world.run("user import none.csv"), @"
    $ popug user import none.csv
    NAME  ROLE  E-MAIL  CODE
    [stderr]
    nobody stands in it
    ");
}

#[test]
fn thousands_of_popugs_are_made_at_a_stroke() {
    let mut roster = "name,role,email\n".to_owned();
    for nth in 1..=5_000 {
        roster += &format!("p{nth},worker,p{nth}@popug.example\n");
    }
    let world = with_file("flock.csv", &roster);
    let made = world.run("user import flock.csv").must();
    assert_eq!(made.stdout.lines().count(), 5_001, "all codes are shown");
    assert_eq!(
        made.stderr,
        "made 5,000 popugs; each sets its beak with: popug enroll CODE\n"
    );
    let accounts = world.json("account list");
    assert!(accounts.as_array().expect("an array").len() > 5_000);
    world.run("add 'Oil the perch'").must();
}

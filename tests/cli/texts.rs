//! Texts, addresses and times: what is taken shows something, can be read again, and is obeyed by no
//! terminal.

use crate::support::{Story, World};

const UNSEEN: [&str; 6] = [
    "\u{3164}", "\u{2800}", "\u{ad}", "\u{fe0f}", "\u{200d}", "\u{301}",
];

#[test]
fn a_text_that_shows_nothing_is_refused_wherever_one_is_taken() {
    let mut world = World::company();
    world.act_as("polly");
    world.run("add 'Oil the perch'").must();
    let before = world.head();
    for unseen in UNSEEN {
        for line in [
            "add '?'",
            "add '[POPUG-1] ?'",
            "add Oil --description '?'",
            "task edit 1 --title '?'",
            "user set kesha --full-name '?'",
            "account adjust kesha +1.00 --reason '?' --yes",
            "setting set mail_from '? <a@c.example>'",
        ] {
            let refused = world.run(&line.replace('?', unseen)).must_fail(2);
            assert!(refused.stdout.is_empty(), "{refused}");
        }
        let row = format!("title\nOil\n{unseen}\n");
        let refused = world.with_input("task import -", &row).must_fail(2);
        assert!(
            refused
                .stderr
                .contains("line 3: the title has no character"),
            "{refused}"
        );
    }
    assert_eq!(world.head(), before);
}

#[test]
fn an_address_that_no_letter_reaches_is_refused_at_every_edge() {
    let mut world = World::company();
    world.act_as("polly");
    let before = world.head();
    for wrong in [
        "a..b@c.example",
        ".a@c.example",
        "a@-c.example",
        "a@c..example",
        "a@c.example.",
        "a@c_d.example",
    ] {
        for line in [
            "user add zed --role worker --email ?",
            "user set kesha --email ?",
            "setting set mail_from ?",
            "setting set mail_from 'Popug <?>'",
            "init --store other.db --admin a --email ? --timezone UTC --beak-stdin",
        ] {
            world
                .with_input(&line.replace('?', wrong), "beakbeak\n")
                .must_fail(2);
        }
        let row = format!("name,role,email\nzed,worker,{wrong}\n");
        let refused = world.with_input("user import -", &row).must_fail(2);
        assert!(refused.stderr.contains("line 2: "), "{refused}");
    }
    assert_eq!(world.head(), before);
    assert!(!world.home().join("other.db").exists());
}

#[test]
fn years_are_1_to_9999_wherever_the_company_is() {
    let mut world = World::empty();
    for (clock, zone) in [
        ("9999-12-31T12:00:00Z", "Pacific/Kiritimati"),
        ("0001-01-01T00:00:00Z", "America/New_York"),
    ] {
        world.at(clock);
        let line = format!(
            "init --store there/y.db --admin a --email a@b.example --timezone {zone} --beak-stdin"
        );
        let refused = world.with_input(&line, "beakbeak\n").must_fail(2);
        let wrong = format!("error: {clock} lies outside of the years 1 to 9999 in {zone}\n");
        assert!(refused.stderr.starts_with(&wrong), "{refused}");
        assert!(!world.home().join("there").exists());
    }
    for outside in ["9999-12-31T23:30:00-01:00", "0000-06-01T00:00:00Z"] {
        world.at(outside);
        world.run("status").must_fail(2);
    }
}

#[test]
fn what_reads_the_same_is_found_by_either() {
    let world = World::one_worker();
    world.run("add 'CAFE\u{301} ΟΔΟΣ'").must();
    for text in ["caf\u{e9}", "οδος", "ΟΔΟΣ", "cafe\u{301}", "ｃａｆé"] {
        let found = world.json(&format!("task list --search '{text}'"));
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{text}");
    }
}

#[test]
fn an_upgrade_folds_anew_what_an_older_popug_folded() {
    let world = World::one_worker();
    world.run("add 'CAFE\u{301}'").must();
    world.run("add Sing").must();
    world.tamper("UPDATE tasks_task SET folded = 'cafe\u{301}\n\n' WHERE id = 1");
    let found = |world: &World| {
        let found = world.json("task list --search caf\u{e9}");
        found.as_array().map(Vec::len)
    };
    assert_eq!(found(&world), Some(0));
    world.run("store upgrade --yes").must();
    assert_eq!(found(&world), Some(1));
    world.run("doctor").must();
}

#[test]
fn an_upgrade_of_what_takes_nothing_in_is_done_all_the_same() {
    let world = World::one_worker();
    world.run("add Sing").must();
    world.tamper("UPDATE tasks_task SET folded = 'song'");
    world.tamper("UPDATE log_head SET moved_to = 'elsewhere.db'");
    world.run("store upgrade --yes").must();
}

/// Whoever has the file can put anything into it.
#[test]
fn a_terminal_obeys_nothing_that_is_kept() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world.tamper("UPDATE tasks_task SET title = 'a\u{9b}2J\u{202e}b'");
    for line in [
        "task list",
        "task show 1",
        "task edit 1 --ticket POPUG-1",
        "mine",
        "done 1",
        "account statement",
    ] {
        for form in ["table", "json", "jsonl", "csv"] {
            let ran = world.copy().run(&format!("{line} --format {form}"));
            let obeyed = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
            assert!(ran.code == 0 && !ran.stdout.contains(obeyed), "{ran}");
        }
    }
    let listed = world.json("task list");
    assert_eq!(listed[0]["title"], "a\u{9b}2J\u{202e}b");
    let refused = world
        .run("task show 1 --json --fields '\u{9b}2J'")
        .must_fail(2);
    assert!(refused.stderr.is_ascii(), "{refused}");
}

#[test]
fn lists_stand_in_csv() {
    let mut world = World::company();
    world.act_as("polly");
    world
        .run("token create night --for day.close,account.read")
        .must();
    insta::assert_snapshot!(Story(vec![
        world.run("token list --format csv --fields name,for"),
        world.run("whoami --format csv --fields user,permissions --as kesha"),
    ]), @"
    $ popug token list --format csv --fields name,for
    name,for
    night,account.read day.close
    $ popug whoami --format csv --fields user,permissions --as kesha
    user,permissions
    kesha,task.read task.create task.close task.edit self account.own
    ");
}

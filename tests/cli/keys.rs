//! What takes a key, and what it means to give one again.

use crate::support::World;

#[test]
fn what_makes_or_carries_a_secret_takes_no_key() {
    let mut world = World::company();
    world.act_as("polly");
    let roster = "name,role,email\nzazu,worker,zazu@popug.example\n";
    std::fs::write(world.home().join("popugs.csv"), roster).expect("a file");
    for line in [
        "login polly --beak-stdin",
        "logout",
        "logout --all",
        "enroll code --beak-stdin",
        "beak --beak-stdin",
        "user import popugs.csv",
        "token create cron --for day.close",
        "user enroll kesha",
        "user enroll kesha --recover",
        "user add rio --role worker --email rio@uberpopug.example",
    ] {
        let line = format!("{line} --key morning");
        let refused = world.with_input(&line, "beak-geometry\n").must_fail(2);
        assert!(
            refused.stderr.contains("takes no key"),
            "{}",
            refused.stderr
        );
    }
    world.run("whoami").must();
}

#[test]
fn a_key_given_again_answers_with_what_was_answered_first() {
    let world = World::company();
    for (key, line) in [
        ("add", "add 'Oil the perch'"),
        ("close", "day close"),
        ("send", "mail send"),
        ("pay", "payment send"),
        ("hear", "event dead retry --all"),
    ] {
        let line = format!("{line} --key {key} --json");
        let (first, again) = (
            world.run_as("polly", &line).must(),
            world.run_as("polly", &line).must(),
        );
        assert_eq!(first.stdout, again.stdout, "{line}");
    }
}

#[test]
fn a_rebuild_under_a_key_is_done_once() {
    let world = World::company();
    let rebuild = "event rebuild analytics --key once --json";
    let first = world.run_as("polly", rebuild).must();
    world.run_as("polly", "add 'Oil the perch'").must();
    let again = world.run_as("polly", rebuild).must();
    assert_eq!(first.stdout, again.stdout);
    let anew = world
        .run_as("polly", "event rebuild analytics --json")
        .must();
    assert_ne!(first.stdout, anew.stdout);
}

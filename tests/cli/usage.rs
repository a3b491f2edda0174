//! What cannot be meant, and help.

use crate::support::{Story, World};

#[test]
fn bad_usage_is_told_in_the_form_that_was_asked_for() {
    let world = World::one_worker();
    insta::assert_snapshot!(Story(vec![
        world.run("tsk"),
        world.run("task"),
        world.run("task --json"),
        world.run("mine --jsn"),
        world.run("task list --sort price --json"),
        world.run("mine --json --format csv"),
        world.run("mine --format xml"),
        world.run("--json"),
        world.run("user add zazu --format jsonl"),
        world.run("mine --quiet --verbose"),
        world.run("add 'Oil' --dry-run"),
    ]), @r#"
    $ popug tsk
    [stderr]
    error: unrecognized subcommand 'tsk'
    hint: a similar subcommand exists: 'task'
    [exit 2]
    $ popug task
    [stderr]
    error: a command is missing
    hint: --help lists the commands
    [exit 2]
    $ popug task --json
    [stderr]
    error: a command is missing
    hint: --help lists the commands
    {"error":{"kind":"usage","message":"a command is missing","hint":"--help lists the commands"}}
    [exit 2]
    $ popug mine --jsn
    [stderr]
    error: unexpected argument '--jsn' found
    hint: a similar argument exists: '--json'
    [exit 2]
    $ popug task list --sort price --json
    [stderr]
    error: invalid value 'price' for '--sort <KEY>' [possible values: id, created, assigned, closed, fee, reward, title, assignee]
    hint: --help tells more
    {"error":{"kind":"usage","message":"invalid value 'price' for '--sort <KEY>' [possible values: id, created, assigned, closed, fee, reward, title, assignee]","hint":"--help tells more"}}
    [exit 2]
    $ popug mine --json --format csv
    [stderr]
    error: the argument '--json' cannot be used with '--format <FORMAT>'
    hint: --help tells more
    {"error":{"kind":"usage","message":"the argument '--json' cannot be used with '--format <FORMAT>'","hint":"--help tells more"}}
    [exit 2]
    $ popug mine --format xml
    [stderr]
    error: invalid value 'xml' for '--format <FORMAT>' [possible values: table, json, jsonl, csv]
    hint: --help tells more
    [exit 2]
    $ popug --json
    [stderr]
    error: a command is missing
    hint: --help lists the commands
    {"error":{"kind":"usage","message":"a command is missing","hint":"--help lists the commands"}}
    [exit 2]
    $ popug user add zazu --format jsonl
    [stderr]
    error: the following required arguments were not provided: --role <ROLE> --email <ADDRESS>
    hint: --help tells more
    {"error":{"kind":"usage","message":"the following required arguments were not provided: --role <ROLE> --email <ADDRESS>","hint":"--help tells more"}}
    [exit 2]
    $ popug mine --quiet --verbose
    [stderr]
    error: the argument '--quiet' cannot be used with '--verbose...'
    hint: --help tells more
    [exit 2]
    $ popug add 'Oil' --dry-run
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    "#);
}

#[test]
fn help_and_version_are_answers() {
    let world = World::empty();
    for line in [
        "--help",
        "-h",
        "help",
        "help task",
        "task --help",
        "task add -h",
        "help task add",
    ] {
        let ran = world.run(line).must();
        assert!(ran.stdout.contains("Usage: popug"), "{ran}");
        assert_eq!(ran.stderr, "");
    }
    let version = world.run("--version").must();
    assert_eq!(
        version.stdout,
        format!("popug {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(world.run("task list -V").must().stdout.lines().count(), 1);
}

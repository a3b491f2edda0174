//! Flags beat the environment, which beats files; and what is wrong with one is told by its place.

use std::fs;

use crate::support::{BEAK, FileOnly, Story, World, on_file};

/// Puts a settings file where the platform looks for it.
fn configure(world: &World, text: &str) {
    let directory = world.home().join("config/popug");
    fs::create_dir_all(&directory).expect("a directory");
    fs::write(directory.join("config.toml"), text).expect("a file");
}

#[test]
fn an_unknown_key_is_named_with_file_and_line() {
    let world = World::new();
    configure(&world, "log = 'warn'\n\nstor = '/tmp/popug.db'\n");
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    [stderr]
    error: ~/config/popug/config.toml line 3: there is no setting 'stor'
    hint: the settings are store, server, as, token, log, log_format, clock, seed, mail, payments, mail_password, payments_token
    [exit 2]
    ");
    insta::assert_snapshot!(world.run("whoami --json").must_fail(2), @r#"
    $ popug whoami --json
    [stderr]
    error: ~/config/popug/config.toml line 3: there is no setting 'stor'
    hint: the settings are store, server, as, token, log, log_format, clock, seed, mail, payments, mail_password, payments_token
    {"error":{"kind":"usage","message":"~/config/popug/config.toml line 3: there is no setting 'stor'","hint":"the settings are store, server, as, token, log, log_format, clock, seed, mail, payments, mail_password, payments_token"}}
    [exit 2]
    "#);
}

#[test]
fn a_file_that_makes_no_sense_is_named_with_its_line() {
    let world = on_file(FileOnly::UsualPlace).founded();
    for text in [
        "log = warn\n",
        "clock = 'noon'\n",
        "store = 'a.db'\nserver = 'unix:b'\n",
    ] {
        configure(&world, text);
        let ran = world.with(&[("POPUG_CLOCK", "")], "whoami").must_fail(2);
        assert!(ran.stderr.contains("~/config/popug/config.toml"), "{ran}");
    }
}

#[test]
fn flags_beat_the_environment_and_the_environment_beats_files() {
    let world = on_file(FileOnly::UsualPlace).founded();
    configure(&world, "store = 'of-the-file.db'\n");
    let where_to = |variables: &[(&str, &str)], flags: &str| {
        let ran = world
            .with(variables, &format!("task list {flags}"))
            .must_fail(6);
        let line = ran.stderr.lines().next().unwrap_or_default().to_owned();
        line.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    assert_eq!(where_to(&[], ""), "~/config/popug/of-the-file.db");
    let environment = [("POPUG_STORE", "of-the-environment.db")];
    assert_eq!(where_to(&environment, ""), "of-the-environment.db");
    assert_eq!(
        where_to(&environment, "--store of-the-flag.db"),
        "of-the-flag.db"
    );
    assert_eq!(where_to(&environment, "--demo"), "~/data/popug/demo.db");
    let path = world.home().join("store-path");
    fs::write(&path, "of-another-file.db\n").expect("a file");
    let path = path.display().to_string();
    assert_eq!(
        where_to(&[("POPUG_STORE_FILE", &path)], ""),
        "of-another-file.db"
    );
    world.run("task list --store a.db --demo").must_fail(2);
}

#[test]
fn a_clock_or_a_seed_is_for_sandboxes_alone() {
    let world = World::empty();
    let real = [("POPUG_CLOCK", ""), ("POPUG_SEED", "")];
    let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    let mut command = world.command(&crate::support::words(init));
    command.env_remove("POPUG_CLOCK").env_remove("POPUG_SEED");
    world.finish(init, command, BEAK).must();
    world.with(&real, "whoami").must();
    let before = world.head();
    insta::assert_snapshot!(world.with(&[("POPUG_SEED", "")], "whoami"), @"
    $ popug whoami
    [stderr]
    error: POPUG_CLOCK and POPUG_SEED are taken on a sandbox only, and this store is none
    hint: leave them out, or try things on a sandbox: `popug demo`
    [exit 2]
    ");
    insta::assert_snapshot!(world.with(&[("POPUG_CLOCK", "")], "add 'Oil the perch'"), @"
    $ popug add 'Oil the perch'
    [stderr]
    error: POPUG_CLOCK and POPUG_SEED are taken on a sandbox only, and this store is none
    hint: leave them out, or try things on a sandbox: `popug demo`
    [exit 2]
    ");
    world.run("doctor").must_fail(2);
    assert_eq!(world.head(), before);
    let me = world.with(&real, "whoami --json").must().json();
    assert_eq!(me["sandbox"], false);
    let doctor = world
        .with(&real, "doctor --format csv --fields check,detail")
        .must();
    assert!(!doctor.stdout.contains("sandbox"), "{doctor}");
}

#[test]
fn a_sandbox_says_so() {
    let world = World::new();
    assert_eq!(world.json("whoami")["sandbox"], true);
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    User       polly
    Role       admin
    Known by   session
    Until      2026-12-02 09:00
    Store      ~/data/popug/popug.db (a sandbox)
    Time zone  UTC
    Currency   USD
    May        task.read, task.create, task.close, task.edit, task.edit-any, task.reassign, self, account.own, account.read, account.mend, day.close, analytics.read, user.manage, token.manage, setting.write, event.manage
    ");
}

#[test]
fn a_value_that_cannot_be_meant_is_refused() {
    let world = World::new();
    insta::assert_snapshot!(Story(vec![
        world.with(&[("POPUG_CLOCK", "noon")], "whoami"),
        world.with(&[("POPUG_SEED", "many")], "whoami"),
        world.with(&[("POPUG_AS", "no name")], "whoami"),
        world.with(&[("POPUG_LOG", "popug=loud")], "whoami"),
        world.with(&[("POPUG_LOG_FORMAT", "xml")], "whoami"),
        world.with(&[("POPUG_TOKEN_FILE", "nowhere")], "whoami"),
        world.with(&[("POPUG_STORE", "x.db"), ("POPUG_SERVER", "unix:x")], "whoami"),
        world.with(&[("POPUG_STORE", ""), ("POPUG_SERVER", "unix:x")], "whoami"),
        world.run("whoami --wait soon"),
        world.run("whoami --as me"),
    ]), @r#"
    $ popug whoami
    [stderr]
    error: POPUG_CLOCK: 'noon' is no instant such as 2026-11-23T18:30:00Z
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_SEED: 'many' is no whole number from 0 to 18446744073709551615
    [exit 2]
    $ popug whoami
    [stderr]
    error: 'no name' is no user name: a letter, then up to 31 more letters, digits, dots, underscores or hyphens
    [exit 2]
    $ popug whoami
    [stderr]
    error: 'popug=loud' is no filter for logs: error parsing level filter: expected one of "off", "error", "warn", "info", "debug", "trace", or a number 0-5
    hint: try POPUG_LOG=info or POPUG_LOG=popug=debug
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_LOG_FORMAT: 'xml' is no form of logs; there are json and text
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_TOKEN_FILE: nowhere cannot be read: No such file or directory (os error 2)
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_STORE and POPUG_SERVER are both given, and only one can be meant
    hint: leave one of them out
    [exit 2]
    $ popug whoami
    [stderr]
    error: this popug works on a store of its own and knows no servers; name a store
    [exit 2]
    $ popug whoami --wait soon
    [stderr]
    error: invalid value 'soon' for '--wait <SECONDS>': invalid digit found in string
    hint: --help tells more
    [exit 2]
    $ popug whoami --as me
    [stderr]
    error: invalid value 'me' for '--as <NAME>': 'me' is a reserved word and cannot be a user name
    hint: --help tells more
    [exit 2]
    "#);
}

#[test]
fn logs_go_to_standard_error_as_they_were_asked_for() {
    let world = World::one_worker();
    let to_warn_of = || world.forge("task.lost", 1, "task/99", "{}");
    to_warn_of();
    let ran = world
        .with(&[("POPUG_LOG_FORMAT", "json")], "add 'Oil the perch'")
        .must();
    assert!(ran.stderr.lines().count() > 1, "{ran}");
    for line in ran.stderr.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(line["level"], "WARN");
    }
    to_warn_of();
    let silent = world
        .with(&[("POPUG_LOG", "off")], "add 'Oil the perch'")
        .must();
    assert_eq!(silent.stderr, "");
    to_warn_of();
    assert_eq!(world.run("add 'Oil the perch' -q").must().stderr, "");
}

#[test]
fn the_company_has_its_own_time_and_money() {
    let mut world = World::empty();
    world.at("2026-11-02T23:30:00Z");
    let init = "init --admin polly --email polly@popug.example --timezone Europe/Berlin --currency EUR --beak-stdin";
    world.with_input(init, BEAK).must();
    world.hire("kesha", "worker");
    world.run("add 'Oil the perch'").must();
    insta::assert_snapshot!(world.run("account log"), @"
    $ popug account log
    ID  AT                DAY         KIND   AMOUNT  BALANCE  TASK  FOR
     1  2026-11-03 00:30  2026-11-03  fee   -€11.00  -€11.00     1  Oil the perch
    ");
    for wrong in [
        "--timezone Mars/Olympus",
        "--currency JPY",
        "--currency Gold",
    ] {
        let init = format!("init --admin a --email a@b.example --beak-stdin --store x.db {wrong}");
        world.with_input(&init, BEAK).must_fail(2);
    }
}

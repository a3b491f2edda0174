//! Who one is: sessions side by side, tokens, wrong beaks, and how a session ends.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::support::{BEAK, FileOnly, Ran, World, on_file};

/// Where the session of a popug is kept.
fn session(world: &World, name: &str) -> PathBuf {
    let sessions = world.home().join("state/popug/sessions");
    sessions.join(world.store_id()).join(name)
}

fn token(world: &World, name: &str) -> String {
    let kept = fs::read_to_string(session(world, name)).expect("a session");
    let kept: serde_json::Value = serde_json::from_str(&kept).expect("JSON");
    kept["token"].as_str().expect("a token").to_owned()
}

fn try_beak(world: &World, name: &str, beak: &str) -> Ran {
    world.with_input(&format!("login {name} --beak-stdin"), beak)
}

#[test]
fn sessions_stand_side_by_side_and_the_last_login_is_the_current_one() {
    let world = World::company();
    let me = |line: &str| world.json(line)["user"].clone();
    assert_eq!(me("whoami"), "loro");
    assert_eq!(me("whoami --as kesha"), "kesha");
    let asked = world.with(&[("POPUG_AS", "ara")], "whoami --json").must();
    assert_eq!(asked.json()["user"], "ara");
    let both = world
        .with(&[("POPUG_AS", "ara")], "whoami --json --as KESHA")
        .must();
    assert_eq!(both.json()["user"], "kesha");
    world.log_in("kesha");
    assert_eq!(me("whoami"), "kesha");
    insta::assert_snapshot!(world.run("logout"), @"
    $ popug logout
    kesha is logged out
    ");
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    [stderr]
    error: nobody is logged in here
    hint: log in: `popug login NAME`
    [exit 4]
    ");
    insta::assert_snapshot!(world.run("logout"), @"
    $ popug logout
    nobody is logged in here
    ");
    assert_eq!(me("whoami --as ara"), "ara");
}

#[test]
fn scripts_get_who_they_are_as_it_was_promised() {
    let world = World::company();
    insta::assert_snapshot!(world.run("whoami --json --as kesha"), @r#"
    $ popug whoami --json --as kesha
    {
      "user": "kesha",
      "role": "worker",
      "via": "session",
      "token": null,
      "store": "~/data/popug/popug.db",
      "moved_to": null,
      "sandbox": true,
      "permissions": [
        "task.read",
        "task.create",
        "task.close",
        "task.edit",
        "self",
        "account.own"
      ],
      "currency": "USD",
      "timezone": "UTC",
      "expires_at": "2026-12-02T09:00:00Z"
    }
    "#);
    insta::assert_snapshot!(try_beak(&world, "kesha", BEAK), @"
    $ popug login kesha --beak-stdin
    kesha (worker) is logged in
    ");
    insta::assert_snapshot!(world.with_input("login kesha --beak-stdin --json", BEAK), @r#"
    $ popug login kesha --beak-stdin --json
    {
      "user": "kesha",
      "role": "worker"
    }
    "#);
}

#[test]
fn a_session_that_others_can_read_is_not_taken() {
    let world = World::company();
    let path = session(&world, "kesha");
    let mode = |path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("a mode");
    let ran = world.run_as("kesha", "whoami").must_fail(4);
    let expected = "can be read by others; it is not taken\nhint: chmod 600 ~/state/popug/sessions/STORE-ID/kesha";
    assert!(ran.stderr.contains(expected), "{ran}");
}

#[test]
fn a_file_is_a_store_for_its_owner_alone() {
    let world = on_file(FileOnly::Files).founded();
    let store = fs::metadata(world.store()).expect("a file");
    assert_eq!(store.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_session_is_no_secret_of_the_store() {
    let world = World::company();
    let token = token(&world, "kesha");
    assert!(token.len() >= 43, "256 bits");
    assert!(!world.keeps(&token), "the store holds a token");
    assert!(!world.keeps(BEAK), "the store holds a beak");
}

#[test]
fn a_token_beats_sessions() {
    let world = World::company();
    let token = token(&world, "kesha");
    let me = world.with(&[("POPUG_TOKEN", &token)], "whoami --json");
    let me = me.must().json();
    assert_eq!(
        (&me["user"], &me["via"]),
        (&"kesha".into(), &"token".into())
    );
    let path = world.home().join("token");
    fs::write(&path, format!("{token}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("its mode");
    let path = path.display().to_string();
    let me = world.with(&[("POPUG_TOKEN_FILE", &path)], "whoami --json");
    assert_eq!(me.must().json()["user"], "kesha");
    insta::assert_snapshot!(world.with(&[("POPUG_TOKEN", "made up")], "whoami"), @"
    $ popug whoami
    [stderr]
    error: the token is not known here: it is wrong, or its session has ended
    hint: look at POPUG_TOKEN; an admin makes a token: `popug token create NAME --for PERMISSION`
    [exit 4]
    ");
    let both = [
        ("POPUG_TOKEN", token.as_str()),
        ("POPUG_TOKEN_FILE", path.as_str()),
    ];
    world.with(&both, "whoami").must_fail(2);
}

#[test]
fn a_login_says_that_a_token_beats_it() {
    let world = World::company();
    let token = token(&world, "kesha");
    let line = "login ara --beak-stdin";
    let mut command = world.command(&crate::support::words(line));
    command.env("POPUG_TOKEN", &token);
    insta::assert_snapshot!(world.finish(line, command, BEAK), @"
    $ popug login ara --beak-stdin
    ara (worker) is logged in
    [stderr]
    warning: POPUG_TOKEN is set and beats this session
    ");
}

#[test]
fn an_unknown_name_is_answered_like_a_wrong_beak() {
    let world = World::company();
    let before = world.head();
    let wrong = try_beak(&world, "kesha", "blunt and straight").must_fail(4);
    let unknown = try_beak(&world, "zazu", "blunt and straight").must_fail(4);
    assert_eq!(wrong.stderr, unknown.stderr);
    insta::assert_snapshot!(wrong, @"
    $ popug login kesha --beak-stdin
    [stderr]
    error: the name or the beak is wrong
    [exit 4]
    ");
    insta::assert_snapshot!(try_beak(&world, "kesha", ""), @"
    $ popug login kesha --beak-stdin
    [stderr]
    error: there is no beak on standard input
    [exit 2]
    ");
    insta::assert_snapshot!(try_beak(&world, "'no name'", BEAK), @"
    $ popug login 'no name' --beak-stdin
    [stderr]
    error: invalid value 'no name' for '[NAME]': 'no name' is no user name: a letter, then up to 31 more letters, digits, dots, underscores or hyphens
    hint: --help tells more
    [exit 2]
    ");
    assert_eq!(world.head(), before);
}

#[test]
fn wrong_beaks_are_slowed_down_known_or_not() {
    for name in ["kesha", "zazu"] {
        let mut world = World::company();
        for _ in 0..5 {
            try_beak(&world, name, "blunt and straight").must_fail(4);
        }
        let blocked = try_beak(&world, name, BEAK).must_fail(4);
        assert!(
            blocked
                .stderr
                .starts_with("error: too many wrong beaks; try again in 2 s"),
            "{blocked}"
        );
        // Others are not slowed down by it.
        try_beak(&world, "ara", BEAK).must();
        world.at("2026-11-02T09:00:02Z");
        try_beak(&world, name, "blunt and straight").must_fail(4);
        let blocked = try_beak(&world, name, BEAK).must_fail(4);
        assert!(blocked.stderr.contains("try again in 4 s"), "{blocked}");
        world.at("2026-11-02T09:20:00Z");
        let after = try_beak(&world, name, BEAK);
        assert_eq!(after.code, if name == "kesha" { 0 } else { 4 }, "{after}");
    }
}

#[test]
fn a_session_lasts_thirty_days_and_no_longer_than_a_week_unused() {
    let mut world = World::company();
    for day in ["07", "13", "19", "25"] {
        world.at(&format!("2026-11-{day}T09:00:00Z"));
        world.run_as("kesha", "whoami").must();
    }
    world.at("2026-12-01T09:00:00Z");
    world.run_as("kesha", "whoami").must();
    insta::assert_snapshot!(world.run_as("ara", "whoami"), @"
    $ popug whoami --as ara
    [stderr]
    error: the session of ara was not used for seven days
    hint: log in: `popug login ara`
    [exit 4]
    ");
    world.at("2026-12-02T09:00:01Z");
    insta::assert_snapshot!(world.run_as("kesha", "whoami"), @"
    $ popug whoami --as kesha
    [stderr]
    error: the session has ended
    hint: log in: `popug login NAME`
    [exit 4]
    ");
    world.log_in("kesha");
    world.run("whoami").must();
}

/// When the use of a popug's session was last noted.
fn noted(world: &World, name: &str) -> String {
    let sql = format!(
        "SELECT s.used_at FROM auth_session s JOIN auth_user u ON u.id = s.user_id
         WHERE u.name = '{name}'"
    );
    world.raw().texts(&sql).concat()
}

#[test]
fn an_idle_session_proves_nothing_whichever_way_it_is_shown() {
    let mut world = World::company();
    let secret = token(&world, "kesha");
    world.at("2026-11-08T09:00:00Z");
    world.with(&[("POPUG_TOKEN", &secret)], "whoami").must();
    world.at("2026-11-15T09:00:00Z");
    // Neither a file that is written anew nor one from elsewhere wakes it.
    let kept = session(&world, "kesha");
    fs::copy(&kept, world.home().join("kept")).expect("a copy");
    insta::assert_snapshot!(world.with(&[("POPUG_TOKEN", &secret)], "add 'Oil the perch'"), @"
    $ popug add 'Oil the perch'
    [stderr]
    error: the session of kesha was not used for seven days
    hint: log in: `popug login kesha`
    [exit 4]
    ");
    world.run_as("kesha", "whoami").must_fail(4);
    assert_eq!(world.run_as("kesha", "prompt").must().stdout, "");
    world.log_in("kesha");
    world.run("whoami").must();
    world
        .with(&[("POPUG_TOKEN", &secret)], "whoami")
        .must_fail(4);
}

#[test]
fn the_use_of_a_session_is_noted_once_a_day_and_by_no_prompt() {
    let mut world = World::company();
    let first = noted(&world, "kesha");
    world.at("2026-11-03T08:59:59Z");
    world.run_as("kesha", "whoami").must();
    assert_eq!(noted(&world, "kesha"), first);
    world.at("2026-11-03T09:00:00Z");
    world.run_as("kesha", "prompt").must();
    world.run("status").must();
    assert_eq!(noted(&world, "kesha"), first);
    let before = world.head();
    world.run_as("kesha", "whoami").must();
    let second = noted(&world, "kesha");
    assert_ne!(second, first);
    assert_eq!(world.head(), before, "the log tells nothing of it");
    world.at("2026-11-03T20:00:00Z");
    world.run_as("kesha", "whoami").must();
    assert_eq!(noted(&world, "kesha"), second);
}

/// Somebody else writes all the while.
#[test]
fn nobody_waits_for_the_note_of_a_session() {
    let mut world = World::company();
    let first = noted(&world, "kesha");
    world.at("2026-11-05T09:00:00Z");
    let mut raw = world.raw();
    raw.run(raw.begin()).expect("the store is taken");
    let begun = std::time::Instant::now();
    let read = world.run_as("kesha", "task list --wait 60").must();
    assert_eq!(read.stderr, "");
    assert!(begun.elapsed().as_secs() < 30, "it waited");
    raw.run("ROLLBACK").expect("the store is given back");
    assert_eq!(noted(&world, "kesha"), first);
}

#[test]
fn wrong_beaks_of_names_that_nobody_has_are_bounded_in_number() {
    let world = World::company();
    try_beak(&world, "kesha", "blunt and straight").must_fail(4);
    let rows = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
                INSERT INTO auth_attempt (name, failed, blocked_until)
                SELECT 'nobody' || i, 1, i FROM n";
    world.raw().run(rows).expect("strangers");
    try_beak(&world, "zazu", "blunt and straight").must_fail(4);
    let counted = |name: &str| {
        world.number(&format!(
            "SELECT COUNT(*) FROM auth_attempt WHERE name LIKE '{name}'"
        ))
    };
    assert_eq!(counted("%"), 1_001);
    assert_eq!(
        (counted("kesha"), counted("zazu"), counted("nobody1500")),
        (1, 1, 1)
    );
    try_beak(&world, "rio", "blunt and straight").must_fail(4);
    assert_eq!(counted("%"), 1_001);
}

#[test]
fn a_session_ends_with_a_change_of_role_or_activity() {
    let world = World::company();
    world
        .run_as("polly", "user set kesha --active false")
        .must();
    insta::assert_snapshot!(world.run_as("kesha", "whoami"), @"
    $ popug whoami --as kesha
    [stderr]
    error: the session has ended
    hint: log in: `popug login NAME`
    [exit 4]
    ");
    let barred = try_beak(&world, "kesha", BEAK).must_fail(4);
    assert_eq!(
        barred.stderr,
        try_beak(&world, "ara", "blunt and straight").stderr
    );
    world.run_as("polly", "user set ara --role manager").must();
    world.run_as("ara", "whoami").must_fail(4);
    world.log_in("ara");
    assert_eq!(world.json("whoami")["role"], "manager");
    world
        .run_as("polly", "user set loro --full-name Loro")
        .must();
    world.run_as("loro", "whoami").must();
}

#[test]
fn fields_that_an_answer_lacks_are_refused_before_anything_is_done() {
    let world = World::one_worker();
    let me = world.run("whoami").must().stdout;
    for line in [
        "logout --fields x",
        "logout --all --fields x",
        "login polly --beak-stdin --fields x",
        "man --out pages --fields x",
    ] {
        world.with_input(line, BEAK).must_fail(2);
        assert_eq!(world.run("whoami").must().stdout, me, "{line}");
    }
    assert!(!world.home().join("pages").exists());
    let mut world = World::empty();
    world.at("2026-11-02T09:00:00Z");
    let init = "init --admin a --email a@popug.example --timezone UTC --beak-stdin --fields x";
    world.with_input(init, BEAK).must_fail(2);
    assert_ne!(world.run("status").code, 0);
}

#[test]
fn a_logout_ends_one_session_or_all() {
    let world = World::company();
    let first = token(&world, "kesha");
    world.log_in("kesha");
    let with = |token: &str| world.with(&[("POPUG_TOKEN", token)], "whoami").code;
    let second = token(&world, "kesha");
    assert_eq!((with(&first), with(&second)), (0, 0));
    world.run("logout").must();
    assert_eq!((with(&first), with(&second)), (0, 4));
    world.log_in("kesha");
    insta::assert_snapshot!(world.run("logout --all"), @"
    $ popug logout --all
    kesha is logged out
    ");
    assert_eq!(with(&first), 4);
}

#[test]
fn a_demo_of_more_days_than_a_session_lasts_keeps_its_sessions() {
    let world = World::empty();
    world
        .run("demo --days 31 --workers 2 --tasks 4 --store long.db")
        .must();
    let who = world.run("whoami --store long.db --json").must();
    assert_eq!(who.json()["user"], "polly");
}

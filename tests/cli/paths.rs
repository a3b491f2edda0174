//! Paths that no shell has touched, and what lies where one leads.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::time::{Duration, Instant};

use crate::support::{BEAK, FileOnly, Story, World, on_file};

const INIT: &str = "init --admin polly --email p@popug.example --timezone UTC --beak-stdin";

/// Puts a settings file where the platform looks for it, for its owner alone.
fn configure(world: &World, text: &str) {
    let directory = world.home().join("config/popug");
    fs::create_dir_all(&directory).expect("a directory");
    keep(world, "config/popug/config.toml", text, 0o600);
}

/// Puts a file into the home.
fn keep(world: &World, name: &str, text: &str, mode: u32) {
    let path = world.home().join(name);
    fs::write(&path, text).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("its mode");
}

/// Where a command looks for its store, which is not there.
fn looked_for(world: &World, variables: &[(&str, &str)], line: &str) -> String {
    let ran = world.with(variables, line).must_fail(6);
    let line = ran.stderr.lines().next().unwrap_or_default().to_owned();
    let path = line.strip_prefix("error: there is no store at ");
    path.unwrap_or_else(|| panic!("{ran}")).to_owned()
}

#[test]
fn a_tilde_is_the_home_in_files_variables_and_flags() {
    let world = on_file(FileOnly::UsualPlace).empty();
    let variables = [("POPUG_STORE", "~/of-a-variable.db")];
    let by_variable = looked_for(&world, &variables, "status");
    assert_eq!(by_variable, "~/of-a-variable.db");
    let by_flag = looked_for(&world, &[], "status --store=~/of-a-flag.db");
    assert_eq!(by_flag, "~/of-a-flag.db");
    keep(&world, "place", "~/of-its-file.db\n", 0o644);
    let variables = [("POPUG_STORE_FILE", "~/place")];
    assert_eq!(looked_for(&world, &variables, "status"), "~/of-its-file.db");
    configure(&world, "store = '~/of-a-file.db'\n");
    assert_eq!(looked_for(&world, &[], "status"), "~/of-a-file.db");
    assert!(!world.home().join("~").exists());
}

#[test]
fn a_relative_path_in_a_settings_file_counts_from_that_file() {
    let world = on_file(FileOnly::UsualPlace).empty();
    configure(&world, "store = 'team/popug.db'\n");
    let found = looked_for(&world, &[], "status");
    assert_eq!(found, "~/config/popug/team/popug.db");
    keep(&world, "config/popug/place", "../team.db\n", 0o600);
    configure(&world, "store_file = 'place'\n");
    let found = looked_for(&world, &[], "status");
    assert_eq!(found, "~/config/popug/../team.db");
}

#[test]
fn letters_go_into_the_home_of_whom_a_variable_is_set_for_and_into_nobodys_by_a_setting() {
    let mut world = World::one_worker();
    insta::assert_snapshot!(world.run("setting set mail maildir:~/letters --as polly"), @"
    $ popug setting set mail maildir:~/letters --as polly
    [stderr]
    error: ~/letters is another directory for each who runs popug
    hint: write the whole path, as maildir:/home/…
    [exit 2]
    ");
    world.run("add 'Oil the perch'").must();
    world.run("done 1").must();
    world.at("2026-11-03T09:00:00Z");
    world
        .with(
            &[("POPUG_MAIL", "maildir:~/letters")],
            "day close --as polly",
        )
        .must();
    let letters = fs::read_dir(world.home().join("letters/new")).expect("a maildir");
    assert_eq!(letters.count(), 1);
}

#[test]
fn a_dash_is_standard_input_or_output() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let edited = world.with_input("task edit 1 --description - --json", "Both\nsides\n");
    assert_eq!(edited.must().json()["description"], "Both\nsides");
    let exported = world.run("export csv -o - --as polly").must();
    world.run("export csv -o - --json --as polly").must_fail(2);
    assert_eq!(
        exported.stdout,
        world.run("export csv --as polly").must().stdout
    );
    assert!(!world.home().join("-").exists());
}

#[test]
fn what_needs_a_name_takes_no_dash_and_no_url() {
    let world = World::new();
    insta::assert_snapshot!(Story(vec![
        world.run("backup -"),
        world.run("restore - --store new.db"),
        world.run("export all -"),
        world.run("man --out -"),
        world.run("backup file:monday.backup"),
        world.run("export csv -o file:books.csv"),
        world.run("task import file:tasks.csv"),
        world.with_input(&format!("{INIT} --store file:x.db"), BEAK),
        world.with_input(&format!("{INIT} --store -"), BEAK),
    ]), @"
    $ popug backup -
    [stderr]
    error: invalid value '-' for '<FILE>': this takes a name, no standard input or output; a file of that name is ./-
    hint: --help tells more
    [exit 2]
    $ popug restore - --store new.db
    [stderr]
    error: invalid value '-' for '<FILE>': this takes a name, no standard input or output; a file of that name is ./-
    hint: --help tells more
    [exit 2]
    $ popug export all -
    [stderr]
    error: invalid value '-' for '<DIR>': this takes a name, no standard input or output; a file of that name is ./-
    hint: --help tells more
    [exit 2]
    $ popug man --out -
    [stderr]
    error: invalid value '-' for '--out <DIR>': this takes a name, no standard input or output; a file of that name is ./-
    hint: --help tells more
    [exit 2]
    $ popug backup file:monday.backup
    [stderr]
    error: invalid value 'file:monday.backup' for '<FILE>': a path has no 'file:' in front; a file of such a name is ./file:…
    hint: --help tells more
    [exit 2]
    $ popug export csv -o file:books.csv
    [stderr]
    error: invalid value 'file:books.csv' for '--output <FILE>': a path has no 'file:' in front; a file of such a name is ./file:…
    hint: --help tells more
    [exit 2]
    $ popug task import file:tasks.csv
    [stderr]
    error: invalid value 'file:tasks.csv' for '<FILE>': a path has no 'file:' in front; a file of such a name is ./file:…
    hint: --help tells more
    [exit 2]
    $ popug init --admin polly --email p@popug.example --timezone UTC --beak-stdin --store file:x.db
    [stderr]
    error: 'file:x.db' is no store: give the path of a file, or postgres://…
    hint: for example --store popug.db or --store postgres://HOST/DATABASE
    [exit 2]
    $ popug init --admin polly --email p@popug.example --timezone UTC --beak-stdin --store -
    [stderr]
    error: '-' is no store: give the path of a file, or postgres://…
    hint: for example --store popug.db or --store postgres://HOST/DATABASE
    [exit 2]
    ");
}

#[test]
fn what_is_no_small_file_is_refused_at_once_where_a_secret_is_read() {
    let world = World::one_worker();
    let pipe = world.home().join("pipe");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    keep(&world, "long", &"x".repeat(65 * 1024), 0o600);
    let token = |path: &str| world.with(&[("POPUG_TOKEN_FILE", path)], "whoami");
    insta::assert_snapshot!(Story(vec![
        token("pipe"),
        token("/dev/zero"),
        token("long"),
        token("-"),
    ]), @"
    $ popug whoami
    [stderr]
    error: POPUG_TOKEN_FILE: pipe cannot be read: it is no regular file
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_TOKEN_FILE: /dev/zero cannot be read: it is no regular file
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_TOKEN_FILE: long cannot be read: it is longer than 64 KiB
    [exit 2]
    $ popug whoami
    [stderr]
    error: POPUG_TOKEN_FILE: - cannot be read: No such file or directory (os error 2)
    [exit 2]
    ");
    let began = Instant::now();
    let prompt = world.with(&[("POPUG_TOKEN_FILE", "pipe")], "prompt").must();
    assert_eq!((prompt.stdout.as_str(), prompt.stderr.as_str()), ("", ""));
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "it waits for a writer"
    );
    fs::create_dir_all(world.home().join("config/popug")).expect("a directory");
    fs::rename(&pipe, world.home().join("config/popug/config.toml")).expect("moved");
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    [stderr]
    error: ~/config/popug/config.toml cannot be read: it is no regular file
    [exit 2]
    ");
}

#[test]
fn a_secret_that_others_can_read_is_refused() {
    let world = on_file(FileOnly::Files).one_worker();
    let line = "token create cron --for task.read --json";
    let made = world.with(&[("POPUG_AS", "polly")], line).must().json();
    let token = made["token"].clone();
    let token = token.as_str().expect("a token");
    keep(&world, "token", token, 0o644);
    keep(
        &world,
        "url",
        "postgres://kesha:sEEds@db.example/popug",
        0o640,
    );
    let with = |name: &str, file: &str| world.with(&[(name, file)], "task list");
    insta::assert_snapshot!(Story(vec![
        with("POPUG_TOKEN_FILE", "token"),
        with("POPUG_STORE_FILE", "url"),
    ]), @"
    $ popug task list
    [stderr]
    error: POPUG_TOKEN_FILE: token can be read by others; it is not taken
    hint: chmod 600 token
    [exit 2]
    $ popug task list
    [stderr]
    error: POPUG_STORE_FILE: url can be read by others; it is not taken
    hint: chmod 600 url
    [exit 2]
    ");
    keep(&world, "token", token, 0o600);
    with("POPUG_TOKEN_FILE", "token").must();
    configure(&world, &format!("log = 'warn'\ntoken = '{token}'\n"));
    world.run("task list").must();
    keep(
        &world,
        "config/popug/config.toml",
        &format!("token = '{token}'\n"),
        0o604,
    );
    insta::assert_snapshot!(world.run("task list"), @"
    $ popug task list
    [stderr]
    error: 'token' in ~/config/popug/config.toml line 1: ~/config/popug/config.toml can be read by others; it is not taken
    hint: chmod 600 ~/config/popug/config.toml
    [exit 2]
    ");
}

#[test]
fn a_password_in_what_is_nearly_an_address_is_not_repeated() {
    let world = World::new();
    for line in [
        "status --store postgres//u:sEEds@h/db",
        "status --store u:sEEds@h/db",
        "status --store //u:sEEds@h/db",
        "status --store x:sEEds@h://db",
        "status --store h/db?password=sEEds",
        "status postgres://u:sEEds@h/db",
        "restore postgres://u:sEEds@h/db --store new.db",
        "task import postgres://u:sEEds@h/db",
        "backup file://u:sEEds@h/db",
        "store copy u:sEEds@h/db new.db",
        "setting set mail smtp://u:sEEds@h",
        "setting set mail u:sEEds@h",
        "--stroe=postgres://u:sEEds@h/db status",
    ] {
        let ran = world.run(&format!("{line} --json"));
        assert!(ran.code != 0 && ran.stdout.is_empty(), "{ran}");
        assert!(!ran.stderr.contains("EE"), "{ran}");
        let logged = world.with(&[("POPUG_LOG", "trace")], line);
        assert!(!logged.stderr.contains("EE"), "{logged}");
    }
    insta::assert_snapshot!(world.run("status --store postgres//u:sEEds@h/db"), @"
    $ popug status --store postgres//u:sEEds@h/db
    [stderr]
    error: the store's URL cannot be read: it begins with neither postgres:// nor postgresql://
    hint: write postgres://HOST/DATABASE; a file of such a name is ./NAME
    [exit 2]
    ");
    insta::assert_snapshot!(world.run("status postgres://u:sEEds@h/db"), @"
    $ popug status postgres://u:sEEds@h/db
    [stderr]
    error: unexpected argument 'postgres://…@h/db' found
    hint: --help tells more
    [exit 2]
    ");
}

#[test]
fn what_cannot_be_written_is_told_and_a_reader_that_has_gone_is_not() {
    let world = World::new();
    for line in [
        "--help",
        "-V",
        "help task",
        "help formats",
        "task add --help",
        "completions zsh",
        "man",
        "whoami",
        "task list --all",
    ] {
        let full = world.shell(&format!("popug {line} > /dev/full"));
        assert_eq!(full.code, 1, "{full}");
        let told = "error: cannot write the answer: No space left on device (os error 28)\n";
        assert_eq!(full.stderr, told, "{full}");
        let gone = world.shell(&format!("(popug {line}; echo $? >&2) | true"));
        assert_eq!(gone.stderr, "0\n", "{gone}");
    }
}

#[test]
fn what_lies_at_the_stores_path_is_told_alike_by_every_command() {
    let world = on_file(FileOnly::UsualPlace).empty();
    let at = |name: &str| world.home().join(name);
    keep(&world, "empty", "", 0o600);
    keep(&world, "text", "a shopping list\n", 0o600);
    symlink("nowhere", at("dangling")).expect("a link");
    symlink("loop", at("loop")).expect("a link");
    fs::create_dir(at("directory")).expect("a directory");
    nix::unistd::mkfifo(&at("pipe"), nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
    let mut told = Vec::new();
    for name in [
        "empty",
        "text",
        "dangling",
        "loop",
        "directory",
        "pipe",
        "text/popug.db",
    ] {
        let before = fs::symlink_metadata(at(name)).map(|it| it.len()).ok();
        let status = world.run(&format!("status --store {name}")).must_fail(6);
        for line in [
            INIT,
            "demo",
            "whoami",
            "doctor",
            "backup x",
            "store upgrade",
        ] {
            let other = world.with_input(&format!("{line} --store {name}"), BEAK);
            // Who would make one there is refused by the state of things.
            let makes = [INIT, "demo"].contains(&line) && !other.stderr.contains("opened");
            assert_eq!(other.code, if makes { 5 } else { 6 }, "{other}");
            assert_eq!(other.stderr, status.stderr, "{other}");
        }
        assert_eq!(
            fs::symlink_metadata(at(name)).map(|it| it.len()).ok(),
            before
        );
        told.push(status);
    }
    insta::assert_snapshot!(Story(told), @"
    $ popug status --store empty
    [stderr]
    error: empty is not a popug store; it is left alone
    hint: name a store with --store or POPUG_STORE
    [exit 6]
    $ popug status --store text
    [stderr]
    error: text is not a popug store; it is left alone
    hint: name a store with --store or POPUG_STORE
    [exit 6]
    $ popug status --store dangling
    [stderr]
    error: dangling is a link to nowhere, and nothing is there
    hint: bring back what it leads to, remove the link, or name another store with --store
    [exit 6]
    $ popug status --store loop
    [stderr]
    error: the store at loop cannot be opened: Too many levels of symbolic links (os error 40)
    hint: ask whoever owns the file for access
    [exit 6]
    $ popug status --store directory
    [stderr]
    error: directory is not a popug store; it is left alone
    hint: name a store with --store or POPUG_STORE
    [exit 6]
    $ popug status --store pipe
    [stderr]
    error: pipe is not a popug store; it is left alone
    hint: name a store with --store or POPUG_STORE
    [exit 6]
    $ popug status --store text/popug.db
    [stderr]
    error: the store at text/popug.db cannot be opened: Not a directory (os error 20)
    hint: ask whoever owns the file for access
    [exit 6]
    ");
}

#[test]
fn an_enrolment_code_is_taken_however_it_is_typed() {
    let world = World::new();
    let typed: [fn(&str) -> String; 5] = [
        |code| code.to_uppercase(),
        |code| code.replace('-', ""),
        |code| format!("'{}'", code.replace('-', " ")),
        |code| code.replace('-', " "),
        |code| format!("'{}'", code.replace('-', "\u{2013}")),
    ];
    for (number, typed) in typed.iter().enumerate() {
        let line = format!("user add zed{number} --role worker --email z@popug.example");
        let code = world.json(&format!("{line} --as polly"))["enroll_code"].clone();
        let code = typed(code.as_str().expect("a code"));
        world
            .with_input(&format!("enroll {code} --beak-stdin"), BEAK)
            .must();
    }
}

#[test]
fn an_enrolment_code_need_not_stand_on_the_command_line() {
    let world = World::new();
    let line = "user add zed --role worker --email z@popug.example --as polly";
    let code = world.json(line)["enroll_code"].clone();
    let code = code.as_str().expect("a code");
    insta::assert_snapshot!(Story(vec![
        world.with_input("enroll - --beak-stdin", ""),
        world.with_input("enroll --beak-stdin", BEAK),
        world.with_input("enroll - --beak-stdin", &format!("{code}\n")),
        world.with_input("enroll - --beak-stdin", &format!("{code}\n{BEAK}\n")),
    ]), @"
    $ popug enroll - --beak-stdin
    [stderr]
    error: there is no code on standard input
    [exit 2]
    $ popug enroll --beak-stdin
    [stderr]
    error: the code is asked on a terminal, and there is none
    hint: give it on standard input, where - stands for it, or as an argument
    [exit 2]
    $ popug enroll - --beak-stdin
    [stderr]
    error: there is no beak on standard input
    [exit 2]
    $ popug enroll - --beak-stdin
    zed (worker) is enrolled and logged in
    ");
}

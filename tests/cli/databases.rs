//! What commands about a store as a whole mean on a server: where one can be made, what makes copies
//! of it, where letters go.

use std::fs;
use std::process::Command;

use crate::cluster::{Database, cluster, programs};
use crate::support::{BEAK, Engine, Place, Ran, Story, World, Worlds};

const INIT: &str = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";

fn worlds() -> Option<Worlds> {
    cluster()?;
    Some(Worlds::on(Engine::Postgres))
}

fn database(world: &World) -> &Database {
    match world.place() {
        Place::Database(database) => database,
        Place::File => panic!("the store is no database"),
    }
}

/// A run without what differs from run to run: the directory of the server and the database.
fn plain(world: &World, mut ran: Ran) -> Ran {
    let url = world.address();
    let (server, name) = url.rsplit_once('/').expect("a database");
    let (_, host) = server.split_once('@').expect("a host");
    for text in [&mut ran.line, &mut ran.stdout, &mut ran.stderr] {
        *text = text.replace(host, "HOST").replace(name, "DATABASE");
    }
    ran
}

fn run(world: &World, sql: &str) {
    database(world).connect().batch_execute(sql).expect(sql);
}

#[test]
fn a_store_is_made_where_there_is_room_for_one() {
    let Some(worlds) = worlds() else { return };
    let world = worlds.empty();
    run(
        &world,
        "CREATE ROLE databases_guest LOGIN; CREATE SCHEMA closed;
         REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    );
    let url = world.address();
    let guest = database(&world).url_of("databases_guest");
    let init = |store: &str| {
        let line = format!("{INIT} --store {store}");
        plain(&world, world.with_input(&line, BEAK))
    };
    let secret = url.replacen('@', ":sEEds@", 1);
    insta::assert_snapshot!(Story(vec![
        init(&guest),
        init(&format!("{guest}?options=-csearch_path%3Dclosed")),
        init(&format!("{url}?options=-csearch_path%3Dnone")),
        plain(&world, world.run(&format!("status --store {url}?options=-csearch_path%3Dnone"))),
        init(&format!("{secret}?connect_timeout=20")),
        init(&url),
        plain(&world, world.run(&format!("status --store {guest}"))),
    ]), @"
    $ popug init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --store postgres://databases_guest@HOST/DATABASE
    [stderr]
    error: the role databases_guest may not make tables in the schema public
    hint: whoever owns it allows it, `GRANT CREATE ON SCHEMA public TO databases_guest` in psql; or name another: ?options=-csearch_path%3DNAME
    [exit 6]
    $ popug init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --store postgres://databases_guest@HOST/DATABASE?options=-csearch_path%3Dclosed
    [stderr]
    error: the role databases_guest may not use the schema closed
    hint: whoever owns it lets the role in: `GRANT USAGE ON SCHEMA closed TO databases_guest` in psql
    [exit 6]
    $ popug init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --store ~/data/popug/popug.db?options=-csearch_path%3Dnone
    [stderr]
    error: there is no schema none in the database DATABASE
    hint: make it, `CREATE SCHEMA none` in psql, or name another: ?options=-csearch_path%3DNAME
    [exit 6]
    $ popug status --store ~/data/popug/popug.db?options=-csearch_path%3Dnone
    [stderr]
    error: there is no schema none in the database DATABASE
    hint: make it, `CREATE SCHEMA none` in psql, or name another: ?options=-csearch_path%3DNAME
    [exit 6]
    $ popug init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --store postgres://popug:sEEds@HOST/DATABASE?connect_timeout=20
    ~/data/popug/popug.db is the store; polly is its admin and logged in
    [stderr]
    hint: next:
      popug user add kesha --role worker --email kesha@uberpopug.example --store '~/data/popug/popug.db?connect_timeout=20'
      popug add '[POPUG-1] Oil the perch' --store '~/data/popug/popug.db?connect_timeout=20'
      popug task list --store '~/data/popug/popug.db?connect_timeout=20'
    $ popug init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --store ~/data/popug/popug.db
    [stderr]
    error: there is a store at ~/data/popug/popug.db already
    hint: log in to it with `popug login`, or name another with --store
    [exit 5]
    $ popug status --store postgres://databases_guest@HOST/DATABASE
    [stderr]
    error: this role lacks a right: permission denied for table log_head
    hint: the tables' owner grants it, after each upgrade again: examples/postgresql-roles.sql
    [exit 6]
    ");
    run(&world, "CREATE SCHEMA other");
    let mut command = world.command(&crate::support::words(INIT));
    command.env_remove("POPUG_MAIL");
    command.env(
        "POPUG_STORE",
        format!("{secret}?options=-csearch_path%3Dother"),
    );
    insta::assert_snapshot!(plain(&world, world.finish(INIT, command, BEAK)), @"
    $ popug init --admin polly --email polly@popug.example --timezone UTC --beak-stdin
    ~/data/popug/popug.db?options=-csearch_path%3Dother is the store; polly is its admin and logged in
    [stderr]
    hint: next:
      popug user add kesha --role worker --email kesha@uberpopug.example
      popug add '[POPUG-1] Oil the perch'
      popug task list
      popug setting set mail maildir:/var/mail/popug
    ");
}

#[test]
fn words_instead_of_a_url_are_not_taken_for_a_file() {
    let world = World::empty();
    let words = [(
        "POPUG_STORE",
        "host=db.example user=kesha password=sEEdcOrn",
    )];
    insta::assert_snapshot!(world.with(&words, "status"), @"
    $ popug status
    [stderr]
    error: the store's URL cannot be read: it is a list of NAME=VALUE
    hint: write postgres://USER@HOST:PORT/DATABASE?NAME=VALUE; the password may stand in ~/.pgpass
    [exit 2]
    ");
}

/// The command line in a hint; addresses are shown by another name.
fn instead(world: &World, ran: &Ran) -> String {
    let hint = ran
        .stderr
        .lines()
        .find_map(|line| line.strip_prefix("hint: `"));
    let command = hint.and_then(|hint| hint.strip_suffix('`'));
    let command = command.unwrap_or_else(|| panic!("{ran}"));
    command.replace("~/data/popug/popug.db", &world.address())
}

/// Runs a command line of PostgreSQL's programs.
fn typed(world: &World, line: &str) {
    let directory = programs().expect("there is a server").directory();
    let mut shell = Command::new("sh");
    shell
        .args(["-c", line])
        .current_dir(world.home())
        .env_clear();
    shell.env("PATH", format!("{}:/usr/bin:/bin", directory.display()));
    let ran = shell.output().expect("a shell");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{line}: {said}");
}

#[test]
fn a_copy_is_made_and_brought_back_by_what_popug_says_instead() {
    let Some(worlds) = worlds() else { return };
    let (world, other) = (worlds.founded(), worlds.empty());
    run(&world, "CREATE SCHEMA \"Own one\"");
    run(&other, "CREATE SCHEMA \"Own one\"");
    let within = |world: &World| {
        let schema = "?options=-csearch_path%3D%22Own%5C%20one%22";
        format!("--store {}{schema}", world.address())
    };
    world
        .with_input(&format!("{INIT} {}", within(&world)), BEAK)
        .must();
    for of in [
        |world: &World| format!("--store {}", world.address()),
        within,
    ] {
        let backup = world.run(&format!("backup 'the backup' {}", of(&world)));
        let backup = backup.must_fail(5);
        typed(&world, &instead(&world, &backup));
        world.run(&format!("restore x {}", of(&world))).must_fail(5);
        let restore = world.run(&format!("restore 'the backup' {}", of(&other)));
        typed(&world, &instead(&world, &restore));
        fs::remove_file(world.home().join("the backup")).expect("a backup");

        let doctor = world
            .run(&format!("doctor --json {}", of(&other)))
            .must()
            .json();
        let levels = doctor.as_array().expect("findings").iter();
        let levels: Vec<_> = levels.map(|it| &it["level"]).collect();
        assert!(levels.iter().all(|level| *level != "fail"), "{levels:?}");
        world.run(&format!("whoami {}", of(&other))).must();
        world
            .run(&format!("restore 'the backup' {}", of(&other)))
            .must_fail(5);
    }
    assert_eq!(other.kept(), world.kept());
}

#[test]
fn a_demo_is_made_beside_others_and_replaces_nothing() {
    let Some(worlds) = worlds() else { return };
    let world = worlds.empty();
    let secret = world.address().replacen('@', ":sEEds@", 1);
    let store = format!("{secret}?connect_timeout=20");
    let demo = format!("demo --days 3 --tasks 20 --store {store}");
    let made = world.run(&demo).must();
    assert!(!made.stdout.contains("sEEds"), "{made}");
    let next = made
        .stdout
        .lines()
        .rfind(|line| line.contains("popug doctor"));
    let address = world.named(&world.address());
    assert_eq!(
        next.map(str::trim),
        Some(format!("popug doctor --store '{address}?connect_timeout=20'").as_str())
    );
    assert!(
        made.stdout.contains(", which waits for a mailbox"),
        "{made}"
    );
    insta::assert_snapshot!(Story(vec![
        plain(&world, world.run(&format!("demo --fresh --store {}", world.address()))),
        world.run("mine --as kesha --limit 0 --format csv --fields id"),
    ]), @"
    $ popug demo --fresh --store ~/data/popug/popug.db
    [stderr]
    error: there is a store at ~/data/popug/popug.db already
    hint: on a server nothing is replaced; give the demo a schema of its own, ?options=-csearch_path%3DNAME, or drop this one if it is a demo's
    [exit 5]
    $ popug mine --as kesha --limit 0 --format csv --fields id
    id
    16
    14
    ");
}

#[test]
fn letters_without_a_place_are_told_of() {
    let Some(worlds) = worlds() else { return };
    let mut world = worlds.company();
    world.say_no_mailbox();
    world
        .run_as("penny", "account adjust kesha +5 --reason bonus --yes")
        .must();
    insta::assert_snapshot!(Story(vec![
        world.run("setting set mail maildir:letters --as polly"),
        world.run("mail send --as penny"),
        world.run("day close --date today --yes --as penny"),
        world.run("mail send --as penny"),
        world.run("status --check --format json --fields mail"),
        world.run("status --fields mail"),
    ]), @r#"
    $ popug setting set mail maildir:letters --as polly
    mail is maildir:letters
    [stderr]
    warning: letters have nowhere to go: beside a database there is no place for them
    hint: name one with its whole path: `popug setting set mail maildir:/var/mail/popug`
    $ popug mail send --as penny
    handed over 0 letters
    $ popug day close --date today --yes --as penny
    closed 2026-11-02: 1 payout of $5.00, management $0.00, debts $0.00, seal {hash}
    [stderr]
    warning: letters were not handed over: letters have nowhere to go: beside a database there is no place for them
    hint: name one with its whole path: `popug setting set mail maildir:/var/mail/popug`
    $ popug mail send --as penny
    [stderr]
    error: letters have nowhere to go: beside a database there is no place for them
    hint: name one with its whole path: `popug setting set mail maildir:/var/mail/popug`
    [exit 6]
    $ popug status --check --format json --fields mail
    {
      "mail": {
        "pending": 1,
        "overdue": 1,
        "dead": 0,
        "nowhere": true
      }
    }
    [stderr]
    warning: 1 letter past due, with nowhere to go: `popug setting set mail maildir:PATH`
    [exit 7]
    $ popug status --fields mail
    Letters  1 pending, 1 past due, 0 dead; nowhere to go
    "#);
    let doctor = world.run("doctor").must();
    let told = "letters: name one with its whole path: `popug setting set mail";
    assert!(doctor.stderr.contains(told), "{doctor}");

    let letters = world.home().join("letters");
    let set = format!("setting set mail maildir:{} --as polly", letters.display());
    world.run(&set).must();
    world.run_as("penny", "mail send").must();
    assert_eq!(
        fs::read_dir(letters.join("new")).expect("letters").count(),
        1
    );
    let doctor = world.run("doctor").must();
    assert!(!doctor.stderr.contains("letters:"), "{doctor}");
}

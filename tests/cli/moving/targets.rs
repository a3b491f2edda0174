//! Where a store may be copied to, by whom, and what is refused.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::{HERE, Target, company, complaints};
use crate::cluster::{Database, ROLE, Schema, cluster};
use crate::support::{FileOnly, Story, World, on_file};

#[test]
fn what_is_there_already_is_left_alone() {
    let world = company();
    let before = world.kept();
    let other = "init --store other.db --admin zazu --email z@popug.example --beak-stdin";
    world.with_input(other, crate::support::BEAK).must();
    fs::write(world.home().join("text"), "no store").expect("a file");
    let stories = vec![
        world.run(&format!("store copy {HERE} other.db")),
        world.run(&format!("store copy {HERE} other.db --trial --json")),
        world.run(&format!("store copy {HERE} text")),
        world.run(&format!("store copy {HERE} {HERE}")),
        world.run("store copy missing.db there.db"),
        world.run("store copy text there.db"),
    ];
    insta::assert_snapshot!(Story(stories), @r#"
    $ popug store copy data/popug/popug.db other.db
    [stderr]
    error: there is a store at other.db already
    hint: nothing is copied over it; name another place
    [exit 5]
    $ popug store copy data/popug/popug.db other.db --trial --json
    [stderr]
    error: there is a store at other.db already
    hint: nothing is copied over it; name another place
    {"error":{"kind":"conflict","message":"there is a store at other.db already","hint":"nothing is copied over it; name another place"}}
    [exit 5]
    $ popug store copy data/popug/popug.db text
    [stderr]
    error: text is not a popug store; it is left alone
    hint: name a store with --store or POPUG_STORE
    [exit 5]
    $ popug store copy data/popug/popug.db data/popug/popug.db
    [stderr]
    error: there is a store at data/popug/popug.db already
    hint: nothing is copied over it; name another place
    [exit 5]
    $ popug store copy missing.db there.db
    [stderr]
    error: there is no store at missing.db
    hint: name the store that is to be copied
    [exit 6]
    $ popug store copy text there.db
    [stderr]
    error: text is not a popug store; it is left alone
    hint: name the store that is to be copied
    [exit 6]
    "#);
    assert_eq!(world.kept(), before);
    assert_eq!(complaints(&world, "other.db"), [""; 0]);
    assert_eq!(
        fs::read(world.home().join("text")).expect("it"),
        b"no store"
    );
    world.run("add 'Oil the perch'").must();
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_made() {
    let world = company();
    let copy = format!("store copy {HERE} there.db");
    insta::assert_snapshot!(Story(vec![
        world.run(&format!("{copy} --dry-run")),
        world.run(&format!("{copy} --key once")),
        world.run(&format!("{copy} --store other.db")),
        world.run(&format!("{copy} --demo")),
        world.run(&format!("{copy} --fields size")),
        world.run(&format!("{copy} --group nobody-has-it")),
        world.run(&format!("store copy {HERE} mysql://kesha:seeds@db/popug")),
        world.run(&format!("store copy {HERE} postgres://kesha@db/popug --group root")),
        world.run(&format!("store copy {HERE}")),
    ]), @"
    $ popug store copy data/popug/popug.db there.db --dry-run
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    $ popug store copy data/popug/popug.db there.db --key once
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    $ popug store copy data/popug/popug.db there.db --store other.db
    [stderr]
    error: this command names its stores itself; leave --store and --demo out
    [exit 2]
    $ popug store copy data/popug/popug.db there.db --demo
    [stderr]
    error: this command names its stores itself; leave --store and --demo out
    [exit 2]
    $ popug store copy data/popug/popug.db there.db --fields size
    [stderr]
    error: there is no field 'size' in this answer
    hint: the fields are from, to, store_id, seq, hash, tables, rows, trial, resumed
    [exit 2]
    $ popug store copy data/popug/popug.db there.db --group nobody-has-it
    [stderr]
    error: there is no group 'nobody-has-it'
    [exit 2]
    $ popug store copy data/popug/popug.db mysql://kesha:seeds@db/popug
    [stderr]
    error: 'mysql://…' is no store: give the path of a file, or postgres://…
    hint: for example --store popug.db or --store postgres://HOST/DATABASE
    [exit 2]
    $ popug store copy data/popug/popug.db postgres://kesha@db/popug --group root
    [stderr]
    error: --group is for stores that are files
    [exit 2]
    $ popug store copy data/popug/popug.db
    [stderr]
    error: the following required arguments were not provided: <TO>
    hint: --help tells more
    [exit 2]
    ");
    let left = fs::read_dir(world.home()).expect("a directory");
    let names = left.map(|entry| entry.expect("an entry").file_name());
    assert!(!names.into_iter().any(|name| name == "there.db"));
}

#[test]
fn a_directory_that_is_missing_is_made_for_its_owner_alone() {
    let world = company();
    let copy = format!("store copy {HERE} new/nest/there.db");
    world.run(&copy).must();
    let mode = |path: &str| {
        let found = fs::metadata(world.home().join(path)).expect("it is there");
        found.permissions().mode() & 0o777
    };
    assert_eq!(mode("new/nest"), 0o700);
    assert_eq!(mode("new/nest/there.db"), 0o600);
    assert_eq!(mode("new/nest/there.db-head"), 0o600);
}

#[test]
fn a_schema_or_a_database_that_is_missing_is_not_made() {
    let Some(server) = cluster() else { return };
    let world = company();
    let nowhere = format!("{}?options=-csearch_path%3Dnowhere", server.url("postgres"));
    let missing = server.url("no_such_database");
    let refused = |url: &str| {
        let mut ran = world.run(&format!("store copy {HERE} {url}")).must_fail(6);
        let (host, port) = (server.host().display().to_string(), server.port());
        for text in [&mut ran.line, &mut ran.stderr] {
            *text = text.replace(url, "THERE").replace(&host, "HOST");
            *text = text.replace(&format!(".{port}"), ".PORT");
        }
        ran
    };
    insta::assert_snapshot!(Story(vec![refused(&nowhere), refused(&missing)]), @"
    $ popug store copy data/popug/popug.db THERE
    [stderr]
    error: there is no schema nowhere in the database postgres
    hint: make it, `CREATE SCHEMA nowhere` in psql, or name another: ?options=-csearch_path%3DNAME
    [exit 6]
    $ popug store copy data/popug/popug.db THERE
    [stderr]
    error: HOST/.s.PGSQL.PORT has no database no_such_database
    hint: make it: `createdb no_such_database`
    [exit 6]
    ");
    world.run("add 'Oil the perch'").must();
}

#[test]
fn a_store_in_which_something_is_wrong_is_not_copied_and_goes_on() {
    for there in Target::each() {
        let world = company();
        world.run_as("gruff", "add 'Oil the perch'").must();
        world.tamper("UPDATE accounting_account SET balance_cents = balance_cents + 1");
        let copy = world.run(&format!("store copy {HERE} {}", there.name()));
        insta::allow_duplicates! {
            insta::assert_snapshot!(there.named(copy), @"
            $ popug store copy data/popug/popug.db THERE
            [stderr]
            error: nothing was copied, since something is wrong with the store: ledger: the balance of management is $10.01, counted anew $10.00
            hint: `popug doctor` tells all of it; the store goes on as it was
            [exit 6]
            ");
        }
        world
            .run(&format!("status --store {}", there.name()))
            .must_fail(6);
        world.run("add 'Sweep the cage'").must();
    }
}

#[test]
fn a_store_that_has_lost_commits_is_not_copied() {
    let world = on_file(FileOnly::HeadFile).company();
    let before = fs::read(world.head_file()).expect("a head file");
    world.run_as("gruff", "add 'Oil the perch'").must();
    let after = fs::read(world.head_file()).expect("a head file");
    fs::write(world.head_file(), &before).expect("written");
    let mut torn = after.clone();
    torn[7] += 1;
    let checksum: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(&torn[..40]).into();
    torn[40..].copy_from_slice(&checksum[..8]);
    fs::write(world.head_file(), torn).expect("written");
    for flag in ["", " --trial"] {
        let copy = format!("store copy {HERE} there.db{flag}");
        let refused = world.run(&copy).must_fail(6);
        let begin = "error: the store has lost commits that it acknowledged";
        assert!(refused.stderr.starts_with(begin), "{refused}");
    }
}

/// Somebody who may read and write, and owns nothing.
#[test]
fn only_its_owner_moves_a_store() {
    let Some(server) = cluster() else { return };
    let database = Database::new(server);
    let world = company();
    let name = database.url();
    world.run(&format!("store copy {HERE} {name}")).must();
    for sql in [
        "CREATE ROLE guest LOGIN",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guest",
    ] {
        database.connect().batch_execute(sql).expect(sql);
    }
    let guest = name.replace(&format!("//{ROLE}@"), "//guest@");
    assert_ne!(guest, name);
    let refused = world
        .run(&format!("store copy {guest} there.db"))
        .must_fail(4);
    let sentence = format!("error: {guest} belongs to the role popug, which alone may do this\n");
    assert!(refused.stderr.starts_with(&sentence), "{refused}");
    world
        .run(&format!("add 'Oil the perch' --store {guest}"))
        .must();
    world
        .run(&format!("store copy {guest} there.db --trial"))
        .must();
    assert_eq!(complaints(&world, "there.db"), [""; 0]);
    let drop = "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM guest; DROP ROLE guest";
    database.connect().batch_execute(drop).expect("gone");
}

#[test]
fn a_password_is_read_where_psql_reads_it_and_shown_nowhere() {
    let Some(server) = cluster() else { return };
    let schema = Schema::new(server);
    let world = company();
    let secret = schema
        .url()
        .replace(&format!("//{ROLE}@"), &format!("//{ROLE}:sEEdcOrn@"));
    let traced = [("POPUG_LOG", "trace")];
    let there = world
        .with(&traced, &format!("store copy {HERE} {secret}"))
        .must();
    let moved = world.with(&traced, "doctor --json").must();
    let back = world
        .with(&traced, &format!("store copy {secret} back.db"))
        .must();
    for ran in [there, moved, back] {
        assert!(!ran.stdout.contains("EEdc"), "{}", ran.stdout);
        assert!(!ran.stderr.contains("EEdc"), "{}", ran.stderr);
    }
    assert!(!world.keeps("EEdc"));
}

/// A company with the store of a popug that knew schema 7.
#[test]
#[expect(clippy::disallowed_methods, reason = "a store of an older popug")]
fn a_store_of_an_older_popug_is_upgraded_first() {
    let world: World = on_file(FileOnly::Copies).empty();
    let raw = rusqlite::Connection::open(world.home().join("7.db")).expect("opens");
    raw.execute_batch("PRAGMA foreign_keys = OFF").expect("off");
    raw.execute_batch(include_str!("../keeping/schema-7.sql"))
        .expect("a store");
    drop(raw);
    world.run("restore 7.db --store old.db").must();
    let refused = world.run("store copy old.db there.db").must_fail(6);
    let begin = "error: the store has schema 7 and must be upgraded to ";
    assert!(refused.stderr.starts_with(begin), "{refused}");
    world.run("store upgrade --yes --store old.db").must();
    world.run("store copy old.db there.db").must();
    assert_eq!(complaints(&world, "there.db"), [""; 0]);
}

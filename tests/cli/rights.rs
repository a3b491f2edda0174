//! A store on a server with two roles: the owner's makes and upgrades it, the program's works with it
//! and cannot change what is append-only.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use postgres::Client;
use postgres::error::SqlState;

use crate::cluster::{Database, cluster, programs};
use crate::support::{BEAK, Engine, Place, Story, World, Worlds};

const OWNER: &str = "popug_owner";
const PROGRAM: &str = "popug_program";

/// An empty database of the owner's; its roles are there.
fn empty() -> Option<World> {
    let mut client = cluster()?.connect("postgres");
    for role in [OWNER, PROGRAM] {
        let make = format!(
            "DO $$ BEGIN CREATE ROLE {role} LOGIN;
             EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        );
        client.batch_execute(&make).expect("a role");
    }
    let mut world = Worlds::on(Engine::Postgres).empty();
    let own = format!("ALTER SCHEMA public OWNER TO {OWNER}");
    database(&world)
        .connect()
        .batch_execute(&own)
        .expect("its owner");
    world.connect_as(OWNER);
    Some(world)
}

fn database(world: &World) -> &Database {
    match world.place() {
        Place::Database(database) => database,
        Place::File => panic!("the store is no database"),
    }
}

/// Runs the file of roles as `role`; answers what psql says, and whether it is content.
fn grant(world: &World, role: &str) -> (String, bool) {
    let programs = programs().expect("there is a server");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/postgresql-roles.sql");
    let mut psql = programs.command("psql");
    psql.args(["--no-psqlrc", "--set", &format!("program={PROGRAM}")])
        .args(["--file=-", &database(world).url_of(role)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut psql = psql.spawn().expect("psql starts");
    let text = fs::read_to_string(file).expect("the file");
    let mut stdin = psql.stdin.take().expect("its input");
    stdin.write_all(text.as_bytes()).expect("read");
    drop(stdin);
    let ended = psql.wait_with_output().expect("psql ends");
    let said = [ended.stdout, ended.stderr].concat();
    (
        String::from_utf8_lossy(&said).into_owned(),
        ended.status.success(),
    )
}

/// A store that the owner has made, as the program sees it.
fn founded() -> Option<World> {
    let mut world = empty()?;
    let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    world.with_input(init, BEAK).must();
    let (said, done) = grant(&world, OWNER);
    assert!(done, "{said}");
    assert_eq!(
        said,
        format!("the role {PROGRAM} works with the store in the schema public from now on\n")
    );
    world.connect_as(PROGRAM);
    Some(world)
}

/// Puts the schema back to what it was before the last migration.
fn make_older(world: &World) {
    let older = "ALTER TABLE auth_session DROP COLUMN used_at;
                 DROP INDEX events_log_name;
                 DROP INDEX tasks_task_ticket;
                 DROP TABLE accounting_description;
                 DROP TABLE log_write;
                 ALTER TABLE log_head DROP COLUMN moved_to;
                 UPDATE log_head SET schema = 13";
    database(world)
        .connect()
        .batch_execute(older)
        .expect("an older schema");
}

/// The code that the server refuses a statement with.
fn refused(client: &mut Client, sql: &str) -> SqlState {
    let error = client.batch_execute(sql).expect_err(sql);
    error
        .code()
        .cloned()
        .unwrap_or_else(|| panic!("{sql}: {error}"))
}

/// Enough for COPY, and keys that are imported once.
fn tasks() -> String {
    let rows = (1..=40).map(|n| format!("Sing verse {n},{n}\n"));
    rows.fold("title,key\n".to_owned(), |all, row| all + &row)
}

/// A manager, an accountant and a worker, and everything that they do in a day.
fn work(world: &World) {
    for (name, role) in [
        ("gruff", "manager"),
        ("penny", "accountant"),
        ("kesha", "worker"),
    ] {
        world.hire(name, role);
    }
    let roster = "name,role,email\nara,worker,ara@popug.example\n";
    fs::write(world.home().join("popugs.csv"), roster).expect("a roster");
    fs::write(world.home().join("tasks.csv"), tasks()).expect("tasks");
    morning(world);
    for popug in ["kesha", "penny"] {
        let mine = world.json_as(popug, "mine");
        let mine = mine.as_array().expect("tasks").iter();
        let ids: Vec<String> = mine.map(|task| task["id"].to_string()).collect();
        assert!(!ids.is_empty(), "chance has it that {popug} has none");
        each(world, popug, &[&format!("done {}", ids.join(" "))]);
    }
    evening(world);
}

fn each(world: &World, popug: &str, lines: &[&str]) {
    for line in lines {
        world.with(&[("POPUG_AS", popug)], line).must();
    }
}

fn morning(world: &World) {
    let polly = [
        "user import popugs.csv",
        "user enroll ara",
        "user set ara --active false",
        "setting set fee_max 25",
        "token create cron --for day.close,account.read",
    ];
    each(world, "polly", &polly);
    let gruff = [
        "add 'Oil the perch' --key K-1",
        "task edit 1 --title 'Oil the perches'",
        "task import tasks.csv",
        "task reassign --dry-run",
        "task reassign --yes",
    ];
    each(world, "gruff", &gruff);
}

fn evening(world: &World) {
    let mailbox = world.mailbox();
    fs::create_dir_all(mailbox.with_file_name("")).expect("a directory");
    fs::write(&mailbox, "no directory").expect("a file in the way");
    let penny = [
        "account adjust kesha +1000 --reason 'a bonus' --yes",
        "day close --date today --yes",
        "mail retry 1",
    ];
    each(world, "penny", &penny);
    fs::remove_file(&mailbox).expect("out of the way");
    each(world, "penny", &["mail send", "payment send"]);
    let polly = [
        "event rebuild analytics",
        "event consumers",
        "draw verify",
        "token revoke cron",
        "status --check",
    ];
    each(world, "polly", &polly);
    each(world, "gruff", &["logout --all"]);
}

/// An event that nobody can take in.
fn bury(world: &World) {
    let odd = r#"{"key":"mail_from","value":"popug@popug.example"}"#;
    world.forge("setting.updated", 9, "setting/mail_from", odd);
    // Whoever writes lets the others hear.
    each(world, "polly", &["setting set fee_max 24"]);
    let dead = world.json_as("polly", "event dead list");
    let tried = world.run_as("polly", "event dead retry --all");
    assert_eq!(tried.code, 7, "{tried}");
    for letter in dead.as_array().expect("letters") {
        let discard = "event dead discard ID --reason 'of no use' --yes";
        let discard = discard.replace("ID", &letter["id"].to_string());
        each(world, "polly", &[&discard]);
    }
}

#[test]
fn the_programs_role_works_through_a_whole_day() {
    let Some(world) = founded() else { return };
    work(&world);
    let rights = world.json("doctor");
    let rights = rights.as_array().expect("findings").iter();
    let rights: Vec<_> = rights.filter(|it| it["check"] == "rights").collect();
    let fine = format!("{PROGRAM} may append to what is append-only, and not change it");
    assert_eq!(rights.len(), 1);
    assert_eq!(
        (&rights[0]["level"], &rights[0]["detail"]),
        (&"ok".into(), &fine.into())
    );
    bury(&world);
}

#[test]
fn the_programs_role_may_not_change_what_is_append_only_nor_the_tables() {
    let Some(world) = founded() else { return };
    let mut client = database(&world).connect_as(PROGRAM);
    let owned = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> ";
    assert_eq!(world.number(&format!("{owned} '{OWNER}'")), 0);
    let guarded = "SELECT DISTINCT CAST(tgrelid::regclass AS TEXT), CAST(attname AS TEXT)
                   FROM pg_trigger JOIN pg_attribute ON attrelid = tgrelid AND attnum = 1
                   WHERE tgfoid = 'log_append_only'::regproc";
    let guarded = world.raw().rows(guarded);
    assert!(guarded.iter().any(|row| row[0] == "events_log"));
    for row in guarded {
        let (table, column) = (&row[0], &row[1]);
        for sql in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
            format!("TRUNCATE {table} CASCADE"),
            format!("ALTER TABLE {table} DISABLE TRIGGER ALL"),
            format!("DROP TABLE {table} CASCADE"),
        ] {
            let code = refused(&mut client, &sql);
            assert_eq!(code, SqlState::INSUFFICIENT_PRIVILEGE, "{sql}");
        }
    }
    for sql in [
        "TRUNCATE tasks_task CASCADE",
        "DELETE FROM log_head",
        "CREATE TABLE events_copy (n BIGINT)",
        "CREATE OR REPLACE FUNCTION log_append_only() RETURNS trigger LANGUAGE plpgsql
         AS $$ BEGIN RETURN NEW; END $$",
        "ALTER TABLE log_head ADD COLUMN more TEXT",
        "CREATE INDEX more ON tasks_task (title)",
        "SET session_replication_role = replica",
    ] {
        let code = refused(&mut client, sql);
        assert_eq!(code, SqlState::INSUFFICIENT_PRIVILEGE, "{sql}");
    }
}

#[test]
fn what_is_the_owners_to_do_is_refused_to_the_programs_role() {
    let Some(mut world) = founded() else { return };
    insta::assert_snapshot!(Story(vec![
        world.run("user enroll polly --recover"),
        world.run("store accept-loss --yes"),
    ]), @"
    $ popug user enroll polly --recover
    [stderr]
    error: ~/data/popug/popug.db belongs to the role popug_owner, which alone may do this
    hint: connect as that role: --store postgres://popug_owner@…
    [exit 4]
    $ popug store accept-loss --yes
    [stderr]
    error: ~/data/popug/popug.db belongs to the role popug_owner, which alone may do this
    hint: connect as that role: --store postgres://popug_owner@…
    [exit 4]
    ");
    make_older(&world);
    insta::assert_snapshot!(Story(vec![
        world.run("status"),
        world.run("store upgrade --yes"),
    ]), @"
    $ popug status
    [stderr]
    error: the store has schema 13 and must be upgraded to 17
    hint: upgrade it with `popug store upgrade`
    [exit 6]
    $ popug store upgrade --yes
    [stderr]
    error: ~/data/popug/popug.db belongs to the role popug_owner, which alone may do this
    hint: connect as that role: --store postgres://popug_owner@…
    [exit 4]
    ");
    world.connect_as(OWNER);
    insta::assert_snapshot!(Story(vec![
        world.run("store upgrade"),
        world.run("store upgrade --yes"),
        world.run("store accept-loss --yes"),
    ]), @"
    $ popug store upgrade
    [stderr]
    error: nobody is there to be asked: upgrade ~/data/popug/popug.db from schema 13 to 17, without a backup but your own?
    hint: --yes says yes beforehand
    [exit 2]
    $ popug store upgrade --yes
    ~/data/popug/popug.db has schema 17 now; it had schema 13
    [stderr]
    hint: where other roles work with it, grant them their rights again: examples/postgresql-roles.sql
    $ popug store accept-loss --yes
    [stderr]
    error: the store has lost nothing that it acknowledged
    [exit 5]
    ");

    // What the upgrade has made is nobody else's yet.
    world.connect_as(PROGRAM);
    insta::assert_snapshot!(world.run("setting set fee_max 25 --as polly"), @"
    $ popug setting set fee_max 25 --as polly
    [stderr]
    error: this role lacks a right: permission denied for table log_write
    hint: the tables' owner grants it, after each upgrade again: examples/postgresql-roles.sql
    [exit 6]
    ");
    // Nobody examines what cannot be read.
    database(&world)
        .connect()
        .batch_execute(&format!(
            "GRANT SELECT ON accounting_description TO {PROGRAM}"
        ))
        .expect("a right");
    let lacking = world.run("doctor").must();
    let told = "may not work here: it lacks ";
    assert!(lacking.stdout.contains(told), "{lacking}");
    let (said, done) = grant(&world, OWNER);
    assert!(done, "{said}");
    let doctor = world.run("doctor").must();
    assert!(!doctor.stdout.contains(told), "{doctor}");
    world.run("setting set fee_max 25 --as polly").must();
    world.connect_as(OWNER);
    world.run("user enroll polly --recover").must();
}

#[test]
fn a_store_that_the_program_made_becomes_the_owners() {
    let Some(mut world) = empty() else { return };
    let give = format!("ALTER SCHEMA public OWNER TO {PROGRAM}");
    database(&world)
        .connect()
        .batch_execute(&give)
        .expect("its owner");
    world.connect_as(PROGRAM);
    let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    world.with_input(init, BEAK).must();
    let (said, done) = grant(&world, PROGRAM);
    assert!(!done && said.contains("must be"), "{said}");
    let take = format!("ALTER SCHEMA public OWNER TO {OWNER}");
    database(&world)
        .connect()
        .batch_execute(&take)
        .expect("its owner");
    let (said, done) = grant(&world, crate::cluster::ROLE);
    assert!(done, "{said}");
    work(&world);
    let mut client = database(&world).connect_as(PROGRAM);
    let change = "UPDATE events_log SET actor = 'kesha'";
    assert_eq!(
        refused(&mut client, change),
        SqlState::INSUFFICIENT_PRIVILEGE
    );
    world.run("store upgrade").must();
    make_older(&world);
    world.run("store upgrade --yes").must_fail(4);
}

#[test]
fn without_a_store_there_are_no_rights_to_grant() {
    let Some(world) = empty() else { return };
    let (said, done) = grant(&world, OWNER);
    assert!(
        !done && said.contains("there is no store in this schema; popug init makes one"),
        "{said}"
    );
}

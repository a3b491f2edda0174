//! The servers that other tests run on: there when asked for, and gone with who asked.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use postgres::{Client, NoTls};

use crate::cluster::{AUTHORITY, Database, ROLE, Schema, Server, Settings, cluster, programs};

/// Tells the test process that it is the one to be killed.
const VICTIM: &str = "POPUG_TEST_VICTIM";

fn text(client: &mut Client, sql: &str) -> String {
    client.query_one(sql, &[]).expect("a row").get(0)
}

#[test]
fn a_server_answers() {
    let Some(server) = cluster() else { return };
    let mut client = server.connect("postgres");
    let version = text(&mut client, "SELECT version()");
    assert!(version.starts_with("PostgreSQL "), "{version}");
    assert_eq!(text(&mut client, "SHOW fsync"), "off");
}

/// So that an order that was left to the database shows.
#[test]
fn its_default_order_is_not_that_of_bytes() {
    let Some(server) = cluster() else { return };
    let mut client = server.connect("postgres");
    let able = "SELECT CAST(current_setting('server_version_num')::int >= 150000
                AND EXISTS (SELECT 1 FROM pg_collation WHERE collprovider = 'i') AS TEXT)";
    let able = text(&mut client, able);
    assert_eq!(text(&mut client, "SELECT CAST('a' < 'B' AS TEXT)"), able);
}

#[test]
fn a_schema_is_nobody_elses() {
    let Some(server) = cluster() else { return };
    let schemas = [Schema::new(server), Schema::new(server)];
    for schema in &schemas {
        let mut client = Client::connect(schema.url(), NoTls).expect("a connection");
        let make = "CREATE TABLE log_head (seq BIGINT)";
        client.batch_execute(make).expect("a table of its own");
    }
}

#[test]
fn a_copied_database_begins_as_the_other_and_goes_its_own_way() {
    let Some(server) = cluster() else { return };
    let first = Database::new(server);
    let count = |of: &Database| text(&mut of.connect(), "SELECT CAST(count(*) AS TEXT) FROM t");
    let make = "CREATE TABLE t (n BIGINT); INSERT INTO t VALUES (1)";
    first.connect().batch_execute(make).expect("a table");
    let second = first.copy();
    let one_more = "INSERT INTO t VALUES (2)";
    let mut client = Client::connect(&second.url(), NoTls).expect("a connection");
    client.batch_execute(one_more).expect("a row");
    drop(client);
    assert_eq!((count(&first), count(&second)), ("1".into(), "2".into()));
    let url = second.url();
    drop(second);
    let gone = Client::connect(&url, NoTls).err().expect("it is gone");
    assert!(gone.to_string().contains("db error"), "{gone}");
}

#[test]
fn a_copy_that_was_read_only_serves_once_more_until_its_original_changes() {
    let Some(server) = cluster() else { return };
    let write = |to: &Database, sql: &str| to.connect().batch_execute(sql).expect("written");
    let count = |of: &Database| text(&mut of.connect(), "SELECT CAST(count(*) AS TEXT) FROM t");
    let original = Database::new(server);
    write(&original, "CREATE TABLE t (n BIGINT)");
    let copy = original.copy();
    assert_eq!(count(&copy), "0");
    let url = copy.url();
    drop(copy);
    let copies = [original.copy(), original.copy()];
    assert_eq!(copies[0].url(), url);
    assert_ne!(copies[1].url(), url);
    write(&copies[0], "INSERT INTO t VALUES (1)");
    drop(copies);
    let again = original.copy();
    assert_ne!(again.url(), url);
    assert_eq!(count(&again), "0");
    drop(again);
    write(&original, "INSERT INTO t VALUES (1)");
    assert_eq!(count(&original.copy()), "1");
}

/// The test is started once more, as a process of its own, and killed.
#[test]
#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
fn a_server_is_gone_with_the_process_that_started_it() {
    let Some(programs) = programs() else { return };
    if std::env::var_os(VICTIM).is_some() {
        let server = Server::start(programs, &Settings::shared());
        let told = writeln!(io::stdout(), "\n{}", server.url("postgres"));
        told.expect("told");
        let ended = io::stdin().read_to_end(&mut Vec::new());
        panic!("it was not killed: {ended:?}");
    }
    let name = "clusters::a_server_is_gone_with_the_process_that_started_it";
    let mut victim = Command::new(std::env::current_exe().expect("this program"));
    let victim = victim.args(["--exact", name]).env(VICTIM, "1");
    let piped = victim.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut victim = piped.spawn().expect("it starts");
    let mut lines = BufReader::new(victim.stdout.take().expect("its output")).lines();
    let url = lines.find_map(|line| {
        let line = line.expect("a line");
        line.starts_with("postgres://").then_some(line)
    });
    let url = url.expect("the server's URL");
    let mut client = Client::connect(&url, NoTls).expect("a connection");
    let data = text(&mut client, "SHOW data_directory");
    let directory = Path::new(&data).parent().expect("a directory");
    assert!(directory.is_dir());

    victim.kill().expect("killed");
    victim.wait().expect("ended");
    let ended = client.batch_execute("SELECT pg_sleep(120)");
    ended.expect_err("the server ends before");
    let until = Instant::now() + Duration::from_secs(60);
    while fs::exists(directory).expect("seen") {
        assert!(Instant::now() < until, "{data} was left behind");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_standby_has_what_its_primary_acknowledged() {
    let Some(programs) = programs() else { return };
    let primary = Server::start(programs, &Settings::durable());
    let standby = primary.standby("second");
    primary.set("synchronous_standby_names", "second");
    let mut client = primary.connect("postgres");
    let make = "CREATE TABLE t (n BIGINT); INSERT INTO t VALUES (1)";
    client.batch_execute(make).expect("acknowledged");
    primary.stop_at_once();
    client.batch_execute(make).expect_err("it is gone");
    standby.promote();
    let mut client = standby.connect("postgres");
    let count = "SELECT CAST(count(*) AS TEXT) FROM t";
    assert_eq!(text(&mut client, count), "1");
    let alone = "INSERT INTO t VALUES (2)";
    client.batch_execute(alone).expect("it is a primary now");
    standby.stop_in_order();
    standby.go_on();
    assert_eq!(text(&mut standby.connect("postgres"), count), "2");
}

#[test]
fn a_server_on_a_port_speaks_tls_and_asks_for_the_password() {
    let Some(programs) = programs() else { return };
    let server = Server::start(programs, &Settings::default().with_tls());
    let set = format!("ALTER ROLE {ROLE} PASSWORD 'seeds'");
    server
        .connect("postgres")
        .batch_execute(&set)
        .expect("a password");
    let directory = tempfile::tempdir().expect("a directory");
    let authority = directory.path().join("authority.pem");
    fs::write(&authority, AUTHORITY).expect("written");
    let query = "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let ask = |password: &str| {
        let mut psql = Command::new(programs.directory().join("psql"));
        let safe = format!("sslmode=verify-full sslrootcert={}", authority.display());
        let (port, role) = (server.port(), ROLE);
        let to = format!("host=localhost port={port} user={role} dbname=postgres {safe}");
        let asked = psql
            .args([&to, "-XAtc", query])
            .env_clear()
            .env("PGPASSWORD", password)
            .output();
        let asked = asked.expect("psql starts");
        let told = String::from_utf8_lossy(&asked.stderr).into_owned();
        (String::from_utf8_lossy(&asked.stdout).into_owned(), told)
    };
    let (version, told) = ask("seeds");
    assert!(version.starts_with("TLSv1."), "{told}");
    let (version, told) = ask("husks");
    assert_eq!(version, "");
    assert!(told.contains("password authentication failed"), "{told}");
}

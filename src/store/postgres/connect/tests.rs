//! Servers of every kind, each tried with every sslmode.

use std::path::Path;
use std::sync::OnceLock;

use super::*;
use crate::store::cluster::{ROLE, Server as TestServer, Settings, cluster, programs};
use crate::store::postgres::{Password, Passwords};

mod odd;

/// Nothing that is there takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

fn address(url: &str) -> Address {
    url.parse().unwrap_or_else(|error| panic!("{url}: {error}"))
}

fn refusal(url: &str) -> ServerError {
    match connect(&address(url), PATIENCE) {
        Err(StoreError::Server(refusal)) => refusal,
        Err(error) => panic!("{url}: {error}"),
        Ok(_) => panic!("{url} is let in"),
    }
}

fn ask(client: &mut Client, sql: &str) -> String {
    client.query_one(sql, &[]).expect(sql).get(0)
}

/// Without TLS nobody is let into the database `clear` else, and only without a password.
const HBA: &str = "local     all   all                trust
                   hostnossl clear all 127.0.0.1/32   trust
                   hostnossl all   all 127.0.0.1/32   scram-sha-256
                   hostssl   postgres all 127.0.0.1/32 scram-sha-256\n";

/// A server on a port, which speaks TLS where `tls` says so; its role has the password `seeds`.
fn on_a_port(settings: Settings) -> Option<TestServer> {
    let programs = programs()?;
    let directory = tempfile::tempdir_in("/tmp").expect("a directory");
    let hba = directory.path().join("hba.conf");
    std::fs::write(&hba, HBA).expect("written");
    let readable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(directory.path(), readable).expect("a mode");
    let settings = settings.with("hba_file", &hba.display().to_string());
    let server = TestServer::start(programs, &settings);
    let set = format!("ALTER ROLE {ROLE} PASSWORD 'seeds'");
    let mut client = server.connect("postgres");
    client.batch_execute(&set).expect("a password");
    client
        .batch_execute("CREATE DATABASE clear")
        .expect("a database");
    Some(server)
}

fn with_tls() -> Option<&'static TestServer> {
    static SERVER: OnceLock<Option<TestServer>> = OnceLock::new();
    let server = SERVER.get_or_init(|| on_a_port(Settings::shared().with_tls()));
    server.as_ref()
}

fn without_tls() -> Option<&'static TestServer> {
    static SERVER: OnceLock<Option<TestServer>> = OnceLock::new();
    let server = SERVER.get_or_init(|| on_a_port(Settings::shared().on_a_port()));
    server.as_ref()
}

fn authority(name: &str) -> String {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cluster/certificates");
    directory.join(name).display().to_string()
}

/// `encrypted`, `clear`, or why not.
fn outcome(server: &TestServer, host: &str, query: &str) -> String {
    let port = server.port();
    let url = format!("postgres://{ROLE}:seeds@{host}:{port}/postgres?hostaddr=127.0.0.1&{query}");
    match connect(&address(&url), PATIENCE) {
        Ok(mut client) => {
            let sql = "SELECT CASE WHEN ssl THEN 'encrypted' ELSE 'clear' END
                       FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
            ask(&mut client, sql)
        }
        Err(error) => error.to_string().replace(&format!(":{port}"), ""),
    }
}

#[test]
fn a_server_with_tls_is_trusted_as_sslmode_says() {
    let Some(server) = with_tls() else { return };
    let good = format!("&sslrootcert={}", authority("authority.pem"));
    let wrong = format!("&sslrootcert={}", authority("other-authority.pem"));
    let untrusted = |host: &str| {
        format!("the certificate of {host} is not trusted: no authority that is trusted issued it")
    };
    let other_name = "the certificate of db.example is made for localhost, 127.0.0.1";
    let of = |host: &str, query: &str| outcome(server, host, query);
    for host in ["localhost", "127.0.0.1", "db.example"] {
        assert_eq!(of(host, "sslmode=disable"), "clear");
        assert_eq!(of(host, ""), "encrypted");
        assert_eq!(of(host, "sslmode=prefer"), "encrypted");
        assert_eq!(of(host, "sslmode=require"), "encrypted");
        for mode in ["sslmode=require", "sslmode=verify-ca"] {
            assert_eq!(of(host, &format!("{mode}{good}")), "encrypted", "{mode}");
            assert_eq!(
                of(host, &format!("{mode}{wrong}")),
                untrusted(host),
                "{mode}"
            );
        }
        let full = |query: &str| of(host, &format!("sslmode=verify-full{query}"));
        let named = if host == "db.example" {
            other_name
        } else {
            "encrypted"
        };
        assert_eq!(full(&good), named);
        assert_eq!(full(&wrong), untrusted(host));
        assert_ne!(full("&sslrootcert=system"), "encrypted");
    }
    assert_eq!(of("localhost", "channel_binding=require"), "encrypted");
    let clear = "sslmode=disable&channel_binding=require";
    assert_eq!(
        of("localhost", clear),
        "localhost refuses: server did not use channel binding"
    );
}

#[test]
fn a_server_without_tls_is_taken_where_that_is_allowed() {
    let Some(server) = without_tls() else { return };
    let of = |query: &str| outcome(server, "localhost", query);
    assert_eq!(of(""), "clear");
    assert_eq!(of("sslmode=disable"), "clear");
    let good = format!("sslrootcert={}", authority("authority.pem"));
    for query in ["sslmode=require", "sslmode=verify-full", &good] {
        assert_eq!(of(query), "localhost speaks no TLS", "{query}");
    }
}

#[test]
fn what_is_preferred_gives_way_where_the_server_wants_no_tls() {
    let Some(server) = with_tls() else { return };
    let to = |query: &str| {
        let port = server.port();
        format!("postgres://{ROLE}@127.0.0.1:{port}/clear?{query}")
    };
    let mut client = connect(&address(&to("sslmode=prefer")), PATIENCE).expect("let in");
    let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let encrypted: bool = client.query_one(sql, &[]).expect("a row").get(0);
    assert!(!encrypted);
    let refused = refusal(&to("sslmode=require"));
    let ServerError::Refused { reason, .. } = &refused else {
        panic!("{refused}")
    };
    assert!(reason.contains("no pg_hba.conf entry"), "{reason}");
}

#[test]
fn passwords_are_asked_for_and_taken() {
    let Some(server) = with_tls() else { return };
    let port = server.port();
    let to = |user: &str| format!("postgres://{user}@127.0.0.1:{port}/postgres");
    let none = refusal(&to(ROLE));
    assert_eq!(
        none.to_string(),
        format!("127.0.0.1:{port} asks for the password of {ROLE}, and none is given")
    );
    let wrong = refusal(&to(&format!("{ROLE}:husks")));
    assert_eq!(
        wrong.to_string(),
        format!("127.0.0.1:{port} does not take the password of {ROLE}")
    );
    // A server does not tell strangers who is known to it.
    assert!(matches!(
        refusal(&to("nobody:seeds")),
        ServerError::WrongPassword { .. }
    ));
    let passwords = Passwords {
        variable: Some(Password::new("seeds".to_owned())),
        ..Passwords::default()
    };
    let known = address(&to(ROLE)).with_passwords(&passwords);
    connect(&known, PATIENCE).expect("let in");
    for refused in [none, wrong] {
        assert!(!refused.is_passing() && !refused.is_worth_waiting());
    }
}

fn to(server: &TestServer, user: &str, rest: &str) -> String {
    let host = server.host().display();
    format!(
        "postgres:///{rest}host={host}&port={}&user={user}",
        server.port()
    )
}

#[test]
fn roles_and_databases_that_are_not_there_are_told_apart() {
    let Some(server) = cluster() else { return };
    let socket = format!("{}/.s.PGSQL.{}", server.host().display(), server.port());
    assert_eq!(
        refusal(&to(server, "nobody_known", "postgres?")).to_string(),
        format!("{socket} does not let nobody_known in: role \"nobody_known\" does not exist")
    );
    let none = refusal(&to(server, ROLE, "none?"));
    assert_eq!(none.to_string(), format!("{socket} has no database none"));
    assert!(!none.is_passing());
    let make = "CREATE ROLE connect_last LOGIN; CREATE DATABASE connect_full";
    let mut client = server.connect("postgres");
    for sql in make.split(';') {
        client.batch_execute(sql).expect(sql);
    }
    let limit = "ALTER DATABASE connect_full CONNECTION LIMIT 0";
    client.batch_execute(limit).expect(limit);
    let full = refusal(&to(server, "connect_last", "connect_full?"));
    assert!(matches!(full, ServerError::TooMany { .. }), "{full}");
    assert!(full.is_passing() && full.is_worth_waiting());
}

#[test]
fn a_server_that_takes_no_writes_is_passed_over() {
    let Some(server) = cluster() else { return };
    let read_only = "postgres?options=-cdefault_transaction_read_only%3Don&";
    let refused = refusal(&to(server, ROLE, read_only));
    assert!(matches!(refused, ServerError::ReadOnly(_)), "{refused}");
    assert!(refused.is_passing() && !refused.is_worth_waiting());

    let nowhere = tempfile::tempdir().expect("a directory");
    let two = |first: &Path, second: &Path, rest: &str| {
        let (first, second, port) = (first.display(), second.display(), server.port());
        format!("postgres:///{rest}host={first},{second}&port={port}&user={ROLE}")
    };
    let second = two(nowhere.path(), server.host(), "postgres?");
    let mut client = connect(&address(&second), PATIENCE).expect("let in");
    assert_eq!(ask(&mut client, "SHOW transaction_read_only"), "off");
    let none = refusal(&two(server.host(), nowhere.path(), read_only));
    let told = none.to_string();
    assert!(told.starts_with("no server takes writes: "), "{told}");
    assert!(
        told.contains("takes no writes; ") && told.contains("cannot be reached"),
        "{told}"
    );
    assert!(none.is_passing() && none.is_worth_waiting());
}

#[test]
fn a_transaction_is_set_for_sleepers_and_leaves_nothing_behind() {
    let Some(server) = with_tls() else { return };
    let port = server.port();
    let network = format!("postgres://{ROLE}:seeds@127.0.0.1:{port}/postgres");
    let mut client = connect(&address(&network), PATIENCE).expect("let in");
    let begin = format!("BEGIN; {SETTINGS}");
    client.batch_execute(&begin).expect("settings");
    for (setting, value) in [
        ("lock_timeout", "2s"),
        ("idle_in_transaction_session_timeout", "30s"),
        ("statement_timeout", "0"),
        ("tcp_keepalives_idle", "10"),
        ("tcp_keepalives_interval", "5"),
        ("tcp_keepalives_count", "3"),
        ("tcp_user_timeout", "25000"),
        ("client_min_messages", "warning"),
        ("standard_conforming_strings", "on"),
        ("synchronous_commit", "on"),
        ("application_name", "popug"),
        ("search_path", "\"$user\", public"),
    ] {
        assert_eq!(
            ask(&mut client, &format!("SHOW {setting}")),
            value,
            "{setting}"
        );
    }
    client.batch_execute("COMMIT").expect("an end");
    for setting in ["lock_timeout", "idle_in_transaction_session_timeout"] {
        assert_eq!(ask(&mut client, &format!("SHOW {setting}")), "0");
    }
    for (given, kept) in [
        ("off", "on"),
        ("local", "local"),
        ("remote_apply", "remote_apply"),
    ] {
        let options = format!("-csynchronous_commit%3D{given}%20-csearch_path%3Dmine");
        let url = to(
            server,
            ROLE,
            &format!("postgres?options={options}&application_name=x&"),
        );
        let mut client = connect(&address(&url), PATIENCE).expect("let in");
        client.batch_execute(&begin).expect("settings");
        assert_eq!(ask(&mut client, "SHOW synchronous_commit"), kept);
        assert_eq!(ask(&mut client, "SHOW search_path"), "mine");
        assert_eq!(ask(&mut client, "SHOW application_name"), "x");
    }
}

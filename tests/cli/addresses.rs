//! A store on a PostgreSQL server: its address, the passwords for it, and why one is not let in.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::OnceLock;

use crate::cluster::{AUTHORITY, ROLE, Server, Settings, programs};
use crate::support::{BEAK, Ran, Story, World};

/// The password, in letters that nothing else has.
const PASSWORD: &str = "sEEdcOrn";

/// Asks for a password, and speaks TLS as `localhost`.
fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        let server = Server::start(programs()?, &Settings::shared().with_tls());
        let mut client = server.connect("postgres");
        for sql in [
            &format!("ALTER ROLE {ROLE} PASSWORD '{PASSWORD}'"),
            "CREATE DATABASE addresses",
        ] {
            client.batch_execute(sql).expect(sql);
        }
        Some(server)
    });
    server.as_ref()
}

fn url(server: &Server, who: &str, rest: &str) -> String {
    format!("postgres://{who}@localhost:{}/{rest}", server.port())
}

fn write(path: &Path, text: &str, mode: u32) -> String {
    fs::write(path, text).expect("written");
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
    path.display().to_string()
}

#[test]
fn a_password_is_taken_from_wherever_it_stands_and_shown_nowhere() {
    let Some(server) = server() else { return };
    let world = World::empty();
    let with = url(server, &format!("{ROLE}:{PASSWORD}"), "addresses");
    let without = url(server, ROLE, "addresses");
    let store = ("POPUG_STORE", without.as_str());
    let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    let mut command = world.command(&crate::support::words(init));
    command.env("POPUG_STORE", &with);
    let founded = world.finish(init, command, BEAK);
    assert_eq!(founded.code, 0, "{founded}");

    let line = format!("*:*:addresses:{ROLE}:{PASSWORD}\n");
    let named = write(&world.home().join("passwords"), &line, 0o600);
    let in_file = write(&world.home().join("url"), &format!("{with}\n"), 0o600);
    let by_flag = format!("--store {with}");
    let mut told = vec![founded];
    let ways: [(&str, &[(&str, &str)]); 5] = [
        (&by_flag, &[]),
        ("", &[("POPUG_STORE", &with)]),
        ("", &[("POPUG_STORE_FILE", &in_file)]),
        ("", &[store, ("PGPASSWORD", PASSWORD)]),
        ("", &[store, ("PGPASSFILE", &named)]),
    ];
    for (flag, variables) in ways {
        let ran = world.with(variables, &format!("whoami --json {flag}"));
        assert_eq!(ran.code, 0, "{variables:?}: {ran}");
        told.push(ran);
    }
    write(&world.home().join(".pgpass"), &line, 0o600);
    for command in ["whoami", "status", "doctor", "user list -vv", "backup x.db", "init"] {
        for variables in [
            vec![store],
            vec![("POPUG_STORE", &with), ("POPUG_LOG", "trace")],
            vec![store, ("PGPASSWORD", PASSWORD), ("POPUG_LOG_FORMAT", "json")],
        ] {
            told.push(world.with(&variables, command));
            told.push(world.with(&variables, &format!("{command} --json")));
        }
    }
    for command in ["--help", "help environment", "status --nonsense", "status --fields x"] {
        told.push(world.with(&[("POPUG_STORE", &with), ("PGPASSWORD", PASSWORD)], command));
    }
    for ran in told {
        let shown = format!("{}{}", ran.stdout, ran.stderr);
        assert!(!shown.contains(PASSWORD), "{ran}");
    }
}

/// A run without the port, which differs from run to run.
fn on(server: &Server, mut ran: Ran) -> Ran {
    let port = server.port().to_string();
    for text in [&mut ran.line, &mut ran.stdout, &mut ran.stderr] {
        *text = text.replace(&port, "PORT").replace(PASSWORD, "PASSWORD");
    }
    ran
}

#[test]
fn whoever_is_not_let_in_hears_why_and_what_to_do() {
    let Some(server) = server() else { return };
    let world = World::empty();
    write(&world.home().join("authority.pem"), AUTHORITY, 0o644);
    let passwords = format!("*:*:*:{ROLE}:{PASSWORD}\n");
    write(&world.home().join("pgpass"), &passwords, 0o640);
    let at = |who: &str, rest: &str| format!("status --store {}", url(server, who, rest));
    let known = format!("{ROLE}:{PASSWORD}");
    insta::assert_snapshot!(Story(vec![
        on(server, world.run(&at(ROLE, "addresses"))),
        on(server, world.with(&[("PGPASSFILE", "pgpass")], &at(ROLE, "addresses"))),
        on(server, world.run(&at(&format!("{ROLE}:husks"), "addresses"))),
        on(server, world.run(&at(&known, "none"))),
        on(server, world.run(&at(&known, "addresses?sslmode=verify-full"))),
        on(server, world.run(&at(&known, "addresses?sslrootcert=none.pem"))),
        on(server, world.run(&at(&known, "postgres?sslrootcert=authority.pem"))),
        on(server, world.run(&at(&known, "addresses?sslcert=own.pem"))),
        on(server, world.run(&at(&known, "addresses?sslmode=allow --json"))),
    ]), @"");
}

#[test]
fn a_url_that_cannot_be_read_is_not_repeated() {
    let world = World::empty();
    let run = |url: &str| {
        let mut ran = world.run(&format!("status --store {url}"));
        assert!(!ran.stderr.contains("EE") && !ran.stdout.contains("EE"), "{ran}");
        ran.line = ran.line.replace("sEEdcOrn", "PASSWORD");
        ran
    };
    insta::assert_snapshot!(Story(vec![
        run("postgres://kesha:sEEd/cOrn@db.example/popug"),
        run("postgres://kesha:sEEd@cOrn@db.example/popug"),
        run("mysql://kesha:sEEdcOrn@db.example/popug"),
    ]), @"");
}

#[test]
fn a_server_that_is_not_there_is_told_at_once() {
    let world = World::empty();
    insta::assert_snapshot!(Story(vec![
        world.run("status --store postgres://kesha@%2Fnowhere/popug"),
        world.run("status --store postgres://kesha@127.0.0.1:1,%2Fnowhere/popug --wait 1 --json"),
    ]), @"");
}

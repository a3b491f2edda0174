//! A store on a PostgreSQL server: its address, the passwords for it, and why one is not let in.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::OnceLock;

use crate::cluster::{AUTHORITY, ROLE, Server, Settings, programs};
use crate::support::{BEAK, FileOnly, Ran, Story, on_file};

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
    let world = on_file(FileOnly::UsualPlace).empty();
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
    let traced = [("POPUG_STORE", with.as_str()), ("POPUG_LOG", "trace")];
    let commands = ["whoami", "status", "doctor --json", "user list -vv"];
    for command in commands {
        told.push(world.with(&[store], command).must());
        told.push(world.with(&traced, command).must());
    }
    told.push(world.with(&traced, "backup x.db --json").must_fail(5));
    told.push(world.with(&traced, init).must_fail(5));
    for command in [
        "--help",
        "help environment",
        "status --nonsense",
        "status --fields x",
    ] {
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
    let world = on_file(FileOnly::UsualPlace).empty();
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
        on(server, world.run(&at(&known, "addresses?sslrootcert=none.pem"))),
        on(server, world.run(&at(&known, "postgres?sslrootcert=authority.pem"))),
        on(server, world.run(&at(&known, "addresses?sslcert=own.pem"))),
        on(server, world.run(&at(&known, "addresses?sslmode=allow --json"))),
    ]), @r#"
    $ popug status --store postgres://popug@localhost:PORT/addresses
    [stderr]
    error: localhost:PORT asks for the password of popug, and none is given
    hint: give it by PGPASSWORD, a line in ~/.pgpass, or the URL in POPUG_STORE_FILE
    [exit 6]
    $ popug status --store postgres://popug@localhost:PORT/addresses
    [stderr]
    warning: the password file pgpass is not read: others than its owner may get at it; its mode must be 0600 or less
    error: localhost:PORT asks for the password of popug, and none is given
    hint: give it by PGPASSWORD, a line in ~/.pgpass, or the URL in POPUG_STORE_FILE
    [exit 6]
    $ popug status --store postgres://popug:husks@localhost:PORT/addresses
    [stderr]
    error: localhost:PORT does not take the password of popug
    hint: look at the URL, PGPASSWORD and ~/.pgpass, in this order; an unknown role is told so too
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/none
    [stderr]
    error: localhost:PORT has no database none
    hint: make it: `createdb none`
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/addresses?sslrootcert=none.pem
    [stderr]
    error: the authorities in none.pem cannot be read: I/O error: No such file or directory (os error 2)
    hint: see whether sslrootcert names a file with certificates (PEM)
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/postgres?sslrootcert=authority.pem
    [stderr]
    error: there is no store at postgres://popug@localhost:PORT/postgres
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/addresses?sslcert=own.pem
    [stderr]
    error: the store's URL cannot be read: it has no parameter 'sslcert'
    hint: there are host, hostaddr, port, dbname, user, password, options, application_name, connect_timeout, target_session_attrs, sslmode, sslrootcert, channel_binding
    [exit 2]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/addresses?sslmode=allow --json
    [stderr]
    error: the store's URL cannot be read: its sslmode must be disable, prefer, require, verify-ca or verify-full
    {"error":{"kind":"usage","message":"the store's URL cannot be read: its sslmode must be disable, prefer, require, verify-ca or verify-full","hint":null}}
    [exit 2]
    "#);
}

/// On Linux the system's authorities are in a file, and a variable names another one.
#[cfg(target_os = "linux")]
#[test]
fn the_systems_authorities_are_believed_where_the_name_is_right() {
    let Some(server) = server() else { return };
    let world = on_file(FileOnly::UsualPlace).empty();
    let known = format!("{ROLE}:{PASSWORD}");
    let full = format!(
        "postgres://{known}@HOST:{}/postgres?sslmode=verify-full",
        server.port()
    );
    let run = |authority: &str, host: &str| {
        let file = write(&world.home().join("roots.pem"), authority, 0o644);
        let line = format!(
            "status --store {}&hostaddr=127.0.0.1",
            full.replace("HOST", host)
        );
        on(server, world.with(&[("SSL_CERT_FILE", &file)], &line))
    };
    let other = include_str!("../cluster/certificates/other-authority.pem");
    insta::assert_snapshot!(Story(vec![
        run(AUTHORITY, "localhost"),
        run(AUTHORITY, "db.example"),
        run(other, "localhost"),
        run("", "localhost"),
    ]), @"
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/postgres?sslmode=verify-full&hostaddr=127.0.0.1
    [stderr]
    error: there is no store at postgres://popug@localhost:PORT/postgres
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@db.example:PORT/postgres?sslmode=verify-full&hostaddr=127.0.0.1
    [stderr]
    error: the certificate of db.example:PORT is made for localhost, 127.0.0.1
    hint: name the server as its certificate does, or look at the authority alone: sslmode=verify-ca&sslrootcert=PATH
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/postgres?sslmode=verify-full&hostaddr=127.0.0.1
    [stderr]
    error: the certificate of localhost:PORT is not trusted: no authority that is trusted issued it
    hint: name the authority that is to be trusted: sslrootcert=PATH
    [exit 6]
    $ popug status --store postgres://popug:PASSWORD@localhost:PORT/postgres?sslmode=verify-full&hostaddr=127.0.0.1
    [stderr]
    error: the authorities of this system cannot be used: unexpected error: No CA certificates were loaded from the system
    hint: name a file with authorities: sslrootcert=PATH
    [exit 6]
    ");
}

#[test]
fn a_url_that_cannot_be_read_is_not_repeated() {
    let world = on_file(FileOnly::UsualPlace).empty();
    let run = |url: &str| {
        let mut ran = world.run(&format!("status --store {url}"));
        assert!(
            !ran.stderr.contains("EE") && !ran.stdout.contains("EE"),
            "{ran}"
        );
        ran.line = ran.line.replace("sEEdcOrn", "PASSWORD");
        ran
    };
    insta::assert_snapshot!(Story(vec![
        run("postgres://kesha:sEEd/cOrn@db.example/popug"),
        run("postgres://kesha:sEEd@cOrn@db.example/popug"),
        run("mysql://kesha:sEEdcOrn@db.example/popug"),
    ]), @"
    $ popug status --store postgres://kesha:sEEd/cOrn@db.example/popug
    [stderr]
    error: the store's URL cannot be read: there is an @ too many
    hint: in a user's name and a password write @ as %40, : as %3A, / as %2F, ? as %3F, % as %25
    [exit 2]
    $ popug status --store postgres://kesha:sEEd@cOrn@db.example/popug
    [stderr]
    error: the store's URL cannot be read: there is an @ too many
    hint: in a user's name and a password write @ as %40, : as %3A, / as %2F, ? as %3F, % as %25
    [exit 2]
    $ popug status --store mysql://kesha:PASSWORD@db.example/popug
    [stderr]
    error: 'mysql://…' is no store: give the path of a file, or postgres://…
    hint: for example --store popug.db or --store postgres://HOST/DATABASE
    [exit 2]
    ");
}

#[test]
fn a_server_that_is_not_there_is_told_at_once() {
    let world = on_file(FileOnly::UsualPlace).empty();
    insta::assert_snapshot!(Story(vec![
        world.run("status --store postgres://kesha@%2Fnowhere/popug"),
        world.run("status --store postgres://kesha@127.0.0.1:1,%2Fnowhere/popug --wait 1 --json"),
    ]), @r#"
    $ popug status --store postgres://kesha@%2Fnowhere/popug
    [stderr]
    error: /nowhere/.s.PGSQL.5432 cannot be reached: No such file or directory (os error 2)
    hint: is the address right, does the server run, does it listen there?
    [exit 6]
    $ popug status --store postgres://kesha@127.0.0.1:1,%2Fnowhere/popug --wait 1 --json
    [stderr]
    error: no server takes writes: 127.0.0.1:1 cannot be reached: Connection refused (os error 111); /nowhere/.s.PGSQL.5432 cannot be reached: No such file or directory (os error 2)
    hint: is the address right, does the server run, does it listen there?
    {"error":{"kind":"unavailable","message":"no server takes writes: 127.0.0.1:1 cannot be reached: Connection refused (os error 111); /nowhere/.s.PGSQL.5432 cannot be reached: No such file or directory (os error 2)","hint":"is the address right, does the server run, does it listen there?"}}
    [exit 6]
    "#);
}

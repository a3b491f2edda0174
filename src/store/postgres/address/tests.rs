//! Addresses as people write them, and what is refused of them.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use proptest::prelude::{Strategy, any, proptest};
use proptest::prop_assert_eq;

use super::*;

fn parsed(url: &str) -> Address {
    url.parse().unwrap_or_else(|error| panic!("{url}: {error}"))
}

fn refused(url: &str) -> String {
    let error = url.parse::<Address>().expect_err(url);
    error.to_string()
}

fn shown(url: &str) -> String {
    parsed(url).to_string()
}

fn password(address: &Address) -> Option<&str> {
    address.servers[0].password.as_ref().map(Password::reveal)
}

#[test]
fn an_address_reads_as_the_shortest_url_that_leads_there() {
    let kesha = "postgres://kesha@db.example:5432/popug";
    for same in [
        "postgres://kesha@db.example/popug",
        "postgresql://kesha:s%40eds@db.example:5432/popug?sslmode=require&application_name=x",
        "postgres://kesha@db.example:/popug?connect_timeout=3",
        "postgres://gosha@other:5/else?host=db.example&port=5432&dbname=popug&user=kesha",
        "postgres://kesha@/popug?host=db.example",
    ] {
        assert_eq!(shown(same), kesha, "{same}");
    }
    assert_eq!(
        shown("postgres://kesha@db.example/popug?options=-csearch_path%3Dwork%20-cjit%3Doff"),
        "postgres://kesha@db.example:5432/popug?options=-csearch_path%3Dwork%20-cjit%3Doff"
    );
    assert_eq!(
        shown("postgres://k%C3%A9sha@[2001:db8::1]:6432,b.example/po%2Fpug"),
        "postgres://k%C3%A9sha@[2001:db8::1]:6432,b.example:5432/po%2Fpug"
    );
}

#[test]
fn sockets_are_named_by_their_directory() {
    let server = |url: &str| parsed(url).servers[0].to_string();
    for same in [
        "postgres://kesha@%2Frun%2Fdb:6432/popug",
        "postgres:///popug?host=/run/db&port=6432&user=kesha",
        "postgres://kesha@localhost/popug?host=%2Frun%2Fdb&port=6432",
    ] {
        assert_eq!(shown(same), "postgres://kesha@%2Frun%2Fdb:6432/popug");
        assert_eq!(server(same), "/run/db/.s.PGSQL.6432");
    }
    // No server has such a port, and so the first of the usual directories is meant.
    let usual = server("postgres:///popug?port=65535");
    assert_eq!(usual, "/var/run/postgresql/.s.PGSQL.65535");
}

#[test]
fn the_user_of_the_system_and_the_users_database_are_meant_where_none_is_named() {
    let own = system_user().expect("a name");
    let address = parsed("postgres://db.example");
    assert_eq!((&address.user, &address.database), (&own, &own));
    assert_eq!(parsed("postgres://kesha@db.example").database, "kesha");
}

#[test]
fn several_servers_have_a_port_each_or_one_for_all() {
    let servers = |url: &str| -> Vec<String> {
        parsed(url)
            .servers
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(
        servers("postgres://a:1,b,[::1]:3/x"),
        ["a:1", "b:5432", "[::1]:3"]
    );
    assert_eq!(servers("postgres:///x?host=a,b&port=7"), ["a:7", "b:7"]);
    assert_eq!(servers("postgres://a,b/x?port=7,8"), ["a:7", "b:8"]);
    assert_eq!(
        servers("postgres:///x?hostaddr=192.0.2.1,::1"),
        ["192.0.2.1:5432", "[::1]:5432"]
    );
    let named = parsed("postgres://db.example/x?hostaddr=192.0.2.1");
    let ip = "192.0.2.1".parse().expect("an address");
    assert_eq!(
        named.servers[0].host,
        Host::Name("db.example".to_owned(), Some(ip))
    );

    assert_eq!(
        refused("postgres://a,b,c/x?port=7,8"),
        "the store's URL cannot be read: it has 2 values of port for 3 hosts"
    );
    assert_eq!(
        refused("postgres://a,b/x?hostaddr=::1"),
        "the store's URL cannot be read: it has 1 values of hostaddr for 2 hosts"
    );
}

#[test]
fn an_unknown_parameter_is_named() {
    let unknown =
        |name: &str| format!("the store's URL cannot be read: it has no parameter '{name}'");
    assert_eq!(refused("postgres://a/b?sslcert=x"), unknown("sslcert"));
    assert_eq!(refused("postgres://a/b?Host=x"), unknown("Host"));
    for parameter in PARAMETERS {
        let value = match parameter {
            "hostaddr" => "::1",
            "port" | "connect_timeout" => "1",
            "target_session_attrs" => "read-write",
            "sslmode" => "verify-full",
            "channel_binding" => "require",
            _ => "a",
        };
        parsed(&format!("postgres://a/b?{parameter}={value}"));
    }
}

#[test]
fn a_value_that_cannot_be_meant_is_told_by_what_it_must_be() {
    let of = |parameter: &str| {
        let refused = refused(&format!("postgres://a/b?{parameter}"));
        refused.replace("the store's URL cannot be read: its ", "")
    };
    assert_eq!(of("port=65536"), "port must be a number from 1 to 65535");
    assert_eq!(of("port=0"), "port must be a number from 1 to 65535");
    assert_eq!(
        of("hostaddr=db"),
        "hostaddr must be an address such as 192.0.2.1 or 2001:db8::1"
    );
    assert_eq!(
        of("connect_timeout=2s"),
        "connect_timeout must be a whole number of seconds"
    );
    assert_eq!(
        of("target_session_attrs=standby"),
        "target_session_attrs must be read-write, since a store is written"
    );
    assert_eq!(
        of("channel_binding=no"),
        "channel_binding must be disable, prefer or require"
    );
    assert_eq!(
        of("sslmode=allow"),
        "sslmode must be disable, prefer, require, verify-ca or verify-full"
    );
}

#[test]
fn what_is_asked_of_a_certificate_is_as_in_libpq() {
    let trust = |query: &str| parsed(&format!("postgres://a/b?{query}")).trust;
    let file = || PathBuf::from("ca.pem");
    assert_eq!(trust(""), Trust::Preferred);
    assert_eq!(trust("sslmode=prefer"), Trust::Preferred);
    assert_eq!(trust("sslmode=disable"), Trust::Plain);
    assert_eq!(trust("sslmode=require"), Trust::Encrypted);
    assert_eq!(
        trust("sslmode=require&sslrootcert=ca.pem"),
        Trust::Chain(file())
    );
    assert_eq!(
        trust("sslmode=verify-ca&sslrootcert=ca.pem"),
        Trust::Chain(file())
    );
    assert_eq!(
        trust("sslmode=verify-full&sslrootcert=ca.pem"),
        Trust::Name(Roots::File(file()))
    );
    assert_eq!(
        trust("sslmode=verify-full&sslrootcert=system"),
        Trust::Name(Roots::System)
    );
    assert_eq!(trust("sslmode=verify-full"), Trust::Name(Roots::System));
    assert_eq!(trust("sslrootcert=system"), Trust::Name(Roots::System));
    assert_eq!(
        trust("sslrootcert=ca.pem"),
        Trust::Name(Roots::File(file()))
    );

    let of = |query: &str| refused(&format!("postgres://a/b?{query}"));
    for mode in ["disable", "prefer"] {
        assert!(of(&format!("sslmode={mode}&sslrootcert=ca.pem")).contains("never looks at"));
    }
    for weak in ["sslmode=verify-ca", "sslmode=verify-ca&sslrootcert=system"] {
        assert!(
            of(weak).contains("sslmode=verify-ca needs the authority"),
            "{weak}"
        );
    }
    assert!(of("sslmode=require&sslrootcert=system").contains("sslmode=require needs"));
}

#[test]
fn time_is_ten_seconds_unless_the_address_says_otherwise() {
    let time = |query: &str| parsed(&format!("postgres://a/b?{query}")).connect_timeout;
    assert_eq!(time(""), Duration::from_secs(10));
    assert_eq!(time("connect_timeout=3"), Duration::from_secs(3));
    assert_eq!(time("connect_timeout=0"), Duration::MAX);
    assert_eq!(time("connect_timeout=-1"), Duration::MAX);
}

#[test]
fn a_password_is_taken_as_it_was_meant_and_never_shown() {
    let address = parsed("postgres://kesha:s%2Fee:d?s%25@db.example/popug");
    assert_eq!(password(&address), Some("s/ee:d?s%"));
    let address = parsed("postgres://db.example/popug?user=kesha&password=s%26eeds");
    assert_eq!(password(&address), Some("s&eeds"));
    for text in [address.to_string(), format!("{address:?}")] {
        assert!(!text.contains("eeds"), "{text}");
    }
    assert_eq!(
        password(&parsed("postgres://kesha:@db.example/popug")),
        None
    );
}

/// Wherever the URL goes wrong, and whatever follows from it.
#[test]
fn a_url_that_cannot_be_read_shows_nothing_of_its_password() {
    for url in [
        "mysql://kesha:sEEds@db.example/popug",
        "postgres://kesha:sEEds@a@db.example/popug",
        "postgres://kesha:12/sEEds@db.example/popug",
        "postgres://kesha:sEEds/12@db.example/popug",
        "postgres://kesha:12/3?sEEds=a@db.example/popug",
        "postgres://kesha:sEEds%@db.example/popug",
        "postgres://kesha:sEEds%zz@db.example/popug",
        "postgres://kesha:sEEds%00@db.example/popug",
        "postgres://kesha:sEEds%ff@db.example/popug",
        "postgres://kesha:sEEds@db.example:x/popug",
        "postgres://kesha:sEEds@[::1/popug",
        "postgres://kesha:sEEds@db.example/popug?wrong",
        "postgres://kesha:sEEds@db.example/popug?wrong=1",
        "postgres://kesha:sEEds@db.example/popug?port=99999",
        "postgres://kesha:sEEds",
    ] {
        let error = url.parse::<Address>().expect_err(url);
        for text in [error.to_string(), format!("{error:?}")] {
            assert!(!text.contains("EE"), "{url}: {text}");
        }
    }
}

#[test]
fn the_urls_own_password_beats_the_others_and_each_server_has_its_line() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("pgpass");
    let lines = "a.example:*:*:*:first\nlocalhost:5433:popug:kesha:socket\n";
    fs::write(&file, lines).expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("a mode");
    let mut passwords = Passwords {
        file: Some(file),
        ..Passwords::default()
    };
    let found = |url: &str, passwords: &Passwords| -> Vec<Option<String>> {
        let address = parsed(url).with_passwords(passwords);
        let servers = address.servers.iter();
        let passwords = servers.map(|it| it.password.as_ref().map(|it| it.reveal().to_owned()));
        passwords.collect()
    };
    let of = |password: &str| Some(password.to_owned());
    let two = "postgres://kesha@a.example,b.example/popug";
    assert_eq!(found(two, &passwords), [of("first"), None]);
    let own = "postgres://kesha:own@a.example,b.example/popug";
    assert_eq!(found(own, &passwords), [of("own"), of("own")]);
    // The usual sockets are localhost in a password file, others are not.
    let socket = "postgres://kesha@%2Ftmp:5433/popug";
    assert_eq!(found(socket, &passwords), [of("socket")]);
    assert_eq!(found(&socket.replace("tmp", "run"), &passwords), [None]);
    passwords.variable = Some(Password::new("variable".to_owned()));
    assert_eq!(found(two, &passwords), [of("variable"), of("variable")]);
    assert_eq!(found(own, &passwords), [of("own"), of("own")]);
}

proptest! {
    #[test]
    fn an_address_is_read_again_from_its_own_text(
        user in "\\PC{1,8}",
        database in "[^\u{0}]{1,8}",
        options in "(-c[a-z_]{1,8}=[a-z, ]{1,8})?",
        hosts in proptest::collection::vec("[a-z]{1,8}|/[a-z@ :?]{1,8}|::[0-9a-f]{1,4}", 1..4),
        port in any::<u16>().prop_filter("there is no port 0", |port| *port > 0),
    ) {
        let hosts: Vec<String> = hosts.iter().map(|host| url::encoded(host, b"")).collect();
        let mut text = format!(
            "postgres://{}@/{}?host={}&port={port}&sslmode=disable",
            url::encoded(&user, b""),
            url::encoded(&database, b""),
            hosts.join(","),
        );
        if !options.is_empty() {
            text = format!("{text}&options={}", url::encoded(&options, b""));
        }
        let address = parsed(&text);
        prop_assert_eq!(&address.user, &user);
        prop_assert_eq!(&address.database, &database);
        let again = parsed(&format!("{}&sslmode=disable", match address.options {
            Some(_) => address.to_string(),
            None => format!("{address}?"),
        }));
        prop_assert_eq!(again, address);
    }

    #[test]
    fn no_url_is_too_odd_to_be_refused(rest in ".{0,40}") {
        let _ = format!("postgres://{rest}").parse::<Address>();
    }
}

#[test]
fn what_is_typed_again_leads_there_in_the_same_way() {
    for (url, typed) in [
        (
            "postgres://kesha:seeds@db.example/popug?sslmode=verify-full&connect_timeout=10",
            "postgres://kesha@db.example:5432/popug?sslmode=verify-full&sslrootcert=system",
        ),
        (
            "postgres://kesha@a,b/popug?hostaddr=192.0.2.1,&sslrootcert=/etc/a b.pem&options=-cjit=off",
            "postgres://kesha@a:5432,b:5432/popug?options=-cjit%3Doff&hostaddr=192.0.2.1,\
             &sslmode=verify-full&sslrootcert=/etc/a%20b.pem",
        ),
        (
            "postgres://kesha@192.0.2.1/popug?connect_timeout=0&application_name=a%26b\
             &channel_binding=require&sslmode=disable",
            "postgres://kesha@192.0.2.1:5432/popug?sslmode=disable&channel_binding=require\
             &connect_timeout=0&application_name=a%26b",
        ),
        (
            "postgres://kesha@%2Frun/popug?sslmode=require",
            "postgres://kesha@%2Frun:5432/popug?sslmode=require",
        ),
    ] {
        assert_eq!(parsed(url).to_type(), typed);
        let again = parsed(typed);
        assert_eq!(again.to_type(), typed);
        let mut given = parsed(url);
        for server in &mut given.servers {
            server.password = None;
        }
        assert_eq!(again, given, "{url}");
    }
}

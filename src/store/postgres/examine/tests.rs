//! Servers with settings of every kind, and roles with every right.

use std::collections::BTreeSet;
use std::time::Duration;

use postgres::Client;

use super::*;
use crate::kernel::finding::Level;
use crate::store::cluster::{ROLE, Schema, Server, Settings, cluster, programs};
use crate::store::migrate::append_only_tables;
use crate::store::postgres::Address;
use crate::store::testing::moment;
use crate::store::{Identity, Place, Store};

/// Nothing that is there takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Makes a store at this URL.
fn found(url: &str) {
    let place: Place = url.parse().expect("a place");
    let identity = Identity {
        store_id: "test".to_owned(),
        sandbox: true,
        created_at: moment("2026-11-02T08:00:00Z"),
    };
    Store::create(&place, &crate::files::Whose::MINE, &identity, |_| {
        Ok::<_, StoreError>(())
    })
    .expect("a store");
}

/// What is found, a line for each finding; hints are left out.
fn told(url: &str) -> Vec<String> {
    let address: Address = url.parse().expect("an address");
    let postgres = Postgres::connect(&address, PATIENCE).expect("connected");
    let findings = postgres.examine().expect("examined").into_iter();
    let lines = findings.map(|it| {
        let level = match it.level {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "FAIL",
        };
        format!("{} {level}: {}", it.check, it.detail)
    });
    lines.collect()
}

fn of<'t>(told: &'t [String], check: &str) -> Vec<&'t str> {
    let prefix = format!("{check} ");
    let found = told.iter().filter_map(|line| line.strip_prefix(&prefix));
    found.collect()
}

/// With the version that differs from machine to machine left out.
fn server(url: &str) -> Vec<String> {
    let told = told(url);
    let lines = of(&told, "server").into_iter();
    let lines = lines.map(|line| match line.split_once("PostgreSQL ") {
        Some((level, rest)) => {
            let kept = rest.split_once("; ").map_or(rest, |(_, kept)| kept);
            format!("{level}{kept}")
        }
        None => line.to_owned(),
    });
    lines.collect()
}

#[test]
fn a_server_that_may_lose_what_it_acknowledged_is_told() {
    let Some(programs) = programs() else { return };
    let cluster = Server::start(programs, &Settings::default());
    let url = cluster.url("postgres");
    found(&url);
    assert_eq!(server(&url), ["ok: what it acknowledges is on its disk"]);
    // Whoever names several servers counts on the others.
    let host = url.split(['@', '/']).nth(3).expect("a host");
    let several = url.replacen(host, &format!("{host},{host}"), 1);
    assert_eq!(
        server(&several),
        ["warn: it waits for no standby: a failover may lose what was acknowledged"]
    );

    cluster.set("synchronous_standby_names", "none");
    let waiting = ["ok: what it acknowledges is on its disk and a standby's"];
    for (level, told) in [
        ("remote_write", None),
        ("local", None),
        // popug turns it on.
        ("off", Some(waiting)),
        ("on", Some(waiting)),
    ] {
        cluster.set("synchronous_commit", level);
        let lost = format!(
            "warn: synchronous_commit is {level}: a failover may lose what was acknowledged"
        );
        let told = told.map_or_else(|| vec![lost], |told| told.map(str::to_owned).to_vec());
        assert_eq!(settled(&url, &told), told, "{level}");
    }
    assert_eq!(server(&several), waiting);
    cluster.set("synchronous_standby_names", "");
    for setting in ["fsync", "full_page_writes"] {
        cluster.set(setting, "off");
    }
    let weak = [
        "warn: fsync is off: a crash of its machine may damage everything",
        "warn: full_page_writes is off: a crash of its machine may damage pages",
    ];
    let weak = weak.map(str::to_owned).to_vec();
    assert_eq!(settled(&url, &weak), weak);
}

/// A server reads its settings again when it comes to it.
fn settled(url: &str, wanted: &[String]) -> Vec<String> {
    let until = std::time::Instant::now() + PATIENCE;
    loop {
        let found = server(url);
        if found == wanted || std::time::Instant::now() > until {
            return found;
        }
    }
}

#[test]
fn a_database_that_is_not_in_utf8_is_wrong() {
    let Some(cluster) = cluster() else { return };
    let mut client = cluster.connect("postgres");
    let make = "CREATE DATABASE examined ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'";
    client.batch_execute(make).expect("a database");
    let url = cluster.url("examined");
    let address: Address = url.parse().expect("an address");
    let refused = Postgres::check_absent(&address).expect_err("no room");
    assert_eq!(
        refused.to_string(),
        "the database is encoded in LATIN1, which cannot hold every text; it must be UTF8"
    );
    let mut client = cluster.connect("examined");
    let table = "CREATE TABLE log_head (one BIGINT)";
    client.batch_execute(table).expect("a table");
    assert_eq!(
        server(&url).first().map(String::as_str),
        Some("FAIL: the database is encoded in LATIN1, not in UTF8")
    );
}

#[test]
fn whether_others_can_listen_is_told() {
    let Some(programs) = programs() else { return };
    let cluster = Server::start(programs, &Settings::shared().with_tls());
    let set = format!("ALTER ROLE {ROLE} PASSWORD 'seeds'");
    cluster
        .connect("postgres")
        .batch_execute(&set)
        .expect("a password");
    let url = cluster.url("postgres");
    found(&url);
    let connection = |url: &str| of(&told(url), "connection").concat();
    assert_eq!(connection(&url), "ok: by a socket of this machine");
    let by_port = format!(
        "postgres://{ROLE}:seeds@127.0.0.1:{}/postgres",
        cluster.port()
    );
    assert!(connection(&by_port).starts_with("ok: by TLSv1."));
    let plain = connection(&format!("{by_port}?sslmode=disable"));
    assert_eq!(plain, "ok: within this machine, not encrypted");

    let postgres = |mode: &str| {
        let address = format!("postgres://db.example/popug?sslmode={mode}");
        let address: Address = address.parse().expect("an address");
        Postgres {
            address,
            ..Postgres::reached(&url.parse().expect("an address"), PATIENCE).expect("connected")
        }
    };
    let through_a_network = |mode, tls: Option<&str>| {
        let (server, tls) = (Some("192.0.2.1".to_owned()), tls.map(str::to_owned));
        let found = postgres(mode).connection(&Way { server, tls });
        (found.level, found.detail)
    };
    let encrypted = Some("TLSv1.3");
    let fine = (Level::Ok, "by TLSv1.3".to_owned());
    assert_eq!(through_a_network("verify-full", encrypted), fine);
    let anybody = "by TLSv1.3, with whoever answered: its certificate is not looked at";
    let anybody = (Level::Warn, anybody.to_owned());
    assert_eq!(through_a_network("require", encrypted), anybody);
    let clear = "it goes through a network and is not encrypted";
    assert_eq!(
        through_a_network("prefer", None),
        (Level::Warn, clear.to_owned())
    );
}

/// A store in a schema, and a role with every right on its tables.
struct Rights {
    client: Client,
    schema: String,
    role: &'static str,
    url: String,
}

impl Rights {
    fn given_to(role: &'static str) -> Option<Self> {
        let schema = Schema::new(cluster()?);
        found(schema.url());
        let own = of(&told(schema.url()), "rights").concat();
        let superuser = "is a superuser, and may change what is append-only";
        assert_eq!(own, format!("warn: {ROLE} {superuser}"));
        let client = Client::connect(schema.url(), postgres::NoTls).expect("a connection");
        let name = schema.url().rsplit("%3D").next().expect("a schema");
        let mut rights = Self {
            client,
            schema: name.to_owned(),
            role,
            url: schema.url().replacen(ROLE, role, 1),
        };
        rights.run("CREATE ROLE {role} LOGIN");
        rights.run("GRANT USAGE ON SCHEMA {schema} TO {role}");
        rights.run("GRANT ALL ON ALL TABLES IN SCHEMA {schema} TO {role}");
        Some(rights)
    }

    fn run(&mut self, sql: &str) {
        let sql = sql.replace("{schema}", &self.schema);
        let sql = sql.replace("{role}", self.role);
        let ran = self.client.batch_execute(&sql);
        ran.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Takes the right to change what is append-only away, but for one column.
    fn narrow(&mut self, table: &str) {
        let column = first_column(&mut self.client, table);
        self.run(&format!("REVOKE ALL ON {table} FROM {{role}}"));
        self.run(&format!("GRANT SELECT, INSERT ON {table} TO {{role}}"));
        self.run(&format!("GRANT UPDATE ({column}) ON {table} TO {{role}}"));
    }

    #[track_caller]
    fn are(&self, wanted: &str) {
        let found = of(&told(&self.url), "rights").concat();
        assert_eq!(found, wanted.replace("{role}", self.role));
    }
}

const FINE: &str = "ok: {role} may append to what is append-only, and not change it";

#[test]
fn a_role_that_may_change_what_is_append_only_is_told() {
    let Some(mut rights) = Rights::given_to("examined") else {
        return;
    };
    let all = "accounting_book accounting_day accounting_invoice accounting_transaction events_log \
               tasks_assignment tasks_draw tasks_pool_change";
    for table in all.split(' ') {
        let change = format!("warn: {{role}} may change {table}, which is append-only");
        rights.are(&change);
        rights.narrow(table);
        rights.are(&change);
        rights.run(&format!("REVOKE UPDATE ON {table} FROM {{role}}"));
    }
    rights.are(FINE);
    rights.run("REVOKE INSERT, DELETE ON log_head FROM {role}");
    rights.are(FINE);
    rights.run("REVOKE INSERT ON log_write FROM {role}");
    rights.are("warn: {role} may not work here: it lacks INSERT on log_write");
}

#[test]
fn whoever_can_take_another_role_has_its_rights() {
    let Some(mut rights) = Rights::given_to("examined_member") else {
        return;
    };
    for table in append_only_tables().collect::<BTreeSet<_>>() {
        rights.narrow(table);
        rights.run(&format!("REVOKE UPDATE ON {table} FROM {{role}}"));
    }
    rights.run("CREATE ROLE examined_owner; GRANT examined_owner TO {role}");
    rights.run("ALTER ROLE {role} NOINHERIT");
    rights.are(FINE);
    rights.run("GRANT UPDATE ON events_log TO examined_owner");
    rights.are("warn: {role} may change events_log, which is append-only");
    let owner = "warn: {role} owns the tables, and may change what is append-only";
    rights.run("ALTER TABLE tasks_draw OWNER TO examined_owner");
    rights.are(owner);
    rights.run(&format!("ALTER TABLE tasks_draw OWNER TO {ROLE}"));
    rights.run("ALTER SCHEMA {schema} OWNER TO examined_owner");
    rights.are(owner);
}

fn first_column(client: &mut Client, table: &str) -> String {
    let sql = "SELECT CAST(attname AS TEXT) FROM pg_attribute
               WHERE attrelid = CAST(CAST($1 AS TEXT) AS regclass) AND attnum = 1";
    client.query_one(sql, &[&table]).expect("a column").get(0)
}

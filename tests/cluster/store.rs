//! Places for a store: a schema in the database that all share, or a database.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use postgres::Client;

use super::Server;

/// A process that has ended leaves its database in less time.
const PATIENCE: Duration = Duration::from_secs(5);

/// No two places of a server have the same number.
static NUMBER: AtomicUsize = AtomicUsize::new(1);

fn number() -> usize {
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// An empty schema.
#[derive(Debug)]
pub struct Schema {
    url: String,
}

impl Schema {
    /// Makes one.
    pub fn new(server: &Server) -> Self {
        let name = format!("test_{}", number());
        let mut client = server.connect("postgres");
        let make = format!("CREATE SCHEMA {name}");
        client.batch_execute(&make).expect("a schema");
        let url = server.url("postgres");
        Self {
            url: format!("{url}?options=-csearch_path%3D{name}"),
        }
    }

    /// Its URL.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A database, gone with its value.
#[derive(Debug)]
pub struct Database {
    server: &'static Server,
    name: String,
    /// What it began as, and how many rows had been written in it until then.
    like: Option<(Origin, i64)>,
}

/// A database as it stood when so many rows had been written in it.
type Origin = (String, i64);

/// Copies that nobody has changed, by what they are copies of.
static SPARE: Mutex<BTreeMap<Origin, Vec<(String, i64)>>> = Mutex::new(BTreeMap::new());

impl Database {
    /// Makes an empty one.
    pub fn new(server: &'static Server) -> Self {
        let name = make(&mut server.connect("postgres"), "template1");
        Self {
            server,
            name,
            like: None,
        }
    }

    /// One of its own that begins as this one stands. Nobody may be connected to this one.
    pub fn copy(&self) -> Self {
        let mut client = self.server.connect("postgres");
        let written = settled(&mut client, &self.name).expect("nobody is connected");
        let origin = (self.name.clone(), written);
        let spare = spares().get_mut(&origin).and_then(Vec::pop);
        let (name, written) = spare.unwrap_or_else(|| {
            let name = make(&mut client, &self.name);
            let written = settled(&mut client, &name).expect("nobody knows it");
            (name, written)
        });
        Self {
            server: self.server,
            name,
            like: Some((origin, written)),
        }
    }

    /// Its URL.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// A connection of its own.
    pub fn connect(&self) -> Client {
        self.server.connect(&self.name)
    }
}

/// A copy that was read only serves for another: to make one takes ten times as long as to see that.
impl Drop for Database {
    fn drop(&mut self) {
        let mut client = self.server.connect("postgres");
        if let Some((origin, before)) = self.like.take()
            && settled(&mut client, &self.name) == Some(before)
        {
            let spare = (std::mem::take(&mut self.name), before);
            spares().entry(origin).or_default().push(spare);
            return;
        }
        let mut names = vec![std::mem::take(&mut self.name)];
        spares().retain(|(of, _), copies| {
            let useless = *of == names[0];
            if useless {
                names.extend(copies.drain(..).map(|(name, _)| name));
            }
            !useless
        });
        for name in names {
            let drop = format!("DROP DATABASE {name} WITH (FORCE)");
            let dropped = client.batch_execute(&drop);
            if !thread::panicking() {
                dropped.expect("a database less");
            }
        }
    }
}

fn spares() -> MutexGuard<'static, BTreeMap<Origin, Vec<(String, i64)>>> {
    SPARE.lock().expect("nobody panics with it")
}

fn make(client: &mut Client, template: &str) -> String {
    let name = format!("world{}", number());
    // The files are copied as they are: without a log, that is half of the work.
    let known = "SELECT current_setting('server_version_num')::int >= 150000";
    let known = client.query_one(known, &[]).expect("a version");
    let how = if known.get(0) {
        "STRATEGY FILE_COPY"
    } else {
        ""
    };
    let make = format!("CREATE DATABASE {name} TEMPLATE {template} {how}");
    client.batch_execute(&make).expect("a database");
    name
}

/// How many rows were ever written in a database, its catalogs included. Whoever leaves it adds the
/// own ones before; `None` where somebody stays.
fn settled(client: &mut Client, name: &str) -> Option<i64> {
    let until = Instant::now() + PATIENCE;
    let connected = "SELECT count(*) FROM pg_stat_activity WHERE datname = $1";
    while client
        .query_one(connected, &[&name])
        .expect("a count")
        .get::<_, i64>(0)
        > 0
    {
        if Instant::now() > until {
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
    let written = "SELECT tup_inserted + tup_updated + tup_deleted
                   FROM pg_stat_database WHERE datname = $1";
    let written = client.query_one(written, &[&name]).expect("a count");
    Some(written.get(0))
}

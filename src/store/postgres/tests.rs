//! What happens to a store whose server is a process of its own, on a way of its own.

mod commits;
mod faults;
mod lost;
mod order;
mod reads;

use std::time::Duration;

use crate::kernel::ids::Seq;
use crate::store::cluster::{Proxy, cluster};
use crate::store::testing::{Engine, Raw, Scratch, append, stamp};
use crate::store::{Place, Read, Store, StoreError, columns};

const NOW: &str = "2026-11-23T18:30:00Z";

/// Nothing that is there takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// A fresh store; none where there is no PostgreSQL.
fn scratch() -> Option<Scratch> {
    cluster()?;
    Some(Scratch::on(Engine::Postgres))
}

/// A store behind a proxy.
struct Behind {
    scratch: Scratch,
    proxy: Proxy,
}

impl Behind {
    fn new() -> Option<Self> {
        let proxy = Proxy::before(cluster()?);
        let scratch = Scratch::on(Engine::Postgres);
        Some(Self { scratch, proxy })
    }

    fn place(&self) -> Place {
        let url = self.proxy.through(self.scratch.site().url());
        url.parse().expect("a place")
    }

    fn open(&self, wait: Duration) -> Store {
        Store::open(&self.place(), wait).expect("opens")
    }
}

fn write(store: &Store) -> Result<Seq, StoreError> {
    store.write(&stamp(NOW), |tx| append(tx, "{}"))
}

/// The server's process that answers a store.
fn session(read: &Read<'_>) -> Result<i64, StoreError> {
    read.one("SELECT pg_backend_pid()", &[], columns)
}

/// Ends the server's process, as an operator does, and waits until it is gone.
fn end(raw: &Raw, session: i64) {
    raw.batch(&format!("SELECT pg_terminate_backend({session})"));
    let left = format!("SELECT pid FROM pg_stat_activity WHERE pid = {session}");
    until(raw, |raw| raw.texts(&left).is_empty());
}

/// Looks until it is so.
fn until(raw: &Raw, is_so: impl Fn(&Raw) -> bool) {
    let since = std::time::Instant::now();
    while !is_so(raw) {
        assert!(since.elapsed() < PATIENCE, "it is never so");
    }
}

/// Looks until one of a store's writers waits for another.
fn until_one_waits(raw: &Raw) {
    let waiting = "SELECT 1 FROM pg_stat_activity
                   WHERE wait_event_type = 'Lock' AND query LIKE '%UPDATE log_head SET seq = seq%'
                     AND pid IN (SELECT pid FROM pg_locks
                                 WHERE relation = CAST('log_head' AS regclass))";
    until(raw, |raw| !raw.texts(waiting).is_empty());
}

//! Stores for tests: fresh, each at a site of its own and gone with it, on either engine.

mod raw;
mod told;

use std::path::Path;
use std::time::Duration;

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
pub use crate::store::cluster::Engine;
use crate::store::cluster::{Schema, cluster};
use crate::store::migrate::MIGRATIONS;
use crate::store::open;
use crate::store::{FilePlace, Hash, Identity, Place, Stamp, Store, StoreError, Write, columns};

pub use raw::Raw;
pub use told::Told;

/// Whether a store can be made on this engine.
pub fn is_there(engine: Engine) -> bool {
    match engine {
        Engine::Sqlite => true,
        Engine::Postgres => cluster().is_some(),
    }
}

/// A place where there is no store yet, and a directory of its own.
pub struct Site {
    place: Place,
    schema: Option<Schema>,
    directory: TempDir,
}

impl Site {
    /// One on the engine that tests are asked to run on.
    pub fn new() -> Self {
        Self::on(Engine::of_tests())
    }

    /// One on this engine.
    pub fn on(engine: Engine) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let schema = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => {
                let server = cluster().expect("a server, since tests are asked to run on one");
                Some(Schema::new(server))
            }
        };
        let place = match &schema {
            None => Place::file(directory.path().join("popug.db")),
            Some(schema) => schema.url().parse().expect("a place"),
        };
        Self {
            place,
            schema,
            directory,
        }
    }

    /// Where a store would be.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// The URL of its schema, where it is one.
    pub fn url(&self) -> &str {
        self.schema.as_ref().expect("a schema").url()
    }

    /// A directory for whatever else there is.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Makes a store.
    pub fn found(&self) -> Store {
        let identity = identity("test");
        let made = Store::create(&self.place, &crate::files::Whose::MINE, &identity, |_| {
            Ok::<_, StoreError>(())
        });
        made.expect("a store");
        self.open()
    }

    /// Makes a store as the popug did that knew no newer schema.
    pub fn found_older(&self, schema: i64) {
        let raw = self.raw();
        raw.mark();
        for (_, sql) in (1..=schema).zip(MIGRATIONS) {
            raw.lay(sql);
        }
        raw.batch(&format!(
            "INSERT INTO log_head (one, seq, hash, schema, store_id, sandbox, created_at)
             VALUES (1, 0, '{}', {schema}, '{}', 0, 0)",
            Hash::ZERO,
            id("older")
        ));
    }

    /// The store that is there.
    pub fn open(&self) -> Store {
        Store::open(&self.place, Duration::from_secs(60)).expect("opens")
    }

    /// A connection past all of popug's care.
    pub fn raw(&self) -> Raw {
        match &self.schema {
            None => Raw::to_file(file(&self.place).path()),
            Some(schema) => Raw::to_schema(schema.url()),
        }
    }
}

/// A fresh store and its site.
pub struct Scratch {
    /// The store.
    pub store: Store,
    site: Site,
}

impl Scratch {
    /// Makes one on the engine that tests are asked to run on.
    pub fn new() -> Self {
        Self::on(Engine::of_tests())
    }

    /// Makes one in a file, for tests that are about files.
    pub fn file() -> Self {
        Self::on(Engine::Sqlite)
    }

    /// Makes one on this engine.
    pub fn on(engine: Engine) -> Self {
        let site = Site::on(engine);
        let store = site.found();
        Self { store, site }
    }

    /// Where it is, for other threads as well.
    pub const fn site(&self) -> &Site {
        &self.site
    }

    /// The store as another process has it.
    pub fn open(&self) -> Store {
        self.site.open()
    }

    /// A connection past all of popug's care.
    pub fn raw(&self) -> Raw {
        self.site.raw()
    }
}

/// A look that hardly waits. A server that had no time to let it in is looked at again.
pub fn glance(place: &Place) -> Result<Store, StoreError> {
    loop {
        match Store::glance(place) {
            Err(StoreError::Server(_)) => {}
            seen => return seen,
        }
    }
}

/// A step of an upgrade alone.
pub fn step(store: &Store, number: i64, sql: &str) -> Result<(), StoreError> {
    match &store.engine {
        open::Engine::Sqlite(sqlite) => sqlite.step(number, sql),
        open::Engine::Postgres(postgres) => postgres.step(number, sql),
    }
}

/// The id of a store that tests call by a name.
pub fn id(name: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(name).into();
    Hash(digest).to_string().chars().take(32).collect()
}

/// A store of this name, as its founder describes it.
pub fn identity(store_id: &str) -> Identity {
    Identity {
        store_id: id(store_id),
        sandbox: true,
        created_at: moment("2026-11-02T08:00:00Z"),
    }
}

/// The file that a store is.
pub fn file(place: &Place) -> &FilePlace {
    place.as_file().expect("a file")
}

/// Appends an event that only the store looks at.
pub fn append(tx: &mut Write<'_>, data: &str) -> Result<Seq, StoreError> {
    let seq = tx.head().seq.next();
    let hash = Hash([u8::try_from(seq.get() % 200).expect("below 200"); 32]);
    let sql = "INSERT INTO events_log
               (seq, name, version, subject, producer, occurred_at, actor, cause, data, hash)
               VALUES (?1, 'a', 1, 'a', 'a', ?2, 'a', NULL, ?3, ?4)";
    tx.execute(sql, &[&seq, &tx.now(), &data, &hash])?;
    tx.advance(seq, hash);
    Ok(seq)
}

/// The events that are there, in their order.
pub fn seqs(store: &Store) -> Vec<i64> {
    let sql = "SELECT seq FROM events_log ORDER BY seq";
    let read = store.read(|read| read.all(sql, &[], columns));
    let seqs: Result<_, StoreError> = read;
    seqs.expect("reads")
}

/// An instant from RFC 3339.
pub fn moment(text: &str) -> Moment {
    text.parse().expect("an instant")
}

/// popug itself at an instant, with seed 1.
pub fn stamp(at: &str) -> Stamp {
    Stamp {
        clock: Clock::Fixed(moment(at)),
        dice: Dice::Seeded(1),
        actor: Actor::System,
    }
}

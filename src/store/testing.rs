//! Stores for tests: fresh, in a directory of their own, gone with it.

use std::time::Duration;

use tempfile::TempDir;

use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::cluster::{Schema, cluster};
use crate::store::{FilePlace, Hash, Identity, Place, Stamp, Store, StoreError, Write};

/// A fresh store and the directory that it lives in.
pub struct Scratch {
    /// The store.
    pub store: Store,
    _directory: Option<TempDir>,
}

impl Scratch {
    /// Makes one.
    pub fn new() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let place = Place::file(directory.path().join("popug.db"));
        Self::at(&place, Some(directory))
    }

    /// Makes one on each engine that is there.
    pub fn on_each_engine() -> Vec<Self> {
        let mut each = vec![Self::new()];
        if let Some(server) = cluster() {
            let place = Schema::new(server).url().parse().expect("a place");
            each.push(Self::at(&place, None));
        }
        each
    }

    fn at(place: &Place, directory: Option<TempDir>) -> Self {
        let created_at = moment("2026-11-02T08:00:00Z");
        let identity = Identity {
            store_id: "test".to_owned(),
            sandbox: true,
            created_at,
        };
        Store::create(place, 0o600, &identity, |_| Ok::<_, StoreError>(())).expect("a store");
        let store = Store::open(place, Duration::from_secs(5)).expect("opens");
        Self {
            store,
            _directory: directory,
        }
    }

    /// A connection past all of popug's care.
    #[expect(
        clippy::disallowed_methods,
        reason = "a connection past all of popug's care"
    )]
    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(file(self.store.place()).path()).expect("opens")
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

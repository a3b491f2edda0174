//! An open store, whichever engine runs: its two kinds of transactions, and what it says of itself.

use std::cell::OnceCell;
use std::time::Duration;

use crate::files::{self, Whose};
use crate::kernel::clock::Clock;
use crate::kernel::finding::Finding;
use crate::kernel::moment::Moment;
use crate::kernel::work::Work;
use crate::store::head::{self, Head, Loss};
use crate::store::identity::store_id;
use crate::store::postgres::Postgres;
use crate::store::sqlite::Sqlite;
use crate::store::{Identity, Place, Read, Stamp, StoreError, Write, tally};

/// An open store.
pub struct Store {
    pub(super) engine: Engine,
    place: Place,
    identity: OnceCell<Identity>,
}

/// What runs it.
pub(super) enum Engine {
    Sqlite(Sqlite),
    Postgres(Box<Postgres>),
}

/// What becomes of a write that came to its end.
#[derive(Clone, Copy)]
pub(super) enum Ending {
    Commit,
    RollBack,
}

impl Store {
    /// Opens the store that is there. `wait` is how long others are waited for.
    pub fn open(place: &Place, wait: Duration) -> Result<Self, StoreError> {
        let store = Self::connect(place, wait)?;
        store.identify()?.check_current()?;
        Ok(store)
    }

    /// The same, but what a server says of its store is not asked for until it is needed: the first
    /// message that begins a read brings it along.
    pub fn open_unasked(place: &Place, wait: Duration) -> Result<Self, StoreError> {
        match place {
            Place::File(_) => Self::open(place, wait),
            Place::Postgres(address) => {
                let postgres = Postgres::connect_unasked(address, wait)?;
                Ok(Self::on(Engine::Postgres(Box::new(postgres))))
            }
        }
    }

    /// Opens a store of this schema or of an older one: to keep it, or to upgrade it.
    pub fn open_older(place: &Place, wait: Duration) -> Result<Self, StoreError> {
        let store = Self::connect(place, wait)?;
        store.identify()?.check_known()?;
        Ok(store)
    }

    /// Opens the store whatever its head says, to examine it.
    pub fn open_as_it_is(place: &Place, wait: Duration) -> Result<Self, StoreError> {
        Self::connect(place, wait)
    }

    /// Opens the store for one look that hardly waits.
    pub fn glance(place: &Place) -> Result<Self, StoreError> {
        let engine = match place {
            Place::File(file) => Engine::Sqlite(Sqlite::glance(file)?),
            Place::Postgres(address) => Engine::Postgres(Box::new(Postgres::glance(address)?)),
        };
        let store = Self::on(engine);
        store.identify()?.check_current()?;
        Ok(store)
    }

    /// Makes a store and lets `fill` put its first rows in. A file is `whose`.
    ///
    /// A crash leaves no half store, of two that make one at once one is refused, and what is there
    /// is left alone.
    pub fn create<T, E: From<StoreError>>(
        place: &Place,
        whose: &Whose,
        identity: &Identity,
        fill: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        match place {
            Place::File(file) => Sqlite::create(file, whose, identity, fill),
            Place::Postgres(address) => Postgres::create(address, identity, fill),
        }
    }

    /// Whether there is something already where a store would be made; it is said before anybody is
    /// asked for anything, and looked at again when the store is made.
    pub fn check_absent(place: &Place) -> Result<(), StoreError> {
        match place {
            Place::File(file) => Sqlite::check_absent(file),
            Place::Postgres(address) => Postgres::check_absent(address),
        }
    }

    /// What time it is where a store is, or is to be made.
    pub fn moment_at(place: &Place, clock: Clock) -> Result<Moment, StoreError> {
        Ok(clock.by_server(match place {
            Place::Postgres(address) if !clock.is_fixed() => Postgres::moment_at(address)?,
            Place::File(_) | Place::Postgres(_) => None,
        }))
    }

    /// Asks at once for the head and for what the store says of itself.
    fn identify(&self) -> Result<Head, StoreError> {
        let (head, identity) = match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.alone(Identity::with_head)?,
            Engine::Postgres(postgres) => postgres.head_and_identity()?,
        };
        self.identity.get_or_init(|| identity);
        Ok(head)
    }

    /// Refuses a store of another schema than this program's.
    pub fn check_current(&self) -> Result<(), StoreError> {
        self.head()?.check_current()
    }

    /// A connection with every setting made, whatever the schema.
    fn connect(place: &Place, wait: Duration) -> Result<Self, StoreError> {
        Ok(Self::on(match place {
            Place::File(file) => {
                let sqlite = Sqlite::connect(file, wait)?;
                files::sweep(sqlite.place().directory());
                Engine::Sqlite(sqlite)
            }
            Place::Postgres(address) => {
                Engine::Postgres(Box::new(Postgres::connect(address, wait)?))
            }
        }))
    }

    pub(super) fn on(engine: Engine) -> Self {
        let place = match &engine {
            Engine::Sqlite(sqlite) => Place::File(sqlite.place().clone()),
            Engine::Postgres(postgres) => Place::Postgres(Box::new(postgres.address().clone())),
        };
        let identity = OnceCell::new();
        Self {
            engine,
            place,
            identity,
        }
    }

    /// With somebody who looks on at what is done with it.
    pub fn watched(self, work: &Work) -> Self {
        let engine = match self.engine {
            Engine::Sqlite(sqlite) => Engine::Sqlite(sqlite.watched(work)),
            Engine::Postgres(postgres) => Engine::Postgres(Box::new(postgres.watched(work))),
        };
        Self { engine, ..self }
    }

    /// What it is a part of.
    pub const fn work(&self) -> &Work {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.work(),
            Engine::Postgres(postgres) => postgres.work(),
        }
    }

    /// Where it is.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What the store says of itself.
    pub fn identity(&self) -> Result<Identity, StoreError> {
        if let Engine::Postgres(postgres) = &self.engine
            && postgres.is_unasked()
        {
            self.identify()?.check_current()?;
        }
        let identity = match self.identity.get().cloned().or_else(|| self.heard()) {
            Some(identity) => identity,
            None => self.read(Identity::of)?,
        };
        let store_id = store_id(identity.store_id)?;
        Ok(Identity {
            store_id,
            ..identity
        })
    }

    /// What a server has said of its store in passing.
    fn heard(&self) -> Option<Identity> {
        match &self.engine {
            Engine::Sqlite(_) => None,
            Engine::Postgres(postgres) => postgres.identity(),
        }
    }

    /// What time it is: by the server's clock as it was heard last, where there is one.
    pub fn now(&self, clock: Clock) -> Moment {
        if let Engine::Postgres(postgres) = &self.engine
            && postgres.is_unasked()
            && let Err(error) = self.identify()
        {
            tracing::debug!("the server does not tell its time: {error}");
        }
        clock.by_server(match &self.engine {
            Engine::Sqlite(_) => None,
            Engine::Postgres(postgres) => postgres.now(),
        })
    }

    /// Where it was copied for good; `None` where it is still in use.
    pub fn moved_to(&self) -> Result<Option<String>, StoreError> {
        self.read(head::moved_to)
    }

    /// The last event of the log as it stands now.
    pub fn head(&self) -> Result<Head, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.head(),
            Engine::Postgres(postgres) => postgres.head(),
        }
    }

    /// Refuses a store that lacks commits which it acknowledged, as far as anything remembers them:
    /// beside a file lies its head file, and a server keeps its own promise.
    pub fn check_acknowledged(&self) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.check_acknowledged(),
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// What was acknowledged and is not in the log.
    pub fn loss(&self) -> Result<Option<Loss>, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.loss(),
            Engine::Postgres(_) => Ok(None),
        }
    }

    /// Every complaint of the engine about what it holds, none where it is sound.
    pub fn integrity(&self) -> Result<Vec<String>, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.integrity(),
            Engine::Postgres(postgres) => postgres.integrity(),
        }
    }

    /// What a server is examined for besides; nothing of a store that is a file.
    pub fn examine_server(&self) -> Result<Vec<Finding>, StoreError> {
        match &self.engine {
            Engine::Sqlite(_) => Ok(Vec::new()),
            Engine::Postgres(postgres) => postgres.examine(),
        }
    }

    /// A number that stays the same as long as nobody else has committed anything: a cheap way to
    /// see whether there is something new. On PostgreSQL own commits count as well.
    pub fn others_commits(&self) -> Result<i64, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.others_commits(),
            Engine::Postgres(postgres) => postgres.commits(),
        }
    }

    /// How long whoever waits for the writes of others pauses between two looks: a file is looked at
    /// for next to nothing, a server by a question.
    pub const fn pause(&self) -> Duration {
        match &self.engine {
            Engine::Sqlite(_) => Duration::from_millis(250),
            Engine::Postgres(_) => Duration::from_secs(1),
        }
    }

    /// Refuses whoever does not own the store: its file, or its tables.
    pub fn check_owner(&self) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.place().check_owner(),
            Engine::Postgres(postgres) => postgres.check_owner(),
        }
    }

    /// Runs statements against one consistent state. A closure may run more than once: where the
    /// connection is lost meanwhile, it asks again from the beginning.
    pub fn read<T, E: From<StoreError>>(
        &self,
        ask: impl FnMut(&Read<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tally::reads();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.read(ask),
            Engine::Postgres(postgres) => postgres.read(ask),
        }
    }

    /// Runs a write and commits it; an error, the closure's or the store's, keeps nothing. A closure
    /// may run more than once, and has no effect outside of the transaction.
    pub fn write<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tally::writes();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write(stamp, Ending::Commit, change),
            Engine::Postgres(postgres) => postgres.write(stamp, Ending::Commit, change),
        }
    }

    /// The same, unless another process is writing: then it is `Busy` at once.
    pub fn write_at_once<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tally::writes();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write_at_once(stamp, change),
            Engine::Postgres(postgres) => postgres.write_at_once(stamp, change),
        }
    }

    /// The same for a write that has to do with another store in the middle of it, and may pause for
    /// as long as that takes.
    pub(super) fn write_with_pauses<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tally::writes();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write(stamp, Ending::Commit, change),
            Engine::Postgres(postgres) => postgres.write_with_pauses(stamp, change),
        }
    }

    /// Runs a write to its end and keeps nothing of it.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tally::writes();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write(stamp, Ending::RollBack, change),
            Engine::Postgres(postgres) => postgres.write(stamp, Ending::RollBack, change),
        }
    }

    /// Goes on without commits that were acknowledged and lost: lets `record` write that down, and
    /// makes the head file agree with what is there. It is the owner's of the file to do.
    pub fn accept_loss<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        record: impl FnMut(&mut Write<'_>, &Loss) -> Result<T, E>,
    ) -> Result<T, E> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.accept_loss(stamp, record),
            Engine::Postgres(_) => Err(StoreError::NothingLost.into()),
        }
    }
}

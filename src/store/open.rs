//! An open store, whichever engine runs: its two kinds of transactions, and what it says of itself.

use std::cell::OnceCell;
use std::time::Duration;

use crate::files::{self, Whose};
use crate::kernel::clock::Clock;
use crate::kernel::finding::Finding;
use crate::kernel::moment::Moment;
use crate::store::head::{self, Head, Loss};
use crate::store::postgres::Postgres;
use crate::store::sqlite::Sqlite;
use crate::store::{Place, Read, Row, Stamp, StoreError, Write, tally};

/// What a store says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its id, made once.
    pub store_id: String,
    /// Whether clock and seed may be given: made by `demo`, or by an `init` with one of them.
    pub sandbox: bool,
    /// When it was made.
    pub created_at: Moment,
}

/// A store's id, which paths are made of: one that popug does not make leads who knows where.
pub(super) fn store_id(id: String) -> Result<String, StoreError> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if id.len() == 32 && id.bytes().all(digit) {
        return Ok(id);
    }
    Err(StoreError::Id(id))
}

impl Identity {
    /// The same in the words of PostgreSQL's simple queries, where everything is text.
    pub(super) fn of_row(row: &postgres::SimpleQueryRow) -> Result<Self, StoreError> {
        let text = |column| row.get(column).ok_or(StoreError::NoRow("log_head"));
        Ok(Self {
            store_id: text("store_id")?.to_owned(),
            sandbox: head::number(text("sandbox")?)? != 0,
            created_at: head::moment(text("created_at")?)?,
        })
    }

    /// What the store that is read says of itself, and its head.
    fn with_head(read: &Read<'_>) -> Result<(Head, Self), StoreError> {
        let sql = "SELECT seq, hash, schema, store_id, sandbox, created_at FROM log_head";
        read.one(sql, &[], |row| {
            Ok((Head::of(row)?, Self::from_column(row, 3)?))
        })
    }

    /// What the store that is read says of itself, whatever id that may be.
    pub fn of(read: &Read<'_>) -> Result<Self, StoreError> {
        let sql = "SELECT store_id, sandbox, created_at FROM log_head";
        read.one(sql, &[], |row| Self::from_column(row, 0))
    }

    fn from_column(row: &Row<'_>, first: usize) -> Result<Self, StoreError> {
        Ok(Self {
            store_id: row.get(first)?,
            sandbox: row.get(first + 1)?,
            created_at: row.get(first + 2)?,
        })
    }
}

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

    /// Where it is.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What the store says of itself.
    pub fn identity(&self) -> Result<Identity, StoreError> {
        let identity = match self.identity.get() {
            Some(identity) => identity.clone(),
            None => self.read(Identity::of)?,
        };
        let store_id = store_id(identity.store_id)?;
        Ok(Identity {
            store_id,
            ..identity
        })
    }

    /// What time it is: by the server's clock as it was heard last, where there is one.
    pub fn now(&self, clock: Clock) -> Moment {
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

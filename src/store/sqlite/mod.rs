//! The embedded engine: how a SQLite file is opened, and its two kinds of transactions.

mod backup;
mod catalogue;
mod create;
mod draft;
mod files;
mod glance;
mod head_file;
mod lay;
mod ours;
mod patience;
mod restore;
mod statements;
mod still;
mod system;
mod transaction;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::kernel::work::Work;
use crate::store::error;
use crate::store::head::{self, Head, Loss};
use crate::store::open::Ending;
use crate::store::place::FilePlace;
use crate::store::sqlite::ours::{check_ours, denied};
use crate::store::sqlite::patience::Patience;
use crate::store::sqlite::still::Still;
use crate::store::sqlite::transaction::OpenTransaction;
use crate::store::unsuspended::Unsuspended;
use crate::store::{Read, Stamp, StoreError, Write, columns};

pub use backup::Copied;
pub use catalogue::{COLUMNS, made, made_tables, schema};
pub use files::FileFault;
pub use restore::{Accepts, Restoring};
pub(super) use statements::{changed, changed_by_each, column, each_row, rows_of_each, text};

/// Statements kept prepared by a connection.
const PREPARED: usize = 128;

/// Once, when the program starts: refuses to run on a SQLite that loses commits when several
/// processes write and checkpoint one WAL file (fixed in 3.51.3), and lets a limit on the size of
/// files come back as an error of the write instead of ending the process.
pub fn prepare_process() -> Result<(), StoreError> {
    if rusqlite::version_number() < 3_051_003 {
        return Err(StoreError::Engine(rusqlite::version()));
    }
    system::prepare();
    let limit = signal_hook::consts::SIGXFSZ;
    let registered = signal_hook::flag::register(limit, Arc::new(AtomicBool::new(false)));
    registered
        .map(|_| ())
        .map_err(|error| StoreError::Sql(error.to_string()))
}

/// An open file. Nothing stops the process while it is opened or closed, or a transaction is open.
pub(super) struct Sqlite {
    connection: Connection,
    place: FilePlace,
    /// Where nothing can be written to it: what it is read as.
    still: Option<Still>,
    /// Whether it is opened anew for each transaction, and nothing is open between them.
    each_time: bool,
    /// What it is a part of.
    work: Work,
    patience: Arc<Patience>,
    /// Dropped last: behind the connection, which takes locks to close.
    closing: Option<Unsuspended>,
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.closing = Some(Unsuspended::begin());
    }
}

impl Sqlite {
    /// A connection with every setting made, whatever the schema. Where the disk has no room for the
    /// memory that processes share, one does without it, and keeps the others waiting for as long as a
    /// transaction takes: so a full disk can still be read.
    pub(super) fn connect(place: &FilePlace, wait: Duration) -> Result<Self, StoreError> {
        match Self::open(place, wait, Company::Others) {
            Err(StoreError::Full(_)) => Self::open(place, wait, Company::Nobody)?.let_go(),
            opened => opened,
        }
    }

    /// Lets the others go on. What a connection holds that has nobody beside it, it holds until it is
    /// closed.
    fn let_go(mut self) -> Result<Self, StoreError> {
        let _unsuspended = Unsuspended::begin();
        let nothing = Connection::open_in_memory();
        self.connection = nothing.map_err(|error| StoreError::from_sqlite(&error))?;
        self.each_time = true;
        Ok(self)
    }

    /// Opens it for one transaction, where it is not open: beside others, if there is room again.
    fn afresh(&self) -> Result<Option<Self>, StoreError> {
        if !self.each_time {
            return Ok(None);
        }
        let open = |company| Self::open(&self.place, self.patience.wait(), company);
        match open(Company::Others) {
            // A disk that is full may refuse even to cut that memory short.
            Err(StoreError::Full(_) | StoreError::Io(_)) => open(Company::Nobody),
            opened => opened,
        }
        .map(|it| Some(it.watched(&self.work)))
    }

    /// What it is a part of.
    pub(super) const fn work(&self) -> &Work {
        &self.work
    }

    /// With somebody who looks on at what it does.
    pub(super) fn watched(mut self, work: &Work) -> Self {
        self.work = work.clone();
        self
    }

    #[expect(clippy::disallowed_methods, reason = "the store is what opens stores")]
    fn open(place: &FilePlace, wait: Duration, company: Company) -> Result<Self, StoreError> {
        let _unsuspended = Unsuspended::begin();
        let place = place.resolved();
        let path = place.path();
        place.check_file()?;
        place.check_filesystem()?;
        check_ours(path)?;
        let still = place
            .is_read_only()
            .then(|| Still::of(&place))
            .transpose()?;
        let connection = if still.is_some() {
            backup::open_whole(path)?
        } else {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let opened = Connection::open_with_flags(path, flags);
            opened.map_err(|error| denied(path, &error.to_string()))?
        };
        let mut store = Self {
            connection,
            place,
            still,
            each_time: false,
            work: Work::default(),
            patience: Patience::of(wait),
            closing: None,
        };
        store.patience.attach(&mut store.connection)?;
        store.patience.past_recovery(|| store.configure(company))?;
        Ok(store)
    }

    /// Where it is.
    pub(super) const fn place(&self) -> &FilePlace {
        &self.place
    }

    /// The last event of the log as it stands now.
    pub(super) fn head(&self) -> Result<Head, StoreError> {
        self.alone(head::read)
    }

    /// Runs a single statement, which needs no transaction around it.
    pub(super) fn alone<T>(
        &self,
        mut ask: impl FnMut(&Read<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(afresh) = self.afresh()? {
            return afresh.alone(ask);
        }
        let _unsuspended = Unsuspended::begin();
        let read = Read::sqlite(&self.connection);
        self.patience.past_recovery(|| ask(&read))
    }

    /// Compares the log with the head that was remembered beside the store. A commit between the
    /// two looks of the first comparison is there at the second one.
    pub(super) fn check_acknowledged(&self) -> Result<(), StoreError> {
        let compare = || {
            let head = self.head()?;
            self.read(|read| head_file::compare(read, &self.place, &head))
        };
        compare().or_else(|_| compare())
    }

    /// A number that stays the same as long as nobody else has committed anything: a cheap way to
    /// see whether there is something new. Own commits do not count.
    pub(super) fn others_commits(&self) -> Result<i64, StoreError> {
        if self.each_time {
            let reason = "one process at a time can read it so, and none for long";
            return Err(StoreError::Full(reason.to_owned()));
        }
        self.alone(|read| read.one("PRAGMA data_version", &[], columns))
    }

    /// Runs statements against one consistent state.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        mut ask: impl FnMut(&Read<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(afresh) = self.afresh()? {
            return afresh.read(ask);
        }
        let _unsuspended = Unsuspended::begin();
        let _open = self.patience.past_recovery(|| self.begin_deferred())?;
        let read = Read::sqlite(&self.connection).of(&self.work);
        let answer = ask(&read);
        if let Some(still) = &self.still {
            still.check(&self.place)?;
        }
        answer.map_err(|error| {
            // A process that was there before an upgrade may stumble over anything.
            match head::read(&read).and_then(|head| head.check_known()) {
                Err(upgraded @ StoreError::TooNew { .. }) => upgraded.into(),
                Ok(()) | Err(_) => error,
            }
        })
    }

    /// Runs a write to its end.
    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        ending: Ending,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.transact(stamp, ending, Losses::Refused, change)
    }

    /// The same, unless another process is writing: then it is `Busy` at once.
    pub(super) fn write_at_once<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.patience
            .in_a_hurry(|| self.write(stamp, Ending::Commit, change))
    }

    /// Goes on without commits that were acknowledged and lost: lets `record` write that down, and
    /// makes the head file agree with what is there. It is the owner's of the file to do.
    pub(super) fn accept_loss<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        mut record: impl FnMut(&mut Write<'_>, &Loss) -> Result<T, E>,
    ) -> Result<T, E> {
        self.place.check_owner()?;
        self.transact(stamp, Ending::Commit, Losses::Accepted, |tx| {
            let loss = head_file::lost(tx, &self.place, &tx.head())?;
            record(tx, &loss.ok_or(StoreError::NothingLost)?)
        })
    }

    /// What was acknowledged and is not in the log.
    pub(super) fn loss(&self) -> Result<Option<Loss>, StoreError> {
        let head = self.head()?;
        self.read(|read| head_file::lost(read, &self.place, &head))
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        ending: Ending,
        losses: Losses,
        mut change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(afresh) = self.afresh()? {
            return afresh.transact(stamp, ending, losses, change);
        }
        let _unsuspended = Unsuspended::begin();
        self.begin_immediate()?;
        let open = OpenTransaction { sqlite: self };
        let (before, newest) = head::take(&Read::sqlite(&self.connection))?;
        let read = Read::sqlite(&self.connection).of(&self.work);
        let mut tx = Write::new(read, before, newest, stamp);
        if matches!(losses, Losses::Refused) {
            head_file::compare(&tx, &self.place, &before)?;
        }

        let answer = change(&mut tx)?;
        let after = tx.head();
        if matches!(ending, Ending::RollBack) {
            return Ok(answer);
        }
        if after != before {
            let sql = "UPDATE log_head SET seq = ?1, hash = ?2";
            tx.execute(sql, &[&after.seq, &after.hash])?;
        }
        open.commit()?;
        if after != before {
            head_file::remember(&self.place, &after);
        }
        Ok(answer)
    }

    /// A transaction that reads; its first statement is what takes the snapshot.
    fn begin_deferred(&self) -> Result<OpenTransaction<'_>, StoreError> {
        self.run("BEGIN DEFERRED")?;
        let open = OpenTransaction { sqlite: self };
        self.run("SELECT 1 FROM log_head")?;
        Ok(open)
    }

    pub(super) fn begin_immediate(&self) -> Result<(), StoreError> {
        let path = || self.place.path().to_owned();
        if self.still.is_some() {
            return Err(StoreError::ReadOnlyPlace(path()));
        }
        if let Some(why) = self.place.second_name() {
            return Err(StoreError::SecondName { path: path(), why });
        }
        tracing::trace!("BEGIN IMMEDIATE");
        self.patience.past_recovery(|| {
            let begun = self.connection.execute_batch("BEGIN IMMEDIATE");
            begun.map_err(|error| match patience::is_held(&error) {
                true => self.patience.run_out(),
                false => StoreError::from_sqlite(&error),
            })
        })
    }

    pub(super) fn run(&self, sql: &str) -> Result<(), StoreError> {
        tracing::trace!("{sql}");
        let done = self.connection.execute_batch(sql);
        done.map_err(|error| StoreError::from_sqlite(&error))
    }

    /// Every setting is of the connection, but for WAL, which is of the file and set already.
    fn configure(&self, company: Company) -> Result<(), StoreError> {
        if let Company::Nobody = company {
            self.run("PRAGMA locking_mode = EXCLUSIVE")?;
        }
        self.connection
            .set_prepared_statement_cache_capacity(PREPARED);
        for (config, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
            // Else a statement is planned once when it is prepared and again once its parameters
            // are bound, which doubles the work of a process that runs each statement once.
            (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
        ] {
            let set = self.connection.set_db_config(config, on);
            set.map_err(|error| StoreError::from_sqlite(&error))?;
        }
        if self.still.is_none() {
            self.run("PRAGMA journal_mode = WAL")?;
        }
        self.run(
            "PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA recursive_triggers = ON;
             PRAGMA mmap_size = 0;
             PRAGMA cache_size = -16384;
             PRAGMA journal_size_limit = 8388608;",
        )
    }

    /// What a failed COMMIT comes to. Where the disk was waited for, the transaction is whole in the
    /// WAL all the same, and is back when the WAL is read anew, unless another commit takes its
    /// place; where that fails as well, nobody knows.
    fn without(&self, error: &rusqlite::Error) -> StoreError {
        if error::is_before_sync(error) || ours::mark(&self.connection).is_ok() {
            return StoreError::from_sqlite(error);
        }
        StoreError::Unconfirmed
    }
}

/// Who may have the store open beside this process.
#[derive(Clone, Copy)]
enum Company {
    Others,
    Nobody,
}

/// Whether a write goes on although commits were lost.
#[derive(Clone, Copy)]
enum Losses {
    Refused,
    Accepted,
}

#[cfg(test)]
mod tests;

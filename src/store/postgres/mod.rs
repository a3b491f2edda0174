//! The server's engine: transactions on PostgreSQL, and going on after a connection was lost.
//!
//! A write takes the head's row first, under READ COMMITTED: so there is one writer at a time and
//! the order of the log is the order of the commits, as on SQLite. A read is REPEATABLE READ, one
//! state from its first statement to its last. What a server may end at any moment is tried again
//! until the deadline; each write leaves a key, by which a COMMIT without an answer is found again.

mod address;
mod bulk;
mod connect;
mod create;
mod failure;
mod password;
mod patience;
mod refusal;
mod session;
mod tls;
mod upgrade;
mod values;

use std::cell::RefCell;
use std::time::Duration;

use crate::kernel::dice;
use crate::store::head::{self, Head};
use crate::store::open::Ending;
use crate::store::postgres::connect::{connect, reach};
use crate::store::postgres::failure::Fault;
use crate::store::postgres::patience::Patience;
use crate::store::unsuspended::Unsuspended;
use crate::store::{Place, Read, Stamp, StoreError, Write};

pub use address::{Address, AddressError, PARAMETERS};
pub use password::{Password, Passwords};
pub use refusal::ServerError;
pub use session::Session;
pub(super) use values::{column, text};

/// The longest that a look waits for a connection.
const GLANCE: Duration = Duration::from_millis(50);

/// One state for all statements. Nobody waits for a reader, so that one may pause for long: whoever
/// reads the answer, page by page.
const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \
                    SET LOCAL idle_in_transaction_session_timeout = '30min'";

/// Keys of writes are kept for a week: nobody asks for the answer to a COMMIT later.
const KEPT_MICROS: i64 = 7 * 24 * 60 * 60 * 1_000_000;

/// A database of a server.
pub(super) struct Postgres {
    address: Address,
    wait: Duration,
    session: RefCell<Session>,
    /// Whether everything is part of one transaction around it.
    enclosed: bool,
}

/// A write on its way through attempts.
struct Attempts<'a, T> {
    stamp: &'a Stamp,
    ending: Ending,
    key: String,
    patience: Patience,
    /// The answer whose COMMIT got none.
    unconfirmed: Option<T>,
    /// What is said before the head is taken.
    before: String,
}

impl Postgres {
    /// A connection to the store that is there.
    pub(super) fn connect(address: &Address, wait: Duration) -> Result<Self, StoreError> {
        let postgres = Self::reached(address, wait)?;
        if postgres.is_absent()? {
            return Err(postgres.missing());
        }
        Ok(postgres)
    }

    /// The same for one look that hardly waits.
    pub(super) fn glance(address: &Address) -> Result<Self, StoreError> {
        Self::connect(address, GLANCE)
    }

    /// A connection, whatever is there.
    fn reached(address: &Address, wait: Duration) -> Result<Self, StoreError> {
        let session = Session::new(reach(address, wait)?);
        Ok(Self {
            address: address.clone(),
            wait,
            session: RefCell::new(session),
            enclosed: false,
        })
    }

    /// Where it is.
    pub(super) const fn address(&self) -> &Address {
        &self.address
    }

    /// The last event of the log as it stands now.
    pub(super) fn head(&self) -> Result<Head, StoreError> {
        self.alone(head::read)
    }

    /// What changes with every write: the head's row has another version.
    pub(super) fn commits(&self) -> Result<i64, StoreError> {
        let sql = "SELECT CAST(CAST(xmin AS TEXT) AS BIGINT) FROM log_head";
        self.alone(|read| read.one(sql, &[], |row| row.get(0)))
    }

    /// Complaints about what the server does with what it is given.
    pub(super) fn integrity(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT CAST(current_setting('server_encoding') AS TEXT)";
        let encoding: String = self.alone(|read| read.one(sql, &[], |row| row.get(0)))?;
        if encoding == "UTF8" {
            return Ok(Vec::new());
        }
        Ok(vec![format!(
            "the database's encoding is {encoding}, not UTF8"
        )])
    }

    /// Refuses whoever has not the rights of the tables' owner.
    pub(super) fn check_owner(&self) -> Result<(), StoreError> {
        let sql = "SELECT pg_has_role(current_user, relowner, 'USAGE')
                   FROM pg_catalog.pg_class WHERE oid = to_regclass('log_head')";
        if self.alone(|read| read.one(sql, &[], |row| row.get(0)))? {
            return Ok(());
        }
        Err(StoreError::NotOwner(self.address.to_string()))
    }

    /// Whether the schema holds no store.
    fn is_absent(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM pg_catalog.pg_tables
                   WHERE schemaname = current_schema() AND tablename = 'log_head')";
        self.alone(|read| read.one(sql, &[], |row| row.get(0)))
    }

    fn missing(&self) -> StoreError {
        StoreError::Missing(Place::Postgres(Box::new(self.address.clone())))
    }

    /// Runs a single statement, which needs no transaction around it.
    fn alone<T>(&self, ask: impl Fn(&Read<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.trying(|session| ask(&Read::postgres(session)))
    }

    /// Runs statements against one consistent state.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        mut ask: impl FnMut(&Read<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.enclosed {
            return ask(&Read::postgres(&self.session.borrow()));
        }
        self.trying(|session| {
            session.batch(READ)?;
            let answer = ask(&Read::postgres(session));
            session.end("COMMIT");
            answer.map_err(|error| {
                // A process that was there before an upgrade may stumble over anything.
                match head::read(&Read::postgres(session)).and_then(|head| head.check_known()) {
                    Err(upgraded @ StoreError::TooNew { .. }) => upgraded.into(),
                    Ok(()) | Err(_) => error,
                }
            })
        })
    }

    /// Asks until there is an answer, or an error that asking again does not mend.
    fn trying<T, E: From<StoreError>>(
        &self,
        mut ask: impl FnMut(&Session) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut patience = Patience::of(self.wait);
        loop {
            let (answer, fault) = {
                let session = self.session.borrow();
                let answer = ask(&session);
                (answer, session.take_fault())
            };
            match (answer, fault) {
                (Err(_), Some(fault)) if !self.enclosed && patience.is_left_after(&fault) => {
                    self.recover(&mut patience)?;
                }
                (answer, _) => return answer,
            }
        }
    }

    /// Connects anew where the connection is lost.
    fn recover(&self, patience: &mut Patience) -> Result<(), StoreError> {
        while self.session.borrow().is_closed() {
            match connect(&self.address, patience.left()) {
                Ok(client) => {
                    self.session.replace(Session::new(client));
                }
                Err(error) if error.is_passing() && patience.again(&error.to_string()) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Runs a write to its end.
    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        ending: Ending,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let attempts = Attempts {
            stamp,
            ending,
            key: key()?,
            patience: Patience::of(self.wait),
            unconfirmed: None,
            before: String::new(),
        };
        self.transact(attempts, change)
    }

    /// The same, unless another process is writing.
    pub(super) fn write_at_once<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let attempts = Attempts {
            stamp,
            ending: Ending::Commit,
            key: key()?,
            patience: Patience::of(Duration::ZERO),
            unconfirmed: None,
            before: "SET LOCAL lock_timeout = '1ms'; ".to_owned(),
        };
        self.transact(attempts, change)
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        mut attempts: Attempts<'_, T>,
        mut change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let _unsuspended = Unsuspended::begin();
        loop {
            let (answer, fault) = {
                let session = self.session.borrow();
                let answer = self.attempt(&session, &mut attempts, &mut change);
                if answer.is_err() {
                    session.end(self.steps().roll_back);
                }
                (answer, session.take_fault())
            };
            let error = match (answer, fault) {
                (Ok(answer), _) => return Ok(answer),
                (Err(error), Some(fault)) if !self.enclosed => {
                    match self.prepare(&mut attempts, &fault) {
                        Prepared::Ready => continue,
                        Prepared::Failed(failed) => failed.into(),
                        Prepared::OutOfTime => error,
                    }
                }
                (Err(error), _) => error,
            };
            return Err(match attempts.unconfirmed {
                None => error,
                Some(_) => StoreError::Unconfirmed.into(),
            });
        }
    }

    /// Makes ready for another attempt, if there is time for one.
    fn prepare<T>(&self, attempts: &mut Attempts<'_, T>, fault: &Fault) -> Prepared {
        let waits_for_others = matches!(fault, Fault::Locked(_));
        if !attempts.patience.is_left_after(fault) {
            return match waits_for_others {
                true => Prepared::Failed(StoreError::Busy(self.wait.as_secs())),
                false => Prepared::OutOfTime,
            };
        }
        if waits_for_others {
            let left = attempts.patience.left().as_millis().max(1);
            attempts.before = format!("SET LOCAL lock_timeout = '{left}ms'; ");
        }
        match self.recover(&mut attempts.patience) {
            Ok(()) => Prepared::Ready,
            Err(error) => Prepared::Failed(error),
        }
    }

    /// One attempt: everything from BEGIN to the answer of COMMIT. Whoever calls ends what it leaves
    /// open.
    fn attempt<T, E: From<StoreError>>(
        &self,
        session: &Session,
        attempts: &mut Attempts<'_, T>,
        change: &mut impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let before = self.take_head(session, &attempts.before)?;
        // Whoever commits holds the head until that is done: by now it is known.
        if attempts.unconfirmed.is_some()
            && is_written(session, &attempts.key)?
            && let Some(answer) = attempts.unconfirmed.take()
        {
            session.end(self.steps().roll_back);
            return Ok(answer);
        }
        attempts.unconfirmed = None;
        let mut tx = Write::new(Read::postgres(session), before, attempts.stamp);
        let answer = change(&mut tx)?;
        let after = tx.head();
        // What failed inside of a transaction leaves nothing of it, whatever was made of the error.
        if let Some(fault) = session.fault() {
            return Err(StoreError::from(fault).into());
        }
        if let Ending::RollBack = attempts.ending {
            session.end(self.steps().roll_back);
            return Ok(answer);
        }
        match self.commit(session, (before != after).then_some(after), &attempts.key) {
            Ok(()) => Ok(answer),
            Err(error) => {
                if let StoreError::Lost(_) = error {
                    attempts.unconfirmed = Some(answer);
                }
                Err(error.into())
            }
        }
    }

    /// Begins, and takes the head.
    fn take_head(&self, session: &Session, before: &str) -> Result<Head, StoreError> {
        let begin = self.steps().begin;
        let sql = format!("{begin}; {before}{}, moved_to", head::TAKE);
        let taken = session.batch_row(&sql);
        let row = taken.map_err(|error| {
            if session.fault().is_some() {
                return error;
            }
            // An older schema lacks a column.
            session.end(self.steps().roll_back);
            let head = head::read(&Read::postgres(session));
            let older = head.and_then(|head| head.check_current());
            older.err().unwrap_or(error)
        })?;
        let head = head::of_row(&row)?;
        head.check_current()?;
        match row.get("moved_to") {
            None => Ok(head),
            Some(to) => Err(StoreError::Moved(to.to_owned())),
        }
    }

    /// Writes the head down, leaves the key and commits, in one message.
    fn commit(&self, session: &Session, after: Option<Head>, key: &str) -> Result<(), StoreError> {
        let head = after.map(|head| {
            let Head { seq, hash, .. } = head;
            format!("UPDATE log_head SET seq = {seq}, hash = '{hash}'; ")
        });
        let head = head.unwrap_or_default();
        if self.enclosed {
            return session.batch(&format!("{head}{}", self.steps().commit));
        }
        let now = "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";
        session.batch(&format!(
            "{head}INSERT INTO log_write (key, at) VALUES ('{key}', {now}); \
             DELETE FROM log_write WHERE at < {now} - {KEPT_MICROS}; {}",
            self.steps().commit
        ))
    }

    /// A write inside of one around it is a part of that.
    const fn steps(&self) -> Steps {
        if self.enclosed {
            return Steps {
                begin: "SAVEPOINT popug",
                commit: "RELEASE SAVEPOINT popug",
                roll_back: "ROLLBACK TO SAVEPOINT popug",
            };
        }
        Steps {
            begin: "BEGIN ISOLATION LEVEL READ COMMITTED",
            commit: "COMMIT",
            roll_back: "ROLLBACK",
        }
    }
}

/// The statements around a write.
struct Steps {
    begin: &'static str,
    commit: &'static str,
    roll_back: &'static str,
}

/// What comes after an attempt that failed.
enum Prepared {
    /// The next one.
    Ready,
    /// No other: this is why.
    Failed(StoreError),
    /// No other, since there is no time left.
    OutOfTime,
}

/// Whether the write with this key was committed.
fn is_written(session: &Session, key: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM log_write WHERE key = ?1";
    let found = Read::postgres(session).first(sql, &[&key], |_| Ok(()))?;
    Ok(found.is_some())
}

/// A key of a write of its own.
fn key() -> Result<String, StoreError> {
    let bytes = dice::random_bytes::<16>();
    let bytes = bytes.map_err(|error| StoreError::Sql(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

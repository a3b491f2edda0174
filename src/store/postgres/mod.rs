//! The server's engine: transactions on PostgreSQL, and going on after a connection was lost.
//!
//! A write takes the head's row first, under READ COMMITTED: so there is one writer at a time and
//! the order of the log is the order of the commits, as on SQLite. A read is REPEATABLE READ, one
//! state from its first statement to its last. What a server may end at any moment is tried again
//! until the deadline; each write leaves a key, by which a COMMIT without an answer is found again.
//! The server's clock dates what is written and judges what is read: each transaction asks for it in
//! the message that begins it.

mod address;
mod array;
mod bulk;
mod catalogue;
mod columns;
mod connect;
mod copies;
mod create;
mod each;
mod examine;
mod failure;
mod password;
mod patience;
mod refusal;
mod schema;
mod session;
#[cfg(test)]
mod tests;
mod tls;
mod upgrade;
mod values;
mod write;

use std::cell::RefCell;
use std::time::Duration;

use postgres::{Client, SimpleQueryRow};

use crate::kernel::moment::Moment;
use crate::kernel::work::Work;
use crate::store::head::{self, Head};
use crate::store::postgres::connect::{Checked, SETTINGS, connect, reach};
use crate::store::postgres::patience::Patience;
use crate::store::unsuspended::Unsuspended;
use crate::store::{Identity, Read, StoreError};

pub use address::{Address, AddressError, PARAMETERS, is_list_of_words};
pub use catalogue::{COLUMNS, PARTS};
pub use password::{Password, Passwords};
pub use refusal::ServerError;
pub use schema::SchemaError;
pub use session::Session;
pub(super) use values::{column, text};

/// A server has this long to let somebody in who waits for nobody: `--wait 0` is about locks.
const OPENING: Duration = Duration::from_secs(1);

/// The longest that a look waits for a connection, which takes several round trips.
const GLANCE: Duration = Duration::from_millis(500);

/// One state for all statements.
const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Nobody waits for a reader, so that one may pause for long: whoever reads the answer, page by page.
const LONG_PAUSE: &str = "SET LOCAL idle_in_transaction_session_timeout = '30min'; ";

/// The server's clock, in microseconds.
const NOW: &str = "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";

/// The head, and what the store says of itself, behind the server's clock.
const GREETING: &str = "seq, hash, schema, store_id, sandbox, created_at,
    pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS standby
    FROM log_head";

/// A database of a server.
pub(super) struct Postgres {
    address: Address,
    wait: Duration,
    session: RefCell<Session>,
    greeting: RefCell<Greeting>,
    work: Work,
    /// Whether everything is part of one transaction around it.
    enclosed: bool,
}

/// Whether the store has been asked who it is.
enum Greeting {
    /// The next message that begins a transaction does so.
    Due,
    /// It has, and this is what it said to a read.
    Done(Option<Identity>),
}

impl Postgres {
    /// A connection to the store that is there.
    pub(super) fn connect(address: &Address, wait: Duration) -> Result<Self, StoreError> {
        let reached = Self::reached(address, wait.max(OPENING))?;
        Ok(Self { wait, ..reached })
    }

    /// The same, where the first transaction asks the store who it is.
    pub(super) fn connect_unasked(address: &Address, wait: Duration) -> Result<Self, StoreError> {
        let client = reach(address, wait.max(OPENING), Checked::ByTheFirstQuestion)?;
        let greeting = RefCell::new(Greeting::Due);
        Ok(Self {
            wait,
            greeting,
            ..Self::over(address, client)
        })
    }

    /// The same for one look that hardly waits.
    pub(super) fn glance(address: &Address) -> Result<Self, StoreError> {
        Self::reached(address, GLANCE)
    }

    /// The head, and what the store says of itself, in one message; says so where there is no store.
    pub(super) fn head_and_identity(&self) -> Result<(Head, Identity), StoreError> {
        let begun = self.trying(|session| {
            let row = session.begin(&format!(
                "{READ}; {SETTINGS}SELECT {NOW} AS now, {GREETING}; COMMIT"
            ));
            let row = row.inspect_err(|_| session.end("ROLLBACK"))?;
            self.check_writes(&row)?;
            Ok((head::of_row(&row)?, Identity::of_row(&row)?))
        });
        let (head, identity) = begun.map_err(|error| self.unread(error))?;
        if self.is_unasked() {
            head.check_current()?;
        }
        let known = Greeting::Done(Some(identity.clone()));
        self.greeting.replace(known);
        Ok((head, identity))
    }

    /// Why nothing could be read of the store: there may be none. Whoever asks next begins as this one
    /// did.
    fn unread(&self, error: StoreError) -> StoreError {
        let greeting = self.greeting.replace(Greeting::Done(None));
        let error = self.absent_or(error);
        self.greeting.replace(greeting);
        error
    }

    /// What it is, if there is no store at all.
    fn absent_or(&self, error: StoreError) -> StoreError {
        match self.is_absent() {
            Ok(true) => self.missing(),
            Ok(false) | Err(_) => error,
        }
    }

    /// Refuses a standby, and a database that takes no writes.
    fn check_writes(&self, row: &SimpleQueryRow) -> Result<(), StoreError> {
        match (row.get("standby"), self.address.servers.first()) {
            (Some("t"), Some(server)) => {
                let refused = ServerError::ReadOnly(server.to_string());
                Err(StoreError::Server(refused))
            }
            _ => Ok(()),
        }
    }

    /// Whether nobody has asked the store yet who it is.
    pub(super) fn is_unasked(&self) -> bool {
        matches!(*self.greeting.borrow(), Greeting::Due)
    }

    /// What the store has said of itself to a read.
    pub(super) fn identity(&self) -> Option<Identity> {
        match &*self.greeting.borrow() {
            Greeting::Due => None,
            Greeting::Done(identity) => identity.clone(),
        }
    }

    /// Begins a read; the first one learns which store it is, and refuses one of another schema.
    fn begin_read(&self, session: &Session) -> Result<(), StoreError> {
        let greeting = match self.is_unasked() {
            true => format!(", {GREETING}"),
            false => String::new(),
        };
        let row = session.begin(&format!(
            "{READ}; {SETTINGS}{LONG_PAUSE}SELECT {NOW} AS now{greeting}"
        ))?;
        if self.is_unasked() {
            self.check_writes(&row)?;
            head::of_row(&row)?.check_current()?;
            let identity = Identity::of_row(&row)?;
            self.greeting.replace(Greeting::Done(Some(identity)));
        }
        Ok(())
    }

    /// A connection, whatever is there.
    fn reached(address: &Address, wait: Duration) -> Result<Self, StoreError> {
        let client = reach(address, wait, Checked::Here)?;
        Ok(Self {
            wait,
            ..Self::over(address, client)
        })
    }

    fn over(address: &Address, client: Client) -> Self {
        Self {
            address: address.clone(),
            wait: Duration::ZERO,
            session: RefCell::new(Session::new(client)),
            greeting: RefCell::new(Greeting::Done(None)),
            work: Work::default(),
            enclosed: false,
        }
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

    /// Where it is.
    pub(super) const fn address(&self) -> &Address {
        &self.address
    }

    /// The server's time.
    pub(super) fn now(&self) -> Option<Moment> {
        self.session.borrow().now()
    }

    /// The last event of the log as it stands now.
    pub(super) fn head(&self) -> Result<Head, StoreError> {
        self.read(head::read)
    }

    /// What changes with every write: the head's row has another version.
    pub(super) fn commits(&self) -> Result<i64, StoreError> {
        let sql = "SELECT CAST(CAST(xmin AS TEXT) AS BIGINT) FROM log_head";
        self.read(|read| read.one(sql, &[], crate::store::columns))
    }

    /// Runs statements against one consistent state.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        mut ask: impl FnMut(&Read<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.enclosed {
            return ask(&Read::postgres(&self.session.borrow()).of(&self.work));
        }
        self.trying(|session| {
            if let Err(error) = self.begin_read(session) {
                session.end("ROLLBACK");
                let of_the_store = self.is_unasked() && session.fault().is_none();
                let error = match of_the_store {
                    true => self.unread(error),
                    false => error,
                };
                return Err(error.into());
            }
            let answer = ask(&Read::postgres(session).of(&self.work));
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
        let _unsuspended = Unsuspended::begin();
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
        // Whoever asks within another question leaves it to that one.
        if self.session.try_borrow_mut().is_err() {
            return Err(StoreError::Lost("it is in use".to_owned()));
        }
        while self.session.borrow().is_closed() {
            match connect(&self.address, patience.left()) {
                Ok(client) => {
                    let anew = self.session.borrow().anew(client);
                    self.session.replace(anew);
                }
                Err(error) if error.is_passing() && patience.again(&error.to_string()) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

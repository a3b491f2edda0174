//! Writing: one transaction, opened by the door, with the head of the log in hand.

use std::ops::Deref;

use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::head::Head;
use crate::store::read::{Read, Source};
use crate::store::{Bind, Hash, StoreError, Value, sqlite};

/// What a write is told of the world outside: the time, chance, and who acts.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Where the transaction's moment comes from.
    pub clock: Clock,
    /// Where its seeds come from.
    pub dice: Dice,
    /// Who acts.
    pub actor: Actor,
}

/// An open write transaction. It reads as well, its own changes included.
pub struct Write<'c> {
    read: Read<'c>,
    now: Moment,
    dice: Dice,
    actor: Actor,
    cause: Option<Seq>,
    head: Head,
    newest: Option<Moment>,
}

/// A table and the columns that rows are inserted into.
pub struct Insert {
    /// The table.
    pub table: &'static str,
    /// Its columns, in the order of the values.
    pub columns: &'static [&'static str],
}

/// A table, the columns that find a row and the columns that are set.
pub struct Update {
    /// The table.
    pub table: &'static str,
    /// The columns of its key, whose values come first.
    pub key: &'static [&'static str],
    /// The columns that are set, whose values follow.
    pub set: &'static [&'static str],
}

impl<'c> Deref for Write<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl<'c> Write<'c> {
    /// The moment of the transaction is read after the head was taken: moments do not run against
    /// the order of the log unless the clock itself does.
    pub(super) fn new(read: Read<'c>, head: Head, newest: Option<Moment>, stamp: &Stamp) -> Self {
        Self {
            now: read.moment(stamp.clock),
            read,
            dice: stamp.dice,
            actor: stamp.actor.clone(),
            cause: None,
            head,
            newest,
        }
    }

    /// The moment of this transaction.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// When the event happened that was the last one before this transaction; not known to whoever
    /// has waited for others.
    pub const fn newest(&self) -> Option<Moment> {
        self.newest
    }

    /// Where seeds come from.
    pub const fn dice(&self) -> Dice {
        self.dice
    }

    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Lets another act from here on, as popug itself does inside of a popug's request; answers
    /// who acted before.
    pub const fn act_as(&mut self, actor: Actor) -> Actor {
        std::mem::replace(&mut self.actor, actor)
    }

    /// The event that leads to what is written now.
    pub const fn cause(&self) -> Option<Seq> {
        self.cause
    }

    /// Says which event leads to what is written from here on.
    pub const fn set_cause(&mut self, cause: Option<Seq>) {
        self.cause = cause;
    }

    /// The last event of the log, this transaction's included.
    pub const fn head(&self) -> Head {
        self.head
    }

    /// Moves the head to an event that was just appended.
    pub const fn advance(&mut self, seq: Seq, hash: Hash) {
        self.head.seq = seq;
        self.head.hash = hash;
    }

    /// Does a part that is undone where it fails, with head, cause and actor as they were before it.
    /// What was done stays a part of the transaction, and needs no further statement for that.
    ///
    /// # Errors
    /// The outer one where that could not be undone, as on a full disk: it is that of the part, and the
    /// whole transaction is to fail of it.
    pub fn savepoint<T, E: From<StoreError>>(
        &mut self,
        part: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Result<T, E>, E> {
        self.execute("SAVEPOINT popug_part", &[])?;
        let (head, cause, actor) = (self.head, self.cause, self.actor.clone());
        let error = match part(self) {
            Ok(done) => return Ok(Ok(done)),
            Err(error) => error,
        };
        match self.execute("ROLLBACK TO SAVEPOINT popug_part", &[]) {
            Ok(_) => {
                (self.head, self.cause, self.actor) = (head, cause, actor);
                Ok(Err(error))
            }
            Err(_) => Err(error),
        }
    }

    /// Runs a statement; answers how many rows it changed.
    pub fn execute(&mut self, sql: &'static str, bind: &[&dyn Bind]) -> Result<usize, StoreError> {
        match self.read.from {
            Source::Sqlite(connection) => sqlite::changed(connection, sql, bind),
            Source::Postgres(session) => session.changed(sql, bind),
        }
    }

    /// Inserts rows, whose values stand in the order of the columns.
    pub fn insert_many<'v, const N: usize>(
        &mut self,
        into: &Insert,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        match self.read.from {
            Source::Sqlite(connection) => {
                sqlite::changed_by_each(connection, &into.of_one_row(), rows)
            }
            Source::Postgres(session) => session.insert(into, rows),
        }
    }

    /// Removes every row of a table, of a store that is being made.
    pub(super) fn clear(&mut self, table: &str) -> Result<usize, StoreError> {
        let sql = format!("DELETE FROM {table}");
        match self.read.from {
            Source::Sqlite(connection) => sqlite::changed(connection, &sql, &[]),
            Source::Postgres(session) => session.changed(&sql, &[]),
        }
    }

    /// Inserts rows of any table, whose values stand in the order of the columns.
    pub(super) fn insert_rows(
        &mut self,
        table: &str,
        columns: &[String],
        rows: Vec<Vec<Value<'static>>>,
    ) -> Result<usize, StoreError> {
        let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
        let (columns, marks) = (columns.join(", "), marks.join(", "));
        match self.read.from {
            Source::Sqlite(connection) => {
                let sql = format!("INSERT INTO {table} ({columns}) VALUES ({marks})");
                sqlite::changed_by_each(connection, &sql, rows)
            }
            Source::Postgres(session) => session.take_in(table, &columns, rows),
        }
    }

    /// Updates rows by their key; answers how many there were. No key stands there twice.
    pub fn update_many<'v, const N: usize>(
        &mut self,
        update: &Update,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        match self.read.from {
            Source::Sqlite(connection) => {
                sqlite::changed_by_each(connection, &update.of_one_row(), rows)
            }
            Source::Postgres(session) => session.update(update, rows),
        }
    }
}

impl Insert {
    /// The statement that inserts one row.
    pub(super) fn of_one_row(&self) -> String {
        let marks: Vec<String> = (1..=self.columns.len()).map(|n| format!("?{n}")).collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.table,
            self.columns.join(", "),
            marks.join(", ")
        )
    }
}

impl Update {
    /// The statement that updates one row.
    pub(super) fn of_one_row(&self) -> String {
        let numbered = |columns: &[&str], first: usize, between: &str| {
            let each = columns.iter().enumerate();
            let each = each.map(|(n, column)| format!("{column} = ?{}", first + n));
            each.collect::<Vec<_>>().join(between)
        };
        let key = numbered(self.key, 1, " AND ");
        let set = numbered(self.set, 1 + self.key.len(), ", ");
        format!("UPDATE {} SET {set} WHERE {key}", self.table)
    }
}

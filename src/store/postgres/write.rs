//! Writes: taking the head, and trying again until it is known what has become of a COMMIT.

use std::time::Duration;

use crate::kernel::dice;
use crate::kernel::moment::Moment;
use crate::store::head::{self, Head};
use crate::store::open::Ending;
use crate::store::postgres::connect::SETTINGS;
use crate::store::postgres::failure::Fault;
use crate::store::postgres::patience::Patience;
use crate::store::postgres::{LONG_PAUSE, NOW, Postgres, Session};
use crate::store::unsuspended::Unsuspended;
use crate::store::{Read, Stamp, StoreError, Write};

/// Keys of writes are kept for a week: nobody asks for the answer to a COMMIT later.
const KEPT_MICROS: i64 = 7 * 24 * 60 * 60 * 1_000_000;

/// What takes the head.
const TAKE: &str = "UPDATE log_head SET seq = seq RETURNING seq, hash, schema";

/// When the event of the head happened. Whoever has waited for the head asks in vain.
const NEWEST: &str = "(SELECT occurred_at FROM events_log WHERE events_log.seq = log_head.seq)";

/// A write on its way through attempts.
struct Attempts<'a, T> {
    stamp: &'a Stamp,
    ending: Ending,
    key: String,
    patience: Patience,
    others: Others,
    /// The answer whose COMMIT got none.
    unconfirmed: Option<T>,
    /// What is said before the head is taken: how long others are waited for,
    lock: String,
    /// and how long the server waits for the next statement.
    pause: &'static str,
}

impl<'a, T> Attempts<'a, T> {
    fn new(wait: Duration, stamp: &'a Stamp, ending: Ending) -> Result<Self, StoreError> {
        Ok(Self {
            stamp,
            ending,
            key: key()?,
            patience: Patience::of(wait),
            others: Others::AreWaitedFor,
            unconfirmed: None,
            lock: String::new(),
            pause: "",
        })
    }
}

impl Postgres {
    /// Runs a write to its end.
    pub(in crate::store) fn write<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        ending: Ending,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.transact(Attempts::new(self.wait, stamp, ending)?, change)
    }

    /// The same, unless another process is writing.
    pub(in crate::store) fn write_at_once<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut attempts = Attempts::new(self.wait, stamp, Ending::Commit)?;
        attempts.others = Others::GoFirst;
        attempts.lock = "SET LOCAL lock_timeout = '1ms'; ".to_owned();
        self.transact(attempts, change)
    }

    /// The same for a write that pauses in between.
    pub(in crate::store) fn write_with_pauses<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut attempts = Attempts::new(self.wait, stamp, Ending::Commit)?;
        // Others wait meanwhile: only whoever has to read or write much elsewhere takes the time.
        attempts.pause = LONG_PAUSE;
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
        if waits_for_others && matches!(attempts.others, Others::GoFirst) {
            return Prepared::Failed(StoreError::Busy(0));
        }
        if !attempts.patience.is_left_after(fault) {
            return match waits_for_others {
                true => Prepared::Failed(StoreError::Busy(self.wait.as_secs())),
                false => Prepared::OutOfTime,
            };
        }
        if waits_for_others {
            let left = attempts.patience.left().as_millis().max(1);
            attempts.lock = format!("SET LOCAL lock_timeout = '{left}ms'; ");
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
        let taken = self.take_head(session, attempts.pause, &attempts.lock)?;
        // Whoever commits holds the head until that is done: by now it is known.
        if attempts.unconfirmed.is_some()
            && is_written(session, &attempts.key)?
            && let Some(answer) = attempts.unconfirmed.take()
        {
            session.end(self.steps().roll_back);
            return Ok(answer);
        }
        attempts.unconfirmed = None;
        if let Some(to) = taken.moved_to {
            return Err(StoreError::Moved(to).into());
        }
        let before = taken.head;
        let mut tx = Write::new(
            Read::postgres(session).of(&self.work),
            before,
            taken.newest,
            attempts.stamp,
        );
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
                // A part of a transaction around it is kept with that, or not at all.
                if matches!(error, StoreError::Lost(_)) && !self.enclosed {
                    attempts.unconfirmed = Some(answer);
                }
                Err(error.into())
            }
        }
    }

    /// Begins, and takes the head.
    fn take_head(&self, session: &Session, pause: &str, lock: &str) -> Result<Taken, StoreError> {
        let Steps {
            begin, settings, ..
        } = self.steps();
        let sql = format!(
            "{begin}; {settings}{pause}{lock}{}, moved_to, {NOW} AS now, {NEWEST} AS newest",
            TAKE
        );
        let taken = session.begin(&sql);
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
        let moved_to = row.get("moved_to").map(str::to_owned);
        let newest = row.get("newest").map(head::moment).transpose()?;
        Ok(Taken {
            head,
            newest,
            moved_to,
        })
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
        session.batch(&format!(
            "{head}INSERT INTO log_write (key, at) VALUES ('{key}', {NOW}); \
             DELETE FROM log_write WHERE at < {NOW} - {KEPT_MICROS}; {}",
            self.steps().commit
        ))
    }

    /// A write inside of one around it is a part of that.
    const fn steps(&self) -> Steps {
        if self.enclosed {
            return Steps {
                begin: "SAVEPOINT popug",
                settings: "",
                commit: "RELEASE SAVEPOINT popug",
                roll_back: "ROLLBACK TO SAVEPOINT popug",
            };
        }
        Steps {
            begin: "BEGIN ISOLATION LEVEL READ COMMITTED",
            settings: SETTINGS,
            commit: "COMMIT",
            roll_back: "ROLLBACK",
        }
    }
}

/// What becomes of a write while another process is writing.
#[derive(Clone, Copy)]
enum Others {
    AreWaitedFor,
    GoFirst,
}

/// The head in hand.
struct Taken {
    head: Head,
    /// When its event happened.
    newest: Option<Moment>,
    /// Where the store has gone, where nothing more is written.
    moved_to: Option<String>,
}

/// The statements around a write.
struct Steps {
    begin: &'static str,
    settings: &'static str,
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

#[cfg(test)]
mod tests;

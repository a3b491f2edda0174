//! What a request does with the store: how it is answered.

use std::cell::OnceCell;
use std::ops::ControlFlow;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, Zone};
use crate::kernel::range::Calendar;
use crate::store::{Read, StoreError, Visit, Write};

/// Finds the open business day, where the calendar date is the one given.
pub type FindOpenDay = fn(&Read<'_>, Day) -> Result<Day, StoreError>;

/// Who asks, and on which day.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Who.
    pub actor: Actor,
    /// The company's time zone.
    pub zone: Zone,
    /// The calendar date in that zone.
    pub today: Day,
    open: OnceCell<Day>,
    find_open: FindOpenDay,
}

impl Asker {
    /// Somebody who asks on a day; which day is open is found out where it matters.
    pub const fn new(actor: Actor, zone: Zone, today: Day, find_open: FindOpenDay) -> Self {
        Self {
            actor,
            zone,
            today,
            open: OnceCell::new(),
            find_open,
        }
    }

    /// What the words for days mean in the state that is read.
    pub fn calendar(&self, read: &Read<'_>) -> Result<Calendar, StoreError> {
        let (zone, today) = (self.zone, self.today);
        let open = match self.open.get() {
            Some(open) => *open,
            None => {
                let found = (self.find_open)(read, today)?;
                *self.open.get_or_init(|| found)
            }
        };
        Ok(Calendar { zone, today, open })
    }

    /// Somebody who asks on the days of this calendar.
    #[cfg(test)]
    pub fn on(actor: Actor, calendar: Calendar) -> Self {
        let Calendar { zone, today, open } = calendar;
        Self {
            open: OnceCell::from(open),
            ..Self::new(actor, zone, today, |_, today| Ok(today))
        }
    }
}

/// A request that changes nothing.
pub trait Query {
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// Why it may fail.
    type Error;

    /// Answers from one consistent state of the store.
    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Self::Answer, Self::Error>;
}

/// A query that answers a list, and can be asked for a row at a time however long the list is.
pub trait ListQuery {
    /// One row of the answer.
    type Row: Serialize + DeserializeOwned;

    /// Why it may fail.
    type Error;

    /// Shows the visitor one row after the other, until it has seen enough. What is refused is
    /// refused before the first.
    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, Self::Row>,
    ) -> Result<(), Self::Error>;
}

/// All of the rows at once: the plain answer, for lists that are short.
impl<L: ListQuery> Query for L {
    type Answer = Vec<L::Row>;
    type Error = L::Error;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<L::Row>, L::Error> {
        let mut rows = Vec::new();
        self.each(read, asker, &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })?;
        Ok(rows)
    }
}

/// A request that writes, and does so in the one transaction that it is given.
pub trait Command {
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// Why it may be refused; then nothing is kept.
    type Error;

    /// The consumers that must have heard the whole log before the rule is asked.
    const UP_TO_DATE: &'static [&'static str] = &[];

    /// Whether there is something to prepare.
    const PREPARES: bool = false;

    /// What is slow or secret and belongs before the transaction, such as hashing a beak.
    fn prepare(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Does it. May run more than once, so it has no effect outside of the transaction.
    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Self::Answer, Self::Error>;

    /// Completes the answer with what consumers derived from it, once they caught up. The command
    /// is committed by then: an error leaves the answer as it is. Only what is derived once and
    /// never changes: the answer of a key is completed whenever it is given again.
    fn settle(
        &self,
        _read: &Read<'_>,
        _asker: &Asker,
        _answer: &mut Self::Answer,
    ) -> Result<(), Self::Error> {
        Ok(())
    }
}

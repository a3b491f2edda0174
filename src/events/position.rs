//! Where consumers are in the log, and what keeps each from going on: asked for all of them at once,
//! kept in memory while a transaction hears, and written at once at its end.

use crate::events::dead_letter::IN_A_ROW;
use crate::events::sql::{self, Offset};
use crate::events::{Consumer, Progress, dead_letter};
use crate::kernel::ids::Seq;
use crate::store::{Read, StoreError, Write};

/// Where some consumers are, in the order in which they hear.
pub struct Positions<'c> {
    /// Each of them.
    pub each: Vec<Position<'c>>,
    /// The last event of the log when they were asked for.
    pub head: Seq,
}

/// Where a consumer is.
pub struct Position<'c> {
    /// Whose it is.
    pub consumer: &'c dyn Consumer,
    /// How far it has heard.
    pub offset: Offset,
    /// Whether it goes on no longer: too many dead letters in a row, until one of them is retried or
    /// discarded.
    pub has_stopped: bool,
    /// Whether events wait behind dead letters of theirs.
    pub has_waiting: bool,
    /// A subject of which letters were released.
    pub released: Option<String>,
    /// What is written of it; `None` where it was never heard of.
    written: Option<Offset>,
}

impl<'c> Positions<'c> {
    /// Where these consumers are; at the start where one was never heard of.
    pub fn of(read: &Read<'_>, consumers: &[&'c dyn Consumer]) -> Result<Self, StoreError> {
        let (head, mut found) = sql::positions(read)?;
        let each = consumers.iter().map(|consumer| {
            let found = found.remove(consumer.name());
            let written = found.as_ref().map(|it| it.offset);
            let offset = written.unwrap_or(Offset::START);
            Position {
                consumer: *consumer,
                offset,
                has_stopped: found.as_ref().is_some_and(|it| it.dead >= IN_A_ROW),
                has_waiting: found.as_ref().is_some_and(|it| it.has_waiting),
                released: found.and_then(|it| it.released),
                written,
            }
        });
        let each = each.collect();
        Ok(Self { each, head })
    }

    /// Those that go on.
    pub fn going(&self) -> impl Iterator<Item = &Position<'c>> {
        self.each.iter().filter(|it| !it.has_stopped)
    }

    /// The one that is furthest behind of those that go on: one that has stopped hears nothing
    /// whatever is done, and holds up nobody.
    pub fn slowest(&self) -> Option<&Position<'c>> {
        self.going().min_by_key(|it| it.offset.seq)
    }

    /// The first one that has stopped.
    pub fn stopped(&self) -> Option<&'static str> {
        let stopped = self.each.iter().find(|it| it.has_stopped);
        stopped.map(|it| it.consumer.name())
    }

    /// How it is with them once they have heard everything.
    pub fn progress(&self) -> Progress {
        self.stopped().map_or(Progress::Quiet, Progress::Stopped)
    }

    /// The one that is furthest behind, and by how much, where that is more than `most` events.
    pub fn lag(&self, head: Seq, most: i64) -> Option<(&'static str, i64)> {
        let slowest = self.slowest()?;
        let behind = head.get().saturating_sub(slowest.offset.seq.get());
        (behind > most).then(|| (slowest.consumer.name(), behind))
    }

    /// Writes down how far they have come since they were asked for.
    ///
    /// # Errors
    /// `NoRow` where an offset was moved by somebody else, which the head of the log forbids.
    pub fn write(&mut self, tx: &mut Write<'_>) -> Result<(), StoreError> {
        let moved = |it: &&mut Position<'_>| it.written != Some(it.offset);
        let mut moved: Vec<_> = self.each.iter_mut().filter(moved).collect();
        let new = moved.iter().filter(|it| it.written.is_none());
        sql::begin_offsets(tx, new.map(|it| it.consumer.name()))?;
        let moves = moved.iter().map(|it| {
            let from = it.written.unwrap_or(Offset::START);
            (it.consumer.name(), from.seq, it.offset)
        });
        if sql::move_offsets(tx, moves)? < moved.len() {
            return Err(StoreError::NoRow(
                "the consumer's offset, moved by nobody else",
            ));
        }
        for it in &mut moved {
            it.written = Some(it.offset);
        }
        Ok(())
    }
}

impl<'c> Position<'c> {
    /// A subject of which letters were released, and whose they are.
    pub fn released(&self) -> Option<(&'c dyn Consumer, &str)> {
        let subject = self.released.as_deref()?;
        Some((self.consumer, subject))
    }

    /// The subjects of which something waits.
    pub fn waiting_subjects(&self, read: &Read<'_>) -> Result<Vec<String>, StoreError> {
        match self.has_waiting {
            true => dead_letter::waiting_subjects(read, self.consumer.name()),
            false => Ok(Vec::new()),
        }
    }
}

//! Whether the clock is right, and what a wrong one has left ahead of it.

use std::cell::Cell;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::accounting::{self, Ahead};
use crate::app::ask::{Look, State};
use crate::app::audience::Warning;
use crate::app::error::AppError;
use crate::kernel::day::Zone;
use crate::kernel::range::Calendar;
use crate::store::Write;

/// How far a write comes behind the newest event: not more than a day before it, nor a month after.
const USUAL_SECONDS: RangeInclusive<i64> = -DAY_SECONDS..=31 * DAY_SECONDS;
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Whether somebody was told already that the clock may be wrong.
#[derive(Default)]
pub struct Doubt(Cell<bool>);

impl Doubt {
    /// Doubts once that the clock is right: it lies far from the newest event.
    pub fn about(&self, tx: &Write<'_>) -> Option<Warning> {
        let newest = tx.newest().filter(|_| !self.0.get())?;
        if USUAL_SECONDS.contains(&tx.now().seconds_since(newest)) {
            return None;
        }
        self.0.set(true);
        let [now, newest] = [tx.now(), newest].map(|it| Zone::UTC.day_of(it));
        Some(Warning::Clock { now, newest })
    }
}

/// `calendar`: what the words for days mean now.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowCalendar {}

impl Look for ShowCalendar {
    type Answer = Calendar;

    fn look(&self, state: &State<'_>) -> Result<Calendar, AppError> {
        Ok(state.asker.calendar(state.read)?)
    }
}

/// `calendar.ahead`: what lies ahead of the clock, if anything does.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowAhead {}

impl Look for ShowAhead {
    type Answer = Option<Ahead>;

    fn look(&self, state: &State<'_>) -> Result<Option<Ahead>, AppError> {
        Ok(accounting::ahead(state.read, state.asker.today)?)
    }
}

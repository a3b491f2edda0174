//! Whether the clock is right, and what a wrong one has left ahead of it.

use std::cell::Cell;
use std::ops::RangeInclusive;

use crate::accounting::{self, Ahead};
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::store::Write;

/// How far a write comes behind the newest event: not more than a day before it, nor a month after.
const USUAL_SECONDS: RangeInclusive<i64> = -DAY_SECONDS..=31 * DAY_SECONDS;
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Whether somebody was told already that the clock may be wrong.
#[derive(Default)]
pub struct Doubt(Cell<bool>);

impl Doubt {
    /// Says once that the clock may be wrong: it lies far from the newest event.
    pub fn about(&self, tx: &Write<'_>) {
        let Some(newest) = tx.newest().filter(|_| !self.0.get()) else {
            return;
        };
        if !USUAL_SECONDS.contains(&tx.now().seconds_since(newest)) {
            self.0.set(true);
            let [now, newest] = [tx.now(), newest].map(|it| it.utc().date_naive());
            tracing::warn!(
                "the clock says {now}, and the newest event is of {newest}: is it right?"
            );
        }
    }
}

impl Door {
    /// What lies ahead of the clock, if anything does.
    pub fn ahead(&self) -> Result<Option<Ahead>, AppError> {
        let today = self.calendar()?.today;
        self.read(|read| Ok(accounting::ahead(read, today)?))
    }
}

//! Random company days, driven through the real binary, against books that are kept outside.
//!
//! A history follows from a number: who adds, closes, reassigns and edits what, who joins, leaves
//! and changes roles, when cron comes by and when it does not, how the clock runs on and is set
//! back, which requests are made twice under one key. Beside it `ledger` and `company` keep what
//! the answers told (who was assigned what, at which price) and what follows from it by the rules.
//! The audit then asks everything that can be asked, and compares it to the cent.
//!
//! A few histories run with the other tests. For more, say from which number to which when the
//! tests are built; a history that fails prints its commands, with clock and seed:
//!
//! ```text
//! POPUG_BOOKS=100-400 cargo test --test cli books::
//! ```

pub mod answers;
mod audit;
pub mod chance;
mod company;
mod figures;
mod history;
mod ledger;
pub mod letters;
mod mending;
mod nights;
mod steps;
mod things;

use history::{Founding, History};

/// Things that happen in a history.
const STEPS: usize = 40;
/// After so many of them there is a glance at the books.
const GLANCE: usize = 15;

/// `POPUG_BOOKS=100-400`: the histories to run instead of one.
const MORE: Option<&str> = option_env!("POPUG_BOOKS");

fn histories(zone: &'static str, at: &'static str, seed: u64) {
    let range = MORE.and_then(|range| range.split_once('-'));
    let (from, to) = range.map_or((seed, seed), |(from, to)| {
        let number = |text: &str| text.parse().expect("POPUG_BOOKS=FROM-TO");
        (number(from), number(to))
    });
    for seed in from..=to {
        live(Founding { zone, at }, seed);
    }
}

fn live(founding: Founding, seed: u64) {
    let mut history = History::begin(founding, seed);
    for step in 1..=STEPS {
        history.step();
        if step % GLANCE == 0 {
            history.glance();
        }
    }
    history.audit();
}

#[test]
fn the_books_agree_in_utc() {
    histories("UTC", "2026-11-26T09:00:00Z", 1);
}

/// The clock loses an hour at midnight, so that one of the days begins at one.
#[test]
fn the_books_agree_where_a_midnight_is_missing() {
    histories("America/Santiago", "2026-09-03T16:00:00Z", 2);
}

/// An hour happens twice.
#[test]
fn the_books_agree_where_summer_ends() {
    histories("Europe/Berlin", "2026-10-22T07:30:00Z", 3);
}

/// The day begins in the afternoon of the day before in UTC, and not on the hour.
#[test]
fn the_books_agree_far_in_the_east() {
    histories("Pacific/Chatham", "2026-12-28T20:10:00Z", 4);
}

/// The day ends when it is almost noon of the next in UTC.
#[test]
fn the_books_agree_far_in_the_west() {
    histories("Pacific/Pago_Pago", "2026-02-25T21:45:00Z", 5);
}

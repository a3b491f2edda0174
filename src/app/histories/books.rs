//! The books of a history: what moved, summed anew for every question. Prices are looked up, since
//! a task that accounting has not heard of yet has none.

use std::collections::BTreeMap;

use crate::accounting::DayRow;
use crate::kernel::day::{Day, Zone};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;

/// Fee and reward of each task, in cents.
pub type Prices = BTreeMap<i64, (i64, i64)>;

/// What moved, from the point of view of a popug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Fee(i64),
    Reward(i64),
    Paid(i64),
    Adjusted(i64),
    /// The inverse of the row at this place.
    Back(usize),
}

/// Who is on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    Management,
    Bank,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub popug: usize,
    pub at: Moment,
    pub day: Day,
    pub moved: Moved,
}

#[derive(Clone)]
pub struct Books {
    pub zone: Zone,
    pub first: Day,
    pub rows: Vec<Row>,
    /// The closed days, with the seals that were told.
    pub closed: Vec<DayRow>,
}

impl Books {
    pub fn oldest_open(&self) -> Day {
        self.closed.last().map_or(self.first, |it| it.day.next())
    }

    pub fn open(&self, now: Moment) -> Day {
        self.zone.day_of(now).max(self.oldest_open())
    }

    pub fn post(&mut self, at: Moment, popug: usize, moved: Moved) {
        let day = self.open(at);
        self.rows.push(Row {
            popug,
            at,
            day,
            moved,
        });
    }

    pub fn other(&self, row: &Row) -> Other {
        match row.moved {
            Moved::Paid(_) => Other::Bank,
            Moved::Back(place) => self.other(&self.rows[place]),
            Moved::Fee(_) | Moved::Reward(_) | Moved::Adjusted(_) => Other::Management,
        }
    }

    pub fn cents(&self, row: &Row, prices: &Prices) -> i64 {
        match row.moved {
            Moved::Fee(task) => -prices[&task].0,
            Moved::Reward(task) => prices[&task].1,
            Moved::Paid(cents) => -cents,
            Moved::Adjusted(cents) => cents,
            Moved::Back(place) => -self.cents(&self.rows[place], prices),
        }
    }

    fn sum(&self, prices: &Prices, of: impl Fn(&Row) -> bool) -> i64 {
        let rows = self.rows.iter().filter(|row| of(row));
        rows.map(|row| self.cents(row, prices)).sum()
    }

    /// What everything of a popug that is dated up to a day comes to.
    pub fn balance(&self, popug: usize, through: Day, prices: &Prices) -> i64 {
        self.sum(prices, |row| row.popug == popug && row.day <= through)
    }

    pub fn balance_of(&self, other: Other, through: Day, prices: &Prices) -> i64 {
        -self.sum(prices, |row| self.other(row) == other && row.day <= through)
    }

    /// Rewards less fees of a popug on a day.
    pub fn earned_by(&self, popug: usize, day: Day, prices: &Prices) -> i64 {
        self.sum(prices, |row| {
            row.popug == popug && row.day == day && of_task(row)
        })
    }

    /// Fees less rewards on a day (M4).
    pub fn earned(&self, day: Day, prices: &Prices) -> i64 {
        -self.sum(prices, |row| row.day == day && of_task(row))
    }

    /// Adjustments and reversals against management on a day.
    pub fn adjusted(&self, day: Day, prices: &Prices) -> i64 {
        let mends = |row: &Row| matches!(row.moved, Moved::Adjusted(_) | Moved::Back(_));
        -self.sum(prices, |row| {
            row.day == day && mends(row) && self.other(row) == Other::Management
        })
    }

    /// Closes the oldest open day.
    pub fn close(&mut self, now: Moment, popugs: usize, prices: &Prices) -> DayRow {
        let day = self.oldest_open();
        let balances = (0..popugs).map(|popug| (popug, self.balance(popug, day, prices)));
        let balances: Vec<(usize, i64)> = balances.collect();
        let (black, rest): (Vec<_>, Vec<_>) = balances.iter().partition(|(_, cents)| *cents > 0);
        let cents = |of: &[&(usize, i64)]| of.iter().map(|(_, cents)| cents).sum::<i64>();
        let row = DayRow {
            day,
            closed_at: Some(now),
            payouts: i64::try_from(black.len()).expect("few"),
            paid_cents: Money::from_cents(cents(&black)),
            earned_cents: Money::from_cents(self.earned(day, prices)),
            debts_cents: Money::from_cents(-cents(&rest)),
            seal: None,
        };
        self.rows.extend(black.iter().map(|(popug, cents)| Row {
            popug: *popug,
            at: now,
            day,
            moved: Moved::Paid(*cents),
        }));
        self.closed.push(row.clone());
        row
    }

    /// Who was paid on a day, and how much.
    pub fn paid(&self, day: Day) -> Vec<(usize, i64)> {
        let of_day = self.rows.iter().filter(|row| row.day == day);
        let paid = of_day.filter_map(|row| match row.moved {
            Moved::Paid(cents) => Some((row.popug, cents)),
            Moved::Fee(_) | Moved::Reward(_) | Moved::Adjusted(_) | Moved::Back(_) => None,
        });
        paid.collect()
    }

    /// Every day that anything is dated on, and the ones between.
    pub fn days(&self, now: Moment) -> Vec<Day> {
        let last = self.rows.iter().map(|row| row.day).max();
        let last = last.unwrap_or(self.first).max(self.open(now));
        self.first.through(last).collect()
    }
}

fn of_task(row: &Row) -> bool {
    matches!(row.moved, Moved::Fee(_) | Moved::Reward(_))
}

//! A model of the books that is too simple to be wrong: a list of what moved, summed anew for every
//! question.

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;

/// What moved on an account, and on which day; negative is a charge.
#[derive(Clone, Copy)]
pub enum Moved {
    Fee(i64),
    Reward(i64),
    Paid(i64),
    Back(i64),
    /// Out of a day ahead of the clock.
    Out(i64),
}

/// The model.
pub struct Model {
    pub zone: Zone,
    pub first: Day,
    pub last_closed: Option<Day>,
    pub popugs: Vec<UserId>,
    pub open: Vec<i64>,
    pub tasks: i64,
    /// Popug, day, and either a task's price to look up or an amount in cents.
    pub moved: Vec<(UserId, Day, Moved)>,
    pub invoices: BTreeMap<Day, Vec<(i64, i64)>>,
    pub refused: BTreeSet<i64>,
    /// Which of what moved was brought back.
    pub brought: BTreeSet<usize>,
}

impl Model {
    pub fn day(&self, at: Moment) -> Day {
        let oldest_open = self.last_closed.map_or(self.first, Day::next);
        self.zone.day_of(at).max(oldest_open)
    }

    pub fn cents(moved: Moved, prices: &BTreeMap<i64, (i64, i64)>) -> i64 {
        match moved {
            Moved::Fee(task) => -prices[&task].0,
            Moved::Reward(task) => prices[&task].1,
            Moved::Paid(cents) => -cents,
            Moved::Back(cents) | Moved::Out(cents) => cents,
        }
    }

    pub fn held(&self, popug: UserId, through: Day, prices: &BTreeMap<i64, (i64, i64)>) -> i64 {
        let his = self.moved.iter();
        let his = his.filter(|(who, day, _)| *who == popug && *day <= through);
        his.map(|(_, _, moved)| Self::cents(*moved, prices)).sum()
    }

    pub fn close(&mut self, day: Day, prices: &BTreeMap<i64, (i64, i64)>) {
        for popug in self.popugs.clone() {
            let held = self.held(popug, day, prices);
            if held > 0 {
                self.moved.push((popug, day, Moved::Paid(held)));
                let invoices = self.invoices.entry(day).or_default();
                invoices.push((popug.get(), held));
            }
        }
        self.last_closed = Some(day);
    }

    /// Brings back what lies further ahead than a right clock explains; answers how many that are.
    pub fn bring_back(
        &mut self,
        (today, open): (Day, Day),
        prices: &BTreeMap<i64, (i64, i64)>,
    ) -> usize {
        let line = open.max(today.plus(2));
        let mut many = 0;
        for (index, (popug, day, moved)) in self.moved.clone().into_iter().enumerate() {
            let is_out = matches!(moved, Moved::Out(_));
            if day > line && !is_out && self.brought.insert(index) {
                let cents = Self::cents(moved, prices);
                self.moved.push((popug, day, Moved::Out(-cents)));
                self.moved.push((popug, open, Moved::Back(cents)));
                many += 1;
            }
        }
        many
    }

    pub fn earned(&self, on: Day, prices: &BTreeMap<i64, (i64, i64)>) -> i64 {
        let of_day = self.moved.iter().filter(|(_, day, _)| *day == on);
        let earned = of_day.map(|(_, _, moved)| match moved {
            Moved::Fee(_) | Moved::Reward(_) => -Self::cents(*moved, prices),
            Moved::Paid(_) | Moved::Back(_) | Moved::Out(_) => 0,
        });
        earned.sum()
    }
}

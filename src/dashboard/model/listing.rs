//! A list of which a page around the cursor is held.

use crate::kernel::page::{Anchor, Page, Paged};

/// Rows that are held on either side of the one where one is.
pub const REACH: u32 = 100;
/// So many rows before the end of what is held, more are asked for.
const AHEAD: usize = 40;

/// A row that has a number of its own.
pub trait Row {
    /// Its number.
    fn id(&self) -> i64;
}

/// A list, and where one is in it.
#[derive(Clone, Debug)]
pub struct Listing<R> {
    page: Paged<R>,
    selected: usize,
    /// The last question about it.
    asked: u64,
    /// The row that is to be selected when the answer comes, if it is there.
    wanted: Option<Anchor>,
}

impl<R> Default for Listing<R> {
    fn default() -> Self {
        Self {
            page: Paged::default(),
            selected: 0,
            asked: 0,
            wanted: None,
        }
    }
}

/// Where one moves in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many rows up.
    Up(usize),
    /// So many rows down.
    Down(usize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Step {
    /// From one row to another.
    pub const fn between(from: usize, to: usize) -> Self {
        if to >= from {
            return Self::Down(to - from);
        }
        Self::Up(from - to)
    }

    /// How far down one is then, of a text that is scrolled from here and ends at `last`.
    pub fn scrolled(self, from: usize, last: usize) -> usize {
        match self {
            Self::Up(rows) => from.saturating_sub(rows),
            Self::Down(rows) => (from + rows).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

impl<R: Row> Listing<R> {
    /// The rows that are held.
    pub fn rows(&self) -> &[R] {
        &self.page.rows
    }

    /// Where among them one is.
    pub const fn at(&self) -> usize {
        self.selected
    }

    /// The row one is on.
    pub fn selected(&self) -> Option<&R> {
        self.page.rows.get(self.selected)
    }

    /// Whether all rows that there are are held.
    pub const fn is_whole(&self) -> bool {
        !self.page.above && !self.page.below
    }

    /// Whether one is on the last row of the whole list.
    pub const fn is_at_end(&self) -> bool {
        !self.page.below && self.selected + 1 >= self.page.rows.len()
    }

    /// Whether an answer is waited for, where all questions up to this one are answered.
    pub const fn is_waiting(&self, answered: u64) -> bool {
        self.asked > answered
    }

    /// Moves; the page that has to be asked for then, if any. All questions up to this one are
    /// answered.
    pub fn step(&mut self, step: Step, answered: u64) -> Option<Page> {
        let last = self.page.rows.len().saturating_sub(1);
        let anchor = match step {
            Step::First if self.page.above => Some(Anchor::First),
            Step::Last if self.page.below => Some(Anchor::Last),
            Step::First | Step::Last | Step::Up(_) | Step::Down(_) => None,
        };
        if let Some(anchor) = anchor {
            self.wanted = Some(anchor);
            return Some(Page {
                anchor,
                reach: REACH,
            });
        }
        self.selected = match step {
            Step::Up(rows) => self.selected.saturating_sub(rows),
            Step::Down(rows) => self.selected.saturating_add(rows).min(last),
            Step::First => 0,
            Step::Last => last,
        };
        let near = (self.page.above && self.selected < AHEAD)
            || (self.page.below && self.selected + AHEAD > last);
        (near && !self.is_waiting(answered)).then(|| self.around())
    }

    /// The page around the row one is on.
    pub fn around(&self) -> Page {
        let row = self.selected().map(|row| Anchor::Row(row.id()));
        Page {
            anchor: row.unwrap_or_default(),
            reach: REACH,
        }
    }

    /// Goes to the row with this number when it is among what is asked for next.
    pub const fn want(&mut self, anchor: Anchor) {
        self.wanted = Some(anchor);
    }

    /// Notes the number of a question that was asked.
    pub const fn ask(&mut self, number: u64) {
        self.asked = number;
    }

    /// Takes a page in, and stays on the row one is on, wherever it has moved; where it is gone, on
    /// what stands in its place.
    pub fn take(&mut self, page: Paged<R>) {
        let wanted = self.wanted.take();
        let stays = self.selected().map(Row::id);
        let place = |id: i64| page.rows.iter().position(|row| row.id() == id);
        let last = page.rows.len().saturating_sub(1);
        let kept_place = self.selected.min(last);
        let selected = match wanted {
            Some(Anchor::First) => 0,
            Some(Anchor::Last) => last,
            Some(Anchor::Row(id)) => place(id).unwrap_or(0),
            None => stays.and_then(place).unwrap_or_else(|| {
                // The neighbour that came behind it, or before.
                let behind = self.page.rows.iter().skip(self.selected);
                let before = self.page.rows.iter().take(self.selected).rev();
                let mut near = behind.chain(before).map(Row::id);
                near.find_map(place).unwrap_or(kept_place)
            }),
        };
        self.selected = selected;
        self.page = page;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Row for i64 {
        fn id(&self) -> i64 {
            *self
        }
    }

    fn page(rows: std::ops::RangeInclusive<i64>, above: bool, below: bool) -> Paged<i64> {
        Paged {
            rows: rows.collect(),
            above,
            below,
        }
    }

    fn on(row: i64, of: Paged<i64>) -> Listing<i64> {
        let mut list = Listing::default();
        list.want(Anchor::Row(row));
        list.take(of);
        list
    }

    #[test]
    fn one_stays_on_a_row_that_moves_and_beside_one_that_is_gone() {
        let mut list = on(5, page(1..=9, false, false));
        list.take(page(3..=12, false, false));
        assert_eq!((list.selected(), list.at()), (Some(&5), 2));
        let without = [3, 4, 6, 7].to_vec();
        list.take(Paged {
            rows: without,
            above: false,
            below: false,
        });
        assert_eq!(list.selected(), Some(&6));
        list.take(page(1..=2, false, false));
        assert_eq!(list.selected(), Some(&2), "the one that was nearest");
        list.take(Paged::default());
        assert_eq!((list.selected(), list.at()), (None, 0));
    }

    #[test]
    fn more_is_asked_for_before_the_end_of_what_is_held() {
        let mut list = on(100, page(1..=200, true, true));
        assert_eq!(list.step(Step::Down(30), 6), None);
        let more = list.step(Step::Down(40), 6).expect("a page");
        assert_eq!(more.anchor, Anchor::Row(170));
        list.ask(7);
        assert_eq!(list.step(Step::Down(100), 6), None, "one is under way");
        assert_eq!(list.selected(), Some(&200));
        assert!(list.is_waiting(6) && !list.is_waiting(7));
    }

    #[test]
    fn the_ends_of_a_long_list_are_asked_for() {
        let mut list = on(100, page(50..=150, true, true));
        assert_eq!(
            list.step(Step::Last, 6).expect("a page").anchor,
            Anchor::Last
        );
        list.take(page(900..=999, true, false));
        assert_eq!(list.selected(), Some(&999));
        assert_eq!(list.step(Step::Last, 6), None);
        assert_eq!(
            list.step(Step::First, 6).expect("a page").anchor,
            Anchor::First
        );
        list.take(page(1..=100, false, true));
        assert_eq!(list.selected(), Some(&1));
    }
}

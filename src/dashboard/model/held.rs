//! A short list that is held whole, and the row one is on.

use crate::dashboard::model::listing::Step;

/// A short list, and where one is in it.
#[derive(Clone, Debug)]
pub struct Held<R> {
    rows: Vec<R>,
    at: usize,
}

impl<R> Default for Held<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            at: 0,
        }
    }
}

impl<R> Held<R> {
    /// All of it.
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// Where one is.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The row one is on.
    pub fn selected(&self) -> Option<&R> {
        self.rows.get(self.at)
    }

    /// Moves.
    pub fn step(&mut self, step: Step) {
        let last = self.rows.len().saturating_sub(1);
        self.at = match step {
            Step::Up(rows) => self.at.saturating_sub(rows),
            Step::Down(rows) => self.at.saturating_add(rows).min(last),
            Step::First => 0,
            Step::Last => last,
        };
    }

    /// Goes to the first row that is meant, if there is one.
    pub fn go_to(&mut self, meant: impl Fn(&R) -> bool) {
        if let Some(at) = self.rows.iter().position(meant) {
            self.at = at;
        }
    }

    /// Takes the list in anew, and stays on the row that is the same as the one one was on.
    pub fn take(&mut self, rows: Vec<R>, same: impl Fn(&R, &R) -> bool) {
        let before = self.rows.get(self.at);
        let stays = before.and_then(|before| rows.iter().position(|it| same(it, before)));
        let last = rows.len().saturating_sub(1);
        self.at = stays.unwrap_or(self.at).min(last);
        self.rows = rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stays_on_a_row_that_moves() {
        let mut held = Held::default();
        held.take(vec!["a", "b", "c"], |one, other| one == other);
        held.step(Step::Down(1));
        held.take(vec!["x", "y", "b"], |one, other| one == other);
        assert_eq!((held.selected(), held.at()), (Some(&"b"), 2));
        held.take(vec!["x"], |one, other| one == other);
        assert_eq!(held.selected(), Some(&"x"));
        held.take(Vec::new(), |one, other| one == other);
        assert_eq!(held.selected(), None);
        held.step(Step::Last);
        assert_eq!(held.at(), 0);
    }
}

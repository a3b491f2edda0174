//! A stretch of a long list: what fits on a screen, and some more around it.

use serde::{Deserialize, Serialize};

/// Where a page lies in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// At the beginning.
    #[default]
    First,
    /// At the end.
    Last,
    /// Around the row with this id.
    Row(i64),
}

/// A page of a list, around one of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Page {
    /// Where it lies.
    pub anchor: Anchor,
    /// At most so many rows on either side of the anchor.
    pub reach: u32,
}

/// The rows of a page, in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Paged<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// Whether there are more in front of them.
    pub above: bool,
    /// Whether there are more behind them.
    pub below: bool,
}

impl<R> Default for Paged<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            above: false,
            below: false,
        }
    }
}

/// Which way a list is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In its order.
    Down,
    /// Against it.
    Up,
}

impl Page {
    /// Puts a page together. `walk` gives at most so many rows in one way, from the row with an id
    /// on, itself included where it is in the list, or from the end that lies behind; `id` tells
    /// the id of a row.
    ///
    /// Where nothing is to be found around the anchor, the page is the first.
    pub fn read<R, E>(
        self,
        mut walk: impl FnMut(Way, Option<i64>, i64) -> Result<Vec<R>, E>,
        id: impl Fn(&R) -> i64,
    ) -> Result<Paged<R>, E> {
        let reach = usize::try_from(self.reach).unwrap_or(usize::MAX);
        let most = i64::from(self.reach).saturating_add(2);
        let (mut up, mut down) = match self.anchor {
            Anchor::First => (Vec::new(), walk(Way::Down, None, most)?),
            Anchor::Last => (walk(Way::Up, None, most)?, Vec::new()),
            Anchor::Row(row) => {
                let mut up = walk(Way::Up, Some(row), most)?;
                up.retain(|it| id(it) != row);
                (up, walk(Way::Down, Some(row), most)?)
            }
        };
        if up.is_empty() && down.is_empty() && self.anchor != Anchor::First {
            down = walk(Way::Down, None, most)?;
        }
        let above = up.len() > reach;
        up.truncate(reach);
        let below = down.len() > reach;
        down.truncate(reach);
        up.reverse();
        up.append(&mut down);
        Ok(Paged {
            rows: up,
            above,
            below,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page of the numbers 1 to 20 without 7.
    fn page(anchor: Anchor, reach: u32) -> (Vec<i64>, bool, bool) {
        let walk = |way, from: Option<i64>, most| {
            let all = (1..=20).filter(|it| *it != 7);
            let most = usize::try_from(most).expect("a few");
            let rows: Vec<i64> = match way {
                Way::Down => all
                    .filter(|it| from.is_none_or(|from| *it >= from))
                    .take(most)
                    .collect(),
                Way::Up => all
                    .rev()
                    .filter(|it| from.is_none_or(|from| *it <= from))
                    .take(most)
                    .collect(),
            };
            Ok::<_, ()>(rows)
        };
        let page = Page { anchor, reach }.read(walk, |it| *it).expect("a page");
        (page.rows, page.above, page.below)
    }

    #[test]
    fn a_page_lies_around_its_anchor_and_tells_whether_there_is_more() {
        assert_eq!(page(Anchor::First, 3), (vec![1, 2, 3], false, true));
        assert_eq!(page(Anchor::Last, 3), (vec![18, 19, 20], true, false));
        let around = vec![6, 8, 9, 10, 11, 12];
        assert_eq!(page(Anchor::Row(10), 3), (around, true, true));
        assert_eq!(page(Anchor::First, 30).0.len(), 19);
        assert!(!page(Anchor::First, 30).2);
    }

    #[test]
    fn a_row_that_is_no_longer_in_the_list_still_says_where() {
        assert_eq!(page(Anchor::Row(7), 2), (vec![5, 6, 8, 9], true, true));
    }
}

//! A page of the log.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::events::stored::Stored;
use crate::events::{CloudEvent, LogError, sql};
use crate::kernel::ids::Seq;
use crate::kernel::page::{Page, Paged, Way};
use crate::store::{Asker, Query, Read, StoreError};

/// A search looks at no more events than this on either side of its anchor: it never reads the
/// whole log.
const LOOK: i64 = 20_000;

/// `event.around`: what is around an event in the log, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageEvents {
    /// Only those about this, where it reads like `task/12`; else only those with this in their
    /// name, their subject or their actor. All of them where it is empty.
    pub like: String,
    /// The page.
    pub page: Page,
}

/// A page of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventsAround {
    /// The events.
    pub page: Paged<CloudEvent>,
    /// Whether the search ended before the log did.
    pub partly: bool,
    /// How many events the log has.
    pub head: i64,
}

/// What is searched for.
enum Sought<'l> {
    All,
    About(&'l str),
    With(&'l str),
}

impl<'l> Sought<'l> {
    fn of(like: &'l str) -> Self {
        let like = like.trim();
        let number = like.split_once('/').map(|(_, number)| number);
        let is_whole =
            number.is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
        match like {
            "" => Self::All,
            _ if is_whole => Self::About(like),
            _ => Self::With(like),
        }
    }
}

impl Query for PageEvents {
    type Answer = EventsAround;
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<EventsAround, LogError> {
        let like = self.like.to_lowercase();
        let sought = Sought::of(&like);
        let mut partly = false;
        let walk = |way, from: Option<i64>, most| {
            let (rows, ended) = walked(read, &sought, (way, from), most)?;
            partly |= !ended;
            Ok::<_, LogError>(rows)
        };
        let page = self.page.read(walk, |stored| stored.seq.get())?;
        let store_id = sql::store_id(read)?;
        let events = page.rows.into_iter();
        Ok(EventsAround {
            page: Paged {
                rows: events.map(|it| CloudEvent::new(it, &store_id)).collect(),
                above: page.above,
                below: page.below,
            },
            partly,
            head: sql::head(read)?.0.get(),
        })
    }
}

/// At most `most` of the events that are sought, and whether that is because there are no more, or
/// enough of them.
fn walked(
    read: &Read<'_>,
    sought: &Sought<'_>,
    (way, from): (Way, Option<i64>),
    most: i64,
) -> Result<(Vec<Stored>, bool), StoreError> {
    let end = match way {
        Way::Down => i64::MIN,
        Way::Up => i64::MAX,
    };
    let place = (way, Seq::new(from.unwrap_or(end)));
    let enough = usize::try_from(most).unwrap_or(usize::MAX);
    let mut rows = Vec::new();
    let mut looked = 0;
    match sought {
        Sought::All => sql::from(read, place, most, &mut |stored| {
            rows.push(stored);
            ControlFlow::Continue(())
        })?,
        Sought::About(subject) => {
            sql::about_from(read, place, (subject, most), &mut |stored| {
                rows.push(stored);
                ControlFlow::Continue(())
            })?;
        }
        Sought::With(text) => {
            sql::from(read, place, LOOK, &mut |stored| {
                looked += 1;
                if has(&stored, text) {
                    rows.push(stored);
                }
                if rows.len() < enough {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            })?;
            let ended = looked < LOOK || rows.len() >= enough;
            return Ok((rows, ended));
        }
    }
    Ok((rows, true))
}

fn has(stored: &Stored, text: &str) -> bool {
    let mut texts = [&stored.name, stored.subject.as_str(), &stored.actor].into_iter();
    texts.any(|it| it.to_lowercase().contains(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::{World, ask};
    use crate::kernel::page::Anchor;

    fn seqs(world: &World, like: &str, anchor: Anchor) -> (Vec<String>, bool, bool) {
        let query = PageEvents {
            like: like.to_owned(),
            page: Page { anchor, reach: 3 },
        };
        let around = ask(world, &query).expect("a page");
        assert!(!around.partly, "the log is short");
        let rows = around.page.rows.into_iter().map(|it| it.id);
        (rows.collect(), around.page.above, around.page.below)
    }

    #[test]
    fn a_page_lies_around_an_event_and_is_narrowed() {
        let world = World::new();
        world.close([1, 2, 1, 2, 1, 2, 12]);
        let ids = |seqs: &[i64]| seqs.iter().map(i64::to_string).collect::<Vec<_>>();
        let last = seqs(&world, "", Anchor::Last);
        assert_eq!(last, (ids(&[5, 6, 7]), true, false));
        let around = seqs(&world, "", Anchor::Row(4));
        assert_eq!(around, (ids(&[1, 2, 3, 4, 5, 6]), false, true));
        let about = seqs(&world, "task/1", Anchor::Last);
        assert_eq!(about, (ids(&[1, 3, 5]), false, false), "not task/12");
        let with = seqs(&world, "CLOSED", Anchor::First);
        assert_eq!(with, (ids(&[1, 2, 3]), false, true));
        assert_eq!(seqs(&world, "nothing", Anchor::Last).0, ids(&[]));
    }

    #[test]
    fn a_search_does_not_read_a_long_log() {
        let world = World::new();
        for _ in 0..21 {
            world.close((0..1_000).map(|_| 7));
        }
        let query = PageEvents {
            like: "nothing like it".to_owned(),
            page: Page {
                anchor: Anchor::Last,
                reach: 3,
            },
        };
        let around = ask(&world, &query).expect("a page");
        assert!(around.partly && around.page.rows.is_empty());
        assert_eq!(around.head, 21_000);
    }
}

//! A task as the log tells of it, to hold the one against that is kept.

use crate::events::{Event, Heard};
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{Seq, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::tasks::model::{Status, Wording};
use crate::tasks::sql::TaskRow;

/// Where the company was, and since which event.
#[derive(Default)]
pub struct Zones(Vec<(Seq, Zone)>);

impl Zones {
    /// Hears of a time zone; one that makes no sense is none.
    pub fn hear(&mut self, seq: Seq, zone: &str) {
        let zone = zone.parse().ok();
        self.0.extend(zone.map(|zone| (seq, zone)));
    }

    /// Whether an event can have been dated so: by its day where the company was, or where it had
    /// been as far as tasks had heard.
    pub fn date(&self, (seq, at): (Seq, Moment), day: Day) -> bool {
        let told = self.0.iter().filter(|(since, _)| *since < seq);
        told.map(|(_, zone)| zone.day_of(at)).any(|it| it == day)
    }
}

/// A task as the log tells of it.
pub struct Known {
    wording: Wording,
    author: UserId,
    assignee: Option<UserId>,
    status: Status,
    price: Option<(Money, Money)>,
    created: (Seq, Moment),
    assigned_at: Option<Moment>,
    closed: Option<(Seq, Moment)>,
}

impl Known {
    /// What the events of a task say of it; prices as far as tasks have heard them.
    pub fn by(events: &[Heard], offset: Seq) -> Option<Self> {
        let mut known: Option<Self> = None;
        for heard in events {
            if let Event::TaskCreated(it) = &heard.event {
                known = Some(Self {
                    wording: Wording {
                        ticket: it.ticket.clone(),
                        title: it.title.clone(),
                        description: it.description.clone(),
                    },
                    author: it.author,
                    assignee: None,
                    status: Status::Open,
                    price: None,
                    created: (heard.seq, heard.at),
                    assigned_at: None,
                    closed: None,
                });
            } else if let Some(known) = &mut known {
                known.hear(heard, offset);
            }
        }
        known
    }

    fn hear(&mut self, heard: &Heard, offset: Seq) {
        match &heard.event {
            Event::TaskAssigned(it) => {
                self.assignee = Some(it.assignee);
                self.assigned_at = Some(heard.at);
            }
            Event::TaskUpdated(it) => {
                self.wording = Wording {
                    ticket: it.ticket.clone(),
                    title: it.title.clone(),
                    description: it.description.clone(),
                };
            }
            Event::TaskClosed(_) => {
                self.status = Status::Closed;
                self.closed.get_or_insert((heard.seq, heard.at));
            }
            Event::TaskPriced(it) if heard.seq <= offset => {
                self.price = Some((it.fee_cents, it.reward_cents));
            }
            Event::TaskPriced(_)
            | Event::TaskCreated(_)
            | Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::SettingUpdated(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
    }
}

/// What of a task is not what the log says of it, if anything.
pub fn difference(row: &TaskRow, known: Option<&Known>, zones: &Zones) -> Option<String> {
    let id = row.id;
    let Some(known) = known else {
        return Some(format!("task {id} is not in the log"));
    };
    let what = if row.wording != known.wording {
        "text"
    } else if row.author != known.author {
        "author"
    } else if Some(row.assignee) != known.assignee {
        "assignee"
    } else if row.status != known.status {
        "status"
    } else if (row.fee, row.reward) != (known.price.map(|it| it.0), known.price.map(|it| it.1)) {
        "price"
    } else if row.folded != known.wording.folded() {
        "text for searching"
    } else if row.created.0 != known.created.1 || !zones.date(known.created, row.created.1) {
        "time of creation"
    } else if Some(row.assigned_at) != known.assigned_at {
        "time of assignment"
    } else if row.closed_at != known.closed.map(|it| it.1)
        || row.closed_day.is_some() != row.closed_at.is_some()
        || !row
            .closed_day
            .zip(known.closed)
            .is_none_or(|(day, at)| zones.date(at, day))
    {
        "time of closing"
    } else {
        return None;
    };
    Some(format!("task {id}: its {what} is not what the log says"))
}

//! Events, as CloudEvents.

use serde::{Deserialize, Serialize};

use crate::events::sql::Like;
use crate::events::{CloudEvent, EventName, LogError, sql};
use crate::kernel::ids::Seq;
use crate::store::{Asker, ListQuery, Query, Read, Visit, moved_to};

/// Events that `EventPage` answers at once.
const PAGE: i64 = 1_000;

/// `event list`: events, oldest first; a limit keeps the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventList {
    /// Only those behind this one.
    pub after: Option<Seq>,
    /// Only those of this name.
    pub name: Option<EventName>,
    /// Only those about this, such as `task/12`.
    pub subject: Option<String>,
    /// At most so many; absent or 0: all.
    pub limit: Option<u32>,
}

impl ListQuery for EventList {
    type Error = LogError;
    type Row = CloudEvent;

    fn each(
        &self,
        read: &Read<'_>,
        _: &Asker,
        visit: Visit<'_, CloudEvent>,
    ) -> Result<(), LogError> {
        let mut like = Like {
            after: self.after.unwrap_or(Seq::START),
            name: self.name.map(EventName::as_str),
            subject: self.subject.as_deref(),
        };
        if let Some(limit) = self.limit.filter(|limit| *limit > 0)
            && let Some(first) = sql::newest_like(read, like, i64::from(limit))?
        {
            like.after = Seq::new(first.get() - 1);
        }
        show(read, like, i64::MAX, visit)
    }
}

/// The next events behind one, oldest first: the way through a log of any size, and to follow it.
/// An empty page is the end of the log as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventPage {
    /// Behind this one; 0 for the beginning.
    pub after: Seq,
    /// Only those of this name.
    pub name: Option<EventName>,
    /// Only those about this.
    pub subject: Option<String>,
}

impl ListQuery for EventPage {
    type Error = LogError;
    type Row = CloudEvent;

    fn each(
        &self,
        read: &Read<'_>,
        _: &Asker,
        visit: Visit<'_, CloudEvent>,
    ) -> Result<(), LogError> {
        let like = Like {
            after: self.after,
            name: self.name.map(EventName::as_str),
            subject: self.subject.as_deref(),
        };
        show(read, like, PAGE, visit)
    }
}

fn show(
    read: &Read<'_>,
    like: Like<'_>,
    limit: i64,
    visit: Visit<'_, CloudEvent>,
) -> Result<(), LogError> {
    let store_id = sql::store_id(read)?;
    Ok(sql::stored_like(read, like, limit, &mut |stored| {
        visit(CloudEvent::new(stored, &store_id))
    })?)
}

/// `event show`: one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventShow {
    /// Its place in the log.
    pub seq: Seq,
}

impl Query for EventShow {
    type Answer = CloudEvent;
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let stored = sql::stored_at(read, self.seq)?.ok_or(LogError::Unknown(self.seq))?;
        Ok(CloudEvent::new(stored, &sql::store_id(read)?))
    }
}

/// The end of the log.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventHead {}

/// Where the log ends, and whether it goes on elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LogHead {
    /// The last event.
    pub seq: Seq,
    /// Where the store has moved to; null: nowhere.
    pub moved_to: Option<String>,
}

impl Query for EventHead {
    type Answer = LogHead;
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<LogHead, LogError> {
        Ok(LogHead {
            seq: sql::head(read)?.0,
            moved_to: moved_to(read)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::Append;
    use crate::events::testing::{World, ask, one_of_each};

    /// Twelve events, one of each name.
    fn world() -> World {
        let world = World::new();
        let events = one_of_each().into_iter().map(|event| (event, None));
        let events: Vec<_> = events.collect();
        world.write(|tx| tx.append_many(events.clone()));
        world
    }

    fn ids(events: Vec<CloudEvent>) -> String {
        let ids = events.into_iter().map(|event| event.id);
        ids.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_event_is_shown_as_a_cloud_event() {
        let world = world();
        let event = ask(&world, &EventShow { seq: Seq::new(7) }).expect("an event");
        let shown = serde_json::to_string_pretty(&event).expect("JSON");
        insta::assert_snapshot!(shown, @r#"
        {
          "specversion": "1.0",
          "id": "7",
          "source": "/popug/9f86d081884c7d659a2feaa0c55ad015/tasks",
          "type": "popug.task.closed",
          "subject": "task/12",
          "time": "2026-11-23T18:30:00Z",
          "datacontenttype": "application/json",
          "dataschema": "/popug/schema/task.closed/1",
          "actor": "system",
          "cause": null,
          "hash": "14dd0605957219142bc980afd123fc61b16a3b4cfc9c08b11d99067556ed44c3",
          "data": {
            "task": 12,
            "by": 3
          }
        }
        "#);
        world.poison(1, "task.lost", 1, "{");
        let event = ask(&world, &EventShow { seq: Seq::new(13) }).expect("an event");
        assert_eq!(
            (event.kind.as_str(), event.data),
            ("popug.task.lost", "{".into())
        );
        let unknown = ask(&world, &EventShow { seq: Seq::new(14) }).expect_err("unknown");
        assert_eq!(unknown.to_string(), "there is no event 14");
    }

    #[test]
    fn events_are_listed_oldest_first_and_a_limit_keeps_the_newest() {
        let world = world();
        let listed = |list: EventList| ids(ask(&world, &list).expect("a list"));
        let all = "1 2 3 4 5 6 7 8 9 10 11 12";
        assert_eq!(listed(EventList::default()), all);
        let limited = |limit| EventList {
            limit,
            ..EventList::default()
        };
        assert_eq!(listed(limited(Some(3))), "10 11 12");
        assert_eq!(listed(limited(Some(0))), all);
        let task = EventList {
            after: Some(Seq::new(4)),
            subject: Some("task/12".to_owned()),
            limit: Some(3),
            ..EventList::default()
        };
        assert_eq!(listed(task), "6 7 8");
        let named = EventList {
            name: Some(EventName::TaskPriced),
            ..EventList::default()
        };
        assert_eq!(listed(named), "8");
    }

    #[test]
    fn pages_lead_through_the_whole_log() {
        let world = World::new();
        world.close((0..2_500).map(|n| n % 2));
        let mut page = EventPage {
            after: Seq::START,
            name: None,
            subject: Some("task/1".to_owned()),
        };
        let mut lengths = Vec::new();
        let mut seen = 0;
        loop {
            let events = ask(&world, &page).expect("a page");
            lengths.push(events.len());
            let Some(last) = events.last() else { break };
            page.after = last.id.parse().expect("a place");
            seen += events.iter().filter(|it| it.subject == "task/1").count();
        }
        assert_eq!((lengths, seen), (vec![1_000, 250, 0], 1_250));
    }
}

//! What can be asked of the log, its consumers and their dead letters.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::events::log::Stored;
use crate::events::schema;
use crate::events::{
    CONSUMERS, CloudEvent, DeadLetter, EventName, LogError, dead_letter, discard, sql,
};
use crate::kernel::actor::Actor;
use crate::kernel::ids::{DeadLetterId, Seq};
use crate::kernel::permission::Permission;
use crate::kernel::request::{Asker, Request};
use crate::store::{Command, Query, Read, StoreError, Write};

/// Events that `EventPage` answers at once.
const PAGE: i64 = 1_000;

/// `event list`: events, oldest first; a limit keeps the newest.
///
/// The whole answer is in memory at once; what goes through a big log asks for pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

impl Request for EventList {
    const NAME: &'static str = "event.list";
    type Answer = Vec<CloudEvent>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Query for EventList {
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let after = self.after.unwrap_or(Seq::START);
        let limit = self.limit.filter(|limit| *limit > 0).map(i64::from);
        let (name, subject) = (self.name.map(EventName::as_str), self.subject.as_deref());
        let limit = limit.unwrap_or(i64::MAX);
        let mut newest = sql::stored_like(read, after, name, subject, limit)?;
        newest.reverse();
        Ok(as_cloud_events(read, newest)?)
    }
}

/// The next events behind one, oldest first: the way through a log of any size, and to follow it.
/// An empty page is the end of the log as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventPage {
    /// Behind this one; 0 for the beginning.
    pub after: Seq,
    /// Only those of this name.
    pub name: Option<EventName>,
    /// Only those about this.
    pub subject: Option<String>,
}

impl Request for EventPage {
    const NAME: &'static str = "event.page";
    type Answer = Vec<CloudEvent>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Query for EventPage {
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let (name, subject) = (self.name.map(EventName::as_str), self.subject.as_deref());
        let page = sql::stored_next(read, self.after, name, subject, PAGE)?;
        Ok(as_cloud_events(read, page)?)
    }
}

fn as_cloud_events(read: &Read<'_>, events: Vec<Stored>) -> Result<Vec<CloudEvent>, StoreError> {
    let store_id = sql::store_id(read)?;
    let events = events.into_iter();
    Ok(events.map(|it| CloudEvent::new(it, &store_id)).collect())
}

/// `event show`: one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventShow {
    /// Its place in the log.
    pub seq: Seq,
}

impl Request for EventShow {
    const NAME: &'static str = "event.show";
    type Answer = CloudEvent;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Query for EventShow {
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let stored = sql::stored_at(read, self.seq)?.ok_or(LogError::Unknown(self.seq))?;
        Ok(CloudEvent::new(stored, &sql::store_id(read)?))
    }
}

/// `event consumers`: how far each consumer has heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventConsumers {}

/// How far a consumer has heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsumerState {
    /// Its name.
    pub consumer: String,
    /// The last event that it has behind it.
    pub offset: Seq,
    /// The last event of the log.
    pub head: Seq,
    /// How many events lie between them.
    pub lag: i64,
    /// How many events it could not take in.
    pub dead: i64,
    /// How many wait behind those.
    pub parked: i64,
}

impl Request for EventConsumers {
    const NAME: &'static str = "event.consumers";
    type Answer = Vec<ConsumerState>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Query for EventConsumers {
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let (head, _) = sql::head(read)?;
        let states = CONSUMERS.into_iter().map(|consumer| {
            let offset = sql::offset(read, consumer)?.seq;
            let waiting = dead_letter::counts(read, consumer)?;
            Ok(ConsumerState {
                consumer: consumer.to_owned(),
                offset,
                head,
                lag: head.get() - offset.get(),
                dead: waiting.dead,
                parked: waiting.parked,
            })
        });
        states.collect()
    }
}

/// `event schema` without a name: what schemas there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventSchemas {}

/// A schema that there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemaName {
    /// The event's name.
    pub name: EventName,
    /// The version of its data.
    pub version: i64,
    /// What events name it by.
    pub dataschema: String,
}

impl Request for EventSchemas {
    const NAME: &'static str = "event.schemas";
    type Answer = Vec<SchemaName>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::OwnUser
    }
}

impl Query for EventSchemas {
    type Error = LogError;

    fn ask(&self, _: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let all = schema::all().map(|(name, version)| SchemaName {
            name,
            version,
            dataschema: schema::id(name.as_str(), version),
        });
        Ok(all.collect())
    }
}

/// `event schema NAME`: the JSON Schema of an event's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventSchema {
    /// The event's name.
    pub name: EventName,
    /// The version; the newest where it is absent.
    pub version: Option<i64>,
}

impl Request for EventSchema {
    const NAME: &'static str = "event.schema";
    type Answer = Value;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::OwnUser
    }
}

impl Query for EventSchema {
    type Error = LogError;

    fn ask(&self, _: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let version = self.version.unwrap_or_else(|| self.name.newest());
        schema::document(self.name, version)
    }
}

/// `event dead list`: what consumers could not take in, oldest letter first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDeadList {}

impl Request for EventDeadList {
    const NAME: &'static str = "event.dead.list";
    type Answer = Vec<DeadLetter>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Query for EventDeadList {
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        Ok(dead_letter::list(read)?)
    }
}

/// `event dead show`: a letter, whatever has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDeadShow {
    /// The letter.
    pub id: DeadLetterId,
}

impl Request for EventDeadShow {
    const NAME: &'static str = "event.dead.show";
    type Answer = DeadLetter;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Query for EventDeadShow {
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        dead_letter::show(read, self.id)?.ok_or(LogError::NoLetter(self.id))
    }
}

/// `event dead discard`: gives a letter up; what waits behind it is heard by the next catch-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDeadDiscard {
    /// The letter.
    pub id: DeadLetterId,
    /// Why.
    pub reason: String,
}

impl Request for EventDeadDiscard {
    const NAME: &'static str = "event.dead.discard";
    type Answer = DeadLetter;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::EventManage
    }
}

impl Command for EventDeadDiscard {
    type Error = LogError;

    fn run(&self, tx: &mut Write<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        discard(tx, self.id, &self.reason)
    }
}

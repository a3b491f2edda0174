//! Stored data of any version, read into the newest shape.

use serde::de::DeserializeOwned;

use crate::events::shape::{
    AccountFinalized, DayClosed, SettingUpdated, TaskAssigned, TaskClosed, TaskCreated,
    TaskCreatedV1, TaskPriced, TaskUpdated, TransactionCreated, TransactionProcessed, UserCreated,
    UserUpdated,
};
use crate::events::{Event, EventName, LogError, frozen};

/// Reads an event of version `version`; its schema is checked by its type.
pub fn read(name: EventName, version: i64, data: &str) -> Result<Event, LogError> {
    match (name, version) {
        (EventName::UserCreated, 1) => shape::<UserCreated>(name, data),
        (EventName::UserUpdated, 1) => shape::<UserUpdated>(name, data),
        (EventName::SettingUpdated, 1) => shape::<SettingUpdated>(name, data),
        (EventName::TaskCreated, 1) => {
            let first: TaskCreatedV1 = parse(name, data)?;
            Ok(Event::TaskCreated(first.upcast()))
        }
        (EventName::TaskCreated, 2) => shape::<TaskCreated>(name, data),
        (EventName::TaskAssigned, 1) => shape::<TaskAssigned>(name, data),
        (EventName::TaskUpdated, 1) => shape::<TaskUpdated>(name, data),
        (EventName::TaskClosed, 1) => shape::<TaskClosed>(name, data),
        (EventName::TaskPriced, 1) => shape::<TaskPriced>(name, data),
        (EventName::TransactionCreated, 1) => shape::<TransactionCreated>(name, data),
        (EventName::TransactionProcessed, 1) => shape::<TransactionProcessed>(name, data),
        (EventName::AccountFinalized, 1) => shape::<AccountFinalized>(name, data),
        (EventName::DayClosed, 1) => shape::<DayClosed>(name, data),
        (name, version) => Err(LogError::UnknownVersion { name, version }),
    }
}

fn shape<T: DeserializeOwned + Into<Event>>(
    name: EventName,
    data: &str,
) -> Result<Event, LogError> {
    parse::<T>(name, data).map(Into::into)
}

fn parse<T: DeserializeOwned>(name: EventName, data: &str) -> Result<T, LogError> {
    serde_json::from_str(data).map_err(|error| LogError::Shape {
        name,
        reason: error.to_string(),
    })
}

/// Characters of a title.
const TITLE: usize = 200;

impl TaskCreatedV1 {
    /// Never fails: the first line is the title, with its ticket split off where there is one, and
    /// the whole text is kept where the title does not hold all of it.
    fn upcast(self) -> TaskCreated {
        let whole = self.description.trim();
        let line = whole.lines().next().unwrap_or_default().trim();
        let (ticket, rest) = match frozen::ticket_and_title(line) {
            Some((ticket, rest)) => (ticket.parse().ok(), rest),
            None => (None, line),
        };
        let title: String = frozen::shown(rest).chars().take(TITLE).collect();
        let cut = line != whole || title != rest;
        TaskCreated {
            task: self.task,
            ticket,
            title: if title.is_empty() {
                "(no title)".to_owned()
            } else {
                title
            },
            description: cut.then(|| whole.to_owned()),
            author: self.author,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upcast(description: &str) -> TaskCreated {
        let data = serde_json::json!({"task": 1, "description": description, "author": 2});
        let read = read(EventName::TaskCreated, 1, &data.to_string());
        let Event::TaskCreated(newest) = read.expect("version 1 is readable") else {
            panic!("read as another event");
        };
        newest
    }

    #[test]
    fn the_first_version_of_a_task_is_read_as_the_second() {
        let newest = upcast("[POPUG-42] Oil the perch");
        assert_eq!(newest.ticket.expect("a ticket").as_str(), "POPUG-42");
        assert_eq!(newest.title, "Oil the perch");
        assert_eq!(newest.description, None);
    }

    #[test]
    fn upcasting_never_fails_and_loses_nothing() {
        let long = "x".repeat(300);
        let newest = upcast(&long);
        assert_eq!(newest.title.len(), 200);
        assert_eq!(newest.description.as_deref(), Some(long.as_str()));
        assert_eq!(upcast("").title, "(no title)");
        assert_eq!(upcast("[A-1] [B-2] both").title, "[A-1] [B-2] both");
        assert_eq!(upcast("one\ntwo").description.as_deref(), Some("one\ntwo"));
    }

    #[test]
    fn what_has_an_unknown_version_or_field_is_refused() {
        let unknown = read(EventName::TaskClosed, 9, "{}");
        assert!(matches!(
            unknown,
            Err(LogError::UnknownVersion { version: 9, .. })
        ));
        let more = read(EventName::TaskClosed, 1, r#"{"task":1,"by":2,"why":"no"}"#);
        assert!(matches!(more, Err(LogError::Shape { .. })));
    }
}

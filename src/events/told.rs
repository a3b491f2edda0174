//! What the log says of popugs and settings, to hold the copies against that consumers keep.

use std::collections::BTreeMap;

use crate::events::shape::UserUpdated;
use crate::events::{Event, EventName, each_of, offset_of};
use crate::kernel::finding::Finding;
use crate::kernel::ids::UserId;
use crate::store::{Read, StoreError};

/// Popugs and settings as they were when a consumer had heard what it has heard.
pub struct Told {
    consumer: &'static str,
    popugs: BTreeMap<UserId, UserUpdated>,
    settings: BTreeMap<String, String>,
}

impl Told {
    /// Hears the log as far as `consumer` has.
    pub fn to(read: &Read<'_>, consumer: &'static str) -> Result<Self, StoreError> {
        let through = offset_of(read, consumer)?;
        let mut told = Self {
            consumer,
            popugs: BTreeMap::new(),
            settings: BTreeMap::new(),
        };
        let names = [
            EventName::UserCreated,
            EventName::UserUpdated,
            EventName::SettingUpdated,
        ];
        each_of::<StoreError>(read, &names, |heard| {
            if heard.seq <= through {
                told.hear(heard.event);
            }
            Ok(())
        })?;
        Ok(told)
    }

    /// The popugs that were told of.
    pub fn popugs(&self) -> impl Iterator<Item = UserId> {
        self.popugs.keys().copied()
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::UserUpdated(it) => {
                self.popugs.insert(it.user, it);
            }
            Event::UserCreated(it) => {
                let popug = UserUpdated {
                    user: it.user,
                    name: it.name,
                    role: it.role,
                    email: it.email,
                    full_name: it.full_name,
                    active: it.active,
                };
                self.popugs.insert(it.user, popug);
            }
            Event::SettingUpdated(it) => {
                self.settings.insert(it.key, it.value);
            }
            Event::TaskCreated(_)
            | Event::TaskAssigned(_)
            | Event::TaskUpdated(_)
            | Event::TaskClosed(_)
            | Event::TaskPriced(_)
            | Event::TransactionCreated(_)
            | Event::TransactionProcessed(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
    }

    /// The first popug whose copy is missing, made up, or not what `kept` makes of what was told.
    pub fn popug<T: PartialEq>(
        &self,
        copies: Vec<(UserId, T)>,
        kept: impl Fn(&UserUpdated) -> T,
    ) -> Option<Finding> {
        let mut copies: BTreeMap<UserId, T> = copies.into_iter().collect();
        for (id, popug) in &self.popugs {
            if copies.remove(id).as_ref() != Some(&kept(popug)) {
                return Some(self.bad(&format!("popug {}", popug.name)));
            }
        }
        let (made_up, _) = copies.first_key_value()?;
        Some(self.bad(&format!("popug {made_up}")))
    }

    /// The first setting whose copy is missing, made up, or not what was told; `kept` are the keys
    /// of which there are copies.
    pub fn setting(&self, copies: Vec<(String, String)>, kept: &[&str]) -> Option<Finding> {
        let copies: BTreeMap<String, String> = copies.into_iter().collect();
        let keys = kept
            .iter()
            .copied()
            .chain(copies.keys().map(String::as_str));
        let told = |key: &str| self.settings.get(key).filter(|_| kept.contains(&key));
        let mut wrong = keys.filter(|key| copies.get(*key) != told(key));
        let key = wrong.next()?;
        Some(self.bad(&format!("the setting {key}")))
    }

    fn bad(&self, what: &str) -> Finding {
        let detail = format!(
            "what {} keeps of {what} is not what the log says",
            self.consumer
        );
        let hint = "somebody changed the store by hand: compare with a backup";
        Finding::failure("copies", detail, hint)
    }
}

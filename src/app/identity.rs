//! Who a store says that it is: told in the log when it is made, so that nobody changes it unseen.
//!
//! A sandbox takes a given clock and a given seed, and with them somebody's choice of what should be
//! chance. The record is a `setting.updated` of a key that is no setting, as one of lost commits is:
//! the names of events are a closed set, and every consumer passes over a setting that it does not
//! know.

use serde::{Deserialize, Serialize};

use crate::app::door::World;
use crate::app::error::AppError;
use crate::auth::AuthError;
use crate::events::shape::SettingUpdated;
use crate::events::{self, Append, Event, Subject};
use crate::kernel::clock::Clock;
use crate::kernel::dice::{Dice, Seed, random_bytes};
use crate::kernel::finding::Finding;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::{Identity, Read, Write};

const CHECK: &str = "identity";

/// The key of the records.
pub const KEY: &str = "store";

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    id: String,
    sandbox: bool,
    created_at: Moment,
}

impl Record {
    fn of(identity: &Identity) -> Self {
        Self {
            id: identity.store_id.clone(),
            sandbox: identity.sandbox,
            created_at: identity.created_at,
        }
    }

    /// What is another than the log tells.
    fn difference(&self, told: &Self) -> Option<&'static str> {
        if self.id != told.id {
            return Some("its id is not");
        }
        match (self.sandbox, told.sandbox) {
            (true, false) => return Some("that it is a sandbox is not"),
            (false, true) => return Some("that it is no sandbox is not"),
            (true, true) | (false, false) => {}
        }
        (self.created_at != told.created_at).then_some("when it was made is not")
    }
}

/// The id of a store of this name that is made: one that nobody else has, unless clock and seed are
/// both given, since everything in the log follows from them then.
pub fn new_id(world: &World, name: &str) -> Result<String, AppError> {
    let dice = match world.clock {
        Clock::Fixed(_) => world.dice,
        Clock::System => Dice::System,
    };
    let purpose = format!("store {name} {}", world.clock.now());
    let seed = dice.seed(&purpose, Seq::START).map_err(AuthError::from)?;
    Ok(hexadecimal(seed))
}

/// An id that nobody else has, of 128 bits.
pub fn own_id() -> Result<String, AppError> {
    Ok(hexadecimal(random_bytes().map_err(AuthError::from)?))
}

fn hexadecimal(seed: Seed) -> String {
    let bytes = seed.iter().take(16);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// Tells of the store in its log.
pub fn tell(tx: &mut Write<'_>, identity: &Identity) -> Result<(), AppError> {
    let key = KEY.to_owned();
    let value = serde_json::to_string(&Record::of(identity)).map_err(AppError::Json)?;
    tx.append(SettingUpdated { key, value })?;
    Ok(())
}

/// Whether the log tells of the store; those made before any did are told of when they are upgraded.
pub fn is_told(read: &Read<'_>) -> Result<bool, AppError> {
    Ok(told(read)?.is_some())
}

/// Whether the store is the one that its log tells of.
pub fn examine(read: &Read<'_>) -> Result<Finding, AppError> {
    let Some(value) = told(read)? else {
        let detail = "the log does not tell which store it is of, nor whether that is a sandbox";
        return Ok(Finding::warning(
            CHECK,
            detail,
            "`popug store upgrade` tells it",
        ));
    };
    let told: Record = serde_json::from_str(&value).map_err(AppError::Json)?;
    let kept = Record::of(&Identity::of(read)?);
    Ok(match kept.difference(&told) {
        Some(what) => {
            let detail = format!("what the store says of itself: {what} what the log tells");
            let hint = "somebody changed the store by hand: compare with a backup";
            Finding::failure(CHECK, detail, hint)
        }
        None => Finding::fine(CHECK, "the store is the one that the log tells of"),
    })
}

/// The last record, if there is any.
fn told(read: &Read<'_>) -> Result<Option<String>, AppError> {
    let mut last = None;
    let subject = Subject::Setting(KEY.to_owned());
    events::each_about(read, &subject, |heard| {
        if let Event::SettingUpdated(it) = heard.event {
            last = Some(it.value);
        }
        Ok::<_, AppError>(())
    })?;
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(clock: &str, seed: u64) -> World {
        World {
            clock: Clock::Fixed(clock.parse().expect("an instant")),
            dice: Dice::Seeded(seed),
        }
    }

    #[test]
    fn the_id_of_a_store_follows_from_clock_and_seed_where_both_are_given() {
        let id = |world: World| new_id(&world, "popug.db").expect("an id");
        let monday = world("2026-11-23T09:00:00Z", 1);
        assert_eq!(id(monday), id(monday));
        assert_ne!(id(monday), id(world("2026-11-23T09:00:00Z", 2)));
        assert_ne!(id(monday), id(world("2026-11-24T09:00:00Z", 1)));
        assert_ne!(id(monday), new_id(&monday, "other.db").expect("an id"));
        for half in [
            World {
                clock: Clock::System,
                ..monday
            },
            World {
                dice: Dice::System,
                ..monday
            },
        ] {
            assert_ne!(id(half), id(half));
            assert_eq!(id(half).len(), 32);
        }
    }
}

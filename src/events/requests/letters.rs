//! Dead letters.

use serde::{Deserialize, Serialize};

use crate::events::{DeadLetter, LogError, dead_letter, discard};
use crate::kernel::ids::DeadLetterId;
use crate::store::{Asker, Command, Query, Read, Write};

/// `event dead list`: what consumers could not take in, oldest letter first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventDeadList {}

impl Query for EventDeadList {
    type Answer = Vec<DeadLetter>;
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        Ok(dead_letter::list(read)?)
    }
}

/// `event dead show`: a letter, whatever has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventDeadShow {
    /// The letter.
    pub id: DeadLetterId,
}

impl Query for EventDeadShow {
    type Answer = DeadLetter;
    type Error = LogError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        dead_letter::show(read, self.id)?.ok_or(LogError::NoLetter(self.id))
    }
}

/// `event dead discard`: gives a letter up; what waits behind it is heard by the next catch-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventDeadDiscard {
    /// The letter.
    pub id: DeadLetterId,
    /// Why.
    pub reason: String,
}

impl Command for EventDeadDiscard {
    type Answer = DeadLetter;
    type Error = LogError;

    fn run(&self, tx: &mut Write<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        discard(tx, self.id, &self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::{Listener, NOW, World, ask, asker};
    use crate::store::testing::stamp;

    #[test]
    fn dead_letters_are_listed_shown_and_discarded() {
        let world = World::new();
        world.close([1, 2, 2]);
        let accounting = Listener::accounting();
        accounting.refuse(2);
        world.hear(&[&accounting]);
        world.close([2]);
        world.hear(&[&accounting]);

        let listed = ask(&world, &EventDeadList {}).expect("a list");
        let shown = serde_json::to_string_pretty(&listed).expect("JSON");
        insta::assert_snapshot!(shown, @r#"
        [
          {
            "id": 1,
            "consumer": "accounting",
            "seq": 2,
            "name": "task.closed",
            "subject": "task/2",
            "reason": "no room for task 2",
            "at": "2026-11-23T18:30:00Z",
            "parked": 2,
            "state": "dead",
            "ended_at": null,
            "ended_by": null,
            "ended_because": null
          }
        ]
        "#);
        let id = listed[0].id;
        assert_eq!(
            ask(&world, &EventDeadShow { id }).expect("a letter"),
            listed[0]
        );

        let reason = "a test".to_owned();
        let discard = EventDeadDiscard { id, reason };
        let discarded = world.write(|tx| discard.run(tx, &asker()));
        assert_eq!(ask(&world, &EventDeadList {}).expect("a list"), []);
        assert_eq!(
            ask(&world, &EventDeadShow { id }).expect("a letter"),
            discarded
        );
        let again = world
            .store()
            .write(&stamp(NOW), |tx| discard.run(tx, &asker()));
        let again = again.expect_err("discarded already");
        assert_eq!(again.to_string(), "letter 1 is discarded, not dead");
    }
}

//! How far consumers have heard.

use serde::{Deserialize, Serialize};

use crate::events::{CONSUMERS, LogError, dead_letter, sql};
use crate::kernel::ids::Seq;
use crate::store::{Asker, Query, Read};

/// `event consumers`: how far each consumer has heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventConsumers {}

/// How far a consumer has heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

impl Query for EventConsumers {
    type Answer = Vec<ConsumerState>;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::{Listener, World, ask};

    #[test]
    fn consumers_are_listed_in_the_order_in_which_they_hear() {
        let world = World::new();
        world.close([1, 2, 2]);
        let accounting = Listener::accounting();
        accounting.refuse(2);
        world.hear(&[&accounting, &Listener::tasks()]);
        world.close([5]);
        let states = ask(&world, &EventConsumers {}).expect("states");
        let lines = states
            .iter()
            .map(|it| serde_json::to_string(it).expect("JSON"));
        insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r#"
        {"consumer":"accounting","offset":4,"head":5,"lag":1,"dead":1,"parked":1}
        {"consumer":"tasks","offset":4,"head":5,"lag":1,"dead":0,"parked":0}
        {"consumer":"analytics","offset":0,"head":5,"lag":5,"dead":0,"parked":0}
        {"consumer":"delivery","offset":0,"head":5,"lag":5,"dead":0,"parked":0}
        "#);
    }
}

//! What people ask popug for, as plain data.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;
use crate::kernel::range::Calendar;

/// A request: plain data with a name, the permission it needs and the type of its answer.
///
/// The answer is what `--json` prints; a door may carry request and answer over a wire.
pub trait Request: Serialize + DeserializeOwned {
    /// Its name, such as `task.close`; part of what a request's key stands for.
    const NAME: &'static str;

    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// What the actor has to be allowed to.
    fn permission(&self, actor: &Actor) -> Permission;
}

/// Who asks, and on which day: what a request may know beside its own fields and the store.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Who.
    pub actor: Actor,
    /// What `today` and `open` mean at that moment.
    pub calendar: Calendar,
}

//! What the door has to know of a request before it lets it in.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;

/// A request: plain data with a name and the permission that it needs. The registry has them all.
///
/// Its answer is what `--json` prints; a door may carry request and answer over a wire.
pub trait Request: Serialize + DeserializeOwned {
    /// Its name, such as `task.close`; part of what a request's key stands for.
    const NAME: &'static str;

    /// Whether a key of the caller's may stand for it; not where it makes or carries a secret.
    const KEYED: bool;

    /// What the actor has to be allowed to; `None` where everybody may who is known.
    fn permission(&self, actor: &Actor) -> Option<Permission>;
}

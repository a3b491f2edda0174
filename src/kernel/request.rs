//! What a request may know beside its own fields and the store.

use crate::kernel::actor::Actor;
use crate::kernel::range::Calendar;

/// Who asks, and on which day.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Who.
    pub actor: Actor,
    /// What `today` and `open` mean at that moment.
    pub calendar: Calendar,
}

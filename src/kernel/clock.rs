//! What time it is.

use chrono::Utc;

use crate::kernel::moment::Moment;

/// Where the present moment comes from. Made in `main`; nothing else reads the wall clock.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock.
    System,
    /// Always this moment (`POPUG_CLOCK`, in a sandbox).
    Fixed(Moment),
}

impl Clock {
    /// Now.
    pub fn now(self) -> Moment {
        match self {
            Self::System => Moment::from_utc(wall_clock()),
            Self::Fixed(moment) => moment,
        }
    }

    /// Whether this is not the system's own clock.
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the wall clock"
)]
fn wall_clock() -> chrono::DateTime<Utc> {
    Utc::now()
}

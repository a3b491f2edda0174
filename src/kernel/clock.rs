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

    /// Now, where a server has a clock of its own: that counts for everybody who works there,
    /// whatever theirs say. A given moment is the same everywhere.
    pub fn by_server(self, server: Option<Moment>) -> Moment {
        match (self, server) {
            (Self::System, Some(server)) => server,
            (Self::System, None) | (Self::Fixed(_), _) => self.now(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_clock_counts_unless_a_moment_is_given() {
        let moment = |text: &str| text.parse::<Moment>().expect("an instant");
        let server = moment("2026-11-23T18:30:00Z");
        let given = moment("2027-11-23T18:30:00Z");
        assert_eq!(Clock::System.by_server(Some(server)), server);
        assert_eq!(Clock::Fixed(given).by_server(Some(server)), given);
        assert!(Clock::System.by_server(None) > server);
    }
}

//! On which engine the stores of the tests are.

use std::sync::OnceLock;

/// Says on which: `postgres`; a SQLite file where it is absent.
const STORE: &str = "POPUG_TEST_STORE";

/// What keeps a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// The one that tests are asked to run on.
    #[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
    pub fn of_tests() -> Self {
        static ASKED: OnceLock<Engine> = OnceLock::new();
        *ASKED.get_or_init(|| match std::env::var(STORE).ok().as_deref() {
            None => Self::Sqlite,
            Some("postgres") => Self::Postgres,
            Some(other) => panic!("{STORE} is postgres or absent, not {other}"),
        })
    }
}

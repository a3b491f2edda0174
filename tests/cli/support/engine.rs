//! On which engine the stores of the tests are.

use std::sync::OnceLock;

use crate::cluster::{Database, cluster};

/// Says on which: `postgres`; a SQLite file where it is absent.
const STORE: &str = "POPUG_TEST_STORE";

/// What keeps a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A database of a server.
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

    /// Where a store can be made.
    pub fn place(self) -> Place {
        match self {
            Self::Sqlite => Place::File,
            Self::Postgres => {
                let server = cluster().expect("a server, since tests are asked to run on one");
                Place::Database(Database::new(server))
            }
        }
    }
}

/// Where the store of a world is.
#[derive(Debug)]
pub enum Place {
    /// In its usual place in the home.
    File,
    /// In a database of its own.
    Database(Database),
}

impl Place {
    /// Another one, whose store begins as this one stands.
    pub fn copy(&self) -> Self {
        match self {
            Self::File => Self::File,
            Self::Database(database) => Self::Database(database.copy()),
        }
    }
}

//! Where a store of the tests can be made, on each engine.

pub use crate::cluster::Engine;
use crate::cluster::{Database, cluster};

/// What doctor says of a server and not of what is stored there: one to be thrown away promises
/// nothing, and its role may do everything.
pub const OF_THE_SERVER: [&str; 3] = ["server", "connection", "rights"];

/// Where the store of a world is.
#[derive(Debug)]
pub enum Place {
    /// In its usual place in the home.
    File,
    /// In a database of its own.
    Database(Database),
}

impl Place {
    /// One where there is no store yet.
    pub fn on(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::File,
            Engine::Postgres => {
                let server = cluster().expect("a server, since tests are asked to run on one");
                Self::Database(Database::new(server))
            }
        }
    }

    /// Another one, whose store begins as this one stands.
    pub fn copy(&self) -> Self {
        match self {
            Self::File => Self::File,
            Self::Database(database) => Self::Database(database.copy()),
        }
    }
}

//! PostgreSQL servers to be thrown away: one that a test process shares, and others with settings
//! of their own.
//!
//! A server needs no network: it is reached by a Unix socket in its own directory, which is gone,
//! and the server with it, when the test process ends, however it ends.

mod directory;
mod engine;
mod pooler;
mod programs;
mod proxy;
mod server;
mod settings;
mod store;

use std::io::{self, Write};
use std::sync::OnceLock;

pub use engine::Engine;
pub use pooler::Pooler;
pub use programs::Programs;
pub use proxy::{Cut, Proxy};
pub use server::{AUTHORITY, ROLE, Server};
pub use settings::Settings;
pub use store::{Database, Schema};

/// With this in the environment PostgreSQL must be there. CI sets it.
const REQUIRED: &str = "POPUG_TEST_TOOLS";

/// Where PostgreSQL's programs are. `None` where there are none, which is said once on standard
/// error, unless the environment asks for them: then the test fails.
pub fn programs() -> Option<&'static Programs> {
    static FOUND: OnceLock<Option<Programs>> = OnceLock::new();
    let found = FOUND.get_or_init(|| match Programs::find() {
        Ok(programs) => Some(programs),
        Err(reason) => {
            assert!(!required(), "{reason}");
            // Not by a macro: what a test prints is shown only where it fails.
            let mut stderr = io::stderr();
            writeln!(stderr, "{reason}: PostgreSQL was not tried").expect("standard error");
            None
        }
    });
    found.as_ref()
}

/// The server that all tests of this process share, started by the first that asks. `None` where
/// there is no PostgreSQL on this machine.
pub fn cluster() -> Option<&'static Server> {
    static SHARED: OnceLock<Option<Server>> = OnceLock::new();
    let shared = SHARED.get_or_init(|| Some(Server::start(programs()?, &Settings::shared())));
    shared.as_ref()
}

/// Whether what a test needs must be there, and everything is to be tried, as CI does.
#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
fn required() -> bool {
    std::env::var_os(REQUIRED).is_some()
}

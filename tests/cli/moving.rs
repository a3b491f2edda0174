//! `store copy`: a store that moves, and one that is tried elsewhere.

mod crowd;
mod history;
mod retired;
mod targets;
mod trial;

use crate::cluster::{Database, cluster};
use crate::support::{FileOnly, OF_THE_SERVER, Ran, World, on_file};

/// Where the store of a world is to begin with.
const HERE: &str = "data/popug/popug.db";

/// A company whose store is a file.
fn company() -> World {
    on_file(FileOnly::Copies).company()
}

/// A place for a store.
enum Target {
    File(String),
    Database(Box<Database>),
}

impl Target {
    /// A place of each kind, as far as there is a server.
    fn each() -> Vec<Self> {
        let database = cluster().map(|server| Self::Database(Box::new(Database::new(server))));
        let file = Self::File("there.db".to_owned());
        [file].into_iter().chain(database).collect()
    }

    /// What `--store` takes.
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.clone(),
            Self::Database(database) => database.url(),
        }
    }

    /// What popug calls it where others are told.
    fn told(&self) -> String {
        match self {
            Self::File(path) => format!("~/{path}"),
            Self::Database(database) => database.url(),
        }
    }

    /// What a command printed, whatever the place.
    fn named(&self, mut ran: Ran) -> Ran {
        let told = self.told();
        for text in [&mut ran.line, &mut ran.stdout, &mut ran.stderr] {
            *text = text.replace(&told, "THERE").replace(&self.name(), "THERE");
        }
        ran
    }
}

/// What `doctor` does not find well in a store.
fn complaints(world: &World, store: &str) -> Vec<String> {
    let found = world.run(&format!("doctor --json --store {store}")).json();
    let found = found.as_array().expect("an array").iter();
    // The server here is one to be thrown away: it promises nothing, and letters have no directory.
    let of_the_server = |check: &str| OF_THE_SERVER.contains(&check) || check == "letters";
    let bad = found.filter(|it| {
        it["level"] != "ok" && it["check"].as_str().is_some_and(|it| !of_the_server(it))
    });
    let text = |it: &serde_json::Value, key| it[key].as_str().unwrap_or_default().to_owned();
    bad.map(|it| format!("{}: {}", text(it, "check"), text(it, "detail")))
        .collect()
}

/// The ids of all tasks in a store.
fn tasks(world: &World, store: &str) -> Vec<i64> {
    let all = world.json(&format!("task list --all --as loro --store {store}"));
    let all = all.as_array().expect("an array").iter();
    all.map(|it| it["id"].as_i64().expect("an id")).collect()
}

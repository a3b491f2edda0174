//! Every kind of write.

use crate::support::World;

/// A write, and the clock that it needs.
pub struct Kind {
    /// What it is called.
    pub name: &'static str,
    line: &'static str,
    clock: Option<&'static str>,
    /// Whether it takes a key; what takes none does nothing the second time, or is refused.
    pub keyed: bool,
}

/// All that write to the log.
pub const KINDS: [Kind; 12] = [
    keyed("add", "add 'Mind the egg' --as gruff"),
    keyed("done", "done 1 --as {assignee}"),
    keyed("edit", "task edit 1 --title 'Oil the swing' --as gruff"),
    keyed("reassign", "task reassign --yes --as gruff"),
    keyed(
        "adjust",
        "account adjust kesha +5 --reason 'a nut' --yes --as penny",
    ),
    keyed(
        "reverse",
        "account reverse {bonus} --reason 'not kesha' --yes --as penny",
    ),
    keyed(
        "setting",
        "setting set mail_from cage@popug.example --as polly",
    ),
    keyed(
        "user set",
        "user set kesha --full-name Innokenty --as polly",
    ),
    Kind {
        name: "user add",
        line: "user add zed --role worker --email zed@popug.example --as polly",
        clock: None,
        keyed: false,
    },
    Kind {
        name: "day close",
        line: "day close --as penny",
        clock: Some("2026-11-03T00:05:00Z"),
        keyed: false,
    },
    Kind {
        name: "import",
        line: "task import {rows} --as gruff",
        clock: None,
        keyed: false,
    },
    Kind {
        name: "user import",
        line: "user import {users} --as polly",
        clock: None,
        keyed: false,
    },
];

const fn keyed(name: &'static str, line: &'static str) -> Kind {
    Kind {
        name,
        line,
        clock: None,
        keyed: true,
    }
}

impl Kind {
    /// The command line, in a world that is made ready for it.
    pub fn line(&self, world: &mut World) -> String {
        if let Some(clock) = self.clock {
            world.at(clock);
        }
        let assignee = world.json_as("gruff", "task show 1")["assignee"].clone();
        let bonus = world.number("SELECT max(id) FROM accounting_transaction");
        let line = self
            .line
            .replace("{assignee}", assignee.as_str().expect("a name"));
        let line = line.replace("{bonus}", &bonus.to_string());
        let line = match self.keyed {
            true => line + " --key once",
            false => line,
        };
        let rows: String = (0..60)
            .map(|n| format!("{{\"title\":\"Row {n}\",\"key\":\"row-{n}\"}}\n"))
            .collect();
        let users: String = (0..20)
            .map(|n| format!("p{n},worker,p{n}@popug.example,\n"))
            .collect();
        let line = put(world, line, "{rows}", "rows.jsonl", &rows);
        let users = format!("name,role,email,full_name\n{users}");
        put(world, line, "{users}", "users.csv", &users)
    }
}

/// Lays a file beside which the line asks for.
fn put(world: &World, line: String, mark: &str, name: &str, text: &str) -> String {
    if !line.contains(mark) {
        return line;
    }
    let file = world.home().join(name);
    std::fs::write(&file, text).expect("a file");
    line.replace(mark, &file.display().to_string())
}

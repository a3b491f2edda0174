//! What commands cost: statements, for each of which a server is waited for.

use crate::support::{Engine, Ran, World};

/// Who does what; and at most how many statements that takes on a file and on a server, with what
/// opens the store, BEGIN and COMMIT among them. Under a given clock, as here, a server is asked at
/// once whether the store is a sandbox: elsewhere what only reads, or closes days, asks one less.
const BUDGETS: [(&str, &str, usize, usize); 6] = [
    ("kesha", "whoami", 11, 7),
    ("kesha", "task show 1", 11, 7),
    ("kesha", "add 'Oil the perch'", 43, 38),
    ("kesha", "done 1", 37, 32),
    ("kesha", "done 2 3 4 5 6 7 8 9 10 11 12 13 14 15", 37, 32),
    ("polly", "day close --date today --yes", 83, 71),
];

/// How many statements a command has sent, as its trace tells them.
fn statements(ran: &Ran) -> usize {
    let lines = ran.stderr.lines();
    lines.filter(|line| line.starts_with("trace: ")).count()
}

#[test]
fn a_command_keeps_to_its_statements() {
    let world = World::one_worker();
    for task in 1..=20 {
        world.run_as("polly", &format!("add 'task {task}'")).must();
    }
    for (who, command, on_file, on_server) in BUDGETS {
        // What is noted or asked once is behind it.
        world.run_as(who, "whoami").must();
        let traced = [("POPUG_LOG", "popug=trace")];
        let ran = world.with(&traced, &format!("{command} --as {who}")).must();
        let most = match Engine::of_tests() {
            Engine::Sqlite => on_file,
            Engine::Postgres => on_server,
        };
        let sent = statements(&ran);
        assert!(sent > most / 2, "{command}: {sent} of {most}: lower it");
        assert!(sent <= most, "{command}: {sent} of {most}\n{ran}");
    }
}

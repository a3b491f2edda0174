//! A reader that pauses: whoever answers holds no state of the store meanwhile, which would keep
//! its log of writes from ever being tidied up.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::{World, words};

/// Nothing here takes so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// Far more than a pipe holds, and than is kept in memory of some of the answers.
const TASKS: usize = 4_000;

/// Whether anybody holds a state of the store.
fn is_held(world: &World) -> bool {
    let sql = if world.is_on_file() {
        "PRAGMA wal_checkpoint(TRUNCATE)"
    } else {
        "SELECT count(*) FROM pg_stat_activity
         WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid()
           AND datname = current_database()"
    };
    world.number(sql) > 0
}

#[test]
fn a_reader_that_pauses_holds_no_state_and_reads_one_all_the_same() {
    let world = World::company();
    let titles = (1..=TASKS).map(|it| format!("Oil the perch with the number {it}\n"));
    let rows = format!("title\n{}", titles.collect::<String>());
    fs::write(world.home().join("tasks.csv"), rows).expect("a file");
    world.run_as("gruff", "task import tasks.csv").must();
    for line in [
        "task list --all --limit 0 --as gruff",
        "task list --all --json --as gruff",
        "account list --all --json --as penny",
        "event list --format jsonl --as polly",
        "export hledger --as penny",
        "export csv --as penny",
    ] {
        let whole = world.run(line).must().stdout;
        let mut command = world.command(&words(line));
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("popug starts");
        let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut read = String::new();
        reader.read_line(&mut read).expect("the first line");
        world.run_as("gruff", "add 'Count the seeds'").must();
        let began = Instant::now();
        while is_held(&world) {
            assert!(began.elapsed() < PATIENCE, "{line} holds a state");
        }
        reader.read_to_string(&mut read).expect("the rest");
        assert_eq!(child.wait().expect("ended").code(), Some(0), "{line}");
        assert!(world.named(&read) == whole, "{line} mixes states");
    }
}

//! A company on a server: many at once, connections that are cut, and a primary that dies.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::cluster::{Database, Server, Settings, cluster, programs};
use crate::support::{BEAK, Engine, Place, World, Worlds, short_or_long};

/// Nothing here takes so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(240);

/// Processes that work at the same time.
const PROCESSES: usize = 8;

/// Commands that each of them runs.
fn commands() -> usize {
    short_or_long(20, 200)
}

/// What every process does in turn.
fn step(number: usize, who: &str) -> String {
    match number % 8 {
        0..4 => format!("add 'Task {number} of {who}' --json --as {who}"),
        4 => "mine --json --as kesha".to_owned(),
        5 => format!("account show --json --as {who}"),
        6 => "task list --all --limit 0 --as gruff".to_owned(),
        _ => format!("user set {who} --full-name '{who} the {number}' --json --as polly"),
    }
}

/// The adds among the first steps.
fn adds(commands: usize) -> usize {
    (0..commands).filter(|number| number % 8 < 4).count()
}

/// Whoever waits for longer than two seconds is told why.
fn says_why_it_waits(line: &str) -> bool {
    line.starts_with("warning: ")
        && (line.ends_with("; trying again") || line.contains("waiting for"))
}

/// Lets every process run its commands; each must succeed and say nothing beside its answer, but why
/// it waits. Answers the ids of the tasks that were added.
fn everybody_works(world: &World, commands: usize, done: &AtomicUsize) -> Vec<i64> {
    let workers = ["kesha", "ara", "loro", "penny"];
    let ids: Vec<i64> = thread::scope(|threads| {
        let running: Vec<_> = (0..PROCESSES)
            .map(|process| {
                let who = workers[process % workers.len()];
                threads.spawn(move || {
                    let mut ids = Vec::new();
                    for number in 0..commands {
                        let ran = world.run(&step(number, who)).must();
                        assert!(ran.stderr.lines().all(says_why_it_waits), "{ran}");
                        if number % 8 < 4 {
                            ids.push(ran.json()["id"].as_i64().expect("an id"));
                        }
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                    ids
                })
            })
            .collect();
        let ended = running.into_iter().flat_map(|it| it.join().expect("ended"));
        ended.collect()
    });
    assert_eq!(ids.len(), PROCESSES * adds(commands));
    ids
}

/// Every task that was acknowledged is there once, every event has its number and was heard once,
/// and the books balance.
fn check_whole(world: &World, ids: &[i64]) {
    let distinct: BTreeSet<i64> = ids.iter().copied().collect();
    assert_eq!(distinct.len(), ids.len(), "an id was given twice");
    let many = i64::try_from(ids.len()).expect("a number");
    assert_eq!(world.number("SELECT count(*) FROM tasks_task"), many);
    assert_eq!(distinct, (1..=many).collect());
    for (nothing, sql) in [
        ("gap", "SELECT count(*) - max(seq) FROM events_log"),
        (
            "event behind the head",
            "SELECT seq - (SELECT max(seq) FROM events_log) FROM log_head",
        ),
        (
            "cent",
            "SELECT CAST(sum(balance_cents) AS BIGINT) FROM accounting_account",
        ),
        ("dead letter", "SELECT count(*) FROM events_dead"),
        (
            "event that was not heard",
            "SELECT count(*) FROM events_offset, log_head WHERE events_offset.seq < log_head.seq",
        ),
    ] {
        assert_eq!(world.number(sql), 0, "{nothing}");
    }
    let fees = "SELECT count(DISTINCT task_id) FROM accounting_transaction WHERE kind = 'fee'";
    assert_eq!(world.number(fees), many);
    assert_eq!(
        world.number("SELECT count(*) FROM accounting_transaction"),
        many
    );
    world.run("doctor").must();
}

#[test]
fn eight_processes_leave_a_log_without_gaps_and_books_that_balance() {
    if cluster().is_none() {
        return;
    }
    let world = Worlds::on(Engine::Postgres).company();
    let ids = everybody_works(&world, commands(), &AtomicUsize::new(0));
    check_whole(&world, &ids);
}

#[test]
fn connections_that_are_cut_are_nobodys_business() {
    if cluster().is_none() {
        return;
    }
    let world = Worlds::on(Engine::Postgres).company();
    let Place::Database(database) = world.place() else {
        panic!("a database");
    };
    let (ended, done) = (AtomicBool::new(false), AtomicUsize::new(0));
    // Every other one loses its connection, which takes longer than all else.
    let commands = commands().min(60);
    let (ids, cut) = thread::scope(|threads| {
        let cutter = threads.spawn(|| cut_connections(database, &ended, &done));
        let ids = {
            let _end = Ended(&ended);
            everybody_works(&world, commands, &done)
        };
        (ids, cutter.join().expect("ended"))
    });
    assert!(cut > commands, "only {cut} connections were cut");
    check_whole(&world, &ids);
}

/// Says so when it ends, a failed test included.
struct Ended<'a>(&'a AtomicBool);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Cuts one of the connections to a database, whatever it is doing, for every other command that is
/// done; answers how many.
fn cut_connections(database: &Database, ended: &AtomicBool, done: &AtomicUsize) -> usize {
    let mut client = database.connect();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()
                 AND application_name = 'popug'
               ORDER BY random() LIMIT 1";
    let mut times = 0;
    while !ended.load(Ordering::Relaxed) {
        if done.load(Ordering::Relaxed) >= 2 * times {
            times += client.query(cut, &[]).expect("cut").len();
        }
        thread::park_timeout(Duration::from_millis(1));
    }
    times
}

/// A primary and a standby that has what the primary acknowledged, and a world whose store is on
/// whichever of them takes writes.
struct Pair {
    primary: Server,
    standby: Server,
    url: String,
    world: World,
}

impl Pair {
    fn start() -> Option<Self> {
        let primary = Server::start(programs()?, &Settings::durable());
        let standby = primary.standby("second");
        primary.set("synchronous_standby_names", "second");
        let url = format!(
            "{}?host={},{}",
            "postgres://popug@/postgres",
            primary.host().display(),
            standby.host().display()
        );
        let world = Worlds::on(Engine::Sqlite).empty();
        Some(Self {
            primary,
            standby,
            url,
            world,
        })
    }

    fn run(&self, line: &str) -> crate::support::Ran {
        self.world.with(&[("POPUG_STORE", &self.url)], line)
    }

    fn with_beak(&self, line: &str) {
        let mut command = self.world.command(&crate::support::words(line));
        command.env("POPUG_STORE", &self.url);
        self.world.finish(line, command, BEAK).must();
    }
}

#[test]
fn a_primary_dies_and_nothing_that_was_acknowledged_does() {
    let Some(pair) = Pair::start() else { return };
    pair.with_beak("init --admin polly --email polly@popug.example --timezone UTC --beak-stdin");
    pair.run("user add kesha --role worker --email kesha@popug.example")
        .must();
    let (stop, done) = (AtomicBool::new(false), AtomicUsize::new(0));
    let at_least = |many: usize| {
        let began = Instant::now();
        while done.load(Ordering::Relaxed) < many {
            assert!(began.elapsed() < PATIENCE, "nobody goes on");
            thread::park_timeout(Duration::from_millis(5));
        }
    };
    let added: Vec<(i64, String)> = thread::scope(|threads| {
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let (pair, stop, done) = (&pair, &stop, &done);
                threads.spawn(move || {
                    let mut added = Vec::new();
                    for number in 0.. {
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                        let title = format!("Task {number} of {writer}");
                        let ran = pair.run(&format!("add '{title}' --json --wait 120")).must();
                        added.push((ran.json()["id"].as_i64().expect("an id"), title));
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                    added
                })
            })
            .collect();
        {
            let _end = Ended(&stop);
            at_least(20);
            pair.primary.stop_at_once();
            pair.standby.promote();
            at_least(done.load(Ordering::Relaxed) + 20);
        }
        let ended = writers.into_iter().flat_map(|it| it.join().expect("ended"));
        ended.collect()
    });
    let mut client = pair.standby.connect("postgres");
    let rows = client.query("SELECT id, title FROM tasks_task ORDER BY id", &[]);
    let there: Vec<(i64, String)> = rows
        .expect("tasks")
        .iter()
        .map(|row| (row.get(0), row.get(1)))
        .collect();
    let mut added = added;
    added.sort();
    assert_eq!(there, added);
    pair.run("doctor").must();
}

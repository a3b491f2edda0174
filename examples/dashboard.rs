//! What the dashboard costs over a large store: the time from its start to the first tasks, from a
//! key to the frame that answers it, its memory, the processor when nothing happens, and how large
//! the store's -wal grows while others write.
//!
//! ```sh
//! cargo build --release
//! POPUG=target/release/popug cargo run --example dashboard [TASKS [COMMITS [DIRECTORY]]]
//! ```
//!
//! It starts the program in a terminal of 140 columns and 40 rows, types, and reads the screen. The
//! store lies in a directory of its own, which is removed at the end; a DIRECTORY that is named is
//! kept, and its store is used again. 1,000,000 tasks take a minute and 3 GiB of disk.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that goes wrong ends, and says where"
)]

#[path = "../tests/terminal/mod.rs"]
#[expect(dead_code, reason = "tests ask for more")]
mod terminal;

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use terminal::{Heard, Terminal};

const SIZE: (u16, u16) = (140, 40);
const BEAK: &str = "sharp and curved";
const POPUGS: usize = 30;
/// What the screen shows once there are rows of tasks.
const TASKS: &str = "ASSIGNED";
/// How long a screen that answers a key at once has to stand still.
const QUICK: Duration = Duration::from_millis(10);

/// How much is done; over a small store, which is there to try this, little.
#[derive(Clone, Copy)]
struct Effort {
    /// So often a key is pressed, or several times that.
    rounds: usize,
    /// So long nothing happens.
    idle: Duration,
    /// So long a screen has to stand still where the store is searched or sorted.
    slow: Duration,
}

impl Effort {
    const fn over(tasks: usize) -> Self {
        let (rounds, idle, slow) = match tasks {
            ..10_000 => (5, 500, 100),
            _ => (50, 20_000, 2_000),
        };
        Self {
            rounds,
            idle: Duration::from_millis(idle),
            slow: Duration::from_millis(slow),
        }
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number = |usual: usize| match arguments.next() {
        Some(text) => text.replace(',', "").parse().expect("a number"),
        None => usual,
    };
    let (tasks, commits) = (number(1_000_000), number(20_000));
    let effort = Effort::over(tasks);
    let kept = arguments.next().map(PathBuf::from);
    let own = tempfile::tempdir().expect("a directory");
    let company = Company {
        home: kept.unwrap_or_else(|| own.path().to_owned()),
    };
    company.fill(tasks);
    let size = fs::metadata(company.store()).expect("a store").len();
    say(format!(
        "{tasks} tasks, {POPUGS} popugs; a store of {} MiB",
        size >> 20
    ));
    for who in ["polly", "w1"] {
        say(format!("{who}:"));
        starts(&company, who, effort.rounds);
        let mut screen = company.dashboard(who);
        keys(&mut screen, effort);
        memory(&screen);
        idle(&mut screen, effort);
    }
    for (how, keys) in [("", ""), (", where tasks are sorted by title", "ssss")] {
        let mut screen = company.dashboard("polly");
        screen.types(keys);
        settle(&mut screen, effort.slow);
        say(format!("{commits} commits by others{how}:"));
        others(&company, &mut screen, commits);
        memory(&screen);
    }
}

fn say(line: impl Display) {
    writeln!(io::stdout(), "{line}").expect("standard output");
}

/// A company in a directory.
struct Company {
    home: PathBuf,
}

impl Company {
    fn store(&self) -> PathBuf {
        self.home.join("popug.db")
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(program());
        command.args(line.split(' ')).current_dir(&self.home);
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", &self.home)
            .env("XDG_STATE_HOME", self.home.join("state"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("POPUG_STORE", self.store());
        command
    }

    fn run(&self, line: &str, input: &str) {
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.spawn().expect("popug starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A command that does not read its input may be gone already.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let status = child.wait().expect("popug ends");
        assert!(status.success(), "popug {line}: {status}");
    }

    fn fill(&self, tasks: usize) {
        if self.store().exists() {
            return;
        }
        fs::create_dir_all(&self.home).expect("a directory");
        let init =
            "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --quiet";
        self.run(init, BEAK);
        for n in 1..=POPUGS {
            let add =
                format!("user add w{n} --role worker --email w{n}@popug.example --beak-stdin");
            self.run(&add, BEAK);
        }
        self.run("login w1 --beak-stdin --quiet", BEAK);
        let path = self.home.join("tasks.jsonl");
        let mut rows = io::BufWriter::new(File::create(&path).expect("a file"));
        for n in 1..=tasks {
            let row =
                format!("{{\"title\":\"[POPUG-{n}] Oil the perch number {n} of the aviary\"}}");
            writeln!(rows, "{row}").expect("a row");
        }
        rows.flush().expect("rows");
        self.run("task import tasks.jsonl --as polly --quiet", "");
        fs::remove_file(path).expect("imported");
    }

    /// The dashboard, once it shows tasks.
    fn dashboard(&self, who: &str) -> Terminal {
        let mut screen = Terminal::start(self.command(&format!("dashboard --as {who}")), SIZE);
        screen.shows(TASKS);
        settle(&mut screen, Duration::from_millis(300));
        screen
    }
}

#[expect(clippy::disallowed_methods, reason = "what is measured is no setting")]
fn program() -> PathBuf {
    let popug = std::env::var_os("POPUG").map_or_else(|| PathBuf::from("popug"), PathBuf::from);
    if popug.components().count() == 1 {
        return popug;
    }
    fs::canonicalize(popug).expect("POPUG")
}

fn starts(company: &Company, who: &str, rounds: usize) {
    let mut took = Vec::new();
    for _ in 0..rounds {
        let command = company.command(&format!("dashboard --as {who}"));
        let began = Instant::now();
        let mut screen = Terminal::start(command, SIZE);
        screen.shows(TASKS);
        took.push(began.elapsed());
        screen.types("q");
        assert_eq!(screen.ends(), 0);
    }
    say(format!("  start to first tasks       {}", Spread::of(took)));
}

/// Takes in what is written until nothing was for so long; when the last of it came.
fn settle(screen: &mut Terminal, quiet: Duration) -> Instant {
    let mut last = Instant::now();
    loop {
        match screen.listen(Instant::now() + quiet) {
            Heard::Something => last = Instant::now(),
            Heard::Nothing => return last,
            Heard::End => panic!("it has ended:\n{}", screen.text()),
        }
    }
}

/// Types a key: how long until the screen changes, and until it has everything.
fn press(screen: &mut Terminal, key: &str, quiet: Duration) -> (Duration, Duration) {
    let before = screen.screen().state_formatted();
    let began = Instant::now();
    screen.types(key);
    let mut first = None;
    let mut last = began;
    while let Heard::Something = screen.listen(Instant::now() + quiet) {
        let now = Instant::now();
        if first.is_none() && screen.screen().state_formatted() != before {
            first = Some(now - began);
        }
        last = now;
    }
    let whole = last - began;
    (first.unwrap_or(whole), whole)
}

fn keys(screen: &mut Terminal, effort: Effort) {
    let rounds = effort.rounds;
    let (down, page_down, page_up) = ("\x1b[B", "\x1b[6~", "\x1b[5~");
    let mut all = Vec::new();
    let groups: [(&str, Vec<&str>, Duration); 6] = [
        (
            "down, up",
            [[down].repeat(4 * rounds), ["\x1b[A"].repeat(4 * rounds)].concat(),
            QUICK,
        ),
        (
            "pages",
            [[page_down].repeat(3 * rounds), [page_up].repeat(3 * rounds)].concat(),
            QUICK,
        ),
        ("into a task and back", ["\r", "\x1b"].repeat(rounds), QUICK),
        (
            "last and first",
            ["G", "g"].repeat(rounds / 5),
            effort.slow / 4,
        ),
        (
            "another column, direction",
            ["s", "S"].repeat(7),
            effort.slow,
        ),
        (
            "filter as one types",
            "/number 7777\x1b"
                .split("")
                .filter(|it| !it.is_empty())
                .collect(),
            effort.slow,
        ),
    ];
    for (name, keys, quiet) in groups {
        let took = keys.into_iter().map(|key| press(screen, key, quiet));
        let (first, whole): (Vec<_>, Vec<_>) = took.unzip();
        all.extend(first.iter().copied());
        say(format!("  {name:<26} {}", Spread::of(first)));
        say(format!(
            "    until all is there       {}",
            Spread::of(whole)
        ));
    }
    say(format!("  every key to its frame     {}", Spread::of(all)));
}

/// How long something took, and how far that varies.
struct Spread(Vec<Duration>);

impl Spread {
    fn of(mut took: Vec<Duration>) -> Self {
        took.sort();
        Self(took)
    }

    /// The one below which so many of a hundred are.
    fn at(&self, percent: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        let at = (last * percent).div_ceil(100);
        self.0.get(at).copied().unwrap_or_default()
    }
}

impl Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = |it: Duration| {
            let micros = it.as_micros();
            format!("{:>5}.{}", micros / 1000, micros % 1000 / 100)
        };
        write!(
            f,
            "median {} ms, p99 {} ms, most {} ms, of {}",
            shown(self.at(50)),
            shown(self.at(99)),
            shown(self.at(100)),
            self.0.len()
        )
    }
}

fn memory(screen: &Terminal) {
    let status = fs::read_to_string(format!("/proc/{}/status", screen.pid())).expect("it runs");
    let kib = |name: &str| {
        let mut lines = status.lines();
        let line = lines.find_map(|it| it.strip_prefix(name));
        let digits = line.and_then(|it| it.split_whitespace().next());
        digits
            .and_then(|it| it.parse::<u64>().ok())
            .expect("memory")
    };
    let (now, most) = (kib("VmRSS:"), kib("VmHWM:"));
    say(format!(
        "  memory                     {} MiB, at most {} MiB",
        now >> 10,
        most >> 10
    ));
}

/// How long all threads of a process were on a processor.
fn on_processor(screen: &Terminal) -> Duration {
    let threads = fs::read_dir(format!("/proc/{}/task", screen.pid())).expect("it runs");
    let nanos = threads.map(|it| {
        let path = it.expect("a thread").path().join("schedstat");
        let text = fs::read_to_string(path).unwrap_or_default();
        let first = text.split(' ').next().and_then(|it| it.parse().ok());
        Duration::from_nanos(first.unwrap_or_default())
    });
    nanos.sum()
}

fn idle(screen: &mut Terminal, effort: Effort) {
    settle(screen, effort.slow);
    let before = on_processor(screen);
    let began = Instant::now();
    thread::sleep(effort.idle);
    let share = share(on_processor(screen) - before, began.elapsed());
    say(format!("  processor, idle            {share} of a core"));
}

/// A share in percent.
fn share(part: Duration, of: Duration) -> String {
    let thousandths = part.as_nanos() * 100_000 / of.as_nanos().max(1);
    format!("{}.{:03} %", thousandths / 1000, thousandths % 1000)
}

/// Others make so many commits, in two processes at a time, while somebody goes on typing.
fn others(company: &Company, screen: &mut Terminal, commits: usize) {
    let left = AtomicU64::new(u64::try_from(commits).expect("a number"));
    let wal = company.home.join("popug.db-wal");
    let before = on_processor(screen);
    let began = Instant::now();
    let (mut most, mut took) = (0, Vec::new());
    thread::scope(|scope| {
        let writers: Vec<_> = (0..2)
            .map(|_| scope.spawn(|| write_on(company, &left)))
            .collect();
        while writers.iter().any(|it| !it.is_finished()) {
            most = most.max(size(&wal));
            took.push(press(screen, "\x1b[B", Duration::from_millis(20)).0);
        }
    });
    most = most.max(size(&wal));
    let passed = began.elapsed();
    say(format!(
        "  they took                  {} s",
        passed.as_secs()
    ));
    say(format!(
        "  -wal                       at most {}.{} MiB",
        most >> 20,
        (most >> 10) % 1024 * 10 / 1024
    ));
    say(format!("  down, meanwhile            {}", Spread::of(took)));
    let share = share(on_processor(screen) - before, passed);
    say(format!("  processor                  {share} of a core"));
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |it| it.len())
}

/// Adds tasks, each in a process of its own and with a commit of its own, until none is left.
fn write_on(company: &Company, left: &AtomicU64) {
    let one_less = |left: u64| left.checked_sub(1);
    while left
        .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less)
        .is_ok()
    {
        company.run("add Oil the perch again --as polly --quiet", "");
    }
}

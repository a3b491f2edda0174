//! A world: a home, a clock, a seed and a clean environment.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;
use tempfile::TempDir;

use super::engine::{Engine, Place};
use super::ran::Ran;

/// The beak of everybody in a world.
pub const BEAK: &str = "sharp and curved";

/// When a world begins, unless a test moves its clock.
pub const NOW: &str = "2026-11-02T09:00:00Z";

/// Where the store is in the home, if it is a file; snapshots of other stores show it as well.
const USUAL: &str = "data/popug/popug.db";
const USUAL_MAILBOX: &str = "data/popug/popug.db-mail";

/// No command takes so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(120);

/// A home directory with nothing in it, a clock that stands still and a seed.
pub struct World {
    home: TempDir,
    place: Place,
    /// The instant that every command takes for now.
    pub clock: String,
    seed: &'static str,
    user: Option<String>,
    role: Option<String>,
    mailbox: Option<PathBuf>,
}

/// The worlds that there are to begin with, on one of the engines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Worlds(Engine);

/// Worlds of a kind, one for each engine, founded when the first is asked for.
pub struct Founded([OnceLock<World>; 2]);

impl Founded {
    /// None yet.
    pub const fn new() -> Self {
        Self([OnceLock::new(), OnceLock::new()])
    }

    /// A copy of the world of this kind that `worlds` have.
    pub fn copy(&self, worlds: Worlds, found: impl FnOnce(Worlds) -> World) -> World {
        let [sqlite, postgres] = &self.0;
        let founded = match worlds.0 {
            Engine::Sqlite => sqlite,
            Engine::Postgres => postgres,
        };
        founded.get_or_init(|| found(worlds)).copy()
    }
}

impl Worlds {
    /// Those whose stores are on this engine.
    pub const fn on(engine: Engine) -> Self {
        Self(engine)
    }

    /// A world without a store.
    pub fn empty(self) -> World {
        World::begin(Place::on(self.0))
    }

    /// A world with a store, whose admin is polly.
    pub fn founded(self) -> World {
        static FOUNDED: Founded = Founded::new();
        FOUNDED.copy(self, |worlds| {
            let world = worlds.empty();
            let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
            world.with_input(init, BEAK).must();
            world
        })
    }

    /// A world whose whole pool is kesha, so that it is plain to whom a task falls.
    pub fn one_worker(self) -> World {
        static SMALL: Founded = Founded::new();
        SMALL.copy(self, |worlds| {
            let world = worlds.founded();
            world.hire("kesha", "worker");
            world
        })
    }

    /// A world with a manager (gruff), an accountant (penny) and workers kesha, ara and loro. Every
    /// one of them is logged in, loro as the current one.
    pub fn company(self) -> World {
        static COMPANY: Founded = Founded::new();
        COMPANY.copy(self, |worlds| {
            let world = worlds.founded();
            for (name, role) in [
                ("gruff", "manager"),
                ("penny", "accountant"),
                ("kesha", "worker"),
                ("ara", "worker"),
                ("loro", "worker"),
            ] {
                world.hire(name, role);
            }
            world
        })
    }
}

/// On the engine that tests are asked to run on.
impl World {
    /// All of these.
    pub fn usual() -> Worlds {
        Worlds::on(Engine::of_tests())
    }

    /// See [`Worlds::empty`].
    pub fn empty() -> Self {
        Self::usual().empty()
    }

    /// See [`Worlds::founded`].
    pub fn new() -> Self {
        Self::usual().founded()
    }

    /// See [`Worlds::one_worker`].
    pub fn one_worker() -> Self {
        Self::usual().one_worker()
    }

    /// See [`Worlds::company`].
    pub fn company() -> Self {
        Self::usual().company()
    }
}

impl World {
    fn begin(place: Place) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let mailbox = match place {
            Place::File => None,
            Place::Database(_) => Some(home.path().join(USUAL_MAILBOX)),
        };
        Self {
            home,
            place,
            mailbox,
            clock: NOW.to_owned(),
            seed: "1",
            user: None,
            role: None,
        }
    }

    /// A world of its own that begins as this one stands. On a server nobody may be connected.
    pub fn copy(&self) -> Self {
        let mut copy = Self::begin(self.place.copy());
        copy.clock.clone_from(&self.clock);
        copy.user.clone_from(&self.user);
        copy.role.clone_from(&self.role);
        if self.mailbox.is_none() {
            copy.say_no_mailbox();
        }
        copy_directory(self.home.path(), copy.home.path());
        copy
    }

    /// Makes a popug and logs it in beside the others.
    pub fn hire(&self, name: &str, role: &str) {
        let add =
            format!("user add {name} --role {role} --email {name}@popug.example --beak-stdin");
        self.with_input(&format!("{add} --as polly"), BEAK).must();
        self.log_in(name);
    }

    /// Logs a popug in; it is the current one then.
    pub fn log_in(&self, name: &str) {
        self.with_input(&format!("login {name} --beak-stdin"), BEAK)
            .must();
    }

    /// The same world, seen by one of its popugs.
    pub fn act_as(&mut self, name: &str) {
        self.user = Some(name.to_owned());
    }

    /// Lets everybody connect to the server as another of its roles.
    pub fn connect_as(&mut self, role: &str) {
        self.role = Some(role.to_owned());
    }

    /// Moves the clock, forth or back.
    pub fn at(&mut self, instant: &str) {
        instant.clone_into(&mut self.clock);
    }

    /// The home directory.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the store is.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Whether the store is a file.
    pub const fn is_on_file(&self) -> bool {
        matches!(self.place, Place::File)
    }

    /// The store's file, in worlds that are `on_file`.
    pub fn store(&self) -> PathBuf {
        assert!(self.is_on_file(), "the store is no file");
        self.home.path().join(USUAL)
    }

    /// The address of the store, as popug shows it.
    pub fn address(&self) -> String {
        match &self.place {
            Place::File => self.store().display().to_string(),
            Place::Database(database) => match &self.role {
                None => database.url(),
                Some(role) => database.url_of(role),
            },
        }
    }

    /// The maildir of letters, unless something else is said.
    pub fn mailbox(&self) -> PathBuf {
        self.home.path().join(USUAL_MAILBOX)
    }

    /// Puts something there that no letter can be handed over to.
    pub fn block_mailbox(&self) {
        let parent = self.mailbox().with_file_name("");
        fs::create_dir_all(parent).expect("a directory");
        fs::write(self.mailbox(), "no directory").expect("a file in the way");
    }

    /// Takes it away again.
    pub fn unblock_mailbox(&self) {
        fs::remove_file(self.mailbox()).expect("out of the way");
    }

    /// Leaves it to the company's settings where letters go. Beside a database there is no place for
    /// them, so that elsewhere the environment says it.
    pub fn say_no_mailbox(&mut self) {
        self.mailbox = None;
    }

    /// Runs a command line, split at spaces; single quotes keep words together.
    pub fn run(&self, line: &str) -> Ran {
        self.with_input(line, "")
    }

    /// Runs a command line as one of the popugs.
    pub fn run_as(&self, user: &str, line: &str) -> Ran {
        self.run(&format!("{line} --as {user}"))
    }

    /// Runs a command line with something on standard input.
    pub fn with_input(&self, line: &str, input: &str) -> Ran {
        self.finish(line, self.command(&words(line)), input)
    }

    /// Runs a command line with other variables; an empty one is taken away.
    pub fn with(&self, variables: &[(&str, &str)], line: &str) -> Ran {
        let mut command = self.command(&words(line));
        for (name, value) in variables {
            match *value {
                "" => command.env_remove(name),
                value => command.env(name, value),
            };
        }
        self.finish(line, command, "")
    }

    /// Runs a line of the shell that finds popug on its path.
    pub fn shell(&self, line: &str) -> Ran {
        let mut shell = Command::new("sh");
        shell.args(["-c", line]);
        self.clean(&mut shell);
        let directory = program().parent().expect("a directory").display();
        shell.env("PATH", format!("{directory}:/usr/bin:/bin"));
        self.finish(line, shell, "")
    }

    /// Runs a command line and reads its standard output as JSON.
    #[track_caller]
    pub fn json(&self, line: &str) -> Value {
        self.run(&format!("{line} --json")).must().json()
    }

    /// The same as one of the popugs.
    #[track_caller]
    pub fn json_as(&self, user: &str, line: &str) -> Value {
        self.json(&format!("{line} --as {user}"))
    }

    /// Runs every command line at once, each in a process of its own.
    pub fn at_once(&self, lines: &[String]) -> Vec<Ran> {
        self.at_once_with(lines, "")
    }

    /// The same, each with something on standard input.
    pub fn at_once_with(&self, lines: &[String], input: &str) -> Vec<Ran> {
        let started: Vec<Child> = lines
            .iter()
            .map(|line| spawn(self.command(&words(line)), input))
            .collect();
        let both = lines.iter().zip(started);
        both.map(|(line, child)| self.wait(line, child)).collect()
    }

    /// A process of this world that was not started yet.
    pub fn command(&self, args: &[String]) -> Command {
        let mut command = Command::new(program());
        command.args(args);
        self.clean(&mut command);
        command
    }

    /// Gives a command the environment of this world and nothing else.
    pub fn clean(&self, command: &mut Command) {
        let home = self.home.path();
        command
            .env_clear()
            .env("HOME", home)
            .env("PATH", "/usr/bin:/bin")
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("POPUG_CLOCK", &self.clock)
            .env("POPUG_SEED", self.seed)
            .current_dir(home);
        if let Some(user) = &self.user {
            command.env("POPUG_AS", user);
        }
        if let Place::Database(_) = &self.place {
            command.env("POPUG_STORE", self.address());
        }
        if let Some(mailbox) = &self.mailbox {
            command.env("POPUG_MAIL", format!("maildir:{}", mailbox.display()));
        }
    }

    /// Runs a process of this world to its end.
    pub fn finish(&self, line: &str, command: Command, input: &str) -> Ran {
        self.wait(line, spawn(command, input))
    }

    fn wait(&self, line: &str, child: Child) -> Ran {
        let output = output_of(line, child);
        Ran {
            line: self.named(line),
            stdout: self.shown(output.stdout),
            stderr: self.shown(output.stderr),
            code: output.status.code().unwrap_or(-1),
        }
    }

    fn shown(&self, bytes: Vec<u8>) -> String {
        self.named(&String::from_utf8(bytes).expect("UTF-8"))
    }

    /// A text without the names that differ from run to run and from place to place: the home's,
    /// the program's and the stores'.
    pub fn named(&self, text: &str) -> String {
        let usual = format!("~/{USUAL}");
        let text = text.replace(&self.address(), &usual);
        let mut text = text.replace(&self.home.path().display().to_string(), "~");
        text = text.replace(&program().display().to_string(), "popug");
        for id in self.store_ids() {
            text = text.replace(&id, "STORE-ID");
        }
        text
    }

    /// The ids of the stores that sessions are kept for.
    fn store_ids(&self) -> Vec<String> {
        let sessions = fs::read_dir(self.home.path().join("state/popug/sessions"));
        let entries = sessions.into_iter().flatten().flatten();
        let ids = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        ids.collect()
    }
}

/// The program.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_popug"))
}

fn spawn(mut command: Command, input: &str) -> Child {
    let spawned = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = spawned.expect("popug starts");
    if let Some(mut stdin) = child.stdin.take() {
        // A command that does not read its input may be gone already.
        let _ = stdin.write_all(input.as_bytes());
    }
    child
}

/// What a process wrote. One that hangs is ended, and fails its test.
fn output_of(line: &str, child: Child) -> Output {
    let pid = i32::try_from(child.id()).expect("a process id");
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = receiver.recv_timeout(PATIENCE) else {
        kill(Pid::from_raw(pid), Signal::SIGKILL).expect("it is ended");
        panic!("popug {line} hangs");
    };
    output.expect("popug ends")
}

fn copy_directory(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            fs::create_dir(&target).expect("a directory");
            let mode = entry.metadata().expect("a mode").permissions();
            copy_directory(&entry.path(), &target);
            fs::set_permissions(&target, mode).expect("its mode");
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}

/// Splits a line at spaces; single quotes keep words together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut begun, mut quoted) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '\'' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

//! A server: started, stopped in several ways, followed by another.

use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use postgres::{Client, Config, NoTls};

use super::directory::Directory;
use super::{Programs, Settings};

/// The role that may do everything, and whom the socket believes without a password.
pub const ROLE: &str = "popug";

/// Nothing takes a server so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(120);

/// Who vouches for the certificate of a server with TLS; in PEM.
pub const AUTHORITY: &str = include_str!("certificates/authority.pem");

const CERTIFICATE: &str = include_str!("certificates/server.pem");
const KEY: &str = include_str!("certificates/server.key");

/// The port that names the socket where the server listens to no network.
const PORT: u16 = 5432;

/// Where the program's default collation is another than that of bytes, an order that was left to
/// it shows. Not every PostgreSQL can do this.
const LIKE_PEOPLE: [&str; 2] = ["--locale-provider=icu", "--icu-locale=en-US"];

/// A running server and its data.
#[derive(Debug)]
pub struct Server {
    programs: Programs,
    settings: Settings,
    running: Mutex<Option<Child>>,
    directory: Directory,
}

impl Server {
    /// Makes a cluster and starts its server.
    pub fn start(programs: &Programs, settings: &Settings) -> Self {
        let server = Self::unfounded(programs, settings);
        let made = server.initdb().args(LIKE_PEOPLE).output();
        if !made.expect("initdb starts").status.success() {
            server.run(&mut server.initdb());
        }
        if settings.tls {
            server.certify();
        }
        server.go_on();
        server
    }

    /// A server that follows this one, known to it by `name`.
    pub fn standby(&self, name: &str) -> Self {
        let mut settings = self.settings.clone();
        if settings.port.is_some() {
            settings = settings.on_a_port();
        }
        let standby = Self::unfounded(&self.programs, &settings);
        let (host, port) = (self.host().display(), self.port());
        let primary = format!("host={host} port={port} user={ROLE} application_name={name}");
        let mut copy = standby.program("pg_basebackup");
        copy.args(["--dbname", &primary, "--checkpoint=fast", "--no-sync"])
            .args(["--write-recovery-conf", "--pgdata"])
            .arg(standby.data());
        standby.run(&mut copy);
        standby.go_on();
        standby
    }

    fn unfounded(programs: &Programs, settings: &Settings) -> Self {
        Self {
            programs: programs.clone(),
            settings: settings.clone(),
            running: Mutex::new(None),
            directory: Directory::new(programs),
        }
    }

    fn initdb(&self) -> Command {
        let mut initdb = self.program("initdb");
        initdb
            .args(["--username", ROLE, "--encoding=UTF8", "--locale=C"])
            .args(["--auth-local=trust", "--auth-host=scram-sha-256"])
            .args(["--no-sync", "--no-instructions", "--wal-segsize=1"])
            .arg("--pgdata")
            .arg(self.data());
        initdb
    }

    /// Puts certificate and key where the server reads them.
    fn certify(&self) {
        for (name, text) in [("server.crt", CERTIFICATE), ("server.key", KEY)] {
            let path = self.data().join(name);
            fs::write(&path, text).expect("written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("a mode");
            if let Some((user, group)) = self.programs.owner() {
                chown(&path, Some(user), Some(group)).expect("an owner");
            }
        }
    }

    /// Starts the server on the data that are there, and waits until it answers.
    pub fn go_on(&self) {
        let mut server = self.program("postgres");
        server.arg("-D").arg(self.data());
        for value in self.given() {
            server.args(["-c", &value]);
        }
        let log = File::options().append(true).create(true).open(self.log());
        let log = log.expect("a log");
        let started = server
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let child = started.spawn().expect("postgres starts");
        *self.running() = Some(child);
        self.answers();
    }

    fn given(&self) -> Vec<String> {
        let mut given = vec![
            format!("unix_socket_directories={}", self.host().display()),
            format!("port={}", self.port()),
        ];
        given.push(match self.settings.port {
            Some(_) => "listen_addresses=127.0.0.1".to_owned(),
            None => "listen_addresses=".to_owned(),
        });
        if self.settings.tls {
            given.push("ssl=on".to_owned());
        }
        given.extend(self.settings.values());
        given
    }

    /// Tries until there is an answer: a server that starts has no other way to say that it is
    /// there.
    fn answers(&self) {
        let until = Instant::now() + PATIENCE;
        while let Err(error) = self.config("postgres").connect(NoTls) {
            let ended = match self.running().as_mut() {
                Some(child) => child.try_wait().expect("a child"),
                None => None,
            };
            let early = ended.is_none() && Instant::now() < until;
            assert!(early, "{error} ({ended:?}): {}", self.said());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Ends the server as a crash does: nobody is told, nothing is written.
    pub fn stop_at_once(&self) {
        self.stop(Signal::SIGQUIT);
    }

    /// Ends the server in order; connections are closed.
    pub fn stop_in_order(&self) {
        self.stop(Signal::SIGINT);
    }

    fn stop(&self, signal: Signal) {
        let mut child = self.running().take().expect("a running server");
        let pid = i32::try_from(child.id()).expect("a process id");
        kill(Pid::from_raw(pid), signal).expect("a signal");
        child.wait().expect("it ends");
    }

    /// Lets a server that followed another one go on alone, and waits until it does.
    pub fn promote(&self) {
        let mut promote = self.program("pg_ctl");
        promote
            .args(["promote", "--wait", "--pgdata"])
            .arg(self.data());
        self.run(&mut promote);
    }

    /// Changes a setting of the running server, and waits until whoever connects has it.
    pub fn set(&self, name: &str, value: &str) {
        let mut client = self.connect("postgres");
        let set = format!("ALTER SYSTEM SET {name} = '{value}'");
        client.batch_execute(&set).expect("a setting");
        let read = "SELECT pg_reload_conf()";
        client.query_one(read, &[]).expect("read again");
        let until = Instant::now() + PATIENCE;
        while self.shows(name) != value {
            assert!(Instant::now() < until, "{name} is not {value}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn shows(&self, name: &str) -> String {
        let shown = self
            .connect("postgres")
            .query_one(&format!("SHOW {name}"), &[]);
        shown.expect("a setting").get(0)
    }

    /// The programs that it runs by.
    pub const fn programs(&self) -> &Programs {
        &self.programs
    }

    /// The directory of its socket, which clients take for the host.
    pub fn host(&self) -> &Path {
        self.directory.path()
    }

    /// The port: in the name of its socket, and on this machine where it listens to the network.
    pub fn port(&self) -> u16 {
        self.settings.port.unwrap_or(PORT)
    }

    /// The URL of a database, by its socket, written as popug shows it.
    pub fn url(&self, database: &str) -> String {
        let host = self.host().display().to_string().replace('/', "%2F");
        format!("postgres://{ROLE}@{host}:{}/{database}", self.port())
    }

    /// A connection of its own.
    pub fn connect(&self, database: &str) -> Client {
        let client = self.config(database).connect(NoTls);
        client.unwrap_or_else(|error| panic!("{error}: {}", self.said()))
    }

    fn config(&self, database: &str) -> Config {
        let mut config = Client::configure();
        config
            .host_path(self.host())
            .port(self.port())
            .user(ROLE)
            .dbname(database);
        config
    }

    /// What the server wrote into its log.
    pub fn said(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }

    fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    fn log(&self) -> PathBuf {
        self.directory.path().join("log")
    }

    fn running(&self) -> std::sync::MutexGuard<'_, Option<Child>> {
        self.running.lock().expect("nobody panics with it")
    }

    /// A program that ends when the directory is taken away.
    fn program(&self, name: &str) -> Command {
        let mut program = self.programs.command(name);
        program.process_group(self.directory.group());
        program
    }

    fn run(&self, command: &mut Command) {
        let ran = command.output().expect("it starts");
        let told = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{command:?}: {told}");
    }
}

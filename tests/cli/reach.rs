//! Files where others may reach: what they put there for popug to follow, and what becomes of a
//! store that has two names, lies where nothing can be written, or leads elsewhere by its id.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{FileOnly, World, on_file, program, words};

/// Two popugs with accounts of their own in one group, and a directory that both may write to.
const POLLY: u32 = 60_001;
const KESHA: u32 = 60_002;
const GROUP: u32 = 100;

fn is_root(test: &str) -> bool {
    let root = nix::unistd::geteuid().is_root();
    if !root {
        untried(test, "it takes root to be two users");
    }
    root
}

#[expect(clippy::print_stderr, reason = "it is for whoever runs the tests")]
fn untried(test: &str, why: &str) {
    eprintln!("{test}: not tried, since {why}");
}

struct Team {
    directory: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let team = Self { directory };
        for (name, owner, mode) in [
            ("", 0, 0o755),
            ("home", POLLY, 0o700),
            ("team", POLLY, 0o2770),
        ] {
            let path = team.at(name);
            fs::create_dir_all(&path).expect("a directory");
            chown(&path, Some(owner), Some(GROUP)).expect("given");
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
        }
        let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin \
                    --group users";
        assert_eq!(team.run(init), 0);
        let hire = "user add ara --role worker --email ara@popug.example --beak-stdin";
        assert_eq!(team.run(hire), 0);
        team
    }

    fn at(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Polly runs a command line; answers how it ended.
    fn run(&self, line: &str) -> i32 {
        let mut command = Command::new("setpriv");
        let who = [
            format!("--reuid={POLLY}"),
            format!("--regid={POLLY}"),
            format!("--groups={GROUP}"),
        ];
        command
            .args(who)
            .arg(program())
            .args(words(line))
            .env_clear()
            .env("HOME", self.at("home"))
            .env("POPUG_STORE", self.at("team/popug.db"))
            .current_dir(self.at("team"))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("starts");
        let mut input = child.stdin.take().expect("an input");
        // Most commands read nothing.
        let _ = std::io::Write::write_all(&mut input, b"sharp and curved\n");
        drop(input);
        let code = child.wait().expect("ends").code();
        code.expect("a code")
    }

    /// Kesha puts a link to a file of polly's where polly's popug will write.
    fn plant(&self, name: &str, target: &Path) {
        let link = self.at("team").join(name);
        let _ = fs::remove_file(&link);
        symlink(target, &link).expect("linked");
        std::os::unix::fs::lchown(&link, Some(KESHA), Some(GROUP)).expect("given");
    }
}

#[test]
fn a_link_that_somebody_put_where_popug_writes_is_harmless() {
    if !is_root("planted links") {
        return;
    }
    let team = Team::new();
    assert_eq!(team.run("backup good.backup"), 0);
    for (name, line, code) in [
        ("popug.db-head", "add 'Oil the perch'", 0),
        ("monday.backup", "backup monday.backup", 5),
        ("books", "export hledger -o books", 5),
        ("everything", "export all everything", 5),
        ("popug.1", "man --out .", 0),
        ("demo.db-demo", "demo --days 1 --store demo.db", 0),
        (
            "other.db",
            "init --admin a --email a@popug.example --timezone UTC --beak-stdin --store other.db",
            6,
        ),
        (
            "restored.db-head",
            "restore good.backup --yes --store restored.db",
            0,
        ),
        ("again.db", "restore good.backup --yes --store again.db", 5),
    ] {
        let (precious, absent) = (team.at("home/precious"), team.at("home/absent"));
        fs::write(&precious, "precious").expect("written");
        chown(&precious, Some(POLLY), Some(POLLY)).expect("given");
        for target in [&precious, &absent] {
            team.plant(name, target);
            let ended = team.run(line);
            let refused = [5, 6].contains(&code) && [5, 6].contains(&ended);
            assert!(ended == code || refused, "{line} ended with {ended}");
            assert_eq!(fs::read(&precious).expect("there"), b"precious", "{line}");
            assert!(!absent.exists(), "{line}");
            for made in ["demo.db", "restored.db"] {
                let _ = fs::remove_file(team.at("team").join(made));
            }
        }
    }
}

/// Kesha moves away what polly's popug makes beside the store, and puts a directory of its own there
/// with a link to another store.
const EXCHANGE: &str = r#"
while :; do
    for made in .popug-*; do
        [ -d "$made" ] && [ ! -O "$made" ] || continue
        mv "$made" "gone-$made" 2>/dev/null || continue
        mkdir -m 777 "$made" && ln -s "$VICTIM" "$made/${made#.popug-}"
    done
done"#;

#[test]
fn a_directory_that_somebody_exchanges_while_popug_makes_a_file_is_no_way_in() {
    if !is_root("exchanged directories") {
        return;
    }
    let team = Team::new();
    assert_eq!(team.run("backup victim.db"), 0);
    let victim = team.at("home/victim.db");
    fs::rename(team.at("team/victim.db"), &victim).expect("moved");
    let before = fs::read(&victim).expect("a store");
    assert_eq!(team.run("add 'Oil the perch'"), 0);
    let mut kesha = Command::new("setpriv");
    let mut kesha = kesha
        .args([format!("--reuid={KESHA}"), format!("--regid={GROUP}")])
        .args(["--clear-groups", "sh", "-c", EXCHANGE])
        .env("VICTIM", &victim)
        .current_dir(team.at("team"))
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    for number in 0..12 {
        let (line, made) = match number % 2 {
            0 => (format!("backup {number}.db"), format!("{number}.db")),
            _ => (
                format!(
                    "init --admin a --email a@popug.example --timezone UTC --beak-stdin --store {number}.db"
                ),
                format!("{number}.db"),
            ),
        };
        let ended = team.run(&line);
        let made = team.at("team").join(made);
        match (ended, made.symlink_metadata()) {
            (0, Ok(found)) => {
                assert_eq!((found.is_file(), found.uid()), (true, POLLY), "{line}");
                assert_ne!(fs::read(&made).expect("there"), before, "{line}");
            }
            (6, Err(_)) => {}
            (ended, found) => panic!("{line} ended with {ended}: {found:?}"),
        }
        assert_eq!(fs::read(&victim).expect("a store"), before, "{line}");
    }
    kesha.kill().expect("ended");
    kesha.wait().expect("ended");
}

#[test]
fn a_store_whose_id_leads_elsewhere_is_refused_and_nothing_is_kept_there() {
    let world = World::one_worker();
    let outside = world.home().join("state/outside");
    fs::create_dir_all(&outside).expect("a directory");
    world.tamper("UPDATE log_head SET store_id = '../../outside'");
    for line in ["whoami", "task list", "status"] {
        let refused = world.run(line).must_fail(6);
        let told = "error: the store's id '../../outside' is not 32 hexadecimal digits";
        assert!(refused.stderr.starts_with(told), "{refused}");
    }
    world
        .with_input("login kesha --beak-stdin", "sharp and curved")
        .must_fail(6);
    assert_eq!(fs::read_dir(&outside).expect("there").count(), 0);
    let doctor = world.run("doctor");
    assert!([6, 7].contains(&doctor.code), "{doctor}");
}

#[test]
fn a_backup_whose_id_leads_elsewhere_is_not_restored() {
    let world = on_file(FileOnly::Copies).one_worker();
    world.tamper("UPDATE log_head SET store_id = '../../outside'");
    fs::copy(world.store(), world.home().join("bad.backup")).expect("copied");
    let refused = world.run("restore bad.backup --store other.db");
    assert!([6, 7].contains(&refused.code), "{refused}");
    assert!(!world.home().join("other.db").exists());
}

#[test]
fn sessions_are_kept_in_a_directory_that_is_ones_own() {
    let world = World::one_worker();
    let sessions = world.home().join("state/popug/sessions");
    let log_in = || world.with_input("login kesha --beak-stdin", "sharp and curved");
    log_in().must();
    fs::set_permissions(&sessions, fs::Permissions::from_mode(0o777)).expect("set");
    let refused = log_in().must_fail(1);
    let told = "error: ~/state/popug/sessions is not yours alone; no session is kept there\n";
    assert!(refused.stderr.starts_with(told), "{refused}");
    fs::set_permissions(&sessions, fs::Permissions::from_mode(0o700)).expect("set");
    log_in().must();
}

#[test]
fn a_store_with_two_names_is_read_and_not_written() {
    let world = on_file(FileOnly::Files).one_worker();
    world.run("add 'Oil the perch' --as polly").must();
    let second = world.store().with_file_name("second.db");
    fs::hard_link(world.store(), &second).expect("linked");
    insta::assert_snapshot!(world.run("add two --as polly"), @"
    $ popug add two --as polly
    [stderr]
    error: nothing is written to ~/data/popug/popug.db: its file has another name as well
    hint: it can be read; remove all of its names but one, `find ~/data/popug -xdev -samefile ~/data/popug/popug.db` shows those near it
    [exit 6]
    ");
    world.run("task list --as polly").must();
    let doctor = world.run("doctor --format csv --fields check,level,detail");
    assert_eq!(doctor.code, 7, "{doctor}");
    let told =
        "files,fail,nothing is written to ~/data/popug/popug.db: its file has another name as well";
    assert!(doctor.stdout.contains(told), "{doctor}");
    fs::remove_file(second).expect("one name again");
    let link = world.store().with_file_name("link.db");
    symlink(world.store(), &link).expect("linked");
    world
        .run("add three --as polly --store data/popug/link.db")
        .must();
    world.run("doctor").must();
}

/// As in a container with a file of its own mounted into it, and on a disk that is read-only.
#[test]
fn a_store_that_is_mounted_alone_or_read_only_is_read_and_not_written() {
    if !is_root("mounts") {
        return;
    }
    let world = on_file(FileOnly::Files).one_worker();
    world.run("add 'Oil the perch' --as polly").must();
    let within = |mount: &str, line: &str| {
        let line = format!("unshare -m sh -c '{mount} && exec popug {line} --as polly'");
        world.shell(&line)
    };
    let alone = "mount --bind data/popug/popug.db data/popug/popug.db";
    if within(alone, "whoami").code == 1 {
        untried("mounts", "nothing can be mounted here");
        return;
    }
    within(alone, "task list").must();
    let refused = within(alone, "add two").must_fail(6);
    assert!(refused.stderr.contains("mounted there alone"), "{refused}");
    let still = "mount --bind data data && mount -o remount,ro,bind data";
    for line in ["whoami", "task list", "status", "prompt", "export hledger"] {
        within(still, line).must();
    }
    within(still, "doctor").must();
    let refused = within(still, "add two").must_fail(6);
    let told = "error: ~/data/popug/popug.db lies on a read-only file system\n";
    assert!(refused.stderr.starts_with(told), "{refused}");
    fs::write(world.store().with_file_name("popug.db-wal"), "newest").expect("a WAL");
    let refused = within(still, "task list").must_fail(6);
    assert!(refused.stderr.contains("in its -wal file"), "{refused}");
}

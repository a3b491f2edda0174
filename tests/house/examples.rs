//! What lies in `examples/` and `completions/` works, with this program.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::scratch::{Ran, Scratch};
use crate::source::{names, read, root};

/// The beak of everybody.
const BEAK: &str = "sharp and curved\n";

fn popug(scratch: &Scratch, words: &str, input: &str) -> Ran {
    let mut command = scratch.command(Scratch::popug());
    command.args(words.split(' '));
    scratch.run(&mut command, input)
}

/// A company with an accountant who is logged in.
fn company() -> Scratch {
    let scratch = Scratch::new();
    let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    let add = "user add penny --role accountant --email penny@popug.example --beak-stdin";
    for line in [init, add, "login penny --beak-stdin"] {
        let ran = popug(&scratch, line, BEAK);
        assert_eq!(ran.code, 0, "{}", ran.shown);
    }
    scratch
}

#[test]
fn every_example_is_tried_here() {
    assert_eq!(
        names("examples"),
        [
            "bulk.sh",
            "crontab",
            "dashboard.rs",
            "first-day.sh",
            "popug-worker.service",
            "postgresql-roles.sql",
            "status-line.sh"
        ]
    );
}

#[test]
fn the_first_day_goes_well() {
    let scratch = Scratch::new();
    let mut command = scratch.command("/bin/sh");
    command.arg(root().join("examples/first-day.sh"));
    let ran = scratch.run(&mut command, "");
    assert_eq!(ran.code, 0, "{}", ran.shown);
    assert_eq!(ran.shown, ran.stdout, "it has nothing to warn of");
    for line in [
        "$ popug done ",
        "payout",
        "Dear ",
        "Keep this letter",
        "log           ok",
    ] {
        assert!(ran.shown.contains(line), "{line}\n{}", ran.shown);
    }
    let left = std::fs::read_dir(scratch.home()).expect("a home").count();
    assert_eq!(left, 0, "it leaves nothing behind in the home");
}

#[test]
fn bulk_work_is_measured() {
    let scratch = Scratch::new();
    let mut command = scratch.command("/bin/sh");
    command
        .arg(root().join("examples/bulk.sh"))
        .args(["50", "2"]);
    let ran = scratch.run(&mut command, "");
    assert_eq!(ran.code, 0, "{}", ran.shown);
    for line in [
        "popug task import tasks.jsonl",
        "popug task reassign",
        "popug doctor",
    ] {
        assert!(ran.shown.contains(line), "{line}\n{}", ran.shown);
    }
}

#[test]
fn what_the_dashboard_costs_is_measured() {
    // `cargo test` builds it with the other examples.
    let example = Scratch::popug().with_file_name("examples/dashboard");
    assert!(example.exists(), "cargo build --example dashboard");
    let mut command = Command::new(example);
    command.args(["1000", "4"]).env("POPUG", Scratch::popug());
    let ran = command.output().expect("it starts");
    let shown = String::from_utf8_lossy(&ran.stdout).into_owned();
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{shown}{told}");
    for line in [
        "start to first tasks",
        "every key to its frame",
        "memory",
        "processor, idle",
        "4 commits by others:",
        "-wal",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
}

#[test]
fn every_line_of_the_crontab_runs() {
    let scratch = company();
    let crontab = read("examples/crontab");
    let create = crontab.lines().find_map(|line| {
        let words = line.split_once("popug token create ")?.1;
        words.split_once(" >").map(|(words, _)| words)
    });
    let create = format!(
        "token create {}",
        create.expect("it says how to make its token")
    );
    popug(&scratch, "login polly --beak-stdin", BEAK);
    let token = popug(&scratch, &create, "").stdout;
    popug(&scratch, "logout --all", "");
    let kept = scratch.home().join("cron-token");
    std::fs::write(&kept, token).expect("a token");
    let private = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(&kept, private).expect("its mode");
    assert!(crontab.contains("\nPOPUG_TOKEN_FILE="));
    let jobs = crontab
        .lines()
        .filter(|line| line.contains("popug ") && !line.starts_with('#'));
    let mut run = 0;
    for job in jobs {
        let words: Vec<&str> = job.split_whitespace().collect();
        assert!(
            words[..5]
                .iter()
                .all(|it| it.starts_with(|c: char| c == '*' || c.is_ascii_digit()))
        );
        let line = words[5..]
            .join(" ")
            .replace("/usr/local/bin/popug", "\"$POPUG\"");
        let mut command = scratch.command("/bin/sh");
        command.env("POPUG_TOKEN_FILE", &kept);
        let ran = scratch.run(command.args(["-c", &line]), "");
        // grep finds nothing wrong, and says so by a 1.
        let fine = if line.contains("grep") { 1 } else { 0 };
        assert_eq!((ran.code, ran.shown.as_str()), (fine, ""), "{line}");
        run += 1;
    }
    assert_eq!(run, 4);
}

#[test]
fn systemd_starts_a_worker_that_ends_well_when_it_is_stopped() {
    let scratch = company();
    let unit = read("examples/popug-worker.service");
    let start = unit
        .lines()
        .find_map(|line| line.strip_prefix("ExecStart="));
    let line = start
        .expect("something to start")
        .replace("/usr/local/bin/popug", "\"$POPUG\"");
    // As systemd stops it: by SIGTERM, once it is at work.
    let script = format!(
        "{line} 2>said & until grep -qs 'working on' said; do :; done; kill -TERM $!; wait $!"
    );
    let mut command = scratch.command("/bin/sh");
    let ran = scratch.run(command.args(["-c", &script]), "");
    assert_eq!((ran.code, ran.shown.as_str()), (0, ""));
}

#[test]
fn the_status_line_is_one_short_line_or_nothing() {
    let status = |scratch: &Scratch| {
        let mut command = scratch.command("/bin/sh");
        let ran = scratch.run(command.arg(root().join("examples/status-line.sh")), "");
        assert_eq!(ran.code, 0, "{}", ran.shown);
        ran.shown
    };
    let scratch = company();
    assert_eq!(status(&scratch), "0 open, $0.00\n");
    let ran = popug(&scratch, "add Oil --json --fields fee_cents", "");
    let digits: String = ran.stdout.chars().filter(char::is_ascii_digit).collect();
    let dollars = &digits[..2];
    assert_eq!(
        status(&scratch),
        format!("1 open, -${dollars}.00 (in the red)\n")
    );
    assert_eq!(status(&Scratch::new()), "");
}

#[test]
fn the_completions_are_those_of_this_program() {
    let scratch = Scratch::new();
    let files = [
        ("bash", "popug.bash"),
        ("zsh", "_popug"),
        ("fish", "popug.fish"),
        ("elvish", "popug.elv"),
        ("powershell", "_popug.ps1"),
    ];
    assert_eq!(names("completions").len(), files.len());
    for (shell, file) in files {
        let ran = popug(&scratch, &format!("completions {shell}"), "");
        let same = ran.shown == read(&format!("completions/{file}"));
        assert!(same, "run: popug completions {shell} > completions/{file}");
    }
}

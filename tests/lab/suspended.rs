//! Ctrl-Z at any moment: whoever is stopped holds nothing that others wait for.

use std::fmt::Write;
use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::kills::{check, spread};
use crate::plan::{self, Plan};
use crate::support::{World, program, short_or_long};
use crate::terminal::{SMALL, Terminal};

#[test]
fn a_process_that_is_stopped_by_ctrl_z_holds_nobody_up() {
    let Some(company) = plan::company() else {
        return;
    };
    let own = company.json_as("gruff", "task show 1")["assignee"].clone();
    let done = format!("done 1 --as {}", own.as_str().expect("a name"));
    for line in [
        "add 'Mind the egg' --as gruff",
        "task list --as gruff",
        &done,
        "day close --date today --yes --as penny",
    ] {
        let operations = plan::operations(&company.copy(), line).len();
        for n in spread(operations, short_or_long(6, operations), 0) {
            let what = format!("{line}: Ctrl-Z at {n} of {operations}");
            let world = company.copy();
            let child = begun(&world, line, n, Signal::SIGTSTP);
            let other = world.run("add 'Meanwhile' --wait 1 --as gruff");
            assert_eq!(other.code, 0, "{what}: {other}");
            assert_eq!(gone_on(child), 0, "{what}");
            check(&world, &what);
        }
    }
}

/// No process holds this off.
#[test]
fn whoever_waits_for_one_that_opens_the_store_waits_as_long_as_it_is_told() {
    let Some(world) = plan::company() else {
        return;
    };
    let line = "add 'Mind the egg' --as gruff";
    // Once the memory that connections share is there, it is filled from the WAL.
    let operations = plan::operations(&world.copy(), line);
    let shared = operations.iter().position(|letter| *letter == b'T');
    let filling = shared.expect("it is cut first") + 5;
    let child = begun(&world, line, filling, Signal::SIGSTOP);
    for (seconds, says) in [(0, 0), (3, 1)] {
        let since = Instant::now();
        let told = world
            .run(&format!("task list --wait {seconds} --as gruff"))
            .must_fail(6);
        let waited = since.elapsed();
        let busy = format!("error: the store has been busy for {seconds} seconds");
        assert!(told.stderr.contains(&busy), "{told}");
        let waiting = "warning: waiting for another process that is opening the store";
        assert_eq!(told.stderr.matches(waiting).count(), says, "{told}");
        assert!(waited >= Duration::from_secs(seconds), "{waited:?}");
        assert!(waited < Duration::from_secs(seconds + 6), "{waited:?}");
    }
    assert_eq!(gone_on(child), 0);
    world.run("task list --as gruff").must();
}

/// Starts a command that a signal reaches at its n-th operation, and waits until it is stopped.
fn begun(world: &World, line: &str, n: usize, signal: Signal) -> Child {
    let deed = if signal == Signal::SIGTSTP {
        "tstp"
    } else {
        "stop"
    };
    let mut command = Plan::at(n, deed).command(world, line);
    // Nobody would wake up a group that no shell looks after, so that the system does not stop it.
    command
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let child = command.stderr(Stdio::null()).spawn().expect("popug starts");
    let status = waitpid(pid(&child), Some(WaitPidFlag::WUNTRACED)).expect("it is waited for");
    let stopped = WaitStatus::Stopped(pid(&child), signal);
    assert_eq!(status, stopped, "{line}, at {n}");
    child
}

/// Lets it go on to its end; its exit code.
fn gone_on(mut child: Child) -> i32 {
    kill(pid(&child), Signal::SIGCONT).expect("it goes on");
    let status = child.wait().expect("it ends");
    status.code().unwrap_or(-1)
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(i32::try_from(child.id()).expect("a process id"))
}

/// The bar is drawn by a thread of its own, which takes the signal where the one that writes does
/// not.
#[test]
fn an_import_with_its_bar_on_a_terminal_holds_nobody_up() {
    let Some(world) = plan::company() else {
        return;
    };
    let mut rows = String::new();
    for n in 0..short_or_long(15_000, 200_000) {
        writeln!(rows, "{{\"title\":\"Row {n}\"}}").expect("a row");
    }
    let file = world.home().join("rows.jsonl");
    fs::write(&file, rows).expect("rows");

    // A shell looks after its jobs.
    let import = format!(
        "{} task import {} --as gruff",
        program().display(),
        file.display()
    );
    let script = format!("{import}; read go; fg; echo then $?");
    let mut command = Command::new("sh");
    world.clean(&mut command);
    command.args(["-mc", &script]);
    let mut terminal = Terminal::start(command, SMALL);
    terminal.shows("importing tasks");
    terminal.types("\u{1a}");
    world.run("add 'Meanwhile' --as gruff").must();
    terminal.types("go\r");
    terminal.shows("then 0");
    check(&world, "an import that was stopped and went on");
}

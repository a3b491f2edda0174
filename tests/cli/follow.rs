//! Following the log as others write.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::{World, words};

/// Nothing here takes so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a follower wrote until `last` stood in it, how it ended when it was asked to, and what it
/// complained of.
fn followed(
    world: &World,
    line: &str,
    begun: &str,
    last: &str,
    act: impl FnOnce(),
) -> (String, Option<i32>, String) {
    let (said, complained) = (world.home().join("said"), world.home().join("complained"));
    let mut command = world.command(&words(line));
    command.stdin(Stdio::null());
    command.stdout(File::create(&said).expect("a file"));
    command.stderr(File::create(&complained).expect("a file"));
    let mut child = command.spawn().expect("popug starts");
    let until = |text: &str| {
        let began = Instant::now();
        while !fs::read_to_string(&said).expect("text").contains(text) {
            assert!(began.elapsed() < PATIENCE, "it never says {text}");
            std::thread::park_timeout(Duration::from_millis(10));
        }
    };
    until(begun);
    act();
    if !last.is_empty() {
        until(last);
        let pid = Pid::from_raw(i32::try_from(child.id()).expect("an id"));
        kill(pid, Signal::SIGINT).expect("asked");
    }
    let code = child.wait().expect("ended").code();
    let read = |path| fs::read_to_string(path).expect("text");
    (read(&said), code, read(&complained))
}

#[test]
fn what_others_append_follows_under_one_header_and_ctrl_c_ends_it_well() {
    let world = World::company();
    let line = "event list --follow --limit 1 --as polly --format csv --fields type,subject";
    let add = || {
        world.run_as("gruff", "add 'Oil the perch'").must();
    };
    let (said, code, complained) = followed(&world, line, "\n", "transaction.created", add);
    assert_eq!((code, complained.as_str()), (Some(0), ""));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines[..1].iter().chain(&lines[2..]).collect::<Vec<_>>(),
        [
            &"type,subject",
            &"popug.task.created,task/1",
            &"popug.task.assigned,task/1",
            &"popug.task.priced,task/1",
            &"popug.transaction.created,transaction/1"
        ]
    );
}

#[test]
fn a_follower_of_one_name_passes_the_others_over_and_keeps_its_columns() {
    let world = World::company();
    let line = "event list -f --as polly --name task.assigned";
    let add = || {
        for nth in 1..=9 {
            world.run_as("gruff", &format!("add 'Perch {nth}'")).must();
        }
    };
    let (said, code, _) = followed(&world, line, "DATA", "task/9", add);
    assert_eq!(code, Some(0));
    let columns: Vec<Option<usize>> = said.lines().skip(1).map(|it| it.find('{')).collect();
    assert_eq!(columns.len(), 9, "{said}");
    assert!(columns.iter().all(|it| *it == columns[0]), "{said}");
}

#[test]
fn whoever_is_an_admin_no_longer_follows_no_longer() {
    let world = World::company();
    world.hire("cracker", "admin");
    let line = "event list -f --limit 1 --as cracker";
    let demote = || {
        world
            .run_as("polly", "user set cracker --role worker")
            .must();
    };
    let (_, code, complained) = followed(&world, line, "DATA", "", demote);
    assert_eq!(code, Some(4), "{complained}");
}

#[test]
fn whoever_follows_ends_with_the_terminal_though_nothing_comes() {
    let world = World::company();
    let line = "event list -f --limit 1 --as polly";
    let mut terminal = world.on_terminal_unsignalled(line);
    terminal.shows("user.created");
    assert_eq!(terminal.hang_up().ends(), 0);
}

#[test]
fn whoever_follows_into_a_pipe_ends_with_its_reader_though_nothing_comes() {
    let world = World::company();
    let mut command = world.command(&words("event list -f --limit 1 --as polly"));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("popug starts");
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut header = String::new();
    reader.read_line(&mut header).expect("a line");
    drop(reader);
    assert_eq!(child.wait().expect("ended").code(), Some(0));
}

#[test]
fn a_store_that_moves_is_followed_no_longer() {
    let world = World::company();
    let copy = || {
        world.run_as("gruff", "add 'Oil the perch'").must();
        let from = world.address();
        world.run(&format!("store copy {from} there.db")).must();
    };
    let line = "event list -f --limit 1 --as polly --format csv --fields type";
    let (said, code, complained) = followed(&world, line, "type", "", copy);
    assert_eq!(code, Some(5), "{complained}");
    let sentence = "error: the store has moved to ~/there.db; nothing is written here any more\n";
    assert!(
        world.named(&complained).starts_with(sentence),
        "{complained}"
    );
    assert!(said.contains("popug.transaction.created"), "{said}");
}

#[test]
fn a_name_that_is_none_is_told_where_to_look() {
    let world = World::new();
    insta::assert_snapshot!(world.run("event list --name task.reated"), @"
    $ popug event list --name task.reated
    [stderr]
    error: invalid value 'task.reated' for '--name <NAME>': there is no event 'task.reated'; `popug event schema` lists them
    hint: --help tells more
    [exit 2]
    ");
    world
        .run("event dead discard 1 --yes --reason ' '")
        .must_fail(2);
}

//! However the dashboard ends, the shell's screen is usable then.

use nix::sys::signal::Signal;

use crate::support::World;
use crate::terminal::Terminal;

fn running(world: &World) -> Terminal {
    let mut terminal = world.on_terminal("");
    terminal.shows("Oil the perch");
    assert!(terminal.is_taken());
    terminal
}

fn world() -> World {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world
}

#[test]
fn a_signal_ends_it_well_and_leaves_the_terminal_as_it_was() {
    let world = world();
    for signal in [Signal::SIGTERM, Signal::SIGINT, Signal::SIGHUP] {
        let mut terminal = running(&world);
        terminal.signal(signal);
        assert_eq!(terminal.ends(), 0, "{signal}");
        terminal.is_as_before();
        assert_eq!(terminal.text().trim(), "", "it says nothing");
    }
}

#[test]
fn keys_end_it_wherever_one_is() {
    let world = world();
    for keys in [
        "q",
        "\x03",
        "n\x03",
        "/perch\x03",
        ":\x03",
        "?\x03",
        "c\x03",
    ] {
        let mut terminal = running(&world);
        terminal.types(keys);
        assert_eq!(terminal.ends(), 0, "{keys:?}");
        terminal.is_as_before();
    }
    assert_eq!(world.json("mine").as_array().map(Vec::len), Some(1));
}

#[test]
fn a_terminal_that_is_closed_ends_it() {
    let world = world();
    let mut terminal = running(&world);
    assert_eq!(terminal.hang_up().ends(), 0);
    // Half typed, and with a question open.
    for keys in ["nAnother", "c"] {
        let mut terminal = running(&world);
        assert_eq!(terminal.types(keys).hang_up().ends(), 0, "{keys}");
    }
    world.run("doctor").must();
    assert_eq!(world.json("task list").as_array().map(Vec::len), Some(1));
}

#[test]
fn a_terminal_that_is_closed_ends_it_though_no_signal_tells_of_it() {
    let world = world();
    for line in ["", "dashboard --read-only"] {
        let mut terminal = world.on_terminal_unsignalled(line);
        terminal.shows("Oil the perch");
        assert_eq!(terminal.hang_up().ends(), 0, "{line}");
    }
    world.run("logout --all").must();
    let mut terminal = world.on_terminal_unsignalled("");
    terminal.shows("Who are you?");
    assert_eq!(terminal.hang_up().ends(), 0, "its login form");
}

#[test]
fn it_is_suspended_and_goes_on() {
    let world = world();
    let mut terminal = running(&world);
    for by in ["a key", "a signal"] {
        match by {
            "a key" => terminal.types("\x1a"),
            _ => terminal.signal(Signal::SIGTSTP),
        };
        terminal.stops();
        while terminal.listen(std::time::Instant::now()) == crate::terminal::Heard::Something {}
        terminal.is_as_before();
        assert!(!terminal.text().contains("Oil the perch"), "{by}");
        world.run_as("polly", "add 'Count the seeds'").must();
        terminal.signal(Signal::SIGCONT).shows("Oil the perch");
        terminal.shows("Count the seeds");
        assert!(terminal.is_taken(), "{by}");
    }
    // It does not ask twice where it asked before.
    terminal.types("c").shows("[y/N]").types("\x1a").stops();
    terminal.signal(Signal::SIGCONT).shows("[y/N]").types("n");
    terminal.shows("nothing was done").types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_before();
}

//! A dashboard that panics, in a terminal: this program starts itself anew, and looks at what is
//! left there.

use std::process::Command;
use std::sync::mpsc;
use std::thread;

use super::*;
use crate::dashboard::effect::threads::Watched;
use crate::store::testing::moment;

#[path = "../../../tests/terminal/mod.rs"]
#[expect(dead_code, reason = "some of it is asked for elsewhere alone")]
mod terminal;

/// Says to the program that it is the one that panics, and in which thread.
const PANICS: &str = "POPUG_TEST_PANICS";
const TOLD: &str = "the roof came down";

/// The same test in a process of its own, which panics there.
fn panicking(test: &str, thread: &str) -> terminal::Terminal {
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new(program);
    let test = format!("dashboard::run::tests::{test}");
    command.args(["--exact", &test, "--nocapture"]);
    command.env(PANICS, thread).env("RUST_BACKTRACE", "0");
    terminal::Terminal::start(command, terminal::SMALL)
}

/// Whether this is the process that panics.
#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
fn panics() -> bool {
    std::env::var_os(PANICS).is_some()
}

/// A terminal that was taken over and drawn on.
fn drawn() -> (Terminal, Model) {
    let mut terminal = Terminal::take(Mouse::Taken).expect("a terminal");
    let size = terminal.size().expect("its size");
    let mut model = views::begin(Manner::default(), size, moment("2026-11-02T09:00:00Z"));
    model.overlay = Some(Overlay::Form(log_in::form(Some("kesha"), None)));
    terminal.draw(&model).expect("drawn");
    (terminal, model)
}

/// The screen was there, and what was told of the panic stands where the shell goes on.
#[track_caller]
fn is_told_behind(terminal: &terminal::Terminal) {
    terminal.is_as_before();
    let text = String::from_utf8_lossy(terminal.bytes()).into_owned();
    let pieces: Vec<&str> = text.split("\x1b[?1049l").collect();
    let [screen, behind] = pieces.as_slice() else {
        panic!("the terminal was given back {} times", pieces.len() - 1);
    };
    assert!(screen.contains("Who are you?") && screen.contains("\x1b[?1000h"));
    assert!(behind.contains(TOLD) && !behind.contains("Who are you?"));
    assert!(terminal.text().contains(TOLD), "{}", terminal.text());
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    if panics() {
        let _taken = drawn();
        panic!("{TOLD}");
    }
    let test = "a_panic_gives_the_terminal_back_before_it_is_told";
    let mut terminal = panicking(test, "the loop");
    assert_eq!(terminal.ends(), 101);
    is_told_behind(&terminal);
}

#[test]
fn a_thread_that_panics_ends_the_program() {
    if panics() {
        let (mut terminal, mut model) = drawn();
        let (tell, told) = mpsc::channel();
        let thread = thread::spawn(move || {
            let _watched = Watched(tell);
            panic!("{TOLD}");
        });
        let running = Running {
            terminal: &mut terminal,
            threads: &Threads::ended(),
        };
        let now = model.locale.now;
        let ended = running.until_quit(&mut model, &told, || now);
        assert!(matches!(ended, Err(DashboardError::Ended(_))));
        assert!(thread.join().is_err());
        // Nothing is drawn where the shell goes on.
        terminal.draw(&model).expect("nothing");
        return;
    }
    let mut terminal = panicking("a_thread_that_panics_ends_the_program", "another");
    assert_eq!(terminal.ends(), 0, "{}", terminal.text());
    is_told_behind(&terminal);
}

//! The screens that README shows are those that the dashboard draws.
//!
//! A comment `<!-- screen WHO: KEYS -->` stands before each: who sits in front of the demo's
//! dashboard, and what was typed. `POPUG_UPDATE_PAGES=1 cargo test --test house screens` captures them
//! anew.

use std::fs;
use std::time::{Duration, Instant};

use crate::page::{sandbox, updating};
use crate::scratch::Scratch;
use crate::source::{read, root};
use crate::terminal::{Heard, SMALL, Terminal};

/// The demo's week ends on this evening.
const EVENING: &str = "2026-11-23T18:00:00Z";
/// What is not drawn by then is not drawn at all.
const PATIENCE: Duration = Duration::from_secs(60);
/// A screen that has not changed for so long is complete.
const QUIET: Duration = Duration::from_secs(2);

/// A screen of a page.
struct Shown {
    /// Who sits there.
    who: String,
    /// What was typed.
    keys: String,
    /// The page up to it, and behind it.
    around: (usize, usize),
    /// What is drawn.
    text: String,
}

fn shown(page: &str) -> Vec<Shown> {
    const BEGIN: &str = "<!-- screen ";
    const FENCE: &str = "```text\n";
    let marks = page.match_indices(BEGIN).map(|(at, _)| {
        let line = page[at..].lines().next().expect("a line");
        let what = line.trim_start_matches(BEGIN).trim_end_matches(" -->");
        let (who, keys) = what.split_once(':').expect("WHO: KEYS");
        let start = at + page[at..].find(FENCE).expect("a block") + FENCE.len();
        let end = start + page[start..].find("```").expect("its end");
        Shown {
            who: who.to_owned(),
            keys: keys.trim().to_owned(),
            around: (start, end),
            text: page[start..end].to_owned(),
        }
    });
    marks.collect()
}

fn drawn(terminal: &Terminal) -> String {
    let text = terminal.text();
    let lines = text.lines().map(|line| format!("{}\n", line.trim_end()));
    lines.collect()
}

/// Sits down in front of the dashboard and types.
fn sit_down(scratch: &Scratch, shown: &Shown) -> Terminal {
    let mut command = scratch.command(Scratch::popug());
    command.args(["dashboard", "--demo", "--color", "never"]);
    command.args(["--as", &shown.who]).envs(sandbox(EVENING));
    let mut terminal = Terminal::start(command, SMALL);
    terminal.shows("balance").types(&shown.keys);
    terminal
}

#[test]
fn the_screens_of_the_readme_are_those_of_the_dashboard() {
    let page = read("README.md");
    let screens = shown(&page);
    assert!(screens.len() >= 2, "README shows two views at least");
    let scratch = Scratch::new();
    let mut demo = scratch.command(Scratch::popug());
    demo.arg("demo").envs(sandbox(EVENING));
    assert_eq!(scratch.run(&mut demo, "").code, 0);
    let mut anew = page.clone();
    for screen in screens.iter().rev() {
        let mut terminal = sit_down(&scratch, screen);
        if updating() {
            while terminal.listen(Instant::now() + QUIET) == Heard::Something {}
            let (start, end) = screen.around;
            anew.replace_range(start..end, &drawn(&terminal));
        } else {
            let deadline = Instant::now() + PATIENCE;
            while drawn(&terminal) != screen.text && Instant::now() < deadline {
                terminal.listen(deadline);
            }
            let now = drawn(&terminal);
            let how = "POPUG_UPDATE_PAGES=1 cargo test --test house screens";
            assert_eq!(now, screen.text, "{}; {how}", screen.who);
        }
        terminal.types("\u{3}").ends();
    }
    if anew != page {
        fs::write(root().join("README.md"), anew).expect("written");
    }
}

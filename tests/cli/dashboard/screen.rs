//! On which terminals it runs, in which colours, and what the settings say of it.

use std::fs;

use crate::support::{FileOnly, Story, World, on_file};
use crate::terminal::{SMALL, Terminal, has};

/// Writes the settings file.
fn set(world: &World, text: &str) {
    let directory = world.home().join("config/popug");
    fs::create_dir_all(&directory).expect("a directory");
    fs::write(directory.join("config.toml"), text).expect("settings");
}

/// What was written, but for the sequences that take the terminal over and give it back: the
/// parameters of every sequence that colours or shapes letters.
fn shapes(terminal: &Terminal) -> Vec<String> {
    let text = String::from_utf8_lossy(terminal.bytes()).into_owned();
    let pieces = text.split("\x1b[").skip(1);
    let shapes = pieces.filter_map(|piece| {
        let (parameters, rest) = piece.split_at(piece.find(|c: char| c.is_alphabetic())?);
        rest.starts_with('m').then(|| parameters.to_owned())
    });
    shapes.collect()
}

fn colours(terminal: &Terminal) -> Vec<String> {
    let shapes = shapes(terminal).into_iter();
    let colours = shapes.filter(|it| {
        let mut numbers = it.split(';').map(|it| it.parse::<u8>().unwrap_or_default());
        numbers.any(|it| (30..=38).contains(&it) || (40..=48).contains(&it) || it >= 90)
    });
    colours.collect()
}

fn shown(world: &World, line: &str, variables: &[(&str, &str)]) -> Terminal {
    let mut terminal = world.on_terminal_with(line, variables, SMALL);
    terminal.shows("Oil the perch").types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_before();
    terminal
}

#[test]
fn without_a_terminal_it_names_the_commands_for_scripts() {
    let world = World::one_worker();
    insta::assert_snapshot!(Story(vec![
        world.run("dashboard"),
        world.run("ui --read-only"),
        world.run(""),
    ]), @"
    $ popug dashboard
    [stderr]
    error: the dashboard needs a terminal
    hint: --help lists the commands for scripts
    [exit 2]
    $ popug ui --read-only
    [stderr]
    error: the dashboard needs a terminal
    hint: --help lists the commands for scripts
    [exit 2]
    $ popug 
    [stderr]
    error: a command is missing
    hint: --help lists the commands
    [exit 2]
    ");
}

#[test]
fn without_a_store_it_says_what_to_run() {
    let world = on_file(FileOnly::UsualPlace).empty();
    let mut terminal = world.on_terminal("");
    assert_eq!(terminal.ends(), 6);
    insta::assert_snapshot!(world.named(&terminal.text()), @"
    error: there is no store at ~/data/popug/popug.db
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    ");
    assert!(!has(terminal.bytes(), b"\x1b[?1049h"), "never taken over");
}

#[test]
fn colours_can_be_left_away() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    assert!(!colours(&shown(&world, "", &[])).is_empty());
    for (line, variables) in [
        ("", &[("NO_COLOR", "1")][..]),
        ("--color never", &[]),
        ("dashboard --color never", &[]),
    ] {
        let terminal = shown(&world, line, variables);
        assert_eq!(colours(&terminal), Vec::<String>::new(), "{line}");
        // The row one is on is seen all the same.
        assert!(shapes(&terminal).iter().any(|it| it == "7"), "{line}");
    }
}

#[test]
fn settings_take_effect() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let before = shown(&world, "", &[]);
    assert!(!has(before.bytes(), b"\x1b[?1000h"), "the mouse is left");
    set(
        &world,
        "[dashboard]\nmouse = true\n[dashboard.keys]\nclose = 'X'\nquit = ['f10']\n\
         [dashboard.theme]\naccent = '#5f87ff'\n",
    );
    let mut terminal = world.on_terminal("");
    terminal.shows("Oil the perch").shows("X close");
    assert!(has(terminal.bytes(), b"\x1b[?1000h"), "the mouse is taken");
    let accent = "38;2;95;135;255";
    assert!(colours(&terminal).iter().any(|it| it.contains(accent)));
    terminal.types("c").shows("c does nothing here");
    terminal.types("X").shows("close 1 Oil the perch: ");
    terminal.types("n").types("q").shows("q does nothing here");
    terminal.types("\x1b[21~");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_before();
}

#[test]
fn a_mistake_in_the_settings_is_told_with_its_line() {
    let world = World::one_worker();
    set(&world, "[dashboard.keys]\nclose = 'X'\nfly = 'f'\n");
    let mut terminal = world.on_terminal("");
    assert_eq!(terminal.ends(), 2);
    insta::assert_snapshot!(world.named(&terminal.text()), @"error: ~/config/popug/config.toml line 3: there is no action 'fly'; there are up, down, page-up, page-down, first, last, go-in, back, next-view, previous-view, view-1, view-2, view-3, view-4, view-5, view-6, new, edit, mark, close, mine, status, why, reassign, sort, reverse, filter, copy-title, copy-id, palette, copy, help, refresh, suspend, quit, pane, earlier, later, by, today, adjust, take-back, retry, close-days, close-today, discard, code, leave");
    set(&world, "[dashboard.keys]\nclose = 'n'\n");
    let mut terminal = world.on_terminal("");
    assert_eq!(terminal.ends(), 2);
    insta::assert_snapshot!(world.named(&terminal.text()), @"error: [dashboard.keys]: the key n would mean both new and close");
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let mut terminal = world.on_terminal("");
    terminal.shows("Oil the perch");
    for (columns, rows) in [(140, 40), (60, 10), (79, 24), (80, 24), (200, 50), (1, 1)] {
        terminal.resize(columns, rows);
    }
    terminal.resize(60, 12).shows("This terminal is too small.");
    terminal.resize(140, 40).shows("Oil the perch");
    let right = |it: &vt100::Screen| it.cell(2, 139).is_some_and(vt100::Cell::has_contents);
    terminal.until("a frame as wide as the terminal", right);
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
}

//! The pages of the commands in `docs/commands/`: one for each word behind `popug`, with the help of
//! every command below it, word for word, and a session in which each of them is typed.
//!
//! `POPUG_UPDATE_PAGES=1 cargo test --test house commands` writes helps and answers anew; read
//! the difference before you keep it.

use std::fs;
use std::sync::Mutex;
use std::thread;

use crate::page::{Scene, tried, typed, updating};
use crate::scratch::Scratch;
use crate::source::{names, root};

/// Of the tests that write pages anew, one at a time.
static WRITING: Mutex<()> = Mutex::new(());

/// What a command's help says.
fn help(scratch: &Scratch, command: &str) -> String {
    let mut popug = scratch.command(Scratch::popug());
    popug.args(command.split(' ')).arg("--help");
    let ran = scratch.run(&mut popug, "");
    assert_eq!(ran.code, 0, "{command}: {}", ran.shown);
    ran.stdout
}

/// The commands below a command, but for `help`.
fn below(help: &str) -> Vec<String> {
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = list
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    names
        .filter(|it| *it != "help")
        .map(str::to_owned)
        .collect()
}

/// The words behind `popug`, each once.
fn top_level(scratch: &Scratch) -> Vec<String> {
    let mut popug = scratch.command(Scratch::popug());
    let first_page = scratch.run(popug.arg("--help"), "").stdout;
    let mut found: Vec<String> = Vec::new();
    for line in first_page.lines() {
        let word = line.strip_prefix("  ").and_then(|it| it.split(' ').next());
        let word = word.filter(|it| it.starts_with(|c: char| c.is_ascii_lowercase()));
        if let Some(word) = word.filter(|it| !found.iter().any(|known| known == it)) {
            found.push(word.to_owned());
        }
    }
    found
}

/// Every command that does something below this one, with its help.
fn leaves(scratch: &Scratch, command: &str) -> Vec<(String, String)> {
    let help = help(scratch, command);
    let below = below(&help);
    if below.is_empty() {
        return vec![(command.to_owned(), help)];
    }
    let below = below.iter().map(|it| format!("{command} {it}"));
    below.flat_map(|it| leaves(scratch, &it)).collect()
}

fn page_of(command: &str) -> String {
    format!("docs/commands/{command}.md")
}

/// The section that a command has on its page. The flags that stand everywhere do not stand here.
fn section(command: &str, help: &str) -> String {
    let paragraphs = help.trim_end().split("\n\n");
    let own: Vec<&str> = paragraphs
        .filter(|it| !it.starts_with("Everywhere:"))
        .collect();
    format!("## popug {command}\n\n```text\n{}\n```\n", own.join("\n\n"))
}

/// The page with this section in it: in place of the one that is there, or behind the others.
fn with_section(page: &str, command: &str, section: &str) -> String {
    let title = format!("## popug {command}\n");
    let Some(start) = page.find(&title) else {
        return format!("{}\n\n{section}", page.trim_end());
    };
    let fence = "\n```\n";
    let behind = page[start..].find(fence).expect("the section's help ends");
    let end = start + behind + fence.len();
    format!("{}{section}{}", &page[..start], &page[end..])
}

#[test]
fn every_command_has_its_help_on_a_page() {
    let _alone = WRITING.lock();
    let scratch = Scratch::new();
    let mut stale = Vec::new();
    for command in top_level(&scratch) {
        let path = page_of(&command);
        let there = fs::read_to_string(root().join(&path)).unwrap_or_default();
        let mut page = if there.is_empty() {
            format!("# popug {command}\n")
        } else {
            there.clone()
        };
        for (leaf, help) in leaves(&scratch, &command) {
            page = with_section(&page, &leaf, &section(&leaf, &help));
        }
        if page != there && updating() {
            fs::write(root().join(&path), page).expect("a page");
        } else if page != there {
            stale.push(path);
        }
    }
    let how = "POPUG_UPDATE_PAGES=1 cargo test --test house commands";
    assert!(stale.is_empty(), "{stale:?} are out of date: {how}");
}

#[test]
fn every_page_is_of_a_command() {
    let scratch = Scratch::new();
    let commands = top_level(&scratch);
    for name in names("docs/commands") {
        let command = name.trim_end_matches(".md");
        let known = command == "README" || commands.iter().any(|it| it == command);
        assert!(known, "docs/commands/{name} is of no command");
    }
}

/// Commands that cannot be shown in a session that ends, and why.
const UNSHOWN: &[(&str, &str)] = &[
    ("worker", "it works until it is asked to end"),
    ("dashboard", "it fills a screen until somebody quits"),
];

#[test]
fn every_command_is_typed_on_its_page() {
    let scratch = Scratch::new();
    let mut missing = Vec::new();
    for command in top_level(&scratch) {
        let path = page_of(&command);
        let page = fs::read_to_string(root().join(&path)).unwrap_or_default();
        let lines: Vec<String> = typed(&page).into_iter().map(|it| it.line).collect();
        for (leaf, _) in leaves(&scratch, &command) {
            let begin = format!("popug {leaf}");
            let shown = lines.iter().any(|line| {
                let rest = line.strip_prefix(&begin);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            if !shown && !UNSHOWN.iter().any(|(it, _)| *it == leaf) {
                missing.push(leaf);
            }
        }
    }
    let how = "type each, behind `$ popug`, in a ```console block on its page in docs/commands/; then \
               POPUG_UPDATE_PAGES=1 cargo test --test house commands writes answers and helps";
    assert!(missing.is_empty(), "no session shows {missing:?}: {how}");
}

#[test]
fn what_the_pages_show_is_what_comes_out() {
    let _alone = WRITING.lock();
    let pages = names("docs/commands").into_iter();
    let wrong: Vec<String> = thread::scope(|scope| {
        let tried: Vec<_> = pages
            .map(|name| {
                scope.spawn(move || tried(&format!("docs/commands/{name}"), Scene::Company))
            })
            .collect();
        let tried = tried.into_iter();
        tried.flat_map(|it| it.join().expect("a page")).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

//! A page of documentation: what it says is typed and what it says comes out, done by the real
//! binary.
//!
//! A block ```` ```console ```` is run, line by line behind `$ popug`; a comment `<!-- not run: WHY -->`
//! right before it keeps it from that, `<!-- clock INSTANT -->` sets the clock from there on.
//! In what comes out a line `[…]` stands for any lines, a `[…]` at a line's end for the rest of it.
//! What a person types after a question is given on standard input: the beak, a yes. Codes differ
//! from run to run; the page's stand for those that were printed.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use crate::scratch::Scratch;
use crate::source::{read, root};

/// The beak of everybody, twice: for whoever changes it.
const BEAK: &str = "sharp and curved\nsharp and curved\n";

/// What stands for whatever is left out.
const LEFT_OUT: &str = "[…]";

/// Something typed, and what the page says comes out.
#[derive(Debug, PartialEq, Eq)]
pub struct Typed {
    /// The line behind `$ popug`.
    pub line: String,
    /// The instant taken for now.
    pub clock: Option<String>,
    /// The lines that follow.
    pub shown: Vec<String>,
}

/// Everything that a page says is typed.
pub fn typed(page: &str) -> Vec<Typed> {
    let mut all: Vec<Typed> = Vec::new();
    let (mut clock, mut before) = (None, "");
    let mut within = Within::Prose;
    for line in page.lines() {
        match within {
            Within::Prose if line.starts_with("```") => {
                let skipped = before.starts_with("<!-- not run: ");
                within = match line {
                    "```console" if !skipped => Within::Console,
                    _ => Within::Other,
                };
            }
            Within::Prose => {
                let instant = line.strip_prefix("<!-- clock ");
                clock = instant
                    .and_then(|it| it.strip_suffix(" -->"))
                    .map(str::to_owned)
                    .or(clock);
            }
            Within::Console | Within::Other if line == "```" => within = Within::Prose,
            Within::Other => {}
            Within::Console => match line.strip_prefix("$ ") {
                Some(line) => all.push(Typed {
                    line: line.to_owned(),
                    clock: clock.clone(),
                    shown: Vec::new(),
                }),
                None => {
                    let last = all.last_mut().expect("a block begins with a command");
                    last.shown.push(line.to_owned());
                }
            },
        }
        before = line;
    }
    all
}

#[derive(Clone, Copy)]
enum Within {
    Prose,
    Console,
    Other,
}

/// Where the sessions of a page begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// In a home with nothing in it.
    Nothing,
    /// In a company: polly, its admin, is logged in, and beside it the manager gruff, the accountant
    /// penny, and the workers kesha and ara.
    Company,
}

impl Scene {
    fn begin(self) -> Scratch {
        static FOUNDED: OnceLock<Scratch> = OnceLock::new();
        match self {
            Self::Nothing => Scratch::new(),
            Self::Company => FOUNDED.get_or_init(company).copy(),
        }
    }
}

fn company() -> Scratch {
    let scratch = Scratch::new();
    let admin = "init --admin polly --email polly@uberpopug.example --timezone UTC";
    let mut lines = vec![format!("{admin} --beak-stdin")];
    for (name, role) in COMPANY {
        let email = format!("--email {name}@uberpopug.example --beak-stdin");
        lines.push(format!("user add {name} --role {role} {email} --as polly"));
        lines.push(format!("login {name} --beak-stdin"));
    }
    lines.push("login polly --beak-stdin".to_owned());
    fs::write(scratch.home().join("popugs.csv"), ROSTER).expect("a roster");
    for line in lines {
        let mut command = scratch.command(Scratch::popug());
        command.args(line.split(' ')).envs(sandbox(MORNING));
        let ran = scratch.run(&mut command, BEAK);
        assert_eq!(ran.code, 0, "{line}: {}", ran.shown);
    }
    scratch
}

const COMPANY: [(&str, &str); 4] = [
    ("gruff", "manager"),
    ("penny", "accountant"),
    ("kesha", "worker"),
    ("ara", "worker"),
];

/// What the page of `user import` says of its file.
const ROSTER: &str = "\
name,role,email,full_name
zazu,worker,zazu@uberpopug.example,Zazu the Third
rio,accountant,rio@uberpopug.example,
";

/// When a company begins.
const MORNING: &str = "2026-11-23T09:00:00Z";

pub fn sandbox(clock: &str) -> [(&str, &str); 2] {
    [("POPUG_CLOCK", clock), ("POPUG_SEED", "1")]
}

/// Whether the pages are to be written anew.
pub fn updating() -> bool {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test is told by the environment"
    )]
    std::env::var_os("POPUG_UPDATE_PAGES").is_some()
}

/// What a page of this crate says otherwise than it is; nothing where it is written anew.
pub fn tried(path: &str, scene: Scene) -> Vec<String> {
    let page = read(path);
    if !updating() {
        let differences = differences(&page, scene).into_iter();
        return differences.map(|it| format!("{path}: {it}")).collect();
    }
    fs::write(root().join(path), renewed(&page, scene)).expect("a page");
    Vec::new()
}

/// Runs everything in a fresh home; answers what came out otherwise than the page says.
fn differences(page: &str, scene: Scene) -> Vec<String> {
    let scratch = scene.begin();
    let mut codes = BTreeMap::new();
    let mut wrong = Vec::new();
    for typed in typed(page) {
        let shown = run(&scratch, &typed, &codes);
        if !fits(&typed.answers(), &shown, &mut codes) {
            let expected = typed.shown.join("\n");
            wrong.push(format!(
                "$ {}\n--- page\n{expected}\n--- popug\n{shown}",
                typed.line
            ));
        }
    }
    wrong
}

/// The page with what really comes out wherever it says something else.
fn renewed(page: &str, scene: Scene) -> String {
    let scratch = scene.begin();
    let mut codes = BTreeMap::new();
    let mut page = page.to_owned();
    let mut from = 0;
    for typed in typed(&page.clone()) {
        let before = format!("$ {}\n", typed.line);
        let start = page[from..].find(&before).expect("it is typed");
        let start = from + start + before.len();
        let said: usize = typed.shown.iter().map(|line| line.len() + 1).sum();
        let shown = run(&scratch, &typed, &codes);
        from = start + said;
        if !fits(&typed.answers(), &shown, &mut codes) {
            let beaks = typed.shown.iter().filter(|line| asks_for_beak(line));
            let lines = beaks.map(String::as_str).chain(shown.lines());
            let answer: String = lines.map(|line| format!("{line}\n")).collect();
            page.replace_range(start..start + said, &answer);
            from = start + answer.len();
        }
    }
    page
}

/// What comes out, and before it the question that is answered with yes.
fn run(scratch: &Scratch, typed: &Typed, codes: &BTreeMap<String, String>) -> String {
    let mut line = typed.line.clone();
    for (page, real) in codes {
        line = line.replace(page, real);
    }
    let shell = |line: &str, input: &str| {
        let (variables, popug) = line.split_once("popug ").expect("popug is typed");
        let mut command = scratch.command("/bin/sh");
        command.args(["-c", &format!("exec env {variables} \"$POPUG\" {popug}")]);
        if let Some(clock) = &typed.clock {
            command.envs(sandbox(clock));
        }
        scratch.run(&mut command, input).shown
    };
    if typed.shown.iter().any(|it| asks_for_beak(it)) {
        return shell(&format!("{line} --beak-stdin"), BEAK);
    }
    if !typed.shown.iter().any(|it| it.ends_with(YES)) {
        return shell(&line, "");
    }
    let unanswered = shell(&line, "");
    let question = unanswered
        .lines()
        .find_map(|it| it.strip_prefix(UNANSWERED));
    let question = question.map(|it| format!("{it}{YES}\n"));
    question.unwrap_or_default() + &shell(&format!("{line} --yes"), "")
}

/// What a person types behind a question.
const YES: &str = " [y/N] y";

/// How popug says which question it would have asked.
const UNANSWERED: &str = "error: nobody is there to be asked: ";

impl Typed {
    /// What comes out, without being asked for a beak.
    fn answers(&self) -> Vec<&str> {
        let lines = self.shown.iter().map(String::as_str);
        lines.filter(|line| !asks_for_beak(line)).collect()
    }
}

fn asks_for_beak(line: &str) -> bool {
    let beaks = ["beak:", "old beak:", "new beak:", "again:"];
    beaks.contains(&line) || line.starts_with("a beak for ")
}

/// Whether the lines of a page fit what came out.
fn fits(page: &[&str], shown: &str, codes: &mut BTreeMap<String, String>) -> bool {
    let shown: Vec<&str> = shown.lines().collect();
    fit(page, &shown, codes)
}

fn fit(page: &[&str], shown: &[&str], codes: &mut BTreeMap<String, String>) -> bool {
    match (page, shown) {
        ([], []) => true,
        ([first, rest @ ..], _) if *first == LEFT_OUT => {
            (0..=shown.len()).any(|skipped| fit(rest, &shown[skipped..], codes))
        }
        ([first, page @ ..], [line, shown @ ..]) => {
            one(first, line, codes) && fit(page, shown, codes)
        }
        _ => false,
    }
}

fn one(page: &str, shown: &str, codes: &mut BTreeMap<String, String>) -> bool {
    if let Some(begin) = page.strip_suffix(LEFT_OUT) {
        return shown.starts_with(begin);
    }
    match (code(page), code(shown)) {
        (Some(said), Some(real)) => {
            codes.insert(said.to_owned(), real.to_owned());
            page.replace(said, "") == shown.replace(real, "")
        }
        _ => page == shown,
    }
}

/// The code of an enrolment in a line: five groups of four.
fn code(line: &str) -> Option<&str> {
    line.split(' ').find(|word| {
        let groups: Vec<&str> = word.split('-').collect();
        groups.len() == 5 && groups.iter().all(|group| group.len() == 4)
    })
}

#[test]
fn blocks_are_found_with_their_clock_and_skipped_where_they_say_so() {
    let page = "<!-- clock 2026-11-23T09:00:00Z -->\n```console\n$ popug a\nout\n$ popug b\n```\n\
                ```sh\npopug c\n```\n<!-- not run: it waits -->\n```console\n$ popug d\n```\n";
    let lines: Vec<(String, usize)> = typed(page)
        .into_iter()
        .map(|it| (it.line, it.shown.len()))
        .collect();
    let expected = [("popug a".to_owned(), 1), ("popug b".to_owned(), 0)];
    assert_eq!(lines, expected);
    let clock = typed(page).remove(0).clock;
    assert_eq!(clock.as_deref(), Some("2026-11-23T09:00:00Z"));
}

#[test]
fn what_is_left_out_fits_and_what_is_wrong_does_not() {
    let fits = |page: &[&str], shown: &str| fits(page, shown, &mut BTreeMap::new());
    assert!(fits(&["a", "[…]", "d"], "a\nb\nc\nd\n"));
    assert!(fits(&["seal […]"], "seal 5bf2\n"));
    assert!(!fits(&["a", "[…]", "d"], "a\nb\nc\n"));
    assert!(!fits(&["a"], "a\nb\n"));
    assert!(!fits(&["a", "b"], "a\n"));
}

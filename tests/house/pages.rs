//! README and docs: what they show is what comes out, what they name is there.

use crate::page::{Scene, tried, typed};
use crate::scratch::Scratch;
use crate::source::{read, root, sources};

#[test]
fn what_the_readme_shows_is_what_comes_out() {
    let wrong = tried("README.md", Scene::Nothing);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_readme_shows_the_whole_tour() {
    let lines: Vec<String> = typed(&read("README.md"))
        .into_iter()
        .map(|it| it.line)
        .collect();
    for step in [
        "demo",
        "init",
        "user add",
        "enroll",
        "add",
        "mine",
        "done",
        "task reassign --dry-run",
        "day close",
        "account statement",
        "task why",
        "doctor",
    ] {
        let begin = format!("popug {step}");
        let shown = lines.iter().any(|line| line.starts_with(&begin));
        assert!(shown, "README does not show {begin}");
    }
}

#[test]
fn the_readme_fits_a_page() {
    for block in read("README.md").split("```").skip(1).step_by(2) {
        for line in block.lines() {
            // The answer of `day close` and of `init` are a line each, however wide.
            let long = line.starts_with("closed 2") || line.contains(" is the store; ");
            assert!(long || line.chars().count() <= 80, "{line}");
        }
    }
}

/// Names in backquotes that are no words: with a `::`, or a `_` in the middle.
fn names(page: &str) -> Vec<&str> {
    let prose = page.split("```").step_by(2);
    let quoted = prose.flat_map(|part| part.split('`').skip(1).step_by(2));
    let is_name = |text: &&str| {
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
        text.chars().all(letters) && (text.contains("::") || text.contains('_'))
    };
    quoted.filter(is_name).collect()
}

#[test]
fn every_name_in_the_architecture_is_in_the_source() {
    let page = read("docs/ARCHITECTURE.md");
    let source: String = sources().iter().map(|it| it.text.as_str()).collect();
    let names = names(&page);
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        let last = name.rsplit("::").next().unwrap_or(name);
        let there = source.contains(&format!(" {last}"))
            || source.contains(&format!("({last}"))
            || root()
                .join(format!("src/{}.rs", name.replace("::", "/")))
                .exists();
        assert!(there, "{name} is nowhere");
    }
}

#[test]
fn every_file_that_the_pages_name_is_there() {
    for page in ["README.md", "docs/ARCHITECTURE.md"] {
        let text = read(page);
        for part in text.split("```").step_by(2) {
            for path in part.split('`').skip(1).step_by(2) {
                let at = [path.to_owned(), format!("src/{path}")];
                let is_path = path.contains('/') && path.chars().all(|c| c.is_ascii_graphic());
                let ours = [
                    "src/",
                    "tests/",
                    "docs/",
                    "events/",
                    "store/",
                    "app/",
                    "migrations/",
                    "completions/",
                ];
                if is_path && ours.iter().any(|it| path.starts_with(it)) {
                    assert!(
                        at.iter().any(|it| root().join(it).exists()),
                        "{page}: {path}"
                    );
                }
            }
        }
    }
}

/// What a page has between these two lines, each time.
fn blocks<'p>(page: &'p str, begin: &str, end: &str) -> Vec<&'p str> {
    let parts = page.split(begin).skip(1);
    parts.filter_map(|it| it.split(end).next()).collect()
}

#[test]
fn the_settings_file_of_the_readme_is_one() {
    let scratch = Scratch::new();
    let readme = read("README.md");
    let [file] = blocks(&readme, "```toml\n", "```")[..] else {
        panic!("README shows one settings file");
    };
    let told = |file: &str| {
        let directory = scratch.home().join("config/popug");
        std::fs::create_dir_all(&directory).expect("a directory");
        std::fs::write(directory.join("config.toml"), file).expect("a file");
        let mut popug = scratch.command(Scratch::popug());
        popug.env("XDG_CONFIG_HOME", scratch.home().join("config"));
        scratch.run(popug.args(["task", "list"]), "")
    };
    let ran = told(file);
    assert_eq!(ran.code, 6, "{}", ran.shown);
    assert!(ran.shown.contains("/srv/popug/popug.db"), "{}", ran.shown);
    assert_eq!(told(&format!("{file}perch = 'oak'\n")).code, 2);
}

/// A topic of `popug help`, as data.
fn topic(scratch: &Scratch, name: &str) -> Vec<serde_json::Value> {
    let mut popug = scratch.command(Scratch::popug());
    let ran = scratch.run(popug.args(["help", name, "--json"]), "");
    serde_json::from_str(&ran.stdout).expect("JSON")
}

#[test]
fn the_readme_has_every_exit_code_and_every_variable_in_use() {
    let scratch = Scratch::new();
    let readme = read("README.md");
    for row in topic(&scratch, "exit-codes") {
        let code = row["code"].as_u64().expect("a code");
        let by_signal = code > 128;
        assert!(
            by_signal || readme.contains(&format!("\n| {code} | ")),
            "{code}"
        );
    }
    for row in topic(&scratch, "environment") {
        let about = row["about"].as_str().expect("a text");
        let name = row["variable"].as_str().expect("a name");
        let needless = about.contains("none so far") || ["TERM", "POPUG_PAYMENTS"].contains(&name);
        assert!(needless || readme.contains(name), "{name}");
    }
}

#[test]
fn the_roles_of_the_readme_are_those_of_the_program() {
    let scratch = Scratch::new();
    let readme = read("README.md");
    let roles = blocks(&readme, "| may | worker |", "\n\n");
    let rows: Vec<Vec<&str>> = roles[0]
        .lines()
        .skip(2)
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let has = |row: &serde_json::Value, role: &str| row[role].as_bool().expect("yes or no");
    let permissions = topic(&scratch, "permissions");
    for (says, permission) in [
        ("see every task", "task.read"),
        ("close tasks", "task.close"),
        ("edit a task's text", "task.edit"),
        ("see the own balance", "account.own"),
        ("reassign all", "task.reassign"),
        ("see everybody's money", "account.read"),
        ("close the day", "day.close"),
        ("read the company's settings", "self"),
        ("see analytics", "analytics.read"),
    ] {
        let row = rows.iter().find(|row| row[1].starts_with(says));
        let row = row.unwrap_or_else(|| panic!("{says}"));
        let of = permissions.iter().find(|it| it["permission"] == permission);
        let of = of.unwrap_or_else(|| panic!("{permission}"));
        for (column, role) in ["worker", "accountant", "manager", "admin"]
            .iter()
            .enumerate()
        {
            assert_eq!(!row[column + 2].is_empty(), has(of, role), "{says}: {role}");
        }
    }
}

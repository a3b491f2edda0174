//! README and docs: what they show is what comes out, what they name is there.

use crate::page::{Scene, tried, typed};
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

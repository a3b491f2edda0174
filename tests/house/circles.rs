//! Circles: files that name each other, one after the other. Two may, such as a module and its child;
//! where there are more, none of them can be read before the others.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};

use crate::sql::program;

/// The files of circles that are still there: a file that is in none any more is taken off.
const LEFT: &[&str] = &[
    "app/ask.rs",
    "app/caller.rs",
    "app/change.rs",
    "app/clock.rs",
    "app/door.rs",
    "app/error.rs",
    "app/refusal.rs",
    "app/refusal/domains.rs",
    "app/refusal/store.rs",
    "app/settings.rs",
    "app/settings/error.rs",
    "auth/beak.rs",
    "auth/error.rs",
    "auth/login.rs",
    "auth/model.rs",
    "auth/proof.rs",
    "auth/requests/add.rs",
    "auth/requests/enrol.rs",
    "auth/sql.rs",
    "auth/tokens.rs",
    "cli/commands/day.rs",
    "cli/commands/help/environment.rs",
    "cli/commands/help/exit_codes.rs",
    "cli/commands/help/formats.rs",
    "cli/commands/help/mod.rs",
    "cli/commands/help/permissions.rs",
    "cli/commands/mail.rs",
    "cli/commands/man.rs",
    "cli/commands/mod.rs",
    "cli/commands/report.rs",
    "cli/help.rs",
    "cli/manual.rs",
    "cli/output/data.rs",
    "cli/output/listing.rs",
    "cli/output/row_writer.rs",
    "cli/parser.rs",
    "cli/rows/csv.rs",
    "cli/rows/json.rs",
    "cli/rows/jsonl.rs",
    "cli/rows/mod.rs",
    "cli/settings/file.rs",
    "cli/settings/layer.rs",
    "cli/settings/screen.rs",
    "events/apart.rs",
    "events/catch_up.rs",
    "events/chain.rs",
    "events/cloud_event.rs",
    "events/log.rs",
    "events/position.rs",
    "events/schema.rs",
    "events/slice.rs",
    "events/sql.rs",
    "events/stored.rs",
    "events/upcast.rs",
    "files/draft.rs",
    "files/mod.rs",
    "files/whose.rs",
    "store/error.rs",
    "store/head.rs",
    "store/identity.rs",
    "store/migrate.rs",
    "store/open.rs",
    "store/place.rs",
    "store/place/file.rs",
    "store/postgres/address.rs",
    "store/postgres/address/url.rs",
    "store/postgres/catalogue.rs",
    "store/postgres/connect.rs",
    "store/postgres/failure.rs",
    "store/postgres/mod.rs",
    "store/postgres/patience.rs",
    "store/postgres/refusal.rs",
    "store/postgres/schema.rs",
    "store/postgres/session.rs",
    "store/postgres/tls.rs",
    "store/postgres/values.rs",
    "store/read.rs",
    "store/row.rs",
    "store/sqlite/backup.rs",
    "store/sqlite/catalogue.rs",
    "store/sqlite/draft.rs",
    "store/sqlite/head_file.rs",
    "store/sqlite/lay.rs",
    "store/sqlite/mod.rs",
    "store/sqlite/ours.rs",
    "store/sqlite/patience.rs",
    "store/sqlite/statements.rs",
    "store/sqlite/still.rs",
    "store/sqlite/system.rs",
    "store/sqlite/transaction.rs",
    "store/write.rs",
];

/// The names that lead to something: `["dashboard", "model", "Model"]`.
type Path = Vec<String>;

/// A module in a file of its own.
#[derive(Default)]
struct Module {
    /// Its file below `src/`.
    file: String,
    /// What a name in it stands for: what it imports, and the modules it declares.
    scope: BTreeMap<String, Path>,
    /// What it imports for itself.
    imports: Vec<Path>,
    /// Every path in its code, as far as it is one of names.
    paths: Vec<Path>,
}

/// Where the module of a file stands: `dashboard/view.rs` is `["dashboard", "view"]`.
fn place(file: &str) -> Path {
    let place = file.strip_suffix(".rs").unwrap_or(file);
    let place = place.strip_suffix("/mod").unwrap_or(place);
    let names = place.split('/').filter(|it| *it != "main");
    names.map(str::to_owned).collect()
}

impl Module {
    fn read(file: &str, text: &str) -> Self {
        let mut module = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        module.walk(&place(file), text.parse().expect("Rust"));
        module
    }

    fn walk(&mut self, own: &Path, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut of_tests = false;
        while let Some(tree) = trees.get(at) {
            at += 1;
            match tree {
                TokenTree::Group(group) => {
                    of_tests |= group.to_string() == "[cfg (test)]";
                    let is_body = group.to_string().starts_with('{');
                    if !(of_tests && is_body) {
                        self.walk(own, group.stream());
                    }
                    of_tests &= !is_body;
                }
                TokenTree::Ident(word) if word == "use" => {
                    let end = trees[at..].iter().position(|it| is(it, ';'));
                    let end = end.map_or(trees.len(), |it| at + it);
                    let mut leaves = Vec::new();
                    tree_of_paths(&trees[at..end], &Vec::new(), &mut leaves);
                    // What is imported may be a trait, whose name is nowhere else.
                    let told = at > 1 && trees[at - 2].to_string().starts_with(['p', '(']);
                    for (path, name) in leaves.into_iter().filter(|_| !of_tests) {
                        let path = self.absolute(own, &path);
                        self.imports.extend((!told).then(|| path.clone()));
                        self.scope.insert(name, path);
                    }
                    (at, of_tests) = (end, false);
                }
                TokenTree::Ident(word) if word == "mod" => {
                    let declared = trees.get(at + 1).is_some_and(|it| is(it, ';'));
                    if let Some(name) = trees.get(at).filter(|_| declared && !of_tests) {
                        let name = name.to_string();
                        let path: Path = own.iter().chain([&name]).cloned().collect();
                        self.scope.insert(name, path);
                    }
                    of_tests &= !declared;
                }
                TokenTree::Ident(_) => {
                    let path = names(&trees[at - 1..]);
                    at += (path.len() - 1) * 3;
                    self.paths.push(path);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// A path from the root on, where it begins with a name of this module.
    fn absolute(&self, own: &Path, path: &[String]) -> Path {
        let mut begin = Vec::new();
        let mut rest = path;
        match path.first().map(String::as_str) {
            Some("crate") => rest = &path[1..],
            Some("self") => (begin, rest) = (own.clone(), &path[1..]),
            Some("super") => {
                let climbed = path.iter().take_while(|it| *it == "super").count();
                begin = own[..own.len().saturating_sub(climbed)].to_vec();
                rest = &path[climbed..];
            }
            Some(name) => {
                if let Some(known) = self.scope.get(name) {
                    (begin, rest) = (known.clone(), &path[1..]);
                }
            }
            None => {}
        }
        begin.extend_from_slice(rest);
        begin
    }
}

fn is(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(it) if it.as_char() == sign)
}

/// The names that stand there, with `::` between them.
fn names(trees: &[TokenTree]) -> Path {
    let mut path = Vec::new();
    let mut rest = trees;
    while let [TokenTree::Ident(name), behind @ ..] = rest {
        path.push(name.to_string());
        match behind {
            [one, other, next @ ..] if is(one, ':') && is(other, ':') => rest = next,
            _ => break,
        }
    }
    path
}

/// What a `use` brings in, and under which names.
fn tree_of_paths(trees: &[TokenTree], before: &Path, leaves: &mut Vec<(Path, String)>) {
    let comma = |tree: &TokenTree| is(tree, ',');
    for member in trees.split(comma).filter(|it| !it.is_empty()) {
        let own = names(member);
        let path = [before.as_slice(), &own].concat();
        match member.last() {
            Some(TokenTree::Group(group)) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                tree_of_paths(&inner, &path, leaves);
            }
            Some(TokenTree::Ident(name)) if name == "self" => {
                let module = path[..path.len() - 1].to_vec();
                if let Some(name) = module.last().cloned() {
                    leaves.push((module, name));
                }
            }
            Some(TokenTree::Ident(name)) => leaves.push((path, name.to_string())),
            _ => {}
        }
    }
}

/// All modules, by their places.
struct Modules(BTreeMap<Path, Module>);

impl Modules {
    fn of(files: &[(&str, &str)]) -> Self {
        let read = files
            .iter()
            .map(|(file, text)| (place(file), Module::read(file, text)));
        Self(read.collect())
    }

    /// The file in which stands what a path leads to, through whatever names it anew.
    fn defines(&self, path: &[String], hops: u8) -> Option<&str> {
        let deepest = (0..=path.len())
            .rev()
            .find(|it| self.0.contains_key(&path[..*it]));
        let module = self.0.get(&path[..deepest?])?;
        let Some(name) = path.get(deepest?) else {
            // A module by itself: what is named in it counts.
            return None;
        };
        match module.scope.get(name).filter(|_| hops > 0) {
            Some(elsewhere) => {
                let further = [elsewhere.as_slice(), &path[deepest? + 1..]].concat();
                self.defines(&further, hops - 1)
            }
            None => Some(&module.file),
        }
    }

    /// The files that each file names.
    fn named(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let of_module = |(own, module): (&Path, &'_ Module)| -> BTreeSet<&str> {
            let begins = |path: &&Path| {
                let first = path.first().map_or("", String::as_str);
                ["crate", "self", "super"].contains(&first) || module.scope.contains_key(first)
            };
            let paths = module.paths.iter().filter(begins);
            let paths = paths.map(|path| module.absolute(own, path));
            let paths = paths.chain(module.imports.iter().cloned());
            let files = paths.filter_map(|path| self.defines(&path, 8));
            files.filter(|file| *file != module.file).collect()
        };
        let named = self.0.iter().map(|it| (it.1.file.as_str(), of_module(it)));
        named.collect()
    }

    /// The circles of more than two files.
    fn circles(&self) -> Vec<BTreeSet<&str>> {
        let named = self.named();
        let mut circles: Vec<BTreeSet<&str>> = Vec::new();
        let reached: BTreeMap<&str, BTreeSet<&str>> = named
            .keys()
            .map(|file| (*file, reach(&named, file)))
            .collect();
        for (file, far) in &reached {
            let back = far.iter().filter(|it| reached[*it].contains(file));
            let circle: BTreeSet<&str> = back.copied().collect();
            if circle.len() > 2 && !circles.contains(&circle) {
                circles.push(circle);
            }
        }
        circles
    }
}

/// Every file that one comes to from a file.
fn reach<'s>(named: &BTreeMap<&'s str, BTreeSet<&'s str>>, from: &str) -> BTreeSet<&'s str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = named[from].iter().copied().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(&named[file]);
        }
    }
    reached
}

#[test]
fn files_name_each_other_in_no_circles() {
    let files: Vec<(&str, &str)> = program()
        .map(|it| (it.path.as_str(), it.text.as_str()))
        .collect();
    let modules = Modules::of(&files);
    let named = modules.named();
    let circles = modules.circles();
    let mut wrong = Vec::new();
    for circle in &circles {
        let new = circle.iter().filter(|file| !LEFT.contains(*file));
        wrong.extend(new.map(|file| {
            let on: Vec<&str> = named[file].intersection(circle).copied().collect();
            format!("src/{file} is in a circle, by {}", on.join(", "))
        }));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let over: Vec<&&str> = LEFT
        .iter()
        .filter(|it| !circles.iter().any(|circle| circle.contains(*it)))
        .collect();
    assert!(
        over.is_empty(),
        "in no circle, to be taken off LEFT: {over:?}"
    );
}

#[test]
fn a_circle_is_found_through_whatever_names_it_anew() {
    let files = [
        (
            "a/mod.rs",
            "mod one; mod two; pub use one::{One, more}; mod three;",
        ),
        (
            "a/one.rs",
            "use crate::a::two; pub struct One; fn f() { two::g(); }",
        ),
        (
            "a/two.rs",
            "use super::three::Three as Other; fn g(_: Other) {}",
        ),
        ("a/three.rs", "pub struct Three(crate::a::One);"),
        (
            "b.rs",
            "use crate::a::One; #[cfg(test)] mod tests { use crate::main; } fn f(_: One) {}",
        ),
    ];
    let circles = Modules::of(&files);
    let circles = circles.circles();
    let [circle] = circles.as_slice() else {
        panic!("{circles:?}");
    };
    let files: Vec<&str> = circle.iter().copied().collect();
    assert_eq!(files, ["a/one.rs", "a/three.rs", "a/two.rs"]);
}

//! The commands that there are, as help tells them.

use std::sync::OnceLock;

use super::engine::Engine;
use super::world::{World, Worlds};

/// Every command that does something, by its words: `task add`, `doctor`.
pub fn leaves() -> &'static [String] {
    static LEAVES: OnceLock<Vec<String>> = OnceLock::new();
    LEAVES.get_or_init(|| {
        let world = Worlds::on(Engine::Sqlite).empty();
        let mut leaves = Vec::new();
        let mut left: Vec<String> = top_level(&world).into_iter().rev().collect();
        while let Some(command) = left.pop() {
            let below = below(&world, &command);
            if below.is_empty() {
                leaves.push(command);
            } else {
                let below = below.into_iter().rev();
                left.extend(below.map(|it| format!("{command} {it}")));
            }
        }
        leaves
    })
}

/// The commands that `popug --help` names, in the order in which it does.
pub fn top_level(world: &World) -> Vec<String> {
    let help = world.run("--help").must().stdout;
    let mut found = Vec::new();
    for line in help.lines().filter(|line| line.starts_with("  ")) {
        let word = line.split_whitespace().next().unwrap_or_default();
        let command =
            line.starts_with(&format!("  {word} ")) && word.starts_with(char::is_lowercase);
        if command && !found.iter().any(|it| it == word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// The commands below a command, but for `help`.
fn below(world: &World, command: &str) -> Vec<String> {
    let help = world.run(&format!("{command} --help")).must().stdout;
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = list
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

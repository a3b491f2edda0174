//! Tokens: programs that act for the company or for a popug, and how they end.

mod acting;
mod lasting;
mod makers;
mod making;

use crate::support::{Ran, World};

/// A company whose admin makes a token; the token.
fn with_token(create: &str) -> (World, String) {
    let mut world = World::company();
    world.act_as("polly");
    let token = token(&world, create);
    (world, token)
}

fn token(world: &World, create: &str) -> String {
    let made = world.json(&format!("token create {create}"));
    made["token"].as_str().expect("a token").to_owned()
}

/// Runs a command line with a token.
fn with(world: &World, token: &str, line: &str) -> Ran {
    world.with(&[("POPUG_TOKEN", token), ("POPUG_AS", "")], line)
}

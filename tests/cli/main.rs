//! What a person and a script see: the real binary, in a world of its own.

#![cfg(test)]
#![expect(
    clippy::too_many_lines,
    reason = "a snapshot shows all of what is seen, however long"
)]

mod addresses;
mod beaks;
mod books;
mod bulk;
mod clocks;
#[path = "../cluster/mod.rs"]
mod cluster;
mod clusters;
mod company;
mod costs;
mod crash;
mod cuts;
mod damage;
mod dashboard;
mod databases;
mod days;
mod demo;
mod draws;
mod examples;
mod export;
mod fairness;
mod follow;
mod formats;
mod full;
mod groups;
mod imports;
mod keeping;
mod keys;
mod letters;
mod lists;
mod logs;
mod many;
mod matrix;
mod missed;
mod moving;
mod paths;
mod pauses;
mod poolers;
mod popugs;
mod prompt;
mod queues;
mod reach;
mod refusals;
mod report;
mod rights;
mod rosters;
mod servers;
mod sessions;
mod settings;
mod status;
mod support;
mod tamper;
mod tasks;
#[path = "../terminal/mod.rs"]
mod terminal;
mod texts;
mod titles;
mod tokens;
mod topics;
mod upgrade;
mod usage;
mod worker;

//! What a person and a script see: the real binary, in a world of its own.

#![expect(
    clippy::too_many_lines,
    reason = "a snapshot shows all of what is seen, however long"
)]

#[cfg(test)]
mod addresses;
#[cfg(test)]
mod beaks;
#[cfg(test)]
mod books;
#[cfg(test)]
mod bulk;
#[cfg(test)]
mod clocks;
#[cfg(test)]
#[path = "../cluster/mod.rs"]
mod cluster;
#[cfg(test)]
mod clusters;
#[cfg(test)]
mod company;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod cuts;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod dashboard;
#[cfg(test)]
mod databases;
#[cfg(test)]
mod days;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod draws;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod export;
#[cfg(test)]
mod fairness;
#[cfg(test)]
mod follow;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod full;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod many;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod missed;
#[cfg(test)]
mod moving;
#[cfg(test)]
mod paths;
#[cfg(test)]
mod pauses;
#[cfg(test)]
mod popugs;
#[cfg(test)]
mod prompt;
#[cfg(test)]
mod queues;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod report;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod rosters;
#[cfg(test)]
mod servers;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod status;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod tasks;
#[cfg(test)]
#[path = "../terminal/mod.rs"]
mod terminal;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod titles;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod topics;
#[cfg(test)]
mod upgrade;
#[cfg(test)]
mod usage;
#[cfg(test)]
mod worker;

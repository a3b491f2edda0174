//! Random histories of a company through the door, hundreds of steps each, against books that are
//! kept beside it and know nothing of how the door keeps its own.
//!
//! Two doors take turns, as two processes would. A process may die between a command's commit and
//! the catch-up, a catch-up may end anywhere, what is rehearsed leaves nothing, keys come twice,
//! clocks jump both ways and cron misses days.

mod books;
mod both;
mod compare;
mod drive;
mod edits;

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::{collection, sample};

use crate::kernel::role::Role;
use drive::Company;

/// Where companies are: two of the zones have days of 23 and of 25 hours.
const ZONES: [&str; 3] = ["UTC", "America/Santiago", "Pacific/Auckland"];

/// How many histories there are: as many as usual, or as `PROPTEST_CASES` says.
#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.map_or(usual, |asked| asked.parse().expect("a number"))
}

/// Whether the process lives to see what follows from its command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Life {
    /// It does, and has no key.
    Whole,
    /// It does, and the command has a key.
    Keyed,
    /// It dies right after the commit, and the command had a key.
    Cut,
}

/// Something that happens; numbers choose among what there is.
#[derive(Clone, Debug)]
enum Step {
    Add(usize, Life),
    Finish(usize, usize, Life),
    Reassign(Life),
    Edit(usize),
    Role(usize, Role),
    Activity(usize),
    Hire(Role),
    Adjust(usize, i64, Life),
    Reverse(usize),
    /// The clock jumps by so many minutes.
    Jump(i64),
    /// A close through so many days before today.
    Close(u64, Life),
    /// What might be done is done, and nothing of it is kept.
    Rehearse(usize),
    /// A command with a key comes again.
    Retry(usize),
    /// Some of what is unheard is heard.
    Hear(i64),
    /// What is due is handed over.
    Letters,
}

fn role() -> impl Strategy<Value = Role> {
    let roles = vec![Role::Worker, Role::Worker, Role::Accountant, Role::Manager];
    sample::select(roles)
}

fn life() -> impl Strategy<Value = Life> {
    sample::select(vec![Life::Whole, Life::Keyed, Life::Cut])
}

fn step() -> impl Strategy<Value = Step> {
    let any = || 0_usize..1_000;
    prop_oneof![
        10 => (any(), life()).prop_map(|(who, life)| Step::Add(who, life)),
        12 => (any(), any(), life()).prop_map(|(who, many, life)| Step::Finish(who, many, life)),
        1 => life().prop_map(Step::Reassign),
        1 => any().prop_map(Step::Edit),
        1 => (any(), role()).prop_map(|(who, role)| Step::Role(who, role)),
        2 => any().prop_map(Step::Activity),
        1 => role().prop_map(Step::Hire),
        2 => (any(), -5_000_i64..5_000, life())
            .prop_map(|(who, cents, life)| Step::Adjust(who, cents, life)),
        2 => any().prop_map(Step::Reverse),
        8 => (-3_i64..300).prop_map(Step::Jump),
        3 => (600_i64..3_000).prop_map(Step::Jump),
        1 => (-3_000_i64..0).prop_map(Step::Jump),
        6 => (0_u64..3, life()).prop_map(|(ago, life)| Step::Close(ago, life)),
        2 => any().prop_map(Step::Rehearse),
        2 => any().prop_map(Step::Retry),
        3 => (0_i64..12).prop_map(Step::Hear),
        2 => Just(Step::Letters),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(6),
        max_shrink_iters: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_happens_the_books_are_what_a_simple_model_says(
        steps in collection::vec(step(), 150..250),
        zone in sample::select(ZONES.to_vec()),
    ) {
        let mut company = Company::found(zone);
        for step in &steps {
            company.step(step);
        }
        company.compare();
    }
}

//! Disks that fail or are full at any operation: what is told of a write is what has become of it.

use crate::kills::{again, check, spread};
use crate::plan::{self, Plan};
use crate::support::{Ran, World, short_or_long};
use crate::writes::{KINDS, Kind};

/// What a disk says, and whether it goes on saying it.
const FAULTS: [(&str, bool); 5] = [
    (EIO, true),
    (EIO, false),
    (ENOSPC, true),
    (ENOSPC, false),
    ("short", false),
];
const EIO: &str = "5";
const ENOSPC: &str = "28";

/// What is told where nobody knows.
const UNKNOWN: &str = "whether it was is not known";

#[test]
fn what_is_told_of_a_write_is_what_has_become_of_it() {
    let Some(company) = plan::company() else {
        return;
    };
    for (turn, kind) in KINDS.iter().enumerate() {
        let mut base = company.copy();
        let line = kind.line(&mut base);
        let undisturbed = base.copy();
        let letters = plan::operations(&undisturbed, &line);
        let end = undisturbed.head().seq;
        // The WAL's own beginning is synced, and its directory, then what is committed.
        let syncs = (1..).zip(&letters).filter(|(_, letter)| **letter == b'S');
        for (n, _) in syncs.skip(2).take(short_or_long(1, letters.len())) {
            let nothing_reaches_the_disk = Plan::at(n, EIO).onwards(true);
            try_one(&base, (kind, &line), end, &nothing_reaches_the_disk);
        }
        let count = short_or_long(2, letters.len() * FAULTS.len());
        for at in spread(letters.len() * FAULTS.len(), count, turn) {
            let (errno, onwards) = FAULTS[at % FAULTS.len()];
            let plan = Plan::at(1 + at % letters.len(), errno).onwards(onwards);
            try_one(&base, (kind, &line), end, &plan);
        }
    }
}

fn try_one(base: &World, (kind, line): (&Kind, &str), end: i64, plan: &Plan) {
    let world = base.copy();
    let before = world.head().seq;
    let told = plan.run(&world, line);
    let what = format!("{}: {plan:?}: {told}", kind.name);
    let after = world.head().seq;
    match told.code {
        0 => assert!(after > before, "{what}: told as done, and is not"),
        6 if told.stderr.contains(UNKNOWN) => must_name_the_key(kind, &told),
        6 => assert_eq!(after, before, "{what}: told as not done, and is"),
        _ => panic!("{what}"),
    }
    check(&world, &what);
    again(&world, kind, line, &what);
    assert_eq!(world.head().seq, end, "{what}");
    check(&world, &what);
}

fn must_name_the_key(kind: &Kind, told: &Ran) {
    assert_eq!(told.stdout, "");
    let by_key = told
        .stderr
        .contains("hint: ask again with the same key, and it is done once: --key once");
    assert_eq!(by_key, kind.keyed, "{told}");
}

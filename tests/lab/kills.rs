//! `kill -9` at any operation: what is asked for again with its key happens once.

use crate::plan::{self, Plan};
use crate::support::{World, short_or_long};
use crate::writes::{KINDS, Kind};

/// Ways to go: before the operation, in the middle of it, right after it.
const WAYS: [&str; 3] = ["kill", "torn", "kill-after"];

#[test]
fn a_write_that_is_killed_anywhere_and_asked_for_again_happens_once() {
    let Some(company) = plan::company() else {
        return;
    };
    for (turn, kind) in KINDS.iter().enumerate() {
        let mut base = company.copy();
        let line = kind.line(&mut base);
        let undisturbed = base.copy();
        let operations = plan::operations(&undisturbed, &line).len();
        let end = undisturbed.head().seq;
        let points = spread(operations, short_or_long(3, operations), turn);
        for (n, way) in points.into_iter().zip(WAYS.into_iter().cycle().skip(turn)) {
            let world = base.copy();
            let killed = Plan::at(n, way).run(&world, &line);
            let what = format!("{}: {way} at {n} of {operations}", kind.name);
            assert_eq!(killed.code, -1, "{what}: {killed}");
            check(&world, &what);
            again(&world, kind, &line, &what);
            assert_eq!(world.head().seq, end, "{what}");
            check(&world, &what);
        }
    }
}

/// So many numbers from 1 through `last`, about as far from each other.
pub fn spread(last: usize, count: usize, shift: usize) -> Vec<usize> {
    let at = |n: usize| 1 + (n * last / count + shift * 7) % last;
    (0..count.min(last)).map(at).collect()
}

/// Nothing is half done.
pub fn check(world: &World, what: &str) {
    let found = world.run("doctor");
    assert_eq!(found.code, 0, "{what}: {found}");
}

/// The same again, undisturbed. What takes no key has happened already, or does now.
pub fn again(world: &World, kind: &Kind, line: &str, what: &str) {
    let again = world.run(line);
    let fine = again.code == 0 || !kind.keyed && again.code == 5;
    assert!(fine, "{what}, and then again: {again}");
}

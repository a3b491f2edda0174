//! A disk that is full, as a limit on the size of files makes it.

use crate::support::{FileOnly, Ran, World, on_file};

/// Runs a command in a shell in which no file may grow beyond `kilobytes`.
fn limited(world: &World, kilobytes: u64, line: &str) -> Ran {
    world.shell(&format!("ulimit -f {} && exec popug {line}", kilobytes * 2))
}

#[test]
fn without_room_a_write_fails_and_nothing_is_lost() {
    let world = on_file(FileOnly::Damage).company();
    world.run_as("gruff", "add 'Oil the perch'").must();
    let before = world.head();
    let description = "x".repeat(9_000);
    let refused = limited(
        &world,
        40,
        &format!("add 'Sweep the cage' --description {description} --as gruff"),
    );
    let refused = refused.must_fail(6);
    insta::assert_snapshot!(refused.stderr, @"
    error: there is no room left for the store: disk I/O error
    hint: make room and try again; nothing was changed
    ");
    assert_eq!(world.head(), before);
    let listed = limited(&world, 40, "task list --all --as gruff");
    assert_eq!(listed.must().stdout.lines().count(), 2);
    world.run("doctor").must();
    world.run_as("gruff", "add 'Sweep the cage'").must();
    world.run("doctor").must();
}

#[test]
fn without_room_no_store_is_made_and_nothing_is_left_behind() {
    let world = on_file(FileOnly::Damage).empty();
    let line = "init --admin polly --email p@popug.example --beak-stdin --timezone UTC";
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &format!("ulimit -f 16 && exec \"$0\" {line}")]);
    shell.arg(crate::support::program());
    world.clean(&mut shell);
    let refused = world.finish(line, shell, crate::support::BEAK).must_fail(6);
    insta::assert_snapshot!(refused, @"
    $ popug init --admin polly --email p@popug.example --beak-stdin --timezone UTC
    [stderr]
    error: there is no room left for the store: disk I/O error
    hint: make room and try again; nothing was changed
    [exit 6]
    ");
    let left = std::fs::read_dir(world.home().join("data/popug"));
    assert_eq!(left.map(Iterator::count).unwrap_or_default(), 0);
    world.with_input(line, crate::support::BEAK).must();
}

//! Disks without room: what is there can be read, examined and saved elsewhere, and what cannot be
//! written is told as a 6.

use std::fmt::Write;
use std::fs;
use std::process::Command;

use crate::kills::check;
use crate::plan::{self, Plan};
use crate::support::World;

/// What goes on; `{elsewhere}` is another disk.
const READS: [&str; 8] = [
    "task list --as gruff",
    "account log kesha --as penny",
    "account list --json --as penny",
    "doctor",
    "status",
    "prompt --as kesha",
    "export hledger -o {elsewhere}/ledger.journal --as penny",
    "backup {elsewhere}/popug.backup",
];

fn reads(world: &World) -> Vec<String> {
    let elsewhere = world.home().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a directory");
    let elsewhere = elsewhere.display().to_string();
    let reads = READS.into_iter();
    reads
        .map(|line| line.replace("{elsewhere}", &elsewhere))
        .collect()
}

#[test]
fn a_disk_that_takes_nothing_any_more_can_be_read() {
    let Some(world) = plan::company() else {
        return;
    };
    for line in reads(&world) {
        let undisturbed = plan::operations(&world.copy(), "task list --as gruff");
        let first = undisturbed.iter().position(|letter| *letter == b'W');
        let full = Plan::at(first.expect("memory that is shared") + 1, "28").onwards(true);
        let told = full.run(&world, &line);
        assert_eq!(told.code, 0, "{told}");
        assert!(!told.stderr.contains("error"), "{told}");
    }
    check(&world, "a full disk that was read");
}

/// Mounts take root, and a namespace of their own: nobody else sees the disk.
#[test]
fn a_full_disk_can_be_read_and_is_a_6_to_whoever_writes() {
    let Some(world) = plan::company() else {
        return;
    };
    let mount = "mount -t tmpfs -o size=64k none /mnt";
    let may = Command::new("unshare")
        .args(["-m", "sh", "-c", mount])
        .output();
    if !may.is_ok_and(|it| it.status.success()) {
        return plan::skip("to mount a small disk takes root");
    }
    fs::write(world.home().join("room.sh"), script(&world)).expect("a script");
    let told = world.shell("unshare -m sh ./room.sh").must();
    let wrong: Vec<&str> = told
        .stdout
        .lines()
        .filter(|it| !it.starts_with("fine"))
        .collect();
    assert!(wrong.is_empty(), "{told}");
    assert!(told.stdout.lines().count() > READS.len() + 7, "{told}");
}

/// Every command on a disk that has no room left but for a little, and what it ended with.
fn script(world: &World) -> String {
    let mut script = "set -e
        cp -a data/popug kept
        mount -t tmpfs -o size=4m,mode=700 none data/popug
        cp -a kept/. data/popug
        dd if=/dev/zero of=data/popug/fill bs=1k 2>/dev/null || true
        set +e
        ends() {
            wanted=$1; shift
            told=$(popug \"$@\" 2>&1); code=$?
            [ $code = $wanted ] && echo fine || echo \"$*: $code, not $wanted: $told\"
        }
        "
    .to_owned();
    let mut line = |text: &str| writeln!(script, "{text}").expect("a line");
    for read in reads(world) {
        line(&format!("ends 0 {read}"));
    }
    for write in [
        "add 'Mind the egg' --as gruff",
        "task reassign --yes --as gruff",
        "account adjust kesha +5 --reason nut --yes --as penny",
        "day close --date today --yes --as penny",
        "backup data/popug/here.backup",
        "export hledger -o data/popug/here.journal --as penny",
        "export all data/popug/here --as polly",
    ] {
        line(&format!("ends 6 {write}"));
    }
    line("rm data/popug/fill");
    line("ends 0 add 'Mind the egg' --as gruff");
    line("ends 0 doctor");
    script
}

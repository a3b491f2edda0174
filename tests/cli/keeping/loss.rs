//! Going on after commits were lost.

use std::fs;

use super::complaints;
use crate::damage::cut_short;
use crate::support::{FileOnly, Story, on_file};

#[test]
fn a_loss_is_accepted_knowingly_and_the_log_keeps_that() {
    let world = cut_short();
    insta::assert_snapshot!(Story(vec![
        world.run("add 'Feed the cat'"),
        world.run("backup cut.backup --format csv --fields file,seq,hash"),
        world.run("store accept-loss"),
        world.run("store accept-loss --yes"),
        world.run("store accept-loss --yes"),
        world.run("add 'Feed the cat'"),
        world.run("event show 16 --as polly"),
    ]), @r#"
    $ popug add 'Feed the cat'
    [stderr]
    error: the store has lost commits that it acknowledged: event 19 was the last, the log now ends at 15
    hint: look with `popug doctor`, keep a copy of the store and its -wal file, then go on without what is lost: `popug store accept-loss`
    [exit 6]
    $ popug backup cut.backup --format csv --fields file,seq,hash
    file,seq,hash
    cut.backup,15,{hash}
    [stderr]
    warning: the store has lost commits: event 19 was acknowledged, and the backup ends at 15
    $ popug store accept-loss
    [stderr]
    error: nobody is there to be asked: event 19 was acknowledged, and the log ends at 15: go on without what is missing?
    hint: --yes says yes beforehand
    [exit 2]
    $ popug store accept-loss --yes
    ~/data/popug/popug.db goes on from event 15, though event 19 had been acknowledged; event 16 records it
    $ popug store accept-loss --yes
    [stderr]
    error: the store has lost nothing that it acknowledged
    [exit 5]
    $ popug add 'Feed the cat'
    task 2 falls to kesha: fee $10.00, reward $40.00
    $ popug event show 16 --as polly
    {
      "specversion": "1.0",
      "id": "16",
      "source": "/popug/STORE-ID/app",
      "type": "popug.setting.updated",
      "subject": "setting/lost_commits",
      "time": "2026-11-02T09:00:00Z",
      "datacontenttype": "application/json",
      "dataschema": "/popug/schema/setting.updated/1",
      "actor": "system",
      "cause": null,
      "hash": "{hash}",
      "data": {
        "key": "lost_commits",
        "value": "{\"how\":\"accept-loss\",\"acknowledged\":19,\"acknowledged_hash\":\"{hash}\",\"found\":15,\"found_hash\":\"{hash}\"}"
      }
    }
    "#);
    insta::assert_snapshot!(complaints(&world, "data/popug/popug.db").join("\n"), @"losses: on 2026-11-02 the store went on from event 15, though event 19 had been acknowledged (`popug store accept-loss`)");
    let doctor = world.run("doctor");
    assert_eq!(doctor.code, 0, "{doctor}");
}

#[test]
fn where_nothing_is_lost_there_is_nothing_to_accept() {
    let world = on_file(FileOnly::HeadFile).founded();
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run("store accept-loss"),
        world.run("store accept-loss --yes"),
        world.run("store accept-loss --yes --json"),
    ]), @r#"
    $ popug store accept-loss
    [stderr]
    error: the store has lost nothing that it acknowledged
    [exit 5]
    $ popug store accept-loss --yes
    [stderr]
    error: the store has lost nothing that it acknowledged
    [exit 5]
    $ popug store accept-loss --yes --json
    [stderr]
    error: the store has lost nothing that it acknowledged
    {"error":{"kind":"conflict","message":"the store has lost nothing that it acknowledged","hint":null}}
    [exit 5]
    "#);
    fs::remove_file(world.head_file()).expect("gone");
    world.run("store accept-loss --yes").must_fail(5);
    assert_eq!(world.head(), before);
}

#[test]
fn a_loss_that_was_accepted_once_can_happen_again() {
    let world = cut_short();
    world.run("store accept-loss --yes").must();
    let earlier = fs::read(world.store()).expect("a store");
    world.run("add 'Feed the cat'").must();
    fs::write(world.store(), earlier).expect("as before");
    world.run("add 'Feed the cat'").must_fail(6);
    let told = world.json("store accept-loss --yes");
    assert_eq!(told["seq"], 16);
    let told = complaints(&world, "data/popug/popug.db").join("\n");
    assert!(told.contains("2 times, at last"), "{told}");
}

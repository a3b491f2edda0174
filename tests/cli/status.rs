//! The probe for monitoring: what is overdue, and that it says so with a 7.

use crate::support::{Story, World};

/// A popug with a reward of the second of November.
fn company() -> World {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world.run("done 1").must();
    world
}

#[test]
fn a_store_with_nothing_overdue_is_fine() {
    let world = company();
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run("status --check"),
        world.run("status --json"),
        world.run("status --format csv"),
    ]), @r#"
    $ popug status --check
    Store          ~/data/popug/popug.db
    Id             STORE-ID
    Version        0.1.0
    Open day       2026-11-02
    Days to close  0
    Ahead          0
    Ahead since    –
    Letters        0 pending, 0 past due, 0 dead
    Payments       0 pending, 0 past due, 0 refused
    Consumers      accounting ok, tasks ok, analytics ok, delivery ok
    Dead letters   0
    Tokens ending  0
    Weak tokens    0
    $ popug status --json
    {
      "store": "~/data/popug/popug.db",
      "store_id": "STORE-ID",
      "moved_to": null,
      "version": "0.1.0",
      "day": "2026-11-02",
      "overdue_days": 0,
      "ahead_transactions": 0,
      "ahead_since": null,
      "mail": {
        "pending": 0,
        "overdue": 0,
        "dead": 0,
        "nowhere": false
      },
      "payments": {
        "pending": 0,
        "overdue": 0,
        "refused": 0
      },
      "consumers": [
        {
          "consumer": "accounting",
          "lag": 0,
          "state": "ok"
        },
        {
          "consumer": "tasks",
          "lag": 0,
          "state": "ok"
        },
        {
          "consumer": "analytics",
          "lag": 0,
          "state": "ok"
        },
        {
          "consumer": "delivery",
          "lag": 0,
          "state": "ok"
        }
      ],
      "dead_letters": 0,
      "tokens_expiring": 0,
      "tokens_weakened": 0
    }
    $ popug status --format csv
    store,store_id,moved_to,version,day,overdue_days,ahead_transactions,ahead_since,mail_pending,mail_overdue,mail_dead,mail_nowhere,payments_pending,payments_overdue,payments_refused,consumers,dead_letters,tokens_expiring,tokens_weakened
    ~/data/popug/popug.db,STORE-ID,,0.1.0,2026-11-02,0,0,,0,0,0,false,0,0,0,"[{""consumer"":""accounting"",""lag"":0,""state"":""ok""},{""consumer"":""tasks"",""lag"":0,""state"":""ok""},{""consumer"":""analytics"",""lag"":0,""state"":""ok""},{""consumer"":""delivery"",""lag"":0,""state"":""ok""}]",0,0,0
    "#);
    assert_eq!(world.head(), before);
}

#[test]
fn it_needs_no_login_but_a_store() {
    let world = company();
    std::fs::remove_dir_all(world.home().join("state")).expect("no sessions");
    world.run("status --check").must();
    World::empty().run("status").must_fail(6);
}

#[test]
fn days_that_have_ended_are_overdue_until_they_are_closed() {
    let mut world = company();
    world.at("2026-11-04T06:00:00Z");
    insta::assert_snapshot!(Story(vec![
        world.run("status --check"),
        world.run("status --fields day,overdue_days"),
    ]), @"
    $ popug status --check
    Store          ~/data/popug/popug.db
    Id             STORE-ID
    Version        0.1.0
    Open day       2026-11-04
    Days to close  2
    Ahead          0
    Ahead since    –
    Letters        0 pending, 0 past due, 0 dead
    Payments       0 pending, 0 past due, 0 refused
    Consumers      accounting ok, tasks ok, analytics ok, delivery ok
    Dead letters   0
    Tokens ending  0
    Weak tokens    0
    [stderr]
    warning: 2 days to be closed: `popug day close`
    [exit 7]
    $ popug status --fields day,overdue_days
    Open day       2026-11-04
    Days to close  2
    ");
    world.run_as("polly", "day close").must();
    world.run("status --check").must();
}

#[test]
fn a_day_is_overdue_once_the_grace_after_its_end_is_over() {
    let mut world = company();
    world.at("2026-11-03T05:59:00Z");
    world.run("status --check").must();
    assert_eq!(world.json("status")["overdue_days"], 0);
    assert_eq!(world.json("status --grace 30m")["overdue_days"], 1);
    assert_eq!(world.run("status --check --grace 0m").code, 7);
    world.at("2026-11-03T06:00:00Z");
    assert_eq!(world.run("status --check").code, 7);
    world.run("status --check --grace 1d").must();
    for wrong in [
        "6",
        "h",
        "-1h",
        "+1h",
        "6 h",
        "400d",
        "9999999999999999999d",
    ] {
        world.run(&format!("status '--grace={wrong}'")).must_fail(2);
    }
}

#[test]
fn letters_that_are_past_due_are_overdue() {
    let mut world = company();
    world.at("2026-11-03T00:05:00Z");
    world.block_mailbox();
    world.run_as("polly", "day close").must();
    world.run("status --check").must();
    world.at("2026-11-03T00:10:00Z");
    insta::assert_snapshot!(world.run("status --check --fields mail"), @"
    $ popug status --check --fields mail
    Letters  1 pending, 1 past due, 0 dead
    [stderr]
    warning: 1 letter past due: `popug mail send`
    [exit 7]
    ");
    assert_eq!(world.json("status")["mail"]["overdue"], 1);
    world.unblock_mailbox();
    world.run_as("polly", "mail send").must();
    world.run("status --check").must();
}

#[test]
fn a_consumer_that_is_behind_and_a_dead_letter_are_overdue() {
    let mut world = company();
    world.tamper("UPDATE events_offset SET seq = seq - 2 WHERE consumer = 'delivery'");
    // What was said just now may well be heard in a moment.
    world.run("status --check").must();
    world.at("2026-11-02T09:05:00Z");
    insta::assert_snapshot!(world.run("status --check --fields consumers"), @"
    $ popug status --check --fields consumers
    Consumers  accounting ok, tasks ok, analytics ok, delivery 2 behind
    [stderr]
    warning: delivery is 2 events behind
    [exit 7]
    ");
    world.forge("task.closed", 1, "task/1", "{\"task\":1,\"by\":2}");
    insta::assert_snapshot!(world.run("status --check --fields consumers,dead_letters"), @"
    $ popug status --check --fields consumers,dead_letters
    Consumers     accounting 1 behind, tasks 1 behind, analytics 1 behind, delivery 3 behind
    Dead letters  0
    [stderr]
    warning: accounting is 1 event behind
    warning: tasks is 1 event behind
    warning: analytics is 1 event behind
    warning: delivery is 3 events behind
    [exit 7]
    ");
    // Whoever writes next lets them hear, and the forged event is dead.
    world.run("add 'Sweep the cage'").must();
    insta::assert_snapshot!(world.run("status --check --fields consumers,dead_letters"), @"
    $ popug status --check --fields consumers,dead_letters
    Consumers     accounting ok, tasks ok, analytics ok, delivery ok
    Dead letters  1
    [stderr]
    warning: 1 dead letter to be looked at: `popug event dead list`
    [exit 7]
    ");
}

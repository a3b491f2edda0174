//! The fairness report: what fell to whom, against what the dice promise.

use serde_json::Value;

use crate::support::payday::worked;
use crate::support::{Story, World};

#[test]
fn everybody_sees_what_fell_to_whom_and_its_own_money() {
    let world = worked();
    insta::assert_snapshot!(Story(vec![
        world.run_as("kesha", "draw fairness"),
        world.run_as("penny", "draw fairness --period this-month"),
        world.run_as("gruff", "draw fairness --period 2026-10"),
        world.run_as("gruff", "draw fairness --period yesterday"),
        world.run_as("kesha", "draw fairness --format csv"),
    ]), @"
    $ popug draw fairness --as kesha
    POPUG  OPEN  ASSIGNED  EXPECTED                CLOSED    FEES  REWARDS
    ara       0         4      2.00  ██████│█████       4       –        –
    kesha     0         1      2.00  ███   │            1  $11.00   $40.00
    loro      2         2      2.00  ██████│            0       –        –
    penny     0         1      2.00  ███   │            1       –        –

    This is within what chance allows: dice alone spread tasks as unevenly, or
    more so, at least once in 10 times.
    Somebody could expect fewer than 5 tasks, so this says little yet.
    $ popug draw fairness --period this-month --as penny
    POPUG  OPEN  ASSIGNED  EXPECTED                CLOSED    FEES  REWARDS
    ara       0         4      2.00  ██████│█████       4  $65.00   $99.00
    kesha     0         1      2.00  ███   │            1  $11.00   $40.00
    loro      2         2      2.00  ██████│            0  $26.00    $0.00
    penny     0         1      2.00  ███   │            1  $18.00   $26.00

    This is within what chance allows: dice alone spread tasks as unevenly, or
    more so, at least once in 10 times.
    Somebody could expect fewer than 5 tasks, so this says little yet.
    $ popug draw fairness --period 2026-10 --as gruff
    POPUG  OPEN  ASSIGNED  EXPECTED     CLOSED  FEES  REWARDS
    ara       0         0      0.00          0     –        –
    kesha     0         0      0.00          0     –        –
    loro      2         0      0.00          0     –        –
    penny     0         0      0.00          0     –        –

    Nothing was drawn in this time.
    $ popug draw fairness --period yesterday --as gruff
    [stderr]
    error: invalid value 'yesterday' for '--period <PERIOD>': 'yesterday' is no period; say 2026-11, 2026-W47, 2026, this-month, last-month, this-week or last-week
    hint: --help tells more
    [exit 2]
    $ popug draw fairness --format csv --as kesha
    user,open,assigned,expected_assigned,closed,fees_cents,rewards_cents
    ara,0,4,2.0,4,,
    kesha,0,1,2.0,1,1100,4000
    loro,2,2,2.0,0,,
    penny,0,1,2.0,1,,
    ");
}

#[test]
fn a_report_as_json_has_every_figure() {
    let world = worked();
    insta::assert_snapshot!(world.run_as("kesha", "draw fairness --json"), @r#"
    $ popug draw fairness --json --as kesha
    [
      {
        "user": "ara",
        "open": 0,
        "assigned": 4,
        "expected_assigned": 2.0,
        "closed": 4,
        "fees_cents": null,
        "rewards_cents": null
      },
      {
        "user": "kesha",
        "open": 0,
        "assigned": 1,
        "expected_assigned": 2.0,
        "closed": 1,
        "fees_cents": 1100,
        "rewards_cents": 4000
      },
      {
        "user": "loro",
        "open": 2,
        "assigned": 2,
        "expected_assigned": 2.0,
        "closed": 0,
        "fees_cents": null,
        "rewards_cents": null
      },
      {
        "user": "penny",
        "open": 0,
        "assigned": 1,
        "expected_assigned": 2.0,
        "closed": 1,
        "fees_cents": null,
        "rewards_cents": null
      }
    ]
    "#);
    let rows = world.json_as("penny", "draw fairness");
    let sum = |key: &str| -> i64 {
        let rows = rows.as_array().expect("rows").iter();
        rows.map(|row| row[key].as_i64().expect("a number")).sum()
    };
    let fees = "SELECT sum(amount_cents) FROM accounting_transaction WHERE kind = 'fee'";
    let rewards = "SELECT sum(amount_cents) FROM accounting_transaction WHERE kind = 'reward'";
    assert_eq!(sum("fees_cents"), world.number(fees));
    assert_eq!(sum("rewards_cents"), world.number(rewards));
    assert_eq!(sum("assigned"), 8);
    assert_eq!(sum("open") + sum("closed"), 8);
}

/// Kesha alone is in the pool for ten tasks, then with loro for ten more: fifteen and five.
#[test]
fn a_pool_that_grows_promises_each_its_part() {
    let world = World::one_worker();
    for nth in 0..10 {
        world.run(&format!("add 'Perch {nth}'")).must();
    }
    insta::assert_snapshot!(world.run("draw fairness"), @"
    $ popug draw fairness
    POPUG  OPEN  ASSIGNED  EXPECTED               CLOSED     FEES  REWARDS
    kesha    10        10     10.00  ██████████│       0  $141.00    $0.00

    There was never more than one popug to choose from: chance had no say.
    ");
    world.hire("loro", "worker");
    world.run_as("polly", "task reassign --yes").must();
    let rows = world.json("draw fairness");
    let expected = |nth: usize| {
        (
            rows[nth]["user"].clone(),
            rows[nth]["expected_assigned"].clone(),
        )
    };
    assert_eq!(expected(0), ("kesha".into(), Value::from(15.0)));
    assert_eq!(expected(1), ("loro".into(), Value::from(5.0)));
    // Whoever leaves keeps its part, and so do the tasks that lie with it.
    world.run_as("polly", "user set loro --active false").must();
    let rows = world.json_as("kesha", "draw fairness");
    assert_eq!(rows[1]["user"], "loro");
    // Managers draw nothing, and do not stand here.
    world.hire("gruff", "manager");
    let rows = world.json_as("kesha", "draw fairness");
    assert_eq!(rows.as_array().map(Vec::len), Some(2));
}

#[test]
fn where_nothing_was_drawn_chance_has_no_say() {
    let world = World::company();
    insta::assert_snapshot!(Story(vec![
        world.run("draw fairness"),
        World::new().run("draw fairness"),
        World::new().run("draw fairness --json"),
    ]), @"
    $ popug draw fairness
    POPUG  OPEN  ASSIGNED  EXPECTED     CLOSED   FEES  REWARDS
    ara       0         0      0.00          0      –        –
    kesha     0         0      0.00          0      –        –
    loro      0         0      0.00          0  $0.00    $0.00
    penny     0         0      0.00          0      –        –

    Nothing was drawn in this time.
    $ popug draw fairness
    POPUG  OPEN  ASSIGNED  EXPECTED     CLOSED  FEES  REWARDS

    Nothing was drawn in this time.
    $ popug draw fairness --json
    []
    ");
}

//! The end of the day: who is paid what, when, and never twice.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Story, World};

const MORNING_AFTER: &str = "2026-11-03T06:00:00Z";

/// A company with a day of work: eight tasks, all closed but for loro's.
fn worked() -> World {
    let world = World::company();
    work(&world, 8);
    world
}

/// So many tasks are made, and closed by everybody but loro, who lets them lie.
fn work(world: &World, tasks: usize) {
    for _ in 0..tasks {
        let task = world.json_as("gruff", "add 'Oil the perch'");
        let assignee = task["assignee"].as_str().expect("a name");
        if assignee != "loro" {
            world
                .run_as(assignee, &format!("done {}", task["id"]))
                .must();
        }
    }
}

/// Each popug's balance at the end of a day.
fn balances(world: &World, day: &str) -> BTreeMap<String, i64> {
    let rows = world.json_as("penny", &format!("account list --date {day}"));
    by_user(&rows, "balance_cents")
}

/// What each popug was paid for a day.
fn paid(world: &World, day: &str) -> BTreeMap<String, i64> {
    let shown = world.json_as("penny", &format!("day show {day}"));
    by_user(&shown["invoices"], "amount_cents")
}

fn by_user(rows: &Value, key: &str) -> BTreeMap<String, i64> {
    let rows = rows.as_array().expect("an array").iter();
    rows.map(|row| {
        let user = row["user"].as_str().expect("a name").to_owned();
        (user, row[key].as_i64().expect("an amount"))
    })
    .collect()
}

fn in_the_black(mut balances: BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    balances.retain(|_, balance| *balance > 0);
    balances
}

#[test]
fn a_close_pays_whoever_is_in_the_black() {
    let mut world = worked();
    let before = balances(&world, "2026-11-02");
    world.act_as("penny");
    world.at(MORNING_AFTER);
    insta::assert_snapshot!(Story(vec![
        world.run("day close"),
        world.run("day list"),
        world.run("day show yesterday"),
        world.run("account list --all --date 2026-11-02"),
        world.run("account log kesha --date 2026-11-02"),
        world.run("payment list"),
    ]), @"
    $ popug day close
    closed 2026-11-02: 3 payouts of $71.00, management -$45.00, debts $26.00, seal {hash}
    $ popug day list
    DAY         PAYOUTS    PAID   EARNED   DEBTS  CLOSED            SEAL
    2026-11-02        3  $71.00  -$45.00  $26.00  2026-11-03 06:00  {hash}
    $ popug day show yesterday
    Day                2026-11-02
    Closed             2026-11-03 06:00
    Payouts            3
    Paid               $71.00
    Management earned  -$45.00
    Debts              $26.00
    Seal               {hash}

    Invoices
    INVOICE  POPUG  AMOUNT  PAYMENT    MAIL
          1  penny   $8.00  processed  sent
          2  kesha  $29.00  processed  sent
          3  ara    $34.00  processed  sent
    $ popug account list --all --date 2026-11-02
    ACCOUNT       BALANCE   EARNED  ON
    ara             $0.00  +$34.00  2026-11-02
    gruff           $0.00    $0.00  2026-11-02
    kesha           $0.00  +$29.00  2026-11-02
    loro          -$26.00  -$26.00  2026-11-02
    penny           $0.00   +$8.00  2026-11-02
    polly           $0.00    $0.00  2026-11-02
    (management)  -$45.00  -$45.00  2026-11-02
    (bank)         $71.00    $0.00  2026-11-02
    ──────────────────────────────────────────
                    $0.00    $0.00
    $ popug account log kesha --date 2026-11-02
    ID  AT                DAY         KIND     AMOUNT  BALANCE  TASK  FOR
     9  2026-11-02 09:00  2026-11-02  fee     -$11.00  -$11.00     6  Oil the perch
    10  2026-11-02 09:00  2026-11-02  reward  +$40.00   $29.00     6  Oil the perch
    16  2026-11-03 06:00  2026-11-02  payout  -$29.00    $0.00
    $ popug payment list
    ID  DAY         POPUG  AMOUNT  STATE      ATTEMPTS  LAST ERROR
     1  2026-11-02  penny   $8.00  processed         0
     2  2026-11-02  kesha  $29.00  processed         0
     3  2026-11-02  ara    $34.00  processed         0
    ");
    assert_eq!(paid(&world, "2026-11-02"), in_the_black(before.clone()));
    for (user, balance) in balances(&world, "2026-11-02") {
        assert_eq!(balance, before[&user].min(0), "{user}");
    }
}

#[test]
fn scripts_get_a_close_as_it_was_promised() {
    let mut world = World::new();
    world.hire("kesha", "worker");
    world.run("add 'Oil the perch'").must();
    world.run("done 1").must();
    world.act_as("polly");
    world.at(MORNING_AFTER);
    insta::assert_snapshot!(world.run("day close --dry-run --json"), @r#"
    $ popug day close --dry-run --json
    {
      "closed": [
        {
          "day": "2026-11-02",
          "closed_at": "2026-11-03T06:00:00Z",
          "payouts": 1,
          "paid_cents": 1800,
          "earned_cents": -1800,
          "debts_cents": 0,
          "seal": null,
          "invoices": [
            {
              "id": 1,
              "user": "kesha",
              "amount_cents": 1800,
              "payment": null,
              "mail": null
            }
          ]
        }
      ],
      "dry_run": true
    }
    "#);
    insta::assert_snapshot!(world.run("day close --json"), @r#"
    $ popug day close --json
    {
      "closed": [
        {
          "day": "2026-11-02",
          "closed_at": "2026-11-03T06:00:00Z",
          "payouts": 1,
          "paid_cents": 1800,
          "earned_cents": -1800,
          "debts_cents": 0,
          "seal": "{hash}"
        }
      ],
      "dry_run": false
    }
    "#);
    insta::assert_snapshot!(world.run("day close --json"), @r#"
    $ popug day close --json
    {
      "closed": [],
      "dry_run": false
    }
    "#);
    insta::assert_snapshot!(world.run("day show 2026-11-02 --json"), @r#"
    $ popug day show 2026-11-02 --json
    {
      "day": "2026-11-02",
      "closed_at": "2026-11-03T06:00:00Z",
      "payouts": 1,
      "paid_cents": 1800,
      "earned_cents": -1800,
      "debts_cents": 0,
      "seal": "{hash}",
      "invoices": [
        {
          "id": 1,
          "user": "kesha",
          "amount_cents": 1800,
          "payment": "processed",
          "mail": "sent"
        }
      ]
    }
    "#);
    insta::assert_snapshot!(world.run("day list --format csv"), @"
    $ popug day list --format csv
    day,closed_at,payouts,paid_cents,earned_cents,debts_cents,seal
    2026-11-02,2026-11-03T06:00:00Z,1,1800,-1800,0,{hash}
    ");
}

#[test]
fn closing_twice_changes_nothing() {
    let mut world = worked();
    world.at(MORNING_AFTER);
    world.run_as("penny", "day close").must();
    let (before, balances_before) = (world.head(), balances(&world, "today"));
    insta::assert_snapshot!(world.run_as("penny", "day close"), @"$ popug day close --as penny");
    insta::assert_snapshot!(world.run_as("penny", "day close --date 2026-11-02"), @"$ popug day close --date 2026-11-02 --as penny");
    insta::assert_snapshot!(world.run_as("polly", "day close --dry-run"), @"$ popug day close --dry-run --as polly");
    assert_eq!(world.head(), before);
    assert_eq!(balances(&world, "today"), balances_before);
}

#[test]
fn missed_days_are_caught_up_each_with_the_balance_it_ended_with() {
    let mut world = World::company();
    let days = ["2026-11-02", "2026-11-03", "2026-11-04"];
    let mut ended = Vec::new();
    for day in days {
        world.at(&format!("{day}T12:00:00Z"));
        work(&world, 4);
        ended.push(balances(&world, day));
    }
    world.at("2026-11-05T06:00:00Z");
    let closed = world.json_as("penny", "day close");
    let closed = closed["closed"].as_array().expect("an array").iter();
    let closed: Vec<&str> = closed.filter_map(|row| row["day"].as_str()).collect();
    assert_eq!(closed, days);

    let mut paid_before: BTreeMap<String, i64> = BTreeMap::new();
    for (day, mut ended) in days.into_iter().zip(ended) {
        for (user, paid) in &paid_before {
            *ended.entry(user.clone()).or_default() -= paid;
        }
        let paid = paid(&world, day);
        assert_eq!(paid, in_the_black(ended), "{day}");
        for (user, amount) in &paid {
            let log = world.json_as("penny", &format!("account log {user} --date {day}"));
            let last = log.as_array().and_then(|rows| rows.last()).expect("a row");
            assert_eq!(
                (&last["kind"], &last["amount_cents"]),
                (&"payout".into(), &(-amount).into())
            );
            *paid_before.entry(user.clone()).or_default() += amount;
        }
    }
    let all = world.json_as("penny", "account list --all");
    let sum: i64 = all
        .as_array()
        .expect("an array")
        .iter()
        .map(|row| row["balance_cents"].as_i64().expect("a balance"))
        .sum();
    assert_eq!(sum, 0);
}

#[test]
fn days_without_transactions_are_closed_too() {
    let mut world = World::company();
    world.at("2026-11-05T06:00:00Z");
    insta::assert_snapshot!(world.run_as("penny", "day close"), @"
    $ popug day close --as penny
    closed 2026-11-02: 0 payouts of $0.00, management $0.00, debts $0.00, seal {hash}
    closed 2026-11-03: 0 payouts of $0.00, management $0.00, debts $0.00, seal {hash}
    closed 2026-11-04: 0 payouts of $0.00, management $0.00, debts $0.00, seal {hash}
    ");
}

#[test]
fn with_the_clock_set_back_nobody_is_paid_twice() {
    let mut world = worked();
    world.at(MORNING_AFTER);
    world.run_as("penny", "day close").must();
    let paid_once = paid(&world, "2026-11-02");
    world.at("2026-11-02T10:00:00Z");
    insta::assert_snapshot!(world.run_as("penny", "day close"), @"$ popug day close --as penny");
    insta::assert_snapshot!(world.run_as("penny", "day close --date today --yes"), @"$ popug day close --date today --yes --as penny");
    // What happens now belongs to the day after the last closed one.
    let task = world.json_as("gruff", "add 'Sweep the cage'");
    let assignee = task["assignee"].as_str().expect("a name");
    let log = world.json_as("penny", &format!("account log {assignee}"));
    let last = log.as_array().and_then(|rows| rows.last()).expect("a row");
    assert_eq!(
        (&last["kind"], &last["day"]),
        (&"fee".into(), &"2026-11-03".into())
    );
    assert_eq!(paid(&world, "2026-11-02"), paid_once);
    assert_eq!(world.json_as("penny", "account show")["day"], "2026-11-03");
}

#[test]
fn today_is_closed_early_after_a_yes() {
    let mut world = worked();
    world.act_as("penny");
    let before = world.head();
    insta::assert_snapshot!(world.run("day close --date today"), @"
    $ popug day close --date today
    [stderr]
    error: nobody is there to be asked: close 2026-11-02 early? what follows belongs to the next day
    hint: --yes says yes beforehand
    [exit 2]
    ");
    assert_eq!(world.head(), before);
    insta::assert_snapshot!(world.run("day close --date today --yes"), @"
    $ popug day close --date today --yes
    closed 2026-11-02: 3 payouts of $71.00, management -$45.00, debts $26.00, seal {hash}
    ");
    insta::assert_snapshot!(world.run("day close --date 2026-11-02 --yes"), @"$ popug day close --date 2026-11-02 --yes");
    // What follows belongs to tomorrow, and today stays as it was closed.
    let closed = world.json("day show 2026-11-02");
    work(&world, 2);
    assert_eq!(world.json("day show 2026-11-02"), closed);
    insta::assert_snapshot!(world.run("account earnings --from 2026-11-02 --to open"), @"
    $ popug account earnings --from 2026-11-02 --to open
    DAY            FEES  REWARDS   EARNED  ADJUSTED  CLOSED
    2026-11-02  $120.00  $165.00  -$45.00     $0.00  2026-11-02 09:00
    2026-11-03   $30.00   $32.00   -$2.00     $0.00  –
    ─────────────────────────────────────────────────────────────────
                $150.00  $197.00  -$47.00     $0.00
    ");
}

#[test]
fn a_day_that_is_still_to_come_is_not_there_yet() {
    let world = worked();
    let before = world.head();
    insta::assert_snapshot!(world.run_as("penny", "day close --date 2026-11-03"), @"
    $ popug day close --date 2026-11-03 --as penny
    [stderr]
    error: 2026-11-03 is not there yet; today is 2026-11-02
    [exit 5]
    ");
    insta::assert_snapshot!(world.run_as("penny", "day close --date tomorrow"), @"
    $ popug day close --date tomorrow --as penny
    [stderr]
    error: invalid value 'tomorrow' for '--date <DAY>': 'tomorrow' is no day; say YYYY-MM-DD, today, yesterday, open or -3d
    hint: --help tells more
    [exit 2]
    ");
    assert_eq!(world.head(), before);
}

#[test]
fn a_day_that_nobody_closed_is_shown_as_it_stands() {
    let world = worked();
    insta::assert_snapshot!(world.run_as("penny", "day show today"), @"
    $ popug day show today --as penny
    Day                2026-11-02
    Closed             –
    Payouts            0
    Paid               $0.00
    Management earned  -$45.00
    Debts              $26.00
    Seal               –
    ");
    insta::assert_snapshot!(world.run_as("penny", "day show 2026-11-01"), @"
    $ popug day show 2026-11-01 --as penny
    [stderr]
    error: 2026-11-01 lies before 2026-11-02, on which the books begin
    [exit 5]
    ");
    insta::assert_snapshot!(world.run_as("penny", "day show 2026-11-03"), @"
    $ popug day show 2026-11-03 --as penny
    [stderr]
    error: 2026-11-03 is not there yet; today is 2026-11-02
    [exit 5]
    ");
    insta::assert_snapshot!(world.run_as("penny", "day list"), @"
    $ popug day list --as penny
    DAY  PAYOUTS  PAID  EARNED  DEBTS  CLOSED  SEAL
    ");
}

#[test]
fn a_dry_run_of_a_close_keeps_nothing() {
    let mut world = worked();
    let expected = in_the_black(balances(&world, "2026-11-02"));
    world.act_as("penny");
    world.at(MORNING_AFTER);
    let before = world.head();
    insta::assert_snapshot!(world.run("day close --dry-run"), @"
    $ popug day close --dry-run
    would close 2026-11-02: 3 payouts of $71.00, management -$45.00, debts $26.00

    Invoices
    INVOICE  POPUG  AMOUNT  PAYMENT  MAIL
          1  penny   $8.00  –        –
          2  kesha  $29.00  –        –
          3  ara    $34.00  –        –
    ");
    let would = world.json("day close --dry-run");
    assert_eq!(
        by_user(&would["closed"][0]["invoices"], "amount_cents"),
        expected
    );
    assert_eq!(
        world.json("day close --dry-run --date today")["closed"]
            .as_array()
            .map(Vec::len),
        Some(2)
    );
    assert_eq!(world.head(), before);
    assert_eq!(world.json("mail list").as_array().map(Vec::len), Some(0));
}

#[test]
fn a_clock_that_ran_ahead_does_not_close_a_month() {
    let mut world = worked();
    world.at("2026-12-03T12:00:00Z");
    world.log_in("penny");
    world.act_as("penny");
    assert_eq!(
        world.json("day close --dry-run")["closed"]
            .as_array()
            .map(Vec::len),
        Some(31)
    );
    world.at("2026-12-04T12:00:00Z");
    let before = world.head();
    insta::assert_snapshot!(world.run("day close"), @"
    $ popug day close
    [stderr]
    error: 32 days would be closed, from 2026-11-02 through 2026-12-03: is the clock right?
    hint: if it is, say so: `popug day close --date 2026-12-03`
    [exit 5]
    ");
    world.run("day close --dry-run").must_fail(5);
    assert_eq!(world.head(), before);
    let closed = world.run("day close --date 2026-12-03").must();
    assert_eq!(closed.stdout.lines().count(), 32);
}

#[test]
fn eight_closes_at_once_close_each_day_once() {
    let mut world = World::company();
    for day in ["2026-11-02", "2026-11-03"] {
        world.at(&format!("{day}T12:00:00Z"));
        work(&world, 4);
    }
    world.at("2026-11-04T06:00:00Z");
    let lines = vec!["day close --json --as penny".to_owned(); 8];
    let mut closed = Vec::new();
    for ran in world.at_once(&lines) {
        let ran = ran.must();
        assert_eq!(ran.stderr, "", "{ran}");
        let answer = ran.json();
        let days = answer["closed"].as_array().expect("an array").iter();
        closed.extend(days.map(|row| row["day"].as_str().expect("a day").to_owned()));
    }
    closed.sort();
    assert_eq!(closed, ["2026-11-02", "2026-11-03"]);
    let twice = "SELECT count(*) FROM (SELECT day, user_id FROM accounting_invoice
                 GROUP BY day, user_id HAVING count(*) > 1)";
    assert_eq!(world.number(twice), 0);
    let invoices = world.number("SELECT count(*) FROM accounting_invoice");
    assert_eq!(
        world.number("SELECT count(*) FROM accounting_transaction WHERE kind = 'payout'"),
        invoices
    );
    assert_eq!(
        world.letters().len(),
        usize::try_from(invoices).expect("a number")
    );
    world.run("doctor").must();
}

//! Days that cron missed, clocks that are wrong, and closes that run beside each other.

use std::collections::BTreeMap;

use crate::support::World;
use crate::support::payday::{MORNING_AFTER, balances, in_the_black, paid, work, worked};

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
                 GROUP BY day, user_id HAVING count(*) > 1) AS twice";
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

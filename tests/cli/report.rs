//! A day on one page.

use crate::support::payday::{MORNING_AFTER, worked};
use crate::support::{Story, World};

fn closed() -> World {
    let mut world = worked();
    world
        .run("account adjust loro +2.50 --reason 'a crumb' --yes --as penny")
        .must();
    world.at(MORNING_AFTER);
    world.run_as("penny", "day close").must();
    world
}

#[test]
fn a_closed_day_is_shown_on_one_page() {
    let world = closed();
    insta::assert_snapshot!(world.run_as("penny", "day report yesterday"), @"
    $ popug day report yesterday --as penny
    Day         2026-11-02
    Closed      2026-11-03 06:00
    Fees        $120.00
    Rewards     $165.00
    Management  -$45.00
    Adjusted    -$2.50
    Payouts     3
    Paid        $71.00
    Debts       $23.50
    Seal        {hash}

    Popugs
    POPUG  OPENING   EARNED  ADJUSTED    PAID  CLOSING
    ara      $0.00  +$34.00     $0.00  $34.00    $0.00
    kesha    $0.00  +$29.00     $0.00  $29.00    $0.00
    loro     $0.00  -$26.00    +$2.50   $0.00  -$23.50
    penny    $0.00   +$8.00     $0.00   $8.00    $0.00
    ──────────────────────────────────────────────────
             $0.00  +$45.00    +$2.50  $71.00  -$23.50

    Invoices
    INVOICE  POPUG  AMOUNT  PAYMENT    MAIL
          1  penny   $8.00  processed  sent
          2  kesha  $29.00  processed  sent
          3  ara    $34.00  processed  sent
    ");
    // The most expensive task is analytics, and those are an admin's.
    let shown = world.run_as(
        "polly",
        "day report 2026-11-02 --fields most_expensive,seal",
    );
    insta::assert_snapshot!(shown, @"
    $ popug day report 2026-11-02 --fields most_expensive,seal --as polly
    Most expensive  $40.00 for task 6, Oil the perch
    Seal            {hash}
    ");
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    let world = closed();
    for user in ["penny", "polly"] {
        let page = world.run_as(user, "day report 2026-11-02").must().stdout;
        let widest = page.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{page}");
    }
}

#[test]
fn a_report_as_json_has_every_figure() {
    let world = closed();
    insta::assert_snapshot!(world.run_as("polly", "day report 2026-11-02 --json"), @r#"
    $ popug day report 2026-11-02 --json --as polly
    {
      "day": "2026-11-02",
      "closed_at": "2026-11-03T06:00:00Z",
      "payouts": 3,
      "paid_cents": 7100,
      "earned_cents": -4500,
      "debts_cents": 2350,
      "seal": "{hash}",
      "invoices": [
        {
          "id": 1,
          "user": "penny",
          "amount_cents": 800,
          "payment": "processed",
          "mail": "sent"
        },
        {
          "id": 2,
          "user": "kesha",
          "amount_cents": 2900,
          "payment": "processed",
          "mail": "sent"
        },
        {
          "id": 3,
          "user": "ara",
          "amount_cents": 3400,
          "payment": "processed",
          "mail": "sent"
        }
      ],
      "fees_cents": 12000,
      "rewards_cents": 16500,
      "adjustments_cents": -250,
      "popugs": [
        {
          "user": "ara",
          "opening_cents": 0,
          "earned_cents": 3400,
          "other_cents": 0,
          "paid_cents": 3400,
          "closing_cents": 0
        },
        {
          "user": "kesha",
          "opening_cents": 0,
          "earned_cents": 2900,
          "other_cents": 0,
          "paid_cents": 2900,
          "closing_cents": 0
        },
        {
          "user": "loro",
          "opening_cents": 0,
          "earned_cents": -2600,
          "other_cents": 250,
          "paid_cents": 0,
          "closing_cents": -2350
        },
        {
          "user": "penny",
          "opening_cents": 0,
          "earned_cents": 800,
          "other_cents": 0,
          "paid_cents": 800,
          "closing_cents": 0
        }
      ],
      "most_expensive": {
        "period": null,
        "from": "2026-11-02",
        "to": "2026-11-02",
        "task": {
          "id": 6,
          "ticket": null,
          "title": "Oil the perch"
        },
        "reward_cents": 4000,
        "tied": 0
      }
    }
    "#);
    let report = world.json_as("penny", "day report 2026-11-02");
    assert_eq!(report["most_expensive"], serde_json::Value::Null);
    let shown = world.json_as("penny", "day show 2026-11-02");
    for key in ["day", "paid_cents", "earned_cents", "seal", "invoices"] {
        assert_eq!(report[key], shown[key], "{key}");
    }
    let cents = |row: &serde_json::Value, key: &str| row[key].as_i64().expect("an amount");
    for row in report["popugs"].as_array().expect("popugs") {
        let closing =
            cents(row, "opening_cents") + cents(row, "earned_cents") + cents(row, "other_cents")
                - cents(row, "paid_cents");
        assert_eq!(closing, cents(row, "closing_cents"), "{row}");
    }
}

#[test]
fn an_open_day_has_a_report_and_a_day_to_come_has_none() {
    let world = closed();
    insta::assert_snapshot!(Story(vec![
        world.run_as("penny", "day report open"),
        world.run_as("penny", "day report 2027-01-01"),
        world.run_as("penny", "day report 2026-10-01"),
        world.run_as("penny", "day report"),
    ]), @"
    $ popug day report open --as penny
    Day         2026-11-03
    Closed      –
    Fees        $0.00
    Rewards     $0.00
    Management  $0.00
    Adjusted    $0.00
    Payouts     0
    Paid        $0.00
    Debts       $23.50
    Seal        –

    Popugs
    POPUG  OPENING  EARNED  ADJUSTED   PAID  CLOSING
    loro   -$23.50   $0.00     $0.00  $0.00  -$23.50
    ────────────────────────────────────────────────
           -$23.50   $0.00     $0.00  $0.00  -$23.50
    $ popug day report 2027-01-01 --as penny
    [stderr]
    error: 2027-01-01 is not there yet; today is 2026-11-03
    [exit 5]
    $ popug day report 2026-10-01 --as penny
    [stderr]
    error: 2026-10-01 lies before 2026-11-02, on which the books begin
    [exit 5]
    $ popug day report --as penny
    [stderr]
    error: the following required arguments were not provided: <DAY>
    hint: --help tells more
    [exit 2]
    ");
}

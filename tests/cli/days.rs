//! The end of the day: who is paid what, and when.

use crate::support::payday::{MORNING_AFTER, balances, by_user, in_the_black, paid, work, worked};
use crate::support::{Story, World};

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
    ID  DAY         POPUG  AMOUNT  STATE      ATTEMPTS  NEXT  LAST ERROR
     1  2026-11-02  penny   $8.00  processed         0  –
     2  2026-11-02  kesha  $29.00  processed         0  –
     3  2026-11-02  ara    $34.00  processed         0  –
    ");
    assert_eq!(paid(&world, "2026-11-02"), in_the_black(before.clone()));
    for (user, balance) in balances(&world, "2026-11-02") {
        assert_eq!(balance, before[&user].min(0), "{user}");
    }
}

#[test]
fn scripts_get_a_close_as_it_was_promised() {
    let mut world = World::one_worker();
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

//! The queues of letters and payments: looked at, tried again, given up.

use crate::support::payday::{MORNING_AFTER, worked};
use crate::support::{Story, World};

/// A company whose first day is closed, and whose letters found a file where the mailbox was to be.
/// It is the next morning, and penny acts.
fn undelivered() -> World {
    let mut world = worked();
    world.at(MORNING_AFTER);
    world.act_as("penny");
    world.block_mailbox();
    world.run("day close").must();
    world
}

#[test]
fn a_letter_is_shown_as_it_will_go_and_as_it_went() {
    let mut world = undelivered();
    let before = world.json("mail show 1");
    assert_eq!(before["state"], "pending");
    let user = before["user"].as_str().expect("a name");
    let statement = world.run(&format!("account statement {user} --date 2026-11-02"));
    assert_eq!(before["text"], statement.stdout);
    world.unblock_mailbox();
    world.run("mail retry 1").must();
    world.run("mail send").must();
    let set = format!("user set {user} --email {user}@elsewhere.example --as polly");
    world.run(&set).must();
    insta::assert_snapshot!(world.run("mail show 1"), @"
    $ popug mail show 1
    Letter      1
    From        accounting@uberpopug.example
    To          penny@popug.example
    Subject     UberPopug Inc: $8.00 for 2026-11-02
    Date        2026-11-03 06:00
    Message-ID  <STORE-ID.2026-11-02.3@uberpopug.example>
    State       sent
    Attempts    1
    Sent        2026-11-03 06:00

    Dear penny,

    this is how Monday, 2 November 2026 went on your account.

    When    What                                             Amount  Balance
    ------------------------------------------------------------------------
            Carried over                                               $0.00
    09:00   Assigned  #5 Oil the perch                      -$18.00  -$18.00
    09:00   Closed    #5 Oil the perch                      +$26.00    $8.00
    3 Nov   Paid out                                         -$8.00    $0.00
    ------------------------------------------------------------------------
            Carried over                                               $0.00
            Earned: 1 closed +$26.00, 1 assigned -$18.00     +$8.00
            Paid out                                         -$8.00
            Carried on                                                 $0.00

    $8.00 is on its way to you. Well flown!

    Closed on 3 November 2026 at 06:00 (UTC), under this seal:

    {hash}

    Keep this letter: whoever changes the books up to this day breaks the
    seal. Whether it still holds, you can ask at any time:

        popug day verify 2026-11-02 SEAL
    ");
    let shown = world.json("mail show 1");
    let letter = &world.letters()[0];
    assert_eq!(
        shown["text"].as_str().map(|it| format!("{it}\n")),
        Some(letter.body())
    );
    assert_eq!(shown["to"], letter.header("To"));
    assert_eq!(shown["from"], letter.header("From"));
    assert_eq!(shown["subject"], letter.header("Subject"));
    let id = letter.header("Message-ID");
    assert_eq!(
        shown["message_id"],
        id.replace(&world.store_id(), "STORE-ID")
    );
    insta::assert_snapshot!(world.run("mail show 1 --fields id,state,sent_at,to"), @"
    $ popug mail show 1 --fields id,state,sent_at,to
    Letter  1
    State   sent
    Sent    2026-11-03 06:00
    To      penny@popug.example
    ");
    world.at("2026-11-04T06:00:00Z");
    world.run("mail show 99").must_fail(3);
}

#[test]
fn a_letter_that_waits_is_tried_again_when_somebody_says_so() {
    let world = undelivered();
    let unsent = world.json("mail list");
    let letters = unsent.as_array().expect("letters").len();
    assert!(letters > 1);
    world.unblock_mailbox();
    world.run("mail send").must();
    assert_eq!(world.letters().len(), 0, "it is not time yet");
    insta::assert_snapshot!(Story(vec![
        world.run("mail retry 1 2 1"),
        world.run("mail send"),
        world.run("mail retry 1"),
        world.run("mail retry 2 99"),
        world.run("mail retry"),
        world.run("mail retry 2 --dry-run"),
    ]), @"
    $ popug mail retry 1 2 1
    letter 1 is due now
    letter 2 is due now
    [stderr]
    hint: `popug mail send` hands over what is due
    $ popug mail send
    handed over 2 letters
    $ popug mail retry 1
    [stderr]
    error: letter 1 was sent
    [exit 5]
    $ popug mail retry 2 99
    [stderr]
    error: letter 2 was sent
    [exit 5]
    $ popug mail retry
    [stderr]
    error: the following required arguments were not provided: <ID>...
    hint: --help tells more
    [exit 2]
    $ popug mail retry 2 --dry-run
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    ");
    assert_eq!(world.letters().len(), 2);
}

#[test]
fn a_letter_that_is_given_up_keeps_by_whom_and_when() {
    let world = undelivered();
    insta::assert_snapshot!(Story(vec![
        world.run("mail discard 1"),
        world.run("mail discard 1"),
        world.run("mail discard 99"),
        world.run("mail list --limit 1 --fields id,state,attempts,next_at"),
        world.run("mail show 1 --fields id,state,discarded_at,discarded_by"),
        world.run("mail show 1 --format csv --fields id,state,discarded_by"),
    ]), @"
    $ popug mail discard 1
    letter 1 is given up
    $ popug mail discard 1
    [stderr]
    error: letter 1 was given up already, by penny
    [exit 5]
    $ popug mail discard 99
    [stderr]
    error: there is no letter 99
    [exit 3]
    $ popug mail list --limit 1 --fields id,state,attempts,next_at
    ID  STATE    ATTEMPTS  NEXT
     3  pending         1  2026-11-03 06:01
    $ popug mail show 1 --fields id,state,discarded_at,discarded_by
    Letter    1
    State     dead
    Given up  2026-11-03 06:00
    By        penny
    $ popug mail show 1 --format csv --fields id,state,discarded_by
    id,state,discarded_by
    1,dead,penny
    ");
    // What was given up knowingly is nothing to warn of.
    let found = world.json("doctor");
    let found = found.as_array().expect("findings").iter();
    let levels: Vec<_> = found.filter(|it| it["check"] == "deliveries").collect();
    assert!(levels.iter().all(|it| it["level"] == "ok"), "{levels:?}");
    world.unblock_mailbox();
    world.run("mail retry 1").must();
    world.run("mail send").must();
    let shown = world.json("mail show 1");
    assert_eq!(
        (&shown["state"], &shown["discarded_by"]),
        (&"sent".into(), &().into())
    );
    world.run("mail discard 1").must_fail(5);
}

#[test]
fn a_field_that_an_answer_lacks_is_refused_before_anything_is_done() {
    let mut world = worked();
    world.at(MORNING_AFTER);
    world.act_as("penny");
    insta::assert_snapshot!(Story(vec![
        world.run("day close --fields size"),
        world.run("day close --fields invoices"),
        world.run("mail send --fields size"),
        world.run("payment send --fields size"),
        world.run("day list"),
        world.run("day close --fields day,payouts"),
    ]), @"
    $ popug day close --fields size
    [stderr]
    error: there is no field 'size' in this answer
    hint: the fields are day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
    [exit 2]
    $ popug day close --fields invoices
    [stderr]
    error: there is no field 'invoices' in this answer
    hint: the fields are day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
    [exit 2]
    $ popug mail send --fields size
    [stderr]
    error: there is no field 'size' in this answer
    hint: the fields are sent, failed
    [exit 2]
    $ popug payment send --fields size
    [stderr]
    error: there is no field 'size' in this answer
    hint: the fields are processed
    [exit 2]
    $ popug day list
    DAY  PAYOUTS  PAID  EARNED  DEBTS  CLOSED  SEAL
    $ popug day close --fields day,payouts
    DAY         PAYOUTS
    2026-11-02  3
    ");
}

#[test]
fn a_key_stands_for_a_retry_once() {
    let world = undelivered();
    let first = world.run("mail retry 1 --key R-1 --json").must();
    world.unblock_mailbox();
    world.run("mail send").must();
    let again = world.run("mail retry 1 --key R-1 --json").must();
    assert_eq!(first.stdout, again.stdout);
    assert_eq!(world.json("mail show 1")["state"], "sent");
}

#[test]
fn where_nothing_is_taken_the_rest_is_left_for_another_time() {
    let mut world = World::company();
    for nth in 0..12 {
        let name = format!("kea{nth:02}");
        world
            .run(&format!(
                "user add {name} --role worker --email {name}@popug.example --as polly"
            ))
            .must();
    }
    for user in world
        .json_as("polly", "user list")
        .as_array()
        .expect("popugs")
    {
        let name = user["name"].as_str().expect("a name");
        if name != "penny" {
            let give = format!("account adjust {name} +1.00 --reason crumb --yes --as penny");
            world.run(&give).must();
        }
    }
    world.at(MORNING_AFTER);
    world.act_as("penny");
    world.block_mailbox();
    let closed = world.run("day close").must();
    let warned = closed.stderr.lines().count();
    assert_eq!(warned, 11, "{closed}");
    assert!(
        closed
            .stderr
            .ends_with("letters were not handed over either; `popug mail list` says why\n"),
        "{closed}"
    );
}

/// A company that pays through a gateway which this program does not know.
fn with_gateway() -> World {
    let mut world = worked();
    world.forge(
        "setting.updated",
        1,
        "setting/payments",
        r#"{"key":"payments","value":"https://bank.example"}"#,
    );
    world.at(MORNING_AFTER);
    world.act_as("penny");
    world
}

#[test]
fn payouts_of_a_time_with_a_gateway_wait_and_are_settled_without_one() {
    let world = with_gateway();
    insta::assert_snapshot!(Story(vec![
        world.run("day close"),
        world.run("payment list"),
        world.run("payment retry 1"),
        world.run("payment send"),
        world.run("payment send --json"),
    ]), @r#"
    $ popug day close
    closed 2026-11-02: 3 payouts of $71.00, management -$45.00, debts $26.00, seal {hash}
    [stderr]
    warning: payouts were not paid out: the setting payments: payouts go to no gateway so far; say none
    $ popug payment list
    ID  DAY         POPUG  AMOUNT  STATE    ATTEMPTS  NEXT              LAST ERROR
     1  2026-11-02  penny   $8.00  pending         0  2026-11-03 06:00
     2  2026-11-02  kesha  $29.00  pending         0  2026-11-03 06:00
     3  2026-11-02  ara    $34.00  pending         0  2026-11-03 06:00
    $ popug payment retry 1
    payment 1 is due now
    [stderr]
    hint: `popug payment send` pays out what is due
    $ popug payment send
    [stderr]
    error: the setting payments: payouts go to no gateway so far; say none
    hint: set it to none
    [exit 6]
    $ popug payment send --json
    [stderr]
    error: the setting payments: payouts go to no gateway so far; say none
    hint: set it to none
    {"error":{"kind":"unavailable","message":"the setting payments: payouts go to no gateway so far; say none","hint":"set it to none"}}
    [exit 6]
    "#);
    world.forge(
        "setting.updated",
        1,
        "setting/payments",
        r#"{"key":"payments","value":"none"}"#,
    );
    insta::assert_snapshot!(Story(vec![
        world.run("payment send --json"),
        world.run("payment send"),
        world.run("payment list --fields id,state,attempts,next_at"),
        world.run("payment retry 1"),
        world.run("payment retry 99"),
    ]), @r#"
    $ popug payment send --json
    {
      "processed": [
        1,
        2,
        3
      ]
    }
    $ popug payment send
    processed 0 payments
    $ popug payment list --fields id,state,attempts,next_at
    ID  STATE      ATTEMPTS  NEXT
     1  processed         1  –
     2  processed         1  –
     3  processed         1  –
    $ popug payment retry 1
    [stderr]
    error: payment 1 was processed: the money has left
    [exit 5]
    $ popug payment retry 99
    [stderr]
    error: there is no payment 99
    [exit 3]
    "#);
    let processed = world.json_as("polly", "event list --name transaction.processed");
    let paid = world.json("payment list");
    assert_eq!(
        processed.as_array().map(Vec::len),
        paid.as_array().map(Vec::len)
    );
}

#[test]
fn a_payment_that_was_refused_is_paid_by_the_next_close() {
    let world = with_gateway();
    world.run("day close").must();
    world.tamper("UPDATE delivery_payment SET state = 'refused', next_at = NULL, ended_at = 0");
    insta::assert_snapshot!(world.run("payment retry 1"), @"
    $ popug payment retry 1
    [stderr]
    error: payment 1 was refused: its money is back on the account, and the next close pays it again
    [exit 5]
    ");
}

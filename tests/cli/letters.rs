//! Letters: one for each payout, which says word for word what the statement says.

use crate::support::{Letter, World, masked};

/// Kesha has earned something on a Monday, and ara owes something; it is Tuesday.
fn company() -> World {
    let mut world = World::one_worker();
    for title in [
        "[POPUG-1] Oil the perch",
        "Sweep the cage",
        "Ünder the nest",
    ] {
        world.run(&format!("add '{title}'")).must();
    }
    world.run("done 1 2 3").must();
    world.hire("ara", "worker");
    while world
        .json("task list --assignee ara")
        .as_array()
        .is_none_or(Vec::is_empty)
    {
        world.run("add 'Feed the cat'").must();
    }
    world.at("2026-11-03T06:00:00Z");
    world.act_as("polly");
    world
}

#[test]
fn a_letter_goes_to_whoever_was_paid() {
    let world = company();
    world.run("day close").must();
    let letters = world.letters();
    assert_eq!(letters.len(), 1);
    insta::assert_snapshot!(masked(&letters[0].text.replace(&world.store_id(), "STORE-ID")), @"
    From: accounting@uberpopug.example
    To: kesha@popug.example
    Subject: UberPopug Inc: $38.00 for 2026-11-02
    Date: Tue, 03 Nov 2026 06:00:00 +0000
    Message-ID: <STORE-ID.2026-11-02.2@uberpopug.example>
    Auto-Submitted: auto-generated
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    Dear kesha,

    this is how Monday, 2 November 2026 went on your account.

    When    What                                             Amount  Balance
    ------------------------------------------------------------------------
            Carried over                                               $0.00
    09:00   Assigned  #1 POPUG-1 Oil the perch              -$11.00  -$11.00
    09:00   Assigned  #2 Sweep the cage                     -$10.00  -$21.00
    09:00   Assigned  #3 Ünder the nest                     -$16.00  -$37.00
    09:00   Closed    #1 POPUG-1 Oil the perch              +$29.00   -$8.00
    09:00   Closed    #2 Sweep the cage                     +$21.00   $13.00
    09:00   Closed    #3 Ünder the nest                     +$25.00   $38.00
    3 Nov   Paid out                                        -$38.00    $0.00
    ------------------------------------------------------------------------
            Carried over                                               $0.00
            Earned: 3 closed +$75.00, 3 assigned -$37.00    +$38.00
            Paid out                                        -$38.00
            Carried on                                                 $0.00

    $38.00 is on its way to you. Well flown!

    Closed on 3 November 2026 at 06:00 (UTC), under this seal:

    {hash}

    Keep this letter: whoever changes the books up to this day breaks the
    seal. Whether it still holds, you can ask at any time:

        popug day verify 2026-11-02 SEAL
    ");
}

#[test]
fn a_letter_is_the_statement_word_for_word() {
    let world = company();
    world.run("day close").must();
    let letters = world.letters();
    let body = letters[0].body();
    let statement = world
        .run("account statement kesha --date 2026-11-02")
        .must();
    // A message ends with an end of line of its own.
    assert_eq!(body, format!("{}\n", statement.stdout));
}

#[test]
fn a_company_that_moves_changes_no_statement_of_which_a_letter_told() {
    let mut world = company();
    world.run("day close").must();
    let letter = world.letters().remove(0).body();
    world.run("setting set timezone Asia/Tokyo").must();
    let statement = "account statement kesha --date 2026-11-02";
    let sent = world.run(statement).must();
    assert_eq!(letter, format!("{}\n", sent.stdout));
    // Nobody wrote to ara, who owes something: its times are told where the company is now.
    let unsent = world.run("account statement ara --date 2026-11-02").must();
    assert!(unsent.stdout.contains("18:00   Assigned"), "{unsent}");
    world.at("2026-11-04T06:00:00Z");
    assert_eq!(world.run(statement).must().stdout, sent.stdout);
}

#[test]
fn a_letter_has_the_seal_of_its_day() {
    let world = company();
    world.run("day close").must();
    let letter = world.letters().remove(0).body();
    let shown = world.json("day show 2026-11-02");
    let seal = shown["seal"].as_str().expect("a seal");
    assert!(letter.contains(&format!("\n{seal}\n")), "{letter}");
    insta::assert_snapshot!(world.run(&format!("day verify 2026-11-02 {seal}")), @"
    $ popug day verify 2026-11-02 {hash}
    the seal of 2026-11-02 holds
    ");
    insta::assert_snapshot!(world.run(&format!("day verify 2026-11-02 {seal} --json")), @r#"
    $ popug day verify 2026-11-02 {hash} --json
    {
      "day": "2026-11-02",
      "seal": "{hash}",
      "holds": true
    }
    "#);
    let sealed = world
        .run(&format!(
            "doctor --seal 2026-11-02:{seal} --fields check,ok,detail"
        ))
        .must();
    assert!(
        sealed
            .stdout
            .contains("2026-11-02 has the seal that was kept"),
        "{sealed}"
    );
}

#[test]
fn a_seal_that_does_not_hold_ends_with_7() {
    let world = company();
    world.run("day close").must();
    let other = "0".repeat(64);
    insta::assert_snapshot!(world.run(&format!("day verify 2026-11-02 {other}")), @"
    $ popug day verify 2026-11-02 {hash}
    the seal of 2026-11-02 does NOT hold: the log is not what it was
    [exit 7]
    ");
    insta::assert_snapshot!(world.run(&format!("day verify 2026-11-02 {other} --json")), @r#"
    $ popug day verify 2026-11-02 {hash} --json
    {
      "day": "2026-11-02",
      "seal": "{hash}",
      "holds": false
    }
    [exit 7]
    "#);
    insta::assert_snapshot!(world.run("day verify 2026-11-02 beef"), @"
    $ popug day verify 2026-11-02 beef
    [stderr]
    error: invalid value 'beef' for '<HEX>': 'beef' is no seal: a seal has 64 hexadecimal digits
    hint: --help tells more
    [exit 2]
    ");
    insta::assert_snapshot!(world.run(&format!("day verify today {other}")), @"
    $ popug day verify today {hash}
    the seal of 2026-11-03 does NOT hold: the day is open here
    [exit 7]
    ");
    let doctor = world.run(&format!(
        "doctor --seal 2026-11-02:{other} --format csv --fields check,detail"
    ));
    assert_eq!(doctor.code, 7);
    assert!(
        doctor
            .stdout
            .contains("2026-11-02 does not have the seal that was kept"),
        "{doctor}"
    );
}

#[test]
fn what_cannot_be_handed_over_is_tried_again_under_the_same_id() {
    let mut world = company();
    world.block_mailbox();
    insta::assert_snapshot!(world.run("day close"), @"
    $ popug day close
    closed 2026-11-02: 1 payout of $38.00, management -$20.00, debts $18.00, seal {hash}
    [stderr]
    warning: letter 1 was not handed over: ~/data/popug/popug.db-mail/tmp: Not a directory (os error 20)
    ");
    insta::assert_snapshot!(world.run("mail list"), @"
    $ popug mail list
    ID  DAY         POPUG  AMOUNT  STATE    ATTEMPTS  NEXT              LAST ERROR
     1  2026-11-02  kesha  $38.00  pending         1  2026-11-03 06:01  ~/data/popug/popug.db-mail/tmp: Not a directory (os error 20)
    ");
    insta::assert_snapshot!(world.run("mail send"), @"
    $ popug mail send
    handed over 0 letters
    ");
    world.at("2026-11-03T07:00:00Z");
    insta::assert_snapshot!(world.run("mail send --json"), @r#"
    $ popug mail send --json
    {
      "sent": [],
      "failed": [
        1
      ]
    }
    [stderr]
    warning: letter 1 was not handed over: ~/data/popug/popug.db-mail/tmp: Not a directory (os error 20)
    [exit 6]
    "#);
    world.unblock_mailbox();
    world.at("2026-11-04T07:00:00Z");
    insta::assert_snapshot!(world.run("mail send"), @"
    $ popug mail send
    handed over 1 letter
    ");
    insta::assert_snapshot!(world.run("mail list --json"), @r#"
    $ popug mail list --json
    [
      {
        "id": 1,
        "day": "2026-11-02",
        "user": "kesha",
        "amount_cents": 3800,
        "state": "sent",
        "attempts": 3,
        "next_at": null,
        "last_error": null
      }
    ]
    "#);
    let expected = format!("<{}.2026-11-02.2@uberpopug.example>", world.store_id());
    let letters = world.letters();
    let ids: Vec<&str> = letters
        .iter()
        .map(|letter| letter.header("Message-ID"))
        .collect();
    assert_eq!(ids, [expected]);
    insta::assert_snapshot!(world.run("mail send"), @"
    $ popug mail send
    handed over 0 letters
    ");
}

#[test]
fn letters_go_where_the_environment_says() {
    let world = company();
    let elsewhere = world.home().join("elsewhere");
    let target = format!("maildir:{}", elsewhere.display());
    world.with(&[("POPUG_MAIL", &target)], "day close").must();
    assert_eq!(world.letters().len(), 0);
    let letters = Letter::all(&elsewhere);
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].header("To"), "kesha@popug.example");
    let bad = world.with(&[("POPUG_MAIL", "pigeon:coop")], "mail send");
    insta::assert_snapshot!(bad, @"
    $ popug mail send
    [stderr]
    error: POPUG_MAIL: letters go to maildirs only so far, not to 'pigeon:'; say maildir or maildir:PATH
    [exit 2]
    ");
    world.tamper("UPDATE delivery_setting SET value = 'pigeon:coop' WHERE key = 'mail'");
    insta::assert_snapshot!(world.with(&[("POPUG_MAIL", "")], "mail send"), @"
    $ popug mail send
    [stderr]
    error: the setting mail: letters go to maildirs only so far, not to 'pigeon:'; say maildir or maildir:PATH
    hint: set it to maildir or maildir:PATH
    [exit 6]
    ");
}

#[test]
fn a_name_that_is_no_header_stays_in_its_line() {
    let world = company();
    let named = "user set kesha --full-name 'Kesha, Bcc: all@popug.example'";
    world.run(named).must();
    world.run("day close").must();
    let letter = &world.letters()[0];
    insta::assert_snapshot!(letter.header("To"), @"=?utf-8?b?S2VzaGEsIEJjYzogYWxsQHBvcHVnLmV4YW1wbGU=?= <kesha@popug.example>");
    world
        .run("user set kesha --full-name 'Kesha\nBcc: x@y.example'")
        .must_fail(2);
    world
        .run("user set kesha --email 'x@y.example\nBcc: x@y.example'")
        .must_fail(2);
}

//! What a token may and what it does: for the company, or for a popug.

use super::{token, with, with_token};
use crate::support::Story;

#[test]
fn a_token_may_what_it_was_made_for_and_nothing_else() {
    let (mut world, cron) = with_token("cron --for day.close");
    world.at("2026-11-03T09:00:00Z");
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        with(&world, &cron, "account list"),
        with(&world, &cron, "token list"),
        with(&world, &cron, "user list"),
        with(&world, &cron, "whoami"),
        with(&world, &cron, "whoami --json"),
    ]), @r#"
    $ popug account list
    [stderr]
    error: token:cron may not do this: it needs account.read
    hint: it takes a token made for it: `popug token create NAME --for account.read`
    [exit 4]
    $ popug token list
    [stderr]
    error: token:cron may not do this: it needs token.manage
    hint: admins may
    [exit 4]
    $ popug user list
    [stderr]
    error: token:cron may not do this: it needs self
    hint: it takes a token made for it: `popug token create NAME --for self`
    [exit 4]
    $ popug whoami
    User       –
    Role       –
    Known by   token cron
    Until      2027-11-02 09:00
    Store      ~/data/popug/popug.db (a sandbox)
    Time zone  UTC
    Currency   USD
    May        day.close
    $ popug whoami --json
    {
      "user": null,
      "role": null,
      "via": "token",
      "token": "cron",
      "store": "~/data/popug/popug.db",
      "moved_to": null,
      "sandbox": true,
      "permissions": [
        "day.close"
      ],
      "currency": "USD",
      "timezone": "UTC",
      "expires_at": "2027-11-02T09:00:00Z"
    }
    "#);
    assert_eq!(world.head(), before);
    let closed = with(&world, &cron, "day close").must();
    assert!(closed.stdout.starts_with("closed 2026-11-02: "), "{closed}");
    let told = world.json(&format!("event list --after {}", before.seq));
    assert_eq!(told[0]["type"], "popug.day.closed");
    assert_eq!(told[0]["actor"], "token:cron");
    world.run("doctor").must();
}

#[test]
fn what_a_token_does_is_told_as_its_own() {
    let (world, boss) = with_token("boss --for task.reassign,account.mend,task.create --as polly");
    with(&world, &boss, "add 'Oil the perch'").must();
    with(&world, &boss, "task reassign --yes").must();
    with(
        &world,
        &boss,
        "account adjust kesha +1.50 --reason crumb --yes",
    )
    .must();
    let task = world.json("task show 1");
    assert_eq!(task["author"], "polly");
    let assignments = task["assignments"].as_array().expect("an array");
    assert!(
        assignments.iter().all(|it| it["by"] == "token:boss"),
        "{task}"
    );
    let log = world.json("account log kesha");
    let adjusted = log.as_array().expect("an array").iter();
    let adjusted: Vec<_> = adjusted.filter(|it| it["kind"] == "adjustment").collect();
    assert_eq!(adjusted[0]["actor"], "token:boss");
    world.run("doctor").must();
    world.run("draw verify").must();
}

#[test]
fn a_token_acts_for_a_popug_within_its_role_of_the_moment() {
    let made_for = "task.create,task.close,account.own,account.read,self";
    let (world, robot) = with_token(&format!("robot --for {made_for} --as penny"));
    insta::assert_snapshot!(with(&world, &robot, "whoami --json --fields user,role,token,via,permissions"), @r#"
    $ popug whoami --json --fields user,role,token,via,permissions
    {
      "user": "penny",
      "role": "accountant",
      "token": "robot",
      "via": "token",
      "permissions": [
        "task.create",
        "task.close",
        "self",
        "account.own",
        "account.read"
      ]
    }
    "#);
    with(&world, &robot, "add 'Count the seeds'").must();
    assert_eq!(world.json("task show 1")["author"], "penny");
    assert_eq!(
        with(&world, &robot, "account show --json").must().json()["user"],
        "penny"
    );
    with(&world, &robot, "account list").must();
    world.run("user set penny --role worker").must();
    with(&world, &robot, "account show me").must();
    insta::assert_snapshot!(with(&world, &robot, "account list"), @"
    $ popug account list
    [stderr]
    error: token:robot acts for penny, who is a worker, and may not do this: it needs account.read
    hint: admins and accountants may
    [exit 4]
    ");
    world.run("user set penny --active false").must();
    insta::assert_snapshot!(with(&world, &robot, "account show"), @"
    $ popug account show
    [stderr]
    error: the token robot acts for penny, who is not active
    hint: an admin makes one for somebody else, or for nobody
    [exit 4]
    ");
    world.run("user set penny --active true").must();
    with(&world, &robot, "account show").must();
}

#[test]
fn a_token_without_a_popug_is_no_author_and_has_no_account() {
    let everything = "task.create,task.close,task.edit,task.read,self,account.own,account.read";
    let (world, lone) = with_token(&format!("lone --for {everything}"));
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        with(&world, &lone, "add 'Oil the perch'"),
        with(&world, &lone, "mine"),
        with(&world, &lone, "done 1"),
        with(&world, &lone, "account show"),
        with(&world, &lone, "user show me"),
        with(&world, &lone, "beak --beak-stdin"),
    ]), @"
    $ popug add 'Oil the perch'
    [stderr]
    error: only a popug can do this, and 'token:lone' is none
    hint: a token made with `--as USER` acts for one
    [exit 4]
    $ popug mine
    [stderr]
    error: only a popug can do this, and 'token:lone' is none
    hint: a token made with `--as USER` acts for one
    [exit 4]
    $ popug done 1
    [stderr]
    error: only a popug can do this, and 'token:lone' is none
    hint: a token made with `--as USER` acts for one
    [exit 4]
    $ popug account show
    [stderr]
    error: token:lone has no account; name whose is meant
    hint: a token made with `--as USER` acts for one
    [exit 4]
    $ popug user show me
    [stderr]
    error: token:lone acts for no popug
    hint: a token made with `--as USER` acts for one
    [exit 4]
    $ popug beak --beak-stdin
    [stderr]
    error: token:lone acts for no popug
    hint: a token made with `--as USER` acts for one
    [exit 4]
    ");
    assert_eq!(world.head(), before);
    with(&world, &lone, "account show kesha").must();
    with(&world, &lone, "task list").must();
}

#[test]
fn nobody_mends_the_own_account_by_a_token() {
    let (world, penny) = with_token("penny --for account.mend --as penny");
    let lone = token(&world, "lone --for account.mend");
    let before = world.head();
    for (token, whose) in [
        (&penny, "penny"),
        (&penny, "me"),
        (&penny, "polly"),
        (&lone, "polly"),
    ] {
        let line = format!("account adjust {whose} +1.50 --reason crumb --yes");
        let refused = with(&world, token, &line).must_fail(4);
        assert_eq!(
            refused.stderr,
            "error: your own account is mended by somebody else\n"
        );
    }
    assert_eq!(world.head(), before);
    with(
        &world,
        &lone,
        "account adjust penny +1.50 --reason crumb --yes",
    )
    .must();
    let fee = world.json("account log penny")[0]["id"].to_string();
    with(
        &world,
        &penny,
        &format!("account reverse {fee} --reason slip --yes"),
    )
    .must_fail(4);
    with(
        &world,
        &lone,
        &format!("account reverse {fee} --reason slip --yes"),
    )
    .must();
}

#[test]
fn what_a_key_stands_for_is_the_tokens_own() {
    let (world, robot) = with_token("robot --for task.create --as kesha");
    world.run("add 'Oil the perch' --key morning").must();
    let first = with(&world, &robot, "add 'Count the seeds' --key morning --json").must();
    let again = with(&world, &robot, "add 'Count the seeds' --key morning --json").must();
    assert_eq!(first.stdout, again.stdout);
    world
        .run_as("kesha", "add 'Sweep the cage' --key morning")
        .must();
    with(&world, &robot, "add 'Sweep the cage' --key morning").must_fail(5);
}

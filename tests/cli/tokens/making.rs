//! Making tokens: what they are made for, what cannot be made, how one that has ended is told.

use super::{token, with, with_token};
use crate::support::Story;

#[test]
fn a_token_is_shown_once_and_listed_without_its_secret() {
    let (world, secret) = with_token("nights --for day.close,account.read --expires never");
    assert_eq!(secret.len(), "popug_".len() + 64);
    insta::assert_snapshot!(Story(vec![
        world.run("token create cron --for day.close"),
        world.run("token create robot --for account.own,task.create --as kesha --expires 30d --json"),
        with(&world, &secret, "day list"),
        world.run("token list"),
        world.run("token list --json --limit 1"),
        world.run("token list --format csv"),
        world.run("token revoke nights"),
        world.run("token revoke nights"),
        world.run("token revoke ROBOT --json"),
        world.run("token list --fields name"),
    ]), @r#"
    $ popug token create cron --for day.close
    popug_{hash}
    [stderr]
    that is the token cron, shown this once; it is good until 2027-11-02
    $ popug token create robot --for account.own,task.create --as kesha --expires 30d --json
    {
      "name": "robot",
      "token": "popug_{hash}",
      "expires_at": "2026-12-02T09:00:00Z"
    }
    [stderr]
    that is the token robot, shown this once; it is good until 2026-12-02
    $ popug day list
    DAY  PAYOUTS  PAID  EARNED  DEBTS  CLOSED  SEAL
    $ popug token list
    NAME    FOR                      AS     MADE BY  LAST USED         ENDS              LOST
    cron    day.close                –      polly    –                 2027-11-02 09:00  –
    nights  account.read,day.close   –      polly    2026-11-02 09:00  never             –
    robot   task.create,account.own  kesha  polly    –                 2026-12-02 09:00  –
    $ popug token list --json --limit 1
    [
      {
        "name": "cron",
        "for": [
          "day.close"
        ],
        "as": null,
        "created_by": "polly",
        "last_used_at": null,
        "expires_at": "2027-11-02T09:00:00Z",
        "lost": []
      }
    ]
    $ popug token list --format csv
    name,for,as,created_by,last_used_at,expires_at,lost
    cron,day.close,,polly,,2027-11-02T09:00:00Z,
    nights,account.read day.close,,polly,2026-11-02T09:00:00Z,,
    robot,task.create account.own,kesha,polly,,2026-12-02T09:00:00Z,
    $ popug token revoke nights
    the token nights is revoked
    $ popug token revoke nights
    [stderr]
    error: there is no token 'nights'
    hint: `popug token list` shows all
    [exit 3]
    $ popug token revoke ROBOT --json
    {
      "name": "robot",
      "for": [
        "task.create",
        "account.own"
      ],
      "as": "kesha",
      "created_by": "polly",
      "last_used_at": null,
      "expires_at": "2026-12-02T09:00:00Z",
      "lost": []
    }
    $ popug token list --fields name
    NAME
    cron
    "#);
}

#[test]
fn a_token_that_cannot_be_is_not_made() {
    let (world, _) = with_token("cron --for day.close");
    world.run("user set ara --active false").must();
    let create = |rest: &str| world.run(&format!("token create {rest}"));
    insta::assert_snapshot!(Story(vec![
        create("robot --for day.close,day.open"),
        create("robot --for token.manage"),
        create("cron --for day.close"),
        create("Token --for day.close"),
        create("robot --for day.close --as zazu"),
        create("robot --for task.read --as ara"),
        create("robot --for task.read,day.close --as kesha"),
        create("robot --for day.close --expires tomorrow"),
        create("robot --for day.close --key morning"),
        create("robot --for day.close --dry-run"),
        create("robot --for day.close --fields secret"),
        world.run("token revoke robot"),
    ]), @"
    $ popug token create robot --for day.close,day.open
    [stderr]
    error: invalid value 'day.close,day.open' for '--for <PERMISSION,…>': 'day.open' is no permission; there are task.read, task.create, task.close, task.edit, task.edit-any, task.reassign, self, account.own, account.read, account.mend, day.close, analytics.read, user.manage, token.manage, setting.write, event.manage
    hint: --help tells more
    [exit 2]
    $ popug token create robot --for token.manage
    [stderr]
    error: a token cannot be made for token.manage
    hint: tokens are made by admins who are logged in
    [exit 2]
    $ popug token create cron --for day.close
    [stderr]
    error: there is a token 'cron' already
    hint: choose another name, or end it: `popug token revoke NAME`
    [exit 5]
    $ popug token create Token --for day.close
    [stderr]
    error: 'token' is a reserved word and cannot be a user name
    [exit 2]
    $ popug token create robot --for day.close --as zazu
    [stderr]
    error: there is no popug 'zazu'
    hint: `popug user list` shows everybody
    [exit 3]
    $ popug token create robot --for task.read --as ara
    [stderr]
    error: ara is not active
    hint: make it active first: `popug user set NAME --active true`
    [exit 5]
    $ popug token create robot --for task.read,day.close --as kesha
    [stderr]
    error: kesha may not do this as worker: day.close
    hint: `popug user set NAME --role ROLE` changes a role
    [exit 5]
    $ popug token create robot --for day.close --expires tomorrow
    [stderr]
    error: invalid value 'tomorrow' for '--expires <365d|never>': days from 1d to 3650d, or never
    hint: --help tells more
    [exit 2]
    $ popug token create robot --for day.close --key morning
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    $ popug token create robot --for day.close --dry-run
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    $ popug token create robot --for day.close --fields secret
    [stderr]
    error: there is no field 'secret' in this answer
    hint: the fields are name, token, expires_at
    [exit 2]
    $ popug token revoke robot
    [stderr]
    error: there is no token 'robot'
    hint: `popug token list` shows all
    [exit 3]
    ");
    let listed = world.json("token list");
    assert_eq!(listed.as_array().expect("an array").len(), 1);
}

#[test]
fn a_token_that_is_refused_is_told_as_a_token() {
    let (mut world, cron) = with_token("cron --for day.close,task.read --expires 1d");
    let robot = token(&world, "robot --for task.read");
    assert_eq!(world.json("status")["tokens_expiring"], 1);
    world.run("token revoke robot").must();
    let wrong = format!("popug_{}", "0".repeat(64));
    world.at("2026-11-03T09:00:00Z");
    insta::assert_snapshot!(Story(vec![
        with(&world, &robot, "task list"),
        with(&world, &cron, "task list --json"),
        with(&world, &wrong, "task list"),
    ]), @r#"
    $ popug task list
    [stderr]
    error: the token robot was revoked
    hint: an admin makes another: `popug token create NAME --for PERMISSION`
    [exit 4]
    $ popug task list --json
    [stderr]
    error: the token cron ended at 2026-11-03T09:00:00Z
    hint: an admin makes another: `popug token create NAME --for PERMISSION`
    {"error":{"kind":"unauthenticated","message":"the token cron ended at 2026-11-03T09:00:00Z","hint":"an admin makes another: `popug token create NAME --for PERMISSION`"}}
    [exit 4]
    $ popug task list
    [stderr]
    error: the token is not known here: it is wrong, or its session has ended
    hint: look at POPUG_TOKEN; an admin makes a token: `popug token create NAME --for PERMISSION`
    [exit 4]
    "#);
    assert_eq!(world.json("token list")[0]["name"], "cron");
    assert_eq!(world.json("status")["tokens_expiring"], 1);
    insta::assert_snapshot!(world.run("token list"), @"
    $ popug token list
    NAME  FOR                  AS  MADE BY  LAST USED  ENDS   LOST
    cron  task.read,day.close  –   polly    –          ended  –
    ");
    let renewed = token(&world, "cron --for task.read");
    with(&world, &renewed, "task list").must();
    with(&world, &cron, "task list").must_fail(4);
    world.run("doctor").must();
}

#[test]
fn the_flag_beats_a_token_and_side_by_side_they_are_refused() {
    let (world, cron) = with_token("cron --for day.close");
    let who = |variables: &[(&str, &str)], line: &str| world.with(variables, line);
    let token = ("POPUG_TOKEN", cron.as_str());
    let ran = who(&[token, ("POPUG_AS", "")], "whoami --json --as kesha").must();
    assert_eq!(ran.json()["user"], "kesha");
    insta::assert_snapshot!(who(&[token, ("POPUG_AS", "kesha")], "whoami"), @"
    $ popug whoami
    [stderr]
    error: POPUG_AS and POPUG_TOKEN are both given, and only one can be meant
    hint: leave one of them out
    [exit 2]
    ");
    let config = world.home().join("config/popug");
    std::fs::create_dir_all(&config).expect("a directory");
    let config = config.join("config.toml");
    std::fs::write(&config, format!("token = '{cron}'\n")).expect("a file");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(&config, mode).expect("its owner's");
    // The environment of this world names polly, above the file.
    assert_eq!(world.json("whoami")["user"], "polly");
    let ran = who(&[("POPUG_AS", "")], "whoami --json").must();
    assert_eq!(ran.json()["token"], "cron");
    // Whom the new token acts for is no session that makes it.
    world
        .run("token create robot --for task.read --as kesha")
        .must();
    assert_eq!(world.json("token list")[1]["as"], "kesha");
    std::fs::write(&config, "as = 'kesha'\ntoken_file = 'x'\n").expect("a file");
    let refused = who(&[("POPUG_AS", "")], "whoami").must_fail(2);
    assert!(
        refused.stderr.contains("only one can be meant"),
        "{refused}"
    );
}

//! Tokens: programs that act for the company or for a popug, and how they end.

use crate::support::{BEAK, Ran, Story, World};

/// A company whose admin makes a token; the token.
fn with_token(create: &str) -> (World, String) {
    let mut world = World::company();
    world.act_as("polly");
    let token = token(&world, create);
    (world, token)
}

fn token(world: &World, create: &str) -> String {
    let made = world.json(&format!("token create {create}"));
    made["token"].as_str().expect("a token").to_owned()
}

/// Runs a command line with a token.
fn with(world: &World, token: &str, line: &str) -> Ran {
    world.with(&[("POPUG_TOKEN", token), ("POPUG_AS", "")], line)
}

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
    error: token.create makes or carries a secret and takes no key
    hint: leave --key out
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
fn a_token_outlives_a_change_of_beak_and_of_admins() {
    let (world, robot) = with_token("robot --for account.own --as kesha");
    let beaks = format!("{BEAK}\nblunt and straight\n");
    world
        .with_input("beak --beak-stdin --as kesha", &beaks)
        .must();
    world.run("user enroll kesha").must();
    with(&world, &robot, "account show").must();
    world.hire("percy", "admin");
    world.run_as("percy", "user set polly --role worker").must();
    with(&world, &robot, "account show").must();
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

#[test]
fn a_token_is_no_secret_of_the_store_nor_of_its_logs() {
    let (world, secret) = with_token("robot --for task.create,task.read --as kesha");
    let loud = [
        ("POPUG_TOKEN", secret.as_str()),
        ("POPUG_AS", ""),
        ("POPUG_LOG", "trace"),
    ];
    let ran = world
        .with(&loud, "add 'Oil the perch' --key morning --json")
        .must();
    assert!(!format!("{}{}", ran.stdout, ran.stderr).contains(&secret));
    let wrong = format!("popug_{}", "ab".repeat(32));
    let refused = with(&world, &wrong, "task list --json").must_fail(4);
    assert!(!refused.stderr.contains(&wrong));
    let listed = world.run("token list --json").must().stdout;
    let events = world.run("event list --json").must().stdout;
    for text in [listed, events] {
        assert!(!text.contains(&secret), "{text}");
    }
    assert!(!world.keeps(&secret), "the store holds a token");
}

#[test]
fn the_use_of_a_token_is_noted_once_an_hour() {
    let (mut world, robot) = with_token("robot --for task.read");
    let used = |world: &World| world.json("token list")[0]["last_used_at"].clone();
    assert!(used(&world).is_null());
    for (at, noted) in [
        ("2026-11-02T09:10:00Z", "2026-11-02T09:10:00Z"),
        ("2026-11-02T10:09:59Z", "2026-11-02T09:10:00Z"),
        ("2026-11-02T10:10:00Z", "2026-11-02T10:10:00Z"),
    ] {
        world.at(at);
        with(&world, &robot, "task list").must();
        assert_eq!(used(&world), noted);
    }
}

/// Somebody else writes all the while: reading neither waits for that nor fails of it.
#[test]
fn a_token_reads_while_others_write() {
    let (world, robot) = with_token("robot --for task.read");
    let mut raw = world.raw();
    raw.run(raw.begin()).expect("the store is taken");
    let begun = std::time::Instant::now();
    let read = with(&world, &robot, "task list --wait 60").must();
    assert_eq!(read.stderr, "");
    assert!(begun.elapsed().as_secs() < 30, "it waited");
    raw.run("ROLLBACK").expect("the store is given back");
    assert!(world.json("token list")[0]["last_used_at"].is_null());
}

#[test]
fn a_token_that_is_revoked_while_it_is_used_does_nothing_afterwards() {
    let (world, robot) = with_token("robot --for task.create --as kesha");
    let mut lines = vec!["add 'Oil the perch'".to_owned(); 8];
    lines.insert(4, "token revoke robot".to_owned());
    let ran = std::thread::scope(|scope| {
        let tries: Vec<_> = lines
            .iter()
            .map(|line| {
                let (world, robot) = (&world, &robot);
                scope.spawn(move || match line.as_str() {
                    "token revoke robot" => world.run(line),
                    line => with(world, robot, line),
                })
            })
            .collect();
        let ended = tries.into_iter().map(|it| it.join().expect("it ended"));
        ended.collect::<Vec<_>>()
    });
    let added = ran
        .iter()
        .filter(|it| it.stdout.starts_with("task "))
        .count();
    for ran in ran.iter().filter(|it| it.code != 0) {
        assert_eq!(ran.code, 4, "{ran}");
        assert!(
            ran.stderr
                .starts_with("error: the token robot was revoked\n"),
            "{ran}"
        );
    }
    let tasks = world.json("task list --all");
    assert_eq!(tasks.as_array().expect("an array").len(), added);
    with(&world, &robot, "add 'Oil the perch'").must_fail(4);
}

#[test]
fn doctor_finds_a_token_that_acted_and_is_not_kept() {
    let (mut world, cron) = with_token("cron --for day.close");
    world.at("2026-11-03T09:00:00Z");
    with(&world, &cron, "day close").must();
    let found = |world: &World| {
        let ran = world.run("doctor --json");
        let found = ran.json().as_array().expect("findings").clone();
        let found = found.into_iter().find(|it| it["check"] == "tokens");
        (
            ran.code,
            found.expect("tokens")["detail"]
                .as_str()
                .expect("a text")
                .to_owned(),
        )
    };
    assert_eq!(
        found(&world),
        (0, "1 token; each that acted is kept".to_owned())
    );
    world.hire("percy", "admin");
    world
        .run_as("percy", "user set polly --active false")
        .must();
    let left = "the token cron, made by polly, may no longer day.close";
    assert_eq!(found(&world), (0, left.to_owned()));
    world.raw().run("DELETE FROM auth_token").expect("gone");
    let (code, detail) = found(&world);
    assert_eq!(code, 7);
    assert!(
        detail.ends_with("tells of the token cron, which is not kept"),
        "{detail}"
    );
}

/// A company with a second admin, perry, who makes a token that reassigns, closes days and hires.
fn by_perry() -> (World, String) {
    let mut world = World::company();
    world.hire("perry", "admin");
    world.act_as("perry");
    let made_for = "task.reassign,day.close,user.manage,task.read";
    let made = token(&world, &format!("night --for {made_for} --expires never"));
    world.act_as("polly");
    (world, made)
}

#[test]
fn a_token_outranks_and_outlives_its_maker_in_nothing() {
    let (mut world, night) = by_perry();
    with(&world, &night, "task reassign --yes").must();
    world.at("2026-11-03T09:00:00Z");
    with(&world, &night, "day close").must();
    insta::assert_snapshot!(Story(vec![
        world.run("user set perry --role manager --json"),
        with(&world, &night, "day close"),
        with(&world, &night, "whoami --fields permissions --json"),
        world.run("token list --fields name,lost"),
        world.run("status --check --fields tokens_weakened"),
        world.run("user set perry --active false"),
        with(&world, &night, "task list"),
        world.run("token list --fields name,lost"),
    ]), @r#"
    $ popug user set perry --role manager --json
    {
      "name": "perry",
      "role": "manager",
      "email": "perry@popug.example",
      "full_name": null,
      "active": true,
      "tokens_ended": 0,
      "tokens_weakened": 1
    }
    [stderr]
    warning: 1 token may less than before: `popug token list`
    $ popug day close
    [stderr]
    error: token:night was made by perry, who is a manager, and may not do this: it needs day.close
    hint: admins and accountants may
    [exit 4]
    $ popug whoami --fields permissions --json
    {
      "permissions": [
        "task.read",
        "task.reassign"
      ]
    }
    $ popug token list --fields name,lost
    NAME   LOST
    night  day.close,user.manage
    $ popug status --check --fields tokens_weakened
    Weak tokens  1
    [stderr]
    warning: 1 token in use may less than made for: `popug token list`
    [exit 7]
    $ popug user set perry --active false
    perry is manager, not active
    [stderr]
    warning: 1 token may nothing any more: `popug token list`
    $ popug task list
    [stderr]
    error: the token night was made by perry, who is not active
    hint: an admin who stays makes it anew
    [exit 4]
    $ popug token list --fields name,lost
    NAME   LOST
    night  task.read,task.reassign,day.close,user.manage
    "#);
    let doctor = world.json("doctor");
    let rows = doctor.as_array().expect("an array");
    let row = rows.iter().find(|it| it["check"] == "tokens");
    let row = row.expect("a row of tokens");
    let lost = "task.read, task.reassign, day.close, user.manage";
    assert_eq!(row["level"], "warn");
    assert_eq!(
        row["detail"],
        format!("the token night, made by perry, may no longer {lost}")
    );
    world
        .run("user set perry --active true --role admin")
        .must();
    with(&world, &night, "day close").must();
    world.run("status --check").must();
    assert_eq!(world.json("token list")[0]["lost"], serde_json::json!([]));
}

#[test]
fn a_token_for_a_popug_keeps_within_its_maker_as_well() {
    let (mut world, _) = by_perry();
    world.act_as("perry");
    let books = token(&world, "books --for account.read,day.close --as penny");
    with(&world, &books, "account list").must();
    world.act_as("polly");
    world.run("user set perry --role worker").must();
    insta::assert_snapshot!(with(&world, &books, "account list"), @"
    $ popug account list
    [stderr]
    error: token:books was made by perry, who is a worker, and may not do this: it needs account.read
    hint: admins and accountants may
    [exit 4]
    ");
    world.run("user set perry --role admin").must();
    world.run("user set penny --role worker").must();
    with(&world, &books, "account list").must_fail(4);
    world.run("user set penny --role accountant").must();
    with(&world, &books, "account list").must();
}

#[test]
fn nobody_rises_by_a_token() {
    let (world, night) = by_perry();
    let hiring = token(
        &world,
        "hiring --for user.manage,task.read,task.create,task.close,task.edit,self,account.own",
    );
    let roster = "name,role,email\nzazu,worker,zazu@popug.example\nrio,admin,rio@popug.example\n";
    std::fs::write(world.home().join("popugs.csv"), roster).expect("a file");
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        with(&world, &hiring, "user add rio --role admin --email rio@popug.example"),
        with(&world, &hiring, "user import popugs.csv"),
        with(&world, &hiring, "user set kesha --role accountant"),
        with(&world, &hiring, "user set polly --active false"),
        with(&world, &hiring, "user set gruff --email me@popug.example"),
        with(&world, &hiring, "user enroll polly"),
        with(&world, &hiring, "token revoke night"),
        with(&world, &night, "user enroll kesha"),
    ]), @"
    $ popug user add rio --role admin --email rio@popug.example
    [stderr]
    error: token:hiring makes and changes no admin: it may not task.edit-any itself
    hint: an admin who is logged in may
    [exit 4]
    $ popug user import popugs.csv
    [stderr]
    error: line 3: token:hiring makes and changes no admin: it may not task.edit-any itself
    [exit 4]
    $ popug user set kesha --role accountant
    [stderr]
    error: token:hiring makes and changes no accountant: it may not account.read itself
    hint: an admin who is logged in may
    [exit 4]
    $ popug user set polly --active false
    [stderr]
    error: token:hiring makes and changes no admin: it may not task.edit-any itself
    hint: an admin who is logged in may
    [exit 4]
    $ popug user set gruff --email me@popug.example
    [stderr]
    error: token:hiring makes and changes no manager: it may not task.edit-any itself
    hint: an admin who is logged in may
    [exit 4]
    $ popug user enroll polly
    [stderr]
    error: token:hiring makes and changes no admin: it may not task.edit-any itself
    hint: an admin who is logged in may
    [exit 4]
    $ popug token revoke night
    [stderr]
    error: token:hiring may not do this: it needs token.manage
    hint: admins may
    [exit 4]
    $ popug user enroll kesha
    [stderr]
    error: token:night makes and changes no worker: it may not task.create itself
    hint: an admin who is logged in may
    [exit 4]
    ");
    assert_eq!(world.head(), before);
    with(
        &world,
        &hiring,
        "user add rio --role worker --email rio@popug.example",
    )
    .must();
    with(&world, &hiring, "user set kesha --full-name Kesha").must();
    with(&world, &hiring, "user enroll kesha").must();
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

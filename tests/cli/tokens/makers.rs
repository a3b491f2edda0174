//! A token and its maker: it may no more than who made it may at the moment.

use super::{token, with};
use crate::support::{Story, World};

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

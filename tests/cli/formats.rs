//! How answers are written: four forms, chosen fields, colours, and readers that go away.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use crate::support::{Story, World, words};

/// Kesha has a task of each kind: open, closed, with a ticket and without.
fn company() -> World {
    let mut world = World::one_worker();
    world
        .run("add '[POPUG-1] Oil the perch, \"gently\"'")
        .must();
    world
        .run("add '=SUM(A1)' --description 'It takes\ntwo lines.'")
        .must();
    world.run("add 'Feed the cat'").must();
    world.run("done 1").must();
    world.act_as("kesha");
    world
}

#[test]
fn a_list_has_four_forms() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("account log --limit 2 --format table"),
        world.run("account log --limit 1 --format json"),
        world.run("account log --limit 2 --format jsonl"),
        world.run("account log --limit 2 --format csv"),
    ]), @r#"
    $ popug account log --limit 2 --format table
    ID  AT                DAY         KIND     AMOUNT  BALANCE  TASK  FOR
     3  2026-11-02 09:00  2026-11-02  fee     -$16.00  -$37.00     3  Feed the cat
     4  2026-11-02 09:00  2026-11-02  reward  +$29.00   -$8.00     1  [POPUG-1] Oil the perch, "gently"
    $ popug account log --limit 1 --format json
    [
      {
        "id": 4,
        "at": "2026-11-02T09:00:00Z",
        "day": "2026-11-02",
        "kind": "reward",
        "amount_cents": 2900,
        "balance_cents": -800,
        "task": {
          "id": 1,
          "ticket": "POPUG-1",
          "title": "Oil the perch, \"gently\"",
          "description": null
        },
        "memo": null,
        "actor": "kesha",
        "mends": null
      }
    ]
    $ popug account log --limit 2 --format jsonl
    {"id":3,"at":"2026-11-02T09:00:00Z","day":"2026-11-02","kind":"fee","amount_cents":-1600,"balance_cents":-3700,"task":{"id":3,"ticket":null,"title":"Feed the cat","description":null},"memo":null,"actor":"kesha","mends":null}
    {"id":4,"at":"2026-11-02T09:00:00Z","day":"2026-11-02","kind":"reward","amount_cents":2900,"balance_cents":-800,"task":{"id":1,"ticket":"POPUG-1","title":"Oil the perch, \"gently\"","description":null},"memo":null,"actor":"kesha","mends":null}
    $ popug account log --limit 2 --format csv
    id,at,day,kind,amount_cents,balance_cents,task_id,memo,actor,mends
    3,2026-11-02T09:00:00Z,2026-11-02,fee,-1600,-3700,3,,kesha,
    4,2026-11-02T09:00:00Z,2026-11-02,reward,2900,-800,1,,kesha,
    "#);
}

#[test]
fn nothing_has_four_forms_and_is_no_error() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("task list --search nothing --format table"),
        world.run("task list --search nothing --format json"),
        world.run("task list --search nothing --format jsonl"),
        world.run("task list --search nothing --format csv"),
        world.run("account log --date 2026-11-01 --json"),
    ]), @"
    $ popug task list --search nothing --format table
    ID  TICKET  TITLE  ASSIGNEE  FEE  REWARD  AGE
    $ popug task list --search nothing --format json
    []
    $ popug task list --search nothing --format jsonl
    $ popug task list --search nothing --format csv
    id,title,ticket,description,status,author,assignee,created_at,assigned_at,closed_at,fee_cents,reward_cents
    $ popug account log --date 2026-11-01 --json
    []
    ");
}

#[test]
fn one_thing_has_four_forms() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("account show --format table"),
        world.run("account show --format json"),
        world.run("account show --format jsonl"),
        world.run("account show --format csv"),
    ]), @r#"
    $ popug account show --format table
    Account  kesha
    Balance  -$8.00
    Earned   -$8.00
    On       2026-11-02
    $ popug account show --format json
    {
      "user": "kesha",
      "balance_cents": -800,
      "today_cents": -800,
      "day": "2026-11-02"
    }
    $ popug account show --format jsonl
    {"user":"kesha","balance_cents":-800,"today_cents":-800,"day":"2026-11-02"}
    $ popug account show --format csv
    user,balance_cents,today_cents,day
    kesha,-800,-800,2026-11-02
    "#);
}

#[test]
fn a_spreadsheet_cannot_take_a_title_for_a_formula() {
    let world = company();
    insta::assert_snapshot!(world.run("task list --format csv --fields id,title,description"), @r#"
    $ popug task list --format csv --fields id,title,description
    id,title,description
    3,Feed the cat,
    2,'=SUM(A1),"It takes
    two lines."
    "#);
}

#[test]
fn fields_are_picked_and_ordered_in_every_form() {
    let world = company();
    let fields = "--fields assignee,id,closed_at";
    insta::assert_snapshot!(Story(vec![
        world.run(&format!("task list {fields}")),
        world.run(&format!("task list {fields} --json")),
        world.run(&format!("task list {fields} --format jsonl")),
        world.run(&format!("task list {fields} --format csv")),
        world.run(&format!("task show 1 {fields}")),
        world.run(&format!("task show 1 {fields} --json")),
        world.run("whoami --fields role,user"),
        world.run("add 'Mend the swing' --fields assignee,id"),
        world.run("done 2 --json --fields id,balance_cents"),
        world.run("account log --limit 1 --format csv --fields task_id,amount_cents"),
    ]), @r#"
    $ popug task list --fields assignee,id,closed_at
    ASSIGNEE  ID  CLOSED AT
    kesha      3  –
    kesha      2  –
    $ popug task list --fields assignee,id,closed_at --json
    [
      {
        "assignee": "kesha",
        "id": 3,
        "closed_at": null
      },
      {
        "assignee": "kesha",
        "id": 2,
        "closed_at": null
      }
    ]
    $ popug task list --fields assignee,id,closed_at --format jsonl
    {"assignee":"kesha","id":3,"closed_at":null}
    {"assignee":"kesha","id":2,"closed_at":null}
    $ popug task list --fields assignee,id,closed_at --format csv
    assignee,id,closed_at
    kesha,3,
    kesha,2,
    $ popug task show 1 --fields assignee,id,closed_at
    Assignee  kesha
    Task      1
    Closed    2026-11-02 09:00
    $ popug task show 1 --fields assignee,id,closed_at --json
    {
      "assignee": "kesha",
      "id": 1,
      "closed_at": "2026-11-02T09:00:00Z"
    }
    $ popug whoami --fields role,user
    Role  worker
    User  kesha
    $ popug add 'Mend the swing' --fields assignee,id
    Assignee  kesha
    Id        4
    $ popug done 2 --json --fields id,balance_cents
    [
      {
        "id": 2,
        "balance_cents": -200
      }
    ]
    $ popug account log --limit 1 --format csv --fields task_id,amount_cents
    task_id,amount_cents
    2,2100
    "#);
}

#[test]
fn an_unknown_field_lists_the_known_ones_and_nothing_is_done() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("task list --fields id,prize"),
        world.run("task list --fields id,prize --json"),
        world.run("task list --search nothing --fields prize --format csv"),
        world.run("task list --fields ''"),
        world.run("whoami --fields name"),
    ]), @r#"
    $ popug task list --fields id,prize
    [stderr]
    error: there is no field 'prize' in this answer
    hint: the fields are id, title, ticket, description, status, author, assignee, created_at, assigned_at, closed_at, fee_cents, reward_cents
    [exit 2]
    $ popug task list --fields id,prize --json
    [stderr]
    error: there is no field 'prize' in this answer
    hint: the fields are id, title, ticket, description, status, author, assignee, created_at, assigned_at, closed_at, fee_cents, reward_cents
    {"error":{"kind":"usage","message":"there is no field 'prize' in this answer","hint":"the fields are id, title, ticket, description, status, author, assignee, created_at, assigned_at, closed_at, fee_cents, reward_cents"}}
    [exit 2]
    $ popug task list --search nothing --fields prize --format csv
    [stderr]
    error: there is no field 'prize' in this answer
    hint: the fields are id, title, ticket, description, status, author, assignee, created_at, assigned_at, closed_at, fee_cents, reward_cents
    [exit 2]
    $ popug task list --fields ''
    [stderr]
    error: there is no field '' in this answer
    hint: the fields are id, title, ticket, description, status, author, assignee, created_at, assigned_at, closed_at, fee_cents, reward_cents
    [exit 2]
    $ popug whoami --fields name
    [stderr]
    error: there is no field 'name' in this answer
    hint: the fields are user, role, via, token, store, moved_to, sandbox, permissions, currency, timezone, expires_at
    [exit 2]
    "#);
}

#[test]
fn an_unknown_field_of_a_write_is_told_before_it_is_done() {
    let world = company();
    let before = world.head();
    world
        .run("add 'Mend the swing' --fields prize")
        .must_fail(2);
    world
        .run("add 'Mend the swing' --fields prize --json")
        .must_fail(2);
    world.run("done 2 --fields prize").must_fail(2);
    assert_eq!(world.head(), before);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let world = company();
    let mut adding = world.command(&words("event list --as polly --format jsonl"));
    adding.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = adding.spawn().expect("popug starts");
    let mut first = String::new();
    let stdout = child.stdout.take().expect("a pipe");
    BufReader::with_capacity(16, stdout)
        .read_line(&mut first)
        .expect("a line");
    let mut stderr = String::new();
    let pipe = child.stderr.as_mut().expect("a pipe");
    pipe.read_to_string(&mut stderr).expect("text");
    let ended = child.wait().expect("an end");
    assert!(first.starts_with('{'), "{first}");
    assert_eq!((ended.code(), stderr.as_str()), (Some(0), ""));

    let closed = "popug event list --as polly >&-";
    let ran = world.shell(closed);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran}");
}

#[test]
fn colours_are_asked_for_or_left_out() {
    let world = company();
    let painted = |variables: &[(&str, &str)], line: &str| {
        world.with(variables, line).must().stdout.contains('\u{1b}')
    };
    assert!(!painted(&[], "task list"));
    assert!(painted(&[], "task list --color always"));
    assert!(painted(&[("CLICOLOR_FORCE", "1")], "task list"));
    assert!(!painted(
        &[("CLICOLOR_FORCE", "1")],
        "task list --color never"
    ));
    assert!(!painted(
        &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")],
        "task list"
    ));
    assert!(painted(&[("NO_COLOR", "1")], "task list --color always"));
    assert!(!painted(&[("CLICOLOR_FORCE", "1")], "task list --json"));
    let refused = world.with(&[("CLICOLOR_FORCE", "1")], "done 99");
    assert!(refused.stderr.contains('\u{1b}'), "{refused}");
}

#[test]
fn quiet_keeps_hints_and_notes_to_itself_but_not_errors() {
    let world = company();
    world.hire("gruff", "manager");
    insta::assert_snapshot!(Story(vec![
        world.run("mine --as gruff"),
        world.run("mine --as gruff --quiet"),
        world.run("done 99 --quiet"),
    ]), @"
    $ popug mine --as gruff
    ID  TICKET  TITLE  REWARD  AGE
    [stderr]
    no open task is yours
    $ popug mine --as gruff --quiet
    ID  TICKET  TITLE  REWARD  AGE
    $ popug done 99 --quiet
    [stderr]
    error: there is no task 99
    [exit 3]
    ");
}

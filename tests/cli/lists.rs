//! Lists of tasks: narrowed, sorted, limited; one's own; and what scripts get of a task.

use std::sync::OnceLock;

use serde_json::Value;

use crate::support::World;

/// Kesha alone draws tasks. Of six, made on two days, two are closed, each on a day of its own.
fn six_tasks() -> World {
    static READY: OnceLock<World> = OnceLock::new();
    READY.get_or_init(lived).copy()
}

fn lived() -> World {
    let mut world = World::one_worker();
    world.hire("gruff", "manager");
    for (at, line) in [
        (
            "2026-11-02T09:00:00Z",
            "add '[POPUG-1] Oil the perch' --as gruff",
        ),
        ("2026-11-02T09:30:00Z", "add 'Sweep the cage' --as kesha"),
        (
            "2026-11-02T10:00:00Z",
            "add '[NEST-7] ÜBERSEE lüften' --as gruff",
        ),
        ("2026-11-02T11:00:00Z", "done 2 --as kesha"),
        (
            "2026-11-03T08:00:00Z",
            "add 'Feed the cat 100%' --description 'not the perch' --as kesha",
        ),
        ("2026-11-03T08:30:00Z", "add 'a small thing' --as gruff"),
        ("2026-11-03T09:00:00Z", "done 1 --as kesha"),
        (
            "2026-11-03T09:00:00Z",
            "add '[POPUG-1] Oil it again' --as kesha",
        ),
    ] {
        world.at(at);
        world.run(line).must();
    }
    world.at("2026-11-03T12:00:00Z");
    world.act_as("kesha");
    world
}

/// The ids that a list has, in its order.
fn ids(world: &World, args: &str) -> Vec<i64> {
    let tasks = world.json(&format!("task list {args}"));
    let tasks = tasks.as_array().expect("an array").iter();
    tasks
        .map(|task| task["id"].as_i64().expect("an id"))
        .collect()
}

#[test]
fn open_tasks_are_listed_newest_first() {
    let world = six_tasks();
    insta::assert_snapshot!(world.run("task list"), @"
    $ popug task list
    ID  TICKET   TITLE              ASSIGNEE     FEE  REWARD  AGE
     6  POPUG-1  Oil it again       kesha     $18.00  $37.00  3 h
     5           a small thing      kesha     $18.00  $31.00  3 h
     4           Feed the cat 100%  kesha     $16.00  $24.00  4 h
     3  NEST-7   ÜBERSEE lüften     kesha     $15.00  $37.00  1 d
    ");
}

#[test]
fn closed_tasks_show_when() {
    let world = six_tasks();
    insta::assert_snapshot!(world.run("task list --closed"), @"
    $ popug task list --closed
    ID  STATUS  TICKET   TITLE           ASSIGNEE     FEE  REWARD  CLOSED
     2  closed           Sweep the cage  kesha     $10.00  $40.00     1 d
     1  closed  POPUG-1  Oil the perch   kesha     $14.00  $27.00     3 h
    ");
    insta::assert_snapshot!(world.run("task list --all"), @"
    $ popug task list --all
    ID  STATUS  TICKET   TITLE              ASSIGNEE     FEE  REWARD  CLOSED
     6  open    POPUG-1  Oil it again       kesha     $18.00  $37.00       –
     5  open             a small thing      kesha     $18.00  $31.00       –
     4  open             Feed the cat 100%  kesha     $16.00  $24.00       –
     3  open    NEST-7   ÜBERSEE lüften     kesha     $15.00  $37.00       –
     2  closed           Sweep the cage     kesha     $10.00  $40.00     1 d
     1  closed  POPUG-1  Oil the perch      kesha     $14.00  $27.00     3 h
    ");
}

#[test]
fn every_filter_narrows() {
    let world = six_tasks();
    for (args, expected) in [
        ("--open", vec![6, 5, 4, 3]),
        ("--all", vec![6, 5, 4, 3, 2, 1]),
        ("--assignee kesha", vec![6, 5, 4, 3]),
        ("--assignee me --closed", vec![2, 1]),
        ("--author gruff --all", vec![5, 3, 1]),
        ("--author me", vec![6, 4]),
        ("--assignee gruff", vec![]),
        ("--ticket POPUG-1", vec![6]),
        ("--ticket POPUG-1 --all", vec![6, 1]),
        ("--search perch --all", vec![4, 1]),
        ("--search PERCH --all", vec![4, 1]),
        ("--search übersee", vec![3]),
        ("--search nest-7", vec![3]),
        ("--search 100%", vec![4]),
        ("--search %", vec![4]),
        ("--search _", vec![]),
        ("--from 2026-11-03", vec![6, 5, 4]),
        ("--from yesterday --to yesterday --all", vec![3, 2, 1]),
        ("--to -1d --all", vec![3, 2, 1]),
        ("--closed --from today", vec![1]),
        ("--closed --from 2026-11-02 --to 2026-11-02", vec![2]),
        ("--period 2026-11 --all", vec![6, 5, 4, 3, 2, 1]),
        ("--period last-month", vec![]),
        ("--period 2026-W45 --author gruff", vec![5, 3]),
    ] {
        assert_eq!(ids(&world, args), expected, "{args}");
    }
}

#[test]
fn every_key_sorts_and_is_reversed() {
    let world = six_tasks();
    let tasks = world.json("task list --all");
    let tasks = tasks.as_array().expect("an array");
    let by = |key: &str, of: &dyn Fn(&Value) -> Value| {
        let sorted = ids(&world, &format!("--all --sort {key}"));
        let values: Vec<Value> = sorted
            .iter()
            .map(|id| of(tasks.iter().find(|task| task["id"] == *id).expect("a task")))
            .collect();
        let mut reversed = ids(&world, &format!("--all --sort {key} --reverse"));
        reversed.reverse();
        assert_eq!(reversed, sorted, "{key}");
        values
    };
    let descending = |values: Vec<Value>| {
        values
            .windows(2)
            .all(|pair| pair[0].as_i64() >= pair[1].as_i64())
    };
    assert!(descending(by("id", &|task| task["id"].clone())));
    assert!(descending(by("fee", &|task| task["fee_cents"].clone())));
    assert!(descending(
        by("reward", &|task| task["reward_cents"].clone())
    ));
    assert_eq!(ids(&world, "--all --sort created"), [6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(&world, "--all --sort assigned"), [6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(&world, "--all --sort closed")[..2], [1, 2]);
    assert_eq!(ids(&world, "--all --sort title"), [5, 4, 6, 1, 2, 3]);
    assert_eq!(ids(&world, "--all --sort assignee"), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_limit_keeps_the_first_of_the_order() {
    let world = six_tasks();
    assert_eq!(ids(&world, "--limit 2"), [6, 5]);
    assert_eq!(ids(&world, "--limit 2 --reverse"), [3, 4]);
    assert_eq!(ids(&world, "--limit 0"), [6, 5, 4, 3]);
    assert_eq!(ids(&world, "--limit 99"), [6, 5, 4, 3]);
    insta::assert_snapshot!(world.run("task list --limit 1"), @"
    $ popug task list --limit 1
    ID  TICKET   TITLE         ASSIGNEE     FEE  REWARD  AGE
     6  POPUG-1  Oil it again  kesha     $18.00  $37.00  3 h
    ");
}

#[test]
fn a_table_of_many_tasks_ends_after_fifty_and_json_does_not() {
    let world = World::one_worker();
    let adds: Vec<String> = (1..=51).map(|n| format!("add 'Task {n}'")).collect();
    for ran in world.at_once(&adds) {
        ran.must();
    }
    let listed = world.run("task list").must();
    assert_eq!(listed.stdout.lines().count(), 1 + 50);
    insta::assert_snapshot!(listed.stderr, @"showing 50 rows, there are more; --limit 0 shows all");
    assert_eq!(world.json("task list").as_array().map(Vec::len), Some(51));
    let all = world.run("task list --limit 0").must();
    assert_eq!((all.stdout.lines().count(), all.stderr.as_str()), (52, ""));
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let world = six_tasks();
    for line in [
        "task list --open --closed",
        "task list --closed --all",
        "task list --sort price",
        "task list --limit some",
        "task list --limit -1",
        "task list --from 2026-13-01",
        "task list --from 2026-11-03 --to 2026-11-02",
        "task list --period 2026-W54",
        "task list --period this-week --from today",
        "task list --ticket perch",
    ] {
        world.run(line).must_fail(2);
    }
    world.run("task list --assignee zazu").must_fail(3);
    world.run("task list --author 'no name'").must_fail(3);
}

#[test]
fn ones_own_tasks_are_in_a_place_of_their_own() {
    let world = six_tasks();
    insta::assert_snapshot!(world.run("mine"), @"
    $ popug mine
    ID  TICKET   TITLE               REWARD  AGE
     6  POPUG-1  Oil it again        $37.00  3 h
     5           a small thing       $31.00  3 h
     4           Feed the cat 100%   $24.00  4 h
     3  NEST-7   ÜBERSEE lüften      $37.00  1 d
    ────────────────────────────────────────────
                 to be earned       $129.00
    ");
    insta::assert_snapshot!(world.run("mine --as gruff"), @"
    $ popug mine --as gruff
    ID  TICKET  TITLE  REWARD  AGE
    [stderr]
    no open task is yours
    ");
    assert_eq!(world.json("mine"), world.json("task list --assignee me"));
    assert_eq!(world.run("mine").stdout, world.run("task mine").stdout);
}

#[test]
fn a_task_shows_each_time_that_it_was_assigned() {
    let world = six_tasks();
    world.run_as("gruff", "task reassign --yes").must();
    insta::assert_snapshot!(world.run("task show 3"), @"
    $ popug task show 3
    Task      3
    Title     ÜBERSEE lüften
    Ticket    NEST-7
    Status    open
    Assignee  kesha
    Author    gruff
    Fee       $15.00
    Reward    $37.00
    Created   2026-11-02 10:00
    Assigned  2026-11-03 12:00
    Closed    –

    Assignments
    AT                ASSIGNEE     FEE  DRAW  BY
    2026-11-02 10:00  kesha     $15.00     3  gruff
    2026-11-03 12:00  kesha     $15.00     7  gruff
    ");
    insta::assert_snapshot!(world.run("task show 7"), @"
    $ popug task show 7
    [stderr]
    error: there is no task 7
    [exit 3]
    ");
}

#[test]
fn scripts_get_a_task_as_it_was_promised() {
    let world = six_tasks();
    insta::assert_snapshot!(world.run("task show 2 --json"), @r#"
    $ popug task show 2 --json
    {
      "id": 2,
      "title": "Sweep the cage",
      "ticket": null,
      "description": null,
      "status": "closed",
      "author": "kesha",
      "assignee": "kesha",
      "created_at": "2026-11-02T09:30:00Z",
      "assigned_at": "2026-11-02T09:30:00Z",
      "closed_at": "2026-11-02T11:00:00Z",
      "fee_cents": 1000,
      "reward_cents": 4000,
      "assignments": [
        {
          "at": "2026-11-02T09:30:00Z",
          "day": "2026-11-02",
          "assignee": "kesha",
          "fee_cents": 1000,
          "draw": 2,
          "by": "kesha"
        }
      ]
    }
    "#);
    insta::assert_snapshot!(world.run("task list --limit 1 --json"), @r#"
    $ popug task list --limit 1 --json
    [
      {
        "id": 6,
        "title": "Oil it again",
        "ticket": "POPUG-1",
        "description": null,
        "status": "open",
        "author": "kesha",
        "assignee": "kesha",
        "created_at": "2026-11-03T09:00:00Z",
        "assigned_at": "2026-11-03T09:00:00Z",
        "closed_at": null,
        "fee_cents": 1800,
        "reward_cents": 3700
      }
    ]
    "#);
    insta::assert_snapshot!(world.run("task list --limit 2 --format jsonl"), @r#"
    $ popug task list --limit 2 --format jsonl
    {"id":6,"title":"Oil it again","ticket":"POPUG-1","description":null,"status":"open","author":"kesha","assignee":"kesha","created_at":"2026-11-03T09:00:00Z","assigned_at":"2026-11-03T09:00:00Z","closed_at":null,"fee_cents":1800,"reward_cents":3700}
    {"id":5,"title":"a small thing","ticket":null,"description":null,"status":"open","author":"gruff","assignee":"kesha","created_at":"2026-11-03T08:30:00Z","assigned_at":"2026-11-03T08:30:00Z","closed_at":null,"fee_cents":1800,"reward_cents":3100}
    "#);
    insta::assert_snapshot!(world.run("task list --format csv"), @"
    $ popug task list --format csv
    id,title,ticket,description,status,author,assignee,created_at,assigned_at,closed_at,fee_cents,reward_cents
    6,Oil it again,POPUG-1,,open,kesha,kesha,2026-11-03T09:00:00Z,2026-11-03T09:00:00Z,,1800,3700
    5,a small thing,,,open,gruff,kesha,2026-11-03T08:30:00Z,2026-11-03T08:30:00Z,,1800,3100
    4,Feed the cat 100%,,not the perch,open,kesha,kesha,2026-11-03T08:00:00Z,2026-11-03T08:00:00Z,,1600,2400
    3,ÜBERSEE lüften,NEST-7,,open,gruff,kesha,2026-11-02T10:00:00Z,2026-11-02T10:00:00Z,,1500,3700
    ");
    insta::assert_snapshot!(world.run("done 3 --json"), @r#"
    $ popug done 3 --json
    [
      {
        "id": 3,
        "title": "ÜBERSEE lüften",
        "ticket": "NEST-7",
        "description": null,
        "status": "closed",
        "author": "gruff",
        "assignee": "kesha",
        "created_at": "2026-11-02T10:00:00Z",
        "assigned_at": "2026-11-02T10:00:00Z",
        "closed_at": "2026-11-03T12:00:00Z",
        "fee_cents": 1500,
        "reward_cents": 3700,
        "balance_cents": 1300
      }
    ]
    "#);
}

//! Draws: reassigning, and why a task fell to whom it fell.

use crate::support::{Story, World};

/// A company with three open tasks and one that is closed.
fn company() -> World {
    let mut world = World::company();
    world.act_as("gruff");
    for title in ["Oil the perch", "Sweep the cage", "Feed the cat"] {
        world.run(&format!("add '{title}'")).must();
    }
    let last = world.json("add '[POPUG-9] Mend the swing'");
    let assignee = last["assignee"].as_str().expect("a name");
    world.run_as(assignee, "done 4").must();
    world
}

#[test]
fn a_reassign_asks_and_without_a_terminal_it_needs_a_yes() {
    let world = company();
    let before = world.head();
    insta::assert_snapshot!(world.run("task reassign"), @"
    $ popug task reassign
    [stderr]
    error: nobody is there to be asked: reassign 3 tasks over 4 popugs: fees of $43.00, management +$43.00?
    hint: --yes says yes beforehand
    [exit 2]
    ");
    insta::assert_snapshot!(world.with_input("task reassign --json", "y\n"), @r#"
    $ popug task reassign --json
    [stderr]
    error: nobody is there to be asked: reassign 3 tasks over 4 popugs: fees of $43.00, management +$43.00?
    hint: --yes says yes beforehand
    {"error":{"kind":"usage","message":"nobody is there to be asked: reassign 3 tasks over 4 popugs: fees of $43.00, management +$43.00?","hint":"--yes says yes beforehand"}}
    [exit 2]
    "#);
    assert_eq!(world.head(), before);
}

#[test]
fn a_dry_run_says_what_would_be_and_keeps_nothing() {
    let world = company();
    let before = world.head();
    insta::assert_snapshot!(world.run("task reassign --dry-run"), @"
    $ popug task reassign --dry-run
    would reassign 3 tasks over 4 popugs: fees of $43.00, management +$43.00
    ");
    insta::assert_snapshot!(world.run("task reassign -n --json"), @r#"
    $ popug task reassign -n --json
    {
      "reassigned": 3,
      "pool": 4,
      "fees_cents": 4300,
      "draw": null,
      "dry_run": true
    }
    "#);
    assert_eq!(world.head(), before);
}

#[test]
fn a_reassign_draws_every_open_task_and_charges_its_fee() {
    let world = company();
    let fees: i64 = world
        .json("task list")
        .as_array()
        .expect("an array")
        .iter()
        .map(|task| task["fee_cents"].as_i64().expect("a price"))
        .sum();
    let earned = || world.json_as("penny", "account earnings --from today")[0].clone();
    let before = earned();
    insta::assert_snapshot!(world.run("task reassign --yes"), @"
    $ popug task reassign --yes
    reassigned 3 tasks over 4 popugs: fees of $43.00, management +$43.00 (draw 5)
    ");
    let after = earned();
    for key in ["fees_cents", "earned_cents"] {
        let (before, after) = (before[key].as_i64(), after[key].as_i64());
        assert_eq!(after, before.map(|before| before + fees), "{key}");
    }
    for id in 1..=4 {
        let shown = world.json(&format!("task show {id}"));
        let times = if id == 4 { 1 } else { 2 };
        assert_eq!(shown["assignments"].as_array().map(Vec::len), Some(times));
    }
    insta::assert_snapshot!(world.run("task reassign --yes --json"), @r#"
    $ popug task reassign --yes --json
    {
      "reassigned": 3,
      "pool": 4,
      "fees_cents": 4300,
      "draw": 6,
      "dry_run": false
    }
    "#);
}

#[test]
fn with_nothing_open_there_is_nothing_to_reassign() {
    let world = World::company();
    let before = world.head();
    insta::assert_snapshot!(world.run_as("gruff", "task reassign"), @"
    $ popug task reassign --as gruff
    no task is open; nothing to reassign
    ");
    insta::assert_snapshot!(world.run_as("gruff", "task reassign --json"), @r#"
    $ popug task reassign --json --as gruff
    {
      "reassigned": 0,
      "pool": 4,
      "fees_cents": 0,
      "draw": null,
      "dry_run": false
    }
    "#);
    assert_eq!(world.head(), before);
}

#[test]
fn tasks_of_whoever_left_are_told_and_drawn_again() {
    let world = World::one_worker();
    world.run_as("polly", "add 'Oil the perch'").must();
    world.run_as("polly", "add 'Sweep the cage'").must();
    insta::assert_snapshot!(world.run_as("polly", "user set kesha --active false"), @"
    $ popug user set kesha --active false --as polly
    kesha is worker, not active
    [stderr]
    2 open tasks stay with kesha until the next `popug task reassign`
    ");
    insta::assert_snapshot!(world.run_as("polly", "task reassign --yes"), @"
    $ popug task reassign --yes --as polly
    [stderr]
    error: the pool is empty: there is no active popug that is neither manager nor admin
    hint: an admin makes one: `popug user add NAME --role worker --email ADDRESS`
    [exit 5]
    ");
    world.hire("ara", "worker");
    insta::assert_snapshot!(world.run_as("polly", "task reassign --yes"), @"
    $ popug task reassign --yes --as polly
    reassigned 2 tasks over 1 popug: fees of $21.00, management +$21.00 (draw 3)
    ");
    assert_eq!(
        world.json_as("ara", "mine").as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn a_task_says_why_it_fell_to_whom_it_fell() {
    let world = company();
    insta::assert_snapshot!(world.run("task why 1"), @"
    $ popug task why 1
    Task         1
    Fell to      loro
    By draw      1
    At place     0
    Out of       4
    Pool         penny, kesha, ara, loro
    Drawn at     2026-11-02 09:00
    Drawn by     gruff
    Algorithm    popug-draw/1
    Seed         {hash}
    From         given by POPUG_SEED
    Drawn again  the same
    ");
    insta::assert_snapshot!(world.run("task why 1 --json"), @r#"
    $ popug task why 1 --json
    {
      "task": 1,
      "draw": 1,
      "drawn_at": "2026-11-02T09:00:00Z",
      "drawn_by": "gruff",
      "algorithm": "popug-draw/1",
      "seed": "{hash}",
      "seed_given": true,
      "pool": 4,
      "pool_members": [
        "penny",
        "kesha",
        "ara",
        "loro"
      ],
      "index": 0,
      "assignee": "loro",
      "verified": true
    }
    "#);
    world.run("task reassign --yes").must();
    let all = world.json("task why 1 --all");
    let draws = all.as_array().expect("an array").iter();
    let draws: Vec<i64> = draws
        .map(|draw| draw["draw"].as_i64().expect("a draw"))
        .collect();
    assert_eq!(draws, [1, 5]);
    assert_eq!(world.json("task why 1")["draw"], 5);
    world.run("task why 99").must_fail(3);
}

#[test]
fn draws_are_listed_shown_and_drawn_again() {
    let world = company();
    world.run("task reassign --yes").must();
    insta::assert_snapshot!(Story(vec![
        world.run("draw list"),
        world.run("draw list --limit 1"),
        world.run("draw show 5"),
        world.run("draw show 5 --json"),
        world.run("draw verify"),
        world.run("draw verify 5 --format csv"),
        world.run("draw show 6"),
        world.run("draw verify 6"),
    ]), @r#"
    $ popug draw list
    ID  AT                BY     REASON      TASKS  POOL  ALGORITHM     DRAWN AGAIN
     1  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  –
     2  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  –
     3  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  –
     4  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  –
     5  2026-11-02 09:00  gruff  reassigned      3     4  popug-draw/1  –
    $ popug draw list --limit 1
    ID  AT                BY     REASON      TASKS  POOL  ALGORITHM     DRAWN AGAIN
     5  2026-11-02 09:00  gruff  reassigned      3     4  popug-draw/1  –
    $ popug draw show 5
    Draw         5
    Drawn at     2026-11-02 09:00
    Drawn by     gruff
    Reason       reassigned
    Tasks        3
    Out of       4
    Algorithm    popug-draw/1
    Seed         {hash}
    Drawn again  the same
    $ popug draw show 5 --json
    {
      "id": 5,
      "at": "2026-11-02T09:00:00Z",
      "by": "gruff",
      "reason": "reassigned",
      "tasks": 3,
      "pool": 4,
      "algorithm": "popug-draw/1",
      "seed": "{hash}",
      "verified": true
    }
    $ popug draw verify
    ID  AT                BY     REASON      TASKS  POOL  ALGORITHM     DRAWN AGAIN
     1  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  the same
     2  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  the same
     3  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  the same
     4  2026-11-02 09:00  gruff  created         1     4  popug-draw/1  the same
     5  2026-11-02 09:00  gruff  reassigned      3     4  popug-draw/1  the same
    $ popug draw verify 5 --format csv
    id,at,by,reason,tasks,pool,algorithm,seed,verified
    5,2026-11-02T09:00:00Z,gruff,reassigned,3,4,popug-draw/1,{hash},true
    $ popug draw show 6
    [stderr]
    error: there is no draw 6
    hint: `popug draw list` shows all
    [exit 3]
    $ popug draw verify 6
    [stderr]
    error: there is no draw 6
    hint: `popug draw list` shows all
    [exit 3]
    "#);
}

#[test]
fn a_pool_is_the_one_of_its_draw() {
    let world = company();
    let pool = |id: i64| {
        let why = world.json(&format!("task why {id}"));
        let members = why["pool_members"].as_array().expect("members").iter();
        let names: Vec<&str> = members.filter_map(|name| name.as_str()).collect();
        names.join(" ")
    };
    assert_eq!(pool(1), "penny kesha ara loro");
    world.run_as("polly", "user set ara --active false").must();
    world.run("add 'Water the plants'").must();
    assert_eq!(pool(5), "penny kesha loro");
    world.hire("zazu", "worker");
    world.run("add 'Hang the mirror'").must();
    assert_eq!(pool(6), "penny kesha loro zazu");
    assert_eq!(pool(1), "penny kesha ara loro");
}

#[test]
fn a_draw_without_a_given_seed_has_the_systems_randomness() {
    let world = company();
    world
        .with(&[("POPUG_SEED", "")], "add 'Hang the mirror'")
        .must();
    let (given, drawn) = (world.json("task why 1"), world.json("task why 5"));
    assert_eq!(
        (&given["seed_given"], &drawn["seed_given"]),
        (&true.into(), &false.into())
    );
    assert_eq!(drawn["verified"], true);
    assert_ne!(given["seed"], drawn["seed"]);
}

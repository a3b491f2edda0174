//! Tasks: made, edited, closed; and everything that is no task.

use crate::support::{Story, World};

#[test]
fn a_task_falls_to_somebody_who_is_charged_its_fee() {
    let world = World::one_worker();
    insta::assert_snapshot!(world.run("add 'Oil the perch'"), @"
    $ popug add 'Oil the perch'
    task 1 falls to kesha: fee $11.00, reward $29.00
    ");
    insta::assert_snapshot!(world.run("account log"), @"
    $ popug account log
    ID  AT                DAY         KIND   AMOUNT  BALANCE  TASK  FOR
     1  2026-11-02 09:00  2026-11-02  fee   -$11.00  -$11.00     1  Oil the perch
    ");
}

#[test]
fn without_a_pool_there_is_no_task() {
    let world = World::new();
    let before = world.head();
    insta::assert_snapshot!(world.run("add 'Oil the perch'"), @"
    $ popug add 'Oil the perch'
    [stderr]
    error: the pool is empty: there is no active popug that is neither manager nor admin
    hint: an admin makes one: `popug user add NAME --role worker --email ADDRESS`
    [exit 5]
    ");
    assert_eq!(world.head(), before);
    insta::assert_snapshot!(world.run("task list --all"), @"
    $ popug task list --all
    ID  STATUS  TICKET  TITLE  ASSIGNEE  FEE  REWARD  CLOSED
    ");
}

#[test]
fn whoever_left_or_rose_is_out_of_the_pool() {
    let world = World::one_worker();
    world.hire("ara", "worker");
    world.run("user set kesha --active false --as polly").must();
    world.run("user set ara --role manager --as polly").must();
    world.run_as("polly", "add 'Oil the perch'").must_fail(5);
}

#[test]
fn an_edit_changes_what_was_given_and_leaves_the_rest() {
    let world = World::one_worker();
    world
        .run("add '[POPUG-1] Oil the perch' --description 'With care.'")
        .must();
    let reads = |line: &str| {
        world.run(line).must();
        let task = world.json("task show 1");
        format!(
            "{} | {} | {}",
            task["ticket"], task["title"], task["description"]
        )
    };
    insta::assert_snapshot!(reads("task edit 1 --title 'Oil both perches'"), @r#""POPUG-1" | "Oil both perches" | "With care.""#);
    insta::assert_snapshot!(reads("task edit 1 --title '[POPUG-2] Oil them all'"), @r#""POPUG-2" | "Oil them all" | "With care.""#);
    insta::assert_snapshot!(reads("task edit 1 --ticket ''"), @r#"null | "Oil them all" | "With care.""#);
    insta::assert_snapshot!(reads("task edit 1 --ticket POPUG-3 --description ''"), @r#""POPUG-3" | "Oil them all" | null"#);
    insta::assert_snapshot!(world.run("task edit 1 --title 'Oil it'"), @"
    $ popug task edit 1 --title 'Oil it'
    task 1 reads: [POPUG-3] Oil it
    ");
}

#[test]
fn an_edit_of_nothing_or_into_nothing_is_refused() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run("task edit 1"),
        world.run("task edit 1 --title ''"),
        world.run("task edit 1 --title '[POPUG-1]'"),
        world.run("task edit 1 --title '[POPUG-1] x' --ticket POPUG-2"),
        world.run("task edit 2 --title 'Oil the perch'"),
        world.run("task edit perch --title 'Oil the perch'"),
    ]), @"
    $ popug task edit 1
    [stderr]
    error: say what to change: a title, a ticket or a description
    [exit 2]
    $ popug task edit 1 --title ''
    [stderr]
    error: the title must not be empty
    [exit 2]
    $ popug task edit 1 --title '[POPUG-1]'
    [stderr]
    error: there is no title behind the ticket POPUG-1
    [exit 2]
    $ popug task edit 1 --title '[POPUG-1] x' --ticket POPUG-2
    [stderr]
    error: the title begins with the ticket POPUG-1, and POPUG-2 is given beside it; a task has one
    [exit 2]
    $ popug task edit 2 --title 'Oil the perch'
    [stderr]
    error: there is no task 2
    [exit 3]
    $ popug task edit perch --title 'Oil the perch'
    [stderr]
    error: invalid value 'perch' for '<ID>': 'perch' is no id: ids are whole numbers from 1
    hint: --help tells more
    [exit 2]
    ");
    assert_eq!(world.head(), before);
}

#[test]
fn what_was_paid_for_keeps_the_words_it_was_paid_under() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world.run("task edit 1 --title 'Oil both perches'").must();
    world.run("done 1").must();
    let log = world.json("account log");
    assert_eq!(log[0]["task"]["title"], "Oil the perch");
    assert_eq!(log[1]["task"]["title"], "Oil both perches");
}

#[test]
fn closing_pays_and_tells_the_balance() {
    let world = World::one_worker();
    for title in ["Oil the perch", "Sweep the cage", "Feed the cat"] {
        world.run(&format!("add '{title}'")).must();
    }
    insta::assert_snapshot!(world.run("done 1"), @"
    $ popug done 1
    closed 1: +$29.00, balance -$8.00
    ");
    insta::assert_snapshot!(world.run("task close 3 2"), @"
    $ popug task close 3 2
    closed 3: +$25.00, balance $17.00
    closed 2: +$21.00, balance $38.00
    ");
    insta::assert_snapshot!(world.run("account show"), @"
    $ popug account show
    Account  kesha
    Balance  $38.00
    Earned   +$38.00
    On       2026-11-02
    ");
}

#[test]
fn of_several_tasks_all_are_closed_or_none() {
    let world = World::company();
    let mut mine = Vec::new();
    let mut theirs = Vec::new();
    while mine.len() < 2 || theirs.is_empty() {
        let task = world.json_as("gruff", "add 'Oil the perch'");
        let id = task["id"].as_i64().expect("an id");
        let whose = if task["assignee"] == "kesha" {
            &mut mine
        } else {
            &mut theirs
        };
        whose.push(id);
    }
    let (first, second, other) = (mine[0], mine[1], theirs[0]);
    let before = world.head();
    world
        .run_as("kesha", &format!("done {first} {other}"))
        .must_fail(4);
    world
        .run_as("kesha", &format!("done {first} 999"))
        .must_fail(3);
    world.run_as("kesha", "done 0").must_fail(2);
    world.run_as("kesha", "done perch").must_fail(2);
    world.run_as("kesha", "done").must_fail(2);
    assert_eq!(world.head(), before);

    world.run_as("kesha", &format!("done {first}")).must();
    let before = world.head();
    world
        .run_as("kesha", &format!("done {second} {first}"))
        .must_fail(5);
    assert_eq!(world.head(), before);
    // Named twice, it is closed once.
    let twice = world.json_as("kesha", &format!("done {second} {second}"));
    assert_eq!(twice.as_array().map(Vec::len), Some(1));
}

#[test]
fn a_task_that_cannot_be_closed_says_why() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world.run("done 1").must();
    insta::assert_snapshot!(world.run("done 1"), @"
    $ popug done 1
    [stderr]
    error: task 1 is closed already
    [exit 5]
    ");
    insta::assert_snapshot!(world.run("done 2"), @"
    $ popug done 2
    [stderr]
    error: there is no task 2
    [exit 3]
    ");
    insta::assert_snapshot!(world.run("done"), @"
    $ popug done
    [stderr]
    error: the following required arguments were not provided: <ID>...
    hint: --help tells more
    [exit 2]
    ");
    insta::assert_snapshot!(world.run("done perch"), @"
    $ popug done perch
    [stderr]
    error: invalid value 'perch' for '<ID>...': 'perch' is no id: ids are whole numbers from 1
    hint: --help tells more
    [exit 2]
    ");
}

//! Importing tasks: every form that is taken, every one that is not, and what a key stands for.

use std::fs;

use crate::support::{Story, World};

/// What is written to files: JSON lines and CSV that say the same.
const JSON_LINES: &str = r#"{"title": "[POPUG-1] Oil the perch", "key": "a"}
{"title": "Sweep, \"all\" of it", "ticket": "POPUG-2", "description": "Twice.\nAt least."}

{"title": "POPUG-3 - Sing", "description": null}
"#;
const CSV: &str = "key,title,ticket,description\r\n\
                   a,[POPUG-1] Oil the perch,,\r\n\
                   ,\"Sweep, \"\"all\"\" of it\",POPUG-2,\"Twice.\r\nAt least.\"\r\n\
                   \r\n\
                   ,POPUG-3 - Sing,,";

fn write(world: &World, name: &str, text: &str) {
    fs::write(world.home().join(name), text).expect("a file");
}

/// What every task says, newest first.
fn tasks(world: &World) -> String {
    let fields = "--fields id,ticket,title,description,author,assignee";
    let listed = world.run(&format!("task list --all --format csv {fields}"));
    listed.must().stdout
}

#[test]
fn json_lines_and_csv_say_the_same() {
    let world = World::one_worker();
    write(&world, "tasks.jsonl", JSON_LINES);
    write(&world, "tasks.csv", &format!("\u{feff}{CSV}"));
    let other = world.copy();
    insta::assert_snapshot!(world.run("task import tasks.jsonl"), @"
    $ popug task import tasks.jsonl
    imported 3 tasks (draw 1): fees of $41.00, management +$41.00
    ");
    insta::assert_snapshot!(tasks(&world), @r#"
    id,ticket,title,description,author,assignee
    3,POPUG-3,Sing,,kesha,kesha
    2,POPUG-2,"Sweep, ""all"" of it","Twice.
    At least.",kesha,kesha
    1,POPUG-1,Oil the perch,,kesha,kesha
    "#);
    other.run("task import tasks.csv").must();
    assert_eq!(tasks(&other), tasks(&world));
    insta::assert_snapshot!(world.run("draw list"), @"
    $ popug draw list
    ID  AT                BY     REASON    TASKS  POOL  ALGORITHM     DRAWN AGAIN
     1  2026-11-02 09:00  kesha  imported      3     1  popug-draw/1  –
    ");
    let why = world.json("task why 3");
    assert_eq!((&why["index"], &why["verified"]), (&2.into(), &true.into()));
    world.run("doctor").must();
}

#[test]
fn standard_input_says_itself_what_it_is() {
    let world = World::one_worker();
    let first = world.with_input("task import - --json", JSON_LINES);
    assert_eq!(first.must().json()["imported"], 3);
    // The second time, a key is known.
    let again = world.with_input("task import - --json", CSV).must().json();
    assert_eq!(
        (&again["imported"], &again["skipped"]),
        (&2.into(), &1.into())
    );
}

#[test]
fn the_answer_tells_what_it_came_to() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let ran = world.with_input("task import - --json", JSON_LINES);
    insta::assert_snapshot!(ran, @r#"
    $ popug task import - --json
    {
      "imported": 3,
      "skipped": 0,
      "draw": 2,
      "first_id": 2,
      "last_id": 4,
      "fees_cents": 3600,
      "dry_run": false
    }
    "#);
    let fees = world.json("account show");
    assert_eq!(
        fees["balance_cents"],
        world.json("account log")[3]["balance_cents"]
    );
    let nothing = world.with_input("task import -", "title\n");
    insta::assert_snapshot!(nothing, @"
    $ popug task import -
    nothing to import
    ");
}

#[test]
fn what_is_wrong_is_told_by_its_line_and_nothing_is_imported() {
    let world = World::one_worker();
    let before = world.head();
    let told = |input: &str| {
        let ran = world.with_input("task import -", input).must_fail(2);
        assert_eq!(world.head(), before, "{ran}");
        ran.stderr
    };
    insta::assert_snapshot!(told("title\nOil the perch\n\nPOPUG-1\n"), @"error: line 4: there is no title behind the ticket POPUG-1");
    insta::assert_snapshot!(told("title,ticket\n[POPUG-1] Oil,POPUG-2\nSing,popug\n,\nDance,X-1\n"), @"
    error: 3 rows cannot be taken, so none was
      line 2: the title begins with the ticket POPUG-1, and POPUG-2 is given beside it; a task has one
      line 3: 'popug' is no ticket; a ticket looks like POPUG-42
      line 4: the title must not be empty
    ");
    insta::assert_snapshot!(told(&format!("title\n{}", " \n".repeat(7))), @"
    error: 7 rows cannot be taken, so none was
      line 2: the title must not be empty
      line 3: the title must not be empty
      line 4: the title must not be empty
      line 5: the title must not be empty
      line 6: the title must not be empty
      and 2 more
    ");
    insta::assert_snapshot!(told("{\"title\": \"Sing\"}\n{\"titel\": \"Sing\"}\n"), @"error: line 2: unknown field `titel`, expected one of `title`, `ticket`, `description`, `key` (column 8)");
    insta::assert_snapshot!(told("{\"title\": \"Sing\"}\n{\"title\": 7}\n{\"title\": \"a\\nb\"}\n"), @"
    error: 2 rows cannot be taken, so none was
      line 2: invalid type: integer `7`, expected a string (column 11)
      line 3: the title must not contain the character U+000A
    ");
    insta::assert_snapshot!(told("{\"title\": \"Sing\", \"key\": \" \"}"), @"error: line 1: the key must not be empty");
    insta::assert_snapshot!(told("[{\"title\": \"Sing\"},\n7]"), @"error: line 2: no JSON object stands here");
    insta::assert_snapshot!(told("name,title\nkesha,Sing\n"), @"error: line 1: the column 'name' is none of title, ticket, description, key");
    insta::assert_snapshot!(told("title,key\nSing\n"), @"error: line 2: it has 1 field, and the header 2");
    insta::assert_snapshot!(told(""), @"error: line 1: no column is called 'title'; there may be title, ticket, description, key");
    let absent = world.run("task import tasks.csv").must_fail(2);
    insta::assert_snapshot!(absent, @"
    $ popug task import tasks.csv
    [stderr]
    error: cannot read tasks.csv: No such file or directory (os error 2)
    [exit 2]
    ");
    assert_eq!(
        tasks(&world),
        "id,ticket,title,description,author,assignee\n"
    );
}

#[test]
fn without_a_pool_nothing_is_imported() {
    let world = World::new();
    let before = world.head();
    for line in ["task import -", "task import - --dry-run"] {
        let refused = world.with_input(line, JSON_LINES).must_fail(5);
        assert!(refused.stderr.contains("the pool is empty"), "{refused}");
    }
    assert_eq!(world.head(), before);
}

#[test]
fn a_key_is_imported_once_for_ever_by_each_author() {
    let world = World::company();
    let file = "title,key\nOil the perch,1\nOil the perch,1\nSing,2\nSing,\n";
    write(&world, "tasks.csv", file);
    insta::assert_snapshot!(
        Story(vec![
            world.run("task import tasks.csv"),
            world.run("task import tasks.csv --dry-run"),
            world.run("task import tasks.csv"),
            world.run_as("kesha", "task import tasks.csv"),
        ]),
        @"
    $ popug task import tasks.csv
    imported 3 tasks (draw 1): fees of $36.00, management +$36.00; skipped 1 row with a known key
    $ popug task import tasks.csv --dry-run
    would import 1 task; skipped 3 rows with a known key
    $ popug task import tasks.csv
    imported 1 task (draw 2): fees of $12.00, management +$12.00; skipped 3 rows with a known key
    $ popug task import tasks.csv --as kesha
    imported 3 tasks (draw 3): fees of $51.00, management +$51.00; skipped 1 row with a known key
    "
    );
    write(&world, "keyed.csv", "title,key\nSweep,2\nSweep,1\n");
    let before = world.head();
    insta::assert_snapshot!(world.run("task import keyed.csv"), @"
    $ popug task import keyed.csv
    nothing to import; skipped 2 rows with a known key
    ");
    assert_eq!(world.head(), before);
    world.run("doctor").must();
}

/// However far apart in the file they stand.
#[test]
fn of_many_rows_with_one_key_the_first_counts() {
    let world = World::company();
    let row = |n: usize| format!("Task {0},{0}\n", n % 1_200);
    let rows: String = (0..2_500).map(row).collect();
    write(&world, "many.csv", &format!("title,key\n{rows}"));
    let last = "task list --sort id --limit 1 --fields id,title --format csv";
    insta::assert_snapshot!(Story(vec![world.run("task import many.csv"), world.run(last)]), @"
    $ popug task import many.csv
    imported 1,200 tasks (draw 1): fees of $18039.00, management +$18039.00; skipped 1,300 rows with a known key
    $ popug task list --sort id --limit 1 --fields id,title --format csv
    id,title
    1200,Task 1199
    ");
}

#[test]
fn a_dry_run_keeps_nothing_not_even_the_keys() {
    let world = World::one_worker();
    let before = world.head();
    let line = "task import - --dry-run";
    for _ in 0..2 {
        insta::allow_duplicates! {
            insta::assert_snapshot!(world.with_input(&format!("{line} --json"), JSON_LINES), @r#"
    $ popug task import - --dry-run --json
    {
      "imported": 3,
      "skipped": 0,
      "draw": null,
      "first_id": null,
      "last_id": null,
      "fees_cents": null,
      "dry_run": true
    }
    "#);
        }
    }
    assert_eq!(world.head(), before);
    let done = world.with_input("task import -", JSON_LINES).must();
    assert!(done.stdout.starts_with("imported 3 tasks"), "{done}");
}

#[test]
fn a_request_key_stands_for_the_rows_and_not_for_how_they_are_written() {
    let world = World::one_worker();
    let first = world
        .with_input("task import - --key night", JSON_LINES)
        .must();
    let head = world.head();
    let again = world.with_input("task import - --key night", CSV).must();
    assert_eq!(again.stdout, first.stdout);
    let other = world.with_input("task import - --key night", "title\nSing\n");
    insta::assert_snapshot!(other, @"
    $ popug task import - --key night
    [stderr]
    error: the key 'night' was used for another request
    hint: use a key of its own for each request
    [exit 5]
    ");
    assert_eq!(world.head(), head);
}

#[test]
fn two_different_rows_under_one_key_in_one_file_are_told_by_both_lines() {
    let world = World::one_worker();
    let before = world.head();
    let rows: String = (0..2_000).map(|n| format!("Task {n},{n}\n")).collect();
    let file = format!("title,key\n{rows}Oil the perch,\nTask 7 again,7\n");
    insta::assert_snapshot!(world.with_input("task import -", &file).must_fail(2).stderr, @"
    error: lines 9 and 2003 have one key and say different things
    hint: give each row a key of its own
    ");
    assert_eq!(world.head(), before);
}

#[test]
fn what_task_list_writes_task_import_takes() {
    let world = World::one_worker();
    for title in ["=1+1", "'=1+1", "-dash", "[POPUG-7] \"Say\", and sing"] {
        let title = title.replace('\'', "'\\''");
        let line = format!("add --description ' two\n  lines' -- '{title}'");
        world.run(&line).must();
    }
    let fields = "--fields ticket,title,description";
    let says = |world: &World| {
        let listed = world.run(&format!("task list --reverse --format jsonl {fields}"));
        listed.must().stdout
    };
    let said = says(&world);
    for (form, name) in [("csv", "t.csv"), ("json", "t.json"), ("jsonl", "t.jsonl")] {
        for input in [name, "-"] {
            let other = world.copy();
            let written = other
                .run(&format!("task list --reverse --format {form}"))
                .must()
                .stdout;
            write(&other, name, &written);
            let ran = other
                .with_input(&format!("task import {input}"), &written)
                .must();
            assert!(
                ran.stderr.starts_with("passed over: id, status, author"),
                "{ran}"
            );
            assert_eq!(says(&other), format!("{said}{said}"), "{form}");
        }
    }
    // One alone is an object.
    let one = world.run("task show 4 --json").must().stdout;
    world.with_input("task import -", &one).must();
}

#[test]
fn what_user_list_writes_user_import_takes() {
    let mut world = World::company();
    world.act_as("polly");
    for form in ["csv", "json", "jsonl"] {
        let written = world
            .run(&format!("user list --format {form}"))
            .must()
            .stdout;
        let renamed = written.replace("kesha", &format!("kesha.{form}"));
        let one = match form {
            "json" => renamed,
            _ => renamed
                .lines()
                .filter(|line| line.starts_with("name,") || line.contains("kesha."))
                .map(|line| format!("{line}\r"))
                .collect(),
        };
        write(&world, "popugs", &one);
        let line = format!("user import popugs --type {form} --dry-run");
        match form {
            // The others are there already, which is told by their lines.
            "json" => assert!(
                world.run(&line).must_fail(5).stderr.contains("line 2: "),
                "{one}"
            ),
            _ => assert!(world.run(&line).must().stdout.contains("kesha."), "{one}"),
        }
    }
}

#[test]
fn text_behind_a_closing_quote_is_told_by_its_line() {
    let world = World::one_worker();
    let ran = world.with_input("task import -", "title\nHop\n\"5\" nails\"\n\"ab\"cd\n");
    insta::assert_snapshot!(ran.must_fail(2).stderr, @"
    error: 2 rows cannot be taken, so none was
      line 3: text stands behind a closing quote; a quote within a text is written twice
      line 4: text stands behind a closing quote; a quote within a text is written twice
    ");
}

#[test]
fn an_unknown_field_of_the_answer_is_told_before_anything_is_done() {
    let world = World::one_worker();
    let before = world.head();
    world
        .with_input("task import - --json --fields imported,tasks", JSON_LINES)
        .must_fail(2);
    assert_eq!(world.head(), before);
    let picked = world.with_input("task import - --json --fields skipped,imported", JSON_LINES);
    insta::assert_snapshot!(picked, @r#"
    $ popug task import - --json --fields skipped,imported
    {
      "skipped": 0,
      "imported": 3
    }
    "#);
}

//! What a task may say, and how its ticket is found.

use crate::support::{Story, World};

#[test]
fn several_words_are_one_title() {
    let world = World::one_worker();
    world.run("add Oil the perch").must();
    insta::assert_snapshot!(world.run("task list --fields id,ticket,title"), @"
    $ popug task list --fields id,ticket,title
    ID  TICKET  TITLE
     1          Oil the perch
    ");
}

#[test]
fn a_ticket_is_split_off_the_title() {
    let world = World::one_worker();
    for title in [
        "[POPUG-42] Oil the perch",
        "POPUG-42 - Oil the perch",
        "POPUG-42 — Oil the perch",
        "  [POPUG-42]   Oil the perch  ",
        "Oil the perch [POPUG-42]",
        "[urgent] Oil the perch",
        "POPUG-42: oil the perch",
        "popug-42 - oil the perch",
    ] {
        world.run(&format!("add '{title}'")).must();
    }
    world.run("add 'Oil the perch' --ticket POPUG-42").must();
    insta::assert_snapshot!(world.run("task list --fields id,ticket,title --reverse"), @"
    $ popug task list --fields id,ticket,title --reverse
    ID  TICKET    TITLE
     1  POPUG-42  Oil the perch
     2  POPUG-42  Oil the perch
     3  POPUG-42  Oil the perch
     4  POPUG-42  Oil the perch
     5            Oil the perch [POPUG-42]
     6            [urgent] Oil the perch
     7            POPUG-42: oil the perch
     8            popug-42 - oil the perch
     9  POPUG-42  Oil the perch
    ");
}

#[test]
fn a_description_comes_from_standard_input() {
    let world = World::one_worker();
    let text = "First the left foot,\nthen the right one.\n\n";
    world
        .with_input("add 'Oil the perch' --description -", text)
        .must();
    insta::assert_snapshot!(world.run("task show 1"), @"
    $ popug task show 1
    Task         1
    Title        Oil the perch
    Ticket       –
    Status       open
    Assignee     kesha
    Author       kesha
    Fee          $11.00
    Reward       $29.00
    Created      2026-11-02 09:00
    Assigned     2026-11-02 09:00
    Closed       –
    Description  First the left foot,
                 then the right one.

    Assignments
    AT                ASSIGNEE     FEE  DRAW  BY
    2026-11-02 09:00  kesha     $11.00     1  kesha
    ");
    let shown = world.json("task show 1");
    assert_eq!(
        shown["description"],
        "First the left foot,\nthen the right one."
    );
    let short = "add 'Feed the cat' --description 'She bites.'";
    assert_eq!(world.json(short)["description"], "She bites.");
}

#[test]
fn what_is_no_task_is_refused_and_nothing_changes() {
    let world = World::one_worker();
    let before = world.head();
    let mut told = Vec::new();
    for title in [
        "''",
        "'   '",
        "[POPUG-42]",
        "'POPUG-42 -'",
        "'[POPUG-42] [POPUG-43] Oil the perch'",
        "'[POPUG-42] Oil the perch' --ticket POPUG-43",
        "'Oil the perch' --ticket perch",
        "'Oil the perch' --ticket POPUG-1234567890",
        "'Oil\u{7}the perch'",
        "'Oil\nthe perch'",
        "'Oil \u{1b}[2J the perch'",
        "'Oil \u{202e}hcrep eht'",
        "'Oil \u{2066}the perch'",
        "'Oil the perch' --description 'ring \u{7}'",
    ] {
        told.push(world.run(&format!("add {title}")).must_fail(2));
    }
    insta::assert_snapshot!(Story(told), @r"
    $ popug add ''
    [stderr]
    error: the title must not be empty
    [exit 2]
    $ popug add '   '
    [stderr]
    error: the title must not be empty
    [exit 2]
    $ popug add [POPUG-42]
    [stderr]
    error: there is no title behind the ticket POPUG-42
    [exit 2]
    $ popug add 'POPUG-42 -'
    [stderr]
    error: there is no title behind the ticket POPUG-42
    [exit 2]
    $ popug add '[POPUG-42] [POPUG-43] Oil the perch'
    [stderr]
    error: there is a second ticket, POPUG-43, behind POPUG-42; a task has one
    [exit 2]
    $ popug add '[POPUG-42] Oil the perch' --ticket POPUG-43
    [stderr]
    error: the title begins with the ticket POPUG-42, and POPUG-43 is given beside it; a task has one
    [exit 2]
    $ popug add 'Oil the perch' --ticket perch
    [stderr]
    error: 'perch' is no ticket; a ticket looks like POPUG-42
    [exit 2]
    $ popug add 'Oil the perch' --ticket POPUG-1234567890
    [stderr]
    error: 'POPUG-1234567890' is no ticket; a ticket looks like POPUG-42
    [exit 2]
    $ popug add 'Oil\u{7}the perch'
    [stderr]
    error: the title must not contain the character U+0007
    [exit 2]
    $ popug add 'Oil\nthe perch'
    [stderr]
    error: the title must not contain the character U+000A
    [exit 2]
    $ popug add 'Oil \u{1b}[2J the perch'
    [stderr]
    error: the title must not contain the character U+001B
    [exit 2]
    $ popug add 'Oil \u{202e}hcrep eht'
    [stderr]
    error: the title must not contain the character U+202E
    [exit 2]
    $ popug add 'Oil \u{2066}the perch'
    [stderr]
    error: the title must not contain the character U+2066
    [exit 2]
    $ popug add 'Oil the perch' --description 'ring \u{7}'
    [stderr]
    error: the description must not contain the character U+0007
    [exit 2]
    ");
    let long = "x".repeat(10_000);
    let too_long = world.run(&format!("add {long}")).must_fail(2);
    insta::assert_snapshot!(too_long.stderr, @"error: the title has 10000 characters; at most 200 are allowed");
    let long = "x".repeat(10_001);
    let too_long = world
        .run(&format!("add x --description {long}"))
        .must_fail(2);
    insta::assert_snapshot!(too_long.stderr, @"error: the description has 10001 characters; at most 10000 are allowed");
    assert_eq!(world.head(), before);
    assert_eq!(
        world.json("task list --all").as_array().map(Vec::len),
        Some(0)
    );
}

#[test]
fn two_hundred_characters_of_any_script_are_a_title() {
    let world = World::one_worker();
    let title = "ж".repeat(200);
    let made = world.json(&format!("add '[POPUG-1] {title}'"));
    assert_eq!(made["title"], title);
    world.run(&format!("add {title}ж")).must_fail(2);
}

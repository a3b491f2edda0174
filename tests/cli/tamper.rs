//! Whoever has the file can change it, but not without being found.

use std::fmt::Write;

use crate::support::{FileOnly, Founded, World, Worlds, on_file};

/// A company with a paid day behind it: tasks that are open and closed, a reassign, debts.
fn company() -> World {
    company_of(World::usual())
}

fn company_of(worlds: Worlds) -> World {
    static READY: Founded = Founded::new();
    READY.copy(worlds, lived)
}

fn lived(worlds: Worlds) -> World {
    let mut world = worlds.company();
    for title in ["Oil the perch", "Sweep the cage"] {
        world.run_as("gruff", &format!("add '{title}'")).must();
    }
    world.run_as("gruff", "task reassign --yes").must();
    for id in 3..=8 {
        let task = world.json_as("gruff", "add 'Feed the cat'");
        let assignee = task["assignee"].as_str().expect("a name");
        world.run_as(assignee, &format!("done {id}")).must();
    }
    world.at("2026-11-03T06:00:00Z");
    world.run_as("penny", "day close").must();
    world.run("doctor").must();
    world
}

/// What `doctor` finds wrong, a finding a line.
fn wrong(world: &World) -> String {
    let ran = world.run("doctor --json");
    if ran.code == 0 {
        return "  NOTHING\n".to_owned();
    }
    assert_eq!(ran.code, 7, "{ran}");
    let findings = ran.json();
    let findings = findings.as_array().expect("an array").iter();
    let wrong = findings.filter(|finding| finding["ok"] == false);
    wrong.fold(String::new(), |mut lines, finding| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default();
        writeln!(lines, "  {}: {}", text("check"), text("detail")).expect("a line");
        lines
    })
}

/// What is found after each of these was done to the file.
fn found(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(String::new(), |mut out, (what, sql)| {
        let world = company();
        world.tamper(sql);
        write!(out, "{what}\n{}", wrong(&world)).expect("text");
        out
    })
}

#[test]
fn whoever_changes_the_books_is_found() {
    insta::assert_snapshot!(found(&[
        ("an amount", "UPDATE accounting_transaction SET amount_cents = amount_cents + 1 WHERE id = 3"),
        ("payouts", "UPDATE accounting_transaction SET to_account = 1, amount_cents = 1 WHERE kind = 'payout'"),
        ("a transaction removed", "DELETE FROM accounting_transaction WHERE id = 4"),
        ("the words of one", "UPDATE accounting_transaction SET title = 'Oil the boss' WHERE id = 1"),
        ("a balance", "UPDATE accounting_account SET balance_cents = balance_cents + 100 WHERE kind = 'popug' AND user_id = 4"),
        ("a day's balance", "UPDATE accounting_account_day SET balance_cents = balance_cents + 100 WHERE account_id = 1"),
        ("a price", "UPDATE accounting_task SET reward_cents = 9000 WHERE id = 3"),
        ("an invoice", "UPDATE accounting_invoice SET amount_cents = amount_cents + 1 WHERE id = 1"),
        ("an invoice removed", "DELETE FROM accounting_invoice WHERE id = 1"),
        ("what a day paid", "UPDATE accounting_day SET paid_cents = 0"),
        ("a seal", "UPDATE accounting_day SET seal = replace(seal, substr(seal, 1, 8), '00000000')"),
        ("a day opened again", "DELETE FROM accounting_day"),
        ("the books' first day", "UPDATE accounting_book SET first_day = '2026-11-01'"),
    ]), @"
    an amount
      ledger: transaction 3: amount is $10.01, the log says $10.00
    payouts
      ledger: transaction 17: to is management, the log says bank
    a transaction removed
      ledger: transaction 4 is missing; event 27 tells of it
    the words of one
      ledger: transaction 1: title is Oil the boss, the log says Oil the perch
    a balance
      ledger: the balance of popug 4 is $1.00, counted anew $0.00
    a day's balance
      ledger: the sums of management on 2026-11-02 do not hold
    a price
      prices: task 3: reward is $90.00, the log says $34.00
    an invoice
      days: invoice 1: amount is $4.01, the log says $4.00
    an invoice removed
      days: invoice 1 is missing
    what a day paid
      days: 2026-11-02: paid is $0.00, the log says $39.00
    a seal
      days: 2026-11-02: its seal is not the one of the log
    a day opened again
      days: 2026-11-02 is missing; event 72 closed it
    the books' first day
      copies: the first day of the books is not what the log says
    ");
}

#[test]
fn whoever_changes_tasks_or_draws_is_found() {
    insta::assert_snapshot!(found(&[
        ("a seed", "UPDATE tasks_draw SET seed = replace(seed, substr(seed, 1, 8), '00000000') WHERE id = 2"),
        ("a pool's size", "UPDATE tasks_draw SET pool_members = 2 WHERE id = 2"),
        ("a pool", "UPDATE tasks_pool_change SET user_id = 2 WHERE version = 1"),
        ("an assignment", "UPDATE tasks_assignment SET assignee_id = 2 WHERE draw = 4"),
        ("an assignment removed", "DELETE FROM tasks_assignment WHERE draw = 3 AND idx = 1"),
        ("an assignee", "UPDATE tasks_task SET assignee_id = 2 WHERE id = 2"),
        ("a title", "UPDATE tasks_task SET title = 'Oil the boss' WHERE id = 1"),
        ("a task opened again", "UPDATE tasks_task SET status = 'open', closed_at = NULL, closed_day = NULL WHERE id = 3"),
        ("a shown price", "UPDATE tasks_task SET fee_cents = 1 WHERE id = 2"),
        ("a task removed", "DELETE FROM tasks_task WHERE id = 4"),
        ("a place in the pool", "UPDATE tasks_user SET in_pool = 0 WHERE name = 'kesha'"),
    ]), @"
    a seed
      draws: draw 2 is not what the log says
    a pool's size
      draws: draw 2 is not what the log says
    a pool
      pool: change 1 of the pool is not what the log says
      draws: draw 3, drawn again, gives other assignees
    an assignment
      draws: draw 4, drawn again, gives other assignees
    an assignment removed
      draws: draw 3, drawn again, gives other assignees
    an assignee
      tasks: task 2: its assignee is not what the log says
    a title
      tasks: task 1: its text is not what the log says
    a task opened again
      tasks: task 3: its status is not what the log says
    a shown price
      tasks: task 2: its price is not what the log says
    a task removed
      tasks: task 4 is missing
    a place in the pool
      pool: the members of the pool are not what its changes say
    ");
}

#[test]
fn whoever_changes_users_settings_or_letters_is_found() {
    insta::assert_snapshot!(found(&[
        ("a role", "UPDATE auth_user SET role = 'admin' WHERE name = 'kesha'"),
        ("an address", "UPDATE auth_user SET email = 'crow@popug.example' WHERE name = 'kesha'"),
        ("a copy of a user removed", "DELETE FROM accounting_user WHERE id = 2"),
        ("a copy of a role", "UPDATE tasks_user SET role = 'admin' WHERE name = 'kesha'"),
        ("a copy of a zone", "UPDATE tasks_setting SET value = 'Asia/Tokyo' WHERE key = 'timezone'"),
        ("where mail goes", "UPDATE delivery_setting SET value = 'maildir:/tmp' WHERE key = 'mail'"),
        ("a setting", "UPDATE app_setting SET value = '90' WHERE key = 'reward_max'"),
        ("a heard setting", "UPDATE accounting_setting SET value = '90' WHERE key = 'reward_max'"),
        ("where a letter goes", "UPDATE delivery_user SET email = 'crow@popug.example'"),
        ("a letter's amount", "UPDATE delivery_letter SET amount_cents = 1"),
        ("a payment", "DELETE FROM delivery_payment"),
        ("analytics", "UPDATE analytics_day SET fees_cents = fees_cents + 1"),
    ]), @"
    a role
      users: kesha: its role is admin, the log says worker
    an address
      users: kesha: its e-mail is not what the log says
    a copy of a user removed
      copies: what accounting keeps of popug gruff is not what the log says
    a copy of a role
      copies: what tasks keeps of popug kesha is not what the log says
    a copy of a zone
      copies: what tasks keeps of the setting timezone is not what the log says
    where mail goes
      copies: what delivery keeps of the setting mail is not what the log says
    a setting
      settings: reward_max is not what the log says
    a heard setting
      copies: what accounting keeps of the setting reward_max is not what the log says
    where a letter goes
      copies: what delivery keeps of popug polly is not what the log says
    a letter's amount
      deliveries: letter 1 is not that of the log
    a payment
      deliveries: payment 1 is not that of the log
    analytics
      analytics: the sums of 2026-11-02 are not those of the log
    ");
}

#[test]
fn whoever_changes_the_log_is_found() {
    insta::assert_snapshot!(found(&[
        ("an event's data", "UPDATE events_log SET data = replace(data, 'Oil', 'oil') WHERE seq = 16"),
        ("an event's actor", "UPDATE events_log SET actor = 'ara' WHERE seq = 16"),
        ("an event's time", "UPDATE events_log SET occurred_at = occurred_at + 1 WHERE seq = 16"),
        ("an event's cause", "UPDATE events_log SET cause = NULL WHERE seq = 17"),
        ("an event's hash", "UPDATE events_log SET hash = replace(hash, substr(hash, 1, 8), '00000000') WHERE seq = 20"),
        ("an event removed", "DELETE FROM events_log WHERE seq = 20"),
        ("an offset", "UPDATE events_offset SET seq = 999 WHERE consumer = 'tasks'"),
    ]), @"
    an event's data
      log: the chain breaks at event 16: its hash is not the one of its content
      tasks: task 1: its text is not what the log says
      copies: what accounting keeps of task 1 is not what the log says
      analytics: the text of task 1 is not that of the log
    an event's actor
      log: the chain breaks at event 16: its hash is not the one of its content
    an event's time
      log: the chain breaks at event 16: its hash is not the one of its content
      tasks: task 1: its time of creation is not what the log says
    an event's cause
      log: the chain breaks at event 17: its hash is not the one of its content
    an event's hash
      log: the chain breaks at event 20: its hash is not the one of its content
    an event removed
      log: the chain breaks at event 21: an event is missing before it
      tasks: task 2 is not in the log
      copies: what accounting keeps of task 2 is not what the log says
      analytics: the text of task 2 is not that of the log
    an offset
      consumers: tasks has heard through 999, but the log ends at 76
    ");
}

/// It is told of, and whatever else there is as well.
#[test]
fn a_head_that_makes_no_sense_leaves_everything_else_to_be_examined() {
    for (what, says) in [
        ("store_id = 'who?'", "hexadecimal"),
        (
            "hash = replace(hash, substr(hash, 1, 8), 'zzzzzzzz')",
            "hash",
        ),
        ("schema = 3", "its head says schema 3, its tables are of "),
    ] {
        let world = company();
        world.tamper(&format!("UPDATE log_head SET {what}"));
        let ran = world.run("doctor --json");
        assert_eq!(ran.code, 7, "{what}: {ran}");
        let findings = ran.json();
        let findings = findings.as_array().expect("an array");
        let first = findings[0]["detail"].as_str().expect("a detail");
        assert_eq!(findings[0]["ok"], false, "{what}");
        assert!(first.contains(says), "{what}: {first}");
        for check in ["users", "tasks", "draws", "prices", "days", "analytics"] {
            let of = findings.iter().find(|it| it["check"] == check);
            assert_eq!(of.expect(check)["ok"], true, "{what}: {check}");
        }
    }
}

#[test]
fn a_guard_that_is_gone_is_found() {
    let world = company();
    world.raw().unguard("accounting_transaction");
    let wrong = wrong(&world);
    let (of_schema, of_guards) = wrong.split_once('\n').expect("two lines");
    let trigger = "  schema: the trigger accounting_transaction_no_";
    assert!(of_schema.starts_with(trigger), "{wrong}");
    insta::assert_snapshot!(of_guards, @"  log: nothing keeps rows of accounting_transaction from being changed or removed");
}

#[test]
fn a_last_event_that_was_cut_off_stops_writes() {
    let world = company_of(on_file(FileOnly::HeadFile));
    world.tamper("DELETE FROM events_log WHERE seq = (SELECT max(seq) FROM events_log)");
    insta::assert_snapshot!(wrong(&world), @"  log: the chain breaks at event 75: the head of the log names another last event");
    world.tamper("UPDATE log_head SET (seq, hash) = (SELECT seq, hash FROM events_log ORDER BY seq DESC LIMIT 1)");
    insta::assert_snapshot!(wrong(&world), @"
    acknowledged: the store has lost commits that it acknowledged: event 76 was the last, the log now ends at 75
    consumers: accounting has heard through 76, but the log ends at 75
    consumers: tasks has heard through 76, but the log ends at 75
    consumers: analytics has heard through 76, but the log ends at 75
    consumers: delivery has heard through 76, but the log ends at 75
    ");
    world.run_as("gruff", "add 'Water the plants'").must_fail(6);
}

#[test]
fn doctor_tells_it_to_people_and_to_scripts() {
    let world = company_of(on_file(FileOnly::Files));
    insta::assert_snapshot!(world.run("doctor"), @"
    $ popug doctor
    CHECK         LEVEL  FOUND
    store         ok     ~/data/popug/popug.db is sound
    acknowledged  ok     nothing is lost up to event 76
    schema        ok     tables, indexes and triggers as popug makes them
    log           ok     76 events, an unbroken chain
    consumers     ok     all have heard every event through 76
    identity      ok     the store is the one that the log tells of
    users         ok     6 popugs, each as the log tells it
    tokens        ok     0 tokens; each that acted is kept
    settings      ok     8 settings, each as the log tells it
    tasks         ok     8 tasks, each as the log tells it
    pool          ok     4 popugs, as the log tells it
    draws         ok     9 draws, drawn again: the same 10 assignments
    ledger        ok     20 transactions, each as the log tells it
    prices        ok     8 prices, each as the log tells it
    days          ok     1 closed day, each as the log tells it
    deliveries    ok     4 payouts, each with letter and payment
    analytics     ok     1 day, derived anew from 28 events of the log
    version       ok     popug 0.1.0, schema 17
    files         ok     for its owner alone
    trust         ok     a sandbox; a file: roles are tamper-evident, and enforced by the file's permissions
    ");
    world.tamper("UPDATE auth_user SET role = 'admin' WHERE name = 'kesha'");
    insta::assert_snapshot!(world.run("doctor"), @"
    $ popug doctor
    CHECK         LEVEL  FOUND
    store         ok     ~/data/popug/popug.db is sound
    acknowledged  ok     nothing is lost up to event 76
    schema        ok     tables, indexes and triggers as popug makes them
    log           ok     76 events, an unbroken chain
    consumers     ok     all have heard every event through 76
    identity      ok     the store is the one that the log tells of
    users         FAIL   kesha: its role is admin, the log says worker
    tokens        ok     0 tokens; each that acted is kept
    settings      ok     8 settings, each as the log tells it
    tasks         ok     8 tasks, each as the log tells it
    pool          ok     4 popugs, as the log tells it
    draws         ok     9 draws, drawn again: the same 10 assignments
    ledger        ok     20 transactions, each as the log tells it
    prices        ok     8 prices, each as the log tells it
    days          ok     1 closed day, each as the log tells it
    deliveries    ok     4 payouts, each with letter and payment
    analytics     ok     1 day, derived anew from 28 events of the log
    version       ok     popug 0.1.0, schema 17
    files         ok     for its owner alone
    trust         ok     a sandbox; a file: roles are tamper-evident, and enforced by the file's permissions
    [stderr]
    hint: users: somebody changed the store by hand; set it right with `popug user set`
    [exit 7]
    ");
    let findings = world.run("doctor --json").json();
    let role = findings
        .as_array()
        .expect("an array")
        .iter()
        .find(|it| it["ok"] == false);
    insta::assert_json_snapshot!(role, @r#"
    {
      "check": "users",
      "ok": false,
      "level": "fail",
      "detail": "kesha: its role is admin, the log says worker",
      "hint": "somebody changed the store by hand; set it right with `popug user set`"
    }
    "#);
}

#[test]
fn a_draw_that_was_changed_does_not_verify() {
    let world = company();
    world.tamper("UPDATE tasks_assignment SET assignee_id = 2 WHERE draw = 4");
    world.run_as("kesha", "draw verify 2").must();
    insta::assert_snapshot!(world.run_as("kesha", "draw verify 4"), @"
    $ popug draw verify 4 --as kesha
    ID  AT                BY     REASON   TASKS  POOL  ALGORITHM     DRAWN AGAIN
     4  2026-11-02 09:00  gruff  created      1     4  popug-draw/1  somebody else
    [exit 7]
    ");
    assert_eq!(world.run_as("kesha", "draw verify").code, 7);
    let why = world.run_as("kesha", "task why 3 --all --json");
    assert_eq!(why.code, 7, "{why}");
    assert_eq!(why.json()[0]["verified"], false);
}

#[test]
fn what_is_append_only_stays_as_it_is() {
    let world = company();
    let mut raw = world.raw();
    for (table, column) in [
        ("events_log", "data"),
        ("accounting_transaction", "memo"),
        ("accounting_invoice", "amount_cents"),
        ("accounting_day", "seal"),
        ("accounting_book", "first_day"),
        ("tasks_draw", "seed"),
        ("tasks_assignment", "assignee_id"),
        ("tasks_pool_change", "joins"),
    ] {
        for sql in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
            raw.replace_all(table),
        ] {
            let refused = raw.run(&sql).expect_err(&sql);
            assert_eq!(refused, format!("{table} is append-only"), "{sql}");
        }
    }
    world.run("doctor").must();
}

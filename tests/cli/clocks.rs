//! Whose clock counts, and what a wrong one leaves behind.

use crate::cluster::cluster;
use crate::support::{BEAK, Engine, Place, Ran, Story, World, Worlds};

/// A world whose clients are all a year ahead of their server.
fn a_year_ahead() -> Option<World> {
    cluster()?;
    let world = Worlds::on(Engine::Postgres).empty();
    let Place::Database(database) = world.place() else {
        panic!("the store is no database");
    };
    database
        .connect()
        .batch_execute(
            "CREATE SCHEMA behind;
             CREATE FUNCTION behind.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                 AS 'SELECT pg_catalog.clock_timestamp() - interval ''365 days''';
             DO $$ BEGIN
                 EXECUTE format('ALTER DATABASE %I SET search_path = public, behind, pg_catalog',
                                current_database());
             END $$",
        )
        .expect("a server of its own time");
    let found = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    with_input(&world, found, BEAK).must();
    Some(world)
}

/// A command by the clocks of client and server, none of them given.
fn run(world: &World, line: &str) -> Ran {
    with_input(world, line, "")
}

fn with_input(world: &World, line: &str, input: &str) -> Ran {
    let mut command = world.command(&crate::support::words(line));
    command.env_remove("POPUG_CLOCK").env_remove("POPUG_SEED");
    world.finish(line, command, input)
}

fn server_day(world: &World) -> String {
    let sql = "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
    world.raw().texts(sql).concat()
}

#[test]
fn a_client_whose_clock_is_a_year_ahead_closes_no_day_too_early() {
    let Some(world) = a_year_ahead() else { return };
    let before = server_day(&world);
    run(
        &world,
        "user add kesha --role worker --email k@popug.example",
    )
    .must();
    run(&world, "add 'Oil the perch'").must();
    let closed = run(&world, "day close --json").must().json();
    assert_eq!(closed["closed"], serde_json::json!([]));
    let log = run(&world, "account log kesha --json").must().json();
    let shown = run(&world, "account show kesha --json").must().json();
    let status = run(&world, "status --json").must().json();
    let days = [&log[0]["day"], &shown["day"], &status["day"]];
    let after = server_day(&world);
    assert!(
        days.iter().all(|day| **day == before || **day == after),
        "{days:?}"
    );
    let at = log[0]["at"].as_str().expect("an instant");
    assert!(at.starts_with(&before) || at.starts_with(&after), "{at}");
    assert_eq!(status["overdue_days"], 0);
    run(&world, "status --check").must();
}

#[test]
fn a_client_whose_clock_is_a_year_ahead_ends_nobodys_session_and_no_code() {
    let Some(world) = a_year_ahead() else { return };
    let made = run(
        &world,
        "token create cron --for day.close --expires 30d --json",
    );
    let made = made.must().json();
    let mut command = world.command(&crate::support::words("day close"));
    command.env_remove("POPUG_CLOCK").env_remove("POPUG_SEED");
    command.env("POPUG_TOKEN", made["token"].as_str().expect("a token"));
    world.finish("day close", command, "").must();

    let add = "user add kesha --role worker --email k@popug.example --json";
    let added = run(&world, add).must().json();
    let code = added["enroll_code"].as_str().expect("a code");
    with_input(&world, &format!("enroll {code} --beak-stdin"), BEAK).must();
    for name in ["polly", "kesha"] {
        let me = run(&world, &format!("whoami --as {name} --json"))
            .must()
            .json();
        let ends = me["expires_at"].as_str().expect("an end");
        // By the client's clock it has ended long ago.
        assert!(ends < server_month_from_now(&world).as_str(), "{ends}");
    }
}

fn server_month_from_now(world: &World) -> String {
    let sql = "SELECT to_char((clock_timestamp() + interval '31 days') AT TIME ZONE 'UTC',
                              'YYYY-MM-DD')";
    world.raw().texts(sql).concat()
}

/// A company whose clock was once ten years ahead.
fn once_ahead() -> World {
    once_on("2036-01-05T09:00:00Z")
}

/// A company whose clock once showed this: kesha was given 30 dollars then, and polly 5 by penny. Its
/// reversal is of today.
fn once_on(instant: &str) -> World {
    let mut world = World::one_worker();
    world.hire("penny", "accountant");
    world.at(instant);
    for name in ["polly", "penny"] {
        world.log_in(name);
    }
    let give = |whom: &str, much: &str, by: &str| {
        let line = format!("account adjust {whom} {much} --reason crumb --yes");
        world.run_as(by, &line).must();
    };
    give("kesha", "+30", "polly");
    world
        .run_as("penny", "account adjust polly +5 --reason crumb --yes")
        .must();
    world.at("2026-11-03T09:00:00Z");
    for name in ["penny", "polly"] {
        world.log_in(name);
    }
    world
}

#[test]
fn a_write_whose_clock_lies_far_from_the_newest_event_warns_and_goes_on() {
    let mut world = World::one_worker();
    let write = |world: &World| world.run_as("polly", "account adjust kesha +1 --reason r --yes");
    world.at("2026-12-03T09:00:00Z");
    world.log_in("polly");
    assert_eq!(write(&world).must().stderr, "");
    world.at("2027-01-04T09:00:00Z");
    world.log_in("polly");
    insta::assert_snapshot!(write(&world), @"
    $ popug account adjust kesha +1 --reason r --yes --as polly
    transaction 2: +$1.00, balance $2.00
    [stderr]
    warning: the clock says 2027-01-04, and the newest event is of 2026-12-03: is it right?
    ");
    assert_eq!(write(&world).must().stderr, "");
    world.at("2027-01-03T09:00:00Z");
    assert_eq!(write(&world).must().stderr, "");
    world.at("2026-12-20T09:00:00Z");
    world.log_in("polly");
    insta::assert_snapshot!(write(&world), @"
    $ popug account adjust kesha +1 --reason r --yes --as polly
    transaction 5: +$1.00, balance $5.00
    [stderr]
    warning: the clock says 2026-12-20, and the newest event is of 2027-01-03: is it right?
    ");
}

#[test]
fn what_a_wrong_clock_has_dated_ahead_is_told_and_brought_back_once() {
    let world = once_ahead();
    insta::assert_snapshot!(Story(vec![
        world.run("status --check --fields ahead_transactions,ahead_since"),
        world.run("day close"),
        world.run("account bring-back"),
        world.run("account bring-back --dry-run"),
        world.run("account bring-back --yes"),
        world.run("account bring-back --yes"),
        world.run_as("penny", "account bring-back --yes --json"),
        world.run("status --check --fields ahead_transactions,ahead_since"),
        world.run("account log kesha"),
        world.run("account list --all"),
    ]), @r#"
    $ popug status --check --fields ahead_transactions,ahead_since
    Ahead        2
    Ahead since  2036-01-05
    [stderr]
    warning: 1 day to be closed: `popug day close`
    warning: 2 transactions lie ahead of the clock, from 2036-01-05 on, where no close pays them; bring them back into the open day: `popug account bring-back`
    [exit 7]
    $ popug day close
    closed 2026-11-02: 0 payouts of $0.00, management $0.00, debts $0.00, seal {hash}
    [stderr]
    warning: the clock says 2026-11-03, and the newest event is of 2036-01-05: is it right?
    warning: 2 transactions lie ahead of the clock, from 2036-01-05 on, where no close pays them
    hint: bring them back into the open day: `popug account bring-back`
    $ popug account bring-back
    [stderr]
    error: nobody is there to be asked: bring 1 transaction back into 2026-11-03?
    hint: --yes says yes beforehand
    [exit 2]
    $ popug account bring-back --dry-run
    ID  POPUG  FROM         AMOUNT
     1  kesha  2036-01-05  +$30.00
    [stderr]
    warning: transaction 2 of your own account is left: somebody else brings that back
    $ popug account bring-back --yes
    ID  POPUG  FROM         AMOUNT
     1  kesha  2036-01-05  +$30.00
    [stderr]
    warning: transaction 2 of your own account is left: somebody else brings that back
    $ popug account bring-back --yes
    ID  POPUG  FROM  AMOUNT
    [stderr]
    warning: transaction 2 of your own account is left: somebody else brings that back
    $ popug account bring-back --yes --json --as penny
    [
      {
        "id": 2,
        "user": "polly",
        "day": "2036-01-05",
        "amount_cents": 500
      }
    ]
    $ popug status --check --fields ahead_transactions,ahead_since
    Ahead        0
    Ahead since  –
    $ popug account log kesha
    ID  AT                DAY         KIND         AMOUNT  BALANCE  TASK  FOR
     1  2036-01-05 09:00  2036-01-05  adjustment  +$30.00   $30.00        crumb
     3  2026-11-03 09:00  2036-01-05  adjustment  -$30.00    $0.00        brought back from 2036-01-05
     4  2026-11-03 09:00  2026-11-03  adjustment  +$30.00   $30.00        brought back from 2036-01-05
    $ popug account list --all
    ACCOUNT       BALANCE  EARNED  ON
    kesha          $30.00   $0.00  2026-11-03
    penny           $0.00   $0.00  2026-11-03
    polly           $5.00   $0.00  2026-11-03
    (management)  -$35.00   $0.00  2026-11-03
    (bank)          $0.00   $0.00  2026-11-03
    ─────────────────────────────────────────
                    $0.00   $0.00
    "#);
    let doctor = world.json("doctor");
    let checks = doctor.as_array().expect("findings");
    assert!(
        checks
            .iter()
            .all(|it| it["check"] != "clock" && it["ok"] == true)
    );
}

#[test]
fn many_rows_of_one_popug_are_brought_back_in_one_go() {
    let mut world = World::one_worker();
    world.at("2036-01-05T09:00:00Z");
    world.log_in("polly");
    for amount in ["+30", "+20"] {
        world
            .run(&format!("account adjust kesha {amount} --reason r --yes"))
            .must();
    }
    world.at("2026-11-03T09:00:00Z");
    world.log_in("polly");
    insta::assert_snapshot!(Story(vec![
        world.run("account bring-back --yes"),
        world.run("status --check --fields ahead_transactions,ahead_since"),
    ]), @"
    $ popug account bring-back --yes
    ID  POPUG  FROM         AMOUNT
     1  kesha  2036-01-05  +$30.00
     2  kesha  2036-01-05  +$20.00
    [stderr]
    warning: the clock says 2026-11-03, and the newest event is of 2036-01-05: is it right?
    $ popug status --check --fields ahead_transactions,ahead_since
    Ahead        0
    Ahead since  –
    [stderr]
    warning: 1 day to be closed: `popug day close`
    [exit 7]
    ");
    world.at("2026-11-04T09:00:00Z");
    world.log_in("polly");
    let closed = world.json("day close");
    assert_eq!(closed["closed"][1]["payouts"], 1, "{closed}");
    assert_eq!(closed["closed"][1]["paid_cents"], 5_000, "{closed}");
    world.run("doctor").must();
}

#[test]
fn doctor_tells_of_what_lies_ahead_of_the_clock() {
    let world = once_ahead();
    let doctor = world.json("doctor");
    let checks = doctor.as_array().expect("findings");
    let clock = checks
        .iter()
        .find(|it| it["check"] == "clock")
        .expect("one");
    insta::assert_snapshot!(serde_json::to_string_pretty(clock).expect("JSON"), @r#"
    {
      "check": "clock",
      "ok": true,
      "level": "warn",
      "detail": "2 transactions lie ahead of the clock, from 2036-01-05 on, where no close pays them",
      "hint": "bring them back into the open day: `popug account bring-back`"
    }
    "#);
}

#[test]
fn a_closed_day_ahead_of_the_clock_is_told_and_nothing_is_brought_back() {
    let mut world = once_on("2026-12-05T09:00:00Z");
    world.at("2026-12-06T09:00:00Z");
    world.log_in("polly");
    world.run("day close --date yesterday").must();
    world.at("2026-11-04T09:00:00Z");
    world.log_in("polly");
    insta::assert_snapshot!(Story(vec![
        world.run("account bring-back --yes"),
        world.run("day close"),
        world.run("status --check --fields ahead_transactions,ahead_since"),
    ]), @"
    $ popug account bring-back --yes
    [stderr]
    warning: the clock says 2026-11-04, and the newest event is of 2026-12-06: is it right?
    error: nothing can be brought back: 2026-12-05 is closed already, and today is 2026-11-04
    hint: what is closed stays closed; restore a backup from before (README, Mending a mistake)
    [exit 5]
    $ popug day close
    [stderr]
    warning: 2026-12-05 is closed and lies ahead of the clock: what is posted now waits for the day after it
    hint: what is closed stays closed; restore a backup from before (README, Mending a mistake)
    $ popug status --check --fields ahead_transactions,ahead_since
    Ahead        0
    Ahead since  2026-12-05
    [stderr]
    warning: 2026-12-05 is closed and lies ahead of the clock: what is posted now waits for the day after it; what is closed stays closed; restore a backup from before (README, Mending a mistake)
    [exit 7]
    ");
}

#[test]
fn a_close_ahead_that_a_time_zone_explains_is_nothing_wrong() {
    let mut world = World::one_worker();
    world.at("2026-11-02T18:00:00Z");
    world.log_in("polly");
    world.run("setting set timezone Pacific/Auckland").must();
    world.run("add 'Oil the perch'").must();
    world.run("day close --date today --yes").must();
    world.run("setting set timezone America/Los_Angeles").must();
    world.run("add 'Sweep the cage'").must();
    let day = world.json("account log kesha")[1]["day"].clone();
    assert_eq!(day, "2026-11-04");
    world.run("status --check").must();
    let doctor = world.json("doctor");
    let checks = doctor.as_array().expect("findings");
    assert!(checks.iter().all(|it| it["check"] != "clock"));
}

#[test]
fn what_a_clock_that_ran_ahead_has_made_is_not_good_for_years() {
    let mut world = World::one_worker();
    world.at("2036-01-05T09:00:00Z");
    world.log_in("polly");
    let add = "user add ara --role worker --email a@popug.example";
    let code = world.json(add)["enroll_code"].clone();
    let code = code.as_str().expect("a code");
    let create = "token create cron --for day.close --expires 30d";
    let token = world.json(create)["token"].clone();
    world.at("2026-11-05T09:00:00Z");
    let token = token.as_str().expect("a token");
    let enrolled = world.with_input(&format!("enroll {code} --beak-stdin"), BEAK);
    enrolled.must_fail(4);
    insta::assert_snapshot!(Story(vec![
        world.run("whoami"),
        world.with(&[("POPUG_TOKEN", token)], "day close"),
    ]), @"
    $ popug whoami
    [stderr]
    error: the session has ended
    hint: log in: `popug login NAME`
    [exit 4]
    $ popug day close
    [stderr]
    error: the token cron was made at 2036-01-05T09:00:00Z, by a clock that ran ahead
    hint: an admin makes another: `popug token create NAME --for PERMISSION`
    [exit 4]
    ");
    world.log_in("polly");
    world.run(create).must();
}

#[test]
fn a_session_that_a_clock_ahead_has_used_is_idle_until_then() {
    let mut world = World::one_worker();
    for day in ["08", "14"] {
        world.at(&format!("2026-11-{day}T09:00:00Z"));
        world.run("whoami").must();
    }
    world.at("2026-11-03T09:00:00Z");
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    [stderr]
    error: the session of kesha was not used for seven days
    hint: log in: `popug login kesha`
    [exit 4]
    ");
}

#[test]
fn a_store_is_made_when_its_server_says_so() {
    let Some(world) = a_year_ahead() else { return };
    let created = world.number("SELECT created_at FROM log_head");
    let server = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";
    let since = world.number(server) - created;
    assert!((0..3_600_000_000).contains(&since), "{since}");
}

#[test]
fn a_day_that_is_not_there_yet_is_refused_everywhere() {
    let world = World::company();
    for line in [
        "account show --date 2026-11-03",
        "account log --date 2026-11-03",
        "account log --to 2027-01-01",
        "account statement --date 2026-11-03",
        "account statement --period 2027",
        "account list --date 2026-11-03",
        "account earnings --from 2026-11-03",
        "analytics summary --date 2026-11-03",
        "analytics top --period 2026-12",
        "day show 2026-11-03",
        "day report 2026-11-03",
        "day list --from 2026-11-03",
        "day close --date 2026-11-03",
        "day verify 2026-11-03 SEAL",
        "task list --all --to 2026-11-03",
        "draw fairness --period 2026-12",
        "export csv --period 2026-12",
    ] {
        let line = line.replace("SEAL", &"0".repeat(64));
        let refused = world.run_as("polly", &line).must_fail(5);
        assert!(
            refused
                .stderr
                .contains("is not there yet; today is 2026-11-02"),
            "{line}"
        );
    }
    world
        .run_as("polly", "account earnings --period this-month")
        .must();
}

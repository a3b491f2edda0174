//! Whose clock counts: the server's, where there is one.

use crate::cluster::cluster;
use crate::support::{BEAK, Engine, Place, Ran, World, Worlds};

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

//! The books elsewhere: what an export looks like, where it goes, and what it never does.

use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

use crate::support::{Story, World, words};

/// Kesha earns on Monday, Monday is closed on Wednesday, and penny mends in between.
fn company() -> World {
    let mut world = World::one_worker();
    world.hire("penny", "accountant");
    world
        .run_as("polly", "user set penny --active false")
        .must();
    world
        .run_as("kesha", "add '[POPUG-1] Oil; the | \"perch\"'")
        .must();
    world.run_as("kesha", "add '=SUM(A1)'").must();
    world.run_as("kesha", "done 1 2").must();
    world.run_as("polly", "user set penny --active true").must();
    world.log_in("penny");
    world.at("2026-11-03T09:00:00Z");
    world
        .run("account adjust kesha +1.50 --reason 'a\\crumb' --yes")
        .must();
    world.at("2026-11-04T00:15:00Z");
    world.run("day close --date 2026-11-02").must();
    world
}

#[test]
fn books_are_written_for_three_programs() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("export hledger"),
        world.run("export ledger --from 2026-11-03"),
        world.run("export beancount --from 2026-11-03"),
    ]), @r#"
    $ popug export hledger
    ; The books of popug, from 2026-11-02 to 2026-11-04.
    ; Store STORE-ID.
    ; What a popug is owed is above zero.

    decimal-mark .
    commodity 1000.00 USD
    account Assets:Popugs:kesha
    account Assets:Popugs:penny
    account Assets:Popugs:polly
    account Equity:Management
    account Assets:Bank

    2026-11-02 * (1) fee: [POPUG-1] Oil\u{3b} the \u{7c} "perch"
        ; at: 2026-11-02T09:00:00Z
        ; task: 1
        ; actor: kesha
        Assets:Popugs:kesha  -20.00 USD
        Equity:Management  20.00 USD

    2026-11-02 * (2) fee: =SUM(A1)
        ; at: 2026-11-02T09:00:00Z
        ; task: 2
        ; actor: kesha
        Assets:Popugs:kesha  -10.00 USD
        Equity:Management  10.00 USD

    2026-11-02 * (3) reward: [POPUG-1] Oil\u{3b} the \u{7c} "perch"
        ; at: 2026-11-02T09:00:00Z
        ; task: 1
        ; actor: kesha
        Equity:Management  -21.00 USD
        Assets:Popugs:kesha  21.00 USD

    2026-11-02 * (4) reward: =SUM(A1)
        ; at: 2026-11-02T09:00:00Z
        ; task: 2
        ; actor: kesha
        Equity:Management  -37.00 USD
        Assets:Popugs:kesha  37.00 USD

    2026-11-02 * (6) payout
        ; at: 2026-11-04T00:15:00Z
        ; actor: penny
        Assets:Popugs:kesha  -28.00 USD
        Assets:Bank  28.00 USD

    2026-11-02 * Day closed
        ; seal: {hash}
        Equity:Management  0.00 USD = -28.00 USD
        Assets:Bank  0.00 USD = 28.00 USD
        Assets:Popugs:kesha  0.00 USD = 0.00 USD

    2026-11-03 * (5) adjustment: a\u{5c}crumb
        ; at: 2026-11-03T09:00:00Z
        ; actor: penny
        Equity:Management  -1.50 USD
        Assets:Popugs:kesha  1.50 USD
    $ popug export ledger --from 2026-11-03
    ; The books of popug, from 2026-11-03 to 2026-11-04.
    ; Store STORE-ID.
    ; What a popug is owed is above zero.

    commodity USD
        format 1000.00 USD
    tag at
    tag task
    tag actor
    tag mends
    tag seal
    account Assets:Popugs:kesha
    account Assets:Popugs:penny
    account Assets:Popugs:polly
    account Equity:Management
    account Assets:Bank

    2026-11-03 * Opening balances
        Equity:Management  -28.00 USD
        Assets:Bank  28.00 USD

    2026-11-03 * (5) adjustment: a\u{5c}crumb
        ; at: 2026-11-03T09:00:00Z
        ; actor: penny
        Equity:Management  -1.50 USD
        Assets:Popugs:kesha  1.50 USD
    $ popug export beancount --from 2026-11-03
    ; The books of popug, from 2026-11-03 to 2026-11-04.
    ; Store STORE-ID.
    ; What a popug is owed is above zero.

    option "title" "popug"
    option "operating_currency" "USD"

    2026-11-03 commodity USD
    2026-11-03 open Assets:Popugs:Kesha USD
      name: "kesha"
    2026-11-03 open Assets:Popugs:Penny USD
      name: "penny"
    2026-11-03 open Assets:Popugs:Polly USD
      name: "polly"
    2026-11-03 open Equity:Management USD
      name: "management"
    2026-11-03 open Assets:Bank USD
      name: "bank"

    2026-11-03 * "Opening balances"
      Equity:Management  -28.00 USD
      Assets:Bank  28.00 USD

    2026-11-03 * "adjustment: a\\crumb"
      id: 5
      at: "2026-11-03T09:00:00Z"
      actor: "penny"
      Equity:Management  -1.50 USD
      Assets:Popugs:Kesha  1.50 USD
    "#);
}

#[test]
fn the_ledger_is_written_as_csv_and_json() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("export csv"),
        world.run("export csv --to 2026-11-02 --fields id,to,task_title"),
        world.run("export json --from 2026-11-03"),
        world.run("export json --from 2026-11-04"),
        world.run("export csv --from 2026-11-04"),
    ]), @r#"
    $ popug export csv
    id,at,day,kind,from,to,amount_cents,from_balance_cents,to_balance_cents,task_id,task_ticket,task_title,memo,actor,mends
    1,2026-11-02T09:00:00Z,2026-11-02,fee,kesha,management,2000,-2000,2000,1,POPUG-1,"Oil; the | ""perch""",,kesha,
    2,2026-11-02T09:00:00Z,2026-11-02,fee,kesha,management,1000,-3000,3000,2,,'=SUM(A1),,kesha,
    3,2026-11-02T09:00:00Z,2026-11-02,reward,management,kesha,2100,900,-900,1,POPUG-1,"Oil; the | ""perch""",,kesha,
    4,2026-11-02T09:00:00Z,2026-11-02,reward,management,kesha,3700,-2800,2800,2,,'=SUM(A1),,kesha,
    5,2026-11-03T09:00:00Z,2026-11-03,adjustment,management,kesha,150,-2950,2950,,,,a\crumb,penny,
    6,2026-11-04T00:15:00Z,2026-11-02,payout,kesha,bank,2800,150,2800,,,,,penny,
    $ popug export csv --to 2026-11-02 --fields id,to,task_title
    id,to,task_title
    1,management,"Oil; the | ""perch"""
    2,management,'=SUM(A1)
    3,kesha,"Oil; the | ""perch"""
    4,kesha,'=SUM(A1)
    6,bank,
    $ popug export json --from 2026-11-03
    [
    {"id":5,"at":"2026-11-03T09:00:00Z","day":"2026-11-03","kind":"adjustment","from":"management","to":"kesha","amount_cents":150,"from_balance_cents":-2950,"to_balance_cents":2950,"task":null,"memo":"a\\crumb","actor":"penny","mends":null}
    ]
    $ popug export json --from 2026-11-04
    []
    $ popug export csv --from 2026-11-04
    id,at,day,kind,from,to,amount_cents,from_balance_cents,to_balance_cents,task_id,task_ticket,task_title,memo,actor,mends
    "#);
    let rows = world.run("export json").must().json();
    assert_eq!(rows.as_array().expect("an array").len(), 6);
}

#[test]
fn a_file_is_told_of_and_never_written_over() {
    let world = company();
    insta::assert_snapshot!(Story(vec![
        world.run("export hledger -o books"),
        world.run("export hledger -o books --json"),
        world.run("export json -o rows --json --fields id"),
        world.run("export hledger -o not/there"),
        world.run("export hledger -o .."),
        world.run("export hledger --fields id"),
        world.run("export csv --fields prize"),
        world.run("export json --from today --to yesterday"),
        world.run("export csv --key once"),
        world.run("export csv --dry-run"),
        world.run("export csv --as kesha -o mine"),
    ]), @r#"
    $ popug export hledger -o books
    books: 6 transactions
    $ popug export hledger -o books --json
    [stderr]
    error: books is there already
    hint: name another one, or move it out of the way; nothing is overwritten
    {"error":{"kind":"conflict","message":"books is there already","hint":"name another one, or move it out of the way; nothing is overwritten"}}
    [exit 5]
    $ popug export json -o rows --json --fields id
    {
      "file": "rows",
      "transactions": 6
    }
    $ popug export hledger -o not/there
    [stderr]
    error: cannot write not/there: No such file or directory (os error 2)
    hint: see whether its directory is there and may be written to
    [exit 1]
    $ popug export hledger -o ..
    [stderr]
    error: .. is there already
    hint: name another one, or move it out of the way; nothing is overwritten
    [exit 5]
    $ popug export hledger --fields id
    [stderr]
    error: this export has no fields; leave --fields out
    [exit 2]
    $ popug export csv --fields prize
    [stderr]
    error: there is no field 'prize' in this answer
    hint: the fields are id, at, day, kind, from, to, amount_cents, from_balance_cents, to_balance_cents, task, memo, actor, mends
    [exit 2]
    $ popug export json --from today --to yesterday
    [stderr]
    error: the range ends on 2026-11-03, before it begins on 2026-11-04
    [exit 2]
    $ popug export csv --key once
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    $ popug export csv --dry-run
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    $ popug export csv --as kesha -o mine
    [stderr]
    error: kesha is a worker and may not do this: it needs account.read
    hint: admins and accountants may
    [exit 4]
    "#);
    let books = world.home().join("books");
    let mode = fs::metadata(&books).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let shown = world.run("export hledger").must().stdout;
    let written = fs::read_to_string(&books).expect("a file");
    assert_eq!(
        written.lines().skip(3).collect::<Vec<_>>(),
        shown.lines().skip(3).collect::<Vec<_>>()
    );
    assert_eq!(files(world.home()), ["books", "rows"]);
}

/// The files right in a directory.
fn files(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory").flatten();
    let files = entries.filter(|it| it.file_type().is_ok_and(|it| it.is_file()));
    let mut names: Vec<String> = files
        .map(|it| it.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_reader_that_goes_away_ends_an_export_quietly() {
    let world = company();
    for format in ["hledger", "csv", "json"] {
        let mut command = world.command(&words(&format!("export {format}")));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("popug starts");
        drop(child.stdout.take());
        let mut told = String::new();
        let mut stderr = child.stderr.take().expect("standard error");
        stderr.read_to_string(&mut told).expect("UTF-8");
        let status = child.wait().expect("popug ends");
        assert_eq!((status.code(), told.as_str()), (Some(0), ""), "{format}");
    }
}

#[test]
fn everything_is_written_once_and_by_admins_alone() {
    let world = company();
    fs::create_dir(world.home().join("empty")).expect("a directory");
    insta::assert_snapshot!(Story(vec![
        world.run("export all everything --as penny"),
        world.run("export all everything --as polly --fields files"),
        world.run("export all everything --as polly"),
        world.run("export all everything --as polly"),
        world.run("export all empty/ --as polly"),
        world.run("export all .. --as polly"),
        world.run("export all not/there --as polly"),
    ]), @"
    $ popug export all everything --as penny
    [stderr]
    error: penny is an accountant and may not do this: it needs event.manage
    hint: admins may
    [exit 4]
    $ popug export all everything --as polly --fields files
    [stderr]
    error: this export has no fields; leave --fields out
    [exit 2]
    $ popug export all everything --as polly
    everything: 18 files with 71 rows
    $ popug export all everything --as polly
    [stderr]
    error: everything is there already
    hint: name another one, or move it out of the way; nothing is overwritten
    [exit 5]
    $ popug export all empty/ --as polly
    empty/: 18 files with 71 rows
    $ popug export all .. --as polly
    [stderr]
    error: .. is there already
    hint: name another one, or move it out of the way; nothing is overwritten
    [exit 5]
    $ popug export all not/there --as polly
    [stderr]
    error: cannot write not/there: No such file or directory (os error 2)
    hint: see whether its directory is there and may be written to
    [exit 1]
    ");
    assert_eq!(files(world.home()), Vec::<String>::new());
    let directories = fs::read_dir(world.home()).expect("a home").flatten();
    let hidden = directories.filter(|it| it.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0, "nothing unfinished is left");
    let everything = world.home().join("everything");
    let mode = |path: &Path| fs::metadata(path).expect("a mode").permissions().mode() & 0o777;
    assert_eq!(mode(&everything), 0o700);
    assert_eq!(mode(&everything.join("users.jsonl")), 0o600);
}

#[test]
fn everything_is_what_the_manifest_says() {
    let world = company();
    let manifest = world.json_as("polly", "export all everything");
    let directory = world.home().join("everything");
    let kept = fs::read_to_string(directory.join("manifest.json")).expect("a manifest");
    let kept: serde_json::Value = serde_json::from_str(&kept).expect("JSON");
    for key in ["format", "schema", "exported_at", "seq", "hash", "files"] {
        assert_eq!(kept[key], manifest[key], "{key}");
    }
    let mut listed = vec!["manifest.json".to_owned()];
    for entry in manifest["files"].as_array().expect("files") {
        let name = entry["file"].as_str().expect("a name");
        listed.push(name.to_owned());
        let rows = fs::read_to_string(directory.join(name)).expect("a file");
        assert_eq!(entry["rows"], rows.lines().count(), "{name}");
        let summed = world.shell(&format!("sha256sum everything/{name}")).must();
        let hash = entry["sha256"].as_str().expect("a hash");
        assert!(summed.stdout.starts_with(hash), "{name}");
    }
    listed.sort();
    assert_eq!(files(&directory), listed);
    let rows = fs::read_to_string(directory.join("transactions.jsonl")).expect("a file");
    let rows: Vec<serde_json::Value> = rows
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(
        world.run("export json").must().json(),
        serde_json::Value::Array(rows)
    );
}

/// What proves who somebody is, as it is kept, and the tokens as sessions keep them.
fn secrets(world: &World) -> Vec<String> {
    let mut raw = world.raw();
    let mut all = Vec::new();
    for sql in [
        "SELECT hash FROM auth_beak",
        "SELECT code_hash FROM auth_enrolment",
        "SELECT token_hash FROM auth_session",
        "SELECT token_hash FROM auth_token",
        "SELECT answer FROM app_request_key",
    ] {
        let found = raw.texts(sql);
        assert!(!found.is_empty(), "{sql}");
        all.extend(found);
    }
    all
}

#[test]
fn everything_holds_no_secret() {
    let world = company();
    let add = "user add zazu --role worker --email z@popug.example --as polly --json";
    let code = world.run(add).must().json()["enroll_code"].clone();
    world.run_as("kesha", "add 'Oil' --key secret-key").must();
    let polly = [("POPUG_AS", "polly")];
    let token = world.with(&polly, "token create cron --for day.close");
    let token = token.must().stdout.trim().to_owned();
    world.run_as("polly", "export all everything").must();
    let all = world.shell("cat everything/*").must().stdout;
    let raw = secrets(&world);
    assert!(raw.len() >= 8, "{raw:?}");
    let code = code.as_str().expect("a code").to_owned();
    for secret in raw.iter().chain([&code, &token]) {
        assert!(!all.contains(secret), "{secret}");
    }
    for kept in ["secret-key", "kesha@popug.example", "\"zazu\"", "\"cron\""] {
        assert!(all.contains(kept), "{kept}");
    }
}

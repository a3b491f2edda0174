//! The company's settings: read by everybody, changed by admins, each held against its own rule.

use crate::support::{FileOnly, Story, World, on_file};

#[test]
fn settings_are_listed_and_got() {
    let world = World::company();
    insta::assert_snapshot!(Story(vec![
        world.run("setting list"),
        world.run("setting get timezone"),
        world.run("setting get fee_max --json"),
        world.run("setting list --format csv --fields key,value,default"),
    ]), @r#"
    $ popug setting list
    KEY         VALUE                         DEFAULT                       ABOUT
    timezone    UTC                           UTC                           where midnight is: a zone of the IANA database
    currency    USD                           USD                           what is paid in: ISO 4217 with two decimals, until the first transaction
    fee_min     10                            10                            the lowest fee, in whole units
    fee_max     20                            20                            the highest fee, in whole units
    reward_min  20                            20                            the lowest reward, in whole units
    reward_max  40                            40                            the highest reward, in whole units
    mail        maildir                       maildir                       where letters go: maildir (beside the store) or maildir:PATH
    mail_from   accounting@uberpopug.example  accounting@uberpopug.example  whom letters are from
    payments    none                          none                          who pays: none (a payout counts as processed at once)
    $ popug setting get timezone
    UTC
    $ popug setting get fee_max --json
    {
      "key": "fee_max",
      "value": "20",
      "default": "20",
      "about": "the highest fee, in whole units"
    }
    $ popug setting list --format csv --fields key,value,default
    key,value,default
    timezone,UTC,UTC
    currency,USD,USD
    fee_min,10,10
    fee_max,20,20
    reward_min,20,20
    reward_max,40,40
    mail,maildir,maildir
    mail_from,accounting@uberpopug.example,accounting@uberpopug.example
    payments,none,none
    "#);
}

#[test]
fn a_setting_is_changed_once_and_told() {
    let world = World::company();
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run_as("polly", "setting set fee_max 25 --dry-run"),
        world.run_as("polly", "setting set fee_max 20"),
    ]), @"
    $ popug setting set fee_max 25 --dry-run --as polly
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    $ popug setting set fee_max 20 --as polly
    fee_max is 20
    ");
    assert_eq!(world.head(), before, "nothing was changed");
    insta::assert_snapshot!(Story(vec![
        world.run_as("polly", "setting set fee_max 25 --key once"),
        world.run_as("polly", "setting set fee_max 30"),
        world.run_as("polly", "setting set fee_max 25 --key once"),
        world.run_as("polly", "setting set fee_max 26 --key once"),
        world.run_as("polly", "setting get fee_max"),
        world.run_as("polly", "event list --name setting.updated --limit 2 --format csv --fields actor,data"),
    ]), @r#"
    $ popug setting set fee_max 25 --key once --as polly
    fee_max is 25
    $ popug setting set fee_max 30 --as polly
    fee_max is 30
    $ popug setting set fee_max 25 --key once --as polly
    fee_max is 25
    $ popug setting set fee_max 26 --key once --as polly
    [stderr]
    error: the key 'once' was used for another request
    hint: use a key of its own for each request
    [exit 5]
    $ popug setting get fee_max --as polly
    30
    $ popug event list --name setting.updated --limit 2 --format csv --fields actor,data --as polly
    actor,data
    polly,"{""key"":""fee_max"",""value"":""25""}"
    polly,"{""key"":""fee_max"",""value"":""30""}"
    "#);
    world.run("doctor").must();
}

#[test]
fn a_value_that_the_setting_does_not_take_changes_nothing() {
    let world = World::company();
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run_as("polly", "setting set fee_mx 25"),
        world.run_as("polly", "setting get nonsense"),
        world.run_as("polly", "setting set timezone Mars/Olympus"),
        world.run_as("polly", "setting set currency XPF"),
        world.run_as("polly", "setting set fee_min 21"),
        world.run_as("polly", "setting set reward_max 19"),
        world.run_as("polly", "setting set fee_min -5"),
        world.run_as("polly", "setting set reward_max 1000001"),
        world.run_as("polly", "setting set mail smtp://kesha:beak@mail.example"),
        world.run_as("polly", "setting set mail_from accounting"),
        world.run_as("polly", "setting set payments https://popug:beak@bank.example"),
    ]), @"
    $ popug setting set fee_mx 25 --as polly
    [stderr]
    error: there is no setting 'fee_mx'
    hint: did you mean fee_max? the settings are timezone, currency, fee_min, fee_max, reward_min, reward_max, mail, mail_from, payments
    [exit 3]
    $ popug setting get nonsense --as polly
    [stderr]
    error: there is no setting 'nonsense'
    hint: the settings are timezone, currency, fee_min, fee_max, reward_min, reward_max, mail, mail_from, payments
    [exit 3]
    $ popug setting set timezone Mars/Olympus --as polly
    [stderr]
    error: there is no time zone 'Mars/Olympus' in the IANA database; try one such as Europe/Berlin or UTC
    [exit 2]
    $ popug setting set currency XPF --as polly
    [stderr]
    error: XPF has no two decimals; popug counts in hundredths
    [exit 2]
    $ popug setting set fee_min 21 --as polly
    [stderr]
    error: fee_min 21 would be above fee_max 20
    hint: move the other end of the range first
    [exit 2]
    $ popug setting set reward_max 19 --as polly
    [stderr]
    error: reward_min 20 would be above reward_max 19
    hint: move the other end of the range first
    [exit 2]
    $ popug setting set fee_min -5 --as polly
    [stderr]
    error: '-5' is no price for fee_min: whole units, from 1 to 1000000
    [exit 2]
    $ popug setting set reward_max 1000001 --as polly
    [stderr]
    error: '1000001' is no price for reward_max: whole units, from 1 to 1000000
    [exit 2]
    $ popug setting set mail smtp://kesha:beak@mail.example --as polly
    [stderr]
    error: letters go to maildirs only so far, not to 'smtp:'; say maildir or maildir:PATH
    [exit 2]
    $ popug setting set mail_from accounting --as polly
    [stderr]
    error: 'accounting' is no address such as popug@example.com or UberPopug Inc <popug@example.com>
    [exit 2]
    $ popug setting set payments https://popug:beak@bank.example --as polly
    [stderr]
    error: payouts go to no gateway so far; say none
    [exit 2]
    ");
    world.run_as("kesha", "setting set nonsense 1").must_fail(4);
    assert_eq!(world.head(), before);
}

#[test]
fn the_currency_is_fixed_by_the_first_transaction() {
    let world = World::one_worker();
    world.run_as("polly", "setting set currency eur").must();
    insta::assert_snapshot!(Story(vec![
        world.run("add 'Oil the perch'"),
        world.run_as("polly", "setting set currency usd"),
        world.run_as("polly", "setting set currency EUR"),
    ]), @"
    $ popug add 'Oil the perch'
    task 1 falls to kesha: fee €14.00, reward €27.00
    $ popug setting set currency usd --as polly
    [stderr]
    error: the currency stays EUR: there are transactions in it
    [exit 5]
    $ popug setting set currency EUR --as polly
    currency is EUR
    ");
}

#[test]
fn prices_count_for_the_tasks_that_come_later() {
    let world = World::one_worker();
    let first = world.json("add 'Oil the perch'");
    for (key, value) in [
        ("fee_max", 90),
        ("fee_min", 90),
        ("reward_max", 95),
        ("reward_min", 95),
    ] {
        let set = format!("setting set {key} {value}");
        world.run_as("polly", &set).must();
    }
    let second = world.json("add 'Sweep the cage'");
    assert_eq!(second["fee_cents"], 9_000);
    assert_eq!(second["reward_cents"], 9_500);

    world.run_as("polly", "task reassign --yes").must();
    world.run("done 1").must();
    let log = world.json("account log");
    let log = log.as_array().expect("an array").iter();
    let of_first: Vec<i64> = log
        .filter(|row| row["task"]["id"] == 1)
        .map(|row| row["amount_cents"].as_i64().expect("an amount"))
        .collect();
    let price = |key: &str| first[key].as_i64().expect("a price");
    let (fee, reward) = (price("fee_cents"), price("reward_cents"));
    assert_eq!(of_first, [-fee, -fee, reward], "it keeps its price");
    world.run("doctor").must();
}

#[test]
fn a_time_zone_counts_for_the_days_that_come_later() {
    let mut world = World::one_worker();
    world.at("2026-11-02T20:00:00Z");
    world.run("add 'Oil the perch'").must();
    world
        .run_as("polly", "setting set timezone Asia/Tokyo")
        .must();
    world.run("add 'Sweep the cage'").must();
    let days = |world: &World| -> Vec<String> {
        let log = world.json("account log");
        let rows = log.as_array().expect("an array").iter();
        rows.map(|row| row["day"].as_str().expect("a day").to_owned())
            .collect()
    };
    assert_eq!(days(&world), ["2026-11-02", "2026-11-03"]);
    // It is the third in Tokyo, so the second has ended.
    let closed = world.json_as("polly", "day close");
    assert_eq!(closed["closed"][0]["day"], "2026-11-02");
    // Back in Honolulu it is the second, which stays closed.
    world
        .run_as("polly", "setting set timezone Pacific/Honolulu")
        .must();
    world.run("add 'Count the seeds'").must();
    assert_eq!(days(&world)[2], "2026-11-03");
    assert_eq!(world.json("account show")["day"], "2026-11-03");
    world.run("doctor").must();
}

#[test]
fn no_day_lies_before_the_first_one_whatever_the_time_zone() {
    let world = World::one_worker();
    world
        .run_as("polly", "setting set timezone Pacific/Honolulu")
        .must();
    world.run_as("polly", "setting get timezone").must();
    // Nine in the morning in London is late in the evening before in Honolulu.
    world.run("add 'Oil the perch'").must();
    assert_eq!(world.json("account log")[0]["day"], "2026-11-02");
    assert_eq!(
        world.json_as("polly", "day close")["closed"],
        serde_json::json!([])
    );
    world.run("doctor").must();
}

#[test]
fn letters_go_where_the_company_says() {
    let mut world = on_file(FileOnly::UsualMaildir).one_worker();
    world
        .run_as("polly", "setting set mail maildir:letters")
        .must();
    world
        .run_as(
            "polly",
            "setting set mail_from 'The Nest <nest@popug.example>'",
        )
        .must();
    world.run("add 'Oil the perch'").must();
    world.run("done 1").must();
    world.at("2026-11-03T09:00:00Z");
    world.run_as("polly", "day close").must();
    let letters = crate::support::Letter::all(&world.store().with_file_name("letters"));
    assert_eq!(letters.len(), 1);
    assert_eq!(
        letters[0].header("From"),
        "\"The Nest\" <nest@popug.example>"
    );
}

#[test]
fn a_process_may_not_undo_what_the_company_pays_through() {
    let world = World::one_worker();
    world.with(&[("POPUG_PAYMENTS", "none")], "mine").must();
    world
        .tamper("INSERT INTO app_setting (key, value) VALUES ('payments', 'https://bank.example')");
    insta::assert_snapshot!(Story(vec![
        world.with(&[("POPUG_PAYMENTS", "none")], "mine"),
        world.with(&[("POPUG_PAYMENTS", "https://bank.example")], "mine"),
        world.with(&[("POPUG_MAIL", "smtp://mail.example")], "mine"),
    ]), @"
    $ popug mine
    [stderr]
    error: POPUG_PAYMENTS is none, but the company pays through a gateway
    hint: leave POPUG_PAYMENTS out
    [exit 2]
    $ popug mine
    [stderr]
    error: POPUG_PAYMENTS: payouts go to no gateway so far; say none
    [exit 2]
    $ popug mine
    [stderr]
    error: POPUG_MAIL: letters go to maildirs only so far, not to 'smtp:'; say maildir or maildir:PATH
    [exit 2]
    ");
}

#[test]
fn an_adjustment_leaves_room_for_what_follows() {
    let world = World::one_worker();
    insta::assert_snapshot!(Story(vec![
        world.run_as("polly", "account adjust kesha +1000000000.01 --reason gold --yes"),
        world.run_as("polly", "account adjust kesha -90000000000000000 --reason gold --yes"),
        world.run_as("polly", "account adjust kesha +1000000000 --reason gold --yes"),
        world.run_as("polly", "account adjust kesha -1000000000 --reason gold --yes"),
    ]), @"
    $ popug account adjust kesha +1000000000.01 --reason gold --yes --as polly
    [stderr]
    error: an adjustment moves at most 1000000000 whole units, either way
    [exit 2]
    $ popug account adjust kesha -90000000000000000 --reason gold --yes --as polly
    [stderr]
    error: an adjustment moves at most 1000000000 whole units, either way
    [exit 2]
    $ popug account adjust kesha +1000000000 --reason gold --yes --as polly
    transaction 1: +$1000000000.00, balance $1000000000.00
    $ popug account adjust kesha -1000000000 --reason gold --yes --as polly
    transaction 2: -$1000000000.00, balance $0.00
    ");
    world.run("add 'Oil the perch'").must();
    world.run("doctor").must();
}

//! The table of who may do what, by trying.

use std::fmt::Write;
use std::fs;
use std::thread;

use crate::refusals::company::{NOBODY, ROLES, company_of, deserted_of, fee_of, task_of};
use crate::support::{BEAK, World, Worlds, leaves, worlds_for};

/// Every command, so that it would succeed for whoever may. `MINE` is an open task of whoever asks,
/// `THEIRS` one of another popug, which was made by a third; `MYFEE` and `FEE` what was charged for
/// them; `SEAL` the seal of the closed day. There is no dead letter and nobody was paid, so
/// whoever may look at or mend one gets a 3.
const COMMANDS: &[&str] = &[
    "init --store other.db --admin zazu --email z@popug.example --beak-stdin",
    "demo --store other.db --days 1",
    "login kesha --beak-stdin",
    "enroll CODE --beak-stdin",
    "beak --beak-stdin",
    "doctor",
    "status --check",
    "backup kept.backup",
    "restore older.backup --store other.db",
    "store upgrade",
    "store copy fresh.db moved.db",
    "store accept-loss --yes",
    "completions bash",
    "man",
    "help permissions",
    "prompt",
    "logout",
    "whoami",
    "add 'Oil the perch'",
    "mine",
    "done MINE",
    "done THEIRS",
    "task add 'Oil the perch'",
    "task list",
    "task mine",
    "task show THEIRS",
    "task edit MINE --title 'Oil both perches'",
    "task edit THEIRS --title 'Oil both perches'",
    "task import rows.csv",
    "task close MINE",
    "task close THEIRS",
    "task reassign --dry-run",
    "task reassign --yes",
    "task why THEIRS",
    "draw list",
    "draw show 1",
    "draw verify",
    "draw fairness",
    "account show",
    "account show ara",
    "account log",
    "account log ara",
    "account statement",
    "account statement ara",
    "account list",
    "account earnings",
    "account adjust ara +1.50 --reason crumb --yes",
    "account adjust me +1.50 --reason crumb --yes",
    "account reverse FEE --reason slip --yes",
    "account reverse MYFEE --reason slip --yes",
    "account bring-back --yes",
    "day close",
    "day close --date today --dry-run",
    "day close --date today --yes",
    "day list",
    "day show 2026-11-02",
    "day verify 2026-11-02 SEAL",
    "day report 2026-11-02",
    "mail list",
    "mail show 1",
    "mail send",
    "mail retry 1",
    "mail discard 1",
    "payment list",
    "payment send",
    "payment retry 1",
    "export hledger -o a.journal",
    "export ledger -o b.journal",
    "export beancount -o c.beancount",
    "export csv -o d.csv",
    "export json",
    "export all everything",
    "setting list",
    "setting get fee_max",
    "setting set fee_max 25",
    "analytics summary",
    "analytics top",
    "user add zazu --role worker --email z@popug.example",
    "user list",
    "user show me",
    "user show ara",
    "user set ara --full-name Ara",
    "user enroll ara",
    "user enroll ara --recover",
    "user import popugs.csv",
    "token create robot --for task.read",
    "token list",
    "token revoke cron",
    "event list",
    "event show 1",
    "event consumers",
    "event schema",
    "event rebuild analytics",
    "event dead list",
    "event dead show 1",
    "event dead retry 1",
    "event dead discard 1 --reason void",
];

/// What works until it is asked to end, for whoever may open the store; and what fills a screen, and
/// shows there what its popug may see.
const UNENDING: [&str; 2] = ["worker", "dashboard"];

/// Those that change what is kept beside the store.
const SESSIONS: [&str; 6] = ["init", "demo", "login", "enroll", "beak", "logout"];

/// A column of the table: a popug, its world, and what the words in capitals mean to it.
struct Column {
    pristine: World,
    words: [(&'static str, String); 6],
}

impl Column {
    fn new(name: &'static str, worlds: Worlds) -> Self {
        let pristine = company_of(worlds);
        let whose = if name == NOBODY { "kesha" } else { name };
        let day = pristine.json_as("polly", "day show 2026-11-02");
        let seal = day["seal"].as_str().expect("a seal").to_owned();
        let words = [
            ("MINE", task_of(&pristine, whose).to_string()),
            ("THEIRS", task_of(&pristine, "ara").to_string()),
            ("MYFEE", fee_of(&pristine, whose).to_string()),
            ("FEE", fee_of(&pristine, "ara").to_string()),
            ("SEAL", seal),
            (
                "CODE",
                fs::read_to_string(pristine.home().join("code")).expect("a code"),
            ),
        ];
        let pristine = match name {
            NOBODY => deserted_of(worlds),
            name => {
                let mut pristine = pristine;
                pristine.act_as(name);
                pristine
            }
        };
        Self { pristine, words }
    }

    /// What the popug types.
    fn line(&self, command: &str) -> String {
        let mut line = command.to_owned();
        for (word, value) in &self.words {
            line = line.replace(word, value);
        }
        line
    }

    /// Each command's verdict, each in the company as it was.
    fn verdicts(name: &'static str) -> Vec<String> {
        let usual = Self::new(name, World::usual());
        let mut world = usual.pristine.copy();
        let mut verdicts = Vec::new();
        for command in COMMANDS {
            let worlds = worlds_for(command);
            if worlds != World::usual() {
                let other = Self::new(name, worlds);
                verdicts.push(verdict(&other.pristine, &other.line(command)));
                continue;
            }
            let before = world.head();
            verdicts.push(verdict(&world, &usual.line(command)));
            if world.head() != before || SESSIONS.iter().any(|it| command.starts_with(it)) {
                world = usual.pristine.copy();
            }
        }
        verdicts
    }
}

/// `yes`, or why not; after having seen that a refusal is one in every respect.
fn verdict(world: &World, line: &str) -> String {
    let before = world.head();
    let beaks = format!("{BEAK}\n{BEAK}\n");
    let ran = world.with_input(line, &beaks);
    if ran.code != 4 {
        return match ran.code {
            0 => "yes".to_owned(),
            code => format!("{code}"),
        };
    }
    let ran = ran.must_fail(4);
    let again = world.with_input(&format!("{line} --json"), &beaks);
    let again = again.must_fail(4);
    let error = again.error();
    let keys: Vec<&String> = error.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["kind", "message", "hint"], "{again}");
    let message = error["message"].as_str().expect("a message");
    assert!(ran.stderr.contains(&format!("error: {message}")), "{ran}");
    assert_eq!(world.head(), before, "{ran}");
    match error["kind"].as_str() {
        Some("forbidden") => "no".to_owned(),
        Some("unauthenticated") => "log in".to_owned(),
        kind => panic!("{kind:?}: {ran}"),
    }
}

#[test]
fn who_may_do_what() {
    let names = ROLES.into_iter().map(|(name, _)| name).chain([NOBODY]);
    let columns: Vec<Vec<String>> = thread::scope(|scope| {
        let columns: Vec<_> = names
            .map(|name| scope.spawn(move || Column::verdicts(name)))
            .collect();
        let columns = columns.into_iter();
        columns
            .map(|column| column.join().expect("a column"))
            .collect()
    });
    let mut table = format!("{:50}", "");
    for column in ["worker", "account.", "manager", "admin", "nobody"] {
        write!(table, "{column:10}").expect("a string takes it");
    }
    for (nth, command) in COMMANDS.iter().enumerate() {
        let typed: Vec<&str> = command.split(" --email").collect();
        write!(table, "\n{:50}", typed[0]).expect("a string takes it");
        for column in &columns {
            write!(table, "{:10}", column[nth]).expect("a string takes it");
        }
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(table.join("\n"), @"
                                                      worker    account.  manager   admin     nobody
    init --store other.db --admin zazu                yes       yes       yes       yes       yes
    demo --store other.db --days 1                    yes       yes       yes       yes       yes
    login kesha --beak-stdin                          yes       yes       yes       yes       yes
    enroll CODE --beak-stdin                          yes       yes       yes       yes       yes
    beak --beak-stdin                                 yes       yes       yes       yes       log in
    doctor                                            yes       yes       yes       yes       yes
    status --check                                    yes       yes       yes       yes       yes
    backup kept.backup                                yes       yes       yes       yes       yes
    restore older.backup --store other.db             yes       yes       yes       yes       yes
    store upgrade                                     yes       yes       yes       yes       yes
    store copy fresh.db moved.db                      yes       yes       yes       yes       yes
    store accept-loss --yes                           5         5         5         5         5
    completions bash                                  yes       yes       yes       yes       yes
    man                                               yes       yes       yes       yes       yes
    help permissions                                  yes       yes       yes       yes       yes
    prompt                                            yes       yes       yes       yes       yes
    logout                                            yes       yes       yes       yes       yes
    whoami                                            yes       yes       yes       yes       log in
    add 'Oil the perch'                               yes       yes       yes       yes       log in
    mine                                              yes       yes       yes       yes       log in
    done MINE                                         yes       yes       yes       yes       log in
    done THEIRS                                       no        no        no        no        log in
    task add 'Oil the perch'                          yes       yes       yes       yes       log in
    task list                                         yes       yes       yes       yes       log in
    task mine                                         yes       yes       yes       yes       log in
    task show THEIRS                                  yes       yes       yes       yes       log in
    task edit MINE --title 'Oil both perches'         yes       yes       yes       yes       log in
    task edit THEIRS --title 'Oil both perches'       no        no        yes       yes       log in
    task import rows.csv                              yes       yes       yes       yes       log in
    task close MINE                                   yes       yes       yes       yes       log in
    task close THEIRS                                 no        no        no        no        log in
    task reassign --dry-run                           no        no        yes       yes       log in
    task reassign --yes                               no        no        yes       yes       log in
    task why THEIRS                                   yes       yes       yes       yes       log in
    draw list                                         yes       yes       yes       yes       log in
    draw show 1                                       yes       yes       yes       yes       log in
    draw verify                                       yes       yes       yes       yes       log in
    draw fairness                                     yes       yes       yes       yes       log in
    account show                                      yes       yes       yes       yes       log in
    account show ara                                  no        yes       no        yes       log in
    account log                                       yes       yes       yes       yes       log in
    account log ara                                   no        yes       no        yes       log in
    account statement                                 yes       yes       yes       yes       log in
    account statement ara                             no        yes       no        yes       log in
    account list                                      no        yes       no        yes       log in
    account earnings                                  no        yes       no        yes       log in
    account adjust ara +1.50 --reason crumb --yes     no        yes       no        yes       log in
    account adjust me +1.50 --reason crumb --yes      no        no        no        no        log in
    account reverse FEE --reason slip --yes           no        yes       no        yes       log in
    account reverse MYFEE --reason slip --yes         no        no        no        no        log in
    account bring-back --yes                          no        yes       no        yes       log in
    day close                                         no        yes       no        yes       log in
    day close --date today --dry-run                  no        yes       no        yes       log in
    day close --date today --yes                      no        yes       no        yes       log in
    day list                                          no        yes       no        yes       log in
    day show 2026-11-02                               no        yes       no        yes       log in
    day verify 2026-11-02 SEAL                        yes       yes       yes       yes       log in
    day report 2026-11-02                             no        yes       no        yes       log in
    mail list                                         no        yes       no        yes       log in
    mail show 1                                       no        3         no        3         log in
    mail send                                         no        yes       no        yes       log in
    mail retry 1                                      no        3         no        3         log in
    mail discard 1                                    no        3         no        3         log in
    payment list                                      no        yes       no        yes       log in
    payment send                                      no        yes       no        yes       log in
    payment retry 1                                   no        3         no        3         log in
    export hledger -o a.journal                       no        yes       no        yes       log in
    export ledger -o b.journal                        no        yes       no        yes       log in
    export beancount -o c.beancount                   no        yes       no        yes       log in
    export csv -o d.csv                               no        yes       no        yes       log in
    export json                                       no        yes       no        yes       log in
    export all everything                             no        no        no        yes       log in
    setting list                                      yes       yes       yes       yes       log in
    setting get fee_max                               yes       yes       yes       yes       log in
    setting set fee_max 25                            no        no        no        yes       log in
    analytics summary                                 no        no        no        yes       log in
    analytics top                                     no        no        no        yes       log in
    user add zazu --role worker                       no        no        no        yes       log in
    user list                                         yes       yes       yes       yes       log in
    user show me                                      yes       yes       yes       yes       log in
    user show ara                                     no        no        no        yes       log in
    user set ara --full-name Ara                      no        no        no        yes       log in
    user enroll ara                                   no        no        no        yes       log in
    user enroll ara --recover                         yes       yes       yes       yes       yes
    user import popugs.csv                            no        no        no        yes       log in
    token create robot --for task.read                no        no        no        yes       log in
    token list                                        no        no        no        yes       log in
    token revoke cron                                 no        no        no        yes       log in
    event list                                        no        no        no        yes       log in
    event show 1                                      no        no        no        yes       log in
    event consumers                                   no        no        no        yes       log in
    event schema                                      yes       yes       yes       yes       log in
    event rebuild analytics                           no        no        no        yes       log in
    event dead list                                   no        no        no        yes       log in
    event dead show 1                                 no        no        no        3         log in
    event dead retry 1                                no        no        no        3         log in
    event dead discard 1 --reason void                no        no        no        3         log in
    ");
}

#[test]
fn the_table_has_every_command() {
    let has_row = |leaf: &String| {
        let mut commands = COMMANDS.iter();
        commands.any(|line| format!("{line} ").starts_with(&format!("{leaf} ")))
    };
    let mut missing = leaves().to_vec();
    missing.retain(|leaf| !has_row(leaf) && !UNENDING.contains(&leaf.as_str()));
    assert_eq!(missing, Vec::<String>::new(), "give them a row in COMMANDS");
}

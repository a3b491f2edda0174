//! The rows of the matrix: each command, where there is something, nothing, and where it is refused.

/// A command and three ways to type it; what is empty cannot be.
pub struct Row {
    /// Its words.
    pub command: &'static str,
    /// It has something to answer.
    pub something: &'static str,
    /// It has nothing to answer, or nothing to do.
    pub nothing: &'static str,
    /// It is refused.
    pub refused: &'static str,
    /// It ends with 7 where it finds something, which is its answer.
    pub checks: bool,
}

const fn row(
    command: &'static str,
    something: &'static str,
    nothing: &'static str,
    refused: &'static str,
) -> Row {
    Row {
        command,
        something,
        nothing,
        refused,
        checks: false,
    }
}

const fn check(
    command: &'static str,
    something: &'static str,
    nothing: &'static str,
    refused: &'static str,
) -> Row {
    Row {
        checks: true,
        ..row(command, something, nothing, refused)
    }
}

/// `MINE` is an open task of kesha's, `DONE` a closed one, `FEE` what kesha was charged, `SEAL` the
/// seal of 2026-11-02, `CODE` what a newcomer enrols with. polly, an admin, asks.
pub const ROWS: &[Row] = &[
    row(
        "init",
        "init --store other.db --admin zazu --email z@popug.example --timezone UTC --beak-stdin",
        "",
        "init --admin zazu --email z@popug.example --timezone UTC --beak-stdin",
    ),
    row(
        "demo",
        "demo --store other.db --days 1 --workers 2 --tasks 2",
        "",
        "demo --days 0",
    ),
    row(
        "login",
        "login kesha --beak-stdin",
        "",
        "login nobody --beak-stdin",
    ),
    row("logout", "logout", "", "logout --as nobody"),
    row("whoami", "whoami", "", "whoami --as nobody"),
    row(
        "enroll",
        "enroll CODE --beak-stdin",
        "",
        "enroll 2222-2222-2222-2222-2222 --beak-stdin",
    ),
    row(
        "beak",
        "beak --beak-stdin --as kesha",
        "",
        "beak --beak-stdin --as nobody",
    ),
    row(
        "add",
        "add '[POPUG-7] Wash the bowl'",
        "",
        "add '[POPUG-7]'",
    ),
    row(
        "mine",
        "mine --as kesha",
        "mine --as gruff",
        "mine --as nobody",
    ),
    row("done", "done MINE --as kesha", "", "done DONE --as kesha"),
    row(
        "task add",
        "task add 'Wash the bowl' --description 'With sand.'",
        "",
        "task add ''",
    ),
    row(
        "task list",
        "task list --all",
        "task list --search nothing",
        "task list --assignee nobody",
    ),
    row(
        "task mine",
        "task mine --as kesha",
        "task mine --as gruff",
        "task mine --limit some",
    ),
    row("task show", "task show DONE", "", "task show 99"),
    row(
        "task edit",
        "task edit MINE --title 'Read it'",
        "",
        "task edit MINE --title '' --as gruff",
    ),
    row(
        "task close",
        "task close MINE --as kesha",
        "",
        "task close MINE --as ara",
    ),
    row(
        "task import",
        "task import tasks.csv",
        "task import none.csv",
        "task import bad.csv",
    ),
    row(
        "task reassign",
        "task reassign --dry-run",
        "",
        "task reassign --as kesha",
    ),
    row("task why", "task why DONE", "", "task why 99"),
    row(
        "draw fairness",
        "draw fairness",
        "draw fairness --period last-month",
        "draw fairness --period soon",
    ),
    row(
        "draw list",
        "draw list --limit 2",
        "",
        "draw list --limit few",
    ),
    row("draw show", "draw show 1", "", "draw show 99"),
    row("draw verify", "draw verify", "", "draw verify 99"),
    row(
        "account show",
        "account show kesha",
        "",
        "account show ara --as kesha",
    ),
    row(
        "account log",
        "account log kesha --long",
        "account log polly",
        "account log nobody",
    ),
    row(
        "account statement",
        "account statement kesha --date 2026-11-02",
        "account statement polly",
        "account statement nobody",
    ),
    row(
        "account list",
        "account list --all",
        "",
        "account list --as kesha",
    ),
    row(
        "account earnings",
        "account earnings",
        "",
        "account earnings --from 2026-11-02 --to 2026-11-01",
    ),
    row(
        "account adjust",
        "account adjust ara -1.25 --reason 'a seed' --yes",
        "",
        "account adjust me +1.25 --reason 'a seed' --yes",
    ),
    row(
        "account reverse",
        "account reverse FEE --reason 'a slip' --yes --as penny",
        "",
        "account reverse 999 --reason 'a slip' --yes",
    ),
    row(
        "account bring-back",
        "",
        "account bring-back --yes",
        "account bring-back --yes --as kesha",
    ),
    row(
        "day close",
        "day close --date today --yes",
        "day close",
        "day close --date 2026-11-09",
    ),
    row(
        "day list",
        "day list",
        "day list --from 2026-11-03",
        "day list --as kesha",
    ),
    row(
        "day show",
        "day show 2026-11-02",
        "day show 2026-11-03",
        "day show 2026-13-01",
    ),
    check(
        "day verify",
        "day verify 2026-11-02 SEAL",
        "day verify 2026-11-03 SEAL",
        "day verify 2026-11-02 abc",
    ),
    row("mail list", "mail list", "", "mail list --as kesha"),
    row("mail show", "mail show 2", "", "mail show 99"),
    row("mail retry", "mail retry 2", "", "mail retry 99"),
    row(
        "mail discard",
        "mail discard 2 --yes",
        "",
        "mail discard 99 --yes",
    ),
    row(
        "payment send",
        "payment send",
        "",
        "payment send --as kesha",
    ),
    row("payment retry", "", "", "payment retry 1"),
    row(
        "backup",
        "backup kept.backup --fields file,store_id,seq,hash",
        "",
        "backup older.backup",
    ),
    row(
        "restore",
        "restore older.backup --store other.db --fields store,store_id,seq,hash",
        "",
        "restore missing.backup --store other.db",
    ),
    row(
        "store upgrade",
        "store upgrade --fields store,backup",
        "",
        "store upgrade --store missing.db",
    ),
    row(
        "store copy",
        "store copy fresh.db other.db",
        "",
        "store copy fresh.db tasks.csv",
    ),
    row("store accept-loss", "", "", "store accept-loss --yes"),
    row("worker", "", "", "worker --store missing.db"),
    row("dashboard", "", "", "dashboard --read-only"),
    row(
        "day report",
        "day report 2026-11-02",
        "",
        "day report 2026-11-09",
    ),
    row("mail send", "mail send", "", "mail send --as kesha"),
    row(
        "payment list",
        "payment list",
        "",
        "payment list --as kesha",
    ),
    row(
        "export hledger",
        "export hledger",
        "",
        "export hledger --as kesha",
    ),
    row(
        "export ledger",
        "export ledger",
        "",
        "export ledger --as kesha",
    ),
    row(
        "export beancount",
        "export beancount",
        "",
        "export beancount --as kesha",
    ),
    row(
        "export csv",
        "export csv",
        "export csv --from 2026-10-01 --to 2026-10-02",
        "export csv --as kesha",
    ),
    row(
        "export json",
        "export json",
        "export json --from 2026-10-01 --to 2026-10-02",
        "export json --as kesha",
    ),
    row(
        "setting list",
        "setting list",
        "",
        "setting list --as nobody",
    ),
    row("setting get", "setting get fee_max", "", "setting get feed"),
    row(
        "setting set",
        "setting set fee_max 25",
        "setting set fee_max 20",
        "setting set fee_max 0",
    ),
    row(
        "analytics summary",
        "analytics summary --date 2026-11-02",
        "",
        "analytics summary --as penny",
    ),
    row(
        "analytics top",
        "analytics top",
        "analytics top --from 2026-10-01 --to 2026-10-02",
        "analytics top --period soon",
    ),
    row(
        "user add",
        "user add zazu --role worker --email z@popug.example",
        "",
        "user add me --role worker --email m@popug.example",
    ),
    row("user list", "user list", "", "user list --as nobody"),
    row("user show", "user show kesha", "", "user show nobody"),
    row(
        "user set",
        "user set kesha --full-name 'Kesha the Third'",
        "",
        "user set nobody --active false",
    ),
    row("user enroll", "user enroll ara", "", "user enroll nobody"),
    row(
        "user import",
        "user import popugs.csv",
        "user import nobody.csv",
        "user import popugs.csv --as kesha",
    ),
    row(
        "token create",
        "token create books --for account.read --as penny",
        "",
        "token create books --for account.read --as ara",
    ),
    row("token list", "token list", "", "token list --as kesha"),
    row(
        "token revoke",
        "token revoke robot",
        "",
        "token revoke nobody",
    ),
    row(
        "event list",
        "event list --name account.finalized",
        "event list --after 999",
        "event list --name task.eaten",
    ),
    row("event show", "event show 1", "", "event show 999"),
    row(
        "event consumers",
        "event consumers",
        "",
        "event consumers --as kesha",
    ),
    row(
        "event schema",
        "event schema",
        "",
        "event schema task.closed 9",
    ),
    row(
        "event dead list",
        "event dead list",
        "",
        "event dead list --as kesha",
    ),
    row(
        "event dead show",
        "event dead show 1",
        "",
        "event dead show 99",
    ),
    check(
        "event dead retry",
        "event dead retry 1",
        "",
        "event dead retry 99",
    ),
    row(
        "event dead discard",
        "event dead discard 1 --reason void --yes",
        "",
        "event dead discard 1 --reason void",
    ),
    row(
        "event rebuild",
        "event rebuild analytics",
        "",
        "event rebuild analytics --dry-run",
    ),
    check("status", "status --check", "", "status --store missing.db"),
    row("prompt", "prompt", "prompt --as nobody", "prompt --limit 1"),
    row("man", "man", "", "man --out tasks.csv"),
    row("help", "help exit-codes", "", "help nothing"),
    row(
        "export all",
        "export all everything",
        "",
        "export all state",
    ),
    check("doctor", "doctor", "", "doctor --store missing.db"),
    row("completions", "completions elvish", "", "completions tcsh"),
];

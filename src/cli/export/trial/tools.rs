//! hledger, Ledger and Beancount, asked whether they take a file and what is in its accounts.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Balances by account, in cents; those of nothing are left out.
pub type Balances = BTreeMap<String, i64>;

/// Runs a tool to its end; it must neither fail nor warn.
fn quiet(command: &mut Command, path: &Path) -> String {
    let ran = command.output().expect("the tool starts");
    said_nothing(&ran, path);
    String::from_utf8(ran.stdout).expect("UTF-8")
}

fn said_nothing(ran: &Output, path: &Path) {
    let told = String::from_utf8_lossy(&ran.stderr);
    if !ran.status.success() || !told.is_empty() {
        let file = fs::read_to_string(path).unwrap_or_default();
        panic!("{}: {told}\n{file}", path.display());
    }
}

fn tool(name: &str) -> Command {
    let mut command = Command::new(name);
    // They read text as the locale says.
    command.env("LC_ALL", "C.UTF-8").env_remove("LEDGER_FILE");
    command
}

/// `-12.05 USD` as cents; every amount but nothing has two decimals.
fn cents(amount: &str) -> i64 {
    if amount == "0" {
        return 0;
    }
    let number = amount.split(' ').next().expect("a number");
    let (_, decimals) = number.split_once('.').expect("decimals");
    assert_eq!(decimals.len(), 2, "{amount}");
    number.replace('.', "").parse().expect("cents")
}

fn balances<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Balances {
    let cents = rows.map(|(account, amount)| (account.to_owned(), cents(amount)));
    cents.filter(|(_, cents)| *cents != 0).collect()
}

/// What hledger finds, once it has checked whatever it checks.
pub fn hledger(path: &Path) -> Balances {
    let mut check = tool("hledger");
    check.args(["check", "-s", "ordereddates", "-f"]).arg(path);
    quiet(&mut check, path);
    let mut balance = tool("hledger");
    let form = ["balance", "-s", "--flat", "--no-total", "-O", "csv", "-f"];
    let told = quiet(balance.args(form).arg(path), path);
    let lines = told.lines().skip(1);
    balances(lines.map(|line| {
        let line = line.trim_matches('"');
        line.split_once("\",\"").expect("two cells")
    }))
}

/// What Ledger finds in its strictest mood.
pub fn ledger(path: &Path) -> Balances {
    let mut balance = tool("ledger");
    let form = "%(account)\t%(display_total)\n";
    balance.args(["--args-only", "--strict", "--pedantic", "-f"]);
    balance.arg(path).args(["balance", "--flat", "--no-total"]);
    let told = quiet(balance.args(["--balance-format", form]), path);
    let lines = told.lines();
    balances(lines.map(|line| line.split_once('\t').expect("two cells")))
}

/// What `bean-check` does, for many files in one process; for each what there is to complain of,
/// and the balances.
const BEANCOUNT: &str = r#"
import sys
from collections import defaultdict
from beancount import loader
from beancount.core import data
from beancount.ops import validation
for path in sys.stdin.read().splitlines():
    checks = validation.HARDCORE_VALIDATIONS
    entries, errors, _ = loader.load_file(path, extra_validations=checks)
    sums = defaultdict(int)
    for entry in entries:
        if isinstance(entry, data.Transaction):
            for posting in entry.postings:
                sums[posting.account] += posting.units.number
    for error in errors:
        print(path, "error", error.message.replace("\n", " "), sep="\t")
    print(path, "done", sum(isinstance(it, data.Balance) for it in entries), sep="\t")
    for account, number in sums.items():
        print(path, account, number, sep="\t")
"#;

/// The interpreter that `bean-check` runs in: Beancount need not be there for any other.
fn python(bean_check: &Path) -> Option<PathBuf> {
    let script = fs::read_to_string(bean_check).ok()?;
    let first = script.lines().next()?.strip_prefix("#!")?;
    first.split_whitespace().next().map(PathBuf::from)
}

/// What Beancount finds in each of these files.
pub fn beancount(paths: &[PathBuf]) -> BTreeMap<PathBuf, Balances> {
    let bean_check = find("bean-check").expect("bean-check");
    let python = python(&bean_check).expect("bean-check names its interpreter");
    let mut load = tool(&python.display().to_string());
    load.args(["-c", BEANCOUNT])
        .env("BEANCOUNT_DISABLE_LOAD_CACHE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = load.spawn().expect("python starts");
    let mut stdin = child.stdin.take().expect("its input");
    for path in paths {
        writeln!(stdin, "{}", path.display()).expect("is read");
    }
    drop(stdin);
    let ran = child.wait_with_output().expect("python ends");
    said_nothing(&ran, &bean_check);
    let told = String::from_utf8(ran.stdout).expect("UTF-8");
    let mut found: BTreeMap<PathBuf, Balances> = BTreeMap::new();
    for line in told.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let of_file = found.entry(PathBuf::from(cells[0])).or_default();
        match cells[1] {
            "error" => panic!("{}: {}", cells[0], cells[2]),
            "done" => {}
            account => of_file.extend(balances([(account, cells[2])].into_iter())),
        }
    }
    found
}

/// The tools that are not there.
pub fn missing() -> Vec<&'static str> {
    let tools = ["hledger", "ledger", "bean-check"].into_iter();
    tools.filter(|name| find(name).is_none()).collect()
}

/// Where a program is.
fn find(name: &str) -> Option<PathBuf> {
    let found = Command::new("sh")
        .args(["-c", "command -v \"$0\"", name])
        .output();
    let path = String::from_utf8(found.ok()?.stdout).ok()?;
    let path = path.trim();
    (!path.is_empty()).then(|| PathBuf::from(path))
}

//! Connections that are cut in the middle of a command: it goes on by itself, or says what is
//! missing, and never shows a part for the whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::cluster::{Cut, Proxy, cluster};
use crate::support::{Engine, Place, Ran, World, Worlds};

/// A company on a server, and what stands between the two.
struct Behind {
    world: World,
    proxy: Proxy,
    url: String,
}

/// Tasks of a long list: two pages of the store's, and a third.
const TASKS: usize = 2_500;

impl Behind {
    fn new() -> Option<Self> {
        let proxy = Proxy::before(cluster()?);
        let world = Worlds::on(Engine::Postgres).company();
        let Place::Database(database) = world.place() else {
            panic!("a database");
        };
        let url = proxy.through(&database.url());
        Some(Self { world, proxy, url })
    }

    fn with_tasks(tasks: usize) -> Option<Self> {
        let behind = Self::new()?;
        behind.write_tasks(tasks);
        behind.world.run("task import tasks.csv --as gruff").must();
        Some(behind)
    }

    fn write_tasks(&self, tasks: usize) {
        let lines = (1..=tasks).map(|task| format!("[POPUG-{task}] Oil the perch number {task}\n"));
        let text = "title\n".to_owned() + &lines.collect::<String>();
        fs::write(self.world.home().join("tasks.csv"), text).expect("a file");
    }

    /// Runs a command line whose connection is cut there.
    fn cut(&self, cut: Cut, line: &str) -> Ran {
        let before = self.proxy.cuts();
        self.proxy.cut(cut);
        let mut ran = self.world.with(&[("POPUG_STORE", &self.url)], line);
        // The address that it was told is another one.
        let shown = ran.stdout.replace(&self.url, &self.world.address());
        ran.stdout = self.world.named(&shown);
        assert_eq!(self.proxy.cuts(), before + 1, "nothing was cut: {ran}");
        ran
    }
}

/// Before the store asks for another page, so many of them have gone by.
const fn page(skipped: usize) -> Cut {
    Cut::before("FETCH FORWARD").skipping(skipped)
}

const CUT_SHORT: &str = "error: the connection to the store was lost, and the answer is cut short\n\
                         hint: ask again\n";

/// A part of the whole, which is said to be one.
#[track_caller]
fn must_be_cut_short(ran: &Ran, whole: &Ran) {
    assert_eq!(ran.code, 6, "{}", ran.stderr);
    assert!(ran.stderr.starts_with(CUT_SHORT), "{}", ran.stderr);
    assert!(whole.stdout.starts_with(&ran.stdout), "{}", ran.stdout);
    assert!(ran.stdout.len() < whole.stdout.len());
}

/// What a command says, but for what it waits for: on a machine that is busy it may have taken long
/// before it is cut, and then it says so.
fn said(ran: &Ran) -> String {
    let waits = |line: &&str| line.starts_with("warning: ") && line.ends_with("; trying again");
    let lines = ran.stderr.lines().filter(|line| !waits(line));
    lines.map(|line| format!("{line}\n")).collect()
}

#[track_caller]
fn must_be_whole(ran: &Ran, whole: &Ran) {
    assert_eq!((ran.code, &said(ran)), (0, &whole.stderr));
    assert!(ran.stdout == whole.stdout, "{}", ran.stdout);
}

#[test]
fn a_long_list_that_was_begun_is_said_to_be_cut_short() {
    let Some(behind) = Behind::with_tasks(TASKS) else {
        return;
    };
    for form in ["json", "jsonl", "csv"] {
        let line = format!("task list --all --limit 0 --format {form} --as gruff");
        let whole = behind.world.run(&line).must();
        assert!(whole.stdout.len() > 150_000);
        must_be_whole(&behind.cut(page(0), &line), &whole);
        for skipped in [1, 2] {
            let ran = behind.cut(page(skipped), &line);
            must_be_cut_short(&ran, &whole);
            assert!(!ran.stdout.is_empty());
            let json = form != "csv";
            let last = ran.stderr.lines().last().unwrap_or_default();
            assert_eq!(last.contains("\"kind\":\"unavailable\""), json, "{last}");
        }
    }
}

/// A table is drawn at the second visit; what the first one found is not shown.
#[test]
fn a_table_that_was_only_measured_is_measured_again() {
    let Some(behind) = Behind::with_tasks(TASKS) else {
        return;
    };
    let line = "task list --all --limit 0 --as gruff";
    let whole = behind.world.run(line).must();
    for skipped in [0, 1, 2, 3] {
        must_be_whole(&behind.cut(page(skipped), line), &whole);
    }
    for skipped in [4, 5] {
        must_be_cut_short(&behind.cut(page(skipped), line), &whole);
    }
    let line = "task list --all --as gruff";
    let whole = behind.world.run(line).must();
    must_be_whole(&behind.cut(page(0), line), &whole);
}

#[test]
fn a_short_answer_is_asked_for_again() {
    let Some(behind) = Behind::with_tasks(30) else {
        return;
    };
    for line in [
        "whoami --as kesha",
        "mine --limit 3 --json --as kesha",
        "account list --json --as penny",
        "task show 7 --as gruff",
        "event show 9 --as polly",
        "doctor",
    ] {
        let whole = behind.world.run(line).must();
        let froms = [
            Cut::before("FROM"),
            Cut::unheard("FROM"),
            Cut::behind("FROM"),
        ];
        let second = froms.map(|cut| cut.skipping(2));
        let end = [Cut::before("COMMIT")];
        for cut in froms.into_iter().chain(second).chain(end) {
            must_be_whole(&behind.cut(cut, line), &whole);
        }
    }
}

#[test]
fn an_export_of_the_ledger_that_is_cut_leaves_no_file() {
    let Some(behind) = Behind::with_tasks(TASKS) else {
        return;
    };
    let there = || fs::exists(behind.world.home().join("books")).expect("a home");
    for form in ["csv", "json", "hledger", "ledger", "beancount"] {
        let line = format!("export {form} -o books --as penny");
        let ran = behind.cut(page(1), &line).must_fail(6);
        assert!(ran.stderr.starts_with(CUT_SHORT), "{ran}");
        assert!(!there(), "{form}");
        behind.world.run(&line).must();
        assert!(there(), "{form}");
        fs::remove_file(behind.world.home().join("books")).expect("a file");
    }
}

/// Every file below a directory.
fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(directory).expect("a directory");
    let files = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        (name.into_owned(), fs::read(&path).expect("a file"))
    });
    files.collect()
}

#[test]
fn an_export_of_everything_that_is_cut_begins_again() {
    let Some(behind) = Behind::with_tasks(TASKS) else {
        return;
    };
    behind.world.run("export all whole --as polly").must();
    let whole = files(&behind.world.home().join("whole"));
    assert!(whole.len() > 15, "{:?}", whole.keys());
    for skipped in [0, 5, 12, 20, 25] {
        let ran = behind.cut(page(skipped), &format!("export all {skipped} --as polly"));
        assert_eq!(said(&ran.must()), "");
        let directory = behind.world.home().join(skipped.to_string());
        assert!(files(&directory) == whole, "cut behind {skipped} pages");
    }
}

/// Two messages of statements, and both ends of a COMMIT: more is imported than is heard in the same
/// one.
#[test]
fn an_import_that_is_cut_is_there_once() {
    let Some(behind) = Behind::new() else { return };
    behind.write_tasks(1_200);
    for (times, cut) in (1..).zip([
        Cut::before("Oil the perch number 200"),
        Cut::unheard("INSERT INTO tasks_task"),
        Cut::before("INSERT INTO log_write"),
        Cut::unheard("INSERT INTO log_write"),
        Cut::unheard("INSERT INTO log_write").skipping(1),
    ]) {
        let line = format!("task import tasks.csv --key {times} --as gruff");
        let ran = behind.cut(cut, &line).must();
        assert_eq!(said(&ran), "");
        let count = "SELECT count(*) FROM tasks_task";
        assert_eq!(behind.world.number(count), times * 1_200, "{cut:?}");
        let again = behind.world.run(&line).must();
        assert_eq!(again.stdout, ran.stdout);
    }
    let log = "SELECT count(*) - max(seq) FROM events_log";
    assert_eq!(behind.world.number(log), 0);
    behind.world.run("doctor").must();
}

#[test]
fn a_command_whose_fate_nobody_tells_says_so() {
    let Some(behind) = Behind::new() else { return };
    let cut = Cut::unheard("INSERT INTO log_write").for_good();
    let ran = behind.cut(cut, "add 'Oil the perch' --as gruff --wait 1");
    insta::assert_snapshot!(ran.must_fail(6), @r"
    $ popug add 'Oil the perch' --as gruff --wait 1
    [stderr]
    error: the store failed while the change was being kept; whether it was is not known
    hint: look whether it was done before you do it again
    [exit 6]
    ");
    let count = "SELECT count(*) FROM tasks_task";
    assert_eq!(behind.world.number(count), 1);
}

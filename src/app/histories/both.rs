//! The same history on both engines: every answer, every row of every table and every letter are
//! the same, byte for byte, but for what the system's own chance makes: secrets, and the store's id.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::{ProptestConfig, proptest};
use proptest::{collection, sample};

use super::drive::Company;
use super::{Step, ZONES, cases, step};
use crate::accounting::ExportLedger;
use crate::kernel::range::Range;
use crate::store::testing::{Engine, Raw, is_there};

/// What is another on every store.
const ITS_OWN: [(&str, &str); 4] = [
    ("auth_beak", "hash"),
    ("auth_enrolment", "code_hash"),
    ("auth_session", "token_hash"),
    ("log_head", "store_id"),
];

/// Keys of the last writes, which only a server needs.
const OF_A_SERVER: &str = "log_write";

/// Lines of text, by what they are of.
type Told = BTreeMap<String, Vec<String>>;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(2),
        max_shrink_iters: 20,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_history_is_the_same_on_both_engines(
        steps in collection::vec(step(), 40..80),
        zone in sample::select(ZONES.to_vec()),
    ) {
        if is_there(Engine::Postgres) {
            let file = lived(Engine::Sqlite, zone, &steps);
            let server = lived(Engine::Postgres, zone, &steps);
            compare(&file, &server);
        }
    }
}

/// Everything that is left of a history.
fn lived(on: Engine, zone: &str, steps: &[Step]) -> Told {
    let mut company = Company::found_on(on, zone);
    for step in steps {
        company.step(step);
    }
    company.compare();
    company.ask(&ExportLedger {
        range: Range::default(),
    });
    let store_id = company.door().identity().expect("known").store_id.clone();
    let mut told = rows(&company.raw());
    let letters = letters(&company.directory().join("letters/new"), &store_id);
    told.insert("letters".to_owned(), letters);
    told.insert("answers".to_owned(), company.take_answers());
    told
}

fn rows(raw: &Raw) -> Told {
    let tables = raw.tables().into_iter();
    let kept = tables.filter(|table| table != OF_A_SERVER);
    let rows = kept.map(|table| {
        let is_its_own = |column: &String| ITS_OWN.contains(&(table.as_str(), column.as_str()));
        let columns = raw.columns(&table).into_iter();
        let columns: Vec<String> = columns.filter(|it| !is_its_own(it)).collect();
        let order: Vec<String> = (1..=columns.len()).map(|n| n.to_string()).collect();
        let sql = format!(
            "SELECT {} FROM {table} ORDER BY {}",
            columns.join(", "),
            order.join(", ")
        );
        let rows = raw.rows(&sql).into_iter();
        let rows = rows.map(|row| format!("{columns:?} {row:?}")).collect();
        (table, rows)
    });
    rows.collect()
}

/// A letter's id is made of the store's.
fn letters(directory: &Path, store_id: &str) -> Vec<String> {
    let entries = fs::read_dir(directory).into_iter().flatten();
    let letters = entries.map(|entry| {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a letter");
        text.replace(store_id, "STORE")
    });
    let mut letters: Vec<String> = letters.collect();
    letters.sort();
    letters
}

fn compare(file: &Told, server: &Told) {
    let names = |told: &Told| told.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(file), names(server));
    for (name, lines) in file {
        let others = &server[name];
        for (number, (line, other)) in lines.iter().zip(others).enumerate() {
            assert_eq!(line, other, "{name}, line {number}");
        }
        assert_eq!(lines.len(), others.len(), "{name}");
    }
    for full in [
        "answers",
        "events_log",
        "accounting_transaction",
        "tasks_task",
    ] {
        assert!(file.contains_key(full), "{full} is not compared");
    }
}

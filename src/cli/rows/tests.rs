//! What popug writes, it reads: one property over every form and every parser.

use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::{collection, option, sample};

use super::*;
use crate::auth::{GivenUser, ListedUser, NewUser, OTHER_USER_FIELDS, USER_FIELDS};
use crate::cli::output::{Format, export_rows};
use crate::kernel::email;
use crate::kernel::moment::Moment;
use crate::kernel::role::Role;
use crate::kernel::text;
use crate::kernel::ticket::Ticket;
use crate::tasks::{GivenRow, OTHER_FIELDS, ROW_FIELDS, Status, TaskView, Wording};

const TASKS: Keys = Keys {
    taken: &ROW_FIELDS,
    passed: &OTHER_FIELDS,
};
const USERS: Keys = Keys {
    taken: &USER_FIELDS,
    passed: &OTHER_USER_FIELDS,
};

#[test]
fn a_file_says_what_it_is_by_its_name_or_its_first_character() {
    assert_eq!(by_name(Path::new("a/b.CSV")), Some(RowType::Csv));
    assert_eq!(by_name(Path::new("b.jsonl")), Some(RowType::Jsonl));
    assert_eq!(by_name(Path::new("b.json")), Some(RowType::Json));
    assert_eq!(by_name(Path::new("-")), None);
    assert_eq!(by_beginning(b"\n {\"title\""), RowType::Jsonl);
    assert_eq!(by_beginning(b" [\n"), RowType::Json);
    assert_eq!(by_beginning(b"{\r\n  \"title\""), RowType::Json);
    assert_eq!(by_beginning(b"title,key"), RowType::Csv);
    assert_eq!(by_beginning(b""), RowType::Csv);
}

/// The rows as they are read again out of what was written.
fn again<T, G>(rows: &[T], keys: Keys, (format, name): (Format, &str)) -> Vec<G>
where
    T: serde::Serialize + DeserializeOwned,
    G: DeserializeOwned,
{
    let mut written = Vec::new();
    export_rows(&mut written, format, None, rows).expect("written");
    let safe = |c: char| !text::is_hostile(c) || "\n\t".contains(c);
    assert!(String::from_utf8_lossy(&written).chars().all(safe));
    let mut input = written.as_slice();
    let kind = by_name(Path::new(name));
    let file = RowFile::open(Path::new("-"), kind, &mut input).expect("opens");
    let mut read = Vec::new();
    let passed = file.each(keys, |line, row| {
        read.push(row.unwrap_or_else(|wrong| panic!("line {line}: {wrong}")));
        Ok(())
    });
    passed.expect("is read");
    read
}

const FORMS: [(Format, &str); 3] = [
    (Format::Csv, "rows.csv"),
    (Format::Json, "rows.json"),
    (Format::Jsonl, "rows.jsonl"),
];

/// Characters that somebody has tripped over, and any.
fn typed() -> impl Strategy<Value = String> {
    let odd = sample::select(
        "=+-@'\",;\\[]{} \t\n\r#é\u{301}\u{2800}\u{200d}\u{9b}\u{202e}A-1"
            .chars()
            .collect::<Vec<_>>(),
    );
    collection::vec(prop_oneof![4 => odd, 1 => any::<char>()], 0..12)
        .prop_map(|chars| chars.into_iter().collect())
}

fn task(wording: Wording) -> TaskView {
    let at: Moment = "2026-11-23T09:00:00Z".parse().expect("an instant");
    let name: crate::kernel::name::UserName = "kesha".parse().expect("a name");
    TaskView {
        id: crate::kernel::ids::TaskId::new(7),
        title: wording.title,
        ticket: wording.ticket,
        description: wording.description,
        status: Status::Open,
        author: name.clone(),
        assignee: name,
        created_at: at,
        assigned_at: at,
        closed_at: None,
        fee_cents: None,
        reward_cents: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn tasks_are_read_as_they_were_written(
        given in collection::vec((typed(), option::of("[A-Z][A-Z0-9]{0,3}-[0-9]{1,3}"), option::of(typed())), 1..4),
    ) {
        let parsed = |(title, ticket, description): &(String, Option<String>, Option<String>)| {
            Wording::parse(title, ticket.as_deref(), description.as_deref()).ok()
        };
        let wordings: Vec<Wording> = given.iter().filter_map(parsed).collect();
        let tasks: Vec<_> = wordings.iter().cloned().map(task).collect();
        for form in FORMS {
            let read: Vec<GivenRow> = again(&tasks, TASKS, form);
            let read = read.iter().map(|row| {
                let ticket = row.ticket.as_deref();
                Wording::parse(&row.title, ticket, row.description.as_deref()).expect("is taken")
            });
            assert!(read.eq(wordings.iter().cloned()), "{form:?}");
        }
    }

    #[test]
    fn popugs_are_read_as_they_were_written(
        full_name in typed(),
        email in prop_oneof![typed(), typed().prop_map(|it| format!("{it}@c.example"))],
    ) {
        let new = NewUser::parse("kesha", Role::Worker, &email, Some(&full_name));
        let safe = NewUser::parse("kesha", Role::Worker, "a@c.example", Some(&full_name));
        let Ok(new) = new.or(safe) else { return Ok(()) };
        let listed = vec![ListedUser {
            name: new.name.clone(),
            role: Some(new.role),
            email: Some(new.email.clone()),
            full_name: new.full_name.clone(),
            active: true,
        }];
        for form in FORMS {
            let read: Vec<GivenUser> = again(&listed, USERS, form);
            let read = read.iter().map(|it| {
                let role = it.role.parse().expect("a role");
                NewUser::parse(&it.name, role, &it.email, it.full_name.as_deref()).expect("is taken")
            });
            assert!(read.eq([new.clone()]), "{form:?}");
        }
    }

    #[test]
    fn an_address_that_is_taken_is_one_for_a_letter(
        local in typed(),
        domain in prop_oneof![typed(), "[a-z0-9._-]{1,9}"],
    ) {
        let text = format!("{local}@{domain}");
        if let Some(address) = email::address(&text) {
            let kept = address.to_string();
            assert_eq!(email::address(&kept), Some(address));
            let letter = lettre::Message::builder()
                .from(kept.parse().expect("a sender"))
                .to(kept.parse().expect("an address"))
                .body(String::new());
            assert!(letter.is_ok(), "{kept}");
        }
    }

    #[test]
    fn texts_and_words_are_read_as_they_are_shown(typed in typed()) {
        if let Ok(title) = text::one_line("a title", &typed, 200) {
            assert!(title.chars().any(text::is_visible));
            assert_eq!(text::one_line("a title", &title, 200), Ok(title));
        }
        if let Ok(ticket) = typed.parse::<Ticket>() {
            assert_eq!(ticket.to_string().parse::<Ticket>().ok(), Some(ticket));
        }
        assert_eq!(text::folded(&text::folded(&typed)), text::folded(&typed));
    }

    #[test]
    fn moments_and_days_are_read_as_they_are_shown(micros in any::<i64>(), later in any::<i32>()) {
        let shown = Moment::from_micros(micros / 1_000).map(|it| it.to_string());
        if let Some(read) = shown.ok().and_then(|it| it.parse::<Moment>().ok()) {
            let later = read.plus_seconds(i64::from(later)).to_string();
            if !later.starts_with('-') && !later.starts_with("0000") {
                assert!(later.parse::<Moment>().is_ok(), "{later}");
            }
        }
    }
}

//! Tests of days as people say them, and of ranges.

use super::*;

fn calendar() -> Calendar {
    let today: Day = "2026-11-23".parse().expect("a day");
    Calendar {
        zone: Zone::UTC,
        today,
        open: today.next(),
    }
}

fn span(period: &str) -> String {
    let period: Period = period.parse().expect("a period");
    let Span { from, to } = period.resolve(&calendar());
    format!("{from}..{to}")
}

#[test]
fn days_are_said_in_words() {
    let resolved = |word: &str| {
        let word: DayWord = word.parse().expect("a day");
        word.resolve(&calendar()).expect("a day").to_string()
    };
    assert_eq!(resolved("yesterday"), "2026-11-22");
    assert_eq!(resolved("open"), "2026-11-24");
    assert_eq!(resolved("-3d"), "2026-11-20");
    assert_eq!(resolved("2024-02-29"), "2024-02-29");
    for wrong in ["3d", "-d", "--3d", "-3", "-100000d", "tomorrow", "2026-11"] {
        assert!(wrong.parse::<DayWord>().is_err(), "{wrong}");
    }
}

#[test]
fn periods_have_a_first_and_a_last_day() {
    assert_eq!(span("2026-11"), "2026-11-01..2026-11-30");
    assert_eq!(span("2026-W47"), "2026-11-16..2026-11-22");
    assert_eq!(span("2026"), "2026-01-01..2026-12-31");
    assert_eq!(span("last-month"), "2026-10-01..2026-10-31");
    assert_eq!(span("this-week"), "2026-11-23..2026-11-29");
    assert_eq!(span("last-week"), "2026-11-16..2026-11-22");
    for wrong in ["2026-13", "2026-W54", "26", "2026-1", "", "week", "20é6"] {
        assert!(wrong.parse::<Period>().is_err(), "{wrong}");
    }
}

#[test]
fn what_is_said_reads_back() {
    for said in ["2026", "2026-11", "2026-W47", "this-month", "last-week"] {
        assert_eq!(said.parse::<Period>().expect("a period").to_string(), said);
    }
}

#[test]
fn a_range_does_not_run_backwards() {
    let range = Range {
        from: Some(DayWord::Today),
        to: Some(DayWord::Ago(2)),
        period: None,
    };
    let day = calendar().today;
    assert!(range.resolve(&calendar(), day, day).is_err());
    let open = Range::default()
        .resolve(&calendar(), day.minus(6), day)
        .expect("a range");
    assert_eq!((open.from, open.to), (day.minus(6), day));
}

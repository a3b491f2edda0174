//! What the log looks like.

use crate::dashboard::view::testing::{Company, SMALL, Stage, WIDE};

/// Hashes and the store's id are another one each time: their digits are masked.
fn steady(screen: &str) -> String {
    let is_hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    let mut steady = String::new();
    let mut rest = screen;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| !is_hex(c)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end.max(first.len_utf8()));
        let masked = "x".repeat(run.len());
        let is_number = end >= 8 && run.contains(|c: char| c.is_ascii_digit());
        steady.push_str(if is_number { &masked } else { run });
        rest = behind;
    }
    steady
}

#[test]
fn the_log_of_a_company() {
    let company = Company::working();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("5 g").screen_and_styles();
        insta::assert_snapshot!(format!("events-{name}"), steady(&screen));
        stage.press("/").write("task/2");
        let screen = steady(&stage.screen_and_styles());
        insta::assert_snapshot!(format!("events-filtered-{name}"), steady(&screen));
        let screen = stage.press("enter g enter").screen_and_styles();
        insta::assert_snapshot!(format!("events-detail-{name}"), steady(&screen));
        let screen = stage.press("esc /").write("zzz").screen();
        insta::assert_snapshot!(format!("events-none-{name}"), steady(&screen));
    }
}

#[test]
fn consumers_and_dead_letters() {
    let company = Company::working();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("5 p p").screen();
        insta::assert_snapshot!(format!("events-all-heard-{name}"), steady(&screen));
    }
    company.bury();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("5 p").screen_and_styles();
        insta::assert_snapshot!(format!("events-consumers-{name}"), steady(&screen));
        let screen = stage.press("p").screen_and_styles();
        insta::assert_snapshot!(format!("events-dead-{name}"), steady(&screen));
        let screen = stage.press("x").write("nobody waits for it").screen();
        insta::assert_snapshot!(format!("events-discard-{name}"), steady(&screen));
    }
}

#[test]
fn the_log_of_a_busy_company() {
    let company = Company::busy();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        stage
            .press("5 /")
            .write("transaction.created")
            .press("enter g down");
        insta::assert_snapshot!(
            format!("events-busy-{name}"),
            steady(&stage.screen_and_styles())
        );
    }
}

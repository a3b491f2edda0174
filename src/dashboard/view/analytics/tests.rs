//! What analytics looks like.

use crate::dashboard::view::testing::{Company, SMALL, Stage, WIDE};

#[test]
fn nothing_was_closed_yet() {
    let company = Company::found();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("4").screen_and_styles();
        insta::assert_snapshot!(format!("analytics-empty-{name}"), screen);
    }
}

#[test]
fn some_days_are_behind_the_company() {
    let company = Company::busy();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("4 [").screen_and_styles();
        insta::assert_snapshot!(format!("analytics-{name}"), screen);
        let screen = stage.press("b").screen_and_styles();
        insta::assert_snapshot!(format!("analytics-weeks-{name}"), screen);
        let screen = stage.press("b p").screen_and_styles();
        insta::assert_snapshot!(format!("analytics-fairness-{name}"), screen);
    }
}

#[test]
fn whoever_is_no_admin_sees_none_of_it() {
    let company = Company::found();
    for who in ["gosha", "bert", "kesha"] {
        let mut stage = Stage::of(&company, who, SMALL);
        let screen = stage.screen();
        for title in ["Analytics", "Events", "People"] {
            assert!(!screen.contains(title), "{who}: {screen}");
        }
        let before = stage.model.view;
        stage.press("4 5 6");
        assert_eq!(stage.model.view, before, "{who}");
    }
}

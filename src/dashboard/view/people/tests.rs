//! What the list of popugs looks like.

use crate::auth::Secret;
use crate::dashboard::model::overlay::{Code, Overlay};
use crate::dashboard::view::testing::{Company, SMALL, Stage, WIDE};

#[test]
fn few_popugs() {
    let company = Company::found();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("6").screen_and_styles();
        insta::assert_snapshot!(format!("people-{name}"), screen);
        let screen = stage.press("n").screen();
        insta::assert_snapshot!(format!("people-new-{name}"), screen);
        let screen = stage.press("esc x").screen();
        insta::assert_snapshot!(format!("people-leaving-{name}"), screen);
        stage.model.manner.program =
            "/a/very/long/way/to/where/the/program/stands/popug".to_owned();
        stage.press("esc").model.overlay = Some(Overlay::Code(Code {
            name: "lori".to_owned(),
            code: Secret::given("aaaa-bbbb-cccc-dddd-eeee-ffff"),
        }));
        insta::assert_snapshot!(format!("people-code-{name}"), stage.screen());
        stage.press("esc /").write("zzz");
        insta::assert_snapshot!(format!("people-none-{name}"), stage.screen());
    }
}

#[test]
fn many_popugs() {
    let company = Company::busy();
    for (name, size) in [("small", SMALL), ("wide", WIDE)] {
        let mut stage = Stage::of(&company, "polly", size);
        let screen = stage.press("6 pagedown").screen_and_styles();
        insta::assert_snapshot!(format!("people-many-{name}"), screen);
    }
}

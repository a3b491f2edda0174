//! What the whole screen looks like.

use super::testing::{Company, SMALL, Stage, WIDE};
use crate::dashboard::message::Message;

#[test]
fn a_worker_starts_on_its_own_tasks() {
    let company = Company::working();
    let stage = Stage::of(&company, "kesha", SMALL);
    insta::assert_snapshot!(stage.screen_and_styles());
}

#[test]
fn others_start_on_everybodys_tasks() {
    let company = Company::working();
    for who in ["polly", "gosha", "bert"] {
        let stage = Stage::of(&company, who, WIDE);
        insta::assert_snapshot!(format!("tasks-{who}-wide"), stage.screen_and_styles());
    }
}

#[test]
fn a_terminal_that_is_too_small_is_told_so() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.tell(Message::Resized(79, 24));
    insta::assert_snapshot!(stage.screen(), @r"
    This terminal is too small.
    It has 79×24, and popug
    needs 80×24.
    ");
}

//! What comes between: a store that takes its time, a shell that wants the terminal, a session that
//! ends.

use super::notice;
use crate::app::Refusal;
use crate::app::kind::Kind;
use crate::dashboard::keys::Key;
use crate::dashboard::message::Message;
use crate::dashboard::model::Effect;
use crate::dashboard::update::update;
use crate::dashboard::view::testing::{Company, SMALL, Stage};

#[test]
fn an_answer_that_takes_its_time_is_waited_for_visibly() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    assert!(!stage.model.is_waiting(), "everything is answered");
    stage.tell(Message::Late);
    assert!(!stage.screen().contains("reading …"));
    let asked = update(&mut stage.model, Message::Key(key("s").event()));
    assert!(stage.model.is_waiting());
    stage.tell(Message::Late);
    assert!(stage.screen().contains("reading …"), "{}", stage.screen());
    stage.bring_about(asked);
    assert!(!stage.screen().contains("reading …"), "{}", stage.screen());
}

#[test]
fn nobody_leaves_for_the_shell_while_a_deed_is_under_way() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.model.working = Some("closing");
    for message in [Message::Suspend, Message::Key(key("ctrl-z").event())] {
        let effects = update(&mut stage.model, message);
        assert!(effects.is_empty(), "{effects:?}");
        assert_eq!(notice(&stage), "still closing");
    }
    stage.model.working = None;
    let effects = update(&mut stage.model, Message::Suspend);
    assert!(matches!(effects.as_slice(), [Effect::Suspend]));
}

#[test]
fn a_warning_stands_beside_the_deed_and_then_behind_what_became_of_it() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let warned = || Message::Warned("the head cannot be written".to_owned());
    stage.model.working = Some("closing");
    stage.tell(warned());
    let screen = stage.screen();
    assert!(
        screen.contains("closing … the head cannot be written"),
        "{screen}"
    );
    let refused = Refusal::new(Kind::Failure, "the disk is full");
    stage.tell(Message::Done(Err(refused)));
    assert_eq!(
        notice(&stage),
        "the disk is full; the head cannot be written"
    );
    stage.press("esc").tell(warned());
    assert_eq!(notice(&stage), "the head cannot be written");
}

fn key(key: &str) -> Key {
    key.parse().expect("a key")
}

#[test]
fn what_was_being_filled_in_is_there_again_after_the_beak() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let over = || Refusal {
        kind: Kind::Unauthenticated,
        message: "the session is over".to_owned(),
        hint: None,
    };
    stage.press("n").write("Oil the hinges");
    stage.tell(Message::Unknown(over()));
    assert!(stage.screen().contains("the session is over"));
    stage.press("tab").write("sharp and curved").press("enter");
    assert!(
        stage.screen().contains("Oil the hinges"),
        "{}",
        stage.screen()
    );
    // A deed that is refused for it asks as well, and so does an answer.
    stage.tell(Message::Done(Err(over())));
    assert!(stage.screen().contains("Who are you?"));
    stage.press("tab").write("sharp and curved").press("enter");
    assert!(
        stage.screen().contains("Oil the hinges"),
        "{}",
        stage.screen()
    );
    stage.press("esc");
    for message in [
        Message::Rehearsed(Err(over())),
        Message::Answered(1, Err(over())),
    ] {
        stage.tell(message);
        assert!(stage.screen().contains("Who are you?"));
        stage.press("tab").write("sharp and curved").press("enter");
        assert!(stage.model.overlay.is_none());
    }
    // Somebody else begins anew.
    stage.press("n").write("Oil the hinges");
    stage.tell(Message::Unknown(over()));
    stage.press("backtab ctrl-u").write("iskra").press("tab");
    stage.write("sharp and curved").press("enter");
    assert_eq!(stage.model.me(), Some("iskra"));
    assert!(stage.model.overlay.is_none());
}

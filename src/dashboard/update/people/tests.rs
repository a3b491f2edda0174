//! What keys do among popugs, tried against a real store.

use crate::dashboard::model::Hands;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::view::testing::{Company, SMALL, Stage};

fn notice(stage: &Stage) -> &str {
    let notice = stage.model.notice.as_ref();
    notice.map_or("", |it| it.text.as_str())
}

/// The popug that one is on.
fn on(stage: &Stage) -> &str {
    let row = stage.model.people.list.selected();
    row.expect("a popug").user.name.as_str()
}

/// The code that is shown.
fn code(stage: &Stage) -> String {
    match &stage.model.overlay {
        Some(Overlay::Code(code)) => code.code.reveal().to_owned(),
        other => panic!("no code: {other:?}"),
    }
}

#[test]
fn popugs_are_listed_by_name_and_narrowed() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    assert_eq!(on(stage.press("6")), "bert");
    assert_eq!(on(stage.press("j down")), "iskra");
    assert_eq!(on(stage.press("k up")), "bert");
    assert_eq!(on(stage.press("G")), "polly");
    assert_eq!(on(stage.press("g")), "bert");
    assert_eq!(on(stage.press("pagedown")), "polly");
    assert_eq!(on(stage.press("pageup")), "bert");
    stage.press("/").write("WORKER");
    assert_eq!(stage.model.people.list.rows().len(), 2);
    assert_eq!(on(stage.press("down")), "kesha");
    assert_eq!(on(stage.press("enter")), "kesha");
    assert_eq!(stage.press("esc").model.people.list.rows().len(), 5);
    stage.press("/").write("zzz").press("enter e");
    assert_eq!(notice(&stage), "edit: there is no popug here");
    assert_eq!(stage.press("/ esc").model.people.list.rows().len(), 5);
}

#[test]
fn a_long_list_is_read_by_pages_and_the_selection_stays() {
    let company = Company::busy();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6 G up up");
    let here = on(&stage).to_owned();
    stage.look_around();
    assert_eq!(on(&stage), here);
    stage.press("/").write("seventh");
    assert_eq!(on(&stage), "popug07");
}

#[test]
fn a_new_popug_gets_a_code_that_is_shown_once_and_can_be_copied() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage
        .press("6 n")
        .write("lori")
        .press("enter right right enter");
    stage.write("lori@uberpopug.example").press("enter");
    stage.write("Lori the Third").press("enter");
    let code = code(&stage);
    assert!(stage.screen().contains(&code), "{}", stage.screen());
    assert_eq!(notice(&stage), "lori (accountant) is there");
    stage.press("y");
    assert_eq!(stage.copied, [format!("popug enroll {code}")]);
    assert!(!notice(&stage).contains(&code));
    assert!(
        !format!("{:?}", stage.model).contains(&code),
        "no log tells it"
    );
    stage.press("space");
    assert!(stage.model.overlay.is_none());
    assert!(!stage.screen().contains(&code));
    assert_eq!(stage.model.people.list.rows().len(), 6);
}

#[test]
fn what_cannot_be_a_popug_stays_in_the_form() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6 n").write("kesha").press("enter enter");
    stage.write("kesha@uberpopug.example").press("ctrl-s");
    assert!(stage.screen().contains("already"), "{}", stage.screen());
    stage.press("esc");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn a_popug_is_edited_and_what_is_not_changed_is_not_sent() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6 /").write("kesha").press("enter e ctrl-s");
    let screen = stage.screen();
    assert!(screen.contains("nothing is changed yet"), "{screen}");
    stage.press("m ctrl-s");
    let told = notice(&stage);
    assert!(told.starts_with("kesha is manager, active; "), "{told}");
    assert!(told.contains("stay until the next reassign"), "{told}");
    stage
        .press("enter enter enter")
        .write("Kesha the Wise")
        .press("enter");
    assert_eq!(
        notice(&stage),
        "kesha is manager, active; 3 open tasks stay until the next reassign"
    );
    let row = stage.model.people.list.selected().expect("kesha");
    assert_eq!(row.user.full_name.as_deref(), Some("Kesha the Wise"));
}

#[test]
fn a_popug_leaves_and_comes_back_and_it_is_told_what_stays() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6 /").write("kesha").press("enter x");
    let screen = stage.screen();
    assert!(
        screen.contains("deactivate kesha: 3 open tasks stay until the next reassign  [y/N]"),
        "{screen}"
    );
    stage.press("enter n");
    assert_eq!(notice(&stage), "nothing was done");
    stage.press("x y");
    assert!(notice(&stage).starts_with("kesha is worker, not active; "));
    stage.press("i");
    assert_eq!(notice(&stage), "code: kesha is not active");
    stage.press("x");
    let screen = stage.screen();
    assert!(
        screen.contains("let kesha take part again as worker  [y/N]"),
        "{screen}"
    );
    stage.press("y");
    assert_eq!(notice(&stage), "kesha is worker, active");
}

#[test]
fn the_last_admin_cannot_leave() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6 G x y");
    assert!(notice(&stage).contains("admin"), "{}", notice(&stage));
    assert_eq!(stage.model.me(), Some("polly"));
}

#[test]
fn a_popug_gets_a_new_code() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6 /").write("kesha").press("enter i");
    let screen = stage.screen();
    let question = "give kesha a new code: its beak and its sessions end  [y/N]";
    assert!(screen.contains(question), "{screen}");
    stage.press("y");
    let code = code(&stage);
    assert!(!notice(&stage).contains(&code));
    stage.press("enter");
    assert!(stage.model.overlay.is_none());
    stage.press("y");
    assert_eq!(stage.copied, ["popug user show kesha"]);
}

#[test]
fn a_wall_screen_changes_nobody() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6");
    stage.model.manner.hands = Hands::Tied;
    for key in ["n", "e", "enter", "i", "x"] {
        stage.press(key);
        assert!(
            notice(&stage).contains("read-only"),
            "{key}: {}",
            notice(&stage)
        );
        assert!(stage.model.overlay.is_none(), "{key}");
    }
}

#[test]
fn a_click_selects_a_row() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("6");
    super::click(&mut stage.model, 6);
    assert_eq!(on(&stage), "iskra");
    super::click(&mut stage.model, 5);
    assert_eq!(on(&stage), "gosha");
}

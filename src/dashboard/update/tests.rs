//! What keys do, tried against a real store.

mod interrupted;

use crate::dashboard::message::Message;
use crate::dashboard::view::testing::{Company, SMALL, Stage};

#[test]
fn nobody_gets_in_without_the_right_beak() {
    let company = Company::working();
    let mut stage = Stage::stranger(&company, SMALL);
    stage
        .write("kesha")
        .press("enter")
        .write("wrong beak")
        .press("enter");
    assert!(stage.model.standing.is_none());
    assert!(stage.screen().contains("wrong"), "{}", stage.screen());
    stage.write("sharp and curved").press("enter");
    assert_eq!(stage.model.me(), Some("kesha"));
}

#[test]
fn a_new_task_lands_on_somebody_and_is_told_of() {
    let company = Company::found();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage
        .press("n")
        .write("[POPUG-9] Oil the perch")
        .press("enter enter");
    let notice = stage.model.notice.as_ref().expect("a notice");
    assert!(notice.text.contains("Oil the perch"), "{}", notice.text);
    assert!(stage.model.overlay.is_none());
}

/// The id of the task that kesha is on.
fn on(stage: &Stage) -> i64 {
    let selected = stage.model.tasks.list.selected();
    selected.expect("a task").id.get()
}

fn notice(stage: &Stage) -> &str {
    stage
        .model
        .notice
        .as_ref()
        .map_or("", |it| it.text.as_str())
}

#[test]
fn one_moves_in_the_list_and_stays_on_a_task_when_others_are_made() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    assert_eq!(on(&stage), 6, "newest first");
    assert_eq!(on(stage.press("down j")), 4);
    assert_eq!(on(stage.press("k")), 5);
    assert_eq!(on(stage.press("G")), 1);
    assert_eq!(on(stage.press("g")), 6);
    assert_eq!(on(stage.press("pagedown")), 1);
    assert_eq!(on(stage.press("pageup end home down")), 5);
    company.add("bert", "One more");
    assert_eq!(on(stage.look_around()), 5);
    assert_eq!(stage.model.tasks.list.at(), 2, "it has moved down");
}

#[test]
fn closing_tells_the_money_first_and_only_y_does_it() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let task = on(&stage);
    let screen = stage.press("c").screen();
    assert!(screen.contains("→ balance "), "{screen}");
    assert!(screen.contains("[y/N]"), "{screen}");
    for no in ["enter", "space", "Y", "ctrl-y", "x"] {
        stage.press(no);
        assert!(stage.model.overlay.is_some(), "{no} answers nothing");
    }
    stage.press("n");
    assert_eq!(notice(&stage), "nothing was done");
    assert_eq!(on(&stage), task);
    stage.press("c y");
    assert!(
        notice(&stage).starts_with("closed 1: +$"),
        "{}",
        notice(&stage)
    );
    assert_ne!(on(&stage), task, "it is closed");
}

#[test]
fn marked_tasks_are_closed_at_once() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let open = stage.model.tasks.list.rows().len();
    assert!(open > 2, "kesha has some");
    stage.press("space space");
    assert_eq!(stage.model.tasks.marked.len(), 2);
    stage.press("c y");
    assert!(
        notice(&stage).starts_with("closed 2: +$"),
        "{}",
        notice(&stage)
    );
    assert_eq!(stage.model.tasks.list.rows().len(), open - 2);
    assert!(stage.model.tasks.marked.is_empty());
}

#[test]
fn others_tasks_cannot_be_closed_and_it_is_told_why() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    stage.press("c");
    assert!(stage.model.overlay.is_none());
    assert!(
        notice(&stage).starts_with("close: task 6 is assigned to "),
        "{}",
        notice(&stage)
    );
}

#[test]
fn reassigning_is_for_managers_and_tells_what_it_costs() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press("R");
    assert_eq!(notice(&stage), "reassign: it needs task.reassign");
    let mut stage = Stage::of(&company, "gosha", SMALL);
    let screen = stage.press("R").screen();
    assert!(
        screen.contains("reassign 6 tasks among 3 popugs: fees of $"),
        "{screen}"
    );
    stage.press("y");
    assert!(notice(&stage).starts_with("reassigned 6 tasks, management +$"));
}

#[test]
fn the_filter_narrows_while_it_is_typed() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    stage.press("/").write("ROOF");
    assert_eq!(on(&stage), 4);
    assert_eq!(stage.model.tasks.list.rows().len(), 1);
    assert_eq!(
        stage.press("enter").model.tasks.list.rows().len(),
        1,
        "it is kept"
    );
    assert_eq!(stage.press("esc").model.tasks.list.rows().len(), 6);
    stage.press("/").write("nothing at all").press("esc");
    assert_eq!(stage.model.tasks.list.rows().len(), 6);
}

#[test]
fn tasks_are_sorted_by_one_column_after_the_other() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..7 {
        stage.press("s");
        seen.insert(format!("{:?}", stage.model.tasks.sort));
        let rows = stage.model.tasks.list.rows();
        assert_eq!(rows.len(), 6, "sorted by {:?}", stage.model.tasks.sort);
    }
    assert_eq!(
        seen.len(),
        6,
        "open tasks are not sorted by their close: {seen:?}"
    );
    stage.press("s S");
    assert!(stage.model.tasks.reverse);
}

#[test]
fn mine_and_everybodys_open_and_closed_take_turns() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let mine = stage.model.tasks.list.rows().len();
    assert!(mine < 6);
    assert_eq!(stage.press("m").model.tasks.list.rows().len(), 6);
    assert_eq!(
        stage.press("o").model.tasks.list.rows().len(),
        0,
        "none is closed"
    );
    assert_eq!(stage.press("o m").model.tasks.list.rows().len(), mine);
}

#[test]
fn a_draw_explains_itself_and_a_command_is_copied() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let screen = stage.press("w").screen();
    assert!(screen.contains("out of 3 popugs"), "{screen}");
    let task = on(&stage);
    stage.press("y");
    stage.press("Y #");
    let title = &stage.model.tasks.list.selected().expect("a task").title;
    let [command, named, number] = stage.copied.as_slice() else {
        panic!("three texts: {:?}", stage.copied);
    };
    assert_eq!(*command, format!("popug task show {task}"));
    assert!(named.ends_with(title.as_str()), "{named}");
    assert_eq!(*number, task.to_string());
}

#[test]
fn a_task_fills_the_view_and_esc_goes_back_and_never_quits() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let small = stage.screen();
    assert_ne!(stage.press("enter").screen(), small);
    assert_eq!(stage.press("esc").screen(), small);
    stage.press("esc esc esc");
    assert!(!stage.ended);
    assert!(stage.press("q").ended);
}

#[test]
fn a_task_is_edited() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press("e").write(" twice").press("enter enter enter");
    assert!(
        notice(&stage).ends_with(" twice) is saved"),
        "{}",
        notice(&stage)
    );
}

#[test]
fn what_is_refused_stays_in_its_form() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press("n").write("[A-1] [B-2] Oil").press("ctrl-s");
    let screen = stage.screen();
    assert!(screen.contains("second ticket"), "{screen}");
    stage.press("esc");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn the_palette_runs_what_it_finds_and_goes_to_a_task() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press(":").write("every key").press("enter");
    assert!(stage.screen().contains("In Tasks"), "{}", stage.screen());
    stage.press("esc :").write("2").press("enter");
    assert_eq!(on(&stage), 2);
    stage.press("esc :").write("zzzz").press("enter");
    assert_eq!(notice(&stage), "nothing is called 'zzzz'");
}

#[test]
fn what_others_do_to_what_is_mine_is_told() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let before = stage
        .model
        .standing
        .as_ref()
        .and_then(|it| it.purse.clone());
    for _ in 0..6 {
        company.add("gosha", "One more");
    }
    stage.look_around();
    let after = stage
        .model
        .standing
        .as_ref()
        .and_then(|it| it.purse.clone());
    assert_ne!(before, after, "of six one falls to kesha");
    assert!(
        notice(&stage).starts_with("for you: "),
        "{}",
        notice(&stage)
    );
    assert!(notice(&stage).contains("new task"), "{}", notice(&stage));
}

#[test]
fn a_wall_screen_changes_nothing() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    stage.model.manner.hands = crate::dashboard::model::Hands::Tied;
    for key in ["n", "e", "c", "R", "space"] {
        stage.press(key);
        assert!(
            notice(&stage).contains("read-only"),
            "{key}: {}",
            notice(&stage)
        );
        assert!(stage.model.overlay.is_none());
    }
}

#[test]
fn every_key_of_the_table_does_what_it_says_or_tells_why_not() {
    use crate::dashboard::views::VIEWS;
    let company = Company::working();
    for who in ["polly", "gosha", "bert", "kesha"] {
        for view in VIEWS {
            for binding in view.bindings(&VIEWS) {
                for key in binding.keys {
                    let mut stage = Stage::of(&company, who, SMALL);
                    if !stage.model.open_views().any(|it| it == view) {
                        continue;
                    }
                    stage.press(view.go.keys[0]).press(key);
                    let told = notice(&stage);
                    assert!(
                        !told.contains("does nothing here"),
                        "{who} {view:?} {key}: {told}"
                    );
                    let may = binding.permission.is_none_or(|it| stage.model.may(it));
                    let refused = told.contains("it needs");
                    assert!(
                        may || refused,
                        "{who} {view:?} {key} is not refused: {told}"
                    );
                }
            }
        }
    }
}

#[test]
fn whoever_sorts_by_fee_sees_fees() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "gosha", SMALL);
    assert!(stage.screen().contains("REWARD "));
    stage.press("s s s");
    assert!(stage.screen().contains("FEE↓"), "{}", stage.screen());
}

#[test]
fn what_was_begun_is_done_before_it_ends() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.model.working = Some("closing");
    assert!(!stage.press("q").ended);
    assert!(stage.model.notice.is_some());
    assert!(stage.press("ctrl-c").ended, "who asks twice does not wait");
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.model.working = Some("closing");
    stage.press("q");
    stage.model.working = None;
    assert!(stage.tell(Message::Changed).ended, "it is done");
}

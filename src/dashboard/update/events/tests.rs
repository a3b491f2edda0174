//! What keys do among the events, tried against a real store.

use crate::dashboard::model::events::{Focus, Pane};
use crate::dashboard::model::listing::Row;
use crate::dashboard::view::testing::{Company, SMALL, Stage};

fn notice(stage: &Stage) -> &str {
    let notice = stage.model.notice.as_ref();
    notice.map_or("", |it| it.text.as_str())
}

/// The event that one is on.
fn on(stage: &Stage) -> i64 {
    stage.model.events.list.selected().expect("an event").id()
}

#[test]
fn one_follows_the_log_at_its_end_and_stays_elsewhere() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5");
    let last = on(&stage);
    assert_eq!(last, stage.model.events.head);
    company.add("gosha", "One more");
    stage.look_around();
    assert!(on(&stage) > last, "it follows");
    let here = on(stage.press("up k"));
    company.add("gosha", "One more");
    assert_eq!(on(stage.look_around()), here, "it stays");
    assert!(stage.model.events.head > here + 2);
    assert_eq!(on(stage.press("g")), 1);
    assert_eq!(on(stage.press("pagedown")), 13);
    assert_eq!(on(stage.press("pageup")), 1);
    assert_eq!(on(stage.press("j down")), 3);
    assert_eq!(on(stage.press("G")), stage.model.events.head);
}

#[test]
fn the_log_is_narrowed_by_name_subject_and_actor_while_one_types() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5 /").write("task.CREATED");
    let rows = stage.model.events.list.rows();
    assert_eq!(rows.len(), 6);
    assert!(rows.iter().all(|it| it.kind == "popug.task.created"));
    let at = on(&stage);
    assert!(on(stage.press("up")) < at, "one moves while one types");
    stage.press("enter");
    assert_eq!(stage.model.events.list.rows().len(), 6, "it is kept");
    stage.press("esc /").write("task/2");
    let rows = stage.model.events.list.rows();
    assert!(!rows.is_empty() && rows.iter().all(|it| it.subject == "task/2"));
    stage.press("esc /").write("gosha");
    let rows = stage.model.events.list.rows();
    assert!(rows.iter().any(|it| it.actor == "gosha"));
    stage.write("zzz");
    assert!(
        stage.screen().contains("No event has that"),
        "{}",
        stage.screen()
    );
    stage.press("enter enter");
    assert_eq!(notice(&stage), "go-in: there is no event here");
    assert_eq!(on(stage.press("esc")), stage.model.events.head);
}

#[test]
fn an_event_is_shown_in_full_and_leads_to_its_task() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5 /").write("task/2").press("enter g enter");
    assert_eq!(stage.model.events.focus, Focus::Detail);
    let screen = stage.screen();
    assert!(screen.contains(r#""specversion": "1.0""#), "{screen}");
    stage.press("down");
    assert_eq!(stage.model.events.scroll, 1);
    stage.press("G");
    assert!(stage.model.events.scroll > 10);
    stage.press("pageup g up");
    assert_eq!(stage.model.events.scroll, 0);
    stage.press("esc");
    assert_eq!(stage.model.events.focus, Focus::List);
    stage.press("enter enter");
    assert_eq!(stage.model.view.title, "Tasks");
    let detail = stage.model.tasks.detail.as_ref().expect("a task");
    assert_eq!(detail.task.id.get(), 2);
}

#[test]
fn an_event_that_is_about_money_leads_to_the_task_too() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage
        .press("5 /")
        .write("transaction.created")
        .press("enter enter enter");
    assert_eq!(stage.model.view.title, "Tasks");
    stage.press("5 esc esc g enter enter");
    assert_eq!(notice(&stage), "go-in: the event is about no task");
}

#[test]
fn panes_take_turns_and_a_consumer_leads_to_what_it_could_not_hear() {
    let company = Company::working();
    company.bury();
    let mut stage = Stage::of(&company, "polly", SMALL);
    assert_eq!(stage.press("5 p").model.events.pane, Pane::Consumers);
    assert_eq!(stage.model.events.consumers.rows().len(), 4);
    stage.press("/");
    assert_eq!(notice(&stage), "filter: it narrows the log");
    stage.press("r");
    assert_eq!(notice(&stage), "retry: it is for dead letters");
    stage.press("G enter");
    assert_eq!(stage.model.events.pane, Pane::Dead);
    assert_eq!(stage.model.events.dead.rows().len(), 1);
    assert_eq!(stage.press("p").model.events.pane, Pane::Log);
    stage.press("p p enter");
    let screen = stage.screen();
    assert!(screen.contains("no post office is open"), "{screen}");
    stage.press("enter");
    assert_eq!((stage.model.events.pane, on(&stage)), (Pane::Log, 2));
    assert_eq!(stage.model.events.focus, Focus::Detail);
    stage.press("p esc");
    assert_eq!(stage.model.events.pane, Pane::Log);
}

#[test]
fn a_dead_letter_is_heard_again() {
    let company = Company::working();
    company.bury();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5 p p enter r");
    assert_eq!(notice(&stage), "letter 1: 1 heard");
    assert!(stage.model.events.dead.rows().is_empty());
    assert_eq!(stage.model.events.focus, Focus::List);
    stage.press("r");
    assert_eq!(notice(&stage), "retry: there is no dead letter here");
}

#[test]
fn a_dead_letter_is_given_up_with_a_reason_and_only_with_y() {
    let company = Company::working();
    company.bury();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5 p p x enter");
    assert!(stage.screen().contains("the reason"), "{}", stage.screen());
    stage.write("nobody waits for it").press("enter");
    let screen = stage.screen();
    let question = "give up letter 1: user.created (event 2), unheard by delivery  [y/N]";
    assert!(screen.contains(question), "{screen}");
    stage.press("n");
    assert_eq!(stage.model.events.dead.rows().len(), 1);
    stage
        .press("x")
        .write("nobody waits for it")
        .press("enter y");
    assert_eq!(notice(&stage), "letter 1 is given up");
    assert!(stage.model.events.dead.rows().is_empty());
}

#[test]
fn the_command_that_shows_the_same_is_copied() {
    let company = Company::working();
    company.bury();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5 g y p y p y");
    let commands = [
        "popug event show 1",
        "popug event consumers",
        "popug event dead show 1",
    ];
    assert_eq!(stage.copied, commands);
    stage.press("r y");
    assert_eq!(
        stage.copied.last().map(String::as_str),
        Some("popug event dead list")
    );
}

#[test]
fn a_click_selects_a_row() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("5 g");
    super::click(&mut stage.model, 6);
    assert_eq!(on(&stage), 3);
    super::click(&mut stage.model, 4);
    assert_eq!(on(&stage), 1);
}

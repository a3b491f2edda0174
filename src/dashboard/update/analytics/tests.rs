//! What keys do in analytics, tried against a real store.

use crate::dashboard::model::analytics::Pane;
use crate::dashboard::model::tasks::Focus;
use crate::dashboard::view::testing::{Company, SMALL, Stage, WIDE};

fn notice(stage: &Stage) -> &str {
    let notice = stage.model.notice.as_ref();
    notice.map_or("", |it| it.text.as_str())
}

fn periods(stage: &Stage) -> Vec<&str> {
    let rows = stage.model.analytics.tops.rows().iter();
    rows.filter_map(|row| row.period.as_deref()).collect()
}

#[test]
fn the_time_is_moved_and_divided() {
    let company = Company::busy();
    let mut stage = Stage::of(&company, "polly", SMALL);
    assert_eq!(periods(stage.press("4")), ["2026-12-01"]);
    let november = ["2026-11-23", "2026-11-25", "2026-11-26"];
    assert_eq!(periods(stage.press("[")), november);
    let selected = stage.model.analytics.tops.selected().expect("a row");
    assert!(november.contains(&selected.period.as_deref().expect("a period")));
    assert_eq!(periods(stage.press("b")), ["2026-W48", "2026-W49"]);
    assert_eq!(periods(stage.press("b")), ["2026-11", "2026-12"]);
    assert_eq!(periods(stage.press("b t")), ["2026-12-01"]);
    assert_eq!(periods(stage.press("]")), ["2026-12-01"]);
    assert_eq!(notice(&stage), "what comes then is not known yet");
    assert_eq!(periods(stage.press("[ ]")), ["2026-12-01"]);
}

#[test]
fn one_moves_in_the_list_and_goes_to_the_task() {
    let company = Company::busy();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("4 [ G");
    assert_eq!(stage.model.analytics.tops.at(), 2);
    assert_eq!(stage.press("k up").model.analytics.tops.at(), 0);
    assert_eq!(stage.press("j down").model.analytics.tops.at(), 2);
    assert_eq!(stage.press("pageup").model.analytics.tops.at(), 0);
    assert_eq!(stage.press("pagedown").model.analytics.tops.at(), 2);
    let selected = stage.press("g").model.analytics.tops.selected();
    let task = selected.expect("a row").task.id;
    stage.press("enter");
    assert_eq!(stage.model.view.title, "Tasks");
    assert_eq!(stage.model.tasks.focus, Focus::Detail);
    let detail = stage.model.tasks.detail.as_ref().expect("a task");
    assert_eq!(detail.task.id, task);
}

#[test]
fn fairness_is_asked_for_where_it_is_seen() {
    let company = Company::busy();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("4");
    assert!(stage.model.analytics.fairness.rows().is_empty());
    stage.press("p");
    assert_eq!(stage.model.analytics.pane, Pane::Fairness);
    assert!(!stage.model.analytics.fairness.rows().is_empty());
    stage.press("down enter");
    assert_eq!(stage.model.analytics.fairness.at(), 1);
    assert_eq!(notice(&stage), "go-in: nothing lies behind a popug's part");
    stage.press("esc");
    assert_eq!(stage.model.analytics.pane, Pane::Top);
    let mut stage = Stage::of(&company, "polly", WIDE);
    stage.press("4");
    assert!(!stage.model.analytics.fairness.rows().is_empty());
}

#[test]
fn the_command_that_shows_the_same_is_copied() {
    let company = Company::working();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("4 y b y b y p y");
    assert_eq!(
        stage.copied,
        [
            "popug analytics top --by day --period 2026-11",
            "popug analytics top --by week --period 2026",
            "popug analytics top --by month --period 2026",
            "popug draw fairness --period 2026",
        ]
    );
    stage.press("p enter");
    let told = "go-in: no task was closed in this time";
    assert_eq!(notice(&stage), told);
}

#[test]
fn what_others_close_appears_and_the_selection_stays() {
    let company = Company::busy();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("4 [ g");
    let summary = stage.model.analytics.summary.clone();
    for _ in 0..4 {
        company.add("gosha", "One more");
    }
    stage.look_around();
    assert_ne!(stage.model.analytics.summary, summary);
    assert_eq!(stage.model.analytics.tops.at(), 0);
}

#[test]
fn a_click_selects_a_row() {
    let company = Company::busy();
    let mut stage = Stage::of(&company, "polly", SMALL);
    stage.press("4 [ g");
    let screen = stage.screen();
    let row = screen.lines().position(|it| it.contains("│2026-11-25"));
    let row = u16::try_from(row.expect("a row")).expect("on the screen");
    super::click(&mut stage.model, row);
    assert_eq!(stage.model.analytics.tops.at(), 1);
}

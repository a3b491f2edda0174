//! What keys do on one's own account, and what moves money, tried against a real store.

use crate::dashboard::model::account::Half;
use crate::dashboard::view::testing::{Company, SMALL, Stage, WIDE};
use crate::kernel::money::Money;

fn notice(stage: &Stage) -> &str {
    stage
        .model
        .notice
        .as_ref()
        .map_or("", |it| it.text.as_str())
}

fn balance(stage: &Stage) -> i64 {
    let purse = stage
        .model
        .standing
        .as_ref()
        .and_then(|it| it.purse.as_ref());
    purse.expect("an account").balance_cents.cents()
}

/// The transaction that one is on in one's own log.
fn on(stage: &Stage) -> i64 {
    let row = stage.model.account.log.selected();
    row.expect("a transaction").id.get()
}

#[test]
fn ones_own_log_leads_to_a_task_and_back() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press("2");
    let newest = on(&stage);
    let older = on(stage.press("j"));
    assert!(older < newest, "newest first");
    assert_eq!(on(stage.press("k")), newest);
    let oldest = on(stage.press("G"));
    assert!(oldest < older);
    assert_eq!(on(stage.press("home")), newest);
    assert_eq!(on(stage.press("pagedown pageup")), newest);
    stage.press("G enter");
    assert_eq!(stage.model.view.title, "Tasks");
    let task = stage.model.tasks.detail.as_ref().expect("a task");
    let row = stage.model.account.log.selected().expect("a row");
    assert_eq!(Some(task.task.id), row.task.as_ref().map(|it| it.id));
    let screen = stage.press("w").screen();
    assert!(screen.contains("out of 3 popugs"), "{screen}");
    stage.press("esc");
    assert_eq!(stage.model.view.title, "My account");
    assert_eq!(on(&stage), oldest);
}

#[test]
fn a_payout_belongs_to_no_task() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press("2");
    let rows = stage.model.account.log.rows();
    let payout = rows.iter().position(|it| it.task.is_none());
    for _ in 0..payout.expect("one without a task") {
        stage.press("down");
    }
    stage.press("enter");
    assert_eq!(stage.model.view.title, "My account");
    assert!(notice(&stage).starts_with("go-in: no task belongs"));
}

#[test]
fn a_statement_moves_by_days_weeks_and_months() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    let screen = stage.press("2 p").screen();
    assert_eq!(stage.model.account.half, Half::Statement);
    assert!(screen.contains("Tuesday, 24 November 2026"), "{screen}");
    let text = &stage.press("[").model.account.statement;
    assert!(text.contains("Monday, 23 November 2026"), "{text}");
    assert!(text.contains("popug day verify 2026-11-23 SEAL"), "{text}");
    let text = &stage.press("]").model.account.statement;
    assert!(text.contains("The day is still open"), "{text}");
    let still = stage.press("]").model.account.statement.clone();
    assert!(still.contains("24 November"), "tomorrow is not there yet");
    let text = &stage.press("b").model.account.statement;
    assert!(text.contains("from 23 November 2026 to 29"), "{text}");
    let text = &stage.press("b [").model.account.statement;
    assert!(text.contains("from 1 October 2026 to 31"), "{text}");
    stage.press("y");
    assert_eq!(
        stage.copied.last().map(String::as_str),
        Some("popug account statement --period 2026-10")
    );
    let text = &stage.press("t").model.account.statement;
    assert!(text.contains("from 1 November 2026 to 30"), "{text}");
    stage.press("down");
    assert_eq!(stage.model.account.scroll, 1);
    let last = stage.press("G").model.account.scroll;
    assert_eq!(stage.press("j").model.account.scroll, last);
    assert_eq!(stage.press("g").model.account.scroll, 0);
    stage.press("esc y");
    assert_eq!(stage.model.account.half, Half::Log);
    assert_eq!(
        stage.copied.last().map(String::as_str),
        Some("popug account log")
    );
}

#[test]
fn what_others_do_to_ones_account_is_seen_and_one_stays_on_the_row() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "kesha", SMALL);
    stage.press("2 j");
    let (row, at) = (on(&stage), stage.model.account.log.at());
    let rows = stage.model.account.log.rows().len();
    for _ in 0..6 {
        company.add("gosha", "One more");
    }
    stage.look_around();
    assert_eq!(on(&stage), row);
    assert!(stage.model.account.log.at() > at);
    assert!(stage.model.account.log.rows().len() > rows);
}

#[test]
fn an_adjustment_is_told_exactly_before_it_is_made() {
    let company = Company::closed();
    let kesha = Stage::of(&company, "kesha", SMALL);
    let before = balance(&kesha);
    let mut stage = Stage::of(&company, "bert", SMALL);
    stage
        .press("3 a")
        .press("ctrl-u")
        .write("kesha")
        .press("tab")
        .write("12")
        .press("tab")
        .write("an egg cup");
    let screen = stage.press("enter").screen();
    assert!(screen.contains("an amount has a sign"), "{screen}");
    stage.press("backtab ctrl-u").write("-3.50").press("ctrl-s");
    let screen = stage.screen();
    let after = stage
        .model
        .locale
        .currency
        .show(Money::from_cents(before - 350));
    let asked = format!("adjust kesha: -$3.50 → balance {after}  [y/N]");
    assert!(screen.contains(&asked), "{asked}\n{screen}");
    assert_eq!(balance(&Stage::of(&company, "kesha", SMALL)), before);
    stage.press("y");
    assert!(notice(&stage).contains("-$3.50"), "{}", notice(&stage));
    let now = balance(&Stage::of(&company, "kesha", SMALL));
    assert_eq!(now, before - 350);
}

#[test]
fn ones_own_account_is_mended_by_somebody_else() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", SMALL);
    stage
        .press("3 a")
        .press("ctrl-u")
        .write("bert")
        .press("tab")
        .write("+100")
        .press("tab")
        .write("I was good")
        .press("enter");
    let screen = stage.screen();
    assert!(
        screen.contains("your own account is mended by somebody else"),
        "{screen}"
    );
    stage.press("esc");
    assert!(stage.model.overlay.is_none() && stage.model.working.is_none());
}

#[test]
fn a_transaction_is_taken_back_once() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", SMALL);
    stage.press("3 v");
    assert_eq!(notice(&stage), "take-back: go to a popug's log first");
    stage.press("p p enter enter");
    let log = |stage: &Stage| stage.model.books.log.clone().expect("a log");
    let row = log(&stage).rows.selected().cloned().expect("a row");
    stage.press("v").write("wrong popug").press("enter");
    let screen = stage.screen();
    let asked = format!("reverse transaction {} of {}: ", row.id, log(&stage).user);
    assert!(screen.contains(&asked), "{asked}\n{screen}");
    stage.press("y");
    assert!(
        notice(&stage).starts_with("transaction "),
        "{}",
        notice(&stage)
    );
    stage.press("v").write("once more").press("enter");
    let screen = stage.screen();
    assert!(screen.contains("is reversed already"), "{screen}");
}

#[test]
fn the_days_that_have_ended_are_closed_when_y_says_so() {
    let company = Company::working();
    company.close_tasks("kesha", 2);
    company.at("2026-11-25T09:00:00Z");
    let mut stage = Stage::of(&company, "bert", SMALL);
    let screen = stage.press("3 D").screen();
    assert!(screen.contains("close 2 days to 2026-11-24: "), "{screen}");
    assert!(screen.contains("debts $"), "it is not cut: {screen}");
    assert!(screen.contains("[y/N]"), "{screen}");
    stage.press("enter n D y");
    assert!(
        notice(&stage).starts_with("closed 2 days to 2026-11-24: "),
        "{}",
        notice(&stage)
    );
    assert_eq!(stage.model.books.days.rows().len(), 2);
    stage.press("D");
    assert_eq!(notice(&stage), "every day that has ended is closed");
}

#[test]
fn today_is_closed_when_the_word_is_typed() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "polly", SMALL);
    let screen = stage.press("3 C").screen();
    assert!(screen.contains("close 2026-11-24 early: "), "{screen}");
    assert!(screen.contains("type close and Enter:"), "{screen}");
    stage.press("y enter");
    assert!(stage.model.overlay.is_some(), "y is not the word");
    stage.press("ctrl-u").write("close").press("enter");
    assert!(
        notice(&stage).starts_with("closed 2026-11-24: "),
        "{}",
        notice(&stage)
    );
    stage.press("C");
    assert_eq!(notice(&stage), "today is closed already");
}

#[test]
fn an_invoice_is_tried_again() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", WIDE);
    stage.press("3 r");
    assert_eq!(
        notice(&stage),
        "retry: go to a closed day or an invoice first"
    );
    stage.press("p p");
    let screen = stage.screen();
    assert!(screen.contains(" pending"), "{screen}");
    let screen = stage.press("r").screen();
    let asked = "try again of 2026-11-23: 2 letters, 0 payments of $0.00  [y/N]";
    assert!(screen.contains(asked), "{screen}");
    let screen = stage.press("n enter r").screen();
    assert!(screen.contains("mail invoice 1 again: "), "{screen}");
    stage.press("y");
    // Nobody has told this process where letters go.
    assert!(
        notice(&stage).starts_with("tried again; "),
        "{}",
        notice(&stage)
    );
}

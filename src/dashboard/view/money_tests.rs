//! What one's own account and the books look like.

use crate::kernel::ids::TaskId;
use crate::tasks::EditTask;

use super::testing::{Company, SMALL, Stage, WIDE};

const SIZES: [(&str, (u16, u16)); 2] = [("small", SMALL), ("wide", WIDE)];

fn shot(company: &Company, name: &str, who: &str, keys: &str) {
    for (size, cells) in SIZES {
        let mut stage = Stage::of(company, who, cells);
        stage.press(keys);
        insta::assert_snapshot!(format!("{name}-{who}-{size}"), stage.screen_and_styles());
    }
}

#[test]
fn an_account_of_each_role() {
    let company = Company::closed();
    for who in ["kesha", "bert", "gosha", "polly"] {
        shot(&company, "account", who, "2");
    }
}

#[test]
fn a_log_says_what_the_selected_task_is_about() {
    let company = Company::closed();
    for task in 1..=6 {
        let edit = EditTask {
            task: TaskId::new(task),
            title: None,
            ticket: None,
            description: Some(format!("Task {task} needs a sponge\nand a ladder.")),
        };
        company.run("gosha", edit);
    }
    shot(
        &company,
        "account-described",
        "kesha",
        "2 down down down down",
    );
    shot(
        &company,
        "books-log-described",
        "bert",
        "3 p p enter enter down",
    );
}

#[test]
fn a_statement_is_the_letter() {
    let company = Company::closed();
    shot(&company, "statement", "kesha", "2 [");
    shot(&company, "statement-week", "kesha", "2 b");
}

#[test]
fn an_account_without_anything_and_one_that_is_full() {
    shot(&Company::found(), "account-empty", "kesha", "2");
    let full = Company::full();
    shot(&full, "account-full", "kesha", "2 G");
    shot(&full, "statement-full", "kesha", "2 b b G");
}

#[test]
fn the_books_of_those_who_keep_them() {
    let company = Company::closed();
    for who in ["bert", "polly"] {
        shot(&company, "books", who, "3");
    }
    shot(&company, "books-earnings", "bert", "3 p");
    shot(&company, "books-days", "bert", "3 p p");
}

#[test]
fn a_day_and_a_log() {
    let company = Company::closed();
    shot(&company, "books-day", "bert", "3 p p enter");
    shot(&company, "books-open-day", "bert", "3 p enter");
    shot(&company, "books-log", "bert", "3 p p enter enter");
}

#[test]
fn books_without_anything_and_books_that_are_full() {
    let empty = Company::found();
    shot(&empty, "books-empty", "bert", "3");
    shot(&empty, "books-empty-days", "bert", "3 p p");
    let full = Company::full();
    shot(&full, "books-full", "bert", "3");
    shot(&full, "books-full-earnings", "bert", "3 p G");
    shot(&full, "books-full-days", "bert", "3 p p pagedown");
    shot(&full, "books-full-weeks", "bert", "3 p b");
}

#[test]
fn what_moves_money_is_asked_exactly() {
    let company = Company::closed();
    for (size, cells) in SIZES {
        let mut stage = Stage::of(&company, "bert", cells);
        stage.press("3 C");
        insta::assert_snapshot!(format!("books-close-today-{size}"), stage.screen());
        stage.press("esc").press("a");
        insta::assert_snapshot!(format!("books-adjust-{size}"), stage.screen());
        stage
            .press("esc")
            .press("p p enter enter v")
            .write("wrong popug")
            .press("enter");
        insta::assert_snapshot!(format!("books-reverse-{size}"), stage.screen());
    }
}

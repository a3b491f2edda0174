//! What keys do in the books, tried against a real store.

use crate::accounting::AccountKind;
use crate::app::{PageInvoices, ShowDay};
use crate::auth::AddUser;
use crate::dashboard::model::books::{Depth, Pane};
use crate::dashboard::view::testing::{Company, SMALL, Stage, WIDE};
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::page::{Anchor, Page};
use crate::kernel::range::{DayWord, Step};
use crate::kernel::role::Role;

fn notice(stage: &Stage) -> &str {
    stage
        .model
        .notice
        .as_ref()
        .map_or("", |it| it.text.as_str())
}

#[test]
fn the_accounts_are_ranked_and_come_to_nothing() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", SMALL);
    let screen = stage.press("3").screen();
    assert!(screen.contains("together $0.00"), "{screen}");
    let rows = stage.model.books.accounts.rows();
    assert!(rows.is_sorted_by(|a, b| a.row.balance_cents >= b.row.balance_cents));
    let sum = Money::sum(rows.iter().map(|it| it.row.balance_cents));
    assert_eq!((rows.len(), sum), (7, Some(Money::ZERO)));
    stage.press("y");
    assert_eq!(stage.copied, ["popug account list --all"]);
}

#[test]
fn of_many_accounts_a_page_is_held_and_the_last_is_a_key_away() {
    let company = Company::closed();
    for number in 1..=150 {
        company.run(
            "polly",
            AddUser {
                name: format!("popug{number}"),
                role: Role::Worker,
                email: format!("popug{number}@popug.example"),
                full_name: None,
                beak: None,
                hash: None,
            },
        );
    }
    let mut stage = Stage::of(&company, "bert", SMALL);
    let screen = stage.press("3").screen();
    assert!(screen.contains("157 accounts, together $0.00"), "{screen}");
    let rank = |stage: &Stage| {
        let books = &stage.model.books;
        assert!(books.accounts.rows().len() <= 200, "a page is held");
        books.together.before + books.accounts.at() + 1
    };
    assert_eq!(rank(&stage), 1);
    assert_eq!(rank(stage.press("G")), 157);
    assert_eq!(rank(stage.press("k")), 156);
    assert_eq!(rank(stage.press("g")), 1);
}

#[test]
fn the_invoices_of_a_day_are_read_by_pages() {
    let company = Company::closed();
    let door = company.door();
    let caller = company.caller(&door, "bert");
    let day: Day = "2026-11-23".parse().expect("a day");
    let show = ShowDay {
        day: DayWord::Date(day),
    };
    let whole = door.ask(&caller, &show).expect("a day");
    assert!(whole.invoices.len() > 1);
    for (at, invoice) in whole.invoices.iter().enumerate() {
        let anchor = Anchor::Row(invoice.id.get());
        let page = Page { anchor, reach: 1 };
        let seen = door.ask(&caller, &PageInvoices { day, page });
        let seen = seen.expect("a page");
        assert_eq!(seen.row, whole.row);
        let around = &whole.invoices[at.saturating_sub(1)..=at];
        assert_eq!(seen.page.rows, around);
    }
}

#[test]
fn from_the_closed_days_one_goes_in_as_far_as_a_task() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", WIDE);
    stage.press("3 p p");
    assert_eq!(stage.model.books.pane, Pane::Days);
    let day = stage.model.books.days.selected().expect("a day").day;
    stage.press("enter");
    assert_eq!(stage.model.books.depth(), Depth::Day(day));
    stage.press("y enter");
    let log = stage.model.books.log.as_ref().expect("a log");
    assert!(log.rows.rows().iter().all(|it| it.day == day));
    let user = log.user.clone();
    stage.press("y G enter");
    assert_eq!(stage.model.view.title, "Tasks");
    assert_eq!(
        stage.copied,
        [
            format!("popug day show {day}"),
            format!("popug account log {user} --date {day}")
        ]
    );
    stage.press("esc");
    assert_eq!(
        (stage.model.view.title, stage.model.books.depth()),
        ("Accounting", Depth::Log)
    );
    stage.press("esc");
    assert_eq!(stage.model.books.depth(), Depth::Day(day));
    stage.press("esc esc esc");
    assert_eq!(stage.model.books.depth(), Depth::Top);
    assert!(!stage.ended);
}

#[test]
fn an_account_leads_to_its_log_whose_days_take_turns() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", SMALL);
    stage.press("3");
    while stage
        .model
        .books
        .popug()
        .is_none_or(|it| it.as_str() != "kesha")
    {
        stage.press("j");
    }
    let many = |stage: &Stage| {
        let log = stage.model.books.log.as_ref();
        log.expect("a log").rows.rows().len()
    };
    stage.press("enter");
    let all = many(&stage);
    let today = many(stage.press("b"));
    let monday = many(stage.press("["));
    assert_eq!(today + monday, all);
    assert_eq!(many(stage.press("]")), today);
    assert_eq!(many(stage.press("[ t")), today);
    assert_eq!(many(stage.press("b")), all, "the week has both days");
    stage.press("b b y");
    assert_eq!(stage.copied, ["popug account log kesha"], "all days again");
}

#[test]
fn management_and_bank_lead_to_where_their_money_comes_from() {
    let company = Company::closed();
    let mut stage = Stage::of(&company, "bert", SMALL);
    stage.press("3");
    for _ in 0..7 {
        let row = stage.model.books.accounts.selected().expect("a row");
        let row = &row.row;
        let (is_popugs, kind) = (row.user.is_some(), row.kind);
        if !is_popugs {
            stage.press("enter");
            let expected = match kind {
                AccountKind::Management => Pane::Earnings,
                AccountKind::Bank | AccountKind::Popug => Pane::Days,
            };
            assert_eq!(stage.model.books.pane, expected);
            stage.model.books.pane = Pane::Accounts;
        }
        stage.press("j");
    }
}

#[test]
fn earnings_are_taken_together_and_lead_to_their_days() {
    let company = Company::full();
    let mut stage = Stage::of(&company, "bert", SMALL);
    stage.press("3 p");
    let days = stage.model.books.earnings.rows().len();
    assert_eq!(days, 28);
    let newest = |stage: &Stage| stage.model.books.earnings.rows()[0].day;
    let open = newest(&stage);
    let before = newest(stage.press("["));
    assert_eq!(open.days_since(before), 28);
    assert_eq!(newest(stage.press("]")), open);
    assert_eq!(newest(stage.press("[ [ t")), open);
    stage.press("b");
    assert_eq!(stage.model.books.step, Step::Week);
    stage.press("y j j enter");
    assert_eq!(stage.copied.len(), 1);
    assert!(
        stage.copied[0].ends_with(" --by week"),
        "{:?}",
        stage.copied
    );
    assert_eq!(stage.model.books.step, Step::Day);
    let selected = stage.model.books.earnings.selected().expect("a day").day;
    assert_eq!(
        selected.next().week_start(),
        selected.next(),
        "a Sunday, the end of that week"
    );
    stage.press("enter");
    assert_eq!(stage.model.books.depth(), Depth::Day(selected));
    stage.press("[");
    assert_eq!(stage.model.books.depth(), Depth::Day(selected.previous()));
    stage.press("] t");
    assert_eq!(stage.model.books.depth(), Depth::Day(open));
    stage.press("b");
    assert!(notice(&stage).starts_with("by: a day is not"));
    stage.press("esc b b b");
    assert_eq!(stage.model.books.step, Step::Day, "after week and month");
}

#[test]
fn managers_and_workers_do_not_see_the_books() {
    let company = Company::closed();
    for who in ["gosha", "kesha"] {
        let mut stage = Stage::of(&company, who, SMALL);
        stage.press("3");
        assert_eq!(stage.model.view.title, "Tasks");
        assert_eq!(notice(&stage), "view-3: it needs account.read");
        assert!(!stage.screen().contains("Accounting"));
    }
}

#[test]
fn clicks_select_rows() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let company = Company::closed();
    let click = |column, row| {
        crate::dashboard::message::Message::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    let mut stage = Stage::of(&company, "bert", WIDE);
    stage.press("3").tell(click(5, 6));
    assert_eq!(stage.model.books.accounts.at(), 2);
    stage.tell(click(60, 5));
    assert_eq!(stage.model.books.pane, Pane::Earnings);
    assert_eq!(stage.model.books.earnings.at(), 1);
    let mut stage = Stage::of(&company, "kesha", WIDE);
    stage.press("2").tell(click(5, 9));
    assert_eq!(stage.model.account.log.at(), 2);
}

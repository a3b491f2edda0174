//! What the asking thread finds when it looks around.

use super::*;
use crate::app::Refusal;
use crate::dashboard::view::testing::Company;
use crate::kernel::page::Page;
use crate::tasks::{ListTasks, PageTasks};

fn asking(company: &Company) -> (Asking, Receiver<Message>) {
    let (tell, told) = mpsc::channel();
    (Asking::new(company.door(), tell), told)
}

fn standing() -> Call {
    let ask = |door: &Door, caller: &Caller, question: AskStanding| question.ask(door, caller);
    Call::by(AskStanding, ask, |_, _| Vec::new())
}

#[test]
fn a_session_that_has_come_to_its_end_shows_nothing_more() {
    let company = Company::working();
    let door = company.door();
    let token = company.token(&door, "kesha");
    let ends = door
        .authenticate(&Caller::token(&token))
        .expect("known")
        .expires_at;
    company.at("2026-12-24T09:00:00Z");
    let (mut asking, told) = asking(&company);
    for question in [None, Some(standing())] {
        asking.caller = Some((token.clone(), ends));
        match question {
            None => asking.look_around().expect("told"),
            Some(question) => asking.answer(1, question).expect("told"),
        }
        let told: Vec<Message> = told.try_iter().collect();
        let [Message::Unknown(Refusal { kind, .. })] = told.as_slice() else {
            panic!("{told:?}");
        };
        assert_eq!(*kind, Kind::Unauthenticated);
        assert!(asking.caller.is_none());
    }
}

#[test]
fn what_changes_after_the_beginning_is_seen() {
    let company = Company::working();
    let door = company.door();
    let (to_asking, jobs) = mpsc::channel();
    let (asking, told) = asking(&company);
    let token = company.token(&door, "kesha");
    let thread = thread::spawn(move || asking.run(&jobs));
    to_asking.send(Job::Enter(token)).expect("it listens");
    let entered = told.recv().expect("told");
    assert!(matches!(entered, Message::Entered(_)), "{entered:?}");
    company.add("gosha", "[POPUG-7] Count the feathers");
    let again = told.recv().expect("told");
    assert!(matches!(again, Message::Entered(_)), "{again:?}");
    let changed = told.recv().expect("told");
    assert!(matches!(changed, Message::Changed), "{changed:?}");
    drop(to_asking);
    thread.join().expect("it ends");
}

#[test]
fn of_the_questions_of_a_kind_only_the_newest_is_answered() {
    let company = Company::working();
    let door = company.door();
    let (mut asking, _told) = asking(&company);
    let token = company.token(&door, "kesha");
    asking.take(Job::Enter(token)).expect("told");
    let page = |search: &str| {
        let list = ListTasks {
            search: Some(search.to_owned()),
            ..ListTasks::default()
        };
        let page = Page::default();
        Call::ask(PageTasks { list, page }, |_, _| Vec::new())
    };
    for (number, search) in [(1, "o"), (2, "oi"), (3, "oil")] {
        asking.take(Job::Ask(number, page(search))).expect("told");
    }
    asking.take(Job::Ask(4, standing())).expect("told");
    let waiting: Vec<u64> = asking.waiting.iter().map(|(number, _)| *number).collect();
    assert_eq!(waiting, [3, 4]);
}

#[test]
fn after_long_answers_it_rests() {
    let company = Company::working();
    let (mut asking, _told) = asking(&company);
    assert!(!asking.is_resting(), "nothing was asked");
    asking.busy = Duration::from_secs(60);
    assert!(asking.is_resting());
    asking.look_around().expect("told");
    assert!(
        !asking.is_resting(),
        "the rest is over once it looked around"
    );
}

//! The log: moving about, narrowing, following, and what is done with dead letters.

use tui_input::Input;

use crate::dashboard::action::{Action, View};
use crate::dashboard::effect::{Deed, Effect, Question};
use crate::dashboard::model::events::{Events, Focus, Pane, task_of};
use crate::dashboard::model::form::{Field, Form, Purpose};
use crate::dashboard::model::listing::{REACH, Row, Step};
use crate::dashboard::model::overlay::{Confirm, Overlay};
use crate::dashboard::model::{Model, Notice};
use crate::dashboard::update::{deeds, filter, tasks};
use crate::dashboard::view;
use crate::events::{DeadLetter, EventDeadDiscard, EventsAround};
use crate::kernel::ids::Seq;
use crate::kernel::page::{Anchor, Page};
use crate::kernel::text::one_line;

/// Letters of a reason.
const REASON: usize = 500;

/// Does what an action means among the events.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever means nothing here does nothing"
)]
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => enter(model),
        Action::Back => back(model),
        Action::Pane => {
            let next = match model.events.pane {
                Pane::Log => Pane::Consumers,
                Pane::Consumers => Pane::Dead,
                Pane::Dead => Pane::Log,
            };
            show(model, next)
        }
        Action::Filter => {
            model.events.typing = true;
            model.events.focus = Focus::List;
            Vec::new()
        }
        Action::Retry => retry(model),
        Action::Discard => discard(model),
        Action::Copy => copy(model),
        _ => Vec::new(),
    }
}

/// Everything begins at the end of the log.
pub fn arrive(model: &mut Model) {
    model.events = Events::default();
}

/// Asks for what is shown. Whoever is at the end of the log stays there while it grows.
pub fn load(model: &mut Model) -> Vec<Effect> {
    match model.events.pane {
        Pane::Log => {
            let events = &mut model.events;
            if events.focus == Focus::List && events.list.is_at_end() {
                return to_end(model);
            }
            let page = events.list.around();
            ask(model, page)
        }
        Pane::Consumers => vec![Effect::Ask(model.next_question(), Question::Consumers)],
        Pane::Dead => vec![Effect::Ask(model.next_question(), Question::DeadLetters)],
    }
}

fn to_end(model: &mut Model) -> Vec<Effect> {
    let anchor = Anchor::Last;
    model.events.list.want(anchor);
    let reach = REACH;
    ask(model, Page { anchor, reach })
}

/// Asks for the log anew: it is another one now.
pub fn narrow(model: &mut Model) -> Vec<Effect> {
    to_end(model)
}

fn ask(model: &mut Model, page: Page) -> Vec<Effect> {
    let number = model.next_question();
    model.events.list.ask(number);
    let wanted = model.events.wanted(page);
    vec![Effect::Ask(number, Question::Events(wanted))]
}

/// A page of the log is there.
pub fn take(model: &mut Model, number: u64, around: EventsAround) {
    if !model.events.list.expects(number) {
        return;
    }
    model.events.head = around.head;
    model.events.partly = around.partly;
    model.events.list.take(around.page);
    if model.events.list.selected().is_none() {
        model.events.focus = Focus::List;
    }
}

/// The dead letters are there.
pub fn take_dead(model: &mut Model, letters: Vec<DeadLetter>) {
    let held = &mut model.events.dead;
    held.take(letters, |one, other| one.id == other.id);
    if let Some(consumer) = model.events.wanted.take() {
        held.go_to(|letter| letter.consumer == consumer);
    }
    if held.rows().is_empty() && model.events.pane == Pane::Dead {
        model.events.focus = Focus::List;
    }
}

/// A click selects the row under it.
pub fn click(model: &mut Model, row: u16) -> Vec<Effect> {
    let Some(at) = view::events::row_at(model, row) else {
        return Vec::new();
    };
    let now = match model.events.pane {
        Pane::Log => model.events.list.at(),
        Pane::Consumers => model.events.consumers.at(),
        Pane::Dead => model.events.dead.at(),
    };
    step(model, Step::between(now, at))
}

/// Moves where one is.
pub fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.events.focus == Focus::Detail {
        return scroll(model, step);
    }
    match model.events.pane {
        Pane::Log => {
            let more = model.events.list.step(step);
            return more.map_or_else(Vec::new, |page| ask(model, page));
        }
        Pane::Consumers => model.events.consumers.step(step),
        Pane::Dead => model.events.dead.step(step),
    }
    Vec::new()
}

fn scroll(model: &mut Model, step: Step) -> Vec<Effect> {
    let last = view::events::lines_of_detail(model).saturating_sub(1);
    model.events.scroll = step.scrolled(model.events.scroll, last);
    Vec::new()
}

fn show(model: &mut Model, pane: Pane) -> Vec<Effect> {
    model.events.pane = pane;
    model.events.focus = Focus::List;
    model.events.scroll = 0;
    load(model)
}

/// Into the row; from an event to its task, from a letter to its event, from a consumer to what it
/// could not hear.
fn enter(model: &mut Model) -> Vec<Effect> {
    match (model.events.pane, model.events.focus) {
        (Pane::Log | Pane::Dead, Focus::List) => {
            model.events.focus = Focus::Detail;
            model.events.scroll = 0;
            Vec::new()
        }
        (Pane::Log, Focus::Detail) => {
            let Some(task) = model.events.list.selected().and_then(task_of) else {
                return Vec::new();
            };
            model.view = View::Tasks;
            tasks::go_to(model, task)
        }
        (Pane::Dead, Focus::Detail) => {
            let Some(seq) = model.events.dead.selected().map(|it| it.seq) else {
                return Vec::new();
            };
            go_to(model, seq)
        }
        (Pane::Consumers, _) => {
            let consumer = model.events.consumers.selected();
            model.events.wanted = consumer.map(|it| it.consumer.clone());
            show(model, Pane::Dead)
        }
    }
}

/// Goes to an event by its place, in the whole log.
fn go_to(model: &mut Model, seq: Seq) -> Vec<Effect> {
    let anchor = Anchor::Row(seq.get());
    model.events.pane = Pane::Log;
    model.events.filter = Input::default();
    model.events.focus = Focus::Detail;
    model.events.scroll = 0;
    model.events.list.want(anchor);
    let reach = REACH;
    ask(model, Page { anchor, reach })
}

/// One step back: out of the row, to the log, to all of it.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.events.focus == Focus::Detail {
        model.events.focus = Focus::List;
        model.events.scroll = 0;
        return Vec::new();
    }
    if model.events.pane != Pane::Log {
        return show(model, Pane::Log);
    }
    filter::clear(model)
}

fn retry(model: &mut Model) -> Vec<Effect> {
    match model.events.dead.selected().map(|it| it.id) {
        Some(letter) => deeds::begin(model, "retrying", Deed::HearAgain(letter)),
        None => Vec::new(),
    }
}

/// Asks for the reason first.
fn discard(model: &mut Model) -> Vec<Effect> {
    if let Some(letter) = model.events.dead.selected() {
        let title = format!("Give up dead letter {}", letter.id);
        let purpose = Purpose::Discard(Box::new(letter.clone()));
        let form = Form::new(purpose, title, vec![Field::empty("reason")]);
        model.overlay = Some(Overlay::Form(form));
    }
    Vec::new()
}

/// The reason is given: asks whether it is meant.
pub fn ask_to_discard(model: &mut Model, mut form: Form, letter: &DeadLetter) -> Vec<Effect> {
    let reason = match one_line("the reason", form.value("reason"), REASON) {
        Ok(reason) => reason,
        Err(error) => {
            form.trouble = Some(error.to_string());
            model.overlay = Some(Overlay::Form(form));
            return Vec::new();
        }
    };
    let DeadLetter {
        id,
        name,
        seq,
        consumer,
        ..
    } = letter;
    model.overlay = Some(Overlay::Confirm(Confirm {
        question: format!("give up letter {id}: {name} (event {seq}), unheard by {consumer}"),
        deed: Deed::Discard(EventDeadDiscard { id: *id, reason }),
        doing: "giving up",
        word: None,
    }));
    Vec::new()
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let program = &model.manner.program;
    let events = &model.events;
    let command = match (events.pane, events.list.selected(), events.dead.selected()) {
        (Pane::Log, Some(event), _) => format!("{program} event show {}", event.id()),
        (Pane::Log, None, _) => format!("{program} event list"),
        (Pane::Consumers, ..) => format!("{program} event consumers"),
        (Pane::Dead, _, Some(letter)) => format!("{program} event dead show {}", letter.id),
        (Pane::Dead, _, None) => format!("{program} event dead list"),
    };
    model.notice = Some(Notice::plain(format!("copied: {command}")));
    vec![Effect::Copy(command)]
}

#[cfg(test)]
mod tests;

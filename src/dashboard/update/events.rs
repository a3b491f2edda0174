//! The log: moving about, narrowing, following, and what is done with dead letters.

use tui_input::Input;

use crate::app::{Retried, RetryDead};
use crate::dashboard::action::{Action, key};
use crate::dashboard::model::events::{Events, Focus, KEYS, Pane, task_of};
use crate::dashboard::model::form::Field;
use crate::dashboard::model::listing::{REACH, Row, Step};
use crate::dashboard::model::view::Filtering;
use crate::dashboard::model::{Call, Effect, Form, Model, Notice, View};
use crate::dashboard::update::{deeds, filter, tasks};
use crate::dashboard::view;
use crate::events::{
    ConsumerState, DeadLetter, EventConsumers, EventDeadDiscard, EventDeadList, EventsAround,
};
use crate::kernel::ids::Seq;
use crate::kernel::page::{Anchor, Page};
use crate::kernel::permission::Permission;
use crate::kernel::text::one_line;

/// Letters of a reason.
const REASON: usize = 500;

/// The view.
pub static VIEW: View = View {
    title: "Events",
    go: key(Action::Go(5), "view-5", "go to Events", &["5"]),
    permission: Permission::EventManage,
    keys: KEYS,
    obstacle: |model, action| model.events.obstacle(action),
    is_elsewhere: |model, action| model.events.is_elsewhere(action),
    filter: Some(Filtering {
        filter: |model| &model.events.filter,
        filter_mut: |model| &mut model.events.filter,
        narrow,
    }),
    arrive,
    load,
    act,
    step,
    click: |model, at| click(model, at.y),
    draw: view::events::draw,
};

/// Does what an action means among the events.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever means nothing here does nothing"
)]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
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
            model.events.filter.typing = true;
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
fn arrive(model: &mut Model) {
    model.events = Events::default();
}

/// Asks for what is shown. Whoever is at the end of the log stays there while it grows.
fn load(model: &mut Model) -> Vec<Effect> {
    match model.events.pane {
        Pane::Log => {
            let events = &mut model.events;
            if events.focus == Focus::List && events.list.is_at_end() {
                return to_end(model);
            }
            let page = events.list.around();
            ask(model, page)
        }
        Pane::Consumers => model.ask(Call::ask(EventConsumers {}, take_consumers)),
        Pane::Dead => model.ask(Call::ask(EventDeadList {}, take_dead)),
    }
}

fn to_end(model: &mut Model) -> Vec<Effect> {
    let anchor = Anchor::Last;
    model.events.list.want(anchor);
    let reach = REACH;
    ask(model, Page { anchor, reach })
}

/// Asks for the log anew: it is another one now.
fn narrow(model: &mut Model) -> Vec<Effect> {
    to_end(model)
}

fn ask(model: &mut Model, page: Page) -> Vec<Effect> {
    let effects = model.ask(Call::ask(model.events.wanted(page), take));
    model.events.list.ask(model.asked);
    effects
}

fn take(model: &mut Model, around: EventsAround) -> Vec<Effect> {
    model.events.head = around.head;
    model.events.partly = around.partly;
    model.events.list.take(around.page);
    if model.events.list.selected().is_none() {
        model.events.focus = Focus::List;
    }
    Vec::new()
}

fn take_consumers(model: &mut Model, rows: Vec<ConsumerState>) -> Vec<Effect> {
    let held = &mut model.events.consumers;
    held.take(rows, |one, other| one.consumer == other.consumer);
    Vec::new()
}

fn take_dead(model: &mut Model, letters: Vec<DeadLetter>) -> Vec<Effect> {
    let held = &mut model.events.dead;
    held.take(letters, |one, other| one.id == other.id);
    if let Some(consumer) = model.events.wanted.take() {
        held.go_to(|letter| letter.consumer == consumer);
    }
    if held.rows().is_empty() && model.events.pane == Pane::Dead {
        model.events.focus = Focus::List;
    }
    Vec::new()
}

/// A click selects the row under it.
fn click(model: &mut Model, row: u16) -> Vec<Effect> {
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
fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.events.focus == Focus::Detail {
        return scroll(model, step);
    }
    match model.events.pane {
        Pane::Log => {
            let more = model.events.list.step(step, model.answered);
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
            model.view = &tasks::VIEW;
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
    model.events.filter.input = Input::default();
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
    let Some(letter) = model.events.dead.selected().map(|it| it.id) else {
        return Vec::new();
    };
    let command = RetryDead { ids: vec![letter] };
    deeds::begin(
        model,
        "retrying",
        Call::run(command, |model, letters| retried(model, &letters)),
    )
}

/// What became of dead letters, as the command line says it.
fn retried(model: &mut Model, letters: &[Retried]) -> Vec<Effect> {
    let lines = letters.iter().map(|it| match (it.dead, &it.reason) {
        (Some(dead), Some(reason)) if dead == it.id => {
            format!("letter {dead} stays dead: {reason}")
        }
        (Some(dead), Some(reason)) => {
            let (id, heard) = (it.id, it.heard);
            format!("letter {id}: {heard} heard; letter {dead} stays dead: {reason}")
        }
        _ => format!("letter {}: {} heard", it.id, it.heard),
    });
    let text = lines.collect::<Vec<_>>().join("; ");
    let stays_dead = letters.iter().any(|it| it.dead.is_some());
    model.tell(if stays_dead {
        Notice::bad(text)
    } else {
        Notice::good(text)
    })
}

/// Asks for the reason first.
fn discard(model: &mut Model) -> Vec<Effect> {
    let Some(letter) = model.events.dead.selected() else {
        return Vec::new();
    };
    let title = format!("Give up dead letter {}", letter.id);
    let fields = vec![Field::empty("reason")];
    let meaning = |_: &Form| "It is kept with who gave it up, when, and why.".into();
    let about = letter.clone();
    model.fill_in(Form::new(title, fields, meaning, about, ask_to_discard))
}

/// The reason is given: asks whether it is meant.
fn ask_to_discard(model: &mut Model, form: &mut Form, letter: &DeadLetter) -> Vec<Effect> {
    let reason = match one_line("the reason", form.value("reason"), REASON) {
        Ok(reason) => reason,
        Err(error) => {
            form.trouble = Some(error.to_string());
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
    let question = format!("give up letter {id}: {name} (event {seq}), unheard by {consumer}");
    let discard = EventDeadDiscard { id: *id, reason };
    let discard = Call::run(discard, |model, letter| {
        model.tell(Notice::good(format!("letter {} is given up", letter.id)))
    });
    model.confirm(question, "giving up", discard)
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
    model.copy(command)
}

#[cfg(test)]
mod tests;

//! Analytics: moving about in time and in the lists.

use crate::analytics::{AnalyticsSummary, TopAnswer};
use crate::app::{FairnessReport, WeighedParts};
use crate::dashboard::action::{Action, key};
use crate::dashboard::model::analytics::{Analytics, KEYS, Pane};
use crate::dashboard::model::listing::Step;
use crate::dashboard::model::{Call, Effect, Model, Notice, View};
use crate::dashboard::update::tasks;
use crate::dashboard::view;
use crate::kernel::day::Day;
use crate::kernel::permission::Permission;
use crate::kernel::range::{self, Calendar};

/// The view.
pub static VIEW: View = View {
    title: "Analytics",
    go: key(Action::Go(4), "view-4", "go to Analytics", &["4"]),
    permission: Permission::AnalyticsRead,
    keys: KEYS,
    obstacle: |model, action| model.analytics.obstacle(action),
    is_elsewhere: |_, _| false,
    filter: None,
    arrive,
    load,
    act,
    step,
    click: |model, at| click(model, at.y),
    draw: view::analytics::draw,
};

/// Does what an action means in analytics.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever means nothing here does nothing"
)]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => enter(model),
        Action::Back => {
            model.analytics.pane = Pane::Top;
            Vec::new()
        }
        Action::Pane => {
            model.analytics.pane = match model.analytics.pane {
                Pane::Top => Pane::Fairness,
                Pane::Fairness => Pane::Top,
            };
            fairness(model)
        }
        Action::Earlier => turn(model, |span, _| Some(span.from.previous())),
        Action::Later => turn(model, |span, last| {
            Some(span.to.next()).filter(|day| *day <= last)
        }),
        Action::By => {
            model.analytics.by = match model.analytics.by {
                range::Step::Day => range::Step::Week,
                range::Step::Week => range::Step::Month,
                range::Step::Month => range::Step::Day,
            };
            load_anew(model)
        }
        Action::Now => {
            model.analytics.day = None;
            load_anew(model)
        }
        Action::Copy => copy(model),
        _ => Vec::new(),
    }
}

/// Everything begins today.
fn arrive(model: &mut Model) {
    model.analytics = Analytics {
        anew: true,
        ..Analytics::default()
    };
}

/// Asks for what is shown.
fn load(model: &mut Model) -> Vec<Effect> {
    let Some(calendar) = calendar(model) else {
        return Vec::new();
    };
    let summary = |model: &mut Model, summary| {
        model.analytics.summary = Some(summary);
        Vec::new()
    };
    let mut effects = model.ask(Call::ask(AnalyticsSummary::default(), summary));
    let wanted = model.analytics.wanted(&calendar);
    effects.extend(model.ask(Call::ask(wanted, take_tops)));
    effects.extend(fairness(model));
    effects
}

fn load_anew(model: &mut Model) -> Vec<Effect> {
    model.analytics.anew = true;
    load(model)
}

/// Everybody's part is added up where it is to be seen.
fn fairness(model: &mut Model) -> Vec<Effect> {
    let is_seen = model.analytics.pane == Pane::Fairness || view::analytics::is_wide(model);
    let Some(calendar) = calendar(model).filter(|_| is_seen) else {
        return Vec::new();
    };
    let period = Some(model.analytics.period(&calendar));
    model.ask(Call::ask(FairnessReport { period }, take_fairness))
}

fn take_tops(model: &mut Model, answer: TopAnswer) -> Vec<Effect> {
    let anew = std::mem::take(&mut model.analytics.anew);
    let tops = &mut model.analytics.tops;
    tops.take(answer.rows, |one, other| one.period == other.period);
    if anew {
        tops.step(Step::Last);
    }
    model.analytics.whole = answer.whole;
    Vec::new()
}

fn take_fairness(model: &mut Model, answer: WeighedParts) -> Vec<Effect> {
    let held = &mut model.analytics.fairness;
    held.take(answer.rows, |one, other| one.user == other.user);
    model.analytics.verdict = Some(answer.verdict);
    Vec::new()
}

/// A click selects the row under it.
fn click(model: &mut Model, row: u16) -> Vec<Effect> {
    if let Some(at) = view::analytics::row_at(model, row) {
        step(model, Step::First);
        step(model, Step::Down(at));
    }
    Vec::new()
}

fn calendar(model: &Model) -> Option<Calendar> {
    model.standing.as_ref().map(|it| it.calendar)
}

/// Moves where one is.
fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    match model.analytics.pane {
        Pane::Top => model.analytics.tops.step(step),
        Pane::Fairness => model.analytics.fairness.step(step),
    }
    Vec::new()
}

/// Moves to the time around another day.
fn turn(model: &mut Model, to: fn(range::Span, Day) -> Option<Day>) -> Vec<Effect> {
    let Some(calendar) = calendar(model) else {
        return Vec::new();
    };
    let span = model.analytics.span(&calendar);
    let last = calendar.open.max(calendar.today);
    match to(span, last) {
        Some(day) => {
            model.analytics.day = Some(day);
            load_anew(model)
        }
        None => model.tell(Notice::plain("what comes then is not known yet")),
    }
}

/// From the most expensive task to the task.
fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(task) = model.analytics.tops.selected().map(|it| it.task.id) else {
        return Vec::new();
    };
    model.view = &tasks::VIEW;
    tasks::go_to(model, task)
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(calendar) = calendar(model) else {
        return Vec::new();
    };
    let analytics = &model.analytics;
    let period = analytics.period_name(&calendar);
    let program = &model.manner.program;
    let command = match analytics.pane {
        Pane::Top => {
            let by = analytics.by_word();
            format!("{program} analytics top --by {by} --period {period}")
        }
        Pane::Fairness => format!("{program} draw fairness --period {period}"),
    };
    model.copy(command)
}

#[cfg(test)]
mod tests;

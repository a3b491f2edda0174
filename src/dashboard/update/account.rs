//! One's own account: moving in its log and in the days of its statement.

use crate::accounting::LogRow;
use crate::dashboard::action::{Action, key};
use crate::dashboard::model::account::{Account, Half, KEYS};
use crate::dashboard::model::listing::Step;
use crate::dashboard::model::stretch::Stretch;
use crate::dashboard::model::{Call, Effect, Model, View};
use crate::dashboard::update::tasks;
use crate::dashboard::view;
use crate::kernel::day::Day;
use crate::kernel::page::{Page, Paged};
use crate::kernel::permission::Permission;

/// The view.
pub static VIEW: View = View {
    title: "My account",
    go: key(Action::Go(2), "view-2", "go to My account", &["2"]),
    permission: Permission::AccountOwn,
    keys: KEYS,
    obstacle: |model, action| model.account.obstacle(action),
    is_elsewhere: |_, _| false,
    filter: None,
    arrive,
    load,
    act,
    step,
    click: |model, at| click(model, at.y),
    draw: view::account::draw,
};

/// Does what an action means on one's own account.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what other views do means nothing here"
)]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => enter(model),
        Action::Back => {
            model.account.half = Half::Log;
            Vec::new()
        }
        Action::Pane => {
            model.account.half = match model.account.half {
                Half::Log => Half::Statement,
                Half::Statement => Half::Log,
            };
            Vec::new()
        }
        Action::Earlier => turn(model, |stretch, _| stretch.earlier()),
        Action::Later => turn(model, Stretch::later),
        Action::By => turn(model, Stretch::turned),
        Action::Now => turn(model, |stretch, open| Stretch {
            day: open,
            ..stretch
        }),
        Action::Copy => copy(model),
        _ => Vec::new(),
    }
}

/// Somebody new sits there.
fn arrive(model: &mut Model) {
    model.account = Account::default();
}

/// Asks for everything that is shown.
fn load(model: &mut Model) -> Vec<Effect> {
    let history = model.account.wanted_history();
    let mut effects = model.ask(Call::ask(history, |model, days| {
        model.account.history = days;
        Vec::new()
    }));
    let page = model.account.log.around();
    effects.extend(ask(model, page));
    effects.extend(statement(model));
    effects
}

fn ask(model: &mut Model, page: Page) -> Vec<Effect> {
    let effects = model.ask(Call::ask(model.account.wanted_log(page), take));
    model.account.log.ask(model.asked);
    effects
}

fn take(model: &mut Model, page: Paged<LogRow>) -> Vec<Effect> {
    model.account.log.take(page);
    Vec::new()
}

fn statement(model: &mut Model) -> Vec<Effect> {
    let Some(stretch) = model.stretch() else {
        return Vec::new();
    };
    let wanted = model.account.wanted_statement(stretch);
    model.ask(Call::ask(wanted, |model, text| {
        model.account.statement = text;
        Vec::new()
    }))
}

/// A click selects the row under it.
fn click(model: &mut Model, row: u16) -> Vec<Effect> {
    let Some(at) = view::account::row_at(model, row) else {
        return Vec::new();
    };
    model.account.half = Half::Log;
    let now = model.account.log.at();
    step(model, Step::between(now, at))
}

/// Moves where one is.
fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.account.half == Half::Log {
        let page = model.account.log.step(step, model.answered);
        return page.map_or_else(Vec::new, |page| ask(model, page));
    }
    let last = view::account::last_line(model);
    model.account.scroll = match step {
        Step::Up(rows) => model.account.scroll.min(last).saturating_sub(rows),
        Step::Down(rows) => model.account.scroll.saturating_add(rows).min(last),
        Step::First => 0,
        Step::Last => last,
    };
    Vec::new()
}

fn enter(model: &mut Model) -> Vec<Effect> {
    let row = model.account.log.selected();
    let task = row.and_then(|it| it.task.as_ref()).map(|it| it.id);
    match (model.account.half, task) {
        (Half::Log, Some(task)) => tasks::drill(model, task),
        (Half::Log, None) | (Half::Statement, _) => Vec::new(),
    }
}

/// Moves about in the days; what is moved is shown.
fn turn(model: &mut Model, to: impl Fn(Stretch, Day) -> Stretch) -> Vec<Effect> {
    let Some((before, open)) = model.stretch().zip(model.open_day()) else {
        return Vec::new();
    };
    let after = to(before, open);
    // What follows the open day as it is closed is followed.
    model.account.stretch = (after != Stretch::day(open)).then_some(after);
    model.account.half = Half::Statement;
    model.account.scroll = 0;
    statement(model)
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let program = &model.manner.program;
    let flag = model.stretch().map(Stretch::flag).unwrap_or_default();
    let command = match model.account.half {
        Half::Log => format!("{program} account log"),
        Half::Statement => format!("{program} account statement {flag}"),
    };
    model.copy(command)
}

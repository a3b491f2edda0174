//! What actions do, whatever the view; and what each view does with its own.

use ratatui::layout::Position;

use crate::dashboard::action::Action;
use crate::dashboard::effect::standing::AskStanding;
use crate::dashboard::keys::Key;
use crate::dashboard::model::listing::Step;
use crate::dashboard::model::overlay::{Overlay, Palette};
use crate::dashboard::model::{Call, Effect, Model, Notice, View};
use crate::dashboard::view::areas::areas;
use crate::dashboard::view::chrome;

/// Does what an action means here, or tells why it cannot be done.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all else is the view's affair"
)]
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(obstacle) = model.obstacle(action) {
        let name = model.binding(action).map_or("this", |it| it.name);
        return model.tell(Notice::bad(format!("{name}: {obstacle}")));
    }
    if let Some(to) = moved(model, action) {
        return step(model, to);
    }
    if let Some(view) = model.destination(action) {
        return go(model, view);
    }
    match action {
        Action::Quit => quit(model),
        Action::Suspend => suspend(model),
        Action::Refresh => {
            let mut effects = reload(model);
            effects.push(Effect::Redraw);
            effects
        }
        Action::Help => {
            model.overlay = Some(Overlay::Help(0));
            Vec::new()
        }
        Action::Palette => {
            model.overlay = Some(Overlay::Palette(Palette::default()));
            Vec::new()
        }
        Action::NextView => turn(model, 1),
        Action::PreviousView => turn(model, -1),
        _ => (model.view.act)(model, action),
    }
}

/// Where an action moves to in whatever list or text one is in.
#[expect(clippy::wildcard_enum_match_arm, reason = "most actions move nowhere")]
fn moved(model: &Model, action: Action) -> Option<Step> {
    let half = usize::from(model.size.1 / 2);
    Some(match action {
        Action::Up => Step::Up(1),
        Action::Down => Step::Down(1),
        Action::PageUp => Step::Up(half),
        Action::PageDown => Step::Down(half),
        Action::First => Step::First,
        Action::Last => Step::Last,
        _ => return None,
    })
}

/// Moves in the view one is in.
pub fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    (model.view.step)(model, step)
}

/// What was begun is done first, so that its answer is seen; whoever asks twice does not wait.
pub fn quit(model: &mut Model) -> Vec<Effect> {
    match model.working {
        Some(doing) if !model.leaves => {
            model.leaves = true;
            model.tell(Notice::plain(format!("still {doing}; then it ends")))
        }
        Some(_) | None => vec![Effect::Quit],
    }
}

/// A process that is stopped while it writes would keep everybody else waiting.
pub fn suspend(model: &mut Model) -> Vec<Effect> {
    if let Some(doing) = model.working {
        return model.tell(Notice::bad(format!("still {doing}")));
    }
    vec![Effect::Suspend]
}

/// A key that does nothing here says where it does something, or where the keys are listed.
pub fn nothing(model: &mut Model, key: Key) -> Vec<Effect> {
    let help = model.manner.keymap.keys_of(Action::Help);
    let help = help.first().map_or("", String::as_str);
    let text = format!("{key} does nothing here; {help} lists the keys");
    model.tell(Notice::plain(text))
}

/// Goes to a view.
pub fn go(model: &mut Model, view: &'static View) -> Vec<Effect> {
    model.view = view;
    model.came_from = None;
    (view.load)(model)
}

fn turn(model: &mut Model, by: isize) -> Vec<Effect> {
    let views: Vec<&View> = model.open_views().collect();
    let at = views.iter().position(|view| *view == model.view);
    let at = isize::try_from(at.unwrap_or_default()).unwrap_or_default();
    let many = isize::try_from(views.len()).unwrap_or(1).max(1);
    let next = usize::try_from((at + by).rem_euclid(many)).unwrap_or_default();
    match views.get(next) {
        Some(view) => go(model, view),
        None => Vec::new(),
    }
}

/// Somebody new sits there: everything begins as its role has it.
pub fn arrive(model: &mut Model) {
    model.newest.clear();
    for view in model.views {
        (view.arrive)(model);
    }
}

/// Asks again for everything that is on the screen.
pub fn reload(model: &mut Model) -> Vec<Effect> {
    if model.standing.is_none() {
        return Vec::new();
    }
    let question = Call::by(
        AskStanding,
        |door, caller, question| question.ask(door, caller),
        |model, standing| {
            model.standing = Some(standing);
            Vec::new()
        },
    );
    let mut effects = model.ask(question);
    effects.extend((model.view.load)(model));
    effects
}

/// A click on a tab goes to its view, one on a row to the row.
pub fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let area = areas(model.size);
    if row == area.tabs.y {
        let tab = chrome::tab_at(model, column);
        return tab.map_or_else(Vec::new, |view| go(model, view));
    }
    (model.view.click)(model, Position::new(column, row))
}

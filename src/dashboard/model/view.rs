//! What a view is: a row of the table of views.

use std::fmt;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use tui_input::Input;

use crate::dashboard::action::{Action, Binding, GENERAL, MOVING};
use crate::dashboard::effect::Effect;
use crate::dashboard::model::listing::Step;
use crate::kernel::permission::Permission;

/// A part of the program that fills the screen. Only `VIEWS` lists them, and nothing asks which one it
/// is: whatever a view has of its own, it says here.
pub struct View<M> {
    /// What stands on its tab.
    pub title: &'static str,
    /// The key that leads to it.
    pub go: Binding,
    /// What one has to be allowed to see it.
    pub permission: Permission,
    /// What keys do in it, beside what they do everywhere.
    pub keys: &'static [Binding],
    /// Why an action cannot be done with what is selected.
    pub obstacle: fn(&M, Action) -> Option<String>,
    /// Whether an action belongs to another pane than the one that is shown.
    pub is_elsewhere: fn(&M, Action) -> bool,
    /// What its list is narrowed by, where one types that.
    pub filter: Option<Filtering<M>>,
    /// Begins anew: somebody else sits there.
    pub arrive: fn(&mut M),
    /// Asks for what it shows.
    pub load: fn(&mut M) -> Vec<Effect<M>>,
    /// Does what an action means in it; moving, and what actions mean everywhere, is done elsewhere.
    pub act: fn(&mut M, Action) -> Vec<Effect<M>>,
    /// Moves where one is.
    pub step: fn(&mut M, Step) -> Vec<Effect<M>>,
    /// Selects what stands in a cell of the terminal.
    pub click: fn(&mut M, Position) -> Vec<Effect<M>>,
    /// Draws it.
    pub draw: fn(&mut Frame<'_>, Rect, &M),
}

impl<M> View<M> {
    /// What keys do in it, where these are all views.
    pub fn bindings(
        &'static self,
        views: &'static [&'static Self],
    ) -> impl Iterator<Item = &'static Binding> {
        let goes = views.iter().map(|view| &view.go);
        MOVING.iter().chain(goes).chain(self.keys).chain(GENERAL)
    }
}

/// What keys do in every view, where these are all.
pub fn everywhere<M>(views: &'static [&'static View<M>]) -> impl Iterator<Item = &'static Binding> {
    let goes = views.iter().map(|view| &view.go);
    MOVING.iter().chain(goes).chain(GENERAL)
}

/// How a list is narrowed to what is typed.
pub struct Filtering<M> {
    /// What is typed.
    pub filter: fn(&M) -> &Filter,
    /// The same, to type into.
    pub filter_mut: fn(&mut M) -> &mut Filter,
    /// Asks for the list anew: it is another one now.
    pub narrow: fn(&mut M) -> Vec<Effect<M>>,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The line.
    pub input: Input,
    /// Whether it is being typed.
    pub typing: bool,
}

impl Filter {
    /// What it says.
    pub fn text(&self) -> &str {
        self.input.value().trim()
    }
}

impl<M> fmt::Debug for View<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title)
    }
}

impl<M> PartialEq for View<M> {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
    }
}

//! What lies over a view, and has the keys for itself.

use tui_input::Input;

use crate::auth::Secret;
use crate::dashboard::effect::Call;
use crate::dashboard::model::form::Form;

/// What lies over a view.
#[derive(Debug)]
pub enum Overlay<M> {
    /// Every key that there is, scrolled so far.
    Help(usize),
    /// Every action by name.
    Palette(Palette),
    /// A question to be answered with yes or no.
    Confirm(Confirm<M>),
    /// Something to fill in.
    Form(Form<M>),
    /// A code, shown this once.
    Code(Code),
}

/// A code with which a popug sets its beak. It is nowhere else.
#[derive(Clone, Debug)]
pub struct Code {
    /// Whose.
    pub name: String,
    /// The code.
    pub code: Secret,
}

/// Every action by name, narrowed to what is typed.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub input: Input,
    /// The row one is on.
    pub at: usize,
}

/// A question about a deed. Only `y` says yes.
#[derive(Debug)]
pub struct Confirm<M> {
    /// What will happen, exactly.
    pub question: String,
    /// What is done then.
    pub deed: Call<M>,
    /// What it is called while it is done.
    pub doing: &'static str,
    /// A word that has to be typed instead of `y`, and what is typed of it.
    pub word: Option<(&'static str, Input)>,
}

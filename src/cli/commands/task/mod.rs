//! `popug task`.

pub mod add;
pub mod close;
mod described;
mod edit;
mod import;
pub mod list;
mod reassign;
mod show;
pub mod why;

group! {
    /// Tasks: make, import, list, show, edit, close, reassign, and why a task fell to whom it fell.
    Task {
        Add(add::Add),
        List(list::List),
        Mine(list::Mine),
        Show(show::Show),
        Edit(edit::Edit),
        Import(import::Import),
        #[command(visible_alias = "done")]
        Close(close::Close),
        Reassign(reassign::Reassign),
        Why(why::Why),
    }
}

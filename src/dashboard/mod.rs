//! The full-screen dashboard: a face of the door, as the command line is one.
//!
//! `keys` maps, `update` decides, `effect` acts, `view` draws. `view` takes `&Model` and changes
//! nothing, nothing but `update` changes the model, messages and effects are plain values, and only
//! `effect` reaches the door.

mod action;
mod effect;
mod hang_up;
mod keys;
mod message;
mod model;
mod run;
mod terminal;
mod theme;
mod update;
mod view;
mod views;

pub use effect::threads::Opening;
pub use hang_up::{Watch, is_gone};
pub use keys::KeymapError;
pub use model::{Hands, Manner};
pub use run::{DashboardError, Start, run};
pub use terminal::Mouse;
pub use theme::{Depth, Theme, ThemeError};
pub use views::{check_keys, keymap};

//! Settings of the process: flags beat the environment, which beats the settings files.
//!
//! The only place that reads the environment. Settings of the company live in its store.

mod environment;
mod error;
mod file;
mod given;
mod kept_file;
mod layer;
mod located;
mod origin;
mod paths;
mod resolve;
mod screen;
mod secret;
mod variable;

pub use environment::{Environment, OTHERS};
pub use error::SettingsError;
pub use layer::Layer;
pub use paths::Paths;
pub use resolve::{Settings, Where};
pub use secret::Secret;
pub use variable::Variable;

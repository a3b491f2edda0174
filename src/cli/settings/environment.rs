//! The environment of the process, read here and nowhere else.

use std::ffi::OsString;
use std::path::Path;

use crate::cli::output::ColourWishes;
use crate::cli::settings::error::SettingsError;
use crate::cli::settings::located::Ground;
use crate::cli::settings::origin::Origin;
use crate::store::{Password, Passwords};

type Lookup = Box<dyn Fn(&str) -> Option<OsString>>;

/// Variables of others that popug heeds: the name, the flag that beats it, what it is for.
pub const OTHERS: [(&str, Option<&str>, &str); 5] = [
    (
        "NO_COLOR",
        Some("--color"),
        "no colours, where it is not empty",
    ),
    ("CLICOLOR_FORCE", Some("--color"), "colours even in a pipe"),
    ("TERM", Some("--color"), "no colours, where it is dumb"),
    (
        PASSWORD,
        None,
        "the password, where a postgres:// URL has none",
    ),
    (PASSWORD_FILE, None, "such passwords, instead of ~/.pgpass"),
];

const PASSWORD: &str = "PGPASSWORD";
const PASSWORD_FILE: &str = "PGPASSFILE";

/// Variables by their names.
pub struct Environment {
    lookup: Lookup,
}

impl Environment {
    /// The one that the process runs in.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn of_process() -> Self {
        Self {
            lookup: Box::new(|name| std::env::var_os(name)),
        }
    }

    /// One made of these, for tests.
    #[cfg(test)]
    pub fn of(variables: &[(&str, &str)]) -> Self {
        let owned = variables
            .iter()
            .map(|(name, value)| (name.to_string(), value.into()));
        let variables: std::collections::BTreeMap<String, OsString> = owned.collect();
        Self {
            lookup: Box::new(move |name| variables.get(name).cloned()),
        }
    }

    /// What the environment wishes about colours: `NO_COLOR` where it is not empty,
    /// `CLICOLOR_FORCE` where it is neither empty nor 0, a terminal that calls itself dumb.
    pub fn colour_wishes(&self) -> ColourWishes {
        let set = |name| (self.lookup)(name).filter(|value| !value.is_empty());
        if set("NO_COLOR").is_some() {
            return ColourWishes::Without;
        }
        if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
            return ColourWishes::Forced;
        }
        if set("TERM").is_some_and(|value| value == "dumb") {
            return ColourWishes::Without;
        }
        ColourWishes::None
    }

    /// The passwords for PostgreSQL servers that the environment gives, as libpq takes them.
    pub(super) fn passwords(&self, home: Option<&Path>) -> Result<Passwords, SettingsError> {
        let origin = Origin::Variable(PASSWORD_FILE.to_owned());
        let path = |text: String| {
            let path = Ground::of(&origin, home).path(&text);
            path.map_err(|error| SettingsError::Value {
                origin: origin.clone(),
                reason: error.to_string(),
            })
        };
        Ok(Passwords {
            variable: self.text(PASSWORD)?.map(Password::new),
            file: self.text(PASSWORD_FILE)?.map(path).transpose()?,
            usual_file: None,
        })
    }

    /// A variable; `None` where it is not set, or empty.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, SettingsError> {
        let Some(value) = (self.lookup)(name).filter(|value| !value.is_empty()) else {
            return Ok(None);
        };
        let text = value.into_string();
        text.map(Some)
            .map_err(|_| SettingsError::NotText(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_wished_for_or_not() {
        let wishes = |variables: &[(&str, &str)]| Environment::of(variables).colour_wishes();
        assert_eq!(wishes(&[]), ColourWishes::None);
        assert_eq!(wishes(&[("NO_COLOR", "")]), ColourWishes::None);
        assert_eq!(wishes(&[("NO_COLOR", "0")]), ColourWishes::Without);
        assert_eq!(wishes(&[("CLICOLOR_FORCE", "0")]), ColourWishes::None);
        assert_eq!(wishes(&[("CLICOLOR_FORCE", "1")]), ColourWishes::Forced);
        assert_eq!(wishes(&[("TERM", "dumb")]), ColourWishes::Without);
    }

    #[cfg(unix)]
    #[test]
    fn a_variable_that_is_no_text_is_refused() {
        use std::os::unix::ffi::OsStringExt;
        let environment = Environment {
            lookup: Box::new(|_| Some(OsString::from_vec(vec![0xff]))),
        };
        let refused = environment.text("POPUG_AS");
        assert!(matches!(refused, Err(SettingsError::NotText(_))));
    }
}

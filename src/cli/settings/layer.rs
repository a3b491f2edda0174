//! What one source says: the flags, the environment, a settings file.

use std::collections::BTreeMap;

use crate::cli::settings::environment::Environment;
use crate::cli::settings::error::SettingsError;
use crate::cli::settings::origin::Origin;
use crate::cli::settings::screen::Screen;
use crate::cli::settings::variable::{Spelling, Variable};

/// The settings that one source gives.
#[derive(Clone, Default)]
pub struct Layer {
    given: BTreeMap<Variable, Given>,
    pub(super) screen: Screen,
}

/// A value, or the file that holds it; and where that is said.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) text: String,
    pub(super) spelling: Spelling,
    pub(super) origin: Origin,
}

impl Layer {
    /// With what a flag says; nothing where it was not given.
    pub fn flag(
        mut self,
        variable: Variable,
        flag: &'static str,
        value: Option<String>,
    ) -> Result<Self, SettingsError> {
        if let Some(value) = value {
            self.give(variable, Spelling::Value, value, Origin::Flag(flag))?;
        }
        Ok(self)
    }

    /// What the environment says; an empty variable says nothing.
    pub fn of_environment(environment: &Environment) -> Result<Self, SettingsError> {
        let mut layer = Self::default();
        for variable in Variable::ALL {
            let name = variable.name();
            if let Some(value) = environment.text(&name)? {
                layer.give(
                    variable,
                    Spelling::Value,
                    value,
                    Origin::Variable(name.clone()),
                )?;
            }
            let twin = format!("{name}_FILE");
            let path = match variable.may_be_secret() {
                true => environment.text(&twin)?,
                false => None,
            };
            if let Some(path) = path {
                layer.give(variable, Spelling::File, path, Origin::Variable(twin))?;
            }
        }
        layer.checked()
    }

    pub(super) fn give(
        &mut self,
        variable: Variable,
        spelling: Spelling,
        text: String,
        origin: Origin,
    ) -> Result<(), SettingsError> {
        let given = Given {
            text,
            spelling,
            origin: origin.clone(),
        };
        match self.given.insert(variable, given) {
            None => Ok(()),
            Some(other) => Err(SettingsError::Twice(other.origin, origin)),
        }
    }

    pub(super) fn get(&self, variable: Variable) -> Option<&Given> {
        self.given.get(&variable)
    }

    /// The first secret that stands in it itself.
    pub(super) fn secret(&self) -> Option<&Given> {
        let secrets = self.given.iter().filter(|(variable, given)| {
            given.spelling == Spelling::Value && variable.holds_secret(&given.text)
        });
        secrets.map(|(_, given)| given).next()
    }

    /// Refuses side by side what excludes each other.
    pub(super) fn checked(self) -> Result<Self, SettingsError> {
        for (one, other) in [
            (Variable::Store, Variable::Server),
            (Variable::As, Variable::Token),
        ] {
            if let (Some(one), Some(other)) = (self.get(one), self.get(other)) {
                let (one, other) = (one.origin.clone(), other.origin.clone());
                return Err(SettingsError::Either(one, other));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(variables: &[(&str, &str)]) -> Result<Layer, String> {
        let environment = Environment::of(variables);
        Layer::of_environment(&environment).map_err(|error| error.to_string())
    }

    #[test]
    fn an_empty_variable_says_nothing() {
        let layer = layer(&[("POPUG_TOKEN", ""), ("POPUG_LOG", "info")]).expect("a layer");
        assert!(layer.get(Variable::Token).is_none());
        assert_eq!(layer.get(Variable::Log).expect("a filter").text, "info");
    }

    #[test]
    fn a_variable_and_its_twin_exclude_each_other() {
        let both = layer(&[("POPUG_TOKEN", "x"), ("POPUG_TOKEN_FILE", "/run/token")]);
        let refused = both.err();
        assert_eq!(
            refused.as_deref(),
            Some("POPUG_TOKEN and POPUG_TOKEN_FILE are both given")
        );
    }

    #[test]
    fn what_is_never_secret_has_no_twin() {
        let layer = layer(&[("POPUG_SEED_FILE", "/run/seed")]).expect("a layer");
        assert!(layer.get(Variable::Seed).is_none());
    }

    #[test]
    fn a_session_and_a_token_exclude_each_other_in_a_layer() {
        let both = layer(&[("POPUG_AS", "kesha"), ("POPUG_TOKEN_FILE", "/run/token")]);
        assert_eq!(
            both.err().as_deref(),
            Some("POPUG_AS and POPUG_TOKEN_FILE are both given, and only one can be meant")
        );
    }

    #[test]
    fn store_and_server_exclude_each_other_in_a_layer() {
        let both = layer(&[
            ("POPUG_STORE_FILE", "/run/store"),
            ("POPUG_SERVER", "unix:x"),
        ]);
        assert_eq!(
            both.err().as_deref(),
            Some("POPUG_STORE_FILE and POPUG_SERVER are both given, and only one can be meant")
        );
    }
}

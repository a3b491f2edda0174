//! What settings files say of the dashboard: `[dashboard]`, `[dashboard.keys]`, `[dashboard.theme]`.

use std::collections::BTreeMap;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::cli::settings::error::SettingsError;
use crate::cli::settings::file::line_of;
use crate::dashboard::{self, KeymapError, Theme, ThemeError};

/// What settings files say of the dashboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// Whether it gets the mouse.
    pub mouse: Option<bool>,
    /// The keys of actions, by their names.
    pub keys: BTreeMap<String, Vec<String>>,
    /// The colours of tones, by their names.
    pub theme: BTreeMap<String, String>,
}

/// A settings file, to tell where something stands in it.
struct Source<'a> {
    path: &'a Path,
    text: &'a str,
}

type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;

impl Screen {
    /// What a file's table says.
    pub(super) fn of_table(
        path: &Path,
        text: &str,
        table: &DeTable<'_>,
    ) -> Result<Self, SettingsError> {
        let source = Source { path, text };
        let mut screen = Self::default();
        for (key, value) in table {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("mouse", DeValue::Boolean(mouse)) => screen.mouse = Some(*mouse),
                ("keys", DeValue::Table(keys)) => {
                    for (action, value) in keys {
                        let keys = source.keys(action, value.get_ref())?;
                        screen.keys.insert(action.get_ref().to_string(), keys);
                    }
                }
                ("theme", DeValue::Table(theme)) => {
                    for (tone, value) in theme {
                        let colour = source.colour(tone, value.get_ref())?;
                        screen.theme.insert(tone.get_ref().to_string(), colour);
                    }
                }
                ("mouse", _) => return Err(source.wrong(key, "is true or false")),
                ("keys" | "theme", _) => return Err(source.wrong(key, "is a table")),
                _ => return Err(source.wrong(key, "is none of mouse, keys, theme")),
            }
        }
        Ok(screen)
    }

    /// With what a higher file says instead.
    pub(super) fn under(mut self, higher: Self) -> Self {
        self.mouse = higher.mouse.or(self.mouse);
        self.keys.extend(higher.keys);
        self.theme.extend(higher.theme);
        self
    }
}

impl Source<'_> {
    /// One key or several, each of which is one, for an action that there is.
    fn keys(&self, action: &Key<'_>, value: &DeValue<'_>) -> Result<Vec<String>, SettingsError> {
        let keys: Option<Vec<String>> = if let DeValue::Array(keys) = value {
            keys.iter().map(|it| text(it.get_ref())).collect()
        } else {
            text(value).map(|key| vec![key])
        };
        let keys = keys.ok_or_else(|| self.wrong(action, "is a key, or several in [ ]"))?;
        let checked = dashboard::check_keys(action.get_ref(), &keys);
        checked.map_err(|error: KeymapError| self.refused(action, &error))?;
        Ok(keys)
    }

    fn colour(&self, tone: &Key<'_>, value: &DeValue<'_>) -> Result<String, SettingsError> {
        let number = value.as_integer().map(ToString::to_string);
        let colour = text(value).or(number);
        let colour = colour.ok_or_else(|| self.wrong(tone, "is a colour"))?;
        let checked = Theme::check(tone.get_ref(), &colour);
        checked.map_err(|error: ThemeError| self.refused(tone, &error))?;
        Ok(colour)
    }

    fn wrong(&self, key: &Key<'_>, what: &str) -> SettingsError {
        self.error(key, format!("'{}' {what}", key.get_ref()))
    }

    fn refused(&self, key: &Key<'_>, error: &dyn std::error::Error) -> SettingsError {
        self.error(key, error.to_string())
    }

    fn error(&self, key: &Key<'_>, reason: String) -> SettingsError {
        SettingsError::Syntax {
            path: self.path.to_owned(),
            line: line_of(self.text, &key.span()),
            reason,
        }
    }
}

fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::settings::layer::Layer;

    fn read(text: &str) -> Result<Screen, String> {
        let layer = Layer::of_toml(Path::new("config.toml"), text);
        let layer = layer.map_err(|error| error.to_string())?;
        Ok(layer.screen)
    }

    #[test]
    fn keys_colours_and_the_mouse_are_set() {
        let screen = read(
            "[dashboard]\nmouse = true\n[dashboard.keys]\nclose = 'X'\nmark = ['v', 'ctrl-v']\n\
             [dashboard.theme]\ngood = '#5f87ff'\nbad = 208\n",
        );
        let screen = screen.expect("it fits");
        assert_eq!(screen.mouse, Some(true));
        assert_eq!(screen.keys["mark"], ["v", "ctrl-v"]);
        assert_eq!(screen.theme["bad"], "208");
    }

    #[test]
    fn what_cannot_be_meant_is_told_with_its_line() {
        for (text, wrong) in [
            (
                "[dashboard]\nmuose = true",
                "config.toml line 2: 'muose' is none of mouse, keys, theme",
            ),
            (
                "[dashboard]\nmouse = 'yes'",
                "config.toml line 2: 'mouse' is true or false",
            ),
            (
                "[dashboard.keys]\nclose = 7",
                "config.toml line 2: 'close' is a key, or several in [ ]",
            ),
            (
                "[dashboard.theme]\n\ngood = 'greenish'",
                "config.toml line 3: 'greenish' is no colour; say one such as green, light-blue, 208 or #5f87ff",
            ),
            (
                "dashboard = 1",
                "config.toml line 1: 'dashboard' is a table",
            ),
        ] {
            assert_eq!(read(text).expect_err(text), wrong);
        }
        let refused = read("[dashboard.keys]\nfly = 'f'").expect_err("no action");
        assert!(refused.starts_with("config.toml line 2: there is no action 'fly'"));
    }

    #[test]
    fn a_higher_file_changes_what_it_names() {
        let low = read("[dashboard]\nmouse = true\n[dashboard.keys]\nclose = 'X'\nmark = 'v'");
        let high = read("[dashboard.keys]\nclose = 'Z'");
        let both = low.expect("fits").under(high.expect("fits"));
        assert_eq!(both.mouse, Some(true));
        assert_eq!(
            (
                both.keys["close"][0].as_str(),
                both.keys["mark"][0].as_str()
            ),
            ("Z", "v")
        );
    }
}

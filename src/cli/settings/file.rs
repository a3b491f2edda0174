//! Settings files: TOML, a key for each variable.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::cli::settings::error::SettingsError;
use crate::cli::settings::kept_file::{KeptFile, KeptFileError};
use crate::cli::settings::layer::Layer;
use crate::cli::settings::origin::Origin;
use crate::cli::settings::screen::Screen;
use crate::cli::settings::variable::Variable;

/// The table of what concerns the dashboard alone.
const DASHBOARD: &str = "dashboard";

impl Layer {
    /// What a settings file says; nothing where there is none. An empty text says nothing, and a
    /// secret that others can read is none.
    pub fn of_file(path: &Path) -> Result<Self, SettingsError> {
        let file = match KeptFile::read(path) {
            Ok(file) => file,
            Err(KeptFileError::Io(error)) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            Err(error) => {
                return Err(SettingsError::Unreadable {
                    path: path.to_owned(),
                    reason: error.to_string(),
                });
            }
        };
        let layer = Self::of_toml(path, &file.text)?;
        match layer.secret() {
            Some(secret) if file.is_exposed => Err(SettingsError::Exposed {
                origin: secret.origin.clone(),
                path: path.to_owned(),
            }),
            Some(_) | None => Ok(layer),
        }
    }

    pub(super) fn of_toml(path: &Path, text: &str) -> Result<Self, SettingsError> {
        let table = DeTable::parse(text).map_err(|error| SettingsError::Syntax {
            path: path.to_owned(),
            line: error.span().map_or(1, |span| line_of(text, &span)),
            reason: error.message().to_owned(),
        })?;
        // In the order of the file, so that the first mistake is the one that is told.
        let mut entries: Vec<_> = table.into_inner().into_iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut layer = Self::default();
        for (key, value) in entries {
            if key.get_ref().as_ref() == DASHBOARD {
                let DeValue::Table(table) = value.get_ref() else {
                    return Err(SettingsError::Syntax {
                        path: path.to_owned(),
                        line: line_of(text, &key.span()),
                        reason: format!("'{DASHBOARD}' is a table"),
                    });
                };
                layer.screen = Screen::of_table(path, text, table)?;
                continue;
            }
            let place = Place {
                path,
                line: line_of(text, &key.span()),
                key: key.get_ref(),
            };
            layer.take(&place, value.get_ref())?;
        }
        layer.checked()
    }

    fn take(&mut self, place: &Place<'_>, value: &DeValue<'_>) -> Result<(), SettingsError> {
        let Some((variable, spelling)) = Variable::of_key(place.key) else {
            return Err(SettingsError::UnknownKey {
                path: place.path.to_owned(),
                line: place.line,
                key: place.key.to_owned(),
            });
        };
        let text = place.text(value)?;
        if text.is_empty() {
            return Ok(());
        }
        self.give(variable, spelling, text, place.origin())
    }
}

/// A key in a file.
struct Place<'a> {
    path: &'a Path,
    line: usize,
    key: &'a str,
}

impl Place<'_> {
    fn origin(&self) -> Origin {
        Origin::File {
            path: self.path.to_owned(),
            line: self.line,
            key: self.key.to_owned(),
        }
    }

    /// Numbers and instants may stand without quotes.
    fn text(&self, value: &DeValue<'_>) -> Result<String, SettingsError> {
        match value {
            DeValue::String(text) => Ok(text.clone().into_owned()),
            DeValue::Integer(number) => Ok(number.to_string()),
            DeValue::Datetime(instant) => Ok(instant.to_string()),
            DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => {
                Err(SettingsError::NoText {
                    path: self.path.to_owned(),
                    line: self.line,
                    key: self.key.to_owned(),
                    found: value.type_str(),
                })
            }
        }
    }
}

pub(super) fn line_of(text: &str, span: &Range<usize>) -> usize {
    let before = text.as_bytes().iter().take(span.start);
    before.filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(text: &str) -> Result<Layer, String> {
        let layer = Layer::of_toml(Path::new("config.toml"), text);
        layer.map_err(|error| error.to_string())
    }

    fn refused(text: &str) -> String {
        layer(text).err().expect("an error")
    }

    #[test]
    fn a_file_gives_texts_numbers_and_instants() {
        let text =
            "# a comment\nstore = 'a.db'\nseed = 1_000\nclock = 2026-11-23T18:30:00Z\nas = ''\n";
        let layer = layer(text).expect("a layer");
        let given = |variable| layer.get(variable).map(|given| given.text.as_str());
        assert_eq!(given(Variable::Store), Some("a.db"));
        assert_eq!(given(Variable::Seed), Some("1000"));
        assert_eq!(given(Variable::Clock), Some("2026-11-23T18:30:00Z"));
        assert_eq!(given(Variable::As), None);
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        assert_eq!(
            refused("log = 'info'\n\nstor = 'a.db'\nzzz = 1"),
            "config.toml line 3: there is no setting 'stor'"
        );
        assert_eq!(
            refused("[server]\nurl = 'x'"),
            "config.toml line 1: 'server' is a text, not a table"
        );
    }

    #[test]
    fn a_mistake_in_the_form_is_named_with_its_line() {
        assert!(refused("log = 'info'\nstore = \n").starts_with("config.toml line 2: "));
        assert!(refused("log = 'a'\nlog = 'b'\n").starts_with("config.toml line 2: "));
    }

    #[test]
    fn twins_and_rivals_exclude_each_other() {
        assert_eq!(
            refused("token = 'x'\ntoken_file = 'y'"),
            "'token' in config.toml line 1 and 'token_file' in config.toml line 2 are both given"
        );
        assert!(refused("store = 'x'\nserver = 'unix:y'").contains("only one can be meant"));
    }

    #[test]
    fn a_file_that_is_not_there_says_nothing() {
        let directory = tempfile::tempdir().expect("a directory");
        let layer = Layer::of_file(&directory.path().join("config.toml")).expect("a layer");
        assert!(layer.get(Variable::Store).is_none());
        assert!(matches!(
            Layer::of_file(directory.path()),
            Err(SettingsError::Unreadable { .. })
        ));
    }
}

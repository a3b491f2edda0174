//! Keys: how they are written, and what they do.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::dashboard::action::{Action, View, bindings};

/// A key as it is pressed, with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// Why keys cannot be bound so.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// No key.
    #[error("'{0}' is no key; keys are written x, X, ctrl-x, alt-x, space, enter, f5, pageup, …")]
    NoKey(String),
    /// No action.
    #[error("there is no action '{action}'; there are {known}")]
    NoAction {
        /// What was named.
        action: String,
        /// Every action's name.
        known: String,
    },
    /// Two actions by one key.
    #[error("the key {key} would mean both {one} and {other}")]
    Twice {
        /// The key.
        key: String,
        /// One of them.
        one: &'static str,
        /// The other.
        other: &'static str,
    },
    /// Nothing would do what nobody can be without.
    #[error("no key would be left for {0}")]
    Unreachable(&'static str),
}

/// The keys that have names of their own.
const NAMED: [(&str, KeyCode); 14] = [
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("delete", KeyCode::Delete),
];

impl Key {
    /// Of what a terminal tells. Shift is part of the character that it makes.
    pub fn of(event: &KeyEvent) -> Self {
        let kept = KeyModifiers::CONTROL | KeyModifiers::ALT;
        Self {
            code: event.code,
            modifiers: event.modifiers & kept,
        }
    }
}

#[cfg(test)]
impl Key {
    /// As a terminal tells of it.
    pub const fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }
}

impl FromStr for Key {
    type Err = KeymapError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (modifiers, name) = if let Some(name) = text.strip_prefix("ctrl-") {
            (KeyModifiers::CONTROL, name)
        } else if let Some(name) = text.strip_prefix("alt-") {
            (KeyModifiers::ALT, name)
        } else {
            (KeyModifiers::NONE, text)
        };
        let named = NAMED.iter().find(|(known, _)| *known == name);
        let number = name.strip_prefix('f').and_then(|it| it.parse().ok());
        let mut characters = name.chars();
        let code = match (named, number, characters.next(), characters.next()) {
            (Some((_, code)), ..) => Some(*code),
            (None, Some(number @ 1..=12), ..) => Some(KeyCode::F(number)),
            (None, None, Some(one), None) if !one.is_control() && one != ' ' => {
                Some(KeyCode::Char(one))
            }
            _ => None,
        };
        let code = code.ok_or_else(|| KeymapError::NoKey(text.to_owned()))?;
        Ok(Self { code, modifiers })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            f.write_str("ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            f.write_str("alt-")?;
        }
        let named = NAMED.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, other) => write!(f, "{other}"),
        }
    }
}

/// What the keys do: the table, with what was bound anew.
#[derive(Clone, Debug)]
pub struct Keymap {
    keys: Vec<(Key, Action)>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            keys: usual().collect(),
        }
    }
}

fn usual() -> impl Iterator<Item = (Key, Action)> {
    let keys = |binding: &'static crate::dashboard::action::Binding| {
        let keys = binding.keys.iter().filter_map(|key| key.parse().ok());
        keys.map(|key| (key, binding.action))
    };
    bindings().flat_map(keys)
}

impl Keymap {
    /// With other keys for some actions, instead of those of the table.
    pub fn with(bound: &BTreeMap<String, Vec<String>>) -> Result<Self, KeymapError> {
        let mut keymap = Self::default();
        for (name, keys) in bound {
            let binding = bindings().find(|it| it.name == name);
            let binding = binding.ok_or_else(|| KeymapError::NoAction {
                action: name.clone(),
                known: known(),
            })?;
            keymap.keys.retain(|(_, action)| *action != binding.action);
            for key in keys {
                keymap.keys.push((key.parse()?, binding.action));
            }
        }
        keymap.check()?;
        Ok(keymap)
    }

    /// Refuses an action that there is not, and keys that are none.
    pub fn check_names(action: &str, keys: &[String]) -> Result<(), KeymapError> {
        if !bindings().any(|it| it.name == action) {
            return Err(KeymapError::NoAction {
                action: action.to_owned(),
                known: known(),
            });
        }
        keys.iter()
            .try_for_each(|key| key.parse::<Key>().map(|_| ()))
    }

    /// What a key does in a view.
    pub fn action(&self, key: Key, view: View) -> Option<Action> {
        let mut of_key = self.keys.iter().filter(|(it, _)| *it == key);
        of_key.find_map(|(_, action)| action.binding(view).map(|_| *action))
    }

    /// The keys that do something, as they are written.
    pub fn keys_of(&self, action: Action) -> Vec<String> {
        let of_action = self.keys.iter().filter(|(_, it)| *it == action);
        let mut keys: Vec<String> = of_action.map(|(key, _)| key.to_string()).collect();
        keys.dedup();
        keys
    }

    fn check(&self) -> Result<(), KeymapError> {
        for view in View::ALL {
            let mut meant: Vec<(Key, Action, &'static str)> = Vec::new();
            for (key, action) in &self.keys {
                let Some(binding) = action.binding(view) else {
                    continue;
                };
                let other = meant.iter().find(|it| it.0 == *key && it.1 != *action);
                if let Some((_, _, one)) = other {
                    let (key, other) = (key.to_string(), binding.name);
                    return Err(KeymapError::Twice { key, one, other });
                }
                meant.push((*key, *action, binding.name));
            }
        }
        for (action, name) in [(Action::Quit, "quit"), (Action::Help, "help")] {
            if self.keys_of(action).is_empty() {
                return Err(KeymapError::Unreachable(name));
            }
        }
        Ok(())
    }
}

fn known() -> String {
    let mut names: Vec<&str> = Vec::new();
    for binding in bindings() {
        if !names.contains(&binding.name) {
            names.push(binding.name);
        }
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(rows: &[(&str, &[&str])]) -> Result<Keymap, KeymapError> {
        let rows = rows.iter().map(|(name, keys)| {
            let keys = keys.iter().map(|key| (*key).to_owned());
            ((*name).to_owned(), keys.collect())
        });
        Keymap::with(&rows.collect())
    }

    fn key(text: &str) -> Key {
        text.parse().expect("a key")
    }

    #[test]
    fn a_key_is_written_as_it_is_read() {
        for text in [
            "x",
            "X",
            "ctrl-x",
            "alt-enter",
            "space",
            "f5",
            "pageup",
            "backtab",
            "?",
        ] {
            assert_eq!(key(text).to_string(), text);
        }
        for wrong in ["", "xy", "ctrl-", "f13", "hyper-x", "\u{7}"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn every_key_of_the_table_is_one_and_means_one_thing() {
        for binding in bindings() {
            for key in binding.keys {
                assert_eq!(
                    key.parse::<Key>().map(|it| it.to_string()),
                    Ok((*key).to_owned())
                );
            }
        }
        assert!(bound(&[]).is_ok());
    }

    #[test]
    fn keys_are_bound_anew_instead_of_the_usual_ones() {
        let keymap = bound(&[("close", &["X", "ctrl-x"])]).expect("a keymap");
        assert_eq!(keymap.action(key("X"), View::Tasks), Some(Action::Close));
        assert_eq!(keymap.action(key("c"), View::Tasks), None);
        assert_eq!(keymap.keys_of(Action::Close), ["X", "ctrl-x"]);
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        assert_eq!(
            bound(&[("close", &["n"])]).expect_err("taken").to_string(),
            "the key n would mean both new and close"
        );
        assert!(matches!(
            bound(&[("fly", &["n"])]),
            Err(KeymapError::NoAction { .. })
        ));
        assert!(matches!(
            bound(&[("close", &["hyper-n"])]),
            Err(KeymapError::NoKey(_))
        ));
        assert_eq!(
            bound(&[("quit", &[])]).err(),
            Some(KeymapError::Unreachable("quit"))
        );
        assert!(bound(&[("mine", &[])]).is_ok());
    }
}

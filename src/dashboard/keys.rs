//! Keys: how they are written, and what they do.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::dashboard::action::{Action, Binding};

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

/// What the keys do: the tables, with what was bound anew.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    keys: Vec<(Key, Action)>,
}

/// What keys do in a view.
pub type Table = Vec<&'static Binding>;

impl Keymap {
    /// The keys of these tables, one of each view, but for actions that have other keys.
    pub fn new(
        tables: &[Table],
        bound: &BTreeMap<String, Vec<String>>,
    ) -> Result<Self, KeymapError> {
        let mut keys = Vec::new();
        for binding in tables.iter().flatten() {
            for key in binding.keys {
                let pair = (key.parse()?, binding.action);
                if !keys.contains(&pair) {
                    keys.push(pair);
                }
            }
        }
        for (name, others) in bound {
            let action = named(tables, name)?.action;
            keys.retain(|(_, it)| *it != action);
            for key in others {
                keys.push((key.parse()?, action));
            }
        }
        let keymap = Self { keys };
        keymap.check(tables)?;
        Ok(keymap)
    }

    /// What a key does, in one view or another.
    pub fn actions(&self, key: Key) -> impl Iterator<Item = Action> {
        let of_key = self.keys.iter().filter(move |(it, _)| *it == key);
        of_key.map(|(_, action)| *action)
    }

    /// The keys that do something, as they are written.
    pub fn keys_of(&self, action: Action) -> Vec<String> {
        let of_action = self.keys.iter().filter(|(_, it)| *it == action);
        of_action.map(|(key, _)| key.to_string()).collect()
    }

    fn check(&self, tables: &[Table]) -> Result<(), KeymapError> {
        for table in tables {
            let mut meant: Vec<(Key, Action, &'static str)> = Vec::new();
            for (key, action) in &self.keys {
                let Some(binding) = table.iter().find(|it| it.action == *action) else {
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

/// Refuses an action that there is not, and keys that are none.
pub fn check_names(tables: &[Table], action: &str, keys: &[String]) -> Result<(), KeymapError> {
    named(tables, action)?;
    keys.iter()
        .try_for_each(|key| key.parse::<Key>().map(|_| ()))
}

fn named(tables: &[Table], name: &str) -> Result<&'static Binding, KeymapError> {
    let mut known: Vec<&str> = Vec::new();
    for binding in tables.iter().flatten() {
        if binding.name == name {
            return Ok(binding);
        }
        if !known.contains(&binding.name) {
            known.push(binding.name);
        }
    }
    let (action, known) = (name.to_owned(), known.join(", "));
    Err(KeymapError::NoAction { action, known })
}

#[cfg(test)]
mod tests {
    use super::*;

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
}

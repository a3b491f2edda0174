//! The table of views: all that there are, in the order of their numbers.

use std::collections::BTreeMap;

use crate::dashboard::keys::{self, Keymap, KeymapError, Table};
use crate::dashboard::model::{Manner, Model, View};
use crate::dashboard::update::{account, analytics, books, events, people, tasks};
use crate::kernel::moment::Moment;

/// The views.
pub static VIEWS: [&View; 6] = [
    &tasks::VIEW,
    &account::VIEW,
    &books::VIEW,
    &analytics::VIEW,
    &events::VIEW,
    &people::VIEW,
];

/// A model with nothing known yet, among the tasks.
pub fn begin(manner: Manner, size: (u16, u16), now: Moment) -> Model {
    Model::new(&VIEWS, &tasks::VIEW, manner, size, now)
}

/// What keys do in each view.
fn tables() -> Vec<Table> {
    let table = |view: &&'static View| view.bindings(&VIEWS).collect();
    VIEWS.iter().map(table).collect()
}

/// The keys, but for actions that have other keys.
pub fn keymap(bound: &BTreeMap<String, Vec<String>>) -> Result<Keymap, KeymapError> {
    Keymap::new(&tables(), bound)
}

/// Refuses an action that there is not, and keys that are none.
pub fn check_keys(action: &str, keys: &[String]) -> Result<(), KeymapError> {
    keys::check_names(&tables(), action, keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dashboard::action::Action;
    use crate::dashboard::keys::Key;

    fn bound(rows: &[(&str, &[&str])]) -> Result<Keymap, KeymapError> {
        let rows = rows.iter().map(|(name, keys)| {
            let keys = keys.iter().map(|key| (*key).to_owned());
            ((*name).to_owned(), keys.collect())
        });
        keymap(&rows.collect())
    }

    fn key(text: &str) -> Key {
        text.parse().expect("a key")
    }

    #[test]
    fn views_are_numbered_in_their_order() {
        for (number, view) in ('1'..).zip(VIEWS) {
            assert_eq!(view.go.keys, [number.to_string()]);
            assert_eq!(view.go.name, format!("view-{number}"));
            assert_eq!(view.go.about, format!("go to {}", view.title));
        }
    }

    #[test]
    fn every_key_of_the_table_is_one_and_means_one_thing() {
        for binding in tables().into_iter().flatten() {
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
        let among_tasks = |text| {
            let mut of_key = keymap.actions(key(text));
            let here = |action: &Action| tasks::VIEW.keys.iter().any(|it| it.action == *action);
            of_key.find(here)
        };
        assert_eq!(among_tasks("X"), Some(Action::Close));
        assert_eq!(among_tasks("c"), None);
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

//! Several permissions, as a token is made for them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kernel::permission::{Permission, PermissionError};

/// Permissions, each once, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Permissions(Vec<Permission>);

impl Permissions {
    /// Whether this one is among them.
    pub fn contain(&self, permission: Permission) -> bool {
        self.0.contains(&permission)
    }

    /// Each of them.
    pub fn each(&self) -> impl Iterator<Item = Permission> {
        self.0.iter().copied()
    }
}

/// Words with commas between them.
impl FromStr for Permissions {
    type Err = PermissionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words = text.split(',').map(|word| word.trim().parse());
        let mut all: Vec<Permission> = words.collect::<Result<_, _>>()?;
        all.sort_unstable();
        all.dedup();
        Ok(Self(all))
    }
}

impl fmt::Display for Permissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|it| it.as_str()).collect();
        f.pad(&words.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_are_words_with_commas_and_stand_once() {
        let read = |text: &str| text.parse::<Permissions>();
        let two = read("day.close, task.read,day.close").expect("permissions");
        assert_eq!(two.to_string(), "task.read,day.close");
        assert!(two.contain(Permission::DayClose) && !two.contain(Permission::TaskClose));
        for wrong in ["", "day.close,", "close the day", "Day.Close"] {
            let refused = read(wrong).expect_err(wrong).to_string();
            assert!(
                refused.ends_with(", setting.write, event.manage"),
                "{refused}"
            );
        }
    }
}

//! What an examination of the store found.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As it should be.
    Ok,
    /// Worth knowing; nothing is wrong.
    Warn,
    /// Something is wrong.
    Fail,
}

/// One line of `doctor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// What was examined, such as `ledger`.
    pub check: String,
    /// Whether nothing is wrong; a warning is ok.
    pub ok: bool,
    /// How bad it is.
    pub level: Level,
    /// What was found; for a failure it names the first bad row.
    pub detail: String,
    /// What can be done.
    pub hint: Option<String>,
}

impl Finding {
    /// Nothing wrong.
    pub fn fine(check: &str, detail: impl Into<String>) -> Self {
        Self {
            check: check.to_owned(),
            ok: true,
            level: Level::Ok,
            detail: detail.into(),
            hint: None,
        }
    }

    /// Nothing wrong, but worth knowing.
    pub fn warning(check: &str, detail: impl Into<String>, hint: &str) -> Self {
        let (ok, level) = (true, Level::Warn);
        Self {
            check: check.to_owned(),
            ok,
            level,
            detail: detail.into(),
            hint: Some(hint.to_owned()),
        }
    }

    /// Something wrong.
    pub fn failure(check: &str, detail: impl Into<String>, hint: &str) -> Self {
        let (ok, level) = (false, Level::Fail);
        Self {
            check: check.to_owned(),
            ok,
            level,
            detail: detail.into(),
            hint: Some(hint.to_owned()),
        }
    }
}

/// What a check found. Rows that cannot be read are a finding of their check, and those beside it go on.
pub fn examined<E: Display>(
    check: &str,
    hint: &str,
    found: Result<Finding, E>,
    is_of_the_rows: impl Fn(&E) -> bool,
) -> Result<Finding, E> {
    match found {
        Err(error) if is_of_the_rows(&error) => {
            Ok(Finding::failure(check, error.to_string(), hint))
        }
        found => found,
    }
}

/// A count with its noun: `1 day`, `12 days`.
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(
    count: N,
    one: &str,
    many: &str,
) -> String {
    let noun = if count == N::from(1) { one } else { many };
    format!("{count} {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1_i64, "day", "days"), "1 day");
        assert_eq!(counted(0_usize, "day", "days"), "0 days");
    }
}

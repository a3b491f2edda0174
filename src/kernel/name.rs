//! User names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// A popug's name: `[a-z][a-z0-9._-]{0,31}`, and none of the reserved words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct UserName(String);

/// Words that mean something else wherever a name may stand.
const RESERVED: [&str; 8] = [
    "me",
    "all",
    "none",
    "management",
    "bank",
    "popug",
    "system",
    "token",
];

/// Why a text is no user name.
#[derive(Debug, thiserror::Error)]
pub enum NameError {
    /// Not of the form that names have.
    #[error(
        "'{0}' is no user name: a letter, then up to 31 more letters, digits, dots, underscores or hyphens"
    )]
    Shape(String),
    /// A word that is taken.
    #[error("'{0}' is a reserved word and cannot be a user name")]
    Reserved(String),
}

impl UserName {
    /// As it was kept: by the form that the schemas of events have. It never grows stricter, since
    /// what a log holds stays readable; what requests take may.
    pub fn kept(text: &str) -> Result<Self, NameError> {
        let name = text.to_ascii_lowercase();
        let mut bytes = name.bytes();
        let first = bytes.next().is_some_and(|byte| byte.is_ascii_lowercase());
        let rest = bytes.all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte)
        });
        if !first || !rest || name.len() > 32 {
            return Err(NameError::Shape(text.to_owned()));
        }
        Ok(Self(name))
    }

    /// The name as it is stored, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for UserName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = Self::kept(text)?;
        if RESERVED.contains(&name.as_str()) {
            return Err(NameError::Reserved(name.0));
        }
        Ok(name)
    }
}

impl<'de> Deserialize<'de> for UserName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::kept(&text).map_err(serde::de::Error::custom)
    }
}

/// A popug as a person names it: `me`, or a user name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
pub enum Who {
    /// Whoever asks.
    Me,
    /// The popug of this name; kept as typed where it cannot be one, so that the answer is
    /// "no such popug".
    Named(String),
}

impl From<String> for Who {
    fn from(text: String) -> Self {
        let name = text.to_ascii_lowercase();
        if name == "me" {
            Self::Me
        } else {
            Self::Named(name)
        }
    }
}

impl From<Who> for String {
    fn from(who: Who) -> Self {
        match who {
            Who::Me => "me".to_owned(),
            Who::Named(name) => name,
        }
    }
}

impl FromStr for Who {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_and_checked() {
        assert_eq!(
            "Kesha".parse::<UserName>().expect("a name").as_str(),
            "kesha"
        );
        for wrong in [
            "",
            "1st",
            "кеша",
            "a b",
            "me",
            "BANK",
            "-x",
            &"a".repeat(33),
        ] {
            assert!(wrong.parse::<UserName>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_was_kept_stays_readable_whatever_is_reserved_since() {
        let kept: UserName = serde_json::from_str("\"bank\"").expect("a name");
        assert_eq!(kept.as_str(), "bank");
        assert!(serde_json::from_str::<UserName>("\"a b\"").is_err());
    }

    #[test]
    fn me_is_whoever_asks() {
        assert_eq!(Who::from("ME".to_owned()), Who::Me);
        assert_eq!(
            Who::from("Kesha".to_owned()),
            Who::Named("kesha".to_owned())
        );
    }
}

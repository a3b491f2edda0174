//! Where a store is: a file, or a PostgreSQL server.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::kernel::address;
use crate::kernel::shell::quoted;
use crate::store::StoreError;
use crate::store::postgres::{Address, AddressError, Passwords, is_list_of_words};

mod file;

pub use file::{FilePlace, SecondName};

/// The address of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A SQLite file.
    File(FilePlace),
    /// A schema of a PostgreSQL database.
    Postgres(Box<Address>),
}

impl Place {
    /// A SQLite file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::File(FilePlace::new(path))
    }

    /// With the passwords that an address does not hold itself.
    pub fn with_passwords(self, passwords: &Passwords) -> Self {
        match self {
            Self::File(_) => self,
            Self::Postgres(address) => Self::Postgres(Box::new(address.with_passwords(passwords))),
        }
    }

    /// The file, where it is one.
    pub const fn as_file(&self) -> Option<&FilePlace> {
        match self {
            Self::File(file) => Some(file),
            Self::Postgres(_) => None,
        }
    }

    /// What to type for it: as a message names it, with what says how to get there.
    pub fn to_type(&self) -> String {
        let text = match self {
            Self::File(file) => file.to_string(),
            Self::Postgres(address) => address.to_type(),
        };
        quoted(&text).into_owned()
    }

    /// Its name among stores beside each other: the file's, wherever that lies, or the address.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => {
                let name = file.path().file_name().unwrap_or_default();
                name.to_string_lossy().into_owned()
            }
            Self::Postgres(address) => address.to_type(),
        }
    }

    /// The directory of the file, where it is one.
    pub fn directory(&self) -> Option<&Path> {
        self.as_file().map(FilePlace::directory)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => file.fmt(f),
            Self::Postgres(address) => address.fmt(f),
        }
    }
}

impl FromStr for Place {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // With one slash or none it is no URL, nor was a file meant by it.
        if text.starts_with("postgres:") || text.starts_with("postgresql:") {
            return text.parse().map(Box::new).map(Self::Postgres);
        }
        if is_list_of_words(text) {
            return Err(StoreError::Url(AddressError::Words));
        }
        // What is a URL, or nearly one, may hold a password, and is not repeated.
        if let Some((scheme, _)) = text.split_once("://") {
            let is_word = scheme.bytes().all(|it| it.is_ascii_alphanumeric());
            let scheme = if is_word { scheme } else { "" };
            return Err(StoreError::Address(format!("{scheme}://…")));
        }
        if address::is_nearly_one(text) {
            return Err(StoreError::Url(AddressError::Scheme));
        }
        let named = text.split_once(':').map(|(scheme, _)| scheme);
        if named.is_some_and(|it| NO_PATHS.contains(&it)) || matches!(text.trim(), "" | "-") {
            return Err(StoreError::Address(text.to_owned()));
        }
        Ok(Self::file(text))
    }
}

/// What stands before a colon and makes no path: what other programs take for a SQLite file, popug's
/// own settings for something else, and SQLite for a store that nobody keeps (`:memory:`).
const NO_PATHS: [&str; 6] = ["", "file", "sqlite", "sqlite3", "maildir", "unix"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_is_a_file_or_an_address_of_postgresql() {
        assert_eq!(
            "a/b.db".parse::<Place>().expect("a path").to_string(),
            "a/b.db"
        );
        for path in [
            "./host=db",
            "a=b.db",
            "my password.db",
            "./file:x.db",
            "kesha@home.db",
            "./-",
        ] {
            assert!(path.parse::<Place>().expect(path).as_file().is_some());
        }
        let server = "postgres://kesha@db.example/popug".parse::<Place>();
        assert!(server.expect("an address").as_file().is_none());
        for wrong in [
            "",
            "mysql://x:sEEds@y",
            ":memory:",
            "-",
            "file:x.db",
            "file:///srv/popug.db",
            "sqlite:popug.db",
            "postgres//x:sEEds@y/z",
            "x:sEEds@y/z",
            "x:sEEds@y://z",
            "y/z?password=sEEds",
            "postgres:/x:sEEds@y/z",
            "host=db.example password=sEEds",
            " user = x password = sEEds",
            "target=x password=sEEds",
        ] {
            let refused = wrong.parse::<Place>().expect_err(wrong);
            assert!(!refused.to_string().contains("EE"), "{refused}");
        }
    }
}

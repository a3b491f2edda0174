//! Paths in settings, which no shell has touched: whose home `~/` is, and what a relative one
//! counts from.

use std::path::{Path, PathBuf};

use crate::cli::settings::origin::Origin;
use crate::cli::settings::variable::Variable;
use crate::store::Place;

/// Why nobody can tell where a path leads.
#[derive(Debug, thiserror::Error)]
pub(super) enum PathError {
    /// No home.
    #[error("there is no home directory that ~/ could stand for")]
    NoHome,
    /// A directory whose name cannot be put in front.
    #[error("the path of its directory is not UTF-8")]
    NotText,
}

/// What the paths of one source count from.
pub(super) struct Ground<'a> {
    home: Option<&'a Path>,
    /// The directory of a settings file. Elsewhere it is the one that the program runs in, as a
    /// shell has it, or whatever the value itself says.
    directory: Option<&'a Path>,
}

impl<'a> Ground<'a> {
    /// That of what is said at `origin`.
    pub(super) fn of(origin: &'a Origin, home: Option<&'a Path>) -> Self {
        let directory = match origin {
            Origin::File { path, .. } => path.parent(),
            Origin::Flag(_) | Origin::Variable(_) => None,
        };
        Self { home, directory }
    }

    /// The value of a variable with the path in it, if there is one, as it is meant.
    pub(super) fn value(&self, variable: Variable, text: &str) -> Result<String, PathError> {
        let Some((before, path)) = variable.path_in(text) else {
            return Ok(text.to_owned());
        };
        let path = self.path(path)?.into_os_string().into_string();
        Ok(format!("{before}{}", path.map_err(|_| PathError::NotText)?))
    }

    /// A path as it is meant.
    pub(super) fn path(&self, text: &str) -> Result<PathBuf, PathError> {
        if let Some(rest) = text.strip_prefix("~/") {
            return Ok(self.home.ok_or(PathError::NoHome)?.join(rest));
        }
        Ok(match self.directory {
            Some(directory) => directory.join(text),
            None => PathBuf::from(text),
        })
    }
}

impl Variable {
    /// What a value says before the path in it, and the path; `None` where it has none.
    fn path_in(self, text: &str) -> Option<(&str, &str)> {
        let behind = |schemes: &[&str]| {
            let (scheme, path) = text.split_once(':')?;
            let named = schemes.contains(&scheme) && !path.is_empty();
            named.then(|| text.split_at(scheme.len() + 1))
        };
        match self {
            Self::Store => {
                let place = text.parse::<Place>().ok()?;
                place.as_file().map(|_| ("", text))
            }
            Self::Server => behind(&["unix"]),
            Self::Mail => behind(&["maildir", "sendmail"]),
            Self::As
            | Self::Token
            | Self::Log
            | Self::LogFormat
            | Self::Clock
            | Self::Seed
            | Self::Payments
            | Self::MailPassword
            | Self::PaymentsToken => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_counts_from_its_home_or_its_file() {
        let in_file = Origin::File {
            path: PathBuf::from("/etc/popug/config.toml"),
            line: 1,
            key: "store".to_owned(),
        };
        let variable = Origin::Variable("POPUG_STORE".to_owned());
        let home = Some(Path::new("/home/kesha"));
        let value = |origin, variable, text| Ground::of(origin, home).value(variable, text);
        for (set, text, of_file, of_variable) in [
            (Variable::Store, "a.db", "/etc/popug/a.db", "a.db"),
            (
                Variable::Store,
                "~/a.db",
                "/home/kesha/a.db",
                "/home/kesha/a.db",
            ),
            (Variable::Store, "/a.db", "/a.db", "/a.db"),
            (
                Variable::Store,
                "postgres://h/d",
                "postgres://h/d",
                "postgres://h/d",
            ),
            (Variable::Mail, "maildir", "maildir", "maildir"),
            (Variable::Mail, "maildir:", "maildir:", "maildir:"),
            (
                Variable::Mail,
                "maildir:a",
                "maildir:/etc/popug/a",
                "maildir:a",
            ),
            (
                Variable::Mail,
                "maildir:~/a",
                "maildir:/home/kesha/a",
                "maildir:/home/kesha/a",
            ),
            (
                Variable::Server,
                "unix:~/a",
                "unix:/home/kesha/a",
                "unix:/home/kesha/a",
            ),
            (Variable::Token, "~/a", "~/a", "~/a"),
        ] {
            assert_eq!(value(&in_file, set, text).expect(text), of_file);
            assert_eq!(value(&variable, set, text).expect(text), of_variable);
        }
        let homeless = Ground::of(&variable, None).value(Variable::Store, "~/a.db");
        assert!(matches!(homeless, Err(PathError::NoHome)));
    }
}

//! Passwords for servers, and where they come from if not from the address itself.

use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// A password. It never shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// From the text itself.
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for the one place that sends it.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Where passwords come from that no address holds, as libpq has it.
#[derive(Clone, Debug, Default)]
pub struct Passwords {
    /// `PGPASSWORD`, which beats the file.
    pub variable: Option<Password>,
    /// The password file that was asked for: `PGPASSFILE`.
    pub file: Option<PathBuf>,
    /// The one that is read where none was asked for, if it is there: `~/.pgpass`.
    pub usual_file: Option<PathBuf>,
}

/// What a password is wanted for.
pub(super) struct Asked<'a> {
    pub(super) host: &'a str,
    pub(super) port: u16,
    pub(super) database: &'a str,
    pub(super) user: &'a str,
}

/// Passwords that were read.
pub(super) struct Known {
    variable: Option<Password>,
    lines: String,
}

/// Why a password file is not read.
#[derive(Debug, thiserror::Error)]
enum FileError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("it is no plain file")]
    NoFile,
    #[error("others than its owner may get at it; its mode must be 0600 or less")]
    Open,
}

impl Passwords {
    /// Reads the file, if it may be needed. One that cannot be read is told of, and does without: the
    /// server may ask for no password.
    pub(super) fn read(&self) -> Known {
        let variable = self.variable.clone();
        let lines = match (&variable, &self.file, &self.usual_file) {
            (Some(_), _, _) | (None, None, None) => String::new(),
            (None, Some(path), _) => told(path, read(path)),
            (None, None, Some(path)) => match read(path) {
                Err(FileError::Io(error)) if error.kind() == ErrorKind::NotFound => String::new(),
                lines => told(path, lines),
            },
        };
        Known { variable, lines }
    }
}

fn told(path: &Path, lines: Result<String, FileError>) -> String {
    lines.unwrap_or_else(|error| {
        tracing::warn!("the password file {} is not read: {error}", path.display());
        String::new()
    })
}

fn read(path: &Path) -> Result<String, FileError> {
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(FileError::NoFile);
    }
    if found.permissions().mode() & 0o077 != 0 {
        return Err(FileError::Open);
    }
    // A line in another encoding is no reason to lose the others.
    Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())
}

impl Known {
    /// The variable's, or else that of the first line that fits: `host:port:database:user:password`.
    pub(super) fn find(&self, asked: &Asked<'_>) -> Option<Password> {
        let variable = self.variable.clone();
        variable.or_else(|| self.lines.lines().find_map(|line| of_line(line, asked)))
    }
}

fn of_line(line: &str, asked: &Asked<'_>) -> Option<Password> {
    if line.starts_with('#') {
        return None;
    }
    let port = asked.port.to_string();
    let mut rest = line;
    for wanted in [asked.host, &port, asked.database, asked.user] {
        let (field, behind) = field(rest)?;
        // A star that is escaped is a star.
        if field.written != "*" && field.text != wanted {
            return None;
        }
        rest = behind;
    }
    Some(Password(unescaped(rest)))
}

struct Field<'a> {
    written: &'a str,
    text: String,
}

/// Up to the next colon that is not escaped.
fn field(line: &str) -> Option<(Field<'_>, &str)> {
    let mut escaped = false;
    let end = line.find(|letter| {
        let ends = letter == ':' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    })?;
    let (written, behind) = line.split_at_checked(end)?;
    let text = unescaped(written);
    Some((Field { written, text }, behind.strip_prefix(':')?))
}

/// A backslash stands for the letter behind it.
fn unescaped(text: &str) -> String {
    let mut letters = text.chars();
    let mut plain = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.extend(letters.next()),
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &str) -> Known {
        Known {
            variable: None,
            lines: lines.to_owned(),
        }
    }

    fn of(known: &Known, host: &str, database: &str, user: &str) -> Option<String> {
        let found = known.find(&Asked {
            host,
            port: 5432,
            database,
            user,
        });
        found.map(|it| it.reveal().to_owned())
    }

    #[test]
    fn the_first_line_that_fits_gives_the_password() {
        let known = lines(
            "# db.example:5432:popug:kesha:comment\n\
             \n\
             db.example:5433:popug:kesha:other port\n\
             db.example:5432:popug:kesha:first\r\n\
             db.example:*:popug:*:second\n\
             *:*:*:*:any:thing\n",
        );
        assert_eq!(
            of(&known, "db.example", "popug", "kesha").as_deref(),
            Some("first")
        );
        assert_eq!(
            of(&known, "db.example", "popug", "gosha").as_deref(),
            Some("second")
        );
        assert_eq!(
            of(&known, "db", "popug", "kesha").as_deref(),
            Some("any:thing")
        );
        assert_eq!(
            of(&lines("db:5432:popug:kesha\n*:*"), "db", "popug", "kesha"),
            None
        );
    }

    #[test]
    fn backslashes_stand_for_the_letter_behind_them() {
        let known =
            lines("::1:5432:popug:kesha:no\n\\:\\:1:5432:po\\\\pug:kes\\ha:s\\:e\\\\c\\ret\n");
        assert_eq!(
            of(&known, "::1", "po\\pug", "kesha").as_deref(),
            Some("s:e\\cret")
        );
        let star = lines("db:5432:\\*:kesha:seeds\n");
        assert_eq!(of(&star, "db", "popug", "kesha"), None);
        assert_eq!(of(&star, "db", "*", "kesha").as_deref(), Some("seeds"));
    }

    fn file(text: &str, mode: u32) -> (tempfile::TempDir, PathBuf) {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("pgpass");
        fs::write(&path, text).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
        (directory, path)
    }

    #[test]
    fn a_file_that_others_may_read_is_not_read() {
        let (_directory, path) = file("*:*:*:*:seeds", 0o640);
        assert!(matches!(read(&path), Err(FileError::Open)));
        for mode in [0o600, 0o400] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
            assert_eq!(read(&path).expect("read"), "*:*:*:*:seeds");
        }
        let directory = path.parent().expect("a directory");
        assert!(matches!(read(directory), Err(FileError::NoFile)));
        assert!(matches!(read(&path.join("none")), Err(FileError::Io(_))));
    }

    #[test]
    fn the_variable_beats_the_file_and_the_file_asked_for_the_usual_one() {
        let (_usual, usual) = file("*:*:*:*:usual", 0o600);
        let (_other, other) = file("*:*:*:*:other", 0o600);
        let mut passwords = Passwords {
            variable: Some(Password::new("variable".to_owned())),
            file: Some(other),
            usual_file: Some(usual),
        };
        let found = |passwords: &Passwords| of(&passwords.read(), "db", "popug", "kesha");
        assert_eq!(found(&passwords).as_deref(), Some("variable"));
        passwords.variable = None;
        assert_eq!(found(&passwords).as_deref(), Some("other"));
        passwords.file = None;
        assert_eq!(found(&passwords).as_deref(), Some("usual"));
        passwords.usual_file = Some(PathBuf::from("/nowhere/pgpass"));
        assert_eq!(found(&passwords), None);
    }

    #[test]
    fn a_password_does_not_show() {
        let passwords = Passwords {
            variable: Some(Password::new("seeds".to_owned())),
            ..Passwords::default()
        };
        assert!(!format!("{passwords:?}").contains("seeds"));
    }
}

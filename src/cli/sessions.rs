//! The sessions that are kept here: one file each, readable by its owner alone.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::auth::{Secret, Session};
use crate::files::{self, Whose, is_there, make_directory, open_plain};
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::shell::quoted_path;

/// The name of the file that names the current popug; no popug can be called so.
const CURRENT: &str = "_current";

/// No session is longer.
const MOST_BYTES: u64 = 4 * 1024;

/// Why a session cannot be kept or taken.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Nobody is logged in here.
    #[error("nobody is logged in here")]
    Nobody,
    /// This popug is not logged in here.
    #[error("{0} is not logged in here")]
    NotHere(UserName),
    /// Others can read the file.
    #[error("{} can be read by others; it is not taken", .0.display())]
    Exposed(PathBuf),
    /// Others can put files where sessions are kept.
    #[error("{} is not yours alone; no session is kept there", .0.display())]
    NotOwn(PathBuf),
    /// No session that popug wrote.
    #[error("{} holds no session: {reason}", path.display())]
    Torn {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl SessionError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Nobody => Some("log in: `popug login NAME`".to_owned()),
            Self::NotHere(name) => Some(format!("log in: `popug login {name}`")),
            Self::Exposed(path) => Some(format!("chmod 600 {}", quoted_path(path))),
            Self::NotOwn(path) => Some(format!(
                "move it away, or make it yours alone: chmod 700 {}",
                quoted_path(path)
            )),
            Self::Torn { .. } => Some("log in again: `popug login NAME`".to_owned()),
            Self::File { .. } => None,
        }
    }
}

/// What a session's file holds. Whether it still proves anything the store knows alone.
#[derive(Serialize, Deserialize)]
struct Kept {
    token: String,
    expires_at: Moment,
}

/// The sessions of one store, in the platform's state directory.
pub struct Sessions {
    directory: PathBuf,
}

impl Sessions {
    /// Those of the store with this id, below `state`.
    pub fn of_store(state: &Path, store_id: &str) -> Self {
        Self {
            directory: state.join("sessions").join(store_id),
        }
    }

    /// Keeps a session and makes it the current one.
    pub fn keep(&self, session: &Session) -> Result<(), SessionError> {
        self.keep_beside(session)?;
        self.write(CURRENT, session.user.as_str())
    }

    /// Keeps a session beside the current one.
    pub fn keep_beside(&self, session: &Session) -> Result<(), SessionError> {
        let kept = Kept {
            token: session.token.reveal().to_owned(),
            expires_at: session.expires_at,
        };
        self.store(&session.user, &kept)
    }

    /// The token of `user`, or of the current popug where none is named.
    pub fn token(&self, user: Option<&UserName>) -> Result<Secret, SessionError> {
        let user = match user {
            Some(user) => user.clone(),
            None => self.current()?.ok_or(SessionError::Nobody)?,
        };
        Ok(Secret::given(&self.load(&user)?.token))
    }

    /// Forgets the session of `user`; the current popug is nobody then, if it was that one.
    pub fn forget(&self, user: &UserName) -> Result<(), SessionError> {
        remove(&self.directory.join(user.as_str()))?;
        if self.current()?.as_ref() == Some(user) {
            remove(&self.directory.join(CURRENT))?;
        }
        Ok(())
    }

    /// The current popug.
    pub fn current(&self) -> Result<Option<UserName>, SessionError> {
        let path = self.directory.join(CURRENT);
        let Some(text) = read(&path)? else {
            return Ok(None);
        };
        let name = text.trim().parse();
        let name = name.map_err(|error| SessionError::Torn {
            path,
            reason: format!("{error}"),
        })?;
        Ok(Some(name))
    }

    fn load(&self, user: &UserName) -> Result<Kept, SessionError> {
        let path = self.directory.join(user.as_str());
        let text = read(&path)?.ok_or_else(|| SessionError::NotHere(user.clone()))?;
        let kept = serde_json::from_str(&text);
        kept.map_err(|error| SessionError::Torn {
            path,
            reason: error.to_string(),
        })
    }

    fn store(&self, user: &UserName, kept: &Kept) -> Result<(), SessionError> {
        let text = serde_json::to_string(kept);
        let path = self.directory.join(user.as_str());
        let text = text.map_err(|error| SessionError::Torn {
            path,
            reason: error.to_string(),
        })?;
        self.write(user.as_str(), &text)
    }

    /// Writes a file whole or not at all.
    fn write(&self, name: &str, text: &str) -> Result<(), SessionError> {
        let path = self.directory.join(name);
        let failed = |source| SessionError::File {
            path: path.clone(),
            source,
        };
        make_directory(&self.directory, &Whose::MINE).map_err(failed)?;
        self.check_own()?;
        files::replace(&path, &Whose::MINE, text.as_bytes()).map_err(failed)
    }

    /// Refuses to keep a secret where somebody else may put another file in its place.
    fn check_own(&self) -> Result<(), SessionError> {
        let above = self.directory.parent();
        for directory in above.into_iter().chain([self.directory.as_path()]) {
            let found = directory.symlink_metadata();
            let found = found.map_err(|source| SessionError::File {
                path: directory.to_owned(),
                source,
            })?;
            let own = found.uid() == nix::unistd::geteuid().as_raw();
            if !found.is_dir() || !own || found.mode() & 0o022 != 0 {
                return Err(SessionError::NotOwn(directory.to_owned()));
            }
        }
        Ok(())
    }
}

/// Reads a file that its owner alone can read; `None` where there is none. What popug keeps is a file
/// of one name and never a link, and whoever reads it waits for nothing.
fn read(path: &Path) -> Result<Option<String>, SessionError> {
    let failed = |source| SessionError::File {
        path: path.to_owned(),
        source,
    };
    let torn = |reason: &str| SessionError::Torn {
        path: path.to_owned(),
        reason: reason.to_owned(),
    };
    let opened = open_plain(path, OpenOptions::new().read(true));
    let Some(file) = opened.map_err(failed)? else {
        return match is_there(path) {
            true => Err(torn("it is no regular file of one name")),
            false => Ok(None),
        };
    };
    if file.metadata().map_err(failed)?.mode() & 0o077 != 0 {
        return Err(SessionError::Exposed(path.to_owned()));
    }
    let mut text = String::new();
    let read = file.take(MOST_BYTES).read_to_string(&mut text);
    read.map(|_| Some(text)).map_err(failed)
}

fn remove(path: &Path) -> Result<(), SessionError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed.map_err(|source| SessionError::File {
            path: path.to_owned(),
            source,
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::store::testing::moment;

    fn session(name: &str) -> Session {
        let token = Secret::token().expect("entropy");
        let expires_at = moment("2026-12-02T09:00:00Z");
        Session {
            role: crate::kernel::role::Role::Worker,
            user: name.parse().expect("a name"),
            token,
            expires_at,
        }
    }

    fn here() -> (tempfile::TempDir, Sessions) {
        let state = tempfile::tempdir().expect("a directory");
        let sessions = Sessions::of_store(state.path(), "store");
        (state, sessions)
    }

    #[test]
    fn the_last_login_is_the_current_one_and_others_stay_beside() {
        let (_state, sessions) = here();
        assert!(matches!(sessions.token(None), Err(SessionError::Nobody)));
        let (kesha, ara) = (session("kesha"), session("ara"));
        sessions.keep(&kesha).expect("kept");
        sessions.keep(&ara).expect("kept");
        assert_eq!(sessions.token(None).expect("a token"), ara.token);
        let beside = sessions.token(Some(&kesha.user));
        assert_eq!(beside.expect("a token"), kesha.token);
        sessions.forget(&ara.user).expect("forgotten");
        assert!(matches!(sessions.token(None), Err(SessionError::Nobody)));
    }

    #[test]
    fn a_session_that_is_no_file_of_its_own_is_not_taken() {
        let (state, sessions) = here();
        let kesha = session("kesha");
        sessions.keep(&kesha).expect("kept");
        let (path, other) = (sessions.directory.join("kesha"), state.path().join("other"));
        let torn = || matches!(sessions.token(None), Err(SessionError::Torn { .. }));
        fs::hard_link(&path, &other).expect("linked");
        assert!(torn(), "it has a second name");
        fs::remove_file(&path).expect("gone");
        std::os::unix::fs::symlink(&other, &path).expect("linked");
        assert!(torn(), "it is a link");
        fs::remove_file(&path).expect("gone");
        nix::unistd::mkfifo(&path, nix::sys::stat::Mode::S_IRUSR).expect("a pipe");
        assert!(torn(), "it is a pipe");
        fs::remove_file(&path).expect("gone");
        let long = format!("{{\"x\":\"{}\"}}", "x".repeat(8 * 1024));
        files::replace(&path, &Whose::MINE, long.as_bytes()).expect("written");
        assert!(torn(), "it is too long");
    }

    #[test]
    fn a_session_that_others_can_read_is_refused() {
        let (_state, sessions) = here();
        let kesha = session("kesha");
        sessions.keep(&kesha).expect("kept");
        let path = sessions.directory.join("kesha");
        let mode = fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        assert!(matches!(
            sessions.token(None),
            Err(SessionError::Exposed(_))
        ));
    }
}

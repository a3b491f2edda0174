//! Where PostgreSQL's programs are, and as whom they run.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::unistd::{User, geteuid};

/// Where every packaged version of Debian has its programs.
const PACKAGED: &str = "/usr/lib/postgresql";

/// PostgreSQL's programs.
#[derive(Clone, Debug)]
pub struct Programs {
    directory: PathBuf,
    account: Option<User>,
}

impl Programs {
    /// Those of the search path, else the newest packaged ones; or why there are none to be had.
    pub fn find() -> Result<Self, String> {
        let directory = on_path().or_else(newest).ok_or_else(|| {
            format!("there is no initdb on the search path, nor below {PACKAGED}")
        })?;
        let account = account()?;
        Ok(Self { directory, account })
    }

    /// One of the programs, with a clean environment, as somebody whom the server does not refuse.
    pub fn command(&self, name: &str) -> Command {
        let mut command = self.as_account(self.directory.join(name));
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("LC_ALL", "C")
            .current_dir("/");
        command
    }

    /// The same account, another program.
    pub fn shell(&self) -> Command {
        let mut shell = self.as_account("sh");
        shell.current_dir("/");
        shell
    }

    /// Where the programs are.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The other user of the system as whom the programs run, by number, if it is one.
    pub fn owner(&self) -> Option<(u32, u32)> {
        let account = self.account.as_ref()?;
        Some((account.uid.as_raw(), account.gid.as_raw()))
    }

    fn as_account(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        if let Some((user, group)) = self.owner() {
            command.uid(user).gid(group);
        }
        command
    }
}

/// The server refuses root.
fn account() -> Result<Option<User>, String> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let named = |name| User::from_name(name).ok().flatten();
    let found = named("postgres").or_else(|| named("nobody"));
    let found = found.ok_or("root runs no server, and there is neither postgres nor nobody");
    Ok(Some(found?))
}

#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut found = std::env::split_paths(&path).map(|it| it.join("initdb"));
    // A link leads to the directory that has the others as well.
    let initdb = found.find_map(|it| fs::canonicalize(it).ok())?;
    Some(initdb.parent()?.to_owned())
}

fn newest() -> Option<PathBuf> {
    let entries = fs::read_dir(PACKAGED).ok()?.flatten();
    let versions = entries.filter_map(|entry| {
        let directory = entry.path().join("bin");
        let version = entry.file_name();
        let version: Option<Vec<u32>> = version
            .to_str()?
            .split('.')
            .map(|part| part.parse().ok())
            .collect();
        let whole = directory.join("initdb").is_file();
        Some((version?, directory)).filter(|_| whole)
    });
    versions.max().map(|(_, directory)| directory)
}

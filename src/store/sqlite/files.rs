//! The files of a store as they lie there: who may read them, and what does not belong there.

use std::fmt;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::files::{Misfit, Whose};
use crate::kernel::shell::quoted_path;
use crate::store::sqlite::{Sqlite, head_file};
use crate::store::{SecondName, StoreError};

/// Something about the files that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// More may read or write it than may have the store.
    Wide {
        /// The file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
        /// The widest that it may have.
        wanted: u32,
    },
    /// It may have another name, and is not written.
    SecondName(PathBuf, SecondName),
    /// What somebody cannot write who may have the store.
    Closed(Misfit),
    /// The head file is absent or torn.
    NoHead(PathBuf),
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wide { path, mode, .. } => {
                write!(f, "{} is open to others (mode {mode:04o})", path.display())
            }
            Self::SecondName(path, why) => {
                write!(f, "nothing is written to {}: {why}", path.display())
            }
            Self::Closed(misfit) => misfit.fmt(f),
            Self::NoHead(path) => {
                let path = path.display();
                write!(
                    f,
                    "{path} is absent or torn: nothing tells what was acknowledged"
                )
            }
        }
    }
}

impl FileFault {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Wide { path, wanted, .. } => format!("chmod {wanted:04o} {}", quoted_path(path)),
            Self::SecondName(path, why) => why.hint(path),
            Self::Closed(misfit) => misfit.mending(),
            Self::NoHead(_) => "the next write makes it anew".to_owned(),
        }
    }

    /// Whether it keeps the store from being written.
    pub const fn is_in_the_way(&self) -> bool {
        matches!(self, Self::SecondName(..))
    }
}

impl Sqlite {
    /// SQLite's own check of the file; every complaint, none where it is sound.
    pub(in crate::store) fn integrity(&self) -> Result<Vec<String>, StoreError> {
        let mut found =
            self.alone(|read| read.all("PRAGMA integrity_check", &[], crate::store::columns))?;
        found.retain(|line: &String| line != "ok");
        Ok(found)
    }

    /// The mode of its file.
    pub(in crate::store) fn mode(&self) -> Result<u32, StoreError> {
        let path = self.place().path();
        let found = std::fs::metadata(path);
        let mode = found.map(|it| it.permissions().mode() & 0o777);
        mode.map_err(|error| StoreError::File {
            path: path.to_owned(),
            reason: error.to_string(),
        })
    }

    /// Everything about its files, and the mailbox for its letters, that is not as it should be. A
    /// store is its owner's alone, or its owner's and a group's; what lies beside it is open to
    /// nobody else, and to all of them.
    pub(in crate::store) fn file_faults(
        &self,
        mailbox: Option<&Path>,
    ) -> Result<Vec<FileFault>, StoreError> {
        let place = self.place();
        let shared = self.mode()? & 0o060 == 0o060;
        let widest = if shared { 0o660 } else { 0o600 };
        let files = ["", "-wal", "-shm", "-head"].map(|suffix| place.beside(suffix));
        let second = place.second_name();
        let second = second.map(|why| FileFault::SecondName(place.path().to_owned(), why));
        let wide = files
            .into_iter()
            .filter_map(|path| wider_than(path, widest));
        let mut faults: Vec<FileFault> = second.into_iter().chain(wide).collect();
        faults.extend(self.misfits(mailbox)?.into_iter().map(FileFault::Closed));
        let head = place.beside("-head");
        if !head_file::is_whole(&head) {
            faults.push(FileFault::NoHead(head));
        }
        Ok(faults)
    }

    /// What is closed to somebody who may have the store. A mailbox elsewhere is its owner's, unless
    /// a whole group delivers there.
    fn misfits(&self, mailbox: Option<&Path>) -> Result<Vec<Misfit>, StoreError> {
        let place = self.place();
        let whose = Whose::like(place.path()).map_err(|error| StoreError::File {
            path: place.path().to_owned(),
            reason: error.to_string(),
        })?;
        let is_shared = whose.sharing().is_some();
        let directory = [place.directory().to_owned()];
        let directory = Misfit::among_directories(&directory, &whose).filter(|_| is_shared);
        let files = ["-wal", "-shm", "-head"].map(|suffix| place.beside(suffix));
        let files = Misfit::among_files(&files, &whose);
        let mailbox = mailbox.filter(|it| is_shared || it.starts_with(place.directory()));
        let mailbox = mailbox.and_then(|it| {
            let parts = ["", "tmp", "new", "cur"].map(|part| match part {
                "" => it.to_owned(),
                part => it.join(part),
            });
            Misfit::among_directories(&parts, &whose)
        });
        Ok([directory, files, mailbox].into_iter().flatten().collect())
    }
}

fn wider_than(path: PathBuf, wanted: u32) -> Option<FileFault> {
    let mode = mode_of(&path)?;
    (mode & !wanted != 0).then_some(FileFault::Wide { path, mode, wanted })
}

fn mode_of(path: &Path) -> Option<u32> {
    let found = fs::metadata(path).ok()?;
    Some(found.permissions().mode() & 0o777)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{Scratch, file};

    fn faults(scratch: &Scratch) -> Vec<String> {
        let faults = scratch.store.file_faults(None).expect("examined");
        let directory = file(scratch.store.place())
            .path()
            .parent()
            .expect("a directory");
        let name = |text: String| text.replace(&format!("{}/", directory.display()), "");
        let told = faults.iter().map(|it| name(format!("{it}; {}", it.hint())));
        told.collect()
    }

    fn chmod(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    }

    #[test]
    fn a_store_is_its_owners_or_a_groups_and_nobody_elses() {
        let scratch = Scratch::file();
        let place = file(scratch.store.place());
        assert_eq!(faults(&scratch), [""; 0]);
        chmod(&place.beside("-head"), 0o640);
        assert_eq!(
            faults(&scratch),
            ["popug.db-head is open to others (mode 0640); chmod 0600 popug.db-head"]
        );
        chmod(place.path(), 0o660);
        let told = faults(&scratch);
        assert!(told[0].contains("is not for the group"), "{told:?}");
        assert!(told[1].contains("&& chmod 0660 "), "{told:?}");
        chmod(place.directory(), 0o2770);
        for beside in ["-wal", "-shm", "-head"] {
            chmod(&place.beside(beside), 0o660);
        }
        assert_eq!(faults(&scratch), [""; 0]);
        for beside in ["-wal", "-shm", "-head"] {
            chmod(&place.beside(beside), 0o600);
        }
        chmod(place.path(), 0o644);
        assert_eq!(
            faults(&scratch),
            ["popug.db is open to others (mode 0644); chmod 0600 popug.db"]
        );
    }

    #[test]
    fn a_store_with_a_second_name_is_told_first_and_hints_are_quoted() {
        let directory = tempfile::tempdir().expect("a directory");
        let place = crate::store::Place::file(directory.path().join("x; touch y"));
        let identity = crate::store::testing::identity("test");
        let whose = &crate::files::Whose::MINE;
        let made =
            crate::store::Store::create(&place, whose, &identity, |_| Ok::<_, StoreError>(()));
        made.expect("made");
        let path = file(&place).path();
        let store = crate::store::Store::open(&place, std::time::Duration::ZERO).expect("opens");
        chmod(path, 0o644);
        let hint = |fault: &FileFault| fault.hint();
        let wide = store.file_faults(None).expect("examined");
        assert_eq!(hint(&wide[0]), format!("chmod 0600 '{}'", path.display()));
        fs::hard_link(path, directory.path().join("second")).expect("linked");
        let faults = store.file_faults(None).expect("examined");
        assert!(faults[0].is_in_the_way());
        assert!(hint(&faults[0]).contains(&format!("-samefile '{}'", path.display())));
    }

    #[test]
    fn a_head_file_that_is_torn_or_gone_is_told() {
        let scratch = Scratch::file();
        let head = file(scratch.store.place()).beside("-head");
        let told = "popug.db-head is absent or torn: nothing tells what was acknowledged; \
                    the next write makes it anew";
        fs::write(&head, "torn").expect("written");
        assert_eq!(faults(&scratch), [told]);
        fs::remove_file(&head).expect("gone");
        assert_eq!(faults(&scratch), [told]);
    }
}

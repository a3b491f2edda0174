//! A maildir: letters as files, each in whole or not at all.
//!
//! A letter is written under `tmp/`, synced, and linked into `new/` under a name that follows from
//! its Message-ID. So a letter that is handed over again after a crash, or by two processes at
//! once, is there once; also when its reader has moved it to `cur/` meanwhile.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::delivery::message::MessageId;

/// So many leftovers of crashes under one name are no accident.
const LEFTOVERS: u32 = 1_000;

/// Why a letter could not be put into a maildir.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", path.display())]
pub struct MaildirError {
    /// The file or directory.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

/// How a letter came to be in its mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// It was put there now.
    Now,
    /// It was there already.
    Before,
}

/// A maildir that is there, with its three directories.
#[derive(Clone, Debug)]
pub struct Maildir {
    path: PathBuf,
}

impl Maildir {
    /// Opens a maildir; what is missing of it is made, for the owner alone.
    pub fn open(path: &Path) -> Result<Self, MaildirError> {
        for part in ["tmp", "new", "cur"] {
            let part = path.join(part);
            let made = DirBuilder::new().recursive(true).mode(0o700).create(&part);
            made.map_err(at(&part))?;
        }
        Ok(Self {
            path: path.to_owned(),
        })
    }

    /// Puts a letter in; it is there for good when this returns. Its lines are ended as files on
    /// this system have them.
    pub fn deliver(&self, id: &MessageId, message: &[u8]) -> Result<Delivered, MaildirError> {
        let name = id.file_name();
        if self.has(&name)? {
            self.sync_new()?;
            return Ok(Delivered::Before);
        }
        let (draft, file) = self.draft(&name)?;
        let put = write_whole(file, message)
            .map_err(at(&draft))
            .and_then(|()| self.publish(&draft, &name));
        // Once it is linked, or failed, the draft is of no use; a reader removes old ones anyway.
        let _ = fs::remove_file(&draft);
        let delivered = put?;
        self.sync_new()?;
        Ok(delivered)
    }

    /// First `new/`, then `cur/`: a reader moves letters in that direction.
    fn has(&self, name: &str) -> Result<bool, MaildirError> {
        let new = self.path.join("new").join(name);
        if new.try_exists().map_err(at(&new))? {
            return Ok(true);
        }
        let cur = self.path.join("cur");
        for entry in fs::read_dir(&cur).map_err(at(&cur))? {
            let found = entry.map_err(at(&cur))?.file_name();
            let flags = found.to_str().and_then(|it| it.strip_prefix(name));
            if flags.is_some_and(|it| it.is_empty() || it.starts_with(':')) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A file of our own: another process, or one that crashed, may have begun the same letter.
    fn draft(&self, name: &str) -> Result<(PathBuf, File), MaildirError> {
        let mut number = 0;
        loop {
            let draft = self.path.join("tmp").join(format!("{name}.{number}"));
            let mut options = OpenOptions::new();
            match options
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&draft)
            {
                Ok(file) => return Ok((draft, file)),
                Err(error)
                    if error.kind() == io::ErrorKind::AlreadyExists && number < LEFTOVERS =>
                {
                    number += 1;
                }
                Err(error) => return Err(at(&draft)(error)),
            }
        }
    }

    /// Linking fails where the name is taken, which renaming would not; it is renamed only where
    /// the filesystem knows no links, and then over the same bytes at worst.
    fn publish(&self, draft: &Path, name: &str) -> Result<Delivered, MaildirError> {
        let new = self.path.join("new").join(name);
        match fs::hard_link(draft, &new) {
            Ok(()) => Ok(Delivered::Now),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Delivered::Before),
            Err(_) => {
                fs::rename(draft, &new).map_err(at(&new))?;
                Ok(Delivered::Now)
            }
        }
    }

    fn sync_new(&self) -> Result<(), MaildirError> {
        let new = self.path.join("new");
        let synced = File::open(&new).and_then(|it| it.sync_all());
        synced.map_err(at(&new))
    }
}

fn write_whole(mut file: File, message: &[u8]) -> io::Result<()> {
    file.write_all(&with_bare_newlines(message))?;
    file.sync_all()
}

/// CR LF, which ends the lines of a message on a wire, becomes LF.
fn with_bare_newlines(message: &[u8]) -> Vec<u8> {
    let mut bare = Vec::with_capacity(message.len());
    let mut bytes = message.iter().peekable();
    while let Some(byte) = bytes.next() {
        if *byte != b'\r' || bytes.peek() != Some(&&b'\n') {
            bare.push(*byte);
        }
    }
    bare
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> MaildirError {
    let path = path.to_owned();
    move |error| MaildirError { path, error }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::kernel::ids::UserId;

    fn id(user: i64) -> MessageId {
        let day = "2026-11-22".parse().expect("a day");
        MessageId::new("test", day, UserId::new(user), "popug.invalid")
    }

    fn mailbox() -> (tempfile::TempDir, Maildir) {
        let directory = tempfile::tempdir().expect("a directory");
        let maildir = Maildir::open(&directory.path().join("some/mail")).expect("a maildir");
        (directory, maildir)
    }

    fn files(maildir: &Maildir, part: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(maildir.path.join(part)).expect("a directory");
        entries.map(|it| it.expect("an entry").path()).collect()
    }

    fn put(maildir: &Maildir, user: i64) -> Delivered {
        let delivered = maildir.deliver(&id(user), b"To: kesha\r\n\r\nHi\rthere\r\n");
        delivered.expect("delivered")
    }

    fn mode(path: &Path) -> u32 {
        let metadata = fs::metadata(path).expect("is there");
        metadata.permissions().mode() & 0o777
    }

    #[test]
    fn a_letter_is_a_file_in_new_and_nothing_is_left_in_tmp() {
        let (_directory, maildir) = mailbox();
        assert_eq!(put(&maildir, 1), Delivered::Now);
        let [letter] = files(&maildir, "new").try_into().expect("one letter");
        let bytes = fs::read(&letter).expect("readable");
        assert_eq!(bytes, b"To: kesha\n\nHi\rthere\n");
        assert_eq!(files(&maildir, "tmp"), Vec::<PathBuf>::new());
        assert_eq!(mode(&letter), 0o600);
        for part in ["tmp", "new", "cur"] {
            assert_eq!(mode(&maildir.path.join(part)), 0o700);
        }
    }

    #[test]
    fn a_letter_that_is_there_is_not_put_there_again() {
        let (_directory, maildir) = mailbox();
        put(&maildir, 1);
        assert_eq!(put(&maildir, 1), Delivered::Before);
        assert_eq!(put(&maildir, 2), Delivered::Now);
        assert_eq!(files(&maildir, "new").len(), 2);
    }

    #[test]
    fn a_letter_that_was_read_meanwhile_counts_as_there() {
        for flags in ["", ":2,", ":2,RS"] {
            let (_directory, maildir) = mailbox();
            put(&maildir, 1);
            let name = id(1).file_name();
            let read = maildir.path.join("cur").join(format!("{name}{flags}"));
            fs::rename(maildir.path.join("new").join(&name), read).expect("moved");
            assert_eq!(put(&maildir, 1), Delivered::Before);
            assert!(files(&maildir, "new").is_empty());
        }
    }

    #[test]
    fn what_a_crash_left_in_tmp_is_in_nobodys_way() {
        let (_directory, maildir) = mailbox();
        let left = maildir
            .path
            .join("tmp")
            .join(format!("{}.0", id(1).file_name()));
        fs::write(&left, "To: ke").expect("written");
        assert_eq!(put(&maildir, 1), Delivered::Now);
        let bytes = fs::read(maildir.path.join("new").join(id(1).file_name()));
        assert!(bytes.expect("readable").ends_with(b"there\n"));
        assert_eq!(files(&maildir, "tmp"), [left]);
    }

    #[test]
    fn many_at_once_put_one_letter() {
        let (_directory, maildir) = mailbox();
        let delivered: Vec<Delivered> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| put(&maildir, 1))).collect();
            let joined = threads.into_iter().map(|it| it.join().expect("no panic"));
            joined.collect()
        });
        let now = delivered.iter().filter(|it| **it == Delivered::Now);
        assert_eq!(now.count(), 1);
        assert_eq!(files(&maildir, "new").len(), 1);
        assert!(files(&maildir, "tmp").is_empty());
    }

    #[test]
    fn a_place_that_is_no_directory_is_named() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("mail");
        fs::write(&file, "").expect("written");
        let error = Maildir::open(&file).expect_err("a file");
        assert!(error.to_string().starts_with(&file.display().to_string()));
    }
}

//! A maildir: letters as files, each in whole or not at all.
//!
//! A letter is written under `tmp/`, synced, and linked into `new/` under a name that follows from
//! its Message-ID. So a letter that is handed over again after a crash, or by two processes at
//! once, is there once; also when its reader has moved it to `cur/` meanwhile.
//!
//! Waiting for the disk is what costs, so letters are put in many at once: their files are synced
//! beside each other, and the directory once.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread;

use crate::delivery::message::MessageId;

/// So many leftovers of crashes under one name are no accident.
const LEFTOVERS: u32 = 1_000;

/// Files that are synced at once: the system writes them down together.
const SYNCED_AT_ONCE: usize = 8;

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

/// A letter that is written and not yet in its mailbox; its file under `tmp/` is removed when this
/// is dropped.
#[derive(Debug)]
pub struct WrittenLetter {
    name: String,
    path: PathBuf,
    file: File,
}

impl Drop for WrittenLetter {
    fn drop(&mut self) {
        // Once it is linked, or failed, it is of no use; a reader removes old ones anyway.
        let _ = fs::remove_file(&self.path);
    }
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

    /// Writes a letter where no reader sees it yet. Its lines are ended as files on this system
    /// have them.
    pub fn write(&self, id: &MessageId, message: &[u8]) -> Result<WrittenLetter, MaildirError> {
        let mut letter = self.draft(id.file_name())?;
        let written = letter.file.write_all(&with_bare_newlines(message));
        written.map_err(at(&letter.path))?;
        Ok(letter)
    }

    /// Puts letters in; those that are put are there for good when this returns. Answers for each
    /// of them; an error of its own is one of the mailbox, and then none counts as put.
    pub fn put(
        &self,
        letters: &[WrittenLetter],
    ) -> Result<Vec<Result<Delivered, MaildirError>>, MaildirError> {
        let synced = sync(letters);
        let there = self.there(letters)?;
        let put = letters.iter().zip(synced).map(|(letter, synced)| {
            synced.map_err(at(&letter.path))?;
            if there.contains(letter.name.as_str()) {
                return Ok(Delivered::Before);
            }
            self.publish(letter)
        });
        let put = put.collect();
        self.sync_new()?;
        Ok(put)
    }

    /// Those of the letters that are in the mailbox already. First `new/` is asked for all of them,
    /// then `cur/`: a reader moves letters in that direction.
    fn there<'l>(&self, letters: &'l [WrittenLetter]) -> Result<BTreeSet<&'l str>, MaildirError> {
        let mut there = BTreeSet::new();
        let mut others = BTreeSet::new();
        for letter in letters {
            let new = self.path.join("new").join(&letter.name);
            let found = new.try_exists().map_err(at(&new))?;
            let names = if found { &mut there } else { &mut others };
            names.insert(letter.name.as_str());
        }
        let cur = self.path.join("cur");
        for entry in fs::read_dir(&cur).map_err(at(&cur))? {
            let found = entry.map_err(at(&cur))?.file_name();
            // Behind a colon stands what its reader did with it.
            let name = found.to_str().and_then(|it| it.split(':').next());
            there.extend(name.and_then(|name| others.get(name)));
        }
        Ok(there)
    }

    /// A file of our own: another process, or one that crashed, may have begun the same letter.
    fn draft(&self, name: String) -> Result<WrittenLetter, MaildirError> {
        let mut number = 0;
        loop {
            let path = self.path.join("tmp").join(format!("{name}.{number}"));
            let mut options = OpenOptions::new();
            match options.write(true).create_new(true).mode(0o600).open(&path) {
                Ok(file) => return Ok(WrittenLetter { name, path, file }),
                Err(error)
                    if error.kind() == io::ErrorKind::AlreadyExists && number < LEFTOVERS =>
                {
                    number += 1;
                }
                Err(error) => return Err(at(&path)(error)),
            }
        }
    }

    /// Linking fails where the name is taken, which renaming would not; it is renamed only where
    /// the filesystem knows no links, and then over the same bytes at worst.
    fn publish(&self, letter: &WrittenLetter) -> Result<Delivered, MaildirError> {
        let new = self.path.join("new").join(&letter.name);
        match fs::hard_link(&letter.path, &new) {
            Ok(()) => Ok(Delivered::Now),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Delivered::Before),
            Err(_) => {
                fs::rename(&letter.path, &new).map_err(at(&new))?;
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

/// Brings the files to the disk; answers for each of them.
fn sync(letters: &[WrittenLetter]) -> Vec<io::Result<()>> {
    let each = letters.len().div_ceil(SYNCED_AT_ONCE).max(1);
    let sync = |part: &[WrittenLetter]| -> Vec<io::Result<()>> {
        part.iter().map(|it| it.file.sync_all()).collect()
    };
    thread::scope(|threads| {
        let parts = letters.chunks(each);
        let threads = parts.map(|part| (part, threads.spawn(move || sync(part))));
        let threads: Vec<_> = threads.collect();
        let synced = threads.into_iter().map(|(part, it)| {
            // A thread that did not come to its end has said nothing of its files.
            it.join().unwrap_or_else(|_| sync(part))
        });
        synced.flatten().collect()
    })
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

    fn write(maildir: &Maildir, user: i64) -> WrittenLetter {
        let written = maildir.write(&id(user), b"To: kesha\r\n\r\nHi\rthere\r\n");
        written.expect("written")
    }

    fn put_all(maildir: &Maildir, users: &[i64]) -> Vec<Delivered> {
        let letters: Vec<_> = users.iter().map(|user| write(maildir, *user)).collect();
        let put = maildir.put(&letters).expect("a mailbox").into_iter();
        put.map(|it| it.expect("delivered")).collect()
    }

    fn put(maildir: &Maildir, user: i64) -> Delivered {
        let [put] = put_all(maildir, &[user]).try_into().expect("one letter");
        put
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
    fn of_many_at_a_time_those_that_are_there_are_told_from_those_that_are_not() {
        let (_directory, maildir) = mailbox();
        put_all(&maildir, &[2, 5]);
        let moved = id(5).file_name();
        let read = maildir.path.join("cur").join(format!("{moved}:2,S"));
        fs::rename(maildir.path.join("new").join(&moved), read).expect("moved");
        let users: Vec<i64> = (1..=20).collect();
        let put = put_all(&maildir, &users);
        let before = users.iter().zip(put);
        let before = before.filter(|(_, put)| *put == Delivered::Before);
        assert_eq!(before.map(|(user, _)| *user).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(files(&maildir, "new").len(), 19);
        assert!(files(&maildir, "tmp").is_empty());
        assert_eq!(put_all(&maildir, &[]), []);
    }

    #[test]
    fn a_letter_that_is_not_put_leaves_nothing() {
        let (_directory, maildir) = mailbox();
        drop(write(&maildir, 1));
        assert!(files(&maildir, "tmp").is_empty());
        assert!(files(&maildir, "new").is_empty());
        let letters = [write(&maildir, 1)];
        fs::remove_dir_all(maildir.path.join("cur")).expect("removed");
        let error = maildir.put(&letters).expect_err("no mailbox any more");
        assert!(error.path.ends_with("cur"), "{error}");
        assert!(files(&maildir, "new").is_empty());
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

//! A maildir: letters as files, each in whole or not at all.
//!
//! A letter is written under `tmp/`, synced, and gets its place in `new/` under a name that follows from
//! its Message-ID. So a letter that is handed over again after a crash, or by two processes at
//! once, is there once; also when its reader has moved it to `cur/` meanwhile.
//!
//! Waiting for the disk is what costs, so letters are put in many at once: their files are synced
//! beside each other, and the directory once.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use crate::delivery::message::MessageId;
use crate::files::{Draft, Whose, make_directory, sync as sync_path};

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

/// A letter that is written and not yet in its mailbox.
#[derive(Debug)]
pub struct WrittenLetter {
    name: String,
    file: File,
}

/// A maildir that is there, with its three directories, and letters on their way into it.
pub struct Maildir {
    path: PathBuf,
    whose: Whose,
    draft: Draft,
}

impl Maildir {
    /// Opens a maildir; it is `whose` what is missing of it is to be, and what is put into it.
    pub fn open(path: &Path, whose: &Whose) -> Result<Self, MaildirError> {
        for part in ["tmp", "new", "cur"] {
            let part = path.join(part);
            make_directory(&part, whose).map_err(at(&part))?;
        }
        let tmp = path.join("tmp");
        let draft = Draft::within(&tmp).map_err(at(&tmp))?;
        let path = path.to_owned();
        Ok(Self {
            path,
            whose: *whose,
            draft,
        })
    }

    /// Writes a letter where no reader sees it yet. Its lines are ended as files on this system
    /// have them.
    pub fn write(&self, id: &MessageId, message: &[u8]) -> Result<WrittenLetter, MaildirError> {
        let name = id.file_name();
        let written = self.draft.file(&name, &self.whose).and_then(|mut file| {
            file.write_all(&with_bare_newlines(message))?;
            Ok(file)
        });
        let file = written.map_err(at(&self.draft.named(&name)))?;
        Ok(WrittenLetter { name, file })
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
            synced.map_err(at(&self.draft.named(&letter.name)))?;
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

    fn publish(&self, letter: &WrittenLetter) -> Result<Delivered, MaildirError> {
        let new = self.path.join("new").join(&letter.name);
        match self.draft.publish_synced(&letter.name, &new) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Delivered::Before),
            published => published.map(|()| Delivered::Now).map_err(at(&new)),
        }
    }

    fn sync_new(&self) -> Result<(), MaildirError> {
        let new = self.path.join("new");
        sync_path(&new).map_err(at(&new))
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
        let maildir =
            Maildir::open(&directory.path().join("some/mail"), &Whose::MINE).expect("a maildir");
        (directory, maildir)
    }

    fn files(maildir: &Maildir, part: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(maildir.path.join(part)).expect("a directory");
        let entries = entries.map(|it| it.expect("an entry").path());
        entries.filter(|it| !is_draft(it)).collect()
    }

    /// The same as another process has it.
    fn another(maildir: &Maildir) -> Maildir {
        Maildir::open(&maildir.path, &Whose::MINE).expect("a maildir")
    }

    fn is_draft(path: &Path) -> bool {
        let name = path.file_name().expect("a name");
        name.to_string_lossy().starts_with(".popug-")
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
        assert!(files(&maildir, "new").is_empty());
        let letters = [write(&maildir, 2)];
        fs::remove_dir_all(maildir.path.join("cur")).expect("removed");
        let error = maildir.put(&letters).expect_err("no mailbox any more");
        assert!(error.path.ends_with("cur"), "{error}");
        assert!(files(&maildir, "new").is_empty());
        let tmp = maildir.path.join("tmp");
        drop(maildir);
        assert_eq!(fs::read_dir(tmp).expect("a directory").count(), 0);
    }

    #[test]
    fn what_a_crash_left_in_tmp_is_swept_by_the_next_one_that_delivers() {
        let (_directory, maildir) = mailbox();
        let (path, tmp) = (maildir.path.clone(), maildir.path.join("tmp"));
        let token = "0123456789abcdef0123456789abcdef";
        let left = tmp.join(format!(".popug-{token}"));
        fs::create_dir(&left).expect("made");
        fs::write(left.join(format!("{token}{}", id(1).file_name())), "To: ke").expect("written");
        fs::write(tmp.join("others"), "To: ara").expect("written");
        let next = Maildir::open(&path, &Whose::MINE).expect("a maildir");
        assert!(!left.exists());
        assert_eq!(put(&next, 1), Delivered::Now);
        assert_eq!(files(&next, "tmp"), [tmp.join("others")]);
    }

    #[test]
    fn many_at_once_put_one_letter() {
        let (_directory, maildir) = mailbox();
        let delivered: Vec<Delivered> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| put(&another(&maildir), 1)))
                .collect();
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
        let error = Maildir::open(&file, &Whose::MINE).err().expect("a file");
        assert!(error.to_string().starts_with(&file.display().to_string()));
    }
}

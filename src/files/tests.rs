//! What is made in somebody else's reach, and what was left there.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::PathBuf;

use super::*;

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory");
    let names = entries.map(|it| it.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").mode() & 0o7777
}

/// A draft as a process leaves it that is killed: nobody holds it any more.
fn abandoned(directory: &Path, token: &str) -> PathBuf {
    let path = directory.join(format!(".popug-{token}"));
    fs::create_dir(&path).expect("made");
    fs::write(path.join(format!("{token}-wal")), "half").expect("written");
    fs::create_dir(path.join(token)).expect("made");
    fs::write(path.join(token).join("events.jsonl"), "half").expect("written");
    path
}

#[test]
fn what_is_made_has_no_name_before_it_is_whole() {
    let directory = tempfile::tempdir().expect("a directory");
    let target = directory.path().join("books");
    let draft = Draft::beside(&target).expect("begun");
    let mut file = draft.file("", &Whose::MINE).expect("a file");
    file.write_all(b"half").expect("written");
    let [hidden] = names(directory.path()).try_into().expect("one name");
    assert_eq!(mode(&directory.path().join(&hidden)), 0o700);
    draft.publish("", &target).expect("named");
    draft.finish().expect("synced");
    assert_eq!(names(directory.path()), ["books"]);
    assert_eq!(fs::read(&target).expect("a file"), b"half");
    let found = fs::metadata(&target).expect("there");
    assert_eq!((found.nlink(), mode(&target)), (1, 0o600));
}

#[test]
fn what_has_the_name_is_left_alone_or_replaced_and_a_link_is_never_followed() {
    let directory = tempfile::tempdir().expect("a directory");
    let (others, target) = (
        directory.path().join("precious"),
        directory.path().join("x"),
    );
    fs::write(&others, "precious").expect("written");
    symlink(&others, &target).expect("linked");
    let draft = Draft::beside(&target).expect("begun");
    draft.file("", &Whose::MINE).expect("a file");
    let taken = draft.publish("", &target).expect_err("taken");
    assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(link(&draft, &target), io::ErrorKind::AlreadyExists);
    draft.replace("", &target).expect("replaced");
    drop(draft);
    assert_eq!(fs::read(&others).expect("a file"), b"precious");
    assert!(target.symlink_metadata().expect("there").is_file());
    assert_eq!(names(directory.path()), ["precious", "x"]);
}

/// Whoever may write beside a draft moves it away, and puts a directory of its own there with a link.
fn exchanged(directory: &Path, precious: &Path) -> PathBuf {
    let hidden = names(directory);
    let hidden = hidden.iter().find(|it| it.starts_with(".popug-"));
    let hidden = hidden.expect("a draft");
    let (draft, moved) = (directory.join(hidden), directory.join("moved"));
    fs::rename(&draft, &moved).expect("moved");
    fs::create_dir(&draft).expect("made");
    let token = hidden.trim_start_matches(".popug-");
    symlink(precious, draft.join(token)).expect("linked");
    draft
}

#[test]
fn what_is_put_in_the_place_of_a_draft_is_neither_written_nor_published() {
    for publish in [Draft::publish, Draft::publish_synced, Draft::replace] {
        let directory = tempfile::tempdir().expect("a directory");
        let elsewhere = tempfile::tempdir().expect("a directory");
        let precious = elsewhere.path().join("precious");
        fs::write(&precious, "precious").expect("written");
        let target = directory.path().join("books");
        let draft = Draft::beside(&target).expect("begun");
        let decoy = exchanged(directory.path(), &precious);
        let mut file = draft.file("", &Whose::MINE).expect("a file");
        file.write_all(b"mine").expect("written");
        assert_eq!(fs::read(draft.path("")).expect("there"), b"mine");
        publish(&draft, "", &target).expect_err("it was moved away");
        drop(draft);
        assert!(!is_there(&target));
        assert_eq!(fs::read(&precious).expect("there"), b"precious");
        assert_eq!(names(&decoy).len(), 1, "the decoy is left alone");
        assert_eq!(names(&directory.path().join("moved")), [""; 0]);
    }
}

/// As where no file system can rename without replacing.
fn link(draft: &Draft, target: &Path) -> io::ErrorKind {
    let linked = draft::link(&draft.path(""), target);
    linked.expect_err("taken").kind()
}

#[test]
fn a_draft_that_its_maker_was_killed_over_is_swept_and_nothing_else() {
    let directory = tempfile::tempdir().expect("a directory");
    let token = "0123456789abcdef0123456789abcdef";
    abandoned(directory.path(), token);
    let alive = Draft::within(directory.path()).expect("begun");
    alive.file("", &Whose::MINE).expect("a file");
    assert_eq!(names(directory.path()).len(), 1, "the other is gone");
    sweep(directory.path());
    assert!(alive.path("").exists(), "its maker lives");

    let others = abandoned(directory.path(), "00000000000000000000000000000000");
    fs::write(others.join("letters"), "precious").expect("written");
    fs::create_dir(directory.path().join(".popug-x")).expect("made");
    let outside = tempfile::tempdir().expect("a directory");
    fs::write(outside.path().join(format!("{token}-wal")), "precious").expect("written");
    symlink(
        outside.path(),
        directory.path().join(format!(".popug-{token}")),
    )
    .expect("linked");
    sweep(directory.path());
    assert_eq!(names(&others), ["letters"], "what is no draft's stays");
    assert_eq!(names(outside.path()).len(), 1, "no link is followed");
    assert!(directory.path().join(".popug-x").exists());
}

#[test]
fn a_draft_is_gone_with_whoever_gave_it_up() {
    let directory = tempfile::tempdir().expect("a directory");
    let draft = Draft::within(directory.path()).expect("begun");
    draft.file("-wal", &Whose::MINE).expect("a file");
    fs::write(draft.directory("").expect("made").join("a"), "half").expect("written");
    drop(draft);
    assert_eq!(names(directory.path()), [""; 0]);
}

#[test]
fn what_is_made_is_whose_it_belongs_to() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = directory.path().join("popug.db");
    fs::write(&store, "").expect("written");
    fs::set_permissions(&store, fs::Permissions::from_mode(0o664)).expect("set");
    let whose = Whose::like(&store).expect("there");
    let head = directory.path().join("popug.db-head");
    replace(&head, &whose, b"head").expect("made");
    assert_eq!(mode(&head), 0o660);
    if !nix::unistd::geteuid().is_root() {
        return;
    }
    let (user, group) = (nix::unistd::Uid::from_raw(60_001), 100.into());
    nix::unistd::chown(&store, Some(user), Some(group)).expect("given");
    let whose = Whose::like(&store).expect("there");
    replace(&head, &whose, b"head").expect("made");
    let found = fs::metadata(&head).expect("there");
    assert_eq!(
        (found.uid(), found.gid(), mode(&head)),
        (60_001, 100, 0o660)
    );
    let mail = directory.path().join("some/mail");
    make_directory(&mail, &whose).expect("made");
    for made in [&mail, &directory.path().join("some")] {
        let found = fs::metadata(made).expect("there");
        assert_eq!(
            (found.uid(), found.gid(), mode(made)),
            (60_001, 100, 0o2770)
        );
    }
}

#[test]
fn a_plain_file_is_a_file_of_one_name_and_nothing_is_waited_for() {
    let directory = tempfile::tempdir().expect("a directory");
    let at = |name: &str| directory.path().join(name);
    fs::write(at("file"), "0123456789").expect("written");
    let read = |name: &str| read_plain(&at(name), 4).expect("looked at");
    assert_eq!(read("file"), Some(b"0123".to_vec()));
    assert_eq!(read("nothing"), None);
    symlink(at("file"), at("link")).expect("linked");
    symlink(at("gone"), at("dangling")).expect("linked");
    fs::create_dir(at("directory")).expect("made");
    nix::unistd::mkfifo(&at("pipe"), nix::sys::stat::Mode::S_IRWXU).expect("made");
    for name in ["link", "dangling", "directory", "pipe"] {
        assert_eq!(read(name), None, "{name}");
        let written = open_plain(&at(name), OpenOptions::new().write(true));
        assert!(written.expect(name).is_none(), "{name}");
    }
    fs::hard_link(at("file"), at("second")).expect("linked");
    assert_eq!(read("file"), None);
}

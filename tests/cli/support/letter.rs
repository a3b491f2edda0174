//! Letters in a maildir.

use std::fs;
use std::path::Path;

use super::world::World;

/// A letter that was handed over.
pub struct Letter {
    /// All of it, as it lies there.
    pub text: String,
}

impl Letter {
    /// Every letter of a maildir, by when they were written.
    pub fn all(maildir: &Path) -> Vec<Self> {
        let entries = fs::read_dir(maildir.join("new")).into_iter().flatten();
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut letters: Vec<Self> = paths
            .map(|path| Self {
                text: fs::read_to_string(path).expect("a letter"),
            })
            .collect();
        letters.sort_by(|a, b| a.text.cmp(&b.text));
        letters
    }

    /// What stands behind a header's name.
    pub fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        let mut lines = self.text.lines().take_while(|line| !line.is_empty());
        let found = lines.find_map(|line| line.strip_prefix(start.as_str()));
        found.unwrap_or_else(|| panic!("no {name}: {}", self.text))
    }

    /// What a reader reads.
    pub fn body(&self) -> String {
        let unix = self.text.replace("\r\n", "\n");
        let (_, body) = unix.split_once("\n\n").expect("a body");
        match self.header("Content-Transfer-Encoding") {
            "7bit" | "8bit" => body.to_owned(),
            "quoted-printable" => unquoted(body),
            other => panic!("{other}: {}", self.text),
        }
    }
}

/// Quoted-printable text as it was before.
fn unquoted(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        if *first == b'=' {
            let digits = std::str::from_utf8(&behind[..2]).expect("digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("a byte"));
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

impl World {
    /// Every letter that was handed over, where nothing says where to.
    pub fn letters(&self) -> Vec<Letter> {
        Letter::all(&self.mailbox())
    }
}

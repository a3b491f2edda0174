//! Letters: who is to get one, and what lies in the mailbox.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use super::history::History;

/// A letter that must have been written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter {
    pub day: NaiveDate,
    /// The popug's number, which stands in the Message-ID.
    pub user: usize,
    pub email: String,
    pub cents: i64,
    pub at: DateTime<Utc>,
}

/// A letter as it lies in the mailbox.
pub struct Found {
    pub letter: Letter,
    pub text: String,
}

impl History {
    /// A day was closed: whoever was paid gets a letter, now and at the address of now.
    pub fn expect_letters(&mut self, day: NaiveDate) {
        let names = self.company.names();
        for (who, cents) in self.books.paid(day) {
            let place = names.iter().position(|it| *it == who);
            self.letters.push(Letter {
                day,
                user: place.expect("a popug") + 1,
                email: self.company.user(&who).email.clone(),
                cents,
                at: self.now,
            });
        }
    }
}

/// Every letter in a maildir, by day and popug.
pub fn mailbox(maildir: &Path) -> Vec<Found> {
    let files = ["new", "cur"]
        .into_iter()
        .flat_map(|part| files(maildir, part));
    let text = files.map(|path| std::fs::read_to_string(path).expect("a letter"));
    let mut found: Vec<Found> = text.map(|text| parsed(&text)).collect();
    found.sort_by(|a, b| a.letter.cmp(&b.letter));
    found
}

/// What lies in a part of a maildir; nothing where there is none yet.
pub fn files(maildir: &Path, part: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(maildir.join(part));
    let entries = entries.into_iter().flatten();
    entries.map(|it| it.expect("an entry").path()).collect()
}

fn parsed(message: &str) -> Found {
    let (head, body) = message.split_once("\n\n").expect("headers and a body");
    let head = head.replace("\n ", " ").replace("\n\t", " ");
    let header = |name: &str| {
        let mut lines = head.lines();
        let found = lines.find_map(|line| line.strip_prefix(&format!("{name}: ")));
        found
            .unwrap_or_else(|| panic!("no {name} in {head}"))
            .to_owned()
    };
    let to = header("To");
    let email = to.rsplit_once('<').map_or(to.as_str(), |(_, it)| it);
    let subject = header("Subject");
    let subject = subject.strip_prefix("UberPopug Inc: $").expect("a subject");
    let (amount, day) = subject.split_once(" for ").expect("a subject");
    // <store.2026-11-22.7@uberpopug.example>
    let id = header("Message-ID");
    let local = id.split('@').next().expect("a Message-ID");
    let parts: Vec<&str> = local.split('.').collect();
    assert_eq!(parts[1], day, "{id}");
    let at = DateTime::parse_from_rfc2822(&header("Date")).expect("a date");
    let letter = Letter {
        day: day.parse().expect("a day"),
        user: parts[2].parse().expect("a number"),
        email: email.trim_end_matches('>').to_owned(),
        cents: amount.replace([',', '.'], "").parse().expect("an amount"),
        at: at.with_timezone(&Utc),
    };
    let text = decoded(&header("Content-Transfer-Encoding"), body);
    Found { letter, text }
}

fn decoded(encoding: &str, body: &str) -> String {
    let bytes = match encoding {
        "7bit" | "8bit" => body.as_bytes().to_vec(),
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        other => panic!("an encoding that nobody knows: {other}"),
    };
    String::from_utf8(bytes)
        .expect("UTF-8")
        .replace("\r\n", "\n")
}

fn quoted_printable(body: &str) -> Vec<u8> {
    let joined = body.replace("=\n", "");
    let mut parts = joined.split('=');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (hex, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(hex, 16).expect("two hexadecimal digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

fn base64(body: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = body.bytes().filter_map(digit).map(u32::from).collect();
    let mut bytes = Vec::new();
    for four in digits.chunks(4) {
        let number = (0..4).fold(0, |all, n| all << 6 | four.get(n).copied().unwrap_or(0));
        let three = number.to_be_bytes();
        bytes.extend(&three[1..four.len()]);
    }
    bytes
}

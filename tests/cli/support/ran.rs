//! What a command printed, and how it ended.

use std::fmt;

use serde_json::Value;

/// What a command printed, and how it ended.
pub struct Ran {
    /// The command line.
    pub line: String,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// The exit code; -1 where a signal ended it.
    pub code: i32,
}

impl Ran {
    /// Fails the test unless the command succeeded.
    #[track_caller]
    pub fn must(self) -> Self {
        assert_eq!(self.code, 0, "{self}");
        self
    }

    /// Fails the test unless the command was refused as errors are: with this exit code, nothing on
    /// standard output and an error on standard error.
    #[track_caller]
    pub fn must_fail(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self}");
        assert_eq!(self.stdout, "", "{self}");
        let told = self.stderr.lines().any(|line| line.starts_with("error: "));
        assert!(told, "{self}");
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// The error object that stands in the last line of standard error.
    #[track_caller]
    pub fn error(&self) -> Value {
        let last = self.stderr.lines().last().unwrap_or_default();
        let object: Value =
            serde_json::from_str(last).unwrap_or_else(|error| panic!("{error}: {self}"));
        let error = object.get("error").cloned();
        error.unwrap_or_else(|| panic!("no error object: {self}"))
    }
}

/// The command, what it printed and how it ended, as snapshots show it. What is not mentioned is
/// empty, and the exit code 0. What differs from run to run, or with every change of the log, is
/// masked: hashes and seeds, enrolment codes.
impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ popug {}", typed(&self.line))?;
        f.write_str(&ended(masked(&self.stdout)))?;
        if !self.stderr.is_empty() {
            write!(f, "[stderr]\n{}", ended(masked(&self.stderr)))?;
        }
        if self.code != 0 {
            writeln!(f, "[exit {}]", self.code)?;
        }
        Ok(())
    }
}

/// Several commands, one below the other.
pub struct Story(pub Vec<Ran>);

impl fmt::Display for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|ran| ran.fmt(f))
    }
}

/// The command line, what does not show in it written out.
fn typed(line: &str) -> String {
    let hidden = |c: char| c.is_control() || ('\u{2028}'..='\u{2069}').contains(&c);
    let mut out = String::new();
    for c in masked(line).chars() {
        if hidden(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out
}

fn ended(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str("⏎\n");
    }
    text
}

/// Hashes and enrolment codes by what they are.
pub fn masked(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_alphanumeric() || c == '-' {
            word.push(c);
            continue;
        }
        out.push_str(mask(&word).unwrap_or(&word));
        word.clear();
        out.push(c);
    }
    out.pop();
    out
}

fn mask(word: &str) -> Option<&'static str> {
    let hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let groups: Vec<&str> = word.split('-').collect();
    if word.len() == 64 && hex(word) {
        Some("{hash}")
    } else if word
        .strip_prefix('n')
        .is_some_and(|it| it.len() == 64 && hex(it))
    {
        // It stands behind the line break of a text within JSON.
        Some("n{hash}")
    } else if groups.len() == 5 && groups.iter().all(|group| group.len() == 4) {
        Some("{code}")
    } else {
        None
    }
}

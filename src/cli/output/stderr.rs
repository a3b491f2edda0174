//! What is told beside the answer, on standard error.

use std::borrow::Cow;
use std::io::Write;

use crate::cli::output::paint::{Paint, Tone};
use crate::kernel::text::shown;

/// Whether notes and hints are told; warnings always are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notes {
    /// They are.
    #[default]
    Told,
    /// They are not (`-q`).
    Kept,
}

/// Standard error. What cannot be written there is lost: there is no other place to tell it.
pub struct Stderr<'a> {
    sink: Box<dyn Write + 'a>,
    paint: Paint,
    notes: Notes,
    /// What is told only once the answer has gone out.
    held: Option<Vec<String>>,
}

impl<'a> Stderr<'a> {
    /// Onto this sink.
    pub fn new(sink: impl Write + 'a, paint: Paint, notes: Notes) -> Self {
        Self {
            sink: Box::new(sink),
            paint,
            notes,
            held: None,
        }
    }

    /// Keeps what is told until it is let go: it belongs behind an answer that is still on its way.
    pub fn hold(&mut self) {
        self.held.get_or_insert_default();
    }

    /// Tells what was kept, and from here on everything at once.
    pub fn let_go(&mut self) {
        for line in self.held.take().unwrap_or_default() {
            self.line(&line);
        }
    }

    /// A remark, unless it is to be quiet.
    pub fn note(&mut self, text: &str) {
        if self.notes == Notes::Told {
            self.line(&lines(text));
        }
    }

    /// What can be done next, unless it is to be quiet.
    pub fn hint(&mut self, text: &str) {
        if self.notes == Notes::Told {
            self.labelled("hint:", Tone::Strong, text);
        }
    }

    /// Something that is not as it should be.
    pub fn warn(&mut self, text: &str) {
        self.labelled("warning:", Tone::Warning, text);
    }

    /// A label in its tone and a text; the text's own line breaks are kept, everything else in it
    /// that is hostile is shown.
    pub fn labelled(&mut self, label: &str, tone: Tone, text: &str) {
        let label = self.paint.text(label, tone).into_owned();
        self.line(&format!("{label} {}", lines(text)));
    }

    /// A line as it is.
    pub fn line(&mut self, line: &str) {
        if let Some(held) = &mut self.held {
            held.push(line.to_owned());
            return;
        }
        let _ = writeln!(self.sink, "{line}");
        let _ = self.sink.flush();
    }
}

fn lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.lines().map(shown).collect();
    lines.join("\n  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(notes: Notes) -> String {
        let mut sink = Vec::new();
        let mut stderr = Stderr::new(&mut sink, Paint::Plain, notes);
        stderr.note("showing 50 of 51");
        stderr.hint("popug day list");
        stderr.warn("no mail\nno \u{1b}[2Jpayments");
        drop(stderr);
        String::from_utf8(sink).expect("UTF-8")
    }

    #[test]
    fn quiet_keeps_everything_but_warnings() {
        insta::assert_snapshot!(told(Notes::Told), @r"
        showing 50 of 51
        hint: popug day list
        warning: no mail
          no \u{1b}[2Jpayments
        ");
        insta::assert_snapshot!(told(Notes::Kept), @r"
        warning: no mail
          no \u{1b}[2Jpayments
        ");
    }
}

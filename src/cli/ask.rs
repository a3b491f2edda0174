//! Questions to whoever sits at the terminal.
//!
//! They are written to standard error, so that the answer on standard output stays clean. Only a
//! `y` or a `yes` is a yes: Enter, anything else and the end of the input are a no.

use std::io::{self, BufRead, Read, Write};
use std::{fmt, str};

use crate::cli::output::Stream;
use crate::cli::settings::Secret;
use crate::cli::unseen::unseen;
use crate::kernel::text::shown;

/// No answer is longer; what is longer is cut there.
const MOST_BYTES: u64 = 64 * 1024;

/// Why there is no answer, or not the hoped for.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Something is to be typed, and nobody there to do it.
    #[error("{0} is asked on a terminal, and there is none")]
    NoTerminal(Wanted),
    /// A yes is needed, and nobody there to give it.
    #[error("nobody is there to be asked: {0}")]
    Unanswered(String),
    /// A beak was to come from standard input, which has none.
    #[error("there is no beak on standard input")]
    NoBeak,
    /// A code was to come from standard input, which has none.
    #[error("there is no code on standard input")]
    NoCode,
    /// The beak was typed twice, and not the same.
    #[error("the two beaks differ")]
    BeaksDiffer,
    /// The question was answered with no.
    #[error("nothing was done")]
    Declined,
    /// The question could not be asked, or its answer not be read.
    #[error("cannot read the answer: {0}")]
    Input(#[from] io::Error),
}

/// What a person is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A beak.
    Beak,
    /// A one-time code.
    Code,
    /// A value that was not given, by what it is: `the admin's name`.
    Value(&'static str),
}

impl Wanted {
    /// How to answer without a terminal.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Beak => "give it on standard input: --beak-stdin",
            Self::Code => "give it on standard input, where - stands for it, or as an argument",
            Self::Value(_) => "give it as an argument; --help says which",
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Beak => "the beak",
            Self::Code => "the code",
            Self::Value(what) => what,
        })
    }
}

/// Whether a yes was given beforehand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// It is asked for.
    #[default]
    Asked,
    /// `--yes`.
    Given,
}

/// Where a beak comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BeakFrom {
    /// From the terminal, without echo.
    #[default]
    Terminal,
    /// From the next line of standard input (`--beak-stdin`).
    StandardInput,
}

/// Whoever can be asked.
pub struct Person<'a> {
    input: Box<dyn BufRead + 'a>,
    questions: Box<dyn Write + 'a>,
    /// A terminal only where both are: who cannot see the question cannot answer it.
    at: Stream,
}

impl<'a> Person<'a> {
    /// Asked on `questions`, answering on `input`, which both lead to `at`.
    pub fn new(input: impl BufRead + 'a, questions: impl Write + 'a, at: Stream) -> Self {
        Self {
            input: Box::new(input),
            questions: Box::new(questions),
            at,
        }
    }

    /// Whoever started the program.
    pub fn here() -> Self {
        let streams = [Stream::of(&io::stdin()), Stream::of(&io::stderr())];
        let at = match streams {
            [Stream::Terminal, Stream::Terminal] => Stream::Terminal,
            _ => Stream::Other,
        };
        Self::new(io::stdin().lock(), io::stderr(), at)
    }

    /// Goes on after a yes, and ends otherwise.
    pub fn confirm(&mut self, question: &str, consent: Consent) -> Result<(), AskError> {
        if consent == Consent::Given {
            return Ok(());
        }
        if self.at == Stream::Other {
            return Err(AskError::Unanswered(question.to_owned()));
        }
        self.put(&format!("{question} [y/N] "))?;
        let answer = self.line()?.unwrap_or_default();
        match answer.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" => Ok(()),
            _ => Err(AskError::Declined),
        }
    }

    /// A value that was not given; Enter takes the one offered, and without one it is asked again.
    pub fn value(&mut self, what: &'static str, offered: Option<&str>) -> Result<String, AskError> {
        self.asked(Wanted::Value(what), offered)
    }

    /// A one-time code that did not come with the command line, where everybody sees it.
    pub fn code(&mut self) -> Result<String, AskError> {
        self.asked(Wanted::Code, None)
    }

    /// The same from the next line of standard input.
    pub fn code_line(&mut self) -> Result<String, AskError> {
        let line = self.line()?.filter(|line| !line.trim().is_empty());
        line.ok_or(AskError::NoCode)
    }

    fn asked(&mut self, what: Wanted, offered: Option<&str>) -> Result<String, AskError> {
        self.must_be_there(what)?;
        let question = match offered {
            Some(offered) => format!("{what} [{offered}]: "),
            None => format!("{what}: "),
        };
        loop {
            self.put(&question)?;
            let Some(answer) = self.line()? else {
                return Err(AskError::Declined);
            };
            match (answer.trim(), offered) {
                ("", None) => {}
                ("", Some(offered)) => return Ok(offered.to_owned()),
                (answer, _) => return Ok(answer.to_owned()),
            }
        }
    }

    /// A beak that exists already.
    pub fn beak(&mut self, question: &str, from: BeakFrom) -> Result<Secret, AskError> {
        match from {
            BeakFrom::StandardInput => self.beak_line(),
            BeakFrom::Terminal => {
                self.must_be_there(Wanted::Beak)?;
                Ok(unseen(|| typed(question))?)
            }
        }
    }

    /// A new beak: on a terminal typed twice, since nobody sees it.
    pub fn new_beak(&mut self, question: &str, from: BeakFrom) -> Result<Secret, AskError> {
        if from == BeakFrom::StandardInput {
            return self.beak_line();
        }
        self.must_be_there(Wanted::Beak)?;
        let [beak, again] = unseen(|| Ok([typed(question)?, typed("Again")?]))?;
        if beak != again {
            return Err(AskError::BeaksDiffer);
        }
        Ok(beak)
    }

    /// What comes on standard input, for whoever reads all of it.
    pub fn input(&mut self) -> &mut (dyn BufRead + 'a) {
        &mut *self.input
    }

    /// Everything on standard input, as text; more than `most` bytes are not read.
    pub fn text(&mut self, most: u64) -> Result<String, AskError> {
        let mut text = String::new();
        self.input.by_ref().take(most).read_to_string(&mut text)?;
        Ok(text)
    }

    fn beak_line(&mut self) -> Result<Secret, AskError> {
        match self.line()? {
            None => Err(AskError::NoBeak),
            Some(beak) if beak.is_empty() => Err(AskError::NoBeak),
            Some(beak) => Ok(Secret::new(beak)),
        }
    }

    fn must_be_there(&self, wanted: Wanted) -> Result<(), AskError> {
        match self.at {
            Stream::Terminal => Ok(()),
            Stream::Other => Err(AskError::NoTerminal(wanted)),
        }
    }

    fn put(&mut self, question: &str) -> io::Result<()> {
        self.questions.write_all(shown(question).as_bytes())?;
        self.questions.flush()
    }

    /// The next line without its end; `None` at the end of the input.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let mut input = self.input.by_ref().take(MOST_BYTES);
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = match bytes.as_slice() {
            [line @ .., b'\r', b'\n'] | [line @ .., b'\n'] | line => line,
        };
        let line = str::from_utf8(line)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        Ok(Some(line.to_owned()))
    }
}

fn typed(question: &str) -> io::Result<Secret> {
    rpassword::prompt_password(format!("{question}: ")).map(Secret::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_terminal(typed: &str) -> (Result<(), AskError>, String) {
        let mut questions = Vec::new();
        let mut person = Person::new(typed.as_bytes(), &mut questions, Stream::Terminal);
        let answer = person.confirm("reassign 40 tasks?", Consent::Asked);
        drop(person);
        (answer, String::from_utf8(questions).expect("UTF-8"))
    }

    fn piped(input: &str) -> Person<'_> {
        Person::new(input.as_bytes(), io::sink(), Stream::Other)
    }

    #[test]
    fn only_a_yes_is_a_yes() {
        for yes in ["y\n", "yes\n", "Y\n", " YES \r\n", "y"] {
            assert!(at_terminal(yes).0.is_ok(), "{yes:?}");
        }
        for no in ["\n", "", "n\n", "yep\n", "да\n", "\u{1b}y\n"] {
            let (answer, question) = at_terminal(no);
            assert!(matches!(answer, Err(AskError::Declined)), "{no:?}");
            assert_eq!(question, "reassign 40 tasks? [y/N] ");
        }
    }

    #[test]
    fn without_a_terminal_a_yes_must_have_been_given() {
        let refused = piped("y\n").confirm("really?", Consent::Asked);
        assert!(matches!(refused, Err(AskError::Unanswered(question)) if question == "really?"));
        assert!(piped("").confirm("really?", Consent::Given).is_ok());
    }

    #[test]
    fn a_beak_is_the_whole_line() {
        let mut person = piped(" sharp beak \r\nnew one\n\n");
        let mut next = || person.new_beak("Beak", BeakFrom::StandardInput);
        assert_eq!(next().expect("a beak").reveal(), " sharp beak ");
        assert_eq!(next().expect("a beak").reveal(), "new one");
        assert!(matches!(next(), Err(AskError::NoBeak)));
        assert!(matches!(next(), Err(AskError::NoBeak)));
    }

    #[test]
    fn a_beak_is_not_read_from_a_pipe_unasked() {
        let refused = piped("sharp beak\n").beak("Beak", BeakFrom::Terminal);
        assert!(matches!(refused, Err(AskError::NoTerminal(Wanted::Beak))));
    }

    #[test]
    fn a_beak_that_is_no_text_is_refused() {
        let mut person = Person::new(&b"\xff\xfe\n"[..], io::sink(), Stream::Other);
        let refused = person.beak("Beak", BeakFrom::StandardInput);
        assert!(matches!(refused, Err(AskError::Input(_))));
    }

    #[test]
    fn a_text_is_everything_up_to_a_limit() {
        assert_eq!(piped("one\ntwo\n").text(64).expect("a text"), "one\ntwo\n");
        assert_eq!(piped("one\ntwo\n").text(3).expect("a text"), "one");
    }

    #[test]
    fn a_value_is_asked_for_until_it_is_there() {
        let mut questions = Vec::new();
        let mut person = Person::new(&b"\nkesha\n\n"[..], &mut questions, Stream::Terminal);
        assert_eq!(person.value("the name", None).expect("a name"), "kesha");
        assert_eq!(
            person.value("the zone", Some("UTC")).expect("a zone"),
            "UTC"
        );
        assert!(matches!(
            person.value("more", None),
            Err(AskError::Declined)
        ));
        drop(person);
        assert_eq!(questions, b"the name: the name: the zone [UTC]: more: ");
    }
}

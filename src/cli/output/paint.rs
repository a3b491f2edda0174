//! Colour: a second sign for what the text says already.

use std::borrow::Cow;

use clap::ValueEnum;

use crate::cli::output::terminal::Stream;

/// What `--color` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// Where there is a terminal that takes it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the environment says about colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourWishes {
    /// Nothing.
    #[default]
    None,
    /// `NO_COLOR`, or a terminal that has none.
    Without,
    /// `CLICOLOR_FORCE`.
    Forced,
}

/// What a piece of text means, as far as colour can say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// In the black, done, alive.
    Good,
    /// In the red, failed, dead.
    Bad,
    /// Waiting, late.
    Warning,
    /// Beside the point.
    Dim,
    /// The point.
    Strong,
}

/// Whether text is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// As it is.
    Plain,
    /// With the colours of a terminal.
    Colours,
}

impl Paint {
    /// Decides for one stream: the flag first, then the environment, then whether it is a
    /// terminal.
    pub const fn decide(colour: Colour, wishes: ColourWishes, stream: Stream) -> Self {
        match (colour, wishes, stream) {
            (Colour::Always, _, _)
            | (Colour::Auto, ColourWishes::Forced, _)
            | (Colour::Auto, ColourWishes::None, Stream::Terminal) => Self::Colours,
            (Colour::Never, _, _)
            | (Colour::Auto, ColourWishes::Without, _)
            | (Colour::Auto, ColourWishes::None, Stream::Other) => Self::Plain,
        }
    }

    /// The text in its tone.
    pub fn text<'a>(self, text: &'a str, tone: Tone) -> Cow<'a, str> {
        match (self, tone.code()) {
            (Self::Colours, Some(code)) if !text.is_empty() => {
                Cow::Owned(format!("\u{1b}[{code}m{text}\u{1b}[0m"))
            }
            _ => Cow::Borrowed(text),
        }
    }
}

impl Tone {
    /// The parameter of a terminal's "select graphic rendition".
    const fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Good => Some("32"),
            Self::Bad => Some("31"),
            Self::Warning => Some("33"),
            Self::Dim => Some("2"),
            Self::Strong => Some("1"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_beats_the_environment_and_that_beats_the_terminal() {
        use Stream::{Other, Terminal};
        let painted =
            |colour, wishes, stream| Paint::decide(colour, wishes, stream) == Paint::Colours;
        assert!(painted(Colour::Always, ColourWishes::Without, Other));
        assert!(!painted(Colour::Never, ColourWishes::Forced, Terminal));
        assert!(painted(Colour::Auto, ColourWishes::Forced, Other));
        assert!(!painted(Colour::Auto, ColourWishes::Without, Terminal));
        assert!(painted(Colour::Auto, ColourWishes::None, Terminal));
        assert!(!painted(Colour::Auto, ColourWishes::None, Other));
    }

    #[test]
    fn plain_paint_leaves_text_alone() {
        assert_eq!(Paint::Plain.text("x", Tone::Bad), "x");
        assert_eq!(Paint::Colours.text("x", Tone::Plain), "x");
        assert_eq!(Paint::Colours.text("x", Tone::Bad), "\u{1b}[31mx\u{1b}[0m");
    }
}

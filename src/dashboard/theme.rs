//! Colours: a second sign for what the text says already.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// In the black, done, alive.
    Good,
    /// In the red, failed, dead.
    Bad,
    /// Waiting, late, asked.
    Warning,
    /// Beside the point.
    Dim,
    /// Headings, keys, the view one is in.
    Accent,
    /// The row one is on.
    Selected,
}

impl Tone {
    /// Those that a theme can set, by their names.
    const NAMED: [(&'static str, Self); 7] = [
        ("plain", Self::Plain),
        ("good", Self::Good),
        ("bad", Self::Bad),
        ("warning", Self::Warning),
        ("dim", Self::Dim),
        ("accent", Self::Accent),
        ("selected", Self::Selected),
    ];
}

/// Whether the terminal shows colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Bold, dim and reversed alone.
    None,
    /// The colours of the terminal's own palette, which fit its background, or those of the theme.
    #[default]
    Colours,
}

/// Why a theme cannot be meant.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// No tone.
    #[error("there is no tone '{0}'; there are plain, good, bad, warning, dim, accent, selected")]
    NoTone(String),
    /// No colour.
    #[error("'{0}' is no colour; say one such as green, light-blue, 208 or #5f87ff")]
    NoColour(String),
}

/// How tones look.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    depth: Depth,
    set: BTreeMap<Tone, Color>,
}

impl Theme {
    /// With the colours that the settings give to tones.
    pub fn with(depth: Depth, set: &BTreeMap<String, String>) -> Result<Self, ThemeError> {
        let mut theme = Self {
            depth,
            set: BTreeMap::new(),
        };
        for (name, colour) in set {
            let (tone, colour) = parsed(name, colour)?;
            theme.set.insert(tone, colour);
        }
        Ok(theme)
    }

    /// Refuses a tone that there is not, and a colour that is none.
    pub fn check(tone: &str, colour: &str) -> Result<(), ThemeError> {
        parsed(tone, colour).map(|_| ())
    }

    /// How a tone looks.
    pub fn style(&self, tone: Tone) -> Style {
        let style = Style::new();
        if self.depth == Depth::None {
            return match tone {
                Tone::Plain | Tone::Good => style,
                Tone::Bad | Tone::Warning | Tone::Accent => style.add_modifier(Modifier::BOLD),
                Tone::Dim => style.add_modifier(Modifier::DIM),
                Tone::Selected => style.add_modifier(Modifier::REVERSED),
            };
        }
        let colour = self.set.get(&tone).copied();
        match tone {
            Tone::Plain => colour.map_or(style, |it| style.fg(it)),
            Tone::Good => style.fg(colour.unwrap_or(Color::Green)),
            Tone::Bad => style.fg(colour.unwrap_or(Color::Red)),
            Tone::Warning => style.fg(colour.unwrap_or(Color::Yellow)),
            Tone::Dim => match colour {
                Some(colour) => style.fg(colour),
                None => style.add_modifier(Modifier::DIM),
            },
            Tone::Accent => style
                .fg(colour.unwrap_or(Color::Cyan))
                .add_modifier(Modifier::BOLD),
            Tone::Selected => match colour {
                Some(colour) => style.bg(colour),
                None => style.add_modifier(Modifier::REVERSED),
            },
        }
    }
}

fn parsed(name: &str, colour: &str) -> Result<(Tone, Color), ThemeError> {
    let tone = Tone::NAMED.iter().find(|(known, _)| *known == name);
    let (_, tone) = tone.ok_or_else(|| ThemeError::NoTone(name.to_owned()))?;
    let parsed = colour.parse();
    let colour = parsed.map_err(|_| ThemeError::NoColour(colour.to_owned()))?;
    Ok((*tone, colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(rows: &[(&str, &str)]) -> Result<Theme, ThemeError> {
        let rows = rows.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        Theme::with(Depth::Colours, &rows.collect())
    }

    #[test]
    fn a_theme_sets_colours_by_name_number_or_hexadecimal() {
        let set = theme(&[
            ("good", "#5f87ff"),
            ("bad", "208"),
            ("accent", "light-blue"),
        ]);
        let set = set.expect("a theme");
        assert_eq!(set.style(Tone::Good).fg, Some(Color::Rgb(0x5f, 0x87, 0xff)));
        assert_eq!(set.style(Tone::Bad).fg, Some(Color::Indexed(208)));
        assert_eq!(set.style(Tone::Accent).fg, Some(Color::LightBlue));
    }

    #[test]
    fn a_theme_that_cannot_be_meant_is_refused() {
        let tone = theme(&[("nice", "green")]).err();
        assert_eq!(tone, Some(ThemeError::NoTone("nice".to_owned())));
        let colour = theme(&[("good", "greenish")]).err();
        assert_eq!(colour, Some(ThemeError::NoColour("greenish".to_owned())));
    }

    #[test]
    fn without_colours_nothing_is_coloured_and_the_selected_row_still_shows() {
        let plain = Theme::with(Depth::None, &BTreeMap::new()).expect("a theme");
        for (_, tone) in Tone::NAMED {
            let style = plain.style(tone);
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert_ne!(plain.style(Tone::Selected), Style::new());
    }
}

//! Values as people read them: money in the company's currency, instants in its zone.

use std::fmt::Display;

use serde_json::Value;

use crate::cli::output::paint::Tone;
use crate::kernel::locale::Locale;
use crate::kernel::moment::Moment;
#[cfg(test)]
use crate::kernel::money::Currency;
use crate::kernel::money::Money;
use crate::kernel::text::shown;

/// One value of a table or of a labelled line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing there: `–`.
    Absent,
    /// Nothing to say: blank.
    Blank,
    /// Text in its tone, shown harmless.
    Text(String, Tone),
    /// Text whose line breaks are kept where there is room for them.
    Lines(String),
    /// An amount: `$17.00`, `-$3.50`.
    Money(Money),
    /// An amount that is neither owed nor earned: a price, a sum that was paid.
    Price(Money),
    /// An amount that was added: `+$31.00`.
    Change(Money),
    /// An instant, as `2 h`.
    Age(Moment),
    /// An instant, as `2026-11-23 18:30`.
    Time(Moment),
}

/// A cell as it is drawn: its text, of one line but beneath a row, and its tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drawn {
    pub(super) text: String,
    pub(super) tone: Tone,
}

impl Cell {
    /// Text, or whatever shows itself as one: a number, a name, a day.
    pub fn text(value: impl Display) -> Self {
        Self::Text(value.to_string(), Tone::Plain)
    }

    /// A word with its tone, such as a status.
    pub fn word(value: impl Display, tone: Tone) -> Self {
        Self::Text(value.to_string(), tone)
    }

    /// What is there, or `–`.
    pub fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Absent, cell)
    }

    /// What is there, or blank.
    pub fn if_any(value: Option<impl Display>) -> Self {
        value.map_or(Self::Blank, Self::text)
    }

    /// From a JSON value, guided by its key: `…_cents` is money, `at` and `…_at` are instants.
    pub(super) fn of_json(key: &str, value: &Value) -> Self {
        match value {
            Value::Null => Self::Absent,
            Value::Number(number) => match number.as_i64() {
                Some(cents) if key.ends_with("_cents") => Self::Money(Money::from_cents(cents)),
                _ => Self::text(number),
            },
            Value::String(text) if key == "at" || key.ends_with("_at") => {
                text.parse().map_or_else(|_| Self::text(text), Self::Time)
            }
            Value::String(text) => Self::text(text),
            Value::Array(items) if items.iter().all(Value::is_string) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                Self::text(items.join(", "))
            }
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => Self::text(value),
        }
    }

    /// In as many lines as it has.
    pub(super) fn drawn_lines(&self, locale: &Locale) -> Drawn {
        let Self::Lines(text) = self else {
            return self.drawn(locale);
        };
        let lines: Vec<_> = text.lines().map(shown).collect();
        Drawn {
            text: lines.join("\n"),
            tone: Tone::Dim,
        }
    }

    /// In one line.
    pub(super) fn drawn(&self, locale: &Locale) -> Drawn {
        let (text, tone) = match self {
            Self::Absent => ("–".to_owned(), Tone::Dim),
            Self::Blank => (String::new(), Tone::Plain),
            Self::Text(text, tone) => (shown(text).into_owned(), *tone),
            Self::Lines(text) => (shown(text).into_owned(), Tone::Plain),
            Self::Money(amount) => (locale.currency.show(*amount), tone_of(*amount)),
            Self::Price(amount) => (locale.currency.show(*amount), Tone::Plain),
            Self::Change(amount) => (locale.currency.show_change(*amount), tone_of(*amount)),
            Self::Age(moment) => (locale.age(*moment), Tone::Plain),
            Self::Time(moment) => (locale.time(*moment), Tone::Plain),
        };
        Drawn { text, tone }
    }
}

fn tone_of(amount: Money) -> Tone {
    match amount.cents() {
        ..0 => Tone::Bad,
        0 => Tone::Plain,
        1.. => Tone::Good,
    }
}

#[cfg(test)]
pub(super) fn locale() -> Locale {
    Locale {
        zone: "Europe/Berlin".parse().expect("a zone"),
        currency: Currency::default(),
        now: "2026-11-23T17:30:00Z".parse().expect("an instant"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(cell: &Cell) -> (String, Tone) {
        let drawn = cell.drawn(&locale());
        (drawn.text, drawn.tone)
    }

    #[test]
    fn money_shows_its_sign_twice() {
        let money = |cents| Cell::Money(Money::from_cents(cents));
        assert_eq!(drawn(&money(-350)), ("-$3.50".to_owned(), Tone::Bad));
        assert_eq!(drawn(&money(0)), ("$0.00".to_owned(), Tone::Plain));
        let change = Cell::Change(Money::from_cents(3_100));
        assert_eq!(drawn(&change), ("+$31.00".to_owned(), Tone::Good));
    }

    #[test]
    fn instants_are_shown_in_the_companys_zone() {
        let moment = "2026-11-23T14:05:59Z".parse().expect("an instant");
        assert_eq!(drawn(&Cell::Time(moment)).0, "2026-11-23 15:05");
        assert_eq!(drawn(&Cell::Age(moment)).0, "3 h");
    }

    #[test]
    fn text_cannot_move_the_cursor() {
        assert_eq!(drawn(&Cell::text("a\u{1b}[2J")).0, "a\\u{1b}[2J");
        assert_eq!(drawn(&Cell::Absent).0, "–");
        assert_eq!(drawn(&Cell::maybe(Some(7), Cell::text)).0, "7");
        assert_eq!(Cell::maybe(None::<i64>, Cell::text), Cell::Absent);
    }

    #[test]
    fn a_key_tells_what_a_json_value_is() {
        let cell = |key, value| drawn(&Cell::of_json(key, &value)).0;
        assert_eq!(cell("fee_cents", 1_200.into()), "$12.00");
        assert_eq!(cell("id", 1_200.into()), "1200");
        assert_eq!(
            cell("closed_at", "2026-11-23T14:05:59Z".into()),
            "2026-11-23 15:05"
        );
        assert_eq!(cell("title", "x_at".into()), "x_at");
        assert_eq!(cell("for", serde_json::json!(["a", "b"])), "a, b");
        assert_eq!(cell("active", true.into()), "true");
        assert_eq!(cell("ticket", Value::Null), "–");
    }
}

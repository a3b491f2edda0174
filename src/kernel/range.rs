//! Days as people say them (`today`, `open`, `-3d`) and ranges of days.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::kernel::day::{Day, Zone};

/// What the words for days mean at the moment of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Calendar {
    /// The company's time zone.
    pub zone: Zone,
    /// The calendar date in that zone.
    pub today: Day,
    /// The open business day: the later of today and the day after the last closed one.
    pub open: Day,
}

/// A day as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayWord {
    /// `2026-11-23`.
    Date(Day),
    /// The calendar date.
    Today,
    /// The calendar date before.
    Yesterday,
    /// The open business day.
    Open,
    /// `-3d`: so many days before today.
    Ago(u64),
}

/// Why a text names no day or no range.
#[derive(Debug, thiserror::Error)]
pub enum RangeError {
    /// No day.
    #[error("'{0}' is no day; say YYYY-MM-DD, today, yesterday, open or -3d")]
    Day(String),
    /// No period.
    #[error(
        "'{0}' is no period; say 2026-11, 2026-W47, 2026, this-month, last-month, this-week or last-week"
    )]
    Period(String),
    /// A day that lies ahead.
    #[error("{day} is not there yet; today is {today}")]
    NotYet {
        /// The day.
        day: Day,
        /// The calendar date.
        today: Day,
    },
    /// The end lies before the beginning.
    #[error("the range ends on {to}, before it begins on {from}")]
    Backwards {
        /// Its first day.
        from: Day,
        /// Its last day.
        to: Day,
    },
}

impl Calendar {
    /// Refuses a day that is not there yet.
    fn check(&self, day: Day) -> Result<Day, RangeError> {
        if day > self.open {
            let today = self.today;
            return Err(RangeError::NotYet { day, today });
        }
        Ok(day)
    }
}

impl DayWord {
    /// The day that it means; none after the open one.
    pub fn resolve(self, calendar: &Calendar) -> Result<Day, RangeError> {
        calendar.check(match self {
            Self::Date(day) => day,
            Self::Today => calendar.today,
            Self::Yesterday => calendar.today.previous(),
            Self::Open => calendar.open,
            Self::Ago(days) => calendar.today.minus(days),
        })
    }
}

impl fmt::Display for DayWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(day) => day.fmt(f),
            Self::Today => f.write_str("today"),
            Self::Yesterday => f.write_str("yesterday"),
            Self::Open => f.write_str("open"),
            Self::Ago(days) => write!(f, "-{days}d"),
        }
    }
}

/// So many days ago lies in the calendar, whatever day it is.
const LONGEST_AGO: u64 = 99_999;

impl FromStr for DayWord {
    type Err = RangeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "today" => return Ok(Self::Today),
            "yesterday" => return Ok(Self::Yesterday),
            "open" => return Ok(Self::Open),
            _ => {}
        }
        let ago = text.strip_prefix('-').and_then(|it| it.strip_suffix('d'));
        if let Some(days) = ago.and_then(whole).filter(|days| *days <= LONGEST_AGO) {
            return Ok(Self::Ago(days));
        }
        let day = text.parse().map(Self::Date);
        day.map_err(|_| RangeError::Day(text.to_owned()))
    }
}

fn whole(digits: &str) -> Option<u64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// A stretch of the calendar with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// `2026`, `2026-11` or `2026-W47`: from its first to its last day.
    Fixed {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// How it was said.
        said: Said,
    },
    /// The month of today.
    ThisMonth,
    /// The month before.
    LastMonth,
    /// The ISO week of today.
    ThisWeek,
    /// The week before.
    LastWeek,
}

/// How a fixed period was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// `2026`.
    Year,
    /// `2026-11`.
    Month,
    /// `2026-W47`.
    Week,
}

impl Period {
    /// Its days.
    pub fn resolve(self, calendar: &Calendar) -> Span {
        let today = calendar.today;
        let (from, to) = match self {
            Self::Fixed { from, to, .. } => (from, to),
            Self::ThisMonth => (today.month_start(), today.month_end()),
            Self::LastMonth => {
                let last = today.month_start().previous();
                (last.month_start(), last)
            }
            Self::ThisWeek => (today.week_start(), today.week_start().plus(6)),
            Self::LastWeek => (today.week_start().minus(7), today.week_start().previous()),
        };
        Span { from, to }
    }

    fn fixed(text: &str) -> Option<Self> {
        let (year, rest) = text.split_at_checked(4)?;
        let year = i32::try_from(whole(year)?).ok()?;
        let (from, to, said) = if rest.is_empty() {
            let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
            (first, NaiveDate::from_ymd_opt(year, 12, 31)?, Said::Year)
        } else if let Some(week) = rest.strip_prefix("-W") {
            let week = u32::try_from(whole(week).filter(|_| week.len() == 2)?).ok()?;
            let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
            let sunday = NaiveDate::from_isoywd_opt(year, week, Weekday::Sun)?;
            (monday, sunday, Said::Week)
        } else {
            let month = rest.strip_prefix('-').filter(|it| it.len() == 2)?;
            let first = NaiveDate::from_ymd_opt(year, u32::try_from(whole(month)?).ok()?, 1)?;
            (
                first,
                Day::from_date(first)?.month_end().date(),
                Said::Month,
            )
        };
        Some(Self::Fixed {
            from: Day::from_date(from)?,
            to: Day::from_date(to)?,
            said,
        })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed { from, said, .. } => {
                let format = match said {
                    Said::Year => "%Y",
                    Said::Month => "%Y-%m",
                    Said::Week => "%G-W%V",
                };
                write!(f, "{}", from.date().format(format))
            }
            Self::ThisMonth => f.write_str("this-month"),
            Self::LastMonth => f.write_str("last-month"),
            Self::ThisWeek => f.write_str("this-week"),
            Self::LastWeek => f.write_str("last-week"),
        }
    }
}

impl FromStr for Period {
    type Err = RangeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "this-month" => Ok(Self::ThisMonth),
            "last-month" => Ok(Self::LastMonth),
            "this-week" => Ok(Self::ThisWeek),
            "last-week" => Ok(Self::LastWeek),
            _ => Self::fixed(text).ok_or_else(|| RangeError::Period(text.to_owned())),
        }
    }
}

macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

as_text!(DayWord, Period);

/// The days that a request asks about; whatever is left out has no bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Range {
    /// The first day.
    pub from: Option<DayWord>,
    /// The last day.
    pub to: Option<DayWord>,
    /// A named stretch instead of both.
    pub period: Option<Period>,
}

/// Two days and everything between them, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Day,
    /// The last day, not before the first.
    pub to: Day,
}

impl Span {
    /// A single day.
    pub const fn of(day: Day) -> Self {
        Self { from: day, to: day }
    }
}

/// How days are taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// Each for itself.
    #[default]
    Day,
    /// By ISO week, from Monday on.
    Week,
    /// By month.
    Month,
}

impl Step {
    /// The stretch that a day lies in, whole.
    pub fn around(self, day: Day) -> Span {
        let (from, to) = match self {
            Self::Day => (day, day),
            Self::Week => (day.week_start(), day.week_start().plus(6)),
            Self::Month => (day.month_start(), day.month_end()),
        };
        Span { from, to }
    }

    /// The name of that stretch: `2026-11-23`, `2026-W47`, `2026-11`.
    pub fn name(self, day: Day) -> String {
        let format = match self {
            Self::Day => "%Y-%m-%d",
            Self::Week => "%G-W%V",
            Self::Month => "%Y-%m",
        };
        day.date().format(format).to_string()
    }
}

impl Range {
    /// The range of a single day.
    pub const fn day(day: DayWord) -> Self {
        Self {
            from: Some(day),
            to: Some(day),
            period: None,
        }
    }

    /// The days meant, `first` and `last` where there is no bound.
    pub fn resolve(&self, calendar: &Calendar, first: Day, last: Day) -> Result<Span, RangeError> {
        if let Some(period) = self.period {
            let span = period.resolve(calendar);
            calendar.check(span.from)?;
            return Ok(span);
        }
        let resolved = |day: DayWord| day.resolve(calendar);
        let to = self.to.map(resolved).transpose()?.unwrap_or(last);
        let from = self.from.map(resolved).transpose()?;
        let from = from.unwrap_or(first.min(to));
        if to < from {
            return match self.to {
                Some(_) => Err(RangeError::Backwards { from, to }),
                None => Ok(Span { from, to: from }),
            };
        }
        Ok(Span { from, to })
    }
}

#[cfg(test)]
mod tests;

//! Business days and the zone that tells one from the next.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::kernel::moment::Moment;

/// A calendar day of the company: `2026-11-23`, between the years 1 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Why a text is no day.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no day such as 2026-11-23")]
pub struct DayError(pub String);

const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

impl Day {
    /// The first day of the calendar.
    pub const FIRST: Self = Self(date(1, 1, 1));
    /// The last day of the calendar.
    pub const LAST: Self = Self(date(9999, 12, 31));

    /// From a date of `chrono`; `None` outside of the years that fit into four digits.
    pub fn from_date(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// As a date of `chrono`.
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The day after; the last day of the calendar has none and stays.
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The day before; the first day of the calendar has none and stays.
    pub fn previous(self) -> Self {
        self.minus(1)
    }

    /// `days` later, no later than the calendar's end.
    pub fn plus(self, days: u64) -> Self {
        let later = self.0.checked_add_days(Days::new(days));
        later.and_then(Self::from_date).unwrap_or(self)
    }

    /// `days` earlier, no earlier than the calendar's beginning.
    pub fn minus(self, days: u64) -> Self {
        let earlier = self.0.checked_sub_days(Days::new(days));
        earlier.and_then(Self::from_date).unwrap_or(self)
    }

    /// Days from `earlier` to this one.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Its number, counted from the first day of the calendar.
    pub fn number(self) -> i64 {
        self.days_since(Self::FIRST)
    }

    /// The day with a number; `None` outside of the calendar.
    pub fn from_number(number: i64) -> Option<Self> {
        let days = Days::new(number.try_into().ok()?);
        let date = Self::FIRST.0.checked_add_days(days);
        date.and_then(Self::from_date)
    }

    /// The Monday of its ISO week.
    pub fn week_start(self) -> Self {
        self.minus(u64::from(self.0.weekday().num_days_from_monday()))
    }

    /// The first day of its month.
    pub fn month_start(self) -> Self {
        self.minus(u64::from(self.0.day0()))
    }

    /// The last day of its month.
    pub fn month_end(self) -> Self {
        self.month_start().plus(31).month_start().previous()
    }

    /// Every day from `self` to `last`, both included; none where `last` lies before.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors((self <= last).then_some(self), move |day| {
            (*day < last).then(|| day.next())
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || DayError(text.to_owned());
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(wrong());
        };
        let number = |digits: &[&u8]| {
            let mut digits = digits.iter();
            digits.try_fold(0_u32, |number, digit| {
                let digit = digit.is_ascii_digit().then(|| u32::from(**digit - b'0'))?;
                Some(number * 10 + digit)
            })
        };
        let year = number(&[y1, y2, y3, y4]).and_then(|year| i32::try_from(year).ok());
        let (month, day) = (number(&[m1, m2]), number(&[d1, d2]));
        let date = year.zip(month).zip(day);
        let date = date.and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
        date.and_then(Self::from_date).ok_or_else(wrong)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A time zone of the IANA database, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(chrono_tz::Tz);

/// Why a text is no time zone.
#[derive(Debug, thiserror::Error)]
#[error("there is no time zone '{0}' in the IANA database; try one such as Europe/Berlin or UTC")]
pub struct ZoneError(pub String);

/// A moment that lies outside of the calendar where it is told.
#[derive(Debug, thiserror::Error)]
#[error("{moment} lies outside of the years 1 to 9999 in {zone}")]
pub struct NoDay {
    /// When.
    pub moment: Moment,
    /// Where.
    pub zone: Zone,
}

impl Zone {
    /// Where nothing else is known.
    pub const UTC: Self = Self(chrono_tz::UTC);

    /// The calendar day that a clock on the wall shows at `moment`: the calendar's first or last
    /// where that lies outside of it.
    pub fn day_of(self, moment: Moment) -> Day {
        let date = self.local(moment).date_naive();
        let edge = if date.year() < 1 {
            Day::FIRST
        } else {
            Day::LAST
        };
        Day::from_date(date).unwrap_or(edge)
    }

    /// Refuses a moment at which the clock on the wall shows no day of the calendar.
    pub fn check_day_of(self, moment: Moment) -> Result<(), NoDay> {
        let day = Day::from_date(self.local(moment).date_naive());
        day.map(|_| ()).ok_or(NoDay { moment, zone: self })
    }

    /// The clock on the wall at `moment`.
    pub fn local(self, moment: Moment) -> chrono::DateTime<chrono_tz::Tz> {
        moment.utc().with_timezone(&self.0)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = text.trim().parse().map(Self);
        found.map_err(|_| ZoneError(text.to_owned()))
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn only_the_full_form_is_a_day() {
        for wrong in [
            "2026-2-3",
            "2026-02-30",
            "26-02-03",
            "+026-02-03",
            "today",
            "",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
        assert_eq!(day("2024-02-29").next().to_string(), "2024-03-01");
    }

    #[test]
    fn a_moment_falls_on_the_local_day() {
        let zone: Zone = "Asia/Tokyo".parse().expect("a zone");
        let moment: Moment = "2026-11-23T15:00:00Z".parse().expect("an instant");
        assert_eq!(zone.day_of(moment), day("2026-11-24"));
        assert_eq!(Zone::UTC.day_of(moment), day("2026-11-23"));
    }

    #[test]
    fn every_zone_has_years_1_to_9999() {
        for (moment, zone, day) in [
            ("9999-12-31T12:00:00Z", "Pacific/Kiritimati", Day::LAST),
            ("0001-01-01T00:00:00Z", "America/New_York", Day::FIRST),
        ] {
            let (zone, moment): (Zone, Moment) = (
                zone.parse().expect("a zone"),
                moment.parse().expect("an instant"),
            );
            assert_eq!(zone.day_of(moment), day);
            assert!(zone.check_day_of(moment).is_err());
            assert!(Zone::UTC.check_day_of(moment).is_ok());
        }
    }

    #[test]
    fn weeks_and_months_have_their_edges() {
        assert_eq!(day("2026-11-23").week_start(), day("2026-11-23"));
        assert_eq!(day("2026-11-22").week_start(), day("2026-11-16"));
        assert_eq!(day("2026-02-11").month_end(), day("2026-02-28"));
        let days: Vec<Day> = day("2026-12-30").through(day("2027-01-01")).collect();
        assert_eq!(days.len(), 3);
        assert_eq!(day("2026-12-30").through(day("2026-12-29")).count(), 0);
    }
}

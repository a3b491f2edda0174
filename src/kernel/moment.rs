//! Instants, in microseconds.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Datelike, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An instant in whole microseconds since 1970-01-01T00:00:00Z; stored as that number, shown as
/// RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<Utc>);

/// Why a text or a number is no instant.
#[derive(Debug, thiserror::Error)]
pub enum MomentError {
    /// Not RFC 3339.
    #[error("'{0}' is no instant such as 2026-11-23T18:30:00Z")]
    Shape(String),
    /// In UTC it lies before the year 1 or behind the year 9999, which nothing can read again.
    #[error("'{0}' lies outside of the years 1 to 9999")]
    Year(String),
    /// Outside of the years that a calendar here knows.
    #[error("{0} microseconds lie outside of the calendar")]
    Range(i64),
}

/// The last microsecond of the year 9999, in microseconds since the epoch.
const LAST_MICROS: i64 = 253_402_300_799_999_999;

impl Moment {
    /// From a time of `chrono`, cut to microseconds.
    pub fn from_utc(time: DateTime<Utc>) -> Self {
        Self::from_micros(time.timestamp_micros()).unwrap_or(Self(time))
    }

    /// From microseconds since the epoch.
    pub fn from_micros(micros: i64) -> Result<Self, MomentError> {
        DateTime::from_timestamp_micros(micros)
            .map(Self)
            .ok_or(MomentError::Range(micros))
    }

    /// Microseconds since the epoch.
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }

    /// As a time of `chrono`.
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// This many seconds later; the end of the calendar where there is no later.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let last = DateTime::from_timestamp_micros(LAST_MICROS).unwrap_or(self.0);
        let later = TimeDelta::try_seconds(seconds).and_then(|d| self.0.checked_add_signed(d));
        Self(later.map_or(last, |later| later.min(last)))
    }

    /// So much later; the end of the calendar where there is no later.
    pub fn plus(self, elapsed: Duration) -> Self {
        let later = TimeDelta::from_std(elapsed).ok();
        let later = later.and_then(|elapsed| self.0.checked_add_signed(elapsed));
        Self::from_utc(later.unwrap_or(DateTime::<Utc>::MAX_UTC))
    }

    /// Whole seconds from `earlier` to this; negative where it is later.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_seconds()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let time = DateTime::parse_from_rfc3339(text.trim());
        let time = time.map_err(|_| MomentError::Shape(text.to_owned()))?;
        let time = time.with_timezone(&Utc);
        if (1..=9999).contains(&time.year()) {
            return Ok(Self::from_utc(time));
        }
        Err(MomentError::Year(text.to_owned()))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_reads_what_it_writes() {
        let moment: Moment = "2026-11-23T20:30:00.250+02:00".parse().expect("RFC 3339");
        assert_eq!(moment.to_string(), "2026-11-23T18:30:00.250Z");
        assert_eq!(
            Moment::from_micros(moment.micros()).expect("in range"),
            moment
        );
        assert_eq!(moment.plus_seconds(90).seconds_since(moment), 90);
    }

    #[test]
    fn no_instant_lies_where_none_can_be_read() {
        for outside in ["9999-12-31T23:30:00-01:00", "0001-01-01T00:30:00+01:00"] {
            assert!(matches!(
                outside.parse::<Moment>(),
                Err(MomentError::Year(_))
            ));
        }
        let last: Moment = "9999-12-31T23:59:00Z".parse().expect("an instant");
        let end = last.plus_seconds(30 * 24 * 60 * 60);
        assert_eq!(end.to_string(), "9999-12-31T23:59:59.999999Z");
        assert_eq!(end.to_string().parse::<Moment>().expect("reads it"), end);
    }
}

//! A day, a week or a month, and the one before and after it.

use crate::kernel::day::Day;
use crate::kernel::range::{DayWord, Period, Range, Said, Span, Step};

/// A day, a week or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which of them.
    pub step: Step,
    /// A day in it.
    pub day: Day,
}

impl Stretch {
    /// A single day.
    pub const fn day(day: Day) -> Self {
        Self {
            step: Step::Day,
            day,
        }
    }

    /// Its days.
    pub fn span(self) -> Span {
        self.step.around(self.day)
    }

    /// The one before it.
    pub fn earlier(self) -> Self {
        let day = self.span().from.previous();
        Self { day, ..self }
    }

    /// The one after it, but none that begins after `last`.
    pub fn later(self, last: Day) -> Self {
        let next = self.span().to.next();
        if next > last {
            return self;
        }
        Self { day: next, ..self }
    }

    /// The next longer one around its last day, but no day after `last`; a day after a month.
    pub fn turned(self, last: Day) -> Self {
        let step = match self.step {
            Step::Day => Step::Week,
            Step::Week => Step::Month,
            Step::Month => Step::Day,
        };
        let day = match step {
            Step::Day => self.span().to.min(last),
            Step::Week | Step::Month => self.day,
        };
        Self { step, day }
    }

    /// As a request asks for it.
    pub fn range(self) -> Range {
        let said = match self.step {
            Step::Day => return Range::day(DayWord::Date(self.day)),
            Step::Week => Said::Week,
            Step::Month => Said::Month,
        };
        let Span { from, to } = self.span();
        Range {
            period: Some(Period::Fixed { from, to, said }),
            ..Range::default()
        }
    }

    /// Its name: `2026-11-23`, `2026-W47`, `2026-11`.
    pub fn name(self) -> String {
        self.step.name(self.day)
    }

    /// As a command is told of it.
    pub fn flag(self) -> String {
        match self.step {
            Step::Day => format!("--date {}", self.name()),
            Step::Week | Step::Month => format!("--period {}", self.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_follow_each_other_and_none_begins_in_the_future() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let last = day("2026-11-25");
        let monday = Stretch::day(day("2026-11-23"));
        assert_eq!(monday.earlier().flag(), "--date 2026-11-22");
        assert_eq!(monday.later(last).name(), "2026-11-24");
        assert_eq!(Stretch::day(last).later(last).name(), "2026-11-25");
        let week = monday.turned(last);
        assert_eq!(week.flag(), "--period 2026-W48");
        assert_eq!(week.later(last), week);
        assert_eq!(week.earlier().name(), "2026-W47");
        let month = week.turned(last);
        assert_eq!(month.earlier().flag(), "--period 2026-10");
        assert_eq!(month.turned(last).name(), "2026-11-25");
    }
}

//! Numbers as people read them.

use std::fmt::Display;

use crate::kernel::moment::Moment;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A count with its thousands apart: `1,234`.
pub fn grouped(count: impl Display) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count with its noun: `1 task`, `1,234 tasks`.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{} {noun}", grouped(count))
}

/// A bar of block characters, `width` columns long where the value is `max`, in steps of an eighth
/// of a column; nothing where the value is not above zero.
pub fn bar(value: i64, max: i64, width: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if value <= 0 || max <= 0 {
        return String::new();
    }
    let full = i128::try_from(width).unwrap_or(0) * 8;
    let eighths = i128::from(value.min(max)) * full / i128::from(max);
    let whole = usize::try_from(eighths / 8).unwrap_or(width);
    let rest = usize::try_from(eighths % 8).unwrap_or(0);
    let last = match (whole, rest) {
        // What is there at all can be seen.
        (0, 0) => EIGHTHS.get(1),
        _ => EIGHTHS.get(rest),
    };
    "█".repeat(whole) + last.copied().unwrap_or_default()
}

/// How long ago that was: `just now`, `5 min`, `2 h`, `3 d`, `4 y`; `in 3 d` where it is to come.
pub fn age(moment: Moment, now: Moment) -> String {
    let seconds = now.seconds_since(moment);
    let length = match seconds.abs() {
        ..MINUTE => return "just now".to_owned(),
        long @ MINUTE..HOUR => format!("{} min", long / MINUTE),
        long @ HOUR..DAY => format!("{} h", long / HOUR),
        long => match long / DAY {
            days @ ..730 => format!("{days} d"),
            days => format!("{} y", days / 365),
        },
    };
    if seconds < 0 {
        return format!("in {length}");
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let shown = [0, 999, 1_000, 1_234_567, -999, -123_456].map(grouped);
        assert_eq!(
            shown,
            ["0", "999", "1,000", "1,234,567", "-999", "-123,456"]
        );
        assert_eq!(plural(1, "task", "tasks"), "1 task");
        assert_eq!(plural(1_000, "task", "tasks"), "1,000 tasks");
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(bar(10, 10, 4), "████");
        assert_eq!(bar(5, 10, 4), "██");
        assert_eq!(bar(3, 10, 4), "█▏");
        assert_eq!(bar(1, 1_000, 4), "▏");
        assert_eq!(bar(0, 10, 4), "");
        assert_eq!(bar(-5, 10, 4), "");
        assert_eq!(bar(20, 10, 2), "██");
        assert_eq!(bar(i64::MAX, i64::MAX, 2), "██");
    }

    #[test]
    fn an_age_is_told_in_its_largest_unit() {
        let now: Moment = "2026-11-23T18:30:00Z".parse().expect("an instant");
        let ages = [0, 59, 60, 7_199, 7_200, 3 * DAY, 800 * DAY, -90];
        let told = ages.map(|seconds| age(now.plus_seconds(-seconds), now));
        let expected = [
            "just now", "just now", "1 min", "1 h", "2 h", "3 d", "2 y", "in 1 min",
        ];
        assert_eq!(told, expected);
    }
}

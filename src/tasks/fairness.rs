//! Whether chance was fair: what the dice promise each popug, and how far what fell lies from it.
//!
//! Everything is counted in whole numbers: a share of a draw in millionths of a millionth of a task.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::kernel::ids::{PoolVersion, UserId};

/// Parts that a task is counted in.
const SCALE: i128 = 1_000_000_000_000;

/// Tasks drawn from one version of the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The version.
    pub pool: PoolVersion,
    /// How many were in it.
    pub members: i64,
    /// How many tasks were drawn.
    pub tasks: i64,
}

/// What the dice promise a popug, in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promise {
    /// For each draw that it was in the pool of, the tasks by the members.
    expected: i128,
    /// The same by the members once more: the part of its share's variance that its certainty takes
    /// away.
    certain: i128,
}

/// A number with two decimals, which is no money: a count that is expected on average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hundredths(i64);

impl Hundredths {
    /// As people read it: `17.33`.
    pub fn text(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }

    /// In whole ones, rounded down.
    pub const fn whole(self) -> i64 {
        self.0 / 100
    }
}

/// A JSON number; it is read from its own decimals, so that nothing is calculated with fractions.
impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: f64 = self.text().parse().map_err(serde::ser::Error::custom)?;
        serializer.serialize_f64(number)
    }
}

impl<'de> Deserialize<'de> for Hundredths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        let digits = format!("{number:.2}").replace('.', "");
        digits.parse().map(Self).map_err(de::Error::custom)
    }
}

#[cfg(test)]
crate::kernel::schema::schema!(Hundredths, {"type": "number"});

impl Promise {
    /// Rounded to the nearest hundredth.
    pub fn rounded(self) -> Hundredths {
        let hundredths = (self.expected * 100 + SCALE / 2) / SCALE;
        Hundredths(i64::try_from(hundredths).unwrap_or(i64::MAX))
    }
}

/// What the dice promise everybody who was ever in the pool: the sum over all draws while it was.
///
/// A popug's share of what was drawn between two of the pool's versions is the difference of two
/// sums, so this costs no more than the draws, the changes and the popugs together.
pub fn promises(
    drawn: &[Drawn],
    changes: &[(PoolVersion, UserId, bool)],
) -> BTreeMap<UserId, Promise> {
    let mut drawn = drawn.iter().peekable();
    let mut so_far = Promise::default();
    let mut joined: BTreeMap<UserId, Promise> = BTreeMap::new();
    let mut promises: BTreeMap<UserId, Promise> = BTreeMap::new();
    for (version, user, joins) in changes {
        while let Some(draws) = drawn.next_if(|it| it.pool < *version) {
            so_far = so_far.plus(draws);
        }
        if *joins {
            joined.entry(*user).or_insert(so_far);
        } else if let Some(from) = joined.remove(user) {
            promises.entry(*user).or_default().add(from, so_far);
        }
    }
    let all = drawn.fold(so_far, Promise::plus);
    for (user, from) in joined {
        promises.entry(user).or_default().add(from, all);
    }
    promises
}

impl Promise {
    fn plus(self, draws: &Drawn) -> Self {
        let members = i128::from(draws.members.max(1));
        let share = i128::from(draws.tasks) * SCALE / members;
        Self {
            expected: self.expected + share,
            certain: self.certain + share / members,
        }
    }

    fn add(&mut self, from: Self, to: Self) {
        self.expected += to.expected - from.expected;
        self.certain += to.certain - from.certain;
    }
}

/// What chance says of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing was drawn.
    NothingDrawn,
    /// There was nobody to choose between.
    NoChoice,
    /// Whether dice alone spread tasks so unevenly.
    Odds {
        /// How often they do.
        odds: Odds,
        /// Somebody can expect so few tasks that this says little.
        few: bool,
    },
}

/// How often dice alone spread tasks as unevenly as here, or more so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Odds {
    /// At least once in ten times.
    Often,
    /// Less than once in ten times, but at least once in a hundred.
    Seldom,
    /// Less than once in a hundred times, but at least once in a thousand.
    Rarely,
    /// Less than once in a thousand times.
    HardlyEver,
}

/// Whoever can expect fewer tasks than this makes the odds vague: the usual rule of chi-square.
const FEW: i128 = 5 * SCALE;

/// Millionths, for what is compared in the end.
const FINE: i128 = 1_000_000;

/// Holds what fell against what was promised, by the chi-square test of Pearson.
///
/// The sum of (assigned − expected)² / expected over all popugs has, where chance was fair, a mean
/// that is known exactly even though the pool changed: one for each popug, less its share in what
/// was certain. With a pool that never changed that is the popugs less one, the degrees of freedom.
pub fn verdict(shares: &[(i64, Promise)]) -> Verdict {
    let drawn_for: Vec<_> = shares.iter().filter(|(_, it)| it.expected > 0).collect();
    if drawn_for.is_empty() {
        return Verdict::NothingDrawn;
    }
    // Both in millionths.
    let mut distance = 0_i128;
    let mut freedom = 0_i128;
    for (assigned, promise) in &drawn_for {
        let off = (i128::from(*assigned) * SCALE - promise.expected) / FINE;
        distance += (off * off) / (promise.expected / FINE).max(1);
        freedom += FINE - promise.certain * FINE / promise.expected;
    }
    // Shares are rounded down, which leaves a trace of freedom where there was none.
    if freedom < FINE / 2 {
        return Verdict::NoChoice;
    }
    let few = drawn_for.iter().any(|(_, it)| it.expected < FEW);
    let odds = odds(distance, freedom);
    Verdict::Odds { odds, few }
}

/// Both in millionths.
fn odds(distance: i128, freedom: i128) -> Odds {
    // How far from the mean, in standard deviations, the normal distribution has its last tenth,
    // hundredth and thousandth; in millionths.
    let limits = [
        (1_281_552, Odds::Often),
        (2_326_348, Odds::Seldom),
        (3_090_232, Odds::Rarely),
    ];
    let mut limits = limits.into_iter();
    let within = limits.find(|(deviations, _)| distance <= limit(*deviations, freedom));
    within.map_or(Odds::HardlyEver, |(_, odds)| odds)
}

/// The sum of squares that chance exceeds as often as a normal variable does so many standard
/// deviations: f · (1 − 2/9f + z·√(2/9f))³, after Wilson and Hilferty. All in millionths.
fn limit(deviations: i128, freedom: i128) -> i128 {
    let ninth = 2 * FINE * FINE / (9 * freedom);
    let root = (ninth * FINE).isqrt();
    let base = FINE - ninth + deviations * root / FINE;
    let cube = base * base / FINE * base / FINE;
    freedom * cube / FINE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pool: i64, members: i64, tasks: i64) -> Drawn {
        Drawn {
            pool: PoolVersion::new(pool),
            members,
            tasks,
        }
    }

    fn change(version: i64, user: i64, joins: bool) -> (PoolVersion, UserId, bool) {
        (PoolVersion::new(version), UserId::new(user), joins)
    }

    fn texts(promises: &BTreeMap<UserId, Promise>) -> Vec<(i64, String)> {
        let texts = promises.iter();
        texts
            .map(|(user, it)| (user.get(), it.rounded().text()))
            .collect()
    }

    #[test]
    fn a_popug_is_promised_its_share_of_the_draws_that_it_was_in_the_pool_of() {
        let changes = [
            change(1, 7, true),
            change(2, 3, true),
            change(3, 9, true),
            change(4, 7, false),
            change(5, 7, true),
        ];
        let drawn = [
            drawn(1, 1, 4),
            drawn(2, 2, 3),
            drawn(3, 3, 10),
            drawn(4, 2, 5),
            drawn(5, 3, 1),
        ];
        let expected = [
            (3, "7.67".to_owned()),
            (7, "9.17".to_owned()),
            (9, "6.17".to_owned()),
        ];
        assert_eq!(texts(&promises(&drawn, &changes)), expected);
        assert_eq!(
            texts(&promises(&[], &changes)),
            [3, 7, 9].map(|user| (user, "0.00".to_owned()))
        );
    }

    #[test]
    fn a_hundredth_is_a_json_number_and_reads_back() {
        for (hundredths, json) in [
            (0, "0.0"),
            (1, "0.01"),
            (1_733, "17.33"),
            (1_730, "17.3"),
            (12_345_678_901_229, "123456789012.29"),
        ] {
            let number = Hundredths(hundredths);
            assert_eq!(serde_json::to_string(&number).expect("JSON"), json);
            let read: Hundredths = serde_json::from_str(json).expect("a number");
            assert_eq!(read, number);
        }
    }

    fn shares(assigned: &[i64]) -> Vec<(i64, Promise)> {
        let members = i64::try_from(assigned.len()).expect("few");
        let promise = Promise::default().plus(&drawn(1, members, assigned.iter().sum()));
        assigned.iter().map(|it| (*it, promise)).collect()
    }

    fn verdict_of(assigned: &[i64]) -> (Odds, bool) {
        match verdict(&shares(assigned)) {
            Verdict::Odds { odds, few } => (odds, few),
            other @ (Verdict::NothingDrawn | Verdict::NoChoice) => panic!("{other:?}"),
        }
    }

    /// From tables of the chi-square distribution: with five degrees of freedom the last tenth
    /// begins at 9.24, the last hundredth at 15.09, the last thousandth at 20.52.
    #[test]
    fn odds_are_those_of_the_tables() {
        let off_by = |off| {
            let hundred = 100 * 100;
            verdict_of(&[
                hundred - off,
                hundred + off,
                hundred,
                hundred,
                hundred,
                hundred,
            ])
        };
        // Twice the square of the deviation, by 10,000.
        for (off, odds) in [
            (214, Odds::Often),
            (216, Odds::Seldom),
            (273, Odds::Seldom),
            (276, Odds::Rarely),
            (319, Odds::Rarely),
            (323, Odds::HardlyEver),
        ] {
            assert_eq!(off_by(off), (odds, false), "{off}");
        }
    }

    #[test]
    fn few_tasks_say_little() {
        assert_eq!(verdict_of(&[5, 5, 5]), (Odds::Often, false));
        assert_eq!(verdict_of(&[4, 6, 4]), (Odds::Often, true));
        assert_eq!(verdict_of(&[40, 0, 0, 0]), (Odds::HardlyEver, false));
    }

    #[test]
    fn without_draws_or_without_a_choice_chance_has_no_say() {
        assert_eq!(verdict(&[]), Verdict::NothingDrawn);
        assert_eq!(verdict(&[(0, Promise::default())]), Verdict::NothingDrawn);
        assert_eq!(verdict(&shares(&[12])), Verdict::NoChoice);
        // One after the other, each alone.
        let changes = [change(1, 7, true), change(2, 7, false), change(3, 3, true)];
        let promises = promises(&[drawn(1, 1, 9), drawn(3, 1, 4)], &changes);
        let fell: Vec<_> = [9, 4]
            .into_iter()
            .zip(promises.into_values().rev())
            .collect();
        assert_eq!(verdict(&fell), Verdict::NoChoice);
    }

    /// What was certain is no deviation, and adds no freedom: two popugs of which one had its first
    /// tasks alone are held against each other by the rest.
    #[test]
    fn a_pool_that_changed_is_weighed_by_what_was_open() {
        let changes = [change(1, 7, true), change(2, 3, true)];
        let promises = promises(&[drawn(1, 1, 1_000), drawn(2, 2, 100)], &changes);
        let fell = |alone: i64, other: i64| -> Vec<_> {
            let promised = promises.values().copied();
            [other, 1_000 + alone].into_iter().zip(promised).collect()
        };
        assert!(matches!(
            verdict(&fell(50, 50)),
            Verdict::Odds {
                odds: Odds::Often,
                few: false
            }
        ));
        assert!(matches!(
            verdict(&fell(90, 10)),
            Verdict::Odds {
                odds: Odds::HardlyEver,
                ..
            }
        ));
    }
}

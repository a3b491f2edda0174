//! Where and when an answer is read: in the company's zone and currency, at a moment.

use crate::kernel::day::Zone;
use crate::kernel::figures;
use crate::kernel::moment::Moment;
use crate::kernel::money::Currency;

/// Where and when an answer is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The company's time zone.
    pub zone: Zone,
    /// The company's currency.
    pub currency: Currency,
    /// The moment that ages are counted from.
    pub now: Moment,
}

impl Locale {
    /// An instant in the company's zone: `2026-11-23 18:30`.
    pub fn time(&self, moment: Moment) -> String {
        let local = self.zone.local(moment);
        local.format("%Y-%m-%d %H:%M").to_string()
    }

    /// How long ago an instant is: `2 h`.
    pub fn age(&self, moment: Moment) -> String {
        figures::age(moment, self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_shown_in_the_companys_zone() {
        let locale = Locale {
            zone: "Europe/Berlin".parse().expect("a zone"),
            currency: Currency::default(),
            now: "2026-11-23T17:30:00Z".parse().expect("an instant"),
        };
        let moment = "2026-11-23T14:05:59Z".parse().expect("an instant");
        assert_eq!(locale.time(moment), "2026-11-23 15:05");
        assert_eq!(locale.age(moment), "3 h");
    }
}

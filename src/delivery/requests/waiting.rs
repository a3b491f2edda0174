//! Which days have letters and payments that have not arrived.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::delivery::DeliveryError;
use crate::delivery::model::{LetterState, PaymentState};
use crate::delivery::sql::{letters, payments};
use crate::kernel::day::Day;
use crate::store::{Asker, Query, Read};

/// `delivery.waiting`: the days with something that has not arrived, oldest first.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaitingDays {}

/// What of a day has not arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaitingDay {
    /// The day.
    pub day: Day,
    /// Letters that wait for their next attempt.
    pub letters_pending: i64,
    /// Letters that are dead, and that nobody gave up knowingly.
    pub letters_dead: i64,
    /// Payments that wait for their next attempt.
    pub payments_pending: i64,
    /// Payments that were refused.
    pub payments_refused: i64,
}

impl WaitingDay {
    const fn on(day: Day) -> Self {
        Self {
            day,
            letters_pending: 0,
            letters_dead: 0,
            payments_pending: 0,
            payments_refused: 0,
        }
    }
}

impl Query for WaitingDays {
    type Answer = Vec<WaitingDay>;
    type Error = DeliveryError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Vec<WaitingDay>, DeliveryError> {
        let mut days: BTreeMap<Day, WaitingDay> = BTreeMap::new();
        for (day, state, count) in letters::not_arrived(read)? {
            let it = days.entry(day).or_insert_with(|| WaitingDay::on(day));
            match state {
                LetterState::Pending => it.letters_pending = count,
                LetterState::Dead => it.letters_dead = count,
                LetterState::Sent => {}
            }
        }
        for (day, state, count) in payments::not_arrived(read)? {
            let it = days.entry(day).or_insert_with(|| WaitingDay::on(day));
            match state {
                PaymentState::Pending => it.payments_pending = count,
                PaymentState::Refused => it.payments_refused = count,
                PaymentState::Processed => {}
            }
        }
        Ok(days.into_values().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::{
        asker, day, fail, finalized, sends, set_payment, setting, told, user,
    };
    use crate::store::testing::Scratch;

    #[test]
    fn only_what_has_not_arrived_is_told() {
        let scratch = Scratch::new();
        let ask = || {
            let read = scratch
                .store
                .read(|read| WaitingDays {}.ask(read, &asker()));
            read.expect("days")
        };
        assert_eq!(ask(), []);
        let users = ["kesha", "iskra", "bert"];
        let users: Vec<_> = (1..).zip(users).map(|(id, it)| user(id, it)).collect();
        told(&scratch, &users);
        let bank = setting("payments", "https://bank.example");
        let invoices = (1..=3).map(|id| finalized(id, 900));
        let all: Vec<_> = [bank].into_iter().chain(invoices).collect();
        told(&scratch, &all);
        sends(&scratch, 1);
        set_payment(&scratch, 1, PaymentState::Processed);
        set_payment(&scratch, 2, PaymentState::Refused);
        let mut expected = WaitingDay {
            letters_pending: 2,
            payments_pending: 1,
            payments_refused: 1,
            ..WaitingDay::on(day())
        };
        assert_eq!(ask(), [expected]);
        for hour in 0..24 {
            fail(&scratch, 2, &format!("2026-11-24T{hour:02}:00:00Z"));
        }
        let dead = ask();
        expected.letters_dead = dead[0].letters_dead;
        expected.letters_pending = 2 - expected.letters_dead;
        assert_eq!((dead[0], dead[0].letters_dead), (expected, 1));
        sends(&scratch, 3);
        set_payment(&scratch, 3, PaymentState::Processed);
        assert_eq!(ask()[0].letters_pending, 0);
    }
}

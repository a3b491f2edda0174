//! What a stretch of the log adds up to. The consumer, the rebuild and the examination all add up
//! with this, so they cannot disagree about the rules.

use std::collections::BTreeMap;

use crate::events::shape::{Party, TransactionCreated, TransactionKind};
use crate::events::{Event, Heard};
use crate::kernel::day::Day;
use crate::kernel::ids::{Seq, TaskId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::ticket::Ticket;

/// A task as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its ticket.
    pub ticket: Option<Ticket>,
    /// Its title.
    pub title: String,
}

/// The highest reward of some days, and the task that earned it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Top {
    /// The task.
    pub task: TaskId,
    /// What closing it earned.
    pub reward: Money,
    /// The event of the reward. Rewards are logged in the order of the closes, so the lowest is
    /// the earliest close, whatever the clock did.
    pub seq: Seq,
    /// How many tasks earned exactly this much, this one included.
    pub sharing: i64,
}

impl Top {
    /// The top of both: the higher reward; of equal ones the earlier close, sharing summed.
    pub fn or(self, other: Self) -> Self {
        if self.reward != other.reward {
            return if self.reward > other.reward {
                self
            } else {
                other
            };
        }
        let earlier = if self.seq <= other.seq { self } else { other };
        Self {
            sharing: self.sharing.saturating_add(other.sharing),
            ..earlier
        }
    }
}

/// What happened on a business day. Reversals and adjustments do not count here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Fees charged.
    pub fees: Money,
    /// Rewards credited.
    pub rewards: Money,
    /// The most expensive task that was closed.
    pub top: Option<Top>,
}

impl Totals {
    /// Both together; `None` where a sum does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let top = match (self.top, other.top) {
            (Some(one), Some(two)) => Some(one.or(two)),
            (one, two) => one.or(two),
        };
        Some(Self {
            fees: self.fees.checked_add(other.fees)?,
            rewards: self.rewards.checked_add(other.rewards)?,
            top,
        })
    }
}

/// Why an event does not add up.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A reward that names no task.
    #[error("the reward of transaction {0} names no task")]
    NoTask(TransactionId),
    /// A sum beyond 64 bits of cents.
    #[error("with transaction {0} a sum becomes too large")]
    TooLarge(TransactionId),
}

/// What a stretch of the log adds up to: the whole log to everything that analytics keeps, a
/// later stretch to what changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Tasks that appeared, as they read at the end of the stretch.
    pub created: BTreeMap<TaskId, Text>,
    /// Tasks that appeared before the stretch and read differently at its end.
    pub updated: BTreeMap<TaskId, Text>,
    /// Days with fees or rewards.
    pub days: BTreeMap<Day, Totals>,
    /// By how much each popug's balance changed.
    pub balances: BTreeMap<UserId, Money>,
    /// The same by business day.
    pub changes: BTreeMap<(Day, UserId), Money>,
}

impl Derived {
    /// Adds an event; one that does not fit changes nothing.
    pub fn hear(&mut self, heard: &Heard) -> Result<(), Unfit> {
        match &heard.event {
            Event::TaskCreated(it) => {
                self.created.insert(it.task, text(&it.ticket, &it.title));
            }
            Event::TaskUpdated(it) => self.reword(it.task, text(&it.ticket, &it.title)),
            Event::TransactionCreated(it) => self.post(heard.seq, it)?,
            Event::UserCreated(_)
            | Event::UserUpdated(_)
            | Event::SettingUpdated(_)
            | Event::TaskAssigned(_)
            | Event::TaskClosed(_)
            | Event::TaskPriced(_)
            | Event::TransactionProcessed(_)
            | Event::AccountFinalized(_)
            | Event::DayClosed(_) => {}
        }
        Ok(())
    }

    fn reword(&mut self, task: TaskId, text: Text) {
        match self.created.get_mut(&task) {
            Some(created) => *created = text,
            None => {
                self.updated.insert(task, text);
            }
        }
    }

    fn post(&mut self, seq: Seq, it: &TransactionCreated) -> Result<(), Unfit> {
        let too_large = || Unfit::TooLarge(it.transaction);
        let out = it.amount_cents.checked_neg().ok_or_else(too_large)?;
        let mut moves = Vec::with_capacity(2);
        for (party, amount) in [(it.from, out), (it.to, it.amount_cents)] {
            if let Party::User(user) = party {
                let change = sum(&self.changes, &(it.day, user), amount).ok_or_else(too_large)?;
                let balance = sum(&self.balances, &user, amount).ok_or_else(too_large)?;
                moves.push((user, change, balance));
            }
        }
        if let Some(more) = totals(seq, it)? {
            let before = self.days.get(&it.day).copied().unwrap_or_default();
            let after = before.plus(more).ok_or_else(too_large)?;
            self.days.insert(it.day, after);
        }
        for (user, change, balance) in moves {
            self.changes.insert((it.day, user), change);
            self.balances.insert(user, balance);
        }
        Ok(())
    }
}

fn text(ticket: &Option<Ticket>, title: &str) -> Text {
    Text {
        ticket: ticket.clone(),
        title: title.to_owned(),
    }
}

fn sum<K: Ord>(sums: &BTreeMap<K, Money>, key: &K, amount: Money) -> Option<Money> {
    sums.get(key)
        .copied()
        .unwrap_or_default()
        .checked_add(amount)
}

/// What a transaction adds to its day, if it is of a kind that counts there.
fn totals(seq: Seq, it: &TransactionCreated) -> Result<Option<Totals>, Unfit> {
    match it.kind {
        TransactionKind::Fee => Ok(Some(Totals {
            fees: it.amount_cents,
            ..Totals::default()
        })),
        TransactionKind::Reward => {
            let task = it.task.ok_or(Unfit::NoTask(it.transaction))?;
            Ok(Some(Totals {
                rewards: it.amount_cents,
                top: Some(Top {
                    task,
                    reward: it.amount_cents,
                    seq,
                    sharing: 1,
                }),
                ..Totals::default()
            }))
        }
        TransactionKind::Payout | TransactionKind::Reversal | TransactionKind::Adjustment => {
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::testing::{cents, day, fee, moved, popug, retitled, reward, task};
    use crate::kernel::moment::Moment;

    fn derived(events: Vec<Event>) -> Derived {
        let mut derived = Derived::default();
        for (seq, event) in (1..).zip(events) {
            derived.hear(&heard(seq, event)).expect("adds up");
        }
        derived
    }

    fn heard(seq: i64, event: Event) -> Heard {
        Heard {
            seq: Seq::new(seq),
            at: Moment::from_micros(seq).expect("in range"),
            actor: "system".to_owned(),
            event,
        }
    }

    #[test]
    fn fees_less_rewards_are_earned_and_nothing_else() {
        let on = "2026-11-23";
        let (bank, management) = (Party::Bank, Party::Management);
        let derived = derived(vec![
            fee(on, 1, 1_500),
            reward(on, 1, 4_000, 7),
            moved(TransactionKind::Payout, on, popug(1), bank, 2_500, None),
            moved(
                TransactionKind::Adjustment,
                on,
                management,
                popug(2),
                900,
                None,
            ),
            moved(
                TransactionKind::Reversal,
                on,
                popug(1),
                management,
                4_000,
                Some(7),
            ),
        ]);
        let totals = derived.days[&day(on)];
        assert_eq!((totals.fees, totals.rewards), (cents(1_500), cents(4_000)));
        assert_eq!(derived.balances[&UserId::new(1)], cents(-4_000));
        assert_eq!(derived.changes[&(day(on), UserId::new(2))], cents(900));
    }

    #[test]
    fn of_equal_rewards_the_earlier_close_is_on_top_and_the_others_are_counted() {
        let on = "2026-11-23";
        let totals = derived(vec![
            reward(on, 1, 2_000, 1),
            reward(on, 1, 3_000, 2),
            reward(on, 2, 3_000, 3),
        ]);
        let top = totals.days[&day(on)].top.expect("a top");
        assert_eq!((top.task.get(), top.seq.get(), top.sharing), (2, 2, 2));

        let later = Top {
            seq: Seq::new(9),
            task: TaskId::new(9),
            ..top
        };
        assert_eq!(later.or(top), top.or(later));
        assert_eq!(later.or(top).task, top.task);
        assert_eq!(later.or(top).sharing, 4);
    }

    #[test]
    fn what_does_not_fit_changes_nothing() {
        let on = "2026-11-23";
        let mut derived = derived(vec![fee(on, 1, i64::MAX)]);
        let before = derived.clone();
        let unnamed = moved(
            TransactionKind::Reward,
            on,
            Party::Management,
            popug(1),
            1,
            None,
        );
        let unfit = derived.hear(&heard(2, unnamed));
        assert_eq!(unfit, Err(Unfit::NoTask(TransactionId::new(1))));
        let unfit = derived.hear(&heard(3, fee(on, 1, 2)));
        assert_eq!(unfit, Err(Unfit::TooLarge(TransactionId::new(1))));
        assert_eq!(derived, before);
    }

    #[test]
    fn a_task_is_new_in_one_stretch_alone() {
        let both = derived(vec![
            task(1, "Oil the perch"),
            retitled(1, "Oil both perches"),
        ]);
        assert_eq!(both.created[&TaskId::new(1)].title, "Oil both perches");
        assert!(both.updated.is_empty());
        let later = derived(vec![retitled(1, "Oil both perches")]);
        assert_eq!(later.updated.len(), 1);
    }
}

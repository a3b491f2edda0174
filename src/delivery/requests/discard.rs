//! Giving letters up knowingly.

use serde::{Deserialize, Serialize};

use crate::delivery::model::LetterState;
use crate::delivery::queued::QueuedLetter;
use crate::delivery::sql::letters;
use crate::delivery::{DeliveryError, distinct};
use crate::kernel::ids::InvoiceId;
use crate::store::{Asker, Command, Write};

/// Letters that were not sent are given up, all or none; who did so and when is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MailDiscard {
    /// Which.
    pub ids: Vec<InvoiceId>,
}

impl Command for MailDiscard {
    type Answer = Vec<QueuedLetter>;
    type Error = DeliveryError;

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Vec<QueuedLetter>, DeliveryError> {
        let now = tx.now();
        let by = asker.actor.to_string();
        let mut discarded = Vec::with_capacity(self.ids.len());
        for id in distinct(&self.ids) {
            let letter = letters::letter(tx, id)?.ok_or(DeliveryError::UnknownLetter(id))?;
            match (letter.queued.state, letter.discarded_by) {
                (LetterState::Sent, _) => return Err(DeliveryError::LetterSent(id)),
                (LetterState::Dead, Some(by)) => {
                    return Err(DeliveryError::DiscardedAlready { id, by });
                }
                (LetterState::Pending | LetterState::Dead, _) => {
                    letters::set_discarded(tx, id, now, &by)?;
                }
            }
            discarded.extend(letters::queued(tx, id)?);
        }
        Ok(discarded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::requests::MailRetry;
    use crate::delivery::testing::{NOW, asker, due, fail, finalized, invoice, sends, told, user};
    use crate::store::testing::{Scratch, stamp};

    fn company() -> Scratch {
        let scratch = Scratch::new();
        told(&scratch, &[user(1, "kesha"), user(2, "gosha")]);
        told(&scratch, &[finalized(1, 1_700), finalized(2, 900)]);
        scratch
    }

    fn discard(scratch: &Scratch, ids: &[i64]) -> Result<Vec<QueuedLetter>, DeliveryError> {
        let ids = ids.iter().copied().map(invoice).collect();
        let command = MailDiscard { ids };
        let stamp = stamp(NOW);
        scratch.store.write(&stamp, |tx| command.run(tx, &asker()))
    }

    fn trace(scratch: &Scratch, id: i64) -> Option<(String, String)> {
        let letter = scratch
            .store
            .read(|read| letters::letter(read, invoice(id)));
        let letter = letter.expect("reads").expect("a letter");
        letter
            .discarded_at
            .map(|at| at.to_string())
            .zip(letter.discarded_by)
    }

    #[test]
    fn a_letter_that_is_given_up_is_not_due_and_tells_by_whom() {
        let scratch = company();
        for _ in 0..12 {
            fail(&scratch, 2, NOW);
        }
        let answer = discard(&scratch, &[1, 2]).expect("discarded");
        assert!(answer.iter().all(|it| it.state == LetterState::Dead));
        assert_eq!(due(&scratch, "2027-01-01T00:00:00Z"), Vec::<i64>::new());
        let kept = Some((NOW.to_owned(), "system".to_owned()));
        assert_eq!(
            [trace(&scratch, 1), trace(&scratch, 2)],
            [kept.clone(), kept]
        );
        let again = discard(&scratch, &[1]).expect_err("given up");
        assert_eq!(
            again.to_string(),
            "letter 1 was given up already, by system"
        );
    }

    #[test]
    fn a_letter_that_is_given_up_can_be_retried() {
        let scratch = company();
        discard(&scratch, &[1]).expect("discarded");
        let retry = MailRetry {
            ids: vec![invoice(1)],
        };
        let stamp = stamp(NOW);
        let retried = scratch.store.write(&stamp, |tx| retry.run(tx, &asker()));
        retried.expect("retried");
        assert_eq!(due(&scratch, NOW), [1, 2]);
        assert_eq!(trace(&scratch, 1), None);
    }

    #[test]
    fn what_was_sent_cannot_be_given_up_nor_anything_beside_it() {
        let scratch = company();
        sends(&scratch, 2);
        let refused = discard(&scratch, &[1, 2]).expect_err("sent");
        assert_eq!(refused.to_string(), "letter 2 was sent");
        assert_eq!(due(&scratch, NOW), [1]);
    }
}

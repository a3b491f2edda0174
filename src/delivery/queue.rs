//! The queue of letters, as the app empties it: read what is due, hand it over outside of any
//! write, then say what became of it.

use crate::delivery::DeliveryError;
use crate::delivery::model::{
    DueLetter, InvoiceStates, KeptLetter, LetterState, MailSettings, Retry, Sent, reason_to_keep,
};
use crate::delivery::sql::{self, letters};
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::InvoiceId;
use crate::kernel::moment::Moment;
use crate::store::{Read, Write};

/// At most `limit` letters that are due at `now`, those that have waited longest first.
///
/// A letter does not wait for a clock that ran ahead and was set back: one that was never tried is
/// due whatever the clock says, and so is one whose time lies further ahead than any retry's.
pub fn due_letters(
    read: &Read<'_>,
    now: Moment,
    limit: i64,
) -> Result<Vec<DueLetter>, DeliveryError> {
    Ok(letters::due(read, now, Retry::latest(now), limit)?)
}

/// A letter was taken. One that another process handed over before stays as it is.
pub fn mark_sent(tx: &mut Write<'_>, id: InvoiceId, sent: &Sent) -> Result<(), DeliveryError> {
    let (state, attempts) = find(tx, id)?;
    match state {
        LetterState::Sent => Ok(()),
        LetterState::Pending | LetterState::Dead => {
            let now = tx.now();
            Ok(letters::set_sent(
                tx,
                id,
                attempts.saturating_add(1),
                now,
                sent,
            )?)
        }
    }
}

/// A letter, which had been tried `before` so often, was not taken: it is tried again later, or
/// given up. What another process handed over, gave up or tried meanwhile stays as it is.
pub fn mark_failed(
    tx: &mut Write<'_>,
    id: InvoiceId,
    before: i64,
    reason: &str,
) -> Result<(), DeliveryError> {
    let (state, attempts) = find(tx, id)?;
    if state != LetterState::Pending || attempts != before {
        return Ok(());
    }
    let attempts = attempts.saturating_add(1);
    let retry = Retry::after(attempts, tx.now());
    let reason = reason_to_keep(reason);
    Ok(letters::set_failed(tx, id, attempts, retry, &reason)?)
}

/// All that is kept of a letter.
pub fn kept_letter(read: &Read<'_>, id: InvoiceId) -> Result<KeptLetter, DeliveryError> {
    letters::letter(read, id)?.ok_or(DeliveryError::UnknownLetter(id))
}

/// The zone in which a letter told its times; `None` where it has not gone.
pub fn sent_zone(read: &Read<'_>, id: InvoiceId) -> Result<Option<Zone>, DeliveryError> {
    Ok(letters::letter(read, id)?.and_then(|letter| letter.sent_timezone))
}

fn find(read: &Read<'_>, id: InvoiceId) -> Result<(LetterState, i64), DeliveryError> {
    letters::state(read, id)?.ok_or(DeliveryError::UnknownLetter(id))
}

/// What became of a day's payments and letters, by the number of the invoice.
pub fn states(read: &Read<'_>, day: Day) -> Result<Vec<InvoiceStates>, DeliveryError> {
    Ok(sql::states(read, day)?)
}

/// The same of the invoices from one to another, both included.
pub fn states_among(
    read: &Read<'_>,
    invoices: (InvoiceId, InvoiceId),
) -> Result<Vec<InvoiceStates>, DeliveryError> {
    Ok(sql::states_among(read, invoices)?)
}

/// The company settings that letters need.
pub fn mail_settings(read: &Read<'_>) -> Result<MailSettings, DeliveryError> {
    let kept = sql::kept(read)?;
    Ok(MailSettings {
        mail: kept.get("mail")?,
        mail_from: kept.get("mail_from")?,
        payments: kept.get("payments")?,
        currency: kept.get("currency")?,
        timezone: kept.get("timezone")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::{
        NOW, asker, day, due, fail, finalized, invoice, sends, sent, setting, told, user,
    };
    use crate::delivery::{MailList, PaymentList, PaymentState};
    use crate::store::testing::{Scratch, stamp};
    use crate::store::{Query, StoreError};

    fn company() -> Scratch {
        let scratch = Scratch::new();
        let users = vec![user(1, "kesha"), user(2, "gosha")];
        told(&scratch, &users);
        told(&scratch, &[finalized(1, 1_700), finalized(2, 900)]);
        scratch
    }

    fn listed<Q: Query<Error = DeliveryError>>(scratch: &Scratch, query: &Q) -> serde_json::Value {
        let answer = scratch.store.read(|read| query.ask(read, &asker()));
        serde_json::to_value(answer.expect("a list")).expect("json")
    }

    #[test]
    fn a_letter_is_due_until_it_is_sent() {
        let scratch = company();
        assert_eq!(due(&scratch, NOW), [1, 2]);
        sends(&scratch, 1);
        assert_eq!(due(&scratch, NOW), [2]);
        fail(&scratch, 1, NOW);
        sends(&scratch, 1);
        assert_eq!(listed(&scratch, &MailList::default())[0]["state"], "sent");
    }

    #[test]
    fn a_letter_that_failed_waits_for_its_turn() {
        let scratch = company();
        fail(&scratch, 1, NOW);
        assert_eq!(due(&scratch, NOW), [2]);
        assert_eq!(due(&scratch, "2026-11-23T00:06:00Z"), [2, 1]);
        insta::assert_snapshot!(listed(&scratch, &MailList::default())[0], @r#"{"id":1,"day":"2026-11-22","user":"kesha","amount_cents":1700,"state":"pending","attempts":1,"next_at":"2026-11-23T00:06:00Z","last_error":"the disk is full"}"#);
    }

    #[test]
    fn a_letter_does_not_wait_for_a_clock_that_was_set_back() {
        let scratch = company();
        fail(&scratch, 1, "2027-11-23T00:05:00Z");
        assert_eq!(due(&scratch, "2026-11-20T09:00:00Z"), [2, 1]);
        fail(&scratch, 1, "2026-11-20T09:00:00Z");
        assert_eq!(due(&scratch, "2026-11-20T08:59:00Z"), [2]);
    }

    #[test]
    fn a_letter_that_never_arrives_is_given_up() {
        let scratch = company();
        for _ in 0..12 {
            fail(&scratch, 1, NOW);
        }
        assert_eq!(due(&scratch, "2027-11-23T00:00:00Z"), [2]);
        let states = scratch.store.read(|read| states(read, day()));
        let [first, second] = states.expect("states").try_into().expect("two invoices");
        assert_eq!(
            (first.mail, second.mail),
            (LetterState::Dead, LetterState::Pending)
        );
        assert_eq!(first.payment, PaymentState::Processed);
        fail(&scratch, 1, NOW);
        assert_eq!(listed(&scratch, &MailList::default())[0]["attempts"], 12);
    }

    #[test]
    fn two_that_try_a_letter_at_once_count_as_one_attempt() {
        let scratch = company();
        for _ in 0..2 {
            let failed = scratch.store.write(&stamp(NOW), |tx| {
                mark_failed(tx, invoice(1), 0, "the disk is full")
            });
            failed.expect("marked");
        }
        assert_eq!(listed(&scratch, &MailList::default())[0]["attempts"], 1);
    }

    #[test]
    fn payments_are_listed_with_their_popugs() {
        let scratch = company();
        let newest = PaymentList { limit: Some(1) };
        assert_eq!(listed(&scratch, &newest)[0]["id"], 2);
        insta::assert_snapshot!(listed(&scratch, &PaymentList::default())[1], @r#"{"id":2,"day":"2026-11-22","user":"gosha","amount_cents":900,"state":"processed","attempts":0,"next_at":null,"last_error":null}"#);
    }

    #[test]
    fn a_letter_that_is_none_is_named() {
        let scratch = company();
        let to = sent("nobody@popug.example");
        let error = scratch
            .store
            .write(&stamp(NOW), |tx| mark_sent(tx, invoice(9), &to));
        let error = error.expect_err("no such letter");
        assert_eq!(error.to_string(), "there is no letter 9");
    }

    #[test]
    fn settings_are_as_they_were_last_heard() {
        let scratch = Scratch::new();
        let settings = || scratch.store.read(mail_settings).expect("settings");
        assert_eq!(settings(), MailSettings::default());
        told(
            &scratch,
            &[
                setting("mail", "maildir:here"),
                setting("mail", "maildir:there"),
                setting("currency", "EUR"),
                setting("fee_min", "10"),
            ],
        );
        assert_eq!(settings().mail.as_deref(), Some("maildir:there"));
        assert_eq!(settings().currency.expect("heard").to_string(), "EUR");
        let kept = scratch.store.read(|read| {
            let sql = "SELECT COUNT(*) FROM delivery_setting";
            read.one(sql, &[], crate::store::columns::<i64>)
        });
        assert_eq!(kept.map_err(|it: StoreError| it.to_string()), Ok(2));
    }
}

//! A letter as a message of RFC 5322: the same bytes on every attempt.

use std::fmt;
use std::time::SystemTime;

use lettre::Address;
use lettre::message::header::{ContentTransferEncoding, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, Message, SinglePart};
use sha2::{Digest, Sha256};

use crate::delivery::model::{DueLetter, KeptLetter};
use crate::delivery::queued::QueuedLetter;
use crate::kernel::day::Day;
use crate::kernel::email;
use crate::kernel::ids::UserId;
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::kernel::text;

/// The domain of Message-IDs where the sender has none that fits (RFC 2606: nobody's, ever).
const NO_DOMAIN: &str = "popug.invalid";

/// The years that the Date of a message can show end here, in seconds since 1970.
const LAST_SECOND: i64 = 253_402_300_799;

/// Why a letter cannot be written as a message.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The setting `mail_from` is no address.
    #[error("mail_from '{0}' is no address such as 'UberPopug Inc <popug@example.com>'")]
    From(String),
    /// The popug's address is none.
    #[error("'{0}' is no e-mail address")]
    To(String),
    /// A date that mail cannot carry.
    #[error("{0} is no date that a letter can have")]
    Date(Moment),
    /// Anything else that makes it no message.
    #[error("the letter cannot be written: {0}")]
    Build(#[from] lettre::error::Error),
}

/// What a message is made of.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The store's id, a part of the Message-ID.
    pub store_id: &'a str,
    /// The company setting `mail_from`.
    pub from: &'a str,
    /// The company's currency.
    pub currency: &'a Currency,
    /// To whom, how much, for which day.
    pub due: &'a DueLetter,
    /// The text, as it is.
    pub body: &'a str,
}

/// A Message-ID made of store, day and popug, with its angle brackets: a mailbox knows by it a
/// letter that it has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageId(String);

impl MessageId {
    /// The id of the letter to `user` about `day`.
    pub fn new(store_id: &str, day: Day, user: UserId, domain: &str) -> Self {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let store: String = store_id.chars().filter(|c| plain(*c)).collect();
        Self(format!("<{store}.{day}.{user}@{domain}>"))
    }

    /// A name for a file, always the same for the same id and safe in every mailbox.
    pub fn file_name(&self) -> String {
        let digest = Sha256::digest(self.0.as_bytes());
        let hex = digest.iter().take(16).map(|byte| format!("{byte:02x}"));
        format!("{}.popug", hex.collect::<String>())
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether letters can be from this: an address, with a name before it or not.
pub fn is_sender(mail_from: &str) -> bool {
    email::mailbox(mail_from).is_some()
}

/// The domain for Message-IDs under a setting `mail_from`: the sender's own where it has one.
pub fn domain_of(mail_from: &str) -> String {
    let fits = |domain: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        !domain.is_empty() && domain.chars().all(plain)
    };
    let sender: Option<Mailbox> = mail_from.parse().ok();
    let domain = sender.map(|it| it.email.domain().to_ascii_lowercase());
    domain
        .filter(|it| fits(it))
        .unwrap_or_else(|| NO_DOMAIN.to_owned())
}

/// `UberPopug Inc: $17.00 for 2026-11-22`.
pub fn subject(currency: &Currency, amount: Money, day: Day) -> String {
    format!("UberPopug Inc: {} for {day}", currency.show(amount))
}

/// What stands on a letter whatever became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSummary {
    /// Its subject.
    pub subject: String,
    /// Its Message-ID.
    pub message_id: MessageId,
}

impl LetterSummary {
    /// Of a letter of this store.
    pub fn of(letter: &KeptLetter, store_id: &str, currency: &Currency) -> Self {
        let QueuedLetter {
            day, amount_cents, ..
        } = &letter.queued;
        Self {
            subject: subject(currency, *amount_cents, *day),
            message_id: MessageId::new(store_id, *day, letter.user, &letter.domain),
        }
    }
}

impl Letter<'_> {
    /// Its Message-ID.
    pub fn message_id(self) -> MessageId {
        let due = self.due;
        MessageId::new(self.store_id, due.day, due.user, &due.domain)
    }

    /// The whole message, its lines ended by CR LF.
    pub fn to_bytes(self) -> Result<Vec<u8>, MessageError> {
        let due = self.due;
        let from: Result<Mailbox, _> = self.from.parse();
        let from = from.map_err(|_| MessageError::From(text::shown(self.from).into_owned()))?;
        let address: Result<Address, _> = due.email.parse();
        let address =
            address.map_err(|_| MessageError::To(text::shown(&due.email).into_owned()))?;
        // A name is shown, not obeyed: a line break in it would begin a header of its own.
        let name = due.full_name.as_deref().map(text::shown);

        let message = Message::builder()
            .from(from)
            .to(Mailbox::new(name.map(Into::into), address))
            .subject(subject(self.currency, due.amount, due.day))
            .date(date(due.finalized_at)?)
            .message_id(Some(self.message_id().to_string()))
            .raw_header(written_by_no_person())
            .singlepart(SinglePart::plain(readable(self.body)))?;
        Ok(message.formatted())
    }
}

/// The text as it is, in 8 bits where it is not plain ASCII: in a maildir people read it with `cat`
/// too. Only lines too long for mail are encoded.
fn readable(text: &str) -> Body {
    let eight_bit = ContentTransferEncoding::EightBit;
    match text.is_ascii() {
        true => Body::new(text.to_owned()),
        false => Body::new_with_encoding(text.to_owned(), eight_bit)
            .unwrap_or_else(|_| Body::new(text.to_owned())),
    }
}

/// Asks programs that answer mail for people who are away not to answer (RFC 3834).
fn written_by_no_person() -> HeaderValue {
    let name = HeaderName::new_from_ascii_str("Auto-Submitted");
    HeaderValue::new(name, "auto-generated".to_owned())
}

fn date(moment: Moment) -> Result<SystemTime, MessageError> {
    let seconds = moment.utc().timestamp();
    if (0..=LAST_SECOND).contains(&seconds) {
        Ok(moment.utc().into())
    } else {
        Err(MessageError::Date(moment))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::testing::due_letter as due;

    const FROM: &str = "UberPopug Inc <popug@uberpopug.example>";

    fn message(due: &DueLetter, body: &str) -> String {
        let letter = Letter {
            store_id: "0b1e-77",
            from: FROM,
            currency: &Currency::default(),
            due,
            body,
        };
        let bytes = letter.to_bytes().expect("a message");
        assert_eq!(bytes, letter.to_bytes().expect("a message"));
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn a_letter_is_a_message_with_all_its_headers() {
        let text = message(&due(), "Dear Kesha,\n\nyou are paid.\n").replace('\r', "");
        insta::assert_snapshot!(text, @r#"
        From: "UberPopug Inc" <popug@uberpopug.example>
        To: "Kesha the Bold" <kesha@popug.example>
        Subject: UberPopug Inc: $17.00 for 2026-11-22
        Date: Mon, 23 Nov 2026 00:05:00 +0000
        Message-ID: <0b1e-77.2026-11-22.7@uberpopug.example>
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 7bit

        Dear Kesha,

        you are paid.
        "#);
    }

    #[test]
    fn a_text_in_any_language_arrives_as_it_was_written() {
        let mut due = due();
        due.full_name = Some("Кеша".to_owned());
        let text = message(&due, "Кеше: €17 — “ура”\n");
        let (headers, body) = text.split_once("\r\n\r\n").expect("headers and a body");
        assert!(headers.is_ascii(), "{headers}");
        assert!(headers.contains("Content-Type: text/plain; charset=utf-8"));
        assert!(headers.contains("Content-Transfer-Encoding: 8bit"));
        assert!(headers.contains("To: =?utf-8?b?"), "{headers}");
        assert_eq!(body.trim_end(), "Кеше: €17 — “ура”");
    }

    #[test]
    fn names_and_addresses_cannot_forge_a_header() {
        let mut forged = due();
        forged.full_name = Some("Kesha\r\nBcc: cat@evil.example\r\n\r\nHi".to_owned());
        let text = message(&forged, "body\r\n");
        let (headers, _) = text.split_once("\r\n\r\n").expect("headers and a body");
        assert!(!headers.contains("\nBcc:"), "{headers}");
        assert_eq!(headers.matches("\r\nTo:").count(), 1, "{headers}");

        forged.full_name = Some("\"Boss\" <boss@uberpopug.example>, Kesha".to_owned());
        let text = message(&forged, "body");
        let line = text.lines().find(|line| line.starts_with("To:"));
        insta::assert_snapshot!(line.expect("a header"), @r#"To: =?utf-8?b?IkJvc3MiIDxib3NzQHViZXJwb3B1Zy5leGFtcGxlPiwgS2VzaGE=?= <kesha@popug.example>"#);
    }

    #[test]
    fn what_is_no_address_is_said_to_be_none() {
        let mut due = due();
        due.email = "kesha@popug.example\nBcc: cat@evil.example".to_owned();
        let mut letter = Letter {
            store_id: "test",
            from: FROM,
            currency: &Currency::default(),
            due: &due,
            body: "",
        };
        let refused = letter.to_bytes().expect_err("no address");
        assert_eq!(
            refused.to_string(),
            "'kesha@popug.example\\u{a}Bcc: cat@evil.example' is no e-mail address"
        );
        letter.from = "popug";
        let refused = letter.to_bytes().expect_err("no sender");
        assert!(matches!(refused, MessageError::From(_)));
    }

    #[test]
    fn the_id_takes_the_domain_of_the_sender_if_that_has_one() {
        assert_eq!(domain_of(FROM), "uberpopug.example");
        assert_eq!(domain_of("popug@UberPopug.example"), "uberpopug.example");
        for without in ["", "popug", "popug@[127.0.0.1]", "popug@кеша.example"] {
            assert_eq!(domain_of(without), "popug.invalid", "{without}");
        }
    }

    #[test]
    fn an_id_is_of_one_store_day_and_popug() {
        let due = due();
        let id =
            |store: &str, user| MessageId::new(store, due.day, UserId::new(user), "popug.invalid");
        assert_eq!(
            id("a>b 1", 7).to_string(),
            "<ab1.2026-11-22.7@popug.invalid>"
        );
        assert_ne!(id("a", 7).file_name(), id("a", 8).file_name());
        assert_ne!(id("a", 7).file_name(), id("b", 7).file_name());
    }

    #[test]
    fn a_date_before_mail_is_refused() {
        let mut due = due();
        due.finalized_at = Moment::from_micros(-1).expect("in range");
        assert!(matches!(date(due.finalized_at), Err(MessageError::Date(_))));
    }
}

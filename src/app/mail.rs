//! Handing letters over: rendered from the statement, outside of any write, marked afterwards.

use crate::accounting;
use crate::app::door::{Caller, Door, authorise};
use crate::app::error::AppError;
use crate::app::settings::{Company, SettingKey};
use crate::delivery::{self, DueLetter, Letter, MailSettings, MailTarget, Maildir};
use crate::kernel::ids::InvoiceId;
use crate::kernel::permission::Permission;
use crate::kernel::range::Span;

/// Letters that are handed over between two looks at the queue.
const AT_ONCE: i64 = 100;

/// What became of the letters that were due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// Those that were taken.
    pub sent: Vec<InvoiceId>,
    /// Those that were not, and why; they are tried again later.
    pub failed: Vec<(InvoiceId, String)>,
}

impl Door {
    /// Hands over every letter that is due, for somebody who may.
    pub fn send_mail(&self, caller: &Caller) -> Result<Handed, AppError> {
        authorise(&caller.actor, Permission::AccountRead)?;
        self.catch_up()?;
        send_letters(self)
    }
}

/// Hands over every letter that is due. One that is not taken does not hold up the others.
pub fn send_letters(door: &Door) -> Result<Handed, AppError> {
    let settings = door.read(delivery::mail_settings)?;
    let directory = mail_target(door, &settings)?.directory(door.store().place());
    let mut handed = Handed::default();
    loop {
        let now = door.world().clock.now();
        let due = door.read(|read| delivery::due_letters(read, now, AT_ONCE))?;
        if due.is_empty() {
            return Ok(handed);
        }
        for letter in due {
            let id = letter.invoice;
            match hand_over(door, &settings, &letter, &directory) {
                Ok(()) => {
                    door.write(|tx| delivery::mark_sent(tx, id))?;
                    handed.sent.push(id);
                }
                Err(reason) => {
                    door.write(|tx| delivery::mark_failed(tx, id, &reason))?;
                    handed.failed.push((id, reason));
                }
            }
        }
    }
}

/// Where letters go: as this process is told, or as the company set it.
fn mail_target(door: &Door, settings: &MailSettings) -> Result<MailTarget, AppError> {
    if let Some(target) = door.mail_override() {
        return Ok(target.clone());
    }
    let target = settings.mail.as_deref();
    let target = target.unwrap_or(SettingKey::Mail.default_value());
    target.parse().map_err(AppError::MailTarget)
}

fn hand_over(
    door: &Door,
    settings: &MailSettings,
    due: &DueLetter,
    directory: &std::path::Path,
) -> Result<(), String> {
    let message = write(door, settings, due)?;
    let maildir = Maildir::open(directory).map_err(|error| error.to_string())?;
    let id = message.0;
    maildir
        .deliver(&id, &message.1)
        .map(|_| ())
        .map_err(|error| error.to_string())
}

/// The message whose text is the statement of the letter's day, word for word.
fn write(
    door: &Door,
    settings: &MailSettings,
    due: &DueLetter,
) -> Result<(delivery::MessageId, Vec<u8>), String> {
    let company = door.company().map_err(|error| error.to_string())?;
    let text = letter_text(door, &company, due).map_err(|error| error.to_string())?;
    let letter = Letter {
        store_id: &door.identity().store_id,
        from: settings
            .mail_from
            .as_deref()
            .unwrap_or(SettingKey::MailFrom.default_value()),
        currency: &company.currency,
        due,
        body: &text,
    };
    let bytes = letter.to_bytes().map_err(|error| error.to_string())?;
    Ok((letter.message_id(), bytes))
}

fn letter_text(door: &Door, company: &Company, due: &DueLetter) -> Result<String, AppError> {
    let span = Span {
        from: due.day,
        to: due.day,
    };
    let statement = door.read(|read| accounting::statement(read, due.user, span))?;
    Ok(accounting::letter_text(
        &statement,
        &company.currency,
        company.timezone,
    ))
}

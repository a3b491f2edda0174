//! A letter as it is shown to whoever looks after the queue.

use serde::{Deserialize, Serialize};

use crate::app::error::AppError;
use crate::app::mail::{sender, text};
use crate::app::settings;
use crate::delivery::{self, LetterSummary, QueuedLetter};
use crate::events;
use crate::kernel::ids::InvoiceId;
use crate::kernel::moment::Moment;
use crate::store::{Asker, Query, Read};

/// `mail.show`: a letter as it went, or as it will go.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowLetter {
    /// Which.
    pub id: InvoiceId,
}

/// A letter with its envelope and its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShownLetter {
    /// As the queue shows it.
    #[serde(flatten)]
    pub queued: QueuedLetter,
    /// When it was taken.
    pub sent_at: Option<Moment>,
    /// When it was given up knowingly.
    pub discarded_at: Option<Moment>,
    /// By whom.
    pub discarded_by: Option<String>,
    /// From whom.
    pub from: String,
    /// To which address; null while delivery has not heard of the popug.
    pub to: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its date: when the day was closed.
    pub date: Moment,
    /// Its Message-ID, the same on every attempt.
    pub message_id: String,
    /// Its text, word for word.
    pub text: String,
}

impl Query for ShowLetter {
    type Answer = ShownLetter;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, _asker: &Asker) -> Result<ShownLetter, AppError> {
        let kept = delivery::kept_letter(read, self.id)?;
        let company = settings::company(read)?;
        let zone = kept.sent_timezone.unwrap_or(company.timezone);
        let day = kept.queued.day;
        let text = text(read, &company, kept.user, day, zone)?;
        let LetterSummary {
            subject,
            message_id,
        } = LetterSummary::of(&kept, &events::store_id(read)?, &company.currency);
        let mail_from = || Ok::<_, AppError>(sender(delivery::mail_settings(read)?.mail_from));
        Ok(ShownLetter {
            from: kept.sent_from.map_or_else(mail_from, Ok)?,
            to: kept.sent_to.or(kept.email),
            subject,
            date: kept.finalized_at,
            message_id: message_id.to_string(),
            text,
            sent_at: kept.sent_at,
            discarded_at: kept.discarded_at,
            discarded_by: kept.discarded_by,
            queued: kept.queued,
        })
    }
}

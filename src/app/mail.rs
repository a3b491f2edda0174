//! Letters: rendered from the statement, handed over outside of any write, marked afterwards.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::accounting;
use crate::app::ask::{Look, State};
use crate::app::caller::Caller;
use crate::app::change::Procedure;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::app::settings::{self, Company, SettingKey};
use crate::delivery::{
    self, DueLetter, Letter, MailTarget, Maildir, MaildirError, Sent, WrittenLetter,
};
use crate::files::Whose;
use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{InvoiceId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::range::Span;
use crate::store::{Place, Read, StoreError, refuse_moved};

/// Letters that are handed over between two looks at the queue, and marked in one commit. A crash
/// before that hands so many over again, each under its own name.
const AT_ONCE: i64 = 100;

/// No more of their text is held at a time, but for one that is longer.
const MOST_BYTES: usize = 1 << 20;

/// What became of the letters that were due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Handed {
    /// Those that were taken.
    pub sent: Vec<InvoiceId>,
    /// Those that were not, and why; they are tried again later.
    pub failed: Vec<(InvoiceId, String)>,
}

/// `mail.send`: hands over every letter that is due.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SendMail {}

impl Procedure for SendMail {
    type Answer = Handed;

    fn proceed(&self, door: &Door, _: &Caller, _: Option<&Keyed>) -> Result<Handed, AppError> {
        door.catch_up()?;
        send_letters(door)
    }

    fn is_done(answer: &Handed) -> bool {
        answer.failed.is_empty()
    }
}

/// `mail.check`: refuses to leave it at that letters have no place to go to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckMail {}

impl Look for CheckMail {
    type Answer = ();

    fn look(&self, state: &State<'_>) -> Result<(), AppError> {
        let post = Post::open(state.door, state.read)?;
        post.directory.map(drop).ok_or(AppError::NowhereForLetters)
    }
}

impl Door {
    /// Refuses to leave it at that letters of this process have no place to go to.
    fn check_letters(&self) -> Result<(), AppError> {
        let directory = self.read(|read| Post::open(self, read))?.directory;
        directory.map(drop).ok_or(AppError::NowhereForLetters)
    }

    /// The directory that letters of this process go to, where there is one.
    pub(super) fn mailbox(&self) -> Result<Option<PathBuf>, AppError> {
        match self.read(|read| Post::open(self, read)) {
            Ok(post) => Ok(post.directory),
            // A target that is set wrongly is told by whoever sends.
            Err(AppError::MailTarget(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether letters of this process have no place to go to.
    pub(super) fn letters_lead_nowhere(&self) -> Result<bool, AppError> {
        match self.check_letters() {
            Err(AppError::NowhereForLetters) => Ok(true),
            // A target that is set wrongly is told by whoever sends.
            Ok(()) | Err(AppError::MailTarget(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Hands over the letters that are due, page by page. One that is not taken does not hold up the
/// others; where none of a page is taken, it is the mailbox that is at fault, and the rest is left
/// for another time.
///
/// What is due when it begins is what it tries: one that failed is not tried again by a run that
/// takes longer than the pause.
pub fn send_letters(door: &Door) -> Result<Handed, AppError> {
    let now = door.now();
    let mut all = Handed::default();
    loop {
        let (page, rest) = send_page(door, now, &|| true)?;
        let nothing = page.sent.is_empty();
        all.sent.extend(page.sent);
        all.failed.extend(page.failed);
        // Of a page that was cut for its length, what failed says nothing of the others.
        if rest == Rest::Nothing || nothing && rest == Rest::More {
            return Ok(all);
        }
    }
}

/// What is left of the letters that are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// There may be more.
    More,
    /// There is more, for these were long already.
    Cut,
    /// That was all.
    Nothing,
}

/// Hands over the letters that have been due for longest at `now`, as long as `go_on` says so.
pub fn send_page(
    door: &Door,
    now: Moment,
    go_on: &dyn Fn() -> bool,
) -> Result<(Handed, Rest), AppError> {
    door.identity()?;
    let (post, due, rest) = door.read(|read| {
        let post = Post::open(door, read)?;
        let (due, rest) = post.due(read, now)?;
        Ok::<_, AppError>((post, due, rest))
    })?;
    if due.is_empty() {
        return Ok((Handed::default(), rest));
    }
    let directory = post
        .directory
        .as_deref()
        .ok_or(AppError::NowhereForLetters)?;
    let tried = post.hand_over(directory, due, go_on);
    door.write(|tx| {
        for (letter, handed) in &tried {
            let (id, before) = (letter.invoice, letter.attempts);
            match handed {
                Ok(()) => delivery::mark_sent(tx, id, &post.sent(letter))?,
                Err(reason) => delivery::mark_failed(tx, id, before, reason)?,
            }
        }
        Ok::<_, AppError>(())
    })?;
    let mut page = Handed::default();
    for (letter, handed) in tried {
        match handed {
            Ok(()) => {
                tracing::debug!("letter {} is handed over", letter.invoice);
                page.sent.push(letter.invoice);
            }
            Err(reason) => page.failed.push((letter.invoice, reason)),
        }
    }
    if !page.sent.is_empty() {
        tracing::info!("{} letters are handed over", page.sent.len());
    }
    Ok((page, rest))
}

/// A letter that is due, and its text, or why it has none.
type Due = (DueLetter, Result<String, String>);

/// A letter that was to be handed over, and why it was not.
type Tried = (DueLetter, Result<(), String>);

/// Whether nothing more can be read, rather than the one statement.
fn is_of_the_whole(error: &AppError) -> bool {
    match error.of_the_store() {
        None | Some(StoreError::Column { .. } | StoreError::NoRow(_)) => false,
        Some(_) => true,
    }
}

/// Where letters go at the moment, and what they all have in common.
struct Post {
    /// None where it is to be beside a store that is no file.
    directory: Option<PathBuf>,
    /// Letters are whose the store is: whoever delivers next may be another of its group.
    whose: Whose,
    from: String,
    store_id: String,
    company: Company,
}

impl Post {
    fn open(door: &Door, read: &Read<'_>) -> Result<Self, AppError> {
        let settings = delivery::mail_settings(read)?;
        let target = mail_target(door, settings.mail.as_deref())?;
        let place = door.store().place();
        let directory = target.directory(place);
        Ok(Self {
            directory,
            whose: whose(place)?,
            from: sender(settings.mail_from),
            store_id: door.identity()?.store_id.clone(),
            company: settings::company(read)?,
        })
    }

    /// The letters that have been due for longest, each with its statement. Those of a store that has
    /// moved are its successor's.
    fn due(&self, read: &Read<'_>, now: Moment) -> Result<(Vec<Due>, Rest), AppError> {
        let letters = delivery::due_letters(read, now, AT_ONCE)?;
        if !letters.is_empty() {
            refuse_moved(read)?;
        }
        let most = usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
        let mut rest = match letters.len() < most {
            true => Rest::Nothing,
            false => Rest::More,
        };
        let (mut due, mut bytes) = (Vec::with_capacity(letters.len()), 0);
        for letter in letters {
            if bytes > MOST_BYTES {
                rest = Rest::Cut;
                break;
            }
            let zone = self.company.timezone;
            let text = text(read, &self.company, letter.user, letter.day, zone);
            let text = match text {
                Err(error) if is_of_the_whole(&error) => return Err(error),
                text => text.map_err(|error| error.to_string()),
            };
            bytes += text.as_ref().map_or(0, String::len);
            due.push((letter, text));
        }
        Ok((due, rest))
    }

    /// Tries letters one after the other, as long as `go_on` says so, and puts those that can be
    /// written into the mailbox together.
    fn hand_over(&self, directory: &Path, due: Vec<Due>, go_on: &dyn Fn() -> bool) -> Vec<Tried> {
        let maildir = Maildir::open(directory, &self.whose);
        let mut tried = Vec::with_capacity(due.len());
        let mut written = Vec::with_capacity(due.len());
        for (letter, text) in due {
            if !go_on() {
                break;
            }
            let done = text.and_then(|text| self.write(maildir.as_ref(), &letter, &text));
            tried.push((letter, done.map(|it| written.push(it))));
        }
        let Ok(maildir) = maildir else {
            return tried;
        };
        let taken = tried.iter_mut().filter(|(_, done)| done.is_ok());
        match maildir.put(&written) {
            Ok(put) => taken.zip(put).for_each(|((_, done), put)| {
                *done = put.map(|_| ()).map_err(|error| error.to_string());
            }),
            Err(error) => taken.for_each(|(_, done)| *done = Err(error.to_string())),
        }
        tried
    }

    fn write(
        &self,
        maildir: Result<&Maildir, &MaildirError>,
        due: &DueLetter,
        text: &str,
    ) -> Result<WrittenLetter, String> {
        let maildir = maildir.map_err(ToString::to_string)?;
        let letter = Letter {
            store_id: &self.store_id,
            from: &self.from,
            currency: &self.company.currency,
            due,
            body: text,
        };
        let message = letter.to_bytes().map_err(|error| error.to_string())?;
        let written = maildir.write(&letter.message_id(), &message);
        written.map_err(|error| error.to_string())
    }

    fn sent(&self, letter: &DueLetter) -> Sent {
        Sent {
            to: letter.email.clone(),
            from: self.from.clone(),
            timezone: self.company.timezone.to_string(),
        }
    }
}

/// Where letters go: as this process is told, or as the company set it.
fn mail_target(door: &Door, set: Option<&str>) -> Result<MailTarget, AppError> {
    if let Some(target) = door.mail_override() {
        return Ok(target.clone());
    }
    let set = set.unwrap_or(SettingKey::Mail.default_value());
    set.parse().map_err(AppError::MailTarget)
}

fn whose(place: &Place) -> Result<Whose, StoreError> {
    let Place::File(file) = place else {
        return Ok(Whose::MINE);
    };
    Whose::like(file.path()).map_err(|error| StoreError::File {
        path: file.path().to_owned(),
        reason: error.to_string(),
    })
}

pub(super) fn sender(mail_from: Option<String>) -> String {
    mail_from.unwrap_or_else(|| SettingKey::MailFrom.default_value().to_owned())
}

/// The statement of the letter's day, word for word.
pub(super) fn text(
    read: &Read<'_>,
    company: &Company,
    user: UserId,
    day: Day,
    zone: Zone,
) -> Result<String, AppError> {
    let span = Span { from: day, to: day };
    let statement = accounting::statement(read, user, span)?;
    Ok(accounting::letter_text(&statement, &company.currency, zone))
}

//! Twice is once: a caller's key stands for one request and its answer, for ever (B5).

mod content;
mod older;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::error::AppError;
use crate::app::key::Key;
use crate::app::request::Request;
use crate::app::sql;
use crate::kernel::actor::Actor;
use crate::store::{Hash, Read, Write};

/// A key together with what it stands for, whosever it is.
#[derive(Clone)]
pub struct Keyable {
    key: Key,
    content: Hash,
    /// What an older popug would have kept for the same request.
    older: Option<Hash>,
}

/// A key together with whose it is and what it stands for.
pub struct Keyed {
    actor: String,
    it: Keyable,
}

impl Keyable {
    /// A key for a request.
    pub fn new<R: Request>(key: Key, request: &R) -> Result<Self, AppError> {
        let fields = content::fields_of(request)?;
        Ok(Self {
            key,
            content: content::content(R::NAME, &fields)?,
            older: older::content(R::NAME, &fields),
        })
    }

    /// This actor's.
    pub fn of(&self, actor: &Actor) -> Keyed {
        Keyed {
            actor: actor.key_holder(),
            it: self.clone(),
        }
    }
}

impl Keyed {
    /// Whether the content that was kept is that of this request.
    fn is_kept_as(&self, content: Hash) -> bool {
        content == self.it.content || Some(content) == self.it.older
    }

    /// The answer that this key got before; a conflict where it stood for something else.
    pub fn answered<A: DeserializeOwned>(&self, read: &Read<'_>) -> Result<Option<A>, AppError> {
        match sql::request_key(read, &self.actor, self.it.key.as_str())? {
            None => Ok(None),
            Some((content, _)) if !self.is_kept_as(content) => {
                Err(AppError::KeyUsed(self.it.key.clone()))
            }
            Some((_, answer)) => serde_json::from_str(&answer)
                .map(Some)
                .map_err(AppError::Json),
        }
    }

    /// Keeps the answer, in the commit of the request itself.
    pub fn keep<A: Serialize>(&self, tx: &mut Write<'_>, answer: &A) -> Result<(), AppError> {
        let answer = serde_json::to_string(answer).map_err(AppError::Json)?;
        Ok(sql::insert_request_key(
            tx,
            &self.actor,
            self.it.key.as_str(),
            &self.it.content,
            &answer,
        )?)
    }

    /// Keeps a part of the answer, in the commit that the part tells of. `name` puts the parts in
    /// order.
    pub fn keep_part<A: Serialize>(
        &self,
        tx: &mut Write<'_>,
        name: &str,
        part: &A,
    ) -> Result<(), AppError> {
        let part = serde_json::to_string(part).map_err(AppError::Json)?;
        let key = format!("{}{name}", self.before_parts());
        Ok(sql::insert_request_key(
            tx,
            &self.actor,
            &key,
            &self.it.content,
            &part,
        )?)
    }

    /// The parts that were kept so far; a conflict where they are of something else.
    pub fn parts<A: DeserializeOwned>(&self, read: &Read<'_>) -> Result<Vec<A>, AppError> {
        let parts = sql::request_keys_behind(read, &self.actor, &self.before_parts())?;
        let parts = parts.into_iter().map(|(content, part)| {
            if !self.is_kept_as(content) {
                return Err(AppError::KeyUsed(self.it.key.clone()));
            }
            serde_json::from_str(&part).map_err(AppError::Json)
        });
        parts.collect()
    }

    /// The answer that this key got before; `None` where it is new, or its answer is not whole yet. A
    /// conflict where it stood, or began to stand, for something else.
    pub fn answered_or_begun<A: DeserializeOwned>(
        &self,
        read: &Read<'_>,
    ) -> Result<Option<A>, AppError> {
        self.parts::<serde_json::Value>(read)?;
        self.answered(read)
    }

    /// What the keys of parts begin with: no key of a caller's has a line break in it.
    fn before_parts(&self) -> String {
        format!("{}\n", self.it.key)
    }

    /// Keeps the answer, unless another process kept one before; answers the one that counts.
    pub fn keep_once<A: Serialize + DeserializeOwned>(
        &self,
        tx: &mut Write<'_>,
        answer: A,
    ) -> Result<A, AppError> {
        if let Some(before) = self.answered(tx)? {
            return Ok(before);
        }
        self.keep(tx, &answer)?;
        Ok(answer)
    }
}

//! Secrets that popug makes: those of sessions and tokens, and enrolment codes. Only their hashes are kept.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::kernel::dice::{NoEntropy, random_bytes};
use crate::store::Hash;

/// Letters of codes: none that are mistaken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Letters of a code that stand together.
const GROUP: usize = 4;

/// A secret in clear, to be handed out once: it is written into the request or the answer that carries
/// it, and nowhere else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// A session token: 256 bits of the system's generator, in hexadecimal.
    pub fn token() -> Result<Self, NoEntropy> {
        Ok(Self(Hash(random_bytes()?).to_string()))
    }

    /// The secret of a token, made like a session's, with a mark by which it is found where it does
    /// not belong.
    pub fn for_program() -> Result<Self, NoEntropy> {
        Ok(Self(format!("popug_{}", Hash(random_bytes()?))))
    }

    /// An enrolment code: 100 bits of the system's generator, in five groups of four letters.
    pub fn code() -> Result<Self, NoEntropy> {
        let bytes: [u8; 20] = random_bytes()?;
        let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map(char::from);
        let groups = bytes
            .chunks(GROUP)
            .map(|four| four.iter().filter_map(letter).collect::<String>());
        Ok(Self(groups.collect::<Vec<_>>().join("-")))
    }

    /// One that was handed out before, as it is given back; white space around it does not count.
    pub fn given(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// A beak as it was typed: every character counts.
    pub fn typed(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// An enrolment code as it is given back: in any case, its groups apart by what they may be, or
    /// by nothing.
    pub fn given_code(text: &str) -> Self {
        let is_letter = |c: &char| c.is_alphanumeric();
        let letters: Vec<char> = text.to_lowercase().chars().filter(is_letter).collect();
        let groups = letters.chunks(GROUP).map(|four| four.iter().collect());
        Self(groups.collect::<Vec<String>>().join("-"))
    }

    /// The text to hand out.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept of it. A plain hash is enough: nobody guesses 100 bits.
    pub fn hash(&self) -> Hash {
        Hash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_and_differ() {
        let code = Secret::code().expect("entropy");
        assert_eq!(code.reveal().len(), 24);
        assert_ne!(code, Secret::code().expect("entropy"));
        let token = Secret::token().expect("entropy");
        assert_eq!(token.reveal().len(), 64);
        assert_eq!(Secret::given(&format!(" {}\n", token.reveal())), token);
        assert!(!format!("{token:?}").contains(token.reveal()));
    }

    #[test]
    fn a_code_is_taken_however_it_was_typed() {
        let code = Secret::code().expect("entropy");
        let text = code.reveal();
        for typed in [
            text.to_owned(),
            text.to_uppercase(),
            text.replace('-', ""),
            text.replace('-', " "),
            text.replace('-', "\u{a0}\u{2011}"),
            format!("\t{text}\r\n"),
        ] {
            assert_eq!(Secret::given_code(&typed), code, "{typed:?}");
        }
        assert_ne!(Secret::given_code(&format!("{text}x")), code);
    }
}

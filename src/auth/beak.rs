//! Beak geometry: the secret of this world, and the slow salted hash that is kept of it (A2).

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::auth::error::AuthError;

/// The fewest characters of a beak.
const LEAST: usize = 8;
/// The most: nobody waits for the hash of a novel.
const MOST: usize = 1_000;

/// OWASP's first choice for Argon2id (Password Storage Cheat Sheet, 2024): 19 MiB, two passes, one
/// lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What is compared for a name that nobody has, so that it takes as long as one that somebody has.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA\
                      $6yyX0WUMQ3SzG5YkVXvYJ5o2oVtBpa4GnlMnbTlQnbk";

/// A beak as it was given. It is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Beak(String);

impl Beak {
    /// Takes a beak that is to be set: any text of 8 to 1,000 characters.
    pub fn new(text: &str) -> Result<Self, AuthError> {
        let length = text.chars().count();
        if length < LEAST {
            return Err(AuthError::ShortBeak {
                least: LEAST,
                length,
            });
        }
        if length > MOST {
            return Err(AuthError::LongBeak(MOST));
        }
        Ok(Self(text.to_owned()))
    }

    /// Takes a beak that is to be compared, whatever its length.
    pub fn given(text: &str) -> Self {
        Self(text.chars().take(MOST + 1).collect())
    }

    /// Hashes it with a fresh salt; takes tens of milliseconds.
    pub fn hash(&self) -> Result<BeakHash, AuthError> {
        let hashed = hasher()?.hash_password(self.0.as_bytes());
        let hashed = hashed.map_err(|error| AuthError::Hash(error.to_string()))?;
        Ok(BeakHash(hashed.to_string()))
    }
}

impl fmt::Debug for Beak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Beak(…)")
    }
}

/// The hash that is kept of a beak, as a PHC string: parameters, salt, hash.
#[derive(Clone, PartialEq, Eq)]
pub struct BeakHash(String);

impl BeakHash {
    /// From the store.
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for BeakHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BeakHash(…)")
    }
}

/// Whether the beak is the one of the hash. Without a hash it is not, after the same work.
pub fn matches(hash: Option<&BeakHash>, beak: &Beak) -> Result<bool, AuthError> {
    let kept = PasswordHash::new(hash.map_or(NOBODY, BeakHash::as_str));
    let kept = kept.map_err(|error| AuthError::Hash(error.to_string()))?;
    let same = hasher()?.verify_password(beak.0.as_bytes(), &kept).is_ok();
    Ok(same && hash.is_some())
}

fn hasher() -> Result<Argon2<'static>, AuthError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None);
    let params = params.map_err(|error| AuthError::Hash(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beak_matches_its_own_hash_alone() {
        let beak = Beak::new("sharp and curved").expect("long enough");
        let hash = beak.hash().expect("hashes");
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_ne!(hash, beak.hash().expect("hashes"), "salts differ");
        assert!(matches(Some(&hash), &beak).expect("compares"));
        assert!(!matches(Some(&hash), &Beak::given("blunt")).expect("compares"));
    }

    #[test]
    fn nobody_is_compared_and_never_matches() {
        assert!(!matches(None, &Beak::given("anything")).expect("compares"));
    }

    #[test]
    fn a_beak_has_at_least_eight_characters_and_is_never_shown() {
        assert!(matches!(
            Beak::new("жжжжжжж"),
            Err(AuthError::ShortBeak { length: 7, .. })
        ));
        assert!(Beak::new(&"x".repeat(1_001)).is_err());
        let beak = Beak::new("жжжжжжжж").expect("eight");
        assert!(!format!("{beak:?} {:?}", beak.hash().expect("hashes")).contains('ж'));
    }
}

//! Chance: where seeds come from, and how a seed becomes fair numbers.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use crate::kernel::ids::Seq;

/// 32 bytes that everything random in one choice follows from.
pub type Seed = [u8; 32];

/// The system's generator failed; nothing random can be made.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random bytes: {0}")]
pub struct NoEntropy(String);

/// Where seeds come from. Made in `main`.
#[derive(Clone, Copy, Debug)]
pub enum Dice {
    /// The system's generator.
    System,
    /// A number that every choice follows from (`POPUG_SEED`, in a sandbox).
    Seeded(u64),
}

impl Dice {
    /// A fresh seed for a choice.
    ///
    /// With a given number it is SHA-256 over the purpose's length and text, that number and the
    /// place in the log of the event that the choice concerns, so that the outcome does not depend
    /// on batches, retries or engines.
    pub fn seed(self, purpose: &str, concerning: Seq) -> Result<Seed, NoEntropy> {
        match self {
            Self::System => random_bytes(),
            Self::Seeded(number) => {
                let mut hash = Sha256::new();
                hash.update((purpose.len() as u64).to_be_bytes());
                hash.update(purpose.as_bytes());
                hash.update(number.to_be_bytes());
                hash.update(concerning.get().to_be_bytes());
                Ok(hash.finalize().into())
            }
        }
    }

    /// Whether choices follow from a given number.
    pub const fn is_given(self) -> bool {
        matches!(self, Self::Seeded(_))
    }
}

/// Bytes of the system's generator, for seeds, tokens, codes and salts.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks for randomness"
)]
pub fn random_bytes<const N: usize>() -> Result<[u8; N], NoEntropy> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| NoEntropy(error.to_string()))?;
    Ok(bytes)
}

/// A number below `bound`, uniformly: stream `stream` of ChaCha20 keyed with `seed`, 64 bits at a
/// time, those rejected that would favour small numbers. `bound` 0 is taken as 1.
///
/// This is `popug-draw/1`; what it yields for a seed and a stream never changes.
pub fn uniform(seed: &Seed, stream: u64, bound: u64) -> u64 {
    let bound = bound.max(1);
    let mut stream_of_seed = ChaCha20Rng::from_seed(*seed);
    stream_of_seed.set_stream(stream);
    // The largest multiple of the bound that 64 bits hold, less one.
    let fair = u64::MAX - (u64::MAX % bound + 1) % bound;
    loop {
        let number = stream_of_seed.next_u64();
        if number <= fair {
            return number % bound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was drawn once must be drawn for ever: these values are part of the stored format.
    #[test]
    fn a_draw_is_the_same_for_ever() {
        let seed: Seed = std::array::from_fn(|i| u8::try_from(i).expect("below 32"));
        let drawn: Vec<u64> = (0..8).map(|stream| uniform(&seed, stream, 1000)).collect();
        assert_eq!(drawn, [593, 31, 604, 129, 522, 911, 941, 384]);
    }

    #[test]
    fn given_seeds_differ_by_purpose_and_event() {
        let dice = Dice::Seeded(7);
        let draw = dice.seed("draw", Seq::new(1)).expect("no entropy needed");
        assert_eq!(
            draw,
            dice.seed("draw", Seq::new(1)).expect("no entropy needed")
        );
        assert_ne!(
            draw,
            dice.seed("draw", Seq::new(2)).expect("no entropy needed")
        );
        assert_ne!(
            draw,
            dice.seed("price", Seq::new(1)).expect("no entropy needed")
        );
    }

    #[test]
    fn every_face_comes_up_about_as_often() {
        let seed = [9; 32];
        let mut faces = [0_u32; 7];
        for stream in 0..7_000 {
            let face = usize::try_from(uniform(&seed, stream, 7)).expect("below 7");
            faces[face] += 1;
        }
        // Chi-square with 6 degrees of freedom stays below 22.46 in 999 of 1,000 cases.
        let chi: u32 = faces.iter().map(|n| n.abs_diff(1_000).pow(2)).sum::<u32>() / 1_000;
        assert!(chi < 22, "{faces:?}");
    }

    #[test]
    fn one_face_is_always_drawn() {
        assert_eq!(uniform(&[1; 32], 5, 1), 0);
        assert_eq!(uniform(&[1; 32], 5, 0), 0);
    }
}

//! Chance that is the same on every run, and the draw of `popug-draw/1` written down once more.

/// What a history follows from: SplitMix64.
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`, nearly uniform, which is fair enough for a test.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).expect("fits");
        usize::try_from(self.next() % bound).expect("fits")
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let many = usize::try_from(most - least + 1).expect("a range");
        least + i64::try_from(self.below(many)).expect("fits")
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of several; `None` of none.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())].clone())
    }
}

/// Whom item `index` of a draw falls to, by its place in a pool of `size`: stream `index` of
/// ChaCha20 under the seed, 64 bits at a time, the first that favours nobody.
pub fn drawn(seed: &[u8; 32], index: u64, size: u64) -> u64 {
    let unfair = (u128::from(u64::MAX) + 1) % u128::from(size);
    let fair = (u128::from(u64::MAX) + 1) - unfair;
    let numbers = (0..).flat_map(|block| chacha20(seed, block, index));
    let number = numbers.map(u128::from).find(|number| *number < fair);
    u64::try_from(number.expect("a fair number") % u128::from(size)).expect("below a u64")
}

/// A block of ChaCha20 (djb's, with a counter and a nonce of 64 bits each), as eight numbers.
fn chacha20(key: &[u8; 32], counter: u64, nonce: u64) -> Vec<u64> {
    let word = |bytes: &[u8]| u32::from_le_bytes(bytes.try_into().expect("four bytes"));
    let halves = |n: u64| [word(&n.to_le_bytes()[..4]), word(&n.to_le_bytes()[4..])];
    let mut start = b"expand 32-byte k".chunks(4).map(word).collect::<Vec<_>>();
    start.extend(key.chunks(4).map(word));
    start.extend(halves(counter));
    start.extend(halves(nonce));

    let mut state = start.clone();
    for _ in 0..10 {
        for i in 0..4 {
            quarter(&mut state, [i, 4 + i, 8 + i, 12 + i]);
        }
        for i in 0..4 {
            let turned = |row: usize| 4 * row + (i + row) % 4;
            quarter(&mut state, [i, turned(1), turned(2), turned(3)]);
        }
    }
    let words = state.iter().zip(&start).map(|(a, b)| a.wrapping_add(*b));
    let words = words.collect::<Vec<_>>();
    let pairs = words.chunks(2);
    pairs
        .map(|pair| u64::from(pair[0]) | u64::from(pair[1]) << 32)
        .collect()
}

fn quarter(state: &mut [u32], [a, b, c, d]: [usize; 4]) {
    for (to, from, turn, by) in [(a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)] {
        state[to] = state[to].wrapping_add(state[from]);
        state[turn] = (state[turn] ^ state[to]).rotate_left(by);
    }
}

/// The test vector of ChaCha20 with a key of zeros (RFC 7539, A.1, the first).
#[test]
fn the_cipher_is_chacha20() {
    let first = chacha20(&[0; 32], 0, 0)[0].to_le_bytes();
    assert_eq!(first, [0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90]);
}

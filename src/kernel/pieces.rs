//! What comes one by one, looked at in pieces: what belongs to many is asked for at once.

/// So many at a time.
const MOST: usize = 1_000;

/// What has come since the last look.
pub struct Pieces<T> {
    held: Vec<T>,
}

impl<T> Default for Pieces<T> {
    fn default() -> Self {
        Self { held: Vec::new() }
    }
}

impl<T> Pieces<T> {
    /// Holds one more, and looks at all that are held once they are a thousand.
    pub fn take<E>(&mut self, one: T, look: impl FnOnce(&[T]) -> Result<(), E>) -> Result<(), E> {
        self.held.push(one);
        if self.held.len() < MOST {
            return Ok(());
        }
        let looked = look(&self.held);
        self.held.clear();
        looked
    }

    /// Looks at what is left.
    pub fn end<E>(self, look: impl FnOnce(&[T]) -> Result<(), E>) -> Result<(), E> {
        if self.held.is_empty() {
            return Ok(());
        }
        look(&self.held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_looked_at_once_and_in_order() {
        for many in [0, 1, 999, 1_000, 2_500] {
            let (mut pieces, mut seen) = (Pieces::default(), Vec::new());
            let mut look = |piece: &[usize]| {
                assert!((1..=MOST).contains(&piece.len()));
                seen.extend_from_slice(piece);
                Ok::<_, ()>(())
            };
            for one in 0..many {
                pieces.take(one, &mut look).expect("looked at");
            }
            pieces.end(look).expect("looked at");
            assert_eq!(seen, (0..many).collect::<Vec<_>>());
        }
    }
}

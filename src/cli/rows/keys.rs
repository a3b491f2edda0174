//! The keys of rows: those that an import takes, and those that popug's own answers have beside
//! them, which are passed over.

use std::cell::RefCell;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What a row may have.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// What is taken; the first one must be there.
    pub taken: &'static [&'static str],
    /// What else popug's own answers have.
    pub passed: &'static [&'static str],
}

/// Keys that were met and passed over, in the order in which they came.
#[derive(Debug)]
pub struct Passed {
    keys: &'static [&'static str],
    met: RefCell<Vec<&'static str>>,
}

impl Passed {
    /// None met yet of these.
    pub const fn of(keys: Keys) -> Self {
        Self {
            keys: keys.passed,
            met: RefCell::new(Vec::new()),
        }
    }

    /// Whether a key is passed over; it is noted then.
    pub fn meets(&self, key: &str) -> bool {
        let known = self.keys.iter().find(|it| **it == key);
        if let Some(known) = known {
            let mut met = self.met.borrow_mut();
            if !met.contains(known) {
                met.push(known);
            }
        }
        known.is_some()
    }

    /// What is said about them; nothing where there were none.
    pub fn note(&self) -> Option<String> {
        let met = self.met.borrow();
        (!met.is_empty()).then(|| format!("passed over: {}", met.join(", ")))
    }
}

/// Objects of a deserialiser without the keys that are passed over.
pub struct Without<'p, T> {
    pub of: T,
    pub passed: &'p Passed,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Without<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let Self { of, passed } = self;
        of.deserialize_map(Without {
            of: visitor,
            passed,
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Without<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.of.expecting(f)
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<V::Value, M::Error> {
        let Self { of, passed } = self;
        of.visit_map(Without { of: map, passed })
    }
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Without<'_, M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, M::Error> {
        while let Some(key) = self.of.next_key::<String>()? {
            if !self.passed.meets(&key) {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            self.of.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, M::Error> {
        self.of.next_value_seed(seed)
    }
}

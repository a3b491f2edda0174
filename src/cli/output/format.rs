//! The forms that an answer can have, and the fields that are wanted of it.

use std::convert::Infallible;
use std::str::FromStr;

use clap::ValueEnum;

/// The form of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: aligned columns, labels, sentences.
    #[default]
    Table,
    /// One document.
    Json,
    /// One object a line.
    Jsonl,
    /// A header and a line for each row.
    Csv,
}

/// The fields wanted of an answer, by their JSON keys and in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields(Vec<String>);

impl Fields {
    /// The names, each once.
    pub fn names(&self) -> &[String] {
        &self.0
    }
}

/// Parts with commas between them; what is named twice is taken once.
impl FromStr for Fields {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut names: Vec<String> = Vec::new();
        for name in text.split(',').map(str::trim) {
            if !names.iter().any(|it| it == name) {
                names.push(name.to_owned());
            }
        }
        Ok(Self(names))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_order_and_stand_once() {
        let Ok(fields) = "title, id,title".parse::<Fields>();
        assert_eq!(fields.names(), ["title", "id"]);
    }
}

//! One thing for people: a label and a value a line.

use std::io::{self, Write};

use serde_json::Value;

use crate::cli::output::cell::Cell;
use crate::cli::output::paint::{Paint, Tone};
use crate::cli::output::record::Pick;
use crate::kernel::locale::Locale;
use crate::kernel::text::shown;
use crate::kernel::width::{broken, width};

/// The labelled values of one thing, in their order.
#[derive(Clone, Debug, Default)]
pub struct Details {
    lines: Vec<Detail>,
}

#[derive(Clone, Debug)]
struct Detail {
    key: String,
    label: String,
    cell: Cell,
}

impl Details {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// And this one. `key` is the JSON key that `--fields` picks it by.
    pub fn line(mut self, key: &str, label: &str, cell: Cell) -> Self {
        self.lines.push(Detail {
            key: key.to_owned(),
            label: label.to_owned(),
            cell,
        });
        self
    }

    /// The fields wanted; one without a line of its own is shown from its JSON value.
    pub(super) fn narrowed(&self, picks: &[Pick], answer: &Value) -> Self {
        let lines = picks.iter().map(|pick| {
            let known = self.lines.iter().find(|line| line.key == pick.name);
            known.cloned().unwrap_or_else(|| Detail {
                key: pick.name.clone(),
                label: label_of(&pick.name),
                cell: Cell::of_json(&pick.name, pick.of(answer)),
            })
        });
        Self {
            lines: lines.collect(),
        }
    }

    /// Writes them, values aligned behind the widest label and broken where the terminal ends.
    pub(super) fn draw(
        &self,
        out: &mut dyn Write,
        locale: &Locale,
        paint: Paint,
        columns: Option<usize>,
    ) -> io::Result<()> {
        let labels = self.lines.iter().map(|line| width(&line.label));
        let indent = labels.max().unwrap_or(0) + 2;
        for line in &self.lines {
            let space = " ".repeat(indent.saturating_sub(width(&line.label)));
            let label = paint.text(&line.label, Tone::Dim);
            let value = line.drawn(locale, paint, indent, columns);
            writeln!(out, "{}", format!("{label}{space}{value}").trim_end())?;
        }
        Ok(())
    }
}

impl Detail {
    fn drawn(
        &self,
        locale: &Locale,
        paint: Paint,
        indent: usize,
        columns: Option<usize>,
    ) -> String {
        let most = columns.map_or(usize::MAX, |columns| columns.saturating_sub(indent));
        let next = format!("\n{}", " ".repeat(indent));
        if let Cell::Lines(text) = &self.cell {
            let lines = text.lines().flat_map(|line| broken(&shown(line), most));
            return lines.collect::<Vec<_>>().join(&next);
        }
        let drawn = self.cell.drawn(locale);
        let lines = broken(&drawn.text, most).join(&next);
        paint.text(&lines, drawn.tone).into_owned()
    }
}

/// `closed_at` becomes `Closed at`.
fn label_of(key: &str) -> String {
    let words = key.strip_suffix("_cents").unwrap_or(key).replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::cell::locale;
    use crate::kernel::money::Money;

    fn drawn(details: &Details, columns: Option<usize>) -> String {
        let mut out = Vec::new();
        details
            .draw(&mut out, &locale(), Paint::Plain, columns)
            .expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn values_stand_behind_the_widest_label() {
        let details = Details::new()
            .line("id", "Task", Cell::text(7))
            .line("ticket", "Ticket", Cell::Absent)
            .line("fee_cents", "Fee", Cell::Money(Money::from_cents(1_200)))
            .line(
                "description",
                "Description",
                Cell::Lines("two\nli\u{1b}nes".to_owned()),
            );
        insta::assert_snapshot!(drawn(&details, None), @r"
        Task         7
        Ticket       –
        Fee          $12.00
        Description  two
                     li\u{1b}nes
        ");
    }

    #[test]
    fn a_value_is_broken_between_words_where_the_terminal_ends() {
        let details = Details::new()
            .line("may", "May", Cell::text("task.read, task.create, self"))
            .line(
                "note",
                "Note",
                Cell::Lines("Seeds, many\nand water".to_owned()),
            );
        insta::assert_snapshot!(drawn(&details, Some(18)), @r"
        May   task.read,
              task.create,
              self
        Note  Seeds, many
              and water
        ");
    }

    #[test]
    fn a_key_becomes_a_label() {
        assert_eq!(label_of("reward_cents"), "Reward");
        assert_eq!(label_of("closed_at"), "Closed at");
    }
}

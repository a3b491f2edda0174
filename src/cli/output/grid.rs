//! Aligned columns: how wide they are, what is cut, and drawing them.
//!
//! Widths are computed once over all rows; the rows are then drawn in pieces, since comfy-table
//! holds everything it draws and a list may have a hundred thousand rows.

use std::io::{self, Write};

use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, Row, Table, Width,
    presets,
};

use crate::cli::output::cell::Drawn;
use crate::cli::output::paint::{Paint, Tone};
use crate::kernel::width::{broken, cut, width};

/// The rows that comfy-table draws at a time.
pub(super) const PIECE_ROWS: usize = 500;
/// Spaces between columns.
const GAP: usize = 2;
/// Before what stands beneath a row.
const INDENT: usize = 4;
/// Flexible columns keep so much, and columns of text so much where even that is too wide.
const LEAST: [(Shrink, usize); 2] = [(Shrink::Flexible, 8), (Shrink::Text, 4)];

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) align: Align,
    pub(super) fit: Fit,
}

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// Whether a column gives way where the terminal is narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Whole,
    Flexible,
    /// The last one, and no column at all: its text stands below the row.
    Beneath,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shrink {
    Flexible,
    Text,
}

impl Head {
    /// For a JSON key that no column was made for: `reward_cents` becomes `REWARD`.
    pub(super) fn of_key(key: &str) -> Self {
        let title = key.strip_suffix("_cents").unwrap_or(key);
        let number = key == "id" || key.ends_with("_id") || key.ends_with("_cents");
        Self {
            title: title.replace('_', " ").to_uppercase(),
            align: if number { Align::Right } else { Align::Left },
            fit: if number { Fit::Whole } else { Fit::Flexible },
        }
    }

    /// Numbers are never cut: a part of one is another one.
    const fn gives_way(&self, shrink: Shrink) -> bool {
        match (shrink, self.fit, self.align) {
            (_, Fit::Flexible, _) | (Shrink::Text, Fit::Whole, Align::Left) => true,
            (_, Fit::Whole | Fit::Beneath, _) => false,
        }
    }
}

/// Columns with their widths.
#[derive(Debug)]
pub(super) struct Grid {
    columns: Vec<(Head, usize)>,
    terminal: Option<usize>,
    paint: Paint,
}

impl Grid {
    /// Wide enough for its heads alone.
    pub(super) fn new(heads: Vec<Head>, paint: Paint) -> Self {
        let beside = heads.into_iter().filter(|head| head.fit != Fit::Beneath);
        let mut grid = Self {
            columns: beside.map(|head| (head, 0)).collect(),
            terminal: None,
            paint,
        };
        grid.fit([].iter());
        grid
    }

    /// Wide enough for its heads and these rows.
    pub(super) fn fit<'r>(&mut self, rows: impl Iterator<Item = &'r Vec<Drawn>>) {
        for (head, wide) in &mut self.columns {
            *wide = width(&head.title).max(1);
        }
        rows.for_each(|row| self.widen(row));
    }

    /// Wide enough for this row as well.
    pub(super) fn widen(&mut self, row: &[Drawn]) {
        for ((_, wide), cell) in self.columns.iter_mut().zip(row) {
            *wide = (*wide).max(width(&cell.text));
        }
    }

    /// No wider than the terminal, where there is one.
    pub(super) fn narrow_to(&mut self, terminal: Option<usize>) {
        self.terminal = terminal;
        if let Some(terminal) = terminal {
            self.shrink_to(terminal);
        }
    }

    /// Writes the titles.
    pub(super) fn draw_header(&self, out: &mut dyn Write) -> io::Result<()> {
        let titles = self.columns.iter().map(|(head, _)| Drawn {
            text: head.title.clone(),
            tone: Tone::Strong,
        });
        self.draw_piece(out, vec![titles.collect()])
    }

    /// Writes rows, a piece at a time.
    pub(super) fn draw_rows(
        &self,
        out: &mut dyn Write,
        rows: impl Iterator<Item = Vec<Drawn>>,
    ) -> io::Result<()> {
        let mut rows = rows.peekable();
        while rows.peek().is_some() {
            let piece: Vec<_> = rows.by_ref().take(PIECE_ROWS).collect();
            self.draw_piece(out, piece)?;
        }
        Ok(())
    }

    /// Writes a last row under a rule.
    pub(super) fn draw_total(&self, out: &mut dyn Write, total: Vec<Drawn>) -> io::Result<()> {
        let rule = "─".repeat(self.total_width());
        writeln!(out, "{}", self.paint.text(&rule, Tone::Dim))?;
        self.draw_piece(out, vec![total])
    }

    fn draw_piece(&self, out: &mut dyn Write, rows: Vec<Vec<Drawn>>) -> io::Result<()> {
        let mut table = self.sheet();
        for row in &rows {
            let cells = self.columns.iter().zip(row);
            table.add_row(Row::from(
                cells
                    .map(|((_, wide), cell)| toned(cut(&cell.text, *wide), cell.tone))
                    .collect::<Vec<_>>(),
            ));
        }
        self.align(&mut table);
        for (line, row) in table.lines().zip(rows) {
            writeln!(out, "{}", line.trim_end())?;
            if let Some(beneath) = row.get(self.columns.len()) {
                self.draw_beneath(out, beneath)?;
            }
        }
        Ok(())
    }

    fn draw_beneath(&self, out: &mut dyn Write, drawn: &Drawn) -> io::Result<()> {
        let room = self.terminal.unwrap_or(usize::MAX);
        let room = room.saturating_sub(INDENT);
        for line in drawn.text.lines().flat_map(|line| broken(line, room)) {
            let line = format!("{:INDENT$}{line}", "");
            writeln!(out, "{}", self.paint.text(line.trim_end(), drawn.tone))?;
        }
        Ok(())
    }

    /// A table that draws no lines and decides nothing by itself.
    fn sheet(&self) -> Table {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Disabled);
        table.force_no_tty();
        table.style_text_only();
        if self.paint == Paint::Colours {
            // The decision is made; NO_COLOR is not to be asked a second time.
            crossterm::style::force_color_output(true);
            table.enforce_styling();
        }
        table
    }

    fn align(&self, table: &mut Table) {
        let last = self.columns.len().saturating_sub(1);
        for (at, (head, wide)) in self.columns.iter().enumerate() {
            let Some(column) = table.column_mut(at) else {
                continue;
            };
            let gap = if at == last { 0 } else { GAP };
            column.set_padding((0, narrow(gap)));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(narrow(wide + gap))));
            column.set_cell_alignment(match head.align {
                Align::Left => CellAlignment::Left,
                Align::Right => CellAlignment::Right,
            });
        }
    }

    fn total_width(&self) -> usize {
        let gaps = GAP * self.columns.len().saturating_sub(1);
        self.columns.iter().map(|(_, wide)| wide).sum::<usize>() + gaps
    }

    /// Takes a column off the widest that gives way, until it fits or nothing gives way.
    fn shrink_to(&mut self, terminal: usize) {
        for (shrink, least) in LEAST {
            while self.total_width() > terminal {
                let widest = self
                    .columns
                    .iter_mut()
                    .filter(|(head, _)| head.gives_way(shrink));
                match widest.max_by_key(|(_, wide)| *wide) {
                    Some((_, wide)) if *wide > least => *wide -= 1,
                    _ => break,
                }
            }
        }
    }
}

fn toned(text: impl Into<String>, tone: Tone) -> Cell {
    let cell = Cell::new_owned(text.into());
    match tone {
        Tone::Plain => cell,
        Tone::Good => cell.fg(Color::DarkGreen),
        Tone::Bad => cell.fg(Color::DarkRed),
        Tone::Warning => cell.fg(Color::DarkYellow),
        Tone::Dim => cell.add_attribute(Attribute::Dim),
        Tone::Strong => cell.add_attribute(Attribute::Bold),
    }
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads() -> Vec<Head> {
        let head = |title: &str, align, fit| Head {
            title: title.to_owned(),
            align,
            fit,
        };
        vec![
            head("ID", Align::Right, Fit::Whole),
            head("TITLE", Align::Left, Fit::Flexible),
            head("WHO", Align::Left, Fit::Whole),
            head("FEE", Align::Right, Fit::Whole),
        ]
    }

    fn row(cells: [&str; 4]) -> Vec<Drawn> {
        let plain = |text: &str| Drawn {
            text: text.to_owned(),
            tone: Tone::Plain,
        };
        cells.map(plain).to_vec()
    }

    fn rows() -> Vec<Vec<Drawn>> {
        vec![
            row(["1", "Oil the perch of the old parrot", "kesha", "-$12.00"]),
            row(["12", "鸚鵡 und 👩‍🔬 feed them all", "gosha", "$3.50"]),
            row(["123", "", "–", "–"]),
        ]
    }

    fn drawn(terminal: Option<usize>, paint: Paint) -> String {
        let mut grid = Grid::new(heads(), paint);
        grid.fit(rows().iter());
        grid.narrow_to(terminal);
        let mut out = Vec::new();
        grid.draw_header(&mut out).expect("a header");
        grid.draw_rows(&mut out, rows().into_iter()).expect("rows");
        grid.draw_total(&mut out, row(["", "together", "", "-$8.50"]))
            .expect("a total");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn piped_nothing_is_cut() {
        insta::assert_snapshot!(drawn(None, Paint::Plain), @r"
         ID  TITLE                            WHO        FEE
          1  Oil the perch of the old parrot  kesha  -$12.00
         12  鸚鵡 und 👩‍🔬 feed them all        gosha    $3.50
        123                                   –            –
        ────────────────────────────────────────────────────
             together                                 -$8.50
        ");
    }

    #[test]
    fn on_a_terminal_flexible_columns_give_way() {
        insta::assert_snapshot!(drawn(Some(40), Paint::Plain), @r"
         ID  TITLE                WHO        FEE
          1  Oil the perch of t…  kesha  -$12.00
         12  鸚鵡 und 👩‍🔬 feed t…  gosha    $3.50
        123                       –            –
        ────────────────────────────────────────
             together                     -$8.50
        ");
        for terminal in 28..80 {
            let drawn = drawn(Some(terminal), Paint::Plain);
            let widest = drawn.lines().map(width).max();
            assert!(widest <= Some(terminal), "{terminal}: {drawn}");
        }
    }

    #[test]
    fn numbers_are_never_cut() {
        insta::assert_snapshot!(drawn(Some(1), Paint::Plain), @r"
         ID  TIT…  WHO       FEE
          1  Oil…  kes…  -$12.00
         12  鸚…   gos…    $3.50
        123        –           –
        ────────────────────────
             tog…         -$8.50
        ");
    }

    #[test]
    fn colours_leave_the_columns_where_they_are() {
        let painted = drawn(Some(40), Paint::Colours);
        assert!(painted.contains("\u{1b}[1m"), "{painted:?}");
        let mut plain = String::new();
        for (at, part) in painted.split('\u{1b}').enumerate() {
            let text = if at == 0 {
                part
            } else {
                part.split_once('m').expect("a code").1
            };
            plain.push_str(text);
        }
        let trimmed: Vec<&str> = plain.lines().map(str::trim_end).collect();
        let expected = drawn(Some(40), Paint::Plain);
        assert_eq!(trimmed, expected.lines().collect::<Vec<_>>());
    }

    #[test]
    fn pieces_fit_together() {
        let many = || (0..PIECE_ROWS * 2 + 1).map(|_| row(["1", "x", "y", "z"]));
        let mut grid = Grid::new(heads(), Paint::Plain);
        grid.fit(many().collect::<Vec<_>>().iter());
        let mut out = Vec::new();
        grid.draw_rows(&mut out, many()).expect("rows");
        let text = String::from_utf8(out).expect("UTF-8");
        assert_eq!(text.lines().count(), PIECE_ROWS * 2 + 1);
        assert!(text.lines().all(|line| line == " 1  x      y      z"));
    }

    #[test]
    fn a_key_makes_a_head() {
        let head = Head::of_key("reward_cents");
        assert_eq!((head.title.as_str(), head.align), ("REWARD", Align::Right));
        assert_eq!(Head::of_key("closed_at").title, "CLOSED AT");
    }
}

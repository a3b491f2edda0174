//! Tables: a window of rows around the one where one is, and columns that give way.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::dashboard::model::Model;
use crate::dashboard::theme::{Theme, Tone};
use crate::dashboard::view::text::{left, right};
use crate::kernel::width::width;

/// On which side of its column a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What stands above it.
    pub title: &'static str,
    /// Its side.
    pub side: Side,
    /// At least so wide; it grows with what stands in it, up to `most`.
    pub least: usize,
    /// At most so wide; 0: as wide as there is room.
    pub most: usize,
    /// The lower, the earlier it is left out where there is no room; 0: never.
    pub rank: u8,
}

/// A column.
pub const fn column(
    title: &'static str,
    side: Side,
    least: usize,
    most: usize,
    rank: u8,
) -> Column {
    Column {
        title,
        side,
        least,
        most,
        rank,
    }
}

/// A cell: its text and its tone.
pub type Cell = (String, Tone);

/// A table: its columns, the rows of its window, and the one of them that is selected.
pub struct Table<'t> {
    /// The columns.
    pub columns: &'t [Column],
    /// The rows that are to be seen.
    pub rows: Vec<Vec<Cell>>,
    /// The selected one among them.
    pub selected: Option<usize>,
    /// The column that the rows are sorted by, and how.
    pub sorted: Option<(usize, &'static str)>,
}

/// Between two columns.
const GAP: usize = 2;

/// The window of `height` rows around the selected one of `many`: the first, and how many.
pub fn window(many: usize, selected: usize, height: usize) -> (usize, usize) {
    let last = many.saturating_sub(height);
    let first = selected.saturating_sub(height / 2).min(last);
    (first, height.min(many))
}

impl Table<'_> {
    /// Draws it: the titles, then the rows.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let widths = self.widths(usize::from(area.width));
        let titles = self.columns.iter().enumerate().map(|(at, column)| {
            let mark = self
                .sorted
                .filter(|(by, _)| *by == at)
                .map_or("", |it| it.1);
            (format!("{}{mark}", column.title), Tone::Dim)
        });
        let titles: Vec<Cell> = titles.collect();
        let mut lines = vec![self.line(&titles, &widths, theme, Style::new())];
        for (at, row) in self.rows.iter().enumerate() {
            let style = if self.selected == Some(at) {
                theme.style(Tone::Selected)
            } else {
                Style::new()
            };
            let mut line = self.line(row, &widths, theme, style);
            let blank = usize::from(area.width).saturating_sub(line.width());
            line.push_span(Span::styled(" ".repeat(blank), style));
            lines.push(line);
        }
        for (line, row) in lines.into_iter().zip(area.rows()) {
            frame.render_widget(line, row);
        }
    }

    fn line(
        &self,
        cells: &[Cell],
        widths: &[Option<usize>],
        theme: &Theme,
        row: Style,
    ) -> Line<'static> {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for ((column, (text, tone)), wide) in self.columns.iter().zip(cells).zip(widths) {
            let Some(wide) = wide else {
                continue;
            };
            if !spans.is_empty() {
                spans.push(Span::styled(" ".repeat(GAP), row));
            }
            let text = match column.side {
                Side::Left => left(text, *wide),
                Side::Right => right(text, *wide),
            };
            spans.push(Span::styled(text, theme.style(*tone).patch(row)));
        }
        Line::from(spans)
    }

    /// How wide each column is; nothing for one that there is no room for.
    fn widths(&self, room: usize) -> Vec<Option<usize>> {
        let wanted = self.columns.iter().enumerate().map(|(at, column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            let widest = cells.map(|(text, _)| width(text)).max().unwrap_or(0);
            let marked = usize::from(self.sorted.is_some_and(|(by, _)| by == at));
            let title = width(column.title) + marked;
            match column.most {
                0 => column.least.max(title),
                most => widest
                    .max(title)
                    .clamp(column.least, most.max(column.least)),
            }
        });
        let mut widths: Vec<Option<usize>> = wanted.map(Some).collect();
        let taken = |widths: &[Option<usize>]| {
            let there: Vec<usize> = widths.iter().flatten().copied().collect();
            there.iter().sum::<usize>() + GAP * there.len().saturating_sub(1)
        };
        let mut ranked: Vec<(u8, usize)> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.rank > 0)
            .map(|(at, column)| (column.rank, at))
            .collect();
        ranked.sort_unstable();
        for (_, at) in ranked {
            if taken(&widths) <= room {
                break;
            }
            if let Some(width) = widths.get_mut(at) {
                *width = None;
            }
        }
        let left_over = room.saturating_sub(taken(&widths));
        let widest = self.columns.iter().position(|column| column.most == 0);
        if let Some(Some(width)) = widest.and_then(|at| widths.get_mut(at)) {
            *width += left_over;
        }
        widths
    }
}

/// Draws the rows around the one that one is on; a sentence where there are none.
pub fn draw_held<R>(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    (columns, held, selected): (&[Column], &[R], usize),
    (here, nothing): (bool, &str),
    cells: impl Fn(usize, &R) -> Vec<Cell>,
) {
    if held.is_empty() {
        frame.render_widget(Paragraph::new(nothing), area);
        return;
    }
    let height = usize::from(area.height.saturating_sub(1));
    let (first, many) = window(held.len(), selected, height);
    let rows = held.iter().enumerate().skip(first).take(many);
    let table = Table {
        columns,
        rows: rows.map(|(at, row)| cells(at, row)).collect(),
        selected: selected.checked_sub(first).filter(|_| here),
        sorted: None,
    };
    table.draw(frame, area, &model.manner.theme);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_keeps_the_selected_row_in_its_middle_but_at_the_ends() {
        assert_eq!(window(100, 0, 10), (0, 10));
        assert_eq!(window(100, 50, 10), (45, 10));
        assert_eq!(window(100, 99, 10), (90, 10));
        assert_eq!(window(3, 2, 10), (0, 3));
        assert_eq!(window(0, 0, 10), (0, 0));
    }

    #[test]
    fn columns_give_way_by_their_rank() {
        let column = |title, most, rank| Column {
            title,
            side: Side::Left,
            least: 4,
            most,
            rank,
        };
        let columns = [
            column("ID", 8, 0),
            column("TITLE", 0, 0),
            column("WHO", 8, 1),
        ];
        let row = ["1", "oil the perch", "kesha"].map(|it| (it.to_owned(), Tone::Plain));
        let table = Table {
            columns: &columns,
            rows: vec![row.to_vec()],
            selected: None,
            sorted: None,
        };
        assert_eq!(table.widths(40), [Some(4), Some(27), Some(5)]);
        assert_eq!(table.widths(15), [Some(4), Some(9), None]);
    }
}

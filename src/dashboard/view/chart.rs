//! Bars that stand beside each other.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::dashboard::theme::{Theme, Tone};

/// Bars, one for each value; what is not above zero has none.
pub struct Bars<'b> {
    /// The values, in their order.
    pub values: &'b [i64],
    /// The one that stands out.
    pub selected: Option<usize>,
}

/// The widest that a bar gets.
const WIDEST: usize = 6;
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

impl Bars<'_> {
    /// Draws them on the floor of the area, the highest as high as it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let most = self.values.iter().copied().max().unwrap_or(0).max(1);
        let (bar, gap) = widths(self.values.len(), usize::from(area.width));
        let height = i128::from(area.height);
        for (above, row) in (0..height).rev().zip(area.rows()) {
            let mut spans = Vec::new();
            for (at, value) in self.values.iter().enumerate() {
                let eighths = i128::from((*value).max(0)) * height * 8 / i128::from(most);
                // What is there at all can be seen.
                let eighths = eighths.max(i128::from(*value > 0));
                let here = (eighths - above * 8).clamp(0, 8);
                let block = usize::try_from(here).ok().and_then(|it| EIGHTHS.get(it));
                let tone = if self.selected == Some(at) {
                    Tone::Accent
                } else {
                    Tone::Dim
                };
                let text = block.copied().unwrap_or(" ").repeat(bar);
                spans.push(Span::styled(text, theme.style(tone)));
                spans.push(Span::raw(" ".repeat(gap)));
            }
            frame.render_widget(Line::from(spans), row);
        }
    }
}

/// How wide a bar is, and how much lies between two of them.
fn widths(many: usize, room: usize) -> (usize, usize) {
    let each = room / many.max(1);
    match each {
        0 | 1 => (1, 0),
        _ => ((each - 1).min(WIDEST), 1),
    }
}

/// How wide so many bars are together.
pub fn width(many: usize, room: usize) -> usize {
    let (bar, gap) = widths(many, room);
    (many * (bar + gap)).saturating_sub(gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn drawn(values: &[i64], columns: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, 2)).expect("a terminal");
        let bars = Bars {
            values,
            selected: None,
        };
        let draw = terminal.draw(|frame| bars.draw(frame, frame.area(), &Theme::default()));
        draw.expect("drawn");
        let buffer = terminal.backend().buffer();
        let rows = buffer.content.chunks(usize::from(columns));
        let rows = rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect());
        rows.collect::<Vec<String>>().join("|")
    }

    #[test]
    fn the_highest_bar_fills_its_column_and_the_least_can_be_seen() {
        assert_eq!(drawn(&[16, 8, 1, 0], 8), "█       |█ █ ▁   ");
        assert_eq!(drawn(&[0, -3], 4), "    |    ");
        assert_eq!(drawn(&[1, 1, 1], 3), "███|███");
    }

    #[test]
    fn bars_are_as_wide_as_there_is_room() {
        assert_eq!(width(12, 78), 12 * 6 - 1);
        assert_eq!(width(30, 78), 59);
        assert_eq!(width(53, 78), 53);
    }
}

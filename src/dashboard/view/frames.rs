//! Frames around what is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::{Block, Clear};

use crate::dashboard::model::Model;
use crate::dashboard::theme::Tone;

/// A frame with a title, bright where one is; what is inside of it.
pub fn framed(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    (title, here): (&str, bool),
) -> Rect {
    let theme = &model.manner.theme;
    let title = crate::kernel::text::shown(title).into_owned();
    let (of_title, of_border) = if here {
        (Tone::Accent, Tone::Plain)
    } else {
        (Tone::Dim, Tone::Dim)
    };
    let block = Block::bordered()
        .title(Span::styled(title, theme.style(of_title)))
        .border_style(theme.style(of_border));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// A box over what is there; what is inside of it.
pub fn boxed(frame: &mut Frame<'_>, area: Rect, model: &Model, title: &str) -> Rect {
    let theme = &model.manner.theme;
    let title = crate::kernel::text::shown(title).into_owned();
    let block = Block::bordered()
        .title(Span::styled(title, theme.style(Tone::Accent)))
        .border_style(theme.style(Tone::Accent));
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    inner
}

/// The middle of an area, at most so wide and high.
pub fn middle(area: Rect, columns: u16, rows: u16) -> Rect {
    let columns = columns.min(area.width);
    let rows = rows.min(area.height);
    Rect {
        x: area.x + (area.width - columns) / 2,
        y: area.y + (area.height - rows) / 2,
        width: columns,
        height: rows,
    }
}

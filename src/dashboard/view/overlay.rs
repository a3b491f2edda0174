//! What lies over a view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};

use crate::dashboard::model::Model;
use crate::dashboard::model::overlay::{Overlay, Palette};
use crate::dashboard::theme::Tone;
use crate::dashboard::update::found;
use crate::dashboard::view::table::window;
use crate::dashboard::view::text::left;
use crate::dashboard::view::{chrome, forms, help, people};

/// Draws it, if there is any.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    match &model.overlay {
        Some(Overlay::Help(scroll)) => {
            let inner = boxed(frame, body, model, " Keys ");
            let lines = help::lines(model).into_iter().skip(*scroll);
            frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
        }
        Some(Overlay::Palette(palette)) => draw_palette(frame, body, model, palette),
        Some(Overlay::Form(form)) => forms::draw(frame, body, model, form),
        Some(Overlay::Code(code)) => people::draw_code(frame, body, model, code),
        Some(Overlay::Confirm(_)) | None => {}
    }
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

fn draw_palette(frame: &mut Frame<'_>, body: Rect, model: &Model, palette: &Palette) {
    let theme = &model.manner.theme;
    let area = Rect {
        y: body.y,
        ..middle(body, 76, 18)
    };
    let inner = boxed(frame, area, model, " What do you want to do? ");
    let line = Rect { height: 1, ..inner };
    chrome::typed(frame, line, (": ", &palette.input), model);
    let rows = found(model, palette.input.value());
    let height = usize::from(inner.height.saturating_sub(1));
    let (first, many) = window(rows.len(), palette.at, height);
    let shown = rows.iter().enumerate().skip(first).take(many);
    let below = inner.rows().skip(1);
    for ((at, binding), row) in shown.zip(below) {
        let obstacle = model.obstacle(binding.action);
        let about = match &obstacle {
            Some(obstacle) => format!("{} ({obstacle})", binding.about),
            None => binding.about.to_owned(),
        };
        let key = model
            .manner
            .keymap
            .keys_of(binding.action)
            .into_iter()
            .next();
        let text = format!(
            "{} {} {about}",
            left(binding.name, 14),
            left(&key.unwrap_or_default(), 9)
        );
        let tone = if obstacle.is_some() {
            Tone::Dim
        } else {
            Tone::Plain
        };
        let style = theme.style(if at == palette.at {
            Tone::Selected
        } else {
            tone
        });
        let text = left(&text, usize::from(row.width));
        frame.render_widget(Line::styled(text, style), row);
    }
}

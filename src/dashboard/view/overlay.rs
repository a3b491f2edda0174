//! What lies over a view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::dashboard::model::Model;
use crate::dashboard::model::overlay::{Code, Overlay};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::frames::{boxed, middle};
use crate::dashboard::view::{forms, help, palette};

/// Draws it, if there is any.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    match &model.overlay {
        Some(Overlay::Help(scroll)) => {
            let inner = boxed(frame, body, model, " Keys ");
            let lines = help::lines(model).into_iter().skip(*scroll);
            frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
        }
        Some(Overlay::Palette(palette)) => palette::draw(frame, body, model, palette),
        Some(Overlay::Form(form)) => forms::draw(frame, body, model, form),
        Some(Overlay::Code(code)) => draw_code(frame, body, model, code),
        Some(Overlay::Confirm(_)) | None => {}
    }
}

/// Draws a code, which is shown this once.
fn draw_code(frame: &mut Frame<'_>, body: Rect, model: &Model, code: &Code) {
    let theme = &model.manner.theme;
    let area = middle(body, 66, 8);
    let inner = boxed(frame, area, model, &format!(" A code for {} ", code.name));
    let command = format!("  popug enroll {}", code.code.reveal());
    let lines = vec![
        Line::raw("It is valid for seven days and shown this once."),
        Line::raw(format!("{} sets its beak with:", code.name)),
        Line::raw(""),
        Line::styled(command, theme.style(Tone::Accent)),
        Line::raw(""),
        Line::styled(
            "y copies the command, any other key closes this.",
            theme.style(Tone::Dim),
        ),
    ];
    frame.render_widget(Paragraph::new(lines), inner);
}

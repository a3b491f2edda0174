//! Drawing forms.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::dashboard::model::form::{Field, Shown};
use crate::dashboard::model::{Form, Model};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::frames::{boxed, middle};
use crate::dashboard::view::text::{left, wrapped};
use crate::kernel::width::width;

/// Draws a form: a line for each field, what it means, and why it was not taken.
pub fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model, form: &Form) {
    let theme = &model.manner.theme;
    let fields = u16::try_from(form.fields.len()).unwrap_or(u16::MAX);
    let area = middle(body, 76, fields.saturating_add(6));
    let inner = boxed(frame, area, model, &format!(" {} ", form.title));
    let label = form
        .fields
        .iter()
        .map(|it| width(it.label))
        .max()
        .unwrap_or(0);
    let mut rows = inner.rows();
    for (at, field) in form.fields.iter().enumerate() {
        if let Some(row) = rows.next() {
            draw_field(frame, row, model, (field, label, at == form.at));
        }
    }
    rows.next();
    let columns = usize::from(inner.width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if let Some(trouble) = &form.trouble {
        let trouble = wrapped(trouble, columns).into_iter();
        lines.extend(trouble.map(|it| Line::styled(it, theme.style(Tone::Bad))));
    } else {
        let meaning = wrapped(&(form.meaning)(form), columns).into_iter();
        lines.extend(meaning.map(|it| Line::styled(it, theme.style(Tone::Dim))));
    }
    for (line, row) in lines.into_iter().zip(rows) {
        frame.render_widget(line, row);
    }
}

fn draw_field(
    frame: &mut Frame<'_>,
    row: Rect,
    model: &Model,
    (field, label, here): (&Field, usize, bool),
) {
    let theme = &model.manner.theme;
    let tone = if here { Tone::Accent } else { Tone::Dim };
    let begin = format!("{}  ", left(field.label, label));
    let from = width(&begin);
    let room = usize::from(row.width).saturating_sub(from + 1);
    let value = match field.shown {
        // Not even its length shows.
        Shown::Hidden if field.input.value().is_empty() => String::new(),
        Shown::Hidden => "•••".to_owned(),
        Shown::Plain => field.input.value().replace('\n', "⏎"),
    };
    let (value, cursor) = match (field.choices.is_empty(), field.shown) {
        (false, _) => (format!("‹ {value} ›"), None),
        (true, Shown::Hidden) => (value.clone(), Some(width(&value))),
        (true, Shown::Plain) => {
            let scroll = field.input.visual_scroll(room);
            let shown = value.chars().collect::<String>();
            let cursor = field.input.visual_cursor().saturating_sub(scroll);
            (behind(&shown, scroll), Some(cursor))
        }
    };
    let spans = vec![
        Span::styled(begin, theme.style(tone)),
        Span::raw(left(&value, room)),
    ];
    frame.render_widget(Line::from(spans), row);
    if let Some(cursor) = cursor.filter(|_| here) {
        let column = u16::try_from(from + cursor).unwrap_or(row.width);
        let column = column.min(row.width.saturating_sub(1));
        frame.set_cursor_position((row.x + column, row.y));
    }
}

/// The text behind so many columns.
fn behind(text: &str, columns: usize) -> String {
    let mut seen = 0;
    let kept = text.chars().skip_while(|c| {
        seen += width(c.encode_utf8(&mut [0; 4]));
        seen <= columns
    });
    kept.collect()
}

//! What stands around a view: who and where, the views, what has happened, the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;

use crate::dashboard::action::Action;
use crate::dashboard::effect::standing::Standing;
use crate::dashboard::model::overlay::{Confirm, Overlay};
use crate::dashboard::model::{Hands, Model, View};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::text::{left, span};
use crate::kernel::width::width;

/// Who one is, which store it is, the open day, the balance.
pub fn title(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let mut begin = vec![Span::styled("popug", theme.style(Tone::Accent))];
    let mut end = Vec::new();
    if let Some(standing) = &model.standing {
        begin.push(Span::raw(format!("  {}", who(standing))));
        if standing.who.sandbox {
            begin.push(Span::styled("  sandbox", theme.style(Tone::Warning)));
        }
        if standing.ahead.is_some() {
            begin.push(Span::styled("  ahead", theme.style(Tone::Bad)));
        }
        if model.manner.hands == Hands::Tied {
            begin.push(Span::styled("  read-only", theme.style(Tone::Warning)));
        }
        end = right_end(model, standing);
    }
    let taken: usize = begin.iter().chain(&end).map(Span::width).sum();
    let room = usize::from(area.width).saturating_sub(taken + 4);
    if let Some(standing) = &model.standing
        && room > 8
    {
        let store = store_name(&standing.who.store, room);
        begin.push(span(&format!("  {store}"), theme.style(Tone::Dim)));
    }
    let taken: usize = begin.iter().chain(&end).map(Span::width).sum();
    let blank = usize::from(area.width).saturating_sub(taken);
    begin.push(Span::raw(" ".repeat(blank)));
    begin.extend(end);
    frame.render_widget(Line::from(begin), area);
}

fn who(standing: &Standing) -> String {
    let name = standing.who.user.as_ref().or(standing.who.token.as_ref());
    let name = name.map_or("nobody", |it| it.as_str());
    match standing.who.role {
        Some(role) => format!("{name} ({role})"),
        None => name.to_owned(),
    }
}

/// The end of the store's name, which tells it apart.
fn store_name(store: &str, room: usize) -> String {
    if width(store) <= room {
        return store.to_owned();
    }
    let mut kept = String::new();
    for c in store.chars().rev() {
        if width(&kept) + 2 > room {
            break;
        }
        kept.insert(0, c);
    }
    format!("…{kept}")
}

fn right_end(model: &Model, standing: &Standing) -> Vec<Span<'static>> {
    let theme = &model.manner.theme;
    let mut end = vec![Span::raw(format!("day {} open", standing.calendar.open))];
    if let Some(purse) = &standing.purse {
        let balance = model.locale.currency.show(purse.balance_cents);
        let tone = match purse.balance_cents.cents() {
            ..0 => Tone::Bad,
            0 => Tone::Plain,
            1.. => Tone::Good,
        };
        end.push(Span::raw("  balance "));
        end.push(Span::styled(balance, theme.style(tone)));
    }
    end
}

/// What stands on a view's tab.
fn tab(view: &View) -> String {
    let number = view.go.keys.first().copied().unwrap_or_default();
    format!(" {number} {} ", view.title)
}

/// The view whose tab is in this column.
pub fn tab_at(model: &Model, column: u16) -> Option<&'static View> {
    let mut from = 0;
    for view in model.open_views() {
        let to = from + tab(view).len();
        if usize::from(column) < to {
            return Some(view);
        }
        from = to;
    }
    None
}

/// The views that there are for this role.
pub fn tabs(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let spans = model.open_views().map(|view| {
        let tone = if view == model.view {
            Tone::Selected
        } else {
            Tone::Plain
        };
        Span::styled(tab(view), theme.style(tone))
    });
    frame.render_widget(Line::from(spans.collect::<Vec<_>>()), area);
    if model.late {
        let reading = Line::styled("reading … ", theme.style(Tone::Warning));
        frame.render_widget(reading.right_aligned(), area);
    }
}

/// What is asked, typed, done, or has happened.
pub fn notice(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    if let Some(Overlay::Confirm(confirm)) = &model.overlay {
        question(frame, area, model, confirm);
    } else if let Some(filter) = model.typed() {
        typed(frame, area, ("/", &filter.input), model);
    } else if let Some(doing) = model.working {
        let warning = model.warning.iter().map(|it| format!(" {it}"));
        let text = format!("{doing} …{}", warning.collect::<String>());
        let text = left(&text, usize::from(area.width));
        frame.render_widget(Line::styled(text, theme.style(Tone::Warning)), area);
    } else if let Some(notice) = &model.notice {
        let text = left(&notice.text, usize::from(area.width));
        frame.render_widget(Line::styled(text, theme.style(notice.tone)), area);
    }
}

fn question(frame: &mut Frame<'_>, area: Rect, model: &Model, confirm: &Confirm<Model>) {
    let style = model.manner.theme.style(Tone::Warning);
    let columns = usize::from(area.width);
    let end = match &confirm.word {
        None => "  [y/N]".to_owned(),
        Some((word, _)) => format!("; type {word} and Enter: "),
    };
    let question = crate::kernel::text::shown(&confirm.question).into_owned();
    let typing = confirm
        .word
        .as_ref()
        .map(|(word, input)| (width(word), input));
    let taken = width(&question) + width(&end) + typing.map_or(0, |(word, _)| word + 1);
    // What is asked is never cut while there is a second line for it.
    let begin = if taken > columns && area.y > 0 {
        let above = Rect {
            y: area.y - 1,
            ..area
        };
        frame.render_widget(Line::styled(left(&question, columns), style), above);
        end.trim_start_matches([';', ' ']).to_owned()
    } else {
        format!("{question}{end}")
    };
    match typing {
        None => frame.render_widget(Line::styled(left(&begin, columns), style), area),
        Some((_, input)) => typed(frame, area, (&begin, input), model),
    }
}

/// A line that is being typed, behind what it is for, with the cursor in it.
pub fn typed(frame: &mut Frame<'_>, area: Rect, (begin, input): (&str, &Input), model: &Model) {
    let style = model.manner.theme.style(Tone::Accent);
    let begin = span(begin, style);
    let from = begin.width();
    let room = usize::from(area.width).saturating_sub(from);
    let scroll = input.visual_scroll(room.saturating_sub(1));
    let text: String = skipped(input.value(), scroll);
    let line = Line::from(vec![begin, Span::raw(left(&text, room))]);
    frame.render_widget(line, area);
    let column = from + input.visual_cursor().saturating_sub(scroll);
    let column = u16::try_from(column).unwrap_or(area.width);
    frame.set_cursor_position((area.x + column.min(area.width.saturating_sub(1)), area.y));
}

/// The text behind so many columns.
fn skipped(text: &str, columns: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let mut seen = 0;
    let behind = text.graphemes(true).skip_while(|it| {
        seen += width(it);
        seen <= columns
    });
    behind.collect()
}

/// The keys that do something here, as many as there is room for, the most useful first.
pub fn keys(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.manner.theme;
    let pairs = match &model.overlay {
        Some(Overlay::Help(_)) => fixed(&[("↑↓", "scroll"), ("esc", "close")]),
        Some(Overlay::Palette(_)) => {
            fixed(&[("↑↓", "choose"), ("enter", "do it"), ("esc", "close")])
        }
        Some(Overlay::Code(_)) => fixed(&[("y", "copy"), ("any other key", "close")]),
        Some(Overlay::Confirm(it)) if it.word.is_some() => {
            fixed(&[("enter", "do it, once the word is there"), ("esc", "no")])
        }
        Some(Overlay::Confirm(_)) => fixed(&[("y", "yes"), ("n", "no"), ("esc", "no")]),
        Some(Overlay::Form(_)) => fixed(&[
            ("enter", "next, and save"),
            ("tab", "next line"),
            ("alt-enter", "line break"),
            ("ctrl-s", "save"),
            ("esc", "leave"),
        ]),
        None if model.typed().is_some() => {
            fixed(&[("enter", "keep"), ("esc", "clear"), ("↑↓", "move")])
        }
        None => of_view(model),
    };
    let mut spans = Vec::new();
    let mut room = usize::from(area.width);
    for (key, name) in pairs {
        let wide = width(&key) + width(&name) + 3;
        if wide > room + 2 {
            continue;
        }
        room = room.saturating_sub(wide);
        spans.push(Span::styled(key, theme.style(Tone::Accent)));
        spans.push(Span::raw(format!(" {name}  ")));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

fn fixed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(key, name)| ((*key).to_owned(), (*name).to_owned()))
        .collect()
}

fn of_view(model: &Model) -> Vec<(String, String)> {
    let here = model.view.bindings(model.views);
    let mut shown: Vec<_> = here
        .filter(|it| it.bar > 0)
        .filter(|it| it.permission.is_none_or(|needed| model.may(needed)))
        .filter(|it| !(model.view.is_elsewhere)(model, it.action))
        .filter(|it| model.manner.hands == Hands::Free || !it.action.changes())
        .collect();
    // Where there is no room for all, help and quit are left.
    shown.sort_by_key(|it| (!matches!(it.action, Action::Help | Action::Quit), it.bar));
    let mut pairs: Vec<(u8, String, String)> = Vec::new();
    for binding in shown {
        let keys = model.manner.keymap.keys_of(binding.action);
        if let Some(key) = keys.into_iter().next() {
            pairs.push((binding.bar, key, binding.name.to_owned()));
        }
    }
    let mut room = usize::from(model.size.0);
    pairs.retain(|(_, key, name)| {
        let wide = width(key) + width(name) + 3;
        let fits = wide <= room + 2;
        room = room.saturating_sub(if fits { wide } else { 0 });
        fits
    });
    pairs.sort_by_key(|(bar, ..)| *bar);
    pairs
        .into_iter()
        .map(|(_, key, name)| (key, name))
        .collect()
}

//! Typing a line.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

use crate::kernel::text::is_hostile;

/// What a key does to a line, as shells have it; nothing for one that does nothing to it.
pub fn request(event: &KeyEvent) -> Option<InputRequest> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(match (event.code, ctrl, alt) {
        (KeyCode::Char('a'), true, _) | (KeyCode::Home, ..) => InputRequest::GoToStart,
        (KeyCode::Char('e'), true, _) | (KeyCode::End, ..) => InputRequest::GoToEnd,
        (KeyCode::Char('b'), true, _) => InputRequest::GoToPrevChar,
        (KeyCode::Char('f'), true, _) => InputRequest::GoToNextChar,
        (KeyCode::Char('b'), _, true) | (KeyCode::Left, true, _) => InputRequest::GoToPrevWord,
        (KeyCode::Char('f'), _, true) | (KeyCode::Right, true, _) => InputRequest::GoToNextWord,
        (KeyCode::Left, ..) => InputRequest::GoToPrevChar,
        (KeyCode::Right, ..) => InputRequest::GoToNextChar,
        (KeyCode::Char('w'), true, _) | (KeyCode::Backspace, _, true) => {
            InputRequest::DeletePrevWord
        }
        (KeyCode::Char('h'), true, _) | (KeyCode::Backspace, ..) => InputRequest::DeletePrevChar,
        (KeyCode::Char('d'), true, _) | (KeyCode::Delete, ..) => InputRequest::DeleteNextChar,
        (KeyCode::Char('d'), _, true) => InputRequest::DeleteNextWord,
        (KeyCode::Char('u'), true, _) => InputRequest::DeleteFromStart,
        (KeyCode::Char('k'), true, _) => InputRequest::DeleteTillEnd,
        (KeyCode::Char('y'), true, _) => InputRequest::Yank,
        (KeyCode::Char(c), false, false) => InputRequest::InsertChar(c),
        _ => return None,
    })
}

/// Types a key into a line; whether what stands in it has changed.
pub fn typed(input: &mut Input, event: &KeyEvent) -> bool {
    let done = request(event).and_then(|request| input.handle(request));
    done.is_some_and(|it| it.value)
}

/// Puts a text in as if it were typed; its line breaks become spaces.
pub fn paste(input: &mut Input, text: &str) {
    for c in text.trim_end_matches(['\r', '\n']).chars() {
        let c = if c.is_control() { ' ' } else { c };
        if !is_hostile(c) {
            input.handle(InputRequest::InsertChar(c));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(input: &mut Input, code: KeyCode, modifiers: KeyModifiers) -> bool {
        typed(input, &KeyEvent::new(code, modifiers))
    }

    #[test]
    fn a_line_is_edited_as_in_a_shell() {
        let mut input = Input::new("oil the perch".to_owned());
        assert!(press(&mut input, KeyCode::Char('w'), KeyModifiers::CONTROL));
        assert_eq!(input.value(), "oil the ");
        assert!(!press(
            &mut input,
            KeyCode::Char('a'),
            KeyModifiers::CONTROL
        ));
        assert!(press(&mut input, KeyCode::Char('!'), KeyModifiers::NONE));
        assert_eq!(input.value(), "!oil the ");
        assert!(press(&mut input, KeyCode::Char('k'), KeyModifiers::CONTROL));
        assert_eq!(input.value(), "!");
        assert!(!press(
            &mut input,
            KeyCode::Char('q'),
            KeyModifiers::CONTROL
        ));
    }

    #[test]
    fn what_is_pasted_cannot_move_the_cursor_or_press_enter() {
        let mut input = Input::default();
        paste(&mut input, "oil\u{1b}[2J\nthe\u{202e} perch\r\n");
        assert_eq!(input.value(), "oil [2J the perch");
    }
}

//! Where what stands on the screen.

use ratatui::layout::{Constraint, Layout, Rect};

/// Where what stands.
#[derive(Clone, Copy, Debug)]
pub struct Areas {
    /// Who, where, which day, which balance.
    pub title: Rect,
    /// The views.
    pub tabs: Rect,
    /// The view one is in.
    pub body: Rect,
    /// What has happened, or what is asked.
    pub notice: Rect,
    /// The keys.
    pub keys: Rect,
}

/// Where what stands on a terminal of this size.
pub fn areas(size: (u16, u16)) -> Areas {
    let rows = [
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ];
    let whole = Rect::new(0, 0, size.0, size.1);
    let [title, tabs, body, notice, keys] = Layout::vertical(rows).areas(whole);
    Areas {
        title,
        tabs,
        body,
        notice,
        keys,
    }
}
